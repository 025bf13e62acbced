"""Sentences about points, lines and curves with coordinates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.families.geometry.conics import Circle, CircleEquation, Conic, Parabola
from maths.families.geometry.lines import LineThrough, OfLine, PointToLine, Slope
from maths.families.geometry.moves import Convert, Divide, Reflect, Turn
from maths.families.geometry.points import Corners, Distance, Midpoint, OtherEnd
from maths.families.terms import equals, name, number
from maths.phrasing.chart import either, many, maybe, separator, sequence, word
from maths.phrasing.grammar_numbers import ASKED_KO
from maths.phrasing.productions import always, formula, meaning, rule
from maths.tree import Collection, Degrees, Kind, Negative, Ratio, Relation, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.families.geometry.points import Point
    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_NAMED = re.compile(r"(?:[A-Z](?:_\d)?|\\?overline\{[A-Z]{2}\})?\s*(?:=\s*)?(?=\(|\\left)")
_SIZES = (2, 3)
_ALL_LETTERS = frozenset({"x", "y"})


def _is_point(node: Node) -> bool:
    return (
        isinstance(node, Collection)
        and node.kind is Kind.TUPLE
        and len(node.items) in _SIZES
        and all(_is_number(item) for item in node.items)
    )


def _is_number(node: Node) -> bool:
    return not isinstance(node, Relation | Collection) and not names(node)


_tuple = formula(_is_point)
_constant = formula(_is_number)
_curve = formula(lambda node: isinstance(node, Relation) and names(node) <= _ALL_LETTERS and bool(names(node)))


def _bare_point(chart: Chart, at: int) -> Iterator[tuple[int, Point]]:
    """`(1, 2)`, `A(1, 2)`, `A = (1, 2)`."""
    at = chart.skip(at)
    match = _NAMED.match(chart.text, at)
    if match:
        yield from ((end, node.items) for end, node in _tuple(chart, match.end()))


_origin: Parser[Point] = rule(lambda: [(number(0), number(0))], "XY_ORIGIN")
_point: Parser[Point] = either(
    rule(lambda found: [found], "?XY_POINT_WORD", _bare_point), rule(lambda found: [found], "?XY_POINT_WORD", _origin)
)
_points = rule(lambda found: [found], "?XY_POINT_WORD", many(_point, separator))


def _exactly(count: int, parser: Parser[tuple[Point, ...]] = _points) -> Parser[tuple[Point, ...]]:
    return rule(lambda found: [found] if len(found) == count and _alike(found) else [], parser)


def _alike(points: tuple[Point, ...]) -> bool:
    return len({len(point) for point in points}) == 1


_two = _exactly(2)
_PART = either(
    meaning("XY_SUM_OF_COORDINATES", "sum"),
    meaning("XY_PRODUCT_OF_COORDINATES", "product"),
    meaning("XY_X_COORDINATE_OF", "x"),
    meaning("XY_Y_COORDINATE_OF", "y"),
    meaning("XY_COORDINATES_OF", "point"),
    always("point"),
)
_SET = "?COMMA|END"
_ASK = "FIND|EVALUATE"


def _distance(points: tuple[Point, ...]) -> Built:
    yield Distance(*points)


def _slope(points: tuple[Point, ...]) -> Built:
    yield Slope(*points)


def _middle(part: str, points: tuple[Point, ...]) -> Built:
    yield Midpoint(points, part)


def _other_end(end: Point, middle: Point, part: str) -> Built:
    yield OtherEnd(end, middle, part)


def _of_line(wanted: str, equation: Relation) -> Built:
    yield OfLine(equation, wanted)


_POINTS: tuple[Parser[Found], ...] = (
    rule(_distance, _ASK, "XY_DISTANCE", _two),
    rule(lambda p, q: [Distance(p, q)] if _alike((p, q)) else [], _ASK, "XY_DISTANCE", _point, "XY_DISTANCE_TO", _point),
    rule(lambda p, q: [Distance(p, q)] if _alike((p, q)) else [], "XY_DISTANCE", _point, "XY_DISTANCE_TO", _point),
    rule(_middle, _ASK, _PART, "XY_MIDPOINT", "?XY_SEGMENT_WITH", _two),
    rule(_other_end, "?GIVEN", "XY_ONE_END", _point, "?AND|COMMA", "XY_ITS_MIDPOINT_IS", _point, _SET, "?THEN", _ASK, _PART, "XY_OTHER_END"),
    rule(lambda part, found: _middle(part, found), _ASK, _PART, "XY_CENTROID", "XY_TRIANGLE_3", "XY_WITH_VERTICES", _exactly(3)),
)  # fmt: skip

_form = maybe(sequence(maybe(either(word("COMMA"), word("END"))), word("XY_SLOPE_FORM")))


def _through(points: tuple[Point, ...], _: object = None) -> Built:
    yield LineThrough(points[0], second=points[1])


def _with_slope(point: Point, slope: Node) -> Built:
    yield LineThrough(point, slope=slope)


def _parallel(kind: str, equation: Relation, point: Point) -> Built:
    yield LineThrough(point, other=equation, perpendicular=kind == "perpendicular")


_DIRECTION = either(meaning("XY_PARALLEL_TO", "parallel"), meaning("XY_PERPENDICULAR_TO", "perpendicular"))
_of_curve = rule(lambda found: [found], "?XY_LINE|EQUATION", _curve)
_intercept = either(meaning("XY_X_INTERCEPT", "x"), meaning("XY_Y_INTERCEPT", "y"))
_axis_value = either(
    rule(lambda: ["x"], "XY_X_COORDINATE_OF", "XY_X_INTERCEPT"), rule(lambda: ["y"], "XY_Y_COORDINATE_OF", "XY_Y_INTERCEPT")
)


def _intercept_through(wanted: str, points: tuple[Point, ...]) -> Built:
    yield LineThrough(points[0], second=points[1], wanted=wanted)


def _intercept_slope(wanted: str, point: Point, slope: Node) -> Built:
    yield LineThrough(point, slope=slope, wanted=wanted)


_LINES: tuple[Parser[Found], ...] = (
    rule(_slope, _ASK, "XY_SLOPE_OF_LINE", "XY_THROUGH|XY_SEGMENT_WITH", _two),
    rule(lambda equation: _of_line("slope", equation), _ASK, "XY_SLOPE_WORD", _of_curve),
    rule(_of_line, _ASK, "XY_SLOPE_OF_LINE", _DIRECTION, _of_curve),
    rule(_through, _ASK, "XY_EQUATION_OF_LINE", "XY_THROUGH", _two, _form),
    rule(lambda slope, point, _: _with_slope(point, slope), _ASK, "XY_EQUATION_OF_LINE", "XY_WITH_SLOPE", _constant, "?COMMA", "XY_AND_THROUGH|XY_THROUGH", _point, _form),
    rule(lambda point, slope, _: _with_slope(point, slope), _ASK, "XY_EQUATION_OF_LINE", "XY_THROUGH", _point, "XY_WITH_SLOPE", _constant, _form),
    rule(lambda kind, equation, point, _: _parallel(kind, equation, point), _ASK, "XY_EQUATION_OF_LINE", _DIRECTION, _of_curve, "?COMMA", "XY_AND_THROUGH|XY_THROUGH", _point, _form),
    rule(lambda point, kind, equation, _: _parallel(kind, equation, point), _ASK, "XY_EQUATION_OF_LINE", "XY_THROUGH", _point, "?AND", _DIRECTION, _of_curve, _form),
    rule(lambda wanted, equation: [OfLine(equation, wanted, as_point=True)], _ASK, "?XY_COORDINATES_OF", _intercept, _of_curve, "?COMMA|END", "XY_AS_PAIR"),
    rule(lambda wanted, equation: [OfLine(equation, wanted, as_point=True)], _ASK, "XY_COORDINATES_OF", _intercept, _of_curve),
    rule(_of_line, _ASK, _axis_value, _of_curve),
    rule(_intercept_through, _ASK, _axis_value, "XY_LINE", "XY_THROUGH", _two),
    rule(_intercept_slope, _ASK, _axis_value, "XY_LINE", "XY_THROUGH", _point, "XY_WITH_SLOPE", _constant),
    rule(lambda point, equation: [PointToLine(point, equation)], _ASK, "XY_DISTANCE", _point, "XY_DISTANCE_TO", "XY_LINE", _curve),
    rule(lambda equation, point: [PointToLine(point, equation)], _ASK, "XY_DISTANCE", "XY_LINE", _curve, "XY_DISTANCE_TO", _point),
)  # fmt: skip


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
    rule(lambda radius: [(radius, None)], "XY_AND_RADIUS", _constant),
    rule(lambda point: [(None, point)], "XY_AND_THROUGH", _point),
)

_CURVES: tuple[Parser[Found], ...] = (
    rule(_circle, _ASK, _CIRCLE_PART, "XY_CIRCLE_GIVEN", _curve),
    rule(
        lambda centre, more: [CircleEquation(centre, *more)],
        _ASK, "XY_EQUATION_OF_CIRCLE", "XY_WITH_CENTER", _point, "?AND|COMMA", _radius_or_point,
    ),
    rule(
        lambda through, centre: [CircleEquation(centre, None, through)],
        _ASK, "XY_EQUATION_OF_CIRCLE", "XY_THROUGH", _point, "?AND|COMMA", "XY_WITH_CENTER", _point,
    ),
    rule(lambda wanted, equation: [Parabola(equation, wanted)], _ASK, "?XY_COORDINATES_OF", _PARABOLA_PART, "XY_PARABOLA", _curve),
    rule(lambda equation: [Parabola(equation, "vertex")], _ASK, "?XY_COORDINATES_OF", "XY_VERTEX_OF", "?XY_PARABOLA", _curve),
    rule(_conic, _ASK, "?XY_COORDINATES_OF", _CONIC_PART, _CONIC, _curve),
)  # fmt: skip

_SIZE = either(meaning("XY_AREA_WORD", "area"), meaning("XY_PERIMETER_WORD", "perimeter"))
_shape = either(
    rule(lambda found: [found], "XY_TRIANGLE_3", "XY_WITH_VERTICES", _exactly(3)),
    rule(lambda found: [found], "XY_QUADRILATERAL_4", "XY_WITH_VERTICES", _exactly(4)),
)


def _corners(wanted: str, points: tuple[Point, ...]) -> Built:
    if len(points[0]) == 2:  # noqa: PLR2004 - in the plane
        yield Corners(points, wanted)


_axis = either(
    rule(lambda: [equals(name("y"), number(0))], "XY_X_AXIS"),
    rule(lambda: [equals(name("x"), number(0))], "XY_Y_AXIS"),
    rule(lambda: [None], "XY_ORIGIN"),
    rule(lambda found: [found], "?XY_LINE", _curve),
)
_turn = formula(lambda node: isinstance(node, Degrees) and _is_number(node.operand))
_SENSE = either(meaning("XY_CLOCKWISE", True), meaning("XY_COUNTERCLOCKWISE", False))  # noqa: FBT003 - whether it is clockwise
_KIND = {"POLAR": "polar", "RECTANGULAR": "rectangular", "CYLINDRICAL": "cylindrical", "SPHERICAL": "spherical"}
_SOURCE = either(*(meaning(f"XY_IN_{symbol}", kind) for symbol, kind in _KIND.items()))
_TARGET = either(*(meaning(f"XY_TO_{symbol}", kind) for symbol, kind in _KIND.items()))
_RANGE = either(*(meaning(f"XY_{symbol}_RANGE", kind) for symbol, kind in _KIND.items() if symbol != "RECTANGULAR"))


def _turned(point: Point, angle: Node, *, clockwise: bool) -> Built:
    degrees = angle.operand  # type: ignore[union-attr]
    yield Turn(point, Negative(degrees) if clockwise else degrees)


def _converted(point: Point, source: str, target: str, stated: str | None) -> Built:
    if target == "rectangular" or stated == target:
        yield Convert(point, source, target)


def _divided(points: tuple[Point, ...], ratio: Ratio) -> Built:
    if len(ratio.parts) == 2:  # noqa: PLR2004
        yield Divide(points[0], points[1], (ratio.parts[0], ratio.parts[1]))


_ratio = formula(lambda node: isinstance(node, Ratio) and not names(node))

_MOVES: tuple[Parser[Found], ...] = (
    rule(_corners, _ASK, _SIZE, _shape),
    rule(lambda point, mirror: [Reflect(point, mirror)], "?GIVEN", "?THEN", _point, "XY_REFLECTED", _axis, _SET, "?THEN", _ASK, "?XY_COORDINATES_OF", "XY_IMAGE"),
    rule(lambda point, mirror: [Reflect(point, mirror)], _ASK, "?XY_COORDINATES_OF", "XY_REFLECTION_OF", _point, "XY_OVER_MIRROR", _axis),
    rule(lambda point, angle, clockwise: _turned(point, angle, clockwise=clockwise), "?GIVEN", _point, "XY_ROTATED", _turn, _SENSE, "XY_ABOUT_ORIGIN", _SET, _ASK, "?XY_COORDINATES_OF", "XY_IMAGE"),
    rule(_divided, _ASK, "XY_DIVIDES", _two, "?XY_INTERNALLY", "XY_IN_RATIO", _ratio, "?XY_INTERNALLY"),
    rule(_converted, "XY_CONVERT_POINT", _point, _SOURCE, _TARGET, either(rule(lambda kind: [kind], "?END|COMMA", _RANGE), always(None))),
)  # fmt: skip

_PART_KO = either(
    meaning("XY_VERTEX_KO", "vertex"), meaning("XY_FOCUS_KO", "focus"), meaning("XY_DIRECTRIX_KO", "directrix"), meaning("XY_AXIS_KO", "axis")
)
_CONIC_KO = either(meaning("XY_ELLIPSE_KO", "ellipse"), meaning("XY_HYPERBOLA_KO", "hyperbola"))
_CONIC_PART_KO = either(
    meaning("XY_FOCUS_KO", "foci"),
    meaning("XY_VERTEX_KO", "vertices"),
    meaning("XY_CENTER_KO", "center"),
    meaning("XY_FOCAL_DISTANCE_KO", "focal distance"),
    meaning("XY_MAJOR_KO", "major"),
    meaning("XY_MINOR_KO", "minor"),
)
_DIRECTION_KO = either(meaning("XY_PARALLEL_KO", "parallel"), meaning("XY_PERPENDICULAR_KO", "perpendicular"))
_CIRCLE_PART_KO = either(
    rule(lambda: [("center", "radius")], "XY_CENTER_KO", "AND", "XY_RADIUS_KO"),
    meaning("XY_CENTER_KO", ("center",)),
    meaning("XY_RADIUS_KO", ("radius",)),
    meaning("XY_AREA_KO", ("area",)),
)
_LINE_VALUE_KO = either(meaning("XY_SLOPE_KO", "slope"), meaning("XY_X_INTERCEPT_KO", "x"), meaning("XY_Y_INTERCEPT_KO", "y"))

_KOREAN: tuple[Parser[Found], ...] = (
    rule(_distance, _two, "XY_BETWEEN_DISTANCE_KO", *ASKED_KO),
    rule(lambda points: _middle("point", points), _two, "XY_SEGMENT_KO|OF_KO", "XY_MIDPOINT_KO", *ASKED_KO),
    rule(_slope, _two, "XY_PASSING_KO", "?XY_LINE_KO", "?OF_KO", "XY_SLOPE_KO", *ASKED_KO),
    rule(_through, _two, "XY_PASSING_KO", "XY_LINE_KO", "XY_EQUATION_OF_KO", *ASKED_KO),
    rule(_with_slope, _point, "XY_PASSING_AND_KO", "?COMMA", "XY_SLOPE_IS_KO", _constant, "XY_BEING_LINE_KO", "XY_EQUATION_OF_KO", *ASKED_KO),
    rule(lambda slope, point: _with_slope(point, slope), "XY_SLOPE_IS_KO", _constant, "XY_AND_IS_KO", "?COMMA", _point, "XY_PASSING_KO", "XY_LINE_KO", "XY_EQUATION_OF_KO", *ASKED_KO),
    rule(lambda point, equation, kind: _parallel(kind, equation, point), _point, "XY_PASSING_AND_KO", "?COMMA", "?XY_LINE_KO", _curve, _DIRECTION_KO, "XY_EQUATION_OF_KO", *ASKED_KO),
    rule(lambda equation, wanted: _of_line(wanted, equation), "XY_LINE_KO", _curve, "OF_KO", _LINE_VALUE_KO, *ASKED_KO),
    rule(lambda point, equation: [PointToLine(point, equation)], _point, "AND", "XY_LINE_KO", _curve, "XY_BETWEEN_DISTANCE_KO", *ASKED_KO),
    rule(lambda equation, parts: _circle(parts, equation), "XY_CIRCLE_KO", _curve, "OF_KO", _CIRCLE_PART_KO, *ASKED_KO),
    rule(lambda centre, radius: [CircleEquation(centre, radius)], "XY_CENTER_IS_KO", _point, "XY_AND_IS_KO", "?COMMA", "XY_RADIUS_IS_KO", _constant, "XY_BEING_CIRCLE_KO", "XY_EQUATION_OF_KO", *ASKED_KO),
    rule(lambda centre, point: [CircleEquation(centre, None, point)], "XY_CENTER_IS_KO", _point, "XY_AND_IS_KO", "?COMMA", _point, "XY_PASSING_CIRCLE_KO", "XY_EQUATION_OF_KO", *ASKED_KO),
    rule(lambda points: _corners("area", points), _exactly(3), "XY_AS_VERTICES_KO", "XY_TRIANGLE_KO", "OF_KO", "XY_AREA_KO", *ASKED_KO),
    rule(lambda points: _corners("area", points), _exactly(4), "XY_AS_VERTICES_KO", "XY_QUADRILATERAL_KO", "OF_KO", "XY_AREA_KO", *ASKED_KO),
    rule(lambda points: _middle("point", points), _exactly(3), "XY_AS_VERTICES_KO", "XY_TRIANGLE_KO", "OF_KO", "XY_CENTROID_KO", *ASKED_KO),
    rule(lambda equation, wanted: [Parabola(equation, wanted)], "XY_PARABOLA_KO", _curve, "OF_KO", _PART_KO, *ASKED_KO),
    rule(lambda kind, equation, wanted: _conic(wanted, kind, equation), _CONIC_KO, _curve, "OF_KO", _CONIC_PART_KO, *ASKED_KO),
    rule(lambda point, mirror: [Reflect(point, mirror)], _point, "OBJECT", "?XY_LINE_KO", _axis, "XY_MIRRORED_KO", *ASKED_KO),
    rule(lambda point, angle, clockwise: _turned(point, angle, clockwise=clockwise), _point, "OBJECT", "XY_ABOUT_ORIGIN", _SENSE, _turn, "XY_TURNED_KO", *ASKED_KO),
    rule(lambda points, ratio: _divided(points, ratio), _two, "XY_SEGMENT_KO", "OBJECT", _ratio, "XY_DIVIDING_KO", *ASKED_KO),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (*_POINTS, *_LINES, *_CURVES, *_MOVES, *_KOREAN)
"""One rule a way to ask."""
