"""Sentences about days, dates and the hands of a clock."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.families.measuring.calendar import DaysBetween, LeapYear, WeekdayAfter, WeekdayOf
from maths.families.measuring.calendar_steps import Date
from maths.families.measuring.clock_hands import HandsAngle, HandTurn
from maths.families.measuring.units import SPELLINGS, UNITS
from maths.families.terms import number as number_node
from maths.phrasing.chart import either, pattern
from maths.phrasing.grammar_numbers import ASKED_KO
from maths.phrasing.productions import always, formula, meaning, rule
from maths.tree import Number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node

_day: Parser[int] = either(*(meaning(f"CAL_DAY {n}", n) for n in range(7)))
_month: Parser[int] = either(*(meaning(f"CAL_MONTH {n}", n) for n in range(1, 13)))
_count = formula(lambda node: isinstance(node, Number) and node.value.denominator == 1 and node.decimals is None)
_number = formula(lambda node: isinstance(node, Number))
_ORDINAL = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9])"
_YEAR = r"(?P<year>[0-9]{4})(?![0-9])"
_KO_DATE = re.compile(r"\s*(?:(?P<year>[0-9]{4})\s*년\s*)?(?P<month>[0-9]{1,2})\s*월\s*(?P<day>[0-9]{1,2})\s*일")


def _dated(month: int, day: re.Match[str], year: re.Match[str] | None) -> Iterator[Date]:
    yield Date(int(year["year"]) if year else 0, month, int(day["day"]))


def _korean_date(chart: Chart, at: int) -> Iterator[tuple[int, Date]]:
    at = chart.skip(at)
    if match := _KO_DATE.match(chart.text, at):
        chart.skip(match.end())
        yield match.end(), Date(int(match["year"] or 0), int(match["month"]), int(match["day"]))


_date: Parser[Date] = rule(
    _dated,
    _month,
    pattern(_ORDINAL),
    either(
        rule(lambda _, found: [found], pattern(","), pattern(_YEAR)),
        rule(lambda found: [found], pattern(_YEAR)),
        always(None),
    ),
)
_full: Parser[Date] = rule(lambda date: [date] if date.year else [], _date)
_full_ko: Parser[Date] = rule(lambda date: [date] if date.year else [], _korean_date)
_STOP = "?END|COMMA"


def _weeks(count: Node) -> Iterator[Node]:
    yield number_node(count.value * 7)  # type: ignore[union-attr]


_days: Parser[Node] = either(rule(lambda n: [n], _count, "CAL_DAYS"), rule(_weeks, _count, "CAL_WEEKS"))


def _after(start: int, days: Node, *, before: bool = False, korean: bool = False) -> Built:
    yield WeekdayAfter(start, days, before, korean)


_SHIFT = either(meaning("CAL_FROM_TODAY", False), meaning("CAL_AGO", True))  # noqa: FBT003 - whether it is before
_SIDE = either(meaning("CAL_AFTER", False), meaning("CAL_BEFORE", True))  # noqa: FBT003 - as above
_SHIFT_KO = either(meaning("CAL_LATER_KO", False), meaning("CAL_EARLIER_KO", True))  # noqa: FBT003 - as above

_ENGLISH: tuple[Parser[Found], ...] = (
    rule(lambda days, before, start: _after(start, days, before=before), "CAL_WHAT_DAY", "CAL_IS", _days, _SIDE, _day),
    rule(lambda start, days, before: _after(start, days, before=before), "CAL_TODAY_IS", _day, _STOP, "?THEN|AND",
         "CAL_WHAT_DAY", "?CAL_IS", "?CAL_FALL", _days, _SHIFT),
    rule(lambda start, days, before: _after(start, days, before=before), "CAL_TODAY_IS", _day, _STOP, "?THEN|AND",
         "CAL_WHAT_DAY", "CAL_IS", "CAL_FALL", _days, _SHIFT),
    rule(lambda known, day, date: [WeekdayOf(date, known, day)], "?GIVEN", _full, "CAL_IS", _day, _STOP, "?THEN|AND",
         "CAL_WHAT_DAY", "CAL_IS", _full, "?CAL_FALL"),
    rule(lambda date: [WeekdayOf(date)], "CAL_WHAT_DAY", "CAL_IS", _full, "?CAL_FALL"),
    rule(lambda first, second: [DaysBetween(first, second)] if bool(first.year) is bool(second.year) else [],
         "CAL_HOW_MANY_DAYS_AFTER", _date, "CAL_IS", _date),
    rule(lambda first, second: [DaysBetween(first, second)] if bool(first.year) is bool(second.year) else [],
         "CAL_HOW_MANY_DAYS_FROM", _date, "CAL_UNTIL", _date),
    rule(lambda year: [LeapYear(year)], "CAL_IS_IT", _count, "?CAL_BE", "CAL_LEAP"),
    rule(lambda year: [LeapYear(year, "days")], "CAL_HOW_MANY_DAYS_IN", _count, "?CAL_HAVE"),
    rule(lambda month, year: [LeapYear(year, "days", month)], "CAL_HOW_MANY_DAYS_IN", _month, _count, "?CAL_HAVE"),
)  # fmt: skip

_KOREAN: tuple[Parser[Found], ...] = (
    rule(lambda start, days, before: _after(start, days, before=before, korean=True), "?CAL_TODAY_KO", _day,
         "CAL_IF_KO", _STOP, _count, _SHIFT_KO, "CAL_WHAT_DAY_KO"),
    rule(lambda start, days, before: _after(start, days, before=before, korean=True), _day, "FROM_KO", _count,
         _SHIFT_KO, "CAL_WHAT_DAY_KO"),
    rule(lambda known, day, date: [WeekdayOf(date, known, day, korean=True)], _full_ko, "CAL_SUBJECT_KO", _day,
         "CAL_IF_KO", _STOP, _full_ko, "CAL_WHAT_DAY_KO"),
    rule(lambda date: [WeekdayOf(date, korean=True)], _full_ko, "CAL_WHAT_DAY_KO"),
    rule(lambda year: [LeapYear(year)], _count, "CAL_YEAR_KO", "CAL_LEAP_KO"),
    rule(lambda year: [LeapYear(year, "days")], _count, "CAL_YEAR_KO", "CAL_YEAR_DAYS_KO"),
    rule(lambda first, second: [DaysBetween(first, second)] if bool(first.year) is bool(second.year) else [],
         _korean_date, "FROM_KO", _korean_date, "CAL_UNTIL_DAYS_KO"),
)  # fmt: skip

_TIME = re.compile(r"\s*(?P<hour>[0-9]{1,2})\s*(?:\\!)?\s*:\s*(?:\\!)?\s*(?P<minute>[0-9]{2})(?![0-9:])")
_TIME_KO = re.compile(r"\s*(?P<hour>[0-9]{1,2})\s*시\s*(?:(?P<minute>[0-9]{1,2})\s*분|(?P<half>반))?")
_KIND = either(
    meaning("HAND_SMALLER", "smaller"),
    meaning("HAND_LARGER", "larger"),
    meaning("HAND_ACUTE", "acute"),
    meaning("HAND_OBTUSE", "obtuse"),
    meaning("HAND_PLAIN", "smaller"),
)


def _time(chart: Chart, at: int) -> Iterator[tuple[int, tuple[int, int]]]:
    for shape in (_TIME, _TIME_KO):
        if match := shape.match(chart.text, at):
            found = match.groupdict()
            chart.skip(match.end())
            yield match.end(), (int(found["hour"]), 30 if found.get("half") else int(found["minute"] or 0))


def _whole_hour(hour: Node) -> Iterator[tuple[int, int]]:
    yield int(hour.value), 0  # type: ignore[union-attr]


_when = either(rule(lambda time: [time], _time, "?HAND_PM"), rule(_whole_hour, _count, "HAND_OCLOCK"))


def _hands(kind: str, time: tuple[int, int]) -> Built:
    yield HandsAngle(time[0], time[1], kind)


_hand = either(meaning("HAND_HOUR", "hour"), meaning("HAND_MINUTE", "minute"), meaning("HAND_SECOND", "second"))
_CLOCK_UNITS = re.compile(
    r"\s*(" + "|".join(re.escape(w) for w in sorted((w for w, n in SPELLINGS.items() if UNITS[n].kind == "clock"),
    key=len, reverse=True)) + r")(?![A-Za-z])"
)  # fmt: skip


def _clock_unit(chart: Chart, at: int) -> Iterator[tuple[int, str]]:
    if match := _CLOCK_UNITS.match(chart.text, at):
        chart.skip(match.end())
        yield match.end(), SPELLINGS[match[1]]


_ask = ("HAND_ANGLE", "?HAND_DEGREES")

_KIND_KO = either(
    meaning("HAND_SMALL_KO", "smaller"), meaning("HAND_LARGE_KO", "larger"), meaning("HAND_ANGLE_KO", "smaller")
)

_HANDS: tuple[Parser[Found], ...] = (
    rule(_hands, *_ask, _KIND, "HAND_BETWEEN", "HAND_AT", _when, "?HAND_IN_DEGREES"),
    rule(_hands, *_ask, _KIND, "HAND_IN_DEGREES", "HAND_BETWEEN", "HAND_AT", _when),
    rule(lambda time, kind: _hands(kind, time), "HAND_AT", _when, "?COMMA", *_ask, _KIND, "HAND_BETWEEN",
         "?HAND_IN_DEGREES"),
    rule(lambda time: _hands("smaller", time), "HAND_WHAT_ANGLE", "HAND_AT", _when, "?HAND_IN_DEGREES"),
    rule(lambda hand, size, of: [HandTurn(hand, size, of)], "HAND_TURN", _hand, "HAND_MOVES", _number, _clock_unit),
    rule(lambda time, kind: _hands(kind, time), _time, "HAND_HANDS_KO", _KIND_KO, "HAND_DEGREES_KO"),
    rule(lambda time, kind: _hands(kind, time), _time, "HAND_HANDS_KO", _KIND_KO, *ASKED_KO),
    rule(lambda hand, size, of: [HandTurn(hand, size, of)], _hand, "HAND_IN_KO", _number, _clock_unit, "HAND_TURNS_KO"),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (*_ENGLISH, *_KOREAN, *_HANDS)
"""One rule a way to ask."""
