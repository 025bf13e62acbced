"""Formulas of vectors by their components: every operation written out from its definition, as a tree."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.bounds import UndefinedError, UnsupportedError
from maths.families.terms import number, power, root
from maths.message import Message
from maths.tree import Call, Collection, Kind, Matrix, Negative, Number, Product, Quotient, Sum

if TYPE_CHECKING:
    from maths.tree import Node

MAX_COMPONENTS = 6
_SPACE = 3


def cells(node: Node) -> tuple[Node, ...]:
    """The components of `(1, 2)`, `[1, 2]` and of a matrix of one column or one row; () where it is no vector."""
    match node:
        case Collection(kind=Kind.TUPLE | Kind.LIST, items=items) if len(items) > 1:
            return items
        case Matrix(rows=rows) if all(len(row) == 1 for row in rows) and len(rows) > 1:
            return tuple(row[0] for row in rows)
    return ()


def has_vector(node: Node) -> bool:
    match node:
        case Sum(terms=parts) | Product(factors=parts) | Call(arguments=parts):
            return any(has_vector(part) for part in parts)
        case Negative(operand=part) | Quotient(numerator=part):
            return has_vector(part)
    return bool(cells(node))


def components(node: Node) -> tuple[Node, ...]:
    """The components of a formula that is worth a vector. Raises RefusedError."""
    found = worth(node)
    if not isinstance(found, tuple):
        raise UnsupportedError(Message("This is not a vector."))
    return found


def worth(node: Node) -> tuple[Node, ...] | Node:  # noqa: C901, PLR0911, PLR0912 - one line a kind of node
    """The components, or the scalar's tree. Raises RefusedError where the operation is not defined or not clear."""
    if not has_vector(node):
        return node
    match node:
        case Collection() | Matrix():
            found = cells(node)
            if len(found) > MAX_COMPONENTS:
                raise UnsupportedError(Message("The vector has too many components."))
            return found
        case Sum(terms=terms):
            return _sum([worth(term) for term in terms])
        case Negative(operand=operand):
            return _scaled(number(-1), worth(operand))
        case Quotient(numerator=above, denominator=below) if not has_vector(below):
            return _scaled(Quotient(number(1), below), worth(above))
        case Product(factors=factors):
            return _product([worth(factor) for factor in factors])
        case Call(function="cross", arguments=(left, right)):
            first, second = worth(left), worth(right)
            if isinstance(first, tuple) and isinstance(second, tuple):
                return cross(first, second)
            if isinstance(first, tuple) or isinstance(second, tuple):
                raise UnsupportedError(Message("A cross product is taken of two vectors."))
            return times(first, second)
        case Call(function="dot", arguments=(left, right)):
            first, second = worth(left), worth(right)
            if isinstance(first, tuple) and isinstance(second, tuple):
                return dot(first, second)
            return _product([first, second])
        case Call(function="norm" | "abs", arguments=(inner,)):
            length = worth(inner)
            return norm(length) if isinstance(length, tuple) else Call("abs", (length,))
    raise UnsupportedError(Message("This formula of vectors is not defined."))


def _sum(parts: list[tuple[Node, ...] | Node]) -> tuple[Node, ...] | Node:
    vectors = [part for part in parts if isinstance(part, tuple)]
    if not vectors:
        return plus(*(part for part in parts if not isinstance(part, tuple)))
    if len(vectors) != len(parts) or len({len(part) for part in vectors}) != 1:
        raise UndefinedError(Message("These vectors cannot be added."))
    return tuple(plus(*entries) for entries in zip(*vectors, strict=True))


def _product(parts: list[tuple[Node, ...] | Node]) -> tuple[Node, ...] | Node:
    vectors = [part for part in parts if isinstance(part, tuple)]
    scalars = [part for part in parts if not isinstance(part, tuple)]
    if len(vectors) > 1:
        raise UnsupportedError(Message("Vectors side by side: write · for the dot product or × for the cross product."))
    factor = times(*scalars) if scalars else number(1)
    return _scaled(factor, vectors[0]) if vectors else factor


def _scaled(factor: Node, value: tuple[Node, ...] | Node) -> tuple[Node, ...] | Node:
    if isinstance(value, tuple):
        return tuple(times(factor, entry) for entry in value)
    return times(factor, value)


def dot(left: tuple[Node, ...], right: tuple[Node, ...]) -> Node:
    if len(left) != len(right):
        raise UndefinedError(Message("The vectors have different numbers of components."))
    return plus(*(times(a, b) for a, b in zip(left, right, strict=True)))


def cross(left: tuple[Node, ...], right: tuple[Node, ...]) -> tuple[Node, ...]:
    if len(left) != _SPACE or len(right) != _SPACE:
        raise UndefinedError(Message("The cross product is taken of vectors with three components."))
    (a, b, c), (d, e, f) = left, right
    return minus(times(b, f), times(c, e)), minus(times(c, d), times(a, f)), minus(times(a, e), times(b, d))


def norm(vector: tuple[Node, ...]) -> Node:
    return root(plus(*(squared(entry) for entry in vector)))


def exact(node: Node) -> Fraction | None:
    """The value of a plain rational number."""
    match node:
        case Number(value=value):
            return value
        case Negative(operand=operand):
            inner = exact(operand)
            return None if inner is None else -inner
        case Quotient(numerator=above, denominator=below):
            top, bottom = exact(above), exact(below)
            return None if top is None or not bottom else top / bottom
    return None


def squared(node: Node) -> Node:
    value = exact(node)
    return power(node, 2) if value is None else number(value * value)


def plus(*terms: Node) -> Node:
    """A sum with its numbers added."""
    total, kept = Fraction(0), []
    for term in terms:
        value = exact(term)
        if value is None:
            kept.append(term)
        else:
            total += value
    if total or not kept:
        kept.append(number(total))
    return kept[0] if len(kept) == 1 else Sum(tuple(kept))


def minus(left: Node, right: Node) -> Node:
    return plus(left, times(number(-1), right))


def times(*factors: Node) -> Node:
    """A product with its numbers multiplied."""
    scale, kept = Fraction(1), []
    for factor in factors:
        value = exact(factor)
        if value is None:
            kept.append(factor)
        else:
            scale *= value
    if not scale or not kept:
        return number(scale)
    body = kept[0] if len(kept) == 1 else Product(tuple(kept))
    if scale == 1:
        return body
    if scale == -1:
        return Negative(body)
    return Product((number(scale), *kept))
