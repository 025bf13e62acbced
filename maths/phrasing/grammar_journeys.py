"""Journeys in two parts and their average speed, in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.families.measuring.units import SPELLINGS, UNITS
from maths.families.stories.legs import AverageSpeed, Leg
from maths.phrasing.slots import harmless
from maths.phrasing.told import COUNT, SIZE, size, told

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found

_SPEEDS = {"mph": ("mile", "h"), "kph": ("km", "h"), "kmph": ("km", "h"), "km/hr": ("km", "h"), "m/s": ("m", "s")}
_PER_KO = {"시속": "h", "분속": "min", "초속": "s"}


def _places(match: re.Match[str]) -> dict[str, str]:
    return {place.rstrip("_"): " ".join(text.split()) for place, text in match.groupdict().items() if text}


def _named(unit: str) -> str:
    text = unit if unit in SPELLINGS else unit.lower()
    return SPELLINGS.get(text, text)


def _units_of_speed(groups: dict[str, str], number: str) -> tuple[str, str] | None:
    if groups.get(f"per{number}"):
        return _named(groups[f"sl{number}"]), _PER_KO[groups[f"per{number}"]]
    if groups.get(f"s{number}"):
        text = groups[f"s{number}"].lower().replace(" ", "")
        if text in _SPEEDS:
            return _SPEEDS[text]
        length, _, time = re.sub(r"(?:per|an)", "/", text).partition("/")
        return _named(length), _named(time)
    return None


def _journey(match: re.Match[str]) -> Built:
    """Every length, every time and every speed in the same units, and the answer in them."""
    groups = _places(match)
    shared: set[tuple[str, str]] = set()
    legs = []
    for number in ("1", "2"):
        speed = _units_of_speed(groups, number)
        shared |= {("length", speed[0]), ("time", speed[1])} if speed else set()
        for kind, place in (("length", f"l{number}"), ("time", f"c{number}")):
            if groups.get(place):
                shared.add((kind, _named(groups[place])))
        legs.append(
            Leg(*(size(groups[f"{part}{number}"]) if groups.get(f"{part}{number}") else None for part in "dtv"))
        )
    asked = _units_of_speed(groups, "9")
    shared |= {("length", asked[0]), ("time", asked[1])} if asked else set()
    lengths, times = ([unit for kind, unit in shared if kind == wanted] for wanted in ("length", "time"))
    if len(lengths) != 1 or len(times) != 1 or not {lengths[0], times[0]} <= UNITS.keys():
        return
    if all(place not in groups or _allowed(groups[place]) for place in ("who",)):
        yield AverageSpeed(tuple(legs))


def _allowed(name: str) -> bool:
    return all(map(harmless, re.sub(r"^(?:an?|the) ", "", name.lower()).split()))


_LENGTH = r"(?:km|kilometers?|kilometres?|miles?|m|meters?|metres?|feet|ft)(?![A-Za-z/])"
_CLOCK = r"(?:hours?|hrs?|h|minutes?|min|seconds?|sec|s)(?![A-Za-z])"
_SPEED = (
    r"(?:mph|kph|kmph|km/hr?|m/s|m/min|(?:km|miles?|kilometers?|kilometres?|meters?|metres?|feet)(?: per | an |/)"
    r"(?:hour|hr|h|minute|min|second|sec|s))(?![A-Za-z])"
)


def _leg(number: str) -> tuple[str, ...]:
    distance = rf"(?P<d{number}>{COUNT}) ?(?P<l{number}>{_LENGTH})"
    time = rf"(?P<t{number}>{COUNT}) ?(?P<c{number}>{_CLOCK})"
    speed = rf"at (?:an? (?:average |constant )?speed of )?(?P<v{number}>{COUNT}) ?(?P<s{number}>{_SPEED})"
    return (
        rf"{distance} {speed}", rf"{distance} in {time}", rf"(?:for )?{time} {speed}", rf"{speed} for {time}",
        rf"for {distance} {speed}", rf"{speed} for {distance}",
    )  # fmt: skip


_WHO = r"(?P<who>(?:(?:an?|the) )?[a-z]+)"
_GOES = r"(?:travels|drives|goes|runs|walks|rides|cycles|flies|moves|sails|bikes|jogs)"
_THEN = (
    "(?:,? and then|,? then|,? and)(?: (?:another |it |he |she )?)?(?: ?(?:travels|drives|goes|runs|walks|"
    "rides|cycles|flies|moves) )? ?"
)
_AVERAGE = (
    r"[.,]? (?:what (?:is|was)|find|calculate|determine) (?:the|its|his|her|their) average speed"
    "(?: (?:for|of|over|during|on) (?:the )?(?:whole|entire|total|full)? ?(?:trip|journey|round trip|"
    "distance|ride|drive|run|walk))?"
    rf"(?:,? in (?P<s9>{_SPEED}))?"
)
_BACK = (
    "(?:,? and|,? then|,? but) (?:(?:returns|comes back|drives back|travels back|rides back|walks back)(?: "
    "home)?(?: along the same (?:road|route|way))?)"
)
_THERE = (
    "(?:to (?:work|school|town|a (?:city|town|friend's house)|the (?:city|store|beach|station|office))|from "
    "[A-Z] to [A-Z]|there|uphill)"
)


_ENGLISH: tuple[Parser[Found], ...] = (
    *(
        told(rf"(?:if )?{_WHO} {_GOES} {first}{_THEN}{second}{_AVERAGE}", _journey)
        for first in _leg("1")
        for second in _leg("2")
    ),
    told(
        rf"(?:if )?{_WHO} {_GOES} {_THERE} at (?P<v1>{COUNT}) ?(?P<s1>{_SPEED}){_BACK} at (?P<v2>{COUNT}) "
        rf"?(?P<s2>{_SPEED})"
        rf"{_AVERAGE}",
        _journey,
    ),
)

_LENGTH_KO = r"(?:km|m)(?![A-Za-z])"
_TIME_KO = r"(?:시간|분|초)"
_ASK_KO = (
    rf"(?:평균 ?(?:속력|속도))(?:[은는](?: (?P<per9>시속|분속|초속) ?몇 ?(?P<sl9>{_LENGTH_KO})"
    "(?:인가요?|입니까|일까요)?)?"
    r"|[을를] 구하(?:시오|여라|세요|라))"
)


def _speed_ko(number: str) -> str:
    return rf"(?P<per{number}>시속|분속|초속) ?(?P<v{number}>{SIZE}) ?(?P<sl{number}>{_LENGTH_KO})"


def _hours(number: str) -> str:
    return rf"(?P<t{number}>{SIZE}) ?(?P<c{number}>{_TIME_KO})"


def _way(number: str) -> str:
    return rf"(?P<d{number}>{SIZE}) ?(?P<l{number}>{_LENGTH_KO})"


_WENT = (
    r"(?:달렸다|갔다|걸었다|이동했다|왕복하였다|왕복했다|다녀왔다|돌아왔다|왔다)\.|(?:달렸을|갔을|걸었을|"
    "이동했을|왕복했을|왕복하였을|왔을|갈|달릴) 때,?|(?:가면|달리면|왕복하면),?"
)
_OF_ALL = r"(?:이때 ?)?(?:(?:왕복하는 동안의|전체 구간의|전체|왕복|왕복할 때의|전체 거리의|이 자동차의) )?"
_KOREAN: tuple[Parser[Found], ...] = (
    told(
        "(?:(?:어떤 사람이|자동차가|자전거가) )?(?:두 지점(?:을|을? 사이를) 왕복하는데 ?|[A-Z]에서 "
        "[A-Z]까지 왕복하는데 ?)?갈 때(?:는|에는) "
        rf"{_speed_ko('1')}(?:로)?,? "
        rf"(?:돌아)?올 때(?:는|에는) {_speed_ko('2')}로 (?:{_WENT}) {_OF_ALL}{_ASK_KO}",
        _journey,
    ),
    told(
        rf"(?:자동차가|기차가|버스가|자전거가|어떤 사람이)? ?처음 {_hours('1')}(?:은|는|동안| 동안|동안은| "
        rf"동안은) {_speed_ko('1')}로,? "
        rf"(?:그 )?(?:다음|나머지) {_hours('2')}(?:은|는|동안| 동안|동안은| 동안은) {_speed_ko('2')}로 "
        rf"(?:{_WENT}) {_OF_ALL}{_ASK_KO}",
        _journey,
    ),
    told(
        rf"(?:자동차가|기차가|버스가|자전거가|어떤 사람이)? ?{_speed_ko('1')}로 {_hours('1')}(?: 동안)?,? "
        rf"(?:이어서 )?{_speed_ko('2')}로 {_hours('2')}(?: 동안)? (?:{_WENT}) {_OF_ALL}{_ASK_KO}",
        _journey,
    ),
    told(
        rf"(?:처음 )?{_way('1')}[를은는]? ?{_speed_ko('1')}로 (?:가고|달리고),? (?:(?:그 )?(?:다음|나머지) "
        rf")?{_way('2')}[를은는]? ?"
        rf"{_speed_ko('2')}로 (?:{_WENT}) {_OF_ALL}{_ASK_KO}",
        _journey,
    ),
)
REQUESTS: tuple[Parser[Found], ...] = (*_KOREAN, *_ENGLISH)
"""One rule a way to ask."""
