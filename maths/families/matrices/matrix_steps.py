"""Matrices worked out by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.families import polynomial_steps
from maths.families.terms import equals, fraction, minus, name, number, plus, polynomial, times
from maths.families.write import assignments, formula, letter, passages, tree
from maths.message import Message
from maths.tree import Call, Matrix, Negative
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

    def node(self) -> Node:
        return Matrix(tuple(tuple(number(value) for value in row) for row in self.rows))

    def sympy(self) -> Symbolic:
        return sympy.Matrix([[sympy.Rational(v.numerator, v.denominator) for v in row] for row in self.rows])


@dataclass(frozen=True, slots=True)
class Spectrum:
    square: Square
    characteristic: fmpq_poly
    values: tuple[Symbolic, ...]
    multiplicities: tuple[int, ...]


def _shifted(square: Square) -> Node:
    """`A - lambda I`."""
    rows = []
    for i, row in enumerate(square.rows):
        cells = [number(v) for v in row]
        cells[i] = Negative(name(_UNKNOWN)) if row[i] == 0 else minus(number(row[i]), name(_UNKNOWN))
        rows.append(tuple(cells))
    return Matrix(tuple(rows))


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
                "The eigenvalues are the zeros of the characteristic polynomial, the "
                "determinant of the matrix minus {unknown} on its diagonal.",
                unknown=letter(_UNKNOWN),
            )
        ],
        steps=_eigenvalue_steps(spectrum, level),
        check=_eigenvalue_check(spectrum),
        conclusion=_eigenvalue_conclusion(spectrum),
    )


def _eigenvalue_steps(spectrum: Spectrum, level: Level) -> list[Message]:
    size = len(spectrum.square.rows)
    sign = -1 if size % 2 else 1
    expanded = polynomial(spectrum.characteristic * sign, _UNKNOWN)
    shifted = Call("det", (_shifted(spectrum.square),))
    lines: list[Message] = []
    if size == _PAIR and level is not Level.ADVANCED:
        (a, b), (c, d) = spectrum.square.rows
        worked = minus(times(_diagonal(a), _diagonal(d)), times(number(b), number(c)))
        lines.append(Message("The determinant is {result}.", result=formula(equals(shifted, worked, expanded))))
    else:
        lines.append(Message("The determinant is {result}.", result=formula(equals(shifted, expanded))))
    lines.append(Message("Set it equal to zero: {equation}.", equation=formula(equals(expanded, number(0)))))
    return lines + polynomial_steps.solve(spectrum.characteristic * sign, _UNKNOWN, level)


def _diagonal(value: Fraction) -> Node:
    return Negative(name(_UNKNOWN)) if value == 0 else minus(number(value), name(_UNKNOWN))


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
    whole = Call("det", (square.node(),))
    answer = formula(equals(whole, number(value)))
    return passages(
        understanding=[Message("Compute the determinant of {matrix}.", matrix=formula(square.node()))],
        approach=[_determinant_approach(square, level)],
        steps=_determinant_steps(square, value),
        check=[Message("A second algorithm gives the same determinant.")],
        conclusion=[Message("The determinant is {result}.", result=answer)],
    )


def _determinant_approach(square: Square, level: Level) -> Message:
    if len(square.rows) == _PAIR and level is Level.ADVANCED:
        return Message("By the formula ad - bc.")
    if len(square.rows) == _PAIR and level is Level.BEGINNER:
        return Message(
            "The determinant of two rows is one number: multiply from top left to bottom right, then from top right "
            "to bottom left, and take the second product from the first."
        )
    if len(square.rows) == _PAIR:
        return Message("For two rows it is the product of the main diagonal minus the product of the other diagonal.")
    if level is Level.ADVANCED:
        return Message("Laplace expansion along the first row.")
    return Message(
        "Expand along the first row: each entry times the determinant of what "
        "is left without its row and column, with alternating signs."
    )


def _determinant_steps(square: Square, value: Fraction) -> list[Message]:
    whole = Call("det", (square.node(),))
    if len(square.rows) == 1:
        return [Message("The determinant is {result}.", result=formula(equals(whole, number(value))))]
    if len(square.rows) == _PAIR:
        (a, b), (c, d) = square.rows
        worked = minus(times(number(a), number(d)), times(number(b), number(c)))
        return [Message("The determinant is {result}.", result=formula(equals(whole, worked, number(value))))]
    minors = [_minor(square, column) for column in range(len(square.rows))]
    terms: list[Node] = []
    for column, (entry, minor) in enumerate(zip(square.rows[0], minors, strict=True)):
        inner = Call("det", (minor.node(),))
        term = inner if entry == 1 else times(number(entry), inner)
        terms.append(Negative(term) if column % 2 else term)
    lines = [Message("Expand: {result}.", result=formula(equals(whole, plus(*terms))))]
    values = [_determinant(minor) for minor in minors]
    lines += [
        Message("The determinant is {result}.", result=formula(equals(Call("det", (minor.node(),)), number(found))))
        for entry, minor, found in zip(square.rows[0], minors, values, strict=True)
        if entry
    ]
    summed = [times(number(entry), number(found)) for entry, found in zip(square.rows[0], values, strict=True)]
    signed = [Negative(term) if column % 2 else term for column, term in enumerate(summed)]
    return [*lines, Message("Put together: {result}.", result=formula(equals(whole, plus(*signed), number(value))))]


def _minor(square: Square, column: int) -> Square:
    return Square(tuple(tuple(v for j, v in enumerate(row) if j != column) for row in square.rows[1:]))


def _determinant(square: Square) -> Fraction:
    value = square.sympy().det()
    return fraction(value)


def teach_inverse(square: Square, inverse: Square, level: Level) -> tuple[Passage, ...]:
    determinant = _determinant(square)
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
        steps=_inverse_steps(square, inverse, determinant, level),
        check=[Message("Multiply: {result}.", result=_product(square, inverse))],
        conclusion=[Message("The inverse is {matrix}.", matrix=answer)],
    )


def _inverse_steps(square: Square, inverse: Square, determinant: Fraction, level: Level) -> list[Message]:
    whole = Call("det", (square.node(),))
    lines = [
        Message(
            "The determinant is {result}; it is not zero, so there is an inverse.",
            result=formula(equals(whole, number(determinant))),
        )
    ]
    if len(square.rows) == _PAIR:
        (a, b), (c, d) = square.rows
        swapped = Square(((d, -b), (-c, a)))
        product = times(number(1 / determinant), swapped.node())
        if level is Level.BEGINNER:
            lines.append(
                Message(
                    "On the diagonal swapped, the other two with the opposite sign: {matrix}.",
                    matrix=formula(swapped.node()),
                )
            )
        lines.append(Message("Swap and divide: {result}.", result=formula(equals(product, inverse.node()))))
        return lines
    if level is not Level.ADVANCED:
        lines += _row_reduction(square)
    return lines


def _row_reduction(square: Square) -> list[Message]:
    """The left half after each column is cleared, the right half beside it."""
    size = len(square.rows)
    rows = [list(row) + [type(row[0])(int(i == j)) for j in range(size)] for i, row in enumerate(square.rows)]
    lines: list[Message] = []
    for column in range(size):
        pivot = next(r for r in range(column, size) if rows[r][column] != 0)
        rows[column], rows[pivot] = rows[pivot], rows[column]
        scale = rows[column][column]
        rows[column] = [v / scale for v in rows[column]]
        for other in range(size):
            if other != column and rows[other][column] != 0:
                factor = rows[other][column]
                rows[other] = [v - factor * p for v, p in zip(rows[other], rows[column], strict=True)]
        shown = Square(tuple(tuple(row) for row in rows))
        lines.append(
            Message(
                "With the identity written beside it, column {column} is cleared: {rows}.",
                column=column + 1,
                rows=formula(shown.node()),
            )
        )
    return lines


def _product(square: Square, inverse: Square) -> Symbolic:
    size = len(square.rows)
    identity = Matrix(tuple(tuple(number(int(i == j)) for j in range(size)) for i in range(size)))
    return formula(equals(times(square.node(), inverse.node()), identity))
