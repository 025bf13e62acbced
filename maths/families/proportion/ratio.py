"""Ratios and proportions.

Routes: fractions of the whole, or the constant of the proportion; and python-flint, putting the answer back into the
statement: the parts add up to the whole, and all of them are the same multiple of the ratio's.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import gcd, lcm
from typing import TYPE_CHECKING

from flint import fmpq

from maths.families.numbers.operands import rational_value
from maths.families.numbers.rounding_steps import plain
from maths.families.proportion.amounts import Amount, money
from maths.families.routes.rational import quotient
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, name, number, over, plus, power, times
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula, listed
from maths.message import Formula, Message
from maths.tree import Ratio

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node

MAX_PARTS = 8
MAX_POWER = 3


def _positive(node: Node) -> Fraction:
    value = rational_value(node)
    if value <= 0:
        raise UndecidedError(Message("The parts of a ratio are positive numbers."))
    return value


def _disagree() -> UndecidedError:
    return UndecidedError(Message("The two ways of calculating it do not agree."))


@dataclass(frozen=True, slots=True)
class Share:
    """A whole divided in a ratio; wanted are all parts, the largest or smallest, or the one at a `place` from 0."""

    whole: Amount
    ratio: tuple[Node, ...]
    which: str = "all"  # or "largest", "smallest"
    place: int | None = None

    def settle(self, find: Callable[[Fraction, list[Fraction]], list[Fraction]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        parts = [_positive(part) for part in self.ratio]
        if not 2 <= len(parts) <= MAX_PARTS:  # noqa: PLR2004 - a ratio has two parts at least
            raise UndecidedError(Message("The parts of a ratio are positive numbers."))
        whole, total = self.whole.value, sum(parts)
        shares = (find or (lambda w, p: [w * part / sum(p) for part in p]))(whole, parts)
        _confirm(whole, parts, shares)
        unit = whole / total
        works = [
            Work(Message("Count the shares together."), None, plus(*self.ratio), number(total)),
            Work(Message("One share is the whole divided by their number."), None, over(self.whole.size,
            number(total)), plain(unit, decimals=True)),
            *(
                Work(Message("Take as many shares as the ratio says."), None, times(part, plain(unit, decimals=True)),
                plain(share, decimals=True))
                for part, share in zip(self.ratio, shares, strict=True)
            ),
        ]  # fmt: skip
        wanted = {"largest": [max(shares)], "smallest": [min(shares)]}.get(self.which, shares)
        wanted = wanted if self.place is None else [shares[self.place]]
        answer = listed(money(share, self.whole.unit) for share in wanted)
        lesson = Lesson(
            Message("{whole} is divided in the ratio {ratio}.", whole=formula(self.whole.size),
            ratio=formula(Ratio(self.ratio))),
            Message("Wanted: the parts."),
            tuple(works),
            Message("Together the parts are the whole again."),
            Message("The result is {value}.", value=answer),
            Message("Think of equal shares: the ratio says how many of them each part gets. First find one share."),
            Message("Proportional division: each part is the whole times its term over the sum of all terms."),
        )  # fmt: skip
        method = Message("from one share in fractions, and the parts put back into ratio and sum by python-flint")
        return Settled(answer, method, lambda level: teach(lesson, level))


def _confirm(whole: Fraction, parts: list[Fraction], shares: list[Fraction]) -> None:
    exact = [quotient(share) for share in shares]
    if sum(exact, fmpq(0)) != quotient(whole):
        raise _disagree()
    if any(exact[0] * quotient(part) != other * quotient(parts[0]) for part, other in zip(parts, exact, strict=True)):
        raise _disagree()


@dataclass(frozen=True, slots=True)
class SimplifyRatio:
    """A ratio in the smallest whole numbers."""

    parts: tuple[Node, ...]

    def settle(self, find: Callable[[list[Fraction]], list[int]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        values = [_positive(part) for part in self.parts]
        found = (find or _smallest)(values)
        scale = quotient(values[0]) / found[0]
        if any(scale * whole != quotient(value) for whole, value in zip(found, values, strict=True)):
            raise _disagree()
        if reduce(gcd, found) != 1:
            raise _disagree()
        answer = Ratio(tuple(number(whole) for whole in found))
        works = _simplifying(values, found)
        lesson = Lesson(
            Message("Given is the ratio {ratio}.", ratio=formula(Ratio(self.parts))),
            Message("Wanted: the same ratio in the smallest whole numbers."),
            works,
            Message("These numbers have no common divisor but 1."),
            Message("The result is {value}.", value=formula(answer)),
            Message("A ratio stays the same when all its numbers are multiplied or divided by the same number."),
            Message("A ratio is unchanged by a common factor: reduce by the greatest common divisor."),
        )
        method = Message("by the common denominator and divisor, and each part put back by python-flint")
        return Settled(formula(answer), method, lambda level: teach(lesson, level))


def _smallest(values: list[Fraction]) -> list[int]:
    below = lcm(*(value.denominator for value in values))
    whole = [int(value * below) for value in values]
    common = gcd(*whole)
    return [value // common for value in whole]


def _simplifying(values: list[Fraction], found: list[int]) -> tuple[Work, ...]:
    scale = Fraction(found[0]) / values[0]
    reason = (
        Message("Divide all parts by their greatest common divisor {number}.", number=formula(number(1 / scale)))
        if scale < 1
        else Message("Multiply all parts by {number}, so that they become whole.", number=formula(number(scale)))
    )
    each = tuple(
        Work(
            reason,
            None,
            over(number(value), number(1 / scale)) if scale < 1 else times(number(value), number(scale)),
            number(whole),
            obvious=True,
        )
        for value, whole in zip(values, found, strict=True)
        if scale != 1
    )
    return (
        *each,
        Work(
            reason,
            None,
            Ratio(tuple(number(value) for value in values)),
            formula(Ratio(tuple(number(n) for n in found))),
        ),
    )


@dataclass(frozen=True, slots=True)
class ChainRatio:
    """`a:b` and `b:c` with the middle term in common; wanted is the ratio of letters."""

    first: tuple[str, str, Node, Node]
    second: tuple[str, str, Node, Node]
    wanted: tuple[str, ...]

    def settle(self, find: Callable[[dict[str, Fraction]], list[int]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        shared = {*self.first[:2]} & {*self.second[:2]}
        letters = {*self.first[:2]} | {*self.second[:2]}
        if len(shared) != 1 or not {*self.wanted} <= letters or len({*self.wanted}) != len(self.wanted):
            raise UndecidedError(Message("The two ratios do not have one letter in common."))
        middle = shared.pop()
        values: dict[str, Fraction] = {}
        for left, right, p, q in (self.first, self.second):
            a, b = _positive(p), _positive(q)
            values |= {left: a / b, right: Fraction(1)} if right == middle else {left: Fraction(1), right: b / a}
        found = (find or (lambda v: _smallest([v[letter] for letter in self.wanted])))(values)
        self._confirm(middle, found)
        answer = Ratio(tuple(number(whole) for whole in found))
        lines = tuple(
            Work(
                Message("Take {letter} for 1 and write the other letter as a multiple of it.",
                letter=formula(name(middle))),
                None, equals(over(name(left), name(right)), over(p, q)), equals(name(other), number(values[other])),
            )
            for left, right, p, q in (self.first, self.second)
            for other in (left, right)
            if other != middle
        )  # fmt: skip
        ratio = Ratio(tuple(number(values[letter]) for letter in self.wanted))
        lesson = Lesson(
            Message("Given are the ratios {first} and {second}.", first=_said(self.first), second=_said(self.second)),
            Message("Wanted: {ratio}.", ratio=formula(Ratio(tuple(name(letter) for letter in self.wanted)))),
            (*lines, Work(Message("Put them side by side and make them whole numbers."), None, ratio, formula(answer))),
            Message("Both given ratios come out again."),
            Message("The result is {value}.", value=formula(answer)),
            Message("One letter is in both ratios. Measure the other letters by it, then all can be put side by side."),
            Message("Scale the two ratios so that the shared term agrees."),
        )
        method = Message("by the common denominator and divisor, and each part put back by python-flint")
        return Settled(formula(answer), method, lambda level: teach(lesson, level))

    def _confirm(self, middle: str, found: list[int]) -> None:
        """The middle letter chosen so that the first wanted letter fits; the others have to fit too."""
        sizes: dict[str, fmpq] = {middle: fmpq(1)}
        for left, right, p, q in (self.first, self.second):
            a, b = quotient(rational_value(p)), quotient(rational_value(q))
            if left == middle:
                sizes[right] = b / a
            else:
                sizes[left] = a / b
        base = sizes[self.wanted[0]] / found[0]
        if any(base * n != sizes[letter] for letter, n in zip(self.wanted, found, strict=True)):
            raise _disagree()


def _said(part: tuple[str, str, Node, Node]) -> Formula:
    left, right, p, q = part
    return formula(equals(Ratio((name(left), name(right))), Ratio((p, q))))


@dataclass(frozen=True, slots=True)
class Variation:
    """`wanted` varies directly or inversely with a power of `other`; a pair of values known, one of the next."""

    kind: str  # "direct" or "inverse"
    letters: tuple[str, str]
    power: int
    known: tuple[Node, Node]
    given: tuple[str, Node]

    def settle(self, find: Callable[..., Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        y, x = self.letters
        a, b = (rational_value(node) for node in self.known)
        letter, node = self.given
        value = rational_value(node)
        if 0 in (a, b, value) or letter not in self.letters or (letter == y and self.power != 1):
            raise UndecidedError(Message("Such a proportion is not settled by these values."))
        exponent = self.power if self.kind == "direct" else -self.power
        constant = a / b**exponent
        found = (find or self._found)(constant, value, exponent)
        back = (found, value) if letter == x else (value, found)
        left = quotient(back[0]) * quotient(b) ** self.power
        right = quotient(a) * quotient(back[1]) ** self.power
        if self.kind == "inverse":
            left, right = quotient(back[0]) * quotient(back[1]) ** self.power, quotient(a) * quotient(b) ** self.power
        if left != right:
            raise _disagree()
        other = y if letter == x else x
        rule = equals(
            name(y),
            times(name("k"), power(name(x), self.power))
            if self.kind == "direct"
            else over(name("k"), power(name(x), self.power)),
        )
        put_in = equals(
            self.known[0],
            times(name("k"), power(self.known[1], self.power))
            if self.kind == "direct"
            else over(name("k"), power(self.known[1], self.power)),
        )
        last = {x: node if letter == x else name(x), y: node if letter == y else name(y)}
        second = equals(
            last[y],
            times(number(constant), power(last[x], self.power))
            if self.kind == "direct"
            else over(number(constant), power(last[x], self.power)),
        )
        works = (
            Work(_DIRECT if self.kind == "direct" else _INVERSE, rule, put_in, equals(name("k"), number(constant))),
            Work(Message("Now put the other value in."), None, second, equals(name(other), number(found))),
        )
        lesson = Lesson(
            Message("Given is a proportion with {first} and {second}.", first=formula(equals(name(y), self.known[0])),
            second=formula(equals(name(x), self.known[1]))),
            Message("Wanted: {letter}.", letter=formula(name(other))),
            works,
            Message("Both pairs give the same constant."),
            Message("The result is {value}.", value=formula(number(found))),
            Message("The pair that is known gives the constant; with the constant the other pair can be completed."),
            Message("Direct proportion: the quotient is constant, so one pair determines all others.")
            if self.kind == "direct"
            else Message("Inverse proportion: the product is constant, so one pair determines all others."),
        )  # fmt: skip
        method = Message("from the constant of the proportion in fractions, and both pairs compared by python-flint")
        return Settled(formula(number(found)), method, lambda level: teach(lesson, level))

    def _found(self, constant: Fraction, value: Fraction, exponent: int) -> Fraction:
        if self.given[0] == self.letters[1]:
            return constant * value**exponent
        return value / constant if exponent > 0 else constant / value


_DIRECT = Message("In a direct proportion one is always the same multiple of the other: find that constant k first.")
_INVERSE = Message("In an inverse proportion the product is always the same: find that constant k first.")
