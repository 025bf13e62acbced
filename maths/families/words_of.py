"""Answers that are words: what a learner may write for them."""

from __future__ import annotations

import re

from maths.message import Message
from maths.verdict import Standing, Verdict

_WORDS = {
    "diverges": ("diverges", "divergent", "it diverges", "does not converge", "발산", "발산한다", "발산합니다"),
    "does not exist": (
        "does not exist", "dne", "it does not exist", "there is no limit", "no limit", "존재하지 않는다",
        "존재하지 않습니다", "존재하지 않음", "극한이 존재하지 않는다", "없다",
    ),
    "converges": ("converges", "convergent", "it converges", "수렴", "수렴한다", "수렴합니다"),
    "converges absolutely": ("converges absolutely", "absolutely convergent", "절대수렴", "절대수렴한다", "절대 수렴"),
    "converges conditionally": (
        "converges conditionally", "conditionally convergent", "조건수렴", "조건부 수렴", "조건수렴한다",
    ),
}  # fmt: skip


def heard(right: str, given: str) -> Verdict | None:
    """Whether the words given mean the right ones; None where they are no words of this kind."""
    said = re.sub(r"\s+", " ", given.strip().rstrip(".!").lower())
    meant = {key for key, words in _WORDS.items() if said in words}
    if not meant:
        return None
    if right in meant or (right.startswith("converges ") and "converges" in meant):
        return Verdict(Standing.VERIFIED, Message("what is said is what was decided"))
    return Verdict(Standing.REFUTED, None, Message("That is not what was decided."))
