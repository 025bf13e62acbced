"""Weighings given to z3: the weight of each thing is an unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.logic.formula import All, Compare, Count, Not, Plus, Unknown, holds, is_
from maths.puzzles.weighing_worlds import Mode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maths.logic.formula import Fact, Operator
    from maths.puzzles.weighing_worlds import Balance, Weighing, World

_KINDS = {
    Mode.HEAVIER: (0, 1),
    Mode.LIGHTER: (-1, 0),
    Mode.EITHER: (-1, 0, 1),
    Mode.TWO_HEAVIER: (0, 1),
    Mode.TWO_LIGHTER: (-1, 0),
    Mode.ONE_EACH: (-1, 0, 1),
}
_SIGNS: dict[int, Operator] = {-1: ">", 0: "=", 1: "<"}
MOST_LEFT = 24  # worlds there can be before anything is weighed
FALSE = "false"  # the name of the clue how many are false


def things(count: int, mode: Mode, mark: str = "") -> list[Unknown]:
    return [Unknown(f"{thing}{mark}", _KINDS[mode]) for thing in range(count)]


def false_ones(unknowns: Sequence[Unknown], mode: Mode) -> Fact:
    """How many are false, and how."""
    if mode is Mode.ONE_EACH:
        return All(tuple(Count(tuple(is_(one, kind) for one in unknowns), "=", 1) for kind in (1, -1)))
    number = 2 if mode in {Mode.TWO_HEAVIER, Mode.TWO_LIGHTER} else 1
    return Count(tuple(Not(is_(one, 0)) for one in unknowns), "=", number)


def came_out(unknowns: Sequence[Unknown], weighing: Weighing, result: int) -> Fact:
    left, right = (tuple(unknowns[thing] for thing in side) for side in (weighing.left, weighing.right))
    return Compare(Plus(left), _SIGNS[result], Plus(right))


def clues(balance: Balance) -> dict[str, Fact]:
    """How many are false, and each weighing by its number from 1."""
    unknowns = things(balance.count, balance.mode)
    weighings = {
        str(number): came_out(unknowns, weighing, weighing.result)
        for number, weighing in enumerate(balance.weighings, 1)
    }
    return {FALSE: false_ones(unknowns, balance.mode), **weighings}


def solutions(balance: Balance, at_most: int = 2) -> list[World]:
    """By z3, in the order of `worlds`."""
    from maths.logic.solver import Session

    unknowns = things(balance.count, balance.mode)
    found = Session(unknowns, list(clues(balance).values())).solutions(at_most)
    return sorted((_world(one) for one in found), key=_place)


def _world(weights: Mapping[str, int]) -> World:
    false = [(int(name), weight) for name, weight in weights.items() if weight]
    return tuple(sorted(false, key=lambda one: (-one[1], one[0])))


def _place(world: World) -> list[tuple[int, int]]:
    return [(thing, -kind) for thing, kind in world]


def deciding(balance: Balance, options: Sequence[Weighing]) -> list[int]:
    """The places of the options in which no two of the worlds that z3 finds left come out alike."""
    unknowns = things(balance.count, balance.mode)
    left = [
        {unknown.name: dict(world).get(thing, 0) for thing, unknown in enumerate(unknowns)}
        for world in solutions(balance, MOST_LEFT)
    ]
    found = []
    for place, option in enumerate(options):
        facts = [came_out(unknowns, option, result) for result in (-1, 0, 1)]
        if all(sum(holds(fact, weights) for weights in left) <= 1 for fact in facts):
            found.append(place)
    return found
