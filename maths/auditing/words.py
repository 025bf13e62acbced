"""Lists of words, written as words."""

from __future__ import annotations


def wordset(text: str) -> frozenset[str]:
    return frozenset(text.split())
