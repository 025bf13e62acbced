"""Integrals: an antiderivative is drawn and differentiated by its rule, or coefficients are integrated in fractions."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.calculus import Coefficients, antiderivative, between, integral, power, value
from maths.generating.exercise import Made, Topic
from maths.generating.writing import expanded, number, polynomial, shown, term, total
from maths.message import Formula, Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "integrals",
    Message("Integrals"),
    "the result differentiated back, and numerical integration with a proven error bound, from the words",
    ("integral", "integration", "antiderivative", "definite integral", "improper integral", "적분", "정적분",
     "부정적분", "다항함수의 적분법", "치환적분", "부분적분", "여러 가지 적분법", "미적분"),
)  # fmt: skip


def _antiderivative(function: str, answer: str) -> Made:
    return Made(Message("Find the antiderivative of {function}.", function=shown(function)), f"{answer} + C", form="+C")


def _indefinite(function: str, answer: str) -> Made:
    return Made(
        Message("Find the indefinite integral {integral}.", integral=integral(function)), f"{answer} + C", form="+C"
    )


def _definite(function: str, low: int | str, high: int | str, answer: Fraction | int | str) -> Made:
    message = Message("Evaluate the definite integral {integral}.", integral=integral(function, (str(low), str(high))))
    return Made(message, answer if isinstance(answer, str) else number(answer))


def _improper(function: str, low: int | str, answer: Fraction | int | str) -> Made:
    message = Message("Evaluate the integral {integral}.", integral=integral(function, (str(low), "oo")))
    return Made(message, answer if isinstance(answer, str) else number(answer))


def _average(function: str, low: int, high: int, answer: Fraction | int) -> Made:
    message = Message(
        "Find the average value of {function} on the interval {interval}.",
        function=shown(f"f(x) = {function}"),
        interval=shown(f"[{low}, {high}]"),
    )
    return Made(message, number(answer))


def _whole(coefficients: Coefficients) -> str:
    return polynomial(antiderivative(coefficients))


# Beginner: polynomials


@TOPIC.beginner
def a_power(draw: Draw) -> Made:
    n, k, c = draw.whole(2, 8), draw.signed(4), draw.signed(9)
    return _antiderivative(
        total([term(k, f"x^{n}"), number(c)]), f"({term(k, f'x^{n + 1}')})/{n + 1} + ({term(c, 'x')})"
    )


@TOPIC.beginner
def a_multiple_of_a_power(draw: Draw) -> Made:
    n, k = draw.whole(2, 12), draw.signed(9)
    return _indefinite(f"{k * n}*{power('x', n - 1)}", term(k, f"x^{n}"))


@TOPIC.beginner
def a_line(draw: Draw) -> Made:
    whole = [2 * draw.signed(5), draw.signed(12)]
    return _indefinite(polynomial(whole), _whole(whole))


@TOPIC.beginner
def a_quadratic(draw: Draw) -> Made:
    whole = [3 * draw.signed(4), 2 * draw.signed(5), draw.signed(9)]
    return _indefinite(polynomial(whole), _whole(whole))


@TOPIC.beginner
def a_cubic(draw: Draw) -> Made:
    whole = [4 * draw.whole(1, 3), 3 * draw.signed(3), 2 * draw.signed(4), draw.signed(9)]
    return _antiderivative(polynomial(whole), _whole(whole))


@TOPIC.beginner
def the_unknown_times_a_bracket(draw: Draw) -> Made:
    a, b = draw.whole(1, 12), draw.signed(15)
    return _indefinite(f"x*({polynomial([a, b])})", _whole([a, b, 0]))


@TOPIC.beginner
def the_square_of_a_bracket(draw: Draw) -> Made:
    a, k = draw.signed(12), draw.whole(1, 6)
    return _indefinite(f"({polynomial([k, a])})^2", _whole(expanded([k, a], [k, a])))


@TOPIC.beginner
def a_line_between_two_numbers(draw: Draw) -> Made:
    whole, low, length = [2 * draw.whole(1, 5), draw.signed(9)], draw.whole(0, 3), draw.whole(1, 5)
    return _definite(polynomial(whole), low, low + length, between(whole, low, low + length))


@TOPIC.beginner
def a_power_from_zero(draw: Draw) -> Made:
    n, high, k = draw.whole(1, 4), draw.whole(1, 6), draw.whole(1, 12)
    return _definite(term(k, power("x", n)), 0, high, Fraction(k * high ** (n + 1), n + 1))


@TOPIC.beginner
def a_quadratic_between_two_numbers(draw: Draw) -> Made:
    whole, low, length = [3 * draw.whole(1, 3), 2 * draw.signed(4), draw.signed(9)], draw.whole(0, 2), draw.whole(1, 3)
    return _definite(polynomial(whole), low, low + length, between(whole, low, low + length))


@TOPIC.beginner
def around_zero(draw: Draw) -> Made:
    whole, high = [draw.signed(5), 3 * draw.whole(1, 4), draw.signed(7), draw.signed(9)], draw.whole(1, 3)
    return _definite(polynomial(whole), -high, high, between(whole, -high, high))


@TOPIC.beginner
def a_product_between_two_numbers(draw: Draw) -> Made:
    (a, b), low, length = draw.several(2, -5, 5, 0), draw.whole(-2, 1), draw.whole(1, 3)
    whole = expanded([1, a], [1, b])
    return _definite(
        f"({polynomial([1, a])})*({polynomial([1, b])})", low, low + length, between(whole, low, low + length)
    )


@TOPIC.beginner
def the_average_of_a_line(draw: Draw) -> Made:
    whole, low, length = [draw.signed(6), draw.signed(12)], draw.whole(-3, 4), draw.whole(2, 6)
    return _average(polynomial(whole), low, low + length, value(whole, Fraction(2 * low + length, 2)))


# Intermediate: substitution of a line, the basic functions


@TOPIC.intermediate
def a_power_of_a_line(draw: Draw) -> Made:
    a, b, n = draw.whole(2, 5), draw.signed(9), draw.whole(3, 6)
    inside = polynomial([a, b])
    return _indefinite(f"({inside})^{n}", f"({inside})^{n + 1}/{a * (n + 1)}")


@TOPIC.intermediate
def the_reciprocal_of_a_line(draw: Draw) -> Made:
    a, b, k = draw.whole(2, 7), draw.signed(9), draw.whole(1, 5)
    inside = polynomial([a, b])
    return _antiderivative(f"{k}/({inside})", f"{k}*ln(|{inside}|)/{a}")


@TOPIC.intermediate
def a_reciprocal_up_to_a_power_of_e(draw: Draw) -> Made:
    k, n = draw.signed(20), draw.whole(1, 8)
    return _definite(f"{k}/x", 1, "e" if n == 1 else f"e^{n}", k * n)


@TOPIC.intermediate
def a_power_below(draw: Draw) -> Made:
    n, k, c = draw.whole(2, 5), draw.signed(6), draw.signed(9)
    return _indefinite(
        total([number(c), f"{k * (n - 1)}/{power('x', n)}"]), f"{term(c, 'x')} - ({k})/{power('x', n - 1)}"
    )


@TOPIC.intermediate
def the_root_up_to_a_square(draw: Draw) -> Made:
    a, k, c = draw.whole(1, 6), draw.whole(1, 6), draw.signed(6)
    return _definite(total([term(k, "sqrt(x)"), number(c)]), 0, a * a, Fraction(2 * k * a**3, 3) + c * a * a)


@TOPIC.intermediate
def the_reciprocal_of_the_root(draw: Draw) -> Made:
    (a, b), k = sorted(draw.several(2, 1, 9)), draw.whole(1, 6)
    return _definite(f"{k}/sqrt(x)", a * a, b * b, 2 * k * (b - a))


@TOPIC.intermediate
def the_root_of_a_line(draw: Draw) -> Made:
    a, b, k = draw.whole(2, 7), draw.signed(9), draw.whole(1, 5)
    inside = polynomial([a, b])
    return _antiderivative(term(k, f"sqrt({inside})"), f"{2 * k}*({inside})*sqrt({inside})/{3 * a}")


@TOPIC.intermediate
def a_sine_or_cosine(draw: Draw) -> Made:
    a, k = draw.whole(2, 6), draw.signed(6)
    if draw.whole(0, 1):
        return _indefinite(term(k * a, f"cos({a}*x)"), term(k, f"sin({a}*x)"))
    return _indefinite(term(k * a, f"sin({a}*x)"), term(-k, f"cos({a}*x)"))


@TOPIC.intermediate
def one_arch_of_a_sine(draw: Draw) -> Made:
    a, k, c = draw.whole(1, 6), draw.signed(9), draw.one_of((1, 2))
    angle = term(a, "x")
    end, answer = ("pi", 2 * k) if c == 1 else ("pi/2", k)
    body = term(k, f"sin({angle})") if c == 1 else term(k, f"cos({angle})")
    return _definite(
        body, 0, f"{end}/{a}" if c == 1 and a > 1 else f"pi/{2 * a}" if c != 1 else end, Fraction(answer, a)
    )


@TOPIC.intermediate
def an_exponential_and_a_line(draw: Draw) -> Made:
    a, k, b = draw.signed(5, 1, -1), draw.signed(5), draw.signed(6)
    function = total([term(k * a, f"e^({a}*x)"), term(2 * b, "x")])
    return _indefinite(function, total([term(k, f"e^({a}*x)"), term(b, "x^2")]))


@TOPIC.intermediate
def an_exponential_from_zero(draw: Draw) -> Made:
    a, k, c = draw.whole(2, 6), draw.whole(1, 6), draw.signed(6)
    return _definite(total([term(k * a, f"e^({a}*x)"), number(c)]), 0, 1, f"{k}*e^{a} - {k} + ({c})")


@TOPIC.intermediate
def an_exponential_up_to_a_logarithm(draw: Draw) -> Made:
    n, k = draw.whole(2, 20), draw.signed(12)
    return _definite(term(k, "e^x"), 0, f"ln({n})", k * (n - 1))


@TOPIC.intermediate
def a_quadratic_inside_a_power(draw: Draw) -> Made:
    a, n, k = draw.signed(9), draw.whole(2, 5), draw.whole(1, 4)
    inside = polynomial([1, 0, a])
    return _antiderivative(f"{term(2 * k, 'x')}*({inside})^{n}", f"{k}*({inside})^{n + 1}/{n + 1}")


@TOPIC.intermediate
def a_square_inside_an_exponential(draw: Draw) -> Made:
    a, k = draw.signed(5), draw.signed(5)
    return _indefinite(f"{term(2 * a * k, 'x')}*e^({term(a, 'x^2')})", term(k, f"e^({term(a, 'x^2')})"))


@TOPIC.intermediate
def the_average_of_a_quadratic(draw: Draw) -> Made:
    whole, low, length = [3, 2 * draw.signed(4), draw.signed(9)], draw.whole(-2, 3), draw.whole(1, 4)
    return _average(polynomial(whole), low, low + length, between(whole, low, low + length) / length)


# Advanced: by parts, partial fractions, improper and double integrals


@TOPIC.advanced
def the_unknown_times_an_exponential(draw: Draw) -> Made:
    a, b, k = draw.signed(5), draw.signed(6), draw.whole(1, 4)
    # the derivative of (k*x + b)*e^(a*x)
    function = f"({polynomial([k * a, k + a * b])})*e^({term(a, 'x')})"
    return _indefinite(function, f"({polynomial([k, b])})*e^({term(a, 'x')})")


@TOPIC.advanced
def the_unknown_times_a_wave(draw: Draw) -> Made:
    a, k, c = draw.whole(2, 6), draw.whole(1, 4), draw.signed(6)
    linear, rest = term(k * a * a, "x"), f"({term(c, 'x')})"
    if draw.whole(0, 1):
        answer = f"{term(k * a, 'x')}*sin({a}*x) + {k}*cos({a}*x) + {rest}"
        return _antiderivative(total([f"{linear}*cos({a}*x)", number(c)]), answer)
    answer = f"{k}*sin({a}*x) - {term(k * a, 'x')}*cos({a}*x) + {rest}"
    return _antiderivative(total([f"{linear}*sin({a}*x)", number(c)]), answer)


@TOPIC.advanced
def a_power_times_a_logarithm(draw: Draw) -> Made:
    n, k, c = draw.whole(1, 5), draw.signed(5), draw.signed(6)
    whole = power("x", n + 1)
    function = total([f"{term(k * (n + 1), power('x', n))}*ln(x)", number(c)])
    return _antiderivative(function, f"{k}*{whole}*ln(x) - ({k})*{whole}/{n + 1} + ({term(c, 'x')})")


@TOPIC.advanced
def two_poles(draw: Draw) -> Made:
    (p, q), k = draw.several(2, -6, 6, 0), draw.whole(1, 3)
    below = polynomial(expanded([1, -p], [1, -q]))
    first, second = polynomial([1, -p]), polynomial([1, -q])
    return _indefinite(f"{k * abs(p - q)}/({below})",
                       f"{k}*ln(|{first}|) - {k}*ln(|{second}|)" if p > q else
                       f"{k}*ln(|{second}|) - {k}*ln(|{first}|)")  # fmt: skip


@TOPIC.advanced
def an_arctangent(draw: Draw) -> Made:
    a, k, c = draw.whole(2, 9), draw.whole(1, 5), draw.signed(6)
    return _indefinite(total([f"{k * a}/(x^2 + {a * a})", number(c)]), f"{k}*arctan(x/{a}) + ({term(c, 'x')})")


@TOPIC.advanced
def an_arcsine(draw: Draw) -> Made:
    a, k, c = draw.whole(2, 9), draw.whole(1, 6), draw.signed(6)
    return _indefinite(total([f"{k}/sqrt({a * a} - x^2)", number(c)]), f"{k}*arcsin(x/{a}) + ({term(c, 'x')})")


@TOPIC.advanced
def the_square_of_a_wave(draw: Draw) -> Made:
    a, k, (f, sign) = draw.whole(1, 9), draw.whole(1, 9), draw.one_of((("sin", "-"), ("cos", "+")))
    answer = f"{k}*x/2 {sign} {k}*sin({2 * a}*x)/{4 * a}"
    return _antiderivative(term(k, f"{f}({term(a, 'x')})^2"), answer)


@TOPIC.advanced
def a_damped_wave(draw: Draw) -> Made:
    a, b, k = draw.signed(4), draw.whole(1, 4), draw.whole(1, 5)
    wave, other = f"cos({term(b, 'x')})", f"sin({term(b, 'x')})"
    answer = f"{k}*e^({term(a, 'x')})*({total([term(a, wave), term(b, other)])})"
    return _indefinite(term(k * (a * a + b * b), f"e^({term(a, 'x')})*{wave}"), answer)


@TOPIC.advanced
def what_stands_above_is_the_derivative(draw: Draw) -> Made:
    a, b, k = draw.signed(4), draw.whole(5, 20), draw.signed(5)  # no real zero: 4*b is greater than a^2
    below = polynomial([1, a, b])
    return _indefinite(f"({polynomial([2 * k, k * a])})/({below})", f"{k}*ln({below})")


@TOPIC.advanced
def parts_between_two_numbers(draw: Draw) -> Made:
    high, a, k = draw.whole(1, 3), draw.signed(6), draw.whole(1, 5)
    # k*(x + a - 1)*e^x between 0 and the end
    return _definite(f"({polynomial([k, k * a])})*e^x", 0, high, f"{k}*({high + a - 1})*e^{high} - {k}*({a - 1})")


@TOPIC.advanced
def a_power_up_to_infinity(draw: Draw) -> Made:
    n, low, k = draw.whole(2, 5), draw.whole(1, 4), draw.whole(1, 9)
    return _improper(f"{k}/x^{n}", low, Fraction(k, (n - 1) * low ** (n - 1)))


@TOPIC.advanced
def an_exponential_up_to_infinity(draw: Draw) -> Made:
    a, k = draw.whole(1, 7), draw.whole(1, 9)
    if draw.whole(0, 1):
        return _improper(term(k, f"e^({term(-a, 'x')})"), 0, Fraction(k, a))
    return _improper(f"{term(k, 'x')}*e^({term(-a, 'x')})", 0, Fraction(k, a * a))


@TOPIC.advanced
def an_area_without_end(draw: Draw) -> Made:
    low, k = draw.whole(1, 9), draw.whole(1, 9)
    return _improper(draw.one_of((f"{k}/x", f"{k}/sqrt(x)")), low, "diverges")


@TOPIC.advanced
def an_arctangent_up_to_infinity(draw: Draw) -> Made:
    a, k = draw.whole(1, 12), draw.whole(1, 20)
    return _improper(f"{k}/(x^2 + {a * a})", 0, f"{number(Fraction(k, 2 * a))}*pi")


@TOPIC.advanced
def a_rectangle(draw: Draw) -> Made:
    a, b, m, n, k = draw.whole(1, 4), draw.whole(1, 4), draw.whole(1, 3), draw.whole(1, 2), draw.whole(1, 6)
    body = term(k, f"{power('x', m)}*{power('y', n)}")
    latex = rf"\int_{{0}}^{{{b}}} \int_{{0}}^{{{a}}} {shown(body).latex} \, dx \, dy"
    formula = Formula(f"∫_(0)^({b}) ∫_(0)^({a}) ({body}) dx dy", latex)
    answer = k * Fraction(a ** (m + 1), m + 1) * Fraction(b ** (n + 1), n + 1)
    return Made(Message("Evaluate the integral {integral}.", integral=formula), number(answer))
