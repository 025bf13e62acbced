"""/argue, and the button that opens the form of an argument for editing."""

import re
import time
from collections.abc import Awaitable, Callable
from typing import TypeAlias

import discord
from discord import app_commands, ui
from discord.app_commands import locale_str

from cogs import reply
from cogs.admission import require
from cogs.asking import asker, language_soon
from cogs.pace import Pace
from cogs.views import Feature, Form, Tell, component
from maths.logic.argued.answer import NotArgued
from maths.logic.argued.language import MAX_TEXT
from maths.message import Message
from tutor.arguing import Arguing, formal_of
from tutor.engine import Tutor
from tutor.errors import NotFoundError, QuestionRefusedError
from tutor.types import Asked, Language
from tutor.words import say

ARGUMENTS, SECONDS = 5, 20.0  # per person

Ask: TypeAlias = Callable[[discord.Interaction, str, Asked], Awaitable[None]]


class Argue(Feature):
    def __init__(self, tutor: Tutor, tell: Tell, ask: Ask) -> None:
        """`ask` answers a text into the reply of an interaction."""
        self._tutor = tutor
        self._tell = tell
        self._ask = ask
        self._pace = Pace(ARGUMENTS, SECONDS)
        self.components = (component(reply.ACT_EDIT, self._edit, tell),)

    @app_commands.command(
        name=locale_str("argue"),
        description=locale_str("Whether an argument is valid: its form, a counterexample, what it lacks"),
    )
    @app_commands.rename(text=locale_str("text"))
    @app_commands.describe(text=locale_str("All men are mortal. Socrates is a man. So … Without it, a form opens"))
    async def argue(
        self, interaction: discord.Interaction, text: app_commands.Range[str, 1, MAX_TEXT] | None = None
    ) -> None:
        if text is None:
            await self._open_form(interaction)
            return
        self._slow_down(interaction)
        await self._ask(interaction, text, Asked.ARGUMENT)

    async def _open_form(self, interaction: discord.Interaction) -> None:
        language = await language_soon(self._tutor, interaction)

        async def submit(submitted: discord.Interaction, written: tuple[str, ...]) -> None:
            await require(self._tutor, submitted)
            self._slow_down(submitted)
            await self._ask(submitted, written[0], Asked.ARGUMENT)

        example = Message("If it rains, the ground is wet. The ground is wet. So it rains.")
        field = _field(
            Message("The argument"),
            Message("Premises and a conclusion: “therefore …”, “so …”."),
            language,
            placeholder=say(example, language),
        )
        title = say(Message("Is it valid?"), language)
        await interaction.response.send_modal(Form(title, (field,), submit, self._tell))

    async def _edit(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """Open the formalisation; what becomes of it is decided anew, in a reply of its own."""
        language = await language_soon(self._tutor, interaction)
        record = await self._tutor.recall(asker(interaction), int(match["record"]))
        formal = formal_of(record.solution)
        if formal is None:
            raise NotFoundError(Message("This solution is not stored any more."))

        async def submit(submitted: discord.Interaction, written: tuple[str, ...]) -> None:
            await require(self._tutor, submitted)
            self._slow_down(submitted)
            found = await self._arguing().check(written[0])
            if isinstance(found, NotArgued):
                raise QuestionRefusedError(found.message)
            await self._ask(submitted, written[0], Asked.ARGUMENT)

        field = _field(
            Message("Meanings, premises, conclusion"),
            Message("~ not, & and, | or, -> if, all x (…), some x (…). The conclusion begins with “so:”."),
            language,
            default=formal,
        )
        title = say(Message("Edit the form"), language)
        await interaction.response.send_modal(Form(title, (field,), submit, self._tell))

    def _arguing(self) -> Arguing:
        if self._tutor.arguing is None:
            raise QuestionRefusedError(Message("Arguments are not judged here."))
        return self._tutor.arguing

    def _slow_down(self, interaction: discord.Interaction) -> None:
        """Raises CommandOnCooldown."""
        if wait := self._pace.wait(interaction.user.id, time.monotonic()):
            raise app_commands.CommandOnCooldown(app_commands.Cooldown(ARGUMENTS, SECONDS), wait)


def _field(
    label: Message, about: Message, language: Language, *, default: str | None = None, placeholder: str | None = None
) -> ui.Label[Form]:
    return ui.Label(
        text=say(label, language),
        description=say(about, language)[:100],
        component=ui.TextInput(
            style=discord.TextStyle.paragraph,
            default=default,
            placeholder=placeholder[:100] if placeholder else None,
            max_length=MAX_TEXT,
        ),
    )
