"""Sentences about curves with coordinates, and about points that are reflected, turned or converted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.geometry.conics import Circle, CircleEquation, Conic, Parabola
from maths.families.geometry.moves import Convert, Divide, Reflect, Turn
from maths.families.geometry.points import Corners
from maths.families.terms import equals, name, number
from maths.phrasing.chart import either
from maths.phrasing.grammar_coordinates import ASK, STOP, a_constant, a_curve, a_point, exactly, is_number, two_points
from maths.phrasing.grammar_numbers import ASKED_KO
from maths.phrasing.productions import always, formula, meaning, rule
from maths.tree import Degrees, Negative, Ratio, names

if TYPE_CHECKING:
    from maths.families.geometry.points import Point
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node, Relation


_CIRCLE_PART = either(
    meaning("XY_CENTER_AND_RADIUS", ("center", "radius")),
    rule(lambda: [("center",)], "?XY_COORDINATES_OF", "XY_CENTER_OF"),
    meaning("XY_RADIUS_OF", ("radius",)),
    meaning("XY_DIAMETER_OF", ("diameter",)),
    meaning("XY_AREA_OF_CIRCLE", ("area",)),
    meaning("XY_CIRCUMFERENCE_OF", ("circumference",)),
)


def _circle(parts: tuple[str, ...], equation: Relation) -> Built:
    yield Circle(equation, parts)


_PARABOLA_PART = either(
    meaning("XY_VERTEX_OF", "vertex"),
    meaning("XY_FOCUS_OF", "focus"),
    meaning("XY_DIRECTRIX_OF", "directrix"),
    meaning("XY_AXIS_OF", "axis"),
)
_CONIC_PART = either(
    meaning("XY_CENTER_OF", "center"),
    meaning("XY_FOCI_OF", "foci"),
    meaning("XY_VERTICES_OF", "vertices"),
    meaning("XY_FOCAL_DISTANCE", "focal distance"),
    meaning("XY_MAJOR_OF", "major"),
    meaning("XY_MINOR_OF", "minor"),
    meaning("XY_TRANSVERSE_OF", "transverse"),
    meaning("XY_ECCENTRICITY_OF", "eccentricity"),
    meaning("XY_AREA_OF", "area"),
)
_CONIC = either(meaning("XY_ELLIPSE", "ellipse"), meaning("XY_HYPERBOLA", "hyperbola"))


def _conic(wanted: str, kind: str, equation: Relation) -> Built:
    yield Conic(equation, kind, wanted)


_radius_or_point = either(
    rule(lambda radius: [(radius, None)], "XY_AND_RADIUS", a_constant),
    rule(lambda point: [(None, point)], "XY_AND_THROUGH", a_point),
)

_CURVES: tuple[Parser[Found], ...] = (
    rule(_circle, ASK, _CIRCLE_PART, "XY_CIRCLE_GIVEN", a_curve),
    rule(
        lambda centre, more: [CircleEquation(centre, *more)],
        ASK, "XY_EQUATION_OF_CIRCLE", "XY_WITH_CENTER", a_point, "?AND|COMMA", _radius_or_point,
    ),
    rule(
        lambda through, centre: [CircleEquation(centre, None, through)],
        ASK, "XY_EQUATION_OF_CIRCLE", "XY_THROUGH", a_point, "?AND|COMMA", "XY_WITH_CENTER", a_point,
    ),
    rule(lambda wanted, equation: [Parabola(equation, wanted)], ASK, "?XY_COORDINATES_OF", _PARABOLA_PART,
         "XY_PARABOLA", a_curve),
    rule(lambda equation: [Parabola(equation, "vertex")], ASK, "?XY_COORDINATES_OF", "XY_VERTEX_OF", "?XY_PARABOLA",
         a_curve),
    rule(_conic, ASK, "?XY_COORDINATES_OF", _CONIC_PART, _CONIC, a_curve),
)  # fmt: skip

_SIZE = either(meaning("XY_AREA_WORD", "area"), meaning("XY_PERIMETER_WORD", "perimeter"))
_shape = either(
    rule(lambda found: [found], "XY_TRIANGLE_3", "XY_WITH_VERTICES", exactly(3)),
    rule(lambda found: [found], "XY_QUADRILATERAL_4", "XY_WITH_VERTICES", exactly(4)),
)


def _corners(wanted: str, points: tuple[Point, ...]) -> Built:
    if len(points[0]) == 2:  # noqa: PLR2004 - in the plane
        yield Corners(points, wanted)


_axis = either(
    rule(lambda: [equals(name("y"), number(0))], "XY_X_AXIS"),
    rule(lambda: [equals(name("x"), number(0))], "XY_Y_AXIS"),
    rule(lambda: [None], "XY_ORIGIN"),
    rule(lambda found: [found], "?XY_LINE", a_curve),
)
_turn = formula(lambda node: isinstance(node, Degrees) and is_number(node.operand))
_SENSE = either(meaning("XY_CLOCKWISE", True), meaning("XY_COUNTERCLOCKWISE", False))  # noqa: FBT003 - whether it is clockwise
_KIND = {"POLAR": "polar", "RECTANGULAR": "rectangular", "CYLINDRICAL": "cylindrical", "SPHERICAL": "spherical"}
_SOURCE = either(*(meaning(f"XY_IN_{symbol}", kind) for symbol, kind in _KIND.items()))
_TARGET = either(*(meaning(f"XY_TO_{symbol}", kind) for symbol, kind in _KIND.items()))
_RANGE = either(*(meaning(f"XY_{symbol}_RANGE", kind) for symbol, kind in _KIND.items() if symbol != "RECTANGULAR"))


def _turned(point: Point, angle: Node, *, clockwise: bool) -> Built:
    degrees = angle.operand  # type: ignore[union-attr]
    yield Turn(point, Negative(degrees) if clockwise else degrees)


def _converted(point: Point, source: str, target: str, stated: str | None) -> Built:
    if target in {"rectangular", stated}:
        yield Convert(point, source, target)


def _divided(points: tuple[Point, ...], ratio: Ratio) -> Built:
    if len(ratio.parts) == 2:  # noqa: PLR2004
        yield Divide(points[0], points[1], (ratio.parts[0], ratio.parts[1]))


_ratio = formula(lambda node: isinstance(node, Ratio) and not names(node))

_MOVES: tuple[Parser[Found], ...] = (
    rule(_corners, ASK, _SIZE, _shape),
    rule(lambda point, mirror: [Reflect(point, mirror)], "?GIVEN", "?THEN", a_point, "XY_REFLECTED", _axis, STOP,
         "?THEN", ASK, "?XY_COORDINATES_OF", "XY_IMAGE"),
    rule(lambda point, mirror: [Reflect(point, mirror)], ASK, "?XY_COORDINATES_OF", "XY_REFLECTION_OF", a_point,
         "XY_OVER_MIRROR", _axis),
    rule(lambda point, angle, clockwise: _turned(point, angle, clockwise=clockwise), "?GIVEN", a_point, "XY_ROTATED",
         _turn, _SENSE, "XY_ABOUT_ORIGIN", STOP, ASK, "?XY_COORDINATES_OF", "XY_IMAGE"),
    rule(_divided, ASK, "XY_DIVIDES", two_points, "?XY_INTERNALLY", "XY_IN_RATIO", _ratio, "?XY_INTERNALLY"),
    rule(_converted, "XY_CONVERT_POINT", a_point, _SOURCE, _TARGET, either(rule(lambda kind: [kind], "?END|COMMA",
         _RANGE), always(None))),
)  # fmt: skip

_PART_KO = either(
    meaning("XY_VERTEX_KO", "vertex"),
    meaning("XY_FOCUS_KO", "focus"),
    meaning("XY_DIRECTRIX_KO", "directrix"),
    meaning("XY_AXIS_KO", "axis"),
)
_CONIC_KO = either(meaning("XY_ELLIPSE_KO", "ellipse"), meaning("XY_HYPERBOLA_KO", "hyperbola"))
_CONIC_PART_KO = either(
    meaning("XY_FOCUS_KO", "foci"),
    meaning("XY_VERTEX_KO", "vertices"),
    meaning("XY_CENTER_KO", "center"),
    meaning("XY_FOCAL_DISTANCE_KO", "focal distance"),
    meaning("XY_MAJOR_KO", "major"),
    meaning("XY_MINOR_KO", "minor"),
    meaning("XY_ECCENTRICITY_KO", "eccentricity"),
)
_CIRCLE_PART_KO = either(
    rule(lambda: [("center", "radius")], "XY_CENTER_KO", "AND", "XY_RADIUS_KO"),
    meaning("XY_CENTER_KO", ("center",)),
    meaning("XY_RADIUS_KO", ("radius",)),
    meaning("XY_AREA_KO", ("area",)),
    meaning("XY_DIAMETER_KO", ("diameter",)),
    meaning("XY_CIRCUMFERENCE_KO", ("circumference",)),
)

_KOREAN: tuple[Parser[Found], ...] = (
    rule(lambda equation, parts: _circle(parts, equation), "XY_CIRCLE_KO", a_curve, "OF_KO", _CIRCLE_PART_KO,
         *ASKED_KO),
    rule(lambda centre, radius: [CircleEquation(centre, radius)], "XY_CENTER_IS_KO", a_point, "XY_AND_IS_KO",
         "?COMMA", "XY_RADIUS_IS_KO", a_constant, "XY_BEING_CIRCLE_KO", "XY_EQUATION_OF_KO", *ASKED_KO),
    rule(lambda centre, point: [CircleEquation(centre, None, point)], "XY_CENTER_IS_KO", a_point, "XY_AND_IS_KO",
         "?COMMA", a_point, "XY_PASSING_CIRCLE_KO", "XY_EQUATION_OF_KO", *ASKED_KO),
    rule(lambda points: _corners("area", points), exactly(3), "XY_AS_VERTICES_KO", "XY_TRIANGLE_KO", "OF_KO",
         "XY_AREA_KO", *ASKED_KO),
    rule(lambda points: _corners("perimeter", points), exactly(3), "XY_AS_VERTICES_KO", "XY_TRIANGLE_KO", "OF_KO",
         "XY_CIRCUMFERENCE_KO", *ASKED_KO),
    rule(lambda points: _corners("area", points), exactly(4), "XY_AS_VERTICES_KO", "XY_QUADRILATERAL_KO", "OF_KO",
         "XY_AREA_KO", *ASKED_KO),
    rule(lambda equation, wanted: [Parabola(equation, wanted)], "XY_PARABOLA_KO", a_curve, "OF_KO", _PART_KO,
         *ASKED_KO),
    rule(lambda kind, equation, wanted: _conic(wanted, kind, equation), _CONIC_KO, a_curve, "OF_KO", _CONIC_PART_KO,
         *ASKED_KO),
    rule(lambda point, mirror: [Reflect(point, mirror)], a_point, "OBJECT", "?XY_LINE_KO", _axis, "XY_MIRRORED_KO",
         *ASKED_KO),
    rule(lambda point, clockwise, angle: _turned(point, angle, clockwise=clockwise), a_point, "OBJECT",
         "XY_ABOUT_ORIGIN", _SENSE, _turn, "XY_TURNED_KO", *ASKED_KO),
    rule(_divided, two_points, "XY_SEGMENT_KO", "OBJECT", _ratio,
         "XY_DIVIDING_KO", *ASKED_KO),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (*_CURVES, *_MOVES, *_KOREAN)
"""One rule a way to ask."""
