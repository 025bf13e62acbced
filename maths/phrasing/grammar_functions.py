"""Sentences about functions that are given in the same sentence, in English and Korean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.functions.inverse import InverseFunction
from maths.families.written import letters
from maths.phrasing.productions import formula, rule
from maths.phrasing.requests import is_equation, is_expression
from maths.tree import Apply, Name

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node


def _is_function(node: Node) -> bool:
    """`f(x) = …` or `y = …` in one other letter."""
    return is_equation(node) and _read(node) is not None


def _read(node: Node) -> tuple[str, str, Node] | None:
    """Its name, its letter, its body."""
    left, right = node.operands  # type: ignore[union-attr]
    match left:
        case Apply(function=called, arguments=(Name() as argument,), primes=0):
            return called, argument.full, right
        case Name(name="y", subscript="") if is_expression(right) and len(letters(right)) == 1:
            (letter,) = letters(right)
            return ("f", letter, right) if letter != "y" else None
    return None


def _inverse(function: Node) -> Built:
    found = _read(function)
    if found is not None and is_expression(found[2]):
        called, parameter, body = found
        yield InverseFunction(called, parameter, body, parameter)


_function = formula(_is_function)
REQUESTS: tuple[Parser[Found], ...] = (
    rule(_inverse, "FIND_INVERSE_FUNCTION", _function),
    rule(_inverse, "?EXPRESSION_KO", _function, "OF_KO", "INVERSE_FUNCTION_KO", "?TOPIC", "?FIND_KO|WHAT_KO"),
)
