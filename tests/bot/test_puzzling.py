"""`lemma puzzle`: one object a line, the same for the same seed, and a page to read in both languages."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from bot.cli import KINDS, app
from maths.puzzles.puzzle import Kind
from maths.puzzles.titles import TITLES
from maths.verdict import Level

KEYS = ["kind", "level", "seed", "statement", "answer", "unique", "deduction"]
ASKED = ["puzzle", "--kind", "knights", "--level", "beginner", "--seed", "3"]


def test_puzzles_come_one_object_a_line_and_again_the_same() -> None:
    first, again = (CliRunner().invoke(app, [*ASKED, "--count", "2", "--json"]) for _ in range(2))
    assert first.exit_code == 0
    assert first.stdout == again.stdout
    rows = [json.loads(line) for line in first.stdout.splitlines()]
    assert [list(row) for row in rows] == [KEYS, KEYS]
    assert [(row["kind"], row["level"], row["unique"]) for row in rows] == [("knights", "beginner", True)] * 2
    assert rows[0]["seed"] < rows[1]["seed"]
    assert "\n" in rows[0]["statement"]
    assert all(isinstance(link, str) for link in rows[0]["deduction"])


def test_a_page_has_the_words_the_chain_and_the_answer_in_ones_language() -> None:
    page = CliRunner().invoke(app, [*ASKED, "--language", "ko"]).stdout
    assert "기사와 건달 · 초급 · 3" in page
    assert "풀이 과정" in page
    answer = page.strip().splitlines()[-1]
    assert answer.startswith("답: ")
    assert not any(letter.isascii() and letter.isalpha() for letter in answer)


def test_what_is_no_kind_or_level_is_told_with_those_that_are() -> None:
    for wrong in (["--kind", "sudku"], ["--level", "hard"]):
        found = CliRunner().invoke(app, ["puzzle", *wrong])
        assert found.exit_code == 2
        assert "sudoku" in found.stderr or "beginner" in found.stderr


def test_help_lists_every_kind_and_level() -> None:
    assert KINDS.split(", ") == [kind.value for kind in Kind]
    assert set(TITLES) == set(Kind)
    shown = " ".join(CliRunner().invoke(app, ["puzzle", "--help"], terminal_width=400).stdout.split())
    assert all(word in shown for word in (*Kind, *Level))
