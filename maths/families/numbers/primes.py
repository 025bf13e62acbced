"""Prime numbers, prime factors and divisors.

Routes: trial division (SymPy beyond a million million) against python-flint's factoring, which proves its primes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from flint import fmpz

from maths.families.numbers import primes_steps as steps
from maths.families.numbers.operands import whole
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula, listed
from maths.message import Message
from maths.tree import Truth

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node

Factors = list[tuple[int, int]]
_TRIED = 10**12  # numbers up to here are factored by trial division: a million candidates, some milliseconds
_ENUMERATED = 10**10  # numbers up to here have their divisors counted one by one
MAX_LISTED = 240  # divisors in an answer


@dataclass(frozen=True, slots=True)
class Prime:
    """Whether a number is prime, or whether it is composite."""

    number: Node
    composite: bool = False

    def settle(self, find: Callable[[int], Factors] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        value = whole(self.number, least=0)
        factors, method = _factored(value, find) if value > 1 else ([], Message("by the definition of a prime number"))
        prime = factors == [(value, 1)]
        answer = (value > 1 and not prime) if self.composite else prime
        return Settled(
            formula(Truth(answer)),
            method,
            lambda level: steps.teach_prime(value, factors, level, composite=self.composite),
        )


@dataclass(frozen=True, slots=True)
class PrimeFactors:
    """The distinct primes that divide a number; with `product`, the number as a product of powers of them."""

    number: Node
    product: bool = False

    def settle(self, find: Callable[[int], Factors] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        value = whole(self.number, least=2)
        factors, method = _factored(value, find)
        every = ", ".join(str(p) for p, n in factors for _ in range(n))
        if self.product:
            return Settled(
                formula(steps.powers(factors)),
                method,
                lambda level: steps.teach_factors(value, factors, level, product=True),
                form=lambda given: steps.unfinished(given, factors),
            )
        answer = listed(formula(number(p)) for p, _ in factors)
        return Settled(
            answer, method, lambda level: steps.teach_factors(value, factors, level, product=False), also=(every,)
        )


@dataclass(frozen=True, slots=True)
class Divisors:
    """All positive divisors, how many there are, or their sum: `wanted` is "list", "count" or "sum"."""

    number: Node
    wanted: str = "list"

    def settle(self, find: Callable[[int], list[int]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        value = whole(self.number, least=1)
        if value > _ENUMERATED:
            raise UndecidedError(Message("The number has too many digits to be worked out here."))
        found = (find or _divisors)(value)
        factors = _by_flint(value)
        if found != _products(factors):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        if self.wanted == "list" and len(found) > MAX_LISTED:
            raise UndecidedError(Message("There are too many divisors to write them all down."))
        answer = {
            "list": listed(formula(number(d)) for d in found),
            "count": formula(number(len(found))),
            "sum": formula(number(sum(found))),
        }[self.wanted]
        method = Message("every divisor found by trial, and again from the prime factors by python-flint")
        return Settled(answer, method, lambda level: steps.teach_divisors(value, found, factors, self.wanted, level))


def _factored(value: int, find: Callable[[int], Factors] | None) -> tuple[Factors, Message]:
    tried = value <= _TRIED
    first = (find or (steps.by_trial if tried else _by_sympy))(value)
    if first != _by_flint(value):
        raise UndecidedError(Message("The two ways of calculating it do not agree."))
    if tried:
        return first, Message("trial division up to the square root, and again by python-flint")
    return first, Message("factored by SymPy, and again by python-flint with another algorithm")


def _by_sympy(value: int) -> Factors:
    return sorted((int(p), int(n)) for p, n in sympy.factorint(value).items())


def _by_flint(value: int) -> Factors:
    return sorted((int(p), int(n)) for p, n in fmpz(value).factor())


def _divisors(value: int) -> list[int]:
    small = [d for d in range(1, int(sympy.integer_nthroot(value, 2)[0]) + 1) if value % d == 0]
    return small + [value // d for d in reversed(small) if d * d != value]


def _products(factors: Factors) -> list[int]:
    found = [1]
    for prime, times in factors:
        found = [d * prime**n for d in found for n in range(times + 1)]
    return sorted(found)
