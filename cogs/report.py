"""The button "Report a mistake": a form whose text is kept for the moderators."""

import re
from collections.abc import Awaitable, Callable

import discord
from discord import ui

from cogs import reply, tasks
from cogs.asking import asker, language_soon, manner
from cogs.stream import deliver
from cogs.views import Feature, Form, Tell, component
from maths.message import Message
from tutor.engine import Tutor
from tutor.types import Asker, Language
from tutor.words import say

REPORT_CHARACTERS = 1_000


class Report(Feature):
    def __init__(self, tutor: Tutor, tell: Tell) -> None:
        self._tutor = tutor
        self._tell = tell
        self.components = (
            component(reply.ACT_REPORT, self._open, tell),
            component(tasks.REPORT, self._open_task, tell),
        )

    async def _open(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        record_id = int(match["record"])

        async def report(who: Asker, _language: Language, written: str) -> None:
            await self._tutor.report(who, record_id, written)

        await self._ask(interaction, report)

    async def _open_task(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """Of a problem of practice that has ended."""
        task_id = int(match["task"])
        await self._tutor.trainer.task(asker(interaction), task_id)

        async def report(who: Asker, language: Language, written: str) -> None:
            await self._tutor.report_task(who, task_id, language, written)

        await self._ask(interaction, report)

    async def _ask(
        self, interaction: discord.Interaction, report: Callable[[Asker, Language, str], Awaitable[None]]
    ) -> None:
        language = await language_soon(self._tutor, interaction)

        async def submit(submitted: discord.Interaction, written: tuple[str, ...]) -> None:
            await submitted.response.defer(ephemeral=True, thinking=True)
            spoken = await manner(self._tutor, submitted)
            await report(asker(submitted), spoken.language, written[0])
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
