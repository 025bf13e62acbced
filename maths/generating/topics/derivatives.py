"""Derivatives: every answer is written down by the rules, or calculated from the coefficients in fractions."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.calculus import derivative, power, value
from maths.generating.exercise import Made, Topic
from maths.generating.writing import expanded, number, polynomial, shown, term, total
from maths.message import Formula, Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.generating.draw import Draw

TOPIC = Topic(
    "derivatives",
    Message("Derivatives"),
    "SymPy's rules and the Taylor series of the function at several points, from the words",
    ("derivative", "differentiation", "product rule", "chain rule", "미분", "도함수", "미분계수", "미분법",
     "다항함수의 미분법", "여러 가지 미분법", "합성함수의 미분법", "순간변화율", "미적분"),
)  # fmt: skip

_DY_DX = Formula("dy/dx", r"\frac{dy}{dx}")


def _differentiate(function: str, answer: str) -> Made:
    return Made(Message("Differentiate the function {function}.", function=shown(f"f(x) = {function}")), answer)


def _derivative_of(function: str, answer: str) -> Made:
    return Made(Message("Find the derivative of {function}.", function=shown(function)), answer)


def _second(function: str, answer: str) -> Made:
    return Made(Message("Find the second derivative of {function}.", function=shown(function)), answer)


def _at(function: str, x: int, answer: Fraction | int | str, primes: str = "'") -> Made:
    asked = shown(f"f{primes}({x})")
    given = shown(f"f(x) = {function}")
    typed = answer if isinstance(answer, str) else number(answer)
    return Made(Message("Let {function}. Find {value}.", function=given, value=asked), typed)


def _rate(function: str, x: int, answer: Fraction | int) -> Made:
    return Made(
        Message(
            "Find the instantaneous rate of change of {function} at {place}.",
            function=shown(f"f(x) = {function}"),
            place=shown(f"x = {x}"),
        ),
        number(answer),
    )


def _slopes(coefficients: Sequence[Fraction | int]) -> str:
    return polynomial(derivative(coefficients))


# Beginner: powers, their multiples and sums


@TOPIC.beginner
def a_power(draw: Draw) -> Made:
    n, letter, c = draw.whole(3, 15), draw.one_of("xt"), draw.signed(12)
    return _derivative_of(total([f"{letter}^{n}", number(c)]), f"{n}*{letter}^{n - 1}")


@TOPIC.beginner
def a_multiple_of_a_power(draw: Draw) -> Made:
    a, n = draw.signed(12, 1, -1), draw.whole(2, 12)
    return _differentiate(f"{a}*x^{n}", term(a * n, power("x", n - 1)))


@TOPIC.beginner
def a_line(draw: Draw) -> Made:
    a, b = draw.signed(12, 1, -1), draw.signed(20)
    return _differentiate(polynomial([a, b]), str(a))


@TOPIC.beginner
def a_quadratic(draw: Draw) -> Made:
    whole = [draw.whole(1, 6), draw.signed(9), draw.signed(12)]
    return _differentiate(polynomial(whole), _slopes(whole))


@TOPIC.beginner
def a_cubic(draw: Draw) -> Made:
    whole = [draw.whole(1, 5), draw.signed(6), draw.signed(9), draw.whole(-9, 9)]
    return _differentiate(polynomial(whole), _slopes(whole))


@TOPIC.beginner
def two_powers(draw: Draw) -> Made:
    high, low = sorted(draw.several(2, 2, 8), reverse=True)
    a, b = draw.whole(1, 6), draw.signed(6)
    slope = total([term(a * high, f"x^{high - 1}"), term(b * low, power("x", low - 1))])
    return _derivative_of(total([term(a, f"x^{high}"), term(b, f"x^{low}")]), slope)


@TOPIC.beginner
def a_quartic_that_falls(draw: Draw) -> Made:
    whole = [-draw.whole(1, 4), 0, draw.signed(8), draw.signed(9), 0]
    return _derivative_of(polynomial(whole), _slopes(whole))


@TOPIC.beginner
def coefficients_that_are_fractions(draw: Draw) -> Made:
    a, b, c = draw.whole(1, 5), draw.signed(5), draw.signed(9)
    whole: list[Fraction | int] = [Fraction(a, 3), Fraction(b, 2), c, 0]
    return _differentiate(polynomial(whole), _slopes(whole))


@TOPIC.beginner
def the_unknown_times_a_bracket(draw: Draw) -> Made:
    a, b = draw.whole(1, 6), draw.signed(12)
    return _derivative_of(f"x*({polynomial([a, b])})", polynomial([2 * a, b]))


@TOPIC.beginner
def the_square_of_a_bracket(draw: Draw) -> Made:
    k, a = draw.whole(1, 6), draw.signed(15)
    return _derivative_of(f"({polynomial([k, a])})^2", polynomial([2 * k * k, 2 * k * a]))


@TOPIC.beginner
def the_slope_of_a_quadratic(draw: Draw) -> Made:
    whole, x = [draw.whole(1, 5), draw.signed(9), draw.signed(9)], draw.signed(5)
    return _at(polynomial(whole), x, value(derivative(whole), x))


@TOPIC.beginner
def the_slope_of_a_cubic(draw: Draw) -> Made:
    whole, x = [1, draw.signed(5), draw.signed(9), draw.signed(9)], draw.signed(3)
    return _at(polynomial(whole), x, value(derivative(whole), x))


@TOPIC.beginner
def the_rate_of_change(draw: Draw) -> Made:
    whole, x = [draw.whole(1, 6), draw.signed(9), 0], draw.whole(1, 6)
    return _rate(polynomial(whole), x, value(derivative(whole), x))


# Intermediate: products, quotients, the chain rule, the basic functions


@TOPIC.intermediate
def a_product_of_brackets(draw: Draw) -> Made:
    one, other = [draw.whole(1, 4), draw.signed(7)], [draw.whole(1, 3), 0, draw.signed(7)]
    return _differentiate(f"({polynomial(one)})*({polynomial(other)})", _slopes(expanded(one, other)))


@TOPIC.intermediate
def a_power_of_a_line(draw: Draw) -> Made:
    a, b, n = draw.whole(2, 5), draw.signed(7), draw.whole(3, 7)
    inside = polynomial([a, b])
    return _differentiate(f"({inside})^{n}", f"{n * a}*({inside})^{n - 1}")


@TOPIC.intermediate
def a_power_of_a_quadratic(draw: Draw) -> Made:
    a, n, k = draw.signed(9), draw.whole(3, 6), draw.whole(1, 6)
    inside = polynomial([k, 0, a])
    return _derivative_of(f"({inside})^{n}", f"{2 * k * n}*x*({inside})^{n - 1}")


@TOPIC.intermediate
def a_quotient_of_lines(draw: Draw) -> Made:
    a, b, c, d = draw.whole(1, 6), draw.signed(7), draw.whole(1, 4), draw.signed(7)
    if a * d == b * c:
        return a_product_of_brackets(draw)
    below = polynomial([c, d])
    return _differentiate(f"({polynomial([a, b])})/({below})", f"{a * d - b * c}/({below})^2")


@TOPIC.intermediate
def a_power_below(draw: Draw) -> Made:
    a, n, c = draw.signed(9), draw.whole(1, 5), draw.signed(9)
    return _derivative_of(total([term(c, "x"), f"{a}/{power('x', n)}"]), f"{c} - ({a * n})/x^{n + 1}")


@TOPIC.intermediate
def the_root_of_a_line(draw: Draw) -> Made:
    a, b = draw.whole(2, 9), draw.signed(9)
    inside = polynomial([a, b])
    return _derivative_of(f"sqrt({inside})", f"{a}/(2*sqrt({inside}))")


@TOPIC.intermediate
def a_multiple_of_the_root(draw: Draw) -> Made:
    a, b = draw.whole(1, 12), draw.signed(15)
    function = total([term(2 * a, "x*sqrt(x)"), term(b, "x")])
    return _differentiate(function, total([term(3 * a, "sqrt(x)"), number(b)]))


@TOPIC.intermediate
def sine_and_cosine(draw: Draw) -> Made:
    a, b = draw.whole(2, 9), draw.signed(9)
    slope = total([term(a, "cos(x)"), term(-b, "sin(x)")])
    return _differentiate(total([term(a, "sin(x)"), term(b, "cos(x)")]), slope)


@TOPIC.intermediate
def the_sine_of_a_multiple(draw: Draw) -> Made:
    a, b, c = draw.whole(1, 6), draw.whole(2, 8), draw.signed(9)
    if draw.whole(0, 1):
        return _derivative_of(total([term(a, f"sin({b}*x)"), term(c, "x")]), f"{a * b}*cos({b}*x) + ({c})")
    return _derivative_of(total([term(a, f"cos({b}*x)"), term(c, "x")]), f"{-a * b}*sin({b}*x) + ({c})")


@TOPIC.intermediate
def the_exponential_of_a_multiple(draw: Draw) -> Made:
    a, b, c = draw.whole(1, 6), draw.signed(7, 1, -1), draw.signed(9)
    return _differentiate(total([term(a, f"e^({b}*x)"), term(c, "x")]), total([f"{a * b}*e^({b}*x)", number(c)]))


@TOPIC.intermediate
def a_line_times_the_exponential(draw: Draw) -> Made:
    a, b = draw.whole(1, 6), draw.signed(8)
    return _differentiate(f"({polynomial([a, b])})*e^x", f"({polynomial([a, a + b])})*e^x" if a + b else f"{a}*x*e^x")


@TOPIC.intermediate
def the_logarithm_of_a_line(draw: Draw) -> Made:
    a, b, k = draw.whole(2, 9), draw.whole(1, 9), draw.whole(1, 4)
    return _derivative_of(term(k, f"ln({a}*x + {b})"), f"{a * k}/({a}*x + {b})")


@TOPIC.intermediate
def the_second_derivative_of_a_polynomial(draw: Draw) -> Made:
    whole = [draw.whole(1, 4), draw.signed(6), draw.signed(8), draw.signed(9), 0]
    return _second(polynomial(whole), _slopes(derivative(whole)))


@TOPIC.intermediate
def the_slope_of_a_quotient(draw: Draw) -> Made:
    x, a, b, d = draw.whole(1, 4), draw.whole(1, 5), draw.signed(6), draw.whole(1, 4)
    slope = Fraction(a * d - b, (x + d) ** 2)
    if slope == 0:
        return a_product_of_brackets(draw)
    return _at(f"({polynomial([a, b])})/(x + {d})", x, slope)


@TOPIC.intermediate
def the_slope_of_a_product(draw: Draw) -> Made:
    one, other, x = [draw.whole(1, 3), 0, draw.signed(5)], [1, draw.signed(5), draw.signed(5)], draw.signed(3)
    return _at(f"({polynomial(one)})*({polynomial(other)})", x, value(derivative(expanded(one, other)), x))


# Advanced: several rules at once, logarithmic differentiation, higher and partial derivatives


@TOPIC.advanced
def a_power_times_an_exponential(draw: Draw) -> Made:
    n, a, k = draw.whole(2, 5), draw.signed(6, 1), draw.whole(1, 6)
    lower = term(k, power("x", n - 1))
    return _differentiate(
        f"{term(k, f'x^{n}')}*e^({term(a, 'x')})", f"{lower}*e^({term(a, 'x')})*({polynomial([a, n])})"
    )


@TOPIC.advanced
def a_power_of_a_sine(draw: Draw) -> Made:
    n, a, k = draw.whole(2, 5), draw.whole(2, 6), draw.whole(1, 6)
    f, g, sign = draw.one_of((("sin", "cos", 1), ("cos", "sin", -1)))
    lower = power(f"{f}({a}*x)", n - 1)
    return _derivative_of(term(k, f"{f}({a}*x)^{n}"), f"{sign * n * a * k}*{lower}*{g}({a}*x)")


@TOPIC.advanced
def a_damped_wave(draw: Draw) -> Made:
    a, b, k = draw.signed(5, 1, -1), draw.whole(2, 6), draw.whole(1, 5)
    if draw.whole(0, 1):
        slope = total([term(k * a, f"cos({b}*x)"), term(-k * b, f"sin({b}*x)")])
        return _differentiate(term(k, f"e^({a}*x)*cos({b}*x)"), f"e^({a}*x)*({slope})")
    slope = total([term(k * a, f"sin({b}*x)"), term(k * b, f"cos({b}*x)")])
    return _differentiate(term(k, f"e^({a}*x)*sin({b}*x)"), f"e^({a}*x)*({slope})")


@TOPIC.advanced
def the_logarithm_of_a_quadratic(draw: Draw) -> Made:
    a, b = draw.signed(4), draw.whole(5, 20)  # no real zero: 4*b is greater than a^2
    inside = polynomial([1, a, b])
    return _derivative_of(f"ln({inside})", f"({polynomial([2, a])})/({inside})")


@TOPIC.advanced
def an_arctangent(draw: Draw) -> Made:
    a, k, c = draw.whole(2, 9), draw.signed(6), draw.signed(9)
    return _derivative_of(total([term(k, f"arctan({a}*x)"), term(c, "x")]), f"({k * a})/({a * a}*x^2 + 1) + ({c})")


@TOPIC.advanced
def the_unknown_below_and_above(draw: Draw) -> Made:
    a, b, c = draw.signed(6), draw.whole(1, 12), draw.whole(1, 4)
    below = polynomial([c, 0, b])
    return _differentiate(f"({term(a, 'x')})/({below})", f"({polynomial([-a * c, 0, a * b])})/({below})^2")


@TOPIC.advanced
def a_power_of_the_unknown_to_the_unknown(draw: Draw) -> Made:
    a, b, k = draw.whole(1, 6), draw.signed(6), draw.whole(1, 6)
    exponent = polynomial([a, b])
    slope = f"{k}*x^({exponent})*({term(a, 'ln(x)')} + ({exponent})/x)"
    return _differentiate(term(k, f"x^({exponent})"), slope)


@TOPIC.advanced
def another_base(draw: Draw) -> Made:
    a, b = draw.whole(2, 9), draw.whole(1, 5)
    exponent = polynomial([b, draw.signed(5)])
    return _derivative_of(f"{a}^({exponent})", f"{term(b, f'ln({a})')}*{a}^({exponent})")


@TOPIC.advanced
def the_logarithm_of_a_cosine(draw: Draw) -> Made:
    a, k = draw.whole(2, 9), draw.whole(1, 9)
    f, slope = draw.one_of((("cos", "-{p}*tan({a}*x)"), ("sin", "{p}*cos({a}*x)/sin({a}*x)")))
    return _derivative_of(term(k, f"ln({f}({a}*x))"), slope.format(p=k * a, a=a))


@TOPIC.advanced
def the_root_of_a_quadratic(draw: Draw) -> Made:
    a, b = draw.signed(6), draw.whole(10, 30)
    inside = polynomial([1, 2 * a, b])
    return _differentiate(f"sqrt({inside})", f"({polynomial([1, a])})/sqrt({inside})")


@TOPIC.advanced
def a_power_times_a_logarithm(draw: Draw) -> Made:
    n, a, c = draw.whole(2, 6), draw.signed(6), draw.signed(9)
    slope = f"{term(a, power('x', n - 1))}*({n}*ln(x) + 1) + ({c})"
    return _derivative_of(total([term(a, f"x^{n}*ln(x)"), term(c, "x")]), slope)


@TOPIC.advanced
def the_second_derivative_of_a_wave(draw: Draw) -> Made:
    a, b, f, c = draw.signed(6), draw.whole(2, 7), draw.one_of(("sin", "cos")), draw.signed(6)
    return _second(total([term(a, f"{f}({b}*x)"), term(c, "x^2")]), f"({-a * b * b})*{f}({b}*x) + ({2 * c})")


@TOPIC.advanced
def the_second_derivative_of_a_product(draw: Draw) -> Made:
    a, b, k = draw.signed(5, 1, -1), draw.signed(6), draw.whole(1, 4)
    second = polynomial([a * a * k, 2 * a * k + a * a * b])
    return _second(f"({polynomial([k, b])})*e^({a}*x)", f"({second})*e^({a}*x)")


@TOPIC.advanced
def a_curve_that_is_no_graph(draw: Draw) -> Made:
    a, b, c = draw.whole(1, 6), draw.whole(2, 7), draw.whole(3, 30)
    curve = shown(f"{term(a, 'x^2')} + {b}*y^2 = {c}")
    return Made(Message("Find {slope} if {curve}.", slope=_DY_DX, curve=curve), f"({-a}*x)/({b}*y)")


@TOPIC.advanced
def a_curve_with_a_product(draw: Draw) -> Made:
    a, b = draw.whole(1, 5), draw.signed(20)
    curve = shown(f"{term(a, 'x^2')} + x*y = {b}")
    return Made(Message("Find {slope} if {curve}.", slope=_DY_DX, curve=curve), f"-({2 * a}*x + y)/x")


@TOPIC.advanced
def a_partial_derivative(draw: Draw) -> Made:
    a, b, m, n = draw.whole(1, 6), draw.signed(6), draw.whole(2, 4), draw.whole(2, 4)
    function = total([term(a, f"x^{m}*y^{n}"), term(b, "x*y")])
    lower = power("x", m - 1)
    answer = total([term(a * m, f"{lower}*y^{n}"), term(b, "y")])
    return Made(
        Message("Find the partial derivative of {function} with respect to {letter}.", function=shown(function),
                letter=shown("x")), answer)  # fmt: skip


@TOPIC.advanced
def the_slope_of_an_exponential_product(draw: Draw) -> Made:
    a, b, c = draw.signed(6), draw.signed(6), draw.signed(6, 1, -1)
    if b + a * c == 0:
        return a_power_times_an_exponential(draw)
    return _at(f"({polynomial([b, a])})*e^({c}*x)", 0, b + a * c)
