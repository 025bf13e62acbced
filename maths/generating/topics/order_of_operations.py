"""Calculations of several steps: every value by plain arithmetic, step by step as the brackets say."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.sums import calculation, signed, worked
from maths.generating.writing import decimal, number, shown
from maths.message import Formula, Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "order_of_operations",
    Message("Order of operations"),
    "the whole expression by SymPy and by python-flint's rational numbers, from the words",
    ("order of operations", "mixed calculation", "혼합 계산", "자연수의 혼합 계산", "사칙연산", "계산 순서"),
)


def _when(expression: str, given: str, value: int) -> Made:
    return Made(
        Message("Find the value of {expression} when {given}.", expression=shown(expression), given=shown(given)),
        str(value),
    )


def _missing(equation: str, value: int) -> Made:
    return Made(Message("Find {letter} if {equation}.", letter=shown("x"), equation=calculation(equation)), str(value))


def _operation(rule: str, wanted: str, value: int) -> Made:
    """A sign that the statement explains: `a # b = 3*a - b`."""
    signs = [Formula(text, text.replace("#", r"\star ").replace("*", "")) for text in (f"a # b = {rule}", wanted)]
    return Made(Message("If {definition}, what is {wanted}?", definition=signs[0], wanted=signs[1]), str(value))


# Beginner: two steps in whole numbers


@TOPIC.beginner
def a_product_is_added(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 30), draw.whole(2, 9), draw.whole(2, 9)
    return worked(f"{a} + {b}*{c}", a + b * c)


@TOPIC.beginner
def a_product_less_a_number(draw: Draw) -> Made:
    a, b, c = draw.whole(3, 9), draw.whole(3, 9), draw.whole(1, 8)
    return worked(f"{a}*{b} - {c}", a * b - c)


@TOPIC.beginner
def a_quotient_is_taken_away(draw: Draw) -> Made:
    a, b, quotient = draw.whole(10, 40), draw.whole(2, 9), draw.whole(2, 9)
    return worked(f"{a} - {b * quotient}/{b}", a - quotient)


@TOPIC.beginner
def a_sum_in_brackets_times_a_number(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 12), draw.whole(2, 12), draw.whole(2, 9)
    return worked(f"({a} + {b})*{c}", (a + b) * c)


@TOPIC.beginner
def two_products_are_added(draw: Draw) -> Made:
    a, b, c, d = (draw.whole(2, 9) for _ in range(4))
    return worked(f"{a}*{b} + {c}*{d}", a * b + c * d)


@TOPIC.beginner
def a_quotient_and_a_number(draw: Draw) -> Made:
    quotient, b, c = draw.whole(2, 12), draw.whole(2, 9), draw.whole(2, 30)
    return worked(f"{b * quotient}/{b} + {c}", quotient + c)


@TOPIC.beginner
def a_difference_in_brackets_is_shared(draw: Draw) -> Made:
    quotient, b, c = draw.whole(2, 9), draw.whole(2, 9), draw.whole(2, 20)
    return worked(f"({b * quotient + c} - {c})/{b}", quotient)


@TOPIC.beginner
def from_left_to_right_with_plus_and_minus(draw: Draw) -> Made:
    a, b, c = draw.whole(20, 60), draw.whole(5, 19), draw.whole(5, 30)
    return worked(f"{a} - {b} + {c}", a - b + c)


@TOPIC.beginner
def from_left_to_right_with_shares_and_times(draw: Draw) -> Made:
    quotient, b, c = draw.whole(2, 12), draw.whole(2, 9), draw.whole(2, 9)
    return worked(f"{b * quotient}/{b}*{c}", quotient * c)


@TOPIC.beginner
def a_bracket_is_taken_away(draw: Draw) -> Made:
    b, c, rest = draw.whole(3, 20), draw.whole(3, 20), draw.whole(2, 20)
    return worked(f"{b + c + rest} - ({b} + {c})", rest)


@TOPIC.beginner
def a_number_times_a_difference(draw: Draw) -> Made:
    a, c, gap = draw.whole(2, 9), draw.whole(2, 12), draw.whole(2, 9)
    return worked(f"{a}*({c + gap} - {c})", a * gap)


@TOPIC.beginner
def a_product_told_in_words(draw: Draw) -> Made:
    a, b = draw.whole(3, 9), draw.whole(3, 9)
    c = draw.whole(2, 8)
    return Made(
        Message("Subtract {third} from the product of {first} and {second}.", third=shown(str(c)),
                first=shown(str(a)), second=shown(str(b))),
        str(a * b - c),
    )  # fmt: skip


@TOPIC.beginner
def three_terms_with_a_product(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 20), draw.whole(2, 9), draw.whole(2, 9)
    d = draw.whole(1, b * c)
    return worked(f"{a} + {b}*{c} - {d}", a + b * c - d)


# Intermediate: brackets in brackets, powers, a missing number


@TOPIC.intermediate
def all_four_signs(draw: Draw) -> Made:
    a, b, c, quotient, e = draw.whole(10, 40), draw.whole(2, 9), draw.whole(2, 9), draw.whole(2, 9), draw.whole(2, 9)
    return worked(f"{a} + {b}*{c} - {quotient * e}/{e}", a + b * c - quotient)


@TOPIC.intermediate
def two_brackets_are_multiplied(draw: Draw) -> Made:
    a, b, d, gap = draw.whole(2, 12), draw.whole(2, 12), draw.whole(2, 12), draw.whole(2, 9)
    return worked(f"({a} + {b})*({d + gap} - {d})", (a + b) * gap)


@TOPIC.intermediate
def a_multiple_of_a_bracket_is_taken_away(draw: Draw) -> Made:
    c, gap, d, rest = draw.whole(2, 9), draw.whole(2, 6), draw.whole(2, 9), draw.whole(1, 20)
    return worked(f"{gap * d + rest} - ({c + gap} - {c})*{d}", rest)


@TOPIC.intermediate
def brackets_in_brackets(draw: Draw) -> Made:
    a, c, d, rest = draw.whole(2, 9), draw.whole(2, 9), draw.whole(2, 9), draw.whole(2, 12)
    return worked(f"{a}*[{c + d + rest} - ({c} + {d})]", a * rest)


@TOPIC.intermediate
def a_square_and_a_product(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 12), draw.whole(2, 9), draw.whole(2, 9)
    return worked(f"{a}^2 + {b}*{c}", a**2 + b * c)


@TOPIC.intermediate
def the_square_of_a_bracket(draw: Draw) -> Made:
    a, b, c = draw.whole(1, 7), draw.whole(1, 7), draw.whole(2, 30)
    return worked(f"({a} + {b})^2 - {c}", (a + b) ** 2 - c)


@TOPIC.intermediate
def a_power_between_times_and_shares(draw: Draw) -> Made:
    part, b, c = draw.whole(2, 9), draw.whole(2, 6), draw.whole(2, 6)
    return worked(f"{part * c}*{b}^2/{c}", part * b**2)


@TOPIC.intermediate
def a_bracket_that_shares(draw: Draw) -> Made:
    a, c, d, quotient = draw.whole(20, 50), draw.whole(2, 6), draw.whole(2, 6), draw.whole(2, 9)
    return worked(f"{a} - {quotient * (c + d)}/({c} + {d})", a - quotient)


@TOPIC.intermediate
def shared_twice(draw: Draw) -> Made:
    quotient, b, c, d = draw.whole(2, 9), draw.whole(2, 6), draw.whole(2, 6), draw.whole(2, 20)
    return worked(f"{quotient * b * c}/{b}/{c} + {d}", quotient + d)


@TOPIC.intermediate
def the_square_of_a_sum_in_words(draw: Draw) -> Made:
    a, b = draw.whole(2, 15), draw.whole(2, 15)
    return Made(
        Message("Find the square of the sum of {first} and {second}.", first=shown(str(a)), second=shown(str(b))),
        str((a + b) ** 2),
    )


@TOPIC.intermediate
def a_value_is_put_in(draw: Draw) -> Made:
    a, b, c, x = draw.whole(2, 6), draw.whole(2, 9), draw.whole(1, 20), draw.whole(2, 6)
    return _when(f"{a}*x^2 - {b}*x + {c}", f"x = {x}", a * x**2 - b * x + c)


@TOPIC.intermediate
def the_missing_number(draw: Draw) -> Made:
    a, b, x = draw.whole(2, 30), draw.whole(2, 9), draw.whole(2, 12)
    return _missing(f"{a} + {b}*x = {a + b * x}", x)


@TOPIC.intermediate
def the_missing_divisor(draw: Draw) -> Made:
    a, quotient, x = draw.whole(2, 20), draw.whole(2, 9), draw.whole(2, 12)
    return _missing(f"{quotient * x}/x - {a} = {quotient - a}", x)


# Advanced: negative numbers, fractions, decimals, signs of one's own


@TOPIC.advanced
def a_power_of_the_inner_bracket(draw: Draw) -> Made:
    a, b, c, (d, e) = draw.whole(2, 40), draw.whole(2, 6), draw.whole(2, 20), draw.several(2, 1, 12)
    return worked(f"{a} - {b}*[{c} - ({d} - {e})^2]", a - b * (c - (d - e) ** 2))


@TOPIC.advanced
def powers_of_negative_numbers(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 9), draw.whole(2, 5), draw.whole(2, 9)
    return worked(f"-{a}^2 + (-{b})^3*{c}", -(a**2) - b**3 * c)


@TOPIC.advanced
def a_sum_of_fractions_is_multiplied(draw: Draw) -> Made:
    first, second, third = draw.fraction(7, below_one=True), draw.fraction(7, below_one=True), draw.whole(2, 9)
    text = f"({number(first)} + {number(second)})*{third} - 1/2"
    return Made(Message("Calculate {expression}.", expression=shown(text)),
                number((first + second) * third - Fraction(1, 2)), form="lowest")  # fmt: skip


@TOPIC.advanced
def decimals_in_brackets(draw: Draw) -> Made:
    a, b, c, d = draw.decimal(2, 9, 1), draw.decimal(0, 3, 1), draw.decimal(0, 2, 1), draw.decimal(1, 9, 1)
    return worked(f"({decimal(a)} - {decimal(b)})*{decimal(c)} + {decimal(d)}", (a - b) * c + d)


@TOPIC.advanced
def a_sign_that_is_explained(draw: Draw) -> Made:
    p, q, (m, n) = draw.whole(2, 6), draw.whole(2, 6), draw.several(2, 1, 9)
    return _operation(f"{p}*a - {q}*b", f"{m} # {n}", p * m - q * n)


@TOPIC.advanced
def a_sign_used_twice(draw: Draw) -> Made:
    p, (m, n, k) = draw.whole(2, 5), draw.several(3, 1, 9)
    inner = p * m + n
    return _operation(f"{p}*a + b", f"({m} # {n}) # {k}", p * inner + k)


@TOPIC.advanced
def absolute_values(draw: Draw) -> Made:
    a, b, c, d = draw.whole(1, 20), draw.whole(2, 9), draw.whole(2, 9), draw.whole(2, 15)
    return worked(f"abs({a} - {b}*{c}) - abs(-{d})", abs(a - b * c) - d)


@TOPIC.advanced
def a_difference_of_squares_is_shared(draw: Draw) -> Made:
    a, b = sorted(draw.several(2, 2, 25), reverse=True)
    return worked(f"({a}^2 - {b}^2)/({a} - {b})", a + b)


@TOPIC.advanced
def two_values_are_put_in(draw: Draw) -> Made:
    a, b, x, y = draw.whole(2, 6), draw.whole(2, 6), draw.signed(6), draw.signed(6)
    return Made(
        Message("Find the value of {expression} when {first} and {second}.", expression=shown(f"{a}*x^2 - {b}*x*y"),
                first=shown(f"x = {x}"), second=shown(f"y = {y}")),
        str(a * x**2 - b * x * y),
    )  # fmt: skip


@TOPIC.advanced
def three_brackets_deep(draw: Draw) -> Made:
    a, b, c, d, e = (draw.whole(2, 12) for _ in range(5))
    return worked(f"{a} - [{b} - ({c} - ({d} - {e}))]", a - (b - (c - (d - e))))


@TOPIC.advanced
def a_negative_divisor(draw: Draw) -> Made:
    quotient, b, c, d = draw.signed(9), draw.whole(2, 9), draw.signed(9), draw.signed(9)
    return worked(f"{signed(-b * quotient)}/(-{b}) - {signed(c)}*{signed(d)}", quotient - c * d)


@TOPIC.advanced
def a_missing_number_in_a_bracket(draw: Draw) -> Made:
    a, b, c, x = draw.whole(2, 9), draw.whole(2, 12), draw.whole(2, 20), draw.signed(15)
    return _missing(f"{a}*(x - {b}) + {c} = {a * (x - b) + c}", x)


@TOPIC.advanced
def a_function_of_a_function(draw: Draw) -> Made:
    a, b, x = draw.whole(2, 5), draw.signed(9), draw.signed(5)
    inner = a * x + b
    rule = f"f(x) = {a}*x {'+' if b > 0 else '-'} {abs(b)}"
    return Made(
        Message("If {definition}, find {wanted}.", definition=shown(rule), wanted=shown(f"f(f({x}))")),
        str(a * inner + b),
    )
