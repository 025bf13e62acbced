r"""Markdown with LaTeX in it, cut where mathematics begins and ends.

Code spans, escapes of Markdown and money ("$5 and $6") are prose. Commands that stand outside of any dollars are
mathematics all the same. Total, in time linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

_OPENER = re.compile(r"```|`|\$\$|\\\[|\\\(|\\\$|\\[*_~|`>#]|\$|\\begin\s*\{[^{}]*\}|\\[A-Za-z]+|(?<=[\w)\]])[_^]\{")
_CLOSERS = {"$$": "$$", "\\[": "\\]", "\\(": "\\)", "```": "```", "`": "`"}
_DISPLAYED = frozenset({"$$", "\\["})
_INLINE = re.compile(r"\$(?![\s$])((?:[^$\n\\]|\\.|\n(?!\s*\n))*)(?<!\s)\$(?![\d$])", re.DOTALL)
_SCRIPT = re.compile(r"[_^](?:\{[^{}]{0,200}\}|[A-Za-z0-9])")
_BRACKETS = re.compile(r"[{}\[\]]")
_WORDS = re.compile(r"[^\W\d_]{2}\s+[^\W\d_]{2}")
_LONGEST_ARGUMENT = 2_000  # characters of a group behind a command that stands outside of dollars


class Place(Enum):
    """Where a piece of the text stands."""

    PROSE = auto()
    CODE = auto()
    INLINE = auto()
    DISPLAY = auto()
    LOOSE = auto()  # a command outside of dollars
    SCRIPT = auto()  # `^{2}` outside of dollars, behind its base


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text: prose and code as they are shown, mathematics as its LaTeX without delimiters."""

    text: str
    place: Place


def spans(text: str) -> list[Span]:
    return _Scanner(text).spans()


class _Scanner:
    """Walks from one opening delimiter to the next; a delimiter found without its partner is never looked for again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[Span] = []
        self._alone: set[str] = set()
        self._groups: dict[int, int] | None = None

    def spans(self) -> list[Span]:
        place = 0
        while match := _OPENER.search(self._text, place):
            self._add(self._text[place : match.start()])
            place = self._take(match)
        self._add(self._text[place:])
        return self._found

    def _add(self, text: str, place: Place = Place.PROSE) -> None:
        if text or place is not Place.PROSE:
            self._found.append(Span(text, place))

    def _take(self, match: re.Match[str]) -> int:  # noqa: PLR0911 - a line a delimiter
        """Keep what begins here; return where to go on."""
        opener = match.group()
        if opener == "\\$":
            self._add("$")
            return match.end()
        if opener == "$":
            return self._dollar(match)
        if opener in _CLOSERS:
            return self._enclosed(opener, match.end())
        if opener.startswith("\\begin"):
            return self._environment(opener, match)
        if opener[1] == "{":
            return self._script(match.start(), match.end())
        if not opener[1].isalpha():
            self._add(opener)
            return match.end()
        return self._command(match.start(), match.end())

    def _dollar(self, match: re.Match[str]) -> int:
        found = _INLINE.match(self._text, match.start())
        before = self._text[match.start() - 1 : match.start()]
        if found is None or before.isalnum() or not _is_mathematics(found.group(1)):
            self._add("$")
            return match.end()
        self._add(found.group(1), Place.INLINE)
        return found.end()

    def _enclosed(self, opener: str, start: int) -> int:
        closer = _CLOSERS[opener]
        end = -1 if opener in self._alone else self._text.find(closer, start)
        if end <= start:
            self._alone.add(opener)
            self._add(opener.lstrip("\\"))
            return start
        content = self._text[start:end]
        if "`" in opener:
            self._add(f"{opener}{content}{closer}", Place.CODE)
        else:
            self._add(content, Place.DISPLAY if opener in _DISPLAYED else Place.INLINE)
        return end + len(closer)

    def _environment(self, opener: str, match: re.Match[str]) -> int:
        closer = re.sub(r"begin\s*", "end", opener)
        end = -1 if closer in self._alone else self._text.find(closer, match.end())
        if end < 0:
            self._alone.add(closer)
            return match.end()
        self._add(self._text[match.start() : end + len(closer)], Place.DISPLAY)
        return end + len(closer)

    def _command(self, start: int, end: int) -> int:
        """A command outside of dollars, with the groups and scripts that follow it."""
        end = self._past_groups(end)
        while script := _SCRIPT.match(self._text, end):
            end = script.end()
        self._add(self._text[start:end], Place.LOOSE)
        return end

    def _script(self, start: int, end: int) -> int:
        """`x^{2}` outside of dollars."""
        closing = self._partners().get(end - 1, 0)
        if not closing or closing - start > _LONGEST_ARGUMENT:
            self._add(self._text[start])
            return end
        self._add(self._text[start:closing], Place.SCRIPT)
        return closing

    def _past_groups(self, place: int) -> int:
        partners = self._partners()
        while place < (end := partners.get(place, 0)) <= place + _LONGEST_ARGUMENT:
            place = end
        return place

    def _partners(self) -> dict[int, int]:
        """Where each bracket's group ends, found once for the whole text."""
        if self._groups is None:
            self._groups = {}
            opened: dict[str, list[int]] = {"}": [], "]": []}
            for match in _BRACKETS.finditer(self._text):
                bracket = match.group()
                if bracket in "{[":
                    opened["}" if bracket == "{" else "]"].append(match.start())
                elif opened[bracket]:
                    self._groups[opened[bracket].pop()] = match.end()
        return self._groups


def _is_mathematics(content: str) -> bool:
    """Whether what stands between two dollars is a formula rather than prose between two prices."""
    if "\\" in content or "^" in content:
        return True
    return bool(content) and not (content[0].isdigit() and _WORDS.search(content))
