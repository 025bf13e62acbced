"""A number as its digits stand in a text."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from maths.message import Formula

_TEN = 10


@dataclass(frozen=True, slots=True)
class Written:
    """A number as typed: digits, perhaps a point among them, perhaps times a power of ten; never a sign of plus."""

    digits: str
    exponent: int | None = None
    negative: bool = False

    @property
    def whole(self) -> str:
        return self.digits.partition(".")[0]

    @property
    def decimals(self) -> str:
        return self.digits.partition(".")[2]

    @property
    def typed(self) -> str:
        power = "" if self.exponent is None else f"*10^{self.exponent}"
        return f"{'-' if self.negative else ''}{self.digits}{power}"

    @property
    def shown(self) -> Formula:
        power = "" if self.exponent is None else rf" \times 10^{{{self.exponent}}}"
        return Formula(self.typed, f"{'-' if self.negative else ''}{self.digits}{power}")

    @property
    def value(self) -> Fraction:
        size = Fraction(self.digits) * Fraction(_TEN) ** (self.exponent or 0)
        return -size if self.negative else size
