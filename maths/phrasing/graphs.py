"""Graphs, places on them and intervals, as the sentences of calculus name them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.phrasing.chart import either
from maths.phrasing.productions import formula, rule
from maths.phrasing.requests import is_equation, is_expression
from maths.tree import Apply, Collection, Kind, Name, Relation, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Parser
    from maths.tree import Node


@dataclass(frozen=True, slots=True)
class Graph:
    """`y = f(x)`, `f(x) = …` or the expression alone."""

    body: Node
    variable: str
    dependent: str = "y"


def graphs(node: Node) -> Iterator[Graph]:
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


GRAPH: Parser[Graph] = rule(graphs, formula(lambda _: True))
VALUE = formula(lambda node: is_expression(node) and not names(node))
RELATION: Parser[Relation] = formula(is_equation)  # type: ignore[assignment]


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


PLACE: Parser[Place] = either(rule(_places, formula(lambda _: True)), rule(lambda node: [Place("", node)], VALUE))
NAMED_PLACE: Parser[Place] = rule(_places, formula(lambda _: True))


def _ends(node: Node) -> Iterator[tuple[Node, Node]]:
    """`[a, b]`, `a <= x <= b`."""
    match node:
        case Collection(kind=Kind.LIST, items=(low, high)) if not names(low) and not names(high):
            yield low, high
        case Relation(operands=(low, Name(), high), operators=("<=", "<=")) if not names(low) and not names(high):
            yield low, high


ENDS: Parser[tuple[Node, Node]] = rule(_ends, formula(lambda _: True))
ON = rule(lambda ends: [ends], "ON_INTERVAL", ENDS)
NAMED_END: Parser[Node] = rule(lambda place: [place.first] if place.second is None else [], NAMED_PLACE)
_END: Parser[Node] = either(VALUE, NAMED_END)
FROM_TO = rule(lambda low, high: [(low, high)], "FROM_X", _END, "TO_X", _END)
