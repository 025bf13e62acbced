"""A kenken solved by trying the fillings of one cage after the other, a line's digits as bits: the second engine."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from maths.bounds import TooLargeError
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maths.puzzles.kenken_cages import Cage, Cages

MAX_TRIED = 60_000


def squares(grid: Cages, at_most: int = 2, within: Sequence[int] = ()) -> list[tuple[int, ...]]:
    """Different solutions, row by row, until there are no more or as many as asked for. Raises TooLargeError.

    `within` may name what can stand in each cell, a digit a bit.
    """
    found = []
    for one in _Search(grid, within).run():
        found.append(one)
        if len(found) == at_most:
            break
    return found


class _Search:
    def __init__(self, grid: Cages, within: Sequence[int]) -> None:
        self._size = grid.size
        self._cages = [(cage, _digits(cage, grid.size, within)) for cage in grid.cages]
        self._lines = [0] * (2 * grid.size)  # digits taken in each row, then in each column
        self._square = [0] * grid.size**2
        self._tried = 0

    def run(self) -> Iterator[tuple[int, ...]]:
        yield from self._extend(list(range(len(self._cages))))

    def _extend(self, left: list[int]) -> Iterator[tuple[int, ...]]:
        if not left:
            yield tuple(self._square)
            return
        fitting = {number: self._fitting(number) for number in left}
        best = min(left, key=lambda number: len(fitting[number]))
        rest = [number for number in left if number != best]
        cells = self._cages[best][0].cells
        for digits in fitting[best]:
            self._tried += 1
            if self._tried > MAX_TRIED:
                raise TooLargeError(Message("There is too much to try."))
            kept = list(self._lines)
            for cell, digit in zip(cells, digits, strict=True):
                self._square[cell] = digit
                self._lines[cell // self._size] |= 1 << digit
                self._lines[self._size + cell % self._size] |= 1 << digit
            yield from self._extend(rest)
            self._lines = kept

    def _fitting(self, number: int) -> list[tuple[int, ...]]:
        cage, listed = self._cages[number]
        size, lines = self._size, self._lines
        taken = [lines[cell // size] | lines[size + cell % size] for cell in cage.cells]
        return [digits for digits in listed if not any(t >> d & 1 for t, d in zip(taken, digits, strict=True))]


def _digits(cage: Cage, size: int, within: Sequence[int]) -> list[tuple[int, ...]]:
    every = range(1, size + 1)
    each = [[digit for digit in every if not within or within[cell] >> digit & 1] for cell in cage.cells]
    return [digits for digits in product(*each) if _fits(cage, digits, size)]


def _fits(cage: Cage, digits: tuple[int, ...], size: int) -> bool:
    rows = {(cell // size, digit) for cell, digit in zip(cage.cells, digits, strict=True)}
    columns = {(cell % size, digit) for cell, digit in zip(cage.cells, digits, strict=True)}
    if len(rows) < len(digits) or len(columns) < len(digits):
        return False
    if cage.sign == "+":
        return sum(digits) == cage.target
    if cage.sign == "×":
        product_ = 1
        for digit in digits:
            product_ *= digit
        return product_ == cage.target
    low, high = min(digits), max(digits)
    if cage.sign == "−":
        return high == low + cage.target
    return high == low * cage.target if cage.sign == "÷" else low == cage.target
