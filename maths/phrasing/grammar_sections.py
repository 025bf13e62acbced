"""Sentences about points that divide a segment in a ratio, with the ends named before, inside or behind."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.families.geometry.moves import Divide
from maths.families.geometry.section import DivideOutside, Trisect
from maths.families.terms import number
from maths.phrasing.chart import either, pattern
from maths.phrasing.grammar_coordinates import is_number
from maths.phrasing.productions import formula, meaning, rule
from maths.tree import Collection, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.families.geometry.points import Point
    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_PAIR = 2
_SIZES = (2, 3)
_NAME = re.compile(r"([A-Z])?\s*(?:=\s*|is\s+)?(?=\(|\\left)")
_ON_LINE = re.compile(r"([A-Z])\s*\(([^(),]*)\)")
Named = tuple[str, "Point"]
"""A point's letter, "" where it has none, and its coordinates; one of them on a number line."""


def _is_point(node: Node) -> bool:
    return isinstance(node, Collection) and node.kind is Kind.TUPLE and len(node.items) in _SIZES


_tuple = formula(lambda node: _is_point(node) and all(is_number(item) for item in node.items))  # type: ignore[union-attr]
_number = formula(is_number)


def _named(chart: Chart, at: int) -> Iterator[tuple[int, Named]]:
    """`A(1, 2)`, `(1, 2)`, `A(-2)` on a number line."""
    at = chart.skip(at)
    if match := _NAME.match(chart.text, at):
        for end, node in _tuple(chart, match.end()):
            if isinstance(node, Collection):
                yield end, (match[1] or "", node.items)
    if match := _ON_LINE.match(chart.text, at):
        for end, node in _number(chart, match.start(2)):
            if end == match.end(2):
                chart.skip(match.end())
                yield match.end(), (match[1], (node,))


def _both(first: Named, second: Named) -> Iterator[tuple[Named, Named]]:
    if len(first[1]) == len(second[1]) and (first[0] != second[0] or not first[0]):
        yield first, second


_comma = rule(lambda _: [0], pattern(r",|와|과|and(?![a-z])|to(?![a-z])"))
_ends: Parser[tuple[Named, Named]] = rule(lambda a, _, b: _both(a, b), _named, _comma, _named)
_segment = rule(lambda match: [match.group()], pattern(r"[A-Z]{2}(?![A-Za-z])"))


_ratio: Parser[tuple[Node, Node]] = rule(
    lambda match: [(number(Fraction(match[1])), number(Fraction(match[2])))],
    pattern(r"(\d{1,6}(?:\.\d{1,6})?)\s*(?::|：|∶)\s*(\d{1,6}(?:\.\d{1,6})?)(?![\d:]|\s*:)"),
)


def _in_order(ends: tuple[Named, Named], segment: str) -> tuple[Point, Point] | None:
    """The ends in the order in which the segment names them."""
    points = dict(ends)
    if len(points) != _PAIR or set(segment) != set(points):
        return None
    return points[segment[0]], points[segment[1]]


def _divided(ends: tuple[Named, Named], ratio: tuple[Node, Node], outside: bool) -> Built:  # noqa: FBT001 - meant
    first, second = ends[0][1], ends[1][1]
    yield DivideOutside(first, second, ratio) if outside else Divide(first, second, ratio)


def _divided_as_named(
    ends: tuple[Named, Named],
    segment: str,
    ratio: tuple[Node, Node],
    outside: bool,  # noqa: FBT001 - what the phrase means
) -> Built:
    points = _in_order(ends, segment)
    if points is not None:
        yield from _divided((("", points[0]), ("", points[1])), ratio, outside)


def _thirds(ends: tuple[Named, Named]) -> Built:
    yield Trisect(ends[0][1], ends[1][1])


_WAY_KO = either(meaning("DV_INSIDE_KO", value=False), meaning("DV_OUTSIDE_KO", value=True))
_WAY = either(meaning("DV_OUTSIDE", value=True), meaning("DV_INSIDE", value=False))
_tail = either(
    rule(lambda ratio, way: [(ratio, way)], "DV_IN_RATIO", _ratio, _WAY),
    rule(lambda way, ratio: [(ratio, way)], _WAY, "DV_IN_RATIO", _ratio),
    rule(lambda ratio: [(ratio, False)], "DV_IN_RATIO", _ratio),
)
_KOREAN: tuple[Parser[Found], ...] = (
    rule(_divided_as_named, "?DV_TWO_POINTS_KO", _ends, "DV_FOR_KO", _segment, "DV_OBJECT_KO", _ratio, _WAY_KO),
    rule(_divided_as_named, "?DV_TWO_POINTS_KO", _ends, "DV_JOINED_KO", _segment, "DV_OBJECT_KO", _ratio, _WAY_KO),
    rule(_divided, "?DV_TWO_POINTS_KO", _ends, "DV_JOINED_KO", "DV_OBJECT_KO", _ratio, _WAY_KO),
    rule(lambda segment, ratio, way, ends: _divided_as_named(ends, segment, ratio, way), "DV_SEGMENT_KO", _segment,
         "DV_OBJECT_KO", _ratio, _WAY_KO, "?END", "DV_PROVIDED_KO", "?DV_TWO_POINTS_KO", _ends, "?DV_END_KO"),
    rule(_thirds, "?DV_TWO_POINTS_KO", _ends, "DV_JOINED_KO", "DV_THIRDS_KO"),
    rule(lambda ends, segment: [Trisect(*points)] if (points := _in_order(ends, segment)) else [],
         "?DV_TWO_POINTS_KO", _ends, "DV_FOR_KO|DV_JOINED_KO", _segment, "DV_THIRDS_KO"),
)  # fmt: skip
_ENGLISH: tuple[Parser[Found], ...] = (
    rule(lambda ends, tail: _divided(ends, *tail), "FIND|EVALUATE", "DV_POINT", "DV_DIVIDES", "?DV_JOINING", _ends,
         _tail),
    rule(lambda way, ends, ratio: _divided(ends, ratio, way), "FIND|EVALUATE", "DV_POINT", "DV_DIVIDES", "?DV_JOINING",
         either(_WAY), _ends, "DV_IN_RATIO", _ratio),
    rule(lambda segment, tail, ends: _divided_as_named(ends, segment, *tail), "FIND|EVALUATE", "DV_POINT",
         "DV_DIVIDES", _segment, _tail, "DV_WHERE", _ends),
    rule(lambda segment, tail, ends: _divided_as_named(ends, segment, *tail), "DV_POINT_DOES",
         "DV_DIVIDES", _segment, _tail, "DV_WHERE", _ends, "END", "DV_FIND_IT"),
    rule(_thirds, "FIND|EVALUATE", "DV_THIRDS", "?DV_JOINING", _ends),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (*_KOREAN, *_ENGLISH)
"""One rule a way to ask."""
