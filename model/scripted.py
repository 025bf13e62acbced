"""A model that says what it was told to: for tests and demonstrations."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from tutor.ports import Finish, Text, Thought
from tutor.types import Writer

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping, Sequence
    from pathlib import Path

    from model.settings import ScriptedSettings
    from tutor.ports import Piece, Prompt

PIECE = 12  # characters


@dataclass(frozen=True, slots=True)
class Pause:
    """Nothing for some seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Endless:
    """The text again and again, a piece every so many seconds: a model that never stops."""

    text: str
    every: float = 0.0


Part: TypeAlias = str | Thought | Pause | Endless | Finish | Exception
Turn: TypeAlias = Part | tuple[Part, ...]


class ScriptEndedError(Exception):
    """More was asked of a scripted model than was written for it: a defect of the test."""


class Scripted:
    """`Scripted("ANSWER: 5", (Thought("hm"), "ANSWER: 3"), ModelUnavailableError(...))`: a turn a call.

    A turn is a part or several: text (yielded in pieces of 12 characters), thoughts, pauses, an error to
    raise, endless text, or `Finish(truncated=True)` to end differently. With `repeat`, the first turn
    follows the last. `prompts` holds what was asked, `running` how many streams are open now.
    """

    def __init__(self, *turns: Turn, writer: Writer | None = None, repeat: bool = False) -> None:
        self._turns = turns
        self._repeat = repeat
        self._writer = writer or Writer("scripted")
        self.prompts: list[Prompt] = []
        self.running = 0

    @property
    def writer(self) -> Writer:
        return self._writer

    async def check(self) -> None:
        """A script is always there."""

    async def stream(self, prompt: Prompt, /) -> AsyncGenerator[Piece]:
        turn = self._next_turn()
        self.prompts.append(prompt)
        self.running += 1
        try:
            async with aclosing(_play(turn if isinstance(turn, tuple) else (turn,))) as pieces:
                async for piece in pieces:
                    yield piece
        finally:
            self.running -= 1

    def _next_turn(self) -> Turn:
        number = len(self.prompts)
        if not self._turns or (number >= len(self._turns) and not self._repeat):
            reason = f"the script has {len(self._turns)} turns and was asked for turn {number + 1}"
            raise ScriptEndedError(reason)
        return self._turns[number % len(self._turns)]


async def _play(parts: Sequence[Part]) -> AsyncGenerator[Piece]:
    for part in parts:
        match part:
            case str():
                for start in range(0, len(part), PIECE):
                    yield Text(part[start : start + PIECE])
                    await asyncio.sleep(0)
            case Thought():
                yield part
            case Pause(seconds):
                await asyncio.sleep(seconds)
            case Endless(text, every):
                while True:
                    yield Text(text)
                    await asyncio.sleep(every)
            case Finish():
                yield part
                return
            case _:
                raise part
    yield Finish(truncated=False)


class Replayed:
    """A model that answers each problem with the solutions written for it, in turn, and anything else with nothing."""

    def __init__(self, solutions: Mapping[str, Sequence[str]], writer: Writer) -> None:
        self._solutions = {_plain(problem): tuple(texts) for problem, texts in solutions.items()}
        self._asked: Counter[str] = Counter()
        self._writer = writer

    @property
    def writer(self) -> Writer:
        return self._writer

    async def check(self) -> None:
        """What was written is always there."""

    async def stream(self, prompt: Prompt, /) -> AsyncGenerator[Piece]:
        asked = _plain(prompt.user)
        problem = max((known for known in self._solutions if known in asked), key=len, default=None)
        if problem is None or prompt.schema is not None:
            yield Finish(truncated=False)
            return
        texts = self._solutions[problem]
        text = texts[self._asked[problem] % len(texts)]
        self._asked[problem] += 1
        async with aclosing(_play((text,))) as pieces:
            async for piece in pieces:
                yield piece


def _plain(text: str) -> str:
    return " ".join(text.split())


def _read_solutions(place: Path) -> dict[str, list[str]]:
    solutions: dict[str, list[str]] = {}
    for line in place.read_text(encoding="utf-8").splitlines():
        if line.strip():
            written = json.loads(line)
            solutions.setdefault(written["problem"], []).append(written["solution"])
    return solutions


@asynccontextmanager
async def open_scripted(settings: ScriptedSettings) -> AsyncGenerator[Scripted | Replayed]:
    """The texts of the settings over and over, or of the file to replay; a demonstration: no model writes them."""
    writer = Writer(settings.name, demonstration=True)
    if settings.replay is not None:
        yield Replayed(_read_solutions(settings.replay), writer)
    else:
        yield Scripted(*settings.texts, writer=writer, repeat=True)
