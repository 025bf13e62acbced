"""`lemma code`: a program written, or made better, here in the terminal. Nothing is kept."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import AsyncExitStack, aclosing
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer

from bot.asking import with_model
from bot.starting import settings_or_exit
from cogs import coded
from model.choose import open_model
from sandbox.lint import Ruff
from sandbox.worker import open_sandbox
from tutor.code import CodeReply
from tutor.code_reading import unfenced
from tutor.coding import Coding
from tutor.errors import TutorError
from tutor.types import Progress
from tutor.words import say

if TYPE_CHECKING:
    from bot.settings import Settings
    from tutor.code import CodeRequest, Comparison


def run(request: CodeRequest, model: str | None, *, as_json: bool) -> int:
    """Answer one request and print it; return the exit status."""
    try:
        answered = asyncio.run(_answered(with_model(settings_or_exit(), model), request))
    except TutorError as error:
        typer.echo(say(error.message, request.language), err=True)
        return 1
    typer.echo(json.dumps(as_object(answered), ensure_ascii=False) if as_json else coded.plain(answered))
    return 0


def given(text: str) -> str:
    """A text as an argument, or all of standard input where it is "-"."""
    return unfenced(sys.stdin.read() if text == "-" else text)


async def _answered(settings: Settings, request: CodeRequest) -> CodeReply:
    async with AsyncExitStack() as stack:
        model = await stack.enter_async_context(open_model(settings.model, settings.data_dir))
        sandbox = None
        if settings.sandbox.enabled:
            program = settings.sandbox.bwrap
            opened = open_sandbox(program=str(program) if program else None)
            sandbox = await stack.enter_async_context(opened)
        coding = Coding(model, None, sandbox, Ruff(), max_tries=settings.solve.max_tries)
        updates = await stack.enter_async_context(aclosing(coding.work(None, request)))
        async for update in updates:
            if isinstance(update, CodeReply):
                return update
            if isinstance(update, Progress) and sys.stderr.isatty():
                typer.echo(f"{update.stage.value} …", err=True)
    raise AssertionError("there is always an answer")


def as_object(answered: CodeReply) -> dict[str, Any]:
    """An answer as the JSON object of the command line."""
    request = answered.request
    tests = [trial for trial in answered.trials if trial.test.call]
    return {
        "text": request.text,
        "language": request.programming,
        "target": request.target.value if request.target else None,
        "code": None if answered.refused else answered.code or None,
        "standing": "unchecked",
        "ran": answered.not_run is None and bool(answered.code),
        "not_run": str(answered.not_run) if answered.not_run else None,
        "refused": answered.refused,
        "passed": answered.passed if tests else None,
        "tests": [
            {
                "call": trial.test.call,
                "expects": trial.test.expects,
                "origin": trial.test.origin.value,
                "outcome": trial.fate.value,
                "got": trial.got,
            }
            for trial in answered.trials
        ],
        "comparison": _compared(answered.comparison) if answered.comparison else None,
        "sections": [{"kind": aspect.value, "text": text} for aspect, text in answered.sections],
        "model": answered.model.label if answered.model else None,
        "tries": answered.tries,
        "seconds": answered.seconds,
    }


def _compared(found: Comparison) -> dict[str, Any]:
    difference = found.difference
    return {
        "inputs": found.inputs,
        "factor": found.factor,
        "better": found.better,
        "before": asdict(found.before),
        "after": asdict(found.after),
        "difference": None
        if difference is None
        else {"call": difference.test.call, "before": difference.test.expects, "after": difference.got},
    }
