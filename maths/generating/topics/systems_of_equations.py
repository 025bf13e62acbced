"""Systems of equations: every structure starts from its solution."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.asking import system, value_where
from maths.generating.exercise import Made, Topic
from maths.generating.polynomials import linear, typed
from maths.generating.writing import decimal, number, polynomial, shown, total
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maths.generating.draw import Draw

TOPIC = Topic(
    "systems_of_equations",
    Message("Systems of equations"),
    "the solution put back into every equation of the words, and the number of solutions by rank or resultants",
    ("simultaneous equations", "linear systems", "연립방정식", "연립일차방정식", "미지수가 2개인 연립일차방정식",
     "연립이차방정식"),
)  # fmt: skip


def _solution(*numbers: Fraction | int, letters: str = "xyz") -> str:
    return ", ".join(f"{letter} = {number(value)}" for letter, value in zip(letters, numbers, strict=False))


def _pairs(found: Iterable[tuple[int, int]]) -> str:
    several = sorted(set(found))
    return _solution(*several[0]) if len(several) == 1 else ", ".join(f"({x}, {y})" for x, y in several)


def _row(coefficients: tuple[int, ...], at: tuple[Fraction | int, ...], letters: str = "xyz") -> str:
    """`3*x - y = 7`: a linear equation that the numbers solve."""
    right = sum(Fraction(c) * value for c, value in zip(coefficients, at, strict=True))
    return f"{typed(linear(*coefficients, 0), letters)} = {number(right)}"


def _independent(draw: Draw, high: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Two rows of coefficients, none a multiple of the other."""
    a, b, c = draw.whole(2, high), draw.signed(high), draw.whole(1, high)
    d = draw.signed(high)
    while a * d == b * c:
        d += 1 if d != -1 else 2
    return (a, b), (c, d)


# Beginner


@TOPIC.beginner
def a_sum_and_a_difference(draw: Draw) -> Made:
    x, y = draw.several(2, 1, 20)
    return system([f"x + y = {x + y}", f"x - y = {x - y}"], _solution(x, y))


@TOPIC.beginner
def one_is_a_multiple_of_the_other(draw: Draw) -> Made:
    x, a = draw.whole(2, 15), draw.whole(2, 6)
    return system([f"y = {a}*x", f"x + y = {x + a * x}"], _solution(x, a * x))


@TOPIC.beginner
def one_is_more_than_the_other(draw: Draw) -> Made:
    x, a = draw.whole(1, 15), draw.whole(1, 12)
    return system([f"y = x + {a}", f"x + y = {x + x + a}"], _solution(x, x + a))


@TOPIC.beginner
def a_multiple_and_a_difference(draw: Draw) -> Made:
    (x, y), a = draw.several(2, 1, 9), draw.whole(2, 6)
    return system([_row((a, 1), (x, y)), _row((1, -1), (x, y))], _solution(x, y))


@TOPIC.beginner
def a_sum_with_a_multiple(draw: Draw) -> Made:
    x, y, a = draw.whole(1, 12), draw.whole(1, 9), draw.whole(2, 6)
    return system([_row((1, a), (x, y)), _row((1, 1), (x, y))], _solution(x, y))


@TOPIC.beginner
def equal_coefficients_to_subtract(draw: Draw) -> Made:
    x, y, (a, b), c = draw.whole(1, 9), draw.whole(1, 9), draw.several(2, 2, 7), draw.whole(1, 5)
    return system([_row((a, c), (x, y)), _row((b, c), (x, y))], _solution(x, y))


@TOPIC.beginner
def opposite_coefficients_to_add(draw: Draw) -> Made:
    x, y, a, b, c = draw.whole(1, 9), draw.whole(1, 9), draw.whole(1, 6), draw.whole(1, 6), draw.whole(2, 5)
    return system([_row((a, c), (x, y)), _row((b, -c), (x, y))], _solution(x, y))


@TOPIC.beginner
def only_one_unknown_is_asked(draw: Draw) -> Made:
    (x, y), a = draw.several(2, 1, 12), draw.whole(2, 5)
    return value_where([_row((a, 1), (x, y)), _row((1, -1), (x, y))], "x", str(x))


@TOPIC.beginner
def two_numbers_in_words(draw: Draw) -> Made:
    small, large = sorted(draw.several(2, 2, 40))
    return Made(Message("The sum of two numbers is {total} and their difference is {difference}. Find the two numbers.",
                        total=shown(str(small + large)), difference=shown(str(large - small))),
                f"{small}, {large}")  # fmt: skip


@TOPIC.beginner
def the_larger_number_in_words(draw: Draw) -> Made:
    small, large = sorted(draw.several(2, 2, 40))
    return Made(Message("The sum of two numbers is {total} and their difference is {difference}. "
                        "Find the larger number.",
                        total=shown(str(small + large)), difference=shown(str(large - small))),
                str(large))  # fmt: skip


@TOPIC.beginner
def one_unknown_is_given(draw: Draw) -> Made:
    x, y, a, b = draw.whole(1, 9), draw.whole(1, 9), draw.whole(2, 7), draw.whole(2, 7)
    return system([f"x = {x}", _row((a, b), (x, y))], _solution(x, y))


@TOPIC.beginner
def unknowns_of_other_names(draw: Draw) -> Made:
    letters = draw.one_of(["ab", "mn", "pq", "uv"])
    (x, y), a = draw.several(2, 1, 9), draw.whole(2, 5)
    rows = [_row((1, 1), (x, y), letters), _row((a, -1), (x, y), letters)]
    return system(rows, _solution(x, y, letters=letters))


@TOPIC.beginner
def two_straight_lines(draw: Draw) -> Made:
    x, (a, b), y = draw.whole(1, 8), draw.several(2, -4, 5, 0), draw.whole(1, 15)
    return system([f"y = {polynomial([a, y - a * x])}", f"y = {polynomial([b, y - b * x])}"], _solution(x, y))


# Intermediate


@TOPIC.intermediate
def coefficients_before_all(draw: Draw) -> Made:
    x, y, (first, second) = draw.signed(9), draw.signed(9), _independent(draw, 7)
    return system([_row(first, (x, y)), _row(second, (x, y))], _solution(x, y))


@TOPIC.intermediate
def one_equation_to_put_in(draw: Draw) -> Made:
    x, (a, b), c, d = draw.signed(7), draw.several(2, -5, 5, 0), draw.whole(2, 6), draw.signed(5)
    y = a * x + b
    if c + a * d == 0:
        d = -d
    return system([f"y = {polynomial([a, b])}", _row((c, d), (x, y))], _solution(x, y))


@TOPIC.intermediate
def fractions_of_the_unknowns(draw: Draw) -> Made:
    p, q = draw.some_of([2, 3, 4, 5], 2)
    x, y = p * draw.signed(5), q * draw.signed(5)
    return system([f"x/{p} + y/{q} = {x // p + y // q}", _row((1, -1), (x, y))], _solution(x, y))


@TOPIC.intermediate
def decimals_before_the_unknowns(draw: Draw) -> Made:
    x, y, (first, second) = draw.signed(9), draw.signed(9), _independent(draw, 6)
    right = Fraction(first[0] * x + first[1] * y, 10)
    terms = [f"{decimal(Fraction(first[0], 10))}*x", f"{decimal(Fraction(first[1], 10))}*y"]
    return system([f"{total(terms)} = {decimal(right)}", _row(second, (x, y))], _solution(x, y))


@TOPIC.intermediate
def brackets_to_multiply_out(draw: Draw) -> Made:
    x, y, a, b, c = draw.signed(8), draw.signed(8), draw.whole(2, 5), draw.whole(1, 4), draw.whole(2, 5)
    # a(x + y) - b y and x + c(x - y): the determinant is -ac - (a - b)(1 + c), never 0 for a > b
    a += b
    first = f"{a}*(x + y) - {'' if b == 1 else f'{b}*'}y = {a * (x + y) - b * y}"
    return system([first, f"x + {c}*(x - y) = {x + c * (x - y)}"], _solution(x, y))


@TOPIC.intermediate
def unknowns_on_both_sides(draw: Draw) -> Made:
    x, y, a, b, c = draw.signed(8), draw.signed(8), draw.whole(3, 7), draw.whole(2, 5), draw.whole(2, 6)
    left = f"{a}*x + {b}*y"
    right = polynomial([1, a * x + b * y - x])
    return system([f"{left} = {right}", f"y = {polynomial([c, y - c * x])}"], _solution(x, y))


@TOPIC.intermediate
def solutions_that_are_fractions(draw: Draw) -> Made:
    x, y = draw.fraction(5), draw.whole(1, 6)
    k, a, b = x.denominator, draw.whole(1, 3), draw.whole(1, 4)
    return system([_row((a * k, b), (x, y)), _row((k, -b), (x, y))], _solution(x, y))


@TOPIC.intermediate
def parallel_lines(draw: Draw) -> Made:
    a, b, c, k = draw.whole(1, 6), draw.signed(6), draw.signed(9), draw.whole(2, 4)
    gap = draw.signed(6)
    return system([f"{typed(linear(a, b, 0))} = {c}", f"{typed(linear(k * a, k * b, 0))} = {k * c + gap}"], "{}")


@TOPIC.intermediate
def a_combination_is_asked(draw: Draw) -> Made:
    x, y, (first, second), a, b = (
        draw.signed(8),
        draw.signed(8),
        _independent(draw, 5),
        draw.whole(2, 5),
        draw.signed(5),
    )
    return value_where([_row(first, (x, y)), _row(second, (x, y))], typed(linear(a, b, 0)), str(a * x + b * y))


@TOPIC.intermediate
def the_product_is_asked(draw: Draw) -> Made:
    x, y, (first, second) = draw.signed(8), draw.signed(8), _independent(draw, 5)
    return value_where([_row(first, (x, y)), _row(second, (x, y))], "x*y", str(x * y))


@TOPIC.intermediate
def a_sum_and_a_product_in_words(draw: Draw) -> Made:
    small, large = sorted(draw.several(2, 1, 15))
    return Made(Message("The sum of two numbers is {total} and their product is {product}. Find the two numbers.",
                        total=shown(str(small + large)), product=shown(str(small * large))),
                f"{small}, {large}")  # fmt: skip


@TOPIC.intermediate
def fractions_with_sums_above(draw: Draw) -> Made:
    x, y, a, b = draw.signed(9), draw.signed(9), draw.whole(2, 5), draw.whole(2, 5)
    first, second = Fraction(x + y, a), Fraction(x - y, b)
    return system([f"(x + y)/{a} = {number(first)}", f"(x - y)/{b} = {number(second)}"], _solution(x, y))


# Advanced


@TOPIC.advanced
def three_sums_of_two(draw: Draw) -> Made:
    x, y, z = draw.several(3, -12, 12)
    rows = [f"x + y = {x + y}", f"y + z = {y + z}", f"x + z = {x + z}"]
    return system(rows, _solution(x, y, z))


@TOPIC.advanced
def three_unknowns_step_by_step(draw: Draw) -> Made:
    x, y, z = draw.several(3, -8, 8)
    a, b, c = draw.signed(4), draw.whole(2, 5), draw.whole(2, 5)
    return system([_row((1, a, 1), (x, y, z)), _row((0, b, -1), (x, y, z)), f"{c}*z = {c * z}"], _solution(x, y, z))


@TOPIC.advanced
def three_unknowns(draw: Draw) -> Made:
    at = (draw.signed(6), draw.signed(6), draw.signed(6))
    a, b, c = draw.whole(2, 4), draw.whole(2, 4), draw.whole(2, 4)
    # rows (1, 1, 1), (a, -1, 1), (1, b, -c): the determinant is c + ac + ab + b, never 0
    rows = [_row((1, 1, 1), at), _row((a, -1, 1), at), _row((1, b, -c), at)]
    return system(rows, _solution(*at))


@TOPIC.advanced
def a_circle_and_a_line(draw: Draw) -> Made:
    x, y = draw.several(2, -9, 9, 0)
    return system([f"x^2 + y^2 = {x * x + y * y}", f"x + y = {x + y}"], _pairs([(x, y), (y, x)]))


@TOPIC.advanced
def a_sum_and_a_product(draw: Draw) -> Made:
    x, y = draw.several(2, -12, 12, 0)
    return system([f"x + y = {x + y}", f"x*y = {x * y}"], _pairs([(x, y), (y, x)]))


@TOPIC.advanced
def a_difference_of_squares(draw: Draw) -> Made:
    x, y = draw.whole(3, 20), draw.signed(20)
    if x + y == 0:
        return a_sum_and_a_product(draw)
    return system([f"x^2 - y^2 = {x * x - y * y}", f"x + y = {x + y}"], _solution(x, y))


@TOPIC.advanced
def squares_and_a_product(draw: Draw) -> Made:
    x, y = sorted(draw.several(2, 1, 12))
    found = [(x, y), (y, x), (-x, -y), (-y, -x)]
    return system([f"x^2 + y^2 = {x * x + y * y}", f"x*y = {x * y}"], _pairs(found))


@TOPIC.advanced
def unknowns_below(draw: Draw) -> Made:
    x, y = draw.several(2, -9, 9, 0)
    first, second = Fraction(1, x) + Fraction(1, y), Fraction(1, x) - Fraction(1, y)
    return system([f"1/x + 1/y = {number(first)}", f"1/x - 1/y = {number(second)}"], _solution(x, y))


@TOPIC.advanced
def a_parabola_and_a_line(draw: Draw) -> Made:
    p, q = draw.several(2, -7, 7, 0)
    slope = p + q
    line = f"y = {polynomial([slope, -p * q])}" if slope else f"y = {-p * q}"
    return system(["y = x^2", line], _pairs([(p, p * p), (q, q * q)]))


@TOPIC.advanced
def a_product_with_a_sum(draw: Draw) -> Made:
    y, d = draw.signed(7), draw.signed(7)
    x = y + d
    if x == 0:
        return unknowns_below(draw)
    # 2x^2 - dx = x(x + y): the other x is d/2 - x
    other = Fraction(d, 2) - x
    second = (other, other - d)
    if other == x:
        return a_parabola_and_a_line(draw)
    answer = f"({x}, {y}), ({number(second[0])}, {number(second[1])})"
    return system([f"x^2 + x*y = {x * x + x * y}", f"x - y = {d}"], answer)


@TOPIC.advanced
def four_unknowns(draw: Draw) -> Made:
    w, x, y, z = draw.several(4, -9, 12)
    rows = [f"w + x + y + z = {w + x + y + z}", f"w - x = {w - x}", f"x - y = {x - y}", f"y - z = {y - z}"]
    return system(rows, _solution(w, x, y, z, letters="wxyz"))


@TOPIC.advanced
def the_sum_of_three_unknowns(draw: Draw) -> Made:
    x, y, z, a = draw.signed(9), draw.signed(9), draw.signed(9), draw.whole(2, 5)
    at = (x, y, z)
    rows = [_row((a, 1, 1), at), _row((1, a, 1), at), _row((1, 1, a), at)]
    return value_where(rows, "x + y + z", str(x + y + z))


@TOPIC.advanced
def fractions_in_three_unknowns(draw: Draw) -> Made:
    x, y, z = 2 * draw.signed(6), 3 * draw.signed(5), draw.signed(9)
    rows = [f"x/2 + y/3 + z = {x // 2 + y // 3 + z}", _row((1, -1, 0), (x, y, z)), _row((0, 1, 1), (x, y, z))]
    return system(rows, _solution(x, y, z))
