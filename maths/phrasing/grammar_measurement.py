"""Sentences about measures and times of day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.families.measuring.clock import Between, Later, Time, read_time
from maths.families.measuring.measurement import Amount, ConvertUnits
from maths.families.measuring.units import SPELLINGS
from maths.families.terms import number as number_node
from maths.families.terms import over
from maths.phrasing.chart import either, many, maybe, pattern, word
from maths.phrasing.productions import meaning, number, rule
from maths.phrasing.spelled import CARDINALS, fraction, one_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_SHORT = 3  # letters of a symbol, whose case counts
_LONGEST_FIRST = sorted(SPELLINGS, key=len, reverse=True)
_SYMBOLS = re.compile("|".join(re.escape(w) for w in _LONGEST_FIRST if len(w) <= _SHORT and w[0] < "가"))
_WORDS = re.compile("|".join(re.escape(w) for w in _LONGEST_FIRST if len(w) > _SHORT and w[0] < "가"), re.IGNORECASE)
_KOREAN = re.compile("|".join(re.escape(w) for w in _LONGEST_FIRST if w[0] >= "가"))
_GOES_ON = re.compile(r"[A-Za-zµμ]|\s*[/^²³*·]|\d")  # of a unit that is more than this word
_GOES_ON_KO = re.compile(r"\s*[/^²³*·]|\d|당")


def _unit(chart: Chart, at: int) -> Iterator[tuple[int, str]]:
    """A unit by its symbol or its word; not part of a compound one such as km/h."""
    at = chart.skip(at)
    for spelling, goes_on in ((_WORDS, _GOES_ON), (_SYMBOLS, _GOES_ON), (_KOREAN, _GOES_ON_KO)):
        match = spelling.match(chart.text, at)
        if match and not goes_on.match(chart.text, match.end()):
            chart.skip(match.end())
            yield match.end(), SPELLINGS.get(match.group()) or SPELLINGS[match.group().lower()]


def _time(chart: Chart, at: int) -> Iterator[tuple[int, Time]]:
    at = chart.skip(at)
    found = read_time(chart.text[at : at + 40])
    if found:
        chart.skip(at + found[0])
        yield at + found[0], found[1]


def _amount(size: Node, unit: str) -> Iterator[Amount]:
    yield Amount(size, unit)


def _spelled(size: Fraction | int, unit: str) -> Iterator[Amount]:
    yield Amount(number_node(size), unit)


def _parts_of_one(match: re.Match[str]) -> Iterator[Node]:
    if int(match[1]):
        yield over(number_node(int(match[2])), number_node(int(match[1])))


_fraction_ko = rule(_parts_of_one, pattern(r"(\d+)\s*분의\s*(\d+)(?![.\d])"))
_part = either(
    rule(_amount, number, _unit),
    rule(_amount, number, "PART_OF", _unit),
    rule(_spelled, fraction, "?PART_OF", _unit),
    rule(_spelled, one_of(CARDINALS | {"a": 1, "an": 1}), _unit),
    rule(_amount, _fraction_ko, _unit),
)
_amounts = many(_part, maybe(word("AND")))


def _convert(amounts: tuple[Amount, ...], target: str) -> Built:
    yield ConvertUnits(amounts, target)


def _convert_before(target: str, amounts: tuple[Amount, ...]) -> Built:
    yield ConvertUnits(amounts, target)


def _between(unit: str, start: Time, end: Time) -> Built:
    yield Between(start, end, unit)


def _from_to(unit: str, start: Time, end: Time) -> Built:
    yield Between(start, end, unit, directed=True)


def _between_after(start: Time, end: Time, unit: str) -> Built:
    yield Between(start, end, unit)


def _from_to_after(start: Time, end: Time, unit: str) -> Built:
    yield Between(start, end, unit, directed=True)


def _later(amounts: tuple[Amount, ...], before: bool, start: Time) -> Built:  # noqa: FBT001 - what the phrase means
    yield Later(start, amounts, before)


def _later_ko(start: Time, amounts: tuple[Amount, ...], before: bool) -> Built:  # noqa: FBT001 - as above
    yield Later(start, amounts, before)


_AFTER = either(meaning("AFTER", value=False), meaning("BEFORE", value=True))
_AFTER_KO = either(meaning("LATER_KO", value=False), meaning("EARLIER_KO", value=True))

_ENGLISH: tuple[Parser[Found], ...] = (
    rule(_convert_before, "HOW_MANY", _unit, "ARE_THERE_IN", _amounts),
    rule(_convert_before, "HOW_MANY", _unit, "DOES_IT", _amounts, "IT_HAS"),
    rule(_convert, "?FIND|CONVERT|EVALUATE", _amounts, "IN_UNITS", _unit),
    rule(_between, "HOW_MANY", _unit, "BETWEEN", _time, "AND", _time),
    rule(_from_to, "HOW_MANY", _unit, "FROM_TIME", _time, "UNTIL", _time),
    rule(_later, "FIND|WHAT_TIME", _amounts, _AFTER, _time),
)

_KOREAN_RULES: tuple[Parser[Found], ...] = (
    rule(_convert, _amounts, "OF_TOPIC_KO", "MANY_KO", _unit, "?IS_IT_KO"),
    rule(_convert, _amounts, "?OBJECT", _unit, "?UNIT_WORD_KO", "INTO_KO", "CONVERT_KO"),
    rule(_convert, _amounts, "OF_TOPIC_KO", _unit, "INTO_KO", "WHAT_KO"),
    rule(_between_after, _time, "AND", _time, "BETWEEN_KO", "MANY_KO", _unit, "?IS_IT_KO"),
    rule(_from_to_after, _time, "FROM_KO", _time, "UNTIL_KO", "MANY_KO", _unit, "?IS_IT_KO"),
    rule(
        _later_ko,
        _time,
        "?FROM_KO|OF_KO|COMMA",
        _amounts,
        _AFTER_KO,
        "?TIME_OF_DAY_KO",
        "?WHAT_TIME_KO|FIND_KO|WHAT_KO",
    ),
)

REQUESTS: tuple[Parser[Found], ...] = (*_ENGLISH, *_KOREAN_RULES)
"""One rule a way to ask."""
