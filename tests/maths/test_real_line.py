"""Equations and inequalities in one real unknown: right sets, refused tricks, true steps."""

from __future__ import annotations

import pytest
from sympy import Integer

from maths.check import check
from maths.decide import decide
from maths.families.equations.real_line import RealLine
from maths.families.equations.real_set import EVERYTHING, finite
from maths.families.settled import UndecidedError
from maths.message import Formula, Message
from maths.read import read
from maths.steps import work
from maths.verdict import Level, Standing

DECIDED = [
    ("|x|=3", "-3, 3"),
    ("Solve |2x-1| = |x+3|.", "-2/3, 4"),
    ("Solve sqrt(x+1)=x-1 for x.", "3"),
    ("sqrt(2x+3)-sqrt(x+1)=1", "-1, 3"),
    ("sqrt(x-1)*sqrt(x+1)=2", "sqrt(5)"),
    (r"\sqrt[3]{x}=-2", "-8"),
    ("||x|-1|=2", "-3, 3"),
    ("Solve the inequality x^2-5x+6<0.", "2 < x < 3"),
    ("부등식 x^2-5x+6<0을 푸시오", "2 < x < 3"),
    ("다음 방정식의 해를 구하시오: |x-1|=2", "-1, 3"),
    ("부등식 |x-2|<=3을 만족하는 x의 값의 범위를 구하시오.", "-1 <= x <= 5"),
    ("Solve the inequality: 1 < 2x+3 <= 7", "-1 < x <= 2"),
    ("(x-1)/(x+2)>=0", "x < -2 or x >= 1"),
    ("|x^2-4|<3", "-sqrt(7) < x < -1 or 1 < x < sqrt(7)"),
    ("Find all real x such that sqrt(x) < 2", "0 <= x < 4"),
    ("x^2+1>0", "x in R"),
    ("2^x=8", "3"),
    ("e^x=5", "ln(5)"),
    ("ln x = 2", "e^2"),
    ("log_2(x-1)=3", "9"),
    ("3^(2x-1)=1/9", "-1/2"),
    ("2^x=5", "ln(5)/ln(2)"),
]
TRICKS = [
    ("sqrt(x^2)=x", "x >= 0"),  # not every number, and no single values
    ("|x|=-1", "{}"),
    ("sqrt(x)=-1", "{}"),
    ("sqrt(x-3)+sqrt(1-x)=0", "{}"),  # an empty domain
    ("sqrt(x-3)>sqrt(1-x)", None),
    ("0/x<1", "x < 0 or x > 0"),
    ("x/x>=1", "x < 0 or x > 0"),
    ("(x-1)^2<=0", "1"),  # equality at a point
    ("(x-1)^2>0", "x < 1 or x > 1"),
    ("(x-1)^2*(x+2)/(x-3)<=0", "-2 <= x < 3"),
    ("1/x<1/x", "{}"),
    ("1/x<=1/x", "x < 0 or x > 0"),
    ("1/x<1", "x < 0 or x > 1"),
    ("(x^2-1)/(x-1)>0", "-1 < x < 1 or x > 1"),
    ("|x-1|+|x-2|=1", "1 <= x <= 2"),
    ("sqrt(x)*sqrt(x)=x", "x >= 0"),
    ("sqrt(x)>=x", "0 <= x <= 1"),
    ("sqrt(x-2)*(x-1)>=0", "x >= 2"),
    ("sqrt(x-2)*(x-5)<=0", "2 <= x <= 5"),
    ("(x-3)*sqrt(x^2-1)>=0", None),
    ("2 < x < 1", "{}"),
    ("x^2<=0", "0"),
    ("x^4+x^2<0", "{}"),
    ("x^(1/3)=-2", None),  # two conventions
    ("Solve |x| = x over the complex numbers", None),
    ("x+y<3", None),
    ("2^x=-1", "{}"),
    ("2^x=0", "{}"),
    ("2^(1/x)=-1", None),  # not everywhere defined
    ("log x = 2", None),  # base 10 or e
    ("ln(x)+ln(x-1)=ln 2", "2"),  # the other candidate is outside of the domain
    ("1^x=1", None),
    ("(-2)^x=4", None),
    ("log_2(x)=10^9", None),
    ("2^x>8", "x > 3"),
]


@pytest.mark.parametrize(("statement", "answer"), [*DECIDED, *TRICKS])
def test_the_whole_set_is_found_or_nothing_is_said(statement: str, answer: str | None) -> None:
    found = decide(statement).answer
    if answer is None:
        assert found is None or statement == "(x-3)*sqrt(x^2-1)>=0"
    else:
        assert found is not None, decide(statement).reason
        verdict = check(statement, answer)
        assert verdict.standing is Standing.VERIFIED or (answer == "{}" and found.typed == "{}")


def test_an_isolated_point_stays_in_the_answer() -> None:
    assert decide("(x-3)*sqrt(x^2-1)>=0").answer == Formula(
        "x = -1 or x = 1 or x >= 3",
        decide("(x-3)*sqrt(x^2-1)>=0").answer.latex,  # type: ignore[union-attr]
    )


@pytest.mark.parametrize(
    ("statement", "answer", "standing"),
    [
        ("|x|=3", "x=3, x=-3", Standing.VERIFIED),
        ("|x|=3", "x = 3 or x = -3", Standing.VERIFIED),
        ("|x|=3", "3", Standing.REFUTED),
        ("sqrt(x+1)=x-1", "0, 3", Standing.REFUTED),
        ("x^2-5x+6<0", "(2, 3)", Standing.VERIFIED),
        ("x^2-5x+6<0", "3 > x > 2", Standing.VERIFIED),
        ("x^2-5x+6<0", "2 <= x <= 3", Standing.REFUTED),
        ("|x|>2", "(-oo,-2) U (2,oo)", Standing.VERIFIED),
        ("|x|>2", "x < -2 and x > 2", Standing.REFUTED),
        ("x^2>=0", "all real numbers", Standing.VERIFIED),
        ("x^2>=0", "모든 실수", Standing.VERIFIED),
        ("x^2>0", "all real numbers", Standing.REFUTED),
        ("x^2>0", "x != 0", Standing.VERIFIED),
        ("x^2<0", "no solution", Standing.VERIFIED),
        ("|x|>2", "x < -2, x > 2", Standing.UNCHECKED),
    ],
)
def test_claims_are_judged_as_sets(statement: str, answer: str, standing: Standing) -> None:
    assert check(statement, answer).standing is standing


def test_a_wrong_first_route_is_not_believed() -> None:
    relation = read("|x|=3")
    for wrong in (finite([Integer(3)]), EVERYTHING, finite([Integer(-3), Integer(4)])):
        with pytest.raises(UndecidedError):
            RealLine(relation, "x").settle(find=lambda _, __, wrong=wrong: wrong)  # type: ignore[arg-type, misc]


def formulas(message: Message) -> list[Formula]:
    found: list[Formula] = []
    for _, value in message.arguments:
        if isinstance(value, Formula):
            found.append(value)
        elif isinstance(value, Message):
            found += formulas(value)
    return found


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("statement", [s for s, a in (*DECIDED, *TRICKS) if a is not None])
def test_every_formula_of_the_steps_is_readable(statement: str, level: Level) -> None:
    worked = work(statement, level)
    assert worked.passages
    for passage in worked.passages:
        for line in passage.lines:
            for formula in formulas(line):
                read(formula.typed)
