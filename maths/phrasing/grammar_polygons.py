"""Sentences about polygons: their angles, diagonals and sides, and the circles in and around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.geometry.figure import Figure, Given
from maths.families.geometry.shapes import SHAPES
from maths.families.terms import number
from maths.phrasing.chart import either
from maths.phrasing.grammar_geometry import STOP, a_question, build, figure_of, sized
from maths.phrasing.grammar_numbers import ASKED_KO
from maths.phrasing.lexicon_geometry import FIGURE_NAMED, POLYGONS
from maths.phrasing.productions import always, meaning, rule
from maths.phrasing.quantities import degrees, tail, value, where_named
from maths.phrasing.spelled import count

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.grammar_geometry import Asked, Fact, Tail
    from maths.phrasing.quantities import Value
    from maths.phrasing.requests import Built, Found


def _round(side: str, part: str) -> str:
    """The measure of a polygon that is a measure of its inscribed or circumscribed circle."""
    if part == "radius":
        return {"incircle": "inradius", "circumcircle": "circumradius"}[side]
    return f"{side} {part}"


def _circle_asked(asked: Asked, side: str, figure: tuple[str, tuple[Fact, ...]], end: Tail) -> Built:
    yield from build(*figure, (_round(side, asked[0]), asked[1]), end)


def _circle_then(figure: tuple[str, tuple[Fact, ...]], side: str, asked: Asked, end: Tail) -> Built:
    yield from _circle_asked(asked, side, figure, end)


_side_of = either(
    rule(lambda: ["incircle"], "G_A_CIRCLE", "G_INSCRIBED"),
    rule(lambda: ["circumcircle"], "G_A_CIRCLE", "G_CIRCUMSCRIBED_ABOUT"),
    rule(lambda: ["incircle"], "?G_ARTICLE", "G_INCIRCLE_OF"),
    rule(lambda: ["circumcircle"], "?G_ARTICLE", "G_CIRCUMCIRCLE_OF"),
)
_first = either(
    rule(
        lambda side: [side],
        "G_A_CIRCLE",
        either(meaning("G_INSCRIBED_IN", "incircle"), meaning("G_CIRCUMSCRIBED", "circumcircle")),
    )
)

_CIRCLES: tuple[Parser[Found], ...] = (
    rule(_circle_asked, a_question, "G_OF_IT", _side_of, sized, tail),
    rule(
        lambda side, figure, asked, end: _circle_then(figure, side, asked, end),
        "?G_SAY", _first, sized, STOP, "?THEN", a_question, "G_OF_IT", "G_THE_CIRCLE", tail,
    ),
    rule(
        lambda figure, asked, end: _circle_then(figure, "circumcircle", asked, end),
        "?G_SAY", sized, "G_INSCRIBED_IN", "G_A_CIRCLE", STOP, "?THEN", a_question, "G_OF_IT", "G_THE_CIRCLE", tail,
    ),
)  # fmt: skip

_POLYGON_NAMES = POLYGONS.values()
_named_polygon: Parser[tuple[str, int | None]] = either(
    *(meaning(f"POLYGON {n}", ("polygon", n)) for n, _ in _POLYGON_NAMES),
    *(meaning(f"REGULAR {n}", ("regular polygon", n)) for n, _ in _POLYGON_NAMES),
    rule(lambda n: [("polygon", n)], count, "G_SIDED"),
    rule(lambda n: [("regular polygon", n)], "G_REGULAR_WORD", count, "G_SIDED"),
    rule(lambda n: [("polygon", n)], "G_POLYGON", "G_WITH", count, "G_WITH_SIDES"),
    rule(lambda n: [("regular polygon", n)], "G_REGULAR", "G_WITH", count, "G_WITH_SIDES"),
    rule(lambda n: [("polygon", n)], count, "G_N_GON_KO"),
    rule(lambda n: [("regular polygon", n)], "G_REGULAR_N_KO", count, "G_N_GON_KO"),
)
_unnamed_polygon = either(
    meaning("G_POLYGON", ("polygon", None)),
    meaning("G_REGULAR", ("regular polygon", None)),
    meaning("G_POLYGON_KO", ("polygon", None)),
    meaning("G_REGULAR_KO", ("regular polygon", None)),
)
_counted = either(
    meaning("MEASURE interior", "interior"),
    meaning("MEASURE exterior", "exterior"),
    meaning("MEASURE angle sum", "angle sum"),
    meaning("MEASURE diagonal count", "diagonal count"),
    meaning("MEASURE count", "count"),
)


def _polygon(wanted: str, polygon: tuple[str, int | None], end: Tail = (None, None)) -> Built:
    shape, corners = polygon
    if (
        corners is not None
        and end[1] is None
        and wanted in SHAPES[shape].letters
        and (end[0] or ("degree", 0))[0] == "degree"
    ):
        yield Figure(shape, (Given("count", number(corners)),), wanted)


def _polygon_from(measure: str, polygon: tuple[str, int | None], found: Value, wanted: str) -> Built:
    yield from figure_of(polygon[0], ((measure, (found,)),), wanted, None, None)


_ASK_ANGLE = "G_ASK_MEASURE|G_ASK_MEASURE_OF"
_IN_DEGREES = either(rule(lambda found: [found], "COMMA", "G_IN_UNIT", degrees, "COMMA"), always(None))

_POLYGON_RULES: tuple[Parser[Found], ...] = (
    rule(lambda wanted, _, polygon, end: _polygon(wanted, polygon, end), _ASK_ANGLE, _counted, _IN_DEGREES,
         "G_OF_IT|G_IN_THE", "?G_A_FIGURE", _named_polygon, tail),
    rule(_polygon, "?G_NUMBER_OF_UNITS", _counted, "G_OF_IT|G_IN_THE",
         "?G_A_FIGURE", _named_polygon),
    rule(lambda polygon: _polygon("diagonal count", polygon), "G_HOW_MANY_DIAGONALS", "?G_A_FIGURE", _named_polygon,
         "?G_HAVE_IT"),
    rule(_polygon_from, "?G_SAY", "?G_ARTICLE|G_A_FIGURE", _counted, "G_OF_IT|G_IN_THE", "?G_A_FIGURE",
         _unnamed_polygon, "G_MEASURES", value, STOP, "?THEN",
         either(rule(lambda: ["count"], "G_HOW_MANY_SIDES", "G_THAT_POLYGON", "G_HAVE_IT"),
         rule(lambda wanted: [wanted], "G_ASK_MEASURE", _counted, "G_OF_IT", "G_THAT_POLYGON"))),
    rule(lambda polygon, measure, found, wanted: _polygon_from(measure, polygon, found, wanted),
         "?G_SAY", "?G_A_FIGURE", _unnamed_polygon, "G_WITH", "?G_A_FIGURE", _counted, "G_MEASURES", value, STOP,
         "?THEN",
         rule(lambda: ["count"], "G_HOW_MANY_SIDES", "G_THAT_POLYGON", "G_HAVE_IT")),
    rule(lambda polygon, wanted, _: _polygon(wanted, polygon), _named_polygon, "OF_KO", _counted, always(None),
         *ASKED_KO),
    rule(lambda measure, found, polygon, wanted: _polygon_from(measure, polygon, found, wanted),
         _counted, "G_IS_KO", value, "G_BEING_KO", _unnamed_polygon, "OF_KO", _counted, *ASKED_KO),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (where_named(FIGURE_NAMED, *_CIRCLES, *_POLYGON_RULES),)
"""One rule a way to ask."""
