"""Lines that contradict what stands above them or their own reason, and look-alikes that do not."""

from __future__ import annotations

import pytest

from maths.audit import audit
from maths.verdict import LineStanding

LET = "Let x be the number of pens.\n"

UNKNOWN: dict[str, tuple[str, str | None]] = {
    "solved wrongly": (LET + "3x + 5 = 26\n3x = 21\nx = 8", "x = 8"),
    "solved rightly": (LET + "3x + 5 = 26\n3x = 21\nx = 7", None),
    "terms collected wrongly": (LET + "x + 2x + 9x = 24\n3x = 24", "3x = 24"),
    "two values": (LET + "So x = 15 pens.\nThen x = 5.", "Then x = 5."),
    "in latex": (LET + "Then $4x - 2 = 18$, so $4x = 20$.\nHence $x = 6$.", "Hence $x = 6$."),
    "in latex, right": (LET + "Then $4x - 2 = 18$, so $4x = 20$.\nHence $x = 5$.", None),
    "a chain": ("Let H be the price.\nWe get 10H + H = 880.\nSo H = 880 - 10H = 780.", "So H = 880 - 10H = 780."),
    "with a note": (LET + "2x = 30\nx = <<12=12>>12 pens", "x = <<12=12>>12 pens"),
    "money": ("Let p be the price.\np - $12 = $12\np = $30", "p = $30"),
    "korean": ("연필의 수를 x라 하자.\n2x + 4 = 20\nx = 5", "x = 5"),
    "korean, right": ("연필의 수를 x라 하자.\n2x + 4 = 20\nx = 8", None),
    "no letter is defined": ("2x + 4 = 20\nx = 5", None),
    "defined twice": (LET + "x = 5\nNow let x be the number of books.\nx = 9", None),
    "cases": (LET + "In the first case x = 5.\nIn the second case x = 9.", None),
    "or": (LET + "Then x = 5 or\nx = 9", None),
    "supposed": (LET + "Suppose x = 5. That is too small.\nx = 9", None),
    "two solutions": (LET + "x^2 = 25\nx = 5\nx = -5 is not possible", "x = -5 is not possible"),
    "rounded": (LET + "3x = 100\nx = 33", None),
    "rounded on the way": (LET + "7x = 1000\nx = 143", None),
    "other units": ("Let t be the time.\nt = 2 hours\nt = 120 minutes", None),
    "another letter in it": (LET + "x + y = 12\nx = 5\nx + y = 20", None),
    "a sign of multiplication": (LET + "That is 4 x 2 = 8 pens.\nx = 11", None),
    "a formula in words before": (LET + "x = 10\nHalf of x = 5", None),
    "more than": (LET + "x = 10\n5 more than x = 15", None),
    "an inequality": (LET + "x > 3\nx = 10\n2x = 8", None),
}  # fmt: skip

BECAUSE: dict[str, tuple[str, str | None]] = {
    "another value": ("He has $13 left because 10 - 6 = 4", "He has $13 left because 10 - 6 = 4"),
    "another value, noted": ("She earned $30 because 40 x 7 = <<40*7=280>>280", "She earned $30"),
    "the same": ("He has $4 left because 10 - 6 = 4", None),
    "written otherwise": ("He has $.50 left because 2 - 1.5 = 0.5", None),
    "percent": ("The part is 20% because 8 / 40 = .2", None),
    "rounded": ("He needs 4 trips because 11 / 3 = 3.67", None),
    "rounded down": ("He fills 3 boxes because 11 / 3 = 3.67", None),
    "units": ("It takes 2 hours because 60 + 60 = 120 minutes", None),
    "an operand": ("Each candle costs $2.00 because 20 * 2 = 40", None),
    "a bound": ("He buys 5 boxes because 4 * 12 = 48", None),
    "a discriminant": ("There are 2 real roots because 25 - 24 = 1", None),
    "words between": ("He takes 3 because if 2 + 2 = 4", None),
    "a denial": ("It is not 11 because 10 - 6 = 4", None),
    "it goes on": ("He has 11 because 10 - 6 = 4, and 7 more come", None),
}  # fmt: skip

CONCLUSION: dict[str, tuple[str, str | None]] = {
    "another answer": ("He gets 3.5 * 2400 = $8400.\nA: 7400", "A: 7400"),
    "korean": ("모두 3 * 25 = 75\n답: 65", "답: 65"),
    "the answer": ("He gets 3.5 * 2400 = $8400.\nA: 8400", None),
    "with commas": ("He gets 3.5 * 2400 = $8,400.\nA: 8400", None),
    "a value above it": ("She has 3 * 4 = 12.\nOf these 12 - 5 = 7 are red.\nA: 12", None),
    "a value of the text": ("The 15 boys share 30 / 15 = 2.\nA: 15", None),
    "money cut off": ("They earn 32.50 + 53.25 = $85.75.\nA: 85", "A: 85"),
    "money rounded": ("They earn 32.50 + 53.25 = $85.75.\nA: 86", None),
    "money rounded, and it says so": ("Rounded down they earn 32.50 + 53.25 = $85.75.\nA: 85", None),
    "whole things": ("He buys 1500 / 40 = 37.5 bars.\nA: 37", None),
    "a sign": ("He has 50 - 65 = -15 left.\nA: 15", None),
    "units": ("It takes 3 * 40 = 120 minutes.\nA: 2", None),
    "negative weight": ("The adults weigh 640 - 700 = -60 kg.\nA: -60", "A: -60"),
    "negative change": ("The change is 640 - 700 = -60 kg.\nA: -60", None),
    "negative temperature": ("It is 5 - 17 = -12 degrees.\nA: -12", None),
    "people": ("On one day 10/6 = 1.6 people are ill.", "On one day 10/6 = 1.6 people are ill."),
    "people on average": ("On average 10/6 = 1.6 people are ill.", None),
    "people made whole": ("That makes 10/4 = 2.5 people, so 3 come.\nA: 3", None),
    "people needed": ("He needs 10/4 = 2.5 workers.", None),
    "people each": ("There are 5/2 = 2.5 people per room.", None),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "refuted"),
    [
        pytest.param(*row, id=f"{kind}-{name}")
        for kind, rows in (("unknown", UNKNOWN), ("because", BECAUSE), ("conclusion", CONCLUSION))
        for name, row in rows.items()
    ],
)
def test_a_contradiction_is_refuted_at_its_line(text: str, refuted: str | None) -> None:
    found = [line.text for line in audit(text).lines if line.standing is LineStanding.REFUTED]
    assert [line[: len(refuted or "")] for line in found] == ([refuted] if refuted else [])


def test_the_reason_names_both_values() -> None:
    (line,) = [line for line in audit(LET + "3x = 21\nx = 8").lines if line.reason]
    assert str(line.reason) == "Here x would be 8; above it is 7."
    (line,) = [line for line in audit("He gets 2.5 * 3 = $7.50.\nA: 9").lines if line.reason]
    assert str(line.reason) == "The last line gives 7.50, not 9."
