"""What is asked of sequences, of coefficients, and of letters that are stated to be positive, in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.families.algebra.coefficient import Coefficient, in_form, is_form, monomial
from maths.families.algebra.positive_power import CombinePowers
from maths.families.algebra.progression import TermOf
from maths.families.settled import UndecidedError
from maths.families.terms import fraction
from maths.families.written import letters
from maths.phrasing.chart import apply, either, many, maybe, pattern, separator, sequence
from maths.phrasing.productions import always, expression, formula, name, names, number, rule
from maths.phrasing.requests import Objection, collect, is_expression
from maths.tree import Name, Negative, Number, Quotient, Relation

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO|CALCULATE_KO")

# Sequences

_DOTS = pattern(r"[,]?\s*(?:\.\.\.+|…|⋯|\\l?dots|\\cdots)?(?:\s*,?\s*(?:\?|_+|□))?")
_PLACE = re.compile(
    r"(?:the\s+)?(?:(?P<number>\d{1,7})\s*-?\s*(?:st|nd|rd|th)|(?P<letter>[A-Za-z])\s*['-]?\s*th)(?![A-Za-z])"
)
_PLACE_KO = re.compile(r"제?\s*(?:(?P<number>\d{1,7})|(?P<letter>[A-Za-z]))\s*(?:번째\s*)?(?:의\s*)?항")


def _place(compiled: re.Pattern[str]) -> Parser[int | str]:
    def parse(chart: Chart, at: int) -> Iterator[tuple[int, int | str]]:
        at = chart.skip(at)
        match = compiled.match(chart.text, at)
        if match and match["letter"] not in chart.definitions.defined:
            chart.skip(match.end())
            yield match.end(), int(match["number"]) if match["number"] else match["letter"]

    return parse


def _term(terms: tuple[Node, ...], place: int | str | None) -> Built:
    yield TermOf(tuple(_number(term) for term in terms), place)


def _number(node: Node) -> Fraction:
    match node:
        case Negative(operand=operand):
            return -_number(operand)
        case Quotient(numerator=above, denominator=below):
            return _number(above) / _number(below)
    assert isinstance(node, Number)  # noqa: S101 - plain numbers only, by `number`
    return fraction(node.value)


_LIST = apply(sequence(many(number, separator), maybe(_DOTS)), lambda terms, _: (terms,) if len(terms) > 1 else ())


def _next(terms: tuple[Node, ...]) -> Built:
    yield from _term(terms, None)


def _general(terms: tuple[Node, ...]) -> Built:
    yield from _term(terms, "n")


def _at(place: int | str, terms: tuple[Node, ...]) -> Built:
    yield from _term(terms, place)


def _in_letter(terms: tuple[Node, ...], place: int | str, letter: Name) -> Built:
    if place == letter.full:
        yield from _term(terms, place)


SEQUENCES: tuple[Parser[Found], ...] = (
    rule(_next, "FIND", "NEXT_TERM", "?COLON", _LIST),
    rule(_next, "COMES_NEXT", "?COLON", _LIST),
    rule(_next, "CONTINUE", "?COLON", _LIST),
    rule(_next, _LIST, "?COMMA", "COMES_NEXT"),
    rule(_next, _LIST, "?COMMA", "FIND", "NEXT_TERM"),
    rule(_at, "?FIND", "?GENERAL_TERM", _place(_PLACE), "TERM_OF", "?COLON", _LIST),
    rule(_general, "?FIND", "GENERAL_TERM", "?COLON", _LIST),
    rule(_next, "?SEQUENCE_KO", _LIST, "?COMMA", "NEXT_TERM_KO", *_ASKED_KO),
    rule(_next, "NEXT_TERM_KO", *_ASKED_KO, "COMMA", _LIST),
    rule(_general, "?SEQUENCE_KO", _LIST, "GENERAL_TERM_KO", *_ASKED_KO),
    rule(_term, "?SEQUENCE_KO", _LIST, "?OF_KO|FROM_KO", _place(_PLACE_KO), *_ASKED_KO),
    rule(
        _in_letter,
        "?SEQUENCE_KO",
        _LIST,
        "?OF_KO|FROM_KO",
        _place(_PLACE_KO),
        "OBJECT",
        name,
        "ABOUT_KO|OF_KO",
        "AS_FORMULA_KO",
    ),
)

# Coefficients


def _in_form(body: Node, form: Node, asked: Name) -> Built:
    try:
        yield in_form(body, form, asked.full)
    except UndecidedError as error:
        yield Objection(error.reason)
    except RefusedError as error:
        yield Objection(error.message)


def _coefficient(of: Node, body: Node) -> Built:
    powers = monomial(of)
    if powers:
        yield Coefficient(body, powers)


def _property(kind: str) -> Parser[str]:
    return always(kind)


def _asked(body: Node, kind: str) -> Built:
    yield Coefficient(body, (), kind)


_FORM = formula(is_form)

COEFFICIENTS: tuple[Parser[Found], ...] = (
    rule(collect, "?EXPRESSION_KO", expression, "OF_KO|FROM_KO", "SIMPLIFY_KO"),
    rule(_in_form, "REARRANGE", "?EXPRESSION", expression, "TO_FORM", _FORM, "AND_GIVE", name),
    rule(_coefficient, "?FIND", "COEFFICIENT", expression, "COEFFICIENT_IN", expression),
    rule(_coefficient, "?FIND", "COEFFICIENT", expression, "AS", expression, "IS_EXPANDED"),
    rule(_asked, "?FIND", "CONSTANT_TERM", expression, _property("")),
    rule(_asked, "?FIND", "LEADING", expression, _property("leading")),
    rule(_asked, "?FIND", "DEGREE_OF", expression, _property("degree")),
    rule(
        _in_form,
        "?EXPRESSION_KO",
        expression,
        "OBJECT",
        _FORM,
        "IN_FORM_KO",
        "WRITE_KO",
        "?COMMA",
        name,
        "?TOPIC|OF_KO",
        "?VALUE_KO",
        *_ASKED_KO,
    ),
    rule(
        lambda body, of: _coefficient(of, body),
        "?EXPRESSION_KO",
        expression,
        "FROM_EXPANSION_KO|OF_KO",
        "?COMMA",
        expression,
        "COEFFICIENT_KO",
        *_ASKED_KO,
    ),
    rule(_asked, "?EXPRESSION_KO", expression, "?FROM_EXPANSION_KO", "CONSTANT_TERM_KO", *_ASKED_KO, _property("")),
    rule(_asked, "?EXPRESSION_KO", expression, "LEADING_KO", *_ASKED_KO, _property("leading")),
    rule(_asked, "?EXPRESSION_KO", expression, "DEGREE_KO", *_ASKED_KO, _property("degree")),
)

# Letters that are positive


def _is_sign(node: Node) -> bool:
    return bool(_signed(node))


def _signed(node: Node) -> tuple[Name, ...]:
    """The letter of `x > 0` or `0 < x`."""
    match node:
        case Relation(operands=(Name() as found, Number(value=value)), operators=(">",)) if value == 0:
            return (found,)
        case Relation(operands=(Number(value=value), Name() as found), operators=("<",)) if value == 0:
            return (found,)
    return ()


def _powers(body: Node, positive: tuple[Name, ...]) -> Built:
    stated = frozenset(found.full for found in positive)
    if is_expression(body) and letters(body):
        yield CombinePowers(body, stated)


def _all(parts: tuple[Node, ...]) -> Iterator[tuple[Name, ...]]:
    yield tuple(found for part in parts for found in _signed(part))


_SIGNS = rule(_all, many(formula(_is_sign), separator))
_POSITIVE = either(rule(lambda found: [found], names, "POSITIVE"), _SIGNS)
_POSITIVE_KO = either(
    rule(lambda found: [found], names, "POSITIVE_KO"),
    rule(lambda found: [found], _SIGNS, "WHEN_KO"),
    rule(lambda found: [found], "POSITIVE_NAMED_KO", names, "ABOUT_POSITIVE_KO"),
)
_PROVIDED_KO = either(
    rule(lambda found: [found], "PROVIDED_KO", names, "PROVIDED_END_KO"),
    rule(lambda found: [found], "PROVIDED_KO", _SIGNS, "?BRACKET_END_KO"),
)

POWERS: tuple[Parser[Found], ...] = (
    rule(_powers, "SIMPLIFY", "?EXPRESSION", "?COLON", expression, "?COMMA", "ASSUMING", _POSITIVE),
    rule(
        lambda positive, body: _powers(body, positive),
        "ASSUMING|LET",
        _POSITIVE,
        "?COMMA",
        "?THEN",
        "SIMPLIFY",
        "?EXPRESSION",
        "?COLON",
        expression,
    ),
    rule(
        lambda positive, body: _powers(body, positive),
        _POSITIVE_KO,
        "?COMMA",
        "?EXPRESSION_KO",
        expression,
        "?OBJECT",
        "SIMPLIFY_KO",
    ),
    rule(_powers, "?EXPRESSION_KO", expression, "?OBJECT", "SIMPLIFY_KO", "?COMMA|END", _PROVIDED_KO),
)

REQUESTS: tuple[Parser[Found], ...] = (*SEQUENCES, *COEFFICIENTS, *POWERS)
