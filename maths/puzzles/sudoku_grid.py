"""The grids of sudoku: rows, columns and blocks, a set of cells as the bits of a number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class Lines(StrEnum):
    """What a unit is."""

    ROW = "row"
    COLUMN = "column"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Unit:
    """Cells that hold each digit once; `number` counts from 1, blocks from left to right and from the top."""

    lines: Lines
    number: int
    cells: tuple[int, ...]

    @property
    def mask(self) -> int:
        return sum(1 << cell for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Shape:
    """`size` digits, blocks of `height` times `width` cells; cells are numbered row by row from 0."""

    size: int
    height: int
    width: int

    @property
    def cells(self) -> int:
        return self.size * self.size

    def block(self, cell: int) -> int:
        row, column = divmod(cell, self.size)
        return row // self.height * (self.size // self.width) + column // self.width


SHAPES = {4: Shape(4, 2, 2), 6: Shape(6, 2, 3), 9: Shape(9, 3, 3)}


@cache
def units(shape: Shape) -> tuple[Unit, ...]:
    """Blocks first: people look there first."""
    size, every = shape.size, range(shape.cells)
    found = [Unit(Lines.BLOCK, n + 1, tuple(c for c in every if shape.block(c) == n)) for n in range(size)]
    found += [Unit(Lines.ROW, n + 1, tuple(c for c in every if c // size == n)) for n in range(size)]
    found += [Unit(Lines.COLUMN, n + 1, tuple(c for c in every if c % size == n)) for n in range(size)]
    return tuple(found)


@cache
def masks(shape: Shape) -> tuple[int, ...]:
    """The cells of each unit."""
    return tuple(unit.mask for unit in units(shape))


@cache
def peers(shape: Shape) -> tuple[int, ...]:
    """For each cell, the others of its row, column and block."""
    seen = [0] * shape.cells
    for unit in units(shape):
        for cell in unit.cells:
            seen[cell] |= unit.mask
    return tuple(mask & ~(1 << cell) for cell, mask in enumerate(seen))


def bits(mask: int) -> list[int]:
    """The cells of a mask, ascending."""
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return found


def place(shape: Shape, cell: int) -> str:
    """R3C5: row 3, column 5."""
    row, column = divmod(cell, shape.size)
    return f"R{row + 1}C{column + 1}"
