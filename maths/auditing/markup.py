"""Markdown in prose turned to blanks, every other character at its place."""

from __future__ import annotations

import re

_LIST_MARK = re.compile(
    r"^[ \t>]*(?:[-*•‣▪]\s+|(?:\d{1,2}|[A-Za-z])[.)]\s+|#{1,6}\s+|(?:Step|STEP|단계)\s*\d+\s*[:.)]?|\d단계\s*[:.)]?)",
    re.MULTILINE,
)
_POWER = r"(?<=[\d)])\*\*(?=[\d(-])|(?<=[\d)] )\*\*(?= [\d(-])"
_EMPHASIS = re.compile(rf"(?P<power>{_POWER})|\*\*|`|__|~~")
_ESCAPED = re.compile(r"\\(?=[*$%#_+\-])")


def unmarked(text: str) -> str:
    text = _LIST_MARK.sub(lambda match: " " * len(match.group()), text)
    text = _EMPHASIS.sub(lambda match: match["power"] or " " * len(match.group()), text)
    return _ESCAPED.sub(" ", text)
