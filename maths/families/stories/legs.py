"""The average speed of a journey in parts.

Routes: the whole distance over the whole time in fractions; and python-flint solving for the one steady speed that
takes the same time.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from maths.families.proportion.amounts import agree
from maths.families.proportion.percent import solved
from maths.families.routes.rational import quotient
from maths.families.settled import Settled, UndecidedError
from maths.families.stories.sentences import positive, shown
from maths.families.terms import number, over, plus, times
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula
from maths.message import Message
from maths.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from flint import fmpq

MAX_LEGS = 5


@dataclass(frozen=True, slots=True)
class Leg:
    """Two of the three, in units that fit together; a speed alone where all legs are equally long."""

    distance: Fraction | None = None
    time: Fraction | None = None
    speed: Fraction | None = None


@dataclass(frozen=True, slots=True)
class AverageSpeed:
    legs: tuple[Leg, ...]

    def settle(self, find: Callable[[tuple[Leg, ...]], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        if not 1 < len(self.legs) <= MAX_LEGS:
            raise UndecidedError(_NO_JOURNEY)
        for leg in self.legs:
            for size in (leg.distance, leg.time, leg.speed):
                if size is not None:
                    positive(size)
        equal = all(leg.distance is None and leg.time is None and leg.speed for leg in self.legs)
        if not equal and any((leg.distance, leg.time, leg.speed).count(None) != 1 for leg in self.legs):
            raise UndecidedError(_NO_JOURNEY)
        legs = _with_distance(self.legs) if equal else self.legs
        found = (find or _over_all)(legs)
        agree(found, solved(lambda x: x * _whole_time(self.legs) - _whole_distance(self.legs)))
        answer = formula(shown(found))
        lesson = Lesson(
            Message("The journey has {count} parts, each at its own steady speed.", count=len(legs)),
            Message("Wanted: the average speed of the whole journey."),
            (*_works(legs, equal=equal), Work(_LAST, read("v = d/t"), over(shown(_distance(legs)), shown(_time(legs))),
             shown(found))),
            Message("At this speed all the way, the journey takes just as long."),
            Message("The result is {value}.", value=answer),
            Message("The average speed is not the mean of the speeds: it is the whole distance over the whole time."),
            Message("The mean of the speeds is weighted by time; over equal distances it is the harmonic mean."),
        )  # fmt: skip
        method = Message("whole distance over whole time in fractions, and the steady speed as an equation by "
                         "python-flint")  # fmt: skip
        return Settled(answer, method, lambda level: teach(lesson, level))


def _with_distance(legs: tuple[Leg, ...]) -> tuple[Leg, ...]:
    """The same distance for all of them, one that every speed divides."""
    distance = Fraction(lcm(*((leg.speed or Fraction(1)).numerator for leg in legs)))
    return tuple(Leg(distance, None, leg.speed) for leg in legs)


def _works(legs: tuple[Leg, ...], *, equal: bool) -> list[Work]:
    works = []
    for leg in legs:
        if leg.time is None:
            reason = _ANY.get(equal) or _TIME
            works.append(Work(_with(reason, leg), read("t = d/v"), over(shown(_part_distance(leg)),
                         shown(leg.speed or Fraction(1))), shown(_part_time(leg))))  # fmt: skip
        elif leg.distance is None:
            works.append(Work(_DISTANCE, read("d = v*t"), times(shown(leg.speed or Fraction(1)), shown(leg.time)),
                         shown(_part_distance(leg))))  # fmt: skip
    return [
        *works,
        Work(_ALL_DISTANCE, None, plus(*(shown(_part_distance(leg)) for leg in legs)), shown(_distance(legs))),
        Work(_ALL_TIME, None, plus(*(number(_part_time(leg)) for leg in legs)), number(_time(legs))),
    ]


def _with(reason: Message, leg: Leg) -> Message:
    return Message(reason.key, distance=formula(shown(_part_distance(leg)))) if reason is _ANY[True] else reason


def _part_distance(leg: Leg) -> Fraction:
    return leg.distance if leg.distance is not None else (leg.speed or Fraction(0)) * (leg.time or Fraction(0))


def _part_time(leg: Leg) -> Fraction:
    return leg.time if leg.time is not None else (leg.distance or Fraction(0)) / (leg.speed or Fraction(1))


def _distance(legs: tuple[Leg, ...]) -> Fraction:
    return sum(map(_part_distance, legs), Fraction(0))


def _time(legs: tuple[Leg, ...]) -> Fraction:
    return sum(map(_part_time, legs), Fraction(0))


def _over_all(legs: tuple[Leg, ...]) -> Fraction:
    return _distance(legs) / _time(legs)


def _whole_time(legs: tuple[Leg, ...]) -> fmpq:
    """Of distances of 1 where none is told."""
    return sum(
        (
            quotient(leg.time)
            if leg.time is not None
            else quotient(leg.distance or Fraction(1)) / quotient(leg.speed or Fraction(1))
            for leg in legs
        ),
        quotient(Fraction(0)),
    )


def _whole_distance(legs: tuple[Leg, ...]) -> fmpq:
    return sum(
        (
            quotient(leg.speed or Fraction(1)) * quotient(leg.time)
            if leg.distance is None and leg.time is not None
            else quotient(leg.distance or Fraction(1))
            for leg in legs
        ),
        quotient(Fraction(0)),
    )


_NO_JOURNEY = Message("Such a journey is not settled by these values.")
_LAST = Message("Divide the whole distance by the whole time.")
_TIME = Message("How long does this part take? Distance over speed.")
_DISTANCE = Message("How long is this part? Speed times time.")
_ALL_DISTANCE = Message("Add the distances.")
_ALL_TIME = Message("Add the times.")
_ANY = {True: Message("How long one way is does not matter: take {distance} for it. Then time is distance over speed.")}
