"""Matrices: sums, products, powers and ranks, calculated entry by entry from the definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.grids import (
    Grid,
    drawn,
    identity,
    invertible,
    plus,
    scaled,
    times,
    transposed,
    typed,
    with_determinant_one,
)
from maths.generating.writing import shown, term
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "matrices",
    Message("Matrices"),
    "entry by entry over python-flint's polynomials, ranks by its reduced form, from the words",
    ("matrix", "matrix multiplication", "rank", "row reduction", "linear algebra", "행렬", "행렬의 덧셈", "행렬의 곱셈",
     "전치행렬", "행렬의 계수", "선형대수"),
)  # fmt: skip


def _compute(expression: str, answer: Grid) -> Made:
    return Made(Message("Compute {expression}.", expression=shown(expression)), typed(answer))


def _of_one(matrix: Grid, asked: str, answer: Grid) -> Made:
    message = Message("Let {matrix}. Find {asked}.", matrix=shown(f"A = {typed(matrix)}"), asked=shown(asked))
    return Made(message, typed(answer))


def _of_two(first: Grid, second: Grid, asked: str, answer: Grid) -> Made:
    message = Message(
        "Let {first} and {second}. Find {asked}.",
        first=shown(f"A = {typed(first)}"),
        second=shown(f"B = {typed(second)}"),
        asked=shown(asked),
    )
    return Made(message, typed(answer))


def _transpose(matrix: Grid) -> Made:
    return Made(Message("Find the transpose of {matrix}.", matrix=shown(typed(matrix))), typed(transposed(matrix)))


def _trace(matrix: Grid) -> Made:
    answer = sum(int(row[place]) for place, row in enumerate(matrix))
    return Made(Message("Find the trace of {matrix}.", matrix=shown(typed(matrix))), str(answer))


def _rank(matrix: Grid, answer: int) -> Made:
    return Made(Message("Find the rank of {matrix}.", matrix=shown(typed(matrix))), str(answer))


def _nullity(matrix: Grid, answer: int) -> Made:
    return Made(Message("Find the nullity of {matrix}.", matrix=shown(typed(matrix))), str(answer))


def _reduced(matrix: Grid, answer: Grid) -> Made:
    return Made(Message("Find the row reduced echelon form of {matrix}.", matrix=shown(typed(matrix))), typed(answer))


def _equation(left: str, right: Grid, solution: Grid) -> Made:
    equation = shown(f"{left} = {typed(right)}")
    return Made(Message("Solve the equation {equation}.", equation=equation), typed(solution))


# Beginner: sums, multiples, transposes, a matrix times a column


@TOPIC.beginner
def a_sum(draw: Draw) -> Made:
    one, other = drawn(draw, 2, 2), drawn(draw, 2, 2)
    return _compute(f"{typed(one)} + {typed(other)}", plus(one, other))


@TOPIC.beginner
def a_difference(draw: Draw) -> Made:
    one, other = drawn(draw, 2, 2), drawn(draw, 2, 2)
    return _compute(f"{typed(one)} - {typed(other)}", plus(one, scaled(-1, other)))


@TOPIC.beginner
def a_multiple(draw: Draw) -> Made:
    k, matrix = draw.whole(2, 9), drawn(draw, 2, 2)
    return _compute(f"{k}*{typed(matrix)}", scaled(k, matrix))


@TOPIC.beginner
def a_sum_of_wide_matrices(draw: Draw) -> Made:
    one, other = drawn(draw, 2, 3), drawn(draw, 2, 3)
    return _compute(f"{typed(one)} + {typed(other)}", plus(one, other))


@TOPIC.beginner
def the_transpose_of_a_square(draw: Draw) -> Made:
    return _transpose(drawn(draw, 2, 2, 9))


@TOPIC.beginner
def the_transpose_of_a_wide_matrix(draw: Draw) -> Made:
    return _transpose(drawn(draw, 2, 3, 9))


@TOPIC.beginner
def a_small_trace(draw: Draw) -> Made:
    return _trace(drawn(draw, 2, 2, 12))


@TOPIC.beginner
def a_larger_trace(draw: Draw) -> Made:
    return _trace(drawn(draw, 3, 3, 9))


@TOPIC.beginner
def a_sum_of_named_matrices(draw: Draw) -> Made:
    one, other = drawn(draw, 2, 2, 9), drawn(draw, 2, 2, 9)
    return _of_two(one, other, "A + B", plus(one, other))


@TOPIC.beginner
def multiples_of_named_matrices(draw: Draw) -> Made:
    (p, q), one, other = draw.several(2, 2, 5), drawn(draw, 2, 2, 5), drawn(draw, 2, 2, 5)
    return _of_two(one, other, f"{p}*A + {q}*B", plus(scaled(p, one), scaled(q, other)))


@TOPIC.beginner
def a_multiple_less_a_matrix(draw: Draw) -> Made:
    p, one, other = draw.whole(2, 6), drawn(draw, 2, 2, 5), drawn(draw, 2, 2)
    return _of_two(one, other, f"{p}*A - B", plus(scaled(p, one), scaled(-1, other)))


@TOPIC.beginner
def a_matrix_times_a_column(draw: Draw) -> Made:
    matrix, column = drawn(draw, 2, 2, 5), drawn(draw, 2, 1, 5)
    return _compute(f"{typed(matrix)}*{typed(column)}", times(matrix, column))


# Intermediate: products, powers, small equations


@TOPIC.intermediate
def a_product(draw: Draw) -> Made:
    one, other = drawn(draw, 2, 2, 5), drawn(draw, 2, 2, 5)
    return _compute(f"{typed(one)}*{typed(other)}", times(one, other))


@TOPIC.intermediate
def a_product_of_named_matrices(draw: Draw) -> Made:
    one, other = drawn(draw, 2, 2, 5), drawn(draw, 2, 2, 5)
    return _of_two(one, other, "A*B", times(one, other))


@TOPIC.intermediate
def the_product_the_other_way_round(draw: Draw) -> Made:
    one, other = drawn(draw, 2, 2, 5), drawn(draw, 2, 2, 5)
    return _of_two(one, other, "B*A", times(other, one))


@TOPIC.intermediate
def a_wide_matrix_times_a_tall_one(draw: Draw) -> Made:
    one, other = drawn(draw, 2, 3, 4), drawn(draw, 3, 2, 4)
    return _compute(f"{typed(one)}*{typed(other)}", times(one, other))


@TOPIC.intermediate
def a_square(draw: Draw) -> Made:
    matrix = drawn(draw, 2, 2, 6)
    return _of_one(matrix, "A^2", times(matrix, matrix))


@TOPIC.intermediate
def a_cube(draw: Draw) -> Made:
    matrix = drawn(draw, 2, 2, 3)
    return _of_one(matrix, "A^3", times(matrix, matrix, matrix))


@TOPIC.intermediate
def a_product_and_a_multiple(draw: Draw) -> Made:
    k, one, other = draw.whole(2, 5), drawn(draw, 2, 2, 4), drawn(draw, 2, 2, 4)
    return _of_two(one, other, f"A*B - {k}*A", plus(times(one, other), scaled(-k, one)))


@TOPIC.intermediate
def a_product_with_a_transpose(draw: Draw) -> Made:
    one, other = drawn(draw, 2, 2, 5), drawn(draw, 2, 2, 5)
    return _of_two(one, other, "A*B^T", times(one, transposed(other)))


@TOPIC.intermediate
def the_transpose_times_the_matrix(draw: Draw) -> Made:
    matrix = drawn(draw, 2, 2, 5)
    return _of_one(matrix, "A^T*A", times(transposed(matrix), matrix))


@TOPIC.intermediate
def the_difference_of_both_products(draw: Draw) -> Made:
    one, other = drawn(draw, 2, 2, 4), drawn(draw, 2, 2, 4)
    return _of_two(one, other, "A*B - B*A", plus(times(one, other), scaled(-1, times(other, one))))


@TOPIC.intermediate
def the_square_of_a_sum(draw: Draw) -> Made:
    one, other = drawn(draw, 2, 2, 4), drawn(draw, 2, 2, 4)
    whole = plus(one, other)
    return _of_two(one, other, "(A + B)^2", times(whole, whole))


@TOPIC.intermediate
def rows_that_say_the_same(draw: Draw) -> Made:
    row, k = drawn(draw, 1, 3, 5)[0], draw.signed(4)
    row = [draw.signed(5), *row[1:]]
    if draw.whole(0, 1):
        return _rank([row, [k * cell for cell in row]], 1)
    return _rank([row, [k * row[0], k * row[1], k * row[2] + draw.signed(4)]], 2)


@TOPIC.intermediate
def a_column_is_asked_for(draw: Draw) -> Made:
    matrix, column = invertible(draw, 2, 5), drawn(draw, 2, 1, 5)
    return _equation(f"{typed(matrix)}*X", times(matrix, column), column)


# Advanced: polynomials and high powers of a matrix, row reduction, matrix equations


@TOPIC.advanced
def a_high_power_of_a_shear(draw: Draw) -> Made:
    k, n = draw.signed(9), draw.whole(10, 60)
    lower = draw.whole(0, 1)
    matrix, answer = ([[1, 0], [k, 1]], [[1, 0], [k * n, 1]]) if lower else ([[1, k], [0, 1]], [[1, k * n], [0, 1]])
    return _of_one(matrix, f"A^{n}", answer)


@TOPIC.advanced
def a_polynomial_of_a_matrix(draw: Draw) -> Made:
    p, q, matrix = draw.whole(2, 6), draw.whole(2, 6), drawn(draw, 2, 2, 4)
    answer = plus(times(matrix, matrix), scaled(-p, matrix), scaled(q, identity(2)))
    return _of_one(matrix, f"A^2 - {p}*A + {q}*I", answer)


@TOPIC.advanced
def a_power_of_a_triangle(draw: Draw) -> Made:
    a, b, d, n = draw.whole(1, 3), draw.signed(3), draw.signed(3), draw.whole(3, 5)
    matrix: Grid = [[a, b], [0, d]]
    return _of_one(matrix, f"A^{n}", times(*[matrix] * n))


@TOPIC.advanced
def a_product_of_larger_matrices(draw: Draw) -> Made:
    one, other = drawn(draw, 3, 3, 3), drawn(draw, 3, 3, 3)
    return _compute(f"{typed(one)}*{typed(other)}", times(one, other))


@TOPIC.advanced
def two_rows_reduced(draw: Draw) -> Made:
    mix, c, d = with_determinant_one(draw, 2), draw.signed(5), draw.signed(5)
    reduced = [[1, 0, c], [0, 1, d]]
    return _reduced(times(mix, reduced), reduced)


@TOPIC.advanced
def three_rows_reduced(draw: Draw) -> Made:
    mix, last = with_determinant_one(draw, 3, 2), [draw.whole(-4, 4) for _ in range(3)]
    reduced = [[*row, end] for row, end in zip(identity(3), last, strict=True)]
    return _reduced(times(mix, reduced), reduced)


@TOPIC.advanced
def a_rank_with_a_hidden_relation(draw: Draw) -> Made:
    one, other, p, q = [1, *drawn(draw, 1, 2, 5)[0]], [0, 1, draw.signed(5)], draw.signed(3), draw.signed(3)
    third = [p * a + q * b for a, b in zip(one, other, strict=True)]
    second = [a + b for a, b in zip(one, other, strict=True)]
    return _rank([one, second, third], 2)


@TOPIC.advanced
def how_much_is_sent_to_zero(draw: Draw) -> Made:
    one, other, p = [1, *drawn(draw, 1, 3, 4)[0]], [0, 1, *drawn(draw, 1, 2, 4)[0]], draw.signed(3)
    if draw.whole(0, 1):
        return _nullity([one, [p * a for a in one]], 3)
    return _nullity([one, [p * a + b for a, b in zip(one, other, strict=True)]], 2)


@TOPIC.advanced
def a_matrix_on_the_left_of_the_unknown(draw: Draw) -> Made:
    matrix, solution = invertible(draw, 2, 4), drawn(draw, 2, 2, 4)
    return _equation(f"{typed(matrix)}*X", times(matrix, solution), solution)


@TOPIC.advanced
def a_matrix_on_the_right_of_the_unknown(draw: Draw) -> Made:
    matrix, solution = invertible(draw, 2, 4), drawn(draw, 2, 2, 4)
    return _equation(f"X*{typed(matrix)}", times(solution, matrix), solution)


@TOPIC.advanced
def three_unknowns_in_a_column(draw: Draw) -> Made:
    matrix, column = with_determinant_one(draw, 3, 2), drawn(draw, 3, 1, 4)
    return _equation(f"{typed(matrix)}*X", times(matrix, column), column)


@TOPIC.advanced
def a_sum_times_a_difference(draw: Draw) -> Made:
    one, other = drawn(draw, 2, 2, 3), drawn(draw, 2, 2, 3)
    answer = times(plus(one, other), plus(one, scaled(-1, other)))
    return _of_two(one, other, "(A + B)*(A - B)", answer)


@TOPIC.advanced
def one_matrix_around_another(draw: Draw) -> Made:
    one, other, k = drawn(draw, 2, 2, 3), drawn(draw, 2, 2, 3), draw.whole(1, 4)
    answer = plus(times(transposed(one), other, one), scaled(k, other))
    return _of_two(one, other, f"A^T*B*A + {term(k, 'B')}", answer)
