"""/preferences: one's own language, level, theme, time zone, ranks and reminders. Only the asker sees it."""

import re
from dataclasses import replace

import discord
from discord import app_commands, ui
from discord.app_commands import locale_str

from cogs import reply, wording, zones
from cogs.asking import asker, language_soon, manner
from cogs.stream import deliver
from cogs.views import Feature, Form, Tell, chosen, component
from maths.message import Message
from tutor.engine import Manner, Tutor
from tutor.types import Language, Level, Look, Preferences
from tutor.words import say

CHOOSE = r"lemma:preferences:(?P<which>language|level|look)"
TOGGLE = r"lemma:preferences:toggle:(?P<which>ranked|reminded)"
ZONE = r"lemma:preferences:zone"
FOLLOW = "follow"
ZONE_CHARACTERS = 64


class PreferencesPanel(Feature):
    def __init__(self, tutor: Tutor, tell: Tell) -> None:
        self._tutor = tutor
        self._tell = tell
        self.components = (
            component(CHOOSE, self._choose, tell),
            component(TOGGLE, self._toggle, tell),
            component(ZONE, self._ask_zone, tell),
        )

    @app_commands.command(
        name=locale_str("preferences"), description=locale_str("Your own language, level, theme, time zone, reminders")
    )
    async def preferences(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._panel(interaction)

    async def _choose(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        who, value = asker(interaction), chosen(interaction)
        own = await self._tutor.preferences(who)
        match match["which"]:
            case "language":
                own = replace(own, language=None if value == FOLLOW else Language(value))
            case "level":
                own = replace(own, level=None if value == FOLLOW else Level(value))
            case _:
                own = replace(own, look=None if value == FOLLOW else Look(value))
        await self._tutor.prefer(who, own)
        await self._panel(interaction)

    async def _toggle(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        who = asker(interaction)
        own = await self._tutor.preferences(who)
        if match["which"] == "ranked":
            own = replace(own, ranked=not own.ranked)
        else:
            own = replace(own, reminded=not own.reminded)
        await self._tutor.prefer(who, own)
        await self._panel(interaction)

    async def _ask_zone(self, interaction: discord.Interaction, _match: re.Match[str]) -> None:
        language = await language_soon(self._tutor, interaction)

        async def submit(submitted: discord.Interaction, written: tuple[str, ...]) -> None:
            await submitted.response.defer()
            who = asker(submitted)
            zone = zones.zone_of(written[0]) if written[0].strip() else None
            await self._tutor.prefer(who, replace(await self._tutor.preferences(who), time_zone=zone))
            await self._panel(submitted)

        field: ui.Label[Form] = ui.Label(
            text=say(Message("A city near you"), language),
            description=say(Message("For example Seoul or America/New_York; empty: follow the server."), language),
            component=ui.TextInput(max_length=ZONE_CHARACTERS, required=False),
        )
        title = say(Message("Your time zone"), language)
        await interaction.response.send_modal(Form(title, (field,), submit, self._tell))

    async def _panel(self, interaction: discord.Interaction) -> None:
        own = await self._tutor.preferences(asker(interaction))
        spoken = await manner(self._tutor, interaction)
        await deliver(interaction, _layout(own, spoken), public=False)


def _layout(own: Preferences, spoken: Manner) -> reply.Layout:
    language = spoken.language
    follow_discord = say(Message("Follow Discord"), language)
    follow_server = say(Message("Follow the server"), language)
    source = say(Message("your choice"), language)
    title = reply.heading(Message("Your preferences"), language)
    in_language = reply.setting(
        Message("Language"), wording.LANGUAGES[language], source if own.language else follow_discord, language
    )
    at_level = reply.setting(
        Message("Level"), say(wording.LEVELS[spoken.level], language), source if own.level else follow_server, language
    )
    in_theme = reply.setting(
        Message("Theme"), say(wording.LOOKS[spoken.look], language), source if own.look else follow_server, language
    )
    about = reply.small(
        Message("How worked solutions are shown to you. Lemma cannot see whether your Discord is dark or light."),
        language,
    )
    languages: ui.Select[ui.LayoutView] = ui.Select(
        custom_id="lemma:preferences:language",
        options=[
            discord.SelectOption(label=follow_discord, value=FOLLOW, default=own.language is None),
            *(
                discord.SelectOption(label=name, value=each, default=own.language is each)
                for each, name in wording.LANGUAGES.items()
            ),
        ],
    )
    levels: ui.Select[ui.LayoutView] = ui.Select(
        custom_id="lemma:preferences:level",
        options=[
            discord.SelectOption(label=follow_server, value=FOLLOW, default=own.level is None),
            *reply.level_options(own.level, language),
        ],
    )
    looks: ui.Select[ui.LayoutView] = ui.Select(
        custom_id="lemma:preferences:look",
        options=[
            discord.SelectOption(label=follow_server, value=FOLLOW, default=own.look is None),
            *reply.look_options(own.look, language),
        ],
    )
    return reply.layout(
        ui.TextDisplay(f"{title}\n{in_language}"),
        ui.ActionRow(languages),
        ui.TextDisplay(at_level),
        ui.ActionRow(levels),
        ui.TextDisplay(f"{in_theme}\n{about}"),
        ui.ActionRow(looks),
        ui.TextDisplay("\n".join(_parts(own, language))),
        _toggles(own, language),
    )


def _parts(own: Preferences, language: Language) -> tuple[str, ...]:
    """The time zone, and what the person chose to be part of."""
    follow_server = say(Message("Follow the server"), language)
    zone = reply.setting(
        Message("Time zone"),
        zones.shown(own.time_zone) if own.time_zone else follow_server,
        say(Message("your days begin and end there"), language),
        language,
    )
    yes, no = say(Message("yes"), language), say(Message("no"), language)
    return (
        zone,
        reply.setting(
            Message("On leaderboards"),
            yes if own.ranked else no,
            say(Message("others of a server see your points"), language),
            language,
        ),
        reply.setting(
            Message("Reminders"),
            yes if own.reminded else no,
            say(Message("a direct message in the evening when reviews are due"), language),
            language,
        ),
    )


def _toggles(own: Preferences, language: Language) -> ui.ActionRow[ui.LayoutView]:
    ranked = Message("Leave leaderboards") if own.ranked else Message("Join leaderboards")
    reminded = Message("Stop reminding me") if own.reminded else Message("Remind me")
    row = ui.ActionRow[ui.LayoutView]()
    for label, emoji, custom_id in (
        (Message("Time zone"), "🌍", "lemma:preferences:zone"),
        (ranked, "🏆", "lemma:preferences:toggle:ranked"),
        (reminded, "🔔", "lemma:preferences:toggle:reminded"),
    ):
        row.add_item(ui.Button(label=say(label, language), emoji=emoji, custom_id=custom_id))
    return row
