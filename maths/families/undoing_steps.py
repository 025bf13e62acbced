"""An equation solved for a letter that stands once, or above and below in a fraction: one operation undone a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.terms import equals, minus, name, over, plus, power, times
from maths.families.write import formula, tree
from maths.message import Message
from maths.tree import Call, Negative, Number, Power, Product, Quotient, Sum, names
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.message import Formula
    from maths.tree import Node

_MOST = 8
_SQUARE = 2


def undone(side: Node, other: Node, letter: str, level: Level) -> list[Message]:
    """The lines between `other = side` and `letter = ...`, which is left to the caller; none where no way is known."""
    try:
        if isinstance(side, Quotient) and _has(side.denominator, letter):
            return _out_of_a_fraction(side, other, letter, level)
        return _one_by_one(side, other, letter)
    except RefusedError:
        return []


def _has(node: Node, letter: str) -> bool:
    return letter in names(node, frozenset({letter}))


def _one_by_one(side: Node, other: Node, letter: str) -> list[Message]:
    lines: list[Message] = []
    while len(lines) < _MOST and side != name(letter):
        step = _step(side, other, letter)
        if step is None:
            return []
        line, side, other = step
        lines.append(line)
    return lines if side == name(letter) else []


def _step(side: Node, other: Node, letter: str) -> tuple[Message, Node, Node] | None:  # noqa: C901, PLR0911 - one way a kind
    """The outermost operation of the side with the letter, undone on both sides."""
    new: Node
    match side:
        case Sum(terms=terms):
            return _of_sum(terms, other, letter)
        case Negative(operand=inner):
            new = Negative(other)
            return Message("Turn all signs round: {result}.", result=_shown(new, inner)), inner, new
        case Product(factors=factors):
            inside = [factor for factor in factors if _has(factor, letter)]
            outside = [factor for factor in factors if not _has(factor, letter)]
            if len(inside) != 1 or not outside:
                return None
            new = over(other, times(*outside))
            return (Message("Divide both sides by {divisor}: {result}.", divisor=formula(times(*outside)),
                            result=_shown(new, inside[0])), inside[0], new)  # fmt: skip
        case Quotient(numerator=above, denominator=below) if not _has(below, letter):
            new = times(below, other)
            return (Message("Multiply both sides by {factor}: {result}.", factor=formula(below),
                            result=_shown(new, above)), above, new)  # fmt: skip
        case Call(function="sqrt", arguments=(inner,)):
            new = power(other, 2)
            return Message("Square both sides: {result}.", result=_shown(new, inner)), inner, new
        case Call(function="root", arguments=(inner, Number() as index)):
            new = power(other, index)
            return (Message("Raise both sides to the power {index}: {result}.", index=formula(index),
                            result=_shown(new, inner)), inner, new)  # fmt: skip
        case Call(function="ln", arguments=(inner,)):
            new = power(name("e"), other)
            return (Message("Raise e to both sides; that undoes the logarithm: {result}.",
                            result=_shown(new, inner)), inner, new)  # fmt: skip
        case Call(function="log", arguments=(inner, base)) if not _has(base, letter):
            new = power(base, other)
            return (Message("Raise the base to both sides; that undoes the logarithm: {result}.",
                            result=_shown(new, inner)), inner, new)  # fmt: skip
        case Power():
            return _of_power(side, other, letter)
    return None


def _of_sum(terms: tuple[Node, ...], other: Node, letter: str) -> tuple[Message, Node, Node] | None:
    inside = [term for term in terms if _has(term, letter)]
    outside = [term for term in terms if not _has(term, letter)]
    if len(inside) != 1 or not outside:
        return None
    rest = outside[0] if len(outside) == 1 else plus(*outside)
    if isinstance(rest, Negative):
        new: Node = plus(other, rest.operand)
        return (Message("Add {what} to both sides: {result}.", what=formula(rest.operand),
                        result=_shown(new, inside[0])), inside[0], new)  # fmt: skip
    new = minus(other, rest)
    return (Message("Subtract {what} from both sides: {result}.", what=formula(rest),
                    result=_shown(new, inside[0])), inside[0], new)  # fmt: skip


def _of_power(side: Power, other: Node, letter: str) -> tuple[Message, Node, Node] | None:
    base, exponent = side.base, side.exponent
    if isinstance(exponent, Number) and exponent.value.denominator == 1 and exponent.value % 2 == 1:
        new: Node = Call("root", (other, exponent))
        return (Message("Take the root of index {index} of both sides: {result}.", index=formula(exponent),
                        result=_shown(new, base)), base, new)  # fmt: skip
    if isinstance(exponent, Number) and exponent.value == _SQUARE:
        return None
    if _has(base, letter):
        return None
    new = Call("ln", (other,)) if base == name("e") else Call("log", (other, base))
    return (Message("Take the logarithm to the base {base} of both sides: {result}.", base=formula(base),
                    result=_shown(new, exponent)), exponent, new)  # fmt: skip


def _shown(left: Node, right: Node) -> Formula:
    return formula(equals(left, right))


def _out_of_a_fraction(side: Quotient, other: Node, letter: str, level: Level) -> list[Message]:
    """`x = (2*y + 1)/(y - 3)`: multiply by what is below, collect the letter, take it out, divide."""
    x, y = to_sympy(other), sympy.Symbol(letter)
    above, below = (to_sympy(part, symbols={letter: y}) for part in (side.numerator, side.denominator))
    whole = sympy.Poly(sympy.expand(x * below - above), y)
    if whole.degree() != 1:
        return []
    cleared = equals(times(other, side.denominator), side.numerator)
    expanded = equals(tree(sympy.expand(x * below)), tree(sympy.expand(above)))
    left, right = sympy.Poly(sympy.expand(x * below), y), sympy.Poly(sympy.expand(above), y)
    kept = [sympy.expand(term * y) for term in (left.coeff_monomial(y), -right.coeff_monomial(y)) if term != 0]
    moved = [sympy.expand(term) for term in (right.coeff_monomial(1), -left.coeff_monomial(1)) if term != 0]
    collected = equals(_joined(kept), _joined(moved))
    factored = equals(times(tree(whole.coeff_monomial(y)), name(letter)), _joined(moved))
    lines = [Message("Multiply both sides by {factor}: {result}.", factor=formula(side.denominator),
                     result=formula(cleared))]  # fmt: skip
    if level is Level.BEGINNER and formula(expanded) != formula(cleared):
        lines.append(Message("Multiply out: {result}.", result=formula(expanded)))
    lines.append(Message("Everything with {letter} to the left, the rest to the right: {result}.",
                         letter=formula(name(letter)), result=formula(collected)))  # fmt: skip
    if formula(factored) != formula(collected):
        lines.append(Message("Take {letter} out: {result}.", letter=formula(name(letter)), result=formula(factored)))
    divisor = whole.coeff_monomial(y)
    if divisor != 1:
        result = formula(equals(name(letter), over(_joined(moved), tree(divisor))))
        lines.append(
            Message("Divide both sides by {divisor}: {result}.", divisor=formula(tree(divisor)), result=result)
        )
    return lines


def _joined(terms: list[object]) -> Node:
    nodes = [tree(term) for term in terms]
    return plus(*nodes) if nodes else tree(sympy.Integer(0))
