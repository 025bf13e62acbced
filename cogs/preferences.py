"""/preferences: one's own language, level and theme. Only the asker sees it."""

import re
from dataclasses import replace

import discord
from discord import app_commands, ui
from discord.app_commands import locale_str

from cogs import reply, wording
from cogs.asking import asker, manner
from cogs.stream import deliver
from cogs.views import Feature, Tell, chosen, component
from maths.message import Message
from tutor.engine import Manner, Tutor
from tutor.types import Language, Level, Look, Preferences
from tutor.words import say

CHOOSE = r"lemma:preferences:(?P<which>language|level|look)"
FOLLOW = "follow"


class PreferencesPanel(Feature):
    def __init__(self, tutor: Tutor, tell: Tell) -> None:
        self._tutor = tutor
        self.components = (component(CHOOSE, self._choose, tell),)

    @app_commands.command(name=locale_str("preferences"), description=locale_str("Your own language, level and theme"))
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
    )
