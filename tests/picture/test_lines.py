"""`lemma picture --jsonl`: every line is answered in order, with files that are there."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LINES = [
    {"id": 1, "text": "$x^2$"},
    {"id": "b", "text": "값은 $\\foo$ 입니다.", "theme": "light"},
    {"id": 3},
    {"id": 4, "text": "$x$", "theme": "pink"},
    {"id": 5, "text": "|a|b|\n|-|-|\n" + "|1|$x$|\n" * 1500},
]


def test_every_line_is_answered(tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder"
    command = [sys.executable, "-m", "bot", "picture", "--jsonl", "--out", str(out)]
    lines = "\n".join(json.dumps(line) for line in LINES) + "\nnot JSON\n"
    run = subprocess.run(command, input=lines, capture_output=True, text=True, check=True, timeout=60)  # noqa: S603
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [1, "b", 3, 4, 5, None]
    assert ["error" in answer for answer in answers] == [False, False, True, True, False, True]
    assert (answers[0]["alt"], answers[0]["fallbacks"]) == ("x squared.", 0)
    assert answers[1]["fallbacks"] == 1
    assert answers[4]["fallbacks"] >= 1
    for answer in answers:
        for page in answer.get("pages", []):
            assert (out / page).read_bytes().startswith(b"\x89PNG")
