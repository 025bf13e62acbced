r"""Markdown with LaTeX in it to Markdown with readable Unicode in it.

`plain` is total: it raises nothing, whatever it is given, and returns in time linear in the text.
It leaves code spans, escapes of Markdown and money ("$5 and $6") as they are; no LaTeX command keeps
its backslash, no group its braces.
"""

from __future__ import annotations

import re
from functools import lru_cache

from maths.bounds import MAX_PLAIN_LENGTH
from maths.showing.plain_formula import TooDeepError, formula

_OPENER = re.compile(r"```|`|\$\$|\\\[|\\\(|\\\$|\\[*_~|`>#]|\$|\\begin\s*\{[^{}]*\}|\\[A-Za-z]+|(?<=[\w)\]])[_^]\{")
_CLOSERS = {"$$": "$$", "\\[": "\\]", "\\(": "\\)", "```": "```", "`": "`"}
_INLINE = re.compile(r"\$(?![\s$])((?:[^$\n\\]|\\.|\n(?!\s*\n))*)(?<!\s)\$(?![\d$])", re.DOTALL)
_SCRIPT = re.compile(r"[_^](?:\{[^{}]{0,200}\}|[A-Za-z0-9])")
_BRACKETS = re.compile(r"[{}\[\]]")
_WORDS = re.compile(r"[^\W\d_]{2}\s+[^\W\d_]{2}")
_TOUCHING = frozenset("()[]^/!")
_LONGEST_ARGUMENT = 2_000  # characters of a group behind a command that stands outside of dollars


def plain(text: str) -> str:
    """The text with its mathematics in Unicode. Beyond `MAX_PLAIN_LENGTH` characters LaTeX is only stripped."""
    if "\\" not in text and "$" not in text and "{" not in text:
        return text
    if len(text) > MAX_PLAIN_LENGTH:
        return _stripped(text)
    return _Scanner(text).rendered()


class _Scanner:
    """Walks from one opening delimiter to the next; a delimiter found without its partner is never looked for again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._shown: list[str] = []
        self._alone: set[str] = set()
        self._groups: dict[int, int] | None = None

    def rendered(self) -> str:
        place = 0
        while match := _OPENER.search(self._text, place):
            self._shown.append(self._text[place : match.start()])
            place = self._take(match)
        self._shown.append(self._text[place:])
        return "".join(self._shown)

    def _take(self, match: re.Match[str]) -> int:  # noqa: PLR0911 - a line a delimiter
        """Show what begins here; return where to go on."""
        opener = match.group()
        if opener == "\\$":
            self._shown.append("$")
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
            self._shown.append(opener)
            return match.end()
        return self._command(match.start(), match.end())

    def _dollar(self, match: re.Match[str]) -> int:
        found = _INLINE.match(self._text, match.start())
        before = self._text[match.start() - 1 : match.start()]
        if found is None or before.isalnum() or not _is_mathematics(found.group(1)):
            self._shown.append("$")
            return match.end()
        self._shown.append(_formula(found.group(1)))
        return found.end()

    def _enclosed(self, opener: str, start: int) -> int:
        closer = _CLOSERS[opener]
        end = -1 if opener in self._alone else self._text.find(closer, start)
        if end <= start:
            self._alone.add(opener)
            self._shown.append(opener.lstrip("\\"))
            return start
        content = self._text[start:end]
        self._shown.append(f"{opener}{content}{closer}" if "`" in opener else _formula(content))
        return end + len(closer)

    def _environment(self, opener: str, match: re.Match[str]) -> int:
        closer = re.sub(r"begin\s*", "end", opener)
        end = -1 if closer in self._alone else self._text.find(closer, match.end())
        if end < 0:
            self._alone.add(closer)
            return match.end()
        self._shown.append(_formula(self._text[match.start() : end + len(closer)]))
        return end + len(closer)

    def _command(self, start: int, end: int) -> int:
        """A command outside of dollars, with the groups and scripts that follow it."""
        end = self._past_groups(end)
        while script := _SCRIPT.match(self._text, end):
            end = script.end()
        shown = _formula(self._text[start:end])
        after, before = self._text[end : end + 1], self._text[start - 1 : start] if start else ""
        if "/" in shown and (after.isalnum() or before.isalnum() or after in _TOUCHING or before in _TOUCHING):
            shown = f"({shown})"
        if shown[-1:].isalpha() and after.isalnum():
            shown += " "
        self._shown.append(shown)
        return end

    def _script(self, start: int, end: int) -> int:
        """`x^{2}` outside of dollars."""
        closing = self._partners().get(end - 1, 0)
        if not closing or closing - start > _LONGEST_ARGUMENT:
            self._shown.append(self._text[start])
            return end
        self._shown.append(_formula(f"x{self._text[start:closing]}").removeprefix("x"))
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


@lru_cache(maxsize=1024)
def _formula(latex: str) -> str:
    try:
        return formula(latex)
    except TooDeepError:
        return _stripped(latex)


def _stripped(text: str) -> str:
    return re.sub(r"\\|[{}]", "", text)
