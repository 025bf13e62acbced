"""Round numbers along an axis, and how they are written."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, log10, pi
from typing import NamedTuple

_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_TURNS = (Fraction(1, 12), Fraction(1, 6), Fraction(1, 4), Fraction(1, 2), Fraction(1), Fraction(2), Fraction(4),
          Fraction(5), Fraction(10), Fraction(20), Fraction(50), Fraction(100))  # fmt: skip
_LONG, _SHORT = 1e5, 1e-3  # beyond these, powers of ten


class Tick(NamedTuple):
    place: float
    label: str


def ticks(low: float, high: float, most: int, *, turns: bool = False) -> list[Tick]:
    """At most about so many, at multiples of 1, 2 or 5 times a power of ten, or of simple parts of π."""
    if turns:
        step = next((turn for turn in _TURNS if (high - low) / (float(turn) * pi) <= most), None)
        if step is not None and (high - low) / (float(step) * pi) >= 2:  # noqa: PLR2004 - at least two to be seen
            first, last = ceil(low / (float(step) * pi) - 1e-6), floor(high / (float(step) * pi) + 1e-6)
            return [Tick(float(step * k) * pi, _turned(step * k)) for k in range(first, last + 1)]
    size = _step(high - low, most)
    digits = max(0, -floor(log10(size) + 1e-9))
    first, last = ceil(low / size - 1e-6), floor(high / size + 1e-6)
    return [Tick(k * size, written(k * size, digits)) for k in range(first, last + 1)]


def _step(span: float, most: int) -> float:
    rough = span / most
    power = 10.0 ** floor(log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * (1 - 1e-9))


def written(value: float, digits: int) -> str:
    if abs(value) < 10.0 ** -(digits + 6):
        return "0"
    if abs(value) >= _LONG or digits > 3:  # noqa: PLR2004
        mantissa, exponent = f"{value:.3e}".split("e")
        text = mantissa.rstrip("0").rstrip(".")
        raised = f"10{str(int(exponent)).translate(_RAISED)}"
        return (raised if text == "1" else f"−{raised}" if text == "-1" else f"{text}×{raised}").replace("-", "−")
    text = f"{value:.{digits}f}"
    return (text.rstrip("0").rstrip(".") if digits else text).replace("-", "−")


def _turned(share: Fraction) -> str:
    if share == 0:
        return "0"
    sign = "−" if share < 0 else ""
    top = "" if abs(share.numerator) == 1 else str(abs(share.numerator))
    return f"{sign}{top}π" + (f"/{share.denominator}" if share.denominator > 1 else "")
