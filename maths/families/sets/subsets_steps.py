"""Subsets counted by hand: two possibilities for each free element, what is not wanted taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.sets.terms import shown_set
from maths.families.terms import equals, minus, name, number, power
from maths.families.write import formula, listed, passages
from maths.message import Message, counted
from maths.tree import Call, Negative, Sum
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.sets.counts import SubsetKind
    from maths.families.sets.terms import Element
    from maths.tree import Node
    from maths.verdict import Passage


def teach_count(kind: SubsetKind, found: int, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[
            counted("The set has {count} element.", "The set has {count} elements.", kind.size),
            *_conditions(kind),
        ],
        approach=[_approach(kind, level)],
        steps=_lines(kind, found, level),
        check=[Message("Added up over all sizes of subsets, the number is the same: {count}.", count=found)],
        conclusion=[counted("There is {count} such subset.", "There are {count} such subsets.", found)],
    )


def _conditions(kind: SubsetKind) -> list[Message]:
    lines = []
    if kind.within:
        lines.append(
            counted("{count} element must be in the subset.", "{count} elements must be in the subset.", kind.within)
        )
    if kind.without:
        lines.append(
            counted(
                "{count} element must not be in the subset.",
                "{count} elements must not be in the subset.",
                kind.without,
            )
        )
    if kind.chosen is not None:
        lines.append(
            counted("The subset must have {count} element.", "The subset must have {count} elements.", kind.chosen)
        )
    if kind.proper:
        lines.append(Message("A proper subset is any subset but the set itself."))
    if kind.nonempty:
        lines.append(Message("The empty set does not count."))
    return lines


def _approach(kind: SubsetKind, level: Level) -> Message:
    if kind.chosen is not None:
        return (
            Message("The subset is made by choosing the elements that are still missing from those that are free.")
            if level is not Level.ADVANCED
            else Message("Subsets of a given size are counted by binomial coefficients.")
        )
    return {
        Level.BEGINNER: Message(
            "For each element that is free there are two possibilities: it goes into the subset, or it stays out. "
            "So each free element doubles the number of subsets."
        ),
        Level.INTERMEDIATE: Message("A set of n free elements has {power} subsets.", power=formula(_two("n"))),
        Level.ADVANCED: Message("The subsets correspond to the maps of the free elements into a set of two values."),
    }[level]


def _two(letter: str) -> Node:
    return power(number(2), name(letter))


def _lines(kind: SubsetKind, found: int, level: Level) -> list[Message]:
    lines: list[Message] = []
    if (kind.within or kind.without) and level is not Level.ADVANCED:
        taken = [Negative(number(part)) for part in (kind.within, kind.without) if part]
        free = Sum((number(kind.size), *taken))
        lines.append(Message("Free elements: {result}.", result=formula(equals(free, number(kind.free)))))
    if kind.chosen is None:
        every = 2**kind.free
        if level is Level.BEGINNER and kind.free > 1:
            lines.append(counted("2 is multiplied {count} time.", "2 is multiplied {count} times.", kind.free))
        lines.append(Message("Subsets: {result}.", result=formula(equals(power(number(2), kind.free), number(every)))
                             if kind.free != 1 else formula(number(every))))  # fmt: skip
    else:
        picked = kind.chosen - kind.within
        every = found + kind.left_out
        if picked < 0:
            return [*lines, Message("More elements are prescribed than the subset may have.")]
        if level is Level.BEGINNER:
            lines.append(
                counted("{count} element is still to be chosen.", "{count} elements are still to be chosen.", picked)
            )
        choose = Call("binomial", (number(kind.free), number(picked)))
        lines.append(Message("Subsets: {result}.", result=formula(equals(choose, number(every)))))
    if kind.left_out:
        rest = equals(minus(number(every), number(kind.left_out)), number(found))
        lines.append(Message("Take away what does not count: {result}.", result=formula(rest)))
    return lines


def teach_list(elements: tuple[Element, ...], found: list[tuple[Element, ...]], level: Level) -> tuple[Passage, ...]:
    every = listed(shown_set(subset) for subset in found)
    sizes = sorted({len(subset) for subset in found})
    lines = (
        [Message("All at once: {subsets}.", subsets=every)]
        if level is Level.ADVANCED
        else [_of_size(size, [subset for subset in found if len(subset) == size], level) for size in sizes]
    )
    return passages(
        understanding=[Message("We look for every subset of {set}.", set=shown_set(elements))],
        approach=[
            {
                Level.BEGINNER: Message("Go by size: first the set without elements, then one element, then two, …"),
                Level.INTERMEDIATE: Message("List the subsets by the number of their elements."),
                Level.ADVANCED: Message("The power set, ordered by size."),
            }[level]
        ],
        steps=lines,
        check=[counted("{count} subset is listed.", "{count} subsets are listed.", len(found))],
        conclusion=[Message("The subsets are {subsets}.", subsets=every)],
    )


def _of_size(size: int, subsets: list[tuple[Element, ...]], level: Level) -> Message:
    every = listed(shown_set(subset) for subset in subsets)
    if size == 0 and level is Level.BEGINNER:
        return Message("The empty set is a subset of every set: {subsets}.", subsets=every)
    return counted("With {count} element: {subsets}.", "With {count} elements: {subsets}.", size, subsets=every)
