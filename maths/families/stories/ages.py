"""Two people's ages: now, some years ago, in some years.

Routes: one age written by the other and put into the second sentence, in fractions; and both sentences as a matrix in
python-flint, its one solution put back into every sentence as it was told.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from flint import fmpq, fmpq_mat

from maths.families.proportion.amounts import agree
from maths.families.proportion.percent import solved
from maths.families.routes.rational import quotient
from maths.families.settled import Settled, UndecidedError
from maths.families.stories.sentences import equation_works, shown
from maths.families.terms import equals, fraction, minus, name, number, plus, times
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.message import Formula
    from maths.tree import Node, Relation

OLDEST = 150
_DISAGREE = Message("The two ways of calculating it do not agree.")
_NO_AGES = Message("No two ages fit these sentences.")


class Said(Enum):
    """What a sentence says of the ages x and y: their sum, x - y, or x as a multiple of y."""

    SUM = "sum"
    GAP = "gap"
    TIMES = "times"


@dataclass(frozen=True, slots=True)
class Sentence:
    """`value` is the sum, the difference or the factor, `later` years from now (before now where negative)."""

    said: Said
    value: Fraction
    later: int = 0


@dataclass(frozen=True, slots=True)
class TwoAges:
    """`wanted` is 0 for the age x now, 1 for y."""

    sentences: tuple[Sentence, Sentence]
    wanted: int
    names: tuple[str, str]

    def settle(self, find: Callable[[tuple[Sentence, Sentence]], tuple[Fraction, Fraction]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        ages = (find or _by_substitution)(self.sentences)
        exact = _by_matrix(self.sentences)
        agree(ages[0], exact[0])
        agree(ages[1], exact[1])
        if not all(_holds(sentence, ages) for sentence in self.sentences):
            raise UndecidedError(_DISAGREE)
        moments = {0, *(sentence.later for sentence in self.sentences)}
        if any(age.denominator != 1 or not 0 < age + later < OLDEST for age in ages for later in moments):
            raise UndecidedError(_NO_AGES)
        value = ages[self.wanted]
        answer = formula(number(value))
        lesson = self._lesson(ages, answer)
        method = Message("by substitution in fractions, and again as a matrix and put back by python-flint")
        return Settled(answer, method, lambda level: teach(lesson, level))

    def _lesson(self, ages: tuple[Fraction, Fraction], answer: Formula) -> Lesson:
        first, second = _simplest_first(self.sentences)
        p, q = _expressed(first)
        x, y = name("x"), name("y")
        by_y = _by_second(p, q, y)
        works = [
            *([] if _equation(first, x) == equals(x, by_y) else [
                Work(Message("Write the first age by the second one."), None, _equation(first, x), equals(x, by_y))
            ]),
            *equation_works(Message("One sentence says {equation}. Put it into the other one, so that one letter is "
                                    "left.", equation=formula(equals(x, by_y))),
                            _equation(second, by_y), *_remaining(second, p, q, ages[1])),
            Work(Message("Now the first age follows."), None, equals(x, _by_second(p, q, number(ages[1]))),
                 equals(x, number(ages[0]))),
        ]  # fmt: skip
        return Lesson(
            Message("Let {x} be the age of {one} now and {y} the age of {other} now.", x=formula(x), y=formula(y),
                    one=self.names[0], other=self.names[1]),
            Message("Wanted: the age of {who}.", who=self.names[self.wanted]),
            tuple(works),
            Message("Put into both sentences, the two ages fit."),
            Message("The result is {value}.", value=answer),
            Message("Each sentence about the ages is an equation. In some years both people are that much older."),
            Message("Two independent linear equations in two unknowns have exactly one solution."),
        )  # fmt: skip


def _by_substitution(sentences: tuple[Sentence, Sentence]) -> tuple[Fraction, Fraction]:
    first, second = _simplest_first(sentences)
    p, q = _expressed(first)
    factor, right = _left_over(second, p, q)
    if factor == 0:
        raise UndecidedError(_NO_AGES)
    y = right / factor
    return p * y + q, y


def _simplest_first(sentences: tuple[Sentence, Sentence]) -> tuple[Sentence, Sentence]:
    first, second = sorted(sentences, key=lambda sentence: (sentence.later != 0, sentence.said is Said.SUM))
    return first, second


def _expressed(sentence: Sentence) -> tuple[Fraction, Fraction]:
    """X = p*y + q"""
    value, later = sentence.value, sentence.later
    match sentence.said:
        case Said.SUM:
            return Fraction(-1), value - 2 * later
        case Said.GAP:
            return Fraction(1), value
    return value, (value - 1) * later


def _left_over(sentence: Sentence, p: Fraction, q: Fraction) -> tuple[Fraction, Fraction]:
    """Of a sentence with p*y + q for x: factor*y = right."""
    value, later = sentence.value, sentence.later
    match sentence.said:
        case Said.SUM:
            return p + 1, value - q - 2 * later
        case Said.GAP:
            return p - 1, value - q
    return p - value, (value - 1) * later - q


def _remaining(sentence: Sentence, p: Fraction, q: Fraction, y: Fraction) -> tuple[Fraction, str, Fraction]:
    return abs(_left_over(sentence, p, q)[0]), "y", y


def _by_second(p: Fraction, q: Fraction, y: Node) -> Node:
    """`p*y + q` as it is written."""
    if p == -1:
        return minus(shown(q), y)
    first = y if p == 1 else times(shown(p), y)
    if q == 0:
        return first
    return plus(first, shown(q)) if q > 0 else minus(first, shown(-q))


def _equation(sentence: Sentence, x: Node) -> Relation:
    """The sentence with something for x."""
    y: Node = name("y")
    first, second = _aged(x, sentence.later), _aged(y, sentence.later)
    match sentence.said:
        case Said.SUM:
            return equals(plus(first, second), shown(sentence.value))
        case Said.GAP:
            return equals(minus(first, second), shown(sentence.value))
    return equals(first, times(shown(sentence.value), second))


def _aged(age: Node, later: int) -> Node:
    if later == 0:
        return age
    return plus(age, number(later)) if later > 0 else minus(age, number(-later))


def _by_matrix(sentences: tuple[Sentence, Sentence]) -> tuple[Fraction, Fraction]:
    rows: list[list[fmpq | int]] = []
    right: list[list[fmpq]] = []
    for sentence in sentences:
        value = quotient(sentence.value)
        match sentence.said:
            case Said.SUM:
                rows.append([1, 1])
                right.append([value - 2 * sentence.later])
            case Said.GAP:
                rows.append([1, -1])
                right.append([value])
            case Said.TIMES:
                rows.append([fmpq(1), -value])
                right.append([value * sentence.later - sentence.later])
    try:
        found = fmpq_mat(rows).solve(fmpq_mat(right))
    except ZeroDivisionError:
        raise UndecidedError(_NO_AGES) from None
    return fraction(found[0, 0]), fraction(found[1, 0])


def _holds(sentence: Sentence, ages: tuple[Fraction, Fraction]) -> bool:
    x, y = (quotient(age) + sentence.later for age in ages)
    value = quotient(sentence.value)
    return bool({Said.SUM: x + y == value, Said.GAP: x - y == value, Said.TIMES: x == value * y}[sentence.said])


@dataclass(frozen=True, slots=True)
class YearsUntil:
    """In how many years, or before how many, the first age is so many times the second one."""

    ages: tuple[Fraction, Fraction]
    factor: Fraction
    ago: bool = False

    def settle(self, find: Callable[[Fraction, Fraction, Fraction], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        (x, y), factor = self.ages, self.factor
        if factor <= 1 or any(age.denominator != 1 or not 0 < age < OLDEST for age in self.ages):
            raise UndecidedError(_NO_AGES)
        sign = -1 if self.ago else 1
        years = (find or (lambda a, b, k: sign * (a - k * b) / (k - 1)))(x, y, factor)
        agree(years, solved(lambda t: quotient(x) + sign * t - quotient(factor) * (quotient(y) + sign * t)))
        if years.denominator != 1 or not 0 < years < OLDEST or y + sign * years <= 0:
            raise UndecidedError(_NO_AGES)
        answer = formula(number(years))
        t = name("t")
        moved = [plus(number(age), t) if sign > 0 else minus(number(age), t) for age in self.ages]
        works = (
            *equation_works(
                Message("After {letter} years both are that much older: the first age is to be {factor} times the "
                        "second one.", letter=formula(t), factor=formula(shown(factor)))
                if sign > 0
                else Message("Before {letter} years both were that much younger: the first age was {factor} times the "
                             "second one.", letter=formula(t), factor=formula(shown(factor))),
                equals(moved[0], times(shown(factor), moved[1])), factor - 1, "t", years,
            ),
        )  # fmt: skip
        lesson = Lesson(
            Message("The ages now are {one} and {other}.", one=formula(number(x)), other=formula(number(y))),
            Message("Wanted: the number of years."),
            works,
            Message("Then the ages are {one} and {other}, and the one is {factor} times the other.",
                    one=formula(number(x + sign * years)), other=formula(number(y + sign * years)),
                    factor=formula(shown(factor))),
            Message("The result is {value}.", value=answer),
            Message("Both grow older by the same number of years. Call it a letter and write the sentence down."),
            Message("The difference of two ages never changes; their quotient does."),
        )  # fmt: skip
        method = Message("by the difference of the ages in fractions, and the sentence as an equation by python-flint")
        return Settled(answer, method, lambda level: teach(lesson, level))
