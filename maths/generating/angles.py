"""Exact values of sine, cosine and tangent from a table of the first quadrant, and sums of roots."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from maths.generating.surds import surd, taken_out
from maths.generating.writing import total

if TYPE_CHECKING:
    from collections.abc import Mapping

Roots: TypeAlias = "dict[int, Fraction]"
"""A sum of square roots: the rational factor of each by its radicand, 1 for the rational part."""

_HALF, _QUARTER, _THIRD = Fraction(1, 2), Fraction(1, 4), Fraction(1, 3)
_SINES: Mapping[int, Roots] = {
    0: {},
    15: {6: _QUARTER, 2: -_QUARTER},
    30: {1: _HALF},
    45: {2: _HALF},
    60: {3: _HALF},
    75: {6: _QUARTER, 2: _QUARTER},
    90: {1: Fraction(1)},
}
_TANGENTS: Mapping[int, Roots] = {0: {}, 30: {3: _THIRD}, 45: {1: Fraction(1)}, 60: {3: Fraction(1)}}


def value(function: str, degrees: int) -> Roots:
    """Of sin, cos or tan at a multiple of 15° (tan: where it has a value and the table knows it)."""
    if function == "cos":
        return value("sin", degrees + 90)
    turned = degrees % 360
    if function == "tan":
        return _TANGENTS[turned % 180] if turned % 180 < 90 else scaled(_TANGENTS[180 - turned % 180], -1)  # noqa: PLR2004 - degrees
    if turned >= 180:  # noqa: PLR2004 - degrees
        return scaled(value("sin", turned - 180), -1)
    return _SINES[min(turned, 180 - turned)]


def scaled(roots: Roots, factor: Fraction | int) -> Roots:
    return {radicand: factor * part for radicand, part in roots.items()}


def added(*several: Roots) -> Roots:
    found: Roots = {}
    for roots in several:
        for radicand, part in roots.items():
            found[radicand] = found.get(radicand, Fraction(0)) + part
    return {radicand: part for radicand, part in found.items() if part}


def multiplied(first: Roots, second: Roots) -> Roots:
    found: Roots = {}
    for a, p in first.items():
        for b, q in second.items():
            outside, inside = taken_out(a * b)
            found = added(found, {inside: outside * p * q})
    return found


def typed(roots: Roots) -> str:
    return total(surd(part, radicand) for radicand, part in sorted(roots.items()))
