"""A row reduction, operation by operation: what its worked steps are written from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from maths.families.terms import number
from maths.tree import Matrix

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.tree import Node

Grid: TypeAlias = "tuple[tuple[Fraction, ...], ...]"


@dataclass(frozen=True, slots=True)
class RowStep:
    """One row operation on `row`: `swap` with `other`, `scale` by `factor`, or `add` `factor` times `other`.

    `column` is the column that is being cleared.
    """

    kind: str
    row: int
    other: int
    factor: Fraction
    after: Grid
    column: int


@dataclass(frozen=True, slots=True)
class Reduction:
    rows: Grid
    pivots: tuple[int, ...]
    steps: tuple[RowStep, ...]


def matrix_of(grid: Grid) -> Node:
    return Matrix(tuple(tuple(number(value) for value in row) for row in grid))
