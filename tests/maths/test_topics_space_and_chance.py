"""Topics of counting, chance, data, figures, coordinates and the calendar, asked in Korean; and what hints may tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sampled import sampled

from maths.decide import decide
from maths.generate import confirms
from maths.generating.draw import Draw
from maths.generating.figures import surd
from maths.generating.hints import tells
from maths.generating.topics.all import TOPICS
from maths.generating.topics.clock_and_calendar import TOPIC as CALENDAR
from maths.generating.writing import shown
from maths.message import Formula, Message
from maths.steps import work
from maths.verdict import Level
from tutor.types import Language
from tutor.words import render

if TYPE_CHECKING:
    from maths.generating.exercise import Structure, Topic

OWN = (
    "circles", "clock_and_calendar", "conics", "coordinate_geometry", "counting", "lines", "logic",
    "plane_geometry", "probability", "right_triangles", "solids", "statistics",
)  # fmt: skip
LEAST_STRUCTURES, DRAWS, MOST_ALIKE = 12, 12, 4
EVERY = [(TOPICS[key], structure) for key in OWN for level in Level for structure in TOPICS[key].structures[level]]
NAMED = [f"{topic.key}-{structure.__name__}" for topic, structure in EVERY]


@pytest.mark.parametrize("key", OWN)
def test_every_level_has_enough_structures(key: str) -> None:
    for level in Level:
        assert len({structure.__name__ for structure in TOPICS[key].structures[level]}) >= LEAST_STRUCTURES


@pytest.mark.parametrize(("topic", "structure"), sampled(EVERY, 8, NAMED))
def test_the_korean_words_mean_what_was_made(topic: Topic, structure: Structure) -> None:
    made = structure(Draw(f"{topic.key} in Korean"))
    decision = decide(render(made.statement, Language.KOREAN))
    assert decision.answer is not None, str(decision.reason)
    assert confirms(made, decision.answer.typed)


@pytest.mark.parametrize(("topic", "structure"), EVERY, ids=NAMED)
def test_a_structure_does_not_repeat_itself(topic: Topic, structure: Structure) -> None:
    statements = {str(structure(Draw(f"{topic.key} {seed}")).statement) for seed in range(DRAWS)}
    assert len(statements) >= DRAWS - MOST_ALIKE


@pytest.mark.parametrize(
    ("inside", "outside", "typed"), [(12, 1, "2*sqrt(3)"), (9, 2, "6"), (7, 1, "sqrt(7)"), (50, 3, "15*sqrt(2)")]
)
def test_a_root_is_written_with_its_squares_taken_out(inside: int, outside: int, typed: str) -> None:
    assert surd(inside, outside) == typed


@pytest.mark.parametrize(
    ("answer", "line", "told"),
    [("(1, -4)", "2*(-5) - (-11) = 1", True), ("(1, -4)", "-4 = y", True), ("(1, -4)", "3 + 2 = 5", False)],
)
def test_a_hint_tells_no_coordinate_of_a_point(answer: str, line: str, told: bool) -> None:  # noqa: FBT001
    hint = Message("So {result}.", result=shown(line))
    assert tells(hint, Formula(answer, answer)) is told


@pytest.mark.parametrize(
    ("problem", "answer"),
    [
        ("p가 참이고 q가 거짓일 때, p ∧ ¬q의 진릿값을 구하시오.", "True"),
        ("p가 거짓이고 q가 참일 때, 명제 p ∧ ¬q의 진리값을 구하시오.", "False"),
        ("p가 참일 때, p ∧ ¬q의 진릿값을 구하시오.", None),
        ("p가 참이고 p가 거짓일 때, p ∧ q의 진릿값을 구하시오.", None),
        ("p가 참이 아니고 q가 거짓일 때, p ∧ q의 진릿값을 구하시오.", None),
        ("p ∨ (q ∧ r)의 진리표에서 참인 행의 개수를 구하시오.", "5"),
        ("p ∨ (q ∧ r)의 진리표에서 거짓인 행의 개수를 구하시오.", None),
    ],
)
def test_truth_values_are_asked_in_korean(problem: str, answer: str | None) -> None:
    found = decide(problem).answer
    assert (found and found.typed) == answer


def test_a_hint_judges_nothing_where_a_yes_or_no_is_asked() -> None:
    judged = Message("{formula} is false.", formula=shown("p"))
    assert tells(judged, Formula("False", "False"))
    assert not tells(judged, Formula("3", "3"))


def test_a_day_of_the_week_is_expected_in_english_and_asked_in_either_language() -> None:
    made = CALENDAR.structures[Level.ADVANCED][0](Draw("a date"))
    found = decide(render(made.statement, Language.KOREAN))
    assert found.answer is not None
    assert found.answer.typed.endswith("요일")
    assert confirms(made, found.answer.typed)


def test_more_cases_than_are_written_out_are_added_all_the_same() -> None:
    worked = work(
        "A fair coin is flipped 14 times. What is the probability of getting at least 7 tails?", Level.BEGINNER
    )
    assert worked.decision.answer is not None
    assert worked.decision.answer.typed == "2477/4096"
