"""Differential equations with initial values: each is written down from its solution, a sum of known pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from maths.generating.exercise import Made, Topic
from maths.generating.writing import polynomial, shown, term, total
from maths.message import Formula, Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "differential_equations",
    Message("Differential equations"),
    "the solution put back in balls, the solution through the initial values unique, from the words",
    ("differential equation", "ode", "initial value problem", "separable", "linear differential equation", "미분방정식",
     "초깃값 문제", "변수분리", "선형미분방정식"),
)  # fmt: skip


class _Piece(NamedTuple):
    """A function with its value and its slope at 0."""

    text: str
    value: int
    slope: int


def _exponential(rate: int) -> _Piece:
    return _Piece(f"e^({term(rate, 'x')})", 1, rate)


def _line_times_exponential(rate: int) -> _Piece:
    return _Piece(f"x*e^({term(rate, 'x')})", 0, 1)


def _cosine(speed: int, rate: int = 0) -> _Piece:
    return _Piece(_damped(f"cos({term(speed, 'x')})", rate), 1, rate)


def _sine(speed: int, rate: int = 0) -> _Piece:
    return _Piece(_damped(f"sin({term(speed, 'x')})", rate), 0, speed)


def _damped(wave: str, rate: int) -> str:
    return f"e^({term(rate, 'x')})*{wave}" if rate else wave


def _polynomial(*coefficients: int) -> _Piece:
    """At least a line; the highest power first."""
    return _Piece(polynomial(coefficients), coefficients[-1], coefficients[-2])


def _set(text: str) -> str:
    for primes, name in (("y''", "Y_2"), ("y'", "Y_1")):
        text = text.replace(primes, name)
    return shown(text).latex.replace("Y_{2}", "y''").replace("Y_{1}", "y'")


def _equation(left: str, right: str) -> Formula:
    """`y' - 3*y = 6`: primes are no part of what `maths.read` reads."""
    return Formula(f"{left} = {right}", f"{_set(left)} = {_set(right)}")


def _at(primes: str, value: int) -> Formula:
    text = f"y{primes}(0) = {value}"
    return Formula(text, text)


def _first(left: str, right: str, *pieces: tuple[int, _Piece]) -> Made:
    start = sum(weight * piece.value for weight, piece in pieces)
    return _first_from(left, right, start, " + ".join(f"({weight})*({piece.text})" for weight, piece in pieces))


def _first_from(left: str, right: str, start: int, answer: str) -> Made:
    message = Message(
        "Solve the differential equation {equation} with {start}.",
        equation=_equation(left, right),
        start=_at("", start),
    )
    return Made(message, f"y = {answer}")


def _second(left: str, right: str, *pieces: tuple[int, _Piece]) -> Made:
    message = Message(
        "Solve the differential equation {equation} with {start} and {slope}.",
        equation=_equation(left, right),
        start=_at("", sum(weight * piece.value for weight, piece in pieces)),
        slope=_at("'", sum(weight * piece.slope for weight, piece in pieces)),
    )
    return Made(message, "y = " + " + ".join(f"({weight})*({piece.text})" for weight, piece in pieces))


def _order_one(factor: int) -> str:
    return total(["y'", term(factor, "y")])


def _order_two(middle: int, last: int) -> str:
    return total(["y''", *([term(middle, "y'")] if middle else []), *([term(last, "y")] if last else [])])


# Beginner: integrate once or twice, and growth


@TOPIC.beginner
def a_line_to_integrate(draw: Draw) -> Made:
    a, b, c = draw.signed(6), draw.signed(9), draw.signed(12)
    return _first("y'", polynomial([2 * a, b]), (1, _polynomial(a, b, c)))


@TOPIC.beginner
def a_quadratic_to_integrate(draw: Draw) -> Made:
    a, b, c, d = draw.signed(5), draw.signed(6), draw.signed(9), draw.signed(9)
    return _first("y'", polynomial([3 * a, 2 * b, c]), (1, _polynomial(a, b, c, d)))


@TOPIC.beginner
def a_cubic_to_integrate(draw: Draw) -> Made:
    a, b, c, d = draw.signed(4), draw.signed(5), draw.signed(6), draw.signed(9)
    return _first("y'", polynomial([4 * a, 0, 2 * b, c]), (1, _polynomial(a, 0, b, c, d)))


@TOPIC.beginner
def a_cosine_to_integrate(draw: Draw) -> Made:
    a, k, c = draw.whole(2, 9), draw.signed(9), draw.signed(9)
    return _first("y'", term(k * a, f"cos({a}*x)"), (k, _sine(a)), (c, _Piece("1", 1, 0)))


@TOPIC.beginner
def a_sine_to_integrate(draw: Draw) -> Made:
    a, k, c = draw.whole(2, 9), draw.signed(9), draw.signed(9)
    return _first("y'", term(-k * a, f"sin({a}*x)"), (k, _cosine(a)), (c, _Piece("1", 1, 0)))


@TOPIC.beginner
def an_exponential_to_integrate(draw: Draw) -> Made:
    a, k, c = draw.signed(6, 1, -1), draw.signed(6), draw.signed(9)
    return _first("y'", f"{k * a}*e^({a}*x)", (k, _exponential(a)), (c, _Piece("1", 1, 0)))


@TOPIC.beginner
def an_exponential_and_a_line(draw: Draw) -> Made:
    a, k, b = draw.signed(6, 1, -1), draw.signed(6), draw.signed(6)
    return _first(
        "y'",
        f"{k * a}*e^({a}*x) + {term(2 * b, 'x')}" if b > 0 else f"{k * a}*e^({a}*x) - {term(-2 * b, 'x')}",
        (k, _exponential(a)),
        (b, _Piece("x^2", 0, 0)),
    )


@TOPIC.beginner
def growth(draw: Draw) -> Made:
    a, k = draw.signed(12, 1, -1), draw.signed(20)
    return _first("y'", term(a, "y"), (k, _exponential(a)))


@TOPIC.beginner
def growth_on_the_left(draw: Draw) -> Made:
    a, k = draw.signed(12, 1, -1), draw.signed(20)
    return _first(_order_one(-a), "0", (k, _exponential(a)))


@TOPIC.beginner
def growth_with_a_factor(draw: Draw) -> Made:
    a, b, k = draw.signed(9, 1, -1), draw.whole(2, 6), draw.signed(12)
    return _first(term(b, "y'"), term(a * b, "y"), (k, _exponential(a)))


@TOPIC.beginner
def growth_above_a_level(draw: Draw) -> Made:
    a, rest, k = draw.signed(9, 1, -1), draw.signed(9), draw.signed(9)
    return _first(
        "y'", f"{a}*(y - {rest})" if rest > 0 else f"{a}*(y + {-rest})", (k, _exponential(a)), (rest, _Piece("1", 1, 0))
    )


@TOPIC.beginner
def integrate_twice(draw: Draw) -> Made:
    a, b, c, d = draw.signed(6), draw.signed(9), draw.signed(9), draw.signed(9)
    return _second("y''", polynomial([6 * a, 2 * b]), (1, _polynomial(a, b, c, d)))


# Intermediate: first order with constant coefficients, second order without a right side


@TOPIC.intermediate
def a_limit_value(draw: Draw) -> Made:
    a, rest, k = draw.signed(9, 1, -1), draw.signed(9), draw.signed(9)
    return _first(_order_one(a), str(a * rest), (k, _exponential(-a)), (rest, _Piece("1", 1, 0)))


@TOPIC.intermediate
def a_limit_value_on_the_right(draw: Draw) -> Made:
    a, rest, k = draw.signed(9, 1, -1), draw.signed(9), draw.signed(9)
    return _first("y'", total([str(-a * rest), term(a, "y")]), (k, _exponential(a)), (rest, _Piece("1", 1, 0)))


@TOPIC.intermediate
def an_exponential_on_the_right(draw: Draw) -> Made:
    a, b, k, c = draw.whole(2, 6), draw.whole(1, 6), draw.signed(6), draw.signed(6)
    return _first(_order_one(a), term(k * (a + b), f"e^({term(b, 'x')})"), (c, _exponential(-a)), (k, _exponential(b)))


@TOPIC.intermediate
def a_line_on_the_right(draw: Draw) -> Made:
    a, p, q, c = draw.signed(6, 1, -1), draw.signed(5), draw.signed(5), draw.signed(6)
    return _first(_order_one(a), polynomial([a * p, p + a * q]), (c, _exponential(-a)), (1, _polynomial(p, q)))


@TOPIC.intermediate
def the_number_as_rate(draw: Draw) -> Made:
    k, c = draw.signed(12), draw.signed(20)
    return _first("y'", f"{term(2 * k, 'x')}*y", (c, _Piece(f"e^({term(k, 'x^2')})", 1, 0)))


@TOPIC.intermediate
def a_square_as_rate(draw: Draw) -> Made:
    k, c = draw.signed(12), draw.signed(20)
    return _first("y'", f"{term(3 * k, 'x^2')}*y", (c, _Piece(f"e^({term(k, 'x^3')})", 1, 0)))


@TOPIC.intermediate
def two_real_exponents(draw: Draw) -> Made:
    (p, q), a, b = draw.several(2, -5, 5, 0), draw.signed(5), draw.signed(5)
    return _second(_order_two(-p - q, p * q), "0", (a, _exponential(p)), (b, _exponential(q)))


@TOPIC.intermediate
def one_exponent_is_zero(draw: Draw) -> Made:
    p, a, b = draw.signed(9, 1, -1), draw.signed(9), draw.signed(9)
    return _second(_order_two(-p, 0), "0", (a, _exponential(p)), (b, _Piece("1", 1, 0)))


@TOPIC.intermediate
def a_wave(draw: Draw) -> Made:
    a, p, q = draw.whole(2, 9), draw.signed(9), draw.signed(9)
    return _second(_order_two(0, a * a), "0", (p, _cosine(a)), (q, _sine(a)))


@TOPIC.intermediate
def a_wave_on_both_sides(draw: Draw) -> Made:
    a, p, q = draw.whole(2, 9), draw.signed(9), draw.signed(9)
    return _second("y''", term(-a * a, "y"), (p, _cosine(a)), (q, _sine(a)))


@TOPIC.intermediate
def exponents_of_both_signs(draw: Draw) -> Made:
    a, p, q = draw.whole(2, 9), draw.signed(6), draw.signed(6)
    return _second(_order_two(0, -a * a), "0", (p, _exponential(-a)), (q, _exponential(a)))


@TOPIC.intermediate
def the_same_exponent_twice(draw: Draw) -> Made:
    p, a, b = draw.signed(6), draw.signed(9), draw.signed(9)
    return _second(_order_two(-2 * p, p * p), "0", (a, _exponential(p)), (b, _line_times_exponential(p)))


# Advanced: second order with a right side, rates with a square


@TOPIC.advanced
def a_damped_wave(draw: Draw) -> Made:
    r, b, u, v = draw.signed(4), draw.whole(1, 4), draw.signed(5), draw.signed(5)
    return _second(_order_two(-2 * r, r * r + b * b), "0", (u, _cosine(b, r)), (v, _sine(b, r)))


@TOPIC.advanced
def a_number_on_the_right(draw: Draw) -> Made:
    (p, q), c, a, b = draw.several(2, -4, 4, 0), draw.signed(5), draw.signed(4), draw.signed(4)
    return _second(
        _order_two(-p - q, p * q), str(p * q * c), (a, _exponential(p)), (b, _exponential(q)), (c, _Piece("1", 1, 0))
    )


@TOPIC.advanced
def a_line_on_the_right_of_second_order(draw: Draw) -> Made:
    (p, q), m, c, a = draw.several(2, -4, 4, 0), draw.signed(4), draw.signed(4), draw.signed(4)
    return _second(
        _order_two(-p - q, p * q),
        polynomial([p * q * m, p * q * c - (p + q) * m]),
        (a, _exponential(p)),
        (1, _exponential(q)),
        (1, _polynomial(m, c)),
    )


@TOPIC.advanced
def another_exponential_on_the_right(draw: Draw) -> Made:
    (p, q, r), k, a, b = draw.several(3, -3, 4, 0), draw.signed(3), draw.signed(4), draw.signed(4)
    return _second(
        _order_two(-p - q, p * q),
        term(k * (r - p) * (r - q), f"e^({term(r, 'x')})"),
        (a, _exponential(p)),
        (b, _exponential(q)),
        (k, _exponential(r)),
    )


@TOPIC.advanced
def a_wave_with_a_line_on_the_right(draw: Draw) -> Made:
    a, m, c, p = draw.whole(2, 6), draw.signed(6), draw.signed(9), draw.signed(6)
    return _second(
        _order_two(0, a * a), polynomial([a * a * m, a * a * c]), (p, _cosine(a)), (1, _sine(a)), (1, _polynomial(m, c))
    )


@TOPIC.advanced
def a_wave_with_an_exponential_on_the_right(draw: Draw) -> Made:
    a, r, k, p = draw.whole(2, 5), draw.signed(3), draw.signed(4), draw.signed(6)
    return _second(
        _order_two(0, a * a),
        term(k * (a * a + r * r), f"e^({term(r, 'x')})"),
        (p, _cosine(a)),
        (2, _sine(a)),
        (k, _exponential(r)),
    )


@TOPIC.advanced
def a_wave_around_a_level(draw: Draw) -> Made:
    a, c, p, q = draw.whole(2, 7), draw.signed(6), draw.signed(6), draw.signed(6)
    return _second(_order_two(0, a * a), str(a * a * c), (p, _cosine(a)), (q, _sine(a)), (c, _Piece("1", 1, 0)))


@TOPIC.advanced
def the_same_exponent_around_a_level(draw: Draw) -> Made:
    p, c, a, b = draw.signed(5), draw.signed(5), draw.signed(5), draw.signed(5)
    return _second(
        _order_two(-2 * p, p * p),
        str(p * p * c),
        (a, _exponential(p)),
        (b, _line_times_exponential(p)),
        (c, _Piece("1", 1, 0)),
    )


@TOPIC.advanced
def a_damped_wave_around_a_level(draw: Draw) -> Made:
    r, b, c, u = draw.signed(3), draw.whole(1, 4), draw.signed(5), draw.signed(5)
    return _second(
        _order_two(-2 * r, r * r + b * b),
        str((r * r + b * b) * c),
        (u, _cosine(b, r)),
        (1, _sine(b, r)),
        (c, _Piece("1", 1, 0)),
    )


@TOPIC.advanced
def a_drift(draw: Draw) -> Made:
    p, c, a, b = draw.signed(6, 1, -1), draw.signed(6), draw.signed(6), draw.signed(6)
    return _second(_order_two(-p, 0), str(-p * c), (a, _exponential(p)), (1, _polynomial(c, b)))


@TOPIC.advanced
def the_square_as_rate(draw: Draw) -> Made:
    k, start = draw.signed(12), draw.signed(12)
    return _first_from("y'", term(k, "y^2"), start, f"{start}/(1 - ({k * start})*x)")


@TOPIC.advanced
def the_number_times_the_square_as_rate(draw: Draw) -> Made:
    k, start = draw.signed(12), draw.signed(12)
    return _first_from("y'", f"{term(2 * k, 'x')}*y^2", start, f"{start}/(1 - ({k * start})*x^2)")
