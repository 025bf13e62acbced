"""Numbers of choices and of outcomes with the factors they are made of, as beginners work them out."""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING

from maths.families.terms import equals, number, over, power, times
from maths.families.write import formula
from maths.message import Message
from maths.tree import Call
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maths.message import Formula
    from maths.tree import Node

_MOST_FACTORS = 8


def binomial(size: int, drawn: int) -> Node:
    return Call("binomial", (number(size), number(drawn)))


def chosen(size: int, drawn: int, level: Level) -> Formula:
    """`C(8, 2) = 8*7/(2*1) = 28`, for beginners with its factors."""
    small = min(drawn, size - drawn)
    between = []
    if level is Level.BEGINNER and 1 < small <= _MOST_FACTORS:
        above = times(*(number(size - k) for k in range(small)))
        between = [over(above, times(*(number(k) for k in range(small, 0, -1))))]
    return formula(equals(binomial(size, drawn), *between, number(comb(size, drawn))))


def each_chosen(pairs: Iterable[tuple[int, int]], level: Level) -> list[Message]:
    """For beginners: every number of choices that is no matter of course, worked out on a line of its own."""
    if level is not Level.BEGINNER:
        return []
    shown = {(size, drawn): chosen(size, drawn, level) for size, drawn in pairs if min(drawn, size - drawn) > 1}
    return [Message("Number of choices: {count}.", count=each) for each in shown.values()]


def outcomes(size: int, draws: int, level: Level) -> Formula:
    """`6*6 = 36`, the number alone where there is one draw."""
    total = number(size**draws)
    if draws == 1:
        return formula(total)
    if level is Level.BEGINNER and draws <= _MOST_FACTORS:
        return formula(equals(times(*[number(size)] * draws), total))
    return formula(equals(power(number(size), draws), total))
