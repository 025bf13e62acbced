"""Numbers made of given digits, counted by cases and written down one by one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import permutations, product
from math import factorial, prod
from typing import TYPE_CHECKING

from maths.families.settled import UndecidedError
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_CARDS = 10
MAX_LENGTH = 6
MAX_NUMBERS = 160_000
_TEN = 10


@dataclass(frozen=True, slots=True)
class Leaves:
    """Divided by `modulus` it leaves `rest`."""

    modulus: int
    rest: int = 0

    def fits(self, value: int) -> bool:
        return value % self.modulus == self.rest


@dataclass(frozen=True, slots=True)
class Limit:
    """`sign`: > >= < <="""

    sign: str
    bound: int

    def fits(self, value: int) -> bool:
        return {
            ">": value > self.bound,
            ">=": value >= self.bound,
            "<": value < self.bound,
            "<=": value <= self.bound,
        }[self.sign]


Condition = Leaves | Limit


@dataclass(frozen=True, slots=True)
class Made:
    """Numbers of `length` digits out of `digits`, each used as often as it is there, or as often as one likes."""

    digits: tuple[int, ...]
    length: int
    repeated: bool = False
    conditions: tuple[Condition, ...] = ()

    def refuse(self) -> None:
        distinct = len(set(self.digits)) == len(self.digits)
        if not 0 < len(self.digits) <= MAX_CARDS or not 0 < self.length <= MAX_LENGTH:
            raise UndecidedError(Message("There are too many digits to be counted here."))
        if self.repeated and (not distinct or len(self.digits) ** self.length > MAX_NUMBERS):
            raise UndecidedError(Message("There are too many digits to be counted here."))
        if not self.repeated and self.length > len(self.digits):
            raise UndecidedError(Message("There are not enough digits for such a number."))
        if self.length == 1 and 0 in self.digits:
            raise UndecidedError(Message("Whether zero counts as a number of one digit is not said."))
        if len(self.conditions) > 1 or any(
            isinstance(condition, Leaves) and not _is_easy(condition.modulus) for condition in self.conditions
        ):
            raise UndecidedError(Message("Numbers with that condition are not counted here."))

    def fits(self, value: int) -> bool:
        return all(condition.fits(value) for condition in self.conditions)


def _suffix(modulus: int) -> int:
    """How many last digits decide about divisibility; 0 where it is not the last ones."""
    return next((size for size in (1, 2, 3) if _TEN**size % modulus == 0), 0)


def _is_easy(modulus: int) -> bool:
    return modulus > 1 and (modulus in {3, 9} or _suffix(modulus) > 0)


def every_number(made: Made) -> frozenset[int]:
    """Each number written down, and tried as it stands."""
    rows = product(made.digits, repeat=made.length) if made.repeated else permutations(made.digits, made.length)
    values = (int("".join(map(str, row))) for row in rows if row[0] != 0)
    return frozenset(value for value in values if made.fits(value))


def extreme_by_sorting(made: Made, largest: bool) -> int:  # noqa: FBT001 - what is asked
    """The largest digits first; or the smallest ones, and in front the smallest that is not zero."""
    ordered = sorted(made.digits, reverse=largest)[: made.length]
    if not largest and ordered[0] == 0:
        if all(digit == 0 for digit in ordered):
            ordered[-1] = min(digit for digit in made.digits if digit)
        lead = next(place for place, digit in enumerate(ordered) if digit)
        ordered.insert(0, ordered.pop(lead))
    return int("".join(map(str, ordered)))


# by cases


@dataclass(frozen=True, slots=True)
class Case:
    """Digits that stand at the front or at the end, or that are all used, and how many choices the other places have.

    Without `factors` the digits of `used` are arranged: `orders` ways, `starting` of which would start with zero.
    """

    front: tuple[int, ...] = ()
    end: tuple[int, ...] = ()
    factors: tuple[int, ...] = ()
    used: tuple[int, ...] = ()
    orders: int = 0
    starting: int = 0

    @property
    def count(self) -> int:
        return self.orders - self.starting if self.used else prod(self.factors)


def split(made: Made) -> list[Case]:
    """The cases a teacher would make."""
    distinct = len(set(made.digits)) == len(made.digits)
    match made.conditions:
        case (Leaves(modulus=modulus, rest=rest),) if _suffix(modulus) and _suffix(modulus) <= made.length and distinct:
            return list(_by_end(made, _suffix(modulus), modulus, rest))
        case (Leaves(),) if made.repeated:
            raise UndecidedError(Message("Numbers with that condition are not counted here."))
        case (Leaves(modulus=3 | 9 as modulus, rest=rest),):
            return [case for case in _by_choice(made) if sum(case.used) % modulus == rest and case.count]
        case (Limit() as limit,) if distinct:
            return list(_by_front(made, limit, ()))
        case () if distinct:
            return [Case(factors=_choices(made, (), ()))]
        case ():
            return [case for case in _by_choice(made) if case.count]
    raise UndecidedError(Message("Numbers with that condition are not counted here."))


def _choices(made: Made, front: tuple[int, ...], end: tuple[int, ...]) -> tuple[int, ...]:
    """How many digits each place between can take, from the left, where the digits are all different."""
    left = [digit for digit in made.digits if made.repeated or digit not in {*front, *end}]
    places = made.length - len(front) - len(end)
    if places <= 0:
        return ()
    first = len(left) if front else sum(1 for digit in left if digit)
    if made.repeated:
        return (first, *(len(left) for _ in range(places - 1)))
    others = len(left) - 1
    return (first, *(max(others - k, 0) for k in range(places - 1)))


def _by_end(made: Made, size: int, modulus: int, rest: int) -> Iterator[Case]:
    ends = product(made.digits, repeat=size) if made.repeated else permutations(made.digits, size)
    for end in sorted(ends):
        value = int("".join(map(str, end)))
        if value % modulus == rest and not (made.length == size and end[0] == 0):
            case = Case(end=end, factors=_choices(made, (), end))
            if case.count:
                yield case


def _by_front(made: Made, limit: Limit, front: tuple[int, ...]) -> Iterator[Case]:
    """First digits under which every number fits; where only some do, one digit more."""
    places = made.length - len(front)
    start = int("".join(map(str, front)) or "0") * _TEN**places
    if front:
        low, high = limit.fits(start), limit.fits(start + _TEN**places - 1)
        if low and high:
            yield Case(front=front, factors=_choices(made, front, ()))
        if low == high and not (low is False and start < limit.bound < start + _TEN**places - 1):
            return
    for digit in sorted(made.digits):
        if places > 0 and (front or digit) and (made.repeated or digit not in front):
            yield from (case for case in _by_front(made, limit, (*front, digit)) if case.count)


def _by_choice(made: Made) -> Iterator[Case]:
    """Which digits are used, and in how many orders they can stand."""
    for used in _chosen(tuple(sorted(made.digits)), made.length):
        counts = Counter(used)
        orders = factorial(len(used)) // prod(factorial(n) for n in counts.values())
        zeros = counts[0]
        yield Case(used=used, orders=orders, starting=orders * zeros // len(used))


def _chosen(digits: tuple[int, ...], size: int) -> list[tuple[int, ...]]:
    """Every choice of so many cards, alike ones once."""
    found: set[tuple[int, ...]] = {()}
    for digit in digits:
        found |= {(*chosen, digit) for chosen in found if len(chosen) < size}
    return sorted(chosen for chosen in found if len(chosen) == size)
