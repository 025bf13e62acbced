"""Counting orders in two ways: by factorials; by placing one thing after the other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from math import comb, factorial, prod


class Wanted(StrEnum):
    """What is asked of some of the things."""

    NOTHING = "nothing"
    TOGETHER = "together"  # without another thing between
    APART = "apart"  # no two of them side by side


@dataclass(frozen=True, slots=True)
class Ordering:
    """`others` and `special` are how often each thing occurs: (1, 4, 4, 2) for MISSISSIPPI."""

    others: tuple[int, ...]
    special: tuple[int, ...] = ()
    wanted: Wanted = Wanted.NOTHING
    circle: bool = False


@dataclass(frozen=True, slots=True)
class Grouped:
    """Groups of different people, each of which stays together."""

    sizes: tuple[int, ...]
    circle: bool = False


def orders(counts: tuple[int, ...]) -> int:
    """Rows of things some of which are alike: the multinomial coefficient."""
    return factorial(sum(counts)) // prod(factorial(count) for count in counts)


def by_factorials(task: Ordering) -> int:
    """The number of arrangements by the product rule."""
    others, special = sum(task.others), sum(task.special)
    inner = orders(task.special)
    match task.wanted, task.circle:
        case Wanted.NOTHING, False:
            return orders((*task.others, *task.special))
        case Wanted.NOTHING, True:
            return factorial(others + special - 1)
        case Wanted.TOGETHER, False:
            return orders((*task.others, 1)) * inner
        case Wanted.TOGETHER, True:
            return factorial(others) * inner
        case _, False:
            return orders(task.others) * comb(others + 1, special) * inner
        case _:
            return factorial(others - 1) * comb(others, special) * inner


def by_placing(task: Ordering) -> int:
    """The number of arrangements, position by position. Around a table one of the others keeps its place."""
    others = task.others[1:] if task.circle else task.others

    @cache
    def go_on(others: tuple[int, ...], special: tuple[int, ...], last: bool, begun: bool) -> int:  # noqa: FBT001
        """In how many ways the rest can follow; `last`: a special one stands before, `begun`: one was placed."""
        if not others and not special:
            return 1
        total = 0
        if not (task.wanted is Wanted.TOGETHER and last and special):
            total += sum(times * go_on(rest, special, False, begun) for times, rest in _taken(others))  # noqa: FBT003
        if not (task.wanted is Wanted.APART and last) and not (task.wanted is Wanted.TOGETHER and begun and not last):
            total += sum(times * go_on(others, rest, True, True) for times, rest in _taken(special))  # noqa: FBT003
        return total

    return go_on(tuple(sorted(others)), tuple(sorted(task.special)), False, False)  # noqa: FBT003


def _taken(counts: tuple[int, ...]) -> list[tuple[int, tuple[int, ...]]]:
    """What is left after one thing is taken, and for how many things that is so."""
    found: dict[tuple[int, ...], int] = {}
    for index, count in enumerate(counts):
        left = sorted(each for each in (*counts[:index], count - 1, *counts[index + 1 :]) if each)
        found[tuple(left)] = found.get(tuple(left), 0) + 1
    return [(times, left) for left, times in found.items()]


def blocks_by_factorials(task: Grouped) -> int:
    return factorial(len(task.sizes) - task.circle) * prod(factorial(size) for size in task.sizes)


def blocks_by_placing(task: Grouped) -> int:
    """Person by person: a group goes on until it is used up. Around a table the first group begins."""

    @cache
    def go_on(waiting: tuple[int, ...], current: int) -> int:
        if current:
            return current * go_on(waiting, current - 1)
        if not waiting:
            return 1
        return sum(go_on((*waiting[:i], *waiting[i + 1 :]), size) for i, size in enumerate(waiting))

    sizes = tuple(sorted(task.sizes))
    return go_on(sizes[1:], sizes[0]) if task.circle else go_on(sizes, 0)
