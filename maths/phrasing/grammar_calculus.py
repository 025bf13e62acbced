"""Sentences about tangents, extrema, areas, Taylor polynomials, convergence and differential equations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.algebra.partial_fractions import PartialFractions
from maths.families.calculus.curve import Curve
from maths.families.calculus.gradient import Gradient
from maths.families.calculus.measured import Iterated, Measured
from maths.families.calculus.pointwise import ImplicitSlope, NearPoint
from maths.families.series.convergence import Convergence
from maths.families.terms import number as number_node
from maths.phrasing import requests
from maths.phrasing.chart import either, many, maybe, pattern
from maths.phrasing.equations_of_change import REQUESTS as DIFFERENTIAL
from maths.phrasing.productions import always, expression, formula, meaning, name, rule
from maths.phrasing.requests import is_equation, is_expression
from maths.phrasing.spelled import RANKS, one_of
from maths.tree import Apply, Collection, Integral, Kind, Name, Number, Relation, Series, is_infinite, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO|CALCULATE_KO")
_ZERO = number_node(0)
MAX_DEGREE = 12


@dataclass(frozen=True, slots=True)
class Graph:
    """`y = f(x)`, `f(x) = …` or the expression alone."""

    body: Node
    variable: str
    dependent: str = "y"


def _graphs(node: Node) -> Iterator[Graph]:
    dependent = "y"
    if is_equation(node):
        left, right = node.operands  # type: ignore[union-attr]
        match left:
            case Apply(arguments=(Name() as argument,), primes=0):
                if is_expression(right) and names(right, frozenset({argument.full})) <= {argument.full}:
                    yield Graph(right, argument.full, "y" if argument.full != "y" else "z")
                return
            case Name():
                dependent = left.full
            case _:
                return
        node = right
    if not is_expression(node):
        return
    found = names(node)
    if len(found) > 1 or dependent in found:
        return
    variable = next(iter(found), "x")
    yield Graph(node, variable, dependent if dependent != variable else "z")


_GRAPH: Parser[Graph] = rule(_graphs, formula(lambda _: True))
_VALUE = formula(lambda node: is_expression(node) and not names(node))
_RELATION: Parser[Relation] = formula(is_equation)  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Place:
    """`x = 3`, or a point with both coordinates."""

    letter: str
    first: Node
    second: Node | None = None


def _places(node: Node) -> Iterator[Place]:
    match node:
        case Relation(operands=(Name() as letter, value), operators=("=",)) if not names(value):
            yield Place(letter.full, value)
        case Collection(kind=Kind.TUPLE, items=(first, second)) if not names(first) and not names(second):
            yield Place("", first, second)


_PLACE: Parser[Place] = either(rule(_places, formula(lambda _: True)), rule(lambda node: [Place("", node)], _VALUE))
_NAMED_PLACE: Parser[Place] = rule(_places, formula(lambda _: True))


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
    if found != {"x", "y"} or (left == Name("y") and "y" not in names(right)):
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
    rule(_derivative_at, "?FIND", _ORDER, "DERIVATIVE", "OF", "?EXPRESSION|THE_CURVE", "?COLON", _GRAPH, "?COMMA", "AT_POINT", _PLACE),
    rule(lambda graph, place: _derivative_at(1, graph, place), "DIFFERENTIATE", "?EXPRESSION", _GRAPH, "?COMMA", "AT_POINT", _PLACE),
    rule(_near, "FIND", either(_LINE, _SLOPE), _GRAPH, "?COMMA", "AT_POINT", _PLACE),
    rule(lambda kind, curve, place: _implicit(curve, place, tangent=kind == "tangent") if kind != "normal" else (), "FIND", either(meaning("TANGENT_TO", "tangent"), _SLOPE), _RELATION, "?COMMA", "AT_POINT", _NAMED_PLACE),
    rule(lambda _, curve, place: _implicit(curve, place), "FIND", _DY_DX, "?COMMA", "GIVEN|OF|FOR|AT", "?THE_CURVE", _RELATION, maybe(rule(lambda place: [place], "?COMMA", "AT_POINT", _NAMED_PLACE)), "?IMPLICITLY"),
    rule(lambda _, place, curve: _implicit(curve, place), "FIND", _DY_DX, "AT_POINT", _NAMED_PLACE, "GIVEN|OF|FOR", _RELATION),
    rule(lambda curve, _: _implicit(curve), "?GIVEN", "?THE_CURVE", _RELATION, "?COMMA", "?THEN", "?AND", "FIND", _DY_DX, "?IMPLICITLY"),
    rule(lambda place, graph, kind: _near(kind, graph, place), "?CURVE_KO", _NAMED_PLACE, "AT_KO", "?CURVE_KO", _GRAPH, "?CURVE_OF_KO", _LINE_KO, *_ASKED_KO),
    rule(lambda graph, place, kind: _near(kind, graph, place), "?CURVE_KO", _GRAPH, "?ON_CURVE_KO|CURVE_OF_KO", _NAMED_PLACE, "AT_KO", _LINE_KO, *_ASKED_KO),
    rule(lambda curve, _: _implicit(curve), "?CURVE_KO", _RELATION, "FROM_KO|WHEN_KO|CURVE_OF_KO", "?COMMA", _DY_DX, *_ASKED_KO),
    rule(lambda curve, place, kind: _implicit(curve, place, tangent=kind == "tangent") if kind != "normal" else (), "?CURVE_KO", _RELATION, "?ON_CURVE_KO|CURVE_OF_KO", _NAMED_PLACE, "AT_KO", _LINE_KO, *_ASKED_KO),
)  # fmt: skip


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
_AROUND = rule(lambda place: [place], "?COMMA", "AT_POINT", _PLACE)
_DEGREE_KO = rule(lambda found: [int(found.group(1))], pattern(r"(\d+)(?=\s*차)"))

TAYLOR: tuple[Parser[Found], ...] = (
    rule(lambda degree, graph: _taylor(degree, graph, None), "FIND", "MACLAURIN", _DEGREE, "OF_CURVE", _GRAPH),
    rule(lambda graph, degree: _taylor(degree, graph, None), "FIND", "MACLAURIN", "OF_CURVE", _GRAPH, "?COMMA", _DEGREE),
    rule(_taylor, "FIND", "TAYLOR", _DEGREE, "OF_CURVE", _GRAPH, _AROUND),
    rule(lambda graph, place, degree: _taylor(degree, graph, place), "FIND", "TAYLOR", "OF_CURVE", _GRAPH, _AROUND, "?COMMA", _DEGREE),
    rule(lambda graph, degree, place: _taylor(degree, graph, place), "FIND", "TAYLOR", "OF_CURVE", _GRAPH, "?COMMA", _DEGREE, _AROUND),
    rule(lambda degree, graph: _taylor(degree, graph, None), "FIND", _RANKED, "MACLAURIN", "OF_CURVE", _GRAPH),
    rule(_taylor, "FIND", _RANKED, "TAYLOR", "OF_CURVE", _GRAPH, _AROUND),
    rule(lambda place, graph, degree: _taylor(degree, graph, place), _NAMED_PLACE, "AT_KO", "?CURVE_KO", _GRAPH, "?OF_KO", _DEGREE_KO, "TAYLOR_KO", *_ASKED_KO),
    rule(lambda graph, degree: _taylor(degree, graph, None), "?CURVE_KO", _GRAPH, "?OF_KO", _DEGREE_KO, "TAYLOR_KO", *_ASKED_KO),
    rule(lambda graph, place, degree: _taylor(degree, graph, place), "?CURVE_KO", _GRAPH, "?OF_KO", _NAMED_PLACE, "AT_KO", _DEGREE_KO, "TAYLOR_KO", *_ASKED_KO),
)  # fmt: skip


# The shape of a graph


def _ends(node: Node) -> Iterator[tuple[Node, Node]]:
    """`[a, b]`, `a <= x <= b`."""
    match node:
        case Collection(kind=Kind.LIST, items=(low, high)) if not names(low) and not names(high):
            yield low, high
        case Relation(operands=(low, Name(), high), operators=("<=", "<=")) if not names(low) and not names(high):
            yield low, high


_ENDS: Parser[tuple[Node, Node]] = rule(_ends, formula(lambda _: True))
_ON = rule(lambda ends: [ends], "ON_INTERVAL", _ENDS)
_NAMED_END: Parser[Node] = rule(lambda place: [place.first] if place.second is None else [], _NAMED_PLACE)
_END: Parser[Node] = either(_VALUE, _NAMED_END)
_FROM_TO = rule(lambda low, high: [(low, high)], "FROM_X", _END, "TO_X", _END)


def _curve(asked: tuple[str, ...], graph: Graph, ends: tuple[Node, Node] | None = None) -> Built:
    low, high = ends or (None, None)
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
    meaning("ABSOLUTE_MAX", ("maximum",)), meaning("ABSOLUTE_MIN", ("minimum",)), meaning("ABSOLUTE_BOTH", ("maximum", "minimum"))
)
_WAY = either(
    meaning("IS_INCREASING", ("increasing",)), meaning("IS_DECREASING", ("decreasing",)),
    meaning("IS_CONVEX", ("convex",)), meaning("IS_CONCAVE", ("concave",)),
)  # fmt: skip
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
    meaning("GREATEST_KO", ("maximum",)), meaning("LEAST_KO", ("minimum",)), meaning("GREATEST_BOTH_KO", ("maximum", "minimum"))
)

SHAPES: tuple[Parser[Found], ...] = (
    rule(_curve, "FIND", _LOCAL, "?OF_CURVE", "?THE_CURVE", _GRAPH),
    rule(_curve, "FIND", _ABSOLUTE, "?OF_CURVE", "?THE_CURVE", _GRAPH, _ON),
    rule(_everywhere, "FIND", _ABSOLUTE, "?OF_CURVE", "?THE_CURVE", _GRAPH),
    rule(lambda graph, asked: _everywhere(asked, graph), "?CURVE_KO", _GRAPH, "?CURVE_OF_KO", _ABSOLUTE_KO, *_ASKED_KO),
    rule(_curve_after, "?FIND", "WHERE_INCREASING", "?THE_CURVE", _GRAPH, _WAY),
    rule(_curve, "?FIND", "WHERE_INCREASING", _WAY, "?OF_CURVE", "?THE_CURVE", _GRAPH),
    rule(lambda graph, ends: _curve(("mean",), graph, ends), "FIND", "MEAN_VALUE", "?OF_CURVE", _GRAPH, _ON),
    rule(_curve_after, "?CURVE_KO", _GRAPH, "?CURVE_OF_KO", _LOCAL_KO, *_ASKED_KO),
    rule(_curve_on, "?INTERVAL_KO", _ENDS, "IN_INTERVAL_KO|WHEN_KO", "?COMMA", "?CURVE_KO", _GRAPH, "?CURVE_OF_KO", _ABSOLUTE_KO, *_ASKED_KO),
    rule(lambda graph, ends, asked: _curve(asked, graph, ends), "?CURVE_KO", _GRAPH, "?CURVE_OF_KO", "?INTERVAL_KO", _ENDS, "IN_INTERVAL_KO", _ABSOLUTE_KO, *_ASKED_KO),
    rule(lambda ends, graph: _curve(("mean",), graph, ends), "?INTERVAL_KO", _ENDS, "IN_INTERVAL_KO", "?CURVE_KO", _GRAPH, "?CURVE_OF_KO", "MEAN_VALUE_KO", *_ASKED_KO),
    rule(lambda graph, ends: _curve(("mean",), graph, ends), "?CURVE_KO", _GRAPH, "?CURVE_OF_KO", "?INTERVAL_KO", _ENDS, "MEAN_VALUE_KO", *_ASKED_KO),
)  # fmt: skip


# What integrals measure


def _measured(kind: str, first: Graph, second: Graph | None, ends: tuple[Node, Node] | None) -> Built:
    if second is not None and second.variable != first.variable:
        if names(second.body):
            return
        second = Graph(second.body, first.variable)
    low, high = ends or (None, None)
    if ends and any(is_infinite(end) for end in ends):
        return
    yield Measured(kind, first.body, second.body if second else _ZERO, first.variable, low, high)


def _area_of(graphs: tuple[Graph | tuple[str, Node] | None, ...], ends: tuple[Node, Node] | None) -> Built:
    """Graphs, axes (None) and upright lines that bound a region."""
    curves = [part for part in graphs if isinstance(part, Graph)]
    walls = [part[1] for part in graphs if isinstance(part, tuple)]
    if len(walls) not in (0, 2) or (walls and ends):
        return
    ends = ends or ((walls[0], walls[1]) if walls else None)
    axes = sum(1 for part in graphs if part is None)
    if len(curves) + axes != 2 or not curves:  # noqa: PLR2004 - two sides
        return
    yield from _measured("area", curves[0], curves[1] if len(curves) > 1 else None, ends)


def _wall(node: Node) -> Iterator[tuple[str, Node]]:
    match node:
        case Relation(operands=(Name(name="x", subscript=""), value), operators=("=",)) if not names(value):
            yield "x", value


def _proper_graph(node: Node) -> Iterator[Graph]:
    """Not an upright line."""
    if not any(True for _ in _wall(node)):
        yield from _graphs(node)


_SIDE = either(
    rule(lambda: [None], "X_AXIS"),
    rule(lambda found: [found], "?THE_LINES|THE_CURVE", rule(_wall, formula(is_equation))),
    rule(lambda found: [found], "?THE_LINES|THE_CURVE", rule(_proper_graph, formula(lambda _: True))),
)
_JOIN = pattern(r"\s*(?:,\s*and\b|,|\band\b|와|과|및)\s*")
_SIDE_KO = either(
    rule(lambda: [None], "X_AXIS_KO"),
    rule(lambda found: [found], "?LINES_KO|CURVE_KO|BETWEEN_CURVES_KO", rule(_wall, formula(is_equation))),
    rule(lambda found: [found], "?LINES_KO|CURVE_KO|BETWEEN_CURVES_KO", rule(_proper_graph, formula(lambda _: True))),
)
_MAYBE_ENDS = maybe(either(_FROM_TO, _ON))

MEASURES: tuple[Parser[Found], ...] = (
    rule(_area_of, "?FIND", "AREA_BETWEEN", many(_SIDE, _JOIN), _MAYBE_ENDS),
    rule(lambda graph, ends: _measured("area", graph, None, ends), "?FIND", "AREA_UNDER", _GRAPH, "?ABOVE_X_AXIS", either(_FROM_TO, _ON)),
    rule(lambda graph, ends: _measured("volume_x", graph, None, ends), "FIND", "VOLUME_OF", _GRAPH, either(_FROM_TO, _ON), "ABOUT_X_AXIS"),
    rule(lambda graph, ends: _measured("volume_y", graph, None, ends), "FIND", "VOLUME_OF", _GRAPH, either(_FROM_TO, _ON), "ABOUT_Y_AXIS"),
    rule(lambda first, _, second: _measured("volume_x", first, second, None), "FIND", "VOLUME_OF", _GRAPH, _JOIN, _GRAPH, "ABOUT_X_AXIS"),
    rule(lambda graph, ends: _measured("average", graph, None, ends), "FIND", "AVERAGE_OF", _GRAPH, either(_FROM_TO, _ON)),
    rule(lambda graph, ends: _measured("length", graph, None, ends), "FIND", "LENGTH_OF", _GRAPH, either(_FROM_TO, _ON)),
    rule(lambda sides: _area_of(sides, None), "?BETWEEN_CURVES_KO", many(_SIDE_KO, _JOIN), "AREA_KO", *_ASKED_KO),
    rule(lambda ends, graph: _measured("average", graph, None, ends), "?INTERVAL_KO", _ENDS, "IN_INTERVAL_KO", "?CURVE_KO", _GRAPH, "?CURVE_OF_KO", "AVERAGE_KO", *_ASKED_KO),
    rule(lambda low, high, graph: _measured("length", graph, None, (low, high)), _NAMED_END, "FROM_KO", _NAMED_END, "TO_KO", "?OF_KO", "?CURVE_KO", _GRAPH, "?CURVE_OF_KO", "LENGTH_KO", *_ASKED_KO),
)  # fmt: skip


# Integrals and limits as they are typed in a hurry


def _iterated(node: Integral) -> Built:
    inner = node.body
    if not isinstance(inner, Integral) or isinstance(inner.body, Integral):
        return
    bounds = (inner.lower, inner.upper, node.lower, node.upper)
    if any(bound is None or is_infinite(bound) for bound in bounds) or not is_expression(inner.body):
        return
    yield Iterated(
        inner.body, (inner.variable.full, inner.lower, inner.upper), (node.variable.full, node.lower, node.upper)  # type: ignore[arg-type]
    )


_NESTED: Parser[Integral] = formula(lambda node: isinstance(node, Integral) and isinstance(node.body, Integral))  # type: ignore[assignment]


def _limit_plain(body: Node, variable: Name, target: Node, side: str) -> Built:
    yield from requests.limit(body, variable, target, side)


def _between(body: Node, ends: tuple[Node, Node]) -> Built:
    if not isinstance(body, Integral):
        yield from requests.integrate(body, None, ends)


_SIDE_OF_LIMIT = either(meaning("FROM_LEFT", "-"), meaning("FROM_RIGHT", "+"), always(""))

HURRIED: tuple[Parser[Found], ...] = (
    rule(_iterated, _NESTED),
    rule(_iterated, "FIND|EVALUATE", "?INTEGRAL", "?COLON", _NESTED),
    rule(_iterated, _NESTED, "?OF_KO", "?VALUE_KO", *_ASKED_KO),
    rule(_limit_plain, "?FIND", "LIMIT_PLAIN|LIMIT", expression, "?COMMA", name, "APPROACHES", expression, _SIDE_OF_LIMIT),
    rule(lambda body, low, high: _between(body, (low, high)), "INTEGRAL_PLAIN", expression, "FROM", _VALUE, "TO", _VALUE),
)  # fmt: skip


# Convergence, partial fractions, partial derivatives


def _convergence(series: Series) -> Built:
    if series.kind == "sum" and series.upper == Name("oo") and is_expression(series.body):
        yield Convergence(series.body, series.variable.full, series.lower)


def _finely(series: Series) -> Built:
    if series.kind == "sum" and series.upper == Name("oo") and is_expression(series.body):
        yield Convergence(series.body, series.variable.full, series.lower, finely=True)


def _split(body: Node) -> Built:
    if is_expression(body):
        yield PartialFractions(body)


def _partial(body: Node, variable: Name) -> Built:
    for graph in [body.operands[1]] if is_equation(body) else [body]:  # type: ignore[union-attr]
        yield from requests.differentiate(graph, variable, 1)


def _gradient(body: Node) -> Built:
    if is_equation(body):
        body = body.operands[1]  # type: ignore[union-attr]
    if is_expression(body) and len(names(body)) > 1:
        yield Gradient(body, tuple(sorted(names(body))))


_SERIES: Parser[Series] = formula(lambda node: isinstance(node, Series))  # type: ignore[assignment]

OTHERS: tuple[Parser[Found], ...] = (
    rule(_convergence, "DOES_CONVERGE", "?SUM_SIGN", _SERIES, "CONVERGES"),
    rule(_convergence, "TEST_SERIES", _SERIES, "FOR_CONVERGENCE"),
    rule(_finely, "TEST_SERIES", _SERIES, "CONVERGES_FINELY"),
    rule(_convergence, "?SERIES_NOUN_KO", _SERIES, "?SERIES_NOUN_KO", "JUDGE_CONVERGENCE_KO"),
    rule(_split, "FIND", "PARTIAL_FRACTIONS_OF", "?EXPRESSION", "?COLON", expression),
    rule(_split, "PARTIAL_FRACTIONS_OF", expression, "INTO_PARTIAL_FRACTIONS"),
    rule(_split, "?EXPRESSION_KO", expression, "PARTIAL_FRACTIONS_KO"),
    rule(_split, "?EXPRESSION_KO", expression, "PARTIAL_FRACTIONS_OF_KO", *_ASKED_KO),
    rule(_partial, "?FIND", "THE_PARTIAL_DERIVATIVE", "OF", "?EXPRESSION", formula(lambda _: True), "WRT", name),
    rule(_partial, "?EXPRESSION_KO", formula(lambda _: True), "?CURVE_OF_KO|OBJECT", name, "PARTIAL_WRT_KO", *_ASKED_KO),
    rule(_gradient, "FIND", "GRADIENT_OF", formula(lambda _: True)),
    rule(_gradient, "?EXPRESSION_KO", formula(lambda _: True), "GRADIENT_KO", *_ASKED_KO),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (*POINTS, *TAYLOR, *SHAPES, *MEASURES, *HURRIED, *OTHERS, *DIFFERENTIAL)
