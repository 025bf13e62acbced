"""Differential equations as they are typed: `y'' + 3y' = 0`, `dy/dx = xy`, `y(0) = 1`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.bounds import UnreadableError
from maths.families.differential.ordinary import DifferentialEquation
from maths.families.differential.ordinary_steps import Condition
from maths.phrasing.chart import many, maybe, pattern
from maths.phrasing.definitions import NOTHING
from maths.phrasing.productions import has_doubtful_quotient, rule
from maths.phrasing.requests import is_equation
from maths.read import read
from maths.tree import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node


@dataclass(frozen=True, slots=True)
class Equation:
    left: Node
    right: Node
    function: str
    variable: str


_STOP = re.compile(
    r"(?=\s*(?:[,;?]|\.(?:\s|$)|[가-힣]|\Z|\b(?:with|where|given|and|subject|if|for|satisfying|when|such|that)\b))"
)
_MOST = 160
_LEIBNIZ = re.compile(
    r"\\d?frac\s*\{\s*d(?:\^\{?(?P<n>[23])\}?)?\s*(?P<y>[a-z])\s*\}\s*\{\s*d\s*(?P<x>[a-z])(?:\s*\^\{?(?P=n)\}?)?\s*\}"
    r"|d(?:\^\{?(?P<m>[23])\}?)?\s*(?P<v>[a-z])\s*/\s*d\s*(?P<u>[a-z])(?:\s*\^\{?(?P=m)\}?)?(?![a-z])"
)
_PRIMES = re.compile(r"(?<![A-Za-z\\])(?P<y>[a-z])\s*(?P<primes>'{1,3}|\^\{\\prime+\})(?:\s*\(\s*(?P<x>[a-z])\s*\))?")


def _equation(chart: Chart, at: int) -> Iterator[tuple[int, Equation]]:
    at = chart.skip(at)
    if chart.definitions is not NOTHING:
        return
    for stop in _STOP.finditer(chart.text, at, min(len(chart.text), at + _MOST)):
        text = chart.text[at : stop.start()]
        if "=" in text and (found := _read(text)) is not None:
            chart.skip(stop.start())
            yield stop.start(), found
        if stop.start() > at and re.match(r"\s*[.;?]", chart.text[stop.start() :]):
            return


def _read(text: str) -> Equation | None:  # noqa: PLR0911 - one line a refusal
    functions: set[str] = set()
    variables: set[str] = set()

    def leibniz(found: re.Match[str]) -> str:
        functions.add(found["y"] or found["v"])
        variables.add(found["x"] or found["u"])
        return f" Y_{found['n'] or found['m'] or 1} "

    def primes(found: re.Match[str]) -> str:
        functions.add(found["y"])
        variables.update({found["x"]} if found["x"] else ())
        return f" Y_{len(found['primes'])} "

    written = _PRIMES.sub(primes, _LEIBNIZ.sub(leibniz, text))
    if len(functions) != 1 or len(variables) > 1:
        return None
    (function,) = functions
    for variable in variables:
        written = re.sub(rf"(?<![A-Za-z\\]){function}\s*\(\s*{variable}\s*\)", f" {function} ", written)
    if has_doubtful_quotient(written):
        return None
    try:
        node = read(written)
    except UnreadableError:
        return None
    if not is_equation(node):
        return None
    left, right = node.operands  # type: ignore[union-attr]
    others = {letter for letter in names(left) | names(right) if letter != function and not letter.startswith("Y_")}
    if len(others | variables) > 1:
        return None
    variable = next(iter(variables or others), "x" if function != "x" else "t")
    if not variables and variable not in {"x", "t"}:
        return None
    return Equation(left, right, function, variable)


_CONDITION = re.compile(
    r"(?P<y>[a-z])(?P<primes>'{0,2})\s*\(\s*(?P<at>[^()]+)\s*\)\s*=\s*(?P<value>[^,;가-힣=]+?)(?=\s*(?:[,;?]|"
    r"\.(?:\s|$)|[가-힣]|\Z|\band\b|\)|\$))"
)


def _condition(chart: Chart, at: int) -> Iterator[tuple[int, tuple[str, Condition]]]:
    at = chart.skip(at)
    if match := _CONDITION.match(chart.text, at):
        try:
            point, value = read(match["at"]), read(match["value"])
        except UnreadableError:
            return
        if not names(point) and not names(value):
            chart.skip(match.end())
            yield match.end(), (match["y"], Condition(len(match["primes"]), point, value))


_BEFORE = pattern(
    r"(?i:,?\s*(?:with|where|given(?: that)?|and|if|when|subject to|satisfying|such that|for which)"
    r"?(?: (?:the )?initial (?:conditions?|values?))?:?\s*)"
)
_BETWEEN = pattern(r"(?i:\s*(?:,\s*and\b|,|\band\b|이고|와|과|그리고)\s*)")
_CONDITIONS: Parser[tuple[tuple[str, Condition], ...]] = many(_condition, _BETWEEN)
_AFTER = maybe(rule(lambda _, found: [found], _BEFORE, _CONDITIONS))
_WHEN_KO = pattern(r"\s*(?:일 때|이면|을 만족하는|를 만족하는|인|일때)\s*,?\s*")


def _solve(equation: Equation, given: tuple[tuple[str, Condition], ...] | None) -> Built:
    if given and any(function != equation.function for function, _ in given):
        return
    conditions = tuple(condition for _, condition in given or ())
    yield DifferentialEquation(equation.left, equation.right, equation.function, equation.variable, conditions)


def _solve_given(given: tuple[tuple[str, Condition], ...], equation: Equation) -> Built:
    yield from _solve(equation, given)


REQUESTS: tuple[Parser[Found], ...] = (
    rule(_solve, "SOLVE|FIND", "?DIFFERENTIAL_EQUATION|EQUATION", "?COLON", _equation, _AFTER),
    rule(_solve, _equation, _AFTER),
    rule(_solve, "FIND", "?ROOTS", "?OF", "DIFFERENTIAL_EQUATION", "?COLON", _equation, _AFTER),
    rule(
        lambda equation: _solve(equation, None),
        "?DIFFERENTIAL_EQUATION_KO",
        _equation,
        "?OBJECT|OF_KO",
        "?SOLUTION_KO",
        "?OBJECT",
        "SOLVE_KO|FIND_KO",
    ),
    rule(
        _solve,
        "?DIFFERENTIAL_EQUATION_KO",
        _equation,
        rule(lambda _, found: [found], _BETWEEN, _CONDITIONS),
        "?OBJECT|OF_KO",
        "?SOLUTION_KO",
        "?OBJECT",
        "SOLVE_KO|FIND_KO",
    ),
    rule(
        lambda given, _, equation: _solve(equation, given),
        _CONDITIONS,
        _WHEN_KO,
        "?DIFFERENTIAL_EQUATION_KO",
        _equation,
        "?OBJECT|OF_KO",
        "?SOLUTION_KO",
        "?OBJECT",
        "SOLVE_KO|FIND_KO",
    ),
)
