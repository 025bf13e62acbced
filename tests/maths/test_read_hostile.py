"""Hostile texts are contained: refused, or a small tree at once, and evaluated within bounds; nothing runs."""

from __future__ import annotations

import contextlib
import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from maths.bounds import MAX_NODES, RefusedError
from maths.engines.flint_form import to_acb
from maths.engines.sympy_form import to_sympy
from maths.grade import grade
from maths.plain import plain
from maths.read import UnreadableError, read
from maths.show import show_tree
from maths.tree import walk
from maths.verdict import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.tree import Node

CORPUS = Path(__file__).with_name("hostile.jsonl")
SECONDS = 1.5  # on a busy machine; each takes milliseconds on an idle one


def _texts() -> list[Any]:
    rows = [json.loads(line) for line in CORPUS.read_text("utf-8").splitlines()]
    return [pytest.param(row["class"], _text(row), id=f"{row['class']}-{place}") for place, row in enumerate(rows)]


def _read(text: str) -> Node | None:
    try:
        return read(text)
    except UnreadableError:
        return None


def _text(row: dict[str, Any]) -> str:
    return str(row["text"]) if "text" in row else row["head"] + row["body"] * row["times"] + row["tail"]


@pytest.fixture(autouse=True)
def _canary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    yield
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - nothing was touched here


@pytest.mark.parametrize(("kind", "text"), _texts())
def test_a_hostile_text_is_contained(kind: str, text: str) -> None:
    started = time.process_time()
    tree = _read(text)
    assert time.process_time() - started < SECONDS
    if tree is not None:
        assert sum(1 for _ in walk(tree)) <= 2 * MAX_NODES
        show_tree(tree)
        for evaluate in (to_sympy, to_acb):
            started = time.process_time()
            with contextlib.suppress(RefusedError):
                evaluate(tree)
            assert time.process_time() - started < SECONDS
    started = time.process_time()
    plain(text)
    plain(f"${text}$")
    if kind in ("code", "bomb", "deep"):
        assert grade("2", text).outcome is not Outcome.EQUAL
    grade(text, text)
    assert time.process_time() - started < 2 * SECONDS


def test_the_corpus_is_large_enough() -> None:
    assert len(_texts()) >= 150
    assert {row.values[0] for row in _texts()} == {"code", "bomb", "deep", "slow", "edge"}
