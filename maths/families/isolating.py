"""An equation in which one letter is left, solved line by line as a beginner is shown it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.terms import equals, minus, name, plus, power, times
from maths.families.write import formula, tree
from maths.message import Message

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node, Relation

_SQUARE = 2


@dataclass(frozen=True, slots=True)
class _Balance:
    """`other = front*letter^degree + extra`"""

    letter: str
    degree: int
    front: Symbolic
    extra: Symbolic
    other: Symbolic

    def shown(self) -> Relation:
        return equals(tree(self.other), _joined(self.letter_term(), self.extra))

    def letter_term(self) -> Node:
        whole = power(name(self.letter), self.degree)
        return whole if self.front == 1 else times(tree(self.front), whole)


def isolated(equation: Relation, letter: str) -> list[Message]:
    """From `24 = 6*w` or `400 = r^2` to the letter alone, the value itself left out; no lines where nothing is between.

    Written for a letter whose value is positive where it stands in a power.
    """
    unknown = sympy.Symbol(letter)
    try:
        left, right = (to_sympy(side, symbols={letter: unknown}) for side in equation.operands)
    except RefusedError:
        return []
    if unknown in {left, right}:
        return []
    side, other = (right, left) if right.has(unknown) else (left, right)
    if other.has(unknown):
        return []
    below = sympy.fraction(sympy.together(side))[1]
    if below.has(unknown):
        return _from_below(side, other, letter, unknown)
    balance = _balance(side, other, letter, unknown)
    return [] if balance is None else _solved(balance, equation)


def _from_below(side: Symbolic, other: Symbolic, letter: str, unknown: Symbolic) -> list[Message]:
    """The letter stands below a fraction line, alone."""
    above = sympy.cancel(side * unknown)
    if above.has(unknown) or other == 0:
        return []
    product = equals(times(tree(other), name(letter)), tree(above))
    return [
        Message("Multiply both sides by {letter}: {equation}.", letter=formula(name(letter)),
                equation=formula(product)),
        *([Message("Divide both sides by {number}.", number=formula(tree(other)))] if other != 1 else []),
    ]  # fmt: skip


def _balance(side: Symbolic, other: Symbolic, letter: str, unknown: Symbolic) -> _Balance | None:
    expanded = sympy.expand(side)
    if not expanded.is_polynomial(unknown):
        return None
    terms = sympy.Poly(expanded, unknown).as_dict()
    degrees = [degree for (degree,) in terms if degree]
    if len(degrees) != 1:
        return None
    (degree,) = degrees
    return _Balance(letter, degree, terms[degree,], terms.get((0,), sympy.Integer(0)), other)


def _solved(balance: _Balance, equation: Relation) -> list[Message]:
    lines = []
    mirrored = equals(*reversed(balance.shown().operands))
    if formula(equation) not in {formula(balance.shown()), formula(mirrored)}:
        lines.append(Message("Work out the numbers: {equation}.", equation=formula(balance.shown())))
    rest = sympy.expand(balance.other - balance.extra)
    if balance.extra != 0:
        left = formula(equals(tree(rest), balance.letter_term()))
        lines.append(
            Message("Take {number} away from both sides: {equation}.", number=formula(tree(balance.extra)),
                    equation=left)
            if not _is_taken_away(balance.extra)
            else Message("Add {number} to both sides: {equation}.", number=formula(tree(-balance.extra)),
                         equation=left)
        )  # fmt: skip
    if balance.front != 1:
        front, over = balance.front, 1 / balance.front
        lines.append(
            Message("Multiply both sides by {number}.", number=formula(tree(over)))
            if over.is_Integer
            else Message("Divide both sides by {number}.", number=formula(tree(front)))
        )
    if balance.degree > 1:
        alone = equals(power(name(balance.letter), balance.degree), tree(sympy.radsimp(rest / balance.front)))
        lines.append(
            Message("{equation}: take the square root of both sides.", equation=formula(alone))
            if balance.degree == _SQUARE
            else Message("{equation}: take the root of both sides.", equation=formula(alone))
        )
    return lines


def _joined(first: Node, extra: Symbolic) -> Node:
    if extra == 0:
        return first
    return minus(first, tree(-extra)) if _is_taken_away(extra) else plus(first, tree(extra))


def _is_taken_away(value: Symbolic) -> bool:
    """Below zero, or with a minus sign before its letters."""
    return bool(value.is_negative or (value.free_symbols and value.could_extract_minus_sign()))
