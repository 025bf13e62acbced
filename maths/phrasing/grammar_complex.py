"""Sentences about complex numbers, in English and Korean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.bounds import UnreadableError
from maths.families.complex_numbers.conditions import (
    ComplexConditions,
    ComplexSolutions,
    ComplexValue,
    has_complex_marks,
)
from maths.families.complex_numbers.parts import ComplexPart, Part, difference
from maths.families.equations.equation import Domain
from maths.families.equations.unknowns import Ask
from maths.phrasing import requests
from maths.phrasing.chart import either, many, pattern, separator
from maths.phrasing.guarded import only_where
from maths.phrasing.productions import always, has_doubtful_quotient, name, rule
from maths.phrasing.requests import is_equation
from maths.read import read
from maths.tree import Name, Relation, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_BAR = re.compile(r"\\(?:overline|bar)\s*(?:\{\s*([a-zA-Z](?:_\d)?)\s*\}|\s([a-zA-Z])(?![a-zA-Z]))")
_GROUP = re.compile(r"(?<![\w}^_])\{\s*(-?\d+(?:\.\d+)?)\s*\}")
_FORMULA = re.compile(r"[^.,;:?!\n]+")


def _plain(text: str) -> str:
    """With conjugates by name, and numbers without needless braces."""
    return _GROUP.sub(r"(\1)", _BAR.sub(lambda found: f" conj({found.group(1) or found.group(2)})", text))


def _complex_formula(chart: Chart, at: int) -> Iterator[tuple[int, Node]]:
    at = chart.skip(at)
    ends = chart.formula_ends(at)
    if not ends and (match := _FORMULA.match(chart.text, at)) and chart.fenced[at]:
        ends = (match.end(),)
    for end in ends:
        text = chart.text[at:end]
        if has_doubtful_quotient(text):
            continue
        try:
            node = read(_plain(text))
        except UnreadableError:
            continue
        chart.skip(end)
        yield end, node


def _fits(parser: Parser[Node], *, relation: bool) -> Parser[Node]:
    def parse(chart: Chart, at: int) -> Iterator[tuple[int, Node]]:
        yield from ((end, node) for end, node in parser(chart, at) if isinstance(node, Relation) is relation)

    return parse


_RELATION = _fits(_complex_formula, relation=True)
_EXPRESSION = _fits(_complex_formula, relation=False)
_AND = either(separator, pattern(r"[,;]\s*(?:and|그리고)(?![a-z])"))
_RELATIONS = many(_RELATION, _AND)
_NAMES = many(name, either(separator, pattern(r",\s*and(?![a-z])")))
_STOP = pattern(r"(?:[.,;:!]\s*)?(?:(?i:then|so|now|hence|and)\b,?\s*)?")

_PARTS = either(
    *(
        rule(
            lambda _, part=part: (part,),
            pattern(rf"(?i:(?:the\s+)?{words}(?:\s+of)?(?:\s+the\s+complex\s+number)?)(?![a-z])"),
        )
        for words, part in (
            (r"(?:modulus|absolute\s+value|magnitude)", Part.MODULUS),
            (r"(?:complex\s+)?conjugate", Part.CONJUGATE),
            (r"principal\s+argument", Part.PRINCIPAL),
            (r"argument", Part.ARGUMENT),
            (r"real\s+part", Part.REAL),
            (r"imaginary\s+part", Part.IMAGINARY),
            (r"polar\s+form", Part.POLAR),
        )
    )
)
_POLAR = pattern(r"(?i:(?:in|into|to)\s+(?:polar|trigonometric)\s+form)(?![a-z])")
_WRITE = pattern(r"(?i:write|express|convert|put)(?:\s+(?i:the\s+complex\s+number))?(?![a-z])")
_DISTANCE = pattern(r"(?i:(?:the\s+)?distance(?:\s+in\s+the\s+complex\s+plane)?\s+(?:between|from))(?![a-z])")
_IN_PLANE = either(pattern(r"(?i:in\s+the\s+complex\s+plane)(?![a-z])"), always(None))
_BETWEEN = pattern(r"(?i:and|to)(?![a-z])")
_COMPLEX_ONE = pattern(
    r"(?i:(?:all\s+(?:of\s+)?(?:the\s+)?|the\s+|every\s+)?complex\s+(?:numbers?|values?(?:\s+of)?))(?![a-z])"
)
_SUCH = pattern(
    r",?\s*(?i:such\s+that|so\s+that|satisfying|that\s+satisf(?:y|ies)|which\s+satisf(?:y|ies)|for\s+which|with|if)"
    r"(?:\s+(?i:the\s+equation))?:?(?![a-z])"
)
_ARE = pattern(r"(?i:be|is|are)\s+(?i:an?\s+|the\s+|two\s+|nonzero\s+)*(?i:complex\s+numbers?)(?![a-z])")
_THE_NUMBERS = pattern(r"(?i:(?:the|a|two|suppose\s+the)\s+)*(?i:complex\s+numbers?)(?![a-z])")
_LET = either(pattern(r"(?i:let|suppose|assume|if|given)(?:\s+(?i:that))?(?![a-z])"), always(None))
_SATISFY = pattern(r"(?i:satisf(?:y|ies))(?:\s+(?i:the\s+equations?))?:?(?![a-z])")
_VALUE_OF = either(pattern(r"(?i:the\s+value\s+of)(?![a-z])"), always(None))


def _part(part: Part, body: Node) -> Built:
    if not names(body):
        yield ComplexPart(part, body)


def _distance(left: Node, right: Node) -> Built:
    if has_complex_marks(left) or has_complex_marks(right):
        yield ComplexPart(Part.MODULUS, difference(left, right))


def _solve(equations: tuple[Node, ...], unknown: Name | None = None, ask: Ask = Ask.ALL) -> Built:
    """Equations with i, conjugates or moduli in one letter, or in one that is said to be complex."""
    if not all(is_equation(one) for one in equations):
        return
    found = frozenset[str]().union(*(names(one) for one in equations))
    if len(found) != 1 or (unknown is not None and unknown.full not in found):
        return
    if any(has_complex_marks(one) for one in equations) and (unknown is not None or _has_unit(equations)):
        yield ComplexSolutions(ComplexConditions(tuple(equations), tuple(found)), ask)  # type: ignore[arg-type]


def _has_unit(equations: tuple[Node, ...]) -> bool:
    return any("i" in names(one, frozenset({"i"})) or "conj" in repr(one) for one in equations)


def _one(unknown: Name, equations: tuple[Node, ...]) -> Built:
    """A number that is said to be complex: without i and conjugates, an equation over the complex numbers."""
    if len(equations) == 1 and not has_complex_marks(equations[0]):
        yield from requests.solve(equations, (unknown,), Domain.COMPLEX)
    else:
        yield from _solve(equations, unknown)


def _value(letters: tuple[Name, ...], equations: tuple[Node, ...], wanted: Node) -> Built:
    full = tuple(letter.full for letter in letters)
    found = frozenset[str]().union(*(names(one) for one in equations))
    if not all(is_equation(one) for one in equations) or not found <= set(full) or not names(wanted) <= found:
        return
    if any(has_complex_marks(one) for one in (*equations, wanted)):
        yield ComplexValue(ComplexConditions(tuple(equations), full), wanted)  # type: ignore[arg-type]


def _evaluated(body: Node) -> Built:
    if not names(body) and has_complex_marks(body):
        yield from requests.evaluate(body)


_ENGLISH: tuple[Parser[Found], ...] = (
    rule(lambda _, body: _evaluated(body), "FIND", _VALUE_OF, _EXPRESSION),
    rule(_part, "FIND", _PARTS, "?COLON", _EXPRESSION),
    rule(lambda _, body, __: _part(Part.POLAR, body), _WRITE, _EXPRESSION, _POLAR),
    rule(
        lambda _, __, left, ___, right, ____: _distance(left, right),
        "FIND",
        _DISTANCE,
        _IN_PLANE,
        _EXPRESSION,
        _BETWEEN,
        _EXPRESSION,
        _IN_PLANE,
    ),
    rule(lambda equations, _: _solve(equations), "SOLVE", "?EQUATION", "?COLON", _RELATIONS, _IN_PLANE),
    rule(lambda unknown, equations: _solve(equations, unknown), "SOLVE_FOR", name, "?COMMA|COLON", _RELATIONS),
    rule(lambda unknown, equations: _solve(equations, unknown), "FIND", name, "?COMMA", "GIVEN", _RELATIONS),
    rule(
        lambda _, unknown, __, equations: _one(unknown, equations), "FIND|SOLVE", _COMPLEX_ONE, name, _SUCH, _RELATIONS
    ),
    rule(
        lambda _, letters, __, ___, equations, ____, _____, wanted: _value(letters, equations, wanted),
        _LET,
        _NAMES,
        _ARE,
        _SUCH,
        _RELATIONS,
        _STOP,
        "FIND",
        _VALUE_OF,
        _EXPRESSION,
    ),
    rule(
        lambda _, __, letters, ___, equations, ____, _____, wanted: _value(letters, equations, wanted),
        _LET,
        _THE_NUMBERS,
        _NAMES,
        _SATISFY,
        _RELATIONS,
        _STOP,
        "FIND",
        _VALUE_OF,
        _EXPRESSION,
    ),
)

_PARTS_KO = either(
    *(
        rule(lambda _, part=part: (part,), pattern(rf"\s*의\s*{words}"))
        for words, part in (
            ("(?:절댓값|절대값|크기)", Part.MODULUS),
            ("(?:켤레\\s*복소수|켤레)", Part.CONJUGATE),
            ("편각의\\s*주값", Part.PRINCIPAL),
            ("편각", Part.ARGUMENT),
            ("실수\\s*부분", Part.REAL),
            ("허수\\s*부분", Part.IMAGINARY),
            ("극형식", Part.POLAR),
        )
    )
)
_NUMBER_KO = either(pattern(r"복소수"), always(None))
_GIVEN_KO = pattern(r"\s*(?:이|가|에\s*대하여|에\s*대해)\s*,?")
_SATISFIES_KO = pattern(r"\s*(?:을|를)\s*만족\s*(?:할\s*때|시킬\s*때|하면)\s*,?|\s*일\s*때\s*,?")
_ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO")
_KOREAN: tuple[Parser[Found], ...] = (
    rule(lambda _, body, part: _part(part, body), _NUMBER_KO, _EXPRESSION, _PARTS_KO, *_ASKED_KO),
    rule(
        lambda _, body, __: _part(Part.POLAR, body),
        _NUMBER_KO,
        _EXPRESSION,
        pattern(r"\s*(?:을|를)\s*극형식으로\s*나타내(?:시오|세요|어라|라)"),
    ),
    rule(_solve, "?EQUATION_KO", _RELATIONS, "?OBJECT", "SOLVE_KO"),
    rule(_solve, "?EQUATION_KO", _RELATIONS, "?OF_KO", "ROOTS_KO", *_ASKED_KO),
    rule(
        lambda _, letters, __, equations, ___, wanted: _value(letters, equations, wanted),
        pattern(r"(?:두\s*)?복소수"),
        _NAMES,
        _GIVEN_KO,
        _RELATIONS,
        _SATISFIES_KO,
        _EXPRESSION,
        "?OF_KO",
        "?VALUE_KO",
        *_ASKED_KO,
    ),
)

_MARKS = r"(?<![a-z])i(?![a-z])|complex|conj|overline|\\bar|\|z|복소수|[0-9]i|modulus|argument|켤레|편각"
REQUESTS: tuple[Parser[Found], ...] = only_where(_MARKS, (*_ENGLISH, *_KOREAN))
"""One rule a way to ask."""
