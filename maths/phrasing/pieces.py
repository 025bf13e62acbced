r"""Functions defined piece by piece: the rows of `cases`, each a formula and when it holds."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.families.algebra.known import Rule
from maths.families.routes.rational import rational
from maths.families.settled import UndecidedError
from maths.families.terms import equals, fraction, substitute
from maths.families.terms import name as named
from maths.families.write import formula as shown
from maths.families.write import letter
from maths.message import Message
from maths.tree import Apply, Relation

if TYPE_CHECKING:
    from maths.tree import Node

ODD, EVEN, ELSE = "odd", "even", "otherwise"


@dataclass(frozen=True, slots=True)
class Piece:
    """`body` where `condition` holds: an inequality, `odd`, `even`, or `otherwise`."""

    body: Node
    condition: Relation | str


def chosen(pieces: tuple[Piece, ...], parameter: str, argument: Node) -> Node:
    """The one body for a number, put in. Raises UndecidedError where none holds, or several that differ."""
    return substitute(_holding(pieces, parameter, argument).body, parameter, argument)


def rule_for(pieces: tuple[Piece, ...], parameter: str, argument: Node) -> Rule:
    """The letter, the body that holds for a number, and its condition where that is an inequality."""
    piece = _holding(pieces, parameter, argument)
    return Rule(parameter, piece.body, piece.condition if isinstance(piece.condition, Relation) else None)


def _holding(pieces: tuple[Piece, ...], parameter: str, argument: Node) -> Piece:
    value = _value(argument)
    holding = [piece for piece in pieces if _holds(piece.condition, parameter, argument, value)]
    if not holding:
        holding = [piece for piece in pieces if piece.condition == ELSE]
    values = {_value(substitute(piece.body, parameter, argument)) for piece in holding}
    if len(values) != 1:
        raise UndecidedError(Message("It is not clear which of the cases holds."))
    return holding[0]


def _value(node: Node) -> Fraction:
    try:
        found = rational(node, "")
    except RefusedError as error:
        raise UndecidedError(Message("Cases are told apart only for rational numbers.")) from error
    return fraction(found.numerator[0]) / fraction(found.denominator[0])


def _holds(condition: Relation | str, parameter: str, argument: Node, value: Fraction) -> bool:
    if isinstance(condition, str):
        if condition == ELSE:
            return False
        if value.denominator != 1:
            raise UndecidedError(Message("Only whole numbers are odd or even."))
        return (value.numerator % 2 == 1) is (condition == ODD)
    sides = [_value(substitute(side, parameter, argument)) for side in condition.operands]
    compare = {"<": Fraction.__lt__, ">": Fraction.__gt__, "<=": Fraction.__le__, ">=": Fraction.__ge__,
               "=": Fraction.__eq__, "!=": Fraction.__ne__}  # fmt: skip
    return all(compare[sign](a, b) for sign, a, b in zip(condition.operators, sides, sides[1:], strict=False))


def told(name: str, parameter: str, pieces: tuple[Piece, ...]) -> tuple[Message, ...]:
    """What the statement gives, line by line."""
    lines = []
    for piece in pieces:
        given = shown(equals(Apply(name, (named(parameter),)), piece.body))
        if isinstance(piece.condition, Relation):
            lines.append(Message("{formula} where {condition}.", formula=given, condition=shown(piece.condition)))
        elif piece.condition == ODD:
            lines.append(Message("{formula} where {letter} is odd.", formula=given, letter=letter(parameter)))
        elif piece.condition == EVEN:
            lines.append(Message("{formula} where {letter} is even.", formula=given, letter=letter(parameter)))
        else:
            lines.append(Message("{formula} otherwise.", formula=given))
    return tuple(lines)
