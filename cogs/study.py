"""/review, /progress and /leaderboard: what comes back, how one is doing, and who is ahead."""

import asyncio
import re
from contextlib import suppress

import discord
from discord import app_commands
from discord.app_commands import locale_str

from cogs import doing, letters, pictured, reply
from cogs.asking import asker, manner, public_language
from cogs.giving import present
from cogs.stream import deliver
from cogs.views import Feature, Tell, component
from maths.message import Message
from tutor.engine import Tutor
from tutor.errors import NotAllowedError
from tutor.learning import Reminder
from tutor.reminders import Reminding
from tutor.types import Look
from tutor.words import say

REVIEW = r"lemma:review:next"
LEADERS = r"lemma:leaders:(?P<period>day|week|ever)"
RANK = r"lemma:rank:(?P<period>day|week|ever)"
DAYS = {"day": 1, "week": 7, "ever": None}


class Study(Feature):
    def __init__(self, bot: discord.Client, tutor: Tutor, tell: Tell) -> None:
        self._bot = bot
        self._tutor = tutor
        self._reminding: asyncio.Task[None] | None = None
        self.components = (
            component(REVIEW, self._go_on, tell),
            component(LEADERS, self._turn, tell),
            component(RANK, self._rank, tell),
        )

    async def cog_load(self) -> None:
        if self._tutor.reminding is not None:
            self._reminding = asyncio.create_task(self._remind(self._tutor.reminding))

    async def cog_unload(self) -> None:
        if self._reminding is not None:
            self._reminding.cancel()
            with suppress(asyncio.CancelledError):
                await self._reminding

    async def _remind(self, reminding: Reminding) -> None:
        await self._bot.wait_until_ready()
        await reminding.run(self._write_to)

    async def _write_to(self, reminder: Reminder) -> None:
        """A direct message. Raises NotAllowedError, BoardBusyError."""
        await letters.write_to(self._bot, reminder.user_id, doing.reminder(reminder))

    @app_commands.command(
        name=locale_str("review"), description=locale_str("Problems like those you got wrong, when due")
    )
    async def review(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._review(interaction)

    async def _go_on(self, interaction: discord.Interaction, _match: re.Match[str]) -> None:
        await interaction.response.defer()
        await self._review(interaction)

    async def _review(self, interaction: discord.Interaction) -> None:
        spoken = await manner(self._tutor, interaction)
        task = await self._tutor.trainer.review(asker(interaction))
        if task is not None:
            await present(self._tutor, interaction, task, spoken)
            return
        progress = await self._tutor.trainer.progress(asker(interaction))
        await deliver(interaction, doing.nothing_due(progress, spoken.language), public=False)

    @app_commands.command(
        name=locale_str("progress"), description=locale_str("How you are doing: days, topics, streak")
    )
    async def progress(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        spoken = await manner(self._tutor, interaction)
        progress = await self._tutor.trainer.progress(asker(interaction))
        charts = doing.charts(progress, spoken.language)
        pictures = []
        if spoken.look is not Look.TEXT and pictured.may_attach(interaction):
            pictures = [drawn for chart in charts if (drawn := await pictured.chart(self._tutor, chart, spoken))]
        plain = doing.progress(progress, spoken.language)
        view = doing.progress(progress, spoken.language, pictures) if pictures else plain
        await deliver(interaction, view, instead=plain if pictures else None, public=False)

    @app_commands.command(name=locale_str("leaderboard"), description=locale_str("Who has most points on this server"))
    @app_commands.rename(period=locale_str("period"))
    @app_commands.describe(period=locale_str("Of which days; without it, this week"))
    @app_commands.choices(
        period=[
            app_commands.Choice(name=locale_str("Today"), value="day"),
            app_commands.Choice(name=locale_str("Seven days"), value="week"),
            app_commands.Choice(name=locale_str("All time"), value="ever"),
        ]
    )
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def leaderboard(
        self, interaction: discord.Interaction, period: app_commands.Choice[str] | None = None
    ) -> None:
        await interaction.response.defer(thinking=True)
        await self._leaders(interaction, period.value if period else "week")

    async def _turn(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        await self._leaders(interaction, match["period"])

    async def _leaders(self, interaction: discord.Interaction, period: str) -> None:
        guild_id = asker(interaction).guild_id
        if guild_id is None:
            raise NotAllowedError(Message("A leaderboard belongs to a server that has added me."))
        language = await public_language(self._tutor, interaction)
        leaders = await self._tutor.trainer.leaders(guild_id, DAYS[period])
        await deliver(interaction, doing.leaderboard(leaders, period, language))

    async def _rank(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """Show the presser on leaderboards, or do not any more."""
        await interaction.response.defer()
        spoken = await manner(self._tutor, interaction)
        ranked = await self._tutor.toggle_ranked(asker(interaction))
        shown = Message("You are shown on leaderboards now. Press again to be taken off.")
        hidden = Message("You are not shown on leaderboards any more.")
        await self._leaders(interaction, match["period"])
        said = reply.notice(say(shown if ranked else hidden, spoken.language))
        await interaction.followup.send(view=said, ephemeral=True)
