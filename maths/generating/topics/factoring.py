"""Factoring: every structure starts from factors that do not split."""

from __future__ import annotations

from math import gcd
from typing import TYPE_CHECKING

from maths.generating.asking import factorise, simplify
from maths.generating.exercise import Made, Topic
from maths.generating.polynomials import linear, times, typed
from maths.generating.writing import expanded, polynomial, shown, values
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.generating.draw import Draw
    from maths.generating.polynomials import Polynomial

TOPIC = Topic(
    "factoring",
    Message("Factoring"),
    "python-flint's factors of the words' polynomial: irreducible, and multiplied out again",
    ("factor", "factorisation", "factorization", "factoring polynomials", "인수분해", "다항식의 인수분해",
     "인수분해 공식"),
)  # fmt: skip


def _factors(factors: Sequence[Sequence[int]], content: int = 1, letter: str = "x") -> Made:
    """The product is asked, its factors are the answer; none of them splits, and all have content 1."""
    whole = polynomial([content * c for c in expanded(*factors)], letter)
    return factorise(whole, "*".join([*_content(content), *(f"({polynomial(f, letter)})" for f in factors)]))


def _of_letters(factors: Sequence[Polynomial], content: int = 1) -> Made:
    whole = times({(0,) * len(next(iter(factors[0]))): content}, *factors)
    return factorise(typed(whole), "*".join([*_content(content), *(f"({typed(f)})" for f in factors)]))


def _content(content: int) -> list[str]:
    return [] if content == 1 else [f"({content})"]


def _primitive(draw: Draw, high: int) -> list[int]:
    """`[a, b]` without a common factor, a at least 2."""
    a = draw.whole(2, high)
    b = draw.signed(9)
    while gcd(a, b) != 1:
        b += 1
    return [a, b]


# Beginner


@TOPIC.beginner
def a_common_number(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 9), draw.whole(1, 5), draw.signed(9)
    while gcd(b, c) != 1:
        c += 1
    return _factors([[b, c]], a, draw.letter())


@TOPIC.beginner
def a_common_letter(draw: Draw) -> Made:
    a, b, letter = draw.whole(1, 6), draw.signed(9), draw.letter()
    while gcd(a, b) != 1:
        b += 1
    return factorise(polynomial([a, b, 0], letter), f"{letter}*({polynomial([a, b], letter)})")


@TOPIC.beginner
def a_common_number_and_letter(draw: Draw) -> Made:
    a, b, letter = draw.whole(2, 9), draw.signed(9), draw.letter()
    return factorise(polynomial([a, a * b, 0], letter), f"{a}*{letter}*({polynomial([1, b], letter)})")


@TOPIC.beginner
def a_common_part_in_two_letters(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 6), draw.whole(1, 5), draw.signed(7)
    while gcd(b, c) != 1:
        c += 1
    return factorise(typed({(2, 1): a * b, (1, 1): a * c}), f"{a}*x*y*({polynomial([b, c])})")


@TOPIC.beginner
def a_difference_of_squares(draw: Draw) -> Made:
    a = draw.whole(1, 15)
    return _factors([[1, -a], [1, a]], 1, draw.letter())


@TOPIC.beginner
def the_square_of_a_sum(draw: Draw) -> Made:
    a = draw.whole(1, 15)
    return _factors([[1, a], [1, a]], 1, draw.letter())


@TOPIC.beginner
def the_square_of_a_difference(draw: Draw) -> Made:
    a = draw.whole(1, 15)
    return _factors([[1, -a], [1, -a]], 1, draw.letter())


@TOPIC.beginner
def two_sums(draw: Draw) -> Made:
    a, b = draw.several(2, 1, 12)
    return _factors([[1, a], [1, b]], 1, draw.letter())


@TOPIC.beginner
def two_differences(draw: Draw) -> Made:
    a, b = draw.several(2, 1, 12)
    return _factors([[1, -a], [1, -b]])


@TOPIC.beginner
def a_sum_and_a_difference(draw: Draw) -> Made:
    a, b = draw.several(2, 1, 12)
    return _factors([[1, a], [1, -b]])


@TOPIC.beginner
def squares_with_a_multiple(draw: Draw) -> Made:
    a, b = draw.whole(2, 9), draw.whole(1, 10)
    while gcd(a, b) != 1:
        b += 1
    return _factors([[a, -b], [a, b]])


@TOPIC.beginner
def a_number_before_a_difference_of_squares(draw: Draw) -> Made:
    a, k = draw.whole(1, 9), draw.whole(2, 7)
    return _factors([[1, -a], [1, a]], k, draw.letter())


@TOPIC.beginner
def a_square_in_two_letters(draw: Draw) -> Made:
    a, b = draw.whole(1, 4), draw.signed(9)
    while gcd(a, b) != 1:
        b += 1
    base = linear(a, b, 0)
    return _of_letters([base, base])


# Intermediate


@TOPIC.intermediate
def a_leading_coefficient(draw: Draw) -> Made:
    return _factors([_primitive(draw, 5), [1, draw.signed(9)]])


@TOPIC.intermediate
def two_leading_coefficients(draw: Draw) -> Made:
    return _factors([_primitive(draw, 4), _primitive(draw, 5)])


@TOPIC.intermediate
def a_common_number_first(draw: Draw) -> Made:
    (a, b), k = draw.several(2, -9, 9, 0), draw.whole(2, 6)
    return _factors([[1, a], [1, b]], k)


@TOPIC.intermediate
def a_common_letter_first(draw: Draw) -> Made:
    a, b = draw.several(2, -9, 9, 0)
    return factorise(polynomial(expanded([1, 0], [1, a], [1, b])), f"x*({polynomial([1, a])})*({polynomial([1, b])})")


@TOPIC.intermediate
def the_square_of_a_linear_factor(draw: Draw) -> Made:
    base = _primitive(draw, 7)
    return _factors([base, base])


@TOPIC.intermediate
def a_difference_of_squares_in_two_letters(draw: Draw) -> Made:
    a, b = draw.whole(1, 9), draw.whole(2, 10)
    while gcd(a, b) != 1:
        b += 1
    return _of_letters([linear(a, -b, 0), linear(a, b, 0)])


@TOPIC.intermediate
def a_trinomial_in_two_letters(draw: Draw) -> Made:
    a, b = draw.several(2, -9, 9, 0)
    return _of_letters([linear(1, a, 0), linear(1, b, 0)])


@TOPIC.intermediate
def a_square_less_a_number(draw: Draw) -> Made:
    a, b = draw.signed(9), draw.whole(1, 9)
    if abs(a) == b:
        b += 1
    answer = f"({polynomial([1, a - b])})*({polynomial([1, a + b])})"
    return factorise(f"({polynomial([1, a])})^2 - {b * b}", answer)


@TOPIC.intermediate
def groups_of_two(draw: Draw) -> Made:
    a, b = draw.signed(9), draw.signed(9)
    return _of_letters([linear(1, 0, a), linear(0, 1, b)])


@TOPIC.intermediate
def a_cubic_in_groups(draw: Draw) -> Made:
    a, b = draw.signed(6), draw.whole(1, 6)
    if abs(a) == b:
        b += 1
    return _factors([[1, a], [1, -b], [1, b]])


@TOPIC.intermediate
def a_negative_leading_coefficient(draw: Draw) -> Made:
    a, b = draw.several(2, -9, 9, 0)
    return _factors([[1, a], [1, b]], -1)


@TOPIC.intermediate
def a_common_bracket(draw: Draw) -> Made:
    a, b = draw.several(2, -9, 9, 0)
    bracket = polynomial([1, a])
    second = polynomial([1, b])
    return factorise(f"x*({bracket}) {'+' if b > 0 else '-'} {abs(b)}*({bracket})", f"({bracket})*({second})")


@TOPIC.intermediate
def a_fraction_to_cancel(draw: Draw) -> Made:
    a, b, c = draw.several(3, -7, 7, 0)
    top, bottom = polynomial(expanded([1, a], [1, b])), polynomial(expanded([1, a], [1, c]))
    return simplify(f"({top})/({bottom})", f"({polynomial([1, b])})/({polynomial([1, c])})")


# Advanced


@TOPIC.advanced
def a_sum_or_difference_of_cubes(draw: Draw) -> Made:
    a, b = draw.whole(1, 5), draw.signed(7)
    while gcd(a, b) != 1:
        b += 1 if b != -1 else 2
    return _factors([[a, b], [a * a, -a * b, b * b]])


@TOPIC.advanced
def cubes_in_two_letters(draw: Draw) -> Made:
    a, b = draw.whole(1, 5), draw.signed(6)
    while gcd(a, b) != 1:
        b += 1 if b != -1 else 2
    return _of_letters([linear(a, b, 0), {(2, 0): a * a, (1, 1): -a * b, (0, 2): b * b}])


@TOPIC.advanced
def a_quartic_in_squares(draw: Draw) -> Made:
    a, b = draw.several(2, 1, 9)
    return _factors([[1, -a], [1, a], [1, -b], [1, b]])


@TOPIC.advanced
def a_square_to_complete(draw: Draw) -> Made:
    a = draw.whole(1, 5)
    b = draw.whole(a * a // 4 + 1, a * a // 4 + 9)
    # x^4 + (2b - a^2)x^2 + b^2; neither factor has a real root
    return _factors([[1, a, b], [1, -a, b]])


@TOPIC.advanced
def a_cubic_with_three_roots(draw: Draw) -> Made:
    p, q, r = draw.several(3, -6, 6, 0)
    return _factors([[1, -p], [1, -q], [1, -r]])


@TOPIC.advanced
def a_cubic_with_one_root(draw: Draw) -> Made:
    q = draw.signed(4)
    r = draw.whole(q * q // 4 + 1, q * q // 4 + 6)
    return _factors([[1, -draw.signed(5)], [1, q, r]])


@TOPIC.advanced
def a_square_less_a_square(draw: Draw) -> Made:
    a, b = draw.signed(9), draw.whole(1, 4)
    return _of_letters([linear(1, -b, a), linear(1, b, a)])


@TOPIC.advanced
def a_quadratic_as_the_unknown(draw: Draw) -> Made:
    a = draw.signed(6)
    u, v = draw.several(2, -5, 5, 0)
    p, q = u * (a - u), v * (a - v)
    if u + v == a or p + q == 0 or p * q == 0:
        return a_cubic_with_three_roots(draw)
    bracket = f"({polynomial([1, a, 0])})"
    roots = [[1, u], [1, a - u], [1, v], [1, a - v]]
    return factorise(polynomial([1, p + q, p * q], bracket), "*".join(f"({polynomial(factor)})" for factor in roots))


@TOPIC.advanced
def leading_coefficients_in_two_letters(draw: Draw) -> Made:
    a, b = _primitive(draw, 4)
    return _of_letters([linear(a, b, 0), linear(1, draw.signed(7), 0)])


@TOPIC.advanced
def two_letters_and_a_number(draw: Draw) -> Made:
    (a, b), c, d = draw.several(2, -3, 3, 0), draw.signed(4), draw.signed(4)
    return _of_letters([linear(1, a, c), linear(1, b, d)])


@TOPIC.advanced
def four_linear_factors(draw: Draw) -> Made:
    roots = draw.several(4, -5, 5, 0)
    return _factors([[1, -root] for root in roots])


@TOPIC.advanced
def a_letter_for_a_perfect_square(draw: Draw) -> Made:
    a, b = draw.whole(1, 6), draw.whole(1, 12)
    expression = f"{a * a}*x^2 + k*x + {b * b}" if a > 1 else f"x^2 + k*x + {b * b}"
    return Made(Message("Find the values of {unknown} for which {expression} is a perfect square.",
                        unknown=shown("k"), expression=shown(expression)), values([2 * a * b, -2 * a * b]))  # fmt: skip


@TOPIC.advanced
def a_fraction_with_cubes(draw: Draw) -> Made:
    a = draw.signed(9)
    b = draw.signed(9, a, -a)
    top, bottom = polynomial([1, 0, 0, a**3]), polynomial(expanded([1, a], [1, b]))
    return simplify(f"({top})/({bottom})", f"({polynomial([1, -a, a * a])})/({polynomial([1, b])})")


@TOPIC.advanced
def the_greatest_common_divisor(draw: Draw) -> Made:
    a, b, c, d = draw.several(4, -5, 5, 0)
    first, second = expanded([1, a], [1, b], [1, c]), expanded([1, a], [1, b], [1, d])
    return Made(Message("Find the greatest common divisor of the polynomials {first} and {second}.",
                        first=shown(polynomial(first)), second=shown(polynomial(second))),
                polynomial(expanded([1, a], [1, b])))  # fmt: skip
