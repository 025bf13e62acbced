"""The phrases of the lexicon: read near their own first letters only, and no phrase is lost by that."""

from __future__ import annotations

import pytest

from maths.phrasing.lexicon import PHRASES
from maths.phrasing.phrases import Phrases


@pytest.mark.parametrize(
    ("source", "text", "ends"),
    [
        ("find", "find x", {4}),
        ("find", "Find x", {4}),
        ("(the |a )?sum of", "the sum of", {10}),
        ("(the |a )?sum of", "sum of", {6}),
        ("(the |a )?sum of", "a sum of", {8}),
        ("colou?r", "color", {5}),
        ("a?b", "b", {1}),
        ("what( is|'s)", "what's", {6}),
        ("one|two", "two", {3}),
        ("(이|저)? 문제", "저 문제", {4}),
        ("(이|저)? 문제", "문제", {2}),
        (r"\d+ cm", "12 cm", {5}),
        ("[.?]+", "..", {2}),
        ("find", "finding", set()),
        ("find", "xfind", set()),
    ],
)
def test_a_phrase_is_found_where_it_starts(source: str, text: str, ends: set[int]) -> None:
    assert Phrases({"S": (source,)}).ends("S", text, 0) == ends


def test_looking_at_first_letters_loses_no_phrase() -> None:
    """Each plain word of each source is tried at its own start, with and without the look at the first letter."""
    words = {word for source in PHRASES.sources for word in source.replace("(", " ").replace("|", " ").split()}
    texts = sorted(word for word in words if word.isalpha())
    for symbol in PHRASES:
        for text in texts[:: max(1, len(texts) // 150)]:
            slow = {match.end() for pattern in PHRASES[symbol] if (match := pattern.match(text, 0))}
            assert PHRASES.ends(symbol, text, 0) == slow, (symbol, text)
