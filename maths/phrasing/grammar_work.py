"""Jobs done by several at once, and tanks filled by several pipes, in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.families.stories.work import TogetherWork
from maths.phrasing.slots import harmless, harmless_ko
from maths.phrasing.told import COUNT, COUNT_KO, size, told

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found

_UNITS = {"시간": "hour", "일": "day", "분": "minute", "주": "week", "며칠": "day"}

_DOING = frozenset({"do", "does", "finish", "finishes", "complete", "completes"})
_IT = frozenset({"it", "job", "task", "work", "project"})


def _places(match: re.Match[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for place, text in match.groupdict().items():
        if text:
            found[place.rstrip("_")] = " ".join(text.split())
    return found


def _one_unit(groups: dict[str, str]) -> bool:
    """Whether every time, and the one that is asked for, is in the same unit."""
    named = [text.lower() for place, text in groups.items() if place.startswith("u")]
    return len({_UNITS.get(unit, unit.removesuffix("s")) for unit in named}) == 1


def _different(groups: dict[str, str], *places: str) -> bool:
    names = [groups[place].lower() for place in places if groups.get(place)]
    allowed = all(
        len(name) == 1 or (harmless_ko(name) if re.search("[가-힣]", name) else all(map(_word_allowed, name.split())))
        for name in names
    )
    return allowed and len({*names}) == len(names)


def _word_allowed(word: str) -> bool:
    return word in {"one", "another", "the", "a", "first", "second", "other", "pipe", "tap"} or harmless(word)


def _one_job(groups: dict[str, str]) -> bool:
    """Whether both are told to do the same: the same verb, and the same thing or "it"."""
    verbs = {groups[place].lower() for place in ("do", "do2") if groups.get(place)} - _DOING
    things = {groups[place].lower().split()[-1] for place in ("job", "job2") if groups.get(place)} - _IT
    return len(verbs) <= 1 and len(things) <= 1


def _together(match: re.Match[str]) -> Built:
    groups = _places(match)
    if not (_one_unit(groups) and _different(groups, "a", "b", "c")):
        return
    if not _one_job(groups):
        return
    times = [size(groups[place]) for place in ("v", "w", "x") if groups.get(place)]
    if all(time > 0 for time in times):
        yield TogetherWork(tuple(times))


def _alone(match: re.Match[str]) -> Built:
    """Both together and one of them alone: the other is asked about."""
    groups = _places(match)
    people = [groups["a"].lower(), groups["b"].lower()]
    known, wanted = groups["known"].lower(), groups["wanted"].lower()
    if _one_unit(groups) and _different(groups, "a", "b") and sorted((known, wanted)) == sorted(people):
        both, one = size(groups["t"]), size(groups["v"])
        if both > 0 and one > 0:
            yield TogetherWork((one,), both)


_UNIT = r"(?:hours?|days?|minutes?|weeks?)(?![a-z])"
_BY = (
    "(?:[a-z]|pipe [a-z]|(?:one|another|a|the (?:first|second|other)|a (?:first|second|other)) (?:pipe|tap|"
    "machine|worker|pump)|[a-z]+)"
)
_JOB = (
    "(?:(?:the|a|an|this|that|the same|one) )?(?:whole )?(?:job|task|work|project|piece of work|room|"
    "house|fence|tank|pool|wall"
    r"|it|lawn|car|cistern)"
)
_DO = r"(?:do|finish|complete|paint|clean|mow|wash|build|fill|empty|dig)"
_DOES = r"(?:does|finishes|completes|paints|cleans|mows|washes|builds|fills|digs)"
_SAME = (
    "(?:the same (?:job|task|work|room|house|fence|tank|pool|wall|lawn)|it|the (?:job|task|work|room|house|"
    "fence|tank|pool|wall|lawn))"
)
_BOTH = (
    "(?:they|both|both of them|the two|both (?:pipes|pumps|people|machines|taps)|the two (?:pipes|pumps|"
    "people|machines)|all three)"
)
_TO_DO = rf"(?: to {_DO} {_JOB}(?: alone)?| for {_JOB})?"
_ASKS = (
    rf"(?:how (?:long|many (?P<u9>{_UNIT})) (?:will|would|does|do) (?:it take (?:{_BOTH} )?(?:to {_DO} "
    rf"{_JOB} )?|{_BOTH} (?:take |need )?)"
    rf"(?:if {_BOTH} work together|(?:working )?together|when (?:they work|working) together)(?: "
    rf"(?:take|need))?{_TO_DO}"
    rf"|how (?:long|many (?P<u9_>{_UNIT})) (?:will|would|does|do) {_BOTH} together (?:take|need){_TO_DO}"
    rf"|how (?:long|many (?P<u9__>{_UNIT})) (?:will|would|does|do) (?:it take them|{_BOTH}) (?:take |"
    rf"need )?together{_TO_DO}"
    rf"|in how many (?P<u9___>{_UNIT}) (?:can|will|do) {_BOTH} {_DO} {_JOB} (?:(?:working|if they work) )?together)"
)
_CAN = rf"(?P<a>{_BY})(?: alone)? can (?P<do>{_DO}) (?P<job>{_JOB})(?: alone)? in (?P<v>{COUNT}) (?P<u1>{_UNIT})"
_CAN_TOO = rf"(?P<b>{_BY})(?: alone)? can (?P<do2>{_DO}) (?P<job2>{_SAME})(?: alone)? in (?P<w>{COUNT}) (?P<u2>{_UNIT})"
_THEN = r"[.,;]? (?:and )?"
_ENGLISH: tuple[Parser[Found], ...] = (
    told(rf"(?:if )?{_CAN}{_THEN}{_CAN_TOO}[.,;]? {_ASKS}", _together),
    told(
        rf"(?:if )?(?P<a>{_BY})(?: alone)? (?:takes|needs) (?P<v>{COUNT}) (?P<u1>{_UNIT})(?: to "
        rf"(?P<do>{_DO}) (?P<job>{_JOB}))?(?: alone)?{_THEN}"
        rf"(?P<b>{_BY})(?: alone)? (?:takes|needs) (?P<w>{COUNT}) (?P<u2>{_UNIT})(?: to (?P<do2>{_DO}) "
        rf"(?P<job2>{_JOB}))?(?: alone)?[.,;]? {_ASKS}",
        _together,
    ),
    told(
        rf"(?P<a>{_BY}) (?P<do>{_DOES}) (?P<job>{_JOB})(?: alone)? in (?P<v>{COUNT}) (?P<u1>{_UNIT}){_THEN}"
        rf"(?P<b>{_BY})(?: (?P<do2>{_DOES}) (?P<job2>{_SAME}))?(?: alone)? in (?P<w>{COUNT}) "
        rf"(?P<u2>{_UNIT})[.,;]? {_ASKS}",
        _together,
    ),
    told(
        rf"it takes (?P<a>{_BY}) (?P<v>{COUNT}) (?P<u1>{_UNIT}) to {_DO} {_JOB}(?: alone)? and (?:it takes "
        rf")?(?P<b>{_BY}) "
        rf"(?P<w>{COUNT}) (?P<u2>{_UNIT})(?: to {_DO} {_SAME})?(?: alone)?\. {_ASKS}",
        _together,
    ),
    told(
        rf"(?P<a>[a-z]), (?P<b>[a-z]),? and (?P<c>[a-z]) (?:alone )?can {_DO} {_JOB} (?:alone )?in (?P<v>{COUNT}), "
        rf"(?P<w>{COUNT}),? and (?P<x>{COUNT}) (?P<u1>{_UNIT}),? respectively[.,;]? "
        rf"(?:how (?:long|many (?P<u9>{_UNIT})) will they (?:take|need) together|{_ASKS.replace('u9', 'u8')})",
        _together,
    ),
    told(
        rf"(?:working )?together,? (?P<a>{_BY}) and (?P<b>{_BY}) (?:can )?{_DO} {_JOB} in (?P<t>{COUNT}) "
        rf"(?P<u1>{_UNIT})\. "
        rf"(?P<known>{_BY}) alone (?:needs|takes) (?P<v>{COUNT}) (?P<u2>{_UNIT})(?: to {_DO} {_JOB})?\. "
        rf"how (?:long|many (?P<u9>{_UNIT})) (?:does|will|would) (?P<wanted>{_BY}) (?:alone )?(?:need|take)"
        rf"(?: alone)?(?: to {_DO} {_JOB})?",
        _alone,
    ),
)

_NAME = r"(?:[A-Z](?![A-Za-z])|[가-힣]{1,5}?)"
_TIME = "시간|분|일|주"
_WITH = r"(?:[은는이가]|(?:으)?로는| 호스로는| 호스는| 관으로는| 수도꼭지로는)"
_TAKES_KO = r"(?:[이가]? ?걸리고|[이가]? ?걸리며)?,?"
_BOTH_KO = (
    "(?:(?:둘이|두 사람이|둘이서|두 사람이서|형제가|두 형제가|자매가|부부가|두 사람이서 |(?P=a)[와과] "
    "(?P=b)[이가]|두 호스를|두 관을|두 "
    "수도꼭지를|이 일을 둘이|이 일을 두 사람이"
    r"|두 명이) ?(?:함께|같이|동시에) ?(?:일하면|하면|사용하면|틀면|한다면|일한다면|일을 하면|열면))"
)
_ASKS_KO = (
    rf"(?:이 일을 )?{_BOTH_KO},? (?:일을 (?:끝내|마치)는 데 |끝내는 데 |가득 채우는 데 "
    rf")?(?:(?P<u8>며칠)|몇 ?(?P<u9>{_TIME}))"
    "(?:[이가]? ?걸(?:리는가|립니까|리나요|릴까요|리는지 구하시오)| ?만에 (?:(?:일을 )?(?:끝낼|마칠) "
    "수 있(?:는가|습니까|나요)"
    r"|(?:끝나|끝내)(?:는가|나요|는지 구하시오)))"
)
_JOB_KO = (
    "(?:(?:혼자서? )?(?:어떤 )?(?:일|작업|청소)[을를] (?:끝내|하|마치|완성하)는 데|(?:물탱크|수조|"
    "물통)(?:[을를]|에 물을)? "
    r"(?:가득 )?채우는 데),? ?"
)
_EACH_KO = (
    rf"(?P<a>{_NAME}){_WITH} ?(?:혼자 하면 |하면 |혼자서 하면 )?(?P<v>{COUNT_KO}) ?(?P<u1>{_TIME}){_TAKES_KO} "
    rf"(?P<b>{_NAME}){_WITH} ?(?:혼자 하면 |하면 |혼자서 하면 )?(?P<w>{COUNT_KO}) ?(?P<u2>{_TIME})[이가]? ?"
)
_KOREAN: tuple[Parser[Found], ...] = (
    told(rf"{_JOB_KO}{_EACH_KO}(?:걸린다(?:고 한다)?|걸립니다)\. ?{_ASKS_KO}", _together),
    told(
        rf"{_EACH_KO}걸리는 (?:일|청소|작업)(?:[이가] 있다\. ?|[을를] )(?:이 (?:일|청소|작업)을 )?{_ASKS_KO}", _together
    ),
    told(
        rf"(?:어떤 일을 )?(?P<a>{_NAME})(?:와|과) (?P<b>{_NAME})[이가] (?:함께|같이) 하면 (?P<t>{COUNT_KO})"
        rf" ?(?P<u1>{_TIME})"
        rf"[이가]? ?걸리고,? (?P<known>{_NAME})[이가] 혼자(?:서)? 하면 (?P<v>{COUNT_KO}) ?(?P<u2>{_TIME})"
        r"[이가]? ?걸린다\. ?"
        rf"(?:이 일을 )?(?P<wanted>{_NAME})[이가] 혼자(?:서)? 하면 (?:(?P<u8>며칠)|몇 ?(?P<u9>{_TIME}))[이가]? ?"
        r"걸(?:리는가|립니까|리나요|릴까요|리는지 구하시오)",
        _alone,
    ),
)
REQUESTS: tuple[Parser[Found], ...] = (*_KOREAN, *_ENGLISH)
"""One rule a way to ask."""
