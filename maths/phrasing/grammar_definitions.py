"""Sentences that give names their meaning, and what is asked of such names, in English and Korean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from maths.families.algebra.composed import Combine, ValueOf
from maths.families.functions.inverse import MARK, InverseFunction, InverseValue
from maths.families.matrices.cells import has_matrix
from maths.families.terms import number as number_node
from maths.families.vectors.components import has_vector
from maths.families.written import Written, letters
from maths.phrasing.chart import either, many, maybe, pattern, separator, sequence, word
from maths.phrasing.pieces import Piece
from maths.phrasing.productions import always, formula, is_plain_number, new_name, rule, written, written_before
from maths.phrasing.requests import is_equation, is_expression
from maths.tree import Apply, Collection, Kind, Matrix, Name, Negative, Number, Quotient, Relation, walk
from maths.values import opaque

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node


@dataclass(frozen=True, slots=True)
class Header:
    """`t`, or `f(x)` with its parameters."""

    name: str
    parameters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning:
    """A name stands for a formula."""

    header: Header
    formula: Written


@dataclass(frozen=True, slots=True)
class InPieces:
    """A function stands for different formulas under different conditions."""

    header: Header
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A name stands for the answer to a request."""

    header: Header
    task: Found


@dataclass(frozen=True, slots=True)
class Conditions:
    """Equations that fix their letters."""

    equations: tuple[Written, ...]


Sentence: TypeAlias = "Meaning | InPieces | Asked | Conditions"


def _header(chart: Chart, at: int) -> Iterator[tuple[int, Header]]:
    for end, found in new_name(chart, at):
        yield end, Header(found.full)
    for end, (found, _, parameters, _) in _FUNCTION(chart, at):
        yield end, Header(found.full, tuple(parameter.full for parameter in parameters))


_FUNCTION = sequence(new_name, pattern(r"\("), many(new_name, pattern(",")), pattern(r"\)"))


def _function_header(chart: Chart, at: int) -> Iterator[tuple[int, Header]]:
    yield from ((end, header) for end, header in _header(chart, at) if header.parameters)


def _is_meaning(node: Node) -> bool:
    """An expression, or the coordinates of a vector."""
    if isinstance(node, Collection) and node.kind is Kind.TUPLE:
        return all(is_expression(item) for item in node.items)
    return is_expression(opaque(node))


_expression = written(_is_meaning)
_equations = many(written(is_equation), separator)
_EQUALS = either(word("BE"), word("BE_EQUAL"))


def _meaning(header: Header, formula: Written) -> Iterator[Sentence]:
    yield Meaning(header, formula)


def _conditions(equations: tuple[Written, ...]) -> Iterator[Sentence]:
    yield Conditions(equations)


def _named_meaning(named: Name, header: Header, formula: Written) -> Iterator[Sentence]:
    if named.full == header.name:
        yield Meaning(header, formula)


def _for_all(header: Header, formula: Written, values: tuple[Name, ...]) -> Iterator[Sentence]:
    if {name.full for name in values} <= set(header.parameters):
        yield Meaning(header, formula)


def _for_all_first(values: tuple[Name, ...], header: Header, formula: Written) -> Iterator[Sentence]:
    yield from _for_all(header, formula, values)


def _named_for_all(named: Name, header: Header, formula: Written, values: tuple[Name, ...]) -> Iterator[Sentence]:
    if named.full == header.name:
        yield from _for_all(header, formula, values)


def _in_pieces(header: Header, pieces: tuple[tuple[Written, Relation | str], ...]) -> Iterator[Sentence]:
    (parameter, *others) = header.parameters
    conditions = [condition for _, condition in pieces if isinstance(condition, Relation)]
    if not others and all(letters(condition) == {parameter} for condition in conditions):
        yield InPieces(header, tuple(Piece(body.value, condition) for body, condition in pieces))


def _piece(body: Written, condition: Relation | str) -> Iterator[tuple[Written, Relation | str]]:
    yield body, condition


_IF = r",?\s*(?:\\q?quad\s*)*\\(?:text|mbox|textrm)\s*\{\s*(?:if|for|when)(?![a-z])\s*\}?\s*"
_OTHERWISE = r",?\s*(?:\\q?quad\s*)*\\(?:text|mbox|textrm)\s*\{\s*(?:otherwise|else)\s*\.?\s*\}"
_PARITY = re.compile(r"[A-Za-z]\s*(?:\\(?:text|mbox|textrm)\s*\{)?\s*is\s+(?:an?\s+)?(odd|even)(?:\s+integer)?\s*\}?")


def _parity(chart: Chart, at: int) -> Iterator[tuple[int, str]]:
    at = chart.skip(at)
    if match := _PARITY.match(chart.text, at):
        chart.skip(match.end())
        yield match.end(), match.group(1)


_CONDITION = either(_parity, formula(lambda node: isinstance(node, Relation)))
_PIECE = either(
    rule(
        _piece,
        written_before(_IF),
        rule(lambda _, found, __: [found], pattern(_IF), _CONDITION, maybe(pattern(r"\}?\s*[,;.]|\}"))),
    ),
    rule(_piece, written_before(_OTHERWISE), rule(lambda _: ["otherwise"], pattern(_OTHERWISE))),
)
_PIECES = (maybe(pattern(r"\\left\s*\\?(?:\{|lbrace)")), many(_PIECE), maybe(pattern(r"\\right\s*\.?")))
_NAMES = many(new_name, separator)
_ALL = rule(lambda found: [found], "FOR_ALL", _NAMES, "?ARE_NUMBERS")
_ENGLISH: tuple[Parser[Sentence], ...] = (
    rule(
        _named_meaning,
        "?OPERATION_SUPPOSED",
        "THE_OPERATION",
        new_name,
        "OPERATION_DEFINED",
        _function_header,
        "BE_EQUAL|BE",
        _expression,
    ),
    rule(
        _named_for_all,
        "?OPERATION_SUPPOSED",
        "THE_OPERATION",
        new_name,
        "OPERATION_DEFINED",
        _function_header,
        "BE_EQUAL|BE",
        _expression,
        "?COMMA",
        _ALL,
    ),
    rule(_named_meaning, "LET|SUPPOSE", new_name, "BE_OPERATION", _function_header, "BE_EQUAL|BE", _expression),
    rule(
        _named_for_all,
        "LET|SUPPOSE",
        new_name,
        "BE_OPERATION",
        _function_header,
        "BE_EQUAL|BE",
        _expression,
        "?COMMA",
        _ALL,
    ),
    rule(_meaning, "?OPERATION_SUPPOSED", "A_FUNCTION_DEFINED", _function_header, "BE_EQUAL|BE", _expression),
    rule(_for_all, "?LET|SUPPOSE", _function_header, "BE_EQUAL|BE", _expression, "?COMMA", _ALL),
    rule(_for_all_first, _ALL, "?COMMA", "?LET|SUPPOSE", _function_header, "BE_EQUAL|BE", _expression),
    rule(_in_pieces, "?LET|SUPPOSE", _function_header, "BE_EQUAL|BE", rule(lambda _, found, __: [found], *_PIECES)),
    rule(
        lambda _, header, pieces: _in_pieces(header, pieces),
        _ALL,
        "?COMMA",
        "?LET|SUPPOSE",
        _function_header,
        "BE_EQUAL|BE",
        rule(lambda _, found, __: [found], *_PIECES),
    ),
    rule(_meaning, "LET", _header, "BE|BE_EQUAL", "?DEFINED_KIND", _expression),
    rule(_meaning, "?SUPPOSE", _function_header, "BE|BE_EQUAL", _expression),
    rule(_conditions, "SUPPOSE", _equations),
)
# "Let a = 3, b = 4": what goes on after a definition needs no word of its own.
_GOING_ON: tuple[Parser[Sentence], ...] = (rule(_meaning, _header, "BE_EQUAL", _expression),)
_KOREAN: tuple[Parser[Sentence], ...] = (
    rule(
        _named_meaning,
        "OPERATION_KO",
        new_name,
        "OBJECT|TOPIC",
        _header,
        "BE_EQUAL",
        _expression,
        "LET_KO",
    ),
    rule(
        _for_all_first,
        rule(lambda found: [found], "?FOR_ALL_KO", _NAMES, "ABOUT_ALL_KO"),
        "?COMMA",
        _function_header,
        "BE_EQUAL",
        _expression,
        "LET_KO",
    ),
    rule(_meaning, "?SUPPOSED_KO", _header, "OBJECT|BE_EQUAL|TOPIC", _expression, "LET_KO"),
    rule(_meaning, "?SUPPOSED_KO", _function_header, "BE_EQUAL", _expression),
    rule(_conditions, "?SUPPOSED_KO", _equations, "LET_KO"),
)
_LET_ASKED = sequence(word("LET"), _header)
_ASKED_KO = sequence(maybe(word("SUPPOSED_KO")), _header, either(word("OBJECT"), word("TOPIC")))
_END = either(word("DEFINITION_END"), pattern(r"(?<=\n)"), always(None))


def sentences(
    chart: Chart, at: int, requests: tuple[Parser[Found], ...], *, going_on: bool
) -> Iterator[tuple[int, Sentence]]:
    """Every reading of one definition from an offset, up to the beginning of what follows it."""
    for parser in (*_ENGLISH, *(_GOING_ON if going_on else ()), *_KOREAN):
        for end, sentence in parser(chart, at):
            yield from ((after, sentence) for after in _after(chart, end))
    for end, (_, header) in _LET_ASKED(chart, at):
        for start, _ in word("BE")(chart, end):
            chart.verbs.add(chart.skip(end))
            for found in (end, start):
                for last, task in _requested(chart, found, requests):
                    yield from ((after, Asked(header, task)) for after in _after(chart, last))
    for end, (_, header, _) in _ASKED_KO(chart, at):
        for last, task in _requested(chart, end, requests):
            for closed, _ in word("LET_KO")(chart, last):
                yield from ((after, Asked(header, task)) for after in _after(chart, closed))


def _requested(chart: Chart, at: int, requests: tuple[Parser[Found], ...]) -> Iterator[tuple[int, Found]]:
    for request in requests:
        yield from request(chart, at)


def _after(chart: Chart, end: int) -> Iterator[int]:
    """Where the next sentence begins: after a stop, a comma, a joining word, or a blank after a Korean ending."""
    seen = set()
    for after, _ in _END(chart, end):
        start = chart.skip(after)
        if (start > end or "\n" in chart.text[end:start]) and start < len(chart.text) and start not in seen:
            seen.add(start)
            yield start


def _is_lowest(value: Node) -> bool:
    """Whether a plain number is written as it is in the end, `3/4` and not `6/8`."""
    match value:
        case Negative(operand=operand):
            return _is_lowest(operand)
        case Quotient(numerator=Number(value=above), denominator=Number(value=below)):
            return below > 1 and number_node(above / below) == value
    return isinstance(value, Number)


def _value(asked: Written) -> Built:
    """The value of a name, or of a formula of defined functions in letters."""
    typed, value = asked.typed, asked.value
    if isinstance(typed, Apply) and typed.function.endswith(MARK):
        return
    if (has_matrix(value) or has_vector(value)) and not isinstance(value, (Matrix, Collection)):
        return
    free = letters(value)
    known = isinstance(typed, Name) or (is_plain_number(value) and _is_lowest(value))
    if known and not free and typed != value:
        yield ValueOf(typed, value)
    elif free and free <= letters(typed) and any(isinstance(part, Apply) for part in walk(typed)):
        yield Combine(typed, value)


def _inverse(chart: Chart, at: int) -> Iterator[tuple[int, Found]]:
    """`f^{-1}(3)`, `f^{-1}(x)` of a function that is defined."""
    functions = dict(chart.definitions.functions)
    for end, found in _expression(chart, at):
        match found.typed:
            case Apply(function=called, arguments=(argument,)) if called.endswith(MARK):
                base = called.removesuffix(MARK)
                parameter, body = functions[base].parameters[0], chart.definitions.resolve(functions[base].body)
                value = chart.definitions.resolve(argument)
                if isinstance(argument, Name) and argument == value:
                    yield end, InverseFunction(base, parameter, body, argument.full)
                elif not letters(value):
                    yield end, InverseValue(base, parameter, body, value)


def _inverse_named(chart: Chart, at: int) -> Iterator[tuple[int, Found]]:
    """`f`, `f(x)`: the inverse of a function that is defined."""
    functions = dict(chart.definitions.functions)
    for end, header in _header(chart, at):
        if header.name in functions and len(functions[header.name].parameters) == 1 and len(header.parameters) <= 1:
            function = functions[header.name]
            body, parameter = chart.definitions.resolve(function.body), function.parameters[0]
            variable = header.parameters[0] if header.parameters else parameter
            if variable not in chart.definitions.defined:
                yield end, InverseFunction(header.name, parameter, body, variable)


def _same(found: Found) -> Built:
    yield found


INVERSES: tuple[Parser[Found], ...] = (
    rule(_same, "VALUE_ASKED", _inverse),
    rule(_same, _inverse, "?TOPIC|OF_KO|EQUAL", "?VALUE_KO", "?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO|CALCULATE_KO"),
    rule(_same, "VALUE_ASKED", "INVERSE_FUNCTION", _inverse_named),
    rule(_same, _inverse_named, "OF_KO", "INVERSE_FUNCTION_KO", "?TOPIC", "?FIND_KO|WHAT_KO"),
)
REQUESTS: tuple[Parser[Found], ...] = (
    *INVERSES,
    rule(_value, "VALUE_ASKED", _expression),
    rule(
        _value,
        _expression,
        "?TOPIC|OF_KO|EQUAL",
        "?VALUE_KO",
        "?TOPIC",
        "?ALL_KO",
        "?FIND_KO|WHAT_KO|CALCULATE_KO|UNKNOWN_VALUE",
    ),
)
