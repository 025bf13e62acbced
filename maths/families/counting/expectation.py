"""What is won, rolled or seen on average: the expected value of a finite experiment.

Routes: values weighted with their probabilities over fractions; python-flint over a common denominator, and for
several equal draws the mean of all of them together.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from flint import fmpq

from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, number, over, plus, times
from maths.families.write import formula, listed, passages
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node
    from maths.verdict import Passage

MAX_OUTCOMES = 200


@dataclass(frozen=True, slots=True)
class Expectation:
    """`outcomes`: values with their probabilities, which make up 1; the same draw `repeated` so often and added."""

    outcomes: tuple[tuple[Fraction, Fraction], ...]
    repeated: int = 1

    def settle(self, find: Callable[[Expectation], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        if len(self.outcomes) > MAX_OUTCOMES or sum(chance for _, chance in self.outcomes) != 1:
            raise UndecidedError(Message("The probabilities do not add up to 1."))
        if any(chance < 0 for _, chance in self.outcomes) or self.repeated < 1:
            raise UndecidedError(Message("The probabilities do not add up to 1."))
        first = (find or _weighted)(self)
        if first != _over_common_denominator(self):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message(
            "values weighted with their probabilities, and again by python-flint over a common denominator"
        )
        return Settled(formula(number(first)), method, lambda level: _teach(self, first, level))


def _weighted(task: Expectation) -> Fraction:
    return task.repeated * sum((value * chance for value, chance in task.outcomes), Fraction(0))


def _over_common_denominator(task: Expectation) -> Fraction:
    """As if every outcome were several equally likely ones, and their values averaged."""
    common = 1
    for _, chance in task.outcomes:
        common = lcm(common, chance.denominator)
    total = fmpq(0)
    for value, chance in task.outcomes:
        total += fmpq(value.numerator, value.denominator) * (chance.numerator * (common // chance.denominator))
    found = total * task.repeated / common
    return Fraction(int(found.p), int(found.q))


def _teach(task: Expectation, found: Fraction, level: Level) -> tuple[Passage, ...]:
    products = [times(number(chance), number(value)) for value, chance in task.outcomes]
    single = found / task.repeated
    between = _over_one_line(task) if level is Level.BEGINNER else []
    lines = [Message("Multiply and add: {result}.", result=formula(equals(plus(*products), *between, number(single))))]
    if task.repeated > 1:
        total = equals(times(number(task.repeated), number(single)), number(found))
        lines.append(Message("The same {count} times over: {result}.", count=task.repeated, result=formula(total)))
    values = listed(formula(number(value)) for value, _ in task.outcomes)
    chances = listed(formula(number(chance)) for _, chance in task.outcomes)
    return passages(
        understanding=[Message("The possible values are {values}, with probabilities {chances}.",
                               values=values, chances=chances)],
        approach=[
            Message("Imagine doing it very often: each value comes up as often as its probability says. Average them.")
            if level is Level.BEGINNER
            else Message("The expected value is the sum of the values times their probabilities.")
            if level is Level.INTERMEDIATE
            else Message("Expectation is linear.")
            if task.repeated > 1
            else Message("The mean of the distribution: E(X) = Σ x·P(X = x).")
        ],
        steps=lines,
        check=[Message("The probabilities add up to 1: {sum}.",
                       sum=formula(equals(plus(*(number(chance) for _, chance in task.outcomes)), number(1))))],
        conclusion=[Message("The expected value is {result}.", result=formula(number(found)))],
    )  # fmt: skip


def _over_one_line(task: Expectation) -> list[Node]:
    """`(1 + 2 + 3)/6 = 6/6`: the products above one fraction line."""
    common = lcm(*((chance * value).denominator for value, chance in task.outcomes))
    shares = [chance * value * common for value, chance in task.outcomes]
    if common == 1 or any(share < 0 for share in shares):
        return []
    whole = over(number(sum(shares, Fraction(0))), number(common))
    above = over(plus(*(number(share) for share in shares)), number(common))
    return [above] if formula(whole) == formula(number(sum(shares, Fraction(0)) / common)) else [above, whole]


@dataclass(frozen=True, slots=True)
class Complement:
    """The probability that something does not happen, from the probability that it does."""

    chance: Fraction

    def settle(self, find: Callable[[Fraction], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        if not 0 <= self.chance <= 1:
            raise UndecidedError(Message("A probability lies between 0 and 1."))
        first = find(self.chance) if find else 1 - self.chance
        again = fmpq(self.chance.denominator - self.chance.numerator, self.chance.denominator)
        if first != Fraction(int(again.p), int(again.q)):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("taken away from 1 over fractions, and again by python-flint from the cases that are left")
        return Settled(formula(number(first)), method, lambda level: _teach_opposite(self, first, level))


def _teach_opposite(task: Complement, found: Fraction, level: Level) -> tuple[Passage, ...]:
    given = number(task.chance)
    line = equals(plus(number(1), number(-task.chance)), number(found))
    return passages(
        understanding=[Message("It happens with probability {chance}.", chance=formula(given))],
        approach=[
            {
                Level.BEGINNER: Message("Either it happens or it does not: both chances together make 1."),
                Level.INTERMEDIATE: Message("Use the complement: P(A) = 1 − P(not A)."),
                Level.ADVANCED: Message("A probability measure is additive and has total mass 1."),
            }[level]
        ],
        steps=[Message("Take it away from 1: {result}.", result=formula(line))],
        check=[Message("Together: {sum}.", sum=formula(equals(plus(given, number(found)), number(1))))],
        conclusion=[Message("The probability is {result}.", result=formula(number(found)))],
    )
