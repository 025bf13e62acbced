"""Quantities in units made of units, converted: speeds, areas, volumes as cubes of lengths.

Routes: the ratio of each unit to the base unit of its kind, raised and multiplied; and each unit again by steps from
neighbour to neighbour.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING, TypeAlias

from maths.families.measuring import compound_steps as steps
from maths.families.measuring.units import UNITS, ratio
from maths.families.numbers.operands import rational_value
from maths.families.numbers.rounding_steps import shown
from maths.families.settled import Settled, UndecidedError
from maths.families.write import formula
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.measuring.units import Unit
    from maths.tree import Node

Compound: TypeAlias = tuple[tuple[str, int], ...]
"""The names of units, each with its exponent: km/h is `(("km", 1), ("h", -1))`."""


@dataclass(frozen=True, slots=True)
class ConvertCompound:
    size: Node
    source: Compound
    target: Compound

    def settle(self, find: Callable[[Unit, Unit], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        pairs = _pairs(self.source, self.target)
        size = rational_value(self.size)
        by_factor = find or (lambda one, other: one.factor / other.factor)
        total = size * prod((by_factor(one, other) ** power for one, other, power in pairs), start=Fraction(1))
        again = size * prod((ratio(one, other) ** power for one, other, power in pairs), start=Fraction(1))
        if total != again:
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("by the ratio of both units to one base unit, and again from unit to neighbouring unit")
        return Settled(
            formula(shown(total)), method, lambda level: steps.teach_compound(self.size, size, pairs, total, level)
        )


def _pairs(source: Compound, target: Compound) -> list[tuple[Unit, Unit, int]]:
    """Which unit becomes which, with their common exponent."""
    kinds = [sorted((UNITS[name].kind, power) for name, power in compound) for compound in (source, target)]
    if kinds[0] != kinds[1]:
        raise UndecidedError(Message("These units measure different things."))
    return [
        (UNITS[name], UNITS[other], power)
        for name, power in source
        for other, again in target
        if UNITS[other].kind == UNITS[name].kind and again == power
    ]
