"""The second engine: how many sequences of steps lead to each contents, counted length by length, nothing left out.

No contents are ever called seen, so that nothing is decided by the order of a search.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.puzzles.vessels.pouring import Jugs

MAX_LENGTH = 25


def walks(jugs: Jugs) -> Iterator[Counter[tuple[int, ...]]]:
    """After 0, 1, 2, … steps: how many sequences end in each contents."""
    counts: Counter[tuple[int, ...]] = Counter({tuple(jugs.start): 1})
    for _ in range(MAX_LENGTH):
        yield counts
        following: Counter[tuple[int, ...]] = Counter()
        for contents, ways in counts.items():
            for then in _following(jugs, contents):
                following[then] += ways
        counts = following


def fewest(jugs: Jugs) -> tuple[int, int] | None:
    """The least number of steps, and how many plans have it."""
    for length, counts in enumerate(walks(jugs)):
        ways = sum(number for contents, number in counts.items() if any(amount == jugs.wanted for amount in contents))
        if ways:
            return length, ways
    return None


def _following(jugs: Jugs, contents: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Every step's result, also where it changes nothing."""
    for i, size in enumerate(jugs.sizes):
        if jugs.tap:
            yield (*contents[:i], size, *contents[i + 1 :])
            yield (*contents[:i], 0, *contents[i + 1 :])
        for j, room in enumerate(jugs.sizes):
            if i == j:
                continue
            together = contents[i] + contents[j]
            target = min(room, together)
            changed = {i: together - target, j: target}
            yield tuple(changed.get(place, amount) for place, amount in enumerate(contents))
