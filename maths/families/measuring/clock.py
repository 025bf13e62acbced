"""Times of day: how far apart they are, and what time it is so much later or earlier.

Routes: minutes since midnight; and counting from full hour to full hour.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.families.measuring import clock_steps as steps
from maths.families.measuring.units import UNITS
from maths.families.numbers.operands import rational_value
from maths.families.numbers.rounding_steps import shown
from maths.families.settled import Settled, UndecidedError
from maths.families.write import formula
from maths.message import Formula, Message
from maths.verdict import Standing, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.measuring.measurement import Amount

DAY = 24 * 60
_NOON = 12


@dataclass(frozen=True, slots=True)
class Time:
    """Minutes since midnight and how they are written: `1:45 PM` "en", `오후 1시` "ko", `13:45` "24", `1:45` "?"."""

    minutes: int
    form: str = "en"

    @property
    def written(self) -> str:
        hour, minute = divmod(self.minutes, 60)
        if self.form == "24":
            return f"{hour}:{minute:02}"
        twelve = (hour - 1) % _NOON + 1
        if self.form == "ko":
            return f"{'오전' if hour < _NOON else '오후'} {twelve}시" + (f" {minute}분" if minute else "")
        return f"{twelve}:{minute:02} {'AM' if hour < _NOON else 'PM'}"

    @property
    def said(self) -> Message:
        """As it is said in the reader's language."""
        hour, minute = divmod(self.minutes, 60)
        if self.form == "24":
            return steps.hands(hour, minute)
        return steps.time_of_day(hour, minute)

    @property
    def shown(self) -> Formula:
        return Formula(self.written, rf"\text{{{self.written}}}")


@dataclass(frozen=True, slots=True)
class Between:
    """How long it is from one time to another, in a unit. `directed`: it was said from when until when."""

    start: Time
    end: Time
    unit: str
    directed: bool = False

    def settle(self, find: Callable[[int, int], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        forms = {self.start.form, self.end.form}
        if forms == {"?"}:
            raise UndecidedError(Message("It is not said whether that is before or after noon."))
        if len(forms - {"?"}) > 1 or forms in ({"?", "en"}, {"?", "ko"}):
            raise UndecidedError(Message("The two times are not written in the same way."))
        minutes = (find or (lambda a, b: (b - a) % DAY))(self.start.minutes, self.end.minutes)
        if self.start == self.end or (not self.directed and minutes > DAY // 2):
            raise UndecidedError(Message("It is not said whether the times are on the same day."))
        counted = steps.parts(self.start.minutes, self.end.minutes)
        if minutes != sum(part for _, _, part in counted):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        unit = UNITS[self.unit]
        size = minutes * 60 / unit.factor
        if unit.kind != "clock":
            raise UndecidedError(Message("These units measure different things."))
        method = Message("as minutes since midnight, and again counted from hour to hour")
        return Settled(
            formula(shown(Fraction(size))),
            method,
            lambda level: steps.teach_between(
                self.start.said, self.end.said, counted, minutes, unit, Fraction(size), level
            ),
        )


@dataclass(frozen=True, slots=True)
class Later:
    """The time after (or before) so much has passed."""

    start: Time
    amounts: tuple[Amount, ...]
    before: bool = False

    def settle(self, find: Callable[[int, int], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        units = [UNITS[amount.unit] for amount in self.amounts]
        if self.start.form == "?":
            raise UndecidedError(Message("It is not said whether that is before or after noon."))
        if any(unit.kind != "clock" for unit in units):
            raise UndecidedError(Message("These units measure different things."))
        sizes = [rational_value(amount.size) for amount in self.amounts]
        total = sum((s * u.factor / 60 for s, u in zip(sizes, units, strict=True)), Fraction(0))
        if total.denominator != 1 or total < 0:
            raise UndecidedError(Message("The time does not come out in whole minutes."))
        shift = -int(total) if self.before else int(total)
        first = (find or (lambda start, by: (start + by) % DAY))(self.start.minutes, shift)
        if first != steps.walked(self.start.minutes, shift):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        answer = Time(first, self.start.form)
        method = Message("as minutes since midnight, and again counted from hour to hour")
        return Settled(
            answer.shown,
            method,
            lambda level: steps.teach_later(
                self.start.said, self.start.minutes, shift, answer.said, level, twelve=answer.form != "24"
            ),
            hear=lambda said: _hear(said, answer, method),
        )


_ENGLISH = re.compile(r"(?P<h>\d{1,2})(?:[:.](?P<m>\d{2}))?\s*(?P<half>[ap])\.?\s*m\.?", re.IGNORECASE)
_PLAIN = re.compile(r"(?P<h>\d{1,2}):(?P<m>\d{2})")
_KOREAN = re.compile(r"(?P<half>오전|오후)\s*(?P<h>\d{1,2})\s*시\s*(?:(?P<m>\d{1,2})\s*분|(?P<thirty>반))?")
_NAMED = {"noon": 720, "midday": 720, "midnight": 0, "정오": 720, "자정": 0}


def read_time(text: str) -> tuple[int, Time] | None:
    """The time at the start of a text and where it ends; None where there is none."""
    for pattern, form in ((_ENGLISH, "en"), (_KOREAN, "ko"), (_PLAIN, "24")):
        match = pattern.match(text)
        if match:
            time = _time(match, form)
            return None if time is None else (match.end(), time)
    for word, minutes in _NAMED.items():
        if text.casefold().startswith(word):
            return len(word), Time(minutes, "en" if word.isascii() else "ko")
    return None


def _time(match: re.Match[str], form: str) -> Time | None:
    found = match.groupdict()
    hour, minute = int(found["h"]), int(found["m"] or (30 if found.get("thirty") else 0))
    if minute >= 60:  # noqa: PLR2004 - minutes of an hour
        return None
    if form == "24":
        certain = hour > _NOON or found["h"].startswith("0")
        return Time(hour * 60 + minute, form if certain else "?") if hour < 24 else None  # noqa: PLR2004 - hours of a day
    if not 1 <= hour <= _NOON:
        return None
    afternoon = found["half"] in {"p", "P", "오후"}
    return Time((hour % _NOON + (_NOON if afternoon else 0)) * 60 + minute, form)


def _hear(said: str, answer: Time, method: Message) -> Verdict:
    bare = said.strip().strip("$.")
    found = read_time(bare)
    if found is None or found[0] != len(bare):
        return Verdict(Standing.UNCHECKED, None, Message("The answer is a time of day."))
    time = found[1]
    if time.minutes == answer.minutes and time.form != "?":
        return Verdict(Standing.VERIFIED, method)
    if time.form == "?" and time.minutes % (DAY // 2) == answer.minutes % (DAY // 2):
        return Verdict(Standing.UNCHECKED, None, Message("It is not said whether that is before or after noon."))
    return Verdict(Standing.REFUTED, None, Message("Decided was {answer}.", answer=answer.said))
