"""A working judged line by line: alarms only where the line is certainly wrong."""

from __future__ import annotations

import pytest

from maths.audit import audit
from maths.verdict import LineStanding, Standing


def standing(line: str) -> LineStanding:
    (found,) = audit(line).lines
    return found.standing


@pytest.mark.parametrize(
    "line",
    ["2 + 2 = 4", "  3*4 = 12 = 24/2.", "1. 2(3) = 6", "2^10 = 1024", "0.5 × 4 = 2", "(2)(3) = 6", "-2^2 = -4"],
)
def test_an_equality_of_numbers_that_holds_is_verified(line: str) -> None:
    assert standing(line) is LineStanding.VERIFIED


@pytest.mark.parametrize("line", ["2 + 2 = 5", "12 = 3*4 = 13", "2. 7*8 = 54", "0.5 * 4 = 3", "- 3*4 = 13"])
def test_an_equality_of_numbers_that_fails_is_refuted_with_the_right_value(line: str) -> None:
    (found,) = audit(line).lines
    assert found.standing is LineStanding.REFUTED
    assert found.reason is not None


def test_the_reason_gives_the_value_that_was_calculated() -> None:
    (found,) = audit("2 + 2 = 5").lines
    assert str(found.reason) == "2 + 2 is 4, not 5."


@pytest.mark.parametrize(
    "line",
    [
        "so x = 5",
        "x + 2 = 7",
        "1/3 = 0.33",
        "3.14159 = 22/7",
        "2/3 = 0.7",
        "sqrt(2) = 1.41",
        "20% = 0.2",
        "1/0 = 1/0",
        "3 < 2",
        "9**9**9 = 1",
        "1 = 2 (mod 1)",
    ],
)
def test_what_is_not_certain_is_not_judged(line: str) -> None:
    """Words, letters, rounding, two ways of reading, and what has no value: silence."""
    assert standing(line) is LineStanding.NOT_JUDGED


def test_each_line_keeps_its_text_and_the_whole_is_refuted_by_one() -> None:
    """A clean audit never lifts a standing; one wrong line refutes the working."""
    text = "First:\n  2 + 2 = 4\n2 * 3 = 7\n"
    found = audit(text, "What is it?")
    assert [line.text for line in found.lines] == text.splitlines()
    assert found.standing is Standing.REFUTED
    assert audit("2 + 2 = 4").standing is Standing.UNCHECKED


def test_a_flood_of_lines_is_answered_line_by_line() -> None:
    assert len(audit("1+1=3\n" * 5000).lines) == 5000
