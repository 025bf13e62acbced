"""Eigenvectors, characteristic polynomials and A^n as they are worked out on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from flint import fmpq, fmpq_mat, fmpq_poly

from maths.families.matrices.elimination import reduce
from maths.families.matrices.elimination_steps import operations
from maths.families.matrices.kernel_steps import read_off
from maths.families.matrices.matrix_steps import Spectrum, Square, eigenvalue_steps
from maths.families.matrices.reduction import matrix_of
from maths.families.terms import equals, fraction, minus, name, number, plus, polynomial, power, times
from maths.families.write import formula, letter, listed, passages
from maths.message import Message
from maths.tree import Call, Collection, Kind, Matrix, Negative, Power
from maths.verdict import Level

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage

Grid: TypeAlias = "tuple[tuple[Fraction, ...], ...]"
_UNKNOWN = "lambda"
_A = "A"


@dataclass(frozen=True, slots=True)
class Eigenspace:
    value: Fraction
    multiplicity: int
    basis: tuple[tuple[Fraction, ...], ...]

    def vectors(self) -> Formula:
        return listed(
            formula(Collection(Kind.TUPLE, tuple(number(value) for value in vector))) for vector in self.basis
        )


def _shifted(grid: Grid, unknown: str) -> Node:
    rows = [[number(value) for value in row] for row in grid]
    return Matrix(
        tuple(
            tuple(minus(cell, name(unknown)) if i == j else cell for j, cell in enumerate(row))
            for i, row in enumerate(rows)
        )
    )


def teach_characteristic(grid: Grid, found: fmpq_poly, unknown: str, level: Level) -> tuple[Passage, ...]:
    sign = -1 if len(grid) % 2 else 1
    determinant = equals(Call("det", (_shifted(grid, unknown),)), polynomial(sign * found, unknown))
    lines = [Message("The determinant is {result}.", result=formula(determinant))]
    if sign < 0:
        lines.append(
            Message(
                "With the highest power positive, that is the determinant of {matrix}: {result}.",
                matrix=formula(minus(times(name(unknown), name("I")), name(_A))),
                result=formula(polynomial(found, unknown)),
            )
        )
    return passages(
        understanding=[
            Message("Find the characteristic polynomial of {matrix}.", matrix=formula(matrix_of(grid))),
        ],
        approach=[
            Message("It is the determinant of the matrix with {unknown} on its diagonal.", unknown=letter(unknown))
            if level is not Level.BEGINNER
            else Message(
                "Take {unknown} away from every entry of the diagonal and work out the determinant.",
                unknown=letter(unknown),
            )
        ],
        steps=lines,
        check=[Message("A second algorithm gives the same polynomial.")],
        conclusion=[
            Message("The characteristic polynomial is {value}.", value=formula(polynomial(found, unknown))),
        ],
    )


def _values(grid: Grid, spaces: tuple[Eigenspace, ...], level: Level) -> list[Message]:
    """How the eigenvalues are found."""
    characteristic = fmpq_poly([1])
    for space in spaces:
        factor = fmpq_poly([fmpq(-space.value.numerator, space.value.denominator), 1])
        characteristic *= factor**space.multiplicity
    spectrum = Spectrum(Square(grid), characteristic, (), ())
    found = listed(formula(equals(name(_UNKNOWN), number(space.value))) for space in spaces)
    return [*eigenvalue_steps(spectrum, level), Message("The eigenvalues are {values}.", values=found)]


def _spaces(grid: Grid, spaces: tuple[Eigenspace, ...], level: Level) -> list[Message]:
    lines = []
    for space in spaces:
        shifted = _less(grid, space.value)
        value = formula(equals(name(_UNKNOWN), number(space.value)))
        if level is Level.ADVANCED:
            lines.append(Message("For {value}: {vectors}.", value=value, vectors=space.vectors()))
            continue
        lines.append(
            Message("For {value} look for the vectors that {matrix} sends to zero.",
                    value=value, matrix=formula(matrix_of(shifted)))
        )  # fmt: skip
        reduction = reduce(shifted)
        if level is Level.BEGINNER:
            lines += operations(reduction)
        elif reduction.steps:
            lines.append(Message("Reduced: {matrix}.", matrix=formula(matrix_of(reduction.rows))))
        lines += read_off(reduction, space.basis, level)
    return lines


def _less(grid: Grid, value: Fraction) -> Grid:
    """`A - value I`."""
    return tuple(tuple(v - value if i == j else v for j, v in enumerate(row)) for i, row in enumerate(grid))


def teach_eigenvectors(grid: Grid, spaces: tuple[Eigenspace, ...], level: Level) -> tuple[Passage, ...]:
    matrix = formula(matrix_of(grid))
    return passages(
        understanding=[
            Message("Find the directions that {matrix} only stretches, and by how much.", matrix=matrix)
            if level is Level.BEGINNER
            else Message("Find the eigenvalues and eigenvectors of {matrix}.", matrix=matrix)
        ],
        approach=[
            Message("First find the numbers by which it stretches: for them the matrix minus that number on its "
                    "diagonal has determinant zero. Then find the vectors that this matrix sends to zero.")
            if level is Level.BEGINNER
            else Message("First the zeros of the characteristic polynomial, then for each of them the kernel of the "
                         "matrix minus that number on the diagonal.")
        ],
        steps=[*_values(grid, spaces, level), *_spaces(grid, spaces, level)],
        check=[_multiplied(grid, space, vector) for space in spaces for vector in space.basis],
        conclusion=[
            Message(
                "For {value}: {vectors}.",
                value=formula(equals(name(_UNKNOWN), number(space.value))),
                vectors=space.vectors(),
            )
            for space in spaces
        ],
    )  # fmt: skip


def _multiplied(grid: Grid, space: Eigenspace, vector: tuple[Fraction, ...]) -> Message:
    column = Matrix(tuple((number(value),) for value in vector))
    image = Matrix(tuple((number(space.value * value),) for value in vector))
    return Message("Multiply: {result}.", result=formula(equals(times(matrix_of(grid), column), image)))


def teach_power(  # noqa: PLR0913, PLR0917 - what the formula was found from
    grid: Grid,
    spaces: tuple[Eigenspace, ...],
    answer: Node,
    exponent: str,
    from_one: bool,  # noqa: FBT001 - one of the values
    level: Level,
) -> tuple[Passage, ...]:
    whole = Power(matrix_of(grid), name(exponent))
    diagonal = sum(len(space.basis) for space in spaces) == len(grid)
    steps = [*_values(grid, spaces, level), *_spaces(grid, spaces, level)]
    steps += _diagonal(spaces, exponent, level) if diagonal else _jordan(grid, spaces[0], exponent, level)
    conclusion = [Message("So {result}.", result=formula(equals(whole, answer)))]
    if from_one:
        conclusion.append(Message("It holds from {first} on.", first=formula(equals(name(exponent), number(1)))))
    return passages(
        understanding=[
            Message("Find a formula for the power {power}.", power=formula(whole)),
        ],
        approach=[_approach(level, diagonal=diagonal)],
        steps=steps,
        check=[
            Message("Times the matrix, the formula gives itself with the next exponent, and its start is right."),
        ],
        conclusion=conclusion,
    )


def _approach(level: Level, *, diagonal: bool) -> Message:
    if not diagonal and level is Level.BEGINNER:
        return Message(
            "Split the matrix into a multiple of the identity and a rest. The rest times itself is zero, so next to "
            "nothing is left of a power."
        )
    if not diagonal:
        return Message("There are too few eigenvectors, so the matrix is a multiple of the identity plus a nilpotent.")
    if level is Level.ADVANCED:
        return Message("Diagonalise: the power of a diagonal matrix is taken entry by entry.")
    return Message(
        "In the directions of the eigenvectors the matrix only multiplies by a number, and powers of numbers are easy."
    )


def _diagonal(spaces: tuple[Eigenspace, ...], exponent: str, level: Level) -> list[Message]:
    pairs = [(space.value, vector) for space in spaces for vector in space.basis]
    size = len(pairs)
    columns = Matrix(tuple(tuple(number(vector[i]) for _, vector in pairs) for i in range(size)))
    raised = Matrix(
        tuple(
            tuple(Power(number(pairs[i][0]), name(exponent)) if i == j else number(0) for j in range(size))
            for i in range(size)
        )
    )
    product = times(name("P"), raised, power(name("P"), number(-1)))
    lines = [
        Message("Write the eigenvectors as columns: {matrix}.", matrix=formula(equals(name("P"), columns))),
        Message("Then {result}.", result=formula(equals(Power(name(_A), name(exponent)), product))),
    ]
    if level is Level.ADVANCED:
        return lines
    inverse = _inverted(tuple(tuple(vector[i] for _, vector in pairs) for i in range(size)))
    lines.append(
        Message("The inverse is {matrix}.", matrix=formula(equals(power(name("P"), number(-1)), matrix_of(inverse))))
    )
    if level is Level.BEGINNER:
        half = Matrix(tuple(tuple(_scaled(vector[i], pairs_value, exponent) for pairs_value, vector in pairs)
                            for i in range(size)))  # fmt: skip
        lines.append(Message("The first two matrices multiplied: {result}.",
                             result=formula(equals(times(name("P"), raised), half))))  # fmt: skip
    lines.append(Message("Multiply by the inverse, and take equal powers together."))
    return lines


def _scaled(factor: Fraction, value: Fraction, exponent: str) -> Node:
    if factor == 0 or value == 0:
        return number(0)
    if factor < 0:
        return Negative(_scaled(-factor, value, exponent))
    raised = Power(number(value), name(exponent))
    if value == 1:
        return number(factor)
    return raised if factor == 1 else times(number(factor), raised)


def _inverted(grid: Grid) -> Grid:
    """The inverse in fractions, by python-flint."""
    found = fmpq_mat([[fmpq(v.numerator, v.denominator) for v in row] for row in grid]).inv()
    return tuple(tuple(fraction(found[i, j]) for j in range(len(grid))) for i in range(len(grid)))


def _jordan(grid: Grid, space: Eigenspace, exponent: str, level: Level) -> list[Message]:
    n, value = name(exponent), number(space.value)
    rest = matrix_of(_less(grid, space.value))
    split = equals(name(_A), plus(times(value, name("I")) if space.value != 1 else name("I"), name("N")))
    zero = equals(power(rest, 2), matrix_of(tuple(tuple(v * 0 for v in row) for row in grid)))
    lines = [] if level is Level.ADVANCED else [
        Message("There are too few eigenvectors for a diagonal form. Split {split} with {rest}.",
                split=formula(split), rest=formula(equals(name("N"), rest)))
    ]  # fmt: skip
    if level is Level.BEGINNER:
        lines.append(Message("Multiply the rest by itself: {result}.", result=formula(zero)))
    else:
        lines.append(Message("{matrix} multiplied by itself is zero.", matrix=formula(equals(name("N"), rest))))
    binomial = equals(Power(name(_A), n), _two_terms(value, n))
    return [*lines, Message("So only two terms of the binomial theorem are left: {result}.", result=formula(binomial))]


def _two_terms(value: Node, n: Node) -> Node:
    return plus(times(Power(value, n), name("I")), times(n, Power(value, minus(n, number(1))), name("N")))
