"""A^n for a letter n, eigenvectors, and the characteristic polynomial of a matrix of rational numbers.

Routes: eigenvalues and the kernels of A - λI by elimination, put together; then, without them, every vector is
multiplied by the matrix, and the formula for A^n is compared with the powers themselves: at n = 0 (or 1), at a few n
in python-flint, and for all n by A^(n+1) = A·A^n, coefficient by coefficient.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

import sympy
from flint import fmpq, fmpq_mat, fmpq_poly

from maths.families.matrices.elimination import Grid, confirm, entries, kernel, reduce, vector_node
from maths.families.matrices.powers_steps import (
    Eigenspace,
    teach_characteristic,
    teach_eigenvectors,
    teach_power,
)
from maths.families.routes.radicals import radical_roots, sort_key
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, fraction, name, number, plus, polynomial, power, times
from maths.families.write import formula, listed
from maths.message import Message
from maths.tree import Matrix, Negative, Power, Quotient, Relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node

MAX_SIDE = 4
_TRIED = 4  # exponents at which the formula is compared with the power itself
_UNKNOWN = "lambda"

Exponential: TypeAlias = "dict[tuple[Fraction, int], Fraction]"
"""A sum of c * n^k * r^n by (r, k)."""


@dataclass(frozen=True, slots=True)
class Eigenvectors:
    matrix: Node

    def settle(self, find: Callable[[Grid], tuple[Eigenspace, ...]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        grid = square(self.matrix)
        spaces = (find or eigenspaces)(grid)
        again = _flint(grid)
        for space in spaces:
            shifted = _flint(_shifted(grid, space.value))
            if len(space.basis) != len(grid) - int(shifted.rank()):
                raise UndecidedError(Message("The two ways of finding the eigenvectors do not agree."))
            for vector in space.basis:
                column = fmpq_mat([[_fmpq(v)] for v in vector])
                if again * column != column * _fmpq(space.value) or not any(vector):
                    raise UndecidedError(Message("The two ways of finding the eigenvectors do not agree."))
        answer = listed(
            part
            for space in spaces
            for part in (
                formula(equals(name(_UNKNOWN), number(space.value))),
                *(formula(equals(name("v"), vector_node(vector))) for vector in space.basis),
            )
        )
        method = Message("each vector was multiplied by the matrix again, and their number follows from the rank")
        return Settled(answer, method, lambda level: teach_eigenvectors(grid, spaces, level))


@dataclass(frozen=True, slots=True)
class CharacteristicPolynomial:
    matrix: Node
    unknown: str = _UNKNOWN

    def settle(self, find: Callable[[Grid], fmpq_poly] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        grid = square(self.matrix)
        found = (find or _by_sympy)(grid)
        if found != fmpq_poly(_flint(grid).charpoly()):
            raise UndecidedError(Message("The two characteristic polynomials do not agree."))
        answer = formula(polynomial(found, self.unknown))
        other = formula(polynomial(-found, self.unknown)).typed
        also = (other,) if len(grid) % 2 else ()
        method = Message("computed exactly twice, by SymPy and by python-flint with different algorithms")
        return Settled(answer, method, lambda level: teach_characteristic(grid, found, self.unknown, level), also=also)


@dataclass(frozen=True, slots=True)
class SymbolicPower:
    """`matrix^letter`."""

    matrix: Node
    letter: str

    def settle(self, find: Callable[[Grid], tuple[tuple[Exponential, ...], ...]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        grid = square(self.matrix)
        cells = (find or powers)(grid)
        from_one = Fraction(0) in {value for value, _ in _roots(grid)}
        if not _is_power(grid, cells, 1 if from_one else 0):
            raise UndecidedError(Message("The two ways of finding the power do not agree."))
        answer = Matrix(tuple(tuple(_written(cell, self.letter) for cell in row) for row in cells))
        method = Message("the formula gives the identity at the start, and times the matrix it gives the next power")
        if from_one:
            method = Message("{method}, for {condition}", method=method, condition=formula(_from_one(self.letter)))
        spaces = eigenspaces(grid)
        return Settled(
            formula(answer), method, lambda level: teach_power(grid, spaces, answer, self.letter, from_one, level)
        )


def _from_one(letter: str) -> Node:
    return Relation((name(letter), number(1)), (">=",))


def square(body: Node) -> Grid:
    grid = entries(body)
    if len(grid) != len(grid[0]):
        raise UndecidedError(Message("The matrix is not square."))
    if len(grid) > MAX_SIDE:
        raise UndecidedError(Message("The matrix is too large to be worked out here."))
    return grid


def eigenspaces(grid: Grid) -> tuple[Eigenspace, ...]:
    """The kernels of A - λI for every eigenvalue, all of them rational."""
    spaces = []
    for value, multiplicity in _roots(grid):
        shifted = _shifted(grid, value)
        reduction = reduce(shifted)
        confirm(shifted, reduction)
        spaces.append(Eigenspace(value, multiplicity, kernel(reduction)))
    return tuple(spaces)


def _roots(grid: Grid) -> list[tuple[Fraction, int]]:
    found = sorted(radical_roots(fmpq_poly(_flint(grid).charpoly())), key=sort_key)
    if not all(root.is_Rational for root in found):
        raise UndecidedError(Message("Only rational eigenvalues are decided here."))
    values = [fraction(root) for root in found]
    characteristic = fmpq_poly(_flint(grid).charpoly())
    return [(value, _multiplicity(characteristic, value)) for value in values]


def _multiplicity(characteristic: fmpq_poly, value: Fraction) -> int:
    factor, count = fmpq_poly([-_fmpq(value), 1]), 0
    while characteristic.degree() > 0 and (characteristic % factor).degree() < 0:
        characteristic, count = characteristic // factor, count + 1
    return count


def powers(grid: Grid) -> tuple[tuple[Exponential, ...], ...]:
    """The entries of A^n: by diagonalisation, or for two rows with one eigenvalue by Jordan's form."""
    spaces, size = eigenspaces(grid), len(grid)
    vectors = [(space.value, vector) for space in spaces for vector in space.basis]
    if len(vectors) == size:
        return _diagonalised(vectors)
    if size != 2 or spaces[0].value == 0:  # noqa: PLR2004 - Jordan's form of two rows only
        raise UndecidedError(Message("The matrix cannot be made diagonal."))
    value = spaces[0].value
    rest = _shifted(grid, value)
    return tuple(
        tuple(
            {key: c for key, c in (((value, 0), Fraction(int(i == j))), ((value, 1), rest[i][j] / value)) if c}
            for j in range(size)
        )
        for i in range(size)
    )


def _diagonalised(vectors: list[tuple[Fraction, tuple[Fraction, ...]]]) -> tuple[tuple[Exponential, ...], ...]:
    size = len(vectors)
    columns = fmpq_mat([[_fmpq(vector[i]) for _, vector in vectors] for i in range(size)])
    inverse = columns.inv()
    cells = []
    for i in range(size):
        row = []
        for j in range(size):
            cell: Exponential = {}
            for k, (value, _) in enumerate(vectors):
                coefficient = fraction(columns[i, k] * inverse[k, j])
                if value != 0:
                    cell[value, 0] = cell.get((value, 0), Fraction(0)) + coefficient
            row.append({key: c for key, c in cell.items() if c})
        cells.append(tuple(row))
    return tuple(cells)


def _is_power(grid: Grid, cells: tuple[tuple[Exponential, ...], ...], start: int) -> bool:
    size = len(grid)
    for exponent in range(start, start + _TRIED):
        raised = _flint(grid) ** exponent
        if any(fraction(raised[i, j]) != _at(cells[i][j], exponent) for i in range(size) for j in range(size)):
            return False
    for i in range(size):
        for j in range(size):
            product: Exponential = {}
            for k in range(size):
                for key, c in cells[k][j].items():
                    product[key] = product.get(key, Fraction(0)) + grid[i][k] * c
            if {key: c for key, c in product.items() if c} != _next(cells[i][j]):
                return False
    return True


def _at(cell: Exponential, exponent: int) -> Fraction:
    return sum((c * exponent**k * root**exponent for (root, k), c in cell.items()), Fraction(0))


def _next(cell: Exponential) -> Exponential:
    """The same with n + 1 for n."""
    found: Exponential = {}
    for (root, k), c in cell.items():
        found[root, k] = found.get((root, k), Fraction(0)) + c * root
        if k == 1:
            found[root, 0] = found.get((root, 0), Fraction(0)) + c * root
    return {key: c for key, c in found.items() if c}


def _written(cell: Exponential, letter: str) -> Node:
    """`(5^n + 1)/2`: one denominator."""
    common = 1
    for c in cell.values():
        common = common * c.denominator // sympy.igcd(common, c.denominator)
    terms = [
        _term(c * common, root, k, letter) for (root, k), c in sorted(cell.items(), key=lambda item: _rank(item[0]))
    ]
    whole = plus(*terms) if terms else number(0)
    return whole if common == 1 else _over(whole, int(common))


def _over(whole: Node, below: int) -> Node:
    if isinstance(whole, Negative):
        return Negative(Quotient(whole.operand, number(below)))
    return Quotient(whole, number(below))


def _rank(key: tuple[Fraction, int]) -> tuple[Fraction, int]:
    root, k = key
    return (-abs(root), -k)


def _term(coefficient: Fraction, root: Fraction, k: int, letter: str) -> Node:
    if coefficient < 0:
        return Negative(_term(-coefficient, root, k, letter))
    factors: list[Node] = [] if root == 1 else [Power(number(root), name(letter))]
    factors = [*factors, *([power(name(letter), 1)] if k else [])]
    if coefficient != 1 or not factors:
        factors = [number(coefficient), *factors]
    return times(*factors)


def _shifted(grid: Grid, value: Fraction) -> Grid:
    return tuple(tuple(c - value if i == j else c for j, c in enumerate(row)) for i, row in enumerate(grid))


def _by_sympy(grid: Grid) -> fmpq_poly:
    rows = [[sympy.Rational(v.numerator, v.denominator) for v in row] for row in grid]
    found = sympy.Matrix(rows).charpoly(sympy.Symbol("x")).all_coeffs()
    return fmpq_poly([fmpq(int(c.p), int(c.q)) for c in reversed(found)])


def _flint(grid: Grid) -> fmpq_mat:
    return fmpq_mat([[_fmpq(v) for v in row] for row in grid])


def _fmpq(value: Fraction) -> fmpq:
    return fmpq(value.numerator, value.denominator)
