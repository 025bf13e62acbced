"""In how many ways some of several things can be chosen, where the things are said to differ or always do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.families.counting.selection_routes import Way
from maths.phrasing.grammar_counting import chosen
from maths.phrasing.slots import harmless, harmless_ko, stem
from maths.phrasing.told import COUNT, COUNT_KO, size, told

if TYPE_CHECKING:
    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found

_UNLIKE = frozenset(
    [
        "book",
        "topping",
        "flavor",
        "flavour",
        "color",
        "colour",
        "subject",
        "course",
        "class",
        "question",
        "problem",
        "painting",
        "song",
        "dish",
        "movie",
        "film",
        "city",
        "country",
        "candidate",
        "applicant",
        "volunteer",
        "employee",
        "dessert",
        "activity",
        "club",
        "language",
        "novel",
        "poem",
        "topic",
    ]
)
"""Things of which no two are the same, without it being said."""
_UNLIKE_KO = frozenset(
    {"책", "과목", "색", "노래", "영화", "도시", "나라", "문제", "그림", "후보", "메뉴", "소설", "시집"}
)


def _picked(match: re.Match[str]) -> Built:
    """The same things are chosen as there are; their number is no more than there are."""
    groups = {place.rstrip("_"): " ".join(text.lower().split()) for place, text in match.groupdict().items() if text}
    things, again = groups["things"], groups.get("again", "")
    korean = re.search("[가-힣]", things) is not None
    if not (harmless_ko(things) if korean else all(map(harmless, things.split()))):
        return
    last = things if korean else stem(things.split()[-1])
    if again and (again != things if korean else stem(again.split()[-1]) != last):
        return
    if groups.get("counter", "") != groups.get("counter2", groups.get("counter", "")):
        return
    if not groups.get("unlike") and last not in (_UNLIKE_KO if korean else _UNLIKE):
        return
    number, whole = size(groups["number"]), size(groups["whole"])
    if number.denominator == whole.denominator == 1:
        yield from chosen(int(number), int(whole), Way.TOGETHER)


_THINGS = r"(?P<things>[a-z]+)"
_DIFFERENT = r"(?:(?P<unlike>different|distinct|distinguishable) )?"
_FROM = r"(?:from|out of|from among)(?: a (?:set|list|shelf|group|collection|pool|total) of)?"
_WHO = r"(?:you|i|we|she|he|a (?:student|person|teacher)|one)"
_PICK = r"(?:choose|select|pick)"
_PICKED = r"(?:chosen|selected|picked)"
_COUNTERS = "권|개|가지|곡|편|과목|문제|곳|명"
_ENGLISH: tuple[Parser[Found], ...] = (
    told(
        rf"in how many (?:different )?ways can (?P<number>{COUNT}) (?:(?P<again>[a-z]+) )?be {_PICKED} {_FROM} "
        rf"(?P<whole>{COUNT}) {_DIFFERENT}{_THINGS}",
        _picked,
    ),
    told(
        rf"in how many (?:different )?ways can (?P<number>{COUNT}) of (?P<whole>{COUNT}) "
        rf"{_DIFFERENT}{_THINGS} be {_PICKED}",
        _picked,
    ),
    told(
        rf"(?:in how many (?:different )?ways can {_WHO}|how many (?:different )?ways are there to|how "
        "many (?:different )?ways can "
        rf"{_WHO}) {_PICK} (?P<number>{COUNT}) (?:(?P<again>[a-z]+) )?{_FROM} (?P<whole>{COUNT}) {_DIFFERENT}{_THINGS}",
        _picked,
    ),
)
_ASK = (
    r"(?:고르는|뽑는|선택하는|택하는) (?:방법의 수|경우의 수|가짓수)"
    r"(?:[은는](?: (?:얼마|몇 가지)(?:인가요?|입니까))?|[를을] 구하(?:시오|여라|세요|라))"
)
_KOREAN: tuple[Parser[Found], ...] = (
    told(
        rf"(?P<unlike>서로 다른 )?(?P<whole>{COUNT_KO}) ?(?P<counter>{_COUNTERS})의 (?P<things>[가-힣]{{1,4}}?)"
        rf"(?: ?중에서| ?중| 가운데(?:에서)?|에서) (?P<number>{COUNT_KO}) ?(?P<counter2>{_COUNTERS})[을를] {_ASK}",
        _picked,
    ),
    told(
        rf"(?P<unlike>서로 다른 )?(?P<things>[가-힣]{{1,4}}?) (?P<whole>{COUNT_KO}) ?(?P<counter>{_COUNTERS})"
        rf"(?: ?중에서| ?중| 가운데(?:에서)?|에서) (?P<number>{COUNT_KO}) ?(?P<counter2>{_COUNTERS})[을를] {_ASK}",
        _picked,
    ),
)
REQUESTS: tuple[Parser[Found], ...] = (*_KOREAN, *_ENGLISH)
"""One rule a way to ask."""
