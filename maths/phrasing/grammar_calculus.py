"""Sentences about tangents, extrema, areas, Taylor polynomials, convergence and differential equations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.calculus.curve import Curve
from maths.families.calculus.pointwise import ImplicitSlope, NearPoint
from maths.families.functions.sinusoid import Sinusoid, Trait, is_wave
from maths.families.terms import number as number_node
from maths.phrasing.chart import either, maybe, pattern
from maths.phrasing.equations_of_change import REQUESTS as DIFFERENTIAL
from maths.phrasing.grammar_measures import REQUESTS as MEASURES
from maths.phrasing.graphs import (
    ENDS,
    GRAPH,
    NAMED_PLACE,
    ON,
    PLACE,
    RELATION,
    Graph,
    Place,
)
from maths.phrasing.productions import always, formula, meaning, rule
from maths.phrasing.spelled import RANKS, one_of
from maths.tree import Apply, Name, Number, Relation, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO|CALCULATE_KO")
_ZERO = number_node(0)
MAX_DEGREE = 12


def _near(kind: str, graph: Graph, place: Place, order: int = 1) -> Built:
    if place.letter in {"", graph.variable}:
        yield NearPoint(kind, graph.body, graph.variable, place.first, order, place.second, graph.dependent)


def _near_after(place: Place, graph: Graph, kind: str) -> Built:
    yield from _near(kind, graph, place)


def _derivative_at(order: int, graph: Graph, place: Place) -> Built:
    yield from _near("derivative", graph, place, order)


def _implicit(curve: Relation, place: Place | None = None, *, tangent: bool = False) -> Built:
    """A curve in x and y that is not the graph of a formula for y."""
    left, right = curve.operands
    found = names(left) | names(right)
    if found != {"x", "y"} or (left == Name("y") and "y" not in names(right)) or isinstance(left, Apply):
        return
    if place is None:
        yield ImplicitSlope(left, right, "x", "y")
    elif place.second is not None:
        yield ImplicitSlope(left, right, "x", "y", (place.first, place.second), tangent)


_DY_DX = pattern(r"d\s*y\s*/\s*d\s*x(?![a-z])|\\d?frac\s*\{d\s*y\}\s*\{d\s*x\}|y'")
_ORDER = either(*(meaning(f"ORDINAL_{n}", n) for n in range(1, 6)), always(1))
_LINE = either(meaning("TANGENT_TO", "tangent"), meaning("NORMAL_TO", "normal"), meaning("LINEAR_OF", "linear"))
_SLOPE = meaning("SLOPE_OF", "derivative")
_LINE_KO = either(meaning("TANGENT_KO", "tangent"), meaning("NORMAL_KO", "normal"), meaning("SLOPE_KO", "derivative"))

POINTS: tuple[Parser[Found], ...] = (
    rule(
        _derivative_at,
        "?FIND",
        _ORDER,
        "DERIVATIVE",
        "OF",
        "?EXPRESSION|THE_CURVE",
        "?COLON",
        GRAPH,
        "?COMMA",
        "AT_POINT",
        PLACE,
    ),
    rule(
        lambda graph, place: _derivative_at(1, graph, place),
        "DIFFERENTIATE",
        "?EXPRESSION",
        GRAPH,
        "?COMMA",
        "AT_POINT",
        PLACE,
    ),
    rule(_near, "FIND", either(_LINE, _SLOPE), GRAPH, "?COMMA", "AT_POINT", PLACE),
    rule(
        lambda kind, curve, place: _implicit(curve, place, tangent=kind == "tangent") if kind != "normal" else (),
        "FIND",
        either(meaning("TANGENT_TO", "tangent"), _SLOPE),
        RELATION,
        "?COMMA",
        "AT_POINT",
        NAMED_PLACE,
    ),
    rule(
        lambda _, curve, place: _implicit(curve, place),
        "FIND",
        _DY_DX,
        "?COMMA",
        "GIVEN|OF|FOR|AT",
        "?THE_CURVE",
        RELATION,
        maybe(rule(lambda place: [place], "?COMMA", "AT_POINT", NAMED_PLACE)),
        "?IMPLICITLY",
    ),
    rule(
        lambda _, place, curve: _implicit(curve, place),
        "FIND",
        _DY_DX,
        "AT_POINT",
        NAMED_PLACE,
        "GIVEN|OF|FOR",
        RELATION,
    ),
    rule(
        lambda curve, _: _implicit(curve),
        "?GIVEN",
        "?THE_CURVE",
        RELATION,
        "?COMMA",
        "?THEN",
        "?AND",
        "FIND",
        _DY_DX,
        "?IMPLICITLY",
    ),
    rule(
        lambda place, graph, kind: _near(kind, graph, place),
        "?CURVE_KO",
        NAMED_PLACE,
        "AT_KO",
        "?CURVE_KO",
        GRAPH,
        "?CURVE_OF_KO",
        _LINE_KO,
        *_ASKED_KO,
    ),
    rule(
        lambda graph, place, kind: _near(kind, graph, place),
        "?CURVE_KO",
        GRAPH,
        "?ON_CURVE_KO|CURVE_OF_KO",
        NAMED_PLACE,
        "AT_KO",
        _LINE_KO,
        *_ASKED_KO,
    ),
    rule(
        lambda curve, _: _implicit(curve),
        "?CURVE_KO",
        RELATION,
        "FROM_KO|WHEN_KO|CURVE_OF_KO",
        "?COMMA",
        _DY_DX,
        *_ASKED_KO,
    ),
    rule(
        lambda curve, place, kind: _implicit(curve, place, tangent=kind == "tangent") if kind != "normal" else (),
        "?CURVE_KO",
        RELATION,
        "?ON_CURVE_KO|CURVE_OF_KO",
        NAMED_PLACE,
        "AT_KO",
        _LINE_KO,
        *_ASKED_KO,
    ),
)


# Taylor polynomials


def _taylor(degree: int | None, graph: Graph, place: Place | None) -> Built:
    if degree is not None and 0 <= degree <= MAX_DEGREE:
        yield from _near("taylor", graph, place or Place("", _ZERO), degree)


def _degree_of(node: Node) -> Iterator[int]:
    if isinstance(node, Number) and node.value.denominator == 1:
        yield int(node.value)


_DEGREE = either(
    rule(_degree_of, "OF_DEGREE", formula(lambda node: isinstance(node, Number))),
    rule(lambda found: [int(found.group(1))], "OF_DEGREE", pattern(r"[a-z]\s*\^\s*\{?(\d+)\}?")),
)
_RANKED = either(
    rule(lambda _, rank: [rank], pattern(r"(?i:the\s+)?"), one_of(RANKS), "DEGREE_BEFORE"),
    rule(lambda found: [int(found.group(1))], pattern(r"(?i:the\s+)?(?i:degree|order)[\s-](\d+)")),
)
_AROUND = rule(lambda place: [place], "?COMMA", "AT_POINT", PLACE)
_DEGREE_KO = rule(lambda found: [int(found.group(1))], pattern(r"(\d+)(?=\s*차)"))

TAYLOR: tuple[Parser[Found], ...] = (
    rule(lambda degree, graph: _taylor(degree, graph, None), "FIND", "MACLAURIN", _DEGREE, "OF_CURVE", GRAPH),
    rule(lambda graph, degree: _taylor(degree, graph, None), "FIND", "MACLAURIN", "OF_CURVE", GRAPH, "?COMMA", _DEGREE),
    rule(_taylor, "FIND", "TAYLOR", _DEGREE, "OF_CURVE", GRAPH, _AROUND),
    rule(
        lambda graph, place, degree: _taylor(degree, graph, place),
        "FIND",
        "TAYLOR",
        "OF_CURVE",
        GRAPH,
        _AROUND,
        "?COMMA",
        _DEGREE,
    ),
    rule(
        lambda graph, degree, place: _taylor(degree, graph, place),
        "FIND",
        "TAYLOR",
        "OF_CURVE",
        GRAPH,
        "?COMMA",
        _DEGREE,
        _AROUND,
    ),
    rule(lambda degree, graph: _taylor(degree, graph, None), "FIND", _RANKED, "MACLAURIN", "OF_CURVE", GRAPH),
    rule(_taylor, "FIND", _RANKED, "TAYLOR", "OF_CURVE", GRAPH, _AROUND),
    rule(
        lambda place, graph, degree: _taylor(degree, graph, place),
        NAMED_PLACE,
        "AT_KO",
        "?CURVE_KO",
        GRAPH,
        "?OF_KO",
        _DEGREE_KO,
        "TAYLOR_KO",
        *_ASKED_KO,
    ),
    rule(
        lambda graph, degree: _taylor(degree, graph, None),
        "?CURVE_KO",
        GRAPH,
        "?OF_KO",
        _DEGREE_KO,
        "TAYLOR_KO",
        *_ASKED_KO,
    ),
    rule(
        lambda graph, place, degree: _taylor(degree, graph, place),
        "?CURVE_KO",
        GRAPH,
        "?OF_KO",
        NAMED_PLACE,
        "AT_KO",
        _DEGREE_KO,
        "TAYLOR_KO",
        *_ASKED_KO,
    ),
)


# The shape of a graph


_OF_WAVES = {("greatest",): Trait.GREATEST, ("least",): Trait.LEAST}


def _curve(asked: tuple[str, ...], graph: Graph, ends: tuple[Node, Node] | None = None) -> Built:
    low, high = ends or (None, None)
    if ends is None and asked in _OF_WAVES and is_wave(graph.body, graph.variable):
        yield Sinusoid(graph.body, graph.variable, _OF_WAVES[asked])
        return
    yield Curve(graph.body, graph.variable, asked, low, high)


def _everywhere(asked: tuple[str, ...], graph: Graph) -> Built:
    """The greatest or least value of all, on the whole line."""
    yield from _curve(tuple({"maximum": "greatest", "minimum": "least"}[kind] for kind in asked), graph)


def _curve_after(graph: Graph, asked: tuple[str, ...]) -> Built:
    yield from _curve(asked, graph)


def _curve_on(ends: tuple[Node, Node], graph: Graph, asked: tuple[str, ...]) -> Built:
    yield from _curve(asked, graph, ends)


_LOCAL = either(
    meaning("CRITICAL_OF", ("critical",)),
    meaning("INFLECTION_OF", ("inflection",)),
    meaning("LOCAL_MAX", ("maximum",)),
    meaning("LOCAL_MIN", ("minimum",)),
    meaning("LOCAL_BOTH", ("maximum", "minimum")),
)
_ABSOLUTE = either(
    meaning("ABSOLUTE_MAX", ("maximum",)),
    meaning("ABSOLUTE_MIN", ("minimum",)),
    meaning("ABSOLUTE_BOTH", ("maximum", "minimum")),
)
_WAY = either(
    meaning("IS_INCREASING", ("increasing",)),
    meaning("IS_DECREASING", ("decreasing",)),
    meaning("IS_CONVEX", ("convex",)),
    meaning("IS_CONCAVE", ("concave",)),
)
_LOCAL_KO = either(
    meaning("CRITICAL_KO", ("critical",)),
    meaning("INFLECTION_KO", ("inflection",)),
    meaning("LOCAL_MAX_KO", ("maximum",)),
    meaning("LOCAL_MIN_KO", ("minimum",)),
    meaning("LOCAL_BOTH_KO", ("maximum", "minimum")),
    meaning("INCREASING_KO", ("increasing",)),
    meaning("DECREASING_KO", ("decreasing",)),
    meaning("CONVEX_KO", ("convex",)),
    meaning("CONCAVE_KO", ("concave",)),
)
_ABSOLUTE_KO = either(
    meaning("GREATEST_KO", ("maximum",)),
    meaning("LEAST_KO", ("minimum",)),
    meaning("GREATEST_BOTH_KO", ("maximum", "minimum")),
)

SHAPES: tuple[Parser[Found], ...] = (
    rule(_curve, "FIND", _LOCAL, "?OF_CURVE", "?THE_CURVE", GRAPH),
    rule(_curve, "FIND", _ABSOLUTE, "?OF_CURVE", "?THE_CURVE", GRAPH, ON),
    rule(_everywhere, "FIND", _ABSOLUTE, "?OF_CURVE", "?THE_CURVE", GRAPH),
    rule(lambda graph, asked: _everywhere(asked, graph), "?CURVE_KO", GRAPH, "?CURVE_OF_KO", _ABSOLUTE_KO, *_ASKED_KO),
    rule(_curve_after, "?FIND", "WHERE_INCREASING", "?THE_CURVE", GRAPH, _WAY),
    rule(_curve, "?FIND", "WHERE_INCREASING", _WAY, "?OF_CURVE", "?THE_CURVE", GRAPH),
    rule(lambda graph, ends: _curve(("mean",), graph, ends), "FIND", "MEAN_VALUE", "?OF_CURVE", GRAPH, ON),
    rule(_curve_after, "?CURVE_KO", GRAPH, "?CURVE_OF_KO", _LOCAL_KO, *_ASKED_KO),
    rule(
        _curve_on,
        "?INTERVAL_KO",
        ENDS,
        "IN_INTERVAL_KO|WHEN_KO",
        "?COMMA",
        "?CURVE_KO",
        GRAPH,
        "?CURVE_OF_KO",
        _ABSOLUTE_KO,
        *_ASKED_KO,
    ),
    rule(
        lambda graph, ends, asked: _curve(asked, graph, ends),
        "?CURVE_KO",
        GRAPH,
        "?CURVE_OF_KO",
        "?INTERVAL_KO",
        ENDS,
        "IN_INTERVAL_KO",
        _ABSOLUTE_KO,
        *_ASKED_KO,
    ),
    rule(
        lambda ends, graph: _curve(("mean",), graph, ends),
        "?INTERVAL_KO",
        ENDS,
        "IN_INTERVAL_KO",
        "?CURVE_KO",
        GRAPH,
        "?CURVE_OF_KO",
        "MEAN_VALUE_KO",
        *_ASKED_KO,
    ),
    rule(
        lambda graph, ends: _curve(("mean",), graph, ends),
        "?CURVE_KO",
        GRAPH,
        "?CURVE_OF_KO",
        "?INTERVAL_KO",
        ENDS,
        "MEAN_VALUE_KO",
        *_ASKED_KO,
    ),
)


REQUESTS: tuple[Parser[Found], ...] = (*POINTS, *TAYLOR, *SHAPES, *MEASURES, *DIFFERENTIAL)
