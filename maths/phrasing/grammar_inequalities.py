"""Sentences about inequalities, and about equations over the real numbers, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.equations.equation import Domain
from maths.families.equations.real_line import RealLine
from maths.phrasing import requests
from maths.phrasing.chart import either
from maths.phrasing.productions import always, meaning, name, relation, rule

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Name, Node

_ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO")
_FOR_NAME = either(rule(lambda found: [found], "?COMMA", "FOR", name), always(None))
_OVER = either(meaning("OVER_REALS", Domain.REAL), always(Domain.UNSTATED))


def _solve(statement: Node, unknown: Name | None, domain: Domain = Domain.UNSTATED) -> Built:
    yield from requests.solve((statement,), () if unknown is None else (unknown,), domain)


def _solve_unnamed(statement: Node) -> Built:
    yield from _solve(statement, None)


def _solve_real(unknown: Name, statement: Node) -> Built:
    yield from _solve(statement, unknown, Domain.REAL)


def _range(unknown: Name, statement: Node) -> Built:
    """The values that satisfy it: of other equations `maths.phrasing.grammar_english` knows how many are meant."""
    yield from (found for found in _solve(statement, unknown) if isinstance(found, RealLine))


def _range_after(statement: Node, unknown: Name) -> Built:
    yield from _range(unknown, statement)


_ENGLISH: tuple[Parser[Found], ...] = (
    rule(_solve, "SOLVE", "INEQUALITY", "?COLON", relation, _FOR_NAME, _OVER),
    rule(_solve, "?FIND", "SOLUTION_SET", "OF", "?INEQUALITY", "?COLON", relation, _FOR_NAME, _OVER),
    rule(_solve_real, "FIND", "ALL_REAL", name, "?COMMA", "SUCH_THAT", "?INEQUALITY", relation),
    rule(_range, "FIND", "?ALL_VALUES", name, "?COMMA", "SUCH_THAT", "?INEQUALITY", relation),
    rule(_range, "WHAT_VALUE", name, "?COMMA", "SUCH_THAT", "?INEQUALITY", relation),
    rule(_range, "SOLVE", "FOR", name, "?COLON|COMMA|IN", "INEQUALITY", "?COLON", relation),
)

_KOREAN: tuple[Parser[Found], ...] = (
    rule(_solve_unnamed, "INEQUALITY_KO", relation, "?OBJECT", "SOLVE_KO"),
    rule(_solve_unnamed, "INEQUALITY_KO", relation, "?OF_KO", "SOLUTIONS_KO", *_ASKED_KO),
    rule(_solve_unnamed, "INEQUALITY_KO", "SOLVE_KO", "?COMMA|END", relation),
    rule(_solve_unnamed, "INEQUALITY_KO", "?OF_KO", "SOLUTIONS_KO", *_ASKED_KO, "?COMMA|END", relation),
    rule(
        _range_after,
        "?INEQUALITY_KO",
        relation,
        "SATISFIES_KO",
        name,
        "?RANGE_KO",
        *_ASKED_KO,
    ),
)

REQUESTS: tuple[Parser[Found], ...] = (*_ENGLISH, *_KOREAN)
"""One rule a way to ask."""
