"""Sentences about congruences, in English and Korean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flint import fmpq

from maths.bounds import RefusedError, UnreadableError
from maths.families.numbers.congruence import LinearCongruence, ModularInverse, PowerResidue
from maths.families.numbers.operands import is_operand
from maths.families.numbers.polynomial_congruence import PolynomialCongruence
from maths.families.routes.linear import linear
from maths.families.terms import number
from maths.message import Message
from maths.phrasing.chart import either, many, pattern, separator
from maths.phrasing.guarded import only_where
from maths.phrasing.productions import always, formula, name, rule
from maths.phrasing.requests import Objection
from maths.read import read
from maths.tree import Congruence, Name, Power, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_WRITTEN = re.compile(
    r"([^≡.,;:?!\n]+?)\s*(?:≡|\\equiv)\s*([^≡.,;:?!\n]+?)\s*(?:\(\s*mod\s+(\d+)\s*\)|,?\s*mod\s+(\d+)(?![\d.]))"
)


def _typed_congruence(chart: Chart, at: int) -> Iterator[tuple[int, Congruence]]:
    """`3x ≡ 4 (mod 7)` typed without fences, where "mod" is a word."""
    at = chart.skip(at)
    match = _WRITTEN.match(chart.text, at)
    if match is None:
        return
    try:
        sides = [read(side) for side in match.group(1, 2)]
    except UnreadableError:
        return
    chart.skip(match.end())
    yield match.end(), Congruence(sides[0], sides[1], number(int(match[3] or match[4])))


_CONGRUENCE = either(formula(lambda node: isinstance(node, Congruence)), _typed_congruence)
_AND = either(separator, pattern(r"[,;]\s*(?:and|그리고)(?![a-z])"))
_SEVERAL = many(_CONGRUENCE, _AND)
_OPERAND = formula(is_operand)
_POWER = formula(lambda node: isinstance(node, Power) and is_operand(node.base) and is_operand(node.exponent))
_SOLVE = pattern(
    r"(?i:(?:solve|find\s+(?:all\s+)?(?:the\s+)?(?:integer\s+)?(?:solutions?|integers?|values?)(?:\s+(?:of|to|for|that\s+satisfy))?)"
    r"(?:\s+the)?(?:\s+(?:system\s+of\s+)?(?:linear\s+)?congruences?)?:?)(?![a-z])"
)
_LEAST = pattern(
    r"(?i:(?:the\s+)?(?:smallest|least)\s+(?P<kind>positive|non-?negative)\s+(?:integer|whole\s+number|number|solution"
    r"|integer\s+solution))(?![a-z])"
)
_THAT = pattern(
    r"(?i:(?:such\s+that|so\s+that|that\s+satisf(?:y|ies)|which\s+satisfies|satisfying|with|for\s+which|of|to)"
    r"(?:\s+the)?(?:\s+(?:system\s+of\s+)?congruences?)?:?)(?![a-z])"
)
_ALL = pattern(r"(?i:all(?:\s+the)?(?:\s+(?:integers?|whole\s+numbers?))?(?:\s+values\s+of)?)(?![a-z])")
_UNKNOWN = either(name, always(None))
_INVERSE = pattern(r"(?i:(?:the\s+)?(?:multiplicative\s+|modular\s+)?inverse\s+of)(?![a-z])")
_MODULO = pattern(r",?\s*(?:\(?\s*)(?i:modulo|mod)(?![a-z])|\\pmod|\\bmod")


def _rows(found: tuple[Node, ...]) -> tuple[str, tuple[tuple[Node, Node, Node, Node], ...]] | None:
    """Coefficient, constant, value and modulus of every congruence in the only letter."""
    letters = frozenset[str]().union(*(names(one) for one in found))
    if len(letters) != 1:
        return None
    (letter,) = letters
    rows = []
    for one in found:
        assert isinstance(one, Congruence)  # noqa: S101 - by the parser
        try:
            left, right = linear(one.left), linear(one.right)
        except RefusedError:
            return None
        gap = left + right.scaled(fmpq(-1))
        slope = gap.coefficients.get(letter)
        if slope is None or slope.q != 1 or gap.constant.q != 1 or names(one.modulus):
            return None
        rows.append((number(slope), number(gap.constant), number(0), one.modulus))
    return letter, tuple(rows)


def _solve(found: tuple[Node, ...], unknown: Name | None = None, least: str = "") -> Built:
    if least.startswith("non"):
        least = "nonnegative"
    system = _rows(found)
    if system is None:
        yield from _polynomial(found, unknown, least)
        return
    letter, rows = system
    if unknown is not None and unknown.full != letter:
        return
    yield LinearCongruence(letter, rows, bool(least), 1 if least == "positive" else 0, stated=found)


def _polynomial(found: tuple[Node, ...], unknown: Name | None, least: str) -> Built:
    """One congruence between polynomials, all its residues asked."""
    letters = frozenset[str]().union(*(names(one) for one in found))
    if len(found) != 1 or len(letters) != 1 or least:
        yield Objection(Message("Only linear congruences in one letter are decided."))
        return
    (one,), (letter,) = found, letters
    assert isinstance(one, Congruence)  # noqa: S101 - by the parser
    if unknown is None or unknown.full == letter:
        yield PolynomialCongruence(letter, one.left, one.right, one.modulus)


def _inverse(value: Node, modulus: Node) -> Built:
    yield ModularInverse(value, modulus)


def _power(power: Node, modulus: Node) -> Built:
    assert isinstance(power, Power)  # noqa: S101 - by the parser
    yield PowerResidue(power.base, power.exponent, modulus)


_ENGLISH: tuple[Parser[Found], ...] = (
    rule(lambda _, found: _solve(found), _SOLVE, _SEVERAL),
    rule(_solve, _SEVERAL),
    rule(lambda _, unknown, __, found: _solve(found, unknown), "FIND", _ALL, name, _THAT, _SEVERAL),
    rule(
        lambda least, unknown, _, found: _solve(found, unknown, least.group("kind").lower()),
        "FIND",
        _LEAST,
        _UNKNOWN,
        _THAT,
        _SEVERAL,
    ),
    rule(lambda _, value, __, modulus: _inverse(value, modulus), "FIND", _INVERSE, _OPERAND, _MODULO, _OPERAND),
    rule(lambda power, _, modulus: _power(power, modulus), _POWER, _MODULO, _OPERAND),
)

_SATISFYING_KO = pattern(r"\s*(?:을|를)?\s*(?:만족하는|만족시키는|인)\s*")
_LEAST_KO = pattern(r"가장\s*작은\s*(?P<kind>양의\s*정수|자연수|음이\s*아닌\s*정수)")
_ASKED_KO = ("?TOPIC", "?ALL_KO", "?FIND_KO|WHAT_KO")
_KOREAN: tuple[Parser[Found], ...] = (
    rule(
        lambda _, found: _solve(found),
        either(pattern(r"(?:연립\s*)?합동식"), always(None)),
        _SEVERAL,
        "?OBJECT",
        "SOLVE_KO",
    ),
    rule(
        lambda _, found, __: _solve(found),
        either(pattern(r"(?:연립\s*)?합동식"), always(None)),
        _SEVERAL,
        pattern(r"\s*의\s*해"),
        *_ASKED_KO,
    ),
    rule(
        lambda found, _, least, unknown: _solve(
            found, unknown, "nonnegative" if "아닌" in least.group("kind") else "positive"
        ),
        _SEVERAL,
        _SATISFYING_KO,
        _LEAST_KO,
        _UNKNOWN,
        *_ASKED_KO,
    ),
    rule(
        lambda _, modulus, __, value, ___: _inverse(value, modulus),
        pattern(r"법"),
        _OPERAND,
        pattern(r"\s*에\s*대한"),
        _OPERAND,
        pattern(r"\s*의\s*(?:곱셈에\s*대한\s*|곱셈\s*)?역원"),
        *_ASKED_KO,
    ),
)

_MARKS = r"≡|equiv|mod|inverse|합동|역원"
REQUESTS: tuple[Parser[Found], ...] = only_where(_MARKS, (*_ENGLISH, *_KOREAN))
"""One rule a way to ask."""
