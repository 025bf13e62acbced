"""Arrangements worked out by hand: places filled one after the other, alike things divided out, blocks and gaps."""

from __future__ import annotations

from math import comb, factorial, prod
from typing import TYPE_CHECKING

from maths.families.counting.choices import chosen
from maths.families.terms import equals, minus, number, over, times
from maths.families.write import formula, passages
from maths.message import Message, counted
from maths.tree import Factorial
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.counting.arrangement_routes import Grouped, Ordering
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage

_MOST_FACTORS = 8  # of a factorial written out


def teach(task: Ordering, found: int, level: Level) -> tuple[Passage, ...]:
    things = sum(task.others) + sum(task.special)
    place = _around(things) if task.circle else _row(things)
    return passages(
        understanding=[place, *_alike_said(task)],
        approach=_approach(task, level),
        steps=_lines(task, found, level),
        check=[
            Message("Placing one thing after the other and adding up what can follow gives {result} too.",
                    result=formula(number(found)))
        ],
        conclusion=[Message("There are {count} arrangements.", count=formula(number(found)))],
    )  # fmt: skip


def _row(things: int) -> Message:
    return counted("One thing is put in a row.", "{count} things are put in a row.", things)


def _around(things: int) -> Message:
    return counted(
        "One thing is put around a table; turning the table changes nothing.",
        "{count} things are put around a table; turning the table changes nothing.",
        things,
    )


def _alike_said(task: Ordering) -> list[Message]:
    repeated = [count for count in (*task.others, *task.special) if count > 1]
    shown = ", ".join(str(count) for count in repeated)
    lines = [Message("Some things are alike: groups of {sizes}.", sizes=shown)] if repeated else []
    special = sum(task.special)
    match task.wanted.value:
        case "together":
            lines.append(Message("{number} of them stand together.", number=special))
        case "apart":
            lines.append(Message("No two of {number} certain things stand side by side.", number=special))
    return lines


def _approach(task: Ordering, level: Level) -> list[Message]:  # noqa: PLR0911 - one line a kind
    match task.wanted.value, level:
        case "together", Level.BEGINNER:
            return [Message("Tie those that stand together into one parcel. Order the parcels, then look inside.")]
        case "together", Level.ADVANCED:
            return [Message("Rule of product: permute the blocks, then the members of each block.")]
        case "together", _:
            return [Message("Take the block as one thing, and multiply by the orders inside the block.")]
        case "apart", Level.BEGINNER:
            return [Message("Put the others down first. Each of the rest then goes into a gap of its own.")]
        case "apart", Level.ADVANCED:
            return [Message("Gap method and rule of product.")]
        case "apart", _:
            return [Message("Arrange the others, then choose different gaps for the rest.")]
        case _, Level.BEGINNER:
            return [Message("Fill the places one after the other: each time one thing less is left.")]
        case _, Level.INTERMEDIATE:
            return [Message("n different things have n! orders; swapping alike things changes nothing.")]
        case _:
            return [Message("A multinomial coefficient; around a table one divides by the rotations.")]


def _lines(task: Ordering, found: int, level: Level) -> list[Message]:
    if task.wanted.value == "nothing":
        return _plain_lines((*task.others, *task.special), found, level, circle=task.circle)
    others, special = sum(task.others), sum(task.special)
    if task.wanted.value == "together":
        outer = _plain_value((*task.others, 1), circle=task.circle)
        lines = _plain_lines((*task.others, 1), outer, level, circle=task.circle, what=_BLOCK)
    else:
        outer = _plain_value(task.others, circle=task.circle)
        lines = _plain_lines(task.others, outer, level, circle=task.circle, what=_OTHERS)
    factors = [outer]
    if task.wanted.value == "apart":
        gaps = others if task.circle else others + 1
        factors.append(comb(gaps, special))
        lines.append(Message("There are {gaps} gaps. Choose {number} of them: {chosen}.", gaps=gaps, number=special,
                             chosen=chosen(gaps, special, level)))  # fmt: skip
    inner = _plain_value(task.special, circle=False)
    lines += _plain_lines(task.special, inner, level, circle=False, what=_INSIDE)
    product = equals(times(*(number(factor) for factor in (*factors, inner))), number(found))
    return [*lines, Message("Multiply: {result}.", result=formula(product))]


_ALL, _BLOCK, _OTHERS, _INSIDE = "all", "block", "others", "inside"


def _plain_value(counts: tuple[int, ...], *, circle: bool) -> int:
    value = factorial(sum(counts)) // prod(factorial(count) for count in counts)
    return value // sum(counts) if circle else value


def _plain_lines(counts: tuple[int, ...], found: int, level: Level, *, circle: bool, what: str = _ALL) -> list[Message]:
    things = sum(counts)
    if circle:
        shown = formula(equals(Factorial(minus(number(things), number(1))), number(found)))
        keep = Message("Let one of them keep its place; the others have {orders} orders around it.", orders=shown)
        return [keep if what == _ALL else _about(what, shown)]
    repeated = [Factorial(number(count)) for count in counts if count > 1]
    whole: Node = Factorial(number(things))
    lines = []
    if level is Level.BEGINNER and 1 < things <= _MOST_FACTORS:
        written = times(*(number(n) for n in range(things, 0, -1)))
        lines.append(Message("The places can be filled in {product} ways.",
                             product=formula(equals(written, number(factorial(things))))))  # fmt: skip
    if repeated and level is Level.BEGINNER:
        lines.append(Message("Alike things may swap without changing anything, so divide by their orders."))
    value = over(whole, times(*repeated)) if repeated else whole
    return [*lines, _about(what, formula(equals(value, number(found))))]


def _about(what: str, shown: Formula) -> Message:
    match what:
        case "block":
            return Message("Orders with the parcel as one thing: {orders}.", orders=shown)
        case "others":
            return Message("Orders of the others: {orders}.", orders=shown)
        case "inside":
            return Message("Orders among themselves: {orders}.", orders=shown)
        case _:
            return Message("Number of orders: {orders}.", orders=shown)


def teach_blocks(task: Grouped, found: int, level: Level) -> tuple[Passage, ...]:
    groups = len(task.sizes)
    outer = factorial(groups - task.circle)
    whole = Factorial(minus(number(groups), number(1))) if task.circle else Factorial(number(groups))
    factors = [whole, *(Factorial(number(size)) for size in task.sizes)]
    lines = [Message("Orders of the groups: {orders}.", orders=formula(equals(whole, number(outer))))]
    if level is not Level.ADVANCED:
        lines += [
            Message("Orders inside a group of {size}: {orders}.", size=size,
                    orders=formula(equals(Factorial(number(size)), number(factorial(size)))))
            for size in task.sizes
        ]  # fmt: skip
    return passages(
        understanding=[
            _around(sum(task.sizes)) if task.circle else _row(sum(task.sizes)),
            Message("Each of the {groups} groups stays together.", groups=groups),
        ],
        approach=[
            {
                Level.BEGINNER: Message("Tie each group into one parcel. Order the parcels, then look inside each."),
                Level.INTERMEDIATE: Message(
                    "Take each group as one thing, and multiply by the orders inside the groups."
                ),
                Level.ADVANCED: Message("Rule of product: permute the blocks, then the members of each block."),
            }[level]
        ],
        steps=[*lines, Message("Multiply: {result}.", result=formula(equals(times(*factors), number(found))))],
        check=[
            Message("Placing one thing after the other and adding up what can follow gives {result} too.",
                    result=formula(number(found)))
        ],
        conclusion=[Message("There are {count} arrangements.", count=formula(number(found)))],
    )  # fmt: skip
