"""The buttons under hints that stand in the place of a solution. Only who asked may press them.

Every button carries the number of its record; whose it is and whether it may be opened is looked up when it is pressed.
"""

import re
from collections.abc import Awaitable, Callable

import discord
from discord import ui

from cogs import hinting, ladder, pictured, reply, tasks
from cogs.asking import asker, language_soon, manner, places
from cogs.views import Feature, Form, Tell, component
from maths.message import Message
from tutor.engine import Tutor
from tutor.errors import NotFoundError, QuestionRefusedError
from tutor.ladder import Early, Exam, Ladder, Tried
from tutor.laddering import Laddering
from tutor.learning import Mark
from tutor.practice import CLAIM_CHARACTERS
from tutor.types import Record
from tutor.words import say


class Hints(Feature):
    def __init__(
        self, tutor: Tutor, tell: Tell, reveal: Callable[[discord.Interaction, Record], Awaitable[None]]
    ) -> None:
        """`reveal` shows a record whose ladder is open, and lets a model add its words."""
        self._tutor = tutor
        self._tell = tell
        self._reveal = reveal
        self.components = (
            component(ladder.HINT, self._hint, tell),
            component(ladder.ANSWER, self._open_form, tell),
            component(ladder.OPEN, self._open, tell),
        )

    @property
    def _laddering(self) -> Laddering:
        if self._tutor.laddering is None:
            raise NotFoundError(Message("This solution is not stored any more."))
        return self._tutor.laddering

    async def _hint(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        await self._present(interaction, await self._laddering.climb(asker(interaction), int(match["record"])))

    async def _open(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        opened = await self._laddering.open(asker(interaction), int(match["record"]), places(interaction))
        if isinstance(opened, (Exam, Early)):
            raise QuestionRefusedError(ladder.refusal(opened))
        await self._present(interaction, opened)

    async def _open_form(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        record_id = int(match["record"])
        language = await language_soon(self._tutor, interaction)
        at = await self._laddering.get(asker(interaction), record_id)
        if exam := await self._laddering.held(at, places(interaction)):
            raise QuestionRefusedError(ladder.refusal(exam))

        async def submit(submitted: discord.Interaction, written: tuple[str, ...]) -> None:
            await submitted.response.defer()
            await self._answer(submitted, record_id, written[0])

        field: ui.Label[Form] = ui.Label(
            text=say(Message("Your answer"), language),
            description=say(Message("For example: 3/4, x = 2 or x = -3, 2sqrt(5), 12 cm"), language),
            component=ui.TextInput(max_length=CLAIM_CHARACTERS),
        )
        await interaction.response.send_modal(Form(say(Message("My answer"), language), (field,), submit, self._tell))

    async def _answer(self, interaction: discord.Interaction, record_id: int, claim: str) -> None:
        tried = await self._laddering.answer(asker(interaction), record_id, claim, places(interaction))
        if isinstance(tried, Exam):
            raise QuestionRefusedError(ladder.refusal(tried))
        await self._present(interaction, tried.ladder, tried)
        if tried.mark is Mark.RIGHT:
            spoken = await manner(self._tutor, interaction)
            praise = reply.notice(tasks.judged(tried.mark, tried.claim, None, spoken.language))
            await interaction.followup.send(view=praise, ephemeral=True)

    async def _present(self, interaction: discord.Interaction, at: Ladder, tried: Tried | None = None) -> None:
        """The hints as they stand, or the solution once it is open."""
        if at.opened_at is None:
            spoken = await manner(self._tutor, interaction)
            await hinting.show(self._tutor, interaction, at, spoken.language, tried)
            return
        await hinting.refuse_in_exam(self._tutor, interaction)
        if at.record.solution.model is None:
            await self._reveal(interaction, at.record)
        else:
            await pictured.show(self._tutor, interaction, at.record)
