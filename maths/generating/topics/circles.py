"""Circles, half circles and sectors: the radius is chosen first, and what is given follows from it."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt
from typing import TYPE_CHECKING

from maths.generating import figures as f
from maths.generating.exercise import Made, Topic
from maths.generating.writing import number, total
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "circles",
    Message("Circles and sectors"),
    "the figure's formulas solved exactly from the words, and the figure drawn with coordinates and measured",
    ("circle", "sector", "circumference", "원", "부채꼴", "원주", "원의 넓이", "원과 부채꼴", "호의 길이"),
)
_ANGLES = (20, 30, 36, 40, 45, 60, 72, 80, 90, 100, 120, 135, 144, 150, 160, 200, 210, 225, 240, 270, 300)
_TRIANGLES = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (13, 14, 15), (10, 13, 13), (9, 10, 17), (7, 15, 20), (13, 20, 21))


def _sector(draw: Draw) -> tuple[int, int, Fraction, Fraction]:
    """Radius, angle in degrees; arc and area as multiples of π."""
    r, angle = draw.whole(2, 18), draw.one_of(_ANGLES)
    return r, angle, Fraction(2 * r * angle, 360), Fraction(r * r * angle, 360)


def _with_pi(whole: Fraction | int, of_pi: Fraction | int) -> str:
    return total([number(whole), f.times_pi(of_pi)])


def _area(triangle: tuple[int, ...]) -> int:
    """Of a triangle whose area is a whole number."""
    a, b, c = triangle
    return isqrt((a + b + c) * (-a + b + c) * (a - b + c) * (a + b - c)) // 4


def _triangle(draw: Draw) -> tuple[int, int, int]:
    scale = draw.whole(1, 9)
    a, b, c = draw.one_of(_TRIANGLES)
    return a * scale, b * scale, c * scale


# Beginner


@TOPIC.beginner
def the_area_of_a_circle(draw: Draw) -> Made:
    u, r = f.unit(draw), draw.whole(2, 40)
    return f.measured(draw, f.THE_AREA, f.A_CIRCLE, f.radius(u.of(r)), f.times_pi(r * r), unit=f"{u.name}^2")


@TOPIC.beginner
def the_circumference_of_a_circle(draw: Draw) -> Made:
    u, r = f.unit(draw), draw.whole(2, 40)
    return f.measured(draw, f.THE_CIRCUMFERENCE, f.A_CIRCLE, f.radius(u.of(r)), f.times_pi(2 * r), unit=u.name)


@TOPIC.beginner
def the_area_from_the_diameter(draw: Draw) -> Made:
    u, r = f.unit(draw), draw.whole(2, 40)
    return f.measured(draw, f.THE_AREA, f.A_CIRCLE, f.diameter(u.of(2 * r)), f.times_pi(r * r), unit=f"{u.name}^2")


@TOPIC.beginner
def the_circumference_from_the_diameter(draw: Draw) -> Made:
    u, r = f.unit(draw), draw.whole(2, 40)
    return f.measured(draw, f.THE_CIRCUMFERENCE, f.A_CIRCLE, f.diameter(u.of(r)), f.times_pi(r), unit=u.name)


@TOPIC.beginner
def the_radius_from_the_diameter(draw: Draw) -> Made:
    u, r = f.unit(draw), draw.whole(3, 60)
    return f.measured(draw, f.THE_RADIUS, f.A_CIRCLE, f.diameter(u.of(r)), Fraction(r, 2), unit=u.name)


@TOPIC.beginner
def the_diameter_from_the_radius(draw: Draw) -> Made:
    u, r = f.unit(draw), draw.whole(3, 60)
    return f.measured(draw, f.THE_DIAMETER, f.A_CIRCLE, f.radius(u.of(r)), 2 * r, unit=u.name)


@TOPIC.beginner
def the_radius_from_the_circumference(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(draw, f.THE_RADIUS, f.A_CIRCLE, f.circumference(f.times_pi(2 * r)), r)


@TOPIC.beginner
def the_diameter_from_the_circumference(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(draw, f.THE_DIAMETER, f.A_CIRCLE, f.circumference(f.times_pi(r)), r)


@TOPIC.beginner
def the_radius_from_the_area(draw: Draw) -> Made:
    r = draw.whole(2, 99)
    return f.measured(draw, f.THE_RADIUS, f.A_CIRCLE, f.area(f.times_pi(r * r)), r)


@TOPIC.beginner
def the_diameter_from_the_area(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(draw, f.THE_DIAMETER, f.A_CIRCLE, f.area(f.times_pi(r * r)), 2 * r)


@TOPIC.beginner
def the_area_of_a_semicircle(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(draw, f.THE_AREA, f.A_SEMICIRCLE, f.radius(r), f.times_pi(Fraction(r * r, 2)))


@TOPIC.beginner
def the_arc_of_a_semicircle(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(draw, f.THE_ARC, f.A_SEMICIRCLE, f.radius(r), f.times_pi(r))


@TOPIC.beginner
def the_area_of_a_sector(draw: Draw) -> Made:
    r, angle, _, area = _sector(draw)
    given = f.both(f.radius(r), f.central_angle(angle))
    return f.measured(draw, f.THE_AREA, f.A_SECTOR, given, f.times_pi(area))


# Intermediate


@TOPIC.intermediate
def the_area_from_the_circumference(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(draw, f.THE_AREA, f.A_CIRCLE, f.circumference(f.times_pi(2 * r)), f.times_pi(r * r))


@TOPIC.intermediate
def the_circumference_from_the_area(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(draw, f.THE_CIRCUMFERENCE, f.A_CIRCLE, f.area(f.times_pi(r * r)), f.times_pi(2 * r))


@TOPIC.intermediate
def the_perimeter_of_a_semicircle(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(draw, f.THE_PERIMETER, f.A_SEMICIRCLE, f.radius(r), _with_pi(2 * r, r))


@TOPIC.intermediate
def the_perimeter_of_a_semicircle_from_its_diameter(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(draw, f.THE_PERIMETER, f.A_SEMICIRCLE, f.diameter(r), _with_pi(r, Fraction(r, 2)))


@TOPIC.intermediate
def the_radius_of_a_semicircle(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(draw, f.THE_RADIUS, f.A_SEMICIRCLE, f.area(f.times_pi(Fraction(r * r, 2))), r)


@TOPIC.intermediate
def a_circle_in_a_square(draw: Draw) -> Made:
    r = draw.whole(2, 99)
    return f.measured(draw, f.THE_INCIRCLE_AREA, f.A_SQUARE, f.side(r), f.times_pi(Fraction(r * r, 4)))


@TOPIC.intermediate
def the_arc_of_a_sector(draw: Draw) -> Made:
    r, angle, arc, _ = _sector(draw)
    given = f.both(f.radius(r), f.central_angle(angle))
    return f.measured(draw, f.THE_ARC, f.A_SECTOR, given, f.times_pi(arc))


@TOPIC.intermediate
def the_perimeter_of_a_sector(draw: Draw) -> Made:
    r, angle, arc, _ = _sector(draw)
    given = f.both(f.radius(r), f.central_angle(angle))
    return f.measured(draw, f.THE_PERIMETER, f.A_SECTOR, given, _with_pi(2 * r, arc))


@TOPIC.intermediate
def the_angle_from_the_arc(draw: Draw) -> Made:
    r, angle, arc, _ = _sector(draw)
    given = f.both(f.radius(r), f.arc(f.times_pi(arc)))
    return f.measured(draw, f.THE_CENTRAL_ANGLE, f.A_SECTOR, given, angle, unit="degree")


@TOPIC.intermediate
def the_angle_from_the_area(draw: Draw) -> Made:
    r, angle, _, area = _sector(draw)
    given = f.both(f.radius(r), f.area(f.times_pi(area)))
    return f.measured(draw, f.THE_CENTRAL_ANGLE, f.A_SECTOR, given, angle, unit="degree")


@TOPIC.intermediate
def the_radius_from_the_arc(draw: Draw) -> Made:
    r, angle, arc, _ = _sector(draw)
    given = f.both(f.arc(f.times_pi(arc)), f.central_angle(angle))
    return f.measured(draw, f.THE_RADIUS, f.A_SECTOR, given, r)


@TOPIC.intermediate
def the_arc_from_the_area(draw: Draw) -> Made:
    r, _, arc, area = _sector(draw)
    given = f.both(f.area(f.times_pi(area)), f.radius(r))
    return f.measured(draw, f.THE_ARC, f.A_SECTOR, given, f.times_pi(arc))


@TOPIC.intermediate
def the_area_of_a_sector_from_its_arc(draw: Draw) -> Made:
    u, r, arc = f.unit(draw), draw.whole(3, 20), 2 * draw.whole(1, 12)
    given = f.both(f.radius(u.of(r)), f.arc(u.of(arc)))
    return f.measured(draw, f.THE_AREA, f.A_SECTOR, given, r * arc // 2, unit=f"{u.name}^2")


# Advanced


@TOPIC.advanced
def a_circle_around_a_square(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(draw, f.THE_CIRCUMCIRCLE_AREA, f.A_SQUARE, f.side(r), f.times_pi(Fraction(r * r, 2)))


@TOPIC.advanced
def the_radius_around_a_square(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(draw, f.THE_CIRCUMRADIUS, f.A_SQUARE, f.area(r * r), f.surd(2, Fraction(r, 2)))


@TOPIC.advanced
def a_circle_in_an_equilateral_triangle(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(draw, f.THE_INCIRCLE_AREA, f.AN_EQUILATERAL_TRIANGLE, f.side(r), f.times_pi(Fraction(r * r, 12)))


@TOPIC.advanced
def a_circle_around_an_equilateral_triangle(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(
        draw, f.THE_CIRCUMCIRCLE_AREA, f.AN_EQUILATERAL_TRIANGLE, f.side(r), f.times_pi(Fraction(r * r, 3))
    )


@TOPIC.advanced
def the_radius_in_an_equilateral_triangle(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(draw, f.THE_INRADIUS, f.AN_EQUILATERAL_TRIANGLE, f.side(r), f.surd(3, Fraction(r, 6)))


@TOPIC.advanced
def the_radius_around_an_equilateral_triangle(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(
        draw, f.THE_CIRCUMRADIUS, f.AN_EQUILATERAL_TRIANGLE, f.perimeter(3 * r), f.surd(3, Fraction(r, 3))
    )


@TOPIC.advanced
def the_area_of_a_semicircle_from_its_perimeter(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(draw, f.THE_AREA, f.A_SEMICIRCLE, f.perimeter(_with_pi(2 * r, r)), f.times_pi(Fraction(r * r, 2)))


@TOPIC.advanced
def the_area_of_a_semicircle_from_its_arc(draw: Draw) -> Made:
    r = draw.whole(2, 60)
    return f.measured(draw, f.THE_AREA, f.A_SEMICIRCLE, f.arc(f.times_pi(r)), f.times_pi(Fraction(r * r, 2)))


@TOPIC.advanced
def the_radius_from_the_area_of_a_sector(draw: Draw) -> Made:
    r, angle, _, area = _sector(draw)
    given = f.both(f.area(f.times_pi(area)), f.central_angle(angle))
    return f.measured(draw, f.THE_RADIUS, f.A_SECTOR, given, r)


@TOPIC.advanced
def the_area_from_the_arc_and_the_angle(draw: Draw) -> Made:
    _, angle, arc, area = _sector(draw)
    given = f.both(f.arc(f.times_pi(arc)), f.central_angle(angle))
    return f.measured(draw, f.THE_AREA, f.A_SECTOR, given, f.times_pi(area))


@TOPIC.advanced
def the_radius_from_the_arc_and_the_area(draw: Draw) -> Made:
    r, _, arc, area = _sector(draw)
    given = f.both(f.arc(f.times_pi(arc)), f.area(f.times_pi(area)))
    return f.measured(draw, f.THE_RADIUS, f.A_SECTOR, given, r)


@TOPIC.advanced
def the_perimeter_from_the_area(draw: Draw) -> Made:
    r, _, arc, area = _sector(draw)
    given = f.both(f.area(f.times_pi(area)), f.radius(r))
    return f.measured(draw, f.THE_PERIMETER, f.A_SECTOR, given, _with_pi(2 * r, arc))


@TOPIC.advanced
def a_circle_in_a_triangle(draw: Draw) -> Made:
    triangle = _triangle(draw)
    inradius = Fraction(2 * _area(triangle), sum(triangle))
    given = f.sides(*triangle)
    return f.measured(draw, f.THE_INCIRCLE_AREA, f.A_TRIANGLE, given, f.times_pi(inradius * inradius))


@TOPIC.advanced
def a_circle_around_a_triangle(draw: Draw) -> Made:
    a, b, c = triangle = _triangle(draw)
    circumradius = Fraction(a * b * c, 4 * _area(triangle))
    given = f.sides(a, b, c)
    return f.measured(draw, f.THE_CIRCUMCIRCLE_AREA, f.A_TRIANGLE, given, f.times_pi(circumradius * circumradius))
