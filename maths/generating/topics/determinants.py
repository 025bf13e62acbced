"""Determinants and inverses: expanded by the first row, inverses by the adjugate, in plain fractions."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.grids import (
    Grid,
    adjugate,
    determinant,
    drawn,
    inverse,
    invertible,
    times,
    transposed,
    typed,
    with_determinant_one,
)
from maths.generating.writing import number, polynomial, shown, values
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "determinants",
    Message("Determinants and inverses"),
    "another algorithm in python-flint, and the product with the inverse is the identity, from the words",
    (
        "determinant",
        "inverse matrix",
        "cofactors",
        "singular matrix",
        "행렬식",
        "역행렬",
        "여인수",
        "수반행렬",
        "선형대수",
    ),
)


def _determinant(matrix: Grid | str, answer: Fraction | int | str) -> Made:
    text = matrix if isinstance(matrix, str) else typed(matrix)
    message = Message("Find the determinant of {matrix}.", matrix=shown(text))
    return Made(message, answer if isinstance(answer, str) else number(answer))


def _value(matrix: Grid) -> Made:
    return Made(
        Message("Find the value of {expression}.", expression=shown(f"det({typed(matrix)})")),
        number(determinant(matrix)),
    )


def _inverse(matrix: Grid) -> Made:
    return Made(
        Message("Find the inverse of the matrix {matrix}.", matrix=shown(typed(matrix))), typed(inverse(matrix))
    )


def _of_one(matrix: Grid, asked: str, answer: str) -> Made:
    message = Message("Let {matrix}. Find {asked}.", matrix=shown(f"A = {typed(matrix)}"), asked=shown(asked))
    return Made(message, answer)


def _of_two(first: Grid, second: Grid, asked: str, answer: str) -> Made:
    message = Message(
        "Let {first} and {second}. Find {asked}.",
        first=shown(f"A = {typed(first)}"),
        second=shown(f"B = {typed(second)}"),
        asked=shown(asked),
    )
    return Made(message, answer)


def _singular(matrix: str, answer: str) -> Made:
    message = Message(
        "Find the values of {letter} so that the matrix {matrix} is not invertible.",
        letter=shown("k"),
        matrix=shown(matrix),
    )
    return Made(message, answer)


def _adjugate(matrix: Grid) -> Made:
    message = Message("Find the adjugate of the matrix {matrix}.", matrix=shown(typed(matrix)))
    return Made(message, typed(adjugate(matrix)))


# Beginner: two rows


@TOPIC.beginner
def positive_numbers(draw: Draw) -> Made:
    matrix = [[draw.whole(1, 9) for _ in range(2)] for _ in range(2)]
    return _determinant(matrix, determinant(matrix))


@TOPIC.beginner
def numbers_of_both_signs(draw: Draw) -> Made:
    matrix = drawn(draw, 2, 2, 9)
    return _determinant(matrix, determinant(matrix))


@TOPIC.beginner
def between_bars(draw: Draw) -> Made:
    return _value(drawn(draw, 2, 2, 9))


@TOPIC.beginner
def a_diagonal(draw: Draw) -> Made:
    a, b, c = draw.signed(6), draw.signed(6), draw.signed(6)
    return _determinant([[a, 0, 0], [0, b, 0], [0, 0, c]], a * b * c)


@TOPIC.beginner
def a_small_triangle(draw: Draw) -> Made:
    a, b, d = draw.signed(9), draw.signed(9), draw.signed(9)
    return _determinant([[a, b], [0, d]] if draw.whole(0, 1) else [[a, 0], [b, d]], a * d)


@TOPIC.beginner
def rows_that_are_multiples(draw: Draw) -> Made:
    a, b, k = draw.signed(9), draw.signed(9), draw.signed(5)
    return _determinant([[a, b], [k * a, k * b]], 0)


@TOPIC.beginner
def an_inverse_without_fractions(draw: Draw) -> Made:
    return _inverse(with_determinant_one(draw, 2, 7))


@TOPIC.beginner
def the_inverse_of_a_diagonal(draw: Draw) -> Made:
    a, d = draw.signed(12), draw.signed(12)
    return _inverse([[a, 0], [0, d]])


@TOPIC.beginner
def the_inverse_of_a_named_matrix(draw: Draw) -> Made:
    matrix = with_determinant_one(draw, 2, 6)
    return _of_one(matrix, "A^(-1)", typed(inverse(matrix)))


@TOPIC.beginner
def an_entry_in_the_corner(draw: Draw) -> Made:
    a, b, c = draw.signed(6), draw.signed(9), draw.signed(9)
    return _singular(f"[[{a}, {b}], [{c}, k]]", number(Fraction(b * c, a)))


@TOPIC.beginner
def an_entry_beside_the_corner(draw: Draw) -> Made:
    a, b, d = draw.signed(9), draw.signed(6), draw.signed(9)
    return _singular(f"[[{a}, {b}], [k, {d}]]", number(Fraction(a * d, b)))


@TOPIC.beginner
def the_determinant_of_the_transpose(draw: Draw) -> Made:
    matrix = drawn(draw, 2, 2, 8)
    return _of_one(matrix, "det(A^T)", number(determinant(transposed(matrix))))


@TOPIC.beginner
def the_determinant_of_a_named_matrix(draw: Draw) -> Made:
    matrix = drawn(draw, 2, 2, 9)
    return _of_one(matrix, "det(A)", number(determinant(matrix)))


# Intermediate: three rows, inverses with fractions, rules


@TOPIC.intermediate
def three_rows(draw: Draw) -> Made:
    matrix = drawn(draw, 3, 3, 4)
    return _determinant(matrix, determinant(matrix))


@TOPIC.intermediate
def three_rows_between_bars(draw: Draw) -> Made:
    return _value(drawn(draw, 3, 3, 5))


@TOPIC.intermediate
def three_rows_with_a_zero(draw: Draw) -> Made:
    matrix = [[draw.signed(6), 0, draw.signed(6)], *drawn(draw, 2, 3, 6)]
    return _determinant(matrix, determinant(matrix))


@TOPIC.intermediate
def a_large_triangle(draw: Draw) -> Made:
    a, b, c = draw.signed(5), draw.signed(5), draw.signed(5)
    p, q, r = draw.whole(-9, 9), draw.whole(-9, 9), draw.whole(-9, 9)
    return _determinant([[a, p, q], [0, b, r], [0, 0, c]], a * b * c)


@TOPIC.intermediate
def an_inverse_with_fractions(draw: Draw) -> Made:
    return _inverse(invertible(draw, 2, 6))


@TOPIC.intermediate
def the_inverse_of_a_triangle(draw: Draw) -> Made:
    a, b, d = draw.signed(5), draw.signed(9), draw.signed(5)
    return _inverse([[a, b], [0, d]])


@TOPIC.intermediate
def the_determinant_of_a_power(draw: Draw) -> Made:
    matrix, n = drawn(draw, 2, 2, 4), draw.whole(2, 4)
    return _of_one(matrix, f"det(A^{n})", number(determinant(matrix) ** n))


@TOPIC.intermediate
def the_determinant_of_a_product(draw: Draw) -> Made:
    one, other = drawn(draw, 2, 2, 5), drawn(draw, 2, 2, 5)
    return _of_two(one, other, "det(A*B)", number(determinant(one) * determinant(other)))


@TOPIC.intermediate
def the_determinant_of_a_multiple(draw: Draw) -> Made:
    matrix, k = drawn(draw, 2, 2, 6), draw.whole(2, 6)
    return _of_one(matrix, f"det({k}*A)", number(k * k * determinant(matrix)))


@TOPIC.intermediate
def two_entries_on_the_diagonal(draw: Draw) -> Made:
    first, second, common = draw.whole(1, 5), draw.whole(1, 5), draw.whole(1, 6)
    root = common * first * second
    return _singular(f"[[k, {common * first**2}], [{common * second**2}, k]]", values([root, -root]))


@TOPIC.intermediate
def a_shifted_entry_on_the_diagonal(draw: Draw) -> Made:
    p, q, b = draw.signed(6), draw.signed(6), draw.signed(6)
    if p + q == 0:
        return an_entry_beside_the_corner(draw)
    # the determinant is b*(k - p)*(k - q)
    last = polynomial([b, -b * (p + q)], "k")
    return _singular(f"[[k, {b}], [{-p * q}, {last}]]", values([p, q]))


@TOPIC.intermediate
def an_inverse_times_a_matrix(draw: Draw) -> Made:
    one, other = with_determinant_one(draw, 2, 3), drawn(draw, 2, 2, 5)
    return _of_two(one, other, "A^(-1)*B", typed(times(inverse(one), other)))


@TOPIC.intermediate
def the_adjugate_of_a_small_matrix(draw: Draw) -> Made:
    return _adjugate(drawn(draw, 2, 2, 9))


# Advanced: larger inverses, letters, products of inverses


@TOPIC.advanced
def a_larger_inverse(draw: Draw) -> Made:
    return _inverse(with_determinant_one(draw, 3, 2))


@TOPIC.advanced
def a_larger_inverse_with_fractions(draw: Draw) -> Made:
    return _inverse(invertible(draw, 3, 2))


@TOPIC.advanced
def four_rows(draw: Draw) -> Made:
    matrix = drawn(draw, 4, 4, 3)
    return _determinant(matrix, determinant(matrix))


@TOPIC.advanced
def four_rows_with_zeros(draw: Draw) -> Made:
    matrix = [
        [draw.signed(4), 0, 0, draw.signed(4)], [0, draw.signed(4), draw.signed(4), 0], *drawn(draw, 2, 4, 3),
    ]  # fmt: skip
    return _determinant(matrix, determinant(matrix))


@TOPIC.advanced
def powers_in_rows(draw: Draw) -> Made:
    a, b, c = draw.several(3, -6, 9)
    return _determinant([[1, a, a * a], [1, b, b * b], [1, c, c * c]], (b - a) * (c - a) * (c - b))


@TOPIC.advanced
def a_letter_on_the_diagonal(draw: Draw) -> Made:
    p, q, r = draw.signed(5), draw.signed(5), draw.signed(9)
    return _determinant(f"[[a, {p}, 0], [{q}, a, {r}], [0, 0, a]]", f"a^3 - ({p * q})*a")


@TOPIC.advanced
def letters_in_two_rows(draw: Draw) -> Made:
    p, q, m, n = draw.whole(1, 9), draw.signed(9), draw.signed(9), draw.whole(1, 6)
    return _determinant(f"[[{p}*a, {q}], [{m}, {n}*b]]", f"{p * n}*a*b - ({q * m})")


@TOPIC.advanced
def an_entry_among_three_rows(draw: Draw) -> Made:
    matrix = drawn(draw, 3, 3, 4)
    rest = [[*row] for row in matrix]
    rest[1][1] = 0
    minor = Fraction(matrix[0][0] * matrix[2][2] - matrix[0][2] * matrix[2][0])
    if minor == 0:
        return an_entry_in_the_corner(draw)
    cells = [[number(cell) for cell in row] for row in rest]
    cells[1][1] = "k"
    text = "[" + ", ".join("[" + ", ".join(row) + "]" for row in cells) + "]"
    return _singular(text, number(-determinant(rest) / minor))


@TOPIC.advanced
def the_inverse_of_a_product(draw: Draw) -> Made:
    one, other = with_determinant_one(draw, 2, 2), with_determinant_one(draw, 2, 2)
    return _of_two(one, other, "(A*B)^(-1)", typed(inverse(times(one, other))))


@TOPIC.advanced
def one_matrix_seen_from_another(draw: Draw) -> Made:
    one, other = with_determinant_one(draw, 2, 3), drawn(draw, 2, 2, 3)
    return _of_two(one, other, "A^(-1)*B*A", typed(times(inverse(one), other, one)))


@TOPIC.advanced
def the_square_of_an_inverse(draw: Draw) -> Made:
    matrix = invertible(draw, 2, 3)
    return _of_one(matrix, "A^(-2)", typed(times(inverse(matrix), inverse(matrix))))


@TOPIC.advanced
def the_adjugate_of_a_larger_matrix(draw: Draw) -> Made:
    return _adjugate(drawn(draw, 3, 3, 4))


@TOPIC.advanced
def the_determinant_of_the_inverse(draw: Draw) -> Made:
    one, other = invertible(draw, 2, 5), drawn(draw, 2, 2, 5)
    return _of_two(one, other, "det(A^(-1)*B)", number(determinant(other) / determinant(one)))
