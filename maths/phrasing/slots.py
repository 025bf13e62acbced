"""Open places of a closed sentence: a person's name, a noun, the name of a kind; and whole numbers in any spelling.

A slot takes words that cannot change what the sentence means, because everything around it is fixed. Words that count,
negate, compare, order or restrict are refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.phrasing.spelled import CARDINALS, COUNTS_KO, PARTS, RANKS, RANKS_KO, one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.phrasing.chart import Chart, Parser

_REFUSED = (
    frozenset(
        """
    no not none never nothing nobody neither nor without except but unless only least most more less fewer few many
    exactly each every all any both either different distinct same identical equal other another others or and if who
    that which whose whom when where while until before after than then as replaced replacement replacing return
    returned last next half halves twice double triple thrice once pair pairs dozen unfair biased weighted loaded
    in on at of to from with by for into out over under between among per
    is are was were be been being am has have had do does did can could may might must shall should will would
    one ones two some several such so too also instead rather least greater smaller larger bigger higher lower
    even odd prime composite square cube multiple factor divisor digit digits sum product total difference mean median
    number numbers numbered integer integers probability chance odds expected average random randomly
    the this these those it its he she they we you i a an my your his her their our
    consecutive adjacent together apart order ordered arrangement way ways distinguishable indistinguishable
    heads tails head tail what how why fair
    """.split()  # noqa: SIM905 - a list of words
    )
    | CARDINALS.keys()
    | RANKS.keys()
    | PARTS.keys()
)
_WORD = re.compile(r"[A-Za-z]+(?:[-'][A-Za-z]+)*(?![A-Za-z])")
_NAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][a-z]+(?![A-Za-z])")
_HANGUL = re.compile(r"[가-힣]+")
_REFUSED_KO = re.compile(
    "안|않|못|없|아닌|아니|제외|빼고|적어도|최소|최대|이상|이하|미만|초과|모두|각각|서로|다른|같은|만|또는|혹은|이나|번째|"
    "동시|다시|하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열|정확"
)
_AND = re.compile(r",?\s*and(?![A-Za-z])", re.IGNORECASE)
_COMMA = re.compile(r"[,;]")
_WHOLE = re.compile(r"[0-9]{1,3}(?:,(?:\\!)?[0-9]{3})+(?![0-9])|[0-9]{1,9}(?![0-9]|[.,][0-9])")
_CARDINAL = one_of(CARDINALS)
_SINGLE = one_of(CARDINALS | {"a": 1, "an": 1})
_COUNT_KO = one_of(COUNTS_KO | {"하나": 1, "둘": 2, "셋": 3, "넷": 4})
_RANK = one_of(RANKS)
_RANK_KO = one_of(RANKS_KO)


def whole(chart: Chart, at: int) -> Iterator[tuple[int, int]]:
    """`7`, `seven`, `10,000`"""
    at = chart.skip(at)
    if match := _WHOLE.match(chart.text, at):
        chart.skip(match.end())
        yield match.end(), int(re.sub(r"[^0-9]", "", match.group()))
    yield from _CARDINAL(chart, at)


def whole_or_article(chart: Chart, at: int) -> Iterator[tuple[int, int]]:
    """`7`, `seven`, `a`"""
    yield from whole(chart, at)
    for end, value in _SINGLE(chart, at):
        if value == 1:
            yield end, value


def count_ko(chart: Chart, at: int) -> Iterator[tuple[int, int]]:
    """`3`, `세`, `셋`"""
    yield from whole(chart, at)
    yield from _COUNT_KO(chart, at)


def rank(chart: Chart, at: int) -> Iterator[tuple[int, int]]:
    """`first`, `2nd`"""
    yield from _RANK(chart, at)


def rank_ko(chart: Chart, at: int) -> Iterator[tuple[int, int]]:
    """`첫 번째`, `둘째`"""
    yield from _RANK_KO(chart, at)


def between(chart: Chart, at: int) -> Iterator[tuple[int, str]]:
    """What stands between the members of a list of words: `, and`, `and`, a comma."""
    at = chart.skip(at)
    for separating in (_AND, _COMMA):
        if match := separating.match(chart.text, at):
            chart.skip(match.end())
            yield match.end(), "AND"


def harmless(text: str) -> bool:
    """Whether none of the words counts, negates, compares, orders or restricts."""
    return all(
        word not in _REFUSED and not word.startswith("un") and word != "non" for word in re.split(r"[ -]", text.lower())
    )


def harmless_ko(text: str) -> bool:
    """Whether nothing in the Korean text counts, negates, compares, orders or restricts."""
    return _REFUSED_KO.search(text) is None


def noun(most: int = 2) -> Parser[str]:
    """One word, or several up to `most`, in lower case: the name of things."""

    def parse(chart: Chart, at: int) -> Iterator[tuple[int, str]]:
        start = end = chart.skip(at)
        for _ in range(most):
            match = _WORD.match(chart.text, chart.skip(end))
            if not match or not harmless(match.group()):
                return
            end = match.end()
            chart.skip(end)
            yield end, " ".join(chart.text[start:end].lower().split())

    return parse


def person(chart: Chart, at: int) -> Iterator[tuple[int, str]]:
    """A name with a capital letter."""
    at = chart.skip(at)
    match = _NAME.match(chart.text, at)
    if match and harmless(match.group().rsplit(" ", 1)[-1]):
        chart.skip(match.end())
        yield match.end(), match.group()


def noun_ko(chart: Chart, at: int) -> Iterator[tuple[int, str]]:
    """A run of Hangul of every length: particles behind it are read by what follows."""
    at = chart.skip(at)
    match = _HANGUL.match(chart.text, at)
    for length in range(len(match.group()) if match else 0, 0, -1):
        found = chart.text[at : at + length]
        if not _REFUSED_KO.search(found):
            chart.skip(at + length)
            yield at + length, found


def stem(word: str) -> str:
    """A noun without the sign of the plural: `marbles`, `boxes`, `cherries`, `marble` are held against each other."""
    for ending, single in (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 1 and not word.endswith("ss"):
            return word[: -len(ending)] + single
    return word
