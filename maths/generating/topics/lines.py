"""Straight lines: slope and a point are chosen first, in plain fractions."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.figures import surd
from maths.generating.writing import number, polynomial, shown, term, total
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw
    from maths.message import Argument

TOPIC = Topic(
    "lines",
    Message("Equations of lines"),
    "the line found exactly from the words, and both points put into its equation",
    (
        "line",
        "slope",
        "gradient",
        "linear function",
        "직선의 방정식",
        "기울기",
        "일차함수",
        "절편",
        "점과 직선 사이의 거리",
    ),
)
_LEGS = ((3, 4, 5), (4, 3, 5), (5, 12, 13), (12, 5, 13), (8, 15, 17), (6, 8, 10))


def _place(x: Fraction | int, y: Fraction | int) -> Argument:
    return shown(f"({number(x)}, {number(y)})")


def _explicit(slope: Fraction | int, intercept: Fraction | int) -> str:
    return f"y = {polynomial([slope, intercept])}"


def _general(a: int, b: int, c: int) -> str:
    """`3*x - 2*y = 6`"""
    return f"{total([term(a, 'x'), term(b, 'y')])} = {c}"


def _slope_between(draw: Draw, slope: Fraction | int, x: int, y: int) -> Made:
    step = Fraction(slope).denominator * draw.whole(1, 4)
    return Made(Message("Find the slope of the line through {first} and {second}.", first=_place(x, y),
                        second=_place(x + step, y + slope * step)), number(slope))  # fmt: skip


def _slope_of(equation: str, slope: Fraction | int) -> Made:
    return Made(Message("Find the slope of the line {equation}.", equation=shown(equation)), number(slope))


def _cut(letter: str, equation: str, value: Fraction | int) -> Made:
    statement = (
        Message("Find the x-coordinate of the x-intercept of the line {equation}.", equation=shown(equation))
        if letter == "x"
        else Message("Find the y-coordinate of the y-intercept of the line {equation}.", equation=shown(equation))
    )
    return Made(statement, number(value))


def _through(first: Argument, second: Argument, answer: str) -> Made:
    return Made(Message("Find the equation of the line through {first} and {second}.", first=first, second=second),
                answer)  # fmt: skip


def _sloping(slope: Fraction | int, point: Argument, answer: str) -> Made:
    return Made(Message("Find the equation of the line with slope {slope} that passes through {point}.",
                        slope=shown(number(slope)), point=point), answer)  # fmt: skip


def _parallel(equation: str, point: Argument, answer: str) -> Made:
    return Made(Message("Find the equation of the line parallel to {equation} that passes through the point {point}.",
                        equation=shown(equation), point=point), answer)  # fmt: skip


def _perpendicular(equation: str, point: Argument, answer: str) -> Made:
    return Made(Message("Find the equation of the line perpendicular to {equation} that passes through the point "
                        "{point}.", equation=shown(equation), point=point), answer)  # fmt: skip


def _distance(point: Argument, equation: str, value: str) -> Made:
    return Made(Message("Find the distance from the point {point} to the line {equation}.", point=point,
                        equation=shown(equation)), value)  # fmt: skip


def _point(draw: Draw) -> tuple[int, int]:
    return draw.signed(8), draw.signed(8)


def _coefficients(draw: Draw) -> tuple[int, int]:
    """Of a line that is neither level nor upright."""
    return draw.whole(2, 7), draw.signed(7, 1)


# Beginner


@TOPIC.beginner
def the_slope_of_two_points(draw: Draw) -> Made:
    return _slope_between(draw, draw.signed(5), *_point(draw))


@TOPIC.beginner
def the_slope_from_the_origin(draw: Draw) -> Made:
    x, m = draw.whole(1, 9), draw.signed(9)
    return Made(Message("Find the slope of the line through {first} and {second}.", first=_place(0, 0),
                        second=_place(x, m * x)), number(m))  # fmt: skip


@TOPIC.beginner
def the_slope_is_read(draw: Draw) -> Made:
    m, b = draw.signed(9, 1), draw.signed(12)
    return _slope_of(_explicit(m, b), m)


@TOPIC.beginner
def the_slope_after_one_step(draw: Draw) -> Made:
    m, b = draw.signed(9, 1), draw.signed(12)
    return _slope_of(f"{total([term(-m, 'x'), 'y'])} = {b}", m)


@TOPIC.beginner
def where_y_is_cut(draw: Draw) -> Made:
    m, b = draw.signed(9), draw.signed(12)
    return _cut("y", _explicit(m, b), b)


@TOPIC.beginner
def where_x_is_cut(draw: Draw) -> Made:
    m, x = draw.signed(7), draw.signed(9)
    return _cut("x", _explicit(m, -m * x), x)


@TOPIC.beginner
def a_slope_and_a_point(draw: Draw) -> Made:
    m, (x, y) = draw.signed(6), _point(draw)
    return _sloping(m, _place(x, y), _explicit(m, y - m * x))


@TOPIC.beginner
def a_slope_and_where_y_is_cut(draw: Draw) -> Made:
    m, b = draw.signed(9), draw.signed(12)
    return _sloping(m, _place(0, b), _explicit(m, b))


@TOPIC.beginner
def two_points(draw: Draw) -> Made:
    m, (x, y), step = draw.signed(4), _point(draw), draw.whole(1, 4)
    return _through(_place(x, y), _place(x + step, y + m * step), _explicit(m, y - m * x))


@TOPIC.beginner
def the_origin_and_a_point(draw: Draw) -> Made:
    m, x = draw.signed(9), draw.whole(1, 9)
    return _through(_place(0, 0), _place(x, m * x), _explicit(m, 0))


@TOPIC.beginner
def a_parallel_line(draw: Draw) -> Made:
    m, b, (x, y) = draw.signed(5), draw.signed(9), _point(draw)
    if y - m * x == b:
        return a_slope_and_a_point(draw)
    return _parallel(_explicit(m, b), _place(x, y), _explicit(m, y - m * x))


@TOPIC.beginner
def the_slope_of_a_parallel(draw: Draw) -> Made:
    m, b = draw.signed(9), draw.signed(12)
    return Made(Message("Find the slope of a line parallel to the line {equation}.", equation=shown(_explicit(m, b))),
                number(m))  # fmt: skip


# Intermediate


@TOPIC.intermediate
def a_slope_that_is_a_fraction(draw: Draw) -> Made:
    return _slope_between(draw, draw.fraction(7) * draw.one_of([1, -1]), *_point(draw))


@TOPIC.intermediate
def the_slope_of_a_general_line(draw: Draw) -> Made:
    a, b = _coefficients(draw)
    return _slope_of(_general(a, b, draw.signed(12)), Fraction(-a, b))


@TOPIC.intermediate
def where_y_is_cut_by_a_general_line(draw: Draw) -> Made:
    (a, b), c = _coefficients(draw), draw.signed(20)
    return _cut("y", _general(a, b, c), Fraction(c, b))


@TOPIC.intermediate
def where_x_is_cut_by_a_general_line(draw: Draw) -> Made:
    (a, b), c = _coefficients(draw), draw.signed(20)
    return _cut("x", _general(a, b, c), Fraction(c, a))


@TOPIC.intermediate
def two_points_with_a_fraction_for_slope(draw: Draw) -> Made:
    m, (x, y) = draw.fraction(5) * draw.one_of([1, -1]), _point(draw)
    step = m.denominator
    return _through(_place(x, y), _place(x + step, y + m * step), _explicit(m, y - m * x))


@TOPIC.intermediate
def a_fraction_for_slope_and_a_point(draw: Draw) -> Made:
    m, (x, y) = draw.fraction(6) * draw.one_of([1, -1]), _point(draw)
    return _sloping(m, _place(x, y), _explicit(m, y - m * x))


@TOPIC.intermediate
def a_perpendicular_line(draw: Draw) -> Made:
    m, b, (x, y) = draw.signed(5), draw.signed(9), _point(draw)
    return _perpendicular(_explicit(m, b), _place(x, y), _explicit(Fraction(-1, m), y + Fraction(x, m)))


@TOPIC.intermediate
def the_slope_of_a_perpendicular(draw: Draw) -> Made:
    m, b = draw.signed(12), draw.signed(12)
    return Made(Message("Find the slope of a line perpendicular to the line {equation}.",
                        equation=shown(_explicit(m, b))), number(Fraction(-1, m)))  # fmt: skip


@TOPIC.intermediate
def the_distance_of_a_point(draw: Draw) -> Made:
    (a, b, root), (x, y), d = draw.one_of(_LEGS), _point(draw), draw.whole(1, 6)
    return _distance(_place(x, y), _general(a, b, a * x + b * y + d * root), str(d))


@TOPIC.intermediate
def the_distance_of_the_origin(draw: Draw) -> Made:
    (a, b, root), c = draw.one_of(_LEGS), draw.whole(1, 60)
    return _distance(_place(0, 0), _general(a, b, c), number(Fraction(c, root)))


@TOPIC.intermediate
def where_y_is_cut_through_two_points(draw: Draw) -> Made:
    m, (x, y), step = draw.signed(4), _point(draw), draw.whole(1, 4)
    return Made(Message("Find the y-coordinate of the y-intercept of the line through {first} and {second}.",
                        first=_place(x, y), second=_place(x + step, y + m * step)), number(y - m * x))  # fmt: skip


@TOPIC.intermediate
def where_x_is_cut_through_two_points(draw: Draw) -> Made:
    m, x, at, step = draw.signed(4), draw.signed(8), draw.signed(8), draw.whole(1, 4)
    first, second = (at, m * (at - x)), (at + step, m * (at + step - x))
    return Made(Message("Find the x-coordinate of the x-intercept of the line through {first} and {second}.",
                        first=_place(*first), second=_place(*second)), str(x))  # fmt: skip


# Advanced


@TOPIC.advanced
def the_slope_of_points_with_fractions(draw: Draw) -> Made:
    x, y, p, q = (draw.fraction(6) * draw.one_of([1, -1]) for _ in range(4))
    if x == p or y == q:
        return a_slope_that_is_a_fraction(draw)
    return Made(Message("Find the slope of the line through {first} and {second}.", first=_place(x, y),
                        second=_place(p, q)), number((q - y) / (p - x)))  # fmt: skip


@TOPIC.advanced
def two_points_with_fractions(draw: Draw) -> Made:
    x, y, p, q = (draw.fraction(4) * draw.one_of([1, -1]) for _ in range(4))
    if x == p or y == q:
        return two_points_with_a_fraction_for_slope(draw)
    m = (q - y) / (p - x)
    return _through(_place(x, y), _place(p, q), _explicit(m, y - m * x))


@TOPIC.advanced
def a_slope_and_a_point_with_fractions(draw: Draw) -> Made:
    m, x, y = (draw.fraction(5) * draw.one_of([1, -1]) for _ in range(3))
    return _sloping(m, _place(x, y), _explicit(m, y - m * x))


@TOPIC.advanced
def parallel_to_a_general_line(draw: Draw) -> Made:
    (a, b), c, (x, y) = _coefficients(draw), draw.signed(12), _point(draw)
    if a * x + b * y == c:
        return a_slope_and_a_point_with_fractions(draw)
    m = Fraction(-a, b)
    return _parallel(_general(a, b, c), _place(x, y), _explicit(m, y - m * x))


@TOPIC.advanced
def perpendicular_to_a_general_line(draw: Draw) -> Made:
    (a, b), c, (x, y) = _coefficients(draw), draw.signed(12), _point(draw)
    m = Fraction(b, a)
    return _perpendicular(_general(a, b, c), _place(x, y), _explicit(m, y - m * x))


@TOPIC.advanced
def the_slope_of_a_perpendicular_to_a_general_line(draw: Draw) -> Made:
    a, b = _coefficients(draw)
    return Made(Message("Find the slope of a line perpendicular to the line {equation}.",
                        equation=shown(_general(a, b, draw.signed(12)))), number(Fraction(b, a)))  # fmt: skip


@TOPIC.advanced
def the_slope_of_a_parallel_to_a_general_line(draw: Draw) -> Made:
    a, b = _coefficients(draw)
    return Made(Message("Find the slope of a line parallel to the line {equation}.",
                        equation=shown(_general(a, b, draw.signed(12)))), number(Fraction(-a, b)))  # fmt: skip


@TOPIC.advanced
def a_distance_with_a_root(draw: Draw) -> Made:
    (a, b), (x, y), c = _coefficients(draw), _point(draw), draw.signed(12)
    gap = abs(a * x + b * y - c)
    if gap == 0:
        return the_distance_of_a_point(draw)
    return _distance(_place(x, y), _general(a, b, c), surd(a * a + b * b, Fraction(gap, a * a + b * b)))


@TOPIC.advanced
def the_distance_from_an_explicit_line(draw: Draw) -> Made:
    m, b, (x, y) = draw.signed(6), draw.signed(9), _point(draw)
    gap = abs(m * x + b - y)
    if gap == 0:
        return a_distance_with_a_root(draw)
    return _distance(_place(x, y), _explicit(m, b), surd(m * m + 1, Fraction(gap, m * m + 1)))


@TOPIC.advanced
def where_x_is_cut_with_a_slope(draw: Draw) -> Made:
    m, (x, y) = draw.signed(7, 1, -1), _point(draw)
    return Made(Message("Find the x-coordinate of the x-intercept of the line through {point} with slope {slope}.",
                        point=_place(x, y), slope=shown(number(m))), number(x - Fraction(y, m)))  # fmt: skip


@TOPIC.advanced
def where_y_is_cut_with_a_slope(draw: Draw) -> Made:
    m, (x, y) = draw.fraction(7) * draw.one_of([1, -1]), _point(draw)
    return Made(Message("Find the y-coordinate of the y-intercept of the line through {point} with slope {slope}.",
                        point=_place(x, y), slope=shown(number(m))), number(y - m * x))  # fmt: skip


@TOPIC.advanced
def where_x_is_cut_by_a_steep_line(draw: Draw) -> Made:
    m, (x, y) = draw.fraction(5) * draw.one_of([1, -1]), _point(draw)
    step = m.denominator
    return Made(Message("Find the x-coordinate of the x-intercept of the line through {first} and {second}.",
                        first=_place(x, y), second=_place(x + step, y + m * step)), number(x - y / m))  # fmt: skip
