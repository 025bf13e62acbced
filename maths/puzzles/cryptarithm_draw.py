"""Sums of words by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.puzzles.cryptarithm_lexicon import WORDS
from maths.puzzles.cryptarithm_search import readings
from maths.puzzles.cryptarithm_sum import Shown, Sum

if TYPE_CHECKING:
    from maths.generating.draw import Draw

MAX_LETTERS = 10
_MOST = 400  # sums that are tried


def unique(draw: Draw, shape: tuple[int, ...]) -> tuple[Sum, dict[str, int]] | None:
    """A sum of words of these lengths, the total last, with one solution; None where none is found soon."""
    for _ in range(_MOST):
        *rows, total = (draw.one_of(WORDS[length]) for length in shape)
        puzzle = Sum(tuple(rows), total)
        if total in rows or len(set(rows)) < len(rows) > 2 or len(puzzle.letters) > MAX_LETTERS:  # noqa: PLR2004
            continue
        known = _leading(puzzle)
        found = readings(puzzle, 2, known) if known is not None else []
        if len(found) == 1:
            return puzzle, found[0]
    return None


def product(draw: Draw, shape: tuple[int, ...]) -> tuple[Sum, dict[str, int]] | None:
    """A word times a digit, as `unique`."""
    for _ in range(_MOST):
        row, total = (draw.one_of(WORDS[length]) for length in shape)
        puzzle = Sum((row,), total, draw.whole(2, 9), Shown.PRODUCT)
        if row == total or len(puzzle.letters) > MAX_LETTERS:
            continue
        found = readings(puzzle, 2)
        if len(found) == 1:
            return puzzle, found[0]
    return None


def _leading(puzzle: Sum) -> dict[str, int] | None:
    """What the first letters must be where a total is longer than its words; None where they cannot be that.

    A total longer than two words begins with 1. Where one word is longer than the others, it begins with 1 and 0, and
    of two words the longer one begins with 9.
    """
    longest, *others = sorted(puzzle.rows, key=len, reverse=True)
    if len(puzzle.total) <= len(longest) or not 1 <= len(others) <= 2:  # noqa: PLR2004 - two or three words
        return {}
    longer = len(longest) > len(others[0])
    told = [(puzzle.total[0], 1)] if longer or len(others) == 1 else []
    if longer:
        told.append((puzzle.total[1], 0))
        told += [(longest[0], 9)] if len(others) == 1 else []
    known = dict(told)
    fits = len(known) == len(told) == len(set(known.values()))
    return known if fits and not any(known.get(letter) == 0 for letter in puzzle.leading) else None
