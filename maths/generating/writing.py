"""Numbers and formulas as they are typed: text that `maths.read` reads and `maths.show` sets.

Nothing here calculates an answer; signs and ones are written as people write them.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.read import read
from maths.show import show_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maths.message import Formula


def shown(text: str) -> Formula:
    """Typed mathematics as a formula."""
    return show_tree(read(text))


def number(value: Fraction | int) -> str:
    """`3`, `-2/5`."""
    exact = Fraction(value)
    return str(exact.numerator) if exact.denominator == 1 else f"{exact.numerator}/{exact.denominator}"


def decimal(value: Fraction) -> str:
    """A decimal fraction with the places it needs; the value must have one."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = str(abs(int(value * 10**places))).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def term(coefficient: Fraction | int, letters: str) -> str:
    """`-x`, `3*x^2`, `5`; with no letters the number alone."""
    exact = Fraction(coefficient)
    if not letters:
        return number(exact)
    if abs(exact) == 1:
        return letters if exact > 0 else f"-{letters}"
    return f"{number(exact)}*{letters}" if exact.denominator == 1 else f"({number(exact)})*{letters}"


def total(terms: Iterable[str]) -> str:
    """Terms side by side with their signs: `3*x - 5`; `0` of none."""
    text = ""
    for one in terms:
        if not text:
            text = one
        elif one.startswith("-"):
            text += f" - {one[1:]}"
        else:
            text += f" + {one}"
    return text or "0"


def polynomial(coefficients: Sequence[Fraction | int], letter: str = "x") -> str:
    """The highest power first, zeros left out: `[1, 0, -3]` is `x^2 - 3`."""
    degree = len(coefficients) - 1
    powers = [letter if k == 1 else f"{letter}^{k}" if k else "" for k in range(degree, -1, -1)]
    return total(term(c, p) for c, p in zip(coefficients, powers, strict=True) if c)


def factor(root: Fraction | int, letter: str = "x") -> str:
    """`(x - 3)`, `(2*x + 1)`, `x`: what vanishes at the root."""
    exact = Fraction(root)
    if exact == 0:
        return letter
    return f"({polynomial([exact.denominator, -exact.numerator], letter)})"


def expanded(*factors: Sequence[Fraction | int]) -> list[Fraction | int]:
    """The coefficients of a product of polynomials, the highest power first."""
    product: list[Fraction | int] = [1]
    for one in factors:
        longer: list[Fraction | int] = [0] * (len(product) + len(one) - 1)
        for i, a in enumerate(product):
            for j, b in enumerate(one):
                longer[i + j] += a * b
        product = longer
    return product


def values(numbers: Iterable[Fraction | int]) -> str:
    """Several values, rising: `-2, 3`."""
    return ", ".join(number(value) for value in sorted({Fraction(n) for n in numbers}))
