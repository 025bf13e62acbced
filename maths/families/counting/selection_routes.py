"""Counting choices in two ways: by binomial coefficients and factorials; by additions alone, and by polynomials."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import comb, perm, prod
from typing import TYPE_CHECKING

from flint import fmpz, fmpz_poly

from maths.families.settled import UndecidedError
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_SIZE = 1_000  # of what is chosen from
MAX_ADDITIONS = 100_000  # for choices one after the other
MAX_CASES = 5_000  # ways to share a choice among groups


class Way(StrEnum):
    """How is chosen."""

    TOGETHER = "together"  # which ones, no order, none twice
    IN_ORDER = "in order"  # one after the other, none twice
    REPEATED = "repeated"  # one after the other, each again and again


@dataclass(frozen=True, slots=True)
class Stage:
    """`chosen` out of `size`."""

    size: int
    chosen: int
    way: Way = Way.TOGETHER


@dataclass(frozen=True, slots=True)
class Group:
    """`size` different people or things, of which between `least` and `most` are chosen."""

    name: str
    size: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Choices:
    """One choice, or several that do not touch each other; `times`: every choice counts so often."""

    stages: tuple[Stage, ...]
    times: int = 1


@dataclass(frozen=True, slots=True)
class Drawn:
    """`chosen` out of groups, so many of each."""

    groups: tuple[Group, ...]
    chosen: int


def refuse(stage: Stage) -> None:
    if stage.size > MAX_SIZE or stage.size * stage.chosen > MAX_ADDITIONS:
        raise UndecidedError(Message("There are too many things to choose from here."))
    if stage.chosen > stage.size and stage.way is not Way.REPEATED:
        raise UndecidedError(Message("More is chosen than there is."))


def by_formula(task: Choices) -> int:
    return task.times * prod(ways(stage) for stage in task.stages)


def ways(stage: Stage) -> int:
    """How many choices a stage has."""
    match stage.way:
        case Way.TOGETHER:
            return comb(stage.size, stage.chosen)
        case Way.IN_ORDER:
            return perm(stage.size, stage.chosen)
        case _:
            return int(stage.size**stage.chosen)


def by_building(task: Choices) -> int:
    """The same by adding: Pascal's rule for sets, orders by a product, repeated choices counted one by one."""
    total = fmpz(task.times)
    for stage in task.stages:
        match stage.way:
            case Way.TOGETHER:
                total *= pascal(stage.size, stage.chosen)
            case Way.IN_ORDER:
                total *= pascal(stage.size, stage.chosen) * _orders(stage.chosen)
            case _:
                reached = fmpz(1)
                for _ in range(stage.chosen):
                    reached = sum((reached for _ in range(stage.size)), fmpz(0))
                total *= reached
    return int(total)


def _orders(count: int) -> fmpz:
    """The product of the numbers up to a count."""
    found = fmpz(1)
    for factor in range(2, count + 1):
        found *= factor
    return found


def pascal(row: int, place: int) -> int:
    """An entry of Pascal's triangle by its rule: each is the sum of the two above it."""
    place = min(place, row - place)
    line = [1] + [0] * place
    for _ in range(row):
        for index in range(place, 0, -1):
            line[index] += line[index - 1]
    return line[place]


def cases(task: Drawn) -> Iterator[tuple[int, ...]]:
    """How many may come from each group."""
    for found, shared in enumerate(_shares(task.groups, task.chosen)):
        if found >= MAX_CASES:
            raise UndecidedError(Message("There are too many cases to be worked out here."))
        yield shared


def _shares(groups: tuple[Group, ...], left: int) -> Iterator[tuple[int, ...]]:
    if not groups:
        if left == 0:
            yield ()
        return
    first = groups[0]
    for taken in range(first.least, min(first.most, first.size, left) + 1):
        for rest in _shares(groups[1:], left - taken):
            yield (taken, *rest)


def by_cases(task: Drawn) -> int:
    return sum(
        prod(comb(group.size, taken) for group, taken in zip(task.groups, shared, strict=True))
        for shared in cases(task)
    )


def by_polynomial(task: Drawn) -> int:
    """The coefficient of x^chosen in the product of the groups' polynomials, each the allowed part of (1 + x)^size."""
    whole = fmpz_poly([1])
    for group in task.groups:
        full = fmpz_poly([1, 1]) ** group.size
        whole *= fmpz_poly([full[k] if group.least <= k <= group.most else 0 for k in range(group.size + 1)])
    return int(whole[task.chosen]) if task.chosen <= whole.degree() else 0
