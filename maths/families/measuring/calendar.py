"""Days of the week, days between dates, leap years.

Routes: the day number of a date by arithmetic, and weeks taken away; and the days counted off month by month, or one by
one, with python-flint for what is too far to count.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flint import fmpz

from maths.families.measuring import calendar_steps as steps
from maths.families.measuring.calendar_steps import DAYS, MONTHS, WEEKDAYS, WEEKDAYS_KO, Date, is_leap, length_of_month
from maths.families.numbers.operands import whole
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula
from maths.message import Formula, Message
from maths.tree import Truth
from maths.verdict import Standing, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node

FIRST_YEAR, LAST_YEAR = 1583, 9999  # the calendar of today
MAX_COUNTED = 20_000  # days counted one by one
MAX_DAYS = 10**30


def _disagree() -> UndecidedError:
    return UndecidedError(Message("The two ways of calculating it do not agree."))


def _weekday(place: int, *, korean: bool) -> Formula:
    written = (WEEKDAYS_KO if korean else WEEKDAYS)[place % DAYS]
    return Formula(written, rf"\text{{{written}}}")


def _said(place: int, method: Message) -> Callable[[str], Verdict | None]:
    """Hears a day of the week in either language."""

    def hear(text: str) -> Verdict | None:
        given = text.strip().strip(".").lower()
        right = {WEEKDAYS[place % DAYS].lower(), WEEKDAYS_KO[place % DAYS]}
        known = {day.lower() for day in WEEKDAYS} | set(WEEKDAYS_KO)
        if given in right:
            return Verdict(Standing.VERIFIED, method)
        if given in known:
            return Verdict(Standing.REFUTED, None, Message("Decided was {answer}.", answer=WEEKDAYS[place % DAYS]))
        return None

    return hear


def counted(start: int, days: int) -> int:
    """The day of the week reached by going on (or back) day by day."""
    if abs(days) > MAX_COUNTED:
        return int((fmpz(start) + fmpz(days)) % fmpz(DAYS))
    place = start
    for _ in range(abs(days)):
        place = (place + (1 if days > 0 else -1)) % DAYS
    return place


@dataclass(frozen=True, slots=True)
class WeekdayAfter:
    """The day of the week so many days after (or before) another."""

    start: int
    days: Node
    before: bool
    korean: bool = False

    def settle(self, find: Callable[[int, int], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        days = whole(self.days, least=0)
        if days > MAX_DAYS:
            raise UndecidedError(Message("The number has too many digits to be worked out here."))
        signed = -days if self.before else days
        found = (find or (lambda place, by: (place + by) % DAYS))(self.start, signed)
        if found != counted(self.start, signed):
            raise _disagree()
        method = Message("by the remainder of a division by 7, and again counted day by day")
        return Settled(
            _weekday(found, korean=self.korean),
            method,
            lambda level: steps.teach_weekday(self.start, signed, found, level),
            also=(_weekday(found, korean=not self.korean).typed,),
            hear=_said(found, method),
        )


def day_number(date: Date) -> int:
    """Days since a day before all dates here, by the formula for the calendar of today (March as the first month)."""
    year = date.year - (date.month < 3)  # noqa: PLR2004 - March
    month = (date.month + 9) % 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 + date.day - 1


def days_between(first: Date, second: Date) -> int:
    """Counted month by month from the earlier to the later date."""
    if (second.year, second.month, second.day) < (first.year, first.month, first.day):
        return -days_between(second, first)
    total, year, month = second.day - first.day, first.year, first.month
    while (year, month) != (second.year, second.month):
        total += length_of_month(year, month)
        year, month = (year + 1, 1) if month == len(MONTHS) else (year, month + 1)
    return total


def _checked(date: Date) -> Date:
    if not FIRST_YEAR <= date.year <= LAST_YEAR:
        raise UndecidedError(Message("Only dates of the calendar of today, from 1583 on, are decided."))
    if not 1 <= date.month <= len(MONTHS) or not 1 <= date.day <= length_of_month(date.year, date.month):
        raise UndecidedError(Message("There is no such date."))
    return date


@dataclass(frozen=True, slots=True)
class WeekdayOf:
    """The day of the week of a date, where that of another is stated, or by the calendar."""

    date: Date
    known: Date | None = None
    weekday: int = 0
    korean: bool = False

    def settle(self, find: Callable[[Date, Date], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        known = _checked(self.known or Date(2000, 1, 1))
        start = self.weekday if self.known else WEEKDAYS.index("Saturday")
        date = _checked(self.date)
        days = (find or (lambda a, b: day_number(b) - day_number(a)))(known, date)
        if days != days_between(known, date):
            raise _disagree()
        place = (start + days) % DAYS
        if place != counted(start, days):
            raise _disagree()
        method = Message("by day numbers and a division by 7, and again counted month by month")
        return Settled(
            _weekday(place, korean=self.korean),
            method,
            lambda level: steps.teach_date(known, date, days, (start, place), level),
            also=(_weekday(place, korean=not self.korean).typed,),
            hear=_said(place, method),
        )


@dataclass(frozen=True, slots=True)
class DaysBetween:
    """How many days after one date another is; without years only where no February 29 can lie between."""

    first: Date
    second: Date

    def settle(self, find: Callable[[Date, Date], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        years = (0,) if self.first.year or self.second.year else (2023, 2024)
        found = {self._counted(_in(self.first, year), _in(self.second, year), find) for year in years}
        if len(found) > 1 or min(found) < 0:
            raise UndecidedError(Message("It depends on the year, which is not stated."))
        days = found.pop()
        method = Message("by day numbers, and again counted month by month")
        return Settled(
            formula(number(days)), method, lambda level: steps.teach_between(self.first, self.second, days, level)
        )

    @staticmethod
    def _counted(first: Date, second: Date, find: Callable[[Date, Date], int] | None) -> int:
        first, second = _checked(first), _checked(second)
        days = (find or (lambda a, b: day_number(b) - day_number(a)))(first, second)
        if days != days_between(first, second):
            raise _disagree()
        return days


def _in(date: Date, year: int) -> Date:
    return Date(year, date.month, date.day) if year else date


@dataclass(frozen=True, slots=True)
class LeapYear:
    """Whether a year is a leap year; or how many days it, or one of its months, has."""

    year: Node
    wanted: str = "leap"  # or "days"
    month: int = 0

    def settle(self, find: Callable[[int], bool] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        year = whole(self.year, least=FIRST_YEAR)
        if year > LAST_YEAR:
            raise UndecidedError(Message("Only dates of the calendar of today, from 1583 on, are decided."))
        leap = (find or is_leap)(year)
        if leap is not (day_number(Date(year, 3, 1)) - day_number(Date(year, 2, 1)) == 29):  # noqa: PLR2004
            raise _disagree()
        days = length_of_month(year, self.month) if self.month else 365 + leap
        answer = formula(Truth(leap)) if self.wanted == "leap" else formula(number(days))
        method = Message("by the rule of leap years, and again by day numbers")
        return Settled(
            answer, method, lambda level: steps.teach_leap(year, leap, days if self.wanted == "days" else 0, level)
        )
