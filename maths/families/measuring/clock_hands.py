"""The angle between the hands of a clock, and how far a hand turns.

Routes: how far each hand has turned since twelve, by a formula; and both hands moved on minute by minute.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.families import plans
from maths.families.measuring.clock_steps import hands
from maths.families.measuring.units import UNITS
from maths.families.numbers.operands import rational_value
from maths.families.numbers.rounding_steps import plain
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import minus, number, plus, times
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula
from maths.message import Formula, Message
from maths.tree import Degrees

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node

_HOURS, _MINUTES, _TURN, _STRAIGHT, _RIGHT = 12, 60, 360, 180, 90
_PER_MINUTE = {"hour": Fraction(1, 2), "minute": Fraction(6), "second": Fraction(360)}
MAX_MINUTES = 10_000


def _disagree() -> UndecidedError:
    return UndecidedError(Message("The two ways of calculating it do not agree."))


@dataclass(frozen=True, slots=True)
class HandsAngle:
    """The angle at a time. `kind`: "smaller" (what is meant where nothing is said), "larger", "acute", "obtuse"."""

    hour: int
    minute: int
    kind: str = "smaller"

    def settle(self, find: Callable[[int, int], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        if not (1 <= self.hour <= _HOURS and 0 <= self.minute < _MINUTES):
            raise UndecidedError(Message("There is no such time on a clock with twelve hours."))
        smaller = (find or _smaller)(self.hour, self.minute)
        if smaller != _by_minutes(self.hour, self.minute):
            raise _disagree()
        found = _TURN - smaller if self.kind == "larger" else smaller
        if (self.kind == "acute" and not 0 < found < _RIGHT) or (
            self.kind == "obtuse" and not _RIGHT < found < _STRAIGHT
        ):
            raise UndecidedError(Message("The hands do not make such an angle at that time."))
        value = plain(found, decimals=True)
        answer = Formula(formula(value).typed, formula(Degrees(value)).latex)
        method = Message("from the turns of both hands since twelve, and again moved on minute by minute")
        lesson = self._lesson(smaller, found)
        return Settled(answer, method, lambda level: teach(lesson, level), also=(formula(Degrees(value)).typed,))

    def _lesson(self, smaller: Fraction, found: Fraction) -> Lesson:
        past = self.hour % _HOURS
        hour, minute = Fraction(30 * past) + Fraction(self.minute, 2), Fraction(6 * self.minute)
        high, low = max(hour, minute), min(hour, minute)
        gap = high - low
        works = [
            Work(
                Message("The hour hand turns 30° an hour and half a degree a minute."), None,
                plus(times(number(30), number(past)), times(number(Fraction(1, 2)), number(self.minute))), plain(hour,
                decimals=True),
            ),
            Work(Message("The minute hand turns 6° a minute."), None, times(number(6), number(self.minute)),
            plain(minute, decimals=True)),
            Work(Message("The difference is the angle between the hands."), None, minus(plain(high, decimals=True),
            plain(low, decimals=True)), plain(gap, decimals=True)),
        ]  # fmt: skip
        if found != gap:
            works.append(
                Work(Message("The other angle makes up the full turn of 360°."), None, minus(number(_TURN), plain(gap,
                decimals=True)), plain(found, decimals=True))
            )  # fmt: skip
        return Lesson(
            Message("The time is {time}.", time=hands(self.hour, self.minute)),
            Message("Wanted: the angle between the hands."),
            tuple(works),
            Message("Both angles between the hands, {smaller}° and {larger}°, make a full turn.",
            smaller=formula(plain(smaller, decimals=True)), larger=formula(plain(_TURN - smaller, decimals=True))),
            Message("The angle is {value}.", value=formula(Degrees(plain(found, decimals=True)))),
            plan=plans.HANDS.plan, theorem=plans.HANDS.theorem,
        )  # fmt: skip


def _smaller(hour: int, minute: int) -> Fraction:
    gap = abs(Fraction(30 * (hour % _HOURS)) - Fraction(11 * minute, 2)) % _TURN
    return min(gap, _TURN - gap)


def _by_minutes(hour: int, minute: int) -> Fraction:
    """In half degrees, both hands one minute on at a time from twelve."""
    short = long = 0
    for _ in range((hour % _HOURS) * _MINUTES + minute):
        short, long = (short + 1) % (2 * _TURN), (long + 12) % (2 * _TURN)
    apart = (short - long) % (2 * _TURN)
    return Fraction(min(apart, 2 * _TURN - apart), 2)


@dataclass(frozen=True, slots=True)
class HandTurn:
    """Through how many degrees a hand turns in a time."""

    hand: str
    size: Node
    unit: str

    def settle(self, find: Callable[[Fraction], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        unit = UNITS[self.unit]
        minutes = rational_value(self.size) * unit.factor / 60
        if unit.kind != "clock" or not 0 < minutes <= MAX_MINUTES:
            raise UndecidedError(Message("These units measure different things."))
        found = (find or (lambda m: m * _PER_MINUTE[self.hand]))(minutes)
        turns = minutes / {"hour": 720, "minute": 60, "second": 1}[self.hand]
        if turns * _TURN != found:
            raise _disagree()
        value = plain(found, decimals=True)
        lesson = Lesson(
            Message("The hand moves for {minutes} minutes.", minutes=formula(plain(minutes, decimals=True))),
            Message("Wanted: the angle it turns through."),
            (Work(_PACE[self.hand], None, times(plain(_PER_MINUTE[self.hand], decimals=True), plain(minutes,
            decimals=True)), value),),
            Message("As a share of full turns of 360° it is the same."),
            Message("The angle is {value}.", value=formula(Degrees(value))),
            plan=plans.ONE_HAND.plan, theorem=plans.ONE_HAND.theorem,
        )  # fmt: skip
        method = Message("by degrees a minute, and again as a share of full turns")
        return Settled(formula(value), method, lambda level: teach(lesson, level))


_PACE = {
    "hour": Message("The hour hand turns 30° an hour and half a degree a minute."),
    "minute": Message("The minute hand turns 6° a minute."),
    "second": Message("The second hand turns 360° a minute."),
}
