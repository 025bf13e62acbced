"""A root that is told gives the letter in the equation, or the other root; a discriminant is a number."""

from __future__ import annotations

import pytest

from maths.decide import decide
from maths.families.equations.discriminant_value import DiscriminantOf
from maths.families.equations.root_given import RootGiven
from maths.families.settled import UndecidedError
from maths.families.terms import number
from maths.read import read
from maths.steps import work
from maths.verdict import Level

DECIDED = [
    ("If x = -3 is a solution of x^2 + k*x + 12 = 0, find k.", "7"),
    ("x = 2 is a root of x^2 + kx - 10 = 0. Find the value of k.", "3"),
    ("One root of x^2 - 7x + 10 = 0 is 2. Find the other root.", "5"),
    ("If one root of 2x^2 + kx - 6 = 0 is 3, what is the other root?", "-1"),
    ("Find the discriminant of 2x^2 - 3x + 4", "-23"),
    ("What is the discriminant of the quadratic equation x^2 + 6x + 9 = 0?", "0"),
    ("이차방정식 x^2+kx+8=0의 한 근이 2일 때, 상수 k의 값을 구하시오.", "-6"),
    ("x^2-9x+k=0의 한 근이 4일 때, 다른 한 근을 구하시오.", "5"),
    ("x=3이 방정식 x^2-kx+6=0의 해일 때 k의 값은?", "5"),
    ("x^2-3x+1의 판별식의 값을 구하시오.", "5"),
    ("방정식 x^2-5x+6=0의 두 근 중 큰 근을 구하시오.", "3"),
    ("45의 2/9는 얼마인가?", "10"),
]
UNDECIDED = [
    "If 1 is a root of x^2 - 5x + 6 = 0, find the other root.",
    "If 2 is a root of x^2 + kx + m = 0, find k.",
    "If x = 2 is a root of x^2 + kx + 6 = 0, find x.",
    "If x = 2 is not a root of x^2 + kx + 6 = 0, find k.",
    "One root of x^2 - 6x + 9 = 0 is 3. Find the other root.",
    "One root of x^3 - 6x^2 + 11x - 6 = 0 is 1. Find the other root.",
    "Find the discriminant of ax^2 + bx + c",
    "Find the discriminant of x^3 + x",
    "x^2+kx+8=0의 한 근이 2가 아닐 때, k의 값을 구하시오.",
]


@pytest.mark.parametrize(("statement", "answer"), DECIDED)
def test_what_a_told_root_fixes_is_decided(statement: str, answer: str) -> None:
    found = decide(statement)
    assert found.answer is not None, str(found.reason)
    assert found.answer.typed == answer


@pytest.mark.parametrize("statement", UNDECIDED)
def test_what_it_does_not_fix_stays_undecided(statement: str) -> None:
    assert decide(statement).answer is None


def test_a_route_that_errs_decides_nothing() -> None:
    with pytest.raises(UndecidedError):
        RootGiven(read("x^2 + k*x + 12 = 0"), "x", number(-3), "k").settle(lambda _: [])  # type: ignore[arg-type]
    with pytest.raises(UndecidedError):
        DiscriminantOf(read("x^2 + 3*x + 1"), "x").settle(lambda _: 4)


@pytest.mark.parametrize("statement", [DECIDED[0][0], DECIDED[2][0], DECIDED[4][0]])
def test_each_level_is_told_in_its_own_way(statement: str) -> None:
    assert len({str([p.lines for p in work(statement, level).passages]) for level in Level}) == len(Level)
