"""Small requests: complete the square, differences in words, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.algebra.completed_square import CompleteSquare
from maths.families.written import letters
from maths.phrasing.productions import expression, formula, rule
from maths.phrasing.requests import evaluate, is_expression, simplify
from maths.tree import Call, Negative, Sum

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node


def _square(body: Node) -> Built:
    yield CompleteSquare(body)


def _difference(left: Node, right: Node) -> Built:
    yield from evaluate(Call("abs", (Sum((left, Negative(right))),)))


def _greater(smaller: Node, larger: Node) -> Built:
    yield from evaluate(Sum((larger, Negative(smaller))))


def _less(larger: Node, smaller: Node) -> Built:
    yield from evaluate(Sum((larger, Negative(smaller))))


_value = formula(lambda node: is_expression(node) and not letters(node))
REQUESTS: tuple[Parser[Found], ...] = (
    rule(_square, "COMPLETE_SQUARE", expression),
    rule(_difference, "?FIND", "POSITIVE_DIFFERENCE", _value, "AND", _value),
    rule(_greater, "HOW_MUCH_GREATER", _value, "IS_THE_NUMBER", _value),
    rule(_less, "HOW_MUCH_LESS", _value, "IS_THE_NUMBER", _value),
    rule(simplify, "EXPRESS_LETTER|SIMPLIFY|EVALUATE|FIND", "?EXPRESSION", _value, "SIMPLEST_RADICAL"),
    rule(_square, "?EXPRESSION_KO", expression, "COMPLETE_SQUARE_KO"),
)  # fmt: skip
