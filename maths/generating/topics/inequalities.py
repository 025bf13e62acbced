"""Inequalities: every structure starts from the ends of its solution."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from maths.generating.asking import how_many_integers, inequalities, inequality, largest_integer, smallest_integer
from maths.generating.exercise import Made, Topic
from maths.generating.surds import SQUARE_FREE, with_surd
from maths.generating.writing import decimal, expanded, factor, number, polynomial, shown, term
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "inequalities",
    Message("Inequalities"),
    "the inequality as it stands in the words, evaluated in balls at every boundary and between them",
    ("inequality", "linear inequalities", "quadratic inequalities", "부등식", "일차부등식", "이차부등식",
     "연립부등식", "연립일차부등식"),
)  # fmt: skip
_SIGNS = ("<", "<=", ">", ">=")
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_NARROW = ("<", "<=")


def _ray(sign: str, end: Fraction | int) -> str:
    return f"x {sign} {number(end)}"


def _quadratic(draw: Draw, whole: str, low: str, high: str) -> Made:
    """A quadratic with a positive leading coefficient and two zeros, held against 0."""
    sign = draw.one_of(_SIGNS)
    if sign in _NARROW:
        return inequality(f"{whole} {sign} 0", f"{low} {sign} x {sign} {high}")
    return inequality(f"{whole} {sign} 0", f"x {_TURNED[sign]} {low} or x {sign} {high}")


# Beginner


@TOPIC.beginner
def a_number_is_added(draw: Draw) -> Made:
    sign, x, a = draw.one_of(_SIGNS), draw.whole(-9, 15), draw.whole(1, 15)
    return inequality(f"x + {a} {sign} {x + a}", _ray(sign, x))


@TOPIC.beginner
def a_number_is_taken_away(draw: Draw) -> Made:
    sign, x, a = draw.one_of(_SIGNS), draw.whole(-9, 15), draw.whole(1, 15)
    return inequality(f"x - {a} {sign} {x - a}", _ray(sign, x))


@TOPIC.beginner
def a_multiple(draw: Draw) -> Made:
    sign, x, a = draw.one_of(_SIGNS), draw.signed(12), draw.whole(2, 9)
    return inequality(f"{a}*x {sign} {a * x}", _ray(sign, x))


@TOPIC.beginner
def a_negative_multiple(draw: Draw) -> Made:
    sign, x, a = draw.one_of(_SIGNS), draw.signed(12), draw.whole(2, 9)
    return inequality(f"-{a}*x {sign} {-a * x}", _ray(_TURNED[sign], x))


@TOPIC.beginner
def a_multiple_and_a_number(draw: Draw) -> Made:
    sign, x, a, b = draw.one_of(_SIGNS), draw.signed(9), draw.whole(2, 7), draw.signed(12)
    return inequality(f"{polynomial([a, b])} {sign} {a * x + b}", _ray(sign, x))


@TOPIC.beginner
def a_number_less_a_multiple(draw: Draw) -> Made:
    sign, x, a, b = draw.one_of(_SIGNS), draw.signed(9), draw.whole(2, 6), draw.whole(1, 20)
    return inequality(f"{b} - {a}*x {sign} {b - a * x}", _ray(_TURNED[sign], x))


@TOPIC.beginner
def a_part_of_the_unknown(draw: Draw) -> Made:
    sign, quotient, a = draw.one_of(_SIGNS), draw.signed(9), draw.whole(2, 7)
    return inequality(f"x/{a} {sign} {quotient}", _ray(sign, a * quotient))


@TOPIC.beginner
def the_unknown_on_the_right(draw: Draw) -> Made:
    sign, x, a, b = draw.one_of(_SIGNS), draw.signed(9), draw.whole(2, 6), draw.signed(12)
    return inequality(f"{a * x + b} {sign} {polynomial([a, b])}", _ray(_TURNED[sign], x))


@TOPIC.beginner
def the_unknown_on_both_sides(draw: Draw) -> Made:
    sign, x, c, b = draw.one_of(_SIGNS), draw.signed(9), draw.whole(1, 5), draw.signed(12)
    a = c + draw.whole(1, 5)
    return inequality(f"{polynomial([a, b])} {sign} {polynomial([c, (a - c) * x + b])}", _ray(sign, x))


@TOPIC.beginner
def between_two_numbers(draw: Draw) -> Made:
    low, high = sorted(draw.several(2, -9, 12))
    first, second, a = draw.one_of(_NARROW), draw.one_of(_NARROW), draw.signed(9)
    return inequality(f"{low + a} {first} {polynomial([1, a])} {second} {high + a}", f"{low} {first} x {second} {high}")


@TOPIC.beginner
def the_largest_solution(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 7), draw.signed(9), draw.whole(10, 60)
    return largest_integer(f"{polynomial([a, b])} < {c}", "x", ceil(Fraction(c - b, a)) - 1)


@TOPIC.beginner
def the_smallest_solution(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 7), draw.signed(9), draw.whole(10, 60)
    return smallest_integer(f"{polynomial([a, b])} > {c}", "x", floor(Fraction(c - b, a)) + 1)


@TOPIC.beginner
def a_bracket(draw: Draw) -> Made:
    sign, x, a, b = draw.one_of(_SIGNS), draw.signed(9), draw.whole(2, 6), draw.signed(7)
    return inequality(f"{a}*({polynomial([1, b])}) {sign} {a * (x + b)}", _ray(sign, x))


# Intermediate


@TOPIC.intermediate
def brackets_on_both_sides(draw: Draw) -> Made:
    sign, b, d = draw.one_of(_SIGNS), draw.signed(7), draw.signed(7)
    a, c = draw.several(2, 2, 6)
    end = Fraction(c * d - a * b, a - c)
    return inequality(
        f"{a}*({polynomial([1, b])}) {sign} {c}*({polynomial([1, d])})", _ray(sign if a > c else _TURNED[sign], end)
    )


@TOPIC.intermediate
def fractions_of_the_unknown(draw: Draw) -> Made:
    sign, (p, q), b = draw.one_of(_SIGNS), draw.some_of([2, 3, 4, 5, 6], 2), draw.signed(6)
    gap = Fraction(1, p) - Fraction(1, q)
    left = f"x/{p} {'+' if b > 0 else '-'} {abs(b)}"
    return inequality(f"{left} {sign} x/{q}", _ray(sign if gap > 0 else _TURNED[sign], -b / gap))


@TOPIC.intermediate
def a_sum_over_a_number(draw: Draw) -> Made:
    sign, a, b, c, x = draw.one_of(_SIGNS), draw.whole(2, 6), draw.signed(9), draw.whole(2, 4), draw.signed(8)
    left = f"({polynomial([c, b])})/{a}"
    return inequality(f"{left} {sign} {number(Fraction(c * x + b, a))}", _ray(sign, x))


@TOPIC.intermediate
def decimals(draw: Draw) -> Made:
    sign, x, a, b = draw.one_of(_SIGNS), draw.signed(9), draw.decimal(0, 2, 1), draw.decimal(0, 5, 1)
    return inequality(f"{decimal(a)}*x + {decimal(b)} {sign} {decimal(a * x + b)}", _ray(sign, x))


@TOPIC.intermediate
def a_chain_with_a_multiple(draw: Draw) -> Made:
    low, high = sorted(draw.several(2, -8, 9))
    first, second, a, b = draw.one_of(_NARROW), draw.one_of(_NARROW), draw.whole(2, 5), draw.signed(9)
    middle = polynomial([a, b])
    return inequality(f"{a * low + b} {first} {middle} {second} {a * high + b}", f"{low} {first} x {second} {high}")


@TOPIC.intermediate
def a_chain_with_a_negative_multiple(draw: Draw) -> Made:
    low, high = sorted(draw.several(2, -8, 9))
    sign, a, b = draw.one_of(_NARROW), draw.whole(1, 4), draw.whole(1, 9)
    middle = f"{b} - {term(a, 'x')}"
    return inequality(f"{b - a * high} {sign} {middle} {sign} {b - a * low}", f"{low} {sign} x {sign} {high}")


@TOPIC.intermediate
def two_inequalities(draw: Draw) -> Made:
    low, high = sorted(draw.several(2, -8, 9))
    a, b, c, d = draw.whole(2, 5), draw.signed(9), draw.whole(2, 5), draw.signed(9)
    first, second = draw.one_of((">", ">=")), draw.one_of(_NARROW)
    return inequalities(
        [f"{polynomial([a, b])} {first} {a * low + b}", f"{polynomial([c, d])} {second} {c * high + d}"],
        f"{low} {_TURNED[first]} x {second} {high}",
    )


@TOPIC.intermediate
def a_product_of_factors(draw: Draw) -> Made:
    low, high = sorted(draw.several(2, -9, 9, 0))
    return _quadratic(draw, f"{factor(low)}*{factor(high)}", str(low), str(high))


@TOPIC.intermediate
def a_quadratic(draw: Draw) -> Made:
    low, high = sorted(draw.several(2, -9, 9))
    return _quadratic(draw, polynomial(expanded([1, -low], [1, -high])), str(low), str(high))


@TOPIC.intermediate
def a_negative_square(draw: Draw) -> Made:
    low, high = sorted(draw.several(2, -8, 8))
    sign = draw.one_of(_SIGNS)
    whole = polynomial([-c for c in expanded([1, -low], [1, -high])])
    turned = _TURNED[sign]
    if turned in _NARROW:
        return inequality(f"{whole} {sign} 0", f"{low} {turned} x {turned} {high}")
    return inequality(f"{whole} {sign} 0", f"x {sign} {low} or x {turned} {high}")


@TOPIC.intermediate
def integers_that_fit(draw: Draw) -> Made:
    low, high = sorted(draw.several(2, -9, 12))
    sign = draw.one_of(_NARROW)
    count = high - low + 1 if sign == "<=" else high - low - 1
    return how_many_integers(f"{polynomial(expanded([1, -low], [1, -high]))} {sign} 0", "x", count)


@TOPIC.intermediate
def integers_in_a_chain(draw: Draw) -> Made:
    a, b, low, high = draw.whole(2, 6), draw.signed(9), draw.whole(-30, -1), draw.whole(5, 40)
    first, last = ceil(Fraction(low - b, a)), ceil(Fraction(high - b, a)) - 1
    return how_many_integers(f"{low} <= {polynomial([a, b])} < {high}", "x", last - first + 1)


@TOPIC.intermediate
def a_square_and_a_number(draw: Draw) -> Made:
    a, b = draw.whole(1, 9), draw.whole(1, 12)
    return _quadratic(draw, f"x^2 - {b * b}" if a == 1 else f"{a}*x^2 - {a * b * b}", str(-b), str(b))


# Advanced


@TOPIC.advanced
def ends_with_a_surd(draw: Draw) -> Made:
    m, d = draw.signed(5), draw.one_of(SQUARE_FREE[:7])
    whole = polynomial([1, -2 * m, m * m - d])
    return _quadratic(draw, whole, with_surd(m, -1, d), with_surd(m, 1, d))


@TOPIC.advanced
def a_leading_coefficient(draw: Draw) -> Made:
    first, second = draw.fraction(5), Fraction(draw.signed(5))
    low, high = sorted([first, second])
    whole = polynomial(expanded([low.denominator, -low.numerator], [high.denominator, -high.numerator]))
    return _quadratic(draw, whole, number(low), number(high))


@TOPIC.advanced
def a_cubic(draw: Draw) -> Made:
    low, middle, high = sorted(draw.several(3, -6, 6))
    sign = draw.one_of(_SIGNS)
    whole = f"{polynomial(expanded([1, -low], [1, -middle], [1, -high]))} {sign} 0"
    turned = _TURNED[sign]
    if sign in _NARROW:
        return inequality(whole, f"x {sign} {low} or {middle} {sign} x {sign} {high}")
    return inequality(whole, f"{low} {turned} x {turned} {middle} or x {sign} {high}")


@TOPIC.advanced
def a_quartic_in_squares(draw: Draw) -> Made:
    a, b = sorted(draw.several(2, 1, 9))
    sign = draw.one_of(_NARROW)
    whole = polynomial([1, 0, -(a * a + b * b), 0, a * a * b * b])
    return inequality(f"{whole} {sign} 0", f"{-b} {sign} x {sign} {-a} or {a} {sign} x {sign} {b}")


@TOPIC.advanced
def a_quotient_of_linear_terms(draw: Draw) -> Made:
    zero, pole = draw.several(2, -9, 9)
    sign = draw.one_of(_SIGNS)
    return inequality(f"({polynomial([1, -zero])})/({polynomial([1, -pole])}) {sign} 0", _quotient(zero, pole, sign))


def _quotient(zero: Fraction | int, pole: int, sign: str) -> str:
    """Where (x - zero)/(x - pole) is below or above 0; the pole itself never belongs to it."""
    strict, (low, high) = sign[0], sorted([zero, pole])
    first, second = (sign, strict) if low == zero else (strict, sign)
    if sign in _NARROW:
        return f"{number(low)} {first} x {second} {number(high)}"
    return f"x {_TURNED[first]} {number(low)} or x {second} {number(high)}"


@TOPIC.advanced
def a_number_over_the_unknown(draw: Draw) -> Made:
    pole, a, b = draw.whole(-6, 6), draw.whole(1, 9), draw.whole(1, 5)
    sign = draw.one_of(_SIGNS)
    # a/(x - pole) - b = -b*(x - zero)/(x - pole)
    zero = pole + Fraction(a, b)
    below = polynomial([1, -pole])
    below = f"({below})" if pole else below
    return inequality(f"{a}/{below} {sign} {b}", _quotient(zero, pole, _TURNED[sign]))


@TOPIC.advanced
def a_quadratic_and_a_ray(draw: Draw) -> Made:
    low, middle, high = sorted(draw.several(3, -8, 9))
    sign, side = draw.one_of(_NARROW), draw.one_of("<>")
    whole = f"{polynomial(expanded([1, -low], [1, -high]))} {sign} 0"
    if side == ">":
        return inequalities([whole, f"x > {middle}"], f"{middle} < x {sign} {high}")
    return inequalities([whole, f"x < {middle}"], f"{low} {sign} x < {middle}")


@TOPIC.advanced
def two_quadratics(draw: Draw) -> Made:
    a, b, c, d = sorted(draw.several(4, -8, 9))
    first, second = draw.one_of(_NARROW), draw.one_of(_NARROW)
    wholes = [
        f"{polynomial(expanded([1, -a], [1, -c]))} {first} 0",
        f"{polynomial(expanded([1, -b], [1, -d]))} {second} 0",
    ]
    return inequalities(wholes, f"{b} {second} x {first} {c}")


@TOPIC.advanced
def a_root_below_a_number(draw: Draw) -> Made:
    a, b = draw.signed(9), draw.whole(1, 7)
    sign = draw.one_of(_NARROW)
    return inequality(f"sqrt({polynomial([1, a])}) {sign} {b}", f"{-a} <= x {sign} {b * b - a}")


@TOPIC.advanced
def the_sum_of_the_integers(draw: Draw) -> Made:
    low, high = sorted(draw.several(2, -9, 15))
    statement = Message(
        "Find the sum of the integers {unknown} with {inequality}.",
        unknown=shown("n"),
        inequality=shown(f"{polynomial(expanded([1, -low], [1, -high]), 'n')} <= 0"),
    )
    return Made(statement, str(sum(range(low, high + 1))))


@TOPIC.advanced
def a_parameter_without_real_roots(draw: Draw) -> Made:
    a, b = draw.whole(1, 6), draw.whole(1, 9)
    equation = f"{'' if a == 1 else f'{a * a}*'}x^2 + k*x + {b * b} = 0"
    statement = Message("Find the values of {unknown} for which the equation {equation} has no real solution.",
                        unknown=shown("k"), equation=shown(equation))  # fmt: skip
    return Made(statement, f"{-2 * a * b} < k < {2 * a * b}")


@TOPIC.advanced
def three_parts_in_a_chain(draw: Draw) -> Made:
    low, high = sorted(draw.several(2, -8, 9))
    a, b, c = draw.whole(2, 4), draw.signed(9), draw.whole(3, 6)
    # a*x + b < c*x + p above low for c > a; c*x + p < a*x + q below high
    c += a - 1
    p = (a - c) * low + b
    q = (c - a) * high + p
    chain = f"{polynomial([a, b])} < {polynomial([c, p])} < {polynomial([a, q])}"
    return inequality(chain, f"{low} < x < {high}")


@TOPIC.advanced
def a_fraction_with_a_quadratic_above(draw: Draw) -> Made:
    a, b, c = sorted(draw.several(3, -7, 8))
    above, below = polynomial(expanded([1, -a], [1, -c])), polynomial([1, -b])
    return inequality(f"({above})/({below}) < 0", f"x < {a} or {b} < x < {c}")
