"""The classes of rules a sequence can be said to follow, each linear in the whole numbers it leaves open.

A term that is not given to start with is `constant + Σ coefficient·parameter`, both read off the terms before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maths.generating.draw import Draw

    Row = Callable[[int, Sequence[int]], tuple[tuple[int, ...], int]]

LARGEST = 99_999  # a term nobody minds writing


@dataclass(frozen=True, slots=True)
class Rule:
    """`start` terms are free; `row(n, before)` gives term number n's coefficients and constant.

    `weight` is how much thinking it needs: how many numbers must be found, and through how many differences.
    """

    key: str
    says: Message
    letters: tuple[str, ...]
    start: int
    weight: int
    row: Row
    draws: Callable[[Draw], tuple[int, ...]]
    widest: int = 20

    def continued(self, begun: Sequence[int], values: Sequence[int], length: int) -> list[int]:
        """So many terms of it, from those it starts with and its parameters."""
        terms = list(begun)
        while len(terms) < length:
            coefficients, constant = self.row(len(terms) + 1, terms)
            terms.append(constant + sum(c * v for c, v in zip(coefficients, values, strict=True)))
        return terms


def _digits(number: int) -> int:
    return sum(int(digit) for digit in str(abs(number)))


def _alternating(n: int, first: int, second: int) -> tuple[int, int]:
    return (first, 0) if n % 2 else (0, second)


RULES: tuple[Rule, ...] = (
    Rule(
        "add",
        Message("Each term is the term before it plus d, with a fixed whole number d."),
        ("d",),
        1,
        1,
        lambda _, before: ((1,), before[-1]),
        lambda draw: (draw.signed(40, 1, -1),),
        widest=90,
    ),
    Rule(
        "times",
        Message("Each term is a times the term before it, with a fixed whole number a."),
        ("a",),
        1,
        1,
        lambda _, before: ((before[-1],), 0),
        lambda draw: (draw.signed(5, 1, -1),),
        widest=60,
    ),
    Rule(
        "squares",
        Message("The term in place n is n² plus c, with a fixed whole number c."),
        ("c",),
        0,
        1,
        lambda n, _: ((1,), n * n),
        lambda draw: (draw.signed(300),),
    ),
    Rule(
        "cubes",
        Message("The term in place n is n³ plus c, with a fixed whole number c."),
        ("c",),
        0,
        1,
        lambda n, _: ((1,), n**3),
        lambda draw: (draw.signed(300),),
    ),
    Rule(
        "places",
        Message("The term in place n is c times n², with a fixed whole number c."),
        ("c",),
        0,
        1,
        lambda n, _: ((n * n,), 0),
        lambda draw: (draw.signed(60, 1, -1),),
    ),
    Rule(
        "linear",
        Message("Each term is a times the term before it plus b, with fixed whole numbers a and b."),
        ("a", "b"),
        1,
        2,
        lambda _, before: ((before[-1], 1), 0),
        lambda draw: (draw.signed(4, 1, -1), draw.signed(12)),
    ),
    Rule(
        "second",
        Message("The differences between neighbours change by the same whole number d every time."),
        ("d",),
        2,
        2,
        lambda _, before: ((1,), 2 * before[-1] - before[-2]),
        lambda draw: (draw.signed(9),),
    ),
    Rule(
        "fibonacci",
        Message("Each term is the sum of the two terms before it plus c, with a fixed whole number c."),
        ("c",),
        2,
        2,
        lambda _, before: ((1,), before[-1] + before[-2]),
        lambda draw: (draw.signed(9),),
        widest=12,
    ),
    Rule(
        "interleaved",
        Message(
            "Two sequences take turns: in places 1, 3, 5, … each term is the one two places before it plus d, "
            "in places 2, 4, 6, … it is that one plus e, with fixed whole numbers d and e."
        ),
        ("d", "e"),
        2,
        2,
        lambda n, before: (_alternating(n, 1, 1), before[-2]),
        lambda draw: (draw.signed(15), draw.signed(15)),
        widest=60,
    ),
    Rule(
        "turns",
        Message(
            "In places 2, 4, 6, … each term is a times the term before it, in places 3, 5, 7, … it is the term "
            "before it plus b, with fixed whole numbers a and b."
        ),
        ("b", "a"),
        1,
        2,
        lambda n, before: (_alternating(n, 1, before[-1]), before[-1] if n % 2 else 0),
        lambda draw: (draw.signed(15), draw.whole(2, 4)),
    ),
    Rule(
        "factors",
        Message(
            "In places 2, 4, 6, … each term is a times the term before it, in places 3, 5, 7, … it is b times the "
            "term before it, with fixed whole numbers a and b."
        ),
        ("b", "a"),
        1,
        2,
        lambda n, before: (_alternating(n, before[-1], before[-1]), 0),
        lambda draw: (draw.signed(4, 1), draw.signed(5, 1, -1)),
    ),
    Rule(
        "growth",
        Message("Each difference between neighbours is r times the difference before it, with a fixed whole number r."),
        ("r",),
        2,
        2,
        lambda _, before: ((before[-1] - before[-2],), before[-1]),
        lambda draw: (draw.signed(3, 1, -1),),
        widest=50,
    ),
    Rule(
        "digits",
        Message("Each term is the term before it plus c times the sum of its digits, with a fixed whole number c."),
        ("c",),
        1,
        2,
        lambda _, before: ((_digits(before[-1]),), before[-1]),
        lambda draw: (draw.whole(1, 9),),
        widest=90,
    ),
    Rule(
        "numbered",
        Message("The term in place n is a times the term before it plus b times n, with fixed whole numbers a and b."),
        ("a", "b"),
        1,
        3,
        lambda n, before: ((before[-1], n), 0),
        lambda draw: (draw.signed(3, 1, -1), draw.signed(9)),
        widest=12,
    ),
    Rule(
        "back",
        Message(
            "Each term is a times the term before it plus b times the term two places before it, with fixed whole "
            "numbers a and b."
        ),
        ("a", "b"),
        2,
        3,
        lambda _, before: ((before[-1], before[-2]), 0),
        lambda draw: (draw.signed(3), draw.signed(4)),
        widest=9,
    ),
    Rule(
        "third",
        Message("The differences of the differences of neighbours change by the same whole number d every time."),
        ("d",),
        3,
        3,
        lambda _, before: ((1,), 3 * before[-1] - 3 * before[-2] + before[-3]),
        lambda draw: (draw.signed(6),),
    ),
    Rule(
        "mixed",
        Message(
            "Two sequences take turns: in places 1, 3, 5, … each term is the one two places before it plus d, "
            "in places 2, 4, 6, … it is r times that one, with fixed whole numbers d and r."
        ),
        ("d", "r"),
        2,
        3,
        lambda n, before: (_alternating(n, 1, before[-2]), before[-2] if n % 2 else 0),
        lambda draw: (draw.signed(15), draw.signed(4, 1, -1)),
    ),
)
BY_KEY = {rule.key: rule for rule in RULES}
