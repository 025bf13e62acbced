"""The grids of kenken: cages of cells with a number and a sign, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product
from math import prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.generating.draw import Draw

MOST_CELLS = 4  # of a cage
GIVEN, PLUS, MINUS, TIMES, OVER = "", "+", "−", "×", "÷"


@dataclass(frozen=True, slots=True)
class Cage:
    """Cells, numbered row by row from 0, whose digits come to `target` with the sign."""

    cells: tuple[int, ...]
    sign: str
    target: int

    @property
    def note(self) -> str:
        return f"{self.target}{self.sign}"


@dataclass(frozen=True, slots=True)
class Cages:
    """A square of `size` digits; every cell lies in one cage."""

    size: int
    cages: tuple[Cage, ...]

    def lines(self) -> list[tuple[int, ...]]:
        """The rows, then the columns."""
        size = self.size
        rows = [tuple(range(size * row, size * row + size)) for row in range(size)]
        return rows + [tuple(range(column, size * size, size)) for column in range(size)]


def comes_to(sign: str, digits: Sequence[int]) -> int | None:
    """The number of a cage with these digits; None where a division leaves a remainder."""
    match sign:
        case "+":
            return sum(digits)
        case "×":
            return prod(digits)
        case "−":
            return max(digits) - min(digits)
        case "÷":
            return max(digits) // min(digits) if max(digits) % min(digits) == 0 else None
        case _:
            return digits[0]


@cache
def fillings(cage: Cage, size: int) -> tuple[tuple[int, ...], ...]:
    """All digits for its cells that come to its number, none twice in a row or column."""
    pairs = [
        (i, j)
        for i, one in enumerate(cage.cells)
        for j, other in enumerate(cage.cells[:i])
        if one // size == other // size or one % size == other % size
    ]
    return tuple(
        digits
        for digits in product(range(1, size + 1), repeat=len(cage.cells))
        if comes_to(cage.sign, digits) == cage.target and all(digits[i] != digits[j] for i, j in pairs)
    )


def latin(draw: Draw, size: int) -> list[int]:
    """A square in which no row and no column holds a digit twice, filled at random row by row."""
    while True:
        square: list[int] = []
        for _ in range(size * size):
            row, column = divmod(len(square), size)
            taken = {*square[size * row :], *square[column::size]}
            free = [digit for digit in range(1, size + 1) if digit not in taken]
            if not free:
                break
            square.append(draw.one_of(free))
        if len(square) == size * size:
            return square


def grown(draw: Draw, square: Sequence[int], size: int, wanted: Sequence[int], alone: int) -> Cages:
    """Cages of about the wanted numbers of cells, which cover the square and fit its digits.

    Cells left over join the cage beside them; about `alone` of ten stay cages of one cell.
    """
    owner: dict[int, int] = {}
    cages: list[list[int]] = []
    for start in draw.shuffled(range(size * size)):
        if start in owner:
            continue
        cells = [start]
        aim = draw.one_of(wanted)
        while len(cells) < aim:
            around = sorted({near for cell in cells for near in _beside(cell, size)} - set(owner) - set(cells))
            if not around:
                break
            cells.append(draw.one_of(around))
        owner |= dict.fromkeys(cells, len(cages))
        cages.append(cells)
    for cells in cages:
        if len(cells) == 1 and draw.whole(1, 10) > alone:
            near = [cell for cell in _beside(cells[0], size) if 1 < len(cages[owner[cell]]) < MOST_CELLS]
            if near:
                joined = owner[draw.one_of(near)]
                owner[cells[0]] = joined
                cages[joined].append(cells.pop())
    return Cages(size, tuple(sorted((signed(draw, square, sorted(c)) for c in cages if c), key=lambda one: one.cells)))


def _beside(cell: int, size: int) -> list[int]:
    row, column = divmod(cell, size)
    near = [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
    return [size * r + c for r, c in near if 0 <= r < size and 0 <= c < size]


def signed(draw: Draw, square: Sequence[int], cells: Sequence[int]) -> Cage:
    """A cage on these cells with a sign that fits the digits of the square."""
    digits = [square[cell] for cell in cells]
    if len(cells) == 1:
        return Cage(tuple(cells), GIVEN, digits[0])
    signs = [PLUS, TIMES]
    if len(cells) == 2:  # noqa: PLR2004 - a difference needs two
        signs = [PLUS, TIMES, MINUS, MINUS]
        signs += [OVER] * 4 if comes_to(OVER, digits) else []
    sign = draw.one_of(signs)
    target = comes_to(sign, digits)
    return Cage(tuple(cells), sign, target or 0)


def told_apart(draw: Draw, grid: Cages, square: Sequence[int], other: Sequence[int]) -> Cages | None:
    """The grid with another sign in one cage, which the other square does not satisfy; None where there is none."""
    found = []
    for place, cage in enumerate(grid.cages):
        ours, theirs = [square[cell] for cell in cage.cells], [other[cell] for cell in cage.cells]
        for sign in (PLUS, MINUS, TIMES, OVER) if len(ours) == 2 else (PLUS, TIMES) if len(ours) > 1 else ():  # noqa: PLR2004
            target = comes_to(sign, ours)
            if target is not None and comes_to(sign, theirs) != target:
                found.append((place, Cage(cage.cells, sign, target)))
    if not found:
        return None
    place, changed = draw.one_of(found)
    return Cages(grid.size, (*grid.cages[:place], changed, *grid.cages[place + 1 :]))
