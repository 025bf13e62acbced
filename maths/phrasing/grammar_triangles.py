"""Sentences about a triangle with named corners: sides and angles as equations, points on its sides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from maths.families.geometry.angles import MissingAngle
from maths.families.geometry.named import NamedTriangle, side
from maths.families.terms import number
from maths.phrasing.chart import either, many, pattern, sequence, word
from maths.phrasing.grammar_numbers import ASKED_KO
from maths.phrasing.productions import always, formula, meaning, rule
from maths.phrasing.quantities import tail, value, values
from maths.tree import Degrees, Number, names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.quantities import Unit, Value
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_TRIANGLE = re.compile(r"(?:[Tt]riangle\s*)?(?:\\triangle\s*)?\{?\s*([A-Z]{3})\s*\}?(?![A-Za-z])")
_SEGMENT = re.compile(r"(?:\\overline\s*\{\s*)?([A-Z]{2})(?![A-Za-z])\s*\}?")
_ANGLE = re.compile(r"(?:m\s*)?(?:\\angle|∠|[Aa]ngle)\s*\{?\s*([A-Z]{3}|[A-Z])(?![A-Za-z])\s*\}?")
_RATIO = re.compile(r"\\?(sin|cos|tan)\s*\{?\s*(?:m\s*)?(?:\\angle|∠)?\s*\{?\s*([A-Z]{3}|[A-Z])(?![A-Za-z])\s*\}*")
_POINT = re.compile(r"([A-Z])(?![A-Za-z])")
_EQUALS = pattern("=")

Fact = tuple[str, str, Any]


def _name(shape: re.Pattern[str], group: int = 1) -> Parser[str]:
    def parse(chart: Chart, at: int) -> Iterator[tuple[int, str]]:
        at = chart.skip(at)
        if match := shape.match(chart.text, at):
            chart.skip(match.end())
            yield match.end(), match[group]

    return parse


def _ratio_name(chart: Chart, at: int) -> Iterator[tuple[int, tuple[str, str]]]:
    at = chart.skip(at)
    if match := _RATIO.match(chart.text, at):
        chart.skip(match.end())
        yield match.end(), (match[1], match[2])


_triangle, _segment, _angle, _point = (_name(shape) for shape in (_TRIANGLE, _SEGMENT, _ANGLE, _POINT))
_turn = formula(lambda node: isinstance(node, Degrees) and not names(node))


def _lengths(segments: tuple[str, ...], size: Value) -> Iterator[tuple[Fact, ...]]:
    if size[1][1] in {0, 1} and size[1][0] != "degree":
        yield tuple(("side", side(*pair), size) for pair in segments)


def _turned(angle: str, size: Node) -> Iterator[tuple[Fact, ...]]:
    yield (("angle", angle, size.operand),)  # type: ignore[union-attr]


_fact: Parser[tuple[Fact, ...]] = either(
    rule(lambda row, _, size: _lengths(row, size), many(_segment, _EQUALS), _EQUALS, value),
    rule(lambda angle, _, size: _turned(angle, size), _angle, _EQUALS, _turn),
    rule(lambda angle: [(("angle", angle, number(90)),)], _angle, "TRI_IS_RIGHT"),
    rule(lambda own, pair: [(("midpoint", own, pair),)], "?TRI_LET_BE", "?TRI_LET_BE", _point, "TRI_IS_MIDPOINT",
         _segment),
    rule(
        lambda own, pair, way, angle: [(("bisector", own, (pair, way, angle)),)],
        "?TRI_LET_BE", "?TRI_LET_BE", _point, "TRI_IS_ON", _segment, "TRI_SO_THAT", _segment, "TRI_BISECTS", _angle,
    ),
    rule(
        lambda own, pair, way: [(("bisector", own, (pair, way, "")),)],
        "?TRI_LET_BE", "?TRI_LET_BE", _point, "TRI_IS_ON", _segment, "TRI_SO_THAT", _segment, "TRI_IS_BISECTOR",
    ),
    rule(
        lambda own, corner, pair: [(("foot", own, (corner, pair)),)],
        "?TRI_LET_BE", "?TRI_LET_BE", _point, "TRI_IS_FOOT", _point, "TRI_TO", _segment,
    ),
)  # fmt: skip
_facts = many(_fact, either(word("TRI_SEP"), sequence(word("TRI_SEP"), word("TRI_SEP")), always(None)))

_asked: Parser[tuple[str, str]] = either(
    rule(lambda pair: [("length", pair)], "?TRI_LENGTH_OF", _segment),
    rule(lambda three: [("area", three)], "TRI_AREA_OF", _triangle),
    rule(lambda three: [("perimeter", three)], "TRI_PERIMETER_OF", _triangle),
    rule(lambda three: [("circumradius", three)], "TRI_CIRCUMRADIUS", _triangle),
    rule(lambda three: [("inradius", three)], "TRI_INRADIUS", _triangle),
    rule(lambda angle: [("angle", angle)], "?TRI_MEASURE_OF", _angle),
    _ratio_name,
)


def _build(
    said: str,
    corners: str,
    facts: tuple[tuple[Fact, ...], ...],
    asked: tuple[str, str],
    end: tuple[Unit | None, Fraction | None],
) -> Built:
    sides: dict[str, Node] = {}
    angles: dict[str, Node] = {}
    points: list[tuple[str, str, str]] = []
    units: set[str] = set()
    for kind, what, more in (fact for row in facts for fact in row):
        if kind == "side":
            size, (of, _) = more
            units.add(of)
            if what in sides and sides[what] != size:
                return
            sides[what] = size
        elif kind == "angle":
            corner = _corner(corners, what)
            if corner is None or corner in angles:
                return
            angles[corner] = more
        else:
            found = _further(corners, kind, what, more)
            if found is None:
                return
            points.append(found)
    kind, named = asked
    whole = corners + "".join(own for own, _, _ in points)
    letters = _three(corners, named) if kind in {"angle", "sin", "cos", "tan"} else named
    if said == "right" and not any(isinstance(node, Number) and node.value == 90 for node in angles.values()):  # noqa: PLR2004
        return
    if len(units) != 1 or letters is None or not set(letters) <= set(whole) or not set("".join(sides)) <= set(corners):
        return
    known = next(iter(units))
    of = end[0]
    if of is not None and (of[0] not in {known, "degree"} or (of[0] == "degree") is not (kind == "angle")):
        return
    yield NamedTriangle(
        corners, tuple(sorted(sides.items())), tuple(sorted(angles.items())), tuple(points), (kind, letters), end[1]
    )


def _corner(corners: str, angle: str) -> str | None:
    """The corner of an angle of the triangle itself."""
    if len(angle) == 1:
        return angle if angle in corners else None
    return angle[1] if set(angle) == set(corners) else None


def _three(corners: str, angle: str) -> str | None:
    if len(angle) != 1:
        return angle
    others = [letter for letter in corners if letter != angle]
    return f"{others[0]}{angle}{others[1]}" if angle in corners else None


def _further(corners: str, kind: str, own: str, more: Any) -> tuple[str, str, str] | None:  # noqa: ANN401 - what a kind of point needs
    if kind == "midpoint":
        return (own, kind, str(more)) if set(str(more)) < set(corners) else None
    if kind == "foot":
        corner, pair = more
        return (own, kind, pair) if set(corner + pair) == set(corners) else None
    pair, way, angle = more
    corner = next((letter for letter in corners if letter not in pair), "")
    fits = set(pair) < set(corners) and set(way) == {corner, own} and (not angle or _corner(corners, angle) == corner)
    return (own, kind, pair) if fits else None


_right = either(meaning("TRI_RIGHT", "right"), always(""))
_STOP = "?END|COMMA"

_ENGLISH: tuple[Parser[Found], ...] = (
    rule(_build, "TRI_IN", _right, _triangle, "?COMMA", "?TRI_HAS", _facts, _STOP, "?COMMA", "?THEN", "TRI_ASK",
         _asked, tail),
    rule(_build, _right, _triangle, "TRI_HAS", _facts, _STOP, "?COMMA", "?THEN", "TRI_ASK", _asked, tail),
    rule(lambda corners, facts, asked, end: _build("", corners, facts, asked, end),
         "TRI_LET", _triangle, "TRI_BE", _facts, _STOP, "?COMMA", "?THEN", "TRI_ASK", _asked, tail),
)  # fmt: skip

_asked_ko: Parser[tuple[str, str]] = either(
    rule(lambda pair: [("length", pair)], _segment, "TRI_OF_KO", "TRI_LENGTH_KO"),
    rule(lambda three: [("area", three)], "?TRI_TRI_KO", _triangle, "TRI_OF_KO", "TRI_AREA_KO"),
    rule(lambda angle: [("angle", angle)], _angle, "TRI_OF_KO", "TRI_SIZE_KO"),
    rule(lambda found: [found], _ratio_name, "TRI_OF_KO", "TRI_VALUE_KO"),
)
_KOREAN: tuple[Parser[Found], ...] = (
    rule(lambda corners, facts, asked: _build("", corners, facts, asked, (None, None)),
         "TRI_KO", _triangle, "TRI_IN_KO", "?COMMA", _facts, "TRI_WHEN_KO", "?COMMA", _asked_ko, *ASKED_KO),
)  # fmt: skip


def _missing(kind: str, given: tuple[Value, ...]) -> Built:
    if all(of == ("degree", 0) for _, of in given):
        yield MissingAngle(kind, tuple(size for size, _ in given))


_two_of = either(meaning("ANG_TRIANGLE", "triangle"), meaning("ANG_MEASURES_TRIANGLE", "triangle"))
_ANGLES: tuple[Parser[Found], ...] = (
    rule(_missing, "?TRI_LET_BE", _two_of, "ANG_ARE", values, _STOP, "ANG_ASK", "ANG_THIRD"),
    rule(_missing, "?TRI_LET_BE", meaning("ANG_QUADRILATERAL", "quadrilateral"), "ANG_ARE", values, _STOP, "ANG_ASK",
         "ANG_FOURTH"),
    rule(lambda kind, size: _missing(kind, (size,)), "ANG_ASK",
         either(meaning("ANG_COMPLEMENT", "complement"), meaning("ANG_SUPPLEMENT", "supplement")), value, "?ANG_ANGLE"),
    rule(_missing, either(meaning("ANG_TRIANGLE_KO", "triangle"), meaning("ANG_QUADRILATERAL_KO", "quadrilateral")),
         values, "TRI_WHEN_KO", "?COMMA", "ANG_REST_KO", *ASKED_KO),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (*_ENGLISH, *_KOREAN, *_ANGLES)
"""One rule a way to ask."""
