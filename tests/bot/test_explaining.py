"""`lemma explain`: whole without a model, in both languages; what it cannot explain it says."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from bot.cli import app

KEYS = {
    *("topic", "title", "subject", "level", "language", "standing", "parts", "example", "questions", "notes", "model"),
}


@pytest.mark.parametrize(
    ("topic", "language", "title"), [("eigenvalues", "en", "Eigenvalues"), ("고윳값", "ko", "고윳값")]
)
def test_a_lesson_is_whole_and_the_same_for_the_same_seed(topic: str, language: str, title: str) -> None:
    asked = ["explain", topic, "--language", language, "--model", "none", "--seed", "4", "--level", "advanced"]
    first, again = (CliRunner().invoke(app, [*asked, "--json"]) for _ in range(2))
    assert first.exit_code == 0
    lesson = json.loads(first.stdout)
    assert set(lesson) == KEYS
    assert (lesson["topic"], lesson["title"], lesson["standing"]) == ("eigenvalues", title, "verified")
    assert [part["kind"] for part in lesson["parts"]] == ["definition", "intuition", "mistake"]
    assert lesson["example"]["standing"] == "verified"
    assert len(lesson["questions"]) == 3
    for question in lesson["questions"]:
        assert len(set(question["options"])) == len(question["options"]) > question["right"]
    assert json.loads(again.stdout)["questions"] == lesson["questions"]
    shown = CliRunner().invoke(app, asked)
    assert lesson["questions"][0]["question"] in shown.stdout


@pytest.mark.parametrize(
    ("topic", "subject", "said"),
    [("the French Revolution", "history", "No language model is connected"), ("3x+2=11", "", "This is a problem")],
)
def test_what_is_not_explained_is_said(topic: str, subject: str, said: str) -> None:
    refused = CliRunner().invoke(app, ["explain", topic, "--subject", subject, "--model", "none"])
    assert refused.exit_code == 1
    assert said in refused.stderr
