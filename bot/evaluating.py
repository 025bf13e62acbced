"""`lemma eval`: how right a model is alone, and how right and how honest Lemma is with it.

Every judged question is a line of the results file at once, so that a run that was stopped goes on where it was.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import time
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console
from rich.table import Table

from bot.chart import bars
from bot.measured import Measured, error_rates, keep
from maths.verdict import Outcome, Standing
from maths.worker import open_mathematics
from model.choose import open_model
from tutor import prompts, reading
from tutor.crosscheck import SecondRoute
from tutor.errors import ModelError, TooBusyError
from tutor.ports import Text, Thought
from tutor.solver import Solver
from tutor.types import Language, Level, Question, Solution

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable, Sequence

    from bot.settings import Settings
    from tutor.ports import Checker, LanguageModel, Piece, Prompt
    from tutor.types import Writer

ALONE = "model alone"


@dataclass(frozen=True, slots=True)
class Row:
    """A question and its right answer."""

    id: str
    problem: str
    answer: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The first `limit` questions of a file, each `samples` times."""

    file: Path
    samples: int
    limit: int | None
    language: Language


class BadFileError(Exception):
    """The file of questions cannot be used; the text says why."""


def run(settings: Settings, asked: Asked, *, as_json: bool) -> int:
    """Evaluate and print; the exit status."""
    try:
        rows = _rows(asked.file)[: asked.limit]
    except (OSError, BadFileError) as error:
        typer.echo(f"{asked.file}: {error}", err=True)
        return 2
    logging.getLogger().setLevel(logging.WARNING)
    found = asyncio.run(_evaluate(settings, asked, rows))
    if found is None:
        typer.echo("There is no model to evaluate: choose one with --model or LEMMA_MODEL__BACKEND.", err=True)
        return 1
    place, model, lines = found
    summary = summarise(model, lines)
    place.with_suffix(".json").write_text(json.dumps(summary, ensure_ascii=False, indent=1), encoding="utf-8")
    place.with_suffix(".svg").write_text(_chart(summary), encoding="utf-8")
    crossed = next((part for part in summary["standings"] if part["standing"] == Standing.CROSS_CHECKED), None)
    if crossed is not None:
        keep(settings.data_dir, model, Measured(answers=crossed["answers"], wrong=crossed["wrong"]))
    if as_json:
        typer.echo(json.dumps(summary, ensure_ascii=False))
    else:
        Console().print(_table(summary))
        typer.echo(f"{place.with_suffix('.json')}, {place.with_suffix('.svg')}; every answer: {place}")
    return 0


def _rows(file: Path) -> list[Row]:
    rows = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
            rows.append(Row(str(value.get("id", number)), value["problem"], str(value["answer"])))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadFileError(f'line {number}: each line must be an object with "problem" and "answer"') from error
    return rows


async def _evaluate(
    settings: Settings, asked: Asked, rows: Sequence[Row]
) -> tuple[Path, str, list[dict[str, Any]]] | None:
    async with open_mathematics(workers=2) as checker, open_model(settings.model, settings.data_dir) as model:
        if model is None:
            return None
        await model.check()
        folder = settings.data_dir / "evaluations"
        folder.mkdir(parents=True, exist_ok=True)
        place = folder / f"{asked.file.stem}-{_file_name(model.writer.label)}.jsonl"
        done = {(line["id"], line["sample"]): line for line in _finished(place)}
        questions = [(row, sample) for row in rows for sample in range(asked.samples)]
        second_route = SecondRoute(checker, error_rates(settings.data_dir))
        judge = _Judge(checker, model, second_route, settings.solve.max_tries, asked.language)
        lines = []
        with place.open("a", encoding="utf-8") as results:
            for number, (row, sample) in enumerate(questions, start=1):
                line = done.get((row.id, sample))
                if line is None or line["problem"] != row.problem:
                    line = await judge.judged(row, sample)
                    results.write(json.dumps(line, ensure_ascii=False) + "\n")
                    results.flush()
                lines.append(line)
                if sys.stderr.isatty():
                    typer.echo(f"\r{number} of {len(questions)}", err=True, nl=number == len(questions))
        return place, model.writer.label, lines


def _finished(place: Path) -> Iterable[dict[str, Any]]:
    """The whole lines of a results file; what a killed run left half written is not among them."""
    if not place.is_file():
        return
    for line in place.read_text(encoding="utf-8").splitlines():
        try:
            yield json.loads(line)
        except ValueError:
            continue


@dataclass(frozen=True, slots=True)
class _Judge:
    checker: Checker
    model: LanguageModel
    second_route: SecondRoute
    max_tries: int
    language: Language

    async def judged(self, row: Row, sample: int) -> dict[str, Any]:
        """The line of the results file for one question."""
        once = _Once(self.model)
        question = Question(row.problem, Level.INTERMEDIATE, self.language)
        started = time.monotonic()
        alone = await _alone(once, question)
        solver = Solver(self.checker, once, max_tries=self.max_tries, second_route=self.second_route)
        solution = await _last(solver, question)
        answer = solution.answer.typed if solution.answer else None
        return {
            "id": row.id,
            "sample": sample,
            "problem": row.problem,
            "expected": row.answer,
            "alone": alone,
            "alone_right": await self._right(row.answer, alone),
            "answer": answer,
            "standing": solution.verdict.standing.value,
            "right": await self._right(row.answer, answer),
            "tries": solution.tries,
            "tokens": once.pieces,
            "seconds": round(time.monotonic() - started, 3),
        }

    async def _right(self, expected: str, given: str | None) -> bool:
        if given is None:
            return False
        return (await self.checker.grade(expected, given)).outcome is Outcome.EQUAL


async def _alone(model: LanguageModel, question: Question) -> str | None:
    """The answer of the first text a model writes, as it is taken without any check."""
    try:
        async with aclosing(model.stream(prompts.solution(question))) as pieces:
            parts = [piece.text async for piece in pieces if isinstance(piece, Text)]
    except (ModelError, TooBusyError):
        return None
    return reading.read("".join(parts)).answer


async def _last(solver: Solver, question: Question) -> Solution:
    async with aclosing(solver.solve(question)) as updates:
        found = [update async for update in updates if isinstance(update, Solution)]
    return found[-1]


@dataclass
class _Once:
    """A model that writes the answer to one and the same prompt once; it counts the pieces it wrote."""

    model: LanguageModel
    pieces: int = 0
    _written: dict[tuple[str, str], list[Piece]] = field(default_factory=dict)

    @property
    def writer(self) -> Writer:
        """The demonstration model is evaluated as if it were a real one."""
        return replace(self.model.writer, demonstration=False)

    async def check(self) -> None:
        await self.model.check()

    async def stream(self, prompt: Prompt, /) -> AsyncGenerator[Piece]:
        key = (prompt.system, prompt.user)
        if key in self._written and prompt.schema is None:
            for piece in self._written.pop(key):
                yield piece
            return
        written = []
        async with aclosing(self.model.stream(prompt)) as pieces:
            async for piece in pieces:
                self.pieces += isinstance(piece, Text | Thought)
                written.append(piece)
                yield piece
        self._written[key] = written


def summarise(model: str, lines: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What the lines say: accuracy, and for each standing how many answers have it and how many of these are wrong."""
    count = len(lines)
    standings = []
    for standing in Standing:
        of = [line for line in lines if line["standing"] == standing and line["answer"] is not None]
        wrong = sum(not line["right"] for line in of)
        if of:
            standings.append(
                {
                    "standing": standing.value,
                    "answers": len(of),
                    "coverage": len(of) / count,
                    "wrong": wrong,
                    "precision": 1 - wrong / len(of),
                }
            )
    return {
        "model": model,
        "questions": count,
        "accuracy": {
            ALONE: sum(line["alone_right"] for line in lines) / count if count else 0.0,
            "Lemma": sum(line["right"] for line in lines) / count if count else 0.0,
        },
        "standings": standings,
        "tokens": sum(line["tokens"] for line in lines),
        "seconds": round(sum(line["seconds"] for line in lines), 1),
    }


def _table(summary: dict[str, Any]) -> Table:
    table = Table(title=f"{summary['model']}: {summary['questions']} questions")
    for name in ("", "answers", "share", "right"):
        table.add_column(name, justify="left" if not name else "right")
    for name, accuracy in summary["accuracy"].items():
        table.add_row(name, str(summary["questions"]), "100 %", f"{accuracy:.1%}")
    for part in summary["standings"]:
        table.add_row(
            part["standing"].replace("_", "-"),
            str(part["answers"]),
            f"{part['coverage']:.1%}",
            f"{part['precision']:.1%}",
        )
    table.caption = f"{summary['tokens']} tokens written in {summary['seconds']} s"
    return table


def _chart(summary: dict[str, Any]) -> str:
    rows = [(name, 1.0, accuracy) for name, accuracy in summary["accuracy"].items()]
    rows += [(part["standing"].replace("_", "-"), part["coverage"], part["precision"]) for part in summary["standings"]]
    return bars(f"{summary['model']}, {summary['questions']} questions", rows)


def _file_name(model: str) -> str:
    return "".join(c if c.isalnum() or c in "-._" else "_" for c in Path(model).name)
