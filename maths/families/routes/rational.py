"""Rational functions of one unknown straight from the tree, in python-flint: the route without SymPy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flint import fmpq, fmpq_poly

from maths.bounds import TooLargeError, UndefinedError, UnsupportedError
from maths.message import Message
from maths.tree import Mixed, Name, Negative, Number, Percent, Power, Product, Quotient, Sum

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.tree import Node

MAX_DEGREE = 80  # of a polynomial equation: school never passes 10; flint factors this in milliseconds
MAX_COEFFICIENT_BITS = 4_000  # of any coefficient on the way


@dataclass(frozen=True, slots=True)
class Rational:
    """`numerator / denominator` as written, nothing cancelled; `divisors` are all things divided by on the way."""

    numerator: fmpq_poly
    denominator: fmpq_poly
    divisors: tuple[fmpq_poly, ...] = ()

    def __add__(self, other: Rational) -> Rational:
        if self.denominator == other.denominator:
            numerator, denominator = self.numerator + other.numerator, self.denominator
        else:
            numerator = self.numerator * other.denominator + other.numerator * self.denominator
            denominator = self.denominator * other.denominator
        return _bounded(Rational(numerator, denominator, self.divisors + other.divisors))

    def __mul__(self, other: Rational) -> Rational:
        product = Rational(
            self.numerator * other.numerator, self.denominator * other.denominator, self.divisors + other.divisors
        )
        return _bounded(product)

    def __neg__(self) -> Rational:
        return Rational(-self.numerator, self.denominator, self.divisors)

    def inverse(self) -> Rational:
        if self.numerator.degree() < 0:
            raise UndefinedError(Message("It divides by zero."))
        return Rational(self.denominator, self.numerator, (*self.divisors, self.numerator))


def quotient(value: Fraction) -> fmpq:
    """A Fraction as flint's own."""
    return fmpq(value.numerator, value.denominator)


def rational(node: Node, unknown: str) -> Rational:  # noqa: C901, PLR0911 - one line a kind of node
    """The tree as a rational function of the unknown. Raises UnsupportedError when it is none."""
    match node:
        case Number(value=value):
            return _constant(quotient(value))
        case Mixed(whole=whole, fraction=fraction):
            return _constant(quotient(whole + fraction if whole >= 0 else whole - fraction))
        case Percent(operand=operand):
            return rational(operand, unknown) * _constant(fmpq(1, 100))
        case Name() if node.full == unknown:
            return Rational(fmpq_poly([0, 1]), fmpq_poly([1]))
        case Negative(operand=operand):
            return -rational(operand, unknown)
        case Sum(terms=terms):
            return _total([rational(term, unknown) for term in terms])
        case Product(factors=factors):
            product = _constant(fmpq(1))
            for factor in factors:
                product = product * rational(factor, unknown)
            return product
        case Quotient(numerator=numerator, denominator=denominator):
            return rational(numerator, unknown) * rational(denominator, unknown).inverse()
        case Power(base=base, exponent=exponent):
            return _power(rational(base, unknown), _integer(exponent))
    raise UnsupportedError(Message("It is not a polynomial or a quotient of polynomials in the unknown."))


def _total(terms: list[Rational]) -> Rational:
    total = terms[0]
    for term in terms[1:]:
        total = total + term
    return total


def _constant(value: fmpq) -> Rational:
    return Rational(fmpq_poly([value]), fmpq_poly([1]))


def _integer(exponent: Node) -> int:
    sign = 1
    if isinstance(exponent, Negative):
        sign, exponent = -1, exponent.operand
    if isinstance(exponent, Number) and exponent.value.denominator == 1:
        return sign * int(exponent.value)
    raise UnsupportedError(Message("It is not a polynomial or a quotient of polynomials in the unknown."))


def _power(base: Rational, exponent: int) -> Rational:
    if exponent == 0 and base.numerator.degree() < 0:
        raise UndefinedError(Message("It contains 0 to the power 0, which has no value."))
    if exponent < 0:
        base = base.inverse()
    size = abs(exponent)
    if size * max(base.numerator.degree(), base.denominator.degree()) > MAX_DEGREE:
        raise TooLargeError(Message("Its degree is too high to be solved here."))
    if size * max(_bits(base.numerator), _bits(base.denominator)) > MAX_COEFFICIENT_BITS:
        raise TooLargeError(Message("Its numbers are too large to be solved here."))
    return Rational(base.numerator**size, base.denominator**size, base.divisors)


def _bits(polynomial: fmpq_poly) -> int:
    sizes = [int(c.p).bit_length() + int(c.q).bit_length() for c in polynomial.coeffs()]
    return max(sizes, default=0)


def _bounded(value: Rational) -> Rational:
    if max(value.numerator.degree(), value.denominator.degree()) > MAX_DEGREE:
        raise TooLargeError(Message("Its degree is too high to be solved here."))
    if max(_bits(value.numerator), _bits(value.denominator)) > MAX_COEFFICIENT_BITS:
        raise TooLargeError(Message("Its numbers are too large to be solved here."))
    return value
