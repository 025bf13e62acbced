"""What can be said of one whole number, each judged in two ways: `holds` by the definition, `again` by another way.

`again` uses python-flint or the number as written; `holds` plain integers. `phrase` completes "a number that is …".
"""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd, isqrt
from typing import TYPE_CHECKING, Protocol

from flint import fmpq, fmpz

from maths.families.numbers.integers.measures import Measure, factors_by_flint
from maths.families.numbers.integers.satisfied import COMPARED, Satisfies, first_value, second_value

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.message import Message
    from maths.tree import Node


class Condition(Protocol):
    """Frozen dataclasses, so that two readings can be compared."""

    def holds(self, n: int) -> bool: ...

    def again(self, n: int) -> bool: ...


@dataclass(frozen=True, slots=True)
class Bound:
    """`operator` is one of < <= > >= = !="""

    operator: str
    value: Fraction

    def holds(self, n: int) -> bool:
        return COMPARED[self.operator]((n > self.value) - (n < self.value))

    def again(self, n: int) -> bool:
        gap = fmpq(n) - fmpq(self.value.numerator, self.value.denominator)
        return COMPARED[self.operator](int(gap > 0) - int(gap < 0))


@dataclass(frozen=True, slots=True)
class MultipleOf:
    number: int

    def holds(self, n: int) -> bool:
        return n % self.number == 0

    def again(self, n: int) -> bool:
        return bool(fmpz(n).gcd(fmpz(self.number)) == abs(self.number))


@dataclass(frozen=True, slots=True)
class DivisorOf:
    """Zero divides nothing but zero, which is not asked."""

    number: int

    def holds(self, n: int) -> bool:
        return n != 0 and self.number % n == 0

    def again(self, n: int) -> bool:
        return n != 0 and bool(fmpz(n).lcm(fmpz(self.number)) == abs(self.number))


@dataclass(frozen=True, slots=True)
class Leaves:
    """A remainder from 0 up to the divisor, less one."""

    rest: int
    divisor: int

    def holds(self, n: int) -> bool:
        return n % self.divisor == self.rest

    def again(self, n: int) -> bool:
        return bool(fmpz(n - self.rest).gcd(fmpz(self.divisor)) == self.divisor)


@dataclass(frozen=True, slots=True)
class Prime:
    def holds(self, n: int) -> bool:
        return n > 1 and _least_divisor(n) == n

    def again(self, n: int) -> bool:
        return n > 1 and bool(fmpz(n).is_prime())


@dataclass(frozen=True, slots=True)
class Composite:
    def holds(self, n: int) -> bool:
        return n > 1 and _least_divisor(n) < n

    def again(self, n: int) -> bool:
        return n > 1 and not fmpz(n).is_prime()


@dataclass(frozen=True, slots=True)
class PowerOf:
    """A perfect square (2), a perfect cube (3), and so on."""

    degree: int

    def holds(self, n: int) -> bool:
        if n < 0:
            return self.degree % 2 == 1 and self.holds(-n)
        low, high = 0, 1
        while high**self.degree < n:
            high *= 2
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if middle**self.degree >= n else (middle + 1, high)
        return bool(low**self.degree == n)

    def again(self, n: int) -> bool:
        if n < 0:
            return self.degree % 2 == 1 and self.again(-n)
        return n <= 1 or all(times % self.degree == 0 for _, times in factors_by_flint(n))


def _least_divisor(n: int) -> int:
    """Other than 1, by trying."""
    for d in (2, 3, 5):
        if n % d == 0:
            return d
    return next((d for d in range(7, isqrt(n) + 1, 2) if n % d == 0), n)


@dataclass(frozen=True, slots=True)
class Coprime:
    number: int

    def holds(self, n: int) -> bool:
        return gcd(n, self.number) == 1

    def again(self, n: int) -> bool:
        if self.number == 0:
            return abs(n) == 1
        return all(n % prime for prime, _ in factors_by_flint(abs(self.number))) if abs(self.number) > 1 else True


@dataclass(frozen=True, slots=True)
class Of:
    """A condition on what the number has: the sum of its digits, the number of its divisors."""

    measure: Measure
    condition: Condition

    def holds(self, n: int) -> bool:
        return n > 0 and self.condition.holds(self.measure.first(n))

    def again(self, n: int) -> bool:
        return n > 0 and self.condition.again(self.measure.second(n))


@dataclass(frozen=True, slots=True)
class Valued:
    """A condition on a formula with the number as its letter, which has to be whole for it."""

    body: Node
    letter: str
    condition: Condition

    def holds(self, n: int) -> bool:
        value = first_value(self.body, self.letter, n)
        return value is not None and value.denominator == 1 and self.condition.holds(int(value))

    def again(self, n: int) -> bool:
        value = second_value(self.body, self.letter, n)
        return value is not None and value.q == 1 and self.condition.again(int(value.p))


@dataclass(frozen=True, slots=True)
class IsWhole:
    def holds(self, n: int) -> bool:
        return isinstance(n, int)

    def again(self, n: int) -> bool:
        return n == int(n)


@dataclass(frozen=True, slots=True)
class Different:
    """The numbers are said to be different, which they are in a set anyway."""

    def holds(self, n: int) -> bool:
        return isinstance(n, int)

    def again(self, n: int) -> bool:
        return n == int(n)


@dataclass(frozen=True, slots=True)
class OnceIn:
    """It divides the number, but its square does not."""

    number: int

    def holds(self, n: int) -> bool:
        return n != 0 and self.number % n == 0 and self.number % (n * n) != 0

    def again(self, n: int) -> bool:
        return n != 0 and bool(fmpz(self.number).gcd(fmpz(n)) == abs(n) and (fmpz(self.number) // n) % n != 0)


@dataclass(frozen=True, slots=True)
class Not:
    condition: Condition

    def holds(self, n: int) -> bool:
        return not self.condition.holds(n)

    def again(self, n: int) -> bool:
        return not self.condition.again(n)


@dataclass(frozen=True, slots=True)
class All:
    conditions: tuple[Condition, ...]

    def holds(self, n: int) -> bool:
        return all(condition.holds(n) for condition in self.conditions)

    def again(self, n: int) -> bool:
        return all(condition.again(n) for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of them."""

    conditions: tuple[Condition, ...]

    def holds(self, n: int) -> bool:
        return any(condition.holds(n) for condition in self.conditions)

    def again(self, n: int) -> bool:
        return any(condition.again(n) for condition in self.conditions)


@dataclass(frozen=True, slots=True)
class Unsure:
    """Words that different people understand differently: decided only where all readings give one answer."""

    options: tuple[Condition, ...]
    doubt: Message

    def holds(self, n: int) -> bool:
        raise NotImplementedError

    def again(self, n: int) -> bool:
        raise NotImplementedError


def negated(condition: Condition) -> Condition:
    """Its contrary; a formula that has to be whole stays so."""
    match condition:
        case Not(condition=inner):
            return inner
        case Valued(body=body, letter=letter, condition=inner) if not isinstance(inner, IsWhole):
            return Valued(body, letter, negated(inner))
        case Unsure(options=options, doubt=doubt):
            return Unsure(tuple(negated(option) for option in options), doubt)
    return Not(condition)


def flat(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """With the parts of every `All` on their own, each once."""
    found: list[Condition] = []
    for condition in conditions:
        parts = flat(condition.conditions) if isinstance(condition, All) else (condition,)
        found += [part for part in parts if part not in found]
    return tuple(found)


def says_whole(condition: Condition) -> bool:
    """Whether it can be said of whole numbers only."""
    match condition:
        case Bound() | Satisfies() | Valued() | IsWhole() | Different():
            return False
        case All(conditions=parts):
            return any(says_whole(part) for part in parts)
        case Some(conditions=parts):
            return bool(parts) and all(says_whole(part) for part in parts)
        case Unsure(options=options):
            return all(says_whole(option) for option in options)
        case Not(condition=inner):
            return inner == MultipleOf(2)
    return True
