"""What is on its way: shown as it comes, and stopped by whoever asked for it."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import aclosing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import discord
from discord import ui

from cogs import reply
from maths.message import Message
from tutor.types import Progress
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable

    from cogs.stream import Edits
    from tutor.types import Language

CANCEL = r"lemma:talk:cancel:(?P<run>\d+):(?P<owner>\d+)"
REMEMBERED = 1_000  # finished runs whose late Cancel changes nothing
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shown:
    """A layout, and the same without files for where Discord takes none."""

    view: reply.Layout
    instead: reply.Layout | None = None


class Underway(Generic[T]):
    """Follows work for interactions until it is done, stopped or failed."""

    def __init__(self) -> None:
        self._runs: dict[int, asyncio.Task[T | None]] = {}
        self._done: deque[int] = deque(maxlen=REMEMBERED)

    async def follow(
        self,
        interaction: discord.Interaction,
        updates: AsyncGenerator[Progress | T],
        edits: Edits,
        waiting: Callable[[Progress, T | None, bool], reply.Layout],
        ready: Callable[[T], Awaitable[Shown]],
    ) -> T | None:
        """Show progress and every result; the last result, None where it was stopped before any. Raises TutorError.

        `waiting` gets the last result, and whether it stands in the reply with its files.
        """
        last: list[T] = []

        async def work() -> T | None:
            pending = stands = False
            async with aclosing(updates) as coming:
                async for update in coming:
                    pending = isinstance(update, Progress)
                    if isinstance(update, Progress):
                        edits.show(waiting(update, last[-1] if last else None, stands))
                    else:
                        last.append(update)
                        stands = await _now(edits, await ready(update))
            if pending and last:
                await _now(edits, await ready(last[-1]))
            return last[-1] if last else None

        run = self._runs[interaction.id] = asyncio.create_task(work())
        try:
            await asyncio.wait({run})
        finally:
            run.cancel()
            await asyncio.wait({run})
            del self._runs[interaction.id]
            self._done.append(interaction.id)
            await edits.close()
        if not run.cancelled():
            return run.result()
        if last:
            await _now(edits, await ready(last[-1]))
        return last[-1] if last else None

    def stop(self, run_id: int) -> bool:
        """Stop what is on its way, or was a moment ago; False for what a restart cut off."""
        if (run := self._runs.get(run_id)) is not None:
            run.cancel()
            return True
        return run_id in self._done


async def _now(edits: Edits, shown: Shown) -> bool:
    """Whether Discord took it with its files."""
    return await edits.now(shown.view, shown.instead) is shown.view


def cancel(run: int, owner: int, language: Language, *, writing: bool) -> ui.ActionRow[ui.LayoutView]:
    """The button that stops it; `writing`: something stands there already."""
    label = Message("Stop writing") if writing else Message("Cancel")
    button: ui.Button[ui.LayoutView] = ui.Button(
        label=say(label, language), emoji="✖️", custom_id=f"lemma:talk:cancel:{run}:{owner}"
    )
    return ui.ActionRow(button)


def ended(sentence: Message, language: Language) -> reply.Layout:
    """What stands in the place of something that was stopped, or that a restart cut off."""
    return reply.notice(say(sentence, language))
