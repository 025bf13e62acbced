"""A tree as an analytic function of one complex variable, for rigorous quadrature with python-flint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flint import acb, fmpq

from maths.bounds import UnsupportedError
from maths.message import Message
from maths.tree import (
    Call,
    Collection,
    Degrees,
    Kind,
    Mixed,
    Name,
    Negative,
    Number,
    Percent,
    Power,
    Product,
    Quotient,
    Sum,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node

MAX_EVALUATIONS = 20_000  # of the function: 0.2 s


def integral(body: Node, variable: str, lower: acb, upper: acb) -> acb:
    """A ball that holds the integral; not finite where the function is not seen to be analytic.

    Raises UnsupportedError for functions it does not know.
    """
    _Integrand(variable, (lower + upper) / 2, analytic=False).value(body)  # what raises must not raise inside flint

    def integrand(point: acb, analytic: bool) -> acb:  # noqa: FBT001 - the callback flint asks for
        return _Integrand(variable, point, analytic=analytic).value(body)

    found: acb = acb.integral(integrand, lower, upper, eval_limit=MAX_EVALUATIONS)
    return found


class _Integrand:
    """The function at a point or on a box; with `analytic` not finite where it is not surely analytic there."""

    def __init__(self, variable: str, point: acb, *, analytic: bool) -> None:
        self._variable = variable
        self._point = point
        self._analytic = analytic

    def value(self, node: Node) -> acb:  # noqa: C901, PLR0911, PLR0912 - one line a kind of node
        match node:
            case Number(value=value):
                return acb(fmpq(value.numerator, value.denominator))
            case Mixed(whole=whole, fraction=part):
                return acb(fmpq(whole * part.denominator + part.numerator, part.denominator))
            case Name():
                return self._name(node.full)
            case Negative(operand=operand):
                return -self.value(operand)
            case Sum(terms=terms):
                return sum((self.value(term) for term in terms), acb(0))
            case Product(factors=factors):
                product = acb(1)
                for factor in factors:
                    product *= self.value(factor)
                return product
            case Quotient(numerator=numerator, denominator=denominator):
                return self.value(numerator) / self.value(denominator)
            case Power(base=base, exponent=exponent):
                return self._power(self.value(base), self.value(exponent))
            case Percent(operand=operand):
                return self.value(operand) / 100
            case Degrees(operand=operand):
                return self.value(operand) * acb.pi() / 180
            case Collection(kind=Kind.LIST, items=(item,)):
                return self.value(item)
            case Call(function=function, arguments=(argument,)) if function in _FUNCTIONS:
                return _FUNCTIONS[function](self.value(argument), self._analytic)
            case _:
                raise UnsupportedError(Message("This kind of function is not integrated numerically here."))

    def _name(self, full: str) -> acb:
        if full == self._variable:
            return self._point
        match full:
            case "pi":
                return acb.pi()
            case "e":
                return acb(1).exp()
        raise UnsupportedError(Message("The value of {name} is not given.", name=full))

    def _power(self, base: acb, exponent: acb) -> acb:
        whole = exponent.unique_fmpz() if exponent.is_exact() else None
        if whole is not None:
            return base**whole
        if exponent == acb(fmpq(1, 2)):
            return base.sqrt(analytic=self._analytic)
        return base.pow(exponent, analytic=self._analytic)


_FUNCTIONS: dict[str, Callable[[acb, bool], acb]] = {
    "sin": lambda z, _: z.sin(),
    "cos": lambda z, _: z.cos(),
    "tan": lambda z, _: z.tan(),
    "cot": lambda z, _: z.cot(),
    "sec": lambda z, _: z.sec(),
    "csc": lambda z, _: z.csc(),
    "sinh": lambda z, _: z.sinh(),
    "cosh": lambda z, _: z.cosh(),
    "tanh": lambda z, _: z.tanh(),
    "exp": lambda z, _: z.exp(),
    "sqrt": lambda z, analytic: z.sqrt(analytic=analytic),
    "ln": lambda z, analytic: z.log(analytic=analytic),
    "abs": lambda z, analytic: z.real_abs(analytic=analytic),
    "atan": lambda z, analytic: z.atan() if not analytic or _away_from_cut(z) else acb("nan"),
}


def _away_from_cut(z: acb) -> bool:
    """Whether a box is far from the cuts of the arctangent on the imaginary axis."""
    return bool(abs(z.imag) < 1) or not z.real.contains(0)
