"""What a whole number has: digits, divisors, prime factors. Each by two ways that share nothing."""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt
from typing import TYPE_CHECKING

from flint import fmpz

from maths.families.numbers.primes_steps import by_trial
from maths.families.settled import UndecidedError
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_FACTORED_BITS = 6_000  # of a number whose divisors are counted: 300! has 2,000 and small primes only
_TRIED = 10**12
_TEN = 10
_CHUNK = 10**18


@dataclass(frozen=True, slots=True)
class Measure:
    """`key` tells measures apart; `argument` is a place, a base or a prime."""

    key: str
    argument: int = 0

    def first(self, value: int) -> int:
        """By the definition, in plain integers. Raises UndecidedError where the number has no such thing."""
        return _FIRST[self.key](_fitting(self.key, value), self.argument)

    def second(self, value: int) -> int:
        """By python-flint, or read off the written number."""
        return _SECOND[self.key](_fitting(self.key, value), self.argument)


DIGIT_SUM, DIGIT_PRODUCT, DIGIT_COUNT = Measure("digit sum"), Measure("digit product"), Measure("digit count")
DIVISORS, DIVISOR_SUM = Measure("divisors"), Measure("divisor sum")
PROPER_SUM, PRIME_COUNT = Measure("proper divisor sum"), Measure("prime factors")
PRIME_SUM, GREATEST_PRIME, LEAST_PRIME = Measure("prime sum"), Measure("greatest prime"), Measure("least prime")
ALL_PRIME_COUNT = Measure("prime factors with repetition")
FIRST_DIGIT, ZEROS = Measure("first digit"), Measure("trailing zeros")


def digit(place: int) -> Measure:
    """The digit that counts 10^place."""
    return Measure("digit", place)


def exponent_of(prime: int) -> Measure:
    """How often a prime divides it."""
    return Measure("exponent", prime)


def last_digits(count: int) -> Measure:
    """The number its last digits make."""
    return Measure("last digits", count)


def remainder_by(divisor: int) -> Measure:
    return Measure("remainder", divisor)


_NEEDS_POSITIVE = frozenset(
    ["divisors", "divisor sum", "proper divisor sum", "prime factors", "prime factors with repetition", "exponent",
     "trailing zeros", "prime sum", "greatest prime", "least prime"]
)  # fmt: skip
_NEEDS_COMPOSED = frozenset(["prime sum", "greatest prime", "least prime"])


def _fitting(key: str, value: int) -> int:
    if value < 0 or (key in _NEEDS_POSITIVE and value == 0) or (key in _NEEDS_COMPOSED and value == 1):
        raise UndecidedError(Message("For this number the question has no settled meaning."))
    return value


def digits_of(value: int, base: int = _TEN) -> list[int]:
    """From the last digit to the first, by division."""
    if value < _CHUNK or base != _TEN:
        found = []
        while value:
            value, last = divmod(value, base)
            found.append(last)
        return found or [0]
    found = []
    while value:
        value, part = divmod(value, _CHUNK)
        for _ in range(18 if value else len(str(part))):
            part, last = divmod(part, _TEN)
            found.append(last)
    return found


def written(value: int) -> str:
    """By python-flint, which knows no longest number."""
    return str(fmpz(value))


def factors_by_trial(value: int) -> list[tuple[int, int]]:
    """Trial division; large numbers only where small primes leave little. Raises UndecidedError."""
    if value <= _TRIED:
        return by_trial(value)
    found = []
    for candidate in range(2, 10_000):
        times = 0
        while value % candidate == 0:
            value, times = value // candidate, times + 1
        if times:
            found.append((candidate, times))
    if value > _TRIED:
        raise UndecidedError(Message("The number has too many digits to be worked out here."))
    return found + (by_trial(value) if value > 1 else [])


def factors_by_flint(value: int) -> list[tuple[int, int]]:
    if value.bit_length() > MAX_FACTORED_BITS:
        raise UndecidedError(Message("The number has too many digits to be worked out here."))
    if value > _TRIED:
        factors_by_trial(value)  # a number with two large primes would take python-flint too long
    return sorted((int(p), int(n)) for p, n in fmpz(value).factor())


def divisors_by_trial(value: int) -> list[int]:
    """Every one tried where that is quick, else built from the prime factors of trial division."""
    if value <= 10**8:
        small = [d for d in range(1, isqrt(value) + 1) if value % d == 0]
        return small + [value // d for d in reversed(small) if d * d != value]
    return _built(factors_by_trial(value))


def divisors_by_flint(value: int) -> list[int]:
    return _built(factors_by_flint(value))


MAX_DIVISORS = 60_000


def _built(factors: list[tuple[int, int]]) -> list[int]:
    found = [1]
    for prime, times in factors:
        if len(found) * (times + 1) > MAX_DIVISORS:
            raise UndecidedError(Message("There are too many divisors to write them all down."))
        found = [d * prime**n for d in found for n in range(times + 1)]
    return sorted(found)


def _sigma(value: int, _: int) -> int:
    product = 1
    for prime, times in factors_by_flint(value):
        product *= (prime ** (times + 1) - 1) // (prime - 1)
    return product


def _tau(value: int, _: int) -> int:
    product = 1
    for _prime, times in factors_by_flint(value):
        product *= times + 1
    return product


def _product(numbers: list[int]) -> int:
    product = 1
    for number in numbers:
        product *= number
    return product


def _divided_out(value: int, prime: int) -> int:
    times = 0
    while value % prime == 0:
        value, times = value // prime, times + 1
    return times


def _removed(value: int, prime: int) -> int:
    """By doubling: the largest power of the prime that still divides, bit by bit."""
    rest, times, powers = fmpz(value), 0, [fmpz(prime)]
    while rest % powers[-1] == 0:
        powers.append(powers[-1] ** 2)
    for step, power in reversed(list(enumerate(powers))):
        if rest % power == 0:
            rest, times = rest // power, times + 2**step
    return times


_FIRST: dict[str, Callable[[int, int], int]] = {
    "digit sum": lambda n, _: sum(digits_of(n)),
    "digit product": lambda n, _: _product(digits_of(n)),
    "digit sum in base": lambda n, base: sum(digits_of(n, base)),
    "digit count": lambda n, base: len(digits_of(n, base or _TEN)),
    "first digit": lambda n, _: digits_of(n)[-1],
    "digit": lambda n, place: n // _TEN**place % _TEN,
    "last digits": lambda n, count: n % _TEN**count,
    "trailing zeros": lambda n, _: _divided_out(n, _TEN),
    "divisors": lambda n, _: len(divisors_by_trial(n)),
    "divisor sum": lambda n, _: sum(divisors_by_trial(n)),
    "proper divisor sum": lambda n, _: sum(divisors_by_trial(n)[:-1]),
    "prime factors": lambda n, _: len(factors_by_trial(n)),
    "prime factors with repetition": lambda n, _: sum(times for _, times in factors_by_trial(n)),
    "prime sum": lambda n, _: sum(prime for prime, _ in factors_by_trial(n)),
    "greatest prime": lambda n, _: factors_by_trial(n)[-1][0],
    "least prime": lambda n, _: factors_by_trial(n)[0][0],
    "exponent": _divided_out,
    "remainder": lambda n, divisor: n % divisor,
}
_SECOND: dict[str, Callable[[int, int], int]] = {
    "digit sum": lambda n, _: sum(map(int, written(n))),
    "digit product": lambda n, _: _product([int(c) for c in written(n)]),
    "digit sum in base": lambda n, base: sum(int(c, base) for c in fmpz(n).str(base=base)),
    "digit count": lambda n, base: len(fmpz(n).str(base=base)) if base else len(written(n)),
    "first digit": lambda n, _: int(written(n)[0]),
    "digit": lambda n, place: int(written(n).zfill(place + 1)[-1 - place]),
    "last digits": lambda n, count: int(written(n)[-count:]),
    "trailing zeros": lambda n, _: len(written(n)) - len(written(n).rstrip("0")),
    "divisors": _tau,
    "divisor sum": _sigma,
    "proper divisor sum": lambda n, _: _sigma(n, 0) - n,
    "prime factors": lambda n, _: len(factors_by_flint(n)),
    "prime factors with repetition": lambda n, _: sum(times for _, times in factors_by_flint(n)),
    "prime sum": lambda n, _: sum(prime for prime, _ in factors_by_flint(n)),
    "greatest prime": lambda n, _: max(prime for prime, _ in factors_by_flint(n)),
    "least prime": lambda n, _: min(prime for prime, _ in factors_by_flint(n)),
    "exponent": _removed,
    "remainder": lambda n, divisor: int(fmpz(n) % fmpz(divisor)),
}
