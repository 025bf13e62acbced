"""The whole numbers that meet conditions: found twice, by construction and by trying one after the other.

First route: the sparsest condition builds the candidates (divisors from prime factors, powers from their roots,
one residue class by the Chinese remainder theorem), `again` judges the rest. Second route: every number between
the bounds is tried by `holds`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from math import ceil, floor, gcd, lcm
from typing import TYPE_CHECKING

import sympy

from maths.bounds import RefusedError
from maths.engines.flint_form import to_fmpq, to_poly
from maths.families.numbers.integers.conditions import (
    All,
    Bound,
    Composite,
    Condition,
    Coprime,
    DivisorOf,
    IsWhole,
    Leaves,
    MultipleOf,
    Not,
    Of,
    PowerOf,
    Prime,
    Some,
    Valued,
    flat,
)
from maths.families.numbers.integers.digit_conditions import DigitCount
from maths.families.numbers.integers.measures import divisors_by_flint, divisors_by_trial
from maths.families.numbers.integers.satisfied import Satisfies, solution_set
from maths.families.settled import UndecidedError
from maths.message import Message
from maths.tree import Call, Factorial, Name, Power, Quotient, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maths.tree import Node

MAX_TRIED = 200_000  # numbers tried one by one: some tenths of a second
MAX_STEPS = 100_000  # candidates of one construction


@dataclass(frozen=True, slots=True)
class Window:
    """All members lie from `low` to `high`; None: no bound is known."""

    low: int | None = None
    high: int | None = None

    def __and__(self, other: Window) -> Window:
        lows = [end for end in (self.low, other.low) if end is not None]
        highs = [end for end in (self.high, other.high) if end is not None]
        return Window(max(lows, default=None), min(highs, default=None))

    @property
    def is_finite(self) -> bool:
        return self.low is not None and self.high is not None


def window(conditions: Iterable[Condition]) -> Window:
    found = Window()
    for condition in conditions:
        found = found & _window(condition)
    return found


def _window(condition: Condition) -> Window:  # noqa: C901, PLR0911 - a line a kind
    match condition:
        case Bound(operator=operator, value=value):
            return _bounded(operator, value)
        case DigitCount():
            return Window(condition.low, condition.high)
        case DivisorOf(number=number) if number:
            return Window(-abs(number), abs(number))
        case PowerOf(degree=degree) if degree % 2 == 0:
            return Window(0, None)
        case Prime():
            return Window(2, None)
        case Composite():
            return Window(4, None)
        case Of():
            return Window(1, None)
        case All(conditions=parts):
            return window(parts)
        case Some(conditions=parts):
            each = [_window(part) for part in parts]
            lows, highs = [w.low for w in each], [w.high for w in each]
            return Window(
                None if None in lows else min(low for low in lows if low is not None),
                None if None in highs else max(high for high in highs if high is not None),
            )
        case Satisfies():
            return _solved(condition)
        case Valued():
            return _valued(condition)
    return Window()


def _bounded(operator: str, value: Fraction) -> Window:
    match operator:
        case "<":
            return Window(None, ceil(value) - 1)
        case "<=":
            return Window(None, floor(value))
        case ">":
            return Window(floor(value) + 1, None)
        case ">=":
            return Window(ceil(value), None)
        case "=":
            return Window(ceil(value), floor(value))
    return Window()


def _solved(condition: Satisfies) -> Window:
    found = solution_set(condition)
    if found is None:
        return _of_lcm(condition)
    if found.is_empty:
        return Window(1, 0)
    ends = found.breakpoints
    low = None if found.truths[0] else int(sympy.ceiling(ends[0]))
    high = None if found.truths[-1] else int(sympy.floor(ends[-1]))
    return Window(low, high)


def _of_lcm(condition: Satisfies) -> Window:
    """`lcm(n, 700) = 7000`: n is a divisor."""
    left, right = condition.relation.operands[0], condition.relation.operands[-1]
    for side, other in ((left, right), (right, left)):
        if isinstance(side, Call) and side.function == "lcm" and Name(condition.letter) in side.arguments:
            value = _constant(other)
            if value is not None and value.denominator == 1 and condition.relation.operators == ("=",):
                return Window(-abs(int(value)), abs(int(value)))
    return Window()


def _constant(node: Node) -> Fraction | None:
    if names(node, frozenset({"e", "i"})):
        return None
    try:
        found = to_fmpq(node)
    except RefusedError:
        return None
    return Fraction(int(found.p), int(found.q))


def _valued(condition: Valued) -> Window:
    """`n^2` divides 1200: n is bounded; `67/(2n - 23)` is whole: `2n - 23` divides 67."""
    body, inner = condition.body, condition.condition
    if isinstance(inner, IsWhole) and isinstance(body, Quotient):
        top = _constant(body.numerator)
        if top is not None and top.denominator == 1 and top != 0:
            return _divides(body.denominator, condition.letter, int(top))
    if isinstance(inner, DivisorOf) and inner.number:
        return _divides(body, condition.letter, inner.number)
    bound = _window(inner)
    if bound.is_finite:
        return _divides(body, condition.letter, max(abs(bound.low or 0), abs(bound.high or 0), 1))
    return Window()


def _divides(body: Node, letter: str, number: int) -> Window:
    """Where a formula can be at most so large: by Cauchy's bound for polynomials, by growth for powers."""
    if isinstance(body, Power) and body.exponent == Name(letter):
        base = _constant(body.base)
        if base is None or base <= 1 or base.denominator != 1:
            return Window()
        return Window(0, abs(number).bit_length())
    if body == Factorial(Name(letter)):
        return Window(0, abs(number).bit_length() + 2)
    try:
        coefficients = to_poly(body, letter).coeffs()
    except RefusedError:
        return Window()
    if len(coefficients) < 2 or any(c.q != 1 for c in coefficients):  # noqa: PLR2004 - a constant
        return Window()
    largest = max(abs(int(c.p)) for c in coefficients) + abs(number)
    reach = 1 + -(-largest // abs(int(coefficients[-1].p)))
    return Window(-reach, reach)


def residue_class(conditions: Iterable[Condition]) -> tuple[int, int] | None:
    """Remainder and modulus that all divisibility conditions together leave, by the Chinese remainder theorem.

    None where they contradict each other.
    """
    rest, modulus = 0, 1
    for condition in conditions:
        match condition:
            case MultipleOf(number=number):
                wanted, divisor = 0, abs(number)
            case Leaves(rest=wanted, divisor=divisor):
                pass
            case _:
                continue
        common = gcd(modulus, divisor)
        if (wanted - rest) % common:
            return None
        step = (wanted - rest) // common * pow(modulus // common, -1, divisor // common) if divisor > common else 0
        rest, modulus = (rest + modulus * step) % lcm(modulus, divisor), lcm(modulus, divisor)
    return rest, modulus


def constructed(conditions: tuple[Condition, ...], *, descending: bool = False) -> Iterator[int]:
    """The first route, from the smallest on, or from the largest. Raises UndecidedError where it takes too long."""
    conditions = flat(conditions)
    space = window(conditions)
    for n in _candidates(conditions, space, descending=descending):
        if _inside(n, space) and all(condition.again(n) for condition in conditions):
            yield n


def tried(conditions: tuple[Condition, ...], *, descending: bool = False) -> Iterator[int]:
    """The second route: every number, one after the other."""
    conditions = flat(conditions)
    space = window(conditions)
    tests = sorted(conditions, key=_cost)
    for n in _every(conditions, space, descending=descending):
        if all(condition.holds(n) for condition in tests):
            yield n


def _inside(n: int, space: Window) -> bool:
    return (space.low is None or n >= space.low) and (space.high is None or n <= space.high)


def _candidates(conditions: tuple[Condition, ...], space: Window, *, descending: bool) -> Iterator[int]:
    divided = [condition.number for condition in conditions if isinstance(condition, DivisorOf) and condition.number]
    if divided:
        found = divisors_by_flint(gcd(*divided))
        signed = sorted({*found, *(-d for d in found)})
        yield from reversed(signed) if descending else signed
        return
    degrees = [condition.degree for condition in conditions if isinstance(condition, PowerOf)]
    if degrees:
        yield from _powers(max(degrees), space, descending=descending)
        return
    found_class = residue_class(conditions)
    if found_class is None:
        return
    rest, modulus = found_class
    yield from _progression(rest, modulus, space, descending=descending)


def _powers(degree: int, space: Window, *, descending: bool) -> Iterator[int]:
    if space.low is None or space.low < 0:
        if degree % 2 or space.high is None:
            raise _too_many()
        space = Window(0, space.high)
    low = _root_up(space.low or 0, degree)
    if descending:
        if space.high is None:
            raise _too_many()
        high = _root_up(space.high + 1, degree) - 1
        yield from (k**degree for k in islice(range(high, low - 1, -1), MAX_STEPS))
    else:
        for k in range(low, low + MAX_STEPS):
            if space.high is not None and k**degree > space.high:
                return
            yield k**degree
        raise _too_many()


def _root_up(value: int, degree: int) -> int:
    """The least k with k^degree at least the value."""
    k = max(0, int(round(value ** (1 / degree)) if value < 2**53 else _newton(value, degree)) - 2)
    while k**degree < value:
        k += 1
    return k


def _newton(value: int, degree: int) -> int:
    low, high = 0, 1 << (value.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**degree <= value else (low, middle - 1)
    return low


def _progression(rest: int, modulus: int, space: Window, *, descending: bool) -> Iterator[int]:
    if descending:
        if space.high is None:
            raise _endless()
        start = space.high - (space.high - rest) % modulus
        stop = space.low
        numbers = range(start, (stop if stop is not None else start - MAX_STEPS * modulus) - 1, -modulus)
        finite = stop is not None
    else:
        if space.low is None:
            raise _endless()
        start = space.low + (rest - space.low) % modulus
        numbers = range(start, (space.high if space.high is not None else start + MAX_STEPS * modulus) + 1, modulus)
        finite = space.high is not None
    if finite and len(numbers) > MAX_TRIED:
        raise _too_many()
    yield from numbers
    if not finite:
        raise _too_many()


def _every(conditions: tuple[Condition, ...], space: Window, *, descending: bool) -> Iterator[int]:
    if space.is_finite and (space.high or 0) - (space.low or 0) < MAX_TRIED:
        numbers = range(space.low or 0, (space.high or 0) + 1)
        yield from reversed(numbers) if descending else numbers
        return
    divided = [condition.number for condition in conditions if isinstance(condition, DivisorOf) and condition.number]
    if divided:
        found = divisors_by_trial(abs(divided[0]))
        signed = [-d for d in reversed(found)] + found
        yield from reversed(signed) if descending else signed
        return
    degrees = [condition.degree for condition in conditions if isinstance(condition, PowerOf)]
    if degrees and space.is_finite and (space.low or 0) >= 0:
        yield from _powers_one_by_one(min(degrees), space, descending=descending)
        return
    steps = [(c.number, 0) for c in conditions if isinstance(c, MultipleOf)]
    steps += [(c.divisor, c.rest) for c in conditions if isinstance(c, Leaves)]
    modulus, rest = max(steps, default=(1, 0))
    yield from _progression(rest, modulus, space, descending=descending)


def _powers_one_by_one(degree: int, space: Window, *, descending: bool) -> Iterator[int]:
    found: list[int] = []
    k = 0
    while (power := k**degree) <= (space.high or 0):
        if len(found) > MAX_STEPS:
            raise _too_many()
        if power >= (space.low or 0):
            found.append(power)
        k += 1
    yield from reversed(found) if descending else found


def _cost(condition: Condition) -> int:
    match condition:
        case Bound() | MultipleOf() | Leaves() | DivisorOf():
            return 0
        case DigitCount() | Coprime():
            return 1
        case Not(condition=inner):
            return _cost(inner)
        case Prime() | Composite() | Of() | Satisfies():
            return 3
    return 2


def _too_many() -> UndecidedError:
    return UndecidedError(Message("There are too many numbers to try them all."))


def _endless() -> UndecidedError:
    return UndecidedError(Message("Infinitely many numbers fit what is said, so the question has no answer."))
