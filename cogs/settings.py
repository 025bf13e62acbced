"""/settings: what moderators choose for their server, and what its readers reported. Only the moderator sees it.

Discord hides the command from others, but server owners can hand it out again, and buttons carry no permission:
every callback looks at the permissions Discord sent with the interaction.
"""

import re
from collections.abc import Callable
from dataclasses import replace

import discord
from discord import app_commands, ui
from discord.app_commands import locale_str

from cogs import reply, text, wording
from cogs.asking import asker, manner, moderated
from cogs.stream import deliver
from cogs.views import Feature, Tell, chosen, component
from maths.message import Message, counted
from tutor.engine import DEFAULT_LEVEL, DEFAULT_LOOK, Tutor
from tutor.errors import NotFoundError
from tutor.types import GuildSettings, Language, Level, Look, Report
from tutor.words import say

LEVEL = r"lemma:settings:level"
LOOK = r"lemma:settings:look"
ADAPTER = r"lemma:settings:adapter"
REPORTS = r"lemma:settings:reports"
OPEN = r"lemma:settings:report"
CLEAR = r"lemma:settings:clear"
DEFAULT = "default"
BARE = "model"  # the choice of the model without any adapter; the names of adapters carry a sign in front
REPORT_SHOWN = 200
OPTION_CHARACTERS = 90  # Discord: 100


class SettingsPanel(Feature):
    def __init__(self, tutor: Tutor, tell: Tell) -> None:
        self._tutor = tutor
        self.components = (
            component(LEVEL, self._choose_level, tell),
            component(LOOK, self._choose_look, tell),
            component(ADAPTER, self._choose_adapter, tell),
            component(REPORTS, self._list_reports, tell),
            component(OPEN, self._open_report, tell),
            component(CLEAR, self._clear_cache, tell),
        )

    @app_commands.command(name=locale_str("settings"), description=locale_str("For moderators: Lemma on this server"))
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def settings(self, interaction: discord.Interaction) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._panel(interaction, guild_id)

    async def _choose_level(self, interaction: discord.Interaction, _match: re.Match[str]) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer()
        value = chosen(interaction)
        level = None if value == DEFAULT else Level(value)
        await self._change(interaction, guild_id, lambda settings: replace(settings, level=level))

    async def _choose_look(self, interaction: discord.Interaction, _match: re.Match[str]) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer()
        value = chosen(interaction)
        look = None if value == DEFAULT else Look(value)
        await self._change(interaction, guild_id, lambda settings: replace(settings, look=look))

    async def _choose_adapter(self, interaction: discord.Interaction, _match: re.Match[str]) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer()
        value = chosen(interaction)
        adapter = {DEFAULT: None, BARE: ""}.get(value, value.removeprefix("+"))
        if adapter and adapter not in self._tutor.adapters:
            raise NotFoundError(Message("This adapter is not offered any more. Open /settings again."))
        await self._change(interaction, guild_id, lambda settings: replace(settings, adapter=adapter))

    async def _change(
        self, interaction: discord.Interaction, guild_id: int, change: Callable[[GuildSettings], GuildSettings]
    ) -> None:
        await self._tutor.servers.change(guild_id, interaction.user.id, change)
        await self._panel(interaction, guild_id)

    async def _panel(self, interaction: discord.Interaction, guild_id: int) -> None:
        spoken = await manner(self._tutor, interaction)
        settings = await self._tutor.guild_settings(guild_id)
        await deliver(interaction, _layout(settings, self._tutor.adapters, spoken.language), public=False)

    async def _list_reports(self, interaction: discord.Interaction, _match: re.Match[str]) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        spoken = await manner(self._tutor, interaction)
        reports = await self._tutor.reports(guild_id)
        await deliver(interaction, _reports_layout(reports, spoken.language), public=False)

    async def _open_report(self, interaction: discord.Interaction, _match: re.Match[str]) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        report = next((r for r in await self._tutor.reports(guild_id) if str(r.id) == chosen(interaction)), None)
        if report is None:
            raise NotFoundError(Message("This report is not stored any more."))
        await deliver(interaction, reply.notice(f"{_reported(report)}\n{text.escape(report.text)}"), public=False)
        record = await self._tutor.recall(asker(interaction), report.record_id)
        await interaction.followup.send(view=reply.solution(record), ephemeral=True)

    async def _clear_cache(self, interaction: discord.Interaction, _match: re.Match[str]) -> None:
        moderated(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        spoken = await manner(self._tutor, interaction)
        count = await self._tutor.clear_cache()
        done = counted(
            "{count} kept answer is not given again. The model will write it anew.",
            "{count} kept answers are not given again. The model will write them anew.",
            count,
        )
        nothing = Message("No model answer is kept: the next question is written anew anyway.")
        await deliver(interaction, reply.notice(say(done if count else nothing, spoken.language)), public=False)


def _layout(settings: GuildSettings, adapters: tuple[str, ...], language: Language) -> reply.Layout:
    own = say(Message("set for this server"), language)
    otherwise = say(Message("Lemma's default"), language)
    level = say(wording.LEVELS[settings.level or DEFAULT_LEVEL], language)
    look = say(wording.LOOKS[settings.look or DEFAULT_LOOK], language)
    at_level = (
        reply.heading(Message("Settings of this server"), language),
        reply.setting(Message("Level"), level, own if settings.level else otherwise, language),
    )
    in_theme = (
        reply.setting(Message("Theme"), look, own if settings.look else otherwise, language),
        reply.small(Message("Members can choose otherwise for themselves with /preferences."), language),
    )
    levels: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=LEVEL,
        options=[
            discord.SelectOption(label=otherwise, value=DEFAULT, default=settings.level is None),
            *reply.level_options(settings.level, language),
        ],
    )
    looks: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=LOOK,
        options=[
            discord.SelectOption(label=otherwise, value=DEFAULT, default=settings.look is None),
            *reply.look_options(settings.look, language),
        ],
    )
    button: ui.Button[ui.LayoutView] = ui.Button(
        label=say(Message("Newest reports"), language), emoji="🚩", custom_id=REPORTS
    )
    clear: ui.Button[ui.LayoutView] = ui.Button(
        label=say(Message("Forget kept answers"), language), emoji="🧹", custom_id=CLEAR
    )
    return reply.layout(
        ui.TextDisplay("\n".join(at_level)),
        ui.ActionRow(levels),
        ui.TextDisplay("\n".join(in_theme)),
        ui.ActionRow(looks),
        *(_adapter_choice(settings, adapters, language) if adapters else ()),
        ui.ActionRow(button, clear),
    )


def _adapter_choice(
    settings: GuildSettings, adapters: tuple[str, ...], language: Language
) -> tuple[ui.Item[ui.LayoutView], ...]:
    """Which of the adapters the operator named writes for this server."""
    own = say(Message("set for this server"), language)
    otherwise = say(Message("Lemma's default"), language)
    bare = say(Message("The model without an adapter"), language)
    known = settings.adapter if settings.adapter in {"", *adapters} else None
    shown = otherwise if known is None else text.escape(known) or bare
    line = reply.setting(Message("Model adapter"), shown, own if known is not None else otherwise, language)
    select: ui.Select[ui.LayoutView] = ui.Select(
        custom_id=ADAPTER,
        options=[
            discord.SelectOption(label=otherwise, value=DEFAULT, default=known is None),
            discord.SelectOption(label=bare, value=BARE, default=known == ""),
            *(discord.SelectOption(label=name, value=f"+{name}", default=known == name) for name in adapters),
        ],
    )
    return ui.TextDisplay(line), ui.ActionRow(select)


def _reports_layout(reports: tuple[Report, ...], language: Language) -> reply.Layout:
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
