"""Simple and compound interest, and things that move at a steady speed.

Routes: the formula in fractions; and period by period, or the answer put back into the statement, by python-flint.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flint import fmpq

from maths.families.measuring.units import UNITS
from maths.families.numbers.operands import rational_value
from maths.families.numbers.rounding_steps import plain
from maths.families.proportion.amounts import HUNDRED, Amount, agree, money, percent, rate
from maths.families.routes.rational import quotient
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import fraction, minus, number, over, plus, power, times
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula
from maths.message import Formula, Message
from maths.read import read
from maths.tree import Percent

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from maths.tree import Node

MAX_PERIODS = 600
_SIMPLE = (
    Message("With simple interest the money itself earns, the interest does not: every year brings the same."),
    Message("Simple interest is linear in time: I = Prt."),
)
_COMPOUND = (
    Message("With compound interest the interest stays in the bank and earns too: each period multiplies the money."),
    Message("Compound interest is a geometric progression."),
)
_METHOD = Message("by the formula in fractions, and again period by period in python-flint")


@dataclass(frozen=True, slots=True)
class Interest:
    """`periods` a year is 0 for simple interest; `wanted` is "amount" or "interest"; `years` as typed."""

    principal: Amount
    rate: Node
    years: Node
    periods: int
    wanted: str
    place: Fraction | None = None

    def settle(self, find: Callable[[Fraction, Fraction, Fraction, int], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        start, share, years = self.principal.value, rate(self.rate), rational_value(self.years)
        count = years * self.periods
        if years <= 0 or (self.periods and (count.denominator != 1 or count > MAX_PERIODS)):
            raise UndecidedError(Message("Interest is paid after whole periods only."))
        end = (find or _grown)(start, share, years, self.periods)
        agree(end, _period_by_period(start, share, years, self.periods))
        found = end if self.wanted == "amount" else end - start
        answer = money(found, self.principal.unit, self.place)
        lesson = Lesson(
            Message("{value} is put into the bank. Each year it earns {rate} interest, and it stays {years} years.",
            value=money(start, self.principal.unit), rate=percent(share), years=formula(self.years)),
            Message("Wanted: the interest alone.")
            if self.wanted == "interest"
            else Message("Wanted: the money with its interest."),
            self._works(start, share, end),
            Message("Counted period after period, the same comes out."),
            Message("The result is {value}.", value=answer),
            *(_SIMPLE if not self.periods else _COMPOUND),
        )  # fmt: skip
        return Settled(answer, _METHOD, lambda level: teach(lesson, level))

    def _works(self, start: Fraction, share: Fraction, end: Fraction) -> tuple[Work, ...]:
        size = self.principal.size
        if not self.periods:
            gained = plain(end - start, decimals=True)
            works = [
                Work(
                    Message("Simple interest is the same each year, always of the money at first."),
                    read("I = P*r*t"),
                    times(size, Percent(plain(share * HUNDRED, decimals=True)), self.years),
                    gained,
                )
            ]
            if self.wanted == "amount":
                works.append(
                    Work(Message("Add the interest to the money."), None, plus(size, gained), plain(end, decimals=True))
                )
            return tuple(works)
        count = number(rational_value(self.years) * self.periods)
        growth = plus(number(1), over(number(share), number(self.periods)) if self.periods > 1 else number(share))
        rule = read("A = P*(1 + r/n)^(n*t)") if self.periods > 1 else read("A = P*(1 + r)^t")
        works = [
            Work(
                Message("With compound interest the money grows by the same factor each period, interest on interest."),
                rule,
                times(size, power(growth, count)),
                plain(end, decimals=True),
            )
        ]
        if self.wanted == "interest":
            works.append(
                Work(
                    Message("Take away the money that was there at first."),
                    None,
                    minus(plain(end, decimals=True), size),
                    plain(end - start, decimals=True),
                )
            )
        return tuple(works)


def _grown(start: Fraction, share: Fraction, years: Fraction, periods: int) -> Fraction:
    if not periods:
        return start * (1 + share * years)
    return start * (1 + share / periods) ** int(years * periods)


def _period_by_period(start: Fraction, share: Fraction, years: Fraction, periods: int) -> Fraction:
    money_now, step = quotient(start), quotient(share * HUNDRED) / HUNDRED
    if not periods:
        whole = int(years)
        for _ in range(min(whole, MAX_PERIODS)):
            money_now += quotient(start) * step
        rest = years - min(whole, MAX_PERIODS)
        return fraction(money_now + quotient(start) * step * quotient(rest))
    for _ in range(int(years * periods)):
        money_now += money_now * (step / fmpq(periods))
    return fraction(money_now)


@dataclass(frozen=True, slots=True)
class Travel:
    """Distance, time and speed at a steady pace: two of them known. Units by name; the speed's is `unit/time`."""

    distance: tuple[Node, str] | None
    time: tuple[Node, str] | None
    speed: tuple[Node, str, str] | None
    wanted: tuple[str, ...]  # ("distance", "km"), ("time", "h"), ("speed", "km", "h")

    def settle(self, find: Callable[[dict[str, Fraction]], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        known: dict[str, Fraction] = {}
        if self.distance:
            known["distance"] = _size(self.distance[0]) * UNITS[self.distance[1]].factor
        if self.time:
            known["time"] = _size(self.time[0]) * UNITS[self.time[1]].factor
        if self.speed:
            known["speed"] = _size(self.speed[0]) * UNITS[self.speed[1]].factor / UNITS[self.speed[2]].factor
        if len(known) != 2 or self.wanted[0] in known:  # noqa: PLR2004 - two of three
            raise UndecidedError(Message("Such a journey is not settled by these values."))
        scale = UNITS[self.wanted[1]].factor / (UNITS[self.wanted[2]].factor if self.wanted[0] == "speed" else 1)
        found = (find or _journey)(known) / scale
        whole = {**known, self.wanted[0]: found * scale}
        if quotient(whole["speed"]) * quotient(whole["time"]) != quotient(whole["distance"]):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        answer = formula(plain(found, decimals=True))
        lesson = Lesson(
            self._given(),
            _WANTED[self.wanted[0]],
            self._works(known, found),
            Message("Speed times time is the distance again."),
            Message("The result is {value}.", value=answer),
            Message("Speed says how far one gets in one unit of time. Bring all to units that fit together first."),
            Message("Uniform motion: d = vt."),
        )
        method = Message("in fractions of the base units, and put back into distance = speed × time by python-flint")
        return Settled(answer, method, lambda level: teach(lesson, level))

    def _given(self) -> Message:
        if self.speed is None:
            assert self.distance is not None  # noqa: S101 - two of three are known
            assert self.time is not None  # noqa: S101
            return Message("A distance of {distance} takes a time of {time}.", distance=_with_unit(*self.distance),
                           time=_with_unit(*self.time))  # fmt: skip
        speed = _with_unit(self.speed[0], "/".join(self.speed[1:]))
        if self.time is None:
            assert self.distance is not None  # noqa: S101
            return Message("A distance of {distance} is covered at a speed of {speed}.", speed=speed,
                           distance=_with_unit(*self.distance))  # fmt: skip
        return Message("The speed is {speed}, and it is kept for a time of {time}.", speed=speed,
                       time=_with_unit(*self.time))  # fmt: skip

    def _works(self, known: dict[str, Fraction], found: Fraction) -> tuple[Work, ...]:
        rules = {"distance": "d = v*t", "time": "t = d/v", "speed": "v = d/t"}
        sizes = {part: plain(value / self._scale(part), decimals=False) for part, value in known.items()}
        put_in = {
            "distance": lambda: times(sizes["speed"], sizes["time"]),
            "time": lambda: over(sizes["distance"], sizes["speed"]),
            "speed": lambda: over(sizes["distance"], sizes["time"]),
        }[self.wanted[0]]()
        reason = Message("Distance is speed times time, with all of it in the units the answer is asked in.")
        return (Work(reason, read(rules[self.wanted[0]]), put_in, plain(found, decimals=True)),)

    def _scale(self, part: str) -> Fraction:
        """The units all numbers are written in, so that they fit together and to the answer."""
        length = self.wanted[1] if self.wanted[0] != "time" else (self.speed or ("", "m"))[1]
        period = {"distance": (self.speed or ("", "", "h"))[-1], "time": self.wanted[1], "speed": self.wanted[-1]}[
            self.wanted[0]
        ]
        if part == "distance":
            return UNITS[length].factor
        if part == "time":
            return UNITS[period].factor
        return UNITS[length].factor / UNITS[period].factor


def _journey(known: dict[str, Fraction]) -> Fraction:
    if "speed" not in known:
        return known["distance"] / known["time"]
    return known["speed"] * known["time"] if "time" in known else known["distance"] / known["speed"]


def _with_unit(size: Node, unit: str) -> Formula:
    plain_size = formula(size)
    return Formula(f"{plain_size.typed} {unit}", rf"{plain_size.latex}\ \text{{{unit}}}")


def _size(node: Node) -> Fraction:
    value = rational_value(node)
    if value <= 0:
        raise UndecidedError(Message("The amounts are positive numbers."))
    return value


_WANTED = {
    "distance": Message("Wanted: the distance."),
    "time": Message("Wanted: the time."),
    "speed": Message("Wanted: the speed."),
}
