"""Stories of every day and wordings of school: decided in both languages, and not where something is missing or denied.

`everyday.jsonl` and `course.jsonl` hold a statement a line with its answer, null where it must stay undecided.
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sympy

from maths.decide import decide
from maths.families.equations.monotonic import MonotonicInequality
from maths.families.equations.real_set import EVERYTHING
from maths.families.functions.sinusoid import Sinusoid, Trait
from maths.families.logic.converse import Turned, TurnedImplication
from maths.families.logic.propositions import Joined, Letter
from maths.families.numbers.as_power import AsPower
from maths.families.numbers.common import Congruent, Coprime
from maths.families.proportion.amounts import Amount
from maths.families.proportion.reciprocal import RatioValue, Reciprocal
from maths.families.proportion.variation_rule import VariationRule
from maths.families.settled import UndecidedError
from maths.families.stories.ages import Said, Sentence, TwoAges, YearsUntil
from maths.families.stories.event_laws import Derived
from maths.families.stories.events import EVERY, FIRST, SECOND, Likely, Tie, TwoEvents
from maths.families.stories.legs import AverageSpeed, Leg
from maths.families.stories.mixture import Mixture, Portion
from maths.families.stories.price import PriceOfMany
from maths.families.stories.work import TogetherWork
from maths.families.terms import number
from maths.phrasing.slots import harmless_ko
from maths.read import read
from maths.steps import work
from maths.verdict import Level, SectionKind
from tutor.types import Language
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Relation

HERE = Path(__file__).parent


def _rows(name: str) -> list[tuple[str, str | None]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [(row["statement"], row["answer"]) for row in map(json.loads, lines)]


EVERYDAY, COURSE = _rows("everyday.jsonl"), _rows("course.jsonl")


@pytest.mark.parametrize(("statement", "answer"), [*EVERYDAY, *COURSE])
def test_a_statement_has_its_answer_or_none(statement: str, answer: str | None) -> None:
    found = decide(statement).answer
    assert (found.typed if found else None) == answer


def _twice(value: Fraction) -> Fraction:
    return 2 * value


TENTH, FIFTH = Fraction(1, 10), Fraction(1, 5)
MIXED = Mixture((Portion(Fraction(200), TENTH), Portion(Fraction(300), FIFTH)))
THINNED = Mixture((Portion(Fraction(200), FIFTH), Portion(None, Fraction(0))), TENTH)
AGES = TwoAges((Sentence(Said.SUM, Fraction(28)), Sentence(Said.GAP, Fraction(4))), 0, ("A", "B"))
EVENTS = TwoEvents(((Likely(FIRST), FIFTH), (Likely(SECOND), TENTH)), Likely(FIRST & SECOND), Tie.INDEPENDENT)
WRONG_LAW = Derived((FIRST & SECOND, EVERY), Fraction(3, 10), (((FIRST, EVERY), FIFTH), ((SECOND, EVERY), TENTH)), "+")
POWERS: Relation = read("2^x > 8")  # type: ignore[assignment]
BROKEN: dict[str, Callable[[], object]] = {
    "a concentration": lambda: MIXED.settle(lambda _: TENTH),
    "water that is added": lambda: THINNED.settle(lambda _: Fraction(100)),
    "two ages": lambda: AGES.settle(lambda _: (Fraction(12), Fraction(16))),
    "years": lambda: YearsUntil((Fraction(40), Fraction(10)), Fraction(3)).settle(lambda *_: Fraction(4)),
    "a time together": lambda: TogetherWork((Fraction(3), Fraction(6))).settle(lambda *_: Fraction(9, 2)),
    "the mean of speeds": lambda: AverageSpeed((Leg(speed=Fraction(60)), Leg(speed=Fraction(40)))).settle(
        lambda _: Fraction(50)
    ),
    "a price": lambda: PriceOfMany(Fraction(3), Amount(number(6), "$"), Fraction(5)).settle(lambda *_: Fraction(9)),
    "a law of probability": lambda: EVENTS.settle(lambda _: [WRONG_LAW]),
    "common divisors": lambda: Coprime((number(15), number(28))).settle(lambda *_: 3),
    "a remainder": lambda: Congruent((number(17), number(5)), number(6)).settle(lambda a, _: a),
    "a reciprocal": lambda: Reciprocal(number(4)).settle(_twice),
    "a ratio": lambda: RatioValue((number(2), number(7))).settle(lambda a, b: b / a),
    "an exponent": lambda: AsPower(read("3^4*3^2"), number(3)).settle(lambda *_: 8),
    "a converse": lambda: TurnedImplication(Letter("p"), Letter("q"), Turned.CONTRAPOSITIVE).settle(
        lambda task: Joined("implies", task.conclusion, task.premise)
    ),
    "a constant": lambda: VariationRule(inverse=False, letters=("y", "x"), known=(number(12), number(4))).settle(
        lambda b, a: b * a
    ),
    "a side of a boundary": lambda: MonotonicInequality(POWERS, "x").settle(lambda _: EVERYTHING),
    "a period": lambda: Sinusoid(read("sin(2*x)"), "x", Trait.PERIOD).settle(lambda _: 2 * sympy.pi),
    "a part of a period": lambda: Sinusoid(read("sin(2*x)"), "x", Trait.PERIOD).settle(lambda _: sympy.pi / 2),
    "a greatest value": lambda: Sinusoid(read("3*sin(x) + 1"), "x", Trait.GREATEST).settle(lambda _: sympy.pi),
}


@pytest.mark.parametrize("name", list(BROKEN))
def test_a_wrong_first_route_decides_nothing(name: str) -> None:
    with pytest.raises(UndecidedError):
        BROKEN[name]()


TAUGHT = [
    "10%의 소금물 300g에 물 200g을 더 넣으면 몇 %의 소금물이 되는가?",
    "How much water must be added to 200 g of a 12% salt solution to make an 8% solution?",
    "Anna is 4 years older than Ben. The sum of their ages is 28. How old is Anna?",
    "Tom is 12 years old and his father is 40. In how many years will his father be twice as old as Tom?",
    "A alone takes 3 hours and B alone takes 6 hours to finish a job. How long does it take if they work together?",
    "A car goes from A to B at 60 km/h and returns at 40 km/h. What is the average speed for the round trip?",
    "3 pencils cost $1.20. How much do 5 cost?",
    "P(A) = 0.5, P(B) = 0.4, P(A or B) = 0.7. What is P(A and B)?",
    "Are 15 and 28 coprime?",
    "17과 5는 법 6에 대하여 합동인가?",
    "4의 역수를 구하시오.",
    "2 : 7의 비율을 분수로 나타내시오.",
    "9 × 27을 3의 거듭제곱으로 나타내시오.",
    "명제 p → q의 대우를 쓰시오.",
    "y가 x에 정비례하고 x = 4일 때 y = 12이다. x와 y 사이의 관계식을 구하시오.",
    "부등식 log_{1/2} x > 3의 해는?",
    "함수 y = 3sin(2x)의 주기를 구하시오.",
]


@pytest.mark.parametrize("statement", TAUGHT)
def test_levels_differ_in_both_languages(statement: str) -> None:
    taught = [work(statement, level).passages for level in Level]
    for language in Language:
        texts = [[say(line, language) for passage in passages for line in passage.lines] for passages in taught]
        assert texts[0] != texts[1] != texts[2] != texts[0]
    steps = [
        [line for passage in passages if passage.kind is SectionKind.STEPS for line in passage.lines]
        for passages in taught
    ]
    assert len(steps[0]) >= len(steps[1]) >= len(steps[2]) >= 1


def test_a_korean_name_that_restricts_is_no_name() -> None:
    assert harmless_ko("지수")
    assert not harmless_ko("서로")
