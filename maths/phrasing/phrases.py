"""The phrases of the lexicon as patterns: each compiled when a text first comes near it.

Sources are regular expressions with conveniences: a blank stands for one blank or more (in Korean for any number, as
people space it as they like), ` ?` and ` *` for any number, `[ ]` for exactly one; a Latin phrase is never a part of a
longer word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_KOREAN = re.compile(r"[가-힣]")
_LETTER = re.compile(r"[A-Za-z가-힣]")
_ENDS_IN_LATIN = re.compile(r"[A-Za-z)?+*]$")
_SPACES = re.compile(r"(?<!\[) [?*]")


class Phrases(Mapping[str, tuple[re.Pattern[str], ...]]):
    """For each symbol its phrases as patterns."""

    def __init__(self, sources: Mapping[str, tuple[str, ...]]) -> None:
        self._sources = sources
        self._patterns: dict[str, tuple[re.Pattern[str], ...]] = {}
        self._firsts: dict[str, frozenset[str] | None] = {}

    def __getitem__(self, symbol: str) -> tuple[re.Pattern[str], ...]:
        found = self._patterns.get(symbol)
        if found is None:
            found = self._patterns[symbol] = tuple(_compiled(source) for source in self._sources[symbol])
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)

    @property
    def sources(self) -> Iterator[str]:
        """Every phrase as it is written."""
        for phrases in self._sources.values():
            yield from phrases

    def ends(self, symbol: str, text: str, at: int) -> set[int]:
        """Where phrases of a symbol that start at an offset end."""
        if symbol not in self._firsts:
            self._firsts[symbol] = _first_letters(self._sources[symbol])
        firsts = self._firsts[symbol]
        if firsts is not None and text[at : at + 1].lower() not in firsts:
            return set()
        return {match.end() for pattern in self[symbol] if (match := pattern.match(text, at))}


def _compiled(source: str) -> re.Pattern[str]:
    korean = _KOREAN.search(source) is not None
    blanks = r"\s*" if korean else r"[ \n]+"
    expression = _SPACES.sub(r"\\s*", source).replace("[ ]", "\0").replace(" ", blanks).replace("\0", "[ ]")
    start = r"(?<![A-Za-z\\])" if not korean and re.match(r"[A-Za-z(]", source) else ""
    end = r"(?![A-Za-z])" if not korean and _ENDS_IN_LATIN.search(source) else ""
    return re.compile(f"{start}(?:{expression}){end}", re.IGNORECASE)


def _first_letters(sources: tuple[str, ...]) -> frozenset[str] | None:
    """The letters, in lower case, that the phrases can begin with; None where one may begin with something else."""
    found: set[str] = set()
    for source in sources:
        letters = _beginnings(source)
        if letters is None or "" in letters:
            return None
        found |= letters
    return frozenset(found)


def _beginnings(source: str) -> set[str] | None:
    """First letters of an expression; "" among them where it may be empty; None where it is not read here."""
    alternatives = _alternatives(source)
    if len(alternatives) > 1:
        return _union(_beginnings(alternative) for alternative in alternatives)
    if not source:
        return {""}
    first, rest = _first_part(source)
    following = source[rest : rest + 1]
    if first is None or following in ("{", "+"):
        return None
    if following in ("?", "*"):
        first, rest = first | {""}, rest + 1
    if "" not in first:
        return first
    may_begin_with_a_blank = source[rest:].startswith(" ")
    return None if may_begin_with_a_blank else _union((first - {""}, _beginnings(source[rest:])))


def _first_part(source: str) -> tuple[set[str] | None, int]:
    """The beginnings of a leading letter or group, and where it ends."""
    if source[0] == "(":
        end = _closing(source)
        inner = source[1:end].removeprefix("?:")
        return (None if inner.startswith("?") else _beginnings(inner)), end + 1
    return ({source[0].lower()} if _LETTER.match(source) else None), 1


def _union(parts: Iterator[set[str] | None] | tuple[set[str] | None, ...]) -> set[str] | None:
    found: set[str] = set()
    for part in parts:
        if part is None:
            return None
        found |= part
    return found


def _alternatives(source: str) -> list[str]:
    """The parts between the bars that stand in no bracket."""
    parts, depth, start, place = [], 0, 0, 0
    while place < len(source):
        letter = source[place]
        if letter == "\\":
            place += 1
        elif letter in "([":
            depth += 1
        elif letter in ")]":
            depth -= 1
        elif letter == "|" and depth == 0:
            parts.append(source[start:place])
            start = place + 1
        place += 1
    return [*parts, source[start:]]


def _closing(source: str) -> int:
    """The offset of the bracket that closes the one the expression begins with."""
    depth, place = 0, 0
    while place < len(source):
        letter = source[place]
        if letter == "\\":
            place += 1
        elif letter == "(":
            depth += 1
        elif letter == ")":
            depth -= 1
            if depth == 0:
                return place
        place += 1
    return len(source)
