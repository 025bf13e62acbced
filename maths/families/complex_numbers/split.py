"""Real and imaginary part of an expression as trees: `z` becomes `z_r + i*z_i` with two real letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.bounds import UndefinedError, UnsupportedError
from maths.families.terms import minus, number, over, plus, power, times
from maths.message import Message
from maths.tree import Call, Collection, Kind, Mixed, Name, Negative, Number, Percent, Power, Product, Quotient, Sum

if TYPE_CHECKING:
    from maths.tree import Node

    Pair = tuple[Node, Node]

MAX_POWER = 12
_ZERO, _ONE = number(0), number(1)
_KIND = Message("This is not made of sums, products and conjugates of complex numbers.")


def real_name(letter: str) -> str:
    return f"{letter.replace('_', '')}_r"


def imaginary_name(letter: str) -> str:
    return f"{letter.replace('_', '')}_i"


def split(node: Node, letters: frozenset[str]) -> Pair:  # noqa: C901, PLR0911, PLR0912 - one line a kind of node
    """Real and imaginary part; `letters` are complex, all others real. Raises UnsupportedError, UndefinedError."""
    match node:
        case Number() | Mixed() | Percent():
            return node, _ZERO
        case Name(name="i", subscript=""):
            return _ZERO, _ONE
        case Name() if node.full in letters:
            return _letter(real_name(node.full)), _letter(imaginary_name(node.full))
        case Name():
            return node, _ZERO
        case Negative(operand=operand):
            a, b = split(operand, letters)
            return negative(a), negative(b)
        case Sum(terms=terms):
            parts = [split(term, letters) for term in terms]
            return total([a for a, _ in parts]), total([b for _, b in parts])
        case Product(factors=factors):
            found: Pair = (_ONE, _ZERO)
            for factor in factors:
                found = multiplied(found, split(factor, letters))
            return found
        case Quotient(numerator=above, denominator=below):
            return _divided(split(above, letters), split(below, letters))
        case Power(base=base, exponent=exponent):
            return _raised(split(base, letters), exponent)
        case Collection(kind=Kind.LIST, items=(item,)):
            return split(item, letters)
        case Call(function="conj", arguments=(inner,)):
            a, b = split(inner, letters)
            return a, negative(b)
        case Call(function="re", arguments=(inner,)):
            return split(inner, letters)[0], _ZERO
        case Call(function="im", arguments=(inner,)):
            return split(inner, letters)[1], _ZERO
        case Call(function="sqrt", arguments=(Number(),)):
            return node, _ZERO
    raise UnsupportedError(_KIND)


def size_squared(pair: Pair) -> Node:
    """`a^2 + b^2`"""
    return total([squared(pair[0]), squared(pair[1])])


def _letter(full: str) -> Name:
    base, _, subscript = full.partition("_")
    return Name(base, subscript)


def negative(node: Node) -> Node:
    if node == _ZERO:
        return node
    return node.operand if isinstance(node, Negative) else Negative(node)


def squared(node: Node) -> Node:
    return node if node in (_ZERO, _ONE) else power(node, 2)


def total(terms: list[Node]) -> Node:
    kept = [term for term in terms if term != _ZERO]
    return plus(*kept) if kept else _ZERO


def product(left: Node, right: Node) -> Node:
    if _ZERO in (left, right):
        return _ZERO
    if left == _ONE:
        return right
    return left if right == _ONE else times(left, right)


def multiplied(left: Pair, right: Pair) -> Pair:
    (a, b), (c, d) = left, right
    first = product(a, c)
    second = product(b, d)
    real = first if second == _ZERO else negative(second) if first == _ZERO else minus(first, second)
    return real, total([product(a, d), product(b, c)])


def _divided(above: Pair, below: Pair) -> Pair:
    if below == (_ZERO, _ZERO):
        raise UndefinedError(Message("It divides by zero."))
    if below[1] == _ZERO:
        return _over(above[0], below[0]), _over(above[1], below[0])
    size = size_squared(below)
    real, imaginary = multiplied(above, (below[0], negative(below[1])))
    return _over(real, size), _over(imaginary, size)


def _over(above: Node, below: Node) -> Node:
    return above if above == _ZERO or below == _ONE else over(above, below)


def _raised(base: Pair, exponent: Node) -> Pair:
    if isinstance(exponent, Negative):
        return _divided((_ONE, _ZERO), _raised(base, exponent.operand))
    if not (isinstance(exponent, Number) and exponent.value.denominator == 1 and 0 < exponent.value <= MAX_POWER):
        raise UnsupportedError(_KIND)
    if base[1] == _ZERO:
        return power(base[0], int(exponent.value)), _ZERO
    found: Pair = (_ONE, _ZERO)
    for _ in range(int(exponent.value)):
        found = multiplied(found, base)
    return found
