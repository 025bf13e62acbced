"""Walking a tree with the numbers of python-flint: the part that every kind of number shares."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Generic, TypeVar

from flint import fmpq, fmpz

from maths.bounds import (
    MAX_BITS,
    MAX_FACTORIAL,
    TooLargeError,
    UndefinedError,
    UnsupportedError,
    factorial_bits,
)
from maths.message import Message
from maths.tree import (
    Based,
    Collection,
    Factorial,
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
    from maths.tree import Node

T = TypeVar("T")


def unsupported() -> UnsupportedError:
    return UnsupportedError(Message("This kind of formula has no single value."))


def too_large() -> TooLargeError:
    return TooLargeError(Message("This number is too large to work with."))


def by_zero() -> UndefinedError:
    return UndefinedError(Message("Division by zero."))


def zero_to_zero() -> UndefinedError:
    return UndefinedError(Message("0^0 has no value."))


class Domain(Generic[T]):
    """The four operations over some kind of number; a kind says how it adds, multiplies, divides and raises."""

    def __init__(self) -> None:
        self._bits = 0

    def value(self, node: Node) -> T:  # noqa: C901, PLR0911, PLR0912 - a line a kind of node
        match node:
            case Number(value=value):
                return self.rational(value)
            case Based(value=number):
                return self.rational(Fraction(number))
            case Mixed(whole=whole, fraction=fraction):
                return self.rational(whole + fraction)
            case Name():
                return self.name(node)
            case Sum(terms=terms):
                total = self.value(terms[0])
                for term in terms[1:]:
                    total = self.add(total, self.value(term))
                return total
            case Product(factors=factors):
                total = self.value(factors[0])
                for factor in factors[1:]:
                    total = self.multiply(total, self.value(factor))
                return total
            case Quotient(numerator=top, denominator=bottom):
                return self.divide(self.value(top), self.value(bottom))
            case Negative(operand=operand):
                return self.multiply(self.rational(Fraction(-1)), self.value(operand))
            case Percent(operand=operand):
                return self.divide(self.value(operand), self.rational(Fraction(100)))
            case Power(base=base, exponent=exponent):
                return self.power(base, exponent)
            case Factorial(operand=operand):
                return self.factorial(operand)
            case Collection(kind=Kind.LIST, items=(only,)):
                return self.value(only)
            case _:
                return self.other(node)

    def rational(self, value: Fraction) -> T:
        raise NotImplementedError

    def add(self, left: T, right: T) -> T:
        raise NotImplementedError

    def multiply(self, left: T, right: T) -> T:
        raise NotImplementedError

    def divide(self, top: T, bottom: T) -> T:
        raise NotImplementedError

    def name(self, name: Name) -> T:
        raise NotImplementedError

    def power(self, base: Node, exponent: Node) -> T:
        raise NotImplementedError

    def factorial(self, operand: Node) -> T:
        raise NotImplementedError

    def other(self, node: Node) -> T:
        """Every kind of node that has no line in `value`."""
        raise NotImplementedError

    def allow(self, bits: int) -> None:
        """Count the bits of powers and factorials together. Raises TooLargeError."""
        self._bits += bits
        if self._bits > MAX_BITS:
            raise too_large()

    def counted_factorial(self, argument: fmpq) -> Fraction:
        if argument.q != 1:
            raise unsupported()
        if argument < 0:
            raise UndefinedError(Message("The factorial of a negative number has no value."))
        if argument > MAX_FACTORIAL:
            raise too_large()
        self.allow(factorial_bits(int(argument.p)))
        return Fraction(int(fmpz.fac_ui(argument.p)))


def bits(value: fmpq) -> int:
    return int(max(abs(value.p).bit_length(), value.q.bit_length()))
