"""/ask: a free question, and the conversation that follows it or a lesson.

In a server's text channel a conversation gets a thread under its message, where everybody may press Reply and write in
a form: Lemma reads no messages. Where no thread can be opened (in direct messages, in a thread, in a reply that only
one person sees, without the permission) it goes on where it is.
"""

import asyncio
import re
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Final, TypeAlias

import discord
import structlog
from discord import app_commands, ui
from discord.app_commands import locale_str

from cogs import admission, hinting, lessons, pictured, talks, underway
from cogs.asking import asker, language_soon, manner
from cogs.pace import Pace
from cogs.reply import Layout
from cogs.stream import Edits, Tempo, deliver
from cogs.underway import Shown, Underway
from cogs.views import Feature, Form, Tell, chosen, component
from maths.message import Message
from tutor.dialogue import Said
from tutor.engine import Tutor
from tutor.errors import NotAllowedError, QuestionRefusedError
from tutor.lesson import Lesson
from tutor.solver import QUESTION_CHARACTERS
from tutor.talk import Talk
from tutor.types import Language, Level, Progress, Question
from tutor.words import say

log = structlog.get_logger(__name__)

QUESTIONS, SECONDS = 5, 20.0  # per person
ARCHIVED_AFTER: Final = 1440  # minutes without a word
GetTalk: TypeAlias = Callable[[], Awaitable[Talk]]
_NO_THREAD = Message("I cannot open a thread here, so the conversation goes on in this channel.")
_CLOSED = Message("The thread of this conversation was closed or deleted, so it goes on here.")


class Dialogue(Feature):
    def __init__(self, tutor: Tutor, tell: Tell, tempo: Tempo, others: Underway[Lesson]) -> None:
        """`others` is what may be on its way besides: one button stops both."""
        self._tutor = tutor
        self._tell = tell
        self._tempo = tempo
        self._others = others
        self._underway: Underway[Said] = Underway()
        self._pace = Pace(QUESTIONS, SECONDS)
        self._opening = asyncio.Lock()
        self.components = (
            component(lessons.ABOUT, self._about, tell),
            component(talks.FOLLOW, self._follow, tell),
            component(talks.REPLY, self._reply, tell),
            component(talks.PAGE, self._turn, tell),
            component(talks.SOLUTION, self._solution, tell),
            component(talks.LIST, self._list, tell),
            component(talks.SHOW, self._show, tell),
            component(underway.CANCEL, self._cancel, tell),
        )

    @app_commands.command(
        name=locale_str("ask"), description=locale_str("Ask anything; what mathematics decides is checked")
    )
    @app_commands.rename(question=locale_str("question"), level=locale_str("level"))
    @app_commands.describe(
        question=locale_str("For example: why is a negative times a negative positive?"),
        level=locale_str("How to explain it; without it, your own level"),
    )
    @app_commands.choices(
        level=[
            app_commands.Choice(name=locale_str("Beginner"), value="beginner"),
            app_commands.Choice(name=locale_str("Intermediate"), value="intermediate"),
            app_commands.Choice(name=locale_str("Advanced"), value="advanced"),
        ]
    )
    async def ask(
        self,
        interaction: discord.Interaction,
        question: app_commands.Range[str, 1, 6_000],
        level: app_commands.Choice[str] | None = None,
    ) -> None:
        self._paced(interaction)
        private = await hinting.private_soon(self._tutor, interaction)
        await interaction.response.defer(thinking=True, ephemeral=private)
        spoken = await manner(self._tutor, interaction)
        asked = Question(question, Level(level.value) if level else spoken.level, spoken.language)
        ideas_only = await hinting.wanted(self._tutor, interaction)
        if ideas_only and await self._held(interaction, asked):
            return
        who = asker(interaction)
        adapter = await self._tutor.adapter(who)
        shared = who.guild_id is not None and not private
        updates = self._tutor.dialogues.ask(who, asked, shared=shared, adapter=adapter, ideas_only=ideas_only)
        await self._answer(interaction, asked, updates, inside=False, public=not private)

    async def _held(self, interaction: discord.Interaction, asked: Question) -> bool:
        """Hints in the place of an answer, where this may be a problem; in an exam nothing else is answered.

        Raises QuestionRefusedError.
        """
        if await self._tutor.dialogues.is_problem(asked.text):
            return await hinting.instead(self._tutor, interaction, asked)
        await hinting.refuse_in_exam(self._tutor, interaction)
        return False

    def _paced(self, interaction: discord.Interaction) -> None:
        if wait := self._pace.wait(interaction.user.id, time.monotonic()):
            raise app_commands.CommandOnCooldown(app_commands.Cooldown(QUESTIONS, SECONDS), wait)

    async def _answer(
        self,
        interaction: discord.Interaction,
        asked: Question,
        updates: AsyncGenerator[Progress | Said],
        *,
        inside: bool,
        public: bool,
    ) -> None:
        """Answer into the interaction's reply until it is done, stopped or failed."""
        owner, language = interaction.user.id, asked.language

        def waiting(update: Progress, *_: object) -> Layout:
            return talks.waiting(update, asked.text, language, run=interaction.id, owner=owner, inside=inside)

        async def ready(said: Said) -> Shown:
            return Shown(talks.turn(said, language, inside=inside))

        edits = Edits(interaction, self._tempo, public=public)
        if await self._underway.follow(interaction, updates, edits, waiting, ready) is None:
            sentence = Message("🛑 Cancelled. Nothing was kept. Use /ask to ask again.")
            await deliver(interaction, underway.ended(sentence, language), public=public)

    async def _cancel(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        if interaction.user.id != int(match["owner"]):
            raise NotAllowedError(Message("Only the person who asked can cancel this."))
        await interaction.response.defer()
        run = int(match["run"])
        if not (self._underway.stop(run) or self._others.stop(run)):
            language = (await manner(self._tutor, interaction)).language
            sentence = Message("This is not being worked on any more. Please ask again.")
            await deliver(interaction, underway.ended(sentence, language))

    async def _about(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """Under a lesson: a thread for the conversation about it, or the form at once."""
        who, shared = asker(interaction), _shared(interaction)

        async def talk() -> Talk:
            lesson = await self._tutor.explaining.lesson(who, int(match["lesson"]))
            return await self._tutor.dialogues.about(who, lesson, shared=shared)

        await self._go_on(interaction, talk, shared=shared)

    async def _follow(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """Under an answer in a channel: the same."""

        async def talk() -> Talk:
            return await self._tutor.dialogues.talk(asker(interaction), int(match["talk"]))

        await self._go_on(interaction, talk, shared=_shared(interaction))

    async def _go_on(self, interaction: discord.Interaction, talk: GetTalk, *, shared: bool) -> None:
        if not shared or not _may_open_thread(interaction):
            await self._open_form(interaction, talk)
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        spoken = await manner(self._tutor, interaction)
        async with self._opening:  # two who press at once get one thread
            view = await self._in_thread(interaction, await talk(), spoken.language)
        await deliver(interaction, view, public=False)

    async def _in_thread(self, interaction: discord.Interaction, talk: Talk, language: Language) -> Layout:
        """Where the conversation goes on: its thread, a new one, or here where there can be none."""
        if talk.thread_id is not None:
            thread = await _thread(interaction, talk.thread_id)
            is_open = thread is not None and not thread.locked
            return talks.moved(talk.thread_id, language) if is_open else talks.here(talk, language, _CLOSED)
        if interaction.message is None:
            return talks.here(talk, language, _NO_THREAD)
        name = talks.thread_name(talk)
        try:
            thread = await interaction.message.create_thread(name=name, auto_archive_duration=ARCHIVED_AFTER)
            await thread.send(view=talks.opened(talk, language))
        except discord.HTTPException as error:
            log.info("no_thread", reason=str(error))
            return talks.here(talk, language, _NO_THREAD)
        await self._tutor.dialogues.move(talk, thread.id)
        return talks.moved(thread.id, language)

    async def _reply(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        found = await self._tutor.dialogues.talk(asker(interaction), int(match["talk"]))

        async def talk() -> Talk:
            return found

        await self._open_form(interaction, talk)

    async def _open_form(self, interaction: discord.Interaction, talk: GetTalk) -> None:
        language = await language_soon(self._tutor, interaction)
        aside = interaction.message is not None and interaction.message.flags.ephemeral

        async def submit(submitted: discord.Interaction, written: tuple[str, ...]) -> None:
            await self._replied(submitted, talk, written[0], aside=aside)

        field: ui.Label[Form] = ui.Label(
            text=say(Message("Your question"), language),
            component=ui.TextInput(style=discord.TextStyle.paragraph, max_length=QUESTION_CHARACTERS),
        )
        await interaction.response.send_modal(Form(say(Message("Reply"), language), (field,), submit, self._tell))

    async def _replied(self, interaction: discord.Interaction, talk: GetTalk, written: str, *, aside: bool) -> None:
        """Answer what was written in the form: to everybody where everybody read the message it belongs to."""
        await admission.require(self._tutor, interaction)  # what is refused is refused to the presser alone
        self._paced(interaction)
        private = aside or await hinting.private_soon(self._tutor, interaction)
        await interaction.response.defer(thinking=True, ephemeral=private)
        spoken = await manner(self._tutor, interaction)
        asked = Question(written, spoken.level, spoken.language)
        ideas_only = await hinting.wanted(self._tutor, interaction)
        if ideas_only and await self._held(interaction, asked):
            return
        who, found = asker(interaction), await talk()
        adapter = await self._tutor.adapter(who)
        updates = self._tutor.dialogues.reply(who, found.id, asked, adapter, ideas_only=ideas_only)
        await self._answer(interaction, asked, updates, inside=True, public=not private)

    async def _turn(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """Another page of a long answer: in place for whom it is for, beside it for others."""
        talk = await self._tutor.dialogues.talk(asker(interaction), int(match["talk"]))
        shown = next((turn for turn in talk.turns if turn.id == int(match["turn"])), None)
        if shown is None:
            raise QuestionRefusedError(Message("This answer is not kept any more."))
        if shown.asker.user_id == interaction.user.id:
            await interaction.response.defer()
        else:
            await interaction.response.defer(ephemeral=True, thinking=True)
        await hinting.refuse_in_exam(self._tutor, interaction)
        spoken = await manner(self._tutor, interaction)
        inside = isinstance(interaction.channel, discord.Thread) or not talk.opening.shared
        view = talks.turn(Said(talk, shown), spoken.language, int(match["page"]), inside=inside)
        await deliver(interaction, view, public=False)

    async def _solution(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """The worked solution of a question that mathematics decided, for whoever presses."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        await hinting.refuse_in_exam(self._tutor, interaction)
        record = await self._tutor.recall(asker(interaction), int(match["record"]))
        await pictured.show(self._tutor, interaction, record)

    async def _list(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        spoken = await manner(self._tutor, interaction)
        listed = await self._tutor.dialogues.page(asker(interaction), int(match["page"]))
        await deliver(interaction, talks.listing(listed, spoken.language), public=False)

    async def _show(self, interaction: discord.Interaction, _match: re.Match[str]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await hinting.refuse_in_exam(self._tutor, interaction)
        talk = await self._tutor.dialogues.talk(asker(interaction), int(chosen(interaction)))
        spoken = await manner(self._tutor, interaction)
        await deliver(interaction, talks.recalled(talk, spoken.language), public=False)


def _shared(interaction: discord.Interaction) -> bool:
    """Whether everybody around reads the message that was pressed."""
    return asker(interaction).guild_id is not None and not (
        interaction.message is not None and interaction.message.flags.ephemeral
    )


def _may_open_thread(interaction: discord.Interaction) -> bool:
    """Whether a thread can be opened under the message that was pressed."""
    rights = interaction.app_permissions
    return (
        isinstance(interaction.channel, discord.TextChannel)
        and interaction.message is not None
        and not interaction.message.flags.ephemeral
        and rights.create_public_threads
        and rights.send_messages_in_threads
    )


async def _thread(interaction: discord.Interaction, thread_id: int) -> discord.Thread | None:
    """The thread of a conversation; None where it is gone, or cannot be seen any more."""
    known = interaction.guild.get_thread(thread_id) if interaction.guild else None
    if known is not None:
        return known
    try:
        found = await interaction.client.fetch_channel(thread_id)
    except discord.HTTPException:
        return None
    return found if isinstance(found, discord.Thread) else None
