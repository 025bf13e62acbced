"""Consecutive numbers found with a letter for the first of them."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from maths.families.terms import equals, name, number, plus, power, times
from maths.families.write import formula, listed, passages
from maths.message import Formula, Message
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.numbers.row import Row
    from maths.tree import Node
    from maths.verdict import Passage

_LETTER = name("n")


def _members(row: Row) -> list[Node]:
    return [plus(_LETTER, number(row.step * k)) if k else _LETTER for k in range(row.count)]


def _whole(row: Row, parts: list[Node]) -> Node:
    match row.operation:
        case "sum":
            return plus(*parts)
        case "product":
            return times(*parts)
    return plus(*(power(part, 2) for part in parts))


def teach(row: Row, found: tuple[int, ...], level: Level) -> tuple[Passage, ...]:
    members = _members(row)
    equation = formula(equals(_whole(row, members), number(row.total)))
    put_in = formula(equals(_whole(row, [number(n) for n in found]), number(row.total)))
    every = listed(formula(number(n)) for n in found)
    return passages(
        understanding=[
            Message(
                "{count} numbers stand in a row, each {step} more than the one before.",
                count=row.count,
                step=row.step,
            ),
            _known(row),
        ],
        approach=[
            {
                Level.BEGINNER: Message(
                    "Give the first number a name. Then all the others are known as well, and there is one equation."
                ),
                Level.INTERMEDIATE: Message("Call the first number {n} and solve one equation.", n=formula(_LETTER)),
                Level.ADVANCED: Message("One unknown for the first number; only whole solutions count."),
            }[level]
        ],
        steps=[
            *(
                []
                if level is Level.ADVANCED
                else [Message("The numbers are {numbers}.", numbers=listed(formula(part) for part in members))]
            ),
            Message("The equation: {equation}.", equation=equation),
            *_solved(row, found, level),
            Message("So the numbers are {numbers}.", numbers=every),
        ],
        check=[Message("Put back in: {result}.", result=put_in)],
        conclusion=[Message("The numbers are {numbers}.", numbers=every)],
    )


def _known(row: Row) -> Message:
    match row.operation:
        case "sum":
            return Message("Their sum is {total}.", total=row.total)
        case "product":
            return Message("Their product is {total}.", total=row.total)
    return Message("The sum of their squares is {total}.", total=row.total)


def _solved(row: Row, found: tuple[int, ...], level: Level) -> list[Message]:
    first = formula(equals(_LETTER, number(found[0])))
    if row.operation != "sum":
        near = [Message("Around it: {trial}.", trial=_trial(row, found[0] - row.step))]
        shown = near if level is Level.BEGINNER and row.rest is None else []
        return [*shown, Message("Its whole solution that fits is {solution}.", solution=first)]
    extra = row.step * row.count * (row.count - 1) // 2
    collected = equals(plus(times(number(row.count), _LETTER), number(extra)), number(row.total))
    lines = [Message("Collected: {equation}.", equation=formula(collected))]
    if level is Level.BEGINNER:
        less = equals(times(number(row.count), _LETTER), number(row.total - extra))
        lines.append(Message("Take {number} away on both sides: {equation}.", number=extra, equation=formula(less)))
        lines.append(Message("Divide both sides by {number}: {equation}.", number=row.count, equation=first))
        return lines
    return [*(lines if level is Level.INTERMEDIATE else []), Message("So {result}.", result=first)]


def _trial(row: Row, start: int) -> Formula:
    members = row.members(start)
    value = prod(members) if row.operation == "product" else sum(n * n for n in members)
    return formula(equals(_whole(row, [number(n) for n in members]), number(value)))
