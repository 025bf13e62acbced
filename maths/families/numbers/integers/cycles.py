"""Remainders of numbers too large to write down, by following the powers of a base until they repeat."""

from __future__ import annotations

from math import factorial
from typing import TYPE_CHECKING

from maths.bounds import TooLargeError
from maths.families.numbers.integers.exactly import plain_value
from maths.families.settled import UndecidedError
from maths.message import Message
from maths.tree import Factorial, Negative, Power, Product, Sum

if TYPE_CHECKING:
    from maths.tree import Node

MAX_FOLLOWED = 1_000_000  # the longest way round that is followed: half a second's work at most


def residue_by_cycles(node: Node, modulus: int) -> int:  # noqa: C901 - a line a kind of node
    """Raises UndecidedError where the powers do not repeat soon enough."""
    if modulus > MAX_FOLLOWED:
        raise UndecidedError(Message("The number has too many digits to be worked out here."))
    match node:
        case Sum(terms=terms):
            return sum(residue_by_cycles(term, modulus) for term in terms) % modulus
        case Negative(operand=operand):
            return -residue_by_cycles(operand, modulus) % modulus
        case Product(factors=factors):
            product = 1
            for factor in factors:
                product = product * residue_by_cycles(factor, modulus) % modulus
            return product
        case Power(base=base, exponent=exponent):
            size = plain_value(exponent)
            if size.denominator != 1 or size < 0:
                raise UndecidedError(Message("That question is about whole numbers, and one of these is none."))
            return _power(residue_by_cycles(base, modulus), int(size), modulus)
        case Factorial(operand=operand):
            argument = plain_value(operand)
            return 0 if argument >= modulus else factorial(int(argument)) % modulus
    try:
        value = plain_value(node)
    except TooLargeError as error:
        raise UndecidedError(error.message) from error
    if value.denominator != 1:
        raise UndecidedError(Message("That question is about whole numbers, and one of these is none."))
    return int(value) % modulus


def _power(base: int, exponent: int, modulus: int) -> int:
    seen: dict[int, int] = {}
    powers: list[int] = []
    current = 1 % modulus
    while current not in seen:
        if len(powers) == exponent:
            return current
        seen[current] = len(powers)
        powers.append(current)
        current = current * base % modulus
    start = seen[current]
    return powers[start + (exponent - start) % (len(powers) - start)]
