"""Worked solutions for least and greatest values: completed squares, slopes, ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.terms import equals, name, number, replace
from maths.families.write import formula, listed, passages, tree
from maths.message import Message
from maths.tree import Relation
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

_QUADRATIC = 2


@dataclass(frozen=True, slots=True)
class SolvedExtremum:
    body: Node
    letters: tuple[str, ...]
    greatest: bool
    where: tuple[Relation, ...]
    value: Symbolic
    point: Mapping[str, Symbolic]


def teach(solved: SolvedExtremum, level: Level) -> tuple[Passage, ...]:
    squares = _squares(solved)
    approach, lines = _by_squares(solved, squares, level) if squares is not None else _by_slope(solved, level)
    put = replace(solved.body, {letter: tree(value) for letter, value in solved.point.items()})
    at = listed(formula(equals(name(letter), tree(value))) for letter, value in solved.point.items())
    return passages(
        understanding=[_understanding(solved)],
        approach=[approach],
        steps=lines,
        check=[Message("At {point}: {value}.", point=at, value=formula(equals(put, tree(solved.value))))],
        conclusion=[
            Message("The greatest value is {value}.", value=formula(tree(solved.value)))
            if solved.greatest
            else Message("The least value is {value}.", value=formula(tree(solved.value)))
        ],
    )


def _understanding(solved: SolvedExtremum) -> Message:
    body = formula(solved.body)
    if solved.where:
        given = listed(formula(one) for one in solved.where)
        if solved.greatest:
            return Message("How large can {body} become when {given}?", body=body, given=given)
        return Message("How small can {body} become when {given}?", body=body, given=given)
    if solved.greatest:
        return Message("How large can {body} become for real numbers?", body=body)
    return Message("How small can {body} become for real numbers?", body=body)


def _squares(solved: SolvedExtremum) -> list[tuple[Symbolic, Symbolic]] | None:
    """A quadratic expression as factors and squared terms, one letter after the other."""
    symbols = [sympy.Symbol(letter) for letter in solved.letters]
    value = to_sympy(solved.body, symbols=dict(zip(solved.letters, symbols, strict=True)))
    if solved.where or not value.is_polynomial(*symbols) or sympy.Poly(value, *symbols).total_degree() != _QUADRATIC:
        return None
    found: list[tuple[Symbolic, Symbolic]] = []
    rest = sympy.expand(value)
    for symbol in symbols:
        a, b = rest.coeff(symbol, 2), rest.coeff(symbol, 1)
        if a == 0:
            if b != 0:
                return None
            continue
        inner = sympy.expand(symbol + b / (2 * a))
        found.append((a, inner))
        rest = sympy.expand(rest - a * inner**2)
    return found if rest == solved.value else None


def _by_squares(
    solved: SolvedExtremum, squares: list[tuple[Symbolic, Symbolic]] | None, level: Level
) -> tuple[Message, list[Message]]:
    assert squares is not None  # noqa: S101 - by the caller
    total = sympy.Add(
        *(sympy.Mul(a, sympy.Pow(inner, 2, evaluate=False), evaluate=False) for a, inner in squares),
        solved.value,
        evaluate=False,
    )
    approach = (
        Message("Complete the square; a sum of squares shows the extreme value.")
        if level is not Level.BEGINNER
        else Message("Write it with squares. A square is never negative, so each is best when it is zero.")
    )
    lines = [Message("Completed squares: {result}.", result=formula(equals(solved.body, tree(total))))]
    if level is not Level.ADVANCED:
        zero = listed(formula(equals(tree(inner), number(0))) for _, inner in squares)
        lines.append(Message("The squares are zero when {conditions}.", conditions=zero))
    return approach, lines


def _by_slope(solved: SolvedExtremum, level: Level) -> tuple[Message, list[Message]]:
    (letter,) = solved.letters
    x = sympy.Symbol(letter)
    slope = sympy.factor(sympy.diff(to_sympy(solved.body, symbols={letter: x}), x))
    approach = (
        Message("Look at the places where the slope is zero and at the ends, and compare the values.")
        if level is not Level.ADVANCED
        else Message("Compare the values at critical points and at the boundary.")
    )
    lines = [Message("The slope is {slope}.", slope=formula(tree(slope)))]
    place = solved.point[letter]
    lines.append(Message("The extreme value is taken at {place}.", place=formula(equals(name(letter), tree(place)))))
    operator = "<=" if solved.greatest else ">="
    bound = Relation((solved.body, tree(solved.value)), (operator,))
    lines.append(Message("Everywhere allowed {bound} holds.", bound=formula(bound)))
    return approach, lines
