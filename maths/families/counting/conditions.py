"""What may be asked of a whole number: each condition is tested by its definition and built up another way.

`fits` takes one number and looks; `among` constructs all that fit in a range without looking at the others. The two
share nothing, so that counting with one is a route of its own.
"""

from __future__ import annotations

import operator
from dataclasses import dataclass
from math import isqrt
from typing import TYPE_CHECKING, Protocol

from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

_TEN = 10
_SQUARE, _CUBE = 2, 3
_COMPARE: dict[str, Callable[[int, int], bool]] = {
    "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge, "=": operator.eq,
}  # fmt: skip


class Condition(Protocol):
    """What a whole number, zero or more, may satisfy."""

    def fits(self, value: int) -> bool:
        """Whether it holds for one number, by its definition."""
        ...

    def among(self, low: int, high: int) -> set[int]:
        """All numbers of the range, both ends included, for which it holds: constructed, not filtered."""
        ...

    def said(self) -> Message:
        """The condition in words."""
        ...


@dataclass(frozen=True, slots=True)
class Multiple:
    """Divisible by a number."""

    of: int

    def fits(self, value: int) -> bool:
        return value % self.of == 0

    def among(self, low: int, high: int) -> set[int]:
        return {self.of * k for k in range(-(-low // self.of), high // self.of + 1)}

    def said(self) -> Message:
        return Message("even") if self.of == _SQUARE else Message("a multiple of {number}", number=self.of)


@dataclass(frozen=True, slots=True)
class DivisorOf:
    """Divides a number."""

    whole: int

    def fits(self, value: int) -> bool:
        return value > 0 and self.whole % value == 0

    def among(self, low: int, high: int) -> set[int]:
        small = {k for k in range(1, isqrt(self.whole) + 1) if self.whole % k == 0}
        return {k for k in small | {self.whole // k for k in small} if low <= k <= high}

    def said(self) -> Message:
        return Message("a divisor of {number}", number=self.whole)


@dataclass(frozen=True, slots=True)
class Prime:
    """A prime number."""

    def fits(self, value: int) -> bool:
        return value > 1 and all(value % k for k in range(2, isqrt(value) + 1))

    def among(self, low: int, high: int) -> set[int]:
        crossed = bytearray(high + 1)
        for k in range(2, isqrt(high) + 1):
            if not crossed[k]:
                crossed[k * k :: k] = b"\1" * len(range(k * k, high + 1, k))
        return {k for k in range(max(low, 2), high + 1) if not crossed[k]}

    def said(self) -> Message:
        return Message("a prime number")


@dataclass(frozen=True, slots=True)
class Composite:
    """A product of two smaller numbers."""

    def fits(self, value: int) -> bool:
        return value > 1 and any(value % k == 0 for k in range(2, isqrt(value) + 1))

    def among(self, low: int, high: int) -> set[int]:
        return {
            a * b for a in range(2, isqrt(high) + 1) for b in range(max(a, -(-low // a)), high // a + 1) if a * b >= low
        }

    def said(self) -> Message:
        return Message("a composite number")


@dataclass(frozen=True, slots=True)
class PerfectPower:
    """A perfect square, a perfect cube."""

    exponent: int

    def fits(self, value: int) -> bool:
        near = round(value ** (1 / self.exponent))
        return any(max(near + step, 0) ** self.exponent == value for step in (-1, 0, 1))

    def among(self, low: int, high: int) -> set[int]:
        found: set[int] = set()
        base = 0
        while base**self.exponent <= high:
            if base**self.exponent >= low:
                found.add(base**self.exponent)
            base += 1
        return found

    def said(self) -> Message:
        if self.exponent == _SQUARE:
            return Message("a perfect square")
        if self.exponent == _CUBE:
            return Message("a perfect cube")
        return Message("a perfect power with exponent {number}", number=self.exponent)


@dataclass(frozen=True, slots=True)
class Compared:
    """Greater than a number, less, at least, at most, equal."""

    sign: str
    bound: int

    def fits(self, value: int) -> bool:
        return _COMPARE[self.sign](value, self.bound)

    def among(self, low: int, high: int) -> set[int]:
        match self.sign:
            case "<":
                return set(range(low, min(high, self.bound - 1) + 1))
            case "<=":
                return set(range(low, min(high, self.bound) + 1))
            case ">":
                return set(range(max(low, self.bound + 1), high + 1))
            case ">=":
                return set(range(max(low, self.bound), high + 1))
            case _:
                return {self.bound} if low <= self.bound <= high else set()

    def said(self) -> Message:
        match self.sign:
            case "<":
                return Message("less than {number}", number=self.bound)
            case "<=":
                return Message("at most {number}", number=self.bound)
            case ">":
                return Message("greater than {number}", number=self.bound)
            case ">=":
                return Message("at least {number}", number=self.bound)
            case _:
                return Message("equal to {number}", number=self.bound)


def value_of(digits: tuple[int, ...]) -> int:
    found = 0
    for digit in digits:
        found = found * _TEN + digit
    return found


@dataclass(frozen=True, slots=True)
class Palindrome:
    """The same read forwards and backwards."""

    def fits(self, value: int) -> bool:
        return str(value) == str(value)[::-1]

    def among(self, low: int, high: int) -> set[int]:
        found: set[int] = set()
        for length in range(1, len(str(high)) + 1):
            half = (length + 1) // 2
            for start in range(0 if length == 1 else _TEN ** (half - 1), _TEN**half):
                digits: list[int] = []
                rest = start
                while rest or not digits:
                    rest, digit = divmod(rest, _TEN)
                    digits.insert(0, digit)
                found.add(value_of((*digits, *reversed(digits[: length // 2]))))
        return {n for n in found if low <= n <= high}

    def said(self) -> Message:
        return Message("a palindrome")


@dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold."""

    condition: Condition

    def fits(self, value: int) -> bool:
        return not self.condition.fits(value)

    def among(self, low: int, high: int) -> set[int]:
        return set(range(low, high + 1)) - self.condition.among(low, high)

    def said(self) -> Message:
        if self.condition == Multiple(_SQUARE):
            return Message("odd")
        return Message("not {condition}", condition=self.condition.said())


@dataclass(frozen=True, slots=True)
class Both:
    """Two conditions hold."""

    first: Condition
    second: Condition

    def fits(self, value: int) -> bool:
        return self.first.fits(value) and self.second.fits(value)

    def among(self, low: int, high: int) -> set[int]:
        return self.first.among(low, high) & self.second.among(low, high)

    def said(self) -> Message:
        return Message("{first} and {second}", first=self.first.said(), second=self.second.said())


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of two conditions holds."""

    first: Condition
    second: Condition

    def fits(self, value: int) -> bool:
        return self.first.fits(value) or self.second.fits(value)

    def among(self, low: int, high: int) -> set[int]:
        return self.first.among(low, high) | self.second.among(low, high)

    def said(self) -> Message:
        return Message("{first} or {second}", first=self.first.said(), second=self.second.said())


EVEN = Multiple(2)
ODD = Not(EVEN)
