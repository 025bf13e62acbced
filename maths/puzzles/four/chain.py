"""The way to the target, backwards: what the last operation can join, every other way excluded by all that can be made.

Each claim that a part can or cannot be made stands beside its words, so that another calculation can look at it.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.four.backwards import Leaf, needs, reachable, splits
from maths.puzzles.four.shown import formula, joins, numbers, step
from maths.puzzles.puzzle import Link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maths.puzzles.four.backwards import Join, Numbers, Tree


@dataclass(frozen=True, slots=True)
class Claim:
    """That `target` can, or cannot, be made with these two heaps joined by the last operation."""

    one: Numbers
    other: Numbers
    target: Fraction
    possible: bool


@dataclass(frozen=True, slots=True)
class Chain:
    links: tuple[Link, ...]
    claims: tuple[Claim, ...]


def chain(tree: Join) -> Chain:
    """From the target back to the numbers, then the expression read forwards."""
    links: list[Link] = []
    claims: list[Claim] = []
    for join in joins(tree):
        within = numbers(join)
        if len(within) > 2:  # noqa: PLR2004 - two numbers can only be joined with each other
            failing = [split for split in splits(within) if not fits(*split, join.value)]
            claims += [Claim(*split, join.value, possible=False) for split in failing]
            links += _excluded(failing, join.value)
        claims.append(Claim(numbers(join.left), numbers(join.right), join.value, possible=True))
        links.append(Link(_found(join)))
    links.append(
        Link(Message("Altogether: {expression} = {target}.", expression=formula(tree), target=str(tree.value)))
    )
    return Chain(tuple(links), tuple(claims))


def fits(one: Numbers, other: Numbers, target: Fraction) -> bool:
    """Whether what the two heaps make can be joined to the target."""
    there = reachable(other)
    for value in reachable(one):
        for sign, left, rest in needs(target, value):
            if rest in there and not (sign == "/" and (rest if left else value) == 0):
                return True
    return False


def dead_ends(tree: Tree) -> int:
    """Last operations that look possible and are not, over the whole way back."""
    return sum(
        not fits(*split, join.value)
        for join in joins(tree)
        if len(numbers(join)) > 2  # noqa: PLR2004 - nothing to choose
        for split in splits(numbers(join))
    )


def _excluded(failing: list[tuple[Numbers, Numbers]], target: Fraction) -> list[Link]:
    links = []
    pairs = tuple(_pair(split, target) for split in failing if len(split[0]) > 1)
    if pairs:
        says = Message(
            "At the end, {target} does not come from joining two results of pairs like these.", target=str(target)
        )
        links.append(Link(says, pairs))
    singles = [split for split in failing if len(split[0]) == 1]
    if len(singles) == 1:
        ((number,), _) = singles[0]
        says = Message("For {target}, the last operation does not join {number}.", target=str(target), number=number)
        links.append(Link(says, (_single(singles[0], target),)))
    elif singles:
        named = ", ".join(str(one[0]) for one, _ in singles)
        says = Message("For {target}, none of {numbers} is joined last.", target=str(target), numbers=named)
        links.append(Link(says, tuple(_single(split, target) for split in singles)))
    return links


def _pair(split: tuple[Numbers, Numbers], target: Fraction) -> Message:
    one, other = split
    return Message(
        "{pair} make only {values}, and {others} make only {results}: no two of these join to {target}.",
        pair=_listed(one),
        values=_listed(sorted(reachable(one))),
        others=_listed(other),
        results=_listed(sorted(reachable(other))),
        target=str(target),
    )


def _single(split: tuple[Numbers, Numbers], target: Fraction) -> Message:
    (number,), rest = split
    needed = dict.fromkeys(need for _, _, need in needs(target, Fraction(number)))
    return Message(
        "With {number} last, {rest} would have to make one of {needed}; they make none of these.",
        number=number,
        rest=_listed(rest),
        needed=_listed(needed),
    )


def _listed(values: Iterable[Fraction | int]) -> str:
    return ", ".join(str(value) for value in values)


def _found(join: Join) -> Message:
    left, right, target = join.left, join.right, str(join.value)
    if isinstance(left, Leaf) and isinstance(right, Leaf):
        return Message("{result} = {step}.", result=target, step=step(join))
    if isinstance(left, Leaf) or isinstance(right, Leaf):
        alone, rest = (left, right) if isinstance(left, Leaf) else (right, left)
        return Message(
            "{rest} can make {value}, and then {step} = {target} with {number} last.",
            rest=_listed(numbers(rest)),
            value=str(rest.value),
            step=step(join),
            target=target,
            number=str(alone.value),
        )
    return Message(
        "{pair} can make {value}, {others} can make {result}, and {step} = {target}.",
        pair=_listed(numbers(left)),
        value=str(left.value),
        others=_listed(numbers(right)),
        result=str(right.value),
        step=step(join),
        target=target,
    )
