"""The same statement with its sentences in another order: what is given at the end may as well be said first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_WORDINGS = 4
_GIVEN = re.compile(
    r"[,;]?\s+(?:if|where|given\s+that|given|when|provided\s+that|assuming(?:\s+that)?|with|for)\s+(?=[$\\A-Za-z])",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.?!])\$?\s+(?=[A-Z가-힣])")
_END = re.compile(r"[\s.?!]+$")
_REQUEST = re.compile(
    r"(?:what|which|find|compute|calculate|evaluate|determine|solve|express|give|simplify|how|state)\b", re.IGNORECASE
)


def other_orders(problem: str) -> Iterator[str]:
    """`Find f(3) if f(x) = 2x.` as `If f(x) = 2x, find f(3).`, for every place where the condition may begin."""
    starts = [match.end() for match in _SENTENCE.finditer(problem)]
    start = starts[-1] if starts else 0
    before, last = problem[:start], problem[start:]
    if not _REQUEST.match(last):
        return
    fences = [match.start() for match in re.finditer(r"\$", last)]
    for count, given in enumerate(_GIVEN.finditer(last)):
        if count >= MAX_WORDINGS:
            return
        if sum(place < given.start() for place in fences) % 2:
            continue
        asked, condition = last[: given.start()], _END.sub("", last[given.end() :])
        if condition.count("$") % 2:
            condition += "$"
        if asked and condition:
            yield f"{before}If {condition}, {asked[0].lower()}{asked[1:]}?"
