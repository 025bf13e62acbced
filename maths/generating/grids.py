"""Matrices as rows of plain numbers: drawn, typed, and calculated with from the definitions."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from maths.generating.writing import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.generating.draw import Draw

Grid: TypeAlias = "Sequence[Sequence[Fraction | int]]"
_HIGH = 7


def drawn(draw: Draw, rows: int, columns: int, high: int = _HIGH) -> Grid:
    """Entries from -high to high."""
    return [[draw.whole(-high, high) for _ in range(columns)] for _ in range(rows)]


def typed(grid: Grid) -> str:
    return "[" + ", ".join("[" + ", ".join(number(cell) for cell in row) + "]" for row in grid) + "]"


def vector(cells: Sequence[Fraction | int]) -> str:
    return "(" + ", ".join(number(cell) for cell in cells) + ")"


def identity(size: int) -> Grid:
    return [[int(i == j) for j in range(size)] for i in range(size)]


def scaled(factor: Fraction | int, grid: Grid) -> Grid:
    return [[factor * cell for cell in row] for row in grid]


def plus(*grids: Grid) -> Grid:
    return [[sum((Fraction(cell) for cell in cells), Fraction(0)) for cells in zip(*rows, strict=True)]
            for rows in zip(*grids, strict=True)]  # fmt: skip


def transposed(grid: Grid) -> Grid:
    return [list(column) for column in zip(*grid, strict=True)]


def times(*grids: Grid) -> Grid:
    product = grids[0]
    for grid in grids[1:]:
        columns = transposed(grid)
        product = [[dot(row, column) for column in columns] for row in product]
    return product


def dot(first: Sequence[Fraction | int], second: Sequence[Fraction | int]) -> Fraction:
    return sum((Fraction(a * b) for a, b in zip(first, second, strict=True)), Fraction(0))


def determinant(grid: Grid) -> Fraction:
    """By the first row."""
    if len(grid) == 1:
        return Fraction(grid[0][0])
    parts = (cell * cofactor(grid, 0, column) for column, cell in enumerate(grid[0]))
    return sum(parts, Fraction(0))


def cofactor(grid: Grid, row: int, column: int) -> Fraction:
    rest = [[cell for j, cell in enumerate(cells) if j != column] for i, cells in enumerate(grid) if i != row]
    return -determinant(rest) if (row + column) % 2 else determinant(rest)


def adjugate(grid: Grid) -> Grid:
    size = range(len(grid))
    return [[cofactor(grid, j, i) for j in size] for i in size]


def inverse(grid: Grid) -> Grid:
    """The determinant must not be zero."""
    return scaled(1 / determinant(grid), adjugate(grid))


def with_determinant_one(draw: Draw, size: int, high: int = 3) -> Grid:
    """A lower and an upper triangle with ones on the diagonal, multiplied."""
    lower = [[draw.whole(-high, high) if j < i else int(i == j) for j in range(size)] for i in range(size)]
    upper = [[draw.signed(high) if j > i else int(i == j) for j in range(size)] for i in range(size)]
    return times(lower, upper)


def invertible(draw: Draw, size: int, high: int = _HIGH) -> Grid:
    for _ in range(20):
        grid = drawn(draw, size, size, high)
        if determinant(grid):
            return grid
    return with_determinant_one(draw, size)
