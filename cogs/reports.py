"""/reports: moderators read the mistakes that were reported on their server, and answer them.

Every callback looks at the permissions Discord sent with the interaction, forms when they are sent as well.
"""

import re

import discord
from discord import app_commands, ui
from discord.app_commands import locale_str

from cogs import answered, letters, pictured
from cogs.asking import asker, language_soon, manner, moderated
from cogs.stream import deliver
from cogs.views import Feature, Form, Tell, component
from maths.message import Message
from tutor.engine import Tutor
from tutor.errors import TutorError
from tutor.reporting import MOST_WORDS
from tutor.types import Asker, Report, Ruling
from tutor.words import say


class Reports(Feature):
    def __init__(self, bot: discord.Client, tutor: Tutor, tell: Tell) -> None:
        self._bot = bot
        self._tutor = tutor
        self._tell = tell
        self.components = (
            component(answered.LINK, self._follow, tell),
            component(answered.TURN, self._turn, tell),
            component(answered.ACT, self._act, tell),
        )

    @app_commands.command(
        name=locale_str("reports"), description=locale_str("For moderators: mistakes reported on this server")
    )
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    @app_commands.allowed_installs(guilds=True, users=False)
    async def reports(self, interaction: discord.Interaction) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._page(interaction, guild_id, answered.OPEN, 0)

    async def _follow(self, interaction: discord.Interaction, _match: re.Match[str]) -> None:
        """From the panel of settings, which stays."""
        guild_id = moderated(interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._page(interaction, guild_id, answered.OPEN, 0)

    async def _turn(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        guild_id = moderated(interaction)
        await interaction.response.defer()
        await self._page(interaction, guild_id, match["which"], int(match["page"]))

    async def _page(self, interaction: discord.Interaction, guild_id: int, which: str, page: int) -> None:
        spoken = await manner(self._tutor, interaction)
        shown = await self._tutor.reporting.page(guild_id, page, handled=which == answered.HANDLED)
        if shown.report is None:
            await deliver(interaction, answered.nothing(which, spoken.language), public=False)
            return
        record = await self._tutor.reporting.record(shown.report)
        await deliver(interaction, answered.card(shown.report, record, spoken.language, shown), public=False)

    async def _act(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        guild_id, report_id = moderated(interaction), int(match["report"])
        match match["act"]:
            case "see":
                await interaction.response.defer(ephemeral=True, thinking=True)
                report = await self._tutor.reporting.report(guild_id, report_id)
                await pictured.show(self._tutor, interaction, await self._tutor.reporting.record(report))
            case "reopen":
                await interaction.response.defer()
                await self._show(interaction, await self._tutor.reporting.reopen(guild_id, report_id))
            case ruling:
                await self._ask(interaction, report_id, Ruling(ruling))

    async def _ask(self, interaction: discord.Interaction, report_id: int, ruling: Ruling) -> None:
        """For the words, which a correction needs."""
        language = await language_soon(self._tutor, interaction)
        corrected = ruling is Ruling.CORRECTED

        async def submit(submitted: discord.Interaction, written: tuple[str, ...]) -> None:
            guild_id = moderated(submitted)
            await submitted.response.defer()
            moderator = Asker(submitted.user.id, guild_id)
            report = await self._tutor.handle_report(moderator, report_id, ruling, written[0])
            await self._show(submitted, await self._told(submitted, report))

        field: ui.Label[Form] = ui.Label(
            text=say(Message("What is right?") if corrected else Message("Why nothing is wrong"), language),
            description=say(Message("The reporter reads this; a correction stands with the solution."), language),
            component=ui.TextInput(style=discord.TextStyle.paragraph, max_length=MOST_WORDS, required=corrected),
        )
        title = say(Message("Answer a report") if corrected else Message("Nothing wrong"), language)
        await interaction.response.send_modal(Form(title, (field,), submit, self._tell))

    async def _told(self, interaction: discord.Interaction, report: Report) -> Report:
        """The report after its reporter was written to; where that fails, /history tells them."""
        record = await self._tutor.reporting.record(report)
        own = (await self._tutor.preferences(report.reporter)).language
        server = interaction.guild.name if interaction.guild else ""
        letter = answered.letter(report, record, server, own or record.solution.question.language)
        try:
            await letters.write_to(self._bot, report.reporter.user_id, letter)
        except TutorError:
            return report
        await self._tutor.reporting.told(report)
        return await self._tutor.reporting.report(asker(interaction).guild_id or 0, report.id)

    async def _show(self, interaction: discord.Interaction, report: Report) -> None:
        spoken = await manner(self._tutor, interaction)
        record = await self._tutor.reporting.record(report)
        await deliver(interaction, answered.card(report, record, spoken.language), public=False)
