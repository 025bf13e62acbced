"""Circles, parabolas, ellipses and hyperbolas by their equations: centre, radius, vertex or axes are chosen first."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.figures import surd, times_pi
from maths.generating.writing import number, polynomial, shown, term, total
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw
    from maths.message import Argument

TOPIC = Topic(
    "conics",
    Message("Conics"),
    "the curve brought to its normal form from the words, and what is asked put back into the curve's equation",
    ("circle equation", "parabola", "ellipse", "hyperbola", "이차곡선", "원의 방정식", "포물선", "타원", "쌍곡선",
     "도형의 방정식"),
)  # fmt: skip
_TRIPLES = ((3, 4, 5), (4, 3, 5), (5, 12, 13), (12, 5, 13), (8, 15, 17), (15, 8, 17), (6, 8, 10), (8, 6, 10))
_CENTRE, _RADIUS, _AREA = Message("the center"), Message("the radius"), Message("the area")
_DIAMETER = Message("the diameter")
_VERTEX, _FOCUS, _DIRECTRIX = Message("the vertex"), Message("the focus"), Message("the directrix")
_AXIS = Message("the axis of symmetry")
_FOCI, _MAJOR, _MINOR = (
    Message("the foci"),
    Message("the length of the major axis"),
    Message("the length of the minor axis"),
)
_BETWEEN_FOCI, _ECCENTRICITY = Message("the distance between the foci"), Message("the eccentricity")
_VERTICES = Message("the vertices")


def _circle(asked: Message, equation: str, answer: str) -> Made:
    return Made(Message("Find {asked} of the circle {equation}.", asked=asked, equation=shown(equation)), answer)


def _parabola(asked: Message, equation: str, answer: str) -> Made:
    return Made(Message("Find {asked} of the parabola {equation}.", asked=asked, equation=shown(equation)), answer)


def _ellipse(asked: Message, equation: str, answer: str) -> Made:
    return Made(Message("Find {asked} of the ellipse {equation}.", asked=asked, equation=shown(equation)), answer)


def _hyperbola(asked: Message, equation: str, answer: str) -> Made:
    return Made(Message("Find {asked} of the hyperbola {equation}.", asked=asked, equation=shown(equation)), answer)


def _shifted(letter: str, by: Fraction | int) -> str:
    """The square of a letter less a number."""
    return f"({polynomial([1, -by], letter)})^2" if by else f"{letter}^2"


def _round(a: int, b: int, square: int) -> str:
    return f"{_shifted('x', a)} + {_shifted('y', b)} = {square}"


def _spread(a: int, b: int, square: int) -> str:
    """The equation of a circle without brackets."""
    parts = ["x^2", "y^2", *([term(-2 * a, "x")] if a else []), *([term(-2 * b, "y")] if b else [])]
    rest = a * a + b * b - square
    return f"{total([*parts, *([number(rest)] if rest else [])])} = 0"


def _point(x: Fraction | int | str, y: Fraction | int | str) -> str:
    return f"({x if isinstance(x, str) else number(x)}, {y if isinstance(y, str) else number(y)})"


def _place(x: int, y: int) -> Argument:
    return shown(_point(x, y))


def _centre(draw: Draw) -> tuple[int, int]:
    return draw.signed(7), draw.signed(7)


# Beginner


@TOPIC.beginner
def the_centre(draw: Draw) -> Made:
    (a, b), r = _centre(draw), draw.whole(1, 9)
    return _circle(_CENTRE, _round(a, b, r * r), _point(a, b))


@TOPIC.beginner
def the_radius(draw: Draw) -> Made:
    (a, b), r = _centre(draw), draw.whole(1, 12)
    return _circle(_RADIUS, _round(a, b, r * r), str(r))


@TOPIC.beginner
def the_radius_around_the_origin(draw: Draw) -> Made:
    r = draw.whole(2, 160)
    return _circle(_RADIUS, _round(0, 0, r * r), str(r))


@TOPIC.beginner
def the_diameter(draw: Draw) -> Made:
    (a, b), r = _centre(draw), draw.whole(1, 12)
    return _circle(_DIAMETER, _round(a, b, r * r), str(2 * r))


@TOPIC.beginner
def the_area(draw: Draw) -> Made:
    (a, b), square = _centre(draw), draw.whole(2, 99)
    return _circle(_AREA, _round(a, b, square), times_pi(square))


@TOPIC.beginner
def the_equation_of_a_circle(draw: Draw) -> Made:
    (a, b), r = _centre(draw), draw.whole(1, 9)
    return Made(Message("Find the equation of the circle with center {center} and radius {radius}.",
                        center=_place(a, b), radius=shown(str(r))), _round(a, b, r * r))  # fmt: skip


@TOPIC.beginner
def the_equation_around_the_origin(draw: Draw) -> Made:
    x, y = _centre(draw)
    return Made(Message("Find the equation of the circle with center {center} that passes through the point {point}.",
                        center=_place(0, 0), point=_place(x, y)), _round(0, 0, x * x + y * y))  # fmt: skip


@TOPIC.beginner
def the_vertex_from_a_square(draw: Draw) -> Made:
    (a, b), k = _centre(draw), draw.whole(1, 4)
    return _parabola(_VERTEX, f"y = {term(k, _shifted('x', a))} {'+' if b > 0 else '-'} {abs(b)}", _point(a, b))


@TOPIC.beginner
def the_vertex_on_the_axis(draw: Draw) -> Made:
    k, c = draw.signed(6), draw.signed(12)
    return _parabola(_VERTEX, f"y = {polynomial([k, 0, c])}", _point(0, c))


@TOPIC.beginner
def the_vertex_of_a_simple_parabola(draw: Draw) -> Made:
    a, b = _centre(draw)
    return _parabola(_VERTEX, f"y = {polynomial([1, -2 * a, a * a + b])}", _point(a, b))


@TOPIC.beginner
def the_axis_of_a_parabola(draw: Draw) -> Made:
    a, c = draw.signed(9), draw.signed(9)
    return _parabola(_AXIS, f"y = {polynomial([1, -2 * a, c])}", f"x = {a}")


@TOPIC.beginner
def the_focus_of_a_simple_parabola(draw: Draw) -> Made:
    p, x_first = draw.signed(30), draw.whole(0, 1)
    one, other = ("y", "x") if x_first else ("x", "y")
    return _parabola(_FOCUS, f"{one}^2 = {term(4 * p, other)}", _point(p, 0) if x_first else _point(0, p))


@TOPIC.beginner
def the_directrix_of_a_simple_parabola(draw: Draw) -> Made:
    p, x_first = draw.signed(30), draw.whole(0, 1)
    one, other = ("y", "x") if x_first else ("x", "y")
    return _parabola(_DIRECTRIX, f"{one}^2 = {term(4 * p, other)}", f"{other} = {-p}")


# Intermediate


@TOPIC.intermediate
def the_centre_by_completing_the_square(draw: Draw) -> Made:
    (a, b), square = _centre(draw), draw.whole(1, 40)
    return _circle(_CENTRE, _spread(a, b, square), _point(a, b))


@TOPIC.intermediate
def the_radius_by_completing_the_square(draw: Draw) -> Made:
    (a, b), r = _centre(draw), draw.whole(1, 12)
    return _circle(_RADIUS, _spread(a, b, r * r), str(r))


@TOPIC.intermediate
def the_area_by_completing_the_square(draw: Draw) -> Made:
    (a, b), square = _centre(draw), draw.whole(2, 60)
    return _circle(_AREA, _spread(a, b, square), times_pi(square))


@TOPIC.intermediate
def the_centre_and_the_radius(draw: Draw) -> Made:
    (a, b), r = _centre(draw), draw.whole(1, 12)
    return Made(Message("Find the center and the radius of the circle {equation}.",
                        equation=shown(_spread(a, b, r * r))), f"{_point(a, b)}, {r}", ordered=True)  # fmt: skip


@TOPIC.intermediate
def the_equation_through_a_point(draw: Draw) -> Made:
    (a, b), (p, q) = _centre(draw), (draw.signed(6), draw.signed(6))
    return Made(Message("Find the equation of the circle with center {center} that passes through the point {point}.",
                        center=_place(a, b), point=_place(a + p, b + q)), _round(a, b, p * p + q * q))  # fmt: skip


@TOPIC.intermediate
def the_vertex_with_a_leading_coefficient(draw: Draw) -> Made:
    (a, b), k = _centre(draw), draw.signed(5, 1)
    return _parabola(_VERTEX, f"y = {polynomial([k, -2 * k * a, k * a * a + b])}", _point(a, b))


@TOPIC.intermediate
def the_axis_with_a_leading_coefficient(draw: Draw) -> Made:
    k, b, c = draw.whole(2, 6), draw.signed(9), draw.signed(9)
    return _parabola(_AXIS, f"y = {polynomial([k, b, c])}", f"x = {number(Fraction(-b, 2 * k))}")


@TOPIC.intermediate
def the_focus_with_a_fraction(draw: Draw) -> Made:
    k = draw.signed(40, 1, -1)
    return _parabola(_FOCUS, f"y = {term(k, 'x^2')}", _point(0, Fraction(1, 4 * k)))


@TOPIC.intermediate
def the_directrix_with_a_fraction(draw: Draw) -> Made:
    k = draw.signed(40, 1, -1)
    return _parabola(_DIRECTRIX, f"y = {term(k, 'x^2')}", f"y = {number(Fraction(-1, 4 * k))}")


def _axes(draw: Draw) -> tuple[int, int]:
    """The longer half axis first."""
    b, a = sorted(draw.several(2, 2, 20))
    return a, b


@TOPIC.intermediate
def the_major_axis(draw: Draw) -> Made:
    a, b = _axes(draw)
    return _ellipse(_MAJOR, f"x^2/{a * a} + y^2/{b * b} = 1", str(2 * a))


@TOPIC.intermediate
def the_minor_axis(draw: Draw) -> Made:
    a, b = _axes(draw)
    return _ellipse(_MINOR, f"x^2/{b * b} + y^2/{a * a} = 1", str(2 * b))


@TOPIC.intermediate
def the_vertices_of_a_hyperbola(draw: Draw) -> Made:
    a, b = draw.several(2, 2, 12)
    return _hyperbola(_VERTICES, f"x^2/{a * a} - y^2/{b * b} = 1", f"({-a}, 0), ({a}, 0)")


# Advanced


@TOPIC.advanced
def the_foci_of_an_ellipse(draw: Draw) -> Made:
    c, b, a = (scale * part for scale in [draw.whole(1, 15)] for part in draw.one_of(_TRIPLES))
    return _ellipse(_FOCI, f"x^2/{a * a} + y^2/{b * b} = 1", f"({-c}, 0), ({c}, 0)")


@TOPIC.advanced
def the_foci_of_an_upright_ellipse(draw: Draw) -> Made:
    a, b = _axes(draw)
    c = surd(a * a - b * b)
    return _ellipse(_FOCI, f"x^2/{b * b} + y^2/{a * a} = 1", f"(0, -{c}), (0, {c})")


@TOPIC.advanced
def the_distance_between_the_foci_of_an_ellipse(draw: Draw) -> Made:
    a, b = _axes(draw)
    return _ellipse(_BETWEEN_FOCI, f"x^2/{a * a} + y^2/{b * b} = 1", surd(a * a - b * b, 2))


@TOPIC.advanced
def the_eccentricity_of_an_ellipse(draw: Draw) -> Made:
    a, b = _axes(draw)
    return _ellipse(_ECCENTRICITY, f"x^2/{a * a} + y^2/{b * b} = 1", surd(a * a - b * b, Fraction(1, a)))


@TOPIC.advanced
def the_major_axis_of_a_plain_equation(draw: Draw) -> Made:
    a, b = _axes(draw)
    return _ellipse(_MAJOR, f"{b * b}*x^2 + {a * a}*y^2 = {a * a * b * b}", str(2 * a))


@TOPIC.advanced
def the_foci_of_a_plain_equation(draw: Draw) -> Made:
    c, b, a = (scale * part for scale in [draw.whole(1, 15)] for part in draw.one_of(_TRIPLES))
    return _ellipse(_FOCI, f"{b * b}*x^2 + {a * a}*y^2 = {a * a * b * b}", f"({-c}, 0), ({c}, 0)")


@TOPIC.advanced
def the_foci_of_a_hyperbola(draw: Draw) -> Made:
    a, b, c = (scale * part for scale in [draw.whole(1, 15)] for part in draw.one_of(_TRIPLES))
    return _hyperbola(_FOCI, f"x^2/{a * a} - y^2/{b * b} = 1", f"({-c}, 0), ({c}, 0)")


@TOPIC.advanced
def the_foci_of_an_upright_hyperbola(draw: Draw) -> Made:
    a, b = draw.several(2, 1, 14)
    c = surd(a * a + b * b)
    return _hyperbola(_FOCI, f"y^2/{a * a} - x^2/{b * b} = 1", f"(0, -{c}), (0, {c})")


@TOPIC.advanced
def the_distance_between_the_foci_of_a_hyperbola(draw: Draw) -> Made:
    a, b = draw.several(2, 1, 12)
    return _hyperbola(_BETWEEN_FOCI, f"x^2/{a * a} - y^2/{b * b} = 1", surd(a * a + b * b, 2))


@TOPIC.advanced
def the_vertices_of_a_plain_equation(draw: Draw) -> Made:
    a, b = draw.several(2, 1, 9)
    return _hyperbola(_VERTICES, f"{b * b}*x^2 - {a * a}*y^2 = {a * a * b * b}", f"({-a}, 0), ({a}, 0)")


@TOPIC.advanced
def the_focus_of_a_moved_parabola(draw: Draw) -> Made:
    (a, b), k = _centre(draw), draw.signed(3)
    return _parabola(_FOCUS, f"y = {polynomial([k, -2 * k * a, k * a * a + b])}", _point(a, b + Fraction(1, 4 * k)))


@TOPIC.advanced
def the_directrix_of_a_moved_parabola(draw: Draw) -> Made:
    (a, b), k = _centre(draw), draw.signed(3)
    return _parabola(_DIRECTRIX, f"y = {polynomial([k, -2 * k * a, k * a * a + b])}",
                     f"y = {number(b - Fraction(1, 4 * k))}")  # fmt: skip


@TOPIC.advanced
def a_radius_that_is_a_root(draw: Draw) -> Made:
    (a, b), square = _centre(draw), draw.whole(2, 60)
    return _circle(_RADIUS, _spread(a, b, square), surd(square))
