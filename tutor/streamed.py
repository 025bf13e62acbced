"""A model's text as it comes: progress while it waits and writes, then the whole of it."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tutor.ports import Finish, Place, Text, Thought
from tutor.types import Progress, Stage

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tutor.ports import LanguageModel, Prompt

SAME_LINES = 4  # one after the other: it will not find out of it
WRITTEN_CHARACTERS = 40_000  # a model that writes more than this is not answering


class EndlessError(Exception):
    """A model wrote more than anybody asked for."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a model wrote, without the instructions it only repeats; not `complete` where it was stopped."""

    text: str
    complete: bool


async def written(model: LanguageModel, prompt: Prompt) -> AsyncGenerator[Progress | Written]:
    """Progress while the model waits and writes, then what it wrote. Raises EndlessError, ModelError, TooBusyError."""
    pieces: list[str] = []
    characters, truncated, writing = 0, False, True
    yield Progress(Stage.WRITING)
    async with aclosing(model.stream(prompt)) as stream:
        async for piece in stream:
            match piece:
                case Place(ahead):
                    writing = False
                    yield Progress(Stage.WAITING, ahead)
                    continue
                case Text(text):
                    pieces.append(text)
                    characters += len(text)
                    if "\n" in text and _goes_round("".join(pieces)):
                        truncated = True
                        break
                case Finish(cut):
                    truncated = cut
                case Thought():
                    pass
            if not writing:
                writing = True
                yield Progress(Stage.WRITING)
            if characters > WRITTEN_CHARACTERS:
                raise EndlessError
    yield Progress(Stage.CHECKING)
    yield Written(_without_echo("".join(pieces), prompt), not truncated)


def _goes_round(text: str) -> bool:
    """Whether a model repeats itself: the last whole lines are one and the same."""
    lines = [line.strip() for line in text.splitlines()[:-1] if line.strip()]
    return len(lines) >= SAME_LINES and len(set(lines[-SAME_LINES:])) == 1


def _without_echo(text: str, prompt: Prompt) -> str:
    """What a model wrote without the instructions it only repeats; headings stay."""
    asked = {line.strip() for line in prompt.system.splitlines() if not line.startswith("##")}
    return "\n".join(line for line in text.splitlines() if line.strip() not in asked)
