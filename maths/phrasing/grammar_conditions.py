"""What whole numbers may satisfy, in words: `a prime`, `divisible by 3 or 5`, `3의 배수`."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from maths.families.counting.conditions import (
    EVEN,
    ODD,
    Both,
    Compared,
    Composite,
    DivisorOf,
    Either,
    Multiple,
    Not,
    Palindrome,
    PerfectPower,
    Prime,
)
from maths.phrasing.chart import either, many, word
from maths.phrasing.productions import meaning, rule
from maths.phrasing.slots import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maths.families.counting.conditions import Condition
    from maths.phrasing.chart import Parser

MAX_NUMBER = 10**6


def _multiple(numbers: tuple[int, ...], joint: Callable[[Condition, Condition], Condition]) -> Iterator[Condition]:
    if all(0 < number <= MAX_NUMBER for number in numbers):
        found: list[Condition] = [Multiple(number) for number in numbers]
        yield reduce(joint, found)


def _divisor(number: int) -> Iterator[Condition]:
    if 0 < number <= MAX_NUMBER:
        yield DivisorOf(number)


def compared(sign: str) -> Parser[Condition]:
    return rule(lambda bound: [Compared(sign, bound)], whole)


def _or(conditions: tuple[Condition, ...]) -> Iterator[Condition]:
    if len(conditions) > 1:
        yield reduce(Either, conditions)


_whole_or = many(whole, word("C_OR"))
_whole_and = many(whole, word("C_AND"))
_signs = either(
    rule(lambda bound: [Compared(">", bound)], "C_GREATER", whole),
    rule(lambda bound: [Compared("<", bound)], "C_LESS", whole),
    rule(lambda bound: [Compared(">=", bound)], "C_AT_LEAST", whole),
    rule(lambda bound: [Compared("<=", bound)], "C_AT_MOST", whole),
    rule(lambda bound: [Compared(">=", bound)], whole, "C_OR_MORE"),
    rule(lambda bound: [Compared("<=", bound)], whole, "C_OR_LESS"),
)
_single = either(
    meaning("C_EVEN", EVEN),
    meaning("C_ODD", ODD),
    meaning("C_PRIME", Prime()),
    meaning("C_COMPOSITE", Composite()),
    meaning("C_SQUARE", PerfectPower(2)),
    meaning("C_CUBE", PerfectPower(3)),
    meaning("C_PALINDROME", Palindrome()),
    rule(lambda numbers: _multiple(numbers, Either), "C_MULTIPLE", _whole_or),
    rule(lambda numbers: _multiple(numbers, Both) if len(numbers) > 1 else (), "C_MULTIPLE_OF_BOTH", _whole_and),
    rule(_divisor, "C_DIVISOR", whole),
    _signs,
)
condition: Parser[Condition] = either(
    _single,
    rule(lambda inner: [Not(inner)], "C_NOT", _single),
    rule(_or, many(_single, word("C_OR"))),
    rule(lambda one, two: [Both(one, two)], "?C_BOTH", _single, "C_AND", _single),
    rule(lambda one, two: [Both(one, Not(two))], _single, "C_BUT", "C_NOT", _single),
    rule(lambda one, two: [Both(Not(one), Not(two))], "C_NEITHER", _single, "C_NOR", _single),
)
"""What a number is said to be, after "is" or "are"."""

exactly: Parser[Condition] = rule(lambda bound: [Compared("=", bound)], whole)
"""A number it is said to be."""

_divided_ko = either(
    rule(lambda number: _multiple((number,), Both), whole, "C_MULTIPLE_KO|C_DIVISIBLE_KO"),
    rule(_divisor, whole, "C_DIVISOR_KO"),
)
_signs_ko = either(
    rule(lambda bound: [Compared(">", bound)], whole, "C_GREATER_KO|C_OVER_KO"),
    rule(lambda bound: [Compared("<", bound)], whole, "C_LESS_KO|C_UNDER_KO"),
    rule(lambda bound: [Compared(">=", bound)], whole, "C_OR_MORE_KO"),
    rule(lambda bound: [Compared("<=", bound)], whole, "C_OR_LESS_KO"),
)
single_ko = either(
    meaning("C_EVEN_KO", EVEN),
    meaning("C_ODD_KO", ODD),
    meaning("C_PRIME_KO", Prime()),
    meaning("C_COMPOSITE_KO", Composite()),
    meaning("C_SQUARE_KO", PerfectPower(2)),
    meaning("C_CUBE_KO", PerfectPower(3)),
    meaning("C_PALINDROME_KO", Palindrome()),
    _divided_ko,
    _signs_ko,
)
condition_ko: Parser[Condition] = either(
    single_ko,
    rule(lambda one, two: [Either(one, two)], single_ko, "C_OR_KO", single_ko),
    rule(lambda one, two: [Both(one, two)], single_ko, "C_AND_KO", single_ko),
)
"""What a number is said to be, before the particle or verb: `짝수`, `3의 배수 또는 5의 배수`."""
