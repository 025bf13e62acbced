"""Multiplying out: every answer by plain arithmetic of coefficients."""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING

from maths.generating.asking import coefficient, expand, value_where
from maths.generating.exercise import Made, Topic
from maths.generating.polynomials import linear, plus, times, typed
from maths.generating.writing import expanded, polynomial, shown
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.generating.draw import Draw

TOPIC = Topic(
    "expanding",
    Message("Multiplying out"),
    "both sides in python-flint's normal form of polynomials, from the words",
    ("expand", "expanding brackets", "special products", "polynomial multiplication", "전개", "다항식의 전개",
     "다항식의 곱셈", "곱셈공식", "곱셈 공식"),
)  # fmt: skip


def _product(factors: Sequence[Sequence[int]], letter: str = "x") -> Made:
    """The product of polynomials in one letter."""
    text = "*".join(f"({polynomial(factor, letter)})" for factor in factors)
    return expand(text, polynomial(expanded(*factors), letter))


def _power(base: Sequence[int], exponent: int, letter: str = "x") -> Made:
    return expand(f"({polynomial(base, letter)})^{exponent}", polynomial(expanded(*[base] * exponent), letter))


# Beginner


@TOPIC.beginner
def a_number_times_a_sum(draw: Draw) -> Made:
    letter, a, b = draw.letter(), draw.whole(2, 9), draw.signed(12)
    return expand(f"{a}*({polynomial([1, b], letter)})", polynomial([a, a * b], letter))


@TOPIC.beginner
def a_negative_number_times_a_difference(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 9), draw.whole(1, 6), draw.whole(1, 12)
    return expand(f"-{a}*({polynomial([b, -c])})", polynomial([-a * b, a * c]))


@TOPIC.beginner
def a_letter_times_a_sum(draw: Draw) -> Made:
    letter, a, b = draw.letter(), draw.whole(1, 9), draw.signed(12)
    return expand(f"{letter}*({polynomial([a, b], letter)})", polynomial([a, b, 0], letter))


@TOPIC.beginner
def two_multiples_added(draw: Draw) -> Made:
    a, b, c, d = draw.whole(2, 7), draw.signed(9), draw.whole(2, 7), draw.signed(9)
    return expand(f"{a}*({polynomial([1, b])}) + {c}*({polynomial([1, d])})", polynomial([a + c, a * b + c * d]))


@TOPIC.beginner
def a_multiple_is_taken_away(draw: Draw) -> Made:
    (a, c), b, d = draw.several(2, 2, 7), draw.signed(9), draw.signed(9)
    return expand(f"{a}*({polynomial([1, b])}) - {c}*({polynomial([1, d])})", polynomial([a - c, a * b - c * d]))


@TOPIC.beginner
def two_sums(draw: Draw) -> Made:
    letter, (a, b) = draw.letter(), draw.several(2, 1, 12)
    return _product([[1, a], [1, b]], letter)


@TOPIC.beginner
def a_sum_and_a_difference(draw: Draw) -> Made:
    a, b = draw.several(2, 1, 12)
    return _product([[1, a], [1, -b]])


@TOPIC.beginner
def two_differences(draw: Draw) -> Made:
    a, b = draw.several(2, 1, 12)
    return _product([[1, -a], [1, -b]])


@TOPIC.beginner
def the_square_of_a_sum(draw: Draw) -> Made:
    return _power([1, draw.whole(1, 15)], 2, draw.letter())


@TOPIC.beginner
def the_square_of_a_difference(draw: Draw) -> Made:
    return _power([1, -draw.whole(1, 15)], 2, draw.letter())


@TOPIC.beginner
def the_sum_times_the_difference(draw: Draw) -> Made:
    a = draw.whole(1, 15)
    return _product([[1, a], [1, -a]], draw.letter())


@TOPIC.beginner
def a_monomial_times_a_sum_of_two_letters(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 7), draw.whole(1, 6), draw.signed(9)
    inside = linear(b, c, 0)
    return expand(f"{a}*x*({typed(inside)})", typed(times({(1, 0): a}, inside)))


@TOPIC.beginner
def the_middle_coefficient(draw: Draw) -> Made:
    a, b = draw.several(2, -9, 9, 0)
    if a + b == 0:
        b += 1 if b != -1 else 2
    return coefficient("x", f"({polynomial([1, a])})*({polynomial([1, b])})", a + b)


# Intermediate


@TOPIC.intermediate
def two_linear_factors(draw: Draw) -> Made:
    a, b, c, d = draw.whole(2, 6), draw.signed(9), draw.whole(1, 5), draw.signed(9)
    return _product([[a, b], [c, d]])


@TOPIC.intermediate
def the_square_of_a_linear_factor(draw: Draw) -> Made:
    return _power([draw.whole(2, 7), draw.signed(9)], 2)


@TOPIC.intermediate
def the_square_with_two_letters(draw: Draw) -> Made:
    base = linear(draw.whole(1, 6), draw.signed(7), 0)
    return expand(f"({typed(base)})^2", typed(times(base, base)))


@TOPIC.intermediate
def conjugates_with_two_letters(draw: Draw) -> Made:
    a, b = draw.whole(1, 9), draw.whole(2, 9)
    first, second = linear(a, b, 0), linear(a, -b, 0)
    return expand(f"({typed(first)})*({typed(second)})", typed(times(first, second)))


@TOPIC.intermediate
def a_linear_and_a_quadratic_factor(draw: Draw) -> Made:
    return _product([[1, draw.signed(7)], [1, draw.signed(7), draw.signed(9)]])


@TOPIC.intermediate
def the_cube_of_a_sum(draw: Draw) -> Made:
    return _power([1, draw.signed(6)], 3, draw.letter())


@TOPIC.intermediate
def the_difference_of_two_squares_of_sums(draw: Draw) -> Made:
    a, b = draw.several(2, -8, 8, 0)
    left, right = [1, a], [1, b]
    return expand(f"({polynomial(left)})^2 - ({polynomial(right)})^2", polynomial([2 * (a - b), a * a - b * b]))


@TOPIC.intermediate
def a_product_less_a_product(draw: Draw) -> Made:
    (a, b), c = draw.several(2, -8, 8, 0), draw.signed(8)
    if a + b == c:
        c = c + 1 if c != -1 else 1
    if a + b == c:
        return two_linear_factors(draw)
    return expand(
        f"({polynomial([1, a])})*({polynomial([1, b])}) - x*({polynomial([1, c])})",
        polynomial([a + b - c, a * b]),
    )


@TOPIC.intermediate
def the_square_of_three_terms(draw: Draw) -> Made:
    base = linear(1, draw.signed(4), draw.signed(6))
    return expand(f"({typed(base)})^2", typed(times(base, base)))


@TOPIC.intermediate
def a_coefficient_of_a_product(draw: Draw) -> Made:
    a, b, c = draw.signed(6), draw.signed(7), draw.signed(9)
    whole = expanded([1, a], [1, b, c])
    place = draw.one_of([k for k in (1, 2) if whole[k]] or [0])
    return coefficient(_power_of_x(3 - place), f"({polynomial([1, a])})*({polynomial([1, b, c])})", whole[place])


def _power_of_x(exponent: int) -> str:
    return "x" if exponent == 1 else f"x^{exponent}"


@TOPIC.intermediate
def the_sum_of_squares(draw: Draw) -> Made:
    s, p = draw.signed(9), draw.signed(12)
    return value_where([f"x + y = {s}", f"x*y = {p}"], "x^2 + y^2", str(s * s - 2 * p))


@TOPIC.intermediate
def the_square_of_the_difference(draw: Draw) -> Made:
    s, p = draw.signed(9), draw.signed(12)
    return value_where([f"x + y = {s}", f"x*y = {p}"], "(x - y)^2", str(s * s - 4 * p))


@TOPIC.intermediate
def conjugates_twice(draw: Draw) -> Made:
    a, letter = draw.whole(1, 9), draw.letter()
    return _product([[1, a], [1, -a], [1, 0, a * a]], letter)


# Advanced


@TOPIC.advanced
def the_cube_with_two_letters(draw: Draw) -> Made:
    base = linear(draw.whole(1, 4), draw.signed(4), 0)
    return expand(f"({typed(base)})^3", typed(times(base, base, base)))


@TOPIC.advanced
def the_fourth_power(draw: Draw) -> Made:
    return _power([draw.whole(1, 3), draw.signed(4)], 4, draw.one_of("xyat"))


@TOPIC.advanced
def two_quadratic_factors(draw: Draw) -> Made:
    return _product([[1, draw.signed(5), draw.signed(6)], [1, draw.signed(5), draw.signed(6)]])


@TOPIC.advanced
def three_linear_factors(draw: Draw) -> Made:
    a, b, c = draw.several(3, -7, 7, 0)
    return _product([[1, a], [1, b], [1, c]])


@TOPIC.advanced
def the_square_with_three_letters(draw: Draw) -> Made:
    base = linear(1, draw.signed(5), draw.signed(5), 0)
    return expand(f"({typed(base)})^2", typed(times(base, base)))


@TOPIC.advanced
def the_square_of_a_quadratic(draw: Draw) -> Made:
    return _power([1, draw.signed(6), draw.signed(7)], 2)


@TOPIC.advanced
def a_coefficient_of_a_high_power(draw: Draw) -> Made:
    n, a, b = draw.whole(5, 8), draw.whole(1, 3), draw.signed(3)
    k = draw.whole(2, n - 2)
    return coefficient(_power_of_x(k), f"({polynomial([a, b])})^{n}", comb(n, k) * a**k * b ** (n - k))


@TOPIC.advanced
def a_coefficient_of_two_powers(draw: Draw) -> Made:
    (a, b), m, n = draw.several(2, -3, 3, 0), draw.whole(2, 4), draw.whole(2, 4)
    whole = expanded(*[[1, a]] * m, *[[1, b]] * n)
    k = draw.one_of([k for k in range(1, m + n) if whole[m + n - k]])
    text = f"({polynomial([1, a])})^{m}*({polynomial([1, b])})^{n}"
    return coefficient(_power_of_x(k), text, whole[m + n - k])


@TOPIC.advanced
def the_sum_of_the_coefficients(draw: Draw) -> Made:
    a, b, n = draw.whole(1, 5), draw.signed(6), draw.whole(3, 6)
    if a + b == 0:
        a += 1
    text = shown(f"({polynomial([a, b])})^{n}")
    return Made(Message("Find the sum of the coefficients of {expression}.", expression=text), str((a + b) ** n))


@TOPIC.advanced
def the_sum_of_cubes(draw: Draw) -> Made:
    s, p = draw.signed(7), draw.signed(9)
    return value_where([f"x + y = {s}", f"x*y = {p}"], "x^3 + y^3", str(s**3 - 3 * s * p))


@TOPIC.advanced
def a_sum_with_its_reciprocal(draw: Draw) -> Made:
    s, power = draw.signed(20, 1, -1, 2, -2), draw.one_of([2, 3])
    value = {2: s * s - 2, 3: s**3 - 3 * s}[power]
    return value_where([f"x + 1/x = {s}"], f"x^{power} + 1/x^{power}", str(value))


@TOPIC.advanced
def the_factors_of_a_sum_of_cubes(draw: Draw) -> Made:
    a, b = draw.whole(1, 5), draw.signed(7)
    return _product([[a, b], [a * a, -a * b, b * b]])


@TOPIC.advanced
def two_pairs_of_conjugates(draw: Draw) -> Made:
    a, b = draw.several(2, 1, 9)
    return _product([[1, a], [1, -a], [1, b], [1, -b]])


@TOPIC.advanced
def a_square_less_a_product(draw: Draw) -> Made:
    base, first, second = (linear(draw.whole(1, 3), draw.signed(4), 0) for _ in range(3))
    negative = times({(0, 0): -1}, first, second)
    answer = plus(times(base, base), negative)
    if not answer:
        return the_square_of_a_quadratic(draw)
    return expand(f"({typed(base)})^2 - ({typed(first)})*({typed(second)})", typed(answer))
