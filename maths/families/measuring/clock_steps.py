"""Times counted on the clock: to the next full hour, full hours, and the minutes that are left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.numbers.rounding_steps import shown
from maths.families.terms import equals, minus, number, over, plus, times
from maths.families.write import formula, passages
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.families.measuring.units import Unit
    from maths.verdict import Passage

_HOUR, _DAY = 60, 24 * 60
_NOON = 12
_TEN = 10


def time_of_day(hour: int, minute: int) -> Message:
    """`6:10 PM`"""
    twelve = (hour - 1) % _NOON + 1
    if hour < _NOON:
        if minute == 0:
            return Message("{hour}:00 AM", hour=twelve)
        if minute < _TEN:
            return Message("{hour}:0{minute} AM", hour=twelve, minute=minute)
        return Message("{hour}:{minute} AM", hour=twelve, minute=minute)
    if minute == 0:
        return Message("{hour}:00 PM", hour=twelve)
    if minute < _TEN:
        return Message("{hour}:0{minute} PM", hour=twelve, minute=minute)
    return Message("{hour}:{minute} PM", hour=twelve, minute=minute)


def hands(hour: int, minute: int) -> Message:
    """`18:10`"""
    if minute == 0:
        return Message("{hour}:00", hour=hour)
    if minute < _TEN:
        return Message("{hour}:0{minute}", hour=hour, minute=minute)
    return Message("{hour}:{minute}", hour=hour, minute=minute)


def parts(start: int, end: int) -> list[tuple[int, int, int]]:
    """From a time to the next full hour, from hour to hour, and to the end: (from, to, minutes), past midnight too."""
    found: list[tuple[int, int, int]] = []
    now = start
    while now % _DAY != end % _DAY or not found:
        here = now % _DAY
        step = _HOUR - here % _HOUR
        if here < end % _DAY < here + step:
            step = end % _DAY - here
        found.append((here, (here + step) % _DAY, step))
        now += step
        if len(found) > 26:  # noqa: PLR2004 - more than a day's hours
            break
    return found


def walked(start: int, shift: int) -> int:
    """The time after a shift, counted hour by hour and then minute by minute."""
    now, left, step = start, abs(shift), 1 if shift >= 0 else -1
    while left >= _HOUR:
        now, left = _moved(now, step * _HOUR), left - _HOUR
    for _ in range(left):
        now = _moved(now, step)
    return now


def _moved(now: int, by: int) -> int:
    now += by
    if now >= _DAY:
        return now - _DAY
    return now + _DAY if now < 0 else now


def teach_between(  # noqa: PLR0913, PLR0917 - the whole answer
    start: Message,
    end: Message,
    counted: list[tuple[int, int, int]],
    minutes: int,
    unit: Unit,
    size: Fraction,
    level: Level,
) -> tuple[Passage, ...]:
    first, last = counted[0][2], counted[-1][2] if len(counted) > 1 else 0
    hours = sum(1 for _, _, part in counted[1:-1] if part == _HOUR)
    terms = [number(first)]
    if hours:
        terms.append(times(number(hours), number(_HOUR)))
    if last:
        terms.append(number(last))
    lines = []
    if level is not Level.ADVANCED and len(counted) > 1:
        lines.append(Message("To the next full hour it is {minutes} minutes.", minutes=first))
        if hours:
            lines.append(Message("Then come {hours} full hours of 60 minutes.", hours=hours))
        lines.append(Message("And {minutes} minutes more to the end.", minutes=last))
    lines.append(Message("Together: {sum} minutes.", sum=formula(equals(plus(*terms), number(minutes)))))
    if unit.name != "min":
        per = unit.factor / _HOUR
        node = over(number(minutes), shown(per)) if per >= 1 else times(number(minutes), shown(1 / per))
        lines.append(Message("In {unit}: {result}.", unit=unit.many, result=formula(equals(node, shown(size)))))
    return passages(
        understanding=[Message("How long is it from {start} until {end}?", start=start, end=end)],
        approach=[
            Message(
                "A clock does not count in tens: an hour has 60 minutes. So go to the next full hour first, then from "
                "full hour to full hour, then the minutes that are left."
            )
            if level is Level.BEGINNER
            else Message("Count to the next full hour, then full hours, then the minutes that are left.")
            if level is Level.INTERMEDIATE
            else Message("Subtract the minutes since midnight, modulo a day of 1440 minutes.")
        ],
        steps=lines,
        check=[Message("A second calculation by another way gives the same result.")],
        conclusion=[
            Message("It is {number} {unit}.", number=formula(shown(size)), unit=unit.one if size == 1 else unit.many)
        ],
    )


def teach_later(  # noqa: PLR0913 - the whole answer
    start: Message, minutes: int, shift: int, end: Message, level: Level, *, twelve: bool = True
) -> tuple[Passage, ...]:
    """`twelve`: the times are written with hours up to twelve."""
    hours, rest = divmod(abs(shift), _HOUR)
    split = formula(equals(number(abs(shift)), plus(times(number(hours), number(_HOUR)), number(rest))))
    node = plus(number(minutes), number(shift)) if shift >= 0 else minus(number(minutes), number(-shift))
    total = minutes + shift
    lines = []
    if level is not Level.ADVANCED and hours:
        lines.append(Message("In hours and minutes: {split}.", split=split))
    since = formula(
        equals(plus(times(number(minutes // _HOUR), number(_HOUR)), number(minutes % _HOUR)), number(minutes))
    )
    into_day, at_end = minutes // _HOUR, total % _DAY // _HOUR
    if twelve and level is Level.BEGINNER and into_day > _NOON:
        sum_ = formula(equals(plus(number(into_day - _NOON), number(_NOON)), number(into_day)))
        lines.append(Message("Until noon 12 hours have gone by already: {sum}.", sum=sum_))
    lines.append(Message("{start} is so many minutes after midnight: {minutes}.", start=start, minutes=since))
    counted = formula(equals(node, number(total)))
    lines.append(
        Message("Count on: {result}.", result=counted)
        if shift >= 0
        else Message("Count back: {result}.", result=counted)
    )
    if not 0 <= total < _DAY:
        days = total // _DAY
        wrapped = minus(number(total), times(number(days), number(_DAY)))
        lines.append(
            Message(
                "That is another day; a day has 1440 minutes: {result}.",
                result=formula(equals(wrapped, number(total % _DAY))),
            )
        )
    back = formula(
        equals(
            number(total % _DAY),
            plus(times(number(total % _DAY // _HOUR), number(_HOUR)), number(total % _DAY % _HOUR)),
        )
    )
    if twelve and level is Level.BEGINNER and at_end > _NOON:
        lines.append(Message("In hours and minutes: {split}.", split=back))
        rest_ = formula(equals(minus(number(at_end), number(_NOON)), number(at_end - _NOON)))
        lines.append(Message("After noon the hours are counted from 1 again: {difference}.", difference=rest_))
        lines.append(Message("So the clock shows {end}.", end=end))
    else:
        lines.append(Message("As hours and minutes: {split}, so the clock shows {end}.", split=back, end=end))
    return passages(
        understanding=[
            Message("What does the clock show {minutes} minutes after {start}?", minutes=shift, start=start)
            if shift >= 0
            else Message("What did the clock show {minutes} minutes before {start}?", minutes=-shift, start=start)
        ],
        approach=[_later_approach(level)],
        steps=lines,
        check=[Message("A second calculation by another way gives the same result.")],
        conclusion=[Message("The time is {end}.", end=end)],
    )


def _later_approach(level: Level) -> Message:
    if level is Level.BEGINNER:
        return Message(
            "An hour has 60 minutes. Write the time as minutes since midnight, count on or back, and put every 60 "
            "minutes together to an hour again."
        )
    if level is Level.ADVANCED:
        return Message("Addition modulo a day of 1440 minutes.")
    return Message("Count in minutes since midnight, and turn the result into hours and minutes again.")
