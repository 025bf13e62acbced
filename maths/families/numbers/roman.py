"""Roman numerals read and written.

Routes: signs in a row, a smaller one before a larger one taken away (or the largest sign that still fits taken off);
a table of thousands, hundreds, tens and ones, place by place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.numbers import roman_steps as steps
from maths.families.numbers.operands import whole
from maths.families.numbers.roman_steps import SIGNS, parts_of
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula
from maths.message import Formula, Message
from maths.verdict import Standing, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node

MOST = 3999
_TEN = 10
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_UP = {"I": "X", "V": "L", "X": "C", "L": "D", "C": "M"}


def _place(digit: int, power: int) -> str:
    """A digit's signs at a place: those of the ones, each raised to ten times as much."""
    signs = _ONES[digit]
    for _ in range(power):
        signs = "".join(_UP[sign] for sign in signs)
    return signs


def by_places(value: int) -> str:
    return "".join(_place(value // _TEN**power % _TEN, power) for power in (3, 2, 1, 0))


def by_signs(value: int) -> str:
    """The largest sign, or pair of signs, that still fits, again and again."""
    return "".join(sign for sign, _ in parts_of(value))


def in_a_row(numeral: str) -> int:
    """Each sign added, or taken away where a larger one follows."""
    worth = [SIGNS[sign] for sign in numeral]
    return sum(-a if a < b else a for a, b in zip(worth, [*worth[1:], 0], strict=True))


@dataclass(frozen=True, slots=True)
class FromRoman:
    numeral: str

    def settle(self, find: Callable[[str], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        numeral = self.numeral.upper()
        first = (find or in_a_row)(numeral)
        if not 1 <= first <= MOST or by_places(first) != numeral:
            raise UndecidedError(Message("“{numeral}” is not written as a Roman numeral.", numeral=self.numeral))
        method = Message("sign by sign, and again from a table of thousands, hundreds, tens and ones")
        return Settled(formula(number(first)), method, lambda level: steps.teach_from(numeral, first, level))


@dataclass(frozen=True, slots=True)
class ToRoman:
    body: Node

    def settle(self, find: Callable[[int], str] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        value = whole(self.body, least=1)
        if value > MOST:
            raise UndecidedError(Message("Roman numerals are written here up to {most}.", most=MOST))
        first = (find or by_signs)(value)
        if first != by_places(value):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("sign by sign, and again from a table of thousands, hundreds, tens and ones")
        return Settled(
            Formula(first, rf"\mathrm{{{first}}}"),
            method,
            lambda level: steps.teach_to(value, first, level),
            hear=lambda said: _hear(said, first, method),
        )


def _hear(said: str, answer: str, method: Message) -> Verdict:
    if said.strip().strip("$.").upper() == answer:
        return Verdict(Standing.VERIFIED, method)
    return Verdict(Standing.REFUTED, None, Message("Decided was {answer}.", answer=Formula(answer, answer)))
