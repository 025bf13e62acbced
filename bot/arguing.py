"""`lemma argue`: one argument in the terminal. Nothing is kept."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import aclosing
from typing import TYPE_CHECKING, Any

import typer

from bot.asking import as_text, one_of, with_model
from bot.starting import settings_or_exit
from maths.logic.argued.language import Role
from maths.worker import open_mathematics
from model.choose import open_model
from tutor import words
from tutor.arguing import Arguing
from tutor.errors import TutorError
from tutor.types import Asked, Language, Level, Question, Solution

if TYPE_CHECKING:
    from bot.settings import Settings
    from maths.logic.argued.answer import Argued
    from maths.message import Message


def run(text: str | None, *, language: str, model: str | None, as_json: bool) -> None:
    spoken = one_of(Language, "--language", language)
    settings = with_model(settings_or_exit(), model)
    question = Question(sys.stdin.read() if text is None else text, Level.INTERMEDIATE, spoken, Asked.ARGUMENT)
    try:
        solution, argued = asyncio.run(_judged(settings, question))
    except TutorError as error:
        typer.echo(words.say(error.message, spoken), err=True)
        raise typer.Exit(1) from None
    typer.echo(json.dumps(as_object(solution, argued), ensure_ascii=False) if as_json else as_text(solution))


async def _judged(settings: Settings, question: Question) -> tuple[Solution, Argued | None]:
    async with (
        open_mathematics(workers=1, warm="maths.logic.argument") as mathematics,
        open_model(settings.model, settings.data_dir) as model,
    ):
        arguing = Arguing(mathematics, model, max_tries=settings.solve.max_tries)
        async with aclosing(arguing.solve(question)) as updates:
            found = [update async for update in updates if isinstance(update, Solution)]
        return found[-1], await arguing.draw(found[-1])


def as_object(solution: Solution, argued: Argued | None) -> dict[str, Any]:
    """What is known of the argument as the JSON object of the command line."""
    language, verdict = solution.question.language, solution.verdict
    lines = argued.lines if argued else ()
    premises = [line for line in lines if line.role is Role.PREMISE]
    judgement = argued.judgement if argued else None

    def said(message: Message | None) -> str | None:
        return None if message is None else words.say(message, language)

    return {
        "text": solution.question.text,
        "premises": [said(line.said) for line in premises],
        "conclusion": said(lines[-1].said) if lines else None,
        "letters": {meaning.symbol: meaning.phrase for meaning in argued.meanings} if argued else {},
        "formal": argued.formal if argued else None,
        "valid": judgement.valid if judgement else None,
        "counterexample": said(argued.world) if argued else None,
        "form": said(judgement.form.name) if judgement and judgement.form else None,
        "needs": [number + 1 for number in judgement.needs] if judgement else [],
        "missing": [said(message) for _, message in argued.missing] if argued else [],
        "consistent": judgement.consistent if judgement else None,
        "standing": verdict.standing.value,
        "method": said(verdict.method),
        "reason": said(verdict.reason),
        "notes": [said(note) for note in solution.notes],
        "model": solution.model.label if solution.model else None,
        "seconds": round(solution.seconds, 3),
    }
