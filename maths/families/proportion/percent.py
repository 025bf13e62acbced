"""Percentages: parts, wholes and rates; what rises and falls by them.

Routes: the formula in plain fractions; and python-flint solving the sentence itself as an equation in the unknown, its
coefficients found by putting in 0 and 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from flint import fmpq

from maths.families.numbers.rounding_steps import plain
from maths.families.proportion.amounts import HUNDRED, Amount, agree, common_unit, money, percent, rate
from maths.families.routes.rational import quotient
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import fraction, minus, number, over, times
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula
from maths.message import Message
from maths.read import read
from maths.tree import Percent

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.message import Formula
    from maths.tree import Node

MAX_CHANGES = 8
_METHOD = Message("in fractions, and again as an equation solved by python-flint")


def solved(sentence: Callable[[fmpq], fmpq]) -> Fraction:
    """The unknown for which a linear sentence is zero. Raises UndecidedError where there is not exactly one."""
    at_zero, at_one, at_two = sentence(fmpq(0)), sentence(fmpq(1)), sentence(fmpq(2))
    step = at_one - at_zero
    if step == 0 or at_two - at_one != step:
        raise UndecidedError(Message("The two ways of calculating it do not agree."))
    return fraction(-at_zero / step)


def settled(answer: Formula, lesson: Lesson) -> Settled:
    return Settled(answer, _METHOD, lambda level: teach(lesson, level))


@dataclass(frozen=True, slots=True)
class PartOf:
    """The percentage of a whole."""

    rate: Node
    whole: Amount
    place: Fraction | None = None

    def settle(self, find: Callable[[Fraction, Fraction], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        share, whole = rate(self.rate), self.whole.value
        part = (find or (lambda r, w: r * w))(share, whole)
        agree(part, solved(lambda x: x * HUNDRED - quotient(share * HUNDRED) * quotient(whole)))
        answer = money(part, self.whole.unit, self.place)
        lesson = Lesson(
            Message("The whole is {whole}.", whole=formula(self.whole.size)),
            Message("Wanted: {rate} of it.", rate=percent(share)),
            (Work(_SHARE, read("p = r*w"), times(_written(share), self.whole.size), plain(part, decimals=True)),),
            Message("Divided by the whole, it is {rate} again.", rate=percent(share)),
            Message("The result is {value}.", value=answer),
            _PLAN,
            _BASE,
        )
        return settled(answer, lesson)


_PLAN = Message("Per cent counts hundredths of the whole. So first ask: what is the whole, which part of it is meant?")
_BASE = Message("Part = rate × whole, with the rate in hundredths.")
_ONE_BY_ONE = Message("Take one change after the other: a value that changes by per cent is multiplied by a number.")
_FACTORS = Message("Successive changes in per cent are a product of growth factors.")
_SHARE = Message("Per cent means hundredths: write the rate as a fraction of 100 and multiply the whole by it.")


@dataclass(frozen=True, slots=True)
class RateOf:
    """What percentage a part is of a whole."""

    part: Amount
    whole: Amount

    def settle(self, find: Callable[[Fraction, Fraction], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        common_unit(self.part.unit, self.whole.unit)
        part, whole = self.part.value, self.whole.value
        share = (find or (lambda p, w: p / w))(part, whole)
        agree(share * HUNDRED, solved(lambda x: x / HUNDRED * quotient(whole) - quotient(part)))
        answer = percent(share)
        lesson = Lesson(
            Message("The part is {part}, the whole is {whole}.", part=formula(self.part.size),
            whole=formula(self.whole.size)),
            Message("Wanted: how many hundredths of the whole the part is."),
            (
                Work(Message("Divide the part by the whole."), read("r = p/w"), over(self.part.size, self.whole.size),
                plain(share, decimals=False)),
                _in_hundredths(share),
            ),
            Message("That share of the whole is the part again."),
            Message("The result is {value}.", value=answer),
            _PLAN,
            _BASE,
        )  # fmt: skip
        return settled(answer, lesson)


@dataclass(frozen=True, slots=True)
class WholeOf:
    """The whole of which a part is a percentage; with `then`, that other percentage of the whole."""

    part: Amount
    rate: Node
    then: Node | None = None

    def settle(self, find: Callable[[Fraction, Fraction], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        part, share = self.part.value, rate(self.rate)
        whole = (find or (lambda p, r: p / r))(part, share)
        agree(whole, solved(lambda x: quotient(share) * x - quotient(part)))
        works = [Work(Message("The part is the rate times the whole, so divide the part by the rate."),
        read("w = p/r"), over(self.part.size, _written(share)), plain(whole, decimals=True))]  # fmt: skip
        found = whole
        if self.then is not None:
            other = rate(self.then)
            found = whole * other
            agree(found, solved(lambda x: x * quotient(share) - quotient(part) * quotient(other)))
            works.append(
                Work(_SHARE, None, times(_written(other), plain(whole, decimals=True)), plain(found, decimals=True))
            )
        answer = money(found, self.part.unit)
        lesson = Lesson(
            Message("{rate} of the whole is {part}.", rate=percent(share), part=formula(self.part.size)),
            Message("Wanted: the whole.") if self.then is None else Message("Wanted: {rate} of it.",
            rate=percent(rate(self.then))),
            tuple(works),
            Message("{rate} of that whole is the part again.", rate=percent(share)),
            Message("The result is {value}.", value=answer),
            _PLAN,
            _BASE,
        )  # fmt: skip
        return settled(answer, lesson)


@dataclass(frozen=True, slots=True)
class Change:
    """By what percentage a value rises or falls from `old` to `new`; `said` is the direction the statement names."""

    old: Amount
    new: Amount
    said: str = ""

    def settle(self, find: Callable[[Fraction, Fraction], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        common_unit(self.old.unit, self.new.unit)
        old, new = self.old.value, self.new.value
        if old == new or (self.said == "rise") is not (new > old):
            raise UndecidedError(Message("The value does not change in the direction that is named."))
        share = (find or (lambda a, b: abs(b - a) / a))(old, new)
        sign = 1 if new > old else -1
        agree(share * HUNDRED, solved(lambda x: quotient(old) * (1 + sign * x / HUNDRED) - quotient(new)))
        answer = percent(share)
        low, high = (self.old.size, self.new.size) if new > old else (self.new.size, self.old.size)
        gap = plain(abs(new - old), decimals=True)
        lesson = Lesson(
            Message("The value goes from {old} to {new}.", old=formula(self.old.size), new=formula(self.new.size)),
            Message("Wanted: how many hundredths of the old value the change is."),
            (
                Work(Message("How large is the change?"), None, minus(high, low), gap),
                Work(Message("Compare it with the old value, the one it started from."), None, over(gap,
                self.old.size), plain(share, decimals=False)),
                _in_hundredths(share),
            ),
            Message("The old value changed by {rate} is the new one.", rate=answer),
            Message("The result is {value}.", value=answer),
            Message("A change in per cent compares the change with the old value, not with the new one."),
            Message("Relative change: the difference over the original value."),
        )  # fmt: skip
        return settled(answer, lesson)


@dataclass(frozen=True, slots=True)
class Changed:
    """A value after rises and falls in a row, each a signed percentage: `+20`, `-15` as ("rise", node).

    `start` None: the percentage of change in all, where `direction` names one ("rise", "fall"; a "change" that is a
    fall would have a sign for some). `backwards`: the value is known afterwards, and wanted before.
    """

    start: Amount | None
    changes: tuple[tuple[str, Node], ...]
    backwards: bool = False
    amount_only: bool = False
    place: Fraction | None = None
    direction: str = ""

    def settle(self, find: Callable[[Fraction, list[Fraction]], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        factors = [_factor(way, node) for way, node in self.changes]
        start = Fraction(HUNDRED) if self.start is None else self.start.value
        first = find or (_undone if self.backwards else _done)
        end = first(start, factors)
        agree(end, self._by_equation(start))
        works = self._works(start, factors)
        if self.start is None:
            return self._in_all(end, works)
        found = end
        if self.amount_only:
            found = abs(end - start)
            high, low = max(end, start), min(end, start)
            works.append(
                Work(
                    Message("How large is the change?"),
                    None,
                    minus(plain(high, decimals=True), plain(low, decimals=True)),
                    plain(found, decimals=True),
                )
            )
        answer = money(found, self.start.unit, self.place)
        lesson = Lesson(
            Message("The value afterwards is {value}.", value=formula(self.start.size))
            if self.backwards
            else Message("The value is {value} at first.", value=formula(self.start.size)),
            Message("Wanted: the value before.") if self.backwards else Message("Wanted: the value afterwards."),
            tuple(works),
            Message("Each percentage refers to the value just before it, not to the first one."),
            Message("The result is {value}.", value=answer),
            _ONE_BY_ONE,
            _FACTORS,
        )
        return settled(answer, lesson)

    def _in_all(self, end: Fraction, works: list[Work]) -> Settled:
        change = (end - HUNDRED) / HUNDRED
        named = {"rise": change > 0, "change": change > 0, "fall": change < 0}.get(self.direction, True)
        if change == 0 or not named:
            raise UndecidedError(Message("The value does not change in the direction that is named."))
        answer = percent(abs(change))
        lesson = Lesson(
            Message("Take 100 for the value at first."),
            Message("Wanted: the change in all, in per cent."),
            tuple(works),
            Message("Each percentage refers to the value just before it, not to the first one."),
            Message("In all it rises by {rate}.",
            rate=answer) if change > 0 else Message("In all it falls by {rate}.", rate=answer),
            _ONE_BY_ONE,
            _FACTORS,
        )  # fmt: skip
        return settled(answer, lesson)

    def _by_equation(self, start: Fraction) -> Fraction:
        """The value that added to, or taken from, in hundredths step by step leads to the other."""

        def forward(value: fmpq) -> fmpq:
            for way, node in self.changes:
                hundredth = value / HUNDRED
                steps = quotient(rate(node) * HUNDRED)
                value = value + hundredth * steps if way == "rise" else value - hundredth * steps
            return value

        if self.backwards:
            return solved(lambda x: forward(x) - quotient(start))
        return fraction(forward(quotient(start)))

    def _works(self, start: Fraction, factors: list[Fraction]) -> list[Work]:
        value, works = start, []
        steps = list(zip(self.changes, factors, strict=True))
        for (way, node), factor in reversed(steps) if self.backwards else steps:
            share = percent(rate(node))
            following = value / factor if self.backwards else value * factor
            reason = (
                Message("A rise by {rate} leaves 100% and that much more: multiply by {factor}.", rate=share,
                factor=formula(plain(factor, decimals=True)))
                if way == "rise"
                else Message("A fall by {rate} leaves what is missing to 100%: multiply by {factor}.", rate=share,
                factor=formula(plain(factor, decimals=True)))
            )  # fmt: skip
            if self.backwards:
                reason = Message(
                    "Before, it was multiplied by {factor}: divide by it to go back.",
                    factor=formula(plain(factor, decimals=True)),
                )
            join = over if self.backwards else times
            works.append(
                Work(
                    reason,
                    None,
                    join(plain(value, decimals=True), plain(factor, decimals=True)),
                    plain(following, decimals=True),
                )
            )
            value = following
        return works


def _in_hundredths(share: Fraction) -> Work:
    return Work(
        Message("A hundredth is one per cent: multiply by 100."), None, times(number(share), number(HUNDRED)),
        plain(share * HUNDRED, decimals=True),
    )  # fmt: skip


def _written(share: Fraction) -> Node:
    """`20%`"""
    return Percent(plain(share * HUNDRED, decimals=True))


def _factor(way: str, node: Node) -> Fraction:
    share = rate(node)
    if way == "fall" and share >= 1:
        raise UndecidedError(Message("A value cannot fall by so much."))
    return 1 + share if way == "rise" else 1 - share


def _done(start: Fraction, factors: list[Fraction]) -> Fraction:
    for factor in factors:
        start *= factor
    return start


def _undone(start: Fraction, factors: list[Fraction]) -> Fraction:
    for factor in factors:
        start /= factor
    return start
