"""Sentences about points, lines and curves with coordinates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.families.geometry.lines import LineThrough, OfLine, PointToLine, Slope
from maths.families.geometry.points import Distance, Midpoint, OtherEnd
from maths.families.terms import number
from maths.phrasing.chart import either, many, maybe, separator, sequence, word
from maths.phrasing.grammar_numbers import ASKED_KO
from maths.phrasing.productions import always, formula, meaning, rule
from maths.tree import Collection, Kind, Relation, names

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
        and all(is_number(item) for item in node.items)
    )


def is_number(node: Node) -> bool:
    return not isinstance(node, Relation | Collection) and not names(node)


_tuple = formula(_is_point)
a_constant = formula(is_number)
a_curve = formula(lambda node: isinstance(node, Relation) and names(node) <= _ALL_LETTERS and bool(names(node)))


def _bare_point(chart: Chart, at: int) -> Iterator[tuple[int, Point]]:
    """`(1, 2)`, `A(1, 2)`, `A = (1, 2)`."""
    at = chart.skip(at)
    match = _NAMED.match(chart.text, at)
    if match:
        yield from ((end, node.items) for end, node in _tuple(chart, match.end()) if isinstance(node, Collection))


_origin: Parser[Point] = rule(lambda: [(number(0), number(0))], "XY_ORIGIN")
a_point: Parser[Point] = either(
    rule(lambda found: [found], "?XY_POINT_WORD", _bare_point), rule(lambda found: [found], "?XY_POINT_WORD", _origin)
)
_points = rule(lambda found: [found], "?XY_POINT_WORD", many(a_point, separator))


def exactly(count: int, parser: Parser[tuple[Point, ...]] = _points) -> Parser[tuple[Point, ...]]:
    return rule(lambda found: [found] if len(found) == count and _alike(found) else [], parser)


def _alike(points: tuple[Point, ...]) -> bool:
    return len({len(point) for point in points}) == 1


two_points = exactly(2)
_PART = either(
    meaning("XY_SUM_OF_COORDINATES", "sum"),
    meaning("XY_PRODUCT_OF_COORDINATES", "product"),
    meaning("XY_X_COORDINATE_OF", "x"),
    meaning("XY_Y_COORDINATE_OF", "y"),
    meaning("XY_COORDINATES_OF", "point"),
    always("point"),
)
STOP = "?COMMA|END"
ASK = "FIND|EVALUATE"


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
    rule(_distance, ASK, "XY_DISTANCE", two_points),
    rule(lambda p, q: [Distance(p, q)] if _alike((p, q)) else [], ASK, "XY_DISTANCE", a_point, "XY_DISTANCE_TO",
         a_point),
    rule(lambda p, q: [Distance(p, q)] if _alike((p, q)) else [], "XY_DISTANCE", a_point, "XY_DISTANCE_TO", a_point),
    rule(_middle, ASK, _PART, "XY_MIDPOINT", "?XY_SEGMENT_WITH", two_points),
    rule(_other_end, "?GIVEN", "XY_ONE_END", a_point, "?AND|COMMA", "XY_ITS_MIDPOINT_IS", a_point, STOP, "?THEN", ASK,
         _PART, "XY_OTHER_END"),
    rule(_middle, ASK, _PART, "XY_CENTROID", "XY_TRIANGLE_3", "XY_WITH_VERTICES",
         exactly(3)),
)  # fmt: skip

_form = maybe(sequence(maybe(either(word("COMMA"), word("END"))), word("XY_SLOPE_FORM")))


def _through(points: tuple[Point, ...], _: object = None) -> Built:
    yield LineThrough(points[0], second=points[1])


def _with_slope(point: Point, slope: Node) -> Built:
    yield LineThrough(point, slope=slope)


def _parallel(kind: str, equation: Relation, point: Point) -> Built:
    yield LineThrough(point, other=equation, perpendicular=kind == "perpendicular")


_DIRECTION = either(meaning("XY_PARALLEL_TO", "parallel"), meaning("XY_PERPENDICULAR_TO", "perpendicular"))
_of_curve = rule(lambda found: [found], "?XY_LINE|EQUATION", a_curve)
_intercept = either(meaning("XY_X_INTERCEPT", "x"), meaning("XY_Y_INTERCEPT", "y"))
_axis_value = either(
    rule(lambda: ["x"], "XY_X_COORDINATE_OF", "XY_X_INTERCEPT"),
    rule(lambda: ["y"], "XY_Y_COORDINATE_OF", "XY_Y_INTERCEPT"),
)


def _intercept_through(wanted: str, points: tuple[Point, ...]) -> Built:
    yield LineThrough(points[0], second=points[1], wanted=wanted)


def _intercept_slope(wanted: str, point: Point, slope: Node) -> Built:
    yield LineThrough(point, slope=slope, wanted=wanted)


_LINES: tuple[Parser[Found], ...] = (
    rule(_slope, ASK, "XY_SLOPE_OF_LINE", "XY_THROUGH|XY_SEGMENT_WITH", two_points),
    rule(lambda equation: _of_line("slope", equation), ASK, "XY_SLOPE_WORD", _of_curve),
    rule(_of_line, ASK, "XY_SLOPE_OF_LINE", _DIRECTION, _of_curve),
    rule(_through, ASK, "XY_EQUATION_OF_LINE", "XY_THROUGH", two_points, _form),
    rule(lambda slope, point, _: _with_slope(point, slope), ASK, "XY_EQUATION_OF_LINE", "XY_WITH_SLOPE", a_constant,
         "?COMMA", "XY_AND_THROUGH|XY_THROUGH", a_point, _form),
    rule(lambda point, slope, _: _with_slope(point, slope), ASK, "XY_EQUATION_OF_LINE", "XY_THROUGH", a_point,
         "XY_WITH_SLOPE", a_constant, _form),
    rule(lambda kind, equation, point, _: _parallel(kind, equation, point), ASK, "XY_EQUATION_OF_LINE", _DIRECTION,
         _of_curve, "?COMMA", "XY_AND_THROUGH|XY_THROUGH", a_point, _form),
    rule(lambda point, kind, equation, _: _parallel(kind, equation, point), ASK, "XY_EQUATION_OF_LINE", "XY_THROUGH",
         a_point, "?AND", _DIRECTION, _of_curve, _form),
    rule(lambda wanted, equation: [OfLine(equation, wanted, as_point=True)], ASK, "?XY_COORDINATES_OF", _intercept,
         _of_curve, "?COMMA|END", "XY_AS_PAIR"),
    rule(lambda wanted, equation: [OfLine(equation, wanted, as_point=True)], ASK, "XY_COORDINATES_OF", _intercept,
         _of_curve),
    rule(_of_line, ASK, _axis_value, _of_curve),
    rule(_intercept_through, ASK, _axis_value, "XY_LINE", "XY_THROUGH", two_points),
    rule(_intercept_slope, ASK, _axis_value, "XY_LINE", "XY_THROUGH", a_point, "XY_WITH_SLOPE", a_constant),
    rule(lambda point, equation: [PointToLine(point, equation)], ASK, "XY_DISTANCE", a_point, "XY_DISTANCE_TO",
         "XY_LINE", a_curve),
    rule(lambda equation, point: [PointToLine(point, equation)], ASK, "XY_DISTANCE", "XY_LINE", a_curve,
         "XY_DISTANCE_TO", a_point),
)  # fmt: skip


_DIRECTION_KO = either(meaning("XY_PARALLEL_KO", "parallel"), meaning("XY_PERPENDICULAR_KO", "perpendicular"))
_LINE_VALUE_KO = either(
    meaning("XY_SLOPE_KO", "slope"), meaning("XY_X_INTERCEPT_KO", "x"), meaning("XY_Y_INTERCEPT_KO", "y")
)

_INTERCEPT_KO = either(meaning("XY_X_INTERCEPT_KO", "x"), meaning("XY_Y_INTERCEPT_KO", "y"))

_KOREAN: tuple[Parser[Found], ...] = (
    rule(lambda end, middle: _other_end(end, middle, "point"), "XY_ONE_END_KO", a_point, "XY_AND_IS_KO", "?COMMA",
         "XY_MIDPOINT_IS_KO", a_point, "XY_IF_KO", "?COMMA", "XY_OTHER_END_KO", *ASKED_KO),
    rule(lambda equation, kind: _of_line(kind, equation), "?XY_LINE_KO", a_curve, _DIRECTION_KO, "OF_KO",
         "XY_SLOPE_KO", *ASKED_KO),
    rule(lambda points, wanted: _intercept_through(wanted, points), two_points, "XY_PASSING_KO", "XY_LINE_KO", "OF_KO",
         _INTERCEPT_KO, *ASKED_KO),
    rule(lambda point, slope, wanted: _intercept_slope(wanted, point, slope), a_point, "XY_PASSING_AND_KO", "?COMMA",
         "XY_SLOPE_IS_KO", a_constant, "XY_BEING_LINE_KO", "OF_KO", _INTERCEPT_KO, *ASKED_KO),
    rule(_distance, two_points, "XY_BETWEEN_DISTANCE_KO", *ASKED_KO),
    rule(lambda points: _middle("point", points), two_points, "XY_SEGMENT_KO|OF_KO", "XY_MIDPOINT_KO", *ASKED_KO),
    rule(_slope, two_points, "XY_PASSING_KO", "?XY_LINE_KO", "?OF_KO", "XY_SLOPE_KO", *ASKED_KO),
    rule(_through, two_points, "XY_PASSING_KO", "XY_LINE_KO", "XY_EQUATION_OF_KO", *ASKED_KO),
    rule(_with_slope, a_point, "XY_PASSING_AND_KO", "?COMMA", "XY_SLOPE_IS_KO", a_constant, "XY_BEING_LINE_KO",
         "XY_EQUATION_OF_KO", *ASKED_KO),
    rule(lambda slope, point: _with_slope(point, slope), "XY_SLOPE_IS_KO", a_constant, "XY_AND_IS_KO", "?COMMA",
         a_point, "XY_PASSING_KO", "XY_LINE_KO", "XY_EQUATION_OF_KO", *ASKED_KO),
    rule(lambda point, equation, kind: _parallel(kind, equation, point), a_point, "XY_PASSING_AND_KO", "?COMMA",
         "?XY_LINE_KO", a_curve, _DIRECTION_KO, "XY_EQUATION_OF_KO", *ASKED_KO),
    rule(lambda equation, wanted: _of_line(wanted, equation), "XY_LINE_KO", a_curve, "OF_KO", _LINE_VALUE_KO,
         *ASKED_KO),
    rule(lambda point, equation: [PointToLine(point, equation)], a_point, "AND", "XY_LINE_KO", a_curve,
         "XY_BETWEEN_DISTANCE_KO", *ASKED_KO),
    rule(lambda points: _middle("point", points), exactly(3), "XY_AS_VERTICES_KO", "XY_TRIANGLE_KO", "OF_KO",
         "XY_CENTROID_KO", *ASKED_KO),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (*_POINTS, *_LINES, *_KOREAN)
"""One rule a way to ask."""
