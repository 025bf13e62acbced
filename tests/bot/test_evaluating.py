"""`lemma eval` on a scripted model that replays solutions: what it counts, keeps, and goes on from."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from bot.evaluating import summarise
from bot.measured import FILE, Measured, error_rates, keep

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [
    {"id": "a", "problem": "Solve 2x + 3 = 11.", "answer": "4", "solution": "So $x = 5$. ANSWER: 5"},
    {"id": "b", "problem": "Ann has 3 red hats and 2 blue ones. How many?", "answer": "5", "solution": "ANSWER: 5"},
    {"id": "c", "problem": "Ben has 3 pens and loses 2. How many?", "answer": "1", "solution": "ANSWER: 5"},
]


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    place = tmp_path / "questions.jsonl"
    place.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    return place


def evaluate(questions: Path, *more: str) -> dict[str, Any]:
    settings = {
        "LEMMA_DATA_DIR": str(questions.parent / "data"),
        "LEMMA_MODEL__BACKEND": "scripted",
        "LEMMA_MODEL__REPLAY": str(questions),
    }
    command = [sys.executable, "-m", "bot", "eval", str(questions), "--json", *more]
    done = subprocess.run(command, env=os.environ | settings, capture_output=True, text=True, check=True)  # noqa: S603
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def results(questions: Path) -> Path:
    return questions.parent / "data" / "evaluations" / "questions-scripted.jsonl"


def test_the_model_alone_and_lemma_with_it_are_judged(questions: Path) -> None:
    found = evaluate(questions)
    assert found["accuracy"] == {"model alone": pytest.approx(1 / 3), "Lemma": pytest.approx(2 / 3)}
    by_standing = {part["standing"]: (part["answers"], part["wrong"]) for part in found["standings"]}
    assert by_standing == {"verified": (1, 0), "unchecked": (2, 1)}
    assert results(questions).with_suffix(".svg").read_text().startswith("<svg")
    assert json.loads(results(questions).with_suffix(".json").read_text()) == found


def test_a_run_that_was_killed_goes_on_where_it_was(questions: Path) -> None:
    whole = evaluate(questions)
    lines = results(questions).read_text().splitlines(keepends=True)
    results(questions).write_text(lines[0] + lines[1][:20])
    again = evaluate(questions)

    assert (again["accuracy"], again["standings"]) == (whole["accuracy"], whole["standings"])
    kept = results(questions).read_text().splitlines()
    assert kept[0] + "\n" == lines[0], "what was judged is not judged again"


def test_a_line_that_is_no_question_is_told(questions: Path) -> None:
    questions.write_text('{"problem": "1 + 1"}\n')
    command = [sys.executable, "-m", "bot", "eval", str(questions)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 2
    assert "line 1" in done.stderr
    assert "Traceback" not in done.stderr


def test_cross_checked_answers_are_counted_with_their_errors() -> None:
    line = {"answer": "1", "alone_right": True, "right": True, "tokens": 1, "seconds": 0.1, "standing": "cross_checked"}
    found = summarise("phi", [line] * 19 + [{**line, "right": False}])
    (part,) = found["standings"]
    assert (part["answers"], part["wrong"], part["precision"]) == (20, 1, 0.95)


def test_an_error_rate_needs_enough_answers(tmp_path: Path) -> None:
    keep(tmp_path, "phi", Measured(answers=20, wrong=1))
    keep(tmp_path, "smol", Measured(answers=19, wrong=1))
    assert error_rates(tmp_path) == {"phi": 0.05}


def test_a_broken_file_of_measurements_is_as_none(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{")
    assert error_rates(tmp_path) == {}
