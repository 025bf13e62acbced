"""English questions about numbers in other bases, with the base said behind the question or before the number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.families.numbers.bases_steps import DIGITS
from maths.families.numbers.integers.described import Described
from maths.families.numbers.integers.in_base import InBase, UnknownBase
from maths.families.numbers.integers.measures import Measure
from maths.families.numbers.integers.values import Given, Measured, Worked
from maths.phrasing.chart import pattern
from maths.phrasing.grammar_digits import BASE
from maths.phrasing.grammar_integers import VALUE
from maths.phrasing.productions import name, rule
from maths.tree import Based, Number, walk

if TYPE_CHECKING:
    from maths.families.numbers.integers.values import Value
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Name

_TEN = 10


def _in_base(value: Value, base: int) -> Built:
    """In base ten it is the number itself. Digits without a base are read elsewhere, where they are not doubtful."""
    if isinstance(value, Given) and isinstance(value.node, Number):
        return
    if base != _TEN:
        yield InBase(value, base)
    elif not isinstance(value, Given) or any(isinstance(part, Based) for part in walk(value.node)):
        yield Described(value)


_value = VALUE


def _digit_count(value: Value, base: int) -> Built:
    yield Described(Measured(Measure("digit count", base), value))


def _last_digit(base: int, value: Value) -> Built:
    yield Described(Measured(Measure("remainder", base), value))


def _digit_sum(value: Value, base: int) -> Built:
    yield Described(Measured(Measure("digit sum in base", base), value))


def _sum_before(base: int, value: Value) -> Built:
    yield from _digit_sum(value, base)


def _more_digits(value: Value, base: int, other: int) -> Built:
    first, second = (Measured(Measure("digit count", b), value) for b in (base, other))
    yield Described(Worked("minus", (first, second)))


# "13*15 = 243 in base b": digits as they stand

_SIDE = r"[0-9]+(?:_\{?b\}?)?(?:\s*(?:\+|-|\\cdot|\\times|\*|·|×)\s*[0-9]+(?:_\{?b\}?)?)*"
_EQUATION = pattern(rf"({_SIDE})\s*=\s*({_SIDE})(?![0-9.,+*/-])")


def _read_side(text: str) -> list[tuple[int, tuple[str, ...]]]:
    plain = re.sub(r"_\{?b\}?", "", re.sub(r"\\cdot|\\times|·|×", "*", text)).replace(" ", "")
    terms = []
    for sign, term in re.findall(r"([+-]?)([0-9*]+)", plain):
        terms.append((-1 if sign == "-" else 1, tuple(term.split("*"))))
    return terms


def _unknown_base(*found: object) -> Built:
    match = next(part for part in found if isinstance(part, re.Match))
    left, right = _read_side(match[1]), _read_side(match[2])
    terms = (*left, *((-sign, numerals) for sign, numerals in right))
    if all(digits and set(digits) <= set(DIGITS[:_TEN]) for _, numerals in terms for digits in numerals):
        yield UnknownBase(terms)


_LETTER: Parser[Name] = name

REQUESTS: tuple[Parser[Found], ...] = (
    rule(_in_base, "?FIND|EVALUATE", _value, "BZ_ANSWER", "?Z_A", BASE, "?BZ_INTEGER", "?BZ_ANSWER_END"),
    rule(_in_base, "BZ_EXPRESS", _value, "BZ_INTO", BASE, "?BZ_INTEGER"),
    rule(_digit_count, "Z_HOW_MANY_DIGITS", _value, "?Z_HAS", "BZ_WHEN_IN", BASE),
    rule(_digit_count, "FIND", "Z_DIGIT_COUNT_OF", _value, "BZ_WHEN_IN", BASE),
    rule(_last_digit, "FIND", "?Z_THE", "Z_UNITS_DIGIT", "Z_OF", "?BZ_THE", BASE, "BZ_REPRESENTATION_OF", _value),
    rule(
        lambda value, base: _last_digit(base, value),
        "FIND",
        "?Z_THE",
        "Z_UNITS_DIGIT",
        "Z_OF",
        _value,
        "BZ_WHEN_IN",
        BASE,
    ),
    rule(_sum_before, "FIND", "Z_DIGIT_SUM_OF", "?BZ_THE", BASE, "BZ_REPRESENTATION_OF", _value),
    rule(
        _digit_sum,
        "FIND",
        "Z_SUM_OF",
        "Z_ALL",
        "Z_DIGITS",
        "Z_WHEN",
        _value,
        "Z_IS",
        "BZ_CONVERTED_TO",
        BASE,
        "?BZ_SUM_IN_TEN",
    ),
    rule(_more_digits, "BZ_HOW_MANY_MORE_DIGITS", _value, "Z_HAS", "BZ_WHEN_IN", BASE, "BZ_THAN", "BZ_WHEN_IN", BASE),
    rule(
        _unknown_base,
        "?FIND|IN|FOR",
        "BZ_WHICH_BASE",
        _LETTER,
        "BZ_IN_WHICH",
        "?BZ_THE_EQUATION",
        _EQUATION,
        "?BZ_IS_TRUE",
    ),
    rule(
        _unknown_base,
        "?FIND|IN|FOR",
        "BZ_WHICH_BASE",
        "?BZ_IN_WHICH",
        "?BZ_DOES",
        "?BZ_THE_EQUATION",
        _EQUATION,
        "?BZ_IS_TRUE",
    ),
)
"""Tried where nothing else understands the whole sentence."""
