"""Quadratic equations and what their roots have in common: every structure starts from the roots."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.writing import expanded, number, polynomial, shown, values
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "quadratic_equations",
    Message("Quadratic equations"),
    "the roots by radicals from the words, put back exactly and counted",
    ("quadratic", "이차방정식", "근의 공식", "판별식", "근과 계수의 관계"),
)
_SQUARES = (2, 3, 5, 6, 7)


def _solve(left: str, right: str, roots: str) -> Made:
    return Made(Message("Solve the equation {equation}.", equation=shown(f"{left} = {right}")), roots)


def _with_roots(first: Fraction | int, second: Fraction | int) -> list[Fraction | int]:
    p, q = Fraction(first), Fraction(second)
    return expanded([p.denominator, -p.numerator], [q.denominator, -q.numerator])


def _surd_roots(middle: int, inside: int) -> str:
    if middle == 0:
        return f"-sqrt({inside}), sqrt({inside})"
    return f"{middle} - sqrt({inside}), {middle} + sqrt({inside})"


# Beginner


@TOPIC.beginner
def a_square_is_given(draw: Draw) -> Made:
    x = draw.whole(1, 15)
    return _solve("x^2", str(x * x), values([x, -x]))


@TOPIC.beginner
def a_multiple_of_a_square_is_given(draw: Draw) -> Made:
    x, a = draw.whole(1, 9), draw.whole(2, 6)
    return _solve(f"{a}*x^2", str(a * x * x), values([x, -x]))


@TOPIC.beginner
def a_square_less_a_number(draw: Draw) -> Made:
    x = draw.whole(1, 14)
    return _solve(f"x^2 - {x * x}", "0", values([x, -x]))


@TOPIC.beginner
def the_unknown_can_be_taken_out(draw: Draw) -> Made:
    x = draw.signed(12)
    return _solve(polynomial([1, -x, 0]), "0", values([0, x]))


@TOPIC.beginner
def a_product_is_zero(draw: Draw) -> Made:
    p, q = draw.several(2, -9, 9, 0)
    return _solve(f"({polynomial([1, -p])})*({polynomial([1, -q])})", "0", values([p, q]))


@TOPIC.beginner
def two_positive_roots(draw: Draw) -> Made:
    p, q = draw.several(2, 1, 9)
    return _solve(polynomial(_with_roots(p, q)), "0", values([p, q]))


@TOPIC.beginner
def two_negative_roots(draw: Draw) -> Made:
    p, q = draw.several(2, 1, 9)
    return _solve(polynomial(_with_roots(-p, -q)), "0", values([-p, -q]))


@TOPIC.beginner
def roots_of_both_signs(draw: Draw) -> Made:
    p, q = draw.several(2, 1, 9)
    return _solve(polynomial(_with_roots(p, -q)), "0", values([p, -q]))


@TOPIC.beginner
def a_perfect_square(draw: Draw) -> Made:
    p = draw.signed(10)
    return _solve(polynomial(_with_roots(p, p)), "0", values([p]))


@TOPIC.beginner
def a_square_plus_a_number(draw: Draw) -> Made:
    x, c = draw.whole(1, 10), draw.whole(1, 20)
    return _solve(f"x^2 + {c}", str(x * x + c), values([x, -x]))


@TOPIC.beginner
def the_square_of_a_sum(draw: Draw) -> Made:
    a, b = draw.signed(9), draw.whole(1, 9)
    return _solve(f"({polynomial([1, -a])})^2", str(b * b), values([a + b, a - b]))


@TOPIC.beginner
def the_term_on_the_other_side(draw: Draw) -> Made:
    x, a = draw.signed(9), draw.whole(2, 5)
    return _solve(f"{a}*x^2", f"{a * x}*x", values([0, x]))


# Intermediate


@TOPIC.intermediate
def a_leading_coefficient(draw: Draw) -> Made:
    p, q = draw.fraction(5), draw.signed(6)
    return _solve(polynomial(_with_roots(p, q)), "0", values([p, q]))


@TOPIC.intermediate
def two_rational_roots(draw: Draw) -> Made:
    p, q = draw.fraction(4), -draw.fraction(4)
    return _solve(polynomial(_with_roots(p, q)), "0", values([p, q]))


@TOPIC.intermediate
def roots_with_a_surd(draw: Draw) -> Made:
    m, d = draw.signed(5), draw.one_of(_SQUARES)
    return _solve(polynomial([1, -2 * m, m * m - d]), "0", _surd_roots(m, d))


@TOPIC.intermediate
def terms_on_both_sides(draw: Draw) -> Made:
    (p, q), a, b = draw.several(2, -8, 8, 0), draw.signed(6), draw.signed(9)
    whole = _with_roots(p, q)
    return _solve(polynomial([1, whole[1] + a, whole[2] + b]), polynomial([a, b]), values([p, q]))


@TOPIC.intermediate
def a_product_is_a_number(draw: Draw) -> Made:
    (p, q), a = draw.several(2, -7, 7, 0), draw.signed(5)
    total = -(p + q)
    other = total - a
    constant = a * other - p * q
    if other == 0 or constant == 0:
        return terms_on_both_sides(draw)
    return _solve(f"({polynomial([1, a])})*({polynomial([1, other])})", str(constant), values([p, q]))


@TOPIC.intermediate
def a_common_factor_to_divide_by(draw: Draw) -> Made:
    (p, q), k = draw.several(2, -6, 6, 0), draw.whole(2, 5)
    return _solve(polynomial([k * c for c in _with_roots(p, q)]), "0", values([p, q]))


@TOPIC.intermediate
def the_square_of_a_multiple(draw: Draw) -> Made:
    a, b, x = draw.whole(2, 4), draw.signed(7), draw.whole(1, 9)
    return _solve(f"({polynomial([a, b])})^2", str(x * x), values([Fraction(x - b, a), Fraction(-x - b, a)]))


@TOPIC.intermediate
def a_negative_leading_coefficient(draw: Draw) -> Made:
    p, q = draw.several(2, -8, 8, 0)
    return _solve(polynomial([-c for c in _with_roots(p, q)]), "0", values([p, q]))


@TOPIC.intermediate
def the_sum_of_the_roots(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 6), draw.signed(12), -draw.whole(1, 12)
    equation = shown(f"{polynomial([a, b, c])} = 0")
    return Made(Message("Find the sum of the roots of {equation}.", equation=equation), number(Fraction(-b, a)))


@TOPIC.intermediate
def the_product_of_the_roots(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 6), draw.signed(12), -draw.whole(1, 12)
    equation = shown(f"{polynomial([a, b, c])} = 0")
    return Made(Message("Find the product of the roots of {equation}.", equation=equation), number(Fraction(c, a)))


@TOPIC.intermediate
def a_square_in_a_fraction(draw: Draw) -> Made:
    x, a = draw.whole(1, 9), draw.whole(2, 6)
    return _solve(f"x^2/{a}", str(a * x * x), values([a * x, -a * x]))


@TOPIC.intermediate
def the_larger_root(draw: Draw) -> Made:
    p, q = draw.several(2, -9, 9, 0)
    equation = shown(f"{polynomial(_with_roots(p, q))} = 0")
    return Made(Message("Find the largest solution of {equation}.", equation=equation), str(max(p, q)))


# Advanced


@TOPIC.advanced
def complex_roots(draw: Draw) -> Made:
    m, d = draw.signed(5), draw.whole(1, 6)
    roots = f"{m} - {d}*i, {m} + {d}*i" if d > 1 else f"{m} - i, {m} + i"
    equation = shown(f"{polynomial([1, -2 * m, m * m + d * d])} = 0")
    return Made(Message("Find all complex solutions of {equation}.", equation=equation), roots)


@TOPIC.advanced
def surds_over_a_number(draw: Draw) -> Made:
    a, m, d = draw.whole(2, 4), draw.signed(5), draw.one_of(_SQUARES)
    # (a x - m)^2 = d
    whole = [a * a, -2 * a * m, m * m - d]
    return _solve(polynomial(whole), "0", f"({m} - sqrt({d}))/{a}, ({m} + sqrt({d}))/{a}")


@TOPIC.advanced
def a_parameter_for_one_root(draw: Draw) -> Made:
    p = draw.whole(1, 9)
    equation = shown(f"x^2 + k*x + {p * p} = 0")
    return Made(Message("Find the values of {k} for which {equation} has exactly one real solution.", k=shown("k"),
                        equation=equation), values([2 * p, -2 * p]))  # fmt: skip


@TOPIC.advanced
def a_quartic_in_squares(draw: Draw) -> Made:
    p, q = draw.several(2, 1, 6)
    return _solve(polynomial([1, 0, -(p * p + q * q), 0, p * p * q * q]), "0", values([p, -p, q, -q]))


@TOPIC.advanced
def an_unknown_below(draw: Draw) -> Made:
    p, q = draw.several(2, -7, 7, 0)
    if p + q == 0:
        return a_quartic_in_squares(draw)
    right = f"{-p * q}/x"
    return (
        _solve("x", f"{p + q} + {right}", values([p, q]))
        if p * q < 0
        else _solve(f"x + {p * q}/x", str(p + q), values([p, q]))
    )


@TOPIC.advanced
def two_fractions_add_up(draw: Draw) -> Made:
    x, a, b = draw.whole(2, 9), draw.whole(1, 4), draw.whole(1, 6)
    total = Fraction(a, x) + Fraction(b, x + 1)
    # total*x*(x+1) = a*(x+1) + b*x
    n, d = total.numerator, total.denominator
    other = Fraction(-d * a, n) / x
    return _solve(f"{a}/x + {b}/(x + 1)", number(total), values([x, other]))


@TOPIC.advanced
def the_squares_of_the_roots(draw: Draw) -> Made:
    b, c = draw.signed(8), -draw.whole(1, 9)
    equation = shown(f"{polynomial([1, b, c])} = 0")
    return Made(Message("Find the sum of the squares of the roots of {equation}.", equation=equation),
                str(b * b - 2 * c))  # fmt: skip


@TOPIC.advanced
def the_reciprocals_of_the_roots(draw: Draw) -> Made:
    b, c = draw.signed(9), -draw.whole(1, 9)
    equation = shown(f"{polynomial([1, b, c])} = 0")
    return Made(Message("Find the sum of the reciprocals of the roots of {equation}.", equation=equation),
                number(Fraction(-b, c)))  # fmt: skip


@TOPIC.advanced
def a_square_root_and_the_unknown(draw: Draw) -> Made:
    x = draw.whole(3, 12)
    b = x - draw.whole(1, x - 1)
    inside = (x - b) ** 2 - x
    if inside == 0:
        return the_squares_of_the_roots(draw)
    other = 2 * b + 1 - x  # the other root after squaring counts where x - b is not negative
    roots = {x, other} if other >= b else {x}
    return _solve(f"sqrt({polynomial([1, inside])})", polynomial([1, -b]), values(roots))


@TOPIC.advanced
def a_power_of_two_as_the_unknown(draw: Draw) -> Made:
    p, q = draw.several(2, 0, 4)
    return _solve(polynomial([1, -(2**p + 2**q), 2 ** (p + q)], "(2^x)"), "0", values([p, q]))


@TOPIC.advanced
def how_many_real_roots(draw: Draw) -> Made:
    a, b, c = draw.whole(1, 5), draw.signed(9), draw.signed(9)
    gap = b * b - 4 * a * c
    equation = shown(f"{polynomial([a, b, c])} = 0")
    return Made(Message("How many real solutions does {equation} have?", equation=equation),
                "2" if gap > 0 else "1" if gap == 0 else "0")  # fmt: skip


@TOPIC.advanced
def the_other_root(draw: Draw) -> Made:
    p, q = draw.several(2, -9, 9, 0)
    equation = shown(f"x^2 + k*x {'+' if p * q > 0 else '-'} {abs(p * q)} = 0")
    return Made(Message("If {value} is a root of {equation}, find {k}.", value=shown(f"x = {p}"), equation=equation,
                        k=shown("k")), str(-(p + q)))  # fmt: skip


@TOPIC.advanced
def the_discriminant_is_asked(draw: Draw) -> Made:
    a, b, c = draw.whole(1, 7), draw.signed(12), draw.signed(9)
    return Made(Message("Find the discriminant of {expression}.", expression=shown(polynomial([a, b, c]))),
                str(b * b - 4 * a * c))  # fmt: skip
