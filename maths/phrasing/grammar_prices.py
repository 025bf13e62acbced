"""What things cost: a price that rises or falls by per cent, and so many of the same thing; in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.families.proportion.amounts import Amount
from maths.families.proportion.percent import Changed
from maths.families.stories.price import PriceOfMany
from maths.families.terms import number
from maths.phrasing.chart import MONEY
from maths.phrasing.slots import harmless, harmless_ko, stem
from maths.phrasing.told import COUNT, COUNT_KO, SIZE, size, told
from maths.tree import Percent

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found

_UNITS = {"달러": "달러", "dollars": "dollars", "dollar": "dollars", "원": "원"}
_TEN_THOUSAND = 10_000


def _places(match: re.Match[str]) -> dict[str, str]:
    return {place.rstrip("_"): " ".join(text.split()) for place, text in match.groupdict().items() if text}


def _amount(groups: dict[str, str], place: str) -> Amount:
    """`$80`, `80 dollars`, `80원`, `8만 원`: the unit stands in the place's `unit` or is the sign."""
    unit = groups.get(f"{place}_unit", "")
    value = size(groups[place])
    if unit.replace(" ", "") == "만원":
        return Amount(number(value * _TEN_THOUSAND), "원")
    return Amount(number(value), _UNITS.get(unit.lower(), "$") if unit else "$")


def _changed(match: re.Match[str]) -> Built:
    groups = _places(match)
    if "thing" in groups and not _allowed(groups["thing"]):
        return
    yield Changed(_amount(groups, "price"), (("rise" if groups.get("rise") else "fall",
                  Percent(number(size(groups["rate"])))),))  # fmt: skip


def _many(match: re.Match[str]) -> Built:
    """So many of a thing, and of the same thing, counted in the same way."""
    groups = _places(match)
    thing, again = groups.get("thing", ""), groups.get("again", "")
    if not _allowed(thing) or (again and stem(again.lower()) != stem(thing.lower())):
        return
    if groups.get("counter", "") != groups.get("counter2", groups.get("counter", "")):
        return
    wanted = _amount(groups, "paid") if groups.get("paid") else size(groups["wanted"])
    if isinstance(wanted, Amount) and wanted.unit != _amount(groups, "price").unit:
        return
    yield PriceOfMany(size(groups["many"]), _amount(groups, "price"), wanted)


def _allowed(thing: str) -> bool:
    return harmless_ko(thing) if re.search("[가-힣]", thing) else all(map(harmless, thing.lower().split()))


def _price(place: str) -> str:
    return rf"(?:{MONEY} ?(?P<{place}>{SIZE})|(?P<{place}_>{SIZE}) (?P<{place}_unit>dollars))"


_RATE = rf"(?P<rate>{SIZE}) ?%"
_THING = r"(?P<thing>[a-z]+(?: [a-z]+)?)"
_NEW = (
    "[.,;]? (?:(?:what is|find|calculate|what was|determine|what will be) (?:the|its) (?:new|sale|"
    "final|discounted|reduced|"
    r"increased|resulting|total)(?: (?:price|cost|amount|bill|value))?(?: of the [a-z]+)?"
    "|what (?:does|will) it cost(?: now)?|how much (?:does|will) it cost(?: now)?|how much is (?:it|"
    "that)(?: in total)?"
    r"|what is the (?:total|final price|new price))"
)
_UP = r"(?P<rise>increased|raised|marked up)"
_DOWN = r"(?:reduced|decreased|lowered|discounted|marked down|cut)"
_ENGLISH: tuple[Parser[Found], ...] = (
    told(
        rf"(?:if )?(?:an?|the) (?:original |regular )?price of {_price('price')} is (?:{_UP}|{_DOWN}) by "
        rf"{_RATE}{_NEW}",
        _changed,
    ),
    told(
        rf"(?:if )?the (?:original |regular )?price of (?:an?|the) {_THING}, {_price('price')}, is "
        rf"(?:{_UP}|{_DOWN}) by {_RATE}{_NEW}",
        _changed,
    ),
    told(rf"(?:what is |find |calculate |how much is )?{_RATE} off (?:of )?{_price('price')}", _changed),
    told(rf"how much is {_price('price')} (?:after|with) (?:an? )?{_RATE} (?:off|discount)", _changed),
    told(
        rf"(?:an?|the) {_THING} (?:costs|is priced at|sells for|normally costs|originally costs|priced at) "
        rf"{_price('price')}"
        rf"(?:(?: and)? is(?: on sale)?(?: for)?|\. it is(?: on sale)?(?: for)?) {_RATE} off{_NEW}",
        _changed,
    ),
    told(
        rf"an? {MONEY} ?(?P<price>{SIZE}) {_THING} is (?:on sale for {_RATE} off|(?:{_UP}|{_DOWN}) by "
        rf"(?P<rate_>{SIZE}) ?%){_NEW}",
        _changed,
    ),
    told(
        rf"(?:what is|find) the (?:sale |new |final )?price of an? {MONEY} ?(?P<price>{SIZE}) {_THING} "
        rf"after an? {_RATE} "
        rf"(?:discount|(?P<rise>increase|markup)|reduction)",
        _changed,
    ),
    told(
        rf"(?:an?|the) {_THING} (?:costs|is priced at|sells for) {_price('price')}\. after an? {_RATE} "
        "(?:discount|(?P<rise>increase|markup)|reduction), (?:what does it cost|how much does it cost|"
        "what is the (?:new |sale |final )?price)",
        _changed,
    ),
    told(
        rf"an? (?:bill|meal|dinner|check|tab) of {_price('price')} (?P<rise>plus|with) an? {_RATE} tip[.,;]? "
        r"(?:how much is it in total|what is the total(?: (?:cost|amount|bill))?|how much is the total)",
        _changed,
    ),
    told(
        rf"an? {MONEY} ?(?P<price>{SIZE}) (?:bill|meal|dinner) (?:has|with) an? {_RATE} (?:tip|tax|service "
        "charge) (?P<rise>added)"
        r"[.,;]? what is the total(?: (?:cost|amount|bill))?",
        _changed,
    ),
    *(
        told(
            rf"(?:if )?(?P<many>{COUNT}) {unit_of}{_THING} costs? {_price('price')}(?: in total| "
            "altogether)?[.,;]? (?:at (?:this|that|the same) rate,? )?"
            rf"(?:how much (?:do|does|will|would)|what (?:do|does|will|would)) (?P<wanted>{COUNT}){again_of} cost",
            _many,
        )
        for unit_of, again_of in (
            ("", r"(?: (?P<again>[a-z]+(?: [a-z]+)?))?"),
            (
                r"(?P<counter>kg|g|lb|pounds?|liters?|litres?) of ",
                r" (?P<counter2>kg|g|lb|pounds?|liters?|litres?) of (?P<again>[a-z]+)",
            ),
        )
    ),
    told(
        rf"(?:if )?(?P<many>{COUNT}) {_THING} costs? {_price('price')}[.,;]? (?:what is|find) the (?:cost|price) of "
        rf"(?P<wanted>{COUNT}) (?P<again>[a-z]+(?: [a-z]+)?)",
        _many,
    ),
    told(
        rf"(?:if )?(?P<many>{COUNT}) {_THING} costs? {_price('price')}[.,;]? how many (?P<again>[a-z]+(?: [a-z]+)?) "
        rf"(?:can be bought|can you buy|can i buy|do you get) (?:for|with) {_price('paid')}",
        _many,
    ),
)

_WON = rf"(?:{MONEY} ?(?P<price>{SIZE})|(?P<price_>{SIZE}) ?(?P<price_unit>만 ?원|원|달러))"
_IS_KO = r"(?:인가요?|입니까|일까요|인지 (?:구하시오|구하여라)|이에요|예요)"
_ASK_KO = rf"(?:[을를] 구하(?:시오|여라|세요|라)|[은는이가]?(?: ?얼마{_IS_KO})?)"
_NEW_KO = rf"(?:(?:인상된|할인된|오른|내린|새로운|인하된|할인) ?)?(?:가격|값|판매 ?가격){_ASK_KO}"
_PAYS = r"얼마를 (?:내야|지불해야|주어야) (?:하는가|하나요|합니까|할까요)"
_GOODS = r"(?P<thing>[가-힣]{1,6})"
_MUCH = r"얼마(?:인가요?|입니까|일까요|예요|인지 구하시오|인지 구하여라)"
_COUNTER_KO = "개|자루|권|장|마리|송이|병|컵|조각|봉지|상자|kg|g|L"
_KOREAN: tuple[Parser[Found], ...] = (
    told(rf"{_WON}(?:에서|을|를|의)? {_RATE} (?:할인|인하)(?:하면|되면|하여 사면) {_MUCH}", _changed),
    told(rf"{_WON}(?:짜리|인|의) {_GOODS}[을를] {_RATE} 할인하면 {_MUCH}", _changed),
    told(
        rf"{_WON}(?:짜리|인|의) {_GOODS}[을를] {_RATE} 할인(?:하여|해서|받아) ?(?:사면|살 때,?|구입하면) {_PAYS}",
        _changed,
    ),
    told(rf"{_WON}에서 {_RATE} (?:할인된|할인한|인하된|(?P<rise>인상된|오른)) (?:가격|값|금액){_ASK_KO}", _changed),
    told(
        rf"(?:어떤 )?(?:물건|상품|제품)의 (?:가격|값)(?:이)? {_WON}(?:이)? ?{_RATE} "
        r"(?:(?P<rise>올랐다\.|인상되었다\.|오르면|인상되면|올랐을 때,?)|내렸다\.|인하되었다\.|내리면|"
        rf"인하되면|내렸을 때,?) {_NEW_KO}",
        _changed,
    ),
    told(
        rf"{_GOODS} (?P<many>{COUNT_KO}) ?(?P<counter>{_COUNTER_KO})(?:[이가은는]|의 (?:가격|값)[이가은는]|에)? ?{_WON}"
        rf"(?:이다\.|일 때,?|이면,?|이라면,?|라면,?|이고,?|이라고 할 때,?) "
        rf"(?:(?P<again>[가-힣]{{1,6}}) )?(?P<wanted>{COUNT_KO}) ?(?P<counter2>{_COUNTER_KO})"
        rf"(?:[은는이가]? ?{_MUCH}|의 (?:가격|값){_ASK_KO}|[을를] 사(?:는 데|려면) (?:필요한 (?:돈|"
        rf"금액){_ASK_KO}|얼마가 필요(?:한가|합니까|한가요)))",
        _many,
    ),
)
_MORE_KOREAN: tuple[Parser[Found], ...] = (
    told(
        rf"(?:정가(?:가)? )?{_WON}(?:짜리|인|의) {_GOODS}[을를] {_RATE} (?:할인받아|할인하여|할인해서|할인된 가격에) ?"
        rf"(?:샀다|샀습니다|구입했다|구입하였다)\. ?(?:지불한|낸|실제로 낸) (?:금액|돈){_ASK_KO}",
        _changed,
    ),
    told(
        rf"{_GOODS} (?P<many>{COUNT_KO}) ?(?P<counter>{_COUNTER_KO})[을를] (?:사는 데|살 때) {_WON}[이가]? "
        r"?(?:들었다|필요하다|든다)\. ?"
        rf"(?:같은 )?(?:(?P<again>[가-힣]{{1,6}}) )?(?P<wanted>{COUNT_KO}) ?(?P<counter2>{_COUNTER_KO})"
        rf"(?:의 (?:가격|값){_ASK_KO}|[은는이가]? ?{_MUCH}|[을를] 사(?:는 데|려면) (?:필요한 (?:돈|금액){_ASK_KO}"
        r"|얼마가 필요(?:한가|합니까|한가요)))",
        _many,
    ),
)
REQUESTS: tuple[Parser[Found], ...] = (*_KOREAN, *_MORE_KOREAN, *_ENGLISH)
"""One rule a way to ask."""
