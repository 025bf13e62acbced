"""Sentences about whole numbers: divisors, multiples, primes, remainders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from maths.families.numbers.divisibility import Divides, GreatestDivisor, LeastMultiple, Remainder
from maths.families.numbers.integers.described import Described
from maths.families.numbers.integers.measures import remainder_by
from maths.families.numbers.integers.values import Given, Measured
from maths.families.numbers.operands import is_operand
from maths.families.numbers.primes import Divisors, Prime, PrimeFactors
from maths.families.written import letters
from maths.phrasing.chart import either, many, separator
from maths.phrasing.productions import formula, meaning, rule
from maths.tree import Factorial, Number, Power, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

T = TypeVar("T")

ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO")
_GROUPED = re.compile(r"\d,\d{3}(?!\d)")

_ARTICLE = re.compile(r"[\w)]\s+an?$")


def without_article(parser: Parser[T]) -> Parser[T]:
    """The readings that do not end in an article: the "a" of "Is 7 a factor" is no letter."""

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, T]]:
        yield from ((end, value) for end, value in parser(chart, at) if not _ARTICLE.search(chart.text[at:end]))

    return parse


def _factorials_whole(parser: Parser[T]) -> Parser[T]:
    """The readings that do not stop before a "!" in the middle of the text, which is a factorial's."""

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, T]]:
        for end, value in parser(chart, at):
            if chart.text[end : end + 1] != "!" or not chart.text[end + 1 :].strip():
                yield end, value

    return parse


operand = _factorials_whole(without_article(formula(is_operand)))
_several = many(operand, separator)


def several(chart: Chart, at: int) -> Iterator[tuple[int, tuple[Node, ...]]]:
    """Numbers with commas or words between; where a comma may group digits, none."""
    for end, found in _several(chart, at):
        if len(found) > 1 and not _GROUPED.search(chart.text[at:end]):
            yield end, found


def _gcd(numbers: tuple[Node, ...]) -> Built:
    if not any(letters(number) for number in numbers):
        yield GreatestDivisor(numbers)


def _lcm(numbers: tuple[Node, ...]) -> Built:
    if not any(letters(number) for number in numbers):
        yield LeastMultiple(numbers)


def _denominator(numbers: tuple[Node, ...]) -> Built:
    yield LeastMultiple(numbers, denominators=True)


def _prime(node: Node, composite: bool) -> Built:  # noqa: FBT001 - what the phrase means
    yield Prime(node, composite)


def _divides(divisor: Node, dividend: Node) -> Built:
    yield Divides(divisor, dividend)


def _divisible(dividend: Node, divisor: Node) -> Built:
    yield Divides(divisor, dividend)


def _remainder(wanted: tuple[str, ...], dividend: Node, divisor: Node) -> Built:
    """Of a power or a factorial the remainder alone, without writing it out."""
    powers = any(isinstance(part, (Power, Factorial)) for part in walk(dividend))
    if powers and wanted == ("remainder",) and isinstance(divisor, Number) and divisor.value.denominator == 1:
        if divisor.value > 0:
            yield Described(Measured(remainder_by(int(divisor.value)), Given(dividend)))
    elif not letters(dividend) | letters(divisor):
        yield Remainder(dividend, divisor, wanted)


def _remainder_after(dividend: Node, divisor: Node, wanted: tuple[str, ...]) -> Built:
    yield from _remainder(wanted, dividend, divisor)


def _factors(node: Node) -> Built:
    yield PrimeFactors(node)


def _product(node: Node) -> Built:
    yield PrimeFactors(node, product=True)


def _divisors(wanted: str, node: Node) -> Built:
    yield Divisors(node, wanted)


def _divisors_after(node: Node, wanted: str) -> Built:
    yield Divisors(node, wanted)


_KIND = either(meaning("A_PRIME", value=False), meaning("A_COMPOSITE", value=True))
_KIND_KO = either(meaning("A_PRIME_KO", value=False), meaning("A_COMPOSITE_KO", value=True))
_REST = either(meaning("REMAINDER", ("remainder",)), meaning("QUOTIENT_AND_REMAINDER", ("quotient", "remainder")))
_REST_KO = either(
    meaning("REMAINDER_KO", ("remainder",)),
    meaning("QUOTIENT_KO", ("quotient",)),
    rule(lambda: [("quotient", "remainder")], "QUOTIENT_KO", "AND", "REMAINDER_KO"),
)
_DIVISORS = either(
    meaning("DIVISORS", "list"), meaning("NUMBER_OF_DIVISORS", "count"), meaning("SUM_OF_DIVISORS", "sum")
)
_DIVISORS_KO = either(
    meaning("DIVISORS_KO", "list"), meaning("COUNT_OF_DIVISORS_KO", "count"), meaning("SUM_OF_DIVISORS_KO", "sum")
)

_ENGLISH: tuple[Parser[Found], ...] = (
    rule(_gcd, "?FIND", "GREATEST_DIVISOR", "OF_SEVERAL", several),
    rule(_lcm, "?FIND", "LEAST_MULTIPLE", "OF_SEVERAL", several),
    rule(_denominator, "?FIND", "COMMON_DENOMINATOR", "OF_SEVERAL", several),
    rule(_prime, "IS", "?THE_NUMBER", operand, _KIND),
    rule(_divides, "DOES", operand, "DIVIDE_INTO", operand),
    rule(_divides, "IS", operand, "A_FACTOR_OF", operand),
    rule(_divisible, "IS", operand, "A_MULTIPLE_OF|DIVISIBLE_BY", operand),
    rule(_remainder, "?FIND", _REST, "WHEN_DIVIDED", operand, "IS_DIVIDED_BY", operand),
    rule(_remainder_after, "DIVIDED_WHEN", operand, "IS_DIVIDED_BY", operand, "?COMMA", "FIND", _REST),
    rule(_factors, "?FIND", "PRIME_FACTORS", "OF", "?THE_NUMBER", operand),
    rule(_product, "?FIND", "PRIME_PRODUCT", "OF", "?THE_NUMBER", operand),
    rule(_product, "WRITE", operand, "AS_PRIME_PRODUCT"),
    rule(_product, "FACTOR|WRITE|PRIME_FACTORIZE", operand, "INTO_PRIMES|AS_PRIME_PRODUCT"),
    rule(_product, "PRIME_FACTORIZE", operand),
    rule(_divisors, "?FIND", _DIVISORS, "OF", "?THE_NUMBER", operand),
    rule(lambda node: _divisors("count", node), "HOW_MANY_DIVISORS", operand, "HAVE"),
)

_KOREAN: tuple[Parser[Found], ...] = (
    rule(_gcd, several, "OF_KO", "GREATEST_DIVISOR_KO", *ASKED_KO),
    rule(_lcm, several, "OF_KO", "LEAST_MULTIPLE_KO", *ASKED_KO),
    rule(_denominator, several, "OF_KO", "COMMON_DENOMINATOR_KO", *ASKED_KO),
    rule(_prime, operand, "TOPIC", _KIND_KO),
    rule(_divides, operand, "TOPIC", operand, "FACTOR_OF_KO|DIVIDES_KO"),
    rule(_divisible, operand, "TOPIC", operand, "MULTIPLE_OF_KO|DIVISIBLE_KO"),
    rule(_remainder_after, operand, "OBJECT", operand, "DIVIDED_KO", "?COMMA", _REST_KO, *ASKED_KO),
    rule(_factors, operand, "OF_KO", "PRIME_FACTORS_KO", *ASKED_KO),
    rule(_product, operand, "OBJECT", "PRIME_FACTORIZE_KO|SHOW_AS_PRIMES_KO"),
    rule(_product, operand, "OF_KO", "PRIME_PRODUCT_KO", *ASKED_KO),
    rule(_divisors_after, operand, "OF_KO", _DIVISORS_KO, *ASKED_KO),
)

REQUESTS: tuple[Parser[Found], ...] = (*_ENGLISH, *_KOREAN)
"""One rule a way to ask."""
