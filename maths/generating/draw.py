"""Chance that can be repeated: everything a problem draws comes from its seed."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from random import Random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")
_PATIENCE = 200  # draws until a wanted number must have come


class Draw:
    """What a problem is made of. The same seed draws the same, on every machine and version of Python."""

    def __init__(self, seed: int | str) -> None:
        self._random = Random(f"lemma {seed}")  # noqa: S311 - problems, not secrets

    def whole(self, low: int, high: int, *without: int) -> int:
        """A whole number from `low` to `high`, both included, and none of `without`."""
        for _ in range(_PATIENCE):
            number = self._random.randint(low, high)
            if number not in without:
                return number
        raise NothingFitsError(low, high)

    def signed(self, high: int, *without: int) -> int:
        """A whole number from -high to high that is not 0."""
        return self.whole(-high, high, 0, *without)

    def several(self, count: int, low: int, high: int, *without: int) -> list[int]:
        """Different whole numbers, in the order drawn."""
        found: list[int] = []
        while len(found) < count:
            found.append(self.whole(low, high, *found, *without))
        return found

    def fraction(self, high: int, *, below_one: bool = False) -> Fraction:
        """A positive fraction in lowest terms that is no whole number, its parts at most `high`."""
        for _ in range(_PATIENCE):
            bottom = self.whole(2, high)
            top = self.whole(1, bottom - 1 if below_one else high)
            if gcd(top, bottom) == 1:
                return Fraction(top, bottom)
        raise NothingFitsError(2, high)

    def decimal(self, low: int, high: int, places: int) -> Fraction:
        """A number with exactly so many decimal places, from `low` to `high`."""
        size = 10**places
        for _ in range(_PATIENCE):
            scaled = self.whole(low * size, high * size)
            if scaled % 10:
                return Fraction(scaled, size)
        raise NothingFitsError(low, high)

    def one_of(self, options: Sequence[T]) -> T:
        return options[self._random.randrange(len(options))]

    def some_of(self, options: Sequence[T], count: int) -> list[T]:
        """Different ones, in the order drawn."""
        return self._random.sample(list(options), count)

    def shuffled(self, options: Sequence[T]) -> list[T]:
        return self.some_of(options, len(options))

    def letter(self) -> str:
        """A name for an unknown."""
        return self.one_of("xyzabkmnpt")


class NothingFitsError(Exception):
    """No number in the range is allowed: a mistake in the structure that asked."""
