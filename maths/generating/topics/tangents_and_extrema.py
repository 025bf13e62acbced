"""Tangents, extrema and monotony: functions are built from the zeros of their derivative."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.calculus import Coefficients, antiderivative, derivative, power, value
from maths.generating.exercise import Made, Topic
from maths.generating.writing import expanded, number, polynomial, shown, term, total, values
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "tangents_and_extrema",
    Message("Tangents and extrema"),
    "Taylor series at the point and the function's own values in balls between the zeros of its derivative",
    ("tangent", "normal line", "extrema", "maximum and minimum", "critical points", "inflection", "mean value theorem",
     "접선", "접선의 방정식", "극대", "극소", "극댓값", "극솟값", "최댓값", "최솟값", "최대 최소", "증가와 감소",
     "변곡점", "평균값 정리", "도함수의 활용", "미분의 활용"),
)  # fmt: skip
_TRIPLES = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (9, 40, 41), (12, 35, 37))


def _slope(curve: str, x: int, answer: Fraction | int) -> Made:
    message = Message(
        "Find the slope of the tangent line to {curve} at {place}.", curve=shown(curve), place=shown(f"x = {x}")
    )
    return Made(message, number(answer))


def _line(slope: Fraction | int, constant: Fraction | int) -> str:
    return f"y = {polynomial([slope, constant])}"


def _tangent(curve: str, x: int, slope: Fraction | int, y: Fraction | int) -> Made:
    message = Message(
        "Find the equation of the tangent line to {curve} at {place}.", curve=shown(curve), place=shown(f"x = {x}")
    )
    return Made(message, _line(slope, y - slope * x))


def _tangent_at(curve: str, x: int, y: int, answer: str) -> Made:
    message = Message(
        "Find the equation of the tangent line to the curve {curve} at the point {point}.",
        curve=shown(curve),
        point=shown(f"({x}, {y})"),
    )
    return Made(message, answer)


def _local_maximum(function: str, answer: Fraction | int | str) -> Made:
    message = Message("Find the local maximum value of {function}.", function=shown(f"f(x) = {function}"))
    return Made(message, answer if isinstance(answer, str) else number(answer))


def _local_minimum(function: str, answer: Fraction | int | str) -> Made:
    message = Message("Find the local minimum value of {function}.", function=shown(f"f(x) = {function}"))
    return Made(message, answer if isinstance(answer, str) else number(answer))


def _greatest(function: str, answer: Fraction | int) -> Made:
    return Made(Message("Find the maximum value of {function}.", function=shown(f"f(x) = {function}")), number(answer))


def _least(function: str, answer: Fraction | int) -> Made:
    return Made(Message("Find the minimum value of {function}.", function=shown(f"f(x) = {function}")), number(answer))


def _greatest_on(coefficients: Coefficients, low: int, high: int, answer: Fraction | int) -> Made:
    message = Message(
        "Find the maximum value of {function} on the interval {interval}.",
        function=shown(f"f(x) = {polynomial(coefficients)}"),
        interval=shown(f"[{low}, {high}]"),
    )
    return Made(message, number(answer))


def _least_on(coefficients: Coefficients, low: int, high: int, answer: Fraction | int) -> Made:
    message = Message(
        "Find the minimum value of {function} on the interval {interval}.",
        function=shown(f"f(x) = {polynomial(coefficients)}"),
        interval=shown(f"[{low}, {high}]"),
    )
    return Made(message, number(answer))


def _critical(function: str, answer: str) -> Made:
    return Made(Message("Find the critical points of {function}.", function=shown(f"f(x) = {function}")), answer)


def _increasing(function: str, answer: str) -> Made:
    message = Message("On what open intervals is {function} increasing?", function=shown(f"f(x) = {function}"))
    return Made(message, answer, type="interval")


def _decreasing(function: str, answer: str) -> Made:
    message = Message("On what open intervals is {function} decreasing?", function=shown(f"f(x) = {function}"))
    return Made(message, answer, type="interval")


def _inflection(curve: str, answer: str, kind: str = "tuple") -> Made:
    return Made(Message("Find the inflection points of {curve}.", curve=shown(f"y = {curve}")), answer, type=kind)


def _mean_value(function: str, low: int, high: int, answer: str) -> Made:
    message = Message(
        "Find the value of c that satisfies the mean value theorem for {function} on {interval}.",
        function=shown(f"f(x) = {function}"),
        interval=shown(f"[{low}, {high}]"),
    )
    return Made(message, answer)


def _parabola(draw: Draw, leading: int, middle: int) -> list[Fraction | int]:
    """With its turning point over `middle`."""
    return [leading, -2 * leading * middle, draw.signed(12)]


def _cubic(draw: Draw, first: int, second: int) -> list[Fraction | int]:
    """Whose derivative is zero at two places; their sum is even."""
    leading = draw.one_of((3, 3, 6))
    return antiderivative(expanded([leading, -leading * first], [1, -second]), draw.signed(9))


def _places(draw: Draw, high: int) -> tuple[int, int]:
    """Two places with an even sum, the smaller first."""
    first, half = draw.whole(-high, high - 2), draw.whole(1, 2)
    return first, first + 2 * half


# Beginner: slopes and tangents of parabolas, their turning points


@TOPIC.beginner
def the_slope_of_a_parabola(draw: Draw) -> Made:
    whole, x = [draw.whole(1, 5), draw.signed(9), draw.signed(9)], draw.signed(5)
    return _slope(f"y = {polynomial(whole)}", x, value(derivative(whole), x))


@TOPIC.beginner
def the_slope_of_a_cubic(draw: Draw) -> Made:
    whole, x = [1, draw.signed(4), draw.signed(9), 0], draw.signed(3)
    return _slope(f"y = {polynomial(whole)}", x, value(derivative(whole), x))


@TOPIC.beginner
def a_tangent_of_a_parabola(draw: Draw) -> Made:
    whole, x = [1, draw.signed(8), draw.signed(9)], draw.signed(5)
    return _tangent(f"y = {polynomial(whole)}", x, value(derivative(whole), x), value(whole, x))


@TOPIC.beginner
def a_tangent_at_a_point_of_a_parabola(draw: Draw) -> Made:
    whole, x = [draw.whole(2, 5), 0, draw.signed(9)], draw.signed(4)
    slope, y = value(derivative(whole), x), value(whole, x)
    return _tangent_at(f"y = {polynomial(whole)}", x, int(y), _line(slope, y - slope * x))


@TOPIC.beginner
def a_tangent_at_a_point_of_a_simple_cubic(draw: Draw) -> Made:
    whole, x = [1, 0, 0, draw.signed(12)], draw.signed(3)
    slope, y = value(derivative(whole), x), value(whole, x)
    return _tangent_at(f"y = {polynomial(whole)}", x, int(y), _line(slope, y - slope * x))


@TOPIC.beginner
def the_top_of_a_parabola(draw: Draw) -> Made:
    x = draw.signed(6)
    whole = _parabola(draw, -draw.whole(1, 4), x)
    return _greatest(polynomial(whole), value(whole, x))


@TOPIC.beginner
def the_bottom_of_a_parabola(draw: Draw) -> Made:
    x = draw.signed(6)
    whole = _parabola(draw, draw.whole(1, 4), x)
    return _least(polynomial(whole), value(whole, x))


@TOPIC.beginner
def where_a_parabola_turns(draw: Draw) -> Made:
    x = draw.signed(9)
    return _critical(polynomial(_parabola(draw, draw.signed(4), x)), str(x))


@TOPIC.beginner
def where_a_parabola_rises(draw: Draw) -> Made:
    x, leading = draw.signed(9), draw.signed(3)
    answer = f"({x}, oo)" if leading > 0 else f"(-oo, {x})"
    return _increasing(polynomial(_parabola(draw, leading, x)), answer)


@TOPIC.beginner
def where_a_parabola_falls(draw: Draw) -> Made:
    x, leading = draw.signed(9), draw.signed(3)
    answer = f"(-oo, {x})" if leading > 0 else f"({x}, oo)"
    return _decreasing(polynomial(_parabola(draw, leading, x)), answer)


@TOPIC.beginner
def the_greatest_value_of_a_parabola_on_an_interval(draw: Draw) -> Made:
    x, left, right = draw.signed(4), draw.whole(1, 3), draw.whole(1, 4)
    whole = _parabola(draw, -draw.whole(1, 2), x)
    return _greatest_on(whole, x - left, x + right, value(whole, x))


@TOPIC.beginner
def the_least_value_of_a_parabola_on_an_interval(draw: Draw) -> Made:
    x, left, right = draw.signed(4), draw.whole(1, 3), draw.whole(1, 4)
    whole = _parabola(draw, draw.whole(1, 2), x)
    return _least_on(whole, x - left, x + right, value(whole, x))


@TOPIC.beginner
def the_greatest_value_at_an_end(draw: Draw) -> Made:
    x, left, more = draw.signed(4), draw.whole(0, 2), draw.whole(1, 3)
    whole = _parabola(draw, draw.whole(1, 2), x)
    return _greatest_on(whole, x - left, x + left + more, value(whole, x + left + more))


# Intermediate: cubics, normals, intervals, points of inflection


@TOPIC.intermediate
def the_local_maximum_of_a_cubic(draw: Draw) -> Made:
    first, second = _places(draw, 5)
    whole = _cubic(draw, first, second)
    return _local_maximum(polynomial(whole), value(whole, first))


@TOPIC.intermediate
def the_local_minimum_of_a_cubic(draw: Draw) -> Made:
    first, second = _places(draw, 5)
    whole = _cubic(draw, first, second)
    return _local_minimum(polynomial(whole), value(whole, second))


@TOPIC.intermediate
def both_extrema_of_a_cubic(draw: Draw) -> Made:
    first, second = _places(draw, 4)
    whole = _cubic(draw, first, second)
    message = Message(
        "Find the local maximum and minimum values of {function}.", function=shown(f"f(x) = {polynomial(whole)}")
    )
    return Made(message, f"{number(value(whole, first))}, {number(value(whole, second))}", type="list", ordered=True)


@TOPIC.intermediate
def where_a_cubic_turns(draw: Draw) -> Made:
    first, second = _places(draw, 7)
    return _critical(polynomial(_cubic(draw, first, second)), values([first, second]))


@TOPIC.intermediate
def where_a_cubic_rises(draw: Draw) -> Made:
    first, second = _places(draw, 7)
    return _increasing(polynomial(_cubic(draw, first, second)), f"(-oo, {first}) union ({second}, oo)")


@TOPIC.intermediate
def where_a_cubic_falls(draw: Draw) -> Made:
    first, second = _places(draw, 7)
    return _decreasing(polynomial(_cubic(draw, first, second)), f"({first}, {second})")


@TOPIC.intermediate
def where_a_cubic_bends(draw: Draw) -> Made:
    x, k = draw.signed(4), draw.one_of((1, 1, 2, -1))
    whole = [k, -3 * k * x, draw.signed(9), draw.signed(9)]
    return _inflection(polynomial(whole), f"({x}, {number(value(whole, x))})")


@TOPIC.intermediate
def the_greatest_value_of_a_cubic_on_an_interval(draw: Draw) -> Made:
    first, second = _places(draw, 3)
    whole, low, high = _cubic(draw, first, second), first - draw.whole(0, 2), second + draw.whole(1, 2)
    return _greatest_on(whole, low, high, max(value(whole, x) for x in (low, first, second, high)))


@TOPIC.intermediate
def the_least_value_of_a_cubic_on_an_interval(draw: Draw) -> Made:
    first, second = _places(draw, 3)
    whole, low, high = _cubic(draw, first, second), first - draw.whole(1, 2), second + draw.whole(0, 2)
    return _least_on(whole, low, high, min(value(whole, x) for x in (low, first, second, high)))


@TOPIC.intermediate
def a_tangent_of_a_cubic(draw: Draw) -> Made:
    whole, x = [1, draw.signed(4), draw.signed(6), draw.signed(9)], draw.signed(2)
    return _tangent(f"y = {polynomial(whole)}", x, value(derivative(whole), x), value(whole, x))


@TOPIC.intermediate
def a_normal_of_a_parabola(draw: Draw) -> Made:
    whole, x = [1, draw.signed(6), draw.signed(9)], draw.signed(4)
    slope, y = value(derivative(whole), x), value(whole, x)
    if slope == 0:
        return a_tangent_of_a_cubic(draw)
    message = Message(
        "Find the equation of the normal line to {curve} at {place}.",
        curve=shown(f"y = {polynomial(whole)}"),
        place=shown(f"x = {x}"),
    )
    return Made(message, _line(-1 / slope, y + x / slope))


@TOPIC.intermediate
def where_a_cubic_is_convex(draw: Draw) -> Made:
    x, k = draw.signed(8), draw.one_of((1, 2, -1))
    message = Message(
        "On what open intervals is {curve} concave up?",
        curve=shown(f"y = {polynomial([k, -3 * k * x, draw.signed(9), draw.signed(9)])}"),
    )
    return Made(message, f"({x}, oo)" if k > 0 else f"(-oo, {x})", type="interval")


@TOPIC.intermediate
def a_tangent_of_a_hyperbola(draw: Draw) -> Made:
    x, y = draw.signed(8), draw.whole(1, 12)
    return _tangent_at(f"y = {x * y}/x", x, y, _line(Fraction(-y, x), 2 * y))


@TOPIC.intermediate
def a_tangent_of_a_root(draw: Draw) -> Made:
    root, a = draw.whole(1, 6), draw.signed(9)
    slope = Fraction(1, 2 * root)
    return _tangent(f"y = sqrt({polynomial([1, -a])})", root * root + a, slope, root)


@TOPIC.intermediate
def the_mean_value_of_a_parabola(draw: Draw) -> Made:
    low, length = draw.whole(-5, 5), draw.whole(2, 8)
    whole = [draw.whole(1, 4), draw.signed(6), draw.signed(9)]
    return _mean_value(polynomial(whole), low, low + length, number(Fraction(2 * low + length, 2)))


# Advanced: other functions, curves that are no graphs


@TOPIC.advanced
def a_tangent_of_an_exponential(draw: Draw) -> Made:
    a, b, c = draw.signed(6), draw.signed(6, 1), draw.signed(6)
    return _tangent("y = " + total([term(a, f"e^({term(b, 'x')})"), term(c, "x")]), 0, a * b + c, a)


@TOPIC.advanced
def a_tangent_of_a_logarithm(draw: Draw) -> Made:
    a, k, x = draw.whole(1, 6), draw.whole(1, 6), draw.signed(4)
    inside = polynomial([a, 1 - a * x])
    return _tangent(f"y = {term(k, f'ln({inside})')}", x, k * a, 0)


@TOPIC.advanced
def a_tangent_of_a_circle(draw: Draw) -> Made:
    a, b, c = draw.one_of(_TRIPLES)
    x, y = draw.shuffled((a * draw.one_of((1, -1)), b * draw.one_of((1, -1))))
    return _tangent_at(f"x^2 + y^2 = {c * c}", x, y, _line(Fraction(-x, y), Fraction(c * c, y)))


@TOPIC.advanced
def a_tangent_of_an_ellipse(draw: Draw) -> Made:
    x, y, a, b = draw.signed(5), draw.signed(5), draw.whole(1, 3), draw.whole(2, 4)
    total_ = a * x * x + b * y * y
    curve = f"{term(a, 'x^2')} + {b}*y^2 = {total_}"
    return _tangent_at(curve, x, y, _line(Fraction(-a * x, b * y), Fraction(total_, b * y)))


@TOPIC.advanced
def the_unknown_and_its_reciprocal(draw: Draw) -> Made:
    a, k, c = draw.whole(1, 6), draw.whole(1, 4), draw.signed(9)
    function = total([term(k, "x"), f"{k * a * a}/x", number(c)])
    if draw.whole(0, 1):
        return _local_minimum(function, 2 * k * a + c)
    return _local_maximum(function, -2 * k * a + c)


@TOPIC.advanced
def the_unknown_times_an_exponential(draw: Draw) -> Made:
    a, k, c = draw.whole(1, 6), draw.whole(1, 6), draw.signed(9)
    return _local_maximum(total([f"{term(k, 'x')}*e^({term(-a, 'x')})", number(c)]), f"{k}/({a}*e) + ({c})")


@TOPIC.advanced
def the_least_value_of_a_quartic(draw: Draw) -> Made:
    a, k, c = draw.whole(1, 4), draw.whole(1, 3), draw.signed(15)
    return _least(polynomial([k, 0, -2 * k * a * a, 0, c]), c - k * a**4)


@TOPIC.advanced
def where_a_quartic_bends(draw: Draw) -> Made:
    a, c = draw.whole(1, 4), draw.signed(30)
    whole = [1, 0, -6 * a * a, 0, c]
    y = number(value(whole, a))
    return _inflection(polynomial(whole), f"({-a}, {y}), ({a}, {y})", "set")


@TOPIC.advanced
def the_greatest_value_of_a_quartic_on_an_interval(draw: Draw) -> Made:
    a, low, high, c = draw.whole(1, 3), draw.whole(0, 3), draw.whole(1, 4), draw.signed(9)
    whole = [1, 0, -2 * a * a, 0, c]
    candidates = [-low, high, *(x for x in (-a, 0, a) if -low < x < high)]
    return _greatest_on(whole, -low, high, max(value(whole, x) for x in candidates))


@TOPIC.advanced
def the_mean_value_of_a_root(draw: Draw) -> Made:
    (a, b), k = sorted(draw.several(2, 1, 12)), draw.whole(1, 5)
    return _mean_value(term(k, "sqrt(x)"), a * a, b * b, number(Fraction(a + b, 2) ** 2))


@TOPIC.advanced
def the_mean_value_of_a_cubic(draw: Draw) -> Made:
    b, k = draw.whole(1, 9), draw.signed(9)
    return _mean_value(polynomial([1, 0, k, 0]), 0, b, f"{b}*sqrt(3)/3")


@TOPIC.advanced
def where_an_exponential_product_bends(draw: Draw) -> Made:
    a, k, c = draw.whole(1, 6), draw.whole(1, 6), draw.signed(9)
    answer = f"({number(Fraction(2, a))}, {number(Fraction(2 * k, a))}*e^(-2) + ({c}))"
    return _inflection(total([f"{term(k, 'x')}*e^({term(-a, 'x')})", number(c)]), answer)


@TOPIC.advanced
def where_a_power_times_an_exponential_turns(draw: Draw) -> Made:
    a, n, k = draw.signed(6), draw.whole(2, 6), draw.whole(1, 5)
    return _critical(f"{term(k, power('x', n))}*e^({term(a, 'x')})", values([0, Fraction(-n, a)]))


@TOPIC.advanced
def a_square_times_an_exponential(draw: Draw) -> Made:
    a, k, c = draw.whole(1, 5), draw.whole(1, 6), draw.signed(9)
    function = f"{term(k, 'x^2')}*e^({term(-a, 'x')})"
    return _local_maximum(total([function, number(c)]), f"{number(Fraction(4 * k, a * a))}*e^(-2) + ({c})")


@TOPIC.advanced
def where_a_square_times_an_exponential_rises(draw: Draw) -> Made:
    a, k, n = draw.whole(1, 7), draw.whole(1, 6), draw.one_of((2, 4))
    return _increasing(f"{term(k, f'x^{n}')}*e^({term(-a, 'x')})", f"(0, {number(Fraction(n, a))})")


@TOPIC.advanced
def the_unknown_over_a_quadratic(draw: Draw) -> Made:
    a, k, c = draw.whole(1, 9), draw.whole(1, 8), draw.signed(6)
    return _local_maximum(total([f"({term(k, 'x')})/(x^2 + {a * a})", number(c)]), Fraction(k, 2 * a) + c)
