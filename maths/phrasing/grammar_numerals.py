"""Sentences about how numbers are written: significant figures, scientific notation, Roman numerals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.numbers.figures import Written
from maths.families.numbers.notation import FromScientific, SignificantFigures, ToScientific
from maths.families.numbers.roman import FromRoman, ToRoman
from maths.phrasing.chart import pattern
from maths.phrasing.grammar_numbers import operand
from maths.phrasing.productions import rule
from maths.tree import Number

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
_PLAIN = pattern(
    r"(?P<sign>[-−]?)\s*(?P<digits>(?:\d{1,3}(?:(?:,|\{,\})\d{3})+|\d+)(?:\.\d+)?)(?![\d.,]*\d|[A-Za-z%°/^_:!])"
    r"(?P<power>\s*(?:×|\\times|\\cdot|[*·x⋅])\s*10(?:\s*\^\s*(?:\{\s*(?P<braced>[-−]?\s*\d+)\s*\}"
    r"|\(\s*(?P<round>[-−]?\s*\d+)\s*\)|(?P<bare>[-−]?\d+))|(?P<raised>[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)))?(?![\d%°/^_:!])"
)


def _number(match: re.Match[str]) -> Iterator[Written]:
    digits = match["digits"].replace("{,}", "").replace(",", "")
    raised = match["braced"] or match["round"] or match["bare"] or match["raised"]
    exponent = int(raised.translate(_RAISED).replace(" ", "")) if raised else None
    if digits[0] != "0" or digits == "0" or digits.startswith("0."):
        yield Written(digits, exponent, bool(match["sign"]))


_written = rule(_number, _PLAIN)
_plain = rule(lambda written: [written] if written.exponent is None else [], _written)
_positive = rule(lambda written: [] if written.negative else [written], _written)
_scaled = rule(lambda written: [written] if written.exponent is not None else [], _written)


def _figures(written: Written) -> Built:
    yield SignificantFigures(written)


def _to_scientific(written: Written) -> Built:
    yield ToScientific(written)


def _from_scientific(written: Written) -> Built:
    yield FromScientific(written)


_numeral = rule(lambda match: [match[1]], pattern(r"(?:\\mathrm\{|\\text\{)?([IVXLCDM]+)\}?(?![A-Za-z0-9_^=+*/-])"))
_long_numeral = rule(lambda numeral: [numeral] if len(numeral) > 1 else [], _numeral)


def _from_roman(numeral: str) -> Built:
    yield FromRoman(numeral)


def _to_roman(node: Node) -> Built:
    if isinstance(node, Number):
        yield ToRoman(node)


_ENGLISH: tuple[Parser[Found], ...] = (
    rule(_figures, "NU_HOW_MANY_FIGURES", _written, "?NU_HAVE"),
    rule(_to_scientific, "NU_WRITE", _written, "NU_IN_SCIENTIFIC"),
    rule(_from_scientific, "NU_WRITE", _scaled, "NU_AS_ORDINARY"),
    rule(_from_roman, "NU_WRITE", "NU_ROMAN", _numeral, "NU_IN_ARABIC"),
    rule(_from_roman, "NU_WRITE", _long_numeral, "NU_FROM_ROMAN"),
    rule(_from_roman, "NU_WHAT_NUMBER", "NU_ROMAN", _numeral, "NU_REPRESENT"),
    rule(_from_roman, "NU_WHAT_NUMBER", "NU_REPRESENTED_BY", "NU_ROMAN", _numeral),
    rule(_from_roman, "NU_VALUE_OF", "NU_ROMAN", _numeral),
    rule(_to_roman, "NU_WRITE", operand, "NU_IN_ROMAN"),
    rule(_to_roman, "NU_ROMAN_FOR", operand),
)
_KOREAN: tuple[Parser[Found], ...] = (
    rule(_figures, "?NU_NUMBER_KO", _written, "?NU_OF_KO", "NU_FIGURES_KO", "?FIND_KO|WHAT_KO"),
    rule(_to_scientific, "?NU_NUMBER_KO", _written, "OBJECT", "NU_SCIENTIFIC_KO", "NU_CONVERT_KO"),
    rule(_to_scientific, "?NU_NUMBER_KO", _positive, "OBJECT", "NU_SCIENTIFIC_KO", "NU_CONVERT_KO", "?END",
         "NU_ONE_TO_TEN_KO"),
    rule(_from_scientific, "?NU_NUMBER_KO", _scaled, "OBJECT", "NU_ORDINARY_KO", "NU_CONVERT_KO"),
    rule(_from_roman, "NU_ROMAN_KO", _numeral, "OBJECT|TOPIC", "NU_IN_ARABIC_KO", "NU_CONVERT_KO"),
    rule(_from_roman, "NU_ROMAN_KO", _numeral, "NU_MEANING_KO"),
    rule(_to_roman, "?NU_ARABIC_KO", operand, "OBJECT|TOPIC", "NU_IN_ROMAN_KO", "NU_CONVERT_KO"),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (*_ENGLISH, *_KOREAN)
"""One rule a way to ask."""
