"""How many ways a street can be: attribute after attribute as a permutation of the houses, with nothing of z3."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import permutations
from typing import TYPE_CHECKING

from maths.bounds import TooLargeError
from maths.message import Message
from maths.puzzles.zebra_street import says

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from maths.puzzles.zebra_street import Clue

MAX_NODES = 50_000


def arrangements(
    size: int, attributes: int, clues: Sequence[Clue], at_most: int = 2, known: Mapping[int, int] | None = None
) -> list[tuple[int, ...]]:
    """Different streets, the house of each thing, until there are no more or as many as asked for.

    `known` are things whose houses are fixed beforehand. Raises TooLargeError.
    """
    found = []
    for street in _Search(size, attributes, clues).run(known or {}):
        found.append(street)
        if len(found) == at_most:
            break
    return found


@cache
def _orders(size: int) -> tuple[tuple[int, ...], ...]:
    """All ways to put the things of an attribute into the houses."""
    return tuple(permutations(range(1, size + 1)))


@cache
def _with(size: int) -> tuple[tuple[int, ...], ...]:
    """For each thing and house the orders, as bits, that put the one into the other; house 0 has none."""
    orders = _orders(size)
    return tuple(
        tuple(sum(1 << n for n, order in enumerate(orders) if order[thing] == house) for house in range(size + 1))
        for thing in range(size)
    )


class _Search:
    def __init__(self, size: int, attributes: int, clues: Sequence[Clue]) -> None:
        self._size = size
        self._clues = clues
        self._about = [
            [clue for clue in clues if any(item // size == one for item in clue.items)] for one in range(attributes)
        ]
        self._nodes = 0

    def run(self, known: Mapping[int, int]) -> Iterator[tuple[int, ...]]:
        every = (1 << len(_orders(self._size))) - 1
        left = dict.fromkeys(range(len(self._about)), every)
        for item, house in known.items():
            left[item // self._size] &= _with(self._size)[item % self._size][house]
        if all(self._narrow(clue, {}, left) for clue in self._clues):
            yield from self._extend({}, left)

    def _extend(self, at: dict[int, int], left: dict[int, int]) -> Iterator[tuple[int, ...]]:
        if not left:
            yield tuple(at[item] for item in sorted(at))
            return
        one = min(left, key=lambda kind: left[kind].bit_count())
        orders = left[one]
        while orders:
            low = orders & -orders
            orders ^= low
            self._nodes += 1
            if self._nodes > MAX_NODES:
                raise TooLargeError(Message("There is too much to try."))
            order = _orders(self._size)[low.bit_length() - 1]
            here = at | {one * self._size + thing: house for thing, house in enumerate(order)}
            rest = {kind: mask for kind, mask in left.items() if kind != one}
            if all(self._narrow(clue, here, rest) for clue in self._about[one]):
                yield from self._extend(here, rest)

    def _narrow(self, clue: Clue, at: Mapping[int, int], left: dict[int, int]) -> bool:
        """Takes the orders that a clue excludes, in place, where one attribute of it is left; whether any remain."""
        open_ = tuple(item for item in clue.items if item not in at)
        if not open_:
            return says(clue, [at[item] for item in clue.items], self._size)
        kind = open_[0] // self._size
        if any(item // self._size != kind for item in open_):
            return True
        houses = tuple(at.get(item, 0) for item in clue.items)
        left[kind] &= _allowed(clue, houses, self._size)
        return bool(left[kind])


@lru_cache(maxsize=20_000)
def _allowed(clue: Clue, at: tuple[int, ...], size: int) -> int:
    """The orders of the one attribute left, as bits, that make a clue true; house 0 stands for a thing of it."""
    allowed = 0
    for number, order in enumerate(_orders(size)):
        houses = [house or order[item % size] for item, house in zip(clue.items, at, strict=True)]
        if says(clue, houses, size):
            allowed |= 1 << number
    return allowed
