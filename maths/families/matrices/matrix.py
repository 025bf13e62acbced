"""Eigenvalues, determinants and inverses of matrices of rational numbers.

Routes: SymPy computes; python-flint, on the entries straight from the tree, has its own characteristic
polynomial, determinant and inverse, and every eigenvalue is put into det(A - x I) exactly and counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from flint import fmpq, fmpq_mat, fmpq_poly

from maths.bounds import UnsupportedError
from maths.families.matrices.matrix_steps import Spectrum, Square, teach_determinant, teach_eigenvalues, teach_inverse
from maths.families.routes.radicals import confirm_roots, radical_roots, sort_key, vanishes
from maths.families.routes.rational import rational
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import fraction, number
from maths.families.write import formula, listed, tree
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Matrix

MAX_SIDE = 6


@dataclass(frozen=True, slots=True)
class Eigenvalues:
    matrix: Matrix

    def settle(self, find: Callable[[fmpq_poly], list[Symbolic]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        square = _square(self.matrix)
        polynomial = _characteristic(square)
        if fmpq_poly(_entries(square).charpoly()) != polynomial:
            raise UndecidedError(Message("The two characteristic polynomials do not agree."))
        values = sorted((find or radical_roots)(polynomial), key=sort_key)
        expected = confirm_roots(polynomial, fmpq_poly([1]), values)
        multiplicities = tuple(_multiplicity(polynomial, value) for value in values)
        if sum(multiplicities) != len(square.rows):
            raise UndecidedError(Message("The multiplicities of the eigenvalues do not add up."))
        method = Message(
            "each eigenvalue makes det(A - xI) zero exactly, {found} of {expected} distinct ones found",
            found=len(values), expected=expected,
        )  # fmt: skip
        spectrum = Spectrum(square, polynomial, tuple(values), multiplicities)
        answer = listed(formula(tree(value)) for value in values)
        repeated = [tree(v) for v, n in zip(values, multiplicities, strict=True) for _ in range(n)]
        also = (", ".join(formula(value).typed for value in repeated),)
        return Settled(answer, method, lambda level: teach_eigenvalues(spectrum, level), also=also)


@dataclass(frozen=True, slots=True)
class Determinant:
    matrix: Matrix

    def settle(self, find: Callable[[Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        square = _square(self.matrix)
        first = (find or (lambda m: m.det(method="berkowitz")))(square.sympy())
        second = fraction(_entries(square).det())
        if first != sympy.Rational(second.numerator, second.denominator):
            raise UndecidedError(Message("The two determinants do not agree."))
        method = Message("computed exactly twice, by SymPy and by python-flint with different algorithms")
        return Settled(formula(number(second)), method, lambda level: teach_determinant(square, second, level))


@dataclass(frozen=True, slots=True)
class Inverse:
    matrix: Matrix

    def settle(self, find: Callable[[Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        square = _square(self.matrix)
        entries = _entries(square)
        if entries.det() == 0:
            raise UndecidedError(Message("The determinant is zero, so the matrix has no inverse."))
        first = (find or (lambda m: m.inv()))(square.sympy())
        second = entries.inv()
        size = len(square.rows)
        same = all(
            first[i, j] == sympy.Rational(int(second[i, j].p), int(second[i, j].q))
            for i in range(size)
            for j in range(size)
        )
        if not same or entries * second != _identity(size):
            raise UndecidedError(Message("The two inverses do not agree."))
        inverse = Square(tuple(tuple(fraction(second[i, j]) for j in range(size)) for i in range(size)))
        method = Message("the matrix times its inverse was multiplied out and is the identity")
        return Settled(formula(inverse.node()), method, lambda level: teach_inverse(square, inverse, level))


def _square(matrix: Matrix) -> Square:
    if len({len(row) for row in matrix.rows} | {len(matrix.rows)}) != 1:
        raise UndecidedError(Message("The matrix is not square."))
    if len(matrix.rows) > MAX_SIDE:
        raise UndecidedError(Message("The matrix is too large to be worked out here."))
    rows = []
    for row in matrix.rows:
        try:
            cells = [rational(cell, "") for cell in row]
        except UnsupportedError as error:
            raise UndecidedError(Message("Only matrices of rational numbers are decided yet.")) from error
        rows.append(tuple(fraction(c.numerator[0]) / fraction(c.denominator[0]) for c in cells))
    return Square(tuple(rows))


def _entries(square: Square) -> fmpq_mat:
    return fmpq_mat([[fmpq(v.numerator, v.denominator) for v in row] for row in square.rows])


def _identity(size: int) -> fmpq_mat:
    return fmpq_mat([[fmpq(int(i == j)) for j in range(size)] for i in range(size)])


def _characteristic(square: Square) -> fmpq_poly:
    """det(x I - A) by SymPy."""
    found = square.sympy().charpoly(sympy.Symbol("x")).all_coeffs()
    return fmpq_poly([fmpq(int(c.p), int(c.q)) for c in reversed(found)])


def _multiplicity(polynomial: fmpq_poly, value: Symbolic) -> int:
    """How often an algebraic number is a root: its minimal polynomial divides so many times."""
    count = 0
    while polynomial.degree() > 0 and vanishes(polynomial, value):
        polynomial, count = polynomial.derivative(), count + 1
    return count
