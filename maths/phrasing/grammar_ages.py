"""Stories of two people's ages, in both languages: closed sentences, and the people in them have to be the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from maths.families.stories.ages import Said, Sentence, TwoAges, YearsUntil
from maths.phrasing.chart import either
from maths.phrasing.productions import rule
from maths.phrasing.slots import harmless, harmless_ko
from maths.phrasing.told import COUNT, COUNT_KO, size, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maths.phrasing.chart import Parser
    from maths.phrasing.requests import Built, Found

_PAIR = 2
_TENSES = {"이 된다": "will be", "가 된다": "will be", "이 된다고 한다": "will be", "가 된다고 한다": "will be",
           "였다": "was", "이었다": "was"}  # fmt: skip
_HE = frozenset({"he", "she", "그"})
_FACTORS = {"twice": 2, "three times": 3, "thrice": 3}
_ELDER = (
    ("형", "동생"), ("언니", "동생"), ("누나", "동생"), ("오빠", "동생"), ("아버지", "아들"), ("아버지", "딸"),
    ("어머니", "아들"), ("어머니", "딸"), ("father", "son"), ("father", "daughter"), ("mother", "son"),
    ("mother", "daughter"), ("할아버지", "손자"), ("할머니", "손녀"), ("할머니", "손자"), ("할아버지", "손녀"),
)  # fmt: skip
"""Where a difference alone is told, the first of these is the elder."""

_ROLES = frozenset(
    ["father", "mother", "son", "daughter", "man", "woman", "boy", "girl", "brother", "sister", "uncle", "aunt"]
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with the people it names: none where they are those named before."""

    said: Said
    value: Fraction
    later: int = 0
    people: tuple[str, str] | None = None
    ordered: bool = True


_Ages: TypeAlias = tuple[tuple[str, Fraction], tuple[str, Fraction]]


def _moment(match: re.Match[str]) -> int | None:
    """Years from now, 0 where none are said; None where the tense of the verb does not fit."""
    groups = {place: (text or "").lower() for place, text in match.groupdict().items()}
    years = size(groups["years"]) if groups.get("years") else Fraction(0)
    ago = groups.get("way", "") in {"전", "ago"}
    fits = {"is": not years, "will be": bool(years) and not ago, "was": bool(years) and ago, "": True}
    verb = _TENSES.get(groups.get("verb", ""), groups.get("verb", ""))
    if years.denominator != 1 or not fits.get(verb, False):
        return None
    return -int(years) if ago else int(years)


def _person(text: str) -> str:
    """A name as it is compared: without article, possessive and case."""
    plain = re.sub(r"^(?:an?|the|his|her|their) ", "", " ".join(text.split()).lower())
    return plain.removesuffix("'s")


def _people(match: re.Match[str]) -> tuple[str, str] | None:
    groups = match.groupdict()
    if not groups.get("a") or not groups.get("b"):
        return None
    return _person(groups["a"]), _person(groups["b"])


def _allowed(name: str) -> bool:
    return harmless_ko(name) if re.search("[가-힣]", name) else all(map(harmless, name.split())) or len(name) == 1


def _sum(match: re.Match[str]) -> Iterator[_Told]:
    moment = _moment(match)
    if moment is not None:
        yield _Told(Said.SUM, size(match["v"]), moment, _people(match), ordered=False)


def _gap(match: re.Match[str]) -> Iterator[_Told]:
    people = _people(match)
    if people and match.groupdict().get("younger"):
        people = people[1], people[0]
    yield _Told(Said.GAP, size(match["v"]), 0, people, ordered=people is not None)


def _times(match: re.Match[str]) -> Iterator[_Told]:
    moment = _moment(match)
    if moment is None:
        return
    factor = " ".join(match["v"].lower().split())
    value = Fraction(_FACTORS[factor]) if factor in _FACTORS else size(re.sub(r"(?: times|배)$", "", factor))
    yield _Told(Said.TIMES, value, moment, _people(match))


def _story(first: _Told, second: _Told, who: str) -> Built:
    """Two sentences about the same two people, and the one whose age is asked for."""
    named = [told_.people for told_ in (first, second) if told_.people]
    if not named:
        return
    one, other = next((told_.people for told_ in (first, second) if told_.people and told_.ordered), named[0])
    resolved = [_resolved(told_.people, (one, other), first) for told_ in (first, second)]
    elder = (one, other)
    if not any(told_.people and told_.ordered for told_ in (first, second)):
        times = Said.TIMES in {first.said, second.said}
        elder = elder if elder in _ELDER or times else (other, one)
        if not times and elder not in _ELDER:
            return
    if one == other or not all(map(_allowed, elder)) or _person(who) not in elder:
        return
    sentences = []
    for told_, people in zip((first, second), resolved, strict=True):
        if people is not None and {*people} != {*elder}:
            return
        if told_.ordered and people is not None and people != elder:
            if told_.said is not Said.GAP:
                return
            sentences.append(Sentence(told_.said, -told_.value, told_.later))
            continue
        sentences.append(Sentence(told_.said, told_.value, told_.later))
    yield TwoAges((sentences[0], sentences[1]), elder.index(_person(who)), (_shown(elder[0]), _shown(elder[1])))


def _shown(name: str) -> str:
    """A name as it is written in the solution."""
    if re.search("[가-힣]", name):
        return name
    return f"the {name}" if name in _ROLES else name.capitalize()


def _resolved(people: tuple[str, str] | None, named: tuple[str, str], first: _Told) -> tuple[str, str] | None:
    """`he` is the one the first sentence begins with."""
    if people is None:
        return None
    subject = first.people[0] if first.people else named[0]
    return (subject if people[0] in _HE else people[0]), people[1]


_NAME = r"(?:[A-Z](?![A-Za-z])|[가-힣]{1,5}?)"
_OLD = r" ?(?:세|살)"
_NOW_KO = r"(?:(?:현재|올해|지금) ?)?"
_IN_YEARS_KO = rf"(?:(?P<years>{COUNT_KO}) ?년 (?P<way>후|뒤|전)(?:에는|에|의|에 있어서)?,? )?"
_BOTH_KO = rf"(?P<a>{_NAME})(?:와|과|이랑) (?P<b>{_NAME})(?:의|,? 두 사람의) 나이의 합[은이] "
_SAYS_KO = (
    "(?:(?P<verb>[이가] 된다(?:고 한다)?|였다|이었다)|이고|고|이며|며|이다|다|이라고 한다|라고 한다|일 "
    "때)?[,.]? ?(?:두 사람의 )?"
)
_KO = {
    "sum": told(
        rf"{_IN_YEARS_KO}{_NOW_KO}(?:{_BOTH_KO}|(?:두 사람의 )?나이의 합[은이] )(?P<v>{COUNT_KO}){_OLD}{_SAYS_KO}", _sum
    ),
    "gap": told(rf"(?:나이의 )?차[는가] (?P<v>{COUNT_KO}){_OLD}{_SAYS_KO}", _gap),
    "older": told(
        rf"{_NOW_KO}(?P<a>{_NAME})[은는이가] (?P<b>{_NAME})보다 (?P<v>{COUNT_KO}){_OLD}[이가]? ?"
        rf"(?:(?:더 )?(?:많(?:고|으며|다|을 때)|(?P<younger>적(?:고|으며|다|을 때)|어리(?:고|며|다))))[,.]? ?",
        _gap,
    ),
    "times": told(
        rf"{_IN_YEARS_KO}{_NOW_KO}(?:(?P<a>{_NAME})의 나이[는가] (?P<b>{_NAME})(?:의)? 나이의 ?)?(?P<v>{COUNT_KO} ?배)"
        rf"{_SAYS_KO}",
        _times,
    ),
}
_ASK = (
    "(?:[은는](?: (?:몇 (?:세|살)|얼마)(?:인가요?|입니까|일까요|인지 구하시오)?)?|[를을] 구하(?:시오|여라|"
    "세요|라)|[를을] 구해 ?줘)"
)
_asked_ko = told(rf"(?:이때,? )?{_NOW_KO}(?P<who>{_NAME})의 나이{_ASK}", lambda match: [match["who"]])


def _until(ages: _Ages, question: tuple[str, str, Fraction, bool]) -> Built:
    (one, first), (other, second) = ages
    elder, younger, factor, ago = question
    named = {_person(one): first, _person(other): second}
    people = _person(one if elder.lower() in _HE else elder), _person(younger)
    if len(named) == _PAIR and {*people} == {*named} and all(map(_allowed, named)):
        yield YearsUntil((named[people[0]], named[people[1]]), factor, ago)


def _ages(match: re.Match[str]) -> Iterable[_Ages]:
    yield (match["a"], size(match["v"])), (match["b"], size(match["w"]))


def _question(match: re.Match[str]) -> Iterable[tuple[str, str, Fraction, bool]]:
    for told_ in _times(match):
        yield match["a"], match["b"], told_.value, bool(match.groupdict().get("ago"))


_ages_ko = told(
    rf"{_NOW_KO}(?P<a>{_NAME})(?:의 나이)?[는은이가] (?P<v>{COUNT_KO}){_OLD}(?:이고|고|이며|며)?,? "
    rf"(?P<b>{_NAME})(?:의 나이)?[는은이가] (?P<w>{COUNT_KO}){_OLD}(?:이다|다|입니다)\.",
    _ages,
)
_TIMES_KO = rf"(?P<a>{_NAME})의 나이가 (?P<b>{_NAME})(?:의)? 나이의 (?P<v>{COUNT_KO} ?배)"
_BECOMES_KO = r"(?:되는가|됩니까|되나요|될까요|되는지 구하시오|되겠는가)"
_IS_KO = r"(?:인가요?|입니까|일까요|인지 (?:구하시오|구하여라))"
_question_ko = (
    told(rf"몇 년 (?:후|뒤)(?:에|이면)? {_TIMES_KO}가 {_BECOMES_KO}", _question),
    told(rf"{_TIMES_KO}가 되는 (?:것은|때는|해는) (?:지금부터 |앞으로 )?몇 년 (?:후|뒤){_IS_KO}", _question),
    told(rf"{_TIMES_KO}(?:이었던|였던|가 되었던) (?:것은|때는) (?:지금부터 )?몇 년 (?P<ago>전){_IS_KO}", _question),
)

_WHO = r"(?:(?:a|an|the|his|her) )?[A-Z][a-z]+(?![a-z])"
_AGE = r"(?: years? old| years? of age)?"
_SAYS = r"(?:[.,;] (?:and )?| and |[.,;]? ?$)"
_EN_TIMES = rf"(?P<v>twice|thrice|{COUNT} times)"
_EN_YEARS = rf"(?:(?:in )?(?P<years>{COUNT}) years?(?: time)?(?: from now| later| (?P<way>ago))?,? )?"
_SUM_OF = rf"the sum of (?:(?:the ages of |)(?P<a>{_WHO})(?:'s age)? and (?P<b>{_WHO})(?:'s ages?)?|their ages)"
_EN = (
    told(rf"{_EN_YEARS}{_SUM_OF} (?P<verb>is|will be|was) (?P<v>{COUNT}){_AGE}{_SAYS}", _sum),
    told(
        rf"(?P<a>{_WHO}) is (?P<v>{COUNT}) years (?:older|(?P<younger>younger)) than (?P<b>{_WHO}){_SAYS}", _gap
    ),
    told(rf"(?:the|their) (?:age )?difference(?: (?:of|between|in) their ages)? is (?P<v>{COUNT}){_SAYS}", _gap),
    told(
        rf"{_EN_YEARS}(?P<a>{_WHO}|he|she) (?P<verb>is|will be|was) {_EN_TIMES} as old as (?P<b>{_WHO}){_SAYS}",
        _times,
    ),
)  # fmt: skip
_OLDER = told(rf"(?P<a>{_WHO}) is (?P<more>older|younger) than (?P<b>{_WHO})\. ", lambda match: [match])
_asked = (
    told(rf"how old is (?P<who>{_WHO})(?: now| today)?", lambda match: [match["who"]]),
    told(rf"(?:find|what is) (?P<who>{_WHO})'s (?:present |current )?age(?: now)?", lambda match: [match["who"]]),
    told(rf"(?:find|what is) the (?:present |current )?age of (?P<who>{_WHO})", lambda match: [match["who"]]),
)
_ages_en = told(rf"(?P<a>{_WHO}) is (?P<v>{COUNT}){_AGE} and (?P<b>{_WHO}) is (?P<w>{COUNT}){_AGE}\.", _ages)
_QUESTION = rf"(?P<a>{_WHO}|he|she) be {_EN_TIMES} as old as (?P<b>{_WHO})"
_question_en = (
    told(rf"in how many years will {_QUESTION}", _question),
    told(rf"(?:after )?how many years (?:from now )?will {_QUESTION}", _question),
    told(
        rf"how many years (?P<ago>ago) was (?P<a>{_WHO}|he|she) {_EN_TIMES} as old as (?P<b>{_WHO})", _question
    ),
)  # fmt: skip


def _who_is_older(first: _Told, second: _Told, older: re.Match[str], who: str) -> Built:
    """A difference, and who is the elder said apart."""
    people = _person(older["a"]), _person(older["b"])
    people = people if older["more"].lower() == "older" else people[::-1]
    told_ = [
        _Told(Said.GAP, part.value, 0, people) if part.said is Said.GAP and part.people is None else part
        for part in (first, second)
    ]
    if {part.said for part in told_} == {Said.SUM, Said.GAP}:
        yield from _story(told_[0], told_[1], who)


_sentence_ko = either(*_KO.values())
_sentence_en = either(*_EN)
REQUESTS: tuple[Parser[Found], ...] = (
    rule(_story, _sentence_ko, _sentence_ko, _asked_ko),
    *(rule(_until, _ages_ko, question) for question in _question_ko),
    *(rule(_story, _sentence_en, _sentence_en, asked) for asked in _asked),
    *(rule(_who_is_older, _sentence_en, _sentence_en, _OLDER, asked) for asked in _asked),
    *(rule(_until, _ages_en, question) for question in _question_en),
)
"""One rule a way to ask."""
