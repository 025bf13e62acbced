"""Equations of the first degree in one unknown: every structure starts from its solution."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.writing import decimal, number, polynomial, shown, term, total
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "linear_equations",
    Message("Linear equations"),
    "the equation solved over fractions from its own words, and the solution put back",
    ("linear equation", "equations", "일차방정식", "방정식"),
)


def _solve(left: str, right: str, solution: Fraction | int) -> Made:
    return Made(Message("Solve the equation {equation}.", equation=shown(f"{left} = {right}")), number(solution))


# Beginner: whole numbers, one or two steps


@TOPIC.beginner
def a_number_is_added(draw: Draw) -> Made:
    x, a = draw.whole(2, 30), draw.whole(2, 20)
    return _solve(f"x + {a}", str(x + a), x)


@TOPIC.beginner
def a_number_is_taken_away(draw: Draw) -> Made:
    x, a = draw.whole(10, 40), draw.whole(2, 9)
    return _solve(f"x - {a}", str(x - a), x)


@TOPIC.beginner
def a_multiple_is_given(draw: Draw) -> Made:
    x, a = draw.whole(2, 12), draw.whole(2, 9)
    return _solve(f"{a}*x", str(a * x), x)


@TOPIC.beginner
def a_part_is_given(draw: Draw) -> Made:
    quotient, a = draw.whole(2, 12), draw.whole(2, 9)
    return _solve(f"x/{a}", str(quotient), a * quotient)


@TOPIC.beginner
def a_multiple_and_a_number(draw: Draw) -> Made:
    x, a, b = draw.whole(2, 12), draw.whole(2, 9), draw.whole(1, 20)
    return _solve(f"{a}*x + {b}", str(a * x + b), x)


@TOPIC.beginner
def a_multiple_less_a_number(draw: Draw) -> Made:
    x, a, b = draw.whole(4, 12), draw.whole(2, 9), draw.whole(1, 7)
    return _solve(f"{a}*x - {b}", str(a * x - b), x)


@TOPIC.beginner
def the_unknown_on_the_right(draw: Draw) -> Made:
    x, a, b = draw.whole(2, 12), draw.whole(2, 9), draw.whole(1, 20)
    return _solve(str(a * x + b), f"{a}*x + {b}", x)


@TOPIC.beginner
def taken_from_a_number(draw: Draw) -> Made:
    x, a = draw.whole(2, 15), draw.whole(16, 40)
    return _solve(f"{a} - x", str(a - x), x)


@TOPIC.beginner
def a_multiple_taken_from_a_number(draw: Draw) -> Made:
    x, a, rest = draw.whole(2, 9), draw.whole(2, 6), draw.whole(1, 20)
    return _solve(f"{a * x + rest} - {a}*x", str(rest), x)


@TOPIC.beginner
def a_part_and_a_number(draw: Draw) -> Made:
    quotient, a, b = draw.whole(2, 9), draw.whole(2, 6), draw.whole(1, 12)
    return _solve(f"x/{a} + {b}", str(quotient + b), a * quotient)


@TOPIC.beginner
def twice_the_unknown_in_one_side(draw: Draw) -> Made:
    x, a, b = draw.whole(2, 10), draw.whole(2, 6), draw.whole(2, 6)
    return _solve(f"{a}*x + {b}*x", str((a + b) * x), x)


@TOPIC.beginner
def a_multiple_of_a_bracket(draw: Draw) -> Made:
    x, a, b = draw.whole(1, 10), draw.whole(2, 6), draw.whole(1, 9)
    return _solve(f"{a}*(x + {b})", str(a * (x + b)), x)


# Intermediate: both sides, brackets, negative numbers, fractions and decimals


@TOPIC.intermediate
def the_unknown_on_both_sides(draw: Draw) -> Made:
    x, (a, c), b = draw.signed(12), draw.several(2, 2, 9), draw.signed(15)
    return _solve(polynomial([a, b]), polynomial([c, (a - c) * x + b]), x)


@TOPIC.intermediate
def brackets_on_one_side(draw: Draw) -> Made:
    x, a, b, c = draw.signed(10), draw.whole(2, 7), draw.signed(9), draw.signed(12)
    return _solve(total([f"{a}*({polynomial([1, b])})", number(c)]), str(a * (x + b) + c), x)


@TOPIC.intermediate
def brackets_on_both_sides(draw: Draw) -> Made:
    x, (a, c), b = draw.signed(8), draw.several(2, 2, 6), draw.signed(6)
    gap = Fraction(a * (x + b), c) - x
    if gap.denominator != 1 or gap == 0:
        return brackets_on_one_side(draw)
    return _solve(f"{a}*({polynomial([1, b])})", f"{c}*({polynomial([1, gap])})", x)


@TOPIC.intermediate
def a_bracket_is_taken_away(draw: Draw) -> Made:
    x, a, b, c = draw.signed(9), draw.whole(5, 8), draw.signed(9), draw.whole(2, 4)
    return _solve(f"{a}*x - ({polynomial([c, b])})", str(a * x - (c * x + b)), x)


@TOPIC.intermediate
def the_solution_is_a_fraction(draw: Draw) -> Made:
    x, b = draw.fraction(7), draw.signed(9)
    a = x.denominator * draw.whole(1, 3)
    return _solve(polynomial([a, b]), number(a * x + b), x)


@TOPIC.intermediate
def a_fraction_of_the_unknown(draw: Draw) -> Made:
    part, b = draw.fraction(6, below_one=True), draw.signed(8)
    x = part.denominator * draw.signed(5)
    return _solve(total([term(part, "x"), number(b)]), number(part * x + b), x)


@TOPIC.intermediate
def two_fractions_of_the_unknown(draw: Draw) -> Made:
    first, second = draw.some_of([2, 3, 4, 5, 6], 2)
    x = first * second * draw.signed(3)
    return _solve(f"x/{first} + x/{second}", number(Fraction(x, first) + Fraction(x, second)), x)


@TOPIC.intermediate
def decimals_before_the_unknown(draw: Draw) -> Made:
    x, a, b = draw.signed(9), draw.decimal(0, 3, 1), draw.decimal(1, 5, 1)
    return _solve(f"{decimal(a)}*x + {decimal(b)}", decimal(a * x + b), x)


@TOPIC.intermediate
def a_fraction_with_a_sum_above(draw: Draw) -> Made:
    quotient, a, b = draw.signed(8), draw.whole(2, 6), draw.signed(9)
    return _solve(f"({polynomial([1, b])})/{a}", str(quotient), a * quotient - b)


@TOPIC.intermediate
def two_fractions_are_equal(draw: Draw) -> Made:
    (a, c), x, b = draw.some_of([2, 3, 4, 5], 2), draw.signed(9), draw.signed(6)
    lifted = Fraction(c * (x + b), a) - x
    if lifted.denominator != 1 or lifted == 0:
        return a_fraction_with_a_sum_above(draw)
    return _solve(f"({polynomial([1, b])})/{a}", f"({polynomial([1, lifted])})/{c}", x)


@TOPIC.intermediate
def an_unknown_of_another_name(draw: Draw) -> Made:
    letter, x, (a, c), b = draw.letter(), draw.signed(12), draw.several(2, 2, 12), draw.signed(15)
    equation = f"{polynomial([a, b], letter)} = {polynomial([c, (a - c) * x + b], letter)}"
    return Made(
        Message("Solve the equation {equation} for {unknown}.", equation=shown(equation), unknown=shown(letter)),
        number(x),
    )


@TOPIC.intermediate
def terms_to_collect_on_both_sides(draw: Draw) -> Made:
    x, a, b, c, d = draw.signed(8), draw.whole(2, 6), draw.whole(2, 6), draw.signed(9), draw.whole(1, 3)
    left = total([f"{a}*x", number(c), f"{b}*x"])
    return _solve(left, polynomial([d, (a + b - d) * x + c]), x)


# Advanced: parameters, proportions, equations that turn out linear, none or all


@TOPIC.advanced
def a_parameter_from_a_solution(draw: Draw) -> Made:
    k, x, b = draw.signed(9), draw.signed(7), draw.signed(12)
    equation = f"k*({number(x)}) {'+' if b > 0 else '-'} {abs(b)} = {k * x + b}"
    return Made(
        Message("Solve the equation {equation} for {unknown}.", equation=shown(equation), unknown=shown("k")), number(k)
    )


@TOPIC.advanced
def three_fractions_of_the_unknown(draw: Draw) -> Made:
    x = 60 * draw.signed(3)
    a, b, c = sorted(draw.some_of([2, 3, 4, 5, 6], 3))  # 1/3 + 1/6 - 1/2 is nothing
    right = Fraction(x, a) + Fraction(x, b) - Fraction(x, c)
    return _solve(f"x/{a} + x/{b} - x/{c}", number(right), x)


@TOPIC.advanced
def fractions_with_sums_above(draw: Draw) -> Made:
    a, b = draw.some_of([2, 3, 4, 5], 2)
    x, p, q = draw.signed(12), draw.signed(6), draw.signed(6)
    right = Fraction(x + p, a) + Fraction(x + q, b)
    return _solve(f"({polynomial([1, p])})/{a} + ({polynomial([1, q])})/{b}", number(right), x)


@TOPIC.advanced
def a_difference_of_fractions(draw: Draw) -> Made:
    a, b = draw.some_of([2, 3, 4, 5, 6], 2)
    x, p, m = draw.signed(12), draw.signed(6), draw.one_of([7, 11, 13])
    right = Fraction(m * x + p, a) - Fraction(x, b)
    return _solve(f"({polynomial([m, p])})/{a} - x/{b}", number(right), x)


@TOPIC.advanced
def squares_that_cancel(draw: Draw) -> Made:
    x, a, b = draw.signed(9), draw.signed(7), draw.signed(7)
    if a == b:
        return products_that_cancel(draw)
    constant = (x + a) ** 2 - (x + b) ** 2
    return _solve(f"({polynomial([1, a])})^2 - ({polynomial([1, b])})^2", str(constant), x)


@TOPIC.advanced
def products_that_cancel(draw: Draw) -> Made:
    x, (a, b, c) = draw.signed(9), draw.several(3, 1, 9)
    gap = Fraction((x + a) * (x - b), x + c) - x if x != -c else Fraction(1, 2)
    if gap.denominator != 1 or gap == a - b - c or gap == 0:
        return fractions_with_sums_above(draw)
    left, right = f"({polynomial([1, a])})*({polynomial([1, -b])})", f"({polynomial([1, c])})*({polynomial([1, gap])})"
    return _solve(left, right, x)


@TOPIC.advanced
def the_unknown_below(draw: Draw) -> Made:
    x, a, b = draw.signed(9), draw.signed(9), draw.whole(2, 9)
    if x + a == 0:
        return three_fractions_of_the_unknown(draw)
    return _solve(f"{b * (x + a)}/({polynomial([1, a])})", str(b), x)


@TOPIC.advanced
def two_fractions_with_the_unknown_below(draw: Draw) -> Made:
    x, (a, b), p = draw.signed(8), draw.several(2, 1, 8), draw.whole(1, 4)
    if x in (a, b) or (p * (x - b)) % (x - a):
        return the_unknown_below(draw)
    q = p * (x - b) // (x - a)
    if q == p:
        return the_unknown_below(draw)
    return _solve(f"{p}/({polynomial([1, -a])})", f"{q}/({polynomial([1, -b])})", x)


@TOPIC.advanced
def nested_brackets(draw: Draw) -> Made:
    x, a, b, c = draw.signed(6), draw.whole(2, 4), draw.whole(2, 5), draw.signed(6)
    return _solve(f"{a}*(x - {b}*(x {'+' if c > 0 else '-'} {abs(c)}))", str(a * (x - b * (x + c))), x)


@TOPIC.advanced
def a_quotient_of_linear_terms(draw: Draw) -> Made:
    x, a, b = draw.signed(8), draw.whole(2, 5), draw.signed(8)
    top, bottom = a * x + b, x + b + 1
    if bottom == 0 or top == 0 or Fraction(top, bottom) == a:
        return the_unknown_below(draw)
    return _solve(f"({polynomial([a, b])})/({polynomial([1, b + 1])})", number(Fraction(top, bottom)), x)


@TOPIC.advanced
def decimals_on_both_sides(draw: Draw) -> Made:
    x, a, c, b = draw.signed(9), draw.decimal(1, 4, 2), draw.decimal(0, 1, 1), draw.decimal(0, 9, 1)
    return _solve(f"{decimal(a)}*x - {decimal(b)}", f"{decimal(c)}*x + {_signed_decimal((a - c) * x - b)}", x)


def _signed_decimal(value: Fraction) -> str:
    return decimal(value) if value >= 0 else f"({decimal(value)})"


@TOPIC.advanced
def a_rational_solution_with_brackets(draw: Draw) -> Made:
    x, a, b, c = draw.fraction(9), draw.whole(2, 5), draw.signed(7), draw.whole(1, 4)
    left = f"{a}*({polynomial([x.denominator, b])})"
    right = (a * x.denominator - c) * x + a * b
    return _solve(left, total([term(c, "x"), number(right)]), x)
