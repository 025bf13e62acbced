"""The complex roots of a polynomial as balls, each with how often it occurs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flint import acb, fmpq_poly

    from maths.families.symbolic import Symbolic


def roots_of(poly: fmpq_poly) -> list[tuple[acb, int]]:
    """Isolated by python-flint: two different roots lie in balls that do not touch."""
    if poly.degree() < 1:
        return []
    pairs: Symbolic = (poly / poly.leading_coefficient()).numer().complex_roots()
    return [(root, int(times)) for root, times in pairs]


def distinct_real(poly: fmpq_poly) -> list[acb]:
    """The different real roots: a ball around a root that is not real does not meet the real line."""
    square_free = poly / poly.gcd(poly.derivative()) if poly.degree() > 0 else poly
    return [root for root, _ in roots_of(square_free) if root.imag.contains(0)]
