"""Numbers compared on paper: a common denominator, then whole numbers side by side."""

from __future__ import annotations

from itertools import pairwise
from math import lcm
from typing import TYPE_CHECKING

from maths.families.numbers.operands import exact
from maths.families.terms import equals, minus, number
from maths.families.write import formula, listed, passages
from maths.message import Message
from maths.tree import Call, Negative, Number, Quotient, Relation
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from fractions import Fraction

    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage

_MOST_DENOMINATOR = 10**9  # of a common denominator that still helps a reader
_PAIR = 2


def teach_compare(asked: Relation, signs: list[int], level: Level, *, true: bool) -> tuple[Passage, ...]:
    operators = tuple({-1: "<", 0: "=", 1: ">"}[sign] for sign in signs)
    found = formula(Relation(asked.operands, operators))
    return passages(
        understanding=[Message("Is it true that {statement}?", statement=formula(asked))],
        approach=[_approach(level)],
        steps=[*_common(asked.operands, level), Message("Side by side: {chain}.", chain=found)],
        check=[_gap(asked.operands[0], asked.operands[1])],
        conclusion=[
            Message("Yes, {statement} is true.", statement=formula(asked))
            if true
            else Message("No, {statement} is false.", statement=formula(asked))
        ],
    )


def teach_extreme(
    ordered: Sequence[Node], rank: int, level: Level, *, largest: bool
) -> Callable[[Formula | Message], tuple[Passage, ...]]:
    chain = _chain(ordered, descending=largest)
    count = Message("Counted from the largest, the one asked for is number {rank}.", rank=rank)
    if rank == 1:
        count = Message("We look for the largest one.") if largest else Message("We look for the smallest one.")
    elif not largest:
        count = Message("Counted from the smallest, the one asked for is number {rank}.", rank=rank)

    def teach(answer: Formula | Message) -> tuple[Passage, ...]:
        shown = listed(formula(node) for node in ordered)
        return passages(
            understanding=[Message("The numbers to compare are {numbers}.", numbers=shown), count],
            approach=[_approach(level)],
            steps=[*_negatives(ordered, level), *_common(ordered, level), Message("In order: {chain}.", chain=chain)],
            check=[_gap(ordered[0], ordered[1])],
            conclusion=[Message("The answer is {answer}.", answer=answer)],
        )

    return teach


def teach_closest(
    target: Node, ordered: Sequence[Node], distances: Sequence[Node], level: Level
) -> Callable[[Formula | Message], tuple[Passage, ...]]:
    lines = [
        Message(
            "The distance of {number}: {distance}.",
            number=formula(value),
            distance=formula(equals(Call("abs", (minus(value, target),)), distance)),
        )
        for value, distance in zip(ordered, distances, strict=True)
    ]
    chain = _chain(distances, descending=False)

    def teach(answer: Formula | Message) -> tuple[Passage, ...]:
        return passages(
            understanding=[
                Message("Which of the numbers lies nearest to {target} on the number line?", target=formula(target))
            ],
            approach=[_distance_approach(level)],
            steps=[
                *lines,
                *(_common(distances, level) if level is Level.BEGINNER else []),
                Message("The distances in order: {chain}.", chain=chain),
            ],
            check=[_gap(distances[0], distances[1])],
            conclusion=[Message("The answer is {answer}.", answer=answer)],
        )

    return teach


def _distance_approach(level: Level) -> Message:
    if level is Level.BEGINNER:
        return Message(
            "How far apart two numbers are: take the smaller one from the larger one. That is their distance."
        )
    if level is Level.ADVANCED:
        return Message("Compare the distances |x - y|.")
    return Message("The distance of two numbers is the absolute value of their difference.")


def teach_sort(
    shown: Sequence[Node], ordered: Sequence[Node], level: Level, *, descending: bool
) -> tuple[Passage, ...]:
    chain = _chain(ordered, descending=descending)
    return passages(
        understanding=[
            Message("Put the numbers in order, the largest first.")
            if descending
            else Message("Put the numbers in order, the smallest first.")
        ],
        approach=[_approach(level)],
        steps=[*_negatives(ordered, level), *_common(ordered, level), Message("In order: {chain}.", chain=chain)],
        check=[_gap(ordered[0], ordered[1])],
        conclusion=[Message("The order is {numbers}.", numbers=listed(formula(node) for node in shown))],
    )


def _approach(level: Level) -> Message:
    if level is Level.BEGINNER:
        return Message(
            "Write the numbers in the same form, then compare them: on the number line the larger one is farther right."
        )
    if level is Level.ADVANCED:
        return Message("The order of the real numbers: a < b exactly when b - a is positive.")
    return Message("Bring the numbers to a common denominator and compare the numerators.")


def _negatives(ordered: Sequence[Node], level: Level) -> list[Message]:
    values = [exact(node) for node in ordered]
    if level is not Level.BEGINNER or sum(1 for value in values if value is not None and value < 0) < _PAIR:
        return []
    return [
        Message("Negative numbers are smaller than all others; of two of them, the one farther from zero is smaller.")
    ]


def _common(nodes: Sequence[Node], level: Level) -> list[Message]:
    """Every number over the same denominator, where that is needed and not too large."""
    values = [exact(node) for node in nodes]
    known = [value for value in values if value is not None]
    denominator = lcm(*(value.denominator for value in known)) if known else 1
    if level is Level.ADVANCED or len(known) < len(values) or not 1 < denominator <= _MOST_DENOMINATOR:
        return []
    return [
        Message("With the denominator {denominator}: {equation}.", denominator=denominator, equation=shown)
        for node, value in zip(nodes, known, strict=True)
        for shown in [formula(equals(node, _over(value, denominator)))]
    ]


def _over(value: Fraction, denominator: int) -> Node:
    above = int(abs(value) * denominator)
    quotient = Quotient(number(above), Number(value.__class__(denominator)))
    return Negative(quotient) if value < 0 else quotient


def _chain(ordered: Sequence[Node], *, descending: bool) -> Formula:
    operators = []
    for left, right in pairwise(ordered):
        a, b = exact(left), exact(right)
        equal = a == b and a is not None
        operators.append("=" if equal else ">" if descending else "<")
    return formula(Relation(tuple(ordered), tuple(operators)))


def _gap(left: Node, right: Node) -> Message:
    a, b = exact(left), exact(right)
    if a is None or b is None:
        return Message("A second calculation by another program gives the same result.")
    return Message(
        "The difference of the first two shows it: {difference}.",
        difference=formula(equals(minus(left, right), number(a - b))),
    )
