"""Polynomials in several letters by plain arithmetic of their coefficients, and how they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from maths.generating.writing import term, total

if TYPE_CHECKING:
    from fractions import Fraction

Polynomial: TypeAlias = "dict[tuple[int, ...], Fraction | int]"
"""Coefficients by the exponents of the letters, in the order of the letters."""


def linear(*coefficients: int) -> Polynomial:
    """`linear(2, -1, 5)` is 2x - y + 5: one coefficient a letter, then the number alone."""
    letters = len(coefficients) - 1
    found: Polynomial = {}
    for place, coefficient in enumerate(coefficients):
        if coefficient:
            found[tuple(int(k == place) for k in range(letters))] = coefficient
    return found


def times(*factors: Polynomial) -> Polynomial:
    product = factors[0]
    for factor in factors[1:]:
        longer: Polynomial = {}
        for first, a in product.items():
            for second, b in factor.items():
                powers = tuple(p + q for p, q in zip(first, second, strict=True))
                longer[powers] = longer.get(powers, 0) + a * b
        product = {powers: value for powers, value in longer.items() if value}
    return product


def plus(*summands: Polynomial) -> Polynomial:
    found: Polynomial = {}
    for summand in summands:
        for powers, value in summand.items():
            found[powers] = found.get(powers, 0) + value
    return {powers: value for powers, value in found.items() if value}


def typed(polynomial: Polynomial, letters: str = "xyz") -> str:
    """The highest degree first, then by the letters: `x^2 + 2*x*y + y^2 - 3`."""
    order = sorted(polynomial, key=lambda powers: (-sum(powers), tuple(-power for power in powers)))
    return total(term(polynomial[powers], _letters(powers, letters)) for powers in order)


def _letters(powers: tuple[int, ...], letters: str) -> str:
    written = (
        letter if power == 1 else f"{letter}^{power}" for letter, power in zip(letters, powers, strict=False) if power
    )
    return "*".join(written)
