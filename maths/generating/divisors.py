"""Whole numbers built from their prime factors, and their divisors by trying."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.generating.draw import Draw

SMALL_PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47)


def is_prime(number: int) -> bool:
    return number > 1 and all(number % divisor for divisor in range(2, int(number**0.5) + 1))


def divisors(number: int) -> list[int]:
    return [divisor for divisor in range(1, number + 1) if number % divisor == 0]


def product(factors: Mapping[int, int]) -> int:
    """`{2: 3, 5: 1}` is 40."""
    value = 1
    for prime, exponent in factors.items():
        value *= prime**exponent
    return value


def typed(factors: Mapping[int, int]) -> str:
    """`2^3*5`, rising."""
    return "*".join(f"{p}^{k}" if k > 1 else str(p) for p, k in sorted(factors.items()))


def factored(draw: Draw, many: int, most: int, high: int) -> dict[int, int]:
    """So many different primes up to `high`, with exponents to `most`, of which one at least is above 1."""
    primes = draw.some_of([prime for prime in SMALL_PRIMES if prime <= high], many)
    factors = {prime: draw.whole(1, most if prime <= 5 else 1) for prime in primes}  # noqa: PLR2004 - larger: once
    smallest = min(primes)
    if most > 1 and all(exponent == 1 for exponent in factors.values()):
        factors[smallest] = 2
    return factors
