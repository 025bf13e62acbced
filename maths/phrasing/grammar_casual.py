"""Requests as they are typed in a chat: the sign or the name of an operation and its formula, hardly a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.equations.equation import Domain
from maths.families.numbers.divisibility import GreatestDivisor, LeastMultiple, Remainder
from maths.families.numbers.primes import PrimeFactors
from maths.families.terms import number as spoken
from maths.phrasing import requests
from maths.phrasing.chart import either
from maths.phrasing.grammar_numbers import operand, several
from maths.phrasing.productions import (
    always,
    differential,
    expression,
    formula,
    meaning,
    name,
    number,
    relation,
    relations,
    rule,
)
from maths.phrasing.spelled import count
from maths.tree import Number, Quotient

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Name, Node

_ROOTS = either(
    meaning("ROOTS", Domain.UNSTATED),
    meaning("REAL_ROOTS", Domain.REAL),
    meaning("COMPLEX_ROOTS", Domain.COMPLEX),
    meaning("REAL_ROOTS_KO", Domain.REAL),
)
_WRT = either(rule(lambda found: [found], "?COMMA", "WRT", name), differential, always(None))
_BOUNDS = rule(lambda low, high: [(low, high)], "?COMMA", "FROM", expression, "TO", expression)


def _is_whole(node: Node) -> bool:
    return isinstance(node, Number) and node.value.denominator == 1 and node.value > 0 and node.decimals is None


_SAID = either(rule(lambda said: [spoken(said)], count), number)
_OPERATION = either(*(meaning(symbol, symbol) for symbol in ("PLUS", "MINUS", "TIMES", "DIVIDED_BY")))
_POSITIVE_WHOLE = formula(_is_whole)
_FRACTION = formula(
    lambda node: isinstance(node, Quotient) and _is_whole(node.numerator) and _is_whole(node.denominator)
)


def _roots_after(equation: Node, domain: Domain) -> Built:
    yield from requests.roots(equation, (), domain)


def _system(equations: tuple[Node, ...]) -> Built:
    if len(equations) > 1:
        yield from requests.solve(equations, (), Domain.UNSTATED)


def _remainder(dividend: Node, divisor: Node) -> Built:
    """Of positive whole numbers: about the sign of others people disagree."""
    yield Remainder(dividend, divisor, ("remainder",))


def _gcd(numbers: tuple[Node, ...]) -> Built:
    if all(_is_whole(part) for part in numbers):
        yield GreatestDivisor(numbers)


def _lcm(numbers: tuple[Node, ...]) -> Built:
    if all(_is_whole(part) for part in numbers):
        yield LeastMultiple(numbers)


def _factorisation(node: Node) -> Built:
    if _is_whole(node):
        yield PrimeFactors(node, product=True)


def _find_value(equations: tuple[Node, ...], unknown: Name) -> Built:
    yield from requests.solve(equations, (unknown,), Domain.UNSTATED, one_value=True)


def _part_of(part: Node, whole: Node) -> Built:
    yield from requests.operate(part, "TIMES", whole)


REQUESTS: tuple[Parser[Found], ...] = (
    rule(_roots_after, relation, "?COMMA", _ROOTS),
    rule(_remainder, "?EVALUATE", _POSITIVE_WHOLE, "MOD", _POSITIVE_WHOLE),
    rule(requests.operate, "?EVALUATE", _SAID, _OPERATION, _SAID),
    rule(_part_of, "?EVALUATE", _FRACTION, "PERCENT_OF", number),
    rule(lambda whole, part: _part_of(part, whole), number, "OF_KO", _FRACTION, "?TOPIC", "?FIND_KO|WHAT_KO"),
    rule(requests.integrate, "INTEGRAL", "?COLON", expression, _WRT, _BOUNDS),
    rule(_system, "SYSTEM_KO", relations),
    rule(_system, relations, "SYSTEM_KO"),
    rule(_gcd, several, "GREATEST_DIVISOR_KO", "?TOPIC", "?FIND_KO|WHAT_KO"),
    rule(_lcm, several, "LEAST_MULTIPLE_KO", "?TOPIC", "?FIND_KO|WHAT_KO"),
    rule(_factorisation, operand, "PRIME_PRODUCT_KO"),
    rule(_find_value, relations, "COMMA", name, "?OF_KO", "VALUE_KO", "?TOPIC", "?FIND_KO|WHAT_KO"),
)
