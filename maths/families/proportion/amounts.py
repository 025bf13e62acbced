"""Amounts with an optional sign of money or percent, exactly, and how they are written."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.families.numbers.operands import rational_value
from maths.families.numbers.rounding_steps import decimal, plain
from maths.families.settled import UndecidedError
from maths.families.write import formula
from maths.message import Formula, Message
from maths.tree import Percent

if TYPE_CHECKING:
    from maths.tree import Node

HUNDRED = 100
MAX_SIZE = Fraction(10**15)
_CENTS = 2
_CENT = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class Amount:
    """`unit` is "$", "dollars", "원", … or "" for a plain number."""

    size: Node
    unit: str = ""

    @property
    def value(self) -> Fraction:
        found = rational_value(self.size)
        if found <= 0 or found > MAX_SIZE:
            raise UndecidedError(Message("The amounts are positive numbers."))
        return found


def rate(node: Node) -> Fraction:
    """The percentage as a number of hundredths: 20% is 1/5."""
    found = rational_value(node.operand if isinstance(node, Percent) else node) / HUNDRED
    if not 0 < found <= HUNDRED:
        raise UndecidedError(Message("The amounts are positive numbers."))
    return found


def percent(value: Fraction) -> Formula:
    """`37.5%`; a fraction of a percent as `100/3%`."""
    node = Percent(plain(value * HUNDRED, decimals=True))
    return formula(node)


def money(value: Fraction, unit: str, place: Fraction | None = None, *, decimals: bool = True) -> Formula:
    """The amount as the statement writes amounts, rounded where a place is asked. Raises UndecidedError."""
    if place is not None:
        value = Fraction((2 * value / place + 1) // 2) * place
    if not unit:
        return formula(plain(value, decimals=decimals))
    digits = decimal(value)
    if digits is None or len(digits.partition(".")[2]) > _CENTS:
        raise UndecidedError(Message("It does not come out in whole cents, and it is not said how to round it."))
    whole, _, cents = digits.partition(".")
    digits = f"{whole}.{cents:0<2}" if cents and unit == "$" else digits
    if unit == "$":
        return Formula(f"${digits}", rf"\${digits}")
    if unit in {"원", "만 원"}:
        return Formula(f"{digits}{unit}", rf"{digits}\text{{{unit}}}")
    return Formula(f"{digits} {unit}", rf"{digits}\ \text{{{unit}}}")


def common_unit(*units: str) -> str:
    """The one unit of several amounts. Raises UndecidedError."""
    named = set(units)
    if len(named) > 1:
        raise UndecidedError(Message("The amounts are not in the same unit."))
    return named.pop() if named else ""


def agree(first: Fraction, second: Fraction) -> None:
    if first != second:
        raise UndecidedError(Message("The two ways of calculating it do not agree."))
