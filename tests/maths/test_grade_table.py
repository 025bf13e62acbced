"""Typed answers by failure class, suffixes, policies: a wrong answer is never accepted."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from maths.grade import grade
from maths.verdict import Outcome

TABLE = [
    json.loads(line) for line in Path(__file__).with_name("answers.jsonl").read_text(encoding="utf-8").splitlines()
]
SUFFIXES = (
    "!",
    "x",
    "e3",
    " 1/2",
    "√2",
    "%",
    r"\%",
    " cm",
    "cm",
    " kg",
    " meters",
    " m",
    r"\text{ cm}",
    "°",
    "√3",
    "€",
)


def test_typed_answers_by_failure_class() -> None:
    """At least 0.97 right, nothing wrong accepted, the same in both directions."""
    wrong, accepted = [], []
    for row in TABLE:
        outcome = grade(row["expected"], row["given"], row).outcome
        back = grade(row["given"], row["expected"], row).outcome
        assert (outcome is Outcome.EQUAL) == (back is Outcome.EQUAL) or "form" in row, row
        if (outcome is Outcome.EQUAL) != row["equal"]:
            wrong.append(row)
            accepted += [row] if outcome is Outcome.EQUAL else []
    assert accepted == []
    assert len(TABLE) >= 600
    assert len(wrong) <= len(TABLE) * 0.03, wrong


def test_the_expected_answer_with_something_behind_it_is_never_accepted() -> None:
    chance = random.Random(7)  # noqa: S311 - examples
    golds = [str(n) for n in range(-3, 60)] + [f"{a}/{b}" for a in range(1, 9) for b in range(2, 9)]
    golds += [rf"\frac{{{a}}}{{{b}}}" for a in range(1, 6) for b in range(2, 6)] + [
        "x+1",
        "2x",
        "(1,2)",
        "0.5",
        r"\pi",
        "B",
    ]
    pairs = [(gold, gold + suffix) for gold in golds for suffix in SUFFIXES]
    assert len(pairs) >= 2_000
    chance.shuffle(pairs)
    assert [(e, g) for e, g in pairs[:2_000] if grade(e, g).outcome is Outcome.EQUAL] == []


POLICIES: list[tuple[str, str, dict[str, Any], bool]] = [
    ("10", "10%", {"unit": "%"}, True), ("10", "0.1", {"unit": "%"}, False), ("5", "50 mm", {"unit": "cm"}, True),
    ("5", "5", {"unit": "cm"}, True), ("5", "5 m", {"unit": "cm"}, False),
    ("1/3", "0.333", {"tolerance": "0.001"}, True), ("1/3", "0.333", {}, False),
    ("1/3", "0.34", {"tolerance": "implied"}, False),
    ("3.14", "pi", {"tolerance": "implied"}, True), ("100", "101", {"tolerance": "1%"}, True),
    ("100", "102", {"tolerance": "1%"}, False),
    ("1/2", "2/4", {"form": "lowest"}, False), ("1/2", "1/2", {"form": "lowest"}, True),
    ("x^2-1", "(x-1)(x+1)", {"form": "factorised"}, True), ("x^2-1", "x^2-1", {"form": "factorised"}, False),
    ("(x+1)^2", "x^2+2x+1", {"form": "expanded"}, True), ("(x+1)^2", "(x+1)^2", {"form": "expanded"}, False),
    ("2sqrt(2)", "sqrt(8)", {"form": "simplified"}, False), ("2sqrt(2)", "2√2", {"form": "simplified"}, True),
    ("x^2/2+C", "x^2/2", {"form": "+C"}, False), ("ln x + C", "ln(2x) + K", {"type": "antiderivative"}, True),
    ("1,2,3", "3,2,1", {"ordered": True}, False), ("1,2,3", "3,2,1", {}, True),
    ("(1,2)", "(2,1)", {"type": "set"}, True),
    ("B", "(b) 12", {"type": "choice"}, True), ("B", "(C) 12", {"type": "choice"}, False),
    ("3:4", "6:8", {"type": "ratio"}, True), ("3:4", "6:8", {}, False), ("3:4", "4:3", {"type": "ratio"}, False),
    ("1/2", "0.5", {"form": "exact"}, False), ("2.5", "2 1/2", {"form": "mixed"}, True),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "given", "policy", "equal"), POLICIES)
def test_the_policy_decides(expected: str, given: str, policy: dict[str, Any], equal: bool) -> None:  # noqa: FBT001
    assert (grade(expected, given, policy).outcome is Outcome.EQUAL) is equal


@pytest.mark.parametrize(
    ("expected", "given", "reason"),
    [
        ("5 cm", "5 m", "The value is right, but the unit is wrong."),
        ("5 cm", "5 kg", "The value is right, but the unit is wrong."),
        ("5 cm", "5", "The unit is missing."),
        ("25", "250", "The value is off by a factor of 10."),
        ("2/3", "3/2", "The value is upside down: this is the reciprocal."),
        ("sqrt(2)", "1.41", "An exact value is asked for, not a decimal."),
        ("(2, 9]", "(2, 9)", "The ends are right; look again at whether they belong to the interval."),
        ("x > 3", "x >= 3", "Look again at whether the end itself belongs to the solution."),
        ("x > 3", "x < 3", "The sign of the relation is not right."),
        ("x = 3", "x = -3", "The sign is wrong."),
        ("x = 3", "y = 3", "This is the value of something else."),
        ("-2, 5", "2, -5", "2 values have the wrong sign."),
        ("5", "x = 5 or x = -5", "1 value does not belong here."),
        ("x = 1, y = 2", "x = 1", "1 value is missing."),
        ("x = 0", "no solution", "There is something to find here: the answer is not empty."),
        ("1.5", "1,5", "A comma parts two values here; write a decimal with a point."),
        ("1/3", "0.33", "An exact value is asked for, not a decimal."),
        ("2/3", "0.66", "An exact value is asked for, not a decimal."),
        ("1/3", "0.34", "The value is not right."),
        ("x^2+3x+2", "x^2-3x+2", "The sign of the term with x is wrong."),
        ("x^2+3x+2", "x^2+3x", "The constant term is missing."),
        ("x^2+3x+2", "x^2+3x-2", "The sign of the constant term is wrong."),
        ("(x+3)^2", "x^2+9", "The term with x is missing."),
        ("2(x+1)", "2x+1", "The constant term is not right."),
        ("x^2+1", "x^2+x+1", "There is a term with x that does not belong there."),
        ("3x^2", "5x^2", "The coefficient of x**2 is not right."),
        ("50%", "50", "The percent sign is missing."),
        ("5", "5%", "There is a percent sign that does not belong there."),
        ("30°", "30", "The degree sign is missing."),
        ("7", "7°", "There is a degree sign that does not belong there."),
        ("1/2", "sin 30", "Without a degree sign the angle is in radians."),
        ("3x", "3X", "Capital and small letters are different letters here."),
        ("B", "C", "This is not the expected letter."),
        ("x^2", "x2", "x2 is read as a name with an index; write ^ for a power and * for a product."),
        ("1+2i", "1-2i", "The sign of the imaginary part is wrong."),
        ("42", "24", "Two digits have changed places."),
        ("42", "84", "The value is twice as large as it should be."),
        ("42", "21", "The value is half of what it should be."),
        ("25", "5", "This is the root of the value: it is still to be squared."),
        ("5", "25", "This is the square of the value: a root is still to be taken."),
        ("[[1,2],[3,4]]", "[[1,2],[3,5]]", "1 entry is not right."),
        ("[[1,2],[3,4]]", "[[1,3],[2,4]]", "Rows and columns have changed places."),
        ("[[1,2],[3,4]]", "[[1,2]]", "The matrix does not have the right number of rows and columns."),
        ("3:4", "4:3", "The ratio is the wrong way round."),
        ("3:4", "6:8", "The ratio is right, but it is asked for in other numbers: simplify it."),
        ("[0,1)", "5", "This is not the kind of answer that was asked for."),
    ],
)
def test_the_reason_helps_a_learner(expected: str, given: str, reason: str) -> None:
    assert str(grade(expected, given).reason) == reason
