"""Words whose reach nobody hears: "the square root of 16 + 9" may be 5 or 13.

Between fences (`$16 + 9$`) or in brackets what belongs together is seen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.families.settled import UndecidedError
from maths.message import Message
from maths.reading.tokens import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.phrasing.chart import Chart
    from maths.reading.tokens import Token

_BEFORE = re.compile(
    r"\b(?:(?:(?:square|cube|fourth|fifth|[0-9]+(?:th|st|nd|rd)) root|half"
    r"|(?:one |a )?(?:third|quarter|fourth|fifth|tenth)|thirds|quarters|square|cube|reciprocal|opposite|negative"
    r"|absolute value) of|(?:twice|thrice|double|triple)|(?:percent|%|[0-9]/[0-9]+) of)\s+(?=[-−\d(√a-z\\])",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"의\s*(?:양의\s*)?(?:제곱|세제곱|네제곱|절댓값|절대값|역수|절반|[0-9]+\s*(?:배|%|제곱)|두\s*배|세\s*배)"
)
_ONE_NUMBER = re.compile(r"복소수\s*[^가-힣]*$")  # "복소수 3+4i의 절댓값": the whole is one number
_SIGNS = frozenset({"+", "-", "±"})


def refuse_unheard_reach(chart: Chart) -> None:
    """Raises UndecidedError where a sum stands bare beside words that may take the whole of it or one term."""
    for found in _BEFORE.finditer(chart.text):
        place = next((i for i, token in enumerate(chart.tokens) if token.start >= found.end()), len(chart.tokens))
        _refuse(_first_sum(chart, chart.tokens[place:]), found.group())
    for found in _AFTER.finditer(chart.text):
        if _ONE_NUMBER.search(chart.text, 0, found.start()):
            continue
        before = [token for token in chart.tokens if token.end <= found.start()]
        _refuse(_first_sum(chart, before[::-1], backward=True), found.group())


def _first_sum(chart: Chart, tokens: Sequence[Token], *, backward: bool = False) -> str | None:
    """The first sign between two terms of the formula that begins here, outside of brackets and fences."""
    depth = 0
    for place, token in enumerate(tokens):
        depth += ((token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE)) * (-1 if backward else 1)
        word = token.kind is Kind.WORD and len(token.text) > 1
        if depth < 0 or chart.fenced[token.start] or word or token.kind in {Kind.HANGUL, Kind.END}:
            return None
        if depth == 0 and token.text in {",", ";", ".", "?", "=", "<", ">", "<=", ">="}:
            return None
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        first = after is None or after.kind in {Kind.HANGUL, Kind.END} if backward else place == 0
        if depth == 0 and token.kind is Kind.SYMBOL and token.text in _SIGNS and not first:
            return token.text
    return None


def _refuse(sign: str | None, words: str) -> None:
    if sign is not None:
        raise UndecidedError(
            Message(
                "It is not clear whether “{words}” reaches beyond the sign {sign}: put brackets there.",
                words=words.strip(),
                sign=sign,
            )
        )
