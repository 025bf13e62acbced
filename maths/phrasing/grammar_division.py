"""Sentences about dividing polynomials, and about all coefficients of one, in English and Korean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.algebra.coefficient import Coefficient, monomial
from maths.families.algebra.coefficient_sum import CoefficientSum
from maths.families.algebra.division import (
    QUOTIENT,
    REMAINDER,
    RESULT,
    CommonPolynomial,
    Divide,
    FixedByRemainder,
)
from maths.families.terms import number
from maths.families.written import letters
from maths.phrasing.chart import either, many, separator
from maths.phrasing.productions import expression, formula, meaning, name, rule
from maths.phrasing.requests import is_expression
from maths.tree import Product

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Name, Node

_ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO|CALCULATE_KO")
_WANTED = either(
    meaning("QUOTIENT_REMAINDER", (QUOTIENT, REMAINDER)),
    meaning("POLYNOMIAL_REMAINDER", (REMAINDER,)),
    meaning("POLYNOMIAL_QUOTIENT", (QUOTIENT,)),
)
_WANTED_KO = either(
    meaning("QUOTIENT_REMAINDER_P_KO", (QUOTIENT, REMAINDER)),
    meaning("REMAINDER_P_KO", (REMAINDER,)),
    meaning("QUOTIENT_P_KO", (QUOTIENT,)),
)
_polynomial = formula(lambda node: is_expression(node) and bool(letters(node)))


def _divide(wanted: tuple[str, ...], dividend: Node, divisor: Node) -> Built:
    yield Divide(dividend, divisor, wanted)


def _divide_after(dividend: Node, divisor: Node, wanted: tuple[str, ...]) -> Built:
    yield Divide(dividend, divisor, wanted)


def _divided(dividend: Node, divisor: Node) -> Built:
    yield Divide(dividend, divisor, (RESULT,))


def _common(bodies: tuple[Node, ...]) -> Built:
    if len(bodies) > 1:
        yield CommonPolynomial(bodies)


def _multiple(bodies: tuple[Node, ...]) -> Built:
    if len(bodies) > 1:
        yield CommonPolynomial(bodies, least=True)


def _product_coefficient(of: Node, left: Node, right: Node) -> Built:
    powers = monomial(of)
    if powers:
        yield Coefficient(Product((left, right)), powers)


def _sum(body: Node) -> Built:
    yield CoefficientSum(body)


def _fixed(dividend: Node, divisor: Node, remainder: Node, unknown: Name) -> Built:
    rest = letters(dividend) - {unknown.full}
    if unknown.full in letters(dividend) and len(rest) == 1 and not letters(remainder) - rest:
        yield FixedByRemainder(dividend, divisor, remainder, unknown.full, next(iter(rest)))


def _factor(divisor: Node, dividend: Node, unknown: Name) -> Built:
    yield from _fixed(dividend, divisor, number(0), unknown)


_several = many(_polynomial, separator)
_ENGLISH: tuple[Parser[Found], ...] = (
    rule(_divide, "?FIND", _WANTED, "POLYNOMIAL_WHEN", _polynomial, "POLYNOMIAL_DIVIDED_BY", _polynomial),
    rule(_divide_after, "POLYNOMIAL_WHEN", _polynomial, "POLYNOMIAL_DIVIDED_BY", _polynomial, "?COMMA", "FIND",
         _WANTED),
    rule(_divided, "LONG_DIVIDE", _polynomial, "BY", _polynomial),
    rule(
        lambda dividend, divisor, wanted: _divide(wanted, dividend, divisor),
        "LONG_DIVIDE", _polynomial, "BY", _polynomial, "?COMMA|AND", "FIND", _WANTED
    ),
    rule(_common, "?FIND", "POLYNOMIAL_GCD", _several),
    rule(_multiple, "?FIND", "POLYNOMIAL_LCM", _several),
    rule(
        _product_coefficient, "?FIND", "COEFFICIENT", expression, "WHEN_MULTIPLIED", _polynomial, "IS_MULTIPLIED_BY",
        _polynomial, "?AND_TERMS_COLLECTED"
    ),
    rule(_sum, "?FIND", "SUM_OF_COEFFICIENTS", _polynomial, "?WHEN_SIMPLIFIED"),
    rule(_factor, "?GIVEN", _polynomial, "IS_FACTOR_OF", _polynomial, "?COMMA", "?THEN", "FIND_LETTER", name),
    rule(
        _fixed, "POLYNOMIAL_WHEN", _polynomial, "POLYNOMIAL_DIVIDED_BY", _polynomial, "?COMMA", "LEAVES_REMAINDER",
        expression, "?COMMA", "?THEN", "FIND_LETTER", name
    ),
    rule(
        _fixed, "?GIVEN", "POLYNOMIAL_REMAINDER", "POLYNOMIAL_WHEN", _polynomial, "POLYNOMIAL_DIVIDED_BY", _polynomial,
        "REMAINDER_IS", expression, "?COMMA", "?THEN", "FIND_LETTER", name
    ),
)  # fmt: skip
_KOREAN: tuple[Parser[Found], ...] = (
    rule(_divide_after, "?EXPRESSION_KO", _polynomial, "OBJECT", _polynomial, "DIVIDED_P_KO", "?COMMA", _WANTED_KO,
         *_ASKED_KO),
    rule(_common, "?EXPRESSION_KO", _several, "POLYNOMIAL_GCD_KO", *_ASKED_KO),
    rule(_multiple, "?EXPRESSION_KO", _several, "POLYNOMIAL_LCM_KO", *_ASKED_KO),
    rule(_sum, "?EXPRESSION_KO", _polynomial, "?FROM_EXPANSION_KO", "SUM_OF_COEFFICIENTS_KO", *_ASKED_KO),
    rule(
        lambda dividend, divisor, unknown: _factor(divisor, dividend, unknown),
        "?EXPRESSION_KO", _polynomial, "TOPIC|OBJECT", _polynomial, "DIVIDES_EVENLY_KO", "?COMMA", "?UNKNOWN_KO",
        name, "?TOPIC|OF_KO", "?VALUE_KO", *_ASKED_KO
    ),
    rule(
        _fixed, "?EXPRESSION_KO", _polynomial, "OBJECT", _polynomial, "DIVIDED_P_KO", "REMAINDER_VALUE_KO", expression,
        "IS_VALUE_KO", "?COMMA", "?UNKNOWN_KO", name, "?TOPIC|OF_KO", "?VALUE_KO", *_ASKED_KO
    ),
)  # fmt: skip
REQUESTS: tuple[Parser[Found], ...] = (*_ENGLISH, *_KOREAN)
