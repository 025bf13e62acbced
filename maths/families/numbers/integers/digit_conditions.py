"""What can be said of the digits of a whole number."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from maths.families.numbers.integers.measures import digits_of, written


@dataclass(frozen=True, slots=True)
class Palindrome:
    def holds(self, n: int) -> bool:
        digits = digits_of(n) if n >= 0 else [1, 2]
        return digits == digits[::-1]

    def again(self, n: int) -> bool:
        return written(n) == written(n)[::-1]


@dataclass(frozen=True, slots=True)
class DigitCount:
    """So many digits in a base; of a positive number, as a number of so many digits is understood.

    `signed`: said of an integer without a sign, so that the smallest one may be a negative one.
    """

    count: int
    base: int = 10
    signed: bool = False

    def holds(self, n: int) -> bool:
        return n > 0 and len(digits_of(n, self.base)) == self.count

    def again(self, n: int) -> bool:
        return self.low <= n <= self.high

    @property
    def low(self) -> int:
        return int(self.base ** (self.count - 1)) if self.count > 1 else 1

    @property
    def high(self) -> int:
        return int(self.base**self.count) - 1


@dataclass(frozen=True, slots=True)
class EveryDigit:
    """All digits are among these."""

    allowed: frozenset[int]

    def holds(self, n: int) -> bool:
        return n >= 0 and all(d in self.allowed for d in digits_of(n))

    def again(self, n: int) -> bool:
        return n >= 0 and not {int(c) for c in written(n)} - self.allowed


@dataclass(frozen=True, slots=True)
class HasDigit:
    """It contains the digit, `times` times or, when None, at least once."""

    digit: int
    times: int | None = None

    def holds(self, n: int) -> bool:
        found = digits_of(n).count(self.digit) if n >= 0 else 0
        return found > 0 if self.times is None else found == self.times

    def again(self, n: int) -> bool:
        text = written(n)
        return str(self.digit) in text if self.times is None else text.count(str(self.digit)) == self.times


@dataclass(frozen=True, slots=True)
class DigitOrder:
    """`kind` is "different", "same", "increasing" or "decreasing" (strictly, from left to right)."""

    kind: str

    def holds(self, n: int) -> bool:
        digits = digits_of(n)[::-1] if n >= 0 else []
        pairs = list(pairwise(digits))
        match self.kind:
            case "different":
                return n >= 0 and all(digits.count(d) == 1 for d in digits)
            case "same":
                return n >= 0 and all(a == b for a, b in pairs)
            case "increasing":
                return n >= 0 and all(a < b for a, b in pairs)
        return n >= 0 and all(a > b for a, b in pairs)

    def again(self, n: int) -> bool:
        text = written(n)
        match self.kind:
            case "different":
                return n >= 0 and len(set(text)) == len(text)
            case "same":
                return n >= 0 and len(set(text)) == 1
            case "increasing":
                return n >= 0 and text == "".join(sorted(set(text)))
        return n >= 0 and text == "".join(sorted(set(text), reverse=True))
