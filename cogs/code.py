"""/code: programs written or rewritten by the model, run before they are shown. Code is typed into a form."""

import asyncio
import re
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass

import discord
from discord import app_commands, ui
from discord.app_commands import locale_str

from cogs import coded, hinting
from cogs.admission import require
from cogs.asking import asker, language_soon, manner
from cogs.pace import Pace
from cogs.stream import Edits, Tempo, deliver
from cogs.views import Feature, Form, Tell, chosen, component
from maths.message import Message
from tutor.code import LANGUAGES, PYTHON, CodeRecord, CodeReply, CodeRequest, Target
from tutor.code_reading import unfenced
from tutor.coding import PROBLEM_CHARACTERS
from tutor.engine import Tutor
from tutor.errors import NotAllowedError, NotFoundError, QuestionRefusedError
from tutor.types import Progress
from tutor.words import say

QUESTIONS, SECONDS = 4, 30.0  # per person
TYPED = 4_000  # what a form's field takes
OPTION = 2_000

_TARGETS = [
    app_commands.Choice(name=locale_str("speed"), value="speed"),
    app_commands.Choice(name=locale_str("memory"), value="memory"),
    app_commands.Choice(name=locale_str("readability"), value="readability"),
]


@dataclass(frozen=True, slots=True)
class _Wish:
    """What somebody wants of the text they type."""

    programming: str
    target: Target | None = None


class Code(Feature):
    group = app_commands.Group(name=locale_str("code"), description=locale_str("Programs written, run and made better"))

    def __init__(self, tutor: Tutor, tell: Tell, tempo: Tempo) -> None:
        self._tutor = tutor
        self._tell = tell
        self._tempo = tempo
        self._pace = Pace(QUESTIONS, SECONDS)
        self._runs: dict[int, asyncio.Task[None]] = {}
        self.components = (
            component(coded.AGAIN, self._again, tell),
            component(coded.SIMPLER, self._simpler, tell),
            component(coded.OPEN, self._open, tell),
            component(coded.DELETE, self._delete, tell),
            component(coded.TURN, self._turn, tell),
            component(coded.CANCEL, self._cancel, tell),
            component(coded.LIST, self._list, tell),
            component(coded.SHOW, self._show, tell),
        )

    async def interaction_check(self, interaction: discord.Interaction) -> bool:
        """Let everyone ask a few times in a row, not more. Raises CommandOnCooldown."""
        if wait := self._pace.wait(interaction.user.id, time.monotonic()):
            raise app_commands.CommandOnCooldown(app_commands.Cooldown(QUESTIONS, SECONDS), wait)
        return True

    @group.command(
        name=locale_str("solve"),
        description=locale_str("A program for a problem, with its tests run where it is Python"),
    )
    @app_commands.rename(problem=locale_str("problem"), programming=locale_str("language"))
    @app_commands.describe(
        problem=locale_str("What the program is to do; without it a form opens"),
        programming=locale_str("The programming language; Python without it"),
    )
    async def solve(
        self,
        interaction: discord.Interaction,
        problem: app_commands.Range[str, 1, OPTION] | None = None,
        programming: str = PYTHON,
    ) -> None:
        wish = _Wish(_known(programming))
        if problem is None:
            label, title = Message("The problem"), Message("A program for a problem")
            await self._form(interaction, wish, title, label, PROBLEM_CHARACTERS)
        else:
            await self._work(interaction, problem, wish)

    @group.command(
        name=locale_str("optimise"), description=locale_str("Your code made better, and compared with what it was")
    )
    @app_commands.rename(code=locale_str("code"), target=locale_str("target"), programming=locale_str("language"))
    @app_commands.describe(
        target=locale_str("What is to become better"),
        code=locale_str("Your code; without it a form opens, which takes several lines"),
        programming=locale_str("The programming language; Python without it"),
    )
    @app_commands.choices(target=_TARGETS)
    async def optimise(
        self,
        interaction: discord.Interaction,
        target: app_commands.Choice[str],
        code: app_commands.Range[str, 1, OPTION] | None = None,
        programming: str = PYTHON,
    ) -> None:
        wish = _Wish(_known(programming), Target(target.value))
        if code is None:
            await self._form(interaction, wish, Message("Your code made better"), Message("Your code"), TYPED)
        else:
            await self._work(interaction, unfenced(code), wish)

    @solve.autocomplete("programming")
    @optimise.autocomplete("programming")
    async def _complete(self, _: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        begun = current.strip().lower()
        named = sorted(
            (each for each in LANGUAGES if begun in each.lower()), key=lambda each: not each.lower().startswith(begun)
        )
        return [app_commands.Choice(name=each, value=each) for each in named]

    @group.command(name=locale_str("list"), description=locale_str("The code you asked for, newest first"))
    async def mine(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._page(interaction, 0)

    async def _form(
        self, interaction: discord.Interaction, wish: _Wish, title: Message, label: Message, most: int
    ) -> None:
        language = await language_soon(self._tutor, interaction)

        async def submit(submitted: discord.Interaction, written: tuple[str, ...]) -> None:
            await require(self._tutor, submitted)
            await self._work(submitted, unfenced(written[0]), wish)

        field: ui.Label[Form] = ui.Label(
            text=say(label, language),
            component=ui.TextInput(style=discord.TextStyle.paragraph, max_length=most),
        )
        await interaction.response.send_modal(Form(say(title, language), (field,), submit, self._tell))

    async def _work(self, interaction: discord.Interaction, typed: str, wish: _Wish) -> None:
        private = await hinting.private_soon(self._tutor, interaction)
        await interaction.response.defer(thinking=True, ephemeral=private)
        await hinting.refuse_in_exam(self._tutor, interaction)
        spoken = await manner(self._tutor, interaction)
        request = CodeRequest(typed, wish.programming, spoken.level, spoken.language, wish.target)
        updates = self._tutor.coding.work(asker(interaction), request, hidden=private and wish.target is None)
        await self._follow(interaction, updates, request, public=not private)

    async def _follow(
        self,
        interaction: discord.Interaction,
        updates: AsyncGenerator[Progress | CodeReply | CodeRecord],
        request: CodeRequest,
        *,
        public: bool,
        before: CodeRecord | None = None,
    ) -> None:
        """Progress and the answer, into the reply, until it is done, cancelled or failed; `before` stood there."""
        edits = Edits(interaction, self._tempo, public=public)
        work = self._runs[interaction.id] = asyncio.create_task(self._write(interaction, updates, request, edits))
        try:
            await asyncio.wait({work})
        finally:
            work.cancel()
            await asyncio.wait({work})
            del self._runs[interaction.id]
            await edits.close()
        if work.cancelled() or (before is not None and work.exception() is not None):
            view = coded.cancelled(request.language) if before is None else coded.layout(before)
            await deliver(interaction, view, public=public)
        if not work.cancelled() and (failure := work.exception()) is not None:
            if before is None:
                raise failure
            raise_beside = failure if isinstance(failure, Exception) else RuntimeError(str(failure))
            await self._tell(interaction, raise_beside, beside=True)

    async def _write(
        self,
        interaction: discord.Interaction,
        updates: AsyncGenerator[Progress | CodeReply | CodeRecord],
        request: CodeRequest,
        edits: Edits,
    ) -> None:
        async with aclosing(updates):
            async for update in updates:
                if isinstance(update, Progress):
                    run, owner = interaction.id, interaction.user.id
                    edits.show(coded.progress(update, request.text, request.language, run=run, owner=owner))
                elif isinstance(update, CodeRecord):
                    await edits.now(coded.layout(update), coded.without_files(update))

    async def _cancel(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        if interaction.user.id != int(match["owner"]):
            raise NotAllowedError(Message("Only the person who asked can cancel this."))
        await interaction.response.defer()
        work = self._runs.get(int(match["run"]))
        if work is not None:
            work.cancel()
        else:
            spoken = await manner(self._tutor, interaction)
            await deliver(interaction, coded.abandoned(spoken.language))

    async def _again(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        await self.interaction_check(interaction)
        await hinting.refuse_in_exam(self._tutor, interaction)
        record = await self._tutor.coding.again(asker(interaction), int(match["record"]))
        await self._deliver(interaction, record)

    async def _simpler(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        await self.interaction_check(interaction)
        await hinting.refuse_in_exam(self._tutor, interaction)
        who, record_id = asker(interaction), int(match["record"])
        before = await self._tutor.coding.own(who, record_id)
        updates = self._tutor.coding.simpler(who, record_id)
        await self._follow(interaction, updates, before.reply.request, public=False, before=before)

    async def _open(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        await hinting.refuse_in_exam(self._tutor, interaction)
        await self._deliver(interaction, await self._tutor.coding.open(asker(interaction), int(match["record"])))

    async def _turn(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        await hinting.refuse_in_exam(self._tutor, interaction)
        record = await self._tutor.coding.own(asker(interaction), int(match["record"]))
        await self._deliver(interaction, record, int(match["page"]))

    async def _list(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer(ephemeral=True)
        await self._page(interaction, int(match["page"]))

    async def _page(self, interaction: discord.Interaction, page: int) -> None:
        spoken = await manner(self._tutor, interaction)
        found = await self._tutor.coding.page(asker(interaction), page)
        await deliver(interaction, coded.listed(found, spoken.language), public=False)

    async def _show(self, interaction: discord.Interaction, _match: re.Match[str]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await hinting.refuse_in_exam(self._tutor, interaction)
        record = await self._tutor.coding.own(asker(interaction), int(chosen(interaction)))
        await self._deliver(interaction, record)

    async def _deliver(self, interaction: discord.Interaction, record: CodeRecord, page: int = 0) -> None:
        await deliver(interaction, coded.layout(record, page), instead=coded.without_files(record), public=False)

    async def _delete(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """By whoever asked for it, or by who may delete messages here, who deletes the message alone."""
        await interaction.response.defer()
        moderates = interaction.guild_id is not None and interaction.permissions.manage_messages
        who, record_id = asker(interaction), int(match["record"])
        try:
            await self._tutor.coding.remove(who, record_id)
        except NotAllowedError:
            if not moderates:
                raise
        except NotFoundError:
            if not moderates and not _asked_for(interaction):
                raise
        await interaction.delete_original_response()


def _asked_for(interaction: discord.Interaction) -> bool:
    """Whether the presser gave the command that this message answers, though nothing is kept of it any more."""
    made = interaction.message.interaction_metadata if interaction.message else None
    return made is not None and made.user.id == interaction.user.id


def _known(programming: str) -> str:
    """A language as it is called. Raises QuestionRefusedError."""
    found = next((each for each in LANGUAGES if each.lower() == programming.strip().lower()), None)
    if found is None:
        names = ", ".join(LANGUAGES)
        raise QuestionRefusedError(Message("Please choose one of these languages: {names}.", names=names))
    return found
