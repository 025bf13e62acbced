"""Plane figures: lengths, areas and angles; sizes are chosen first and what is given follows from them."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from typing import TYPE_CHECKING

from maths.generating import figures as f
from maths.generating.exercise import Made, Topic
from maths.generating.writing import number, shown
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "plane_geometry",
    Message("Plane figures"),
    "the figure's formulas solved exactly from the words, and the figure drawn with coordinates and measured",
    ("geometry", "area", "perimeter", "polygons", "triangles", "평면도형", "도형", "넓이와 둘레", "다각형", "삼각형",
     "사각형"),
)  # fmt: skip
_HALVES = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (12, 35, 37), (9, 40, 41))
_HERON = ((13, 14, 15), (10, 13, 13), (9, 10, 17), (10, 17, 21), (13, 20, 21), (11, 13, 20), (13, 13, 24), (15, 28, 41),
          (7, 15, 20), (17, 25, 26), (17, 25, 28), (25, 39, 56), (12, 17, 25), (8, 29, 35), (25, 51, 52))  # fmt: skip
_ROUND_ANGLES = (5, 6, 8, 9, 10, 12, 15, 16, 18, 20, 24, 25, 30, 32, 36, 40, 45, 48, 50, 60, 64, 72, 75, 80, 90, 96,
                 100, 120, 125, 144, 150, 160, 180, 200, 225, 240, 250, 300, 320, 360)  # fmt: skip
_DEGREE = "degree"


def _heron(triangle: tuple[int, int, int]) -> int:
    """The area of a triangle of the table: a whole number."""
    a, b, c = triangle
    sixteenfold = (a + b + c) * (-a + b + c) * (a - b + c) * (a + b - c)
    return isqrt(sixteenfold) // 4


def _sides(draw: Draw, scale: int = 1) -> tuple[int, int, int]:
    a, b, c = draw.one_of(_HERON)
    return a * scale, b * scale, c * scale


# Beginner


@TOPIC.beginner
def the_area_of_a_square(draw: Draw) -> Made:
    u = f.unit(draw)
    s = draw.whole(2, 20)
    return f.measured(draw, f.THE_AREA, f.A_SQUARE, f.side(u.of(s)), s * s, unit=f"{u.name}^2")


@TOPIC.beginner
def the_perimeter_of_a_square(draw: Draw) -> Made:
    u = f.unit(draw)
    s = draw.whole(2, 40)
    return f.measured(draw, f.THE_PERIMETER, f.A_SQUARE, f.side(u.of(s)), 4 * s, unit=u.name)


@TOPIC.beginner
def the_area_of_a_rectangle(draw: Draw) -> Made:
    u = f.unit(draw)
    long, wide = draw.several(2, 2, 15)
    given = f.both(f.length(u.of(long)), f.width(u.of(wide)))
    return f.measured(draw, f.THE_AREA, f.A_RECTANGLE, given, long * wide, unit=f"{u.name}^2")


@TOPIC.beginner
def the_perimeter_of_a_rectangle(draw: Draw) -> Made:
    u = f.unit(draw)
    long, wide = draw.several(2, 2, 25)
    given = f.both(f.length(u.of(long)), f.width(u.of(wide)))
    return f.measured(draw, f.THE_PERIMETER, f.A_RECTANGLE, given, 2 * (long + wide), unit=u.name)


@TOPIC.beginner
def the_area_of_a_triangle(draw: Draw) -> Made:
    b, h = draw.whole(2, 15), 2 * draw.whole(1, 8)
    given = f.both(f.base(b), f.height(h))
    return f.measured(draw, f.THE_AREA, f.A_TRIANGLE, given, b * h // 2)


@TOPIC.beginner
def the_area_of_a_parallelogram(draw: Draw) -> Made:
    b, h = draw.several(2, 3, 15)
    return f.measured(draw, f.THE_AREA, f.A_PARALLELOGRAM, f.both(f.base(b), f.height(h)), b * h)


@TOPIC.beginner
def a_square_from_its_perimeter(draw: Draw) -> Made:
    u = f.unit(draw)
    s = draw.whole(2, 40)
    return f.measured(draw, f.THE_SIDE, f.A_SQUARE, f.perimeter(u.of(4 * s)), s, unit=u.name)


@TOPIC.beginner
def a_square_from_its_area(draw: Draw) -> Made:
    u = f.unit(draw)
    s = draw.whole(2, 20)
    return f.measured(draw, f.THE_SIDE, f.A_SQUARE, f.area(u.of(s * s, 2)), s, unit=u.name)


@TOPIC.beginner
def the_width_of_a_rectangle(draw: Draw) -> Made:
    u = f.unit(draw)
    long, wide = draw.several(2, 3, 15)
    given = f.both(f.area(u.of(long * wide, 2)), f.length(u.of(long)))
    return f.measured(draw, f.THE_WIDTH, f.A_RECTANGLE, given, wide, unit=u.name)


@TOPIC.beginner
def the_perimeter_of_a_triangle(draw: Draw) -> Made:
    u = f.unit(draw)
    a, b = draw.several(2, 5, 15)
    c = draw.whole(abs(a - b) + 1, a + b - 1)
    given = f.sides(u.of(a), u.of(b), u.of(c))
    return f.measured(draw, f.THE_PERIMETER, f.A_TRIANGLE, given, a + b + c, unit=u.name)


@TOPIC.beginner
def the_perimeter_of_a_regular_figure(draw: Draw) -> Made:
    u = f.unit(draw)
    corners, figure = draw.one_of(
        [(3, f.AN_EQUILATERAL_TRIANGLE), (5, f.A_PENTAGON), (6, f.A_HEXAGON), (8, f.AN_OCTAGON)]
    )
    s = draw.whole(2, 15)
    return f.measured(draw, f.THE_PERIMETER, figure, f.side(u.of(s)), corners * s, unit=u.name)


@TOPIC.beginner
def the_third_angle(draw: Draw) -> Made:
    first, second = draw.whole(20, 80), draw.whole(25, 90)
    return Made(Message("Two angles of a triangle measure {first} and {second}. Find the third angle.",
                        first=f.degrees(first), second=f.degrees(second)), str(180 - first - second),
                unit=_DEGREE)  # fmt: skip


@TOPIC.beginner
def the_height_of_a_parallelogram(draw: Draw) -> Made:
    u = f.unit(draw)
    b, h = draw.several(2, 3, 15)
    given = f.both(f.area(u.of(b * h, 2)), f.base(u.of(b)))
    return f.measured(draw, f.THE_HEIGHT, f.A_PARALLELOGRAM, given, h, unit=u.name)


# Intermediate


@TOPIC.intermediate
def the_area_of_a_trapezoid(draw: Draw) -> Made:
    (a, b), h = draw.several(2, 3, 15), draw.whole(2, 12)
    return f.measured(draw, f.THE_AREA, f.A_TRAPEZOID, f.both(f.bases(a, b), f.height(h)), Fraction((a + b) * h, 2))


@TOPIC.intermediate
def the_height_of_a_trapezoid(draw: Draw) -> Made:
    (a, b), h = draw.several(2, 3, 15), 2 * draw.whole(1, 6)
    given = f.both(f.bases(a, b), f.area((a + b) * h // 2))
    return f.measured(draw, f.THE_HEIGHT, f.A_TRAPEZOID, given, h)


@TOPIC.intermediate
def the_area_of_a_rhombus(draw: Draw) -> Made:
    first, second = draw.several(2, 3, 20)
    return f.measured(draw, f.THE_AREA, f.A_RHOMBUS, f.diagonals(first, second), Fraction(first * second, 2))


@TOPIC.intermediate
def the_perimeter_of_a_rhombus(draw: Draw) -> Made:
    a, b, c = draw.one_of(_HALVES)
    scale = draw.whole(1, 6)
    return f.measured(draw, f.THE_PERIMETER, f.A_RHOMBUS, f.diagonals(2 * a * scale, 2 * b * scale), 4 * c * scale)


@TOPIC.intermediate
def the_height_of_a_triangle(draw: Draw) -> Made:
    b, h = draw.several(2, 3, 16)
    given = f.both(f.area(Fraction(b * h, 2)), f.base(b))
    return f.measured(draw, f.THE_HEIGHT, f.A_TRIANGLE, given, h)


@TOPIC.intermediate
def the_area_of_a_square_from_its_perimeter(draw: Draw) -> Made:
    s = draw.whole(3, 60)
    return f.measured(draw, f.THE_AREA, f.A_SQUARE, f.perimeter(4 * s), s * s)


@TOPIC.intermediate
def the_perimeter_of_a_rectangle_from_its_area(draw: Draw) -> Made:
    long, wide = draw.several(2, 3, 15)
    given = f.both(f.area(long * wide), f.length(long))
    return f.measured(draw, f.THE_PERIMETER, f.A_RECTANGLE, given, 2 * (long + wide))


@TOPIC.intermediate
def the_area_of_a_rectangle_from_its_perimeter(draw: Draw) -> Made:
    long, wide = draw.several(2, 3, 15)
    given = f.both(f.perimeter(2 * (long + wide)), f.length(long))
    return f.measured(draw, f.THE_AREA, f.A_RECTANGLE, given, long * wide)


@TOPIC.intermediate
def the_sum_of_the_angles_of_a_polygon(draw: Draw) -> Made:
    n = draw.whole(5, 200)
    return Made(Message("Find the sum of the interior angles of a polygon with {count} sides.", count=shown(str(n))),
                str(180 * (n - 2)), unit=_DEGREE)  # fmt: skip


@TOPIC.intermediate
def the_diagonals_of_a_polygon(draw: Draw) -> Made:
    n = draw.whole(4, 100)
    return Made(Message("Find the number of diagonals of a polygon with {count} sides.", count=shown(str(n))),
                str(n * (n - 3) // 2))  # fmt: skip


@TOPIC.intermediate
def an_interior_angle(draw: Draw) -> Made:
    n = draw.one_of(_ROUND_ANGLES)
    return Made(Message("Find the interior angle of a regular polygon with {count} sides.", count=shown(str(n))),
                number(180 - Fraction(360, n)), unit=_DEGREE)  # fmt: skip


@TOPIC.intermediate
def an_exterior_angle(draw: Draw) -> Made:
    n = draw.one_of(_ROUND_ANGLES)
    return Made(Message("Find the exterior angle of a regular polygon with {count} sides.", count=shown(str(n))),
                number(Fraction(360, n)), unit=_DEGREE)  # fmt: skip


@TOPIC.intermediate
def the_fourth_angle(draw: Draw) -> Made:
    angles = [draw.whole(50, 105) for _ in range(3)]
    first, second, third = (f.degrees(angle) for angle in angles)
    return Made(Message("Three angles of a quadrilateral measure {first}, {second} and {third}. Find the fourth angle.",
                        first=first, second=second, third=third), str(360 - sum(angles)), unit=_DEGREE)  # fmt: skip


# Advanced


@TOPIC.advanced
def a_triangle_from_its_sides(draw: Draw) -> Made:
    triangle = _sides(draw, draw.whole(1, 5))
    return f.measured(draw, f.THE_AREA, f.A_TRIANGLE, f.sides(*triangle), _heron(triangle))


@TOPIC.advanced
def the_inscribed_circle(draw: Draw) -> Made:
    triangle = _sides(draw, draw.whole(1, 5))
    inradius = Fraction(2 * _heron(triangle), sum(triangle))
    return f.measured(draw, f.THE_INRADIUS, f.A_TRIANGLE, f.sides(*triangle), inradius)


@TOPIC.advanced
def the_circumscribed_circle(draw: Draw) -> Made:
    a, b, c = triangle = _sides(draw, draw.whole(1, 5))
    circumradius = Fraction(a * b * c, 4 * _heron(triangle))
    return f.measured(draw, f.THE_CIRCUMRADIUS, f.A_TRIANGLE, f.sides(*triangle), circumradius)


@TOPIC.advanced
def the_area_of_the_inscribed_circle(draw: Draw) -> Made:
    triangle = _sides(draw, draw.whole(1, 5))
    inradius = Fraction(2 * _heron(triangle), sum(triangle))
    given = f.sides(*triangle)
    return f.measured(draw, f.THE_INCIRCLE_AREA, f.A_TRIANGLE, given, f.times_pi(inradius * inradius))


@TOPIC.advanced
def the_area_of_an_equilateral_triangle(draw: Draw) -> Made:
    s = draw.whole(3, 30)
    return f.measured(draw, f.THE_AREA, f.AN_EQUILATERAL_TRIANGLE, f.side(s), f.surd(3, Fraction(s * s, 4)))


@TOPIC.advanced
def an_equilateral_triangle_from_its_area(draw: Draw) -> Made:
    s = draw.whole(2, 60)
    area = f.surd(3, Fraction(s * s, 4))
    return f.measured(draw, f.THE_SIDE, f.AN_EQUILATERAL_TRIANGLE, f.area(area), s)


@TOPIC.advanced
def the_area_of_a_hexagon(draw: Draw) -> Made:
    s = draw.whole(2, 25)
    return f.measured(draw, f.THE_AREA, f.A_HEXAGON, f.side(s), f.surd(3, Fraction(3 * s * s, 2)))


@TOPIC.advanced
def the_area_by_an_angle(draw: Draw) -> Made:
    (a, b), angle = draw.several(2, 3, 14), draw.one_of([30, 45, 60, 120, 135, 150])
    sine_squared = {30: Fraction(1, 4), 45: Fraction(1, 2), 60: Fraction(3, 4)}[min(angle, 180 - angle)]
    area = f.surd(sine_squared, Fraction(a * b, 2))
    return f.measured(draw, f.THE_AREA, f.A_TRIANGLE, f.two_sides_and_angle(a, b, angle), area)


@TOPIC.advanced
def the_side_by_the_law_of_cosines(draw: Draw) -> Made:
    (a, b), angle = draw.several(2, 2, 12), draw.one_of([60, 120])
    square = a * a + b * b + (a * b if angle > 90 else -a * b)  # noqa: PLR2004 - a right angle
    return Made(Message("In triangle ABC, AB = {first}, AC = {second} and ∠A = {angle}. Find BC.", first=shown(str(a)),
                        second=shown(str(b)), angle=f.degrees(angle)), f.surd(square))  # fmt: skip


@TOPIC.advanced
def an_isosceles_triangle_from_its_perimeter(draw: Draw) -> Made:
    half, h, leg = (scale * part for scale in [draw.whole(1, 5)] for part in draw.one_of(_HALVES))
    half, h = (half, h) if draw.whole(0, 1) else (h, half)
    given = f.both(f.base(2 * half), f.perimeter(2 * half + 2 * leg))
    return f.measured(draw, f.THE_AREA, f.AN_ISOSCELES_TRIANGLE, given, half * h)


@TOPIC.advanced
def a_rectangle_from_its_diagonal(draw: Draw) -> Made:
    a, b, c = (scale * part for scale in [draw.whole(1, 6)] for part in draw.one_of(_HALVES))
    return f.measured(draw, f.THE_AREA, f.A_RECTANGLE, f.both(f.diagonal(c), f.length(a)), a * b)


@TOPIC.advanced
def a_square_from_its_diagonal(draw: Draw) -> Made:
    d = draw.whole(3, 40)
    return f.measured(draw, f.THE_AREA, f.A_SQUARE, f.diagonal(d), Fraction(d * d, 2))


@TOPIC.advanced
def the_circle_around_a_rectangle(draw: Draw) -> Made:
    long, wide = draw.several(2, 2, 16)
    around = f.times_pi(Fraction(long * long + wide * wide, 4))
    return f.measured(draw, f.THE_CIRCUMCIRCLE_AREA, f.A_RECTANGLE, f.both(f.length(long), f.width(wide)), around)
