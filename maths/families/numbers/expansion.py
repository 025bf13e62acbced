"""Decimal expansions: by long division, and again from the denominator by python-flint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flint import fmpq, fmpz

from maths.families.settled import UndecidedError
from maths.message import Message

if TYPE_CHECKING:
    from fractions import Fraction

_TEN = 10
MAX_PLACES = 400  # digits of a decimal fraction that is written out
MAX_DENOMINATOR = 10**6


@dataclass(frozen=True, slots=True)
class Expansion:
    """`0.41666…`: the digits before the period, and the period, empty where the decimal fraction ends."""

    whole: int
    start: str
    period: str

    @property
    def typed(self) -> str:
        digits = self.start + (rf"\overline{{{self.period}}}" if self.period else "")
        return f"{self.whole}.{digits}" if digits else str(self.whole)


def divided(value: Fraction) -> Expansion:
    """By long division: a remainder that comes back begins the period."""
    whole, rest = divmod(value.numerator, value.denominator)
    seen: dict[int, int] = {}
    digits: list[str] = []
    while rest and rest not in seen:
        seen[rest] = len(digits)
        if len(digits) > MAX_PLACES:
            raise UndecidedError(Message("Its decimal expansion is too long to be written down."))
        digit, rest = divmod(rest * _TEN, value.denominator)
        digits.append(str(digit))
    start = seen[rest] if rest else len(digits)
    return Expansion(whole, "".join(digits[:start]), "".join(digits[start:]))


def is_expansion(value: Fraction, found: Expansion) -> bool:
    """Whether the digits are worth the value and are as few as can be, by python-flint."""
    ends, repeats = len(found.start), len(found.period)
    worth = fmpq(found.whole) + fmpq(int(found.start or "0"), _TEN**ends)
    if repeats:
        worth += fmpq(int(found.period), _TEN**ends * (_TEN**repeats - 1))
    denominator = fmpz(value.denominator)
    places = max((int(n) for p, n in denominator.factor() if p in {2, 5}), default=0)
    while denominator % 2 == 0:
        denominator //= 2
    while denominator % 5 == 0:
        denominator //= 5
    period = _order_of_ten(int(denominator))
    return bool(worth == fmpq(value.numerator, value.denominator)) and (ends, repeats) == (places, period)


def _order_of_ten(modulus: int) -> int:
    """The least exponent that makes a power of ten leave the remainder 1; 0 where the modulus is 1."""
    if modulus == 1:
        return 0
    if modulus > MAX_DENOMINATOR:
        raise UndecidedError(Message("Its decimal expansion is too long to be written down."))
    order = int(fmpz(modulus).euler_phi())
    for prime, _ in fmpz(order).factor():
        while order % int(prime) == 0 and pow(_TEN, order // int(prime), modulus) == 1:
            order //= int(prime)
    return order
