"""How numbers are written down: significant figures counted, scientific notation in both directions.

Routes: the digits as they stand in the text, moved and counted one by one; the value as a fraction, whose digits,
leading place and powers of ten python-flint works out.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from flint import fmpq, fmpz

from maths.families.numbers import notation_steps as steps
from maths.families.numbers.figures import Written
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula
from maths.message import Message
from maths.tree import Negative, Number, Power, Product

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node

MAX_PLACES = 40  # digits before or after the point, and the exponent of ten
_TEN = 10


def _refuse(written: Written) -> None:
    if max(len(written.digits), abs(written.exponent or 0)) > MAX_PLACES:
        raise UndecidedError(Message("The number has too many digits to be worked out here."))
    if written.value == 0:
        raise UndecidedError(Message("Zero has no significant figures."))


def _in_flint(value: Fraction) -> fmpq:
    return fmpq(value.numerator, value.denominator)


@dataclass(frozen=True, slots=True)
class SignificantFigures:
    """How many digits of a number, as it is written, are significant."""

    written: Written

    def settle(self, find: Callable[[Written], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        _refuse(self.written)
        if not self.written.decimals and self.written.digits.endswith("0"):
            raise UndecidedError(
                Message("A whole number that ends in zeros does not show how many of its figures are significant.")
            )
        first = (find or _read_off)(self.written)
        if first != _by_value(self.written):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("read off the digits, and again from the size of the number and its last place")
        return Settled(formula(number(first)), method, lambda level: steps.teach_figures(self.written, first, level))


def _read_off(written: Written) -> int:
    return len((written.whole + written.decimals).lstrip("0"))


def _by_value(written: Written) -> int:
    """Digits of the number counted in units of its last place."""
    in_units = _in_flint(abs(Fraction(written.digits))) * fmpz(_TEN) ** len(written.decimals)
    return len(str(int(in_units.p))) if in_units.q == 1 else 0


@dataclass(frozen=True, slots=True)
class ToScientific:
    """A number as a·10^n with 1 ≤ a < 10."""

    written: Written

    def settle(self, find: Callable[[Written], Written] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        _refuse(self.written)
        if self.written.exponent is not None and 1 <= Fraction(self.written.digits) < _TEN:
            raise UndecidedError(Message("There is nothing left to calculate: it stands there in its exact form."))
        first = (find or moved)(self.written)
        if not _is_scientific(first, self.written.value):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("the point moved digit by digit, and the power of ten again by python-flint")
        return Settled(
            first.shown, method, lambda level: steps.teach_scientific(self.written, first, level), form=_no_scientific
        )


def moved(written: Written) -> Written:
    """The point behind the first digit that is not zero; zeros at the end of a whole number go, typed decimals stay."""
    digits = written.whole + written.decimals
    kept = digits.lstrip("0")
    place = len(written.whole) - 1 - (len(digits) - len(kept))
    if not written.decimals:
        kept = kept.rstrip("0")
    mantissa = f"{kept[0]}.{kept[1:]}" if len(kept) > 1 else kept
    return Written(mantissa, place + (written.exponent or 0), written.negative)


def _is_scientific(found: Written, value: Fraction) -> bool:
    """Whether python-flint finds the same power of ten below the number, and the same number left when it is taken."""
    size, place = _in_flint(abs(value)), 0
    while size >= _TEN:
        size, place = size / _TEN, place + 1
    while size < 1:
        size, place = size * _TEN, place - 1
    mantissa = Fraction(found.digits)
    return found.exponent == place and size == _in_flint(mantissa) and found.negative == (value < 0)


@dataclass(frozen=True, slots=True)
class FromScientific:
    """A number times a power of ten, written out."""

    written: Written

    def settle(self, find: Callable[[Written], Written] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        _refuse(self.written)
        first = (find or written_out)(self.written)
        power = fmpq(_TEN) ** (self.written.exponent or 0)
        again = _in_flint(Fraction(self.written.digits)) * power
        if _in_flint(Fraction(first.digits)) != again or first.negative is not self.written.negative:
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("the point moved digit by digit, and the power of ten again by python-flint")
        return Settled(
            first.shown, method, lambda level: steps.teach_written_out(self.written, first, level), form=_no_plain
        )


def written_out(written: Written) -> Written:
    """The point moved by the exponent, zeros put where digits are missing."""
    exponent = written.exponent or 0
    digits, place = written.whole + written.decimals, len(written.whole) + exponent
    if place <= 0:
        digits, place = "0" * (1 - place) + digits, 1
    digits += "0" * (place - len(digits))
    whole, decimals = digits[:place].lstrip("0") or "0", digits[place:]
    return Written(f"{whole}.{decimals}" if decimals else whole, None, written.negative)


def _no_scientific(given: Node) -> Message | None:
    complaint = Message("It is not written in scientific notation.")
    match given.operand if isinstance(given, Negative) else given:
        case Product(factors=(Number(value=mantissa), Power(base=Number(value=base)))):
            return None if 1 <= mantissa < _TEN and base == _TEN else complaint
        case Number(scientific=True):
            return None
    return complaint


def _no_plain(given: Node) -> Message | None:
    bare = given.operand if isinstance(given, Negative) else given
    if isinstance(bare, Number) and not bare.scientific:
        return None
    return Message("It is not written out with digits alone.")
