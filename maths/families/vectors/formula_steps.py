"""A formula of vectors worked out operation by operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.engines.sympy_form import to_sympy
from maths.families.terms import equals, minus, plus, power, root, times
from maths.families.vectors.components import cells, has_vector, worth
from maths.families.write import chain, formula, tree
from maths.message import Message
from maths.tree import Call, Collection, Kind, Negative, Product, Quotient, Sum
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.tree import Node


def worked(body: Node, level: Level) -> list[Message]:
    """A line an operation, the innermost first; for advanced readers the whole at once."""
    lines: list[Message] = []
    value = _walk(body, lines, level)
    if level is Level.ADVANCED or not lines:
        return [Message("By components: {result}.", result=formula(equals(body, value)))]
    return lines


def _walk(node: Node, lines: list[Message], level: Level) -> Node:  # noqa: PLR0911 - one line a kind of node
    """What the formula is worth, its operations noted on the way."""
    if not has_vector(node) or cells(node):
        return node
    match node:
        case Sum(terms=terms):
            return _noted(Sum(tuple(_walk(term, lines, level) for term in terms)), node, lines, level)
        case Negative(operand=operand):
            inner = _walk(operand, lines, level)
            return _noted(Negative(inner), node, lines, level)
        case Product(factors=factors):
            return _noted(Product(tuple(_walk(factor, lines, level) for factor in factors)), node, lines, level)
        case Quotient(numerator=above, denominator=below):
            return _noted(Quotient(_walk(above, lines, level), below), node, lines, level)
        case Call(function=function, arguments=arguments):
            inside = tuple(_walk(argument, lines, level) for argument in arguments)
            return _noted(Call(function, inside), node, lines, level)
    return node


def _noted(node: Node, asked: Node, lines: list[Message], level: Level) -> Node:
    found = worth(asked)
    value = Collection(Kind.TUPLE, tuple(map(_simple, found))) if isinstance(found, tuple) else _simple(found)
    if isinstance(node, Call) and node.function in _LINES:
        lines += _LINES[node.function](node, value, level)
    elif isinstance(node, Sum):
        written = _added(node) if level is Level.BEGINNER else None
        whole = formula(equals(node, *((written,) if written else ()), value))
        lines.append(Message("Add and subtract in the same places: {result}.", result=whole))
    elif formula(node) != formula(value):
        whole = formula(equals(node, value))
        lines.append(Message("The number multiplies every component: {result}.", result=whole)
                     if isinstance(value, Collection) else Message("So {result}.", result=whole))  # fmt: skip
    return value


def _simple(node: Node) -> Node:
    found: Node = tree(to_sympy(node))
    return found


def _added(node: Sum) -> Node | None:
    """The sum inside every component; None for a sum of numbers."""
    columns = [[*(Negative(entry) for entry in cells(term.operand))] if isinstance(term, Negative) else [*cells(term)]
               for term in node.terms]  # fmt: skip
    if not all(columns):
        return None
    return Collection(Kind.TUPLE, tuple(_sum_of(entries) for entries in zip(*columns, strict=True)))


def _sum_of(entries: tuple[Node, ...]) -> Node:
    total = entries[0]
    for entry in entries[1:]:
        total = minus(total, entry.operand) if isinstance(entry, Negative) else Sum((total, entry))
    return total


def _of_dot(node: Call, value: Node, level: Level) -> list[Message]:
    left, right = (cells(argument) for argument in node.arguments)
    if not (left and right):
        return [Message("The number multiplies every component: {result}.", result=formula(equals(node, value)))]
    written = plus(*(times(a, b) for a, b in zip(left, right, strict=True)))
    lines = []
    if level is Level.BEGINNER:
        lines.append(
            Message("A dot between two vectors means: multiply the components in the same places, and add the "
                    "products.")
        )  # fmt: skip
    return [*lines, Message("The dot product: {result}.", result=formula(equals(node, written, value)))]


def _of_cross(node: Call, value: Node, level: Level) -> list[Message]:
    left, right = (cells(argument) for argument in node.arguments)
    if not (left and right):
        return [Message("The number multiplies every component: {result}.", result=formula(equals(node, value)))]
    (a, b, c), (d, e, f) = left, right
    written = [minus(times(p, q), times(r, s)) for p, q, r, s in ((b, f, c, e), (c, d, a, f), (a, e, b, d))]
    found = cells(value)
    lines = [
        Message("Component {number}: {result}.", number=place, result=formula(equals(entry, worth_of)))
        for place, (entry, worth_of) in enumerate(zip(written, found, strict=True), 1)
    ]
    whole = Message("The cross product: {result}.", result=formula(equals(node, value)))
    return [*lines, whole] if level is Level.BEGINNER else [whole]


def _of_length(node: Call, value: Node, level: Level) -> list[Message]:
    entries = cells(node.arguments[0])
    if not entries:
        return [Message("Without its sign: {result}.", result=formula(equals(node, value)))]
    squares = plus(*(power(entry, 2) for entry in entries))
    between = (root(_simple(squares)),) if level is Level.BEGINNER else ()
    return [Message("The length: {result}.", result=chain(node, root(squares), *between, value))]


_LINES = {"dot": _of_dot, "cross": _of_cross, "norm": _of_length, "abs": _of_length}
