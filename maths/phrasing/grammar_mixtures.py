"""Stories of salt water in both languages: mixed, thinned, made stronger, boiled down."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.families.proportion.amounts import HUNDRED, Amount
from maths.families.proportion.percent import PartOf
from maths.families.stories.mixture import Mixture, Portion
from maths.families.terms import number
from maths.phrasing.told import SIZE, size, told
from maths.tree import Percent

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found

_WATER = Fraction(0)
_SOLID = Fraction(1)


def _share(match: re.Match[str], place: str) -> Fraction:
    return size(match[place]) / HUNDRED


def _same(match: re.Match[str], kind: str) -> bool:
    """Whether all substances, or all units, that are named are one."""
    found = {
        text.lower().rstrip("s")
        for name, text in match.groupdict().items()
        if name[0] == kind and name[1:].isdigit() and text
    }
    return len({_UNITS.get(text, text) for text in found}) <= 1


_UNITS = {"gram": "g", "kilogram": "kg", "milliliter": "ml", "millilitre": "ml", "liter": "l", "litre": "l"}


def _start(match: re.Match[str]) -> Portion:
    """A solution by its percentage, or by what is dissolved in it."""
    groups, mass = match.groupdict(), size(match["m1"])
    if groups.get("d1"):
        return Portion(mass, size(match["d1"]) / mass if mass else Fraction(2))
    return Portion(mass, _share(match, "p1"))


def _changes(match: re.Match[str]) -> Iterator[Portion]:
    """What is added to the first solution or leaves it."""
    groups = match.groupdict()
    if groups.get("p2"):
        yield Portion(size(match["m2"]), _share(match, "p2"))
    for place, share, leaves in (("water", _WATER, False), ("solid", _SOLID, False), ("steam", _WATER, True)):
        if groups.get(place):
            yield Portion(size(match[place]), share, leaves)


def _mixed(match: re.Match[str]) -> Built:
    if _same(match, "s") and _same(match, "u"):
        yield Mixture((_start(match), *_changes(match)))


def _water_and_solid(match: re.Match[str]) -> Built:
    if _same(match, "s") and _same(match, "u"):
        yield Mixture((Portion(size(match["water"]), _WATER), Portion(size(match["solid"]), _SOLID)))


def _dissolved(match: re.Match[str]) -> Built:
    yield PartOf(Percent(number(size(match["p1"]))), Amount(number(size(match["m1"]))))


def _contained(match: re.Match[str]) -> Built:
    if _same(match, "s"):
        yield from _dissolved(match)


def _wanted(match: re.Match[str]) -> Built:
    groups = match.groupdict()
    one_substance = (groups.get("strong") or match["s1"]).lower() == match["s1"].lower()
    if not (one_substance and _same(match, "s") and _same(match, "u")):
        return
    if groups.get("p2"):
        added = Portion(None, _share(match, "p2"))
    else:
        added = Portion(None, _SOLID if groups.get("strong") else _WATER, bool(groups.get("boiled")))
    yield Mixture((_start(match), added), _share(match, "f"))


_SALT_KO = "소금|설탕"
_FLUID = "(?P=s1)물"
_BY_PERCENT = rf"(?:농도(?:가)? ?)?(?P<p1>{SIZE}) ?%(?:의|인)? ?(?P<s1>{_SALT_KO})물 ?(?P<m1>{SIZE}) ?g"
_BY_MASS = rf"(?P<s1>{_SALT_KO}) ?(?P<d1>{SIZE}) ?g ?[이을] (?:들어|녹아) ?있는 (?P<s2>{_SALT_KO})물 ?(?P<m1>{SIZE}) ?g"
_DONE = (
    r"(?:(?:섞|넣)(?:으면|었을 때의?|어(?:서)? 만든|은(?: 후의?| 뒤의?)?|었다\.|었습니다\.|을 때의?|었더니)"
    r"|(?:부으면|부었을 때|부은|부었다\.|부어(?:서)? 만든|부을 때|탔을 때|타면|탄|탔다\.))"
)
_BOILED = r"증발 ?(?:시키면|시켰을 때|시킨|시켰다\.|시킬 때|시켜(?:서)? 만든|시켰더니)"
_OPERATIONS = (
    (
        rf"(?:[과와에]|하고) ?(?:농도(?:가)? ?)?(?P<p2>{SIZE}) ?%(?:의|인)? ?(?P<s4>{_SALT_KO})물 ?(?P<m2>{SIZE}) ?g"
        rf" ?을 (?:함께 )?{_DONE}"
    ),
    rf"에 ?물 ?(?P<water>{SIZE}) ?g ?을 (?:더 )?{_DONE}",
    rf"에 ?물을 ?(?P<water>{SIZE}) ?g (?:더 )?{_DONE}",
    rf"에 ?(?P<s4>{_SALT_KO}) ?(?P<solid>{SIZE}) ?g ?을 (?:더 )?(?:녹이면|녹였을 때|녹인|녹였다\.|{_DONE})",
    rf"에서 ?물 ?(?P<steam>{SIZE}) ?g ?을 {_BOILED}",
    rf"에서 ?물을 ?(?P<steam>{SIZE}) ?g {_BOILED}",
)
_IS_KO = r"(?:인가요?|입니까|일까요|인지 (?:구하시오|구하여라|구하세요))"
_BECOMES = r"(?:되는가|됩니까|되나요|될까요|되는지 (?:구하시오|구하여라))"
_FIND_KO = r"을?를? ?(?:구하시오|구하여라|구하세요|구해 ?줘|구하라)"
_CONCENTRATION = (
    rf",? ?(?:(?:이때|이 때),? ?(?:의 )?)?(?:(?:새로|섞어|섞은|만들어진|만든|이|남은) ?)?(?:{_FLUID}의 )?"
    rf"(?:농도(?:[은는](?: ?몇 ?%(?:{_IS_KO}|가 {_BECOMES})| 얼마(?:{_IS_KO}|가 {_BECOMES}))?|{_FIND_KO})"
    rf"|(?:농도가 )?몇 ?%의 {_FLUID}[이가] (?:{_BECOMES}|만들어지는가|만들어집니까|만들어지나요))"
)
_MADE = rf"(?P<f>{SIZE}) ?%의 {_FLUID}[을를] 만들(?:려고 한다\.|려고 합니다\.|려면,?|고자 한다\.|려고 할 때,?|었다\.)"
_MUST = r"(?:하는가|하나요|합니까|하는지 구하시오|할까요|하는지 구하여라)"


def _how_much_added(what: str) -> str:
    """The question for the amount of what was said to be added."""
    return (
        rf" ?(?:(?:이때 )?(?:더 )?(?:넣어야|부어야) (?:하는|할) {what}의 양(?:{_FIND_KO}|은(?: 몇 ?g{_IS_KO})?)"
        rf"|(?:{what}[을를] )?몇 ?g(?:의 {what})?[을를]? ?(?:더 )?(?:넣어야|부어야|넣으면) (?:{_MUST}|{_BECOMES}))"
    )


_HOW_MUCH_BOILED = (
    rf" ?(?:증발시켜야 (?:하는|할) 물의 양(?:{_FIND_KO}|은(?: 몇 ?g{_IS_KO})?)"
    rf"|(?:물을 )?몇 ?g(?:의 물)?[을를]? ?증발 ?시켜야 {_MUST})"
)
_KOREAN: tuple[Parser[Found], ...] = (
    *(
        told(f"{first}{operation}{_CONCENTRATION}", _mixed)
        for first in (_BY_PERCENT, _BY_MASS)
        for operation in _OPERATIONS
    ),
    told(
        rf"(?P<s1>{_SALT_KO})물 ?(?P<m1>{SIZE}) ?g의 농도가 (?P<p1>{SIZE}) ?%(?:일 때,?|이다\.|이면,?|"
        "라면,?|라고 할 때,?) "
        rf"(?:이 )?(?P=s1)물(?:에|속에| 속에) (?:들어|녹아) ?있는 (?P=s1)(?:의 양)?(?:{_FIND_KO}|은 ?(?:몇 "
        rf"?g{_IS_KO})?)",
        _dissolved,
    ),
    told(
        rf"물 ?(?P<water>{SIZE}) ?g ?에 ?(?P<s1>{_SALT_KO}) ?(?P<solid>{SIZE}) ?g ?을 (?:녹이면|녹였을 때|녹인|녹였다\."
        rf"|녹여(?:서)? 만든|{_DONE}){_CONCENTRATION}",
        _water_and_solid,
    ),
    told(rf"{_BY_PERCENT}에 ?물을 ?(?:더 )?(?:넣어|부어|섞어)(?:서)? {_MADE}{_how_much_added('물')}", _wanted),
    told(
        rf"{_BY_PERCENT}에 ?(?P<strong>(?P=s1))을 ?(?:더 )?(?:넣어|녹여|섞어)(?:서)? {_MADE}"
        rf"{_how_much_added('(?P=s1)')}",
        _wanted,
    ),
    told(
        rf"{_BY_PERCENT}에 ?물을? ?몇 ?g(?:을)? ?(?:더 )?(?:넣으면|부으면|섞으면) (?P<f>{SIZE}) ?%의 "
        rf"{_FLUID}이 {_BECOMES}",
        _wanted,
    ),
    told(
        rf"{_BY_PERCENT}에 ?(?P<strong>(?P=s1))을? ?몇 ?g(?:을)? ?(?:더 )?(?:넣으면|녹이면) "
        rf"(?P<f>{SIZE}) ?%의 {_FLUID}이 {_BECOMES}",
        _wanted,
    ),
    told(
        rf"{_BY_PERCENT}에서 ?(?P<boiled>물)을? ?몇 ?g(?:을)? ?증발 ?시키면 (?P<f>{SIZE}) ?%의 {_FLUID}이 {_BECOMES}",
        _wanted,
    ),
    told(rf"{_BY_PERCENT}에서 ?(?P<boiled>물)을 ?증발 ?시켜(?:서)? {_MADE}{_HOW_MUCH_BOILED}", _wanted),
    told(
        rf"{_BY_PERCENT}[과에] ?(?P<p2>{SIZE}) ?%의 (?P<s4>{_SALT_KO})물을 섞어(?:서)? {_MADE} ?(?P=p2) ?%의 (?P=s4)물"
        rf"(?:을 몇 ?g(?:을)? 섞어야 {_MUST}|은 몇 ?g(?:이)? 필요(?:한가|합니까|한가요)|의 양(?:{_FIND_KO}|은))",
        _wanted,
    ),
    told(
        rf"{_BY_PERCENT}[과에] ?(?P<p2>{SIZE}) ?%의 (?P<s4>{_SALT_KO})물을? ?몇 ?g(?:을)? ?섞으면 (?P<f>{SIZE}) ?%의 "
        rf"{_FLUID}이 {_BECOMES}",
        _wanted,
    ),
)

_UNIT = "(?:g|grams?|kg|kilograms?|ml|milliliters?|millilitres?|l|liters?|litres?|gallons?|ounces?|pounds?)(?![A-Za-z])"
_SALT = r"salt|sugar|acid|alcohol|saline"
_PER_CENT = r" ?(?:%|percent|per cent)"
_SOLUTION = r"(?:solution|water)(?![A-Za-z])"


def _of(number: str) -> str:
    """`200 g of a 10% salt solution`"""
    return (
        rf"(?P<m{number}>{SIZE}) ?(?P<u{number}>{_UNIT})(?: of)?(?: an?| the)? (?P<p{number}>{SIZE}){_PER_CENT} "
        rf"(?P<s{number}>{_SALT}) ?{_SOLUTION}"
    )


_KIND = "(?:(?P=s1) )?"
_RESULT = (
    "[.,;]? (?:what is|what will be|find|calculate|determine|what's) the (?:percent |percentage |"
    "final |new |resulting )?"
    rf"(?:{_KIND}concentration)(?: (?:of|in) (?:the )?(?:new |resulting |final |mixed |remaining )?{_KIND}"
    r"(?:mixture|solution|water))?(?: in per ?cent)?"
)
_TO_GET = (
    rf" (?:to (?:make|get|obtain|produce|form|give)|so that it becomes)(?: an?)? (?P<f>{SIZE}){_PER_CENT} "
    rf"{_KIND}{_SOLUTION}"
)
_ASKED_FIRST = (
    r"(?:what is|what will be|find|calculate|determine) the (?:percent |final |new |resulting )?concentration"
    r"(?: of the (?:new |resulting |final )?(?:mixture|solution))? (?:if|when) "
)
_HOW = r"how (?:much|many (?:grams|kilograms|liters|litres|milliliters|ounces|gallons) of)"
_OUT_OF = r"(?: from| of)"
_IF = r"(?:if |when |suppose )?"
_ENGLISH: tuple[Parser[Found], ...] = (
    told(rf"{_IF}{_of('1')} (?:is|are) (?:mixed|combined) with {_of('2')}{_RESULT}", _mixed),
    told(rf"{_ASKED_FIRST}{_of('1')} (?:is|are) (?:mixed|combined) with {_of('2')}", _mixed),
    told(
        rf"{_ASKED_FIRST}(?P<water>{SIZE}) ?(?P<u2>{_UNIT})(?: of)? (?:pure )?water (?:is|are) added to {_of('1')}",
        _mixed,
    ),
    told(rf"{_IF}{_of('1')} and {_of('2')} are (?:mixed|combined)(?: together)?{_RESULT}", _mixed),
    told(
        rf"{_IF}(?P<water>{SIZE}) ?(?P<u2>{_UNIT})(?: of)? (?:pure )?water (?:is|are) added to "
        rf"{_of('1')}{_RESULT}",
        _mixed,
    ),
    told(
        rf"{_IF}(?P<solid>{SIZE}) ?(?P<u2>{_UNIT})(?: of)? (?:pure )?(?P<s2>{_SALT}) (?:is|are) (?:added "
        "to|dissolved in) "
        rf"{_of('1')}{_RESULT}",
        _mixed,
    ),
    told(
        rf"{_IF}(?P<steam>{SIZE}) ?(?P<u2>{_UNIT})(?: of)? water (?:is|are|evaporates?) ?(?:evaporated )?from "
        rf"{_of('1')}{_RESULT}",
        _mixed,
    ),
    told(
        rf"{_IF}(?P<solid>{SIZE}) ?(?P<u1>{_UNIT})(?: of)? (?P<s1>{_SALT}) (?:is|are) (?:dissolved in|"
        "added to|mixed with) "
        rf"(?P<water>{SIZE}) ?(?P<u2>{_UNIT})(?: of)? (?:pure )?water{_RESULT}",
        _water_and_solid,
    ),
    told(rf"{_HOW} (?P<s2>{_SALT}) (?:is|are)(?: there)? in {_of('1')}", _contained),
    told(rf"{_HOW} (?:pure )?water (?:must|should|has to|needs to) be added to {_of('1')}{_TO_GET}", _wanted),
    told(
        rf"{_HOW} (?:pure )?(?P<strong>{_SALT}) (?:must|should|has to|needs to) be (?:added to|dissolved in) "
        rf"{_of('1')}{_TO_GET}",
        _wanted,
    ),
    told(
        rf"{_HOW} (?P<boiled>water) (?:must|should|has to|needs to) be evaporated{_OUT_OF} {_of('1')}{_TO_GET}", _wanted
    ),
    told(
        rf"{_HOW}(?: of)?(?: an?)? (?P<p2>{SIZE}){_PER_CENT} (?P<s2>{_SALT}) {_SOLUTION} (?:must|should|"
        "has to|needs to) be "
        rf"(?:mixed with|added to) {_of('1')}{_TO_GET}",
        _wanted,
    ),
)
REQUESTS: tuple[Parser[Found], ...] = (*_KOREAN, *_ENGLISH)
"""One rule a way to ask."""
