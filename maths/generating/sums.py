"""Calculations as they stand in school books: with × and ÷, and negative numbers in brackets."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.exercise import Made
from maths.generating.writing import decimal, number, shown
from maths.message import Formula, Message

if TYPE_CHECKING:
    from collections.abc import Iterable

_POWER = re.compile(r"\^(\d+)")
_MODULUS = re.compile(r"abs\(([^|]*?)\)(?![^(]*\))")


def calculation(text: str) -> Formula:
    """`3 + 4*5`: every `*` and `/` stays a sign between two numbers."""
    latex = _MODULUS.sub(r"\\left|\1\\right|", text)
    latex = _POWER.sub(r"^{\1}", latex)
    return Formula(text, latex.replace("*", r" \times ").replace("/", r" \div "))


def worked(text: str, value: Fraction | int) -> Made:
    """A calculation to be worked out, in whole numbers or decimals, and its value."""
    return Made(Message("Calculate {expression}.", expression=calculation(text)), _typed(value))


def signed(value: Fraction | int) -> str:
    """`(-3)`, `3`: how a number stands behind another sign."""
    typed = _typed(value)
    return f"({typed})" if value < 0 else typed


def figure(value: Fraction | int) -> Formula:
    """A number alone: a decimal where the value is one, else a fraction."""
    return shown(_typed(value))


def listed(values: Iterable[Fraction | int]) -> Formula:
    """Several numbers in the order given, with commas between."""
    return shown(", ".join(_typed(value) for value in values))


def joined(values: Iterable[Fraction | int]) -> str:
    """The same as an answer is typed."""
    return ", ".join(_typed(value) for value in values)


def _typed(value: Fraction | int) -> str:
    """A decimal where the value is one, else a fraction."""
    exact = Fraction(value)
    rest = exact.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return decimal(exact) if rest == 1 else number(exact)
