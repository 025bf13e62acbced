"""`lemma practice`: the same seed gives the same problems; what is no topic is named with the topics there are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from bot.cli import app

if TYPE_CHECKING:
    from pathlib import Path

KEYS = {"id", "topic", "level", "seed", "statement", "answer", "answer_type", "policy", "hints", "steps"}


def test_problems_come_one_object_a_line_and_again_the_same() -> None:
    asked = ["practice", "--topic", "linear_equations", "--level", "beginner", "--count", "2", "--seed", "3", "--json"]
    first, again = (CliRunner().invoke(app, asked) for _ in range(2))
    assert first.exit_code == 0
    assert first.stdout == again.stdout
    rows = [json.loads(line) for line in first.stdout.splitlines()]
    assert [set(row) for row in rows] == [KEYS, KEYS]


def test_a_topic_that_does_not_exist_is_told_with_those_that_do() -> None:
    found = CliRunner().invoke(app, ["practice", "--topic", "linear"])
    assert found.exit_code == 2
    assert "linear_equations" in found.stderr


def test_a_sheet_is_written_as_a_document(tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    asked = ["practice", "--topic", "fractions", "--count", "3", "--sheet", str(file)]
    assert CliRunner().invoke(app, asked).exit_code == 0
    assert file.read_bytes().startswith(b"%PDF-")
    assert CliRunner().invoke(app, [*asked, "--count", "31"]).exit_code == 2
