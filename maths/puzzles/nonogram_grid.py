"""The grids of nonograms: the numbers of a line, and all ways to place its runs. A line is a number, a cell a bit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Numbers:
    """What stands beside the rows and above the columns."""

    rows: tuple[tuple[int, ...], ...]
    columns: tuple[tuple[int, ...], ...]

    @property
    def lines(self) -> tuple[tuple[int, ...], ...]:
        """The rows, then the columns."""
        return self.rows + self.columns

    def cells(self, line: int) -> list[tuple[int, int]]:
        """Row and column of each cell of a line."""
        if line < len(self.rows):
            return [(line, column) for column in range(len(self.columns))]
        return [(row, line - len(self.rows)) for row in range(len(self.rows))]


def runs(signs: Sequence[bool]) -> tuple[int, ...]:
    return tuple(len(list(run)) for filled, run in groupby(signs) if filled)


def numbers(picture: Sequence[Sequence[bool]]) -> Numbers:
    return Numbers(tuple(map(runs, picture)), tuple(map(runs, zip(*picture, strict=True))))


@cache
def placings(line: tuple[int, ...], length: int) -> tuple[int, ...]:
    """Every way to place the runs; the bit 1 << k is the cell k of the line."""
    if not line:
        return (0,)
    first, rest = line[0], line[1:]
    found = []
    for start in range(length - sum(line) - len(rest) + 1):
        end = start + first + (1 if rest else 0)
        found += [((1 << first) - 1) << start | after << end for after in placings(rest, length - end)]
    return tuple(found)
