"""`lemma model try`: one answer of one model, as it comes."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from contextlib import aclosing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from model.choose import open_model
from tutor import prompts, words
from tutor.errors import ModelError, TooBusyError
from tutor.ports import Finish, Place, Text, Thought
from tutor.types import Level, Question

if TYPE_CHECKING:
    from bot.settings import Settings
    from tutor.ports import LanguageModel, Prompt
    from tutor.types import Language

DIM, PLAIN = "\x1b[2m", "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a text came: seconds to its first piece and in all; pieces are about tokens."""

    first: float
    seconds: float
    pieces: int

    @property
    def rate(self) -> float:
        """Pieces a second once it had begun."""
        writing = self.seconds - self.first
        return (self.pieces - 1) / writing if writing > 0 else 0.0


def run(settings: Settings, text: str, language: Language, *, thinking: bool) -> int:
    """Stream the answer to standard output, its pace to standard error; the exit status."""
    logging.getLogger().setLevel(logging.ERROR)
    prompt = prompts.solution(Question(text, Level.INTERMEDIATE, language))
    try:
        return asyncio.run(_tried(settings, prompt, thinking=thinking))
    except (ModelError, TooBusyError) as error:
        typer.echo(words.say(error.message, language), err=True)
        return 1


async def _tried(settings: Settings, prompt: Prompt, *, thinking: bool) -> int:
    async with open_model(settings.model, settings.data_dir) as model:
        if model is None:
            typer.echo("There is no model to try: name one, or set LEMMA_MODEL__BACKEND.", err=True)
            return 1
        await model.check()  # loading is not the model's pace
        pace, cut = await _streamed(model, prompt, thinking=thinking)
    note = " (stopped at its limit)" if cut else ""
    typer.echo(
        f"{model.writer.label}: about {pace.pieces} tokens{note}, the first after {pace.first:.2f} s, "
        f"{pace.rate:.1f} tokens/s",
        err=True,
    )
    return 0


async def _streamed(model: LanguageModel, prompt: Prompt, *, thinking: bool) -> tuple[Pace, bool]:
    begun = time.perf_counter()
    first, pieces, cut, dimmed = 0.0, 0, False, False
    async with aclosing(model.stream(prompt)) as stream:
        async for piece in stream:
            match piece:
                case Place():
                    continue
                case Finish(truncated):
                    cut = truncated
                    continue
                case Thought(text):
                    shown = thinking
                case Text(text):
                    shown = True
            pieces += 1
            first = first or time.perf_counter() - begun
            if shown:
                dimmed = _write(text, dim=isinstance(piece, Thought), dimmed=dimmed)
    sys.stdout.write((PLAIN if dimmed else "") + "\n")
    sys.stdout.flush()
    return Pace(first, time.perf_counter() - begun, pieces), cut


def _write(text: str, *, dim: bool, dimmed: bool) -> bool:
    """Without what would steer the terminal; returns whether it is dim now."""
    safe = "".join(c for c in text if c.isprintable() or c in "\n\t")
    turn = ""
    if dim is not dimmed and sys.stdout.isatty():
        turn = DIM if dim else PLAIN + "\n\n"
        dimmed = dim
    sys.stdout.write(turn + safe)
    sys.stdout.flush()
    return dimmed
