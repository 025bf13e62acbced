"""`lemma ask`: one question in the terminal. Nothing is kept."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

import typer

from bot import lines
from bot.measured import error_rates
from bot.starting import settings_or_exit
from maths.plain import plain
from maths.worker import WARM, open_mathematics
from model.choose import open_model
from model.settings import ModelSettings, NoModel
from tutor import sheets, words
from tutor.crosscheck import SecondRoute
from tutor.errors import TutorError
from tutor.riddles import Riddles
from tutor.solver import Solver
from tutor.types import Asked, Language, Level, Progress, Question, Solution

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.settings import Settings

WORKERS = 2  # processes of mathematics
AHEAD = 2  # lines that mathematics looks at while the model's slots are all taken
Choice = TypeVar("Choice", bound=StrEnum)
Form: TypeAlias = Literal["text", "json", "jsonl"]


def run(  # noqa: PLR0913 - an option each
    problem: str | None,
    *,
    level: str,
    language: str,
    model: str | None,
    form: Form,
    asked: Asked = Asked.PROBLEM,
) -> None:
    """Answer one problem, or with the form `jsonl` every line of standard input."""
    for_whom, spoken = one_of(Level, "--level", level), one_of(Language, "--language", language)
    settings, question = with_model(settings_or_exit(), model), Question(problem or "", for_whom, spoken, asked)
    if form == "jsonl":
        asyncio.run(_answer_lines(settings, question))
        return
    if problem is None:
        question = replace(question, text=sys.stdin.read())
    solution = asyncio.run(_answer(settings, question))
    typer.echo(json.dumps(as_object(solution), ensure_ascii=False) if form == "json" else as_text(solution))


def as_object(solution: Solution) -> dict[str, Any]:
    """A solution as the JSON object of the command line; its mathematics as readable Unicode."""
    language, answer, verdict = solution.question.language, solution.answer, solution.verdict
    return {
        "problem": solution.question.text,
        "answer": answer.typed if answer else None,
        "latex": answer.latex if answer else None,
        "standing": verdict.standing.value,
        "method": words.say(verdict.method, language) if verdict.method else None,
        "reason": words.say(verdict.reason, language) if verdict.reason else None,
        "sections": [
            {"kind": section.kind.value, "text": plain(section.text), "voucher": section.voucher.value}
            for section in solution.sections
        ],
        "notes": [words.say(note, language) for note in solution.notes],
        "model": solution.model.label if solution.model else None,
        "tries": solution.tries,
        "seconds": round(solution.seconds, 3),
    }


def as_text(solution: Solution) -> str:
    """A solution as a person reads it in a terminal."""
    language, answer, verdict = solution.question.language, solution.answer, solution.verdict
    said = [words.say(message, language) for message in (verdict.method, verdict.reason) if message]
    head = f"{plain(f'${answer.latex}$')}\n" if answer else ""
    parts = [f"{head}[{': '.join([verdict.standing.value, *said])}]"]
    for part in solution.sections:
        name = words.say(sheets.name(part.kind, solution.question.asked), language)
        parts.append(f"## {name}\n{plain(part.text)}")
    parts += [words.say(note, language) for note in solution.notes]
    return "\n\n".join(parts)


def one_of(choices: type[Choice], option: str, given: str) -> Choice:
    try:
        return choices(given)
    except ValueError:
        typer.echo(f"{option} {given}: choose one of {', '.join(choices)}.", err=True)
        raise typer.Exit(2) from None


@asynccontextmanager
async def _open_solver(settings: Settings, asked: Asked) -> AsyncIterator[Solver | Riddles]:
    warm = "maths.puzzles.liars" if asked is Asked.PUZZLE else WARM
    async with (
        open_mathematics(workers=WORKERS, warm=warm) as mathematics,
        open_model(settings.model, settings.data_dir) as model,
    ):
        if asked is Asked.PUZZLE:
            yield Riddles(mathematics, model, max_tries=settings.solve.max_tries)
            return
        second_route = SecondRoute(mathematics, error_rates(settings.data_dir))
        yield Solver(mathematics, model, max_tries=settings.solve.max_tries, second_route=second_route)


async def _answer(settings: Settings, question: Question) -> Solution:
    async with _open_solver(settings, question.asked) as solver:
        try:
            return await _last(solver, question, tell=sys.stderr.isatty())
        except TutorError as error:
            typer.echo(words.say(error.message, question.language), err=True)
            raise typer.Exit(1) from None


async def _answer_lines(settings: Settings, asked: Question) -> None:
    """Each line as what is asked, with a text of its own."""
    chosen = settings.model.chosen(settings.data_dir)
    slots = 0 if isinstance(chosen, NoModel) else chosen.slots
    async with _open_solver(settings, asked.asked) as solver:
        await lines.answer_in_order(lambda line: _answer_line(solver, line, asked), at_once=max(WORKERS, slots) + AHEAD)


async def _answer_line(
    solver: Solver | Riddles, line: dict[str, Any] | lines.BadLineError, asked: Question
) -> dict[str, Any]:
    if isinstance(line, lines.BadLineError):
        return {"id": None, "error": str(line)}
    try:
        solution = await _last(solver, replace(asked, text=lines.text_of(line, "problem")))
    except (lines.BadLineError, TutorError) as error:
        return {"id": line.get("id"), "error": str(error)}
    return {"id": line.get("id"), **as_object(solution)}


async def _last(solver: Solver | Riddles, question: Question, *, tell: bool = False) -> Solution:
    """The final solution; with `tell`, progress on standard error."""
    solution: Solution | None = None
    async with aclosing(solver.solve(question)) as updates:
        async for update in updates:
            if isinstance(update, Progress):
                if tell:
                    typer.echo(f"{update.stage.value} …", err=True)
            else:
                solution = update
    if solution is None:
        raise AssertionError("the solver ended without a solution")
    return solution


def with_model(settings: Settings, model: str | None) -> Settings:
    """The settings with another model: a backend's name, a GGUF file, or a model of the server that is set up."""
    if model is None:
        return settings
    chosen = settings.model.model_dump(exclude_none=True)
    if model in ("none", "embedded"):
        chosen["backend"] = model
    elif model.endswith(".gguf"):
        chosen |= {"backend": "embedded", "path": Path(model)}
    else:
        named = settings.model.backend in ("ollama", "openai", "huggingface")
        chosen |= {"backend": settings.model.backend if named else "ollama", "name": model}
    return settings.model_copy(update={"model": ModelSettings.model_validate(chosen)})
