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
from maths.tree import Based, walk

if TYPE_CHECKING:
    from maths.families.numbers.integers.values import Value
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Name

_TEN = 10


def _in_base(value: Value, base: int) -> Built:
    """In base ten it is the number itself."""
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
    rule(_in_base, "?FIND|EVALUATE", _value, "B_ANSWER", "?N_A", BASE, "?B_INTEGER", "?B_ANSWER_END"),
    rule(_in_base, "B_EXPRESS", _value, "B_INTO", BASE, "?B_INTEGER"),
    rule(_digit_count, "N_HOW_MANY_DIGITS", _value, "?N_HAS", "B_WHEN_IN", BASE),
    rule(_digit_count, "FIND", "N_DIGIT_COUNT_OF", _value, "B_WHEN_IN", BASE),
    rule(_last_digit, "FIND", "?N_THE", "N_UNITS_DIGIT", "N_OF", "?B_THE", BASE, "B_REPRESENTATION_OF", _value),
    rule(lambda value, base: _last_digit(base, value), "FIND", "?N_THE", "N_UNITS_DIGIT", "N_OF", _value, "B_WHEN_IN", BASE),
    rule(_sum_before, "FIND", "N_DIGIT_SUM_OF", "?B_THE", BASE, "B_REPRESENTATION_OF", _value),
    rule(_digit_sum, "FIND", "N_SUM_OF", "N_ALL", "N_DIGITS", "N_WHEN", _value, "N_IS", "B_CONVERTED_TO", BASE, "?B_SUM_IN_TEN"),
    rule(_more_digits, "B_HOW_MANY_MORE_DIGITS", _value, "N_HAS", "B_WHEN_IN", BASE, "B_THAN", "B_WHEN_IN", BASE),
    rule(_unknown_base, "?FIND|IN|FOR", "B_WHICH_BASE", _LETTER, "B_IN_WHICH", "?B_THE_EQUATION", _EQUATION, "?B_IS_TRUE"),
    rule(_unknown_base, "?FIND|IN|FOR", "B_WHICH_BASE", "?B_IN_WHICH", "?B_DOES", "?B_THE_EQUATION", _EQUATION, "?B_IS_TRUE"),
)  # fmt: skip
"""Tried where nothing else understands the whole sentence."""
