"""`lemma argue`: judged by the real worker, as text and as JSON, in both languages."""

from __future__ import annotations

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli import app

KEYS = {
    *("text", "premises", "conclusion", "letters", "formal", "valid", "counterexample", "form", "needs", "missing"),
    *("consistent", "standing", "method", "reason", "notes", "model", "seconds"),
}


def argued(text: str, language: str = "en") -> dict[str, Any]:
    found = CliRunner().invoke(app, ["argue", text, "--language", language, "--model", "none", "--json"])
    assert found.exit_code == 0, found.stderr
    judged: dict[str, Any] = json.loads(found.stdout)
    assert set(judged) == KEYS
    return judged


def test_an_invalid_argument_comes_with_its_counterexample_and_what_it_lacks() -> None:
    judged = argued("All poets are dreamers. Keats is a dreamer. So Keats is a poet.")
    assert (judged["valid"], judged["standing"], judged["form"]) == (False, "verified", "affirming the consequent")
    assert judged["counterexample"].startswith("Imagine a world with only Keats: ")
    assert judged["missing"] == ["everything that is a dreamer is a poet"]
    assert judged["letters"] == {"P": "is a poet", "D": "is a dreamer", "k": "Keats"}
    assert judged["premises"] == ["everything that is a poet is a dreamer", "Keats is a dreamer"]
    assert judged["conclusion"] == "Keats is a poet"


def test_a_valid_one_names_the_premises_it_needs() -> None:
    judged = argued("비가 오면 길이 젖는다. 영희는 학생이다. 비가 온다. 따라서 길이 젖는다.", "ko")
    assert (judged["valid"], judged["needs"], judged["form"]) == (True, [1, 3], "전건 긍정(긍정 논법)")


def test_what_is_not_read_is_not_judged() -> None:
    judged = argued("Most birds fly. So Tweety flies.")
    assert (judged["valid"], judged["standing"], judged["formal"]) == (None, "unchecked", None)


@pytest.mark.parametrize("text", ["", "?!"])
def test_nothing_is_refused_with_a_sentence(text: str) -> None:
    refused = CliRunner().invoke(app, ["argue", text, "--model", "none"])
    assert refused.exit_code == 1
    assert refused.stderr.strip()


def test_it_is_read_as_text() -> None:
    shown = CliRunner().invoke(app, ["argue", "P -> Q; P; so Q", "--model", "none"]).stdout
    assert shown.startswith("Valid: modus ponens\n[verified: the form shown")
    assert "∴ Q" in shown
