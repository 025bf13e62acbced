"""Numbers that words describe: the least of some numbers, how many there are, the sum of their digits.

Every value is found twice, `first` and `second`, each from the description itself, and never with one another's parts.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass, replace
from fractions import Fraction
from itertools import islice, product
from math import gcd, lcm
from typing import TYPE_CHECKING, Any, Protocol

from flint import fmpq, fmpz

from maths.bounds import TooLargeError
from maths.engines.flint_form import to_fmpq
from maths.families.numbers.integers.conditions import (
    Bound,
    Condition,
    DivisorOf,
    IsWhole,
    Leaves,
    MultipleOf,
    Unsure,
    flat,
    says_whole,
)
from maths.families.numbers.integers.cycles import residue_by_cycles
from maths.families.numbers.integers.digit_conditions import DigitCount
from maths.families.numbers.integers.exactly import plain_value, residue
from maths.families.numbers.integers.members import MAX_STEPS, constructed, tried, window
from maths.families.settled import UndecidedError
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maths.families.numbers.integers.measures import Measure
    from maths.tree import Node

MAX_READINGS = 16  # of one description, where words are understood in several ways
MAX_MODULUS = 10**9


class Value(Protocol):
    """Frozen dataclasses, so that two readings can be compared."""

    def first(self) -> Fraction: ...

    def second(self) -> Fraction: ...


@dataclass(frozen=True, slots=True)
class Given:
    """A number as a formula."""

    node: Node

    def first(self) -> Fraction:
        return plain_value(self.node)

    def second(self) -> Fraction:
        found = to_fmpq(self.node)
        return Fraction(int(found.p), int(found.q))


@dataclass(frozen=True, slots=True)
class Numbers:
    """All whole numbers, negative ones too, that meet the conditions."""

    conditions: tuple[Condition, ...]

    @property
    def has_start(self) -> bool:
        """Whether there can be a first one, without which none is the third."""
        return window(self.conditions).low is not None

    def by_construction(self) -> list[int]:
        self._refuse_endless()
        return sorted(set(islice(constructed(self.conditions), MAX_STEPS)))

    def by_trying(self) -> list[int]:
        self._refuse_endless()
        return list(islice(tried(self.conditions), MAX_STEPS))

    def _refuse_endless(self) -> None:
        self._refuse_fractions()
        if not window(self.conditions).is_finite:
            raise UndecidedError(Message("Infinitely many numbers fit what is said, so the question has no answer."))

    def _refuse_fractions(self) -> None:
        if IsWhole() in self.conditions:
            raise UndecidedError(Message("It is not said that whole numbers are meant."))

    def at(self, rank: int, *, largest: bool) -> tuple[Iterator[int], Iterator[int]]:
        self._refuse_fractions()
        return (
            islice(constructed(self.conditions, descending=largest), rank),
            islice(tried(self.conditions, descending=largest), rank),
        )


def numbers(conditions: Iterable[Condition]) -> Numbers:
    """The same set however its conditions were said."""
    found = flat(tuple(conditions))
    if any(says_whole(condition) for condition in found):
        found = tuple(condition for condition in found if condition != IsWhole())
    return Numbers(tuple(sorted(found, key=lambda condition: (_place(condition), repr(condition)))))


def _place(condition: Condition) -> int:
    """Bounds first, in the order they are read aloud."""
    return next((place for place, kind in enumerate(_ORDER) if isinstance(condition, kind)), len(_ORDER))


_ORDER = (Bound, DigitCount, DivisorOf, MultipleOf, Leaves)


@dataclass(frozen=True, slots=True)
class HowMany:
    numbers: Numbers

    def first(self) -> Fraction:
        return Fraction(len(self.numbers.by_construction()))

    def second(self) -> Fraction:
        return Fraction(sum(1 for _ in self.numbers.by_trying()))


@dataclass(frozen=True, slots=True)
class Total:
    """`kind` is "sum", "product" or "mean"; of the numbers, or of what each of them has."""

    kind: str
    numbers: Numbers
    measure: Measure | None = None

    def first(self) -> Fraction:
        found = self.numbers.by_construction()
        return _total(self.kind, [self.measure.first(n) if self.measure else n for n in found])

    def second(self) -> Fraction:
        found = self.numbers.by_trying()
        return _total_by_flint(self.kind, [self.measure.second(n) if self.measure else n for n in found])


@dataclass(frozen=True, slots=True)
class TotalOfFirst:
    """`the sum of the first ten primes`, `the product of the two largest one-digit squares`."""

    kind: str
    count: int
    numbers: Numbers
    largest: bool = False

    def first(self) -> Fraction:
        return _total(self.kind, self._complete(self.numbers.at(self.count, largest=self.largest)[0]))

    def second(self) -> Fraction:
        return _total_by_flint(self.kind, self._complete(self.numbers.at(self.count, largest=self.largest)[1]))

    def _complete(self, found: Iterator[int]) -> list[int]:
        numbers = list(found)
        if len(numbers) < self.count:
            raise UndecidedError(Message("There are not so many numbers of that kind."))
        return numbers


@dataclass(frozen=True, slots=True)
class Nth:
    """The k-th smallest, or the k-th largest."""

    numbers: Numbers
    rank: int = 1
    largest: bool = False

    def first(self) -> Fraction:
        return _last(list(self.numbers.at(self.rank, largest=self.largest)[0]), self.rank)

    def second(self) -> Fraction:
        return _last(list(self.numbers.at(self.rank, largest=self.largest)[1]), self.rank)


@dataclass(frozen=True, slots=True)
class Only:
    """The one number that meets the conditions, where there is just one."""

    numbers: Numbers

    def first(self) -> Fraction:
        return _single(self.numbers.by_construction())

    def second(self) -> Fraction:
        return _single(self.numbers.by_trying())


@dataclass(frozen=True, slots=True)
class Measured:
    """What a number has: a digit, the sum of its digits, the number of its divisors."""

    measure: Measure
    value: Value

    def first(self) -> Fraction:
        modulus = self._modulus
        if modulus and isinstance(self.value, Given):
            rest = residue(self.value.node, modulus)
            self._refuse_negative()
            return Fraction(self._of_residue(rest))
        return Fraction(self.measure.first(_whole(self.value.first())))

    def second(self) -> Fraction:
        try:
            return Fraction(self.measure.second(_whole(self.value.second())))
        except TooLargeError:
            modulus = self._modulus
            if not modulus or not isinstance(self.value, Given):
                raise
            return Fraction(self._of_residue(residue_by_cycles(self.value.node, modulus)))

    @property
    def _modulus(self) -> int:
        """Modulo what the number has to be known."""
        match self.measure.key:
            case "digit":
                return int(10 ** (self.measure.argument + 1))
            case "last digits":
                return int(10**self.measure.argument)
            case "remainder" if self.measure.argument <= MAX_MODULUS:
                return self.measure.argument
        return 0

    def _of_residue(self, rest: int) -> int:
        return rest // 10**self.measure.argument if self.measure.key == "digit" else rest

    def _refuse_negative(self) -> None:
        """Digits of a negative number, as its absolute value, are not what the remainder gives."""
        assert isinstance(self.value, Given)  # noqa: S101 - by the caller
        try:
            found = to_fmpq(self.value.node)
        except TooLargeError:
            if not _grows(self.value.node):
                raise
            return
        if found.q != 1 or found < 0:
            raise UndecidedError(Message("For this number the question has no settled meaning."))


@dataclass(frozen=True, slots=True)
class Worked:
    """`operation` is plus, minus, difference (the larger less the smaller), times, over, gcd, lcm."""

    operation: str
    values: tuple[Value, ...]

    def first(self) -> Fraction:
        return _worked(self.operation, [value.first() for value in self.values])

    def second(self) -> Fraction:
        found = [value.second() for value in self.values]
        return _worked_by_flint(self.operation, [fmpq(v.numerator, v.denominator) for v in found])


def _grows(node: Node) -> bool:
    """Whether a formula is surely positive: sums, products and powers of positive numbers."""
    from maths.tree import Factorial, Number, Power, Product, Sum, walk

    return all(
        isinstance(part, (Sum, Product, Power, Factorial)) or (isinstance(part, Number) and part.value > 0)
        for part in walk(node)
    )


def _total(kind: str, found: list[int]) -> Fraction:
    if kind == "sum":
        return Fraction(sum(found))
    if not found:
        raise UndecidedError(Message("No number fits what is said."))
    if kind == "mean":
        return Fraction(sum(found), len(found))
    if kind in {"gcd", "lcm"}:
        return Fraction(gcd(*found) if kind == "gcd" else lcm(*found))
    total = 1
    for n in found:
        total *= n
    return Fraction(total)


def _total_by_flint(kind: str, found: list[int]) -> Fraction:
    total = fmpz(1 if kind in {"product", "lcm"} else 0)
    for n in reversed(found):
        match kind:
            case "product":
                total *= fmpz(n)
            case "lcm":
                total = total.lcm(fmpz(n))
            case "gcd":
                total = total.gcd(fmpz(n))
            case _:
                total += fmpz(n)
    if kind != "sum" and not found:
        raise UndecidedError(Message("No number fits what is said."))
    return Fraction(int(total), len(found) if kind == "mean" else 1)


def _last(found: list[int], rank: int) -> Fraction:
    if len(found) < rank:
        raise UndecidedError(Message("No number fits what is said."))
    return Fraction(found[-1])


def _single(found: list[int]) -> Fraction:
    if not found:
        raise UndecidedError(Message("No number fits what is said."))
    if len(found) > 1:
        raise UndecidedError(Message("Several numbers fit what is said, so it is not clear which one is asked for."))
    return Fraction(found[0])


def _whole(value: Fraction) -> int:
    if value.denominator != 1:
        raise UndecidedError(Message("That question is about whole numbers, and one of these is none."))
    return int(value)


def _worked(operation: str, values: list[Fraction]) -> Fraction:  # noqa: PLR0911 - a line an operation
    match operation:
        case "plus":
            return sum(values, Fraction(0))
        case "minus":
            return values[0] - values[1]
        case "difference":
            return max(values) - min(values)
        case "times":
            total = Fraction(1)
            for value in values:
                total *= value
            return total
        case "over":
            _refuse_zero(values[1] == 0)
            return values[0] / values[1]
        case "gcd":
            return Fraction(gcd(*map(_whole, values)))
        case "lcm":
            return Fraction(lcm(*map(_whole, values)))
    raise NotImplementedError(operation)


def _worked_by_flint(operation: str, values: list[fmpq]) -> Fraction:
    total = values[0]
    for value in values[1:]:
        match operation:
            case "plus":
                total = total + value
            case "minus":
                total = total - value
            case "difference":
                total = abs(total - value)
            case "times":
                total = total * value
            case "over":
                _refuse_zero(value == 0)
                total = total / value
            case "gcd":
                total = fmpq(total.p.gcd(value.p))
            case "lcm":
                total = fmpq(total.p.lcm(value.p))
    return Fraction(int(total.p), int(total.q))


def _refuse_zero(zero: bool) -> None:  # noqa: FBT001 - the one thing it is about
    if zero:
        raise UndecidedError(Message("Nothing can be divided by zero."))


def readings(described: Any) -> list[Any]:  # noqa: ANN401 - a value, a set or a task
    """The description with each way to understand its unsure words; the usual one first."""
    doubts = list(dict.fromkeys(_doubts(described)))
    choices = list(product(*(doubt.options for doubt in doubts)))
    if len(choices) > MAX_READINGS:
        raise UndecidedError(Message("The statement can be understood in more than one way."))
    return [_chosen(described, dict(zip(doubts, choice, strict=True))) for choice in choices]


def doubts_of(described: Any) -> list[Unsure]:  # noqa: ANN401 - as above
    return list(dict.fromkeys(_doubts(described)))


def _doubts(part: Any) -> Iterator[Unsure]:  # noqa: ANN401 - as above
    if isinstance(part, Unsure):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _doubts(item)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _doubts(getattr(part, field.name))


def _chosen(part: Any, choice: dict[Unsure, Condition]) -> Any:  # noqa: ANN401 - as above
    if isinstance(part, Unsure):
        return choice[part]
    if isinstance(part, tuple):
        return tuple(_chosen(item, choice) for item in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{field.name: _chosen(getattr(part, field.name), choice) for field in fields(part)})
    return part
