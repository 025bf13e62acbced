"""Sentences about areas, volumes, hurried integrals, convergence, partial fractions and gradients."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maths.families.algebra.partial_fractions import PartialFractions
from maths.families.calculus.gradient import Gradient
from maths.families.calculus.measured import Iterated, Measured
from maths.families.series.convergence import Convergence
from maths.families.terms import number as number_node
from maths.phrasing import requests
from maths.phrasing.chart import either, many, maybe, pattern
from maths.phrasing.graphs import (
    ENDS,
    FROM_TO,
    GRAPH,
    NAMED_END,
    ON,
    VALUE,
    Graph,
    graphs,
)
from maths.phrasing.productions import always, expression, formula, meaning, name, rule
from maths.phrasing.requests import is_equation, is_expression
from maths.tree import Collection, Integral, Kind, Name, Relation, Series, is_infinite, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO|CALCULATE_KO")
_ZERO = number_node(0)


# What integrals measure


def _measured(
    kind: str, first: Graph, second: Graph | None, ends: tuple[Node, Node] | None, *, above: bool = False
) -> Built:
    if second is not None and second.variable != first.variable:
        if names(second.body):
            return
        second = Graph(second.body, first.variable)
    low, high = ends or (None, None)
    if ends and any(is_infinite(end) for end in ends):
        return
    yield Measured(kind, first.body, second.body if second else _ZERO, first.variable, low, high, above)


def _area_of(
    graphs: tuple[Graph | tuple[str, Node] | None, ...], ends: tuple[Node, Node] | None, kind: str = "area"
) -> Built:
    """Graphs, axes (None) and upright lines that bound a region; a volume is of that region turned around the axis."""
    curves = [part for part in graphs if isinstance(part, Graph)]
    walls = [part[1] for part in graphs if isinstance(part, tuple)]
    if len(walls) not in (0, 2) or (walls and ends):
        return
    ends = ends or ((walls[0], walls[1]) if walls else None)
    axes = sum(1 for part in graphs if part is None)
    if len(curves) + axes != 2 or not curves:  # noqa: PLR2004 - two sides
        return
    if kind == "area" or (ends is None) == (len(curves) > 1):
        yield from _measured(kind, curves[0], curves[1] if len(curves) > 1 else None, ends)


def _wall(node: Node) -> Iterator[tuple[str, Node]]:
    match node:
        case Relation(operands=(Name(name="x", subscript=""), value), operators=("=",)) if not names(value):
            yield "x", value


def _proper_graph(node: Node) -> Iterator[Graph]:
    """Not an upright line."""
    if not any(True for _ in _wall(node)):
        yield from graphs(node)


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
_MAYBE_ENDS = maybe(either(FROM_TO, ON))

MEASURES: tuple[Parser[Found], ...] = (
    rule(_area_of, "?FIND", "AREA_BETWEEN", many(_SIDE, _JOIN), _MAYBE_ENDS),
    rule(
        lambda graph, ends: _measured("area", graph, None, ends, above=True),
        "?FIND",
        "AREA_UNDER",
        GRAPH,
        "?ABOVE_X_AXIS",
        either(FROM_TO, ON),
    ),
    rule(
        lambda graph, ends: _measured("volume_x", graph, None, ends),
        "FIND",
        "VOLUME_OF",
        GRAPH,
        either(FROM_TO, ON),
        "ABOUT_X_AXIS",
    ),
    rule(
        lambda graph, ends: _measured("volume_y", graph, None, ends),
        "FIND",
        "VOLUME_OF",
        GRAPH,
        either(FROM_TO, ON),
        "ABOUT_Y_AXIS",
    ),
    rule(
        lambda first, _, second: _measured("volume_x", first, second, None),
        "FIND",
        "VOLUME_OF",
        GRAPH,
        _JOIN,
        GRAPH,
        "ABOUT_X_AXIS",
    ),
    rule(lambda graph, ends: _measured("average", graph, None, ends), "FIND", "AVERAGE_OF", GRAPH, either(FROM_TO, ON)),
    rule(lambda graph, ends: _measured("length", graph, None, ends), "FIND", "LENGTH_OF", GRAPH, either(FROM_TO, ON)),
    rule(lambda sides: _area_of(sides, None), "?BETWEEN_CURVES_KO", many(_SIDE_KO, _JOIN), "AREA_KO", *_ASKED_KO),
    rule(
        lambda sides: _area_of(sides, None, "volume_x"),
        "?BETWEEN_CURVES_KO",
        many(_SIDE_KO, _JOIN),
        "REGION_KO",
        "ROTATED_X_KO",
        *_ASKED_KO,
    ),
    rule(
        lambda ends, graph: _measured("average", graph, None, ends),
        "?INTERVAL_KO",
        ENDS,
        "IN_INTERVAL_KO",
        "?CURVE_KO",
        GRAPH,
        "?CURVE_OF_KO",
        "AVERAGE_KO",
        *_ASKED_KO,
    ),
    rule(
        lambda low, high, graph: _measured("length", graph, None, (low, high)),
        NAMED_END,
        "FROM_KO",
        NAMED_END,
        "TO_KO",
        "?OF_KO",
        "?CURVE_KO",
        GRAPH,
        "?CURVE_OF_KO",
        "LENGTH_KO",
        *_ASKED_KO,
    ),
)


# Integrals and limits as they are typed in a hurry


def _iterated(node: Integral) -> Built:
    inner = node.body
    if not isinstance(inner, Integral) or isinstance(inner.body, Integral):
        return
    if inner.lower is None or inner.upper is None or node.lower is None or node.upper is None:
        return
    bounds = (inner.lower, inner.upper, node.lower, node.upper)
    if any(is_infinite(bound) for bound in bounds) or not is_expression(inner.body):
        return
    yield Iterated(
        inner.body, (inner.variable.full, inner.lower, inner.upper), (node.variable.full, node.lower, node.upper)
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
    rule(
        _limit_plain, "?FIND", "LIMIT_PLAIN|LIMIT", expression, "?COMMA", name, "APPROACHES", expression, _SIDE_OF_LIMIT
    ),
    rule(lambda body, low, high: _between(body, (low, high)), "INTEGRAL_PLAIN", expression, "FROM", VALUE, "TO", VALUE),
)


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


def _gradient_at(body: Node, point: Node) -> Built:
    """Only of the usual coordinates, whose order in a point is certain."""
    if isinstance(point, Collection) and point.kind is Kind.TUPLE:
        for found in _gradient(body):
            if isinstance(found, Gradient) and found.letters == ("x", "y", "z")[: len(point.items)]:
                yield replace(found, point=point.items)


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
    rule(
        _partial, "?EXPRESSION_KO", formula(lambda _: True), "?CURVE_OF_KO|OBJECT", name, "PARTIAL_WRT_KO", *_ASKED_KO
    ),
    rule(_gradient, "FIND", "GRADIENT_OF", formula(lambda _: True)),
    rule(_gradient_at, "FIND", "GRADIENT_OF", formula(lambda _: True), "AT_POINT", formula(lambda _: True)),
    rule(_gradient, "?EXPRESSION_KO", formula(lambda _: True), "GRADIENT_KO", *_ASKED_KO),
)

REQUESTS: tuple[Parser[Found], ...] = (*MEASURES, *HURRIED, *OTHERS)
