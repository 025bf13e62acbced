"""How the vectors that a matrix sends to zero are read off its reduced form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.terms import equals, name, number, plus, times
from maths.families.write import formula, listed
from maths.message import Message
from maths.tree import Collection, Kind, Negative
from maths.verdict import Level

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.families.matrices.reduction import Reduction
    from maths.message import Formula
    from maths.tree import Node


def read_off(reduction: Reduction, basis: tuple[tuple[Fraction, ...], ...], level: Level) -> list[Message]:
    """The equations of the reduced rows, the free unknowns, and the vectors."""
    if level is Level.ADVANCED or not basis:
        return []
    width = len(reduction.rows[0])
    free = [column for column in range(width) if column not in reduction.pivots]
    lines = []
    if level is Level.BEGINNER and reduction.pivots:
        equations = listed(formula(_equation(reduction.rows[row])) for row in range(len(reduction.pivots)))
        lines.append(Message("As equations the rows say: {equations}.", equations=equations))
    if reduction.pivots:
        solved = listed(
            formula(equals(_unknown(pivot), _moved(row, pivot)))
            for row, pivot in zip(reduction.rows, reduction.pivots, strict=False)
        )
        lines.append(Message("So {solved}, and {free} can be chosen freely.", solved=solved, free=_unknowns(free)))
    else:
        lines.append(Message("The rows say nothing: {free} can be chosen freely.", free=_unknowns(free)))
    if len(free) == 1:
        lines.append(Message("The choice {choice} gives {vector}.",
                             choice=formula(equals(_unknown(free[0]), number(1))), vector=_vectors(basis)))  # fmt: skip
    else:
        lines.append(Message("One free unknown 1 and the others 0, in turn, gives {vectors}.", vectors=_vectors(basis)))
    return lines


def _unknown(column: int) -> Node:
    return name(f"x_{column + 1}")


def _unknowns(columns: list[int]) -> Formula:
    return listed(formula(_unknown(column)) for column in columns)


def _vectors(basis: tuple[tuple[Fraction, ...], ...]) -> Formula:
    return listed(formula(Collection(Kind.TUPLE, tuple(number(value) for value in vector))) for vector in basis)


def _term(coefficient: Fraction, column: int) -> Node:
    if coefficient < 0:
        return Negative(_term(-coefficient, column))
    return _unknown(column) if coefficient == 1 else times(number(coefficient), _unknown(column))


def _equation(row: tuple[Fraction, ...]) -> Node:
    return equals(plus(*(_term(value, column) for column, value in enumerate(row) if value)), number(0))


def _moved(row: tuple[Fraction, ...], pivot: int) -> Node:
    terms = [_term(-value, column) for column, value in enumerate(row) if value and column != pivot]
    return plus(*terms) if terms else number(0)
