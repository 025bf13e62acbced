"""Sentences of stories, each closed from its first word to its last: a pattern with places for numbers and names.

A blank of a pattern stands for blanks of any length, ` ?` for a blank that may be missing. Names go through
`maths.phrasing.slots`, so that no name counts, negates or restricts.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from maths.phrasing.chart import Chart, Parser

T = TypeVar("T")

SIZE = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?(?:/[0-9]+)?)(?![0-9]|[.,/][0-9])"
"""`12`, `12,000`, `2.5`, `3/4`"""
_FRACTION = re.compile(r"\\[dt]?frac\s*\{\s*([0-9]+)\s*\}\s*\{\s*([0-9]+)\s*\}")
_COUNTED = {
    word: number
    for number, words in enumerate(
        ("one 한", "two 두", "three 세", "four 네", "five 다섯", "six 여섯", "seven 일곱", "eight 여덟", "nine 아홉",
         "ten 열", "eleven 열한", "twelve 열두"), 1)
    for word in words.split()
}  # fmt: skip
COUNT = rf"(?:{SIZE}|(?:{'|'.join(word for word in _COUNTED if word.isascii())})(?![A-Za-z]))"
"""A number in digits or, up to twelve, in English words."""
COUNT_KO = rf"(?:{SIZE}|{'|'.join(sorted((word for word in _COUNTED if not word.isascii()), key=len, reverse=True))})"


def told(pattern: str, build: Callable[[re.Match[str]], Iterable[T]]) -> Parser[T]:
    """What a closed sentence means: nothing where the builder refuses what stands in its places."""
    compiled = re.compile(pattern.replace(" ?", r"\s*").replace(" ", r"\s+"), re.IGNORECASE)

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, T]]:
        at = chart.skip(at)
        if match := compiled.match(chart.text, at):
            chart.skip(match.end())
            for found in build(match):
                yield match.end(), found

    return parse


def size(text: str) -> Fraction:
    """The number that stands in a place."""
    text = text.strip().replace(",", "").lower()
    if text in _COUNTED:
        return Fraction(_COUNTED[text])
    if found := _FRACTION.fullmatch(text):
        return Fraction(int(found[1]), int(found[2])) if int(found[2]) else Fraction(-1)
    above, _, below = text.partition("/")
    return Fraction(above) / Fraction(below) if below and int(below) else Fraction(above)


def sizes(match: re.Match[str], *places: str) -> tuple[Fraction, ...]:
    return tuple(size(match[place]) for place in places)
