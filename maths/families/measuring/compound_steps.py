"""Speeds and areas converted on paper: one unit after the other."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.families.measuring.units import ratio
from maths.families.numbers.rounding_steps import shown
from maths.families.terms import equals, number, over, power, times
from maths.families.write import formula, passages
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.measuring.units import Unit
    from maths.tree import Node
    from maths.verdict import Passage


def teach_compound(
    size: Node, value: Fraction, pairs: list[tuple[Unit, Unit, int]], total: Fraction, level: Level
) -> tuple[Passage, ...]:
    lines: list[Message] = []
    worked: Node = size
    reached = value
    for source, target, exponent in pairs:
        factor = ratio(source, target) ** exponent
        if factor == 1:
            continue
        lines += _worth(source, target, exponent, level)
        reached *= factor
        worked = times(worked, shown(factor)) if factor > 1 else over(worked, shown(1 / factor))
        if level is Level.BEGINNER:
            lines.append(_changed(source, target, exponent, equals(worked, shown(reached))))
            worked = shown(reached)
    if level is not Level.BEGINNER:
        lines.append(Message("Put together: {result}.", result=formula(equals(worked, shown(total)))))
    back = value / total if total else Fraction(1)
    returned = times(shown(total), shown(back)) if back >= 1 else over(shown(total), shown(1 / back))
    return passages(
        understanding=[Message("A quantity in one unit is wanted in another unit of the same kind.")],
        approach=[
            Message("Change one unit after the other: first see what one of it is worth, then multiply or divide.")
            if level is Level.BEGINNER
            else Message("Replace each unit by what it is worth, with its exponent.")
            if level is Level.INTERMEDIATE
            else Message("Conversion is linear: multiply by the ratios of the units, each raised to its exponent.")
        ],
        steps=lines or [Message("The units are the same.")],
        check=[Message("Back again: {result}.", result=formula(equals(returned, shown(value))))],
        conclusion=[Message("The answer is {answer}.", answer=formula(shown(total)))],
    )


def _worth(source: Unit, target: Unit, exponent: int, level: Level) -> list[Message]:
    large, small = (source, target) if ratio(source, target) >= 1 else (target, source)
    held = ratio(large, small)
    told = Message("One {large} is {count} {small}.", large=large.one, count=formula(shown(held)), small=small.many)
    size = abs(exponent)
    if level is Level.ADVANCED and size == 1:
        return []
    if size == 1:
        return [told]
    raised = equals(power(shown(held), number(size)), shown(held**size))
    squared = Message("In a square each side is that long, so its area is {raised}.", raised=formula(raised))
    cubed = Message("In a cube each edge is that long, so its volume is {raised}.", raised=formula(raised))
    grown = squared if size == 2 else cubed  # noqa: PLR2004 - a square
    return [grown] if level is Level.ADVANCED else [told, grown]


def _changed(source: Unit, target: Unit, exponent: int, worked: Node) -> Message:
    if exponent < 0:
        return Message(
            "Per {target} instead of per {source}: {result}.",
            source=source.one,
            target=target.one,
            result=formula(worked),
        )
    if exponent > 1:
        return Message("Multiply: {result}.", result=formula(worked)) if ratio(source, target) > 1 else Message(
            "Divide: {result}.", result=formula(worked))  # fmt: skip
    return Message(
        "In {target} instead of {source}: {result}.", source=source.many, target=target.many, result=formula(worked)
    )
