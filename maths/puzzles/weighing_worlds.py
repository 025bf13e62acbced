"""Things that weigh the same but for a false one or two, weighed on a balance: all that can be the case, one by one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, permutations
from typing import TypeAlias

World: TypeAlias = "tuple[tuple[int, int], ...]"  # each false thing with 1 where it is heavier, -1 where it is lighter


class Mode(StrEnum):
    """What is known of the false ones."""

    HEAVIER = "heavier"
    LIGHTER = "lighter"
    EITHER = "either"
    TWO_HEAVIER = "two heavier"
    TWO_LIGHTER = "two lighter"
    ONE_EACH = "one each"  # one heavier, one lighter, by the same amount


@dataclass(frozen=True, slots=True)
class Weighing:
    """The numbers of the things on each side; -1 where the left side went down, 1 the right, 0 neither."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    result: int = 0


@dataclass(frozen=True, slots=True)
class Balance:
    """`count` things, the first of them 0, and what was weighed."""

    count: int
    mode: Mode
    weighings: tuple[Weighing, ...]


def worlds(count: int, mode: Mode) -> list[World]:
    """All that can be the case before anything is weighed."""
    every = range(count)
    match mode:
        case Mode.HEAVIER:
            return [((thing, 1),) for thing in every]
        case Mode.LIGHTER:
            return [((thing, -1),) for thing in every]
        case Mode.EITHER:
            return [((thing, kind),) for thing in every for kind in (1, -1)]
        case Mode.TWO_HEAVIER:
            return [((one, 1), (other, 1)) for one, other in combinations(every, 2)]
        case Mode.TWO_LIGHTER:
            return [((one, -1), (other, -1)) for one, other in combinations(every, 2)]
        case Mode.ONE_EACH:
            return [((one, 1), (other, -1)) for one, other in permutations(every, 2)]


def outcome(world: World, weighing: Weighing) -> int:
    """How the weighing would come out."""
    more = sum(kind * ((thing in weighing.right) - (thing in weighing.left)) for thing, kind in world)
    return (more > 0) - (more < 0)


def left_over(balance: Balance) -> list[World]:
    """What can be the case after all weighings: the second engine, which tries every world."""
    return [
        world
        for world in worlds(balance.count, balance.mode)
        if all(outcome(world, weighing) == weighing.result for weighing in balance.weighings)
    ]


def decides(candidates: list[World], weighing: Weighing) -> bool:
    """Whether no two of them come out alike."""
    return len({outcome(world, weighing) for world in candidates}) == len(candidates)
