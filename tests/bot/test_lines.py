"""The JSONL commands: every line answered, in order, at once, whatever it holds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


class Command:
    """A running `lemma … --jsonl`, one line sent and one awaited."""

    def __init__(self, name: str, cwd: Path) -> None:
        command = [sys.executable, "-m", "bot", name, "--jsonl"]
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            command, cwd=cwd, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def ask(self, line: str | bytes | dict[str, Any]) -> dict[str, Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        raw = json.dumps(line).encode() if isinstance(line, dict) else line.encode() if isinstance(line, str) else line
        self.process.stdin.write(raw + b"\n")
        self.process.stdin.flush()
        return dict(json.loads(self.process.stdout.readline()))

    def end(self) -> tuple[int, bytes, bytes]:
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, out, err


@pytest.fixture(scope="module")
def commands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Command]]:
    place = tmp_path_factory.mktemp("cwd")
    running = {name: Command(name, place) for name in ("decide", "check", "grade", "audit")}
    yield running
    for command in running.values():
        status, out, err = command.end()
        assert (status, out) == (0, b""), err
    assert list(place.iterdir()) == []  # nothing is written


def test_decide_answers_with_both_notations_and_the_method(commands: dict[str, Command]) -> None:
    said = commands["decide"].ask({"id": 7, "problem": "x^2 = 4"})
    assert set(said) == {"id", "answer", "latex", "method", "reason", "seconds"}
    assert (said["id"], said["answer"], said["reason"]) == (7, "-2, 2", None)


def test_decide_says_null_and_why_when_it_does_not_know(commands: dict[str, Command]) -> None:
    said = commands["decide"].ask({"id": "a", "problem": "How many apples?"})
    assert (said["id"], said["answer"]) == ("a", None)
    assert said["reason"]


def test_check_tells_right_from_wrong_from_unknown(commands: dict[str, Command]) -> None:
    check = commands["check"]
    assert check.ask({"id": 1, "problem": "x^2 = 4", "answer": "2, -2"})["standing"] == "verified"
    assert check.ask({"id": 2, "problem": "x^2 = 4", "answer": "2"})["standing"] == "refuted"
    assert check.ask({"id": 3, "problem": "How many apples?", "answer": "2"})["standing"] == "unchecked"


def test_grade_compares_two_answers(commands: dict[str, Command]) -> None:
    grade = commands["grade"]
    assert grade.ask({"id": 1, "expected": "1/2", "given": "0.5"})["outcome"] == "equal"
    assert grade.ask({"id": 2, "expected": "1/2", "given": "1/3"})["outcome"] == "different"
    assert grade.ask({"id": 3, "expected": "1/2", "given": "((("})["outcome"] == "unreadable"


def test_audit_gives_every_line_back_as_it_stands(commands: dict[str, Command]) -> None:
    text = "Tom has 3.\n  2 + 2 = 5\nend"
    said = commands["audit"].ask({"id": 1, "text": text})
    assert said["standing"] == "refuted"
    assert [line["text"] for line in said["lines"]] == text.split("\n")
    assert said["lines"][1]["standing"] == "refuted"


@pytest.mark.parametrize("name", ["decide", "check", "grade", "audit"])
@pytest.mark.parametrize("line", ["not json", "[1, 2]", "3", '"text"', b"\xff\xfe", "{" * 5000])
def test_a_line_that_is_no_object_gets_an_error_and_the_run_goes_on(
    commands: dict[str, Command], name: str, line: str | bytes
) -> None:
    said = commands[name].ask(line)
    assert said["id"] is None
    assert said["error"]
    assert commands[name].ask({"id": 1})["error"]  # a missing field, and still running


@pytest.mark.parametrize("value", [None, 5, ["x"], {"a": 1}])
def test_a_field_of_a_wrong_type_gets_an_error(commands: dict[str, Command], value: object) -> None:
    said = commands["decide"].ask({"id": 1, "problem": value})
    assert (said["id"], said["error"]) == (1, '"problem" must be a text')


def test_text_that_is_no_valid_unicode_is_survived(commands: dict[str, Command]) -> None:
    assert commands["decide"].ask('{"id": "\\ud800", "problem": "\\udc00 2+2"}')["answer"] is None


def test_without_jsonl_the_command_says_how_it_is_used() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "decide"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "--jsonl" in done.stderr
