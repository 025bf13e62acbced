"""What stands for different things in different books, and is refused before anything is calculated."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import sympy

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.settled import UndecidedError
from maths.families.write import formula, tree
from maths.message import Message
from maths.tree import Call, Name, Negative, Number, Percent, Power, Sum, names, walk

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node


def refuse_doubtful(body: Node, unknowns: frozenset[str] = frozenset()) -> None:
    """Refuse what stands for different things in different books; `unknowns` are letters, whatever they look like."""
    for part in walk(body):
        if isinstance(part, Power):
            _refuse_doubtful_power(part, unknowns)
        if isinstance(part, Call) and part.function == "log" and len(part.arguments) == 1:
            raise UndecidedError(Message("The base of the logarithm is not given: write ln(x) or log(x, 10)."))
        if isinstance(part, Sum) and len({isinstance(_bare(term), Percent) for term in part.terms}) > 1:
            raise UndecidedError(Message("A percentage of what? Adding a percentage to a number can mean two things."))
        if isinstance(part, Name) and part.full == "oo":
            raise UndecidedError(Message("Infinity is not a number to calculate with."))


def _refuse_doubtful_power(power: Power, unknowns: frozenset[str]) -> None:
    exponent = _exact_exponent(power.exponent)
    if exponent == 0 and names(power.base, unknowns):
        raise UndecidedError(
            Message("It contains {power}, and books do not agree on 0 to the power 0.", power=formula(power))
        )
    if exponent is None or exponent.q == 1 or exponent.q % 2 == 0 or names(power.base, unknowns):
        return
    if to_sympy(power.base).is_negative:
        real: Node = Call("root", (power.base, Number(Fraction(int(exponent.q)))))
        if exponent.p != 1:
            real = Power(real, tree(sympy.Integer(exponent.p)))
        raise UndecidedError(
            Message(
                "{power} has two meanings, the real root and the principal complex value. "
                "For the real root write {root}.",
                power=formula(power),
                root=formula(real),
            )
        )


def _exact_exponent(exponent: Node) -> Symbolic | None:
    """The exponent where it is a rational number, letters that drop out included."""
    if isinstance(exponent, Number):
        return sympy.Rational(exponent.value.numerator, exponent.value.denominator)
    try:
        value = to_sympy(exponent)
    except RefusedError:
        return None
    value = sympy.expand(value) if isinstance(value, sympy.Expr) else value
    return value if value.is_Rational else None


def _bare(node: Node) -> Node:
    return node.operand if isinstance(node, Negative) else node
