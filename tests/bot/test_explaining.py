"""`lemma explain`: whole without a model, in both languages; what it cannot explain it says."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from bot.cli import app

KEYS = {
    *("topic", "title", "subject", "level", "language", "standing", "parts", "example", "questions", "notes", "model"),
}


@pytest.mark.parametrize(("topic", "language", "title"), [("fractions", "en", "Fractions"), ("분수", "ko", "분수")])
def test_a_lesson_is_whole(topic: str, language: str, title: str) -> None:
    asked = ["explain", topic, "--language", language, "--model", "none", "--seed", "4", "--level", "beginner"]
    told = CliRunner().invoke(app, [*asked, "--json"])
    assert told.exit_code == 0
    lesson = json.loads(told.stdout)
    assert set(lesson) == KEYS
    assert (lesson["topic"], lesson["title"], lesson["standing"]) == ("fractions", title, "verified")
    assert [part["kind"] for part in lesson["parts"]] == ["definition", "intuition", "mistake"]
    assert lesson["example"]["standing"] == "verified"
    assert lesson["questions"]
    for question in lesson["questions"]:
        assert len(set(question["options"])) == len(question["options"]) > question["right"]


def test_a_lesson_reads_as_a_text() -> None:
    shown = CliRunner().invoke(app, ["explain", "fractions", "--model", "none", "--level", "beginner"])
    assert shown.exit_code == 0
    assert "## A common mistake" in shown.stdout
    assert "$" not in shown.stdout


@pytest.mark.parametrize(
    ("topic", "subject", "said"),
    [("the French Revolution", "history", "No language model is connected"), ("3x+2=11", "", "This is a problem")],
)
def test_what_is_not_explained_is_said(topic: str, subject: str, said: str) -> None:
    refused = CliRunner().invoke(app, ["explain", topic, "--subject", subject, "--model", "none"])
    assert refused.exit_code == 1
    assert said in refused.stderr
