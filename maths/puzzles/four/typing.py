"""What somebody typed as an expression of whole numbers: read as mathematics, and nothing but the four operations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from maths.bounds import RefusedError, UnreadableError
from maths.message import Message
from maths.read import read
from maths.tree import Negative, Node, Number, Product, Quotient, Relation, Sum

MAX_TYPED = 120  # characters: an expression of four numbers has at most 30
_SIGNS = {
    "x": "*",
    "X": "*",
    "✕": "*",
    "✖": "*",
    "＊": "*",
    "＋": "+",
    "－": "-",
    "／": "/",
    "＝": "=",
    "[": "(",
    "]": ")",
}
_SPOKEN = {"더하기": "+", "빼기": "-", "곱하기": "*", "나누기": "/", "plus": "+", "minus": "-", "times": "*"}
_DIVIDED = re.compile(r"divided\s+by|over")


class Refused(RefusedError):  # noqa: N818 - it is the reader's word
    """It is no expression of the four operations; `message` says what is wrong."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Its numbers in order, and what it comes to; None where it divides by 0."""

    numbers: tuple[int, ...]
    value: Fraction | None


def read_expression(text: str, target: int) -> Expression:
    """Raises Refused. `= 24` may stand behind it or before it."""
    if len(text) > MAX_TYPED:
        raise Refused(Message("This is too long for four numbers."))
    try:
        tree = read(_plain(text))
    except (UnreadableError, RefusedError) as error:
        raise Refused(error.message) from error
    tree = _without_target(tree, target)
    numbers: list[int] = []
    _collect(tree, numbers)
    try:
        return Expression(tuple(numbers), _value(tree))
    except ZeroDivisionError:
        return Expression(tuple(numbers), None)


def _plain(text: str) -> str:
    plain = _DIVIDED.sub("/", text.strip().rstrip("."))
    for word, sign in _SPOKEN.items():
        plain = plain.replace(word, sign)
    return "".join(_SIGNS.get(character, character) for character in plain)


def _without_target(tree: Node, target: int) -> Node:
    if isinstance(tree, Relation) and tree.operators == ("=",):
        for side, other in (tree.operands, tree.operands[::-1]):
            if isinstance(other, Number) and other.value == target:
                return side
    return tree


def _collect(tree: Node, numbers: list[int]) -> None:
    """The whole numbers of the tree. Raises Refused at anything that is not one of the four operations."""
    match tree:
        case Number(value, None, False) if value.denominator == 1:
            numbers.append(int(value))
        case Sum(terms):
            signed = [term for term in terms if isinstance(term, Negative)]
            if len(signed) == len(terms):
                raise Refused(Message("A minus may only stand between two numbers."))
            for term in terms:
                _collect(term.operand if isinstance(term, Negative) else term, numbers)
        case Product(factors):
            for factor in factors:
                _collect(factor, numbers)
        case Quotient(numerator, denominator):
            _collect(numerator, numbers)
            _collect(denominator, numbers)
        case Negative():
            raise Refused(Message("A minus may only stand between two numbers."))
        case _:
            raise Refused(Message("Only whole numbers, +, -, ×, ÷ and brackets are allowed."))


def _value(tree: Node) -> Fraction:
    match tree:
        case Number(value):
            return value
        case Sum(terms):
            return sum((_value(term) for term in terms), Fraction(0))
        case Product(factors):
            product = Fraction(1)
            for factor in factors:
                product *= _value(factor)
            return product
        case Quotient(numerator, denominator):
            return _value(numerator) / _value(denominator)
        case Negative(operand):
            return -_value(operand)
        case _:
            raise Refused(Message("Only whole numbers, +, -, ×, ÷ and brackets are allowed."))
