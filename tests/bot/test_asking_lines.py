"""`lemma ask --jsonl`: several lines at once, the answers in order, and none kept back for a line that may not come."""

from __future__ import annotations

import asyncio
import io
import json
import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from bot import lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Typist:
    """Standard input and output as pipes, and someone at their other ends."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        read, self._write = os.pipe()
        self._read, write = os.pipe()
        self.streams = (
            io.TextIOWrapper(os.fdopen(read, "rb"), encoding="utf-8"),
            io.TextIOWrapper(os.fdopen(write, "wb"), encoding="utf-8"),
        )
        monkeypatch.setattr(sys, "stdin", self.streams[0])
        monkeypatch.setattr(sys, "stdout", self.streams[1])
        self._answers = os.fdopen(self._read, "rb")

    def types(self, *values: Any) -> None:  # noqa: ANN401 - whatever JSON holds
        os.write(self._write, b"".join(json.dumps(value).encode() + b"\n" for value in values))

    def closes(self) -> None:
        self._answers.close()
        for stream in self.streams:
            stream.close()

    def leaves(self) -> None:
        os.close(self._write)

    async def reads(self) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(await asyncio.to_thread(self._answers.readline))
        return answer


@contextmanager
def at_work() -> Iterator[Typist]:
    """Not a fixture: pytest puts its own streams in place when a test begins."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        typist = Typist(monkeypatch)
        yield typist
        typist.closes()


async def test_answers_keep_their_order_and_no_more_than_allowed_are_under_way() -> None:
    under_way, most = 0, 0

    async def answer(line: dict[str, Any] | lines.BadLineError) -> dict[str, Any]:
        nonlocal under_way, most
        assert isinstance(line, dict)
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.2 if line["id"] % 3 == 0 else 0.01)
        under_way -= 1
        return {"id": line["id"]}

    begun = time.monotonic()
    with at_work() as typist:
        typist.types(*({"id": number} for number in range(9)))
        typist.leaves()
        async with asyncio.timeout(10):
            await lines.answer_in_order(answer, at_once=3)
            assert [(await typist.reads())["id"] for _ in range(9)] == list(range(9))
    assert most == 3
    assert time.monotonic() - begun < 0.9, "three slow ones of 0.2 s beside quick ones"


async def test_a_line_is_answered_before_the_next_is_written() -> None:
    async def answer(line: dict[str, Any] | lines.BadLineError) -> dict[str, Any]:
        return {"bad": str(line)} if isinstance(line, lines.BadLineError) else {"id": line["id"]}

    with at_work() as typist:
        answering = asyncio.create_task(lines.answer_in_order(answer, at_once=4))
        for number in range(3):
            typist.types({"id": number})
            assert await typist.reads() == {"id": number}
        typist.types([1])
        assert await typist.reads() == {"bad": "not a JSON object"}
        typist.leaves()
        await answering


async def test_the_program_answers_many_questions_with_a_model(tmp_path: Path) -> None:
    """Two are decided, one is a model's, one is refused: in order, whatever takes longest."""
    texts = json.dumps(["## Steps\nIt is 12.\nANSWER: 12"])
    asking = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "ask", "--jsonl"),
        cwd=os.getcwd(),  # noqa: PTH109 - the checkout
        env=os.environ
        | {"LEMMA_DATA_DIR": str(tmp_path), "LEMMA_MODEL__BACKEND": "scripted", "LEMMA_MODEL__TEXTS": texts},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    problems = ["x^2 = 4", "Which number does my aunt like best?", "2 + 2", ""]
    given = "".join(json.dumps({"id": n, "problem": problem}) + "\n" for n, problem in enumerate(problems))
    async with asyncio.timeout(60):
        out, _ = await asking.communicate(given.encode())
    answers = [json.loads(line) for line in out.splitlines()]
    assert [answer["id"] for answer in answers] == [0, 1, 2, 3]
    assert [answer.get("standing") for answer in answers] == ["verified", "unchecked", "verified", None]
    assert "error" in answers[3]
