"""A model that says what it was told to: for tests and demonstrations."""

from __future__ import annotations

import asyncio
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from tutor.ports import Finish, Text, Thought
from tutor.types import Writer

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

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


@asynccontextmanager
async def open_scripted(settings: ScriptedSettings) -> AsyncGenerator[Scripted]:
    """The texts of the settings over and over; shown as a demonstration, for no model wrote them."""
    yield Scripted(*settings.texts, writer=Writer(settings.name, demonstration=True), repeat=True)
