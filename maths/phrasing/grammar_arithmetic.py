"""Calculations in words, and numbers in other forms: decimals, fractions, mixed numbers, single decimal digits."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from maths.families.numbers.arithmetic import Evaluate
from maths.families.numbers.forms import DigitAfterPoint, InForm, PlacesAfterPoint
from maths.families.numbers.operands import exact
from maths.families.numbers.rounding import Grid, Round
from maths.families.settled import UndecidedError
from maths.families.terms import minus, number, over, plus, times
from maths.phrasing.chart import apply, either, many, word
from maths.phrasing.grammar_digits import TARGET
from maths.phrasing.grammar_integers import ORDINAL
from maths.phrasing.grammar_numbers import ASKED_KO, operand
from maths.phrasing.integer_conditions import natural, whole_of
from maths.phrasing.productions import meaning, rule
from maths.phrasing.spelled import CARDINALS, RANKS, fraction, one_of
from maths.tree import Call, Mixed, Negative, Number, Power, Quotient, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

T = TypeVar("T")


def _without_letters(node: Node) -> Iterator[Node]:
    if not names(node, frozenset({"e", "i"})):
        yield node


def _term(chart: Chart, at: int) -> Iterator[tuple[int, Node]]:
    key = ("worded", at, chart.definitions)
    if key not in chart.memory:
        chart.memory[key] = list(_TERM(chart, at))
    found: list[tuple[int, Node]] = chart.memory[key]
    yield from found


def _difference(left: Node, right: Node) -> Iterator[Node]:
    """Only where the order does not matter for the sign."""
    try:
        a, b = exact(left), exact(right)
    except UndecidedError:
        return
    if a is not None and b is not None and a >= b:
        yield minus(left, right)


_formula = apply(whole_of(operand), _without_letters)
_PLAIN: Parser[Node] = either(_formula, apply(one_of(CARDINALS), lambda n: [number(n)]))


def _tight(chart: Chart, at: int) -> Iterator[tuple[int, Node]]:
    """A term that cannot be heard as two: in "the square root of 9 times 4" nobody hears where the root ends."""
    key = ("tight", at, chart.definitions)
    if key not in chart.memory:
        chart.memory[key] = list(_TIGHT(chart, at))
    found: list[tuple[int, Node]] = chart.memory[key]
    yield from found


def _unsigned(node: Node) -> Iterator[Node]:
    """Of "-3 squared" some hear 9 and others -9."""
    if not isinstance(node, Negative):
        yield node


_share: Parser[Node] = either(
    apply(fraction, lambda part: [number(part)]), apply(_formula, lambda n: [n] if isinstance(n, Quotient) else [])
)
_several = many(_tight, word("W_COMMA"))
_CLOSED: Parser[Node] = either(
    rule(lambda some, last: [plus(*some, last)], "W_SUM", _several, "W_AND", _tight),
    rule(lambda some, last: [times(*some, last)], "W_PRODUCT", _several, "W_AND", _tight),
    rule(lambda a, b: [over(a, b)], "W_QUOTIENT", _tight, "W_AND", _tight),
    rule(_difference, "W_DIFFERENCE", _tight, "W_AND", _tight),
    rule(lambda a: [over(number(1), a)], "W_RECIPROCAL", _tight),
    rule(lambda a: [Power(a, number(2))], "W_SQUARE_OF", _tight),
    rule(lambda a: [Power(a, number(3))], "W_CUBE_OF", _tight),
    rule(lambda a: [Call("sqrt", (a,))], "W_SQUARE_ROOT", _tight),
    rule(lambda a: [Call("root", (a, number(3)))], "W_CUBE_ROOT", _tight),
    rule(lambda a: [Call("abs", (a,))], "W_ABSOLUTE", _tight),
)


def _multiples(of: Parser[Node]) -> tuple[Parser[Node], ...]:
    """So many times a term: the same wherever the brackets are, as long as nothing else stands before."""
    return (
        rule(lambda a: [times(number(2), a)], "W_TWICE", of),
        rule(lambda a: [times(number(3), a)], "W_THRICE", of),
        rule(lambda a: [over(a, number(2))], "W_HALF_OF", of),
        rule(lambda part, a: [times(part, a)], _share, "W_OF", of),
        rule(lambda a: [Negative(a)], "W_OPPOSITE", of),
    )


_TIGHT: Parser[Node] = either(_CLOSED, *_multiples(_tight), _PLAIN)
_WORDED: Parser[Node] = either(
    _CLOSED,
    *_multiples(_term),
    rule(lambda a, b: [times(a, b)], _PLAIN, "W_TIMES", _term),
)
_TERM: Parser[Node] = either(_WORDED, _PLAIN)
_BINARY: Parser[Node] = either(
    rule(lambda a, b: [plus(b, a)], _PLAIN, "W_MORE_THAN", _term),
    rule(lambda a, b: [minus(b, a)], _PLAIN, "W_LESS_THAN", _term),
    rule(lambda a, b: [plus(a, b)], _PLAIN, "W_INCREASED_BY", _term),
    rule(lambda a, b: [minus(a, b)], _PLAIN, "W_DECREASED_BY", _term),
    rule(lambda a, b: [over(a, b)], _PLAIN, "W_DIVIDED_BY", _tight),
    rule(lambda a: [Power(a, number(2))], apply(_PLAIN, _unsigned), "W_SQUARED"),
    rule(lambda a: [Power(a, number(3))], _PLAIN, "W_CUBED"),
)
_COMMAND: Parser[Node] = either(
    rule(lambda a, b: [minus(b, a)], "W_SUBTRACT", _term, "W_FROM", _term),
    rule(lambda a, b: [plus(a, b)], "W_ADD", _term, "W_TO|W_AND", _term),
    rule(lambda a, b: [times(a, b)], "W_MULTIPLY", _term, "W_BY|W_AND", _term),
    rule(lambda a, b: [over(a, b)], "W_DIVIDE", _tight, "W_BY", _tight),
)


def _evaluate(body: Node) -> Built:
    if not isinstance(body, (Number, Mixed)):
        yield Evaluate(body)


def _round(body: Node, grid: Grid) -> Built:
    yield Round(body, grid)


def _in_form(body: Node, form: str) -> Built:
    yield InForm(body, form)


def _digit(place: int, body: Node) -> Built:
    yield DigitAfterPoint(body, place)


_FORM = either(meaning("W_DECIMAL", "decimal"), meaning("W_FRACTION", "fraction"), meaning("W_MIXED", "mixed"))
_PLACE = either(one_of(RANKS), ORDINAL)

ENGLISH: tuple[Parser[Found], ...] = (
    rule(_evaluate, "?EVALUATE", either(_WORDED, _BINARY)),
    rule(_evaluate, _COMMAND),
    rule(_round, "?FIND|EVALUATE", either(_WORDED, _BINARY), "W_ROUNDED", TARGET),
    rule(_in_form, "W_WRITE", "?W_NUMBER_KIND", either(_formula, _WORDED), "W_AS", _FORM),
    rule(_in_form, "FIND|EVALUATE", either(_formula, _WORDED), "W_AS", _FORM),
    rule(_digit, "FIND", "?W_THE", _PLACE, "W_DIGIT_AFTER", "W_IN_EXPANSION", _formula),
    rule(lambda body: [PlacesAfterPoint(body)], "W_HOW_MANY_PLACES", _formula, "?W_HAVE"),
    rule(lambda body: [PlacesAfterPoint(body)], "W_HOW_MANY_DIGITS_OF", _formula, "W_HAVE_AFTER"),
    rule(lambda body: [PlacesAfterPoint(body, period=True)], "FIND", "W_PERIOD", _formula),
)

_SUFFIX = {
    "WK_HALF": lambda a: over(a, number(2)),
    "WK_RECIPROCAL": lambda a: over(number(1), a),
    "WK_OPPOSITE": Negative,
    "WK_SQUARE": lambda a: Power(a, number(2)),
    "WK_CUBE": lambda a: Power(a, number(3)),
    "WK_SQUARE_ROOT": lambda a: Call("sqrt", (a,)),
    "WK_ABSOLUTE": lambda a: Call("abs", (a,)),
}
_PAIR_KO: Parser[Node] = either(
    rule(lambda a, b: [plus(a, b)], _formula, "WK_AND", _formula, "WK_SUM"),
    rule(lambda a, b: [times(a, b)], _formula, "WK_AND", _formula, "WK_PRODUCT"),
)
_BASE_KO = either(_formula, _PAIR_KO)
_WORDED_KO: Parser[Node] = either(
    *(rule(lambda a, build=build: [build(a)], _BASE_KO, symbol) for symbol, build in _SUFFIX.items()),
    rule(lambda a, n: [times(n, a)], _BASE_KO, "WK_OF", _formula, "WK_TIMES"),
    rule(lambda a, b: [plus(a, b)], _formula, "WK_THAN", _formula, "WK_BIGGER_BY"),
    rule(lambda a, b: [minus(a, b)], _formula, "WK_THAN", _formula, "WK_SMALLER_BY"),
)
_FORM_KO = either(meaning("WK_DECIMAL", "decimal"), meaning("WK_FRACTION", "fraction"), meaning("WK_MIXED", "mixed"))

KOREAN: tuple[Parser[Found], ...] = (
    rule(_evaluate, _WORDED_KO, *ASKED_KO),
    rule(_in_form, _formula, "OBJECT", _FORM_KO, "WK_AS", "CONVERT_KO"),
    rule(
        lambda body, place: _digit(place, body),
        _formula,
        "WK_AS_DECIMAL",
        "?WK_DIGIT_AFTER",
        natural,
        "WK_PLACE",
        *ASKED_KO,
    ),
    rule(lambda body, place: _digit(place, body), _formula, "WK_DIGIT_AFTER", natural, "WK_PLACE", *ASKED_KO),
)

REQUESTS: tuple[Parser[Found], ...] = (*ENGLISH, *KOREAN)
"""Tried where nothing else understands the whole sentence."""
