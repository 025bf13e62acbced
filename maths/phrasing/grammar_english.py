"""English sentences that ask for mathematics, as rules over the lexicon's meanings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.equations.equation import Domain
from maths.phrasing import requests
from maths.phrasing.chart import either, many, separator
from maths.phrasing.productions import (
    always,
    anything,
    differential,
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

_ORDER = either(*(meaning(f"ORDINAL_{n}", n) for n in range(1, 6)), always(1))
_ROOTS = either(
    meaning("ROOTS", Domain.UNSTATED), meaning("REAL_ROOTS", Domain.REAL), meaning("COMPLEX_ROOTS", Domain.COMPLEX)
)
_OVER = either(meaning("OVER_REALS", Domain.REAL), meaning("OVER_COMPLEX", Domain.COMPLEX), always(Domain.UNSTATED))
_FOR_NAMES = either(rule(lambda found: [found], "?COMMA", "FOR", names), always(()))
_WRT = either(rule(lambda found: [found], "?COMMA", "WRT", name), differential, always(None))
_SIDE = either(meaning("FROM_LEFT", "-"), meaning("FROM_RIGHT", "+"), always(""))
_GIVEN_VALUES = rule(lambda found: [found], "?COMMA", "AT", many(relation, separator))
_BOUNDS = either(
    rule(lambda low, high: [(low, high)], "?COMMA", "FROM", expression, "TO|AND", expression), always(None)
)


def _solve(equations: tuple[Node, ...], unknowns: tuple[Name, ...], domain: Domain) -> Built:
    yield from requests.solve(equations, unknowns, domain)


def _system(equations: tuple[Node, ...]) -> Built:
    """Several equations and nothing else."""
    if len(equations) > 1:
        yield from requests.solve(equations, (), Domain.UNSTATED)


def _solve_for(unknowns: tuple[Name, ...], equations: tuple[Node, ...]) -> Built:
    yield from requests.solve(equations, unknowns, Domain.UNSTATED)


def _find_value(unknowns: tuple[Name, ...], equations: tuple[Node, ...]) -> Built:
    yield from requests.solve(equations, unknowns, Domain.UNSTATED, one_value=True)


def _find_value_after(equations: tuple[Node, ...], unknowns: tuple[Name, ...]) -> Built:
    yield from _find_value(unknowns, equations)


def _find_roots(domain: Domain, things: tuple[Node, ...], unknowns: tuple[Name, ...], over: Domain) -> Built:
    domain = over if domain is Domain.UNSTATED else domain
    if len(things) == 1:
        yield from requests.roots(things[0], unknowns, domain)
    else:
        yield from requests.solve(things, unknowns, domain)


def _derivative(order: int, body: Node, variable: Name | None) -> Built:
    yield from requests.differentiate(body, variable, order)


def _derivative_after(body: Node) -> Built:
    yield from requests.differentiate(body, None, 1)


def _limit(body: Node, variable: Name, target: Node, side: str) -> Built:
    yield from requests.limit(body, variable, target, side)


def _limit_before(variable: Name, target: Node, side: str, body: Node) -> Built:
    yield from requests.limit(body, variable, target, side)


def _matrix(kind: str, node: Node) -> Built:
    yield from requests.matrix(kind, node)


_MATRIX_PROPERTY = either(
    meaning("EIGENVALUES", "eigenvalues"), meaning("DETERMINANT", "determinant"), meaning("INVERSE", "inverse")
)

SOLVING = (
    rule(_solve, "SOLVE", "?EQUATION", "?COLON", relations, _FOR_NAMES, _OVER, "?METHOD"),
    rule(
        lambda equations: requests.solve((equations,), (), Domain.UNSTATED), "SOLVE", "?EQUATION", "?COLON", expression
    ),
    rule(_solve_for, "SOLVE", "FOR", names, "?COMMA|IN|GIVEN", "?EQUATION", "?COLON", relations),
    rule(_solve, relations, "?COMMA", "SOLVE", _FOR_NAMES, _OVER),
    rule(_system, relations),
    rule(_find_value_after, relations, "?COMMA", names, "UNKNOWN_VALUE"),
    rule(
        _find_roots,
        "FIND|SOLVE",
        _ROOTS,
        "OF",
        "?EQUATION|EXPRESSION",
        "?COLON",
        many(anything, separator),
        _FOR_NAMES,
        _OVER,
    ),
    rule(_find_roots, _ROOTS, "OF", "?EQUATION|EXPRESSION", "?COLON", many(anything, separator), _FOR_NAMES, _OVER),
    rule(_find_value, "FIND", "?VALUE_OF", names, "?COMMA", "?GIVEN|IN", "?EQUATION", "?COLON", relations),
    rule(_find_value, "WHAT_VALUE", names, "?COMMA", "SATISFIES|GIVEN", "?EQUATION", "?COLON", relations),
    rule(_find_value_after, "?GIVEN", "?EQUATION", relations, "?COMMA", "?THEN", "FIND|SOLVE_FOR", "?VALUE_OF", names),
    rule(_find_value_after, "?GIVEN", "?EQUATION", relations, "?COMMA", "?THEN", "WHAT_VALUE", names),
)


def _slope_of(slope: Slope, function: Node) -> Built:
    yield from requests.slope(function, slope)


def _slope_after(function: Node, slope: Slope) -> Built:
    yield from requests.slope(function, slope)


CALCULUS = (
    rule(_slope_of, "FIND", slope, "?COMMA", "GIVEN|OF", "?EXPRESSION", relation),
    rule(_slope_after, "?GIVEN", "?EXPRESSION", relation, "?COMMA", "?THEN", "?AND", "FIND", slope),
    rule(_derivative_after, anything, "?COMMA", "DIFFERENTIATE"),
    rule(requests.integrate_plainly, anything, "?COMMA", "INTEGRATE"),
    rule(
        lambda body, variable: _derivative(1, body, variable), "DIFFERENTIATE", "?EXPRESSION", "?COLON", anything, _WRT
    ),
    rule(lambda body, variable: _derivative(2, body, variable), "DIFFERENTIATE", "TWICE", anything, _WRT),
    rule(lambda body, variable: _derivative(2, body, variable), "DIFFERENTIATE", anything, "TWICE", _WRT),
    rule(_derivative, "?FIND", _ORDER, "DERIVATIVE", "OF", "?EXPRESSION", "?COLON", anything, _WRT),
    rule(requests.integrate, "INTEGRATE", "?EXPRESSION", "?COLON", anything, _WRT),
    rule(requests.integrate, "INTEGRATE", "?EXPRESSION", "?COLON", anything, _WRT, _BOUNDS),
    rule(requests.integrate, "?FIND", "INTEGRAL", "OF", "?EXPRESSION", "?COLON", anything, _WRT, _BOUNDS),
    rule(lambda body: requests.integrate(body, None), "FIND", "INTEGRAL", "?COLON", anything),
    rule(
        _limit, "?FIND", "LIMIT", "OF", "?EXPRESSION", expression, "?COMMA", "AS", name, "APPROACHES", expression, _SIDE
    ),
    rule(
        _limit_before, "?FIND", "LIMIT", "?AS", name, "APPROACHES", expression, _SIDE, "?COMMA|OF", "?COLON", expression
    ),
    rule(requests.calculus, "FIND", "LIMIT", "?COLON", anything),
)

ALGEBRA = (
    rule(requests.expand, anything, "?COMMA", "EXPAND"),
    rule(requests.factor, anything, "?COMMA", "FACTOR"),
    rule(requests.simplify, anything, "?COMMA", "SIMPLIFY"),
    rule(requests.collect, "COLLECT", "?EXPRESSION", "?COLON", anything),
    rule(requests.expand, "EXPAND", "?EXPRESSION", "?COLON", anything, "?COMPLETELY"),
    rule(requests.factor, "FACTOR", "?EXPRESSION", "?COLON", anything, "?COMPLETELY"),
    rule(requests.simplify, "SIMPLIFY", "?EXPRESSION", "?COLON", anything, "?COMPLETELY"),
    rule(
        requests.evaluate, "EVALUATE", "?EXPRESSION", "?COLON", expression, either(_GIVEN_VALUES, always(())), "?EQUAL"
    ),
    rule(requests.evaluate, expression, "EQUAL"),
    rule(_matrix, "?FIND", _MATRIX_PROPERTY, "OF", "?MATRIX", "?COLON", anything),
    rule(
        lambda node, kind: _matrix(kind, node),
        "GIVEN",
        "?MATRIX",
        anything,
        "?COMMA",
        "?THEN",
        "FIND",
        _MATRIX_PROPERTY,
    ),
)

_OPERATION = either(*(meaning(symbol, symbol) for symbol in ("PLUS", "MINUS", "TIMES", "DIVIDED_BY")))

ARITHMETIC = (
    rule(requests.operate, "?EVALUATE", number, _OPERATION, number),
    rule(lambda a, b: requests.operate(a, "PLUS", b), "?EVALUATE", "SUM_OF", number, "AND", number),
    rule(lambda a, b: requests.operate(a, "TIMES", b), "?EVALUATE", "PRODUCT_OF", number, "AND|BY", number),
    rule(lambda a, b: requests.operate(b, "MINUS", a), "SUBTRACT", number, "FROM", number),
    rule(lambda a, b: requests.operate(a, "DIVIDED_BY", b), "DIVIDE", number, "BY", number),
    rule(requests.share, "?EVALUATE", expression, "PERCENT_OF", number),
    rule(lambda a: requests.root(a, 2), "?EVALUATE", "SQUARE_ROOT", number),
    rule(lambda a: requests.root(a, 3), "?EVALUATE", "CUBE_ROOT", number),
)

REQUESTS: tuple[Parser[Found], ...] = (*SOLVING, *CALCULUS, *ALGEBRA, *ARITHMETIC)
