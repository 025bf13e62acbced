"""An answer to practice is worked out: the question given back is none, nor what stops halfway."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maths.generating.draw import Draw
from maths.generating.topics.all import TOPICS
from maths.grade import grade
from maths.message import Formula, Message
from maths.verdict import Outcome

if TYPE_CHECKING:
    from maths.generating.exercise import Topic

ASKED = "That is the problem as it was asked. Work it out."
UNFINISHED = "This is right so far, but it is not worked out to the end."

GIVEN_BACK = [
    ("1024", "2^10", ["2^10"]),
    ("19/12", "5/6 + 3/4", ["3/4 + 5/6"]),
    ("x = 2", "2x + 3 = 7", ["2*x + 3 = 7"]),
    ("x = 2", "7 = 3 + 2x", ["2*x + 3 = 7"]),
    ("x < 2", "2x + 3 < 7", ["2*x + 3 < 7"]),
    ("x^7", "x^3 * x^4", ["x**3*x**4"]),
    ("sqrt(3)", "3/sqrt(3)", ["3/sqrt(3)"]),
    ("5 - 3*i", "(4-16i)/(2-2i)", ["(4 - 16*i)/(2 - 2*i)"]),
    ("25*pi/18", "250°", ["250°"]),
    ("115", "311_6", ["311_6"]),
    ("0.8", "80%", ["80%"]),
    ("[[2, 0], [0, 2]]", "[[1, 0], [0, 1]] + [[1, 0], [0, 1]]", ["[[1, 0], [0, 1]] + [[1, 0], [0, 1]]"]),
]
HALFWAY = [
    ("1024", "2^9 * 2", ["2^10"]),
    ("1024", "2^10", []),
    ("19/12", "9/12 + 10/12", ["3/4 + 5/6"]),
    ("6", "3!", []),
    ("3", "log_2 8", []),
    ("x = 2", "2x = 4", ["2*x + 3 = 7"]),
    ("x = 2", "x = 4/2", ["2*x + 3 = 7"]),
    ("x < 2", "2x < 4", ["2*x + 3 < 7"]),
    ("x = 2, x = 3", "(5±1)/2", ["x^2 - 5*x + 6 = 0"]),
    ("y = (6 - 2*x)/3", "3y = 6 - 2x", ["2*x + 3*y = 6"]),
    ("18*x - 46", "2(6x+4) + 6(x-9)", ["4*(3*x + 2) + 6*(x - 9)"]),
    ("18*x - 46", "12x + 8 + 6x - 54", ["4*(3*x + 2) + 6*(x - 9)"]),
    ("(x+5)/(x+3)", "(x+5)(x+6)/((x+3)(x+6))", ["(x**2 + 11*x + 30)/(x**2 + 9*x + 18)"]),
    ("1/x - 1/(x+1)", "1/(x(x+1))", ["1/(x**2 + x)"]),
    ("36*pi", "pi * 6^2", []),
    ("3 + 2*sqrt(2)", "(1+sqrt 2)^2", []),
    ("(3/2)*sqrt(2)", "3/sqrt(2)", ["6/sqrt(8)"]),
]
DONE = [
    ("1024", "1,024", ["2^10"]),
    ("300000", "3*10^5", ["300*1000"]),
    ("19/12", "1 7/12", ["3/4 + 5/6"]),
    ("19/12", "38/24", ["3/4 + 5/6"]),
    ("1/2", "-(-1)/2", ["1/4 + 1/4"]),
    ("x = 2", "2", ["2*x + 3 = 7"]),
    ("x = -3/2", "-1.5", ["2*x + 3 = 0"]),
    ("x < 2", "(-oo, 2)", ["2*x + 3 < 7"]),
    ("x < 2", "2 > x", ["2*x + 3 < 7"]),
    ("x = 2, x = 3", "2 and 3", ["x^2 - 5*x + 6 = 0"]),
    ("x = 1 + sqrt(2), x = 1 - sqrt(2)", "x = 1 ± √2", ["x^2 - 2*x - 1 = 0"]),
    ("y = 2*x + 3", "2x - y + 3 = 0", []),
    ("y = 2*x + 3", "y - 5 = 2(x - 1)", []),
    ("18*x - 46", "2(9x - 23)", ["4*(3*x + 2) + 6*(x - 9)"]),
    ("-22/25 + (-4/25)*i", "(-22-4i)/25", ["(2 + 4*i)/(-3 - 4*i)"]),
    ("2*x*sin(x) + x^2*cos(x)", "x(2sin x + x cos x)", ["x^2*sin(x)"]),
    ("6", "6", ["6", "18"]),
    ("20", "20%", ["20%"]),
    ("-8 < x < -2", "-8 < x < -2", ["-17 < x - 9 < -11"]),
    ("ln(2401)/ln(7/5)", "4 ln 7/(ln 7 - ln 5)", ["5**x = 7**(x - 4)"]),
    ("(sqrt(3) + sqrt(6))/2", "(1/2)√3 + (1/2)√6", ["tan(60°)*sin(45°) + sin(60°)"]),
    ("pi + pi*sqrt(2)", "pi(1 + sqrt 2)", []),
    ("x^2/4 + y^2/9 = 1", "(x/2)^2 + (y/3)^2 = 1", []),
    ("36*pi cm^2", "36π cm²", []),
]


@pytest.mark.parametrize(("expected", "given", "asked"), GIVEN_BACK)
def test_the_question_given_back_is_no_answer(expected: str, given: str, asked: list[str]) -> None:
    found = grade(expected, given, {"asked": asked})
    assert (found.outcome, str(found.reason)) == (Outcome.UNREADABLE, ASKED)
    assert grade(expected, given).outcome is Outcome.EQUAL


@pytest.mark.parametrize(("expected", "given", "asked"), HALFWAY)
def test_what_stops_halfway_is_not_done(expected: str, given: str, asked: list[str]) -> None:
    found = grade(expected, given, {"asked": asked})
    assert (found.outcome, str(found.reason)) == (Outcome.UNREADABLE, UNFINISHED)
    assert grade(expected, given).outcome is Outcome.EQUAL


@pytest.mark.parametrize(("expected", "given", "asked"), DONE)
def test_what_is_worked_out_may_be_written_as_one_likes(expected: str, given: str, asked: list[str]) -> None:
    policy = {"asked": asked, "unit": "%"} if "%" in given else {"asked": asked}
    assert grade(expected, given, policy).outcome is Outcome.EQUAL


def test_a_decimal_is_not_its_own_fraction() -> None:
    policy = {"form": "lowest", "asked": ["7.74"]}
    assert grade("387/50", "7.740", policy).outcome is Outcome.UNREADABLE
    assert grade("387/50", "387/50", policy).outcome is Outcome.EQUAL


@pytest.mark.parametrize("given", ["6:8", "12:16", "0.3:0.4"])
def test_a_ratio_is_in_whole_numbers_without_a_common_factor(given: str) -> None:
    policy = {"type": "ratio", "asked": ["6:8"]}
    assert grade("3:4", given, policy).outcome is Outcome.UNREADABLE
    assert grade("3:4", "3:4", policy).outcome is Outcome.EQUAL


@pytest.mark.parametrize("form", ["simplified", "lowest"])
def test_a_ratio_of_three_parts_is_simple_as_a_whole(form: str) -> None:
    policy = {"type": "ratio", "form": form}
    assert grade("10:5:4", "10:5:4", policy).outcome is Outcome.EQUAL
    assert grade("10:5:4", "20:10:8", policy).outcome is Outcome.DIFFERENT


def test_a_wrong_answer_is_wrong_however_far_it_is_worked_out() -> None:
    assert grade("1024", "2^9 + 1", {"asked": ["2^10"]}).outcome is Outcome.DIFFERENT


@pytest.mark.parametrize("form", ["primes", "factorised"])
def test_a_form_that_is_a_product_stays_one(form: str) -> None:
    assert grade("2^3*5", "2*2*2*5", {"form": form, "asked": ["40"]}).outcome is Outcome.EQUAL


@pytest.mark.parametrize("topic", TOPICS.values(), ids=list(TOPICS))
def test_no_structure_takes_its_own_formula_for_an_answer(topic: Topic) -> None:
    for structures in topic.structures.values():
        for structure in structures:
            made = structure(Draw(structure.__name__))
            given = [one.typed for one in _formulas(made.statement)]
            policy = {"asked": given, **made.policy}
            if "asked" in made.policy or made.type == "list":
                continue
            assert grade(made.answer, made.answer, policy).outcome is Outcome.EQUAL, made.statement
            for formula in (one for one in given if not _is_its_answer(one, made.answer)):
                assert grade(made.answer, formula, policy).outcome is not Outcome.EQUAL, made.statement


def _formulas(statement: Message) -> list[Formula]:
    arguments = [argument for _, argument in statement.arguments]
    inner = [one for argument in arguments if isinstance(argument, Message) for one in _formulas(argument)]
    return [*(one for one in arguments if isinstance(one, Formula)), *inner]


def _is_its_answer(formula: str, answer: str) -> bool:
    """A number of the question may be its answer: 6 is the greatest common divisor of 6 and 18."""
    return formula.rpartition("=")[2].strip("%0 ").isdecimal() or formula == answer
