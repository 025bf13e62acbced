"""Every text the fuzzer found worth keeping still does what the reader promises (tests/fuzz.py finds new ones)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fuzzed import PROPERTIES, bytes_of, holds, text_of

CORPUS = Path(__file__).with_name("fuzz_corpus.jsonl")
ROWS = [json.loads(line) for line in CORPUS.read_text("utf-8").splitlines()]

FOUND = [
    ("answer", "xΥ1"),
    ("statement", "x`21"),
    ("formula", "d/ddJ[x^6]d[x^1]"),
    ("formula", "sindddfdd^2 x"),
    ("formula", "[[1,2][[1,2],[3,4]],[3,4]]"),
    ("formula", "x^" + "-" * 55 + "x"),
    ("formula", r"f\dfrac3πsqrt(2),L"),
    ("formula", "sn3d/d[j=3]x=∅"),
    ("formula", r" ox==\dfrac or  r"),
]
"""Texts that once broke a promise."""


@pytest.mark.parametrize("target", PROPERTIES)
def test_the_corpus_breaks_no_promise(target: str) -> None:
    for row in ROWS:
        if row["target"] == target:
            holds(target, row["text"])


@pytest.mark.parametrize(("target", "text"), FOUND)
def test_what_fuzzing_found_is_mended(target: str, text: str) -> None:
    holds(target, text)


def test_the_corpus_is_small_and_covers_every_target() -> None:
    assert CORPUS.stat().st_size < 300_000
    assert {row["target"] for row in ROWS} == set(PROPERTIES)


def test_bytes_stand_for_texts() -> None:
    for target in PROPERTIES:
        assert text_of(bytes_of(target, "2x² = 4분의 3")) == (target, "2x² = 4분의 3")
