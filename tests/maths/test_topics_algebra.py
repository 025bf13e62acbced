"""Topics of algebra: variety, answers in the form they ask for, and the plain arithmetic they are made with."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from sampled import sampled

from maths.generate import exercise
from maths.generating import angles
from maths.generating.draw import Draw
from maths.generating.hints import tells
from maths.generating.polynomials import linear, times, typed
from maths.generating.surds import surd, taken_out, with_surd
from maths.generating.topics.all import TOPICS
from maths.generating.writing import shown
from maths.grade import grade
from maths.message import Formula, Message
from maths.verdict import Level, Outcome

if TYPE_CHECKING:
    from maths.generating.exercise import Structure, Topic

KEYS = (
    "powers_and_roots",
    "expanding",
    "factoring",
    "systems_of_equations",
    "inequalities",
    "absolute_value",
    "functions",
    "exponents_and_logarithms",
    "sequences",
    "trigonometry",
    "complex_numbers",
    "polynomials",
)
LEAST_STRUCTURES = 12
DRAWS = 12
MOST_REPEATED = 4
EVERY = [
    pytest.param(TOPICS[key], level, structure, id=f"{key}-{level}-{structure.__name__}")
    for key in KEYS
    for level in Level
    for structure in TOPICS[key].structures[level]
]


@pytest.mark.parametrize("key", KEYS)
def test_every_level_has_enough_structures(key: str) -> None:
    for level in Level:
        assert len({structure.__name__ for structure in TOPICS[key].structures[level]}) >= LEAST_STRUCTURES


@pytest.mark.parametrize(("topic", "level", "structure"), EVERY)
def test_a_structure_draws_many_problems(topic: Topic, level: Level, structure: Structure) -> None:
    drawn = {str(structure(Draw(f"{topic.key} {level} {number}")).statement) for number in range(DRAWS)}
    assert len(drawn) >= DRAWS - MOST_REPEATED


@pytest.mark.parametrize(("topic", "level", "structure"), EVERY)
def test_the_answer_has_the_form_that_is_asked_for(topic: Topic, level: Level, structure: Structure) -> None:
    made = structure(Draw(f"{topic.key} {level} form"))
    assert grade(made.answer, made.answer, made.policy).outcome is Outcome.EQUAL


@pytest.mark.parametrize(("topic", "level", "structure"), sampled(EVERY, 16))
def test_another_draw_is_confirmed_from_the_words(topic: Topic, level: Level, structure: Structure) -> None:
    assert exercise(topic.key, level, 2, structure, structure(Draw(f"another {structure.__name__}"))) is not None


@pytest.mark.parametrize("degrees", range(-360, 721, 15))
def test_the_table_of_sines_and_cosines(degrees: int) -> None:
    for function, exact in (("sin", math.sin), ("cos", math.cos)):
        found = sum(float(part) * math.sqrt(radicand) for radicand, part in angles.value(function, degrees).items())
        assert found == pytest.approx(exact(math.radians(degrees)), abs=1e-12)


@pytest.mark.parametrize("degrees", [-60, -45, -30, 0, 30, 45, 60, 120, 135, 150, 180, 210, 225, 240, 300, 315, 330])
def test_the_table_of_tangents(degrees: int) -> None:
    found = sum(float(part) * math.sqrt(radicand) for radicand, part in angles.value("tan", degrees).items())
    assert found == pytest.approx(math.tan(math.radians(degrees)), abs=1e-12)


def test_all_solutions_of_a_period_tell_those_in_an_interval() -> None:
    general = Message("It holds for {solutions}.", solutions=shown("x = 7*pi/6 + 2*k*pi"))
    assert tells(general, shown("7*pi/6, 11*pi/6"))
    assert not tells(general, shown("pi/6, 5*pi/6"))


def test_a_long_number_tells_wherever_it_stands() -> None:
    line = Message("Now {rest} is left.", rest=shown("(81554 - 69696)/(2*275)"))
    assert tells(line, shown("275"))
    assert not tells(line, shown("27"))


def test_squares_are_taken_out_of_a_root() -> None:
    assert taken_out(72) == (6, 2)
    assert surd(3, 50) == "15*sqrt(2)"
    assert surd(2, 9) == "6"
    assert with_surd(2, -1, 12) == "2 - 2*sqrt(3)"


def test_polynomials_in_two_letters() -> None:
    base = linear(1, -2, 3)
    assert typed(times(base, base)) == "x^2 - 4*x*y + 4*y^2 + 6*x - 12*y + 9"


@pytest.mark.parametrize(
    ("line", "answer"),
    [("x - 14 = 0", "14"), ("x + 3 = 0", "x = -3"), ("t = 80°", "80"), ("a = b*c + (-9*x - 6)", "-9*x - 6")],
)
def test_an_answer_in_other_clothes_is_told_as_well(line: str, answer: str) -> None:
    said = Message("So {step}.", step=Formula(line, line))
    assert tells(said, shown(answer))
    assert not tells(said, shown("15"))
