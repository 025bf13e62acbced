"""`lemma explain`: a lesson in the terminal. Nothing is kept."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import aclosing
from random import Random
from typing import TYPE_CHECKING, Any

import typer

from bot.asking import WORKERS, as_object, with_model
from bot.starting import settings_or_exit
from cogs.explain import wanted
from maths.plain import plain
from maths.worker import open_mathematics
from model.choose import open_model
from tutor import lesson_page, words
from tutor.errors import TutorError
from tutor.explaining import Explainer
from tutor.types import Progress

if TYPE_CHECKING:
    from bot.settings import Settings
    from tutor.lesson import DraftLesson, Request
    from tutor.types import Language, Level

_LETTERS = "ABCD"


def run(  # noqa: PLR0913 - one for each option
    topic: str, subject: str, level: Level, language: Language, *, model: str | None, seed: int | None, as_json: bool
) -> int:
    """Print a lesson; return the exit status."""
    settings = with_model(settings_or_exit(), model)
    request = wanted(topic, subject, level, language)
    try:
        draft = asyncio.run(_lesson(settings, request, seed))
    except TutorError as error:
        typer.echo(words.say(error.message, language), err=True)
        return 1
    typer.echo(json.dumps(as_lesson(draft), ensure_ascii=False) if as_json else as_text(draft))
    return 0


async def _lesson(settings: Settings, request: Request, seed: int | None) -> DraftLesson:
    chance = None if seed is None else Random(seed)  # noqa: S311 - which problems, not a secret
    draft: DraftLesson | None = None
    async with open_mathematics(workers=WORKERS) as mathematics, open_model(settings.model, settings.data_dir) as model:
        explainer = Explainer(mathematics, mathematics, mathematics, model, chance=chance)
        async with aclosing(explainer.explain(request)) as updates:
            async for update in updates:
                if not isinstance(update, Progress):
                    draft = update
                elif sys.stderr.isatty():
                    typer.echo(f"{update.stage.value} …", err=True)
    if draft is None:
        raise AssertionError("a lesson ended without one")
    return draft


def as_lesson(draft: DraftLesson) -> dict[str, Any]:
    """A lesson as the JSON object of the command line; its mathematics as readable Unicode."""
    request, language = draft.request, draft.request.language
    return {
        "topic": request.key or request.topic,
        "title": draft.title,
        "subject": request.subject,
        "level": request.level.value,
        "language": language.value,
        "standing": draft.standing.value,
        "parts": [
            {"kind": part.kind.value, "text": plain(part.text), "voucher": part.voucher.value} for part in draft.parts
        ],
        "example": as_object(draft.example) if draft.example else None,
        "questions": [
            {
                "question": plain(lesson_page.question(draft, place)),
                "options": [plain(lesson_page.option(draft, place, at)) for at in range(len(check.options))],
                "answers": [option.typed for option in check.options],
                "right": check.right,
            }
            for place, check in enumerate(draft.checks)
        ],
        "notes": [words.say(note, language) for note in draft.notes],
        "model": draft.model.label if draft.model else None,
    }


def as_text(draft: DraftLesson) -> str:
    """A lesson as a person reads it in a terminal."""
    parts = [f"# {draft.title}", _bare(lesson_page.standing(draft))]
    parts += [f"## {block.title}\n{_bare(block.body)}" for block in lesson_page.blocks(draft)]
    for place, check in enumerate(draft.checks):
        options = (
            f"   {letter}) {plain(lesson_page.option(draft, place, at))}"
            for at, letter in enumerate(_LETTERS[: len(check.options)])
        )
        parts.append("\n".join((f"{place + 1}. {plain(lesson_page.question(draft, place))}", *options)))
    if draft.checks:
        parts.append(" ".join(f"{place + 1}{_LETTERS[check.right]}" for place, check in enumerate(draft.checks)))
    parts += [words.say(note, draft.request.language) for note in draft.notes]
    return "\n\n".join([*parts, *lesson_page.vouching(draft)])


def _bare(markdown: str) -> str:
    return plain(markdown).replace("**", "")
