"""Eigenvalues: a matrix with known eigenvalues is seen from another basis, or filled so that they are known."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.grids import Grid, determinant, drawn, inverse, times, typed, with_determinant_one
from maths.generating.writing import expanded, number, polynomial, shown, term, total, values
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.generating.draw import Draw

TOPIC = Topic(
    "eigenvalues",
    Message("Eigenvalues"),
    "each makes det(A - xI) zero exactly and they are counted; powers are multiplied out, from the words",
    ("eigenvalue", "characteristic polynomial", "diagonalisation", "diagonalization", "matrix powers", "고윳값",
     "고유값", "특성다항식", "고유다항식", "대각화", "선형대수"),
)  # fmt: skip
_NO_SQUARES = (2, 3, 5, 6, 7, 10)


def _eigenvalues(matrix: Grid, answer: str) -> Made:
    return Made(Message("Find the eigenvalues of the matrix {matrix}.", matrix=shown(typed(matrix))), answer)


def _characteristic(matrix: Grid, coefficients: Sequence[Fraction | int]) -> Made:
    message = Message("Find the characteristic polynomial of the matrix {matrix}.", matrix=shown(typed(matrix)))
    return Made(message, polynomial(coefficients, "lambda"))


def _singular(cells: Sequence[Sequence[str]], answer: str) -> Made:
    text = "[" + ", ".join("[" + ", ".join(row) + "]" for row in cells) + "]"
    message = Message(
        "Find the values of {letter} so that the matrix {matrix} is not invertible.",
        letter=shown("k"),
        matrix=shown(text),
    )
    return Made(message, answer)


def _power(matrix: Grid, exponent: int | str, answer: str) -> Made:
    message = Message("Let {matrix}. Find {asked}.", matrix=shown(f"A = {typed(matrix)}"), asked=shown(f"A^{exponent}"))
    return Made(message, answer)


def _less_k(matrix: Grid) -> list[list[str]]:
    """The entries of A - kI."""
    return [[polynomial([-1, cell], "k") if i == j else number(cell) for j, cell in enumerate(row)]
            for i, row in enumerate(matrix)]  # fmt: skip


def _seen_from_another_basis(draw: Draw, core: Grid, high: int = 2) -> Grid:
    base = with_determinant_one(draw, len(core), high)
    return times(base, core, inverse(base))


def _diagonal(*entries: int) -> Grid:
    return [[entry if i == j else 0 for j in range(len(entries))] for i, entry in enumerate(entries)]


def _from_roots(*roots: int) -> list[Fraction | int]:
    return expanded(*([1, -root] for root in roots))


def _around(middle: int, root: str) -> str:
    """`2 - sqrt(3), 2 + sqrt(3)`."""
    return f"{middle} - {root}, {middle} + {root}" if middle else f"-{root}, {root}"


# Beginner: triangles, and two rows that show their eigenvalues


@TOPIC.beginner
def a_diagonal(draw: Draw) -> Made:
    a, b = draw.several(2, -15, 15)
    return _eigenvalues(_diagonal(a, b), values([a, b]))


@TOPIC.beginner
def a_longer_diagonal(draw: Draw) -> Made:
    a, b, c = draw.several(3, -9, 9)
    return _eigenvalues(_diagonal(a, b, c), values([a, b, c]))


@TOPIC.beginner
def an_upper_triangle(draw: Draw) -> Made:
    (a, d), b = draw.several(2, -9, 9), draw.signed(9)
    return _eigenvalues([[a, b], [0, d]], values([a, d]))


@TOPIC.beginner
def a_lower_triangle(draw: Draw) -> Made:
    (a, d), c = draw.several(2, -9, 9), draw.signed(9)
    return _eigenvalues([[a, 0], [c, d]], values([a, d]))


@TOPIC.beginner
def a_large_triangle(draw: Draw) -> Made:
    (a, b, c), (p, q, r) = draw.several(3, -6, 9), [draw.whole(-5, 5) for _ in range(3)]
    return _eigenvalues([[a, p, q], [0, b, r], [0, 0, c]], values([a, b, c]))


@TOPIC.beginner
def the_same_twice_on_the_diagonal(draw: Draw) -> Made:
    a, b = draw.signed(12), draw.signed(12)
    return _eigenvalues([[a, b], [b, a]], values([a + b, a - b]))


@TOPIC.beginner
def two_whole_eigenvalues(draw: Draw) -> Made:
    p, q = draw.several(2, 1, 8)
    return _eigenvalues(_seen_from_another_basis(draw, _diagonal(p, q)), values([p, q]))


@TOPIC.beginner
def nothing_on_the_diagonal(draw: Draw) -> Made:
    p, q, k = draw.whole(1, 5), draw.whole(1, 5), draw.whole(1, 5)
    return _eigenvalues([[0, k * p * p], [k * q * q, 0]], values([k * p * q, -k * p * q]))


@TOPIC.beginner
def one_of_them_is_zero(draw: Draw) -> Made:
    a, b, k = draw.signed(6), draw.signed(6), draw.signed(4)
    return _eigenvalues([[a, b], [k * a, k * b]], values([0, a + k * b]))


@TOPIC.beginner
def only_one_eigenvalue(draw: Draw) -> Made:
    a, b = draw.signed(12), draw.signed(12)
    return _eigenvalues([[a, b], [0, a]] if draw.whole(0, 1) else [[a, 0], [b, a]], str(a))


@TOPIC.beginner
def a_small_characteristic_polynomial(draw: Draw) -> Made:
    matrix = drawn(draw, 2, 2, 6)
    return _characteristic(matrix, [1, -matrix[0][0] - matrix[1][1], determinant(matrix)])


@TOPIC.beginner
def the_characteristic_polynomial_of_a_triangle(draw: Draw) -> Made:
    a, b, d = draw.signed(9), draw.signed(9), draw.signed(9)
    return _characteristic([[a, b], [0, d]], _from_roots(a, d))


@TOPIC.beginner
def a_shift_that_makes_it_singular(draw: Draw) -> Made:
    a, b = draw.signed(9), draw.signed(9)
    return _singular(_less_k([[a, b], [b, a]]), values([a + b, a - b]))


# Intermediate: surds, complex eigenvalues, repeated ones, powers


@TOPIC.intermediate
def eigenvalues_of_both_signs(draw: Draw) -> Made:
    p, q = draw.whole(1, 9), -draw.whole(1, 9)
    return _eigenvalues(_seen_from_another_basis(draw, _diagonal(p, q), 3), values([p, q]))


@TOPIC.intermediate
def eigenvalues_with_a_surd(draw: Draw) -> Made:
    m, d, k = draw.signed(9), draw.one_of(_NO_SQUARES), draw.whole(1, 4)
    root = f"sqrt({d})" if k == 1 else f"{k}*sqrt({d})"
    return _eigenvalues([[m, k * d], [k, m]], _around(m, root))


@TOPIC.intermediate
def a_rotation_with_a_stretch(draw: Draw) -> Made:
    m, b = draw.signed(12), draw.signed(9)
    return _eigenvalues([[m, -b], [b, m]], _around(m, term(abs(b), "i")))


@TOPIC.intermediate
def complex_eigenvalues(draw: Draw) -> Made:
    m, p, q, k = draw.signed(9), draw.whole(1, 4), draw.whole(1, 4), draw.whole(1, 3)
    return _eigenvalues([[m, -k * p * p], [k * q * q, m]], _around(m, term(k * p * q, "i")))


@TOPIC.intermediate
def a_block_and_a_number(draw: Draw) -> Made:
    a, b, c = draw.signed(6), draw.signed(6), draw.signed(9)
    return _eigenvalues([[a, b, 0], [b, a, 0], [0, 0, c]], values([a + b, a - b, c]))


@TOPIC.intermediate
def the_same_eigenvalue_twice(draw: Draw) -> Made:
    a, b = draw.signed(9), draw.signed(3)
    return _eigenvalues(_seen_from_another_basis(draw, [[a, b], [0, a]], 3), str(a))


@TOPIC.intermediate
def a_mirror_with_a_stretch(draw: Draw) -> Made:
    a, b, c = draw.one_of(((3, 4, 5), (5, 12, 13), (8, 15, 17), (4, 3, 5), (12, 5, 13), (15, 8, 17)))
    k, sign, other = draw.whole(1, 6), draw.one_of((1, -1)), draw.one_of((1, -1))
    return _eigenvalues([[sign * k * a, other * k * b], [other * k * b, -sign * k * a]], values([k * c, -k * c]))


@TOPIC.intermediate
def a_lower_triangle_of_three_rows(draw: Draw) -> Made:
    (a, b, c), (p, q, r) = draw.several(3, -9, 9), [draw.whole(-6, 6) for _ in range(3)]
    return _eigenvalues([[a, 0, 0], [p, b, 0], [q, r, c]], values([a, b, c]))


@TOPIC.intermediate
def the_characteristic_polynomial_of_three_rows(draw: Draw) -> Made:
    a, b, c, p = draw.signed(5), draw.signed(5), draw.signed(5), draw.signed(5)
    return _characteristic([[a, p, 0], [0, b, p], [0, 0, c]], _from_roots(a, b, c))


@TOPIC.intermediate
def a_characteristic_polynomial(draw: Draw) -> Made:
    matrix = drawn(draw, 2, 2, 12)
    return _characteristic(matrix, [1, -matrix[0][0] - matrix[1][1], determinant(matrix)])


@TOPIC.intermediate
def a_shift_that_makes_a_full_matrix_singular(draw: Draw) -> Made:
    p, q = draw.several(2, -6, 6)
    return _singular(_less_k(_seen_from_another_basis(draw, _diagonal(p, q))), values([p, q]))


@TOPIC.intermediate
def a_power_by_its_eigenvalues(draw: Draw) -> Made:
    (p, q), n = draw.several(2, -2, 3, 0), draw.whole(4, 6)
    matrix = _seen_from_another_basis(draw, _diagonal(p, q))
    return _power(matrix, n, typed(times(*[matrix] * n)))


# Advanced: three rows and more, powers with a letter


@TOPIC.advanced
def three_whole_eigenvalues(draw: Draw) -> Made:
    roots = draw.several(3, -4, 6)
    return _eigenvalues(_seen_from_another_basis(draw, _diagonal(*roots), 1), values(roots))


@TOPIC.advanced
def a_matrix_that_carries_a_polynomial(draw: Draw) -> Made:
    p, q, r = draw.several(3, -5, 6, 0)
    _, a, b, c = _from_roots(p, q, r)
    return _eigenvalues([[0, 1, 0], [0, 0, 1], [-c, -b, -a]], values([p, q, r]))


@TOPIC.advanced
def alike_everywhere_but_on_the_diagonal(draw: Draw) -> Made:
    a, b = draw.signed(12), draw.signed(9)
    return _eigenvalues([[a, b, b], [b, a, b], [b, b, a]], values([a - b, a + 2 * b]))


@TOPIC.advanced
def a_real_and_two_complex(draw: Draw) -> Made:
    m, b, c, p = draw.signed(5), draw.signed(4), draw.signed(9), draw.whole(-4, 4)
    return _eigenvalues([[m, -b, p], [b, m, 0], [0, 0, c]], f"{_around(m, term(abs(b), 'i'))}, {c}")


@TOPIC.advanced
def a_whole_one_and_two_surds(draw: Draw) -> Made:
    m, d, c, p = draw.signed(6), draw.one_of(_NO_SQUARES), draw.signed(12), draw.whole(-4, 4)
    return _eigenvalues([[c, p, 0], [0, m, d], [0, 1, m]], f"{_around(m, f'sqrt({d})')}, {c}")


@TOPIC.advanced
def two_blocks(draw: Draw) -> Made:
    a, b, c, d, p = draw.signed(5), draw.signed(5), draw.signed(5), draw.signed(5), draw.whole(-3, 3)
    matrix = [[a, b, p, 0], [b, a, 0, p], [0, 0, c, d], [0, 0, d, c]]
    return _eigenvalues(matrix, values([a + b, a - b, c + d, c - d]))


@TOPIC.advanced
def a_full_characteristic_polynomial(draw: Draw) -> Made:
    matrix = drawn(draw, 3, 3, 3)
    trace = sum(matrix[i][i] for i in range(3))
    minors = sum(
        (Fraction(matrix[i][i] * matrix[j][j] - matrix[i][j] * matrix[j][i]) for i, j in ((0, 1), (0, 2), (1, 2))),
        Fraction(0),
    )
    return _characteristic(matrix, [1, -trace, minors, -determinant(matrix)])


@TOPIC.advanced
def the_characteristic_polynomial_it_carries(draw: Draw) -> Made:
    a, b, c, d = (draw.signed(6) for _ in range(4))
    return _characteristic([[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [-d, -c, -b, -a]], [1, a, b, c, d])


@TOPIC.advanced
def a_shift_that_makes_three_rows_singular(draw: Draw) -> Made:
    a, b, c, p = draw.signed(6), draw.signed(6), draw.signed(9), draw.whole(-4, 4)
    return _singular(_less_k([[a, b, p], [b, a, 0], [0, 0, c]]), values([a + b, a - b, c]))


@TOPIC.advanced
def the_nth_power(draw: Draw) -> Made:
    p, q = draw.several(2, 2, 6)
    base = with_determinant_one(draw, 2, 2)
    back = inverse(base)
    matrix = times(base, _diagonal(p, q), back)
    cells = [[total([*_share(base[i][0] * back[0][j], p), *_share(base[i][1] * back[1][j], q)]) for j in range(2)]
             for i in range(2)]  # fmt: skip
    return _power(matrix, "n", "[" + ", ".join("[" + ", ".join(row) + "]" for row in cells) + "]")


def _share(factor: Fraction | int, base: int) -> list[str]:
    return [term(factor, f"{base}^n")] if factor else []


@TOPIC.advanced
def the_nth_power_of_a_triangle(draw: Draw) -> Made:
    (a, d), k = draw.several(2, 2, 9), draw.signed(5)
    # b is k*(a - d), so that the corner of the power is k*(a^n - d^n)
    corner = f"{term(k, f'{a}^n')} - ({k})*{d}^n"
    return _power([[a, k * (a - d)], [0, d]], "n", f"[[{a}^n, {corner}], [0, {d}^n]]")


@TOPIC.advanced
def the_nth_power_with_one_eigenvalue(draw: Draw) -> Made:
    a, b = draw.whole(2, 9), draw.signed(9)
    return _power([[a, a * b], [0, a]], "n", f"[[{a}^n, ({b})*n*{a}^n], [0, {a}^n]]")


@TOPIC.advanced
def a_high_power_by_its_eigenvalues(draw: Draw) -> Made:
    (p, q), n = draw.several(2, -1, 2), draw.whole(8, 12)
    base = with_determinant_one(draw, 2, 3)
    matrix = times(base, _diagonal(p, q), inverse(base))
    return _power(matrix, n, typed(times(base, _diagonal(p**n, q**n), inverse(base))))
