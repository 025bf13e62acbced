"""What can be said of one whole number, each judged in two ways: `holds` by the definition, `again` by another way.

`again` uses python-flint or the number as written; `holds` plain integers. `phrase` completes "a number that is …".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import gcd, isqrt
from typing import TYPE_CHECKING, Protocol

import sympy
from flint import arb, fmpq, fmpz

from maths.bounds import RefusedError, UndefinedError, UnsupportedError
from maths.engines.flint_form import to_arb, to_fmpq
from maths.families.equations.real_exact import solve
from maths.families.equations.real_line import RealLine
from maths.families.numbers.integers.exactly import plain_value
from maths.families.numbers.integers.measures import Measure, digits_of, factors_by_flint, written
from maths.families.settled import UndecidedError
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from maths.families.equations.real_set import RealSet
    from maths.tree import Node, Relation

_PRECISION = 200  # bits in which two irrational values must differ


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
        return _COMPARED[self.operator]((n > self.value) - (n < self.value))

    def again(self, n: int) -> bool:
        gap = fmpq(n) - fmpq(self.value.numerator, self.value.denominator)
        return _COMPARED[self.operator](int(gap > 0) - int(gap < 0))


_COMPARED: dict[str, Callable[[int], bool]] = {
    "<": lambda sign: sign < 0,
    "<=": lambda sign: sign <= 0,
    ">": lambda sign: sign > 0,
    ">=": lambda sign: sign >= 0,
    "=": lambda sign: sign == 0,
    "!=": lambda sign: sign != 0,
}


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
class Palindrome:
    def holds(self, n: int) -> bool:
        digits = digits_of(n) if n >= 0 else [1, 2]
        return digits == digits[::-1]

    def again(self, n: int) -> bool:
        return written(n) == written(n)[::-1]


@dataclass(frozen=True, slots=True)
class DigitCount:
    """So many digits in a base; of a positive number, as a number of so many digits is understood."""

    count: int
    base: int = 10

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
        value = _first(self.body, self.letter, n)
        return value is not None and value.denominator == 1 and self.condition.holds(int(value))

    def again(self, n: int) -> bool:
        value = _second(self.body, self.letter, n)
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
class Satisfies:
    """An equation or inequality, or a chain of them, in the letter: solved exactly, and tried number by number."""

    relation: Relation
    letter: str

    def holds(self, n: int) -> bool:
        solved = solution_set(self)
        if solved is not None:
            return bool(solved.has(sympy.Integer(n)))
        values = [_first(side, self.letter, n) for side in self.relation.operands]
        return all(
            a is not None and b is not None and _COMPARED[operator]((a > b) - (a < b))
            for a, b, operator in zip(values, values[1:], self.relation.operators, strict=False)
        )

    def again(self, n: int) -> bool:
        signs = [self._sign(a, b, n) for a, b in pairwise(self.relation.operands)]
        return all(
            sign is not None and _COMPARED[operator](sign)
            for sign, operator in zip(signs, self.relation.operators, strict=True)
        )

    def _sign(self, left: Node, right: Node, n: int) -> int | None:
        """None where a side has no value."""
        try:
            a, b = _second(left, self.letter, n), _second(right, self.letter, n)
        except UnsupportedError:
            return self._sign_of_reals(left, right, n)
        return None if a is None or b is None else int(a > b) - int(a < b)

    def _sign_of_reals(self, left: Node, right: Node, n: int) -> int | None:
        values = {self.letter: arb(n)}
        try:
            gap = to_arb(left, _PRECISION, values) - to_arb(right, _PRECISION, values)
        except UndefinedError:
            return None
        if gap.contains(0):
            raise UndecidedError(Message("Which of these numbers is larger could not be proved."))
        return 1 if gap > 0 else -1


@lru_cache(maxsize=64)
def solution_set(condition: Satisfies) -> RealSet | None:
    """The real numbers that satisfy it, where both ways of `RealLine` agree on them; None where it knows no way."""
    try:
        RealLine(condition.relation, condition.letter).settle()
        return solve(condition.relation, condition.letter)
    except (UndecidedError, RefusedError, NotImplementedError):
        return None


def _first(body: Node, letter: str, n: int) -> Fraction | None:
    try:
        return plain_value(body, {letter: n})
    except UndefinedError:
        return None


def _second(body: Node, letter: str, n: int) -> fmpq | None:
    try:
        return to_fmpq(body, {letter: fmpq(n)})
    except UndefinedError:
        return None


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
