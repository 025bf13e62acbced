"""Sentences about figures and solids with stated measures: what is given, and what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.geometry.figure import Figure, Given
from maths.families.geometry.shapes import MEASURES, SHAPES
from maths.message import Message
from maths.phrasing.chart import either, many, maybe, sequence, word
from maths.phrasing.grammar_numbers import ASKED_KO
from maths.phrasing.lexicon_geometry import LIST_WORDS, MEASURE_WORDS, SHAPE_WORDS
from maths.phrasing.productions import always, meaning, rule
from maths.phrasing.quantities import degrees, tail, unit, value, values
from maths.phrasing.requests import Objection

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
    "side": ("edge", "leg"),
    "edge": ("side",),
    "length": ("side", "edge"),
    "circumference": ("perimeter",),
    "perimeter": ("circumference",),
    "inradius": ("apothem",),
    "included angle": ("angle",),
    "height": ("length",),
    "leg": (),
}
_LISTS = {
    ("triangle", "sides", 3): ("triangle of sides", ("side", "second", "third")),
    ("right triangle", "sides", 3): ("triangle of sides", ("side", "second", "third")),
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
    rule(_facts, "?ARTICLE", _measure, "?MEASURES", "?MEASURES", value),
    rule(_turned, "?ARTICLE", value, _measure),
    rule(_row, "?ARTICLE", _list, "?MEASURES", "?MEASURES", values),
)
_givens = many(_given, maybe(either(word("AND"), sequence(word("AND"), word("WITH")))))
_figure: Parser[str] = rule(lambda shape: [shape], "?A_FIGURE", _shape)
_ref: Parser[str] = rule(lambda shape: [shape], "THAT_FIGURE", _shape)
_sized: Parser[tuple[str, tuple[Fact, ...]]] = either(
    rule(lambda shape, facts: [(shape, facts)], _figure, "?WITH", "?WITH", _givens),
    rule(lambda size, shape: [(shape, (("dimensions", size),))], "?A_FIGURE", many(value, word("BY_SIZE")), _shape),
    rule(
        lambda shape, size: [(shape, (("dimensions", size),))],
        _figure,
        "?WITH|MEASURES",
        "?MEASURES",
        many(value, word("BY_SIZE")),
    ),
    rule(
        lambda shape, l, w: [(shape, (("length", (l,)), ("width", (w,))))],
        _figure,
        "MEASURES",
        value,
        "LONG_AND",
        value,
        "WIDE",
    ),
)

_unit_between = either(rule(lambda u: [u], "?COMMA", "IN_UNIT", either(unit, degrees), "?COMMA"), always(None))
_asked: Parser[Asked] = either(
    rule(lambda measure, of: [(measure, of)], "ASK_MEASURE", _measure, _unit_between),
    rule(lambda of, measure: [(measure, of)], "NUMBER_OF_UNITS", either(unit, degrees), "HOW_MANY_IN|IN_THE", _measure),
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
        named += zip(row[1], found, strict=True)
    if shape == "triangle" and [kind for kind, _ in named].count("included angle"):
        return
    given = []
    for kind, (size, (name, power)) in named:
        measure = _own(shape, kind)
        if measure is None:
            return
        dimension = MEASURES[measure].dimension
        if (name == "degree") is not (dimension == 0) or (name not in {"", "degree"} and power != dimension):
            yield Objection(Message("The unit does not fit what is measured."))
            return
        given.append(Given(measure, size, "" if name == "degree" else name))
    own = _own(shape, wanted)
    if own is None or len({g.measure for g in given}) != len(given):
        return
    if of is not None and of[1] != MEASURES[own].dimension:
        yield Objection(Message("The unit does not fit what is measured."))
        return
    yield Figure(shape, tuple(given), own, of[0] if of else "", place)


def _own(shape: str, measure: str) -> str | None:
    """The measure under the name the figure knows it by."""
    letters = SHAPES[shape].letters
    return next((name for name in (measure, *_SAME.get(measure, ())) if name in letters), None)


def _same_figure(shape: str, other: str) -> bool:
    return shape == other or (other in _GENERIC and shape.endswith(other)) or (other == "prism" and shape == "box")


def _of_figure(asked: Asked, figure: tuple[str, tuple[Fact, ...]], end: Tail) -> Built:
    yield from _build(*figure, asked, end)


def _then_asked(figure: tuple[str, tuple[Fact, ...]], asked: Asked, again: str | None, end: Tail) -> Built:
    if again is None or _same_figure(figure[0], again):
        yield from _build(*figure, asked, end)


def _stated(
    measure: str, figure: tuple[str, tuple[Fact, ...]], found: Value, more: tuple[Fact, ...] | None, asked: Asked, again: str | None, end: Tail
) -> Built:  # fmt: skip
    facts = (*figure[1], (measure, (found,)), *(more or ()))
    yield from _then_asked((figure[0], facts), asked, again, end)


_plain_or_sized = either(_sized, rule(lambda shape: [(shape, ())], _figure))
_again = either(rule(lambda shape: [shape], "OF_IT", _ref), always(None))
_STOP = "?END|COMMA"

_ENGLISH: tuple[Parser[Found], ...] = (
    rule(_of_figure, _asked, "OF_IT", _sized, tail),
    rule(_then_asked, "?SAY", _sized, _STOP, "?COMMA", "?THEN", _asked, _again, tail),
    rule(
        _stated,
        "?SAY",
        "?ARTICLE",
        _measure,
        "OF_IT",
        _plain_or_sized,
        "MEASURES",
        value,
        maybe(rule(lambda facts: [facts], "AND", _givens)),
        _STOP,
        "?COMMA",
        "?THEN",
        _asked,
        _again,
        tail,
    ),
    rule(
        lambda kind, shape, found, asked, again, end: _then_asked((shape, ((kind, found),)), asked, again, end),
        "?SAY",
        "?ARTICLE",
        "?MEASURES",
        _list,
        "OF_IT",
        _figure,
        "MEASURES",
        values,
        _STOP,
        "?COMMA",
        "?THEN",
        _asked,
        _again,
        tail,
    ),
)

_fact_ko: Parser[Fact] = either(
    rule(_facts, _measure, "?IS_KO", "?EACH_KO", value),
    rule(_row, _list_ko, "?IS_KO", "?EACH_KO", values),
)
_facts_ko = many(_fact_ko, word("AND_KO"))


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
_again_ko = either(rule(lambda shape: [shape], "?THAT_FIGURE", _shape, "OF_KO"), always(None))

_KOREAN: tuple[Parser[Found], ...] = (
    rule(_ko, _facts_ko, "BEING_KO", _shape, "OF_KO", _measure, _units_ko, *ASKED_KO),
    rule(_ko_when, _shape, "IN_FIGURE_KO", "?COMMA|END", _facts_ko, "IF_KO", "?COMMA|END", _again_ko, _measure, _units_ko, *ASKED_KO),
    rule(_ko_both, _facts_ko, "BEING_KO", _shape, "IN_FIGURE_KO", "?COMMA|END", _facts_ko, "IF_KO", "?COMMA|END", _again_ko, _measure, _units_ko, *ASKED_KO),
    rule(
        lambda facts, shape, again, wanted, end: _ko_when(shape, facts, again, wanted, end),
        _facts_ko, "BEING_KO", _shape, "IN_FIGURE_KO", "?COMMA|END", _again_ko, _measure, _units_ko, *ASKED_KO,
    ),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (*_ENGLISH, *_KOREAN)
"""One rule a way to ask."""
