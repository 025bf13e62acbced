"""Whole numbers as people type them."""

from __future__ import annotations

import re

MAX_TYPED = 60
_NUMBER = re.compile(r"[-−–]?\s?\d{1,3}(?:,\d{3})+(?!\d)|[-−–]?\s?\d+")
_FRACTION = re.compile(r"\d\s*[./:]\s*\d")


def whole_number(text: str) -> int | None:
    """The only whole number of a short text: `12`, `x = 12`, `1,024`, `답은 12입니다`; None where there is not one."""
    if len(text) > MAX_TYPED or _FRACTION.search(text):
        return None
    found = _NUMBER.findall(text)
    if len(found) != 1:
        return None
    digits = re.sub(r"[,\s]", "", found[0])
    return -int(digits[1:]) if digits[0] in "-−–" else int(digits)
