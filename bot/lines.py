"""The JSONL faces of mathematics: one object a line in, one a line out, in order, each flushed.

No database is opened and nothing is written but standard output.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from typing import TYPE_CHECKING, Any

from maths.worker import open_mathematics

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine

    from maths.message import Message
    from maths.worker import Mathematics

    Answer = Callable[[Mathematics, dict[str, Any]], Awaitable[dict[str, Any]]]

POLICY = ("type", "form", "unit", "tolerance", "ordered")


class BadLineError(Exception):
    """A line that cannot be answered, with the reason."""


def run(command: str) -> None:
    """Answer standard input until it ends."""
    asyncio.run(_run(COMMANDS[command]))


async def _run(answer: Answer) -> None:
    async with open_mathematics(workers=2) as mathematics:
        async for line in read_lines():
            write_line(await _answered(line, mathematics, answer))


async def read_lines() -> AsyncIterator[dict[str, Any] | BadLineError]:
    """The objects of standard input; a line that is none comes as the error that says so. Blank lines are skipped."""
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    while line := await asyncio.to_thread(sys.stdin.readline):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield BadLineError(f"not JSON: {error}")
            continue
        yield value if isinstance(value, dict) else BadLineError("not a JSON object")


async def answer_in_order(
    answer: Callable[[dict[str, Any] | BadLineError], Coroutine[Any, Any, dict[str, Any]]], at_once: int
) -> None:
    """Answer every line of standard input, several at once, each written when those before it are.

    A line that is the last there is for now is answered without waiting for another: who writes one line and waits
    for its answer before the next is served too.
    """
    room = asyncio.Semaphore(at_once)
    answers: asyncio.Queue[asyncio.Task[dict[str, Any]] | None] = asyncio.Queue()

    async def write() -> None:
        while (task := await answers.get()) is not None:
            write_line(await task)
            room.release()

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(write())
        async for line in read_lines():
            await room.acquire()
            answers.put_nowait(tasks.create_task(answer(line)))
        answers.put_nowait(None)


def write_line(value: dict[str, Any]) -> None:
    """One object, flushed. Lone surrogates leave as escapes, which is valid JSON."""
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def text_of(line: dict[str, Any], name: str) -> str:
    """A text field of a line. Raises BadLineError."""
    value = line.get(name)
    if not isinstance(value, str):
        raise BadLineError(f'"{name}" must be a text')
    return value


async def _answered(line: dict[str, Any] | BadLineError, mathematics: Mathematics, answer: Answer) -> dict[str, Any]:
    if isinstance(line, BadLineError):
        return {"id": None, "error": str(line)}
    started = time.perf_counter()
    try:
        found = await answer(mathematics, line)
    except BadLineError as error:
        return {"id": line.get("id"), "error": str(error)}
    return {"id": line.get("id"), **found, "seconds": round(time.perf_counter() - started, 6)}


def _said(message: Message | None) -> str | None:
    return None if message is None else str(message)


async def _decide(mathematics: Mathematics, line: dict[str, Any]) -> dict[str, Any]:
    decision = await mathematics.decide(text_of(line, "problem"))
    answer = decision.answer
    return {
        "answer": answer.typed if answer else None,
        "latex": answer.latex if answer else None,
        "method": _said(decision.method),
        "reason": _said(decision.reason),
    }


async def _check(mathematics: Mathematics, line: dict[str, Any]) -> dict[str, Any]:
    verdict = await mathematics.check(text_of(line, "problem"), text_of(line, "answer"))
    return {"standing": verdict.standing.value, "method": _said(verdict.method), "reason": _said(verdict.reason)}


async def _grade(mathematics: Mathematics, line: dict[str, Any]) -> dict[str, Any]:
    policy = {name: line[name] for name in POLICY if name in line}
    grading = await mathematics.grade(text_of(line, "expected"), text_of(line, "given"), policy or None)
    return {"outcome": grading.outcome.value, "reason": _said(grading.reason)}


async def _audit(mathematics: Mathematics, line: dict[str, Any]) -> dict[str, Any]:
    problem = text_of(line, "problem") if "problem" in line else None
    audit = await mathematics.audit(text_of(line, "text"), problem)
    return {
        "standing": audit.standing.value,
        "lines": [{"text": x.text, "standing": x.standing.value, "reason": _said(x.reason)} for x in audit.lines],
    }


COMMANDS: dict[str, Answer] = {"decide": _decide, "check": _check, "grade": _grade, "audit": _audit}
