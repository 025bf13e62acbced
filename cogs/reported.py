"""What readers reported of a server's solutions, for its moderators."""

import re

import discord
from discord import ui

from cogs import panel, reply, text
from cogs.asking import asker, manner, moderated
from cogs.stream import deliver
from cogs.views import Feature, Tell, chosen, component
from maths.message import Message
from tutor.engine import Tutor
from tutor.errors import NotFoundError
from tutor.types import Language, Report
from tutor.words import say

OPEN = r"lemma:settings:report"
REPORT_SHOWN = 200
OPTION_CHARACTERS = 90  # Discord: 100


class Reported(Feature):
    def __init__(self, tutor: Tutor, tell: Tell) -> None:
        self._tutor = tutor
        self.components = (component(panel.REPORTS, self._list, tell), component(OPEN, self._open, tell))

    async def _list(self, interaction: discord.Interaction, _match: re.Match[str]) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        spoken = await manner(self._tutor, interaction)
        reports = await self._tutor.reports(guild_id)
        await deliver(interaction, _layout(reports, spoken.language), public=False)

    async def _open(self, interaction: discord.Interaction, _match: re.Match[str]) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        report = next((r for r in await self._tutor.reports(guild_id) if str(r.id) == chosen(interaction)), None)
        if report is None:
            raise NotFoundError(Message("This report is not stored any more."))
        await deliver(interaction, reply.notice(f"{_reported(report)}\n{text.escape(report.text)}"), public=False)
        record = await self._tutor.recall(asker(interaction), report.record_id)
        await interaction.followup.send(view=reply.solution(record), ephemeral=True)


def _layout(reports: tuple[Report, ...], language: Language) -> reply.Layout:
    if not reports:
        return reply.notice(say(Message("No mistake has been reported on this server."), language))
    lines = [reply.heading(Message("Newest reports"), language)]
    lines += [f"- {_reported(report)}: {text.escape(text.shorten(report.text, REPORT_SHOWN))}" for report in reports]
    select: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=OPEN,
        placeholder=say(Message("Read one with its solution"), language),
        options=[
            discord.SelectOption(label=text.shorten(report.text, OPTION_CHARACTERS) or "—", value=str(report.id))
            for report in reports
        ],
    )
    return reply.notice("\n".join(lines), ui.ActionRow(select))


def _reported(report: Report) -> str:
    return f"<@{report.reporter.user_id}> {discord.utils.format_dt(report.reported_at, 'R')}"
