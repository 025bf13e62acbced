"""Things in boxes counted in two ways.

Powers, binomial coefficients, Stirling's numbers and the recursion of partitions; every partition listed and weighted
with the number of ways it stands for.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from math import comb, factorial, prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Filling:
    """`things` into `boxes`; `nonempty`: no box stays empty."""

    things: int
    boxes: int
    things_differ: bool
    boxes_differ: bool
    nonempty: bool = False


def by_formula(task: Filling) -> int:
    """The number of ways by the formula of its kind."""
    things, boxes = task.things, task.boxes
    used = range(boxes, boxes + 1) if task.nonempty else range(1, boxes + 1)
    match task.things_differ, task.boxes_differ:
        case True, True:
            return (
                sum(comb(boxes, k) * stirling(things, k) * factorial(k) for k in used)
                if task.nonempty
                else boxes**things
            )
        case False, True:
            return comb(things - 1, boxes - 1) if task.nonempty else comb(things + boxes - 1, boxes - 1)
        case True, False:
            return sum(stirling(things, k) for k in used)
        case _:
            return sum(parted(things, k) for k in used)


@cache
def stirling(things: int, heaps: int) -> int:
    """Ways to part different things into so many heaps: the last one alone, or with one of the heaps."""
    if things == heaps:
        return 1
    if heaps <= 0 or heaps > things:
        return 0
    return stirling(things - 1, heaps - 1) + heaps * stirling(things - 1, heaps)


@cache
def parted(total: int, parts: int) -> int:
    """Ways to write a number as a sum of so many positive numbers, in no order."""
    if total == parts:
        return 1
    if parts <= 0 or parts > total:
        return 0
    return parted(total - 1, parts - 1) + parted(total - parts, parts)


def partitions(total: int, most: int, largest: int) -> Iterator[tuple[int, ...]]:
    """All ways to write a number as a sum of at most `most` numbers, the largest first."""
    if total == 0:
        yield ()
        return
    if most:
        for first in range(min(total, largest), 0, -1):
            for rest in partitions(total - first, most - 1, first):
                yield (first, *rest)


def by_partitions(task: Filling) -> int:
    """The number of ways, from every list of how many things share a box."""
    total = 0
    for parts in partitions(task.things, task.boxes, task.things):
        empty = task.boxes - len(parts)
        if task.nonempty and empty:
            continue
        alike = prod(factorial(times) for times in Counter(parts).values())
        ways = factorial(task.things) // prod(factorial(part) for part in parts) if task.things_differ else alike
        if task.boxes_differ:
            ways *= factorial(task.boxes) // factorial(empty)
            total += ways // (alike if task.things_differ else alike**2)
        else:
            total += ways // alike
    return total
