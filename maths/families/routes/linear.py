"""Linear forms of several unknowns straight from the tree, in python-flint."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flint import fmpq

from maths.bounds import RefusedError, UndefinedError, UnsupportedError
from maths.families.routes.rational import MAX_COEFFICIENT_BITS, quotient
from maths.message import Message
from maths.tree import Collection, Kind, Mixed, Name, Negative, Number, Percent, Power, Product, Quotient, Sum

if TYPE_CHECKING:
    from maths.tree import Node, Relation


MAX_CONSTANT_POWER = 50  # of a number in a linear equation


@dataclass(frozen=True, slots=True)
class Linear:
    """`constant` plus each unknown times its coefficient; no coefficient is zero."""

    constant: fmpq
    coefficients: dict[str, fmpq] = field(default_factory=dict)

    def __add__(self, other: Linear) -> Linear:
        total = dict(self.coefficients)
        for unknown, coefficient in other.coefficients.items():
            total[unknown] = total.get(unknown, fmpq(0)) + coefficient
        return Linear(self.constant + other.constant, {u: c for u, c in total.items() if c != 0})

    def scaled(self, factor: fmpq) -> Linear:
        if factor == 0:
            return Linear(fmpq(0))
        scaled = Linear(self.constant * factor, {u: c * factor for u, c in self.coefficients.items()})
        if any(
            int(c.p).bit_length() + int(c.q).bit_length() > MAX_COEFFICIENT_BITS for c in scaled.coefficients.values()
        ):
            raise UnsupportedError(Message("Its numbers are too large to be solved here."))
        return scaled


def linear(node: Node) -> Linear:  # noqa: C901, PLR0911, PLR0912 - one line a kind of node
    """The tree as a linear form. Raises UnsupportedError when unknowns are multiplied or divided by."""
    match node:
        case Number(value=value):
            return Linear(quotient(value))
        case Mixed(whole=whole, fraction=part):
            return Linear(quotient(whole + part))
        case Name():
            return Linear(fmpq(0), {node.full: fmpq(1)})
        case Negative(operand=operand):
            return linear(operand).scaled(fmpq(-1))
        case Percent(operand=operand):
            return linear(operand).scaled(fmpq(1, 100))
        case Sum(terms=terms):
            total = Linear(fmpq(0))
            for term in terms:
                total = total + linear(term)
            return total
        case Product(factors=factors):
            product = Linear(fmpq(1))
            for factor in factors:
                product = _times(product, linear(factor))
            return product
        case Quotient(numerator=numerator, denominator=denominator):
            divisor = linear(denominator)
            if divisor.coefficients:
                raise _not_linear()
            if divisor.constant == 0:
                raise UndefinedError(Message("It divides by zero."))
            return linear(numerator).scaled(1 / divisor.constant)
        case Power(base=base, exponent=Number(value=exponent)) if (
            exponent.denominator == 1 and 0 < exponent <= MAX_CONSTANT_POWER
        ):
            found = linear(base)
            if found.coefficients and exponent > 1:
                raise _not_linear()
            return found if exponent == 1 else Linear(found.constant ** int(exponent))
        case Collection(kind=Kind.LIST, items=(item,)):
            return linear(item)
    raise _not_linear()


def _times(left: Linear, right: Linear) -> Linear:
    if left.coefficients and right.coefficients:
        raise _not_linear()
    return right.scaled(left.constant) if not left.coefficients else left.scaled(right.constant)


def _not_linear() -> UnsupportedError:
    return UnsupportedError(Message("Only systems of linear equations are decided yet."))


def is_linear(equation: Relation) -> bool:
    """Whether every side is linear in its letters."""
    try:
        for side in equation.operands:
            linear(side)
    except RefusedError:
        return False
    return True
