"""Sentences about figures and solids with stated measures: what is given, and what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.geometry.figure import Figure, Given
from maths.families.geometry.shapes import MEASURES, SHAPES
from maths.families.terms import number
from maths.message import Message
from maths.phrasing.chart import either, many, maybe, sequence, word
from maths.phrasing.grammar_numbers import ASKED_KO
from maths.phrasing.lexicon_geometry import LIST_WORDS, MEASURE_WORDS, POLYGONS, SHAPE_WORDS
from maths.phrasing.productions import always, meaning, rule
from maths.phrasing.quantities import degrees, tail, unit, value, values
from maths.phrasing.requests import Objection
from maths.phrasing.spelled import count

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from maths.phrasing.chart import Parser
    from maths.phrasing.quantities import Unit, Value
    from maths.phrasing.requests import Built, Found

Fact = tuple[str, tuple["Value", ...]]  # a measure, or the name of a list, and its sizes
Asked = tuple[str, "Unit | None"]
Tail = tuple["Unit | None", "Fraction | None"]

_shape: Parser[str] = either(*(meaning(f"SHAPE {shape}", shape) for shape in SHAPE_WORDS))
_measure: Parser[str] = either(*(meaning(f"MEASURE {measure}", measure) for measure in MEASURE_WORDS))
_list: Parser[str] = either(*(meaning(f"LIST {kind}", kind) for kind in LIST_WORDS if not kind.endswith("ko")))
_list_ko: Parser[str] = either(*(meaning(f"LIST {kind}", kind[:-3]) for kind in LIST_WORDS if kind.endswith("ko")))

_SAME = {  # what a measure is called on figures that have it under another name
    "side": ("edge",),
    "edge": ("side",),
    "length": ("side", "edge"),
    "base": ("width",),
    "circumference": ("perimeter",),
    "perimeter": ("circumference",),
    "inradius": ("apothem",),
    "included angle": ("angle",),
    "height": ("length",),
    "leg": (),
}
_LISTS = {
    ("triangle", "sides", 3): ("triangle of sides", ("side", "second", "third")),
    ("right triangle", "sides", 3): ("right triangle", ("leg", "other", "hypotenuse")),
    ("right triangle", "legs", 2): ("right triangle", ("leg", "other")),
    ("rectangle", "sides", 2): ("rectangle", ("length", "width")),
    ("rectangle", "dimensions", 2): ("rectangle", ("length", "width")),
    ("box", "dimensions", 3): ("box", ("length", "width", "height")),
    ("box", "sides", 3): ("box", ("length", "width", "height")),
    ("rhombus", "diagonals", 2): ("rhombus", ("first diagonal", "second diagonal")),
    ("trapezoid", "bases", 2): ("trapezoid", ("base", "top")),
    ("parallelogram", "sides", 2): ("parallelogram", ("base", "side")),
}
_GENERIC = {"triangle", "prism", "pyramid"}


def _facts(measure: str, found: Value) -> Iterator[Fact]:
    yield measure, (found,)


def _turned(found: Value, measure: str) -> Iterator[Fact]:
    yield measure, (found,)


def _row(kind: str, found: tuple[Value, ...]) -> Iterator[Fact]:
    if len(found) > 1:
        yield kind, found


_given: Parser[Fact] = either(
    rule(_facts, "?G_ARTICLE", _measure, "?G_MEASURES", "?G_MEASURES", value),
    rule(_turned, "?G_ARTICLE", value, _measure),
    rule(_row, "?G_ARTICLE", _list, "?G_MEASURES", "?G_MEASURES", values),
)
_givens = many(_given, maybe(either(word("AND"), sequence(word("AND"), word("G_WITH")))))
_figure: Parser[str] = rule(lambda shape: [shape], "?G_A_FIGURE", _shape)
_sized: Parser[tuple[str, tuple[Fact, ...]]] = either(
    rule(lambda shape, facts: [(shape, facts)], _figure, "?G_WITH", "?G_WITH", _givens),
    rule(lambda size, shape: [(shape, (("dimensions", size),))], "?G_A_FIGURE", many(value, word("G_BY_SIZE")), _shape),
    rule(
        lambda shape, size: [(shape, (("dimensions", size),))],
        _figure,
        "?G_WITH|G_MEASURES",
        "?G_MEASURES",
        many(value, word("G_BY_SIZE")),
    ),
    rule(
        lambda shape, l, w: [(shape, (("length", (l,)), ("width", (w,))))],
        _figure,
        "G_MEASURES",
        value,
        "G_LONG_AND",
        value,
        "G_WIDE",
    ),
)

_unit_between = either(rule(lambda u: [u], "?COMMA", "G_IN_UNIT", either(unit, degrees), "?COMMA"), always(None))
_asked: Parser[Asked] = either(
    rule(lambda measure, of: [(measure, of)], "G_ASK_MEASURE", _measure, _unit_between),
    rule(lambda of, measure: [(measure, of)], "G_IN_UNIT", either(unit, degrees), "COMMA", "G_ASK_MEASURE", _measure),
    rule(lambda measure: [(measure, ("degree", 0))], "G_ASK_MEASURE_OF", _measure),
    rule(lambda of, measure: [(measure, of)], "G_ASK_SIZE", _unit_between, "G_OF_THE", _measure),
    rule(lambda of, measure: [(measure, of)], "G_NUMBER_OF_UNITS", either(unit, degrees), "G_HOW_MANY_IN|G_IN_THE", _measure),
)


def _build(shape: str, facts: tuple[Fact, ...], asked: Asked, end: Tail) -> Built:
    measure, of = asked
    if of is not None and end[0] is not None:
        return
    yield from _figure_of(shape, facts, measure, of or end[0], end[1])


def _figure_of(shape: str, facts: tuple[Fact, ...], wanted: str, of: Unit | None, place: Fraction | None) -> Built:
    named: list[tuple[str, Value]] = []
    for kind, found in facts:
        if kind in MEASURE_WORDS:
            named.append((kind, found[0]))
            continue
        row = _LISTS.get((shape, kind, len(found)))
        if row is None:
            return
        shape = row[0]
        if kind == "sides" and shape == "right triangle":
            found = tuple(sorted(found, key=_roughly))
        named += zip(row[1], found, strict=True)
    if shape == "triangle" and [kind for kind, _ in named].count("included angle"):
        return
    given = []
    for kind, (size, (name, power)) in named:
        measure = _own(shape, kind)
        if measure is None:
            return
        dimension = MEASURES[measure].dimension
        if not _fits(name, power, dimension):
            yield Objection(Message("The unit does not fit what is measured."))
            return
        given.append(Given(measure, size, "" if name == "degree" else name))
    own = _own(shape, wanted)
    if own is None or len({g.measure for g in given}) != len(given):
        return
    if of is not None and not _fits(*of, MEASURES[own].dimension):
        yield Objection(Message("The unit does not fit what is measured."))
        return
    yield Figure(shape, tuple(given), own, of[0] if of and of[0] != "degree" else "", place)


def _fits(name: str, power: int, dimension: int) -> bool:
    """Whether the unit measures what is measured; angles have theirs always, counts never."""
    if name == "degree":
        return dimension in {0, -2}
    return dimension != 0 and (not name or power == dimension)


def _roughly(found: Value) -> float:
    try:
        return float(to_sympy(found[0]))
    except (RefusedError, TypeError):
        return 0.0


def _own(shape: str, measure: str) -> str | None:
    """The measure under the name the figure knows it by."""
    letters = SHAPES[shape].letters
    return next((name for name in (measure, *_SAME.get(measure, ())) if name in letters), None)


def _same_figure(shape: str, other: str) -> bool:
    return shape == other or (other in _GENERIC and shape.endswith(other)) or (other == "prism" and shape == "box")


def _of_figure(asked: Asked, figure: tuple[str, tuple[Fact, ...]], end: Tail) -> Built:
    yield from _build(*figure, asked, end)


def _then_asked(figure: tuple[str, tuple[Fact, ...]], question: tuple[Asked, str | None], end: Tail) -> Built:
    asked, again = question
    if again is None or _same_figure(figure[0], again):
        yield from _build(*figure, asked, end)


def _stated(
    measure: str, figure: tuple[str, tuple[Fact, ...]], found: Value, more: tuple[Fact, ...] | None, question: tuple[Asked, str | None], end: Tail
) -> Built:  # fmt: skip
    facts = (*figure[1], (measure, (found,)), *(more or ()))
    yield from _then_asked((figure[0], facts), question, end)


_owned: Parser[tuple[Asked, str]] = either(
    rule(lambda shape, measure: [((measure, None), shape)], "G_ASK_MEASURE", "?G_THAT_FIGURE", _shape, "G_POSSESSIVE", _measure),
    rule(
        lambda of, shape, measure: [((measure, of), shape)],
        "G_IN_UNIT", either(unit, degrees), "COMMA", "G_ASK_MEASURE", "?G_THAT_FIGURE", _shape, "G_POSSESSIVE", _measure,
    ),
)  # fmt: skip
_question: Parser[tuple[Asked, str | None]] = either(
    rule(lambda asked, again: [(asked, again)], _asked, either(rule(lambda s: [s], "G_OF_IT", "G_THAT_FIGURE", _shape), always(None))),
    _owned,
)
_plain_or_sized = either(_sized, rule(lambda shape: [(shape, ())], _figure))
_STOP = "?END|COMMA"



def _round(side: str, part: str) -> str:
    """The measure of a polygon that is a measure of its inscribed or circumscribed circle."""
    if part == "radius":
        return {"incircle": "inradius", "circumcircle": "circumradius"}[side]
    return f"{side} {part}"


def _circle_asked(asked: Asked, side: str, figure: tuple[str, tuple[Fact, ...]], end: Tail) -> Built:
    yield from _build(*figure, (_round(side, asked[0]), asked[1]), end)


def _circle_then(figure: tuple[str, tuple[Fact, ...]], side: str, asked: Asked, end: Tail) -> Built:
    yield from _circle_asked(asked, side, figure, end)


_side_of = either(
    rule(lambda: ["incircle"], "G_A_CIRCLE", "G_INSCRIBED"),
    rule(lambda: ["circumcircle"], "G_A_CIRCLE", "G_CIRCUMSCRIBED_ABOUT"),
    rule(lambda: ["incircle"], "?G_ARTICLE", "G_INCIRCLE_OF"),
    rule(lambda: ["circumcircle"], "?G_ARTICLE", "G_CIRCUMCIRCLE_OF"),
)
_first = either(
    rule(lambda side: [side], "G_A_CIRCLE", either(meaning("G_INSCRIBED_IN", "incircle"), meaning("G_CIRCUMSCRIBED", "circumcircle")))
)

_CIRCLES: tuple[Parser[Found], ...] = (
    rule(_circle_asked, _asked, "G_OF_IT", _side_of, _sized, tail),
    rule(
        lambda side, figure, asked, end: _circle_then(figure, side, asked, end),
        "?G_SAY", _first, _sized, _STOP, "?THEN", _asked, "G_OF_IT", "G_THE_CIRCLE", tail,
    ),
    rule(
        lambda figure, asked, end: _circle_then(figure, "circumcircle", asked, end),
        "?G_SAY", _sized, "G_INSCRIBED_IN", "G_A_CIRCLE", _STOP, "?THEN", _asked, "G_OF_IT", "G_THE_CIRCLE", tail,
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
    if corners is not None and end[1] is None and wanted in SHAPES[shape].letters and (end[0] or ("degree", 0))[0] == "degree":
        yield Figure(shape, (Given("count", number(corners)),), wanted)


def _polygon_from(measure: str, polygon: tuple[str, int | None], found: Value, wanted: str) -> Built:
    yield from _figure_of(polygon[0], ((measure, (found,)),), wanted, None, None)


_ASK_ANGLE = "G_ASK_MEASURE|G_ASK_MEASURE_OF"
_IN_DEGREES = either(rule(lambda found: [found], "COMMA", "G_IN_UNIT", degrees, "COMMA"), always(None))

_POLYGON_RULES: tuple[Parser[Found], ...] = (
    rule(lambda wanted, _, polygon, end: _polygon(wanted, polygon, end), _ASK_ANGLE, _counted, _IN_DEGREES, "G_OF_IT|G_IN_THE", "?G_A_FIGURE", _named_polygon, tail),
    rule(lambda wanted, polygon: _polygon(wanted, polygon), "?G_NUMBER_OF_UNITS", _counted, "G_OF_IT|G_IN_THE", "?G_A_FIGURE", _named_polygon),
    rule(lambda polygon: _polygon("diagonal count", polygon), "G_HOW_MANY_DIAGONALS", "?G_A_FIGURE", _named_polygon, "?G_HAVE_IT"),
    rule(_polygon_from, "?G_SAY", "?G_ARTICLE|G_A_FIGURE", _counted, "G_OF_IT|G_IN_THE", "?G_A_FIGURE", _unnamed_polygon, "G_MEASURES", value, _STOP, "?THEN",
         either(rule(lambda: ["count"], "G_HOW_MANY_SIDES", "G_THAT_POLYGON", "G_HAVE_IT"), rule(lambda wanted: [wanted], "G_ASK_MEASURE", _counted, "G_OF_IT", "G_THAT_POLYGON"))),
    rule(lambda polygon, measure, found, wanted: _polygon_from(measure, polygon, found, wanted),
         "?G_SAY", "?G_A_FIGURE", _unnamed_polygon, "G_WITH", "?G_A_FIGURE", _counted, "G_MEASURES", value, _STOP, "?THEN",
         rule(lambda: ["count"], "G_HOW_MANY_SIDES", "G_THAT_POLYGON", "G_HAVE_IT")),
    rule(lambda polygon, wanted, _: _polygon(wanted, polygon), _named_polygon, "OF_KO", _counted, always(None), *ASKED_KO),
    rule(lambda measure, found, polygon, wanted: _polygon_from(measure, polygon, found, wanted),
         _counted, "G_IS_KO", value, "G_BEING_KO", _unnamed_polygon, "OF_KO", _counted, *ASKED_KO),
)  # fmt: skip

_ENGLISH: tuple[Parser[Found], ...] = (
    rule(_of_figure, _asked, "G_OF_IT", _sized, tail),
    rule(_then_asked, "?G_SAY", _sized, _STOP, "?COMMA", "?THEN", _question, tail),
    rule(
        _stated,
        "?G_SAY",
        "?G_ARTICLE",
        _measure,
        "G_OF_IT",
        _plain_or_sized,
        "G_MEASURES",
        value,
        maybe(rule(lambda facts: [facts], "AND", _givens)),
        _STOP,
        "?COMMA",
        "?THEN",
        _question,
        tail,
    ),
    rule(
        lambda kind, shape, found, question, end: _then_asked((shape, ((kind, found),)), question, end),
        "?G_SAY",
        "?G_ARTICLE",
        "?G_MEASURES",
        _list,
        "G_OF_IT",
        _figure,
        "G_MEASURES",
        values,
        _STOP,
        "?COMMA",
        "?THEN",
        _question,
        tail,
    ),
)

_fact_ko: Parser[Fact] = either(
    rule(_facts, _measure, "?G_IS_KO", "?G_EACH_KO", value),
    rule(_row, _list_ko, "?G_IS_KO", "?G_EACH_KO", values),
)
_facts_ko = many(_fact_ko, word("G_AND_KO"))


def _ko(facts: tuple[Fact, ...], shape: str, wanted: str, end: Tail) -> Built:
    yield from _figure_of(shape, facts, wanted, *end)


def _ko_when(shape: str, facts: tuple[Fact, ...], again: str | None, wanted: str, end: Tail) -> Built:
    if again is None or _same_figure(shape, again):
        yield from _figure_of(shape, facts, wanted, *end)


def _ko_both(before: tuple[Fact, ...], shape: str, after: tuple[Fact, ...], again: str | None, wanted: str, end: Tail) -> Built:  # fmt: skip
    yield from _ko_when(shape, (*before, *after), again, wanted, end)


_units_ko: Parser[Tail] = either(
    rule(lambda found: [(found, None)], "TOPIC", "MANY_KO", unit, "?IS_IT_KO"),
    rule(lambda found: [(None, found)], "OBJECT", rule(lambda end: [end[1]], tail)),
    always((None, None)),
)
_again_ko = either(rule(lambda shape: [shape], "?G_THAT_FIGURE", _shape, "OF_KO"), always(None))

_KOREAN: tuple[Parser[Found], ...] = (
    rule(_ko, _facts_ko, "G_BEING_KO", _shape, "OF_KO", _measure, _units_ko, *ASKED_KO),
    rule(_ko_when, _shape, "G_IN_FIGURE_KO", "?COMMA|END", _facts_ko, "G_IF_KO", "?COMMA|END", _again_ko, _measure, _units_ko, *ASKED_KO),
    rule(_ko_both, _facts_ko, "G_BEING_KO", _shape, "G_IN_FIGURE_KO", "?COMMA|END", _facts_ko, "G_IF_KO", "?COMMA|END", _again_ko, _measure, _units_ko, *ASKED_KO),
    rule(
        lambda facts, shape, again, wanted, end: _ko_when(shape, facts, again, wanted, end),
        _facts_ko, "G_BEING_KO", _shape, "G_IN_FIGURE_KO", "?COMMA|END", _again_ko, _measure, _units_ko, *ASKED_KO,
    ),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (*_ENGLISH, *_CIRCLES, *_POLYGON_RULES, *_KOREAN)
"""One rule a way to ask."""
