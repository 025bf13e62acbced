"""Korean sentences that ask for mathematics, as rules over the lexicon's meanings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.equations.equation import Domain
from maths.families.terms import number as number_node
from maths.phrasing import requests
from maths.phrasing.chart import either
from maths.phrasing.productions import (
    always,
    anything,
    expression,
    meaning,
    name,
    names,
    number,
    relation,
    relations,
    rule,
    slope,
)

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found, Slope
    from maths.tree import Name, Node

_ROOTS = either(
    meaning("ROOTS_KO", Domain.UNSTATED),
    meaning("REAL_ROOTS_KO", Domain.REAL),
    meaning("COMPLEX_ROOTS_KO", Domain.COMPLEX),
)
_OVER = either(meaning("OVER_REALS", Domain.REAL), meaning("OVER_COMPLEX", Domain.COMPLEX), always(Domain.UNSTATED))
_ABOUT = either(rule(lambda found: [found], name, "ABOUT_KO"), always(None))
_ABOUT_NAMES = either(rule(lambda found: [found], names, "ABOUT_KO"), always(()))
_MATRIX_PROPERTY = either(
    meaning("EIGENVALUES_KO", "eigenvalues"),
    meaning("DETERMINANT_KO", "determinant"),
    meaning("INVERSE_KO", "inverse"),
)
_ORDER = either(meaning("DERIVATIVE_KO", 1), meaning("DERIVATIVE_2_KO", 2), meaning("DERIVATIVE_3_KO", 3))
_TIMES = either(meaning("TWICE_KO", 2), meaning("THRICE_KO", 3), always(1))
_ASKED = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO")


def _solve(unknowns: tuple[Name, ...], domain: Domain, equations: tuple[Node, ...], after: tuple[Name, ...]) -> Built:
    yield from requests.solve(equations, unknowns or after, domain)


def _solve_stated(unknowns: tuple[Name, ...], equations: tuple[Node, ...]) -> Built:
    yield from requests.solve(equations, unknowns, Domain.UNSTATED)


def _derivative_stated(order: int, body: Node) -> Built:
    yield from requests.differentiate(body, None, order)


def _integral_stated(body: Node) -> Built:
    yield from requests.integrate(body, None)


def _value(equations: tuple[Node, ...], unknowns: tuple[Name, ...]) -> Built:
    yield from requests.solve(equations, unknowns, Domain.UNSTATED, one_value=True)


def _roots(thing: Node, over: Domain, domain: Domain) -> Built:
    yield from requests.roots(thing, (), over if domain is Domain.UNSTATED else domain)


def _roots_about(unknown: Name, thing: Node, over: Domain, domain: Domain) -> Built:
    yield from requests.roots(thing, (unknown,), over if domain is Domain.UNSTATED else domain)


def _system_roots(equations: tuple[Node, ...]) -> Built:
    yield from requests.solve(equations, (), Domain.UNSTATED)


def _derivative(variable: Name | None, body: Node, after: Name | None, order: int) -> Built:
    yield from requests.differentiate(body, variable or after, order)


def _integral(variable: Name | None, body: Node, after: Name | None) -> Built:
    yield from requests.integrate(body, variable or after)


def _between(variable: Name | None, low: Node, high: Node, body: Node) -> Built:
    yield from requests.integrate(body, variable, (low, high))


def _body_between(body: Node, low: Node, high: Node) -> Built:
    yield from requests.integrate(body, None, (low, high))


def _limit(variable: Name, target: Node, body: Node) -> Built:
    yield from requests.limit(body, variable, target, "")


def _limit_arrow(variable: Name, target: Node, body: Node) -> Built:
    yield from requests.limit(body, variable, target, "")


def _slope(function: Node, asked: Slope) -> Built:
    yield from requests.slope(function, asked)


def _power(base: Node, exponent: Node) -> Built:
    yield from requests.raise_to(base, exponent)


def _matrix_stated(kind: str, node: Node) -> Built:
    yield from requests.matrix(kind, node)


def _matrix(node: Node, kind: str) -> Built:
    yield from requests.matrix(kind, node)


SOLVING = (
    rule(
        _solve,
        _ABOUT_NAMES,
        "?EQUATION_KO|SYSTEM_KO",
        _OVER,
        relations,
        "?EQUATION_KO",
        "?OBJECT",
        _ABOUT_NAMES,
        "?METHOD",
        "SOLVE_KO",
    ),
    rule(_roots, "?EQUATION_KO|SYSTEM_KO|EXPRESSION_KO", anything, "?OF_KO", _OVER, _ROOTS, *_ASKED),
    rule(_roots_about, name, "ABOUT_KO", "?EQUATION_KO", anything, "?OF_KO", _OVER, _ROOTS, *_ASKED),
    rule(_system_roots, "?EQUATION_KO|SYSTEM_KO", relations, "?OF_KO", "ROOTS_KO", *_ASKED),
    rule(
        _value,
        "?EQUATION_KO|SYSTEM_KO",
        relations,
        "WHEN_KO|SATISFYING_KO|FROM_KO|OF_KO",
        "?COMMA",
        "?UNKNOWN_KO",
        names,
        "?OF_KO",
        "?VALUE_KO",
        *_ASKED,
    ),
)

ASKING_A_VALUE = (
    rule(_value, "?EQUATION_KO|SYSTEM_KO", relations, "?COMMA", names, "TOPIC", "?WHAT_KO|FIND_KO"),
    rule(_value, "?EQUATION_KO|SYSTEM_KO", relations, "?COMMA", names, "UNKNOWN_VALUE"),
)

CALCULUS = (
    rule(
        _derivative,
        "?EXPRESSION_KO",
        _ABOUT,
        anything,
        "?OBJECT",
        _ABOUT,
        rule(lambda n: [n], _TIMES, "DIFFERENTIATE_KO"),
    ),
    rule(_derivative, "?EXPRESSION_KO", _ABOUT, anything, "?OF_KO", _ABOUT, rule(lambda n: [n], _ORDER, *_ASKED)),
    rule(_integral, "?EXPRESSION_KO", _ABOUT, anything, "?OBJECT", _ABOUT, "INTEGRATE_KO"),
    rule(_integral, "?EXPRESSION_KO", _ABOUT, anything, "?OF_KO", _ABOUT, "ANTIDERIVATIVE_KO", *_ASKED),
    rule(
        _between,
        _ABOUT,
        expression,
        "FROM_KO",
        expression,
        "TO_KO",
        "?OF_KO",
        "?EXPRESSION_KO",
        expression,
        "?OBJECT",
        "INTEGRATE_KO",
    ),
    rule(
        _between,
        _ABOUT,
        expression,
        "FROM_KO",
        expression,
        "TO_KO",
        "?OF_KO",
        "?EXPRESSION_KO",
        expression,
        "?OF_KO",
        "DEFINITE_KO",
        *_ASKED,
    ),
    rule(
        _body_between,
        "?EXPRESSION_KO",
        expression,
        "?OBJECT",
        expression,
        "FROM_KO",
        expression,
        "TO_KO",
        "INTEGRATE_KO",
    ),
    rule(
        requests.calculus,
        "?DEFINITE_KO",
        "?OBJECT|OF_KO",
        anything,
        "?OF_KO|OBJECT",
        "?VALUE_KO|DEFINITE_KO|ANTIDERIVATIVE_KO",
        "?OBJECT",
        "FIND_KO|WHAT_KO|CALCULATE_KO|INTEGRATE_KO",
    ),
    rule(
        _limit,
        name,
        "?SUBJECT",
        expression,
        "APPROACHES_KO",
        "?COMMA",
        "?EXPRESSION_KO",
        expression,
        "?OF_KO",
        "LIMIT_KO",
        *_ASKED,
    ),
    rule(requests.calculus, "?LIMIT_KO", "?OBJECT", anything, "?OF_KO", "?LIMIT_KO|VALUE_KO", *_ASKED),
)

MORE_CALCULUS = (
    rule(
        _body_between,
        expression,
        "OF_KO",
        "DEFINITE_KO",
        "?OBJECT",
        expression,
        "FROM_KO",
        expression,
        "TO_KO",
        "FIND_KO",
    ),
    rule(
        _limit_arrow,
        name,
        "APPROACHES",
        expression,
        "WHEN_KO",
        "?COMMA",
        "?EXPRESSION_KO",
        expression,
        "?OF_KO",
        "LIMIT_KO",
        *_ASKED,
    ),
    rule(_slope, "?EXPRESSION_KO", relation, "WHEN_KO|FROM_KO|OF_KO", "?COMMA", slope, *_ASKED),
    rule(
        requests.calculus,
        "?EXPRESSION_KO",
        "LIMIT_KO|DEFINITE_KO|ANTIDERIVATIVE_KO",
        "?OBJECT",
        "FIND_KO|CALCULATE_KO",
        "?COMMA",
        anything,
    ),
)

ALGEBRA = (
    rule(requests.expand, "?EXPRESSION_KO", anything, "?OBJECT", "EXPAND_KO"),
    rule(requests.factor, "?EXPRESSION_KO", anything, "?OBJECT", "FACTOR_KO"),
    rule(requests.simplify, "?EXPRESSION_KO", anything, "?OBJECT", "SIMPLIFY_KO"),
    rule(requests.evaluate, "?EXPRESSION_KO", expression, "?OBJECT", "CALCULATE_KO"),
    rule(requests.evaluate, "?EXPRESSION_KO", expression, "?TOPIC|OF_KO", "?VALUE_KO", "?TOPIC", "FIND_KO|WHAT_KO"),
    rule(requests.evaluate, "?EXPRESSION_KO", expression, "TOPIC"),
    rule(requests.evaluate, "?EXPRESSION_KO", expression, "OF_KO", "VALUE_KO", "?TOPIC"),
    rule(
        lambda values, body: requests.evaluate(body, values),
        relations,
        "WHEN_KO",
        "?COMMA",
        expression,
        "?OF_KO",
        "?VALUE_KO",
        *_ASKED,
    ),
    rule(_matrix, "?MATRIX_KO", anything, "?OF_KO", _MATRIX_PROPERTY, "?VALUE_KO", *_ASKED),
    rule(_matrix_stated, "?MATRIX_KO", "?OF_KO", _MATRIX_PROPERTY, "?OBJECT", "FIND_KO", "?COMMA", anything),
)

_OPERATION = either(*(meaning(symbol, symbol) for symbol in ("PLUS", "MINUS", "TIMES", "DIVIDED_BY")))

# "다음 식을 전개하시오: …": the verb first, the formula after it.
VERB_FIRST = (
    rule(_solve_stated, _ABOUT_NAMES, "?EQUATION_KO|SYSTEM_KO", "SOLVE_KO", "?COMMA", relations),
    rule(_derivative_stated, "?EXPRESSION_KO", _TIMES, "DIFFERENTIATE_KO", "?COMMA", anything),
    rule(_integral_stated, "?EXPRESSION_KO", "INTEGRATE_KO", "?COMMA", anything),
    rule(requests.expand, "?EXPRESSION_KO", "EXPAND_KO", "?COMMA", anything),
    rule(requests.factor, "?EXPRESSION_KO", "FACTOR_KO", "?COMMA", anything),
    rule(requests.simplify, "?EXPRESSION_KO", "SIMPLIFY_KO", "?COMMA", anything),
    rule(requests.evaluate, "?EXPRESSION_KO", "CALCULATE_KO", "?COMMA", expression),
    rule(requests.evaluate, "?EXPRESSION_KO", "?OF_KO", "VALUE_KO", "?OBJECT", "FIND_KO", "?COMMA", expression),
)

ARITHMETIC = (
    rule(requests.operate, number, _OPERATION, number, "?TOPIC", "?FIND_KO|WHAT_KO"),
    rule(_power, number, "OF_KO", number, "POWER_KO", "?TOPIC", "?FIND_KO|WHAT_KO"),
    rule(
        lambda base: requests.raise_to(base, number_node(2)), number, "OF_KO", "POWER_KO", "?TOPIC", "?FIND_KO|WHAT_KO"
    ),
    rule(lambda whole, part: requests.share(part, whole), number, "OF_KO", expression, "?TOPIC", "?FIND_KO|WHAT_KO"),
)

REQUESTS: tuple[Parser[Found], ...] = (
    *SOLVING,
    *ASKING_A_VALUE,
    *CALCULUS,
    *MORE_CALCULUS,
    *ALGEBRA,
    *VERB_FIRST,
    *ARITHMETIC,
)
