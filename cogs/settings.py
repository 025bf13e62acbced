"""/settings: one panel in which moderators see and change what holds for their server. Only the moderator sees it.

Discord hides the command from others, but server owners can hand it out again, and buttons carry no permission:
every callback looks at the permissions Discord sent with the interaction, forms when they are sent as well.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import discord
from discord import app_commands, ui
from discord.app_commands import locale_str

from cogs import choices, editors, panel, reply, zones
from cogs.asking import language_soon, manner, moderated, server_locale
from cogs.editors import Open
from cogs.stream import deliver
from cogs.views import Component, Feature, Form, Tell, chosen, component, picked
from maths.generating.topics.all import TOPICS
from maths.message import Message, counted
from tutor import access
from tutor.days import DEFAULT_ZONE, local_day, moment
from tutor.engine import Tutor
from tutor.errors import NotFoundError, QuestionRefusedError
from tutor.servers import MAX_QUOTA
from tutor.types import ChannelRule, GuildSettings, Language, Level, Look
from tutor.words import say

TYPED_CHARACTERS = 64

Moderate = Callable[[discord.Interaction, int, re.Match[str]], Awaitable[None]]
Typed = Callable[[discord.Interaction, int, str], Awaitable[None]]
Change = Callable[[GuildSettings], GuildSettings]


@dataclass(frozen=True, slots=True)
class _Line:
    """A form of one line to type in."""

    title: Message
    label: Message
    example: Message
    required: bool = True


class SettingsPanel(Feature):
    def __init__(self, tutor: Tutor, tell: Tell) -> None:
        self._tutor = tutor
        self._tell = tell
        self.components = tuple(
            self._for_moderators(template, press)
            for template, press in (
                (panel.ROOM, self._open),
                (panel.LEVEL, self._choose_level),
                (panel.LOOK, self._choose_look),
                (panel.ADAPTER, self._choose_adapter),
                (panel.LANGUAGE, self._choose_language),
                (panel.ZONE, self._ask_zone),
                (panel.HINTS, self._hints),
                (panel.EXAM, self._exam),
                (panel.CHANNEL, self._open_channel),
                (panel.CHANNEL_LEVEL, self._choose_channel_level),
                (panel.ALLOWED, self._allow),
                (panel.EVERY, self._allow_every),
                (panel.QUOTA, self._choose_quota),
                (panel.TOPIC, self._choose_topics),
                (panel.UNDO, self._undo),
                (panel.LOG, self._log),
                (panel.CLEAR, self._clear_cache),
            )
        )

    def _for_moderators(self, template: str, press: Moderate) -> Component:
        """A component that asks first whether the presser may manage the server."""

        async def checked(interaction: discord.Interaction, match: re.Match[str]) -> None:
            await press(interaction, moderated(interaction), match)

        return component(template, checked, self._tell)

    @app_commands.command(name=locale_str("settings"), description=locale_str("For moderators: Lemma on this server"))
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def settings(self, interaction: discord.Interaction) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._panel(interaction, guild_id, Open())

    async def _open(self, interaction: discord.Interaction, guild_id: int, _match: re.Match[str]) -> None:
        await interaction.response.defer()
        await self._panel(interaction, guild_id, Open(chosen(interaction)))

    async def _choose_level(self, interaction: discord.Interaction, guild_id: int, _match: re.Match[str]) -> None:
        value = chosen(interaction)
        level = None if value == editors.DEFAULT else Level(value)
        await self._change(interaction, guild_id, Open("level"), lambda settings: replace(settings, level=level))

    async def _choose_look(self, interaction: discord.Interaction, guild_id: int, _match: re.Match[str]) -> None:
        value = chosen(interaction)
        look = None if value == editors.DEFAULT else Look(value)
        await self._change(interaction, guild_id, Open("look"), lambda settings: replace(settings, look=look))

    async def _choose_adapter(self, interaction: discord.Interaction, guild_id: int, _match: re.Match[str]) -> None:
        value = chosen(interaction)
        adapter = {editors.DEFAULT: None, editors.BARE: ""}.get(value, value.removeprefix("+"))
        if adapter and adapter not in self._tutor.adapters:
            raise NotFoundError(Message("This adapter is not offered any more. Open /settings again."))
        await self._change(interaction, guild_id, Open("adapter"), lambda settings: replace(settings, adapter=adapter))

    async def _choose_language(self, interaction: discord.Interaction, guild_id: int, _match: re.Match[str]) -> None:
        value = chosen(interaction)
        own = None if value == editors.DEFAULT else Language(value)
        await self._change(interaction, guild_id, Open("language"), lambda settings: replace(settings, language=own))

    async def _ask_zone(self, interaction: discord.Interaction, _guild_id: int, _match: re.Match[str]) -> None:
        async def typed(submitted: discord.Interaction, guild_id: int, written: str) -> None:
            zone = zones.zone_of(written) if written else None
            change: Change = lambda settings: replace(settings, time_zone=zone)  # noqa: E731
            await self._change(submitted, guild_id, Open("time_zone"), change)

        line = _Line(
            Message("Time zone of the server"),
            Message("A city near you"),
            Message("For example Seoul or America/New_York; empty: Lemma's default, UTC."),
            required=False,
        )
        await self._ask(interaction, line, typed)

    async def _hints(self, interaction: discord.Interaction, guild_id: int, match: re.Match[str]) -> None:
        on = match["on"] == "1"
        await self._change(interaction, guild_id, Open("hint_first"), lambda settings: replace(settings, hint_first=on))

    async def _exam(self, interaction: discord.Interaction, guild_id: int, match: re.Match[str]) -> None:
        """An exam in a channel, or in the whole server: none, until it is switched off, or until a moment."""
        channel_id, value = int(match["channel"]), chosen(interaction)
        if value != editors.OTHER:
            await self._hold_exam(interaction, guild_id, channel_id, lambda zone: self._exam_end(value, zone), value)
            return

        async def typed(submitted: discord.Interaction, guild_id: int, written: str) -> None:
            now = self._tutor.servers.clock()
            await self._hold_exam(submitted, guild_id, channel_id, lambda zone: zones.until(written, now, zone), value)

        line = _Line(
            Message("Exam"), Message("Until when?"), Message("For example 15:30, 45 min, or 2026-11-25 15:30.")
        )
        await self._ask(interaction, line, typed)

    def _exam_end(self, value: str, zone: str) -> datetime | None:
        now = self._tutor.servers.clock()
        if value in {editors.OFF, editors.OPEN}:
            return None
        if value == editors.MIDNIGHT:
            return moment(local_day(now, zone) + timedelta(days=1), 0, zone)
        return now + timedelta(minutes=int(value))

    async def _hold_exam(
        self,
        interaction: discord.Interaction,
        guild_id: int,
        channel_id: int,
        end: Callable[[str], datetime | None],
        value: str,
    ) -> None:
        await _acknowledge(interaction)
        until = end((await self._tutor.servers.settings(guild_id)).time_zone or DEFAULT_ZONE)
        if channel_id == editors.EVERYWHERE:
            everywhere: Change = lambda settings: replace(settings, exam=value == editors.OPEN, exam_until=until)  # noqa: E731
            await self._change(interaction, guild_id, Open("exam"), everywhere)
            return
        held = value != editors.OFF
        await self._rule(interaction, guild_id, channel_id, lambda rule: replace(rule, exam=held, exam_until=until))

    async def _open_channel(self, interaction: discord.Interaction, guild_id: int, _match: re.Match[str]) -> None:
        await interaction.response.defer()
        await self._panel(interaction, guild_id, Open("channels", _ids(interaction)[0]))

    async def _choose_channel_level(
        self, interaction: discord.Interaction, guild_id: int, match: re.Match[str]
    ) -> None:
        value = chosen(interaction)
        level = None if value == editors.DEFAULT else Level(value)
        await self._rule(interaction, guild_id, int(match["channel"]), lambda rule: replace(rule, level=level))

    async def _allow(self, interaction: discord.Interaction, guild_id: int, match: re.Match[str]) -> None:
        await self._allow_these(interaction, guild_id, match["which"], _ids(interaction))

    async def _allow_every(self, interaction: discord.Interaction, guild_id: int, match: re.Match[str]) -> None:
        if match["which"] == "topics":
            await self._change(interaction, guild_id, Open("topics"), lambda settings: replace(settings, topics=()))
        else:
            await self._allow_these(interaction, guild_id, match["which"], ())

    async def _allow_these(
        self, interaction: discord.Interaction, guild_id: int, which: str, ids: tuple[int, ...]
    ) -> None:
        name = f"allowed_{which}"
        chosen_ids: dict[str, Any] = {name: ids}
        await self._change(interaction, guild_id, Open(name), lambda settings: replace(settings, **chosen_ids))

    async def _choose_quota(self, interaction: discord.Interaction, guild_id: int, _match: re.Match[str]) -> None:
        value = chosen(interaction)
        if value != editors.OTHER:
            await self._set_quota(interaction, guild_id, None if value == editors.DEFAULT else int(value))
            return

        async def typed(submitted: discord.Interaction, guild_id: int, written: str) -> None:
            if not written.isdecimal() or not 0 < int(written) <= MAX_QUOTA:
                raise QuestionRefusedError(Message("Type a whole number from 1 to {most}.", most=MAX_QUOTA))
            await self._set_quota(submitted, guild_id, int(written))

        line = _Line(
            Message("Questions per person and day"), Message("How many?"), Message("A whole number, for example 15.")
        )
        await self._ask(interaction, line, typed)

    async def _set_quota(self, interaction: discord.Interaction, guild_id: int, quota: int | None) -> None:
        await self._change(interaction, guild_id, Open("quota"), lambda settings: replace(settings, quota=quota))

    async def _choose_topics(self, interaction: discord.Interaction, guild_id: int, match: re.Match[str]) -> None:
        """What one of the selects shows is chosen anew; what the others show stays."""
        divided, at = editors.parts(), int(match["part"])
        of_this = frozenset(divided[at]) if at < len(divided) else frozenset()
        wanted = frozenset(picked(interaction)) & of_this

        def change(settings: GuildSettings) -> GuildSettings:
            kept = (frozenset(settings.topics) - of_this) | wanted
            return replace(settings, topics=tuple(key for key in TOPICS if key in kept))

        await self._change(interaction, guild_id, Open("topics"), change)

    async def _undo(self, interaction: discord.Interaction, guild_id: int, match: re.Match[str]) -> None:
        await interaction.response.defer()
        last = await self._tutor.servers.last_change(guild_id)
        await self._tutor.servers.undo(guild_id, interaction.user.id, int(match["change"]))
        names = choices.changed_names(last) if last else []
        await self._panel(interaction, guild_id, Open(names[0] if len(names) == 1 else ""))

    async def _log(self, interaction: discord.Interaction, guild_id: int, match: re.Match[str]) -> None:
        await interaction.response.defer()
        spoken = await manner(self._tutor, interaction)
        logged = await self._tutor.servers.log(guild_id, int(match["page"] or 0))
        last = await self._tutor.servers.last_change(guild_id)
        names = [name for name in choices.NAMES if name != "adapter" or self._tutor.adapters]
        await deliver(interaction, panel.log(logged, last, names, spoken.language), public=False)

    async def _clear_cache(self, interaction: discord.Interaction, _guild_id: int, _match: re.Match[str]) -> None:
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

    async def _change(self, interaction: discord.Interaction, guild_id: int, opened: Open, change: Change) -> None:
        await _acknowledge(interaction)
        await self._tutor.servers.change(guild_id, interaction.user.id, change)
        await self._panel(interaction, guild_id, opened)

    async def _rule(
        self,
        interaction: discord.Interaction,
        guild_id: int,
        channel_id: int,
        change: Callable[[ChannelRule], ChannelRule],
    ) -> None:
        await _acknowledge(interaction)
        await self._tutor.servers.rule(guild_id, interaction.user.id, channel_id, change)
        await self._panel(interaction, guild_id, Open("channels", channel_id))

    async def _ask(self, interaction: discord.Interaction, line: _Line, typed: Typed) -> None:
        """A form of one line; who sends it must still be a moderator."""
        language = await language_soon(self._tutor, interaction)

        async def submit(submitted: discord.Interaction, written: tuple[str, ...]) -> None:
            guild_id = moderated(submitted)
            await submitted.response.defer()
            await typed(submitted, guild_id, written[0].strip())

        field: ui.Label[Form] = ui.Label(
            text=say(line.label, language),
            description=say(line.example, language),
            component=ui.TextInput(max_length=TYPED_CHARACTERS, required=line.required),
        )
        await interaction.response.send_modal(Form(say(line.title, language), (field,), submit, self._tell))

    async def _panel(self, interaction: discord.Interaction, guild_id: int, opened: Open) -> None:
        """Edit the reply to the panel as it stands."""
        spoken = await manner(self._tutor, interaction)
        servers = self._tutor.servers
        now = servers.clock()
        server = choices.Server(
            access.in_force(await servers.settings(guild_id), now),
            now,
            server_locale(interaction),
            self._tutor.adapters,
            _known(interaction.guild),
        )
        last = await servers.last_change(guild_id)
        view = panel.layout(server, opened, await self._daily(guild_id), last, spoken.language)
        await deliver(interaction, view, public=False)

    async def _daily(self, guild_id: int) -> panel.Daily:
        daily = self._tutor.daily
        setup = await daily.setup(guild_id) if daily is not None else None
        if daily is None or setup is None or not setup.enabled:
            return panel.Daily(setup)
        return panel.Daily(setup, await daily.next_time(setup))


async def _acknowledge(interaction: discord.Interaction) -> None:
    """Once: a form that was sent has been acknowledged already."""
    if not interaction.response.is_done():
        await interaction.response.defer()


def _ids(interaction: discord.Interaction) -> tuple[int, ...]:
    """The channels or roles picked in a select, as Discord numbers them."""
    return tuple(sorted(int(value) for value in picked(interaction) if value.isdecimal()))


def _known(guild: discord.Guild | None) -> frozenset[int]:
    """The channels and roles that are there."""
    if guild is None:
        return frozenset()
    return frozenset(each.id for each in (*guild.channels, *guild.roles))
