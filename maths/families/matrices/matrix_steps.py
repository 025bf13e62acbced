"""Matrices worked out by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.families import polynomial_steps
from maths.families.matrices.determinant_steps import MOST_EXPANDED, determinant, expanded, triangular
from maths.families.matrices.elimination import reduce
from maths.families.matrices.elimination_steps import operations
from maths.families.terms import equals, fraction, minus, name, number, plus, polynomial, times
from maths.families.write import assignments, formula, letter, passages, tree
from maths.message import Message
from maths.tree import Matrix, Negative
from maths.verdict import Level

if TYPE_CHECKING:
    from fractions import Fraction

    from flint import fmpq_poly

    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

_UNKNOWN = "lambda"
_PAIR = 2  # rows: determinant and inverse have a formula


@dataclass(frozen=True, slots=True)
class Square:
    rows: tuple[tuple[Fraction, ...], ...]

    def cells(self) -> tuple[tuple[Node, ...], ...]:
        return tuple(tuple(number(value) for value in row) for row in self.rows)

    def node(self) -> Node:
        return Matrix(self.cells())

    def sympy(self) -> Symbolic:
        return sympy.Matrix([[sympy.Rational(v.numerator, v.denominator) for v in row] for row in self.rows])


@dataclass(frozen=True, slots=True)
class Spectrum:
    square: Square
    characteristic: fmpq_poly
    values: tuple[Symbolic, ...]
    multiplicities: tuple[int, ...]


def _shifted(square: Square) -> tuple[tuple[Node, ...], ...]:
    """The rows of `A - lambda I`."""
    rows = []
    for i, row in enumerate(square.rows):
        cells = [number(v) for v in row]
        cells[i] = Negative(name(_UNKNOWN)) if row[i] == 0 else minus(number(row[i]), name(_UNKNOWN))
        rows.append(tuple(cells))
    return tuple(rows)


def teach_eigenvalues(spectrum: Spectrum, level: Level) -> tuple[Passage, ...]:
    matrix = formula(spectrum.square.node())
    return passages(
        understanding=[
            Message(
                "Find every number {unknown} by which the matrix {matrix} only stretches some vector.",
                unknown=letter(_UNKNOWN),
                matrix=matrix,
            )
            if level is Level.BEGINNER
            else Message("Find the eigenvalues of {matrix}.", matrix=matrix)
        ],
        approach=[
            Message(
                "Where the matrix only stretches a vector by {unknown}, the matrix minus {unknown} on its diagonal "
                "sends that vector to zero. Such a vector exists exactly when the determinant is zero.",
                unknown=letter(_UNKNOWN),
            )
            if level is Level.BEGINNER
            else Message(
                "The eigenvalues are the zeros of the characteristic polynomial, the "
                "determinant of the matrix minus {unknown} on its diagonal.",
                unknown=letter(_UNKNOWN),
            )
        ],
        steps=eigenvalue_steps(spectrum, level),
        check=_eigenvalue_check(spectrum),
        conclusion=_eigenvalue_conclusion(spectrum),
    )


def eigenvalue_steps(spectrum: Spectrum, level: Level) -> list[Message]:
    """From the characteristic polynomial to its zeros."""
    size = len(spectrum.square.rows)
    sign = -1 if size % 2 else 1
    whole = polynomial(spectrum.characteristic * sign, _UNKNOWN)
    rows = _shifted(spectrum.square)
    if size > MOST_EXPANDED or level is Level.ADVANCED:
        shown = formula(equals(determinant(rows), whole))
        lines = [Message("The determinant is {result}.", result=shown)]
    else:
        lines = expanded(rows, level)
    lines.append(Message("Set it equal to zero: {equation}.", equation=formula(equals(whole, number(0)))))
    return lines + polynomial_steps.solve(spectrum.characteristic * sign, _UNKNOWN, level)


def _eigenvalue_check(spectrum: Spectrum) -> list[Message]:
    trace = sum(row[i] for i, row in enumerate(spectrum.square.rows))
    values = [tree(v) for v, n in zip(spectrum.values, spectrum.multiplicities, strict=True) for _ in range(n)]
    total = formula(equals(plus(*values), number(trace)))
    return [Message("The sum of the eigenvalues is the sum of the diagonal: {sum}.", sum=total)]


def _eigenvalue_conclusion(spectrum: Spectrum) -> list[Message]:
    found = assignments(_UNKNOWN, [tree(value) for value in spectrum.values])
    lines = [Message("The eigenvalues are {values}.", values=found)]
    lines += [
        Message("{value} counts {times} times.", value=formula(equals(name(_UNKNOWN), tree(value))), times=times_found)
        for value, times_found in zip(spectrum.values, spectrum.multiplicities, strict=True)
        if times_found > 1
    ]
    return lines


def teach_determinant(square: Square, value: Fraction, level: Level) -> tuple[Passage, ...]:
    answer = formula(equals(determinant(square.cells()), number(value)))
    return passages(
        understanding=[Message("Compute the determinant of {matrix}.", matrix=formula(square.node()))],
        approach=[_determinant_approach(square, level)],
        steps=_determinant_steps(square, level),
        check=[Message("A second algorithm gives the same determinant.")],
        conclusion=[Message("The determinant is {result}.", result=answer)],
    )


def _determinant_approach(square: Square, level: Level) -> Message:  # noqa: PLR0911 - one line a size and level
    if len(square.rows) == _PAIR and level is Level.ADVANCED:
        return Message("By the formula ad - bc.")
    if len(square.rows) == _PAIR and level is Level.BEGINNER:
        return Message(
            "The determinant of two rows is one number: multiply from top left to bottom right, then from top right "
            "to bottom left, and take the second product from the first."
        )
    if len(square.rows) > MOST_EXPANDED:
        if level is Level.ADVANCED:
            return Message("Gaussian elimination: the determinant is alternating and multilinear in the rows.")
        return Message(
            "Adding a multiple of one row to another does not change the determinant, and swapping two rows only "
            "changes its sign. When everything below the diagonal is zero, it is the product of the diagonal."
        )
    if len(square.rows) == _PAIR:
        return Message("For two rows it is the product of the main diagonal minus the product of the other diagonal.")
    if level is Level.ADVANCED:
        return Message("Laplace expansion along the first row.")
    return Message(
        "Expand along the first row: each entry times the determinant of what "
        "is left without its row and column, with alternating signs."
    )


def _determinant_steps(square: Square, level: Level) -> list[Message]:
    if len(square.rows) > MOST_EXPANDED:
        return triangular(square.rows, level)
    return expanded(square.cells(), level)


def _determinant(square: Square) -> Fraction:
    value = square.sympy().det()
    return fraction(value)


def teach_inverse(square: Square, inverse: Square, level: Level) -> tuple[Passage, ...]:
    answer = formula(inverse.node())
    return passages(
        understanding=[
            Message("Find the matrix that multiplied with {matrix} gives the identity.", matrix=formula(square.node()))
        ],
        approach=[
            Message(
                "For two rows: swap the diagonal, change the signs of the other two entries, divide by the determinant."
            )
            if len(square.rows) == _PAIR and level is not Level.ADVANCED
            else Message("The adjugate over the determinant.")
            if len(square.rows) == _PAIR
            else Message(
                "Write the identity beside the matrix. Whatever is done to the rows of one is done to the other: when "
                "the left half has become the identity, the right half is the inverse."
            )
            if level is Level.BEGINNER
            else Message(
                "Gauss-Jordan: row operations that turn the matrix into the identity "
                "turn the identity into the inverse."
            )
        ],
        steps=_inverse_steps(square, inverse, _determinant(square), level),
        check=[Message("Multiply: {result}.", result=_product(square, inverse))],
        conclusion=[Message("The inverse is {matrix}.", matrix=answer)],
    )


def _inverse_steps(square: Square, inverse: Square, value: Fraction, level: Level) -> list[Message]:
    if len(square.rows) != _PAIR:
        return _row_reduction(square, level)
    lines = expanded(square.cells(), level) if level is Level.BEGINNER else []
    lines.append(
        Message(
            "The determinant is {result}; it is not zero, so there is an inverse.",
            result=formula(equals(determinant(square.cells()), number(value))),
        )
    )
    (a, b), (c, d) = square.rows
    swapped = Square(((d, -b), (-c, a))).node()
    if level is Level.BEGINNER:
        lines.append(
            Message("On the diagonal swapped, the other two with the opposite sign: {matrix}.", matrix=formula(swapped))
        )
    if value == 1:
        if level is not Level.BEGINNER:
            lines.append(Message("Swap and change the signs: {matrix}.", matrix=formula(swapped)))
        return [*lines, Message("Dividing by the determinant 1 changes nothing.")]
    product = times(number(1 / value), swapped)
    return [*lines, Message("Swap and divide: {result}.", result=formula(equals(product, inverse.node())))]


def _row_reduction(square: Square, level: Level) -> list[Message]:
    """Both halves after each operation for beginners, after each column for others, at the end for advanced readers."""
    size = len(square.rows)
    joined = tuple((*row, *(type(row[0])(int(i == j)) for j in range(size))) for i, row in enumerate(square.rows))
    found = reduce(joined)
    if level is Level.BEGINNER:
        lines = [Message("The identity beside the matrix: {matrix}.", matrix=formula(Square(joined).node()))]
        lines += operations(found)
    elif level is Level.INTERMEDIATE:
        last = {step.column: step.after for step in found.steps}
        lines = [
            Message(
                "With the identity written beside it, column {column} is cleared: {rows}.",
                column=column + 1,
                rows=formula(Square(after).node()),
            )
            for column, after in last.items()
        ]
    else:
        lines = [Message("Reduced: {matrix}.", matrix=formula(Square(found.rows).node()))]
    return [*lines, Message("On the left stands the identity, so on the right stands the matrix we look for.")]


def _product(square: Square, inverse: Square) -> Symbolic:
    size = len(square.rows)
    identity = Matrix(tuple(tuple(number(int(i == j)) for j in range(size)) for i in range(size)))
    return formula(equals(times(square.node(), inverse.node()), identity))
