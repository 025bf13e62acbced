"""Areas and volumes by integrals: regions are built from the points where their curves meet."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from maths.generating.calculus import Coefficients, between, power
from maths.generating.exercise import Made, Topic
from maths.generating.writing import expanded, number, polynomial, shown, term
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "areas",
    Message("Areas by integrals"),
    "quadrature with an error bound, the crossings counted by python-flint, from the words",
    ("area", "area between curves", "volume of revolution", "applications of integrals", "정적분의 활용", "넓이",
     "두 곡선 사이의 넓이", "회전체의 부피", "곡선의 길이"),
)  # fmt: skip


def _typed(answer: Fraction | int | str) -> str:
    return answer if isinstance(answer, str) else number(answer)


def _under(curve: str, low: int, high: int | str, answer: Fraction | int | str) -> Made:
    message = Message(
        "Find the area under the curve {curve} from {low} to {high}.",
        curve=shown(f"y = {curve}"),
        low=shown(f"x = {low}"),
        high=shown(f"x = {high}"),
    )
    return Made(message, _typed(answer))


def _to_the_axis(curve: str, low: int, high: int, answer: Fraction | int) -> Made:
    message = Message(
        "Find the area between {curve} and the x-axis from {low} to {high}.",
        curve=shown(f"y = {curve}"),
        low=shown(f"x = {low}"),
        high=shown(f"x = {high}"),
    )
    return Made(message, number(answer))


def _cut_off(curve: str, answer: Fraction | int) -> Made:
    message = Message("Find the area of the region bounded by {curve} and the x-axis.", curve=shown(f"y = {curve}"))
    return Made(message, number(answer))


def _with_a_line(curve: str, line: str, answer: Fraction | int) -> Made:
    message = Message(
        "Find the area between the curve {curve} and the line {line}.",
        curve=shown(f"y = {curve}"),
        line=shown(f"y = {line}"),
    )
    return Made(message, number(answer))


def _two_curves(first: str, second: str, answer: Fraction | int | str) -> Made:
    message = Message(
        "Find the area between the curves {first} and {second}.",
        first=shown(f"y = {first}"),
        second=shown(f"y = {second}"),
    )
    return Made(message, _typed(answer))


def _two_curves_between(first: str, second: str, low: int, high: int | str, answer: Fraction | int) -> Made:
    message = Message(
        "Find the area between {first} and {second} from {low} to {high}.",
        first=shown(f"y = {first}"),
        second=shown(f"y = {second}"),
        low=shown(f"x = {low}"),
        high=shown(f"x = {high}"),
    )
    return Made(message, number(answer))


def _turned(curve: str, low: int, high: int, answer: Fraction | int) -> Made:
    message = Message(
        "Find the volume of the solid obtained by rotating the region under {curve} from {low} to {high} "
        "about the x-axis.",
        curve=shown(f"y = {curve}"),
        low=shown(f"x = {low}"),
        high=shown(f"x = {high}"),
    )
    return Made(message, f"({number(answer)})*pi")


def _length(curve: str, low: int, high: int, answer: Fraction | int) -> Made:
    message = Message(
        "Find the length of the curve {curve} from {low} to {high}.",
        curve=shown(f"y = {curve}"),
        low=shown(f"x = {low}"),
        high=shown(f"x = {high}"),
    )
    return Made(message, number(answer))


def _absolute(coefficients: Coefficients, *places: int) -> Fraction:
    """The area to the axis, where every change of sign is among the places."""
    return sum((abs(between(coefficients, a, b)) for a, b in pairwise(places)), Fraction(0))


def _sum(first: Coefficients, second: Coefficients) -> list[Fraction | int]:
    longer = [*[0] * (len(second) - len(first)), *first]
    shorter = [*[0] * (len(longer) - len(second)), *second]
    return [a + b for a, b in zip(longer, shorter, strict=True)]


# Beginner: under one curve, and what a parabola cuts off


@TOPIC.beginner
def under_a_rising_line(draw: Draw) -> Made:
    a, b, low, length = draw.whole(1, 6), draw.whole(1, 12), draw.whole(0, 4), draw.whole(1, 6)
    return _under(polynomial([a, b]), low, low + length, between([a, b], low, low + length))


@TOPIC.beginner
def a_triangle(draw: Draw) -> Made:
    a, high = draw.whole(1, 15), draw.whole(1, 12)
    return _under(term(a, "x"), 0, high, Fraction(a * high * high, 2))


@TOPIC.beginner
def under_a_falling_line(draw: Draw) -> Made:
    a, high, rest = draw.whole(1, 6), draw.whole(1, 6), draw.whole(1, 12)
    whole = [-a, a * high + rest]
    return _under(f"{a * high + rest} - {term(a, 'x')}", 0, high, between(whole, 0, high))


@TOPIC.beginner
def under_a_parabola(draw: Draw) -> Made:
    k, low, length = draw.whole(1, 15), draw.whole(0, 4), draw.whole(1, 4)
    return _under(term(k, "x^2"), low, low + length, between([k, 0, 0], low, low + length))


@TOPIC.beginner
def under_a_raised_parabola(draw: Draw) -> Made:
    c, low, length = draw.whole(1, 12), draw.whole(-3, 3), draw.whole(1, 4)
    return _under(polynomial([1, 0, c]), low, low + length, between([1, 0, c], low, low + length))


@TOPIC.beginner
def under_a_parabola_with_all_terms(draw: Draw) -> Made:
    a, b, c, high = draw.whole(1, 4), draw.whole(1, 6), draw.whole(1, 9), draw.whole(1, 4)
    return _under(polynomial([3 * a, 2 * b, c]), 0, high, between([3 * a, 2 * b, c], 0, high))


@TOPIC.beginner
def under_a_power(draw: Draw) -> Made:
    n, k, high = draw.whole(3, 5), draw.whole(1, 24), draw.whole(1, 4)
    return _under(term(k, f"x^{n}"), 0, high, Fraction(k * high ** (n + 1), n + 1))


@TOPIC.beginner
def under_a_root(draw: Draw) -> Made:
    a, k = draw.whole(1, 7), draw.whole(1, 40)
    return _under(term(k, "sqrt(x)"), 0, a * a, Fraction(2 * k * a**3, 3))


@TOPIC.beginner
def under_the_top_of_a_parabola(draw: Draw) -> Made:
    a, k = draw.whole(1, 15), draw.whole(1, 20)
    return _cut_off(polynomial([-k, 0, k * a * a]), Fraction(4 * k * a**3, 3))


@TOPIC.beginner
def above_a_parabola_that_starts_at_zero(draw: Draw) -> Made:
    a, k = draw.signed(9), draw.whole(1, 15)
    return _cut_off(polynomial([k, -k * a, 0]), Fraction(k * abs(a) ** 3, 6))


@TOPIC.beginner
def between_the_zeros_of_a_parabola(draw: Draw) -> Made:
    p, q = sorted(draw.several(2, -9, 9, 0))
    return _cut_off(polynomial(expanded([1, -p], [1, -q])), Fraction((q - p) ** 3, 6))


@TOPIC.beginner
def a_parabola_and_a_line_through_zero(draw: Draw) -> Made:
    a, k = draw.signed(12), draw.whole(1, 15)
    return _with_a_line(term(k, "x^2"), term(k * a, "x"), Fraction(k * abs(a) ** 3, 6))


@TOPIC.beginner
def a_parabola_and_a_level_line(draw: Draw) -> Made:
    a, c = draw.whole(1, 9), draw.signed(9)
    return _with_a_line(polynomial([1, 0, c]), str(a * a + c), Fraction(4 * a**3, 3))


# Intermediate: two curves, changes of sign, the basic functions


@TOPIC.intermediate
def a_parabola_and_a_line(draw: Draw) -> Made:
    (p, q), k, m, c = sorted(draw.several(2, -5, 5)), draw.one_of((1, 2)), draw.signed(6), draw.signed(9)
    parabola = _sum([k * one for one in expanded([1, -p], [1, -q])], [m, c])
    return _with_a_line(polynomial(parabola), polynomial([m, c]), Fraction(k * (q - p) ** 3, 6))


@TOPIC.intermediate
def two_parabolas(draw: Draw) -> Made:
    (p, q), k, other = sorted(draw.several(2, -4, 4)), draw.whole(2, 4), [-1, draw.signed(5), draw.signed(9)]
    first = _sum([k * one for one in expanded([1, -p], [1, -q])], other)
    if first[0] == 0:
        return a_parabola_and_a_line(draw)
    return _two_curves(polynomial(first), polynomial(other), Fraction(k * (q - p) ** 3, 6))


@TOPIC.intermediate
def a_cubic_around_zero(draw: Draw) -> Made:
    a, k = draw.whole(1, 6), draw.signed(12)
    return _cut_off(polynomial([k, 0, -k * a * a, 0]), Fraction(abs(k) * a**4, 2))


@TOPIC.intermediate
def a_cubic_that_touches_the_axis(draw: Draw) -> Made:
    p, q = draw.several(2, -6, 6)
    whole = expanded([1, -p], [1, -q], [1, -q])
    return _cut_off(polynomial(whole), Fraction((p - q) ** 4, 12))


@TOPIC.intermediate
def a_line_that_crosses_the_axis(draw: Draw) -> Made:
    x, k, left, right = draw.whole(-4, 6), draw.signed(6), draw.whole(1, 5), draw.whole(1, 5)
    whole = [k, -k * x]
    return _to_the_axis(polynomial(whole), x - left, x + right, _absolute(whole, x - left, x, x + right))


@TOPIC.intermediate
def a_parabola_that_crosses_the_axis(draw: Draw) -> Made:
    p, gap, more, k = draw.whole(-3, 3), draw.whole(2, 5), draw.whole(1, 3), draw.one_of((1, 2, 3, -1))
    whole = [k * one for one in expanded([1, -p], [1, -p - gap])]
    return _to_the_axis(polynomial(whole), p, p + gap + more, _absolute(whole, p, p + gap, p + gap + more))


@TOPIC.intermediate
def one_arch_of_a_sine(draw: Draw) -> Made:
    a, k = draw.whole(1, 9), draw.whole(1, 20)
    return _under(term(k, f"sin({term(a, 'x')})"), 0, f"pi/{a}" if a > 1 else "pi", Fraction(2 * k, a))


@TOPIC.intermediate
def under_an_exponential(draw: Draw) -> Made:
    n, k = draw.whole(2, 15), draw.whole(1, 15)
    return _under(term(k, "e^x"), 0, f"ln({n})", k * (n - 1))


@TOPIC.intermediate
def under_a_hyperbola(draw: Draw) -> Made:
    n, k = draw.whole(1, 8), draw.whole(1, 25)
    return _under(f"{k}/x", 1, "e" if n == 1 else f"e^{n}", k * n)


@TOPIC.intermediate
def two_curves_that_do_not_meet(draw: Draw) -> Made:
    lower, rise, low, length = [1, 0, draw.signed(6)], draw.whole(1, 9), draw.whole(-3, 2), draw.whole(1, 4)
    upper = _sum(lower, [1, 0, rise])
    area = between([1, 0, rise], low, low + length)
    return _two_curves_between(polynomial(upper), polynomial(lower), low, low + length, area)


@TOPIC.intermediate
def a_cubic_and_a_line(draw: Draw) -> Made:
    a, m, c = draw.whole(1, 5), draw.signed(6), draw.signed(9)
    cubic = [1, 0, m, c]
    return _with_a_line(polynomial(cubic), polynomial([m + a * a, c]), Fraction(a**4, 2))


@TOPIC.intermediate
def under_a_reciprocal_square(draw: Draw) -> Made:
    k, low, length = draw.whole(1, 12), draw.whole(1, 6), draw.whole(1, 9)
    return _under(f"{k}/x^2", low, low + length, Fraction(k, low) - Fraction(k, low + length))


# Advanced: volumes, lengths, cubics with three zeros, exponentials and logarithms


@TOPIC.advanced
def a_power_turned(draw: Draw) -> Made:
    n, k, high = draw.whole(1, 4), draw.whole(1, 12), draw.whole(1, 5)
    return _turned(term(k, power("x", n)), 0, high, Fraction(k * k * high ** (2 * n + 1), 2 * n + 1))


@TOPIC.advanced
def a_root_turned(draw: Draw) -> Made:
    a, b, low, length = draw.whole(1, 5), draw.whole(1, 9), draw.whole(0, 3), draw.whole(1, 5)
    return _turned(f"sqrt({polynomial([a, b])})", low, low + length, between([a, b], low, low + length))


@TOPIC.advanced
def a_line_turned(draw: Draw) -> Made:
    a, b, low, length = draw.whole(1, 4), draw.whole(1, 6), draw.whole(0, 3), draw.whole(1, 4)
    return _turned(polynomial([a, b]), low, low + length, between(expanded([a, b], [a, b]), low, low + length))


@TOPIC.advanced
def the_length_of_a_curve(draw: Draw) -> Made:
    p, q, c = *sorted(draw.several(2, 1, 7)), draw.signed(9)
    curve = f"2/3*x^(3/2) + {c}" if c > 0 else f"2/3*x^(3/2) - {-c}"
    return _length(curve, p * p - 1, q * q - 1, Fraction(2 * (q**3 - p**3), 3))


@TOPIC.advanced
def two_powers(draw: Draw) -> Made:
    n, m, k = *sorted(draw.several(2, 1, 8)), draw.whole(1, 12)
    if (m - n) % 2 == 0:
        m += 1
    return _two_curves(term(k, power("x", n)), term(k, f"x^{m}"), k * abs(Fraction(1, n + 1) - Fraction(1, m + 1)))


@TOPIC.advanced
def between_two_exponentials(draw: Draw) -> Made:
    n, k = draw.whole(2, 12), draw.whole(1, 15)
    area = k * (n + Fraction(1, n) - 2)
    return _two_curves_between(term(k, "e^x"), term(k, "e^(-x)"), 0, f"ln({n})", area)


@TOPIC.advanced
def a_cubic_and_its_tangent(draw: Draw) -> Made:
    a, b = draw.signed(4), draw.signed(15)
    # the tangent of x^3 + b*x at a meets the curve again at -2a
    return _with_a_line(polynomial([1, 0, b, 0]), polynomial([3 * a * a + b, -2 * a**3]), Fraction(27 * a**4, 4))


@TOPIC.advanced
def a_cubic_with_three_zeros(draw: Draw) -> Made:
    p, q, r = sorted(draw.several(3, -5, 5))
    whole = expanded([1, -p], [1, -q], [1, -r])
    return _cut_off(polynomial(whole), _absolute(whole, p, q, r))


@TOPIC.advanced
def under_a_logarithm(draw: Draw) -> Made:
    n, k = draw.whole(1, 6), draw.whole(1, 40)
    high = "e" if n == 1 else f"e^{n}"
    return _under(term(k, "ln(x)"), 1, high, f"{k}*({n - 1}*e^{n} + 1)")


@TOPIC.advanced
def a_quartic_that_touches_the_axis(draw: Draw) -> Made:
    a, k = draw.whole(1, 6), draw.signed(20)
    return _cut_off(polynomial([k, 0, -k * a * a, 0, 0]), Fraction(4 * abs(k) * a**5, 15))


@TOPIC.advanced
def under_a_rational_bell(draw: Draw) -> Made:
    a, k = draw.whole(1, 12), draw.whole(1, 20)
    return _under(f"{k}/(x^2 + {a * a})", -a, a, f"{number(Fraction(k, 2 * a))}*pi")


@TOPIC.advanced
def a_cubic_and_a_parabola(draw: Draw) -> Made:
    (p, q), m, c = sorted(draw.several(2, 1, 4)), draw.signed(3), draw.signed(6)
    difference = expanded([1, 0], [1, -p], [1, -q])
    parabola: list[Fraction | int] = [m, 0, c]
    return _two_curves(polynomial(_sum(difference, parabola)), polynomial(parabola), _absolute(difference, 0, p, q))


@TOPIC.advanced
def a_parabola_in_many_pieces(draw: Draw) -> Made:
    a, left, right = draw.whole(1, 4), draw.whole(1, 3), draw.whole(1, 3)
    whole = [draw.one_of((1, 2, 3, -1)), 0, 0]
    whole[2] = -whole[0] * a * a
    places = (-a - left, -a, a, a + right)
    return _to_the_axis(polynomial(whole), places[0], places[-1], _absolute(whole, *places))
