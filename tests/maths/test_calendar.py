"""Days of the week, dates, leap years, and the hands of a clock."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from taught import taught_whole

from maths.check import check
from maths.decide import decide
from maths.families.measuring.calendar import DaysBetween, LeapYear, WeekdayAfter, WeekdayOf
from maths.families.measuring.calendar_steps import Date
from maths.families.measuring.clock_hands import HandsAngle, HandTurn
from maths.families.settled import UndecidedError
from maths.read import read

if TYPE_CHECKING:
    from collections.abc import Callable


DAYS: dict[str, str] = {
    "What day of the week is 100 days after Tuesday?": "Thursday",
    "If today is Wednesday, what day of the week was 200 days ago?": "Saturday",
    "Today is Tuesday. What day of the week will it be 100 days from now?": "Thursday",
    "What day of the week was July 4, 1776?": "Thursday",
    "How many days after March 5 is April 20?": "46",
    "Is 1900 a leap year?": "False",
    "How many days are in February 2024?": "29",
    "What is the angle between the hands of a clock at 4:30?": "45",
    "How many degrees does the minute hand turn in 20 minutes?": "120",
    "오늘이 화요일이면 100일 후는 무슨 요일입니까?": "목요일",
    "2024년 3월 1일이 금요일일 때, 2024년 5월 5일은 무슨 요일입니까?": "일요일",
    "2024년은 윤년인가요?": "True",
    "3시 20분에 시침과 분침이 이루는 작은 각의 크기는 몇 도입니까?": "20",
    "3시 30분일 때 시침과 분침이 이루는 작은 각의 크기를 구하시오.": "75",
    "분침이 20분 동안 회전하는 각은 몇 도입니까?": "120",
    "2024년 5월 5일은 무슨 요일입니까?": "일요일",
    "3월 5일부터 4월 20일까지는 며칠입니까?": "46",
    "March 1, 2023 was on a Wednesday. On what day of the week was March 1, 2020?": "Sunday",
    "At 4:20, what is the degree measure of the acute angle formed by the hour hand and the minute hand?": "10",
}

LOOK_ALIKES: dict[str, str | None] = {
    "How many days after February 20 is March 5?": None,
    "How many days after March 5 is February 20?": None,
    "How many days are there between March 5 and March 20?": None,
    "Is 2000 a leap year?": "True",
    "Is 2100 a leap year?": "False",
    "What day of the week is 100 days before Tuesday?": "Sunday",
    "What day of the week is 100 months after Tuesday?": None,
    "What day of the week was February 30, 2020?": None,
    "What angle do the hands of a clock make at 4:30?": "45",
    "What is the acute angle between the hands of a clock at 9:00?": None,
    "What is the acute angle between the hands of a clock at 12:00?": None,
    "What is the larger angle between the hands of a clock at 3:00?": "270",
    "What is the angle between the hands of a clock at 13:00?": None,
    "What is the angle between the hands of a clock at 3:75?": None,
    "2024년은 윤년이 아닌가요?": None,
    "2월 20일부터 3월 5일까지는 며칠입니까?": None,
    "9시에 시침과 분침이 이루는 예각의 크기는 몇 도입니까?": None,
}

TAUGHT = list(DAYS)[::2]

FIRST, LAST = Date(2023, 3, 5), Date(2023, 4, 20)
BROKEN: dict[str, Callable[[], object]] = {
    "a weekday": lambda: WeekdayAfter(1, read("100"), before=False).settle(lambda start, _: start),
    "a date": lambda: WeekdayOf(FIRST).settle(lambda *_: 100),
    "days": lambda: DaysBetween(FIRST, LAST).settle(lambda *_: 47),
    "a leap year": lambda: LeapYear(read("1900")).settle(lambda year: year % 4 == 0),
    "hands": lambda: HandsAngle(3, 20).settle(lambda hour, minute: Fraction(6 * minute - 30 * hour)),
    "a hand": lambda: HandTurn("minute", read("20"), "min").settle(lambda minutes: minutes / 2),
}


@pytest.mark.parametrize("year", [1900, 1999, 2000, 2024, 2100])
def test_every_day_of_a_year_has_the_weekday_of_the_calendar(year: int) -> None:
    """Against Python's own calendar."""
    for ordinal in range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal(), 11):
        day = date.fromordinal(ordinal)
        settled = WeekdayOf(Date(day.year, day.month, day.day)).settle()
        assert settled.answer.typed == day.strftime("%A")


@pytest.mark.parametrize(
    ("said", "standing"), [("Thursday", "verified"), ("목요일", "verified"), ("Friday", "refuted")]
)
def test_a_weekday_is_heard_in_either_language(said: str, standing: str) -> None:
    """An answer is no formula."""
    assert check("What day of the week is 100 days after Tuesday?", said).standing == standing


FOUND = DAYS


@pytest.mark.parametrize(("problem", "answer"), FOUND.items(), ids=str)
def test_the_answer_is_decided(problem: str, answer: str) -> None:
    """Stated in either language, in several ways."""
    decision = decide(problem)
    assert decision.answer is not None, str(decision.reason)
    assert decision.answer.typed == answer


@pytest.mark.parametrize(("problem", "answer"), LOOK_ALIKES.items(), ids=str)
def test_a_look_alike_is_right_or_not_decided(problem: str, answer: str | None) -> None:
    """None: it must stay undecided."""
    decision = decide(problem)
    assert (decision.answer and decision.answer.typed) == answer


@pytest.mark.parametrize("problem", TAUGHT)
def test_it_is_taught_whole_at_every_level(problem: str) -> None:
    """All sections, both languages, true equations."""
    taught_whole(problem)


@pytest.mark.parametrize("settle", BROKEN.values(), ids=BROKEN.keys())
def test_a_route_that_errs_decides_nothing(settle: Callable[[], object]) -> None:
    """The second route catches what a broken first one claims."""
    with pytest.raises(UndecidedError):
        settle()
