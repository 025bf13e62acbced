"""Row reduction: reduced echelon form, rank, nullity, a basis of the kernel, independence, A X = B.

Routes: Gauss-Jordan elimination in fractions, row by row; python-flint's own reduced form and rank, which are
unique. Every vector of a basis and every solution is multiplied out again.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from flint import fmpq, fmpq_mat

from maths.bounds import TooLargeError, UnsupportedError
from maths.families.matrices.cells import Cells
from maths.families.matrices.elimination_steps import teach
from maths.families.matrices.reduction import Reduction, RowStep, matrix_of
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import fraction, number
from maths.families.write import formula
from maths.message import Formula, Message
from maths.tree import Collection, Kind, Matrix, Truth, names

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node

MAX_COLUMNS = 10
Grid: TypeAlias = "tuple[tuple[Fraction, ...], ...]"
INDEPENDENT = "independent"


@dataclass(frozen=True, slots=True)
class Reduce:
    """`wanted` is what is asked of the reduced form. `columns`: the matrix is made of the vectors one asks about."""

    body: Node
    wanted: str

    def settle(self, find: Callable[[Grid], Reduction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        grid = entries(self.body)
        reduction = (find or reduce)(grid)
        confirm(grid, reduction)
        rank, width = len(reduction.pivots), len(grid[0])
        basis = kernel(reduction)
        if len(basis) != width - rank or any(any(_times(grid, vector)) for vector in basis):
            raise UndecidedError(Message("The two ways of reducing the matrix do not agree."))
        answer = _answer(self.wanted, reduction, basis, rank, width)
        method = Message("reduced row by row in fractions; python-flint finds the same reduced form and rank")
        return Settled(answer, method, lambda level: teach(self.wanted, grid, reduction, basis, answer, level))


@dataclass(frozen=True, slots=True)
class MatrixEquation:
    """`left * X = right`, or `X * left = right` when `after`: the one matrix X."""

    left: Node
    right: Node
    unknown: str
    after: bool = False

    def settle(self, find: Callable[[Grid], Reduction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        left, right = entries(self.left), entries(self.right)
        if self.after:
            left, right = _transposed(left), _transposed(right)
        if len(left) != len(right):
            raise UndecidedError(Message("The sizes of the matrices do not fit."))
        joined = tuple((*a, *b) for a, b in zip(left, right, strict=True))
        reduction = (find or reduce)(joined)
        confirm(joined, reduction)
        width = len(left[0])
        if any(pivot >= width for pivot in reduction.pivots):
            raise UndecidedError(Message("There is no such matrix."))
        if len(reduction.pivots) != width:
            raise UndecidedError(Message("The equation does not fix the matrix."))
        solution = tuple(row[width:] for row in reduction.rows[:width])
        if _flint(left) * _flint(solution) != _flint(right):
            raise UndecidedError(Message("The two ways of solving it do not agree."))
        if self.after:
            solution = _transposed(solution)
        answer = formula(matrix_of(solution))
        method = Message("reduced row by row, and multiplied out again with python-flint")
        return Settled(answer, method, lambda level: teach("equation", joined, reduction, (), answer, level))


def entries(body: Node) -> Grid:
    """The rational entries of a matrix formula. Raises UndecidedError, RefusedError."""
    if names(body) - {"T"}:
        raise UndecidedError(Message("Only matrices of rational numbers are decided yet."))
    cells = Cells(())
    try:
        found = cells.value(body)
    except UnsupportedError as error:
        raise UndecidedError(Message("Only matrices of rational numbers are decided yet.")) from error
    if not isinstance(found, tuple):
        raise UndecidedError(Message("This is not a matrix."))
    if len(found[0]) > MAX_COLUMNS:
        raise TooLargeError(Message("The matrix is too large to be worked out here."))
    return tuple(tuple(fraction(c.leading_coefficient()) if c != 0 else Fraction(0) for c in row) for row in found)


def reduce(grid: Grid) -> Reduction:
    """Gauss-Jordan elimination, each pivot made 1 and everything above and below it 0."""
    rows = [list(row) for row in grid]
    steps: list[RowStep] = []
    pivots: list[int] = []
    for column in range(len(rows[0])):
        top = len(pivots)
        place = next((i for i in range(top, len(rows)) if rows[i][column] != 0), None)
        if place is None:
            continue
        if place != top:
            rows[top], rows[place] = rows[place], rows[top]
            steps.append(RowStep("swap", top, place, Fraction(1), _frozen(rows), column))
        pivot = rows[top][column]
        if pivot != 1:
            rows[top] = [value / pivot for value in rows[top]]
            steps.append(RowStep("scale", top, top, 1 / pivot, _frozen(rows), column))
        for other in range(len(rows)):
            factor = rows[other][column]
            if other != top and factor != 0:
                rows[other] = [a - factor * b for a, b in zip(rows[other], rows[top], strict=True)]
                steps.append(RowStep("add", other, top, -factor, _frozen(rows), column))
        pivots.append(column)
    return Reduction(_frozen(rows), tuple(pivots), tuple(steps))


def confirm(grid: Grid, reduction: Reduction) -> None:
    """python-flint reduces to the same form, of the same rank. Raises UndecidedError."""
    again, rank = _flint(grid).rref()
    if again != _flint(reduction.rows) or rank != len(reduction.pivots):
        raise UndecidedError(Message("The two ways of reducing the matrix do not agree."))


def kernel(reduction: Reduction) -> tuple[tuple[Fraction, ...], ...]:
    """One vector for each column without a pivot: that unknown 1, the other free ones 0."""
    width = len(reduction.rows[0])
    basis = []
    for free in (column for column in range(width) if column not in reduction.pivots):
        vector = [Fraction(0)] * width
        vector[free] = Fraction(1)
        for row, pivot in zip(reduction.rows, reduction.pivots, strict=False):
            vector[pivot] = -row[free]
        basis.append(tuple(vector))
    return tuple(basis)


def vector_node(vector: tuple[Fraction, ...]) -> Node:
    return Collection(Kind.TUPLE, tuple(number(value) for value in vector))


def _answer(
    wanted: str, reduction: Reduction, basis: tuple[tuple[Fraction, ...], ...], rank: int, width: int
) -> Formula:
    match wanted:
        case "rank":
            return formula(number(rank))
        case "nullity":
            return formula(number(width - rank))
        case "independent" | "dependent":
            return formula(Truth((rank == width) is (wanted == INDEPENDENT)))
        case "kernel":
            vectors = tuple(vector_node(vector) for vector in basis) or (vector_node((Fraction(0),) * width),)
            return formula(Collection(Kind.SET, vectors))
    return formula(matrix_of(reduction.rows))


def _times(grid: Grid, vector: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    return tuple(sum((a * b for a, b in zip(row, vector, strict=True)), Fraction(0)) for row in grid)


def _flint(grid: Grid) -> fmpq_mat:
    return fmpq_mat([[fmpq(v.numerator, v.denominator) for v in row] for row in grid])


def _transposed(grid: Grid) -> Grid:
    return tuple(zip(*grid, strict=True))


def _frozen(rows: list[list[Fraction]]) -> Grid:
    return tuple(tuple(row) for row in rows)


def columns(vectors: tuple[tuple[Node, ...], ...]) -> Matrix:
    """The matrix whose columns are vectors."""
    return Matrix(tuple(zip(*vectors, strict=True)))
