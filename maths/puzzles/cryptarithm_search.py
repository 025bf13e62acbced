"""How many ways the letters can be digits: from the ones column to the left, digit by digit, with nothing of z3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.bounds import TooLargeError
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.puzzles.cryptarithm_sum import Sum

MAX_NODES = 400_000


def readings(puzzle: Sum, at_most: int = 2, known: Mapping[str, int] | None = None) -> list[dict[str, int]]:
    """Different digits for the letters until there are no more, or as many as asked for; `known` are fixed.

    Raises TooLargeError.
    """
    return _Search(puzzle, at_most, known or {}).run()


class _Search:
    def __init__(self, puzzle: Sum, at_most: int, known: Mapping[str, int]) -> None:
        self._columns = [puzzle.column(place) for place in range(puzzle.columns)]
        self._factor = puzzle.factor
        self._leading = puzzle.leading
        self._at_most = at_most
        self._digits = dict(known)
        self._used = [digit in known.values() for digit in range(10)]
        self._order = puzzle.letters
        self._found: list[dict[str, int]] = []
        self._nodes = 0

    def run(self) -> list[dict[str, int]]:
        if len(self._order) <= 10:  # noqa: PLR2004 - there are ten digits
            self._add(0, 0, 0)
        return self._found

    def _add(self, place: int, row: int, total: int) -> bool:
        """Goes on in a column, whose letters above `row` come to `total`; whether enough is found."""
        if place == len(self._columns):
            if not total:
                self._found.append({letter: self._digits[letter] for letter in self._order})
            return len(self._found) >= self._at_most
        added, under = self._columns[place]
        if row == len(added):
            return self._under(place, under, total)
        letter = added[row]
        digit = self._digits.get(letter)
        if digit is not None:
            return self._add(place, row + 1, total + self._factor * digit)
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise TooLargeError(Message("There is too much to try."))
        for digit in range(1 if letter in self._leading else 0, 10):
            if self._used[digit]:
                continue
            self._digits[letter], self._used[digit] = digit, True
            if self._add(place, row + 1, total + self._factor * digit):
                return True
            self._used[digit] = False
            del self._digits[letter]
        return False

    def _under(self, place: int, letter: str, total: int) -> bool:
        """The letter under a column is what the column comes to."""
        carry, digit = divmod(total, 10)
        known = self._digits.get(letter)
        if known is not None:
            return known == digit and self._add(place + 1, 0, carry)
        if self._used[digit] or (not digit and letter in self._leading):
            return False
        self._digits[letter], self._used[digit] = digit, True
        if self._add(place + 1, 0, carry):
            return True
        self._used[digit] = False
        del self._digits[letter]
        return False
