"""Functions: values, compositions, inverses, domains and ranges, all by arithmetic of coefficients."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.asking import expression_where, value_where
from maths.generating.exercise import Made, Topic
from maths.generating.writing import expanded, number, polynomial, shown, total
from maths.message import Formula, Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.generating.draw import Draw

TOPIC = Topic(
    "functions",
    Message("Functions"),
    "the definitions gone through in the words' order; an inverse by putting each function into the other",
    ("function", "composition", "composite functions", "inverse functions", "domain and range", "함수", "합성함수",
     "역함수", "일차함수", "이차함수", "정의역", "치역", "정비례와 반비례"),
)  # fmt: skip


def _at(coefficients: Sequence[Fraction | int], x: Fraction | int) -> Fraction:
    value = Fraction(0)
    for coefficient in coefficients:
        value = value * x + coefficient
    return value


def _of(coefficients: Sequence[Fraction | int], inner: Sequence[Fraction | int]) -> list[Fraction | int]:
    """The coefficients of the outer polynomial with the inner one put in."""
    found: list[Fraction | int] = [0]
    for coefficient in coefficients:
        found = expanded(found, inner)
        found[-1] += coefficient
    return _trimmed(found)


def _trimmed(coefficients: Sequence[Fraction | int]) -> list[Fraction | int]:
    first = next((k for k, value in enumerate(coefficients) if value), len(coefficients))
    return list(coefficients[first:])


def _less(first: Sequence[Fraction | int], second: Sequence[Fraction | int]) -> list[Fraction | int]:
    size = max(len(first), len(second))
    left = [*[0] * (size - len(first)), *first]
    right = [*[0] * (size - len(second)), *second]
    return _trimmed([a - b for a, b in zip(left, right, strict=True)])


def _inverse_at(function: str, value: Fraction | int, answer: Fraction | int) -> Made:
    wanted = Formula(f"f^(-1)({number(value)})", f"f^{{-1}}({number(value)})")
    return Made(Message("If {given}, find the value of {wanted}.", given=shown(f"f(x) = {function}"), wanted=wanted),
                number(answer))  # fmt: skip


def _inverse(function: str, answer: str) -> Made:
    return Made(Message("Find the inverse function of {function}.", function=shown(f"f(x) = {function}")), answer)


def _domain(function: str, answer: str) -> Made:
    return Made(Message("Find the domain of the function {function}.", function=shown(f"f(x) = {function}")), answer)


def _range(function: str, answer: str) -> Made:
    return Made(Message("Find the range of the function {function}.", function=shown(f"f(x) = {function}")), answer)


def _point(x: Fraction | int, y: Fraction | int) -> str:
    return f"({number(x)}, {number(y)})"


# Beginner


@TOPIC.beginner
def a_linear_value(draw: Draw) -> Made:
    a, b, c = draw.signed(9), draw.signed(12), draw.signed(9)
    return value_where([f"f(x) = {polynomial([a, b])}"], f"f({c})", str(a * c + b))


@TOPIC.beginner
def a_quadratic_value(draw: Draw) -> Made:
    f, c = [draw.whole(1, 4), draw.signed(6), draw.signed(9)], draw.signed(5)
    return value_where([f"f(x) = {polynomial(f)}"], f"f({c})", number(_at(f, c)))


@TOPIC.beginner
def two_values_added(draw: Draw) -> Made:
    f, (p, q) = [draw.signed(6), draw.signed(12)], draw.several(2, -5, 6)
    return value_where([f"f(x) = {polynomial(f)}"], f"f({p}) + f({q})", number(_at(f, p) + _at(f, q)))


@TOPIC.beginner
def a_letter_in_the_function(draw: Draw) -> Made:
    a, k, p = draw.signed(6), draw.signed(12), draw.signed(6)
    return value_where([f"f(x) = {polynomial([a, 0])} + k", f"f({p}) = {a * p + k}"], "k", str(k))


@TOPIC.beginner
def where_a_value_is_taken(draw: Draw) -> Made:
    a, b, c = draw.signed(7), draw.signed(12), draw.signed(9)
    return value_where([f"f(x) = {polynomial([a, b])}", f"f(k) = {a * c + b}"], "k", str(c))


@TOPIC.beginner
def a_value_in_a_function(draw: Draw) -> Made:
    f, g, c = [draw.signed(5), draw.signed(9)], [draw.signed(4), draw.signed(9)], draw.signed(5)
    given = [f"f(x) = {polynomial(f)}", f"g(x) = {polynomial(g)}"]
    return value_where(given, f"f(g({c}))", number(_at(f, _at(g, c))))


@TOPIC.beginner
def a_function_twice(draw: Draw) -> Made:
    f, c = [draw.signed(5, 1), draw.signed(9)], draw.signed(5)
    return value_where([f"f(x) = {polynomial(f)}"], f"f(f({c}))", number(_at(f, _at(f, c))))


@TOPIC.beginner
def the_slope_through_two_points(draw: Draw) -> Made:
    slope, x, y, step = draw.signed(6), draw.signed(6), draw.signed(9), draw.whole(1, 6)
    points = shown(_point(x, y)), shown(_point(x + step, y + slope * step))
    return Made(Message("Find the slope of the line through the points {first} and {second}.", first=points[0],
                        second=points[1]), str(slope))  # fmt: skip


@TOPIC.beginner
def the_line_with_a_slope(draw: Draw) -> Made:
    slope, x, y = draw.signed(6), draw.signed(6), draw.signed(9)
    statement = Message("Find the equation of the line through the point {point} with slope {slope}.",
                        point=shown(_point(x, y)), slope=shown(str(slope)))  # fmt: skip
    return Made(statement, f"y = {polynomial([slope, y - slope * x])}")


@TOPIC.beginner
def directly_proportional(draw: Draw) -> Made:
    factor, (x, other) = draw.whole(2, 12), draw.several(2, 1, 12)
    return Made(Message("y varies directly as x. If {first} when {second}, find y when {third}.",
                        first=shown(f"y = {factor * x}"), second=shown(f"x = {x}"), third=shown(f"x = {other}")),
                str(factor * other))  # fmt: skip


@TOPIC.beginner
def inversely_proportional(draw: Draw) -> Made:
    a, b, c = draw.whole(2, 9), draw.whole(2, 9), draw.whole(2, 5)
    # the product is a*b*c: y = a*c when x = b, and y = a when x = b*c
    return Made(Message("y varies inversely as x. If {first} when {second}, find y when {third}.",
                        first=shown(f"y = {a * c}"), second=shown(f"x = {b}"), third=shown(f"x = {b * c}")),
                str(a))  # fmt: skip


@TOPIC.beginner
def a_difference_of_values(draw: Draw) -> Made:
    f = [draw.whole(1, 3), draw.signed(9)]
    p, q = draw.several(2, -4, 6)
    square = [f[0], 0, f[1]]
    return value_where([f"f(x) = {polynomial(square)}"], f"f({p}) - f({q})", number(_at(square, p) - _at(square, q)))


@TOPIC.beginner
def the_line_through_two_points(draw: Draw) -> Made:
    slope, x, y, step = draw.signed(5), draw.signed(5), draw.signed(9), draw.whole(1, 5)
    statement = Message("Find the equation of the line through the points {first} and {second}.",
                        first=shown(_point(x, y)), second=shown(_point(x + step, y + slope * step)))  # fmt: skip
    return Made(statement, f"y = {polynomial([slope, y - slope * x])}")


# Intermediate


@TOPIC.intermediate
def a_linear_composition(draw: Draw) -> Made:
    f, g = [draw.signed(6), draw.signed(9)], [draw.signed(6), draw.signed(9)]
    given = [f"f(x) = {polynomial(f)}", f"g(x) = {polynomial(g)}"]
    return expression_where(given, "f(g(x))", polynomial(_of(f, g)), "expanded")


@TOPIC.intermediate
def a_quadratic_composition(draw: Draw) -> Made:
    f, g = [draw.whole(1, 3), draw.signed(6), draw.signed(9)], [draw.whole(1, 3), draw.signed(5)]
    given = [f"f(x) = {polynomial(f)}", f"g(x) = {polynomial(g)}"]
    return expression_where(given, "f(g(x))", polynomial(_of(f, g)), "expanded")


@TOPIC.intermediate
def a_linear_inverse(draw: Draw) -> Made:
    a, b = draw.signed(9, 1, -1), draw.signed(12)
    return _inverse(polynomial([a, b]), f"({polynomial([1, -b])})/({a})")


@TOPIC.intermediate
def a_value_of_the_inverse(draw: Draw) -> Made:
    a, b, c = draw.signed(7, 1), draw.signed(12), draw.signed(9)
    return _inverse_at(polynomial([a, b]), a * c + b, c)


@TOPIC.intermediate
def one_step_further(draw: Draw) -> Made:
    f = [draw.whole(1, 4), draw.signed(7), draw.signed(9)]
    answer = _less(_of(f, [1, 1]), f)
    return expression_where([f"f(x) = {polynomial(f)}"], "f(x + 1) - f(x)", polynomial(answer), "expanded")


@TOPIC.intermediate
def a_shifted_argument(draw: Draw) -> Made:
    f, k = [draw.whole(1, 3), draw.signed(7), draw.signed(9)], draw.signed(5)
    wanted = f"f({polynomial([1, k])})"
    return expression_where([f"f(x) = {polynomial(f)}"], wanted, polynomial(_of(f, [1, k])), "expanded")


@TOPIC.intermediate
def the_vertex(draw: Draw) -> Made:
    a, h, k = draw.signed(3), draw.signed(6), draw.signed(12)
    parabola = f"y = {polynomial([a, -2 * a * h, a * h * h + k])}"
    return Made(Message("Find the vertex of the parabola {parabola}.", parabola=shown(parabola)), _point(h, k))


@TOPIC.intermediate
def the_least_value(draw: Draw) -> Made:
    a, h, k = draw.whole(1, 4), draw.signed(6), draw.signed(12)
    function = shown(f"f(x) = {polynomial([a, -2 * a * h, a * h * h + k])}")
    return Made(Message("Find the minimum value of the function {function}.", function=function), str(k))


@TOPIC.intermediate
def the_domain_of_a_root(draw: Draw) -> Made:
    a, x = draw.signed(6), draw.signed(9)
    answer = f"[{x}, oo)" if a > 0 else f"(-oo, {x}]"
    return _domain(f"sqrt({polynomial([a, -a * x])})", answer)


@TOPIC.intermediate
def the_domain_of_a_fraction(draw: Draw) -> Made:
    a, b, x = draw.signed(9), draw.whole(1, 5), draw.signed(9)
    return _domain(f"{a}/({polynomial([b, -b * x])})", f"(-oo, {x}) union ({x}, oo)")


@TOPIC.intermediate
def the_range_of_a_parabola(draw: Draw) -> Made:
    a, h, k = draw.signed(3), draw.signed(6), draw.signed(12)
    return _range(polynomial([a, -2 * a * h, a * h * h + k]), f"[{k}, oo)" if a > 0 else f"(-oo, {k}]")


@TOPIC.intermediate
def a_difference_of_functions(draw: Draw) -> Made:
    f, g = [draw.signed(4), draw.signed(6), draw.signed(9)], [draw.signed(4), draw.signed(9)]
    a, b = draw.whole(2, 4), draw.whole(2, 4)
    answer = _less([a * c for c in f], [b * c for c in g])
    given = [f"f(x) = {polynomial(f)}", f"g(x) = {polynomial(g)}"]
    return expression_where(given, f"{a}*f(x) - {b}*g(x)", polynomial(answer), "expanded")


@TOPIC.intermediate
def a_letter_in_the_inner_function(draw: Draw) -> Made:
    f, a, b, x = [draw.signed(5), draw.signed(9)], draw.signed(6), draw.signed(9), draw.signed(4)
    value = number(_at(f, a * x + b))
    given = [f"f(x) = {polynomial(f)}", f"g(x) = a*x {'+' if b > 0 else '-'} {abs(b)}", f"f(g({x})) = {value}"]
    return value_where(given, "a", str(a))


# Advanced


@TOPIC.advanced
def the_inverse_of_a_fraction(draw: Draw) -> Made:
    a, b, c, d = _fraction(draw)
    function = f"({polynomial([a, b])})/({polynomial([c, d])})"
    return _inverse(function, f"({polynomial([-d, b])})/({polynomial([c, -a])})")


def _fraction(draw: Draw) -> tuple[int, int, int, int]:
    """(ax + b)/(cx + d), not constant and in lowest terms."""
    a, b, c, d = draw.signed(5), draw.signed(9), draw.whole(1, 3), draw.signed(7)
    while a * d == b * c:
        d += 1 if d != -1 else 2
    return a, b, c, d


@TOPIC.advanced
def a_value_of_the_inverse_of_a_fraction(draw: Draw) -> Made:
    a, b, c, d = _fraction(draw)
    x = next(x for x in range(draw.whole(-6, 6), 30) if c * x + d)
    return _inverse_at(f"({polynomial([a, b])})/({polynomial([c, d])})", Fraction(a * x + b, c * x + d), x)


@TOPIC.advanced
def a_value_of_the_inverse_of_a_cubic(draw: Draw) -> Made:
    f, x = [draw.whole(1, 2), 0, draw.whole(1, 6), draw.signed(9)], draw.signed(4)
    return _inverse_at(polynomial(f), _at(f, x), x)


@TOPIC.advanced
def the_inverse_of_a_root(draw: Draw) -> Made:
    a, b = draw.whole(1, 5), draw.signed(12)
    return _inverse(f"sqrt({polynomial([a, b])})", f"(x^2 {'-' if b > 0 else '+'} {abs(b)})/{a}")


@TOPIC.advanced
def the_domain_of_a_quadratic_root(draw: Draw) -> Made:
    low, high = sorted(draw.several(2, -7, 8))
    whole = expanded([1, -low], [1, -high])
    if draw.one_of([True, False]):
        return _domain(f"sqrt({polynomial(whole)})", f"(-oo, {low}] union [{high}, oo)")
    return _domain(f"sqrt({polynomial([-c for c in whole])})", f"[{low}, {high}]")


@TOPIC.advanced
def the_domain_of_a_root_over_a_difference(draw: Draw) -> Made:
    pole, end = sorted(draw.several(2, -8, 9, 0))
    return _domain(f"sqrt({end} - x)/({polynomial([1, -pole])})", f"(-oo, {pole}) union ({pole}, {end}]")


@TOPIC.advanced
def the_greatest_value_on_an_interval(draw: Draw) -> Made:
    h, k, left, right = draw.signed(4), draw.signed(9), draw.whole(1, 4), draw.whole(1, 4)
    a = draw.one_of([1, 2, -1, -2])
    greatest = k if a < 0 else k + a * max(left, right) ** 2
    statement = Message("Find the maximum value of {function} on the interval {interval}.",
                        function=shown(f"f(x) = {polynomial([a, -2 * a * h, a * h * h + k])}"),
                        interval=shown(f"[{h - left}, {h + right}]"))  # fmt: skip
    return Made(statement, str(greatest))


@TOPIC.advanced
def both_orders(draw: Draw) -> Made:
    f, g = [draw.whole(2, 5), draw.signed(6)], [draw.whole(1, 3), draw.signed(4), draw.signed(4)]
    given = [f"f(x) = {polynomial(f)}", f"g(x) = {polynomial(g)}"]
    answer = _less(_of(f, g), _of(g, f))
    return expression_where(given, "f(g(x)) - g(f(x))", polynomial(answer), "expanded")


@TOPIC.advanced
def the_difference_quotient(draw: Draw) -> Made:
    a, b, c = draw.signed(5), draw.signed(9), draw.signed(12)
    answer = total([polynomial([2 * a, b]), f"{a}*h"])
    return expression_where([f"f(x) = {polynomial([a, b, c])}"], "(f(x + h) - f(x))/h", answer)


@TOPIC.advanced
def three_times_the_same(draw: Draw) -> Made:
    f = [draw.signed(4, 1, -1), draw.signed(7)]
    answer = polynomial(_of(f, _of(f, f)))
    return expression_where([f"f(x) = {polynomial(f)}"], "f(f(f(x)))", answer, "expanded")


@TOPIC.advanced
def a_fraction_in_itself(draw: Draw) -> Made:
    a, b, c, d = _fraction(draw)
    top, bottom = [a * a + b * c, b * (a + d)], [c * (a + d), b * c + d * d]
    if a + d == 0 or 0 in (top[0], bottom[1]):
        return the_inverse_of_a_fraction(draw)
    return expression_where(
        [f"f(x) = ({polynomial([a, b])})/({polynomial([c, d])})"],
        "f(f(x))",
        f"({polynomial(top)})/({polynomial(bottom)})",
    )


@TOPIC.advanced
def two_equal_values(draw: Draw) -> Made:
    (p, q), c = draw.several(2, -6, 7, 0), draw.signed(9)
    given = [f"f(x) = x^2 + k*x {'+' if c > 0 else '-'} {abs(c)}", f"f({p}) = f({q})"]
    return value_where(given, "k", str(-p - q))


@TOPIC.advanced
def the_inverse_of_a_composition(draw: Draw) -> Made:
    f, g, x = [draw.signed(5, 1), draw.signed(9)], [draw.signed(4, 1), draw.signed(9)], draw.signed(6)
    value = number(_at(f, _at(g, x)))
    given = [f"f(x) = {polynomial(f)}", f"g(x) = {polynomial(g)}", f"f(g(k)) = {value}"]
    return value_where(given, "k", str(x))
