"""Sets of statements that were written before the code that reads them: how many are decided, and none wrongly.

`korean.jsonl`: every family in Korean. `reworded.jsonl`: each said in three ways. `tricky.jsonl`: a negation,
a missing condition, an empty domain, a unit changed midway; no answer there means that none may be given.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from maths.decide import decide
from maths.grade import grade
from maths.verdict import Outcome

FOLDER = Path(__file__).parent / "measured"
FLOORS = {"korean": 0.96, "reworded": 0.96, "tricky": 0.64}  # of the rows that have an answer: what is decided today


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def statements(name: str) -> list[tuple[str, list[str]]]:
    """Each statement with the answers that are right."""
    found = []
    for row in rows(name):
        right = row["answers"] if "answers" in row else [row["answer"]]
        found += [(problem, right) for problem in row.get("wordings", [row.get("problem")])]
    return found


def is_right(given: str, right: list[str]) -> bool:
    return any(given == answer or grade(answer, given).outcome is Outcome.EQUAL for answer in right)


@pytest.mark.parametrize("name", FLOORS)
def test_what_is_decided_is_right_and_no_less_is_decided_than_before(name: str) -> None:
    decided, answerable, wrong = 0, 0, []
    for problem, right in statements(name):
        answer = decide(problem).answer
        answerable += bool(right)
        if answer is None:
            continue
        decided += bool(right)
        if not is_right(answer.typed, right):
            wrong.append((problem, answer.typed, right))

    assert wrong == []
    assert decided / answerable >= FLOORS[name], f"{decided} of {answerable}"
