"""The exact value of a formula in plain Python integers and fractions: the other engine beside python-flint."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, comb, factorial, floor, gcd, isqrt, lcm
from typing import TYPE_CHECKING

from maths.bounds import MAX_BITS, MAX_FACTORIAL, UndefinedError, UnsupportedError, factorial_bits
from maths.engines.flint_domain import by_zero, too_large, unsupported, zero_to_zero
from maths.message import Message
from maths.tree import (
    Based,
    Call,
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
    from collections.abc import Mapping

    from maths.tree import Node

__all__ = ["plain_value", "residue"]


def plain_value(node: Node, values: Mapping[str, int] | None = None) -> Fraction:  # noqa: C901, PLR0911, PLR0912 - a line a kind of node
    """Raises UnsupportedError where it is not rational, UndefinedError, TooLargeError."""

    def of(part: Node) -> Fraction:
        return plain_value(part, values)

    match node:
        case Number(value=value):
            return value
        case Based(value=number):
            return Fraction(number)
        case Mixed(whole=whole, fraction=fraction):
            return whole + fraction if whole >= 0 else whole - fraction
        case Name() if values and node.full in values:
            return Fraction(values[node.full])
        case Negative(operand=operand):
            return -of(operand)
        case Percent(operand=operand):
            return of(operand) / 100
        case Sum(terms=terms):
            return sum(map(of, terms), Fraction(0))
        case Product(factors=factors):
            product = Fraction(1)
            for factor in factors:
                product *= of(factor)
            return product
        case Quotient(numerator=top, denominator=bottom):
            below = of(bottom)
            if below == 0:
                raise by_zero()
            return of(top) / below
        case Power(base=base, exponent=exponent):
            return _raised(of(base), of(exponent))
        case Factorial(operand=operand):
            return Fraction(_factorial(of(operand)))
        case Collection(kind=Kind.LIST, items=(only,)):
            return of(only)
        case Call(function=function, arguments=arguments):
            return _called(function, [of(argument) for argument in arguments])
        case _:
            raise unsupported()


def _raised(base: Fraction, exponent: Fraction) -> Fraction:
    if exponent.denominator != 1:
        raise unsupported()
    size = abs(exponent.numerator)
    if base == 0 and exponent <= 0:
        raise by_zero() if exponent else zero_to_zero()
    if max(abs(base.numerator).bit_length(), base.denominator.bit_length()) * size > MAX_BITS and abs(base) != 1:
        raise too_large()
    return base ** (exponent.numerator if abs(base) != 1 else exponent.numerator % 2)


def _factorial(argument: Fraction) -> int:
    if argument.denominator != 1:
        raise unsupported()
    if argument < 0:
        raise UndefinedError(Message("The factorial of a negative number has no value."))
    if argument > MAX_FACTORIAL or factorial_bits(int(argument)) > MAX_BITS:
        raise too_large()
    return factorial(int(argument))


def _called(function: str, values: list[Fraction]) -> Fraction:  # noqa: PLR0911 - a line a function
    whole = all(value.denominator == 1 for value in values)
    match function, values:
        case "abs", [value]:
            return abs(value)
        case "floor", [value]:
            return Fraction(floor(value))
        case "ceil", [value]:
            return Fraction(ceil(value))
        case "mod", [value, divisor] if divisor > 0:
            return value % divisor
        case "gcd", _ if whole:
            return Fraction(gcd(*(value.numerator for value in values)))
        case "lcm", _ if whole:
            return Fraction(lcm(*(value.numerator for value in values)))
        case (("min" | "max"), _):
            return min(values) if function == "min" else max(values)
        case "binomial", [n, k] if whole and 0 <= k <= n <= MAX_FACTORIAL:
            return Fraction(comb(n.numerator, k.numerator))
        case "sqrt", [value] if value >= 0 and _is_square(value):
            return Fraction(isqrt(value.numerator), isqrt(value.denominator))
    raise unsupported()


def _is_square(value: Fraction) -> bool:
    return isqrt(value.numerator) ** 2 == value.numerator and isqrt(value.denominator) ** 2 == value.denominator


def residue(node: Node, modulus: int) -> int:  # noqa: C901, PLR0911 - a line a kind of node
    """The remainder of a whole number, worked out modulo `modulus` at every step. Raises UnsupportedError."""
    match node:
        case Number(value=value) if value.denominator == 1:
            return value.numerator % modulus
        case Based(value=number):
            return number % modulus
        case Negative(operand=operand):
            return -residue(operand, modulus) % modulus
        case Sum(terms=terms):
            return sum(residue(term, modulus) for term in terms) % modulus
        case Product(factors=factors):
            product = 1
            for factor in factors:
                product = product * residue(factor, modulus) % modulus
            return product % modulus
        case Power(base=base, exponent=exponent):
            return _residue_of_power(base, exponent, modulus)
        case Factorial(operand=operand):
            return _residue_of_factorial(plain_value(operand), modulus)
        case Collection(kind=Kind.LIST, items=(only,)):
            return residue(only, modulus)
        case _:
            value = plain_value(node)
            if value.denominator != 1:
                raise UnsupportedError(Message("That question is about whole numbers, and one of these is none."))
            return value.numerator % modulus


def _residue_of_power(base: Node, exponent: Node, modulus: int) -> int:
    size = plain_value(exponent)
    if size.denominator != 1 or size < 0:
        raise UnsupportedError(Message("That question is about whole numbers, and one of these is none."))
    if size == 0 and plain_value(base) == 0:
        raise zero_to_zero()
    return pow(residue(base, modulus), size.numerator, modulus)


def _residue_of_factorial(argument: Fraction, modulus: int) -> int:
    if argument.denominator != 1 or argument < 0:
        raise unsupported()
    if argument >= modulus:
        return 0
    if argument > MAX_FACTORIAL:
        raise too_large()
    product = 1
    for factor in range(1, int(argument) + 1):
        product = product * factor % modulus
    return product % modulus
