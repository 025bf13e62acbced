"""A determinant worked out by hand: two rows crosswise, three along the first row, more by row operations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.terms import equals, minus, number, plus, times
from maths.families.write import chain, formula, tree
from maths.message import Message
from maths.tree import Call, Matrix, Negative, Sum
from maths.verdict import Level

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.message import Formula
    from maths.tree import Node

    Rows = tuple[tuple[Node, ...], ...]

_PAIR = 2
MOST_EXPANDED = 3  # rows


def determinant(rows: Rows) -> Node:
    return Call("det", (Matrix(rows),))


def expanded(rows: Rows, level: Level) -> list[Message]:
    """The lines of a determinant of at most three rows, its entries numbers or formulas of letters."""
    if len(rows) == 1:
        return [Message("The determinant is {result}.", result=formula(equals(determinant(rows), rows[0][0])))]
    if len(rows) == _PAIR:
        return _of_two(rows, level)
    if all(entry == number(0) for entry in rows[0]):
        return [Message("The first row is zero, so the determinant is 0.")]
    return _of_three(rows, level)


def _of_two(rows: Rows, level: Level) -> list[Message]:
    (a, b), (c, d) = rows
    down, up, whole = times(a, d), times(b, c), determinant(rows)
    value = _worth(minus(down, up))
    if level is Level.BEGINNER:
        return [
            Message("From top left to bottom right: {result}.", result=chain(down, _worth(down))),
            Message("From top right to bottom left: {result}.", result=chain(up, _worth(up))),
            Message("Take the second product from the first: {result}.",
                    result=chain(whole, minus(_worth(down), _worth(up)), value)),
        ]  # fmt: skip
    return [Message("The determinant is {result}.", result=chain(whole, minus(down, up), value))]


def _of_three(rows: Rows, level: Level) -> list[Message]:
    whole = determinant(rows)
    kept = [(column, entry) for column, entry in enumerate(rows[0]) if entry != number(0)]
    minors = {column: _minor(rows, column) for column, _ in kept}
    values = {column: _worth(_crosswise(minor)) for column, minor in minors.items()}
    put = plus(*(_signed(column, _multiplied(entry, values[column])) for column, entry in kept))
    total = _worth(put)
    if level is Level.ADVANCED:
        return [Message("The determinant is {result}.", result=chain(whole, put, total))]
    first = plus(*(_signed(column, _scaled(entry, determinant(minors[column]))) for column, entry in kept))
    lines = [Message("Expand: {result}.", result=formula(equals(whole, first)))]
    if len(kept) < len(rows) and level is Level.BEGINNER:
        lines.append(Message("The terms of the zeros in that row drop out."))
    lines += [
        Message("The determinant is {result}.",
                result=chain(determinant(minor),
                             *((_crosswise(minor),) if level is Level.BEGINNER or _has_letters(minor) else ()),
                             values[column]))
        for column, minor in minors.items()
    ]  # fmt: skip
    products = plus(*(_worth(_signed(column, times(entry, values[column]))) for column, entry in kept))
    between = (products,) if level is Level.BEGINNER and len(kept) > 1 and not _has_letters(rows) else ()
    return [*lines, Message("Put together: {result}.", result=chain(whole, put, *between, total))]


def _crosswise(rows: Rows) -> Node:
    (a, b), (c, d) = rows
    return minus(times(a, d), times(b, c))


def _has_letters(rows: Rows) -> bool:
    return bool(to_sympy(Matrix(rows)).free_symbols)


def _signed(column: int, term: Node) -> Node:
    return Negative(term) if column % 2 else term


def _scaled(entry: Node, inner: Node) -> Node:
    return inner if entry == number(1) else times(entry, inner)


def _multiplied(entry: Node, value: Node) -> Node:
    return value if entry == number(1) and isinstance(value, Sum) else times(entry, value)


def _minor(rows: Rows, column: int) -> Rows:
    return tuple(tuple(entry for place, entry in enumerate(row) if place != column) for row in rows[1:])


def _worth(node: Node) -> Node:
    found: Node = tree(sympy.expand(to_sympy(node)))
    return found


def triangular(grid: tuple[tuple[Fraction, ...], ...], level: Level) -> list[Message]:
    """More rows are brought to triangular form: what is left is the product of the diagonal."""
    rows, swaps, lines = [list(row) for row in grid], 0, []
    for column in range(len(rows)):
        place = next((i for i in range(column, len(rows)) if rows[i][column]), None)
        if place is None:
            continue
        if place != column:
            rows[column], rows[place] = rows[place], rows[column]
            swaps += 1
            lines.append(Message("Swap rows {first} and {second}; the determinant changes its sign: {matrix}.",
                                 first=column + 1, second=place + 1, matrix=_written(rows)))  # fmt: skip
        for other in range(column + 1, len(rows)):
            if factor := -rows[other][column] / rows[column][column]:
                rows[other] = [v + factor * p for v, p in zip(rows[other], rows[column], strict=True)]
                lines.append(Message("Add {factor} times row {other} to row {row}: {matrix}.",
                                     factor=formula(number(factor)), other=column + 1, row=other + 1,
                                     matrix=_written(rows)))  # fmt: skip
    if level is Level.ADVANCED:
        lines = [Message("Triangular form: {matrix}.", matrix=_written(rows))]
    diagonal = times(*(number(row[place]) for place, row in enumerate(rows)))
    product = _worth(diagonal)
    if swaps % 2:
        return [*lines, Message("The product of the diagonal, its sign changed by the swaps: {result}.",
                                result=chain(Negative(diagonal), _worth(Negative(product))))]  # fmt: skip
    return [*lines, Message("The product of the diagonal: {result}.", result=chain(diagonal, product))]


def _written(rows: list[list[Fraction]]) -> Formula:
    return formula(Matrix(tuple(tuple(number(value) for value in row) for row in rows)))
