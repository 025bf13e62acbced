"""Right triangles: every one starts from two chosen sides; the third follows from the squares."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating import figures as f
from maths.generating.exercise import Made, Topic
from maths.generating.writing import number, shown
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw

TOPIC = Topic(
    "right_triangles",
    Message("The Pythagorean theorem"),
    "the figure's formulas solved exactly from the words, and the triangle drawn with coordinates and measured",
    ("pythagoras", "right triangles", "피타고라스 정리", "직각삼각형", "피타고라스"),
)
_TRIPLES = ((3, 4, 5), (5, 12, 13), (8, 15, 17), (7, 24, 25), (20, 21, 29), (12, 35, 37), (9, 40, 41))


def _triple(draw: Draw, largest: int = 7) -> tuple[int, int, int]:
    """Whole sides, either leg first."""
    a, b, c = draw.one_of(_TRIPLES)
    scale = draw.whole(1, largest)
    a, b = (a, b) if draw.whole(0, 1) else (b, a)
    return a * scale, b * scale, c * scale


def _ratio(ratio: str, corner: str, first: int, second: int, value: Fraction) -> Made:
    """Of the triangle ABC with its right angle at B, AB and BC given."""
    return Made(Message("In triangle ABC, AB = {first}, BC = {second} and ∠B = {angle}. Find {ratio} {corner}.",
                        first=shown(str(first)), second=shown(str(second)), angle=f.degrees(90), ratio=ratio,
                        corner=corner), number(value))  # fmt: skip


# Beginner


@TOPIC.beginner
def the_hypotenuse(draw: Draw) -> Made:
    a, b, c = _triple(draw)
    return f.measured(draw, f.THE_HYPOTENUSE, f.A_RIGHT_TRIANGLE, f.legs(a, b), c)


@TOPIC.beginner
def the_hypotenuse_with_units(draw: Draw) -> Made:
    u, (a, b, c) = f.unit(draw), _triple(draw)
    return f.measured(draw, f.THE_HYPOTENUSE, f.A_RIGHT_TRIANGLE, f.legs(u.of(a), u.of(b)), c, unit=u.name)


@TOPIC.beginner
def the_other_leg(draw: Draw) -> Made:
    a, b, c = _triple(draw)
    return f.measured(draw, f.THE_OTHER_LEG, f.A_RIGHT_TRIANGLE, f.both(f.hypotenuse(c), f.leg(a)), b)


@TOPIC.beginner
def the_other_leg_with_units(draw: Draw) -> Made:
    u, (a, b, c) = f.unit(draw), _triple(draw)
    given = f.both(f.leg(u.of(a)), f.hypotenuse(u.of(c)))
    return f.measured(draw, f.THE_OTHER_LEG, f.A_RIGHT_TRIANGLE, given, b, unit=u.name)


@TOPIC.beginner
def the_area(draw: Draw) -> Made:
    u, (a, b) = f.unit(draw), draw.several(2, 2, 16)
    given = f.legs(u.of(2 * a), u.of(b))
    return f.measured(draw, f.THE_AREA, f.A_RIGHT_TRIANGLE, given, a * b, unit=f"{u.name}^2")


@TOPIC.beginner
def the_diagonal_of_a_rectangle(draw: Draw) -> Made:
    u, (a, b, c) = f.unit(draw), _triple(draw)
    given = f.both(f.length(u.of(a)), f.width(u.of(b)))
    return f.measured(draw, f.THE_DIAGONAL, f.A_RECTANGLE, given, c, unit=u.name)


@TOPIC.beginner
def the_perimeter_from_the_legs(draw: Draw) -> Made:
    a, b, c = _triple(draw)
    return f.measured(draw, f.THE_PERIMETER, f.A_RIGHT_TRIANGLE, f.legs(a, b), a + b + c)


@TOPIC.beginner
def the_width_from_the_diagonal(draw: Draw) -> Made:
    a, b, c = _triple(draw, 20)
    return f.measured(draw, f.THE_WIDTH, f.A_RECTANGLE, f.both(f.diagonal(c), f.length(a)), b)


@TOPIC.beginner
def the_side_of_a_rhombus(draw: Draw) -> Made:
    a, b, c = _triple(draw)
    return f.measured(draw, f.THE_SIDE, f.A_RHOMBUS, f.diagonals(2 * a, 2 * b), c)


@TOPIC.beginner
def the_hypotenuse_by_letters(draw: Draw) -> Made:
    a, b, c = _triple(draw)
    return Made(Message("In triangle ABC, AB = {first}, BC = {second} and ∠B = {angle}. Find AC.",
                        first=shown(str(a)), second=shown(str(b)), angle=f.degrees(90)), str(c))  # fmt: skip


@TOPIC.beginner
def the_slant_height_of_a_cone(draw: Draw) -> Made:
    a, b, c = _triple(draw)
    return f.measured(draw, f.THE_SLANT, f.A_CONE, f.both(f.base_radius(a), f.height(b)), c)


@TOPIC.beginner
def the_height_of_a_cone(draw: Draw) -> Made:
    a, b, c = _triple(draw)
    return f.measured(draw, f.THE_HEIGHT, f.A_CONE, f.both(f.base_radius(a), f.slant(c)), b)


# Intermediate


@TOPIC.intermediate
def the_hypotenuse_is_a_root(draw: Draw) -> Made:
    a, b = draw.several(2, 1, 14)
    return f.measured(draw, f.THE_HYPOTENUSE, f.A_RIGHT_TRIANGLE, f.legs(a, b), f.surd(a * a + b * b))


@TOPIC.intermediate
def the_leg_is_a_root(draw: Draw) -> Made:
    a = draw.whole(2, 12)
    c = a + draw.whole(1, 8)
    given = f.both(f.hypotenuse(c), f.leg(a))
    return f.measured(draw, f.THE_OTHER_LEG, f.A_RIGHT_TRIANGLE, given, f.surd(c * c - a * a))


@TOPIC.intermediate
def a_leg_is_given_as_a_root(draw: Draw) -> Made:
    c, inside = draw.whole(5, 15), draw.whole(2, 24, 4, 9, 16)
    given = f.both(f.hypotenuse(c), f.leg(f"sqrt({inside})"))
    return f.measured(draw, f.THE_OTHER_LEG, f.A_RIGHT_TRIANGLE, given, f.surd(c * c - inside))


@TOPIC.intermediate
def the_area_from_the_hypotenuse(draw: Draw) -> Made:
    a, b, c = _triple(draw)
    return f.measured(draw, f.THE_AREA, f.A_RIGHT_TRIANGLE, f.both(f.hypotenuse(c), f.leg(a)), a * b // 2)


@TOPIC.intermediate
def the_perimeter_from_the_hypotenuse(draw: Draw) -> Made:
    a, b, c = _triple(draw)
    return f.measured(draw, f.THE_PERIMETER, f.A_RIGHT_TRIANGLE, f.both(f.hypotenuse(c), f.leg(a)), a + b + c)


@TOPIC.intermediate
def the_hypotenuse_from_the_area(draw: Draw) -> Made:
    a, b, c = _triple(draw)
    return f.measured(draw, f.THE_HYPOTENUSE, f.A_RIGHT_TRIANGLE, f.both(f.area(a * b // 2), f.leg(a)), c)


@TOPIC.intermediate
def the_diagonal_of_a_square(draw: Draw) -> Made:
    s = draw.whole(2, 60)
    return f.measured(draw, f.THE_DIAGONAL, f.A_SQUARE, f.side(s), f.surd(2, s))


@TOPIC.intermediate
def the_height_of_an_equilateral_triangle(draw: Draw) -> Made:
    s = draw.whole(2, 60)
    return f.measured(draw, f.THE_HEIGHT, f.AN_EQUILATERAL_TRIANGLE, f.side(s), f.surd(3, Fraction(s, 2)))


@TOPIC.intermediate
def two_equal_legs(draw: Draw) -> Made:
    a = draw.whole(2, 60)
    return f.measured(draw, f.THE_HYPOTENUSE, f.AN_ISOSCELES_RIGHT_TRIANGLE, f.leg(a), f.surd(2, a))


@TOPIC.intermediate
def the_perimeter_of_an_isosceles_triangle(draw: Draw) -> Made:
    half, h, side = _triple(draw)
    given = f.both(f.base(2 * half), f.height(h))
    return f.measured(draw, f.THE_PERIMETER, f.AN_ISOSCELES_TRIANGLE, given, 2 * half + 2 * side)


@TOPIC.intermediate
def the_sine_of_an_angle(draw: Draw) -> Made:
    a, b, c = _triple(draw)
    return _ratio("sin", "A", a, b, Fraction(b, c))


@TOPIC.intermediate
def the_cosine_of_an_angle(draw: Draw) -> Made:
    a, b, c = _triple(draw)
    return _ratio("cos", "C", a, b, Fraction(b, c))


@TOPIC.intermediate
def the_volume_of_a_cone_from_its_slant_height(draw: Draw) -> Made:
    a, b, c = _triple(draw, 3)
    given = f.both(f.base_radius(a), f.slant(c))
    return f.measured(draw, f.THE_VOLUME, f.A_CONE, given, f.times_pi(Fraction(a * a * b, 3)))


# Advanced


@TOPIC.advanced
def the_height_on_the_hypotenuse(draw: Draw) -> Made:
    a, b, c = _triple(draw)
    return f.measured(draw, f.THE_ALTITUDE, f.A_RIGHT_TRIANGLE, f.legs(a, b), Fraction(a * b, c))


@TOPIC.advanced
def the_height_on_the_hypotenuse_from_one_leg(draw: Draw) -> Made:
    a, b, c = _triple(draw)
    given = f.both(f.hypotenuse(c), f.leg(a))
    return f.measured(draw, f.THE_ALTITUDE, f.A_RIGHT_TRIANGLE, given, Fraction(a * b, c))


@TOPIC.advanced
def the_inscribed_circle_of_a_right_triangle(draw: Draw) -> Made:
    a, b, c = _triple(draw)
    return f.measured(draw, f.THE_INRADIUS, f.A_RIGHT_TRIANGLE, f.legs(a, b), Fraction(a + b - c, 2))


@TOPIC.advanced
def the_area_of_the_inscribed_circle(draw: Draw) -> Made:
    a, b, c = _triple(draw)
    inradius = Fraction(a + b - c, 2)
    given = f.both(f.hypotenuse(c), f.leg(b))
    return f.measured(draw, f.THE_INCIRCLE_AREA, f.A_RIGHT_TRIANGLE, given, f.times_pi(inradius * inradius))


@TOPIC.advanced
def the_circumscribed_circle_of_a_right_triangle(draw: Draw) -> Made:
    a, b = draw.several(2, 2, 16)
    radius = f.surd(a * a + b * b, Fraction(1, 2))
    return f.measured(draw, f.THE_CIRCUMRADIUS, f.A_RIGHT_TRIANGLE, f.legs(a, b), radius)


@TOPIC.advanced
def the_area_of_the_circumscribed_circle(draw: Draw) -> Made:
    a, b = draw.several(2, 2, 16)
    around = f.times_pi(Fraction(a * a + b * b, 4))
    return f.measured(draw, f.THE_CIRCUMCIRCLE_AREA, f.A_RIGHT_TRIANGLE, f.legs(a, b), around)


@TOPIC.advanced
def the_area_from_the_hypotenuse_of_equal_legs(draw: Draw) -> Made:
    c = draw.whole(3, 60)
    return f.measured(draw, f.THE_AREA, f.AN_ISOSCELES_RIGHT_TRIANGLE, f.hypotenuse(c), Fraction(c * c, 4))


@TOPIC.advanced
def the_side_from_the_height_of_an_equilateral_triangle(draw: Draw) -> Made:
    h = draw.whole(2, 60)
    return f.measured(draw, f.THE_SIDE, f.AN_EQUILATERAL_TRIANGLE, f.height(h), f.surd(3, Fraction(2 * h, 3)))


@TOPIC.advanced
def the_diagonal_of_a_box(draw: Draw) -> Made:
    a, b, c = draw.several(3, 2, 12)
    diagonal = f.surd(a * a + b * b + c * c)
    return f.measured(draw, f.THE_DIAGONAL, f.A_BOX, f.dimensions(a, b, c), diagonal)


@TOPIC.advanced
def the_diagonal_of_a_cube(draw: Draw) -> Made:
    a = draw.whole(2, 99)
    return f.measured(draw, f.THE_DIAGONAL, f.A_CUBE, f.edge(a), f.surd(3, a))


@TOPIC.advanced
def the_third_side_by_an_angle(draw: Draw) -> Made:
    (a, b), angle = draw.several(2, 2, 15), draw.one_of([60, 90, 120])
    square = a * a + b * b + {60: -a * b, 90: 0, 120: a * b}[angle]
    return f.measured(draw, f.THE_THIRD_SIDE, f.A_TRIANGLE, f.two_sides_and_angle(a, b, angle), f.surd(square))


@TOPIC.advanced
def the_tangent_of_an_angle(draw: Draw) -> Made:
    a, b, c = _triple(draw)
    return Made(Message("In triangle ABC, AB = {first}, AC = {second} and ∠B = {angle}. Find {ratio} {corner}.",
                        first=shown(str(a)), second=shown(str(c)), angle=f.degrees(90), ratio="tan", corner="C"),
                number(Fraction(a, b)))  # fmt: skip
