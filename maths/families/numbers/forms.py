"""A rational number in another form: decimal, fraction, mixed number; and single digits of its decimal expansion.

Routes: long division, remainder by remainder; the power of ten modulo the denominator, its order, and its factors
2 and 5 by python-flint.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from flint import fmpz

from maths.families.numbers import forms_steps as steps
from maths.families.numbers.expansion import (
    MAX_DENOMINATOR,
    MAX_PLACES,
    Expansion,
    divided,
    is_expansion,
)
from maths.families.numbers.operands import rational_value
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula
from maths.message import Formula, Message
from maths.tree import Mixed, Negative, Number, Quotient

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node

MAX_PLACE = 10**9  # the digit asked for
_TEN = 10


def _repeats(body: Node) -> bool:
    """Whether it was typed as a repeating decimal, which is shown as a fraction."""
    return isinstance(body, Number) and body.decimals is None and body.value.denominator != 1


@dataclass(frozen=True, slots=True)
class InForm:
    """`form` is "decimal", "fraction" or "mixed"."""

    body: Node
    form: str

    def settle(self, find: Callable[[Fraction], Expansion] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        value = rational_value(self.body)
        expansion = (find or divided)(abs(value)) if abs(value).denominator <= MAX_DENOMINATOR else None
        if expansion is None and self.form == "decimal":
            raise UndecidedError(Message("Its decimal expansion is too long to be written down."))
        if expansion is not None and not is_expansion(abs(value), expansion):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        answer = self._written(value, expansion)
        if answer == formula(self.body) and not _repeats(self.body):
            raise UndecidedError(Message("There is nothing left to calculate: it stands there in its exact form."))
        return Settled(
            answer,
            Message("long division, and again from the denominator by python-flint"),
            lambda level: steps.teach_form(self.body, value, expansion, self.form, answer, level),
            form=self._misses,
        )

    def _written(self, value: Fraction, expansion: Expansion | None) -> Formula:
        sign = "-" if value < 0 else ""
        if self.form == "decimal":
            assert expansion is not None  # noqa: S101 - refused before
            return Formula(sign + expansion.typed, sign + expansion.typed)
        if self.form == "fraction":
            return formula(number(value))
        whole, rest = divmod(abs(value.numerator), value.denominator)
        if not whole or not rest:
            raise UndecidedError(Message("It is no mixed number: it is whole, or smaller than 1."))
        mixed: Node = Mixed(whole, Fraction(rest, value.denominator))
        return formula(Negative(mixed) if value < 0 else mixed)

    def _misses(self, given: Node) -> Message | None:
        bare = given.operand if isinstance(given, Negative) else given
        if self.form == "decimal" and isinstance(bare, (Quotient, Mixed)):
            return Message("It is not written as a decimal.")
        if self.form == "mixed" and not isinstance(bare, Mixed):
            return Message("It is not written as a mixed number.")
        if self.form == "fraction" and isinstance(bare, Number) and bare.decimals:
            return Message("It is not written as a fraction.")
        return None


@dataclass(frozen=True, slots=True)
class DigitAfterPoint:
    """The digit at a place after the decimal point."""

    body: Node
    place: int

    def settle(self, find: Callable[[Fraction, int], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        value = abs(rational_value(self.body))
        if not 0 < self.place <= MAX_PLACE or value.denominator > MAX_DENOMINATOR:
            raise UndecidedError(Message("The number has too many digits to be worked out here."))
        expansion = divided(value)
        first = (find or _at)(value, self.place)
        rest = pow(_TEN, self.place - 1, value.denominator) * (value.numerator % value.denominator) % value.denominator
        if first != int(fmpz(rest * _TEN) // fmpz(value.denominator)) or not is_expansion(value, expansion):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        return Settled(
            formula(number(first)),
            Message("long division and its period, and again by a power of ten modulo the denominator"),
            lambda level: steps.teach_digit(self.body, expansion, self.place, first, level),
        )


def _at(value: Fraction, place: int) -> int:
    expansion = divided(value)
    if place <= len(expansion.start):
        return int(expansion.start[place - 1])
    return int(expansion.period[(place - len(expansion.start) - 1) % len(expansion.period)]) if expansion.period else 0


@dataclass(frozen=True, slots=True)
class PlacesAfterPoint:
    """How many digits a decimal fraction that ends has after the point; with `period`, how long what repeats is."""

    body: Node
    period: bool = False

    def settle(self, find: Callable[[Fraction], Expansion] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        value = abs(rational_value(self.body))
        if value.denominator > 10**MAX_PLACES:
            raise UndecidedError(Message("Its decimal expansion is too long to be written down."))
        expansion = (find or divided)(value)
        if not is_expansion(value, expansion) or bool(expansion.period) is not self.period:
            raise UndecidedError(Message("Its decimal expansion never ends, or does not repeat."))
        found = len(expansion.period) if self.period else len(expansion.start)
        return Settled(
            formula(number(found)),
            Message("long division, and again from the denominator by python-flint"),
            lambda level: steps.teach_places(self.body, value, expansion, found, level),
        )
