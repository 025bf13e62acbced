"""Sentences about figures and solids with stated measures: what is given, and what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.geometry.figure import Figure, Given
from maths.families.geometry.shapes import MEASURES, SHAPES
from maths.message import Message
from maths.phrasing.chart import either, many, maybe, sequence, word
from maths.phrasing.grammar_numbers import ASKED_KO
from maths.phrasing.lexicon_geometry import FIGURE_NAMED, LIST_WORDS, MEASURE_WORDS, SHAPE_WORDS
from maths.phrasing.productions import always, meaning, rule
from maths.phrasing.quantities import degrees, tail, unit, value, values, where_named
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
    "side": ("edge",),
    "edge": ("side",),
    "length": ("side", "edge"),
    "base": ("width",),
    "perimeter": ("circumference",),
    "total surface": ("surface",),
    "inradius": ("apothem",),
    "included angle": ("angle",),
    "height": ("length",),
    "leg": (),
    "right leg": ("leg",),
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
_TWO_SIDES = {("triangle", "sides", 2): ("triangle of two sides and an angle", ("side", "second"))}
_SIDES_OF = {
    "right triangle": ("leg", "other", "hypotenuse"),
    "triangle of two sides and an angle": ("side", "second", "third"),
}
_REMAINING = {"left over", "other leg"}
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
sized: Parser[tuple[str, tuple[Fact, ...]]] = either(
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
        lambda shape, long, wide: [(shape, (("length", (long,)), ("width", (wide,))))],
        _figure,
        "G_MEASURES",
        value,
        "G_LONG_AND",
        value,
        "G_WIDE",
    ),
)

_unit_between = either(rule(lambda u: [u], "?COMMA", "G_IN_UNIT", either(unit, degrees), "?COMMA"), always(None))
a_question: Parser[Asked] = either(
    rule(lambda measure, of: [(measure, of)], "G_ASK_MEASURE", _measure, _unit_between),
    rule(lambda of, measure: [(measure, of)], "G_IN_UNIT", either(unit, degrees), "COMMA", "G_ASK_MEASURE", _measure),
    rule(lambda measure: [(measure, ("degree", 0))], "G_ASK_MEASURE_OF", _measure),
    rule(lambda of, measure: [(measure, of)], "G_ASK_SIZE", _unit_between, "G_OF_THE", _measure),
    rule(
        lambda of, measure: [(measure, of)],
        "G_NUMBER_OF_UNITS",
        either(unit, degrees),
        "G_HOW_MANY_IN|G_IN_THE",
        _measure,
    ),
)


def build(shape: str, facts: tuple[Fact, ...], asked: Asked, end: Tail) -> Built:
    measure, of = asked
    if of is not None and end[0] is not None:
        return
    yield from figure_of(shape, facts, measure, of or end[0], end[1])


def figure_of(shape: str, facts: tuple[Fact, ...], wanted: str, of: Unit | None, place: Fraction | None) -> Built:
    read = _named(shape, facts)
    if read is None:
        return
    shape, named = read
    measures = [_own(shape, kind) for kind, _ in named]
    own = _left_over(shape, measures) if wanted in _REMAINING else _own(shape, wanted)
    if wanted == "other leg" and own != "other":
        return
    if own is None or None in measures or len(set(measures)) != len(measures):
        return
    given = [
        Given(measure, size, "" if name == "degree" else name)
        for measure, (_, (size, (name, _))) in zip(measures, named, strict=True)
        if measure is not None
    ]
    units = [unit for _, (_, unit) in named] + ([of] if of else [])
    asked = [*given, Given(own, given[0].size)] if of and given else given
    if not all(_fits(*unit, MEASURES[part.measure].dimension) for unit, part in zip(units, asked, strict=False)):
        yield Objection(Message("The unit does not fit what is measured."))
        return
    yield Figure(shape, tuple(given), own, of[0] if of and of[0] != "degree" else "", place)


def _named(shape: str, facts: tuple[Fact, ...]) -> tuple[str, list[tuple[str, Value]]] | None:
    """The figure as it is known by what is stated about it, and each size under the name of a measure."""
    named: list[tuple[str, Value]] = []
    angled = any(kind == "included angle" for kind, _ in facts)
    for kind, found in facts:
        if kind in MEASURE_WORDS:
            named.append((kind, found[0]))
            continue
        row = _TWO_SIDES.get((shape, kind, len(found))) if angled else _LISTS.get((shape, kind, len(found)))
        if row is None:
            return None
        shape = row[0]
        by_size = kind == "sides" and shape == "right triangle"
        named += zip(row[1], sorted(found, key=_roughly) if by_size else found, strict=True)
    return shape, named


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


def _left_over(shape: str, given: list[str | None]) -> str | None:
    """The one side of a triangle of which nothing is said."""
    rest = [measure for measure in _SIDES_OF.get(shape, ()) if measure not in given]
    return rest[0] if len(rest) == 1 else None


def _own(shape: str, measure: str) -> str | None:
    """The measure under the name the figure knows it by."""
    letters = SHAPES[shape].letters
    if measure == "right leg" and "right" not in shape:
        return None
    return next((name for name in (measure, *_SAME.get(measure, ())) if name in letters), None)


def _same_figure(shape: str, other: str) -> bool:
    return shape == other or (other in _GENERIC and shape.endswith(other)) or (other == "prism" and shape == "box")


def _of_figure(asked: Asked, figure: tuple[str, tuple[Fact, ...]], end: Tail) -> Built:
    yield from build(*figure, asked, end)


def _then_asked(figure: tuple[str, tuple[Fact, ...]], question: tuple[Asked, str | None], end: Tail) -> Built:
    asked, again = question
    if again is None or _same_figure(figure[0], again):
        yield from build(*figure, asked, end)


def _stated(  # noqa: PLR0913, PLR0917 - the parts of one sentence
    measure: str,
    figure: tuple[str, tuple[Fact, ...]],
    found: Value,
    more: tuple[Fact, ...] | None,
    question: tuple[Asked, str | None],
    end: Tail,
) -> Built:
    facts = (*figure[1], (measure, (found,)), *(more or ()))
    yield from _then_asked((figure[0], facts), question, end)


_owned: Parser[tuple[Asked, str]] = either(
    rule(lambda shape, measure: [((measure, None), shape)], "G_ASK_MEASURE", "?G_THAT_FIGURE", _shape, "G_POSSESSIVE",
         _measure),
    rule(
        lambda of, shape, measure: [((measure, of), shape)],
        "G_IN_UNIT", either(unit, degrees), "COMMA", "G_ASK_MEASURE", "?G_THAT_FIGURE", _shape, "G_POSSESSIVE",
        _measure,
    ),
)  # fmt: skip
_question: Parser[tuple[Asked, str | None]] = either(
    rule(
        lambda asked, again: [(asked, again)],
        a_question,
        either(rule(lambda s: [s], "G_OF_IT", "G_THAT_FIGURE", _shape), always(None)),
    ),
    _owned,
)
_plain_or_sized = either(sized, rule(lambda shape: [(shape, ())], _figure))
STOP = "?END|COMMA"


_ENGLISH: tuple[Parser[Found], ...] = (
    rule(_of_figure, a_question, "G_OF_IT", sized, tail),
    rule(_then_asked, "?G_SAY", sized, STOP, "?COMMA", "?THEN", _question, tail),
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
        STOP,
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
        STOP,
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
    yield from figure_of(shape, facts, wanted, *end)


def _ko_when(shape: str, facts: tuple[Fact, ...], again: str | None, wanted: str, end: Tail) -> Built:
    if again is None or _same_figure(shape, again):
        yield from figure_of(shape, facts, wanted, *end)


def _ko_both(  # noqa: PLR0913, PLR0917 - the parts of one sentence
    before: tuple[Fact, ...],
    shape: str,
    after: tuple[Fact, ...],
    again: str | None,
    wanted: str,
    end: Tail,
) -> Built:
    yield from _ko_when(shape, (*before, *after), again, wanted, end)


_units_ko: Parser[Tail] = either(
    rule(lambda found: [(found, None)], "TOPIC", "MANY_KO", unit, "?IS_IT_KO"),
    rule(lambda found: [(None, found)], "OBJECT", rule(lambda end: [end[1]], tail)),
    always((None, None)),
)
_again_ko = either(rule(lambda shape: [shape], "?G_THAT_FIGURE", _shape, "OF_KO"), always(None))

_KOREAN: tuple[Parser[Found], ...] = (
    rule(_ko, _facts_ko, "G_BEING_KO", _shape, "OF_KO", _measure, _units_ko, *ASKED_KO),
    rule(_ko_when, _shape, "G_IN_FIGURE_KO", "?COMMA|END", _facts_ko, "G_IF_KO", "?COMMA|END", _again_ko, _measure,
         _units_ko, *ASKED_KO),
    rule(_ko_both, _facts_ko, "G_BEING_KO", _shape, "G_IN_FIGURE_KO", "?COMMA|END", _facts_ko, "G_IF_KO",
         "?COMMA|END", _again_ko, _measure, _units_ko, *ASKED_KO),
    rule(
        lambda facts, shape, again, wanted, end: _ko_when(shape, facts, again, wanted, end),
        _facts_ko, "G_BEING_KO", _shape, "G_IN_FIGURE_KO", "?COMMA|END", _again_ko, _measure, _units_ko, *ASKED_KO,
    ),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (where_named(FIGURE_NAMED, *_ENGLISH, *_KOREAN),)
"""One rule a way to ask."""
