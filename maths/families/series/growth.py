"""How fast the terms of a series grow: `n!^a * c^n * n^d * (ln n)^l`, signs apart, straight from the tree.

Only functions that are, from some place on, never zero and monotonic are read, so the leading behaviour decides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from flint import arb, fmpq

from maths.bounds import UnsupportedError
from maths.engines.flint_form import to_fmpq
from maths.families.routes.ball import number
from maths.families.terms import fraction
from maths.message import Message
from maths.tree import Call, Factorial, Name, Negative, Number, Power, Product, Quotient, Sum, names

if TYPE_CHECKING:
    from maths.tree import Node

_LIKE_POWERS = (Fraction(0), 0)


@dataclass(frozen=True, slots=True)
class Growth:
    """`base` and `natural`: the term holds base^n * e^(natural*n); `coefficient` of the leading part, None if unknown.

    `alternating`: a factor (-1)^n; `bounded`: a sine or cosine is a factor, so this is only an upper bound.
    """

    factorial: Fraction = Fraction(0)
    base: Fraction = Fraction(1)
    natural: Fraction = Fraction(0)
    power: Fraction = Fraction(0)
    logarithm: Fraction = Fraction(0)
    coefficient: Fraction | None = Fraction(1)
    alternating: bool = False
    bounded: bool = False

    def exponential(self) -> int:
        """The sign of ln(base) + natural."""
        if self.natural == 0:
            return (self.base > 1) - (self.base < 1)
        value = arb(fmpq(self.base.numerator, self.base.denominator)).log() + arb(
            fmpq(self.natural.numerator, self.natural.denominator)
        )
        if value.contains(0):
            raise _unsupported()
        return 1 if value > 0 else -1

    def order(self) -> tuple[Fraction, int]:
        return self.factorial, self.exponential()

    def is_summable(self) -> bool:
        """Whether the sum of the absolute values converges."""
        if self.factorial != 0:
            return self.factorial < 0
        if self.exponential() != 0:
            return self.exponential() < 0
        if self.power != -1:
            return self.power < -1
        return self.logarithm < -1

    def vanishes(self) -> bool:
        """Whether the terms tend to zero."""
        if self.factorial != 0:
            return self.factorial < 0
        if self.exponential() != 0:
            return self.exponential() < 0
        return self.power < 0 or (self.power == 0 and self.logarithm < 0)

    def times(self, other: Growth) -> Growth:
        known = self.coefficient is not None and other.coefficient is not None
        return Growth(
            self.factorial + other.factorial,
            self.base * other.base,
            self.natural + other.natural,
            self.power + other.power,
            self.logarithm + other.logarithm,
            self.coefficient * other.coefficient if known else None,  # type: ignore[operator]
            self.alternating != other.alternating,
            self.bounded or other.bounded,
        )

    def raised(self, exponent: Fraction) -> Growth:
        if self.bounded and exponent < 0:
            raise _unsupported()
        whole = exponent.denominator == 1
        if self.alternating and not whole:
            raise _unsupported()
        if self.coefficient is not None and self.coefficient < 0 and not whole:
            raise _unsupported()
        base = self.base ** int(exponent) if whole else self.base
        if not whole and self.base != 1:
            raise _unsupported()
        kept = self.coefficient ** int(exponent) if whole and self.coefficient is not None else None
        return Growth(
            self.factorial * exponent,
            base,
            self.natural * exponent,
            self.power * exponent,
            self.logarithm * exponent,
            kept,
            self.alternating and int(exponent) % 2 == 1,
            self.bounded,
        )


def growth(node: Node, letter: str) -> Growth:  # noqa: C901, PLR0911, PLR0912 - one line a kind of node
    """The leading behaviour as the letter grows. Raises UnsupportedError where it is not read off."""
    if letter not in names(node, frozenset({letter})):
        return _constant(node)
    match node:
        case Name():
            return Growth(power=Fraction(1))
        case Negative(operand=operand):
            found = growth(operand, letter)
            return replace(found, coefficient=-found.coefficient if found.coefficient is not None else None)
        case Product(factors=factors):
            total = Growth()
            for factor in factors:
                total = total.times(growth(factor, letter))
            return total
        case Quotient(numerator=above, denominator=below):
            return growth(above, letter).times(growth(below, letter).raised(Fraction(-1)))
        case Sum(terms=terms):
            return _sum([growth(term, letter) for term in terms])
        case Power(base=base, exponent=exponent):
            return _power(base, exponent, letter)
        case Factorial(operand=Name()):
            return Growth(factorial=Fraction(1))
        case Call(function="sqrt", arguments=(inside,)):
            return growth(inside, letter).raised(Fraction(1, 2))
        case Call(function="ln" | "log", arguments=(inside,)):
            return _logarithm(growth(inside, letter))
        case Call(function="sin" | "cos", arguments=(_,)):
            return Growth(coefficient=None, bounded=True)
        case Call(function="atan", arguments=(inside,)):
            found = growth(inside, letter)
            if found.power > 0 and found.order() == _LIKE_POWERS and not found.alternating and not found.bounded:
                return Growth(coefficient=None)
    raise _unsupported()


def _constant(node: Node) -> Growth:
    try:
        value = fraction(to_fmpq(node))
    except UnsupportedError:
        return _irrational(node)
    if value == 0:
        raise _unsupported()
    return Growth(coefficient=value)


def _irrational(node: Node) -> Growth:
    """A constant that is not zero, its sign not needed where nothing is added to it."""
    value = number(node, {})
    if value.contains(0) or not value.imag.contains(0):
        raise _unsupported()
    return Growth(coefficient=None)


def _sum(parts: list[Growth]) -> Growth:
    """The fastest part; parts as fast must add up to something that is not zero, and be of one sign pattern."""
    if any(part.bounded for part in parts):
        raise _unsupported()
    best = [parts[0]]
    for part in parts[1:]:
        compared = _compare(part, best[0])
        best = [part] if compared > 0 else [*best, part] if compared == 0 else best
    if len(best) == 1:
        return best[0]
    if any(part.alternating != best[0].alternating or part.coefficient is None for part in best):
        raise _unsupported()
    total = sum((part.coefficient for part in best if part.coefficient is not None), Fraction(0))
    if total == 0:
        raise _unsupported()
    return replace(best[0], coefficient=total)


def _compare(left: Growth, right: Growth) -> int:
    """Which one grows faster."""
    if left.factorial != right.factorial:
        return 1 if left.factorial > right.factorial else -1
    ratio = Growth(base=left.base / right.base, natural=left.natural - right.natural).exponential()
    if ratio:
        return ratio
    one, other = (left.power, left.logarithm), (right.power, right.logarithm)
    return (one > other) - (one < other)


def _logarithm(inside: Growth) -> Growth:
    """Ln of what grows like a power."""
    if (
        inside.order() != _LIKE_POWERS
        or inside.power <= 0
        or inside.alternating
        or inside.bounded
        or inside.logarithm != 0
    ):
        raise _unsupported()
    if inside.coefficient is not None and inside.coefficient < 0:
        raise _unsupported()
    return Growth(logarithm=Fraction(1), coefficient=None)


def _power(base: Node, exponent: Node, letter: str) -> Growth:
    if letter not in names(exponent, frozenset({letter})):
        return growth(base, letter).raised(fraction(to_fmpq(exponent)))
    slope, start = _linear(exponent, letter)
    if letter not in names(base, frozenset({letter})):
        return _exponential(base, slope, start)
    if isinstance(base, Name) and slope.denominator == 1:
        # n^(s*n + t): n^n is n! * e^n, up to a power of n that Stirling's formula gives
        return Growth(factorial=slope, natural=slope, power=start - slope / 2, coefficient=None)
    raise _unsupported()


def _exponential(base: Node, slope: Fraction, start: Fraction) -> Growth:
    if base == Name("e"):
        return Growth(natural=slope, coefficient=None)
    value = fraction(to_fmpq(base))
    if value == 0 or slope.denominator != 1 or start.denominator != 1:
        raise _unsupported()
    negative = value < 0 and int(slope) % 2 == 1
    sign = -1 if value < 0 and int(start) % 2 else 1
    size = abs(value)
    return Growth(base=size ** int(slope), coefficient=sign * size ** int(start), alternating=negative)


def _linear(node: Node, letter: str) -> tuple[Fraction, Fraction]:
    zero, one, two = (to_fmpq(node, {letter: fmpq(n)}) for n in (0, 1, 2))
    if two - one != one - zero or any(isinstance(part, Number) and part.value > 20 for part in (node,)):  # noqa: PLR2004
        raise _unsupported()
    return fraction(one - zero), fraction(zero)


def _unsupported() -> UnsupportedError:
    return UnsupportedError(Message("No test for this kind of series was found."))
