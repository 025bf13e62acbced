"""Numbers and ranks in words, as a sentence names them: `third`, `twenty-two fifths`, `두 번째`, `소수 셋째`."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maths.phrasing.chart import Chart, Parser

T = TypeVar("T")

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_MISSPELT = {"fourty": 40, "fourteeen": 14, "fourtteen": 14, "ninty": 90, "fourtheen": 14}
_RANKS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]


def _cardinals() -> dict[str, int]:
    small = dict(zip(ONES, range(20), strict=True))
    tens = {word: 10 * n for n, word in enumerate(_TENS, 2)} | {
        word: value
        for word, value in _MISSPELT.items()
        if value >= 20  # noqa: PLR2004 - tens
    }
    found = small | {word: value for word, value in _MISSPELT.items() if value < 20} | tens  # noqa: PLR2004 - ones
    for word, value in tens.items():
        for digit, one in enumerate(ONES[1:10], 1):
            found |= {f"{word}-{one}": value + digit, f"{word} {one}": value + digit}
    return found


CARDINALS = _cardinals()
RANKS = dict(zip(_RANKS, range(1, 13), strict=True)) | {
    "1st": 1, "2nd": 2, "3rd": 3, **{f"{n}th": n for n in range(4, 13)},
}  # fmt: skip
_NATIVE = ["첫", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"]
_NATIVE_SHORT = ["첫", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열"]
RANKS_KO = {
    **{f"{word} 번째": n for n, word in enumerate(_NATIVE, 1)},
    **{f"{n} 번째": n for n in range(1, 13)},
    **{f"{word}째": n for n, word in enumerate(_NATIVE_SHORT, 1)},
}
COUNTS_KO = {
    word: n for n, word in enumerate(["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"], 1)
} | {word: n for n, word in enumerate(["일", "이", "삼", "사", "오", "육", "칠", "팔", "구", "십"], 1)}
_PARTS = {
    2: ("half", "halves"), 3: ("third", "thirds"), 4: ("quarter", "quarters", "fourth", "fourths"),
    **{n: (rank, f"{rank}s") for n, rank in enumerate(_RANKS[4:], 5)},
    20: ("twentieth", "twentieths"), 100: ("hundredth", "hundredths"),
}  # fmt: skip
PARTS = {word: n for n, words in _PARTS.items() for word in words}


def one_of(table: Mapping[str, T]) -> Parser[T]:
    """A word of the table and its meaning; the longest first, never part of a longer Latin word."""

    @cache
    def compiled() -> tuple[re.Pattern[str], dict[str, T]]:
        longest = sorted(table, key=len, reverse=True)
        pattern = re.compile("|".join(_word(word) for word in longest), re.IGNORECASE)
        return pattern, {_key(word): value for word, value in table.items()}

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, T]]:
        at = chart.skip(at)
        pattern, values = compiled()
        if match := pattern.match(chart.text, at):
            chart.skip(match.end())
            yield match.end(), values[_key(match.group())]

    return parse


def _word(word: str) -> str:
    spaced = r"[\s-]*" if re.search("[가-힣]", word) else r"[\s-]+"
    pieces = [re.escape(piece) for piece in re.split(r"[ -]", word)]
    before = r"(?<![A-Za-z])" if word[0].isascii() else ""
    after = r"(?![A-Za-z])" if word[-1].isascii() else ""
    return f"{before}{spaced.join(pieces)}{after}"


def _key(text: str) -> str:
    return re.sub(r"[\s-]+", "", text).lower()


_DIGITS = re.compile(r"[0-9]{1,3}(?![0-9.,])")
_CARDINAL = one_of(CARDINALS)
_CARDINAL_OR_ARTICLE = one_of(CARDINALS | {"a": 1, "an": 1})
_PART = one_of(PARTS)
_HALF = one_of({"half": 0})


def count(chart: Chart, at: int) -> Iterator[tuple[int, int]]:
    """`3`, `three`: a small whole number in figures or words."""
    at = chart.skip(at)
    if match := _DIGITS.match(chart.text, at):
        chart.skip(match.end())
        yield match.end(), int(match.group())
    yield from _CARDINAL(chart, at)


def fraction(chart: Chart, at: int) -> Iterator[tuple[int, Fraction]]:
    """`twenty-two fifths`, `three quarters`, `a half`, `one third`."""
    at = chart.skip(at)
    for end, above in _CARDINAL_OR_ARTICLE(chart, at):
        for last, below in _PART(chart, end):
            yield last, Fraction(above, below)
    yield from ((end, Fraction(1, 2)) for end, _ in _HALF(chart, at))
