"""Two or more who share something in a ratio, and one of them is asked about, in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.families.proportion.amounts import Amount
from maths.families.proportion.ratio import Share
from maths.families.terms import number
from maths.phrasing.chart import MONEY
from maths.phrasing.slots import harmless, harmless_ko
from maths.phrasing.told import SIZE, size, told

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found

_COUNTED = frozenset({"개", "자루", "권", "장", "마리", "송이", "명", "알", "병", "컵", "조각"})
_WHOLE_THINGS = "things"


def _shared(match: re.Match[str]) -> Built:
    """The ratio has a number for everybody, and who is asked about is one of them."""
    groups = _places(match)
    people = [groups[place].lower() for place in ("a", "b", "c") if groups.get(place)]
    parts = [size(part) for part in groups["ratio"].split(":")]
    who = groups["who"].lower()
    if len(people) != len(parts) or len({*people}) != len(people) or who not in people or 0 in parts:
        return
    if not all(_allowed(name) for name in people) or not _same_thing(groups):
        return
    whole, unit = size(groups["whole"]), _unit(groups)
    share = whole * parts[people.index(who)] / sum(parts)
    if unit == _WHOLE_THINGS and share.denominator != 1:
        return
    amount = Amount(number(whole), "" if unit == _WHOLE_THINGS else unit)
    yield Share(amount, tuple(map(number, parts)), place=people.index(who))


def _places(match: re.Match[str]) -> dict[str, str]:
    """What stands in each place: `who2` is another wording's `who`."""
    found: dict[str, str] = {}
    for place, text in match.groupdict().items():
        if text:
            found[place.rstrip("2")] = " ".join(text.split())
    return found


def _allowed(name: str) -> bool:
    return len(name) == 1 or (harmless_ko(name) if re.search("[가-힣]", name) else all(map(harmless, name.split())))


def _same_thing(groups: dict[str, str]) -> bool:
    """What is asked for is what was shared, counted in the same way."""
    thing, asked = groups.get("thing", "").lower(), groups.get("asked", "").lower()
    counter, counted = groups.get("counter", ""), groups.get("counted", "")
    if thing and not (harmless_ko(thing) if re.search("[가-힣]", thing) else harmless(thing)):
        return False
    if (asked and asked != thing) or (counted and counted != counter):
        return False
    money = bool(groups.get("won") or groups.get("money"))
    return money or not groups.get("paid")


def _unit(groups: dict[str, str]) -> str:
    if groups.get("won"):
        return "원"
    if groups.get("money"):
        return "$"
    return "" if groups.get("measure") else _WHOLE_THINGS


def _cut(match: re.Match[str]) -> Built:
    """Something of a length cut in two: the longer or the shorter piece."""
    parts = [size(part) for part in match["ratio"].split(":")]
    groups = _places(match)
    if len(parts) == 2 and parts[0] != parts[1] and 0 not in parts:  # noqa: PLR2004 - a longer and a shorter piece
        which = "largest" if groups.get("long") else "smallest"
        yield Share(Amount(number(size(groups["whole"]))), tuple(map(number, parts)), which)


_RATIO = rf"(?P<ratio>{SIZE} ?: ?{SIZE}(?: ?: ?{SIZE})?)"
_NAME = r"(?:[A-Z](?![A-Za-z])|[가-힣]{1,5}?)"
_WITH = r"(?:와|과|이랑|랑|,)"
_PEOPLE_KO = rf"(?P<a>{_NAME}){_WITH} ?(?P<b>{_NAME})(?:{_WITH} ?(?P<c>{_NAME}))?[이가]"
_WHOLE_KO = (
    rf"(?:(?P<thing>[가-힣]{{1,5}}) )?(?P<whole>{SIZE}) ?(?:(?P<won>원)|(?P<counter>{'|'.join(sorted(_COUNTED))})"
    r"|(?P<measure>g|kg|L|mL|cm|m)(?![A-Za-z]))[을를]"
)
_HOW_KO = rf"{_RATIO}(?:의 비(?:율)?)?(?:으)?로"
_TAKE_KO = (
    r"(?:(?:나누어|나눠) ?(?:가지|갖|가졌|가진|갖는|먹|먹었|먹는|받|받았|받는)"
    r"(?:으면|면|을 때|ㄹ 때|다\.|습니다\.|려고 한다\.|으려고 한다\.|기로 했다\.|기로 하였다\.|다고 할 "
    r"때|다고 하자\.|려고 할 때)"
    r"|(?:나누어|나눠) ?가질 때|나누면|나누었다\.|나눌 때|나누었을 때|나눴다\.|나누었습니다\.),?"
)
_HAS = r"(?:가지는|갖는|가진|갖게 되는|가지게 되는|받는|받은|먹은|먹는)"
_HOLDS = (
    "(?:(?:가지게 |갖게 |받게 |먹게 )?(?:되는가|되나요|됩니까|될까요)|(?:가지는가|갖는가|가집니까|"
    "갖습니까|가지나요|갖나요"
    r"|받는가|받습니까|받나요|먹는가|먹었는가|가졌는가|가졌습니까)"
    r"|(?:가지게|갖게) 되는지)(?: 구하시오)?"
)
_IS_KO = r"(?:인가요?|입니까|일까요|인지 (?:구하시오|구하여라))"
_COUNTER = "|".join(sorted(_COUNTED))
_ASKS_KO = (
    rf"(?:이때 )?(?P<who>{_NAME})(?:[은는이가] (?:(?P<asked2>[가-힣]{{1,5}}?)[을를] )?(?:몇 "
    rf"?(?P<counted>{_COUNTER})[을를]? ?{_HOLDS}|"
    rf"(?P<paid>얼마)[를을]? ?{_HOLDS}"
    rf"|{_HAS} (?:(?P<paid2>금액|돈)|(?P<asked>[가-힣]{{1,5}}?)(?:의 (?:개수|수|양))?)"
    rf"(?:[은는](?: (?:얼마|몇 ?(?P<counted2>{_COUNTER}|원|g|kg|L|mL|cm|m)){_IS_KO})?|[을를] "
    "구하(?:시오|여라|세요|라))))"
)
_LENGTH = r"(?:cm|m|mm)(?![A-Za-z])"
_KOREAN: tuple[Parser[Found], ...] = (
    told(rf"{_WHOLE_KO} {_PEOPLE_KO} {_HOW_KO} {_TAKE_KO} {_ASKS_KO}", _shared),
    told(rf"{_PEOPLE_KO} {_WHOLE_KO} {_HOW_KO} {_TAKE_KO} {_ASKS_KO}", _shared),
    told(
        rf"(?:길이가 (?P<whole>{SIZE}) ?(?P<m>{_LENGTH})인 (?:끈|줄|테이프|철사|실|막대|리본)"
        rf"|(?:끈|줄|테이프|철사|실|막대|리본) (?P<whole2>{SIZE}) ?(?P<m2>{_LENGTH}))[을를] {_HOW_KO} "
        r"(?:나눌 때|나누면|자를 때|자르면|나누었을 때|잘랐을 때|나누었다\.|잘랐다\.),? (?:더 )?"
        r"(?:(?P<long>긴)|(?P<short>짧은)) ?(?:쪽|도막|조각|끈|부분)의 길이"
        rf"(?:[은는](?: 몇 ?(?:(?P=m)|cm|m|mm){_IS_KO})?|[를을] 구하(?:시오|여라|세요|라))",
        _cut,
    ),
)

_WHO = r"(?:(?:a|the) )?[A-Z][a-z]*(?![a-z])"
_PEOPLE = rf"(?P<a>{_WHO})(?:, (?P<b>{_WHO}),? and (?P<c>{_WHO})| and (?P<b2>{_WHO}))"
_WHOLE = rf"(?:(?P<money>{MONEY}) ?(?P<whole>{SIZE})|(?P<whole2>{SIZE}) (?P<thing>[a-z]+))"
_IN = rf"in (?:the|a) ratio (?:of )?{_RATIO}"
_GETS = r"(?:get|receive|have|take)"
_ASKS = (
    rf"[.,;]? (?:how (?:(?P<paid>much)(?: money)?|many (?P<asked>[a-z]+)) (?:does|will|did) (?P<who>{_WHO}) {_GETS}"
    rf"|(?:find|what is) (?P<who2>{_WHO})'s share)"
)
_BETWEEN = r"(?:is|are) (?:shared|divided|split) (?:between|among)"
_ENGLISH: tuple[Parser[Found], ...] = (
    told(rf"(?:if )?{_PEOPLE} (?:share|divide|split) {_WHOLE} {_IN}{_ASKS}", _shared),
    told(rf"(?:if )?{_WHOLE} {_BETWEEN} {_PEOPLE} {_IN}{_ASKS}", _shared),
    told(rf"(?:share|divide|split) {_WHOLE} (?:between|among) {_PEOPLE} {_IN}{_ASKS}", _shared),
    told(
        rf"an? (?P<whole>{SIZE})[ -]?(?:cm|m|mm|feet|foot|ft|inch|in)(?![a-z]) "
        "(?:rope|string|ribbon|wire|stick|board) is (?:cut|divided)(?: into two (?:pieces|parts))? "
        rf"{_IN}\. (?:how long is|"
        r"what is the length of|find the length of) the (?:(?P<long>longer|longest)|(?P<short>shorter|shortest)) "
        r"(?:piece|part)",
        _cut,
    ),
)
REQUESTS: tuple[Parser[Found], ...] = (*_KOREAN, *_ENGLISH)
"""One rule a way to ask."""
