"""Square roots of whole numbers in their shortest form, by plain integers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.generating.writing import term, total

if TYPE_CHECKING:
    from fractions import Fraction

SQUARE_FREE = (2, 3, 5, 6, 7, 10, 11, 13, 14, 15, 17, 19)


def taken_out(radicand: int) -> tuple[int, int]:
    """`(a, b)` with the radicand a·a·b and b free of squares; the radicand is positive."""
    outside, inside, candidate = 1, radicand, 2
    while candidate * candidate <= inside:
        while inside % (candidate * candidate) == 0:
            inside //= candidate * candidate
            outside *= candidate
        candidate += 1
    return outside, inside


def surd(coefficient: Fraction | int, radicand: int) -> str:
    """`3*sqrt(2)` of 1 and 18; `6` of 2 and 9."""
    outside, inside = taken_out(radicand)
    return term(coefficient * outside, "" if inside == 1 else f"sqrt({inside})")


def with_surd(rational: Fraction | int, coefficient: Fraction | int, radicand: int) -> str:
    """`2 - 3*sqrt(5)`; what is zero is left out."""
    parts = [term(rational, "")] if rational else []
    return total([*parts, surd(coefficient, radicand)] if coefficient else parts)
