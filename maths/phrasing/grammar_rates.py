"""Sentences about interest, and about what moves at a steady speed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.families.measuring.units import SPELLINGS, UNITS
from maths.families.proportion.interest import Interest, Travel
from maths.phrasing.chart import either
from maths.phrasing.grammar_numbers import ASKED_KO
from maths.phrasing.grammar_proportion import STOP, a_number, a_rate, an_amount, to_place
from maths.phrasing.productions import meaning, rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from maths.families.proportion.amounts import Amount
    from maths.phrasing.chart import Chart, Parser
    from maths.phrasing.requests import Built, Found
    from maths.tree import Node


_compounding = either(
    meaning("I_ANNUALLY", 1), meaning("I_SEMI", 2), meaning("I_QUARTERLY", 4), meaning("I_MONTHLY", 12)
)
_years = rule(lambda years: [years], a_number, "I_YEARS")
_how_often = either(rule(lambda often: [often], "?COMMA", "I_COMPOUNDED", _compounding, "?COMMA"))
_wanted = either(meaning("I_HOW_MUCH", "amount"), meaning("I_HOW_MUCH_INTEREST", "interest"))


def _interest(principal: Amount, share: Node, years: Node, often: int, wanted: str, place: Fraction | None) -> Built:  # noqa: PLR0913, PLR0917 - the parts of one sentence
    yield Interest(principal, share, years, often, wanted, place)


_yearly = rule(lambda share: [share], "I_AT", a_rate, "?I_PER_YEAR", "?I_INTEREST", "?I_PER_YEAR")

_INTEREST: tuple[Parser[Found], ...] = (
    rule(lambda p, r, t, place: _interest(p, r, t, 0, "interest", place),
         "I_FIND", "I_SIMPLE", "I_ON", an_amount, _yearly, "I_FOR_YEARS", _years, to_place),
    rule(lambda p, t, r, place: _interest(p, r, t, 0, "interest", place),
         "I_FIND", "I_SIMPLE", "I_ON", an_amount, "I_FOR_YEARS", _years, _yearly, to_place),
    rule(lambda p, r, t, often, place: _interest(p, r, t, often, "interest", place),
         "I_FIND", "I_COMPOUND", "I_ON", an_amount, _yearly, "I_FOR_YEARS", _years, _how_often, to_place),
    rule(lambda p, r, often, t, place: _interest(p, r, t, often, "interest", place),
         "I_FIND", "I_COMPOUND", "I_ON", an_amount, _yearly, _how_often, "I_FOR_YEARS", _years, to_place),
    rule(lambda p, r, often, t, wanted, place: _interest(p, r, t, often, wanted, place),
         "?GIVEN", an_amount, "I_INVESTED", _yearly, _how_often, "I_FOR_YEARS", _years, STOP, "?COMMA", _wanted,
         to_place),
    rule(_interest,
         "?GIVEN", an_amount, "I_INVESTED", _yearly, "I_FOR_YEARS", _years, _how_often, STOP, "?COMMA", _wanted,
         to_place),
    rule(lambda p, r, t, wanted, place: _interest(p, r, t, 0, wanted, place),
         "?GIVEN", an_amount, "I_INVESTED", "I_AT", a_rate, "?I_PER_YEAR", "I_SIMPLE_INTEREST", "I_FOR_YEARS", _years,
         STOP, "?COMMA", _wanted, to_place),
)  # fmt: skip

_OF_KIND = {
    kind: re.compile(
        r"\s*(?:\\text\{\s*)?(" + "|".join(re.escape(w) for w in sorted((w for w,
        n in SPELLINGS.items() if UNITS[n].kind == kind and w != "m"), key=len, reverse=True)) + r"|m)\}?(?![A-Za-z])"
    )
    for kind in ("length", "clock")
}  # fmt: skip


def _unit_of(kind: str) -> Parser[str]:
    def parse(chart: Chart, at: int) -> Iterator[tuple[int, str]]:
        match = _OF_KIND[kind].match(chart.text, at)
        if match and match[1] in SPELLINGS:
            chart.skip(match.end())
            yield match.end(), SPELLINGS[match[1]]

    return parse


_length, _clock = _unit_of("length"), _unit_of("clock")
_span = rule(lambda size, of: [(size, of)], a_number, _length)
_duration = rule(lambda size, of: [(size, of)], a_number, _clock)
_per = either(
    rule(lambda of, each: [(of, each)], _length, "T_PER", _clock),
    meaning("T_MPH", ("mile", "h")),
    meaning("T_KMH", ("km", "h")),
    meaning("T_MS", ("m", "s")),
)
_pace = rule(lambda size, of: [(size, *of)], a_number, _per)
_pace_ko = either(
    rule(lambda size, of: [(size, of, "h")], "T_PER_HOUR_KO", a_number, _length),
    rule(lambda size, of: [(size, of, "min")], "T_PER_MINUTE_KO", a_number, _length),
    rule(lambda size, of: [(size, of, "s")], "T_PER_SECOND_KO", a_number, _length),
)


def _speed_of(distance: tuple[Node, str], time: tuple[Node, str], asked: tuple[str, str] | None) -> Built:
    wanted = asked or (distance[1], time[1])
    yield Travel(distance, time, None, ("speed", *wanted))


def _named_speed(distance: tuple[Node, str], time: tuple[Node, str], asked: tuple[str, str]) -> Built:
    yield from _speed_of(distance, time, asked)


_TRAVEL: tuple[Parser[Found], ...] = (
    rule(_named_speed, "?GIVEN", "T_MOVER", "T_TRAVELS", _span, "T_IN", _duration, STOP, "T_SPEED_ASKED", "?COMMA",
         "IN", _per),
    rule(lambda pace, time, of: [Travel(None, time, pace, ("distance", of))],
         "?GIVEN", "T_MOVER", "T_TRAVELS", "T_AT", _pace, "T_FOR", _duration, STOP, "T_DISTANCE_ASKED", "?COMMA",
         "IN", _length),
    rule(lambda pace, time: [Travel(None, time, pace, ("distance", pace[1]))],
         "?GIVEN", "T_MOVER", "T_TRAVELS", "T_AT", _pace, "T_FOR", _duration, STOP, "T_DISTANCE_ASKED"),
    rule(lambda pace, of, time: [Travel(None, time, pace, ("distance", of))],
         "?GIVEN", "T_MOVER", "T_TRAVELS", "T_AT", _pace, STOP, "T_HOW_MANY", _length, "T_DOES_IT", _duration),
    rule(lambda pace, of, distance: [Travel(distance, None, pace, ("time", of))],
         "?GIVEN", "T_MOVER", "T_TRAVELS", "T_AT", _pace, STOP, "T_HOW_MANY", _clock, "T_DOES_IT", _span),
    rule(lambda of, distance, pace: [Travel(distance, None, pace, ("time", of))],
         "T_HOW_MANY", _clock, "T_DOES_IT", _span, "T_AT", _pace),
    rule(lambda distance, time, of: [Travel(distance, time, None, ("speed", of, "h"))],
         _span, "T_IN_TIME_KO", _duration, "T_GONE_IN_KO", "T_SPEED_KO", "TOPIC", "T_PER_HOUR_KO", "MANY_KO", _length,
         "?IS_IT_KO"),
    rule(lambda pace, time, of: [Travel(None, time, pace, ("distance", of))],
         _pace_ko, "T_WITH_KO", _duration, "T_DURING_KO", "T_DISTANCE_KO", "TOPIC", "MANY_KO", _length, "?IS_IT_KO"),
    rule(lambda pace, distance, of: [Travel(distance, None, pace, ("time", of))],
         _pace_ko, "T_WITH_KO", _span, "T_IN_TIME_KO", "T_GOING_TIME_KO", "?T_TIME_KO", "?TOPIC", "MANY_KO", _clock,
         "?IS_IT_KO"),
)  # fmt: skip

_KOREAN: tuple[Parser[Found], ...] = (
    rule(lambda p, r, kind, t, wanted: _interest(p, r, t, kind, wanted, None),
         "?I_MONEY_KO", an_amount, "I_RATE_KO", a_rate, either(meaning("I_SIMPLE_KO", 0), meaning("I_COMPOUND_KO",
         1)), a_number, "I_YEARS_KO", "?COMMA",
         either(meaning("I_TOTAL_KO", "amount"), meaning("I_INTEREST_KO", "interest")), *ASKED_KO),
)  # fmt: skip

REQUESTS: tuple[Parser[Found], ...] = (*_INTEREST, *_TRAVEL, *_KOREAN)
"""One rule a way to ask."""
