"""Where a mistake stands in what somebody typed: the line, and a caret below the place. Pure."""

from __future__ import annotations

import unicodedata

SEEN = 28  # characters before and after the place
_WIDE = frozenset("WF")


def pointed(typed: str, place: int) -> str:
    """A code block with the line that holds the place and a caret under it; long lines are cut on both sides."""
    place = max(0, min(place, len(typed)))
    start = typed.rfind("\n", 0, place) + 1
    end = typed.find("\n", place)
    line = typed[start : len(typed) if end < 0 else end].expandtabs(1)
    at = place - start
    first, last = max(0, at - SEEN), min(len(line), at + SEEN)
    before = ("…" if first else "") + line[first:at]
    after = line[at:last] + ("…" if last < len(line) else "")
    shown = _plain(before + after)
    return f"```\n{shown}\n{_blank(_plain(before))}^\n```"


def _plain(line: str) -> str:
    """No fence inside the fence, nothing that moves the letters about."""
    return "".join("ˋ" if c == "`" else c if c.isprintable() else " " for c in line)


def _blank(line: str) -> str:
    """As wide as the line in letters of one width; combining signs take no place."""
    return "".join(
        "" if unicodedata.combining(c) else "\u3000" if unicodedata.east_asian_width(c) in _WIDE else " " for c in line
    )
