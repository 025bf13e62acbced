"""Speeds, areas, volumes and angles are converted; what measures something else is not."""

from __future__ import annotations

from fractions import Fraction

import pytest

from maths.decide import decide
from maths.families.measuring.compound import ConvertCompound
from maths.families.settled import UndecidedError
from maths.families.terms import number
from maths.steps import work
from maths.verdict import Level

DECIDED = [
    ("Convert 54 km/h to m/s", "15"),
    ("Convert 18 kilometres per hour to metres per second.", "5"),
    ("How many km/h is 15 m/s?", "54"),
    ("What is 30 mph in km/h?", "48.28032"),
    ("Convert 1.5 m² to cm²", "15000"),
    ("How many square metres are there in 4 square kilometres?", "4000000"),
    ("Convert 250 cubic centimetres to cubic metres", "0.00025"),
    ("시속 36km는 초속 몇 m인가?", "10"),
    ("108km/h를 m/s로 바꾸시오.", "30"),
    ("5제곱미터는 몇 제곱센티미터입니까?", "50000"),
    ("Convert 45 degrees to radians", "pi/4"),
    ("What is 210° in radians?", "7*pi/6"),
    ("Convert 3pi/4 radians to degrees", "135"),
    ("90도를 라디안으로 바꾸시오.", "pi/2"),
    ("5π/6 라디안은 몇 도인가?", "150"),
]
UNDECIDED = [
    "Convert 5 m/s to m^2",
    "Convert 3 m^2 to cm",
    "Convert 3 m^2 to cm^3",
    "Convert 10 m/s to km",
    "시속 36km는 초속 몇 시간인가?",
    "Convert 45 to radians",
    "Convert x degrees to radians",
]


@pytest.mark.parametrize(("statement", "answer"), DECIDED)
def test_quantities_in_compound_units_are_converted(statement: str, answer: str) -> None:
    found = decide(statement).answer
    assert found is not None
    assert found.typed == answer


@pytest.mark.parametrize("statement", UNDECIDED)
def test_what_measures_something_else_is_not_converted(statement: str) -> None:
    assert decide(statement).answer is None


def test_a_route_that_errs_decides_nothing() -> None:
    task = ConvertCompound(number(72), (("km", 1), ("h", -1)), (("m", 1), ("s", -1)))
    with pytest.raises(UndecidedError):
        task.settle(lambda one, other: one.factor / other.factor + Fraction(1))


def test_each_level_is_told_in_its_own_way() -> None:
    for statement in ("Convert 54 km/h to m/s", "Convert 1.5 m² to cm²", "Convert 45 degrees to radians"):
        told = {str([p.lines for p in work(statement, level).passages]) for level in Level}
        assert len(told) == len(Level)
