"""Calendar questions worked out on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.numbers.divisibility_steps import division
from maths.families.terms import minus, number, plus, times
from maths.families.write import chain, passages
from maths.message import Message, counted
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.verdict import Passage

DAYS = 7
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS_KO = ("월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2
_NAMES = (
    Message("Monday"), Message("Tuesday"), Message("Wednesday"), Message("Thursday"), Message("Friday"),
    Message("Saturday"), Message("Sunday"),
)  # fmt: skip
_MONTH_NAMES = (
    Message("January"), Message("February"), Message("March"), Message("April"), Message("May"), Message("June"),
    Message("July"), Message("August"), Message("September"), Message("October"), Message("November"),
    Message("December"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Date:
    """A date; `year` 0 where none is stated."""

    year: int
    month: int
    day: int


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def length_of_month(year: int, month: int) -> int:
    return _LENGTHS[month - 1] + (month == _FEBRUARY and is_leap(year))


def _said(date: Date) -> Message:
    month = _MONTH_NAMES[date.month - 1]
    if not date.year:
        return Message("{month} {day}", month=month, day=date.day)
    return Message("{month} {day}, {year}", month=month, day=date.day, year=date.year)


def _weeks(days: int, start: int, place: int, level: Level) -> list[Message]:
    size = abs(days)
    lines = [Message("Divide by 7: {division}.", division=division(size, size // DAYS, DAYS))]
    rest = size % DAYS
    if level is not Level.ADVANCED:
        lines.append(
            Message("After whole weeks it is the same day again, so only the remainder {rest} counts.", rest=rest)
        )
    if level is Level.BEGINNER and rest:
        lines += [
            Message("One day on: {day}.", day=_NAMES[(start + n) % DAYS])
            if days > 0
            else Message("One day back: {day}.", day=_NAMES[(start - n) % DAYS])
            for n in range(1, rest + 1)
        ]
    return lines or [Message("It is {day}.", day=_NAMES[place])]


def teach_weekday(start: int, days: int, place: int, level: Level) -> tuple[Passage, ...]:
    size = abs(days)
    return passages(
        understanding=[
            Message("From {day} we go {count} days on.", day=_NAMES[start], count=str(size))
            if days >= 0
            else Message("From {day} we go {count} days back.", day=_NAMES[start], count=str(size))
        ],
        approach=[_approach(level)],
        steps=_weeks(days, start, place, level),
        check=[Message("The remainder is smaller than 7, so no whole week is left over.")],
        conclusion=[Message("It is a {day}.", day=_NAMES[place])],
    )


def _approach(level: Level) -> Message:
    if level is Level.BEGINNER:
        return Message("The days of the week come again after seven days, so whole weeks can be left out.")
    if level is Level.INTERMEDIATE:
        return Message("The days of the week repeat after 7 days: the remainder decides.")
    return Message("Work modulo 7.")


def teach_date(known: Date, date: Date, days: int, places: tuple[int, int], level: Level) -> tuple[Passage, ...]:
    start, place = places
    return passages(
        understanding=[Message("{date} was or is a {day}.", date=_said(known), day=_NAMES[start])],
        approach=[_approach(level)],
        steps=[*_months(known, date, days, level), *_weeks(days, start, place, level)],
        check=[Message("The remainder is smaller than 7, so no whole week is left over.")],
        conclusion=[Message("{date} is a {day}.", date=_said(date), day=_NAMES[place])],
    )


def _months(first: Date, second: Date, days: int, level: Level) -> list[Message]:
    lines = []
    if level is not Level.ADVANCED:
        lines.append(
            Message(
                "A year has 365 days, a leap year 366; the months have "
                "31, 28 or 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31."
            )
        )
    if days < 0:
        first, second = second, first
    if first.year and second.year:
        lines += _counted(first, second, level)
    lines.append(
        Message(
            "From {first} to {second} there are {count} days.",
            first=_said(first),
            second=_said(second),
            count=str(abs(days)),
        )
    )
    return lines


def _counted(first: Date, second: Date, level: Level) -> list[Message]:
    """The rest of the first year, full years, and the days of the last year."""
    if level is Level.ADVANCED or first.year == second.year:
        return []
    length = 365 + is_leap(first.year)
    rest = minus(number(length), number(_day_of_year(first)))
    lines = [Message("Left in {year}: {count}.", year=str(first.year),
                     count=chain(rest, number(length - _day_of_year(first))))]  # fmt: skip
    years = range(first.year + 1, second.year)
    if years:
        leaps = sum(map(is_leap, years))
        total = (
            plus(times(number(len(years)), number(365)), number(leaps))
            if leaps
            else times(number(len(years)), number(365))
        )
        lines.append(
            counted("The full years from {first} to {last}, {count} of them a leap year: {days}.",
                    "The full years from {first} to {last}, {count} of them leap years: {days}.", leaps,
                    first=str(years[0]), last=str(years[-1]),
                    days=chain(total, number(len(years) * 365 + leaps)))
        )  # fmt: skip
    months = [length_of_month(second.year, month) for month in range(1, second.month)]
    inside = plus(*(number(days) for days in (*months, second.day)))
    lines.append(Message("Then up to {date}, month by month: {count}.", date=_said(second),
                         count=chain(inside, number(_day_of_year(second)))))  # fmt: skip
    return lines


def _day_of_year(date: Date) -> int:
    return sum(length_of_month(date.year, month) for month in range(1, date.month)) + date.day


def teach_between(first: Date, second: Date, days: int, level: Level) -> tuple[Passage, ...]:
    lines = _months(first, second, days, level)
    if level is Level.BEGINNER and first.year == second.year and second.month - first.month in range(1, 12):
        lines.insert(
            1,
            Message(
                "To the end of {month} there are {count} days.",
                month=_MONTH_NAMES[first.month - 1],
                count=str(length_of_month(first.year or 2023, first.month) - first.day),
            ),
        )
    return passages(
        understanding=[Message("How many days after {first} is {second}?", first=_said(first), second=_said(second))],
        approach=[
            Message("Count the days left in the first month, then whole months, then the days in the last month.")
        ],
        steps=lines,
        check=[Message("The first day is not counted, the last one is.")],
        conclusion=[Message("It is {count} days.", count=str(days))],
    )


def teach_leap(year: int, leap: bool, days: int, level: Level) -> tuple[Passage, ...]:  # noqa: FBT001 - what was found
    lines = [Message("Divide by 4: {division}.", division=division(year, year // 4, 4))]
    if year % 100 == 0:
        lines.append(
            Message(
                "It is a full century, so it must be divisible by 400: {division}.",
                division=division(year, year // 400, 400),
            )
        )
    elif level is not Level.ADVANCED:
        lines.append(Message("It is not a full century, so the rule for centuries does not matter."))
    verdict = (
        Message("{year} is a leap year.", year=str(year))
        if leap
        else Message("{year} is not a leap year.", year=str(year))
    )
    return passages(
        understanding=[Message("Is {year} a leap year?", year=str(year))],
        approach=[
            Message(
                "A year that can be divided by 4 is a leap year. Years with two zeros at the end are an exception: "
                "they must be divisible by 400."
            )
            if level is Level.BEGINNER
            else Message("Every fourth year is a leap year, but of the full centuries only every fourth.")
            if level is not Level.ADVANCED
            else Message("The Gregorian rule: divisible by 4, and by 400 if by 100.")
        ],
        steps=lines,
        check=[Message("A leap year has 366 days, with a February 29; other years have 365.")],
        conclusion=[verdict, *([Message("It is {count} days.", count=str(days))] if days else [])],
    )
