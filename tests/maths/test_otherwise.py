"""What people type in a hurry is taken for what it says, and what is no mathematics costs nothing in practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maths.generating.draw import Draw
from maths.generating.topics.all import TOPICS
from maths.grade import grade
from maths.verdict import Level, Outcome

if TYPE_CHECKING:
    from maths.generating.exercise import Structure

TAKEN = [
    ("x = 2, x = 3", "x=2 x=3"),
    ("x = 2, x = 3", "x1=2, x2=3"),
    ("2, 3", "x_1 = 3, x_2 = 2"),
    ("x = 2, x = 3", "x1=2 x2=3"),
    ("x = 2, y = -1", "x=2 y=-1"),
    ("(2, -1)", "x=2 y=-1"),
    ("-9 < x < 6", "x>-9 and x<6"),
    ("-9 < x <= 6", "x≤6, x>-9"),
    ("-9 < x < 6", "x > -9이고 x < 6"),
    ("x = 2, x = 3", "2랑 3"),
    ("x = 2, y = -1", "x=2이고 y=-1"),
    ("5:14 PM", "17:14"),
    ("8:13 AM", "08:13"),
]
NOT_TAKEN = [
    ("x = 2, x = 3", "x=2 x=4"),
    ("x = 2, x = 3", "x1=2, x3=3"),
    ("(2, 3)", "x1=3, x2=2"),
    ("x = 2, y = -1", "x=-1 y=2"),
    ("-9 < x < 6", "x<-9 and x>6"),
    ("-9 < x < 6", "x>-9 and y<6"),
    ("-9 < x <= 6", "x>-9, x<6"),
    ("5:14 PM", "05:14"),
]
WORDS = ["모르겠어요", "둘 다 맞아요", "i do not know", "x" * 400]


@pytest.mark.parametrize(("expected", "given"), TAKEN)
def test_what_is_typed_in_a_hurry_is_taken_for_what_it_says(expected: str, given: str) -> None:
    assert grade(expected, given).outcome is Outcome.EQUAL


@pytest.mark.parametrize(("expected", "given"), NOT_TAKEN)
def test_another_reading_makes_nothing_right_that_is_wrong(expected: str, given: str) -> None:
    assert grade(expected, given).outcome is Outcome.DIFFERENT


@pytest.mark.parametrize("given", WORDS)
@pytest.mark.parametrize("expected", ["x = 2, x = 3", "12", "x < 2"])
def test_words_cost_nothing_in_practice(expected: str, given: str) -> None:
    assert grade(expected, given, {"asked": []}).outcome is Outcome.UNREADABLE


@pytest.mark.parametrize("given", ["8:13", "8시 13분"])
def test_a_time_without_its_half_costs_nothing(given: str) -> None:
    assert grade("8:13 AM", given, {"asked": []}).outcome is Outcome.UNREADABLE


def test_a_unit_too_many_costs_nothing_where_the_value_is_right() -> None:
    assert grade("12", "12 cm", {"asked": []}).outcome is Outcome.UNREADABLE
    assert grade("12", "13 cm", {"asked": []}).outcome is Outcome.DIFFERENT


@pytest.mark.parametrize("structure", TOPICS["units"].structures[Level.BEGINNER], ids=lambda one: one.__name__)
def test_the_unit_that_is_asked_for_may_be_said(structure: Structure) -> None:
    made = structure(Draw(structure.__name__))
    if "How many" in made.statement.key:
        named = made.statement.key.split()[2]
        assert grade(made.answer, f"{made.answer} {named}", made.policy).outcome is Outcome.EQUAL


def test_words_answer_what_asks_for_words() -> None:
    assert grade("Friday", "Saturday", {"asked": []}).outcome is Outcome.DIFFERENT
    assert grade("{}", "모르겠어요", {"asked": []}).outcome is Outcome.DIFFERENT


@pytest.mark.parametrize("given", ["18.6 km", "18.6킬로미터"])
def test_a_quantity_in_the_unit_of_the_question_is_not_converted(given: str) -> None:
    policy = {"unit": "m", "asked": ["18.6"]}
    assert grade("18600", given, policy).outcome is Outcome.UNREADABLE
    assert grade("18600", "18600 m", policy).outcome is Outcome.EQUAL
    assert grade("12", "0.012 km", {"unit": "m", "asked": ["4", "5"]}).outcome is Outcome.EQUAL
