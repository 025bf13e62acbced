"""Servers that removed Lemma: noticed at once, or at the next start; what they set is kept a while."""

import asyncio
from collections.abc import Awaitable, Collection
from contextlib import suppress

import discord
import structlog
from discord.ext import commands

from cogs.views import Feature
from tutor.engine import Tutor
from tutor.errors import TutorError
from tutor.servers import Departing

log = structlog.get_logger(__name__)


class Departures(Feature):
    def __init__(self, bot: discord.Client, tutor: Tutor) -> None:
        self._bot = bot
        self._departing = tutor.departing
        self._looking: asyncio.Task[None] | None = None

    async def cog_load(self) -> None:
        if self._departing is not None:
            self._looking = asyncio.create_task(self._look(self._departing))

    async def cog_unload(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            with suppress(asyncio.CancelledError):
                await self._looking

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        if self._departing is not None:
            await _noted(self._departing.leave(guild.id))

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        if self._departing is not None:
            await _noted(self._departing.come(guild.id))

    async def _look(self, departing: Departing) -> None:
        await self._bot.wait_until_ready()
        await departing.run(self._present)

    def _present(self) -> Collection[int] | None:
        """Every server, those that Discord cannot reach just now among them; None while some shard is not connected."""
        return frozenset(guild.id for guild in self._bot.guilds) if _complete(self._bot) else None


def _complete(bot: discord.Client) -> bool:
    """Whether every shard says which servers there are."""
    if not bot.is_ready():
        return False
    shards = bot.shards.values() if isinstance(bot, discord.AutoShardedClient) else ()
    return not any(shard.is_closed() for shard in shards)


async def _noted(noting: Awaitable[None]) -> None:
    """What the database does not take now is noticed at the next look."""
    try:
        await noting
    except TutorError as error:
        log.warning("departure_not_noted", reason=str(error))
