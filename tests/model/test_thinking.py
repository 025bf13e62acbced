"""Thinking is kept apart from the answer however the stream is cut."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.thinking import Opening, Splitter
from tutor.ports import Text, Thought

ANSWER, THINKING, UNKNOWN = Opening.ANSWER, Opening.THINKING, Opening.UNKNOWN


def split(chunks: list[str], opening: Opening) -> list[tuple[str, str]]:
    """The pieces as (kind, text), neighbours of one kind joined."""
    splitter = Splitter(opening)
    pieces = [piece for chunk in chunks for piece in splitter.feed(chunk)]
    pieces = [piece for piece in (*pieces, *splitter.finish()) if piece.text]
    joined: list[tuple[str, str]] = []
    for piece in pieces:
        kind = "thought" if isinstance(piece, Thought) else "text"
        if joined and joined[-1][0] == kind:
            joined[-1] = (kind, joined[-1][1] + piece.text)
        else:
            joined.append((kind, piece.text))
    return joined


@pytest.mark.parametrize(
    ("opening", "written", "expected"),
    [
        (ANSWER, "x = 2", [("text", "x = 2")]),
        (ANSWER, "<think>hm</think>\n\nx = 2", [("thought", "hm"), ("text", "x = 2")]),
        (ANSWER, "\n<think>hm</think>5", [("thought", "hm"), ("text", "5")]),
        (ANSWER, "<think>hm", [("thought", "hm")]),
        (
            ANSWER,
            "<think>a</think>b<think>c</think>d",
            [("thought", "a"), ("text", "b"), ("thought", "c"), ("text", "d")],
        ),
        (ANSWER, "1 < 2 <thin", [("text", "1 < 2 <thin")]),
        (ANSWER, "a</think>b", [("text", "ab")]),
        (ANSWER, "<think>a<think>b</think>c", [("thought", "ab"), ("text", "c")]),
        (THINKING, "hm, 2?</think> 5", [("thought", "hm, 2?"), ("text", "5")]),
        (THINKING, "hm, 2?", [("thought", "hm, 2?")]),
        (THINKING, "<think>hm</think>5", [("thought", "hm"), ("text", "5")]),
        (UNKNOWN, "hm, 2?</think>5", [("thought", "hm, 2?"), ("text", "5")]),
        (UNKNOWN, "<think>hm</think>5", [("thought", "hm"), ("text", "5")]),
        (UNKNOWN, "x = 2, no thinking at all", [("text", "x = 2, no thinking at all")]),
        (UNKNOWN, "So:<think>hm</think>5", [("text", "So:"), ("thought", "hm"), ("text", "5")]),
        (UNKNOWN, "", []),
    ],
)
def test_thinking_and_answer_are_told_apart(opening: Opening, written: str, expected: list[tuple[str, str]]) -> None:
    assert split([written], opening) == expected


parts = st.lists(st.sampled_from(["<think>", "</think>", "<", "</", "think>", "<think", " ", "\n", "2", "x", "푼다"]))


@given(parts=parts, cuts=st.lists(st.integers(0, 80)), opening=st.sampled_from(Opening))
def test_any_chunking_gives_the_same_result(parts: list[str], cuts: list[int], opening: Opening) -> None:
    written = "".join(parts)
    places = sorted({0, len(written), *(min(cut, len(written)) for cut in cuts)})
    chunks = [written[start:end] for start, end in pairwise(places)]

    assert split(chunks, opening) == split([written], opening) == split(list(written), opening)


@given(parts=parts, opening=st.sampled_from(Opening))
def test_nothing_but_tags_and_blanks_is_lost(parts: list[str], opening: Opening) -> None:
    written = "".join(parts)

    kept = "".join(text for _, text in split([written], opening))

    assert "".join(kept.split()) == "".join(re.sub("</?think>", "", written).split())


def test_an_answer_is_passed_on_at_once() -> None:
    splitter = Splitter()

    assert list(splitter.feed("x")) == [Text("x")]
    assert list(splitter.feed(" = <")) == [Text(" = ")]
    assert list(splitter.feed("3")) == [Text("<3")]


def test_a_text_held_back_shows_that_the_model_is_at_work() -> None:
    splitter = Splitter(Opening.UNKNOWN)

    assert list(splitter.feed("2 and 3")) == [Thought("")]
    assert list(splitter.finish()) == [Text("2 and 3")]
