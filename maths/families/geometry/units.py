"""The unit of a figure's measures: one for all of them, or converted exactly into the one that is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.families.measuring.units import UNITS
from maths.families.settled import UndecidedError
from maths.message import Formula, Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maths.families.symbolic import Symbolic

PLAIN = "unit"  # "5 units": it only counts
_SQUARED = {"inch": "square inches", "foot": "square feet", "yard": "square yards", "mile": "square miles"}
_CUBED = {"inch": "cubic inches", "foot": "cubic feet", "yard": "cubic yards", "mile": "cubic miles"}
_SINGLE = {"inch": "inches", "foot": "feet", "yard": "yards", "mile": "miles"}


@dataclass(frozen=True, slots=True)
class Lengths:
    """All lengths are worked out in `unit`: "" where none is named."""

    unit: str

    @staticmethod
    def of(given: Iterable[tuple[str, int]], asked: str) -> Lengths:
        """Raises UndecidedError where units are mixed and none is asked for, or stand at some of the measures only."""
        lengths = [unit for unit, dimension in given if dimension > 0]
        units = set(lengths)
        named = units - {"", PLAIN}
        if "" in units and named and len(units) > 1:
            raise UndecidedError(Message("Some of the measures have a unit and some have none."))
        if PLAIN in units and named:
            raise UndecidedError(Message("Some of the measures have a unit and some have none."))
        if asked in {"", PLAIN}:
            if len(named) > 1:
                raise UndecidedError(Message("The measures are in different units: it is not said which one to use."))
            if asked == PLAIN and named:
                raise UndecidedError(Message("The answer is asked for in another unit."))
            return Lengths(next(iter(named), ""))
        if not named and lengths:
            raise UndecidedError(Message("The answer is asked for in another unit."))
        return Lengths(asked)

    def factor(self, unit: str, dimension: int) -> Symbolic:
        """What a measure in a unit is multiplied by."""
        if unit in {"", PLAIN} or not self.unit or dimension <= 0:
            return sympy.Integer(1)
        ratio = UNITS[unit].factor / UNITS[self.unit].factor
        return sympy.Rational(ratio.numerator, ratio.denominator) ** dimension


def with_unit(value: Formula, unit: str, dimension: int) -> Formula:
    """`25*pi cm^2`"""
    if not unit or dimension <= 0:
        return value
    value = _bracketed(value)
    if unit in _SINGLE:
        words = ({1: _SINGLE, 2: _SQUARED, 3: _CUBED}[dimension])[unit]
        return Formula(f"{value.typed} {words}", rf"{value.latex}\ \text{{{words}}}")
    power = f"^{dimension}" if dimension > 1 else ""
    return Formula(f"{value.typed} {unit}{power}", rf"{value.latex}\ \text{{{unit}}}{power}")


def _bracketed(value: Formula) -> Formula:
    """A sum in brackets, so that the unit belongs to all of it."""
    if " + " not in value.typed and " - " not in value.typed:
        return value
    left, equal, right = value.typed.rpartition(" = ")
    if right.startswith("(") and right.endswith(")"):
        return value
    before, sign, after = value.latex.rpartition(" = ")
    return Formula(f"{left}{equal}({right})", rf"{before}{sign}\left({after}\right)")
