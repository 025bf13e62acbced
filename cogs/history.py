"""/history: one's own solutions, newest first; each can be shown again. Only the asker sees it."""

import re

import discord
from discord import app_commands, ui
from discord.app_commands import locale_str

from cogs import answered, coded, hinting, ladder, lessons, pictured, playing, reply, talks, text
from cogs.asking import asker, manner
from cogs.stream import deliver
from cogs.views import Feature, Tell, chosen, component
from maths.message import Message
from tutor.engine import Tutor
from tutor.types import HistoryPage, Language, Record
from tutor.words import say

TURN = r"lemma:history:page:(?P<page>\d+)"
SHOW = r"lemma:history:show"
OPTION_CHARACTERS = 90  # Discord: 100


class History(Feature):
    def __init__(self, tutor: Tutor, tell: Tell) -> None:
        self._tutor = tutor
        self.components = (component(TURN, self._turn, tell), component(SHOW, self._show, tell))

    @app_commands.command(name=locale_str("history"), description=locale_str("Your own questions and their answers"))
    async def history(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._page(interaction, 0)
        await self._news(interaction)

    async def _news(self, interaction: discord.Interaction) -> None:
        """What became of one's own reports, where no direct message said so."""
        for report in await self._tutor.report_news(asker(interaction)):
            spoken = await manner(self._tutor, interaction)
            record = await self._tutor.reporting.record(report)
            letter = answered.letter(report, record, "", spoken.language)
            await interaction.followup.send(view=letter, ephemeral=True)
            await self._tutor.reporting.told(report)

    async def _turn(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        await self._page(interaction, int(match["page"]))

    async def _page(self, interaction: discord.Interaction, page: int) -> None:
        spoken = await manner(self._tutor, interaction)
        listed = await self._tutor.history(asker(interaction), page)
        closed = await self._closed(listed)
        others = await self._others(interaction, spoken.language)
        await deliver(interaction, _layout(listed, closed, spoken.language, others), public=False)

    async def _others(self, interaction: discord.Interaction, language: Language) -> list[ui.Button[ui.LayoutView]]:
        """The ways to what else somebody had: puzzles, lessons, conversations, code."""
        who = asker(interaction)
        buttons = [playing.list_button(language)] if await self._tutor.has_played(who) else []
        learned, talked = await self._tutor.has_learned(who)
        buttons += [lessons.list_button(language)] if learned else []
        buttons += [talks.list_button(language)] if talked else []
        return buttons + ([coded.list_button(language)] if await self._tutor.has_coded(who) else [])

    async def _closed(self, listed: HistoryPage) -> frozenset[int]:
        """Whose solutions are not open yet."""
        if self._tutor.laddering is None:
            return frozenset()
        return await self._tutor.laddering.closed([record.id for record in listed.records])

    async def _show(self, interaction: discord.Interaction, _match: re.Match[str]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        who, record_id = asker(interaction), int(chosen(interaction))
        if self._tutor.laddering and (closed := await self._tutor.laddering.own(who, record_id)):
            spoken = await manner(self._tutor, interaction)
            await hinting.show(self._tutor, interaction, closed, spoken.language)
            return
        record = await self._tutor.recall(who, record_id)
        await pictured.show(self._tutor, interaction, record)


def _layout(
    listed: HistoryPage, closed: frozenset[int], language: Language, buttons: list[ui.Button[ui.LayoutView]]
) -> reply.Layout:
    others = [ui.ActionRow[ui.LayoutView](*buttons)] if buttons else []
    if not listed.records:
        nothing = say(Message("You have not asked anything yet. Type /solve and a problem."), language)
        return reply.notice(nothing, *others)
    title = reply.heading(Message("Your questions"), language)
    lines = "\n".join(
        f"- {ladder.summary(record) if record.id in closed else reply.summary(record)}" for record in listed.records
    )
    select: ui.Select[ui.LayoutView] = ui.Select(
        custom_id="lemma:history:show",
        placeholder=say(Message("Show one again in full"), language),
        options=[_option(record, hidden=record.id in closed) for record in listed.records],
    )
    rows = [ui.ActionRow(select)]
    if listed.pages > 1:
        rows.append(reply.turning("lemma:history:page", listed.page, listed.pages, language))
    return reply.notice(f"{title}\n{lines}", *rows, *others)


def _option(record: Record, *, hidden: bool) -> discord.SelectOption:
    answer = None if hidden else record.solution.answer
    return discord.SelectOption(
        label=text.shorten(record.solution.question.text, OPTION_CHARACTERS) or "—",
        description=text.shorten(answer.typed, OPTION_CHARACTERS) if answer else None,
        value=str(record.id),
    )
