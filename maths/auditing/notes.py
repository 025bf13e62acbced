"""Calculator notes: `<<3*4=12>>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.auditing.claim import Claim, Side

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOTE = re.compile(r"<<([^<>=\n]{1,300})=([^<>=\n]{1,60})>>")
_SHOWN = re.compile(r"\s?\$?(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?![\d,]*[\d])")
_ANY_NOTE = re.compile(r"<<[^<>\n]{0,400}>>")


def claims(text: str) -> Iterator[Claim]:
    for match in _NOTE.finditer(text):
        left, right = (_side(part) for part in match.groups())
        yield Claim(left, right, about=False, place=match.start(), start=match.start(), end=match.end(), noted=True)
        shown = _SHOWN.match(text, match.end())
        if shown is not None and right.formula:
            yield Claim(
                right,
                _side(shown[1]),
                about=False,
                place=match.start(),
                start=match.start(),
                end=shown.end(),
                noted=True,
            )


def _side(written: str) -> Side:
    return Side(re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", written).replace("$", "").strip())


def blanked(text: str) -> str:
    """The text without its notes, every other character at its place."""
    return _ANY_NOTE.sub(lambda match: " " * len(match.group()), text)
