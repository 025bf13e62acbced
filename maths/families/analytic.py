"""A tree as an analytic function of one complex variable, for rigorous quadrature with python-flint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flint import acb, fmpq

from maths.bounds import UnsupportedError
from maths.message import Message
from maths.tree import Call, Collection, Degrees, Kind, Mixed, Name, Negative, Number, Percent, Power, Product, Quotient, Sum

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node


def integral(body: Node, variable: str, lower: acb, upper: acb) -> acb:
    """A ball that holds the integral; not finite where the function is not seen to be analytic."""

    def integrand(point: acb, analytic: bool) -> acb:  # noqa: FBT001 - the callback flint asks for
        return _value(body, variable, point, analytic)

    return acb.integral(integrand, lower, upper, eval_limit=20_000)


def _value(node: Node, variable: str, point: acb, analytic: bool) -> acb:  # noqa: C901, FBT001, PLR0911, PLR0912
    def at(part: Node) -> acb:
        return _value(part, variable, point, analytic)

    match node:
        case Number(value=value):
            return acb(fmpq(value.numerator, value.denominator))
        case Mixed(whole=whole, fraction=part):
            return acb(fmpq(whole * part.denominator + part.numerator, part.denominator))
        case Name():
            return _name(node.full, variable, point)
        case Negative(operand=operand):
            return -at(operand)
        case Sum(terms=terms):
            return sum((at(term) for term in terms), acb(0))
        case Product(factors=factors):
            product = acb(1)
            for factor in factors:
                product *= at(factor)
            return product
        case Quotient(numerator=numerator, denominator=denominator):
            return at(numerator) / at(denominator)
        case Power(base=base, exponent=exponent):
            return _power(at(base), at(exponent), analytic)
        case Percent(operand=operand):
            return at(operand) / 100
        case Degrees(operand=operand):
            return at(operand) * acb.pi() / 180
        case Collection(kind=Kind.LIST, items=(item,)):
            return at(item)
        case Call(function=function, arguments=(argument,)) if function in _ENTIRE:
            return _ENTIRE[function](at(argument))
        case Call(function=function, arguments=(argument,)) if function in _CUT:
            return _CUT[function](at(argument), analytic)
    raise UnsupportedError(Message("This kind of function is not integrated numerically here."))


def _name(full: str, variable: str, point: acb) -> acb:
    if full == variable:
        return point
    match full:
        case "pi":
            return acb.pi()
        case "e":
            return acb(1).exp()
    raise UnsupportedError(Message("The value of {name} is not given.", name=full))


def _power(base: acb, exponent: acb, analytic: bool) -> acb:  # noqa: FBT001
    whole = exponent.unique_fmpz() if exponent.is_exact() else None
    if whole is not None:
        return base**whole
    if exponent == acb(fmpq(1, 2)):
        return base.sqrt(analytic=analytic)
    return base.pow(exponent, analytic=analytic)


_ENTIRE: dict[str, Callable[[acb], acb]] = {
    "sin": lambda z: z.sin(),
    "cos": lambda z: z.cos(),
    "tan": lambda z: z.tan(),
    "cot": lambda z: z.cot(),
    "sec": lambda z: z.sec(),
    "csc": lambda z: z.csc(),
    "sinh": lambda z: z.sinh(),
    "cosh": lambda z: z.cosh(),
    "tanh": lambda z: z.tanh(),
    "exp": lambda z: z.exp(),
}
_CUT: dict[str, Callable[[acb, bool], acb]] = {
    "sqrt": lambda z, analytic: z.sqrt(analytic=analytic),
    "ln": lambda z, analytic: z.log(analytic=analytic),
    "abs": lambda z, analytic: z.real_abs(analytic=analytic),
    "atan": lambda z, analytic: z.atan() if not analytic or _away_from_cut(z) else acb("nan"),
}


def _away_from_cut(z: acb) -> bool:
    """Whether a box is far from the cuts of the arctangent on the imaginary axis."""
    return bool(abs(z.imag) < 1) or not z.real.contains(0)
