"""Polynomials to differentiate, integrate and put numbers into, in plain fractions; integrals as they are typed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from maths.generating.writing import shown
from maths.message import Formula

if TYPE_CHECKING:
    from collections.abc import Sequence

Coefficients: TypeAlias = "Sequence[Fraction | int]"


def power(base: str, exponent: int) -> str:
    """`x^3`, `x`, and nothing for the exponent 0: letters for `term`."""
    return base if exponent == 1 else f"{base}^{exponent}" if exponent else ""


def value(coefficients: Coefficients, at: Fraction | int) -> Fraction:
    """The polynomial at a number; the highest power comes first."""
    found = Fraction(0)
    for one in coefficients:
        found = found * at + one
    return found


def derivative(coefficients: Coefficients) -> list[Fraction | int]:
    degree = len(coefficients) - 1
    return [one * (degree - place) for place, one in enumerate(coefficients[:-1])]


def antiderivative(coefficients: Coefficients, constant: Fraction | int = 0) -> list[Fraction | int]:
    degree = len(coefficients)
    return [*(Fraction(one) / (degree - place) for place, one in enumerate(coefficients)), constant]


def between(coefficients: Coefficients, low: Fraction | int, high: Fraction | int) -> Fraction:
    """The definite integral."""
    whole = antiderivative(coefficients)
    return value(whole, high) - value(whole, low)


def integral(body: str, ends: tuple[str, str] | None = None, letter: str = "x") -> Formula:
    """`∫_0^2 (x^2) dx`: what `maths.decide` reads within a sentence."""
    bounds = f"_({ends[0]})^({ends[1]})" if ends else ""
    latex = shown(
        f"integrate({body}, {letter}, {ends[0]}, {ends[1]})" if ends else f"integrate({body}, {letter})"
    ).latex
    return Formula(f"∫{bounds} ({body}) d{letter}", latex)
