"""Quantities converted from unit to unit.

Routes: the ratio of both units to the base unit of their kind; and step by step from a unit to its neighbour.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.families.measuring import measurement_steps as steps
from maths.families.measuring.units import SPELLINGS, UNITS, ratio
from maths.families.numbers.operands import rational_value
from maths.families.numbers.rounding_steps import shown
from maths.families.settled import Settled, UndecidedError
from maths.families.write import formula
from maths.grade import grade
from maths.message import Message
from maths.verdict import Outcome, Standing, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.measuring.units import Unit
    from maths.tree import Node


@dataclass(frozen=True, slots=True)
class Amount:
    size: Node
    unit: str


@dataclass(frozen=True, slots=True)
class ConvertUnits:
    """How many of the target unit the amounts are together."""

    amounts: tuple[Amount, ...]
    target: str

    def settle(self, find: Callable[[Unit, Unit], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        target = UNITS[self.target]
        units = [UNITS[amount.unit] for amount in self.amounts]
        _refuse_mixed(units, target)
        sizes = [rational_value(amount.size) for amount in self.amounts]
        if len(units) > 1 and any(size < 0 for size in sizes):
            raise UndecidedError(Message("A measure of several parts has no sign inside."))
        if [unit.factor for unit in units] != sorted({unit.factor for unit in units}, reverse=True):
            raise UndecidedError(Message("The parts of a measure go from the larger unit to the smaller one."))
        by_factor = find or (lambda source, wanted: source.factor / wanted.factor)
        total = sum((s * by_factor(u, target) for s, u in zip(sizes, units, strict=True)), Fraction(0))
        again = sum((s * ratio(u, target) for s, u in zip(sizes, units, strict=True)), Fraction(0))
        if total != again:
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        answer = shown(total)
        parts = [steps.Part(a.size, s, u) for a, s, u in zip(self.amounts, sizes, units, strict=True)]
        method = Message("by the ratio of both units to one base unit, and again from unit to neighbouring unit")
        return Settled(
            formula(answer),
            method,
            lambda level: steps.teach_convert(parts, target, total, level),
            hear=lambda said: _hear(said, formula(answer).typed, target, method),
        )


def _refuse_mixed(units: list[Unit], target: Unit) -> None:
    kinds = {unit.kind for unit in (*units, target)}
    if kinds == {"clock", "calendar"}:
        raise UndecidedError(Message("Months and years have no fixed number of days, so it depends on which ones."))
    if len(kinds) > 1:
        raise UndecidedError(Message("These units measure different things."))


_SAID = re.compile(r"(?P<number>[^A-Za-zµμ가-힣]+?)\s*(?P<unit>[A-Za-zµμ가-힣]+)\.?")


def _hear(said: str, answer: str, target: Unit, method: Message) -> Verdict | None:
    """An answer with its unit; without one it is read as a number."""
    match = _SAID.fullmatch(said.strip().strip("$"))
    if match is None:
        return None
    if SPELLINGS.get(match["unit"]) != target.name:
        return Verdict(Standing.UNCHECKED, None, Message("The answer is asked for in another unit."))
    try:
        outcome = grade(answer, match["number"]).outcome
    except RefusedError:
        outcome = Outcome.UNREADABLE
    if outcome is Outcome.EQUAL:
        return Verdict(Standing.VERIFIED, method)
    if outcome is Outcome.DIFFERENT:
        return Verdict(Standing.REFUTED, None, Message("Decided was {answer}.", answer=answer))
    return None
