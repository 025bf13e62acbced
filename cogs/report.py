"""The button "Report a mistake": a form whose text is kept for the moderators."""

import re

import discord
from discord import ui

from cogs import reply
from cogs.asking import asker, language_soon, manner
from cogs.stream import deliver
from cogs.views import Feature, Form, Tell, component
from maths.message import Message
from tutor.engine import Tutor
from tutor.types import Asker
from tutor.words import say

REPORT_CHARACTERS = 1_000


class Report(Feature):
    def __init__(self, tutor: Tutor, tell: Tell) -> None:
        self._tutor = tutor
        self._tell = tell
        self.components = (component(reply.ACT_REPORT, self._open, tell),)

    async def _open(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        record_id = int(match["record"])
        language = await language_soon(self._tutor, interaction)

        async def submit(submitted: discord.Interaction, written: tuple[str, ...]) -> None:
            await submitted.response.defer(ephemeral=True, thinking=True)
            await self._tutor.report(asker(submitted), record_id, *written)
            spoken = await manner(self._tutor, submitted)
            await deliver(submitted, reply.notice(say(_thanks(asker(submitted)), spoken.language)), public=False)

        field: ui.Label[Form] = ui.Label(
            text=say(Message("What is wrong?"), language),
            description=say(Message("For example: the second step loses a sign."), language),
            component=ui.TextInput(style=discord.TextStyle.paragraph, max_length=REPORT_CHARACTERS),
        )
        title = say(Message("Report a mistake"), language)
        await interaction.response.send_modal(Form(title, (field,), submit, self._tell))


def _thanks(who: Asker) -> Message:
    if who.guild_id is None:
        return Message("🙏 Thank you. Your report is kept.")
    return Message("🙏 Thank you. Your report is kept for the moderators of this server.")
