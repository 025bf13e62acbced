"""Points with coordinates: distances, midpoints, triangles, and where points go when they are moved."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.figures import degrees, surd
from maths.generating.writing import number, polynomial, shown
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maths.generating.draw import Draw
    from maths.message import Argument

TOPIC = Topic(
    "coordinate_geometry",
    Message("Points in the plane"),
    "the points found exactly from the words, and measured again by another way through the coordinates",
    ("coordinates", "distance", "midpoint", "좌표평면", "두 점 사이의 거리", "중점", "내분점", "무게중심", "대칭이동"),
)
_LEGS = ((3, 4, 5), (4, 3, 5), (5, 12, 13), (12, 5, 13), (8, 15, 17), (6, 8, 10), (8, 6, 10), (9, 12, 15))
_TRIPLE_ROOTS = ((1, 2, 2, 3), (2, 3, 6, 7), (1, 4, 8, 9), (4, 4, 7, 9), (2, 6, 9, 11), (6, 6, 7, 11), (2, 4, 4, 6))


def _typed(point: Iterable[Fraction | int]) -> str:
    return f"({', '.join(number(x) for x in point)})"


def _at(*point: Fraction | int) -> Argument:
    return shown(_typed(point))


def _points(draw: Draw, size: int = 2, high: int = 9) -> tuple[list[int], list[int]]:
    """Two places that differ."""
    first = [draw.whole(-high, high) for _ in range(size)]
    second = [draw.whole(-high, high, x) for x in first]
    return first, second


def _distance(first: Iterable[Fraction | int], second: Iterable[Fraction | int]) -> Made:
    p, q = list(first), list(second)
    square = sum((Fraction(a) - b) ** 2 for a, b in zip(p, q, strict=True))
    return Made(Message("Find the distance between the points {first} and {second}.", first=_at(*p), second=_at(*q)),
                surd(square))  # fmt: skip


def _middle(first: Iterable[Fraction | int], second: Iterable[Fraction | int]) -> Made:
    p, q = list(first), list(second)
    middle = [Fraction(a + b) / 2 for a, b in zip(p, q, strict=True)]
    return Made(Message("Find the midpoint of the line segment with endpoints {first} and {second}.", first=_at(*p),
                        second=_at(*q)), _typed(middle), type="tuple")  # fmt: skip


def _in_line(point: list[int], line: str, image: Iterable[Fraction | int]) -> Made:
    return Made(Message("The point {point} is reflected over the line {line}. Find the coordinates of its image.",
                        point=_at(*point), line=shown(line)), _typed(image), type="tuple")  # fmt: skip


def _triangle_area(corners: list[tuple[Fraction | int, Fraction | int]]) -> Fraction:
    (a, b), (c, d), (e, f) = ((Fraction(x), Fraction(y)) for x, y in corners)
    return abs((c - a) * (f - b) - (e - a) * (d - b)) / 2


def _of_triangle(corners: list[tuple[Fraction | int, Fraction | int]]) -> Made:
    first, second, third = (_at(*corner) for corner in corners)
    return Made(Message("Find the area of the triangle with vertices {first}, {second} and {third}.", first=first,
                        second=second, third=third), number(_triangle_area(corners)))  # fmt: skip


def _centroid(corners: list[list[int]]) -> Made:
    first, second, third = (_at(*corner) for corner in corners)
    centre = [Fraction(sum(row), 3) for row in zip(*corners, strict=True)]
    return Made(Message("Find the centroid of the triangle with vertices {first}, {second} and {third}.", first=first,
                        second=second, third=third), _typed(centre), type="tuple")  # fmt: skip


def _three(draw: Draw, high: int = 8) -> list[list[int]]:
    """Corners of a real triangle."""
    (a, b), (c, d) = _points(draw, high=high)
    e, f = draw.whole(-high, high), draw.whole(-high, high)
    if (c - a) * (f - b) == (e - a) * (d - b):
        f += 1  # the second point is neither above nor beside the first
    return [[a, b], [c, d], [e, f]]


def _divided(draw: Draw, *, outside: bool) -> Made:
    m, n = draw.several(2, 1, 4)
    first, second = _points(draw)
    sign = -1 if outside else 1
    found = [Fraction(m * q + sign * n * p, m + sign * n) for p, q in zip(first, second, strict=True)]
    given = {"first": _at(*first), "second": _at(*second), "ratio": shown(f"{m}:{n}")}
    statement = (
        Message("Find the point that divides the segment from {first} to {second} externally in the ratio {ratio}.",
                first=given["first"], second=given["second"], ratio=given["ratio"])
        if outside
        else Message("Find the point that divides the segment from {first} to {second} in the ratio {ratio}.",
                     first=given["first"], second=given["second"], ratio=given["ratio"])
    )  # fmt: skip
    return Made(statement, _typed(found), type="tuple")


def _turned(draw: Draw, turns: int) -> Made:
    """By so many right angles, counterclockwise."""
    x, y = a, b = draw.signed(12), draw.signed(12)
    for _ in range(turns % 4):
        x, y = -y, x
    clockwise = turns < 0
    statement = (
        Message("The point {point} is rotated {angle} clockwise about the origin. Find the coordinates of the image.",
                point=_at(a, b), angle=degrees(90 * abs(turns)))
        if clockwise
        else Message("The point {point} is rotated {angle} counterclockwise about the origin. Find the coordinates of "
                     "the image.", point=_at(a, b), angle=degrees(90 * turns))
    )  # fmt: skip
    return Made(statement, _typed([x, y]), type="tuple")


# Beginner


@TOPIC.beginner
def a_level_distance(draw: Draw) -> Made:
    (a, c), y = draw.several(2, -12, 12), draw.whole(-9, 9)
    return _distance((a, y), (c, y))


@TOPIC.beginner
def an_upright_distance(draw: Draw) -> Made:
    x, (b, d) = draw.whole(-9, 9), draw.several(2, -12, 12)
    return _distance((x, b), (x, d))


@TOPIC.beginner
def a_distance_from_the_origin(draw: Draw) -> Made:
    (a, b, _), scale = draw.one_of(_LEGS), draw.whole(1, 4)
    return _distance((0, 0), (a * scale * draw.one_of([1, -1]), b * scale * draw.one_of([1, -1])))


@TOPIC.beginner
def a_whole_distance(draw: Draw) -> Made:
    (a, b, _), x, y = draw.one_of(_LEGS), draw.whole(-6, 6), draw.whole(-6, 6)
    return _distance((x, y), (x + a * draw.one_of([1, -1]), y + b))


@TOPIC.beginner
def a_whole_midpoint(draw: Draw) -> Made:
    (x, y), a, b = (draw.whole(-8, 8), draw.whole(-8, 8)), draw.signed(6), draw.signed(6)
    return _middle((x - a, y - b), (x + a, y + b))


@TOPIC.beginner
def a_midpoint_from_the_origin(draw: Draw) -> Made:
    return _middle((0, 0), (2 * draw.signed(12), 2 * draw.signed(12)))


@TOPIC.beginner
def the_other_end(draw: Draw) -> Made:
    (x, y), a, b = (draw.whole(-8, 8), draw.whole(-8, 8)), draw.signed(7), draw.signed(7)
    return Made(Message("One endpoint of a line segment is {end} and its midpoint is {middle}. Find the other "
                        "endpoint.", end=_at(x - a, y - b), middle=_at(x, y)),
                _typed([x + a, y + b]), type="tuple")  # fmt: skip


@TOPIC.beginner
def mirrored_in_the_x_axis(draw: Draw) -> Made:
    x, y = draw.signed(12), draw.signed(12)
    return Made(Message("The point {point} is reflected over the x-axis. Find the coordinates of its image.",
                        point=_at(x, y)), _typed([x, -y]), type="tuple")  # fmt: skip


@TOPIC.beginner
def mirrored_in_the_y_axis(draw: Draw) -> Made:
    x, y = draw.signed(12), draw.signed(12)
    return Made(Message("The point {point} is reflected over the y-axis. Find the coordinates of its image.",
                        point=_at(x, y)), _typed([-x, y]), type="tuple")  # fmt: skip


@TOPIC.beginner
def mirrored_in_the_origin(draw: Draw) -> Made:
    x, y = draw.signed(12), draw.signed(12)
    return Made(Message("The point {point} is reflected over the origin. Find the coordinates of its image.",
                        point=_at(x, y)), _typed([-x, -y]), type="tuple")  # fmt: skip


@TOPIC.beginner
def a_triangle_at_the_axes(draw: Draw) -> Made:
    a, b = draw.signed(12), draw.signed(12)
    return _of_triangle([(0, 0), (a, 0), (0, b)])


@TOPIC.beginner
def a_triangle_on_the_x_axis(draw: Draw) -> Made:
    a, c = draw.several(2, -9, 9)
    return _of_triangle([(a, 0), (c, 0), (draw.whole(-6, 6), draw.signed(9))])


# Intermediate


@TOPIC.intermediate
def a_distance_with_a_root(draw: Draw) -> Made:
    return _distance(*_points(draw))


@TOPIC.intermediate
def a_whole_distance_in_space(draw: Draw) -> Made:
    first = [draw.whole(-6, 6) for _ in range(3)]
    steps = [step * draw.one_of([1, -1]) for step in draw.shuffled(draw.one_of(_TRIPLE_ROOTS)[:3])]
    return _distance(first, [x + step for x, step in zip(first, steps, strict=True)])


@TOPIC.intermediate
def a_midpoint_with_halves(draw: Draw) -> Made:
    return _middle(*_points(draw, high=15))


@TOPIC.intermediate
def a_midpoint_in_space(draw: Draw) -> Made:
    return _middle(*_points(draw, 3))


@TOPIC.intermediate
def the_other_end_with_fractions(draw: Draw) -> Made:
    (a, b), (c, d) = _points(draw)
    middle = [Fraction(a + c, 2), Fraction(b + d, 2)]
    return Made(Message("One endpoint of a line segment is {end} and its midpoint is {middle}. Find the other "
                        "endpoint.", end=_at(a, b), middle=_at(*middle)), _typed([c, d]), type="tuple")  # fmt: skip


@TOPIC.intermediate
def the_area_of_a_triangle(draw: Draw) -> Made:
    return _of_triangle([(x, y) for x, y in _three(draw)])


@TOPIC.intermediate
def the_centroid_of_a_triangle(draw: Draw) -> Made:
    return _centroid(_three(draw))


@TOPIC.intermediate
def divided_inside(draw: Draw) -> Made:
    return _divided(draw, outside=False)


@TOPIC.intermediate
def mirrored_in_the_diagonal(draw: Draw) -> Made:
    x, y = draw.several(2, -12, 12)
    return _in_line([x, y], "y = x", [y, x])


@TOPIC.intermediate
def mirrored_in_the_other_diagonal(draw: Draw) -> Made:
    x, y = draw.signed(12), draw.whole(-12, 12)
    if x + y == 0:
        return mirrored_in_the_diagonal(draw)
    return _in_line([x, y], "y = -x", [-y, -x])


@TOPIC.intermediate
def mirrored_in_an_upright_line(draw: Draw) -> Made:
    (a, x), y = draw.several(2, -9, 9), draw.whole(-9, 9)
    return _in_line([x, y], f"x = {a}", [2 * a - x, y])


@TOPIC.intermediate
def a_quarter_turn(draw: Draw) -> Made:
    return _turned(draw, 1)


@TOPIC.intermediate
def a_quarter_turn_clockwise(draw: Draw) -> Made:
    return _turned(draw, -1)


# Advanced


@TOPIC.advanced
def a_distance_with_a_root_in_space(draw: Draw) -> Made:
    return _distance(*_points(draw, 3))


@TOPIC.advanced
def a_distance_between_fractions(draw: Draw) -> Made:
    p, q = ([draw.fraction(6) * draw.one_of([1, -1]) for _ in range(2)] for _ in range(2))
    return _distance(p, [x + (x == y) for x, y in zip(q, p, strict=True)])


@TOPIC.advanced
def a_midpoint_of_fractions(draw: Draw) -> Made:
    p, q = ([draw.fraction(9) * draw.one_of([1, -1]) for _ in range(2)] for _ in range(2))
    return _middle(p, [x + (x == y) for x, y in zip(q, p, strict=True)])


@TOPIC.advanced
def a_triangle_with_fractions(draw: Draw) -> Made:
    scale = draw.whole(2, 5)
    return _of_triangle([(Fraction(x, scale), Fraction(y, scale)) for x, y in _three(draw)])


@TOPIC.advanced
def the_perimeter_of_a_triangle(draw: Draw) -> Made:
    (a, b, c), x, y = draw.one_of(_LEGS), draw.whole(-6, 6), draw.whole(-6, 6)
    corners = [_at(x, y), _at(x + a, y), _at(x, y + b * draw.one_of([1, -1]))]
    return Made(Message("Find the perimeter of the triangle with vertices {first}, {second} and {third}.",
                        first=corners[0], second=corners[1], third=corners[2]), str(a + b + c))  # fmt: skip


@TOPIC.advanced
def divided_outside(draw: Draw) -> Made:
    return _divided(draw, outside=True)


@TOPIC.advanced
def mirrored_in_a_sloping_line(draw: Draw) -> Made:
    m, b, x, y = draw.whole(2, 4) * draw.one_of([1, -1]), draw.signed(6), draw.signed(8), draw.signed(8)
    gap = m * x - y + b
    if gap == 0:
        return divided_outside(draw)
    away = Fraction(2 * gap, m * m + 1)
    return _in_line([x, y], f"y = {polynomial([m, b])}", [x - m * away, y + away])


@TOPIC.advanced
def mirrored_in_a_parallel_of_the_diagonal(draw: Draw) -> Made:
    b, x, y = draw.signed(9), draw.signed(9), draw.signed(9)
    if y == x + b:
        return divided_outside(draw)
    return _in_line([x, y], f"y = {polynomial([1, b])}", [y - b, x + b])


@TOPIC.advanced
def a_half_turn(draw: Draw) -> Made:
    return _turned(draw, 2)


@TOPIC.advanced
def three_quarters_of_a_turn(draw: Draw) -> Made:
    return _turned(draw, 3)


@TOPIC.advanced
def the_centroid_of_a_large_triangle(draw: Draw) -> Made:
    return _centroid(_three(draw, 20))


@TOPIC.advanced
def the_area_of_a_quadrilateral(draw: Draw) -> Made:
    x, y, a, b = draw.whole(-5, 5), draw.whole(-5, 5), draw.whole(2, 8), draw.whole(2, 8)
    shift = draw.signed(4)
    corners = [_at(x, y), _at(x + a, y), _at(x + a + shift, y + b), _at(x + shift, y + b)]
    return Made(Message("Find the area of the quadrilateral with vertices {first}, {second}, {third} and {fourth}.",
                        first=corners[0], second=corners[1], third=corners[2], fourth=corners[3]),
                str(a * b))  # fmt: skip
