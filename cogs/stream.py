"""Edits of one reply: at most one progress edit a second, the newest wins, the last is always sent."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import aiohttp
import discord
import structlog

if TYPE_CHECKING:
    from cogs.reply import Layout

log = structlog.get_logger(__name__)

RETRIES = (1.0, 2.0, 4.0, 8.0, 16.0)  # seconds; discord.py has tried five times before each of these

TOKEN_GONE = frozenset({50027, 10015, 10062})  # invalid webhook token, unknown webhook, unknown interaction
MESSAGE_GONE = frozenset({10008, 10003})  # somebody deleted the reply, or the thread it stands in
_TOO_MANY = 429
_SERVER_ERROR = 500


@dataclass(frozen=True, slots=True)
class Tempo:
    """How often progress is shown, in seconds: `patience` before the first is worth an edit, `gap` between two."""

    patience: float = 0.7
    gap: float = 1.0


STEADY = Tempo()


class Edits:
    """The edits of an interaction's reply while its answer is on the way; `public`: others see the reply too."""

    def __init__(self, interaction: discord.Interaction, tempo: Tempo, *, public: bool = True) -> None:
        self._interaction = interaction
        self._gap = tempo.gap
        self._public = public
        self._newest: Layout | None = None
        self._sending = asyncio.Lock()
        self._waiting: asyncio.Task[None] | None = None
        self._due = asyncio.get_running_loop().time() + tempo.patience

    def show(self, view: Layout) -> None:
        """Show a step of progress when its turn comes, unless a newer one or the last comes first."""
        self._newest = view
        if self._waiting is None:
            self._waiting = asyncio.create_task(self._when_due())

    async def now(self, view: Layout, instead: Layout | None = None) -> Layout | None:
        """Show this at once, in the place of any progress still waiting; returns when Discord has it.

        `instead` is shown where Discord does not take it with its files. Returns what stands in the reply now, None
        where that can no longer be edited.
        """
        self._newest = None
        async with self._sending:
            self._stop_waiting()
            stands = await deliver(self._interaction, view, instead=instead, public=self._public)
            self._due = asyncio.get_running_loop().time() + self._gap
            return stands

    async def close(self) -> None:
        """Forget the progress still waiting."""
        self._newest = None
        async with self._sending:
            self._stop_waiting()

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    async def _when_due(self) -> None:
        while self._newest is not None:
            await asyncio.sleep(self._due - asyncio.get_running_loop().time())
            async with self._sending:
                view, self._newest = self._newest, None
                if view is not None:
                    await self._try(view)
                self._due = asyncio.get_running_loop().time() + self._gap
        self._waiting = None

    async def _try(self, view: Layout) -> None:
        try:
            await _edit(self._interaction, view)
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.warning("progress_edit_failed", error=str(error))


async def deliver(
    interaction: discord.Interaction, view: Layout, *, instead: Layout | None = None, public: bool = True
) -> Layout | None:
    """Edit the reply, again and again while Discord fails; `instead` where it does not take the view with its files.

    Once its token is gone (after 15 minutes), a public reply is posted in the channel instead. Returns what stands in
    the reply now; None where it could not be edited any more.
    """
    for delay in (*RETRIES, None):
        match await _outcome(interaction, view):
            case None:
                return view
            case discord.HTTPException(code=code) if code in MESSAGE_GONE:
                return None
            case discord.HTTPException(code=code) if code in TOKEN_GONE and public:
                await _post(interaction, instead or view)
                return None
            case failure if instead is not None:
                log.warning("files_refused", error=str(failure))
                return await deliver(interaction, instead, public=public)
            case failure if delay is None or not _may_pass(failure):
                raise failure
        await asyncio.sleep(delay or 0)
    raise AssertionError("the last try returns or raises")


async def _edit(interaction: discord.Interaction, view: Layout) -> None:
    """An edit says which files stand from now on: none of an earlier state stays by itself."""
    kept = discord.utils.MISSING if view.files is None else [attached.file() for attached in view.files]
    await interaction.edit_original_response(view=view, attachments=kept)


async def _outcome(interaction: discord.Interaction, view: Layout) -> Exception | None:
    """What an edit failed with, or None."""
    try:
        await _edit(interaction, view)
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        return error
    except RuntimeError:
        if not interaction.client.is_closed():  # else Lemma is stopping, and its session is closed already
            raise
    return None


def _may_pass(failure: Exception) -> bool:
    """Whether another try may succeed: Discord's own trouble, too many requests, or the network."""
    if not isinstance(failure, discord.HTTPException):
        return True
    return failure.status >= _SERVER_ERROR or failure.status == _TOO_MANY


async def _post(interaction: discord.Interaction, view: Layout) -> None:
    try:
        files = [attached.file() for attached in view.files or ()]
        await cast("discord.abc.Messageable", interaction.channel).send(view=view, files=files)
    except (discord.HTTPException, discord.ClientException, AttributeError) as error:
        log.warning("reply_lost", error=str(error))
