"""A linear inequality: terms are moved as in an equation, and a negative divisor turns the sign round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.families.routes.linear import linear
from maths.families.terms import fraction, number, plus, term
from maths.families.write import formula
from maths.message import Message
from maths.tree import Relation
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from maths.families.equations.real_solved import SolvedReal
    from maths.tree import Node

_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_SIDES = 2


def linear_sides(solved: SolvedReal, *, equations: bool = False) -> tuple[tuple[Fraction, Fraction], ...] | None:
    """Of `ax + b < cx + d` the pairs (a, b) and (c, d) where a is not c; None for other statements."""
    relation = solved.relation
    if len(relation.operands) != _SIDES or relation.operators[0] not in _TURNED | ({"=": "="} if equations else {}):
        return None
    try:
        forms = [linear(side) for side in relation.operands]
    except RefusedError:
        return None
    if any(set(form.coefficients) - {solved.unknown} for form in forms):
        return None
    sides = tuple((fraction(form.coefficients.get(solved.unknown, 0)), fraction(form.constant)) for form in forms)
    return sides if sides[0][0] != sides[1][0] else None


def linear_approach(level: Level) -> Message:
    match level:
        case Level.BEGINNER:
            return Message(
                "Do the same on both sides, as with an equation, until the unknown stands alone. One thing is "
                "different: multiplying or dividing by a negative number turns the inequality sign round."
            )
        case Level.INTERMEDIATE:
            return Message("Isolate the unknown; dividing by a negative number reverses the sign.")
        case _:
            return Message("Order axioms: adding keeps the order, a negative factor reverses it.")


def linear_steps(solved: SolvedReal, sides: tuple[tuple[Fraction, Fraction], ...], level: Level) -> list[Message]:
    (operator,) = solved.relation.operators
    (a, b), (c, d) = sides
    simple = _relation(solved.unknown, sides, operator)
    kept = ((a - c, fraction(0)), (fraction(0), d - b))
    isolated = _relation(solved.unknown, kept, operator)
    lines: list[Message] = []
    if level is Level.BEGINNER:
        if _signature(simple) != _signature(solved.relation):
            lines.append(Message("Work out each side: {result}.", result=formula(simple)))
        moved = ((a - c, b), (fraction(0), d))
        lines += _taken(c, term(abs(c), solved.unknown, 1), _relation(solved.unknown, moved, operator))
        lines += _taken(b, number(abs(b)), isolated)
    elif isolated != solved.relation:
        lines.append(Message("The unknown on the left, the numbers on the right: {result}.", result=formula(isolated)))
    if a - c != 1:
        lines += _divided(solved.unknown, a - c, (d - b) / (a - c), operator, level)
    return lines


def _signature(relation: Relation) -> str:
    return formula(relation).typed


def _relation(unknown: str, sides: tuple[tuple[Fraction, Fraction], ...], operator: str) -> Relation:
    return Relation(tuple(_side(unknown, *side) for side in sides), (operator,))


def _side(unknown: str, coefficient: Fraction, constant: Fraction) -> Node:
    parts = [*([term(coefficient, unknown, 1)] if coefficient else []), *([number(constant)] if constant else [])]
    return plus(*parts) if parts else number(0)


def _taken(amount: Fraction, shown: Node, result: Relation) -> Iterator[Message]:
    """What stands on a side, taken away from both."""
    if amount > 0:
        yield Message("Subtract {what} from both sides: {result}.", what=formula(shown), result=formula(result))
    elif amount < 0:
        yield Message("Add {what} to both sides: {result}.", what=formula(shown), result=formula(result))


def _divided(unknown: str, divisor: Fraction, bound: Fraction, operator: str, level: Level) -> Iterator[Message]:
    turned = divisor < 0 and operator != "="
    result = Relation((term(1, unknown, 1), number(bound)), (_TURNED[operator] if turned else operator,))
    by_inverse = abs(divisor.numerator) == 1 and divisor.denominator != 1
    shown = formula(number(1 / divisor if by_inverse else divisor))
    if turned and by_inverse:
        yield Message(
            "Multiply both sides by {factor}. That is a negative number, so the sign turns round: {result}.",
            factor=shown, result=formula(result),
        )  # fmt: skip
    elif turned:
        yield Message(
            "Divide both sides by {divisor}. That is a negative number, so the sign turns round: {result}.",
            divisor=shown, result=formula(result),
        )  # fmt: skip
    elif by_inverse:
        yield Message("Multiply both sides by {factor}: {result}.", factor=shown, result=formula(result))
    else:
        yield Message("Divide both sides by {divisor}: {result}.", divisor=shown, result=formula(result))
    if turned and level is Level.BEGINNER:
        yield Message("Why it turns: {small} is true, but with the opposite signs it is {large}.",
                      small=formula(Relation((number(1), number(2)), ("<",))),
                      large=formula(Relation((number(-1), number(-2)), (">",))))  # fmt: skip
