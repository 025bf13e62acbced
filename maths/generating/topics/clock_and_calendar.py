"""Clocks and calendars: spans, times of day, angles of the hands, and days of the week."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.generating.exercise import Made, Topic
from maths.generating.writing import number, shown
from maths.message import Message

if TYPE_CHECKING:
    from maths.generating.draw import Draw
    from maths.message import Argument

TOPIC = Topic(
    "clock_and_calendar",
    Message("Clock and calendar"),
    "the time or day by counting from the words, and again by another way round the clock or the calendar",
    ("time", "clock", "calendar", "days of the week", "dates", "시각과 시간", "시계", "달력", "요일", "시침과 분침"),
)
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAYS = {
    "Monday": Message("Monday"), "Tuesday": Message("Tuesday"), "Wednesday": Message("Wednesday"),
    "Thursday": Message("Thursday"), "Friday": Message("Friday"), "Saturday": Message("Saturday"),
    "Sunday": Message("Sunday"),
}  # fmt: skip
_MONTHS = (
    Message("January"), Message("February"), Message("March"), Message("April"), Message("May"), Message("June"),
    Message("July"), Message("August"), Message("September"), Message("October"), Message("November"),
    Message("December"),
)  # fmt: skip
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_NOON, _DAY = 12 * 60, 24 * 60
_STRAIGHT = 180
_DEGREE = "degree"


def _n(value: Fraction | int) -> Argument:
    return shown(number(value))


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _length(year: int, month: int) -> int:
    return 29 if month == 2 and _leap(year) else _LENGTHS[month - 1]  # noqa: PLR2004 - February


def _ordinal(year: int, month: int, day: int) -> int:
    """Days since the beginning of year 1; 1 was a Monday."""
    past = year - 1
    within = sum(_length(year, earlier) for earlier in range(1, month))
    return 365 * past + past // 4 - past // 100 + past // 400 + within + day


def _weekday(ordinal: int) -> str:
    return _WEEK[(ordinal - 1) % 7]


def _date(draw: Draw, first: int, last: int) -> tuple[int, int, int]:
    year, month = draw.whole(first, last), draw.whole(1, 12)
    return year, month, draw.whole(1, _length(year, month))


def _dated(year: int, month: int, day: int) -> Message:
    return Message("{month} {day}, {year}", month=_MONTHS[month - 1], day=day, year=year)


def _time(minutes: int) -> Message:
    """A time of day; its minutes have two digits."""
    hour, minute = minutes // 60 % 12 or 12, minutes % 60
    if minutes < _NOON:
        return Message("{hour}:{minute} AM", hour=hour, minute=minute)
    return Message("{hour}:{minute} PM", hour=hour, minute=minute)


def _typed_time(minutes: int) -> str:
    return f"{minutes // 60 % 12 or 12}:{minutes % 60:02d} {'AM' if minutes < _NOON else 'PM'}"


def _later(draw: Draw, first: int, last: int, least: int, most: int) -> tuple[int, int]:
    """Two times of a day, both with minutes of two digits, so far apart."""
    start = draw.whole(first // 60, last // 60) * 60 + draw.whole(10, 59)
    end = start + draw.whole(least, most)
    return start, end + 10 if end % 60 < 10 else end  # noqa: PLR2004 - two digits


def _after(start: int, end: int) -> Made:
    gap = end - start
    return Made(Message("What is the time {hours} hours {minutes} minutes after {time}?", hours=_n(gap // 60),
                        minutes=_n(gap % 60), time=_time(start)), _typed_time(end))  # fmt: skip


def _before(start: int, end: int) -> Made:
    gap = end - start
    return Made(Message("What is the time {hours} hours {minutes} minutes before {time}?", hours=_n(gap // 60),
                        minutes=_n(gap % 60), time=_time(end)), _typed_time(start))  # fmt: skip


def _between(start: int, end: int) -> Made:
    return Made(Message("How many minutes are there between {start} and {end}?", start=_time(start), end=_time(end)),
                str(end - start), unit="minutes")  # fmt: skip


def _from_today(draw: Draw, low: int, high: int) -> Made:
    today, days = draw.whole(0, 6), draw.whole(low, high)
    return Made(Message("Today is {day}. What day of the week will it be {days} days from now?",
                        day=_DAYS[_WEEK[today]], days=_n(days)), _WEEK[(today + days) % 7])  # fmt: skip


def _ago(draw: Draw, low: int, high: int) -> Made:
    today, days = draw.whole(0, 6), draw.whole(low, high)
    return Made(Message("If today is {day}, what day of the week was {days} days ago?", day=_DAYS[_WEEK[today]],
                        days=_n(days)), _WEEK[(today - days) % 7])  # fmt: skip


def _angle(hour: int, minute: int) -> Fraction:
    """From the hour hand to the minute hand, in degrees, the smaller way."""
    gap = abs(Fraction(60 * hour + minute, 2) - 6 * minute) % 360
    return min(gap, 360 - gap)


def _hands(draw: Draw, *, halves: bool) -> tuple[int, int]:
    """A time at which the hands stand neither together nor opposite."""
    hour, minute = draw.whole(1, 12), draw.whole(10, 59)
    minute += (minute % 2 == 0) if halves else minute % 2
    minute = min(minute, 59 if halves else 58)
    return (hour, minute) if 0 < _angle(hour % 12, minute) < _STRAIGHT else (hour % 12 + 1, minute)


def _small_angle(hour: int, minute: int) -> Made:
    return Made(Message("What is the angle between the hands of a clock at {hour}:{minute}?", hour=hour, minute=minute),
                number(_angle(hour % 12, minute)), unit=_DEGREE)  # fmt: skip


# Beginner


@TOPIC.beginner
def hours_and_minutes_in_minutes(draw: Draw) -> Made:
    hours, minutes = draw.whole(1, 9), draw.whole(5, 59)
    return Made(Message("How many minutes are in {hours} hours {minutes} minutes?", hours=_n(hours + 1),
                        minutes=_n(minutes)), str(60 * (hours + 1) + minutes), unit="minutes")  # fmt: skip


@TOPIC.beginner
def minutes_and_seconds_in_seconds(draw: Draw) -> Made:
    minutes, seconds = draw.whole(2, 10), draw.whole(5, 59)
    return Made(Message("How many seconds are in {minutes} minutes {seconds} seconds?", minutes=_n(minutes),
                        seconds=_n(seconds)), str(60 * minutes + seconds), unit="seconds")  # fmt: skip


@TOPIC.beginner
def days_in_hours(draw: Draw) -> Made:
    days = draw.whole(2, 200)
    return Made(Message("How many hours are in {days} days?", days=_n(days)), str(24 * days), unit="hours")


@TOPIC.beginner
def weeks_in_days(draw: Draw) -> Made:
    weeks = draw.whole(2, 90)
    return Made(Message("How many days are in {weeks} weeks?", weeks=_n(weeks)), str(7 * weeks), unit="days")


@TOPIC.beginner
def days_in_weeks(draw: Draw) -> Made:
    weeks = draw.whole(2, 90)
    return Made(Message("How many weeks are in {days} days?", days=_n(7 * weeks)), str(weeks), unit="weeks")


@TOPIC.beginner
def the_day_of_the_week_ahead(draw: Draw) -> Made:
    return _from_today(draw, 8, 40)


@TOPIC.beginner
def the_day_of_the_week_in_the_past(draw: Draw) -> Made:
    return _ago(draw, 8, 40)


@TOPIC.beginner
def later_in_the_morning(draw: Draw) -> Made:
    return _after(*_later(draw, 60, 7 * 60, 70, 200))


@TOPIC.beginner
def earlier_in_the_afternoon(draw: Draw) -> Made:
    return _before(*_later(draw, 13 * 60, 18 * 60, 70, 200))


@TOPIC.beginner
def from_one_time_to_another(draw: Draw) -> Made:
    return _between(*_later(draw, 60, 7 * 60, 30, 200))


@TOPIC.beginner
def the_minute_hand_turns(draw: Draw) -> Made:
    minutes = draw.whole(2, 90)
    return Made(Message("How many degrees does the minute hand turn in {minutes} minutes?", minutes=_n(minutes)),
                str(6 * minutes), unit=_DEGREE)  # fmt: skip


@TOPIC.beginner
def the_days_of_a_month(draw: Draw) -> Made:
    year, month, _ = _date(draw, 2001, 2060)
    return Made(Message("How many days are in {month} {year}?", month=_MONTHS[month - 1], year=year),
                str(_length(year, month)), unit="days")  # fmt: skip


# Intermediate


@TOPIC.intermediate
def many_days_ahead(draw: Draw) -> Made:
    return _from_today(draw, 50, 400)


@TOPIC.intermediate
def many_days_ago(draw: Draw) -> Made:
    return _ago(draw, 50, 400)


@TOPIC.intermediate
def the_days_between_two_dates(draw: Draw) -> Made:
    """After February, so that the year does not matter."""
    first, last = sorted(draw.several(2, 3, 12))
    a, b = draw.whole(1, _LENGTHS[first - 1]), draw.whole(1, _LENGTHS[last - 1])
    days = _ordinal(2001, last, b) - _ordinal(2001, first, a)
    return Made(Message("How many days after {first} {a} is {last} {b}?", first=_MONTHS[first - 1], a=a,
                        last=_MONTHS[last - 1], b=b), str(days), unit="days")  # fmt: skip


@TOPIC.intermediate
def a_leap_year_or_not(draw: Draw) -> Made:
    year = draw.whole(1950, 2150)
    return Made(Message("Is {year} a leap year?", year=year), str(_leap(year)))


@TOPIC.intermediate
def past_noon(draw: Draw) -> Made:
    return _after(*_later(draw, 8 * 60, 11 * 60, 250, 500))


@TOPIC.intermediate
def back_before_noon(draw: Draw) -> Made:
    return _before(*_later(draw, 7 * 60, 11 * 60, 320, 600))


@TOPIC.intermediate
def minutes_across_noon(draw: Draw) -> Made:
    return _between(*_later(draw, 9 * 60, 11 * 60, 190, 400))


@TOPIC.intermediate
def the_angle_of_the_hands(draw: Draw) -> Made:
    return _small_angle(*_hands(draw, halves=False))


@TOPIC.intermediate
def the_hour_hand_turns(draw: Draw) -> Made:
    minutes = draw.whole(2, 90)
    return Made(Message("How many degrees does the hour hand turn in {minutes} minutes?", minutes=_n(minutes)),
                number(Fraction(minutes, 2)), unit=_DEGREE)  # fmt: skip


@TOPIC.intermediate
def parts_of_an_hour_in_minutes(draw: Draw) -> Made:
    hours = Fraction(draw.whole(1, 80), draw.one_of([4, 5, 6, 10, 12, 15, 20]))
    return Made(Message("How many minutes are in {hours} hours?", hours=_n(hours + 1)), number(60 * (hours + 1)),
                unit="minutes")  # fmt: skip


@TOPIC.intermediate
def days_in_minutes(draw: Draw) -> Made:
    days = draw.whole(2, 120)
    return Made(Message("How many minutes are in {days} days?", days=_n(days)), str(_DAY * days), unit="minutes")


@TOPIC.intermediate
def hours_in_seconds(draw: Draw) -> Made:
    hours = draw.whole(2, 120)
    return Made(Message("How many seconds are in {hours} hours?", hours=_n(hours)), str(3600 * hours), unit="seconds")


# Advanced


@TOPIC.advanced
def the_weekday_of_a_date(draw: Draw) -> Made:
    date = _date(draw, 1900, 2100)
    return Made(Message("What day of the week is {date}?", date=_dated(*date)), _weekday(_ordinal(*date)))


@TOPIC.advanced
def the_weekday_of_a_date_long_ago(draw: Draw) -> Made:
    date = _date(draw, 1600, 1899)
    return Made(Message("What day of the week was {date}?", date=_dated(*date)), _weekday(_ordinal(*date)))


def _from_a_known_date(known: tuple[int, int, int], wanted: tuple[int, int, int]) -> Made:
    return Made(Message("{known} was on a {day}. On what day of the week was {date}?", known=_dated(*known),
                        day=_DAYS[_weekday(_ordinal(*known))], date=_dated(*wanted)),
                _weekday(_ordinal(*wanted)))  # fmt: skip


@TOPIC.advanced
def from_a_date_of_the_same_year(draw: Draw) -> Made:
    year = draw.whole(1950, 2023)
    first, last = sorted(draw.several(2, 1, 12))
    known, wanted = (year, first, draw.whole(1, 28)), (year, last, draw.whole(1, 28))
    return _from_a_known_date(known, wanted)


@TOPIC.advanced
def back_to_an_earlier_year(draw: Draw) -> Made:
    known = _date(draw, 2000, 2023)
    return _from_a_known_date(known, (known[0] - draw.whole(1, 20), draw.whole(1, 12), draw.whole(1, 28)))


@TOPIC.advanced
def the_days_between_two_dates_of_years(draw: Draw) -> Made:
    first = _date(draw, 1990, 2020)
    last = (first[0] + draw.whole(1, 5), draw.whole(1, 12), draw.whole(1, 28))
    return Made(Message("How many days after {first} is {last}?", first=_dated(*first), last=_dated(*last)),
                str(_ordinal(*last) - _ordinal(*first)), unit="days")  # fmt: skip


@TOPIC.advanced
def the_days_until_a_date_of_the_same_year(draw: Draw) -> Made:
    year, (first, last) = draw.whole(1990, 2060), sorted(draw.several(2, 1, 12))
    start, end = (year, first, draw.whole(1, 28)), (year, last, draw.whole(1, 28))
    return Made(Message("How many days after {first} is {last}?", first=_dated(*start), last=_dated(*end)),
                str(_ordinal(*end) - _ordinal(*start)), unit="days")  # fmt: skip


@TOPIC.advanced
def the_larger_angle_of_the_hands(draw: Draw) -> Made:
    hour, minute = _hands(draw, halves=bool(draw.whole(0, 1)))
    return Made(Message("What is the larger angle between the hands of a clock at {hour}:{minute}?", hour=hour,
                        minute=minute), number(360 - _angle(hour % 12, minute)), unit=_DEGREE)  # fmt: skip


@TOPIC.advanced
def an_angle_with_half_a_degree(draw: Draw) -> Made:
    return _small_angle(*_hands(draw, halves=True))


@TOPIC.advanced
def thousands_of_days_ahead(draw: Draw) -> Made:
    return _from_today(draw, 1000, 9999)


@TOPIC.advanced
def thousands_of_days_ago(draw: Draw) -> Made:
    return _ago(draw, 1000, 9999)


@TOPIC.advanced
def minutes_through_the_day(draw: Draw) -> Made:
    return _between(*_later(draw, 60, 4 * 60, 400, 700))


@TOPIC.advanced
def hundreds_of_minutes_later(draw: Draw) -> Made:
    start, end = _later(draw, 60, 5 * 60, 400, 900)
    return Made(Message("What is {minutes} minutes after {time}?", minutes=_n(end - start), time=_time(start)),
                _typed_time(end))  # fmt: skip
