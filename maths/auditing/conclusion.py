"""What a working says in words against what it worked out.

    because   "She has 11 left because 10 - 6 = 4."
    people    "10/6 = 1.6 people are ill", and nothing later makes whole people of them
    negative  a last line "640 - 700 = -60 kg" that is then the answer
    answer    "… = 8400.", then "A: 7400", a number that stands nowhere in the working

Each is told only where rounding, units, percent, signs and words such as "about" or "more" cannot explain it.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from maths.auditing.units import factors_between
from maths.families.write import formula
from maths.message import Message
from maths.tree import Negative, Number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.message import Formula

MAX_LINE = 400  # characters of a line that is looked at
MAX_DIGITS = 15  # of a number that is compared

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
_NUMBERS = re.compile(rf"(?<![\w.])(?:{_NUMBER})(?![\w]*\d)")
_ARITHMETIC = r"[\d\s.,$()%+\-−*/×÷x]"
_BECAUSE = re.compile(
    rf"(?P<said>[^.;:\n]{{0,120}}?(?:\.\d[^.;:\n]{{0,80}}?)*)\bbecause\s+(?P<sum>{_ARITHMETIC}{{3,80}}?)"
    rf"=\s*(?P<money>\$?)(?P<sign>[-−]?)\s*(?P<value>{_NUMBER})\s*(?P<percent>%?)(?P<unit>(?:\s+[a-z]+){{0,2}})\s*\.?$",
    re.IGNORECASE,
)
_SAID_OTHERWISE = re.compile(
    r"\b(?:not|n't|no|never|if|about|around|approximately|roughly|nearly|almost|over|under|up to|at (?:least|most)|more"
    r"|less|fewer|than|times|half|twice|each|every|per|roots?|solutions?|zeros?|factors?|ways?|cases?|digits?|remainder"
    r"|divisible|multiple|prime|even|odd|between|extra|another|only|still|enough|average|or)\b|n['’]t",
    re.IGNORECASE,
)
_ROUNDED = re.compile(
    r"\b(?:round\w*|approximate\w*|about|around|nearest|estimat\w*|whole|full|complete\w*|almost|nearly|integer"
    r"|at (?:least|most))\b"
    r"|≈|\\approx|반올림|올림|버림|약 ",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"=\s*(?P<value>\d*\.\d+)\s+(?:people|persons|students|children|kids|men|women|boys|girls|friends|adults|teachers"
    r"|workers|employees|passengers|guests|riders|candidates|customers|visitors|soldiers|patients|teenagers"
    r"|classmates)\b(?!\s*(?:per|an?|each|every|/)\b|\s*/|-)",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\b(?:average|mean|expected|per|each|every|rate|ratio|share|full-time|equivalent|need\w*|require\w*|times)\b",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"\s*(?:A|Answer|Final answer|The (?:final )?answer is|답|정답|####)\s*[:：]?\s*\$?"
    rf"(?P<sign>[-−]?)(?P<value>{_NUMBER})\.?\s*$",
    re.IGNORECASE,
)
_RESULT = re.compile(
    rf"=\s*(?P<money>\$?)(?P<sign>[-−]?)\$?\s*(?P<value>{_NUMBER})(?P<words>(?:\s*[A-Za-z]+){{0,8}})\s*\.?\s*$"
)
_MEASURED = re.compile(
    r"\b(?:kg|kilograms?|grams?|g|pounds?|lbs?|ounces?|oz|cm|mm|m|km|meters?|metres?|inch(?:es)?|feet|ft|yards?|miles?"
    r"|cups?|gallons?|lit(?:er|re)s?|ml|quarts?|pints?|hectares?|acres?)\b"
)
_CHANGE = re.compile(
    r"\b(?:change\w*|differ\w*|more|less|fewer|loss|lost|lose|gain\w*|below|under|temperature|deficit|short|owe\w*"
    r"|elevation|depth|position|left|remain\w*|coordinate|displacement|error|off|deviation)\b",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """A line, by the offset of a place on it, that contradicts what was worked out."""

    place: int
    reason: Message


def contradictions(text: str) -> Iterator[Told]:
    """`text` has its calculator notes blanked, so that offsets are those of the working."""
    lines = list(_lines(text))
    for place, line in lines:
        if len(line) <= MAX_LINE:
            yield from _because(line, place)
            yield from _people(line, place, text)
    if len(lines) > 1:
        yield from _answer(lines, text)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    place = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield place, line.rstrip()
        place += len(line)


def _because(line: str, place: int) -> Iterator[Told]:
    found = _BECAUSE.search(line)
    if found is None or _SAID_OTHERWISE.search(found["said"]) or found["said"].count("(") != found["said"].count(")"):
        return
    stated = _NUMBERS.findall(found["said"])
    operands = [_value(one) for one in _NUMBERS.findall(found["sum"])]
    if len(stated) != 1 or len(operands) < 2 or _too_long(stated[0], found["value"]):  # noqa: PLR2004 - a sum of two
        return
    claimed, value = _value(stated[0]), _signed(found)
    near = {step + one for one in operands for step in (-1, 0, 1)}
    words = f"{found['said']} {found['unit']}"
    if claimed in near or _explained(claimed, value, words):
        return
    reason = Message(
        "It says {claimed}, and its reason gives {value}.", claimed=_written(stated[0], claimed), value=_shown(found)
    )
    yield Told(place + found.start("value"), reason)


def _people(line: str, place: int, text: str) -> Iterator[Told]:
    found = _PEOPLE.search(line)
    if found is None or _RATE.search(line) or _ROUNDED.search(text) or _too_long(found["value"]):
        return
    value = _value(found["value"])
    later = {_value(one) for one in _NUMBERS.findall(text[place + found.end() :]) if not _too_long(one)}
    if value.denominator != 1 and not later & {Fraction(value.__floor__()), Fraction(value.__ceil__())}:
        yield Told(
            place + found.start("value"),
            Message("{value} is not a number of people: people are counted whole.", value=_shown(found)),
        )


def _answer(lines: list[tuple[int, str]], text: str) -> Iterator[Told]:
    place, last = lines[-1]
    given, result = _ANSWER.fullmatch(last), _RESULT.search(lines[-2][1][-MAX_LINE:])
    if given is None or result is None or _too_long(given["value"], result["value"]):
        return
    answer, value = _signed(given), _signed(result)
    if answer == value:
        if value < 0 and _MEASURED.search(result["words"]) and not _CHANGE.search(text):
            yield Told(
                place, Message("{value} cannot be: a quantity of this kind is not negative.", value=_shown(result))
            )
        return
    known = {_value(one) for one in _NUMBERS.findall(text[:place]) if not _too_long(one)}
    if abs(answer) in known or _ROUNDED.search(text) or _truncated_count(answer, value, result):
        return
    if not _explained(answer, value, result["words"], cut=False):
        yield Told(
            place,
            Message("The last line gives {value}, not {answer}.", value=_shown(result), answer=_shown(given)),
        )


def _truncated_count(answer: Fraction, value: Fraction, result: re.Match[str]) -> bool:
    """Whether whole things were counted: 37.5 boxes are 37 full ones. Money and measures are not cut off."""
    measured = result["money"] or _MEASURED.search(result["words"])
    return abs(answer - value) < 1 and not measured


def _explained(claimed: Fraction, value: Fraction, words: str, *, cut: bool = True) -> bool:
    """Whether signs, rounding, percent or units make both the same."""
    if abs(claimed) == abs(value) or {claimed, value} == {0}:
        return True
    if (cut and abs(claimed - value) < 1) or any(round(value, places) == claimed for places in range(-3, 4)):
        return True
    if not claimed or not value:
        return False
    ratio = claimed / value
    return ratio in {Fraction(100), Fraction(1, 100)} or ratio in factors_between(words.lower().split())


def _signed(found: re.Match[str]) -> Fraction:
    return _value(found["value"]) * (-1 if found.groupdict().get("sign") else 1)


def _value(written: str) -> Fraction:
    return Fraction(written.replace(",", ""))


def _too_long(*written: str) -> bool:
    return any(len(one) > MAX_DIGITS for one in written)


def _shown(found: re.Match[str]) -> Formula:
    return _written(found["value"], _signed(found))


def _written(text: str, value: Fraction) -> Formula:
    """The number with the digits that stand in the working."""
    digits = Number(abs(value), len(text.partition(".")[2]) or None)
    return formula(Negative(digits) if value < 0 else digits)
