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
    """`_pairs` are the clues about two attributes, by the one that is known: a thing of it, the other attribute, and
    for each house of the thing the orders left. `_wide` are those about more things.
    """

    def __init__(self, size: int, attributes: int, clues: Sequence[Clue]) -> None:
        self._size = size
        self._pairs: list[list[tuple[int, int, tuple[int, ...]]]] = [[] for _ in range(attributes)]
        self._alone: list[Clue] = []
        self._wide: list[list[Clue]] = [[] for _ in range(attributes)]
        for clue in clues:
            kinds = [item // size for item in clue.items]
            if len(set(kinds)) == 1:
                self._alone.append(clue)
            elif len(kinds) == 2:  # noqa: PLR2004 - a pair
                for here, there in ((0, 1), (1, 0)):
                    left = _left_by(clue, here, size)
                    self._pairs[kinds[here]].append((clue.items[here] % size, kinds[there], left))
            else:
                for kind in dict.fromkeys(kinds):
                    self._wide[kind].append(clue)
        self._nodes = 0

    def run(self, known: Mapping[int, int]) -> Iterator[tuple[int, ...]]:
        every = (1 << len(_orders(self._size))) - 1
        left = dict.fromkeys(range(len(self._pairs)), every)
        for item, house in known.items():
            left[item // self._size] &= _with(self._size)[item % self._size][house]
        if all(self._narrow(clue, {}, left) for clue in self._alone):
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
            rest = self._rest(one, order, left)
            if rest is None:
                continue
            here = at | {one * self._size + thing: house for thing, house in enumerate(order)}
            if all(self._narrow(clue, here, rest) for clue in self._wide[one]):
                yield from self._extend(here, rest)

    def _rest(self, one: int, order: Sequence[int], left: Mapping[int, int]) -> dict[int, int] | None:
        """The orders left for the other attributes once this one is known; None where one has none."""
        rest = dict(left)
        del rest[one]
        for thing, other, by_house in self._pairs[one]:
            if other in rest:
                rest[other] &= by_house[order[thing]]
                if not rest[other]:
                    return None
        return rest

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


@lru_cache(maxsize=4_000)
def _left_by(clue: Clue, here: int, size: int) -> tuple[int, ...]:
    """For each house of one of a clue's two things, from house 0 that there is not, the orders left for the other."""
    by_house = [_allowed(clue, (house, 0) if here == 0 else (0, house), size) for house in range(1, size + 1)]
    return (0, *by_house)


@lru_cache(maxsize=20_000)
def _allowed(clue: Clue, at: tuple[int, ...], size: int) -> int:
    """The orders of the one attribute left, as bits, that make a clue true; house 0 stands for a thing of it."""
    open_ = [place for place, house in enumerate(at) if not house]
    if len(open_) == 1:
        (place,) = open_
        houses = [house for house in range(1, size + 1) if says(clue, [h or house for h in at], size)]
        return sum(_with(size)[clue.items[place] % size][house] for house in houses)
    allowed = 0
    for number, order in enumerate(_orders(size)):
        houses = [house or order[item % size] for item, house in zip(clue.items, at, strict=True)]
        if says(clue, houses, size):
            allowed |= 1 << number
    return allowed
