"""Counting multiples without listing them: whole parts of quotients, and inclusion and exclusion."""

from __future__ import annotations

from math import lcm
from typing import TYPE_CHECKING

from maths.families.numbers.integers.conditions import Bound, MultipleOf, Not, Some
from maths.families.terms import equals, minus, number, over, plus
from maths.families.write import formula
from maths.message import Message
from maths.tree import Call
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.numbers.integers.conditions import Condition
    from maths.families.numbers.integers.members import Window
    from maths.tree import Node

_PAIR = 2


def counting_lines(conditions: tuple[Condition, ...], space: Window, count: int, level: Level) -> list[Message]:
    """Lines for numbers from 1 up that are multiples of one number or of one of two, and no others; else none."""
    rest = [condition for condition in conditions if not isinstance(condition, Bound)]
    if space.low != 1 or space.high is None or any(_is_hole(c) for c in conditions) or not rest:
        return []
    multiples = [c.number for c in rest if isinstance(c, MultipleOf)]
    unions = [c for c in rest if isinstance(c, Some)]
    outside = [c.condition.number for c in rest if isinstance(c, Not) and isinstance(c.condition, MultipleOf)]
    if len(multiples) + len(unions) + len(outside) != len(rest) or len(unions) + bool(multiples) > 1:
        return []
    if unions and not outside:
        parts = [c.number for c in unions[0].conditions if isinstance(c, MultipleOf)]
        if len(parts) == len(unions[0].conditions) == _PAIR:
            return _either(parts[0], parts[1], space.high, count, level)
        return []
    if multiples and len(outside) <= 1 and not unions:
        return _without(lcm(*multiples), outside, space.high, count)
    return []


def _is_hole(condition: Condition) -> bool:
    return isinstance(condition, Bound) and condition.operator in {"=", "!="}


def _share(high: int, divisor: int) -> Node:
    return equals(Call("floor", (over(number(high), number(divisor)),)), number(high // divisor))


def _multiples(high: int, divisor: int) -> Message:
    return Message(
        "One number in {divisor} is a multiple of {divisor}: {count} of them up to {high}.",
        divisor=divisor,
        count=formula(_share(high, divisor)),
        high=high,
    )


def _either(a: int, b: int, high: int, count: int, level: Level) -> list[Message]:
    both = lcm(a, b)
    total = equals(minus(plus(number(high // a), number(high // b)), number(high // both)), number(count))
    lines = [] if level is Level.ADVANCED else [_multiples(high, a), _multiples(high, b), _multiples(high, both)]
    return [
        *lines,
        Message("Inclusion and exclusion: what is a multiple of both was counted twice, {sum}.", sum=formula(total)),
    ]


def _without(divisor: int, outside: list[int], high: int, count: int) -> list[Message]:
    lines = [_multiples(high, divisor)]
    if outside:
        both = lcm(divisor, outside[0])
        lines.append(_multiples(high, both))
        lines.append(
            Message(
                "Take these away: {difference}.",
                difference=formula(equals(minus(number(high // divisor), number(high // both)), number(count))),
            )
        )
    return lines
