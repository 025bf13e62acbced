"""Units converted on paper: what one unit is worth, then a multiplication."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from maths.families.measuring.units import chain, ratio
from maths.families.numbers.rounding_steps import shown
from maths.families.terms import equals, over, plus, times
from maths.families.write import formula, passages
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.families.measuring.units import Unit
    from maths.tree import Node
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class Part:
    size: Node
    value: Fraction
    unit: Unit


def teach_convert(parts: list[Part], target: Unit, total: Fraction, level: Level) -> tuple[Passage, ...]:
    lines: list[Message] = []
    for part in parts:
        lines += _worth(part.unit, target, level)
        lines.append(_converted(part, target))
    if len(parts) > 1:
        terms = [shown(part.value * ratio(part.unit, target)) for part in parts]
        lines.append(Message("Add the parts: {sum}.", sum=formula(equals(plus(*terms), shown(total)))))
    back = ratio(target, parts[0].unit)
    return passages(
        understanding=[
            Message(
                "The measure is given in {source} and wanted in {target}.",
                source=parts[0].unit.many,
                target=target.many,
            )
        ],
        approach=[
            Message(
                "A smaller unit is needed more often, a larger one less often: "
                "multiply or divide by what one unit holds."
            )
            if level is Level.BEGINNER
            else Message("Multiply by the ratio of the two units.")
            if level is Level.INTERMEDIATE
            else Message("Conversion is linear: the size is multiplied by the exact ratio of the units.")
        ],
        steps=lines,
        check=[
            Message(
                "Back again, the first part comes out: {result}.",
                result=formula(equals(times(shown(parts[0].value / back), shown(back)), shown(parts[0].value))),
            )
        ],
        conclusion=[
            Message(
                "It is {number} {unit}.", number=formula(shown(total)), unit=target.one if total == 1 else target.many
            )
        ],
    )


def _worth(unit: Unit, target: Unit, level: Level) -> list[Message]:
    if unit == target or level is Level.ADVANCED:
        return []
    lines = [_holds(big, small) for big, small in _steps(unit, target)] if level is Level.BEGINNER else []
    large, small = (unit, target) if ratio(unit, target) >= 1 else (target, unit)
    whole = _holds(large, small)
    return lines if whole in lines else [*lines, whole]


def _steps(unit: Unit, target: Unit) -> list[tuple[Unit, Unit]]:
    """Neighbouring units between the two, where one lies under the other."""
    for upper, lower in ((unit, target), (target, unit)):
        row = chain(upper)
        if lower in row:
            between = row[: row.index(lower) + 1]
            return list(pairwise(between))
    return []


def _holds(large: Unit, small: Unit) -> Message:
    return Message(
        "One {large} is {count} {small}.", large=large.one, count=formula(shown(ratio(large, small))), small=small.many
    )


def _converted(part: Part, target: Unit) -> Message:
    factor = ratio(part.unit, target)
    value = shown(part.value * factor)
    if factor >= 1:
        return Message("Multiply: {result}.", result=formula(equals(times(part.size, shown(factor)), value)))
    return Message("Divide: {result}.", result=formula(equals(over(part.size, shown(1 / factor)), value)))
