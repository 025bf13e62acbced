"""/solve, "Solve this message", and the buttons under a solution that solve, cancel or turn a page."""

import asyncio
import re
import time
from collections import deque
from contextlib import aclosing
from dataclasses import dataclass, field, replace

import discord
from discord import app_commands, ui
from discord.app_commands import locale_str

from cogs import hinting, pictured, reply
from cogs.asking import asker, language_soon, manner
from cogs.pace import Pace
from cogs.puzzle_group import puzzle_group
from cogs.stream import Edits, Tempo, deliver
from cogs.views import Feature, Form, Tell, component
from maths.message import Message
from maths.verdict import Standing
from tutor.engine import Tutor
from tutor.errors import NotAllowedError, QuestionRefusedError
from tutor.pictures import Picture
from tutor.solver import QUESTION_CHARACTERS
from tutor.types import Asked, Asker, Level, Look, Progress, Question, Record
from tutor.words import say

PROBLEM_CHARACTERS = 6_000  # Discord's own bound; the tutor says in words where its own lies
QUESTIONS, SECONDS = 5, 20.0  # per person
REMEMBERED = 1_000  # finished questions whose late Cancel changes nothing


@dataclass(slots=True)
class _Run:
    """One question on its way, how its asker wants it shown, and the last solution of it that was shown."""

    question: Question
    look: Look
    record: Record | None = None
    picture: Picture | None = None  # of the record, where it stands in the reply
    into: Record | None = None  # stored already, with a ladder that was opened
    work: asyncio.Task[None] = field(init=False)


class Solve(Feature):
    group = puzzle_group()

    def __init__(self, tutor: Tutor, tell: Tell, tempo: Tempo) -> None:
        self._tutor = tutor
        self._tell = tell
        self._tempo = tempo
        self._runs: dict[int, _Run] = {}
        self._done: deque[int] = deque(maxlen=REMEMBERED)
        self._pace = Pace(QUESTIONS, SECONDS)
        menu = app_commands.ContextMenu(name=locale_str("Solve this message"), callback=self._solve_message)
        menu.add_check(self.interaction_check)
        self.menus = (menu,)
        self.components = (
            component(reply.ACT_LEVEL, self._change_level, tell),
            component(reply.CANCEL, self._cancel, tell),
            component(reply.TURN, self._turn, tell),
        )

    async def interaction_check(self, interaction: discord.Interaction) -> bool:
        """Let everyone ask a few questions in a row, not more. Raises CommandOnCooldown."""
        if wait := self._pace.wait(interaction.user.id, time.monotonic()):
            raise app_commands.CommandOnCooldown(app_commands.Cooldown(QUESTIONS, SECONDS), wait)
        return True

    @app_commands.command(
        name=locale_str("solve"), description=locale_str("Solve a maths problem step by step, with a checked answer")
    )
    @app_commands.rename(problem=locale_str("problem"), level=locale_str("level"))
    @app_commands.describe(
        problem=locale_str("For example: 3x^2 + 4x + 5 = 1, or: integrate x*sin(x)"),
        level=locale_str("How to explain it; without it, your own level"),
    )
    @app_commands.choices(
        level=[
            app_commands.Choice(name=locale_str("Beginner"), value="beginner"),
            app_commands.Choice(name=locale_str("Intermediate"), value="intermediate"),
            app_commands.Choice(name=locale_str("Advanced"), value="advanced"),
        ]
    )
    async def solve(
        self,
        interaction: discord.Interaction,
        problem: app_commands.Range[str, 1, PROBLEM_CHARACTERS],
        level: app_commands.Choice[str] | None = None,
    ) -> None:
        private = await hinting.private_soon(self._tutor, interaction)
        await interaction.response.defer(thinking=True, ephemeral=private)
        await self._ask(interaction, problem, Level(level.value) if level else None, public=not private)

    @group.command(
        name=locale_str("solve"),
        description=locale_str("Have a puzzle of your own solved, and see which clues decide it"),
    )
    @app_commands.rename(text=locale_str("text"))
    @app_commands.describe(text=locale_str("The puzzle in its own words; without it, a form opens for a long one"))
    async def solve_puzzle(
        self, interaction: discord.Interaction, text: app_commands.Range[str, 1, PROBLEM_CHARACTERS] | None = None
    ) -> None:
        if text is None:
            await self._open_form(interaction)
            return
        private = await hinting.private_soon(self._tutor, interaction)
        await interaction.response.defer(thinking=True, ephemeral=private)
        await self._ask(interaction, text, None, public=not private, asked=Asked.PUZZLE)

    async def _open_form(self, interaction: discord.Interaction) -> None:
        language = await language_soon(self._tutor, interaction)

        async def submit(submitted: discord.Interaction, written: tuple[str, ...]) -> None:
            private = await hinting.private_soon(self._tutor, submitted)
            await submitted.response.defer(thinking=True, ephemeral=private)
            await self._ask(submitted, written[0], None, public=not private, asked=Asked.PUZZLE)

        example = Message("Knights always tell the truth and knaves always lie. A says “B is a knave”. B says “…”")
        field: ui.Label[Form] = ui.Label(
            text=say(Message("The puzzle"), language),
            description=say(Message("Every clue and what is asked, in its own words."), language),
            component=ui.TextInput(
                style=discord.TextStyle.paragraph,
                placeholder=say(example, language)[:100],
                max_length=QUESTION_CHARACTERS,
            ),
        )
        await interaction.response.send_modal(
            Form(say(Message("A puzzle of your own"), language), (field,), submit, self._tell)
        )

    async def _solve_message(self, interaction: discord.Interaction, message: discord.Message) -> None:
        private = await hinting.private_soon(self._tutor, interaction)
        await interaction.response.defer(thinking=True, ephemeral=private)
        if not message.content.strip() and message.attachments:
            raise QuestionRefusedError(Message("Pictures are not read yet. Please type the problem with /solve."))
        if not message.content.strip():
            raise QuestionRefusedError(
                Message("This message has no text to solve. Please type the problem with /solve.")
            )
        await self._ask(interaction, message.content, None, public=not private)

    async def ask(self, interaction: discord.Interaction, typed: str, asked: Asked) -> None:
        """Answer what was typed, into the reply of an interaction that nobody answered yet."""
        private = await hinting.private_soon(self._tutor, interaction)
        await interaction.response.defer(thinking=True, ephemeral=private)
        await self._ask(interaction, typed, None, public=not private, asked=asked)

    async def _ask(
        self,
        interaction: discord.Interaction,
        problem: str,
        level: Level | None,
        *,
        public: bool,
        asked: Asked = Asked.PROBLEM,
    ) -> None:
        spoken = await manner(self._tutor, interaction)
        question = Question(problem, level or spoken.level, spoken.language, asked)
        if not await hinting.instead(self._tutor, interaction, question):
            edits = Edits(interaction, self._tempo, public=public)
            await self._run(interaction, asker(interaction), _Run(question, spoken.look), edits)

    async def reveal(self, interaction: discord.Interaction, record: Record) -> None:
        """Show a stored solution whose ladder was opened, in the place of its hints."""
        if record.solution.verdict.standing is not Standing.VERIFIED:
            await self.interaction_check(interaction)
        spoken = await manner(self._tutor, interaction)
        run = _Run(record.solution.question, spoken.look, into=record)
        edits = Edits(interaction, self._tempo, public=False)
        await self._run(interaction, asker(interaction), run, edits, before=record)

    async def _change_level(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """Solve again one level up or down: in place for whom the reply is for, beside it for others."""
        in_place = _in_place(interaction, match)
        await _acknowledge(interaction, in_place=in_place)
        await hinting.refuse_in_exam(self._tutor, interaction)
        who = asker(interaction)
        before = await self._tutor.recall(who, int(match["record"]))
        if before.solution.verdict.standing is not Standing.VERIFIED:  # what mathematics decides costs no model's time
            await self.interaction_check(interaction)
        spoken = await manner(self._tutor, interaction)
        level = _neighbour(before.solution.question.level, reply.Act(match["act"]))
        question = replace(before.solution.question, level=level, language=spoken.language)
        edits = Edits(interaction, self._tempo, public=in_place and not _ephemeral(interaction))
        await self._run(interaction, who, _Run(question, spoken.look), edits, before=before if in_place else None)

    async def _run(
        self,
        interaction: discord.Interaction,
        who: Asker,
        run: _Run,
        edits: Edits,
        *,
        before: Record | None = None,
    ) -> None:
        """Answer into the interaction's reply until it is done, cancelled or failed; `before` stands there already."""
        self._runs[interaction.id] = run
        run.work = asyncio.create_task(self._follow(interaction, who, run, edits))
        try:
            await asyncio.wait({run.work})
        finally:
            run.work.cancel()
            await asyncio.wait({run.work})
            del self._runs[interaction.id]
            self._done.append(interaction.id)
            await edits.close()
        failure = None if run.work.cancelled() else run.work.exception()
        stands = run.record or before
        if isinstance(failure, Exception) and stands is None:
            raise failure
        if run.work.cancelled() or failure is not None:
            if stands is None:
                await edits.now(reply.cancelled(run.question.text, run.question.language))
            else:
                drawn = pictured.at_once(self._tutor, interaction, stands.solution, run.look)
                await edits.now(reply.solution(stands, picture=drawn), reply.solution(stands))
        if isinstance(failure, Exception):
            await self._tell(interaction, failure, beside=True)

    async def _follow(self, interaction: discord.Interaction, who: Asker, run: _Run, edits: Edits) -> None:
        """Show each step of progress and each state of the record; the last edit shows the record as it is stored."""
        pending = False
        async with aclosing(self._tutor.solve(who, run.question, into=run.into)) as updates:
            async for update in updates:
                pending = isinstance(update, Progress)
                if isinstance(update, Record):
                    await self._show(interaction, run, update, edits)
                elif run.record is None:
                    text, language = run.question.text, run.question.language
                    edits.show(reply.progress(update, text, language, run=interaction.id, owner=who.user_id))
                else:
                    writing = reply.solution(
                        run.record, picture=run.picture, stands=True, update=update, run=interaction.id
                    )
                    edits.show(writing)
        if pending and run.record is not None:
            await edits.now(reply.solution(run.record, picture=run.picture), reply.solution(run.record))

    async def _show(self, interaction: discord.Interaction, run: _Run, record: Record, edits: Edits) -> None:
        """A record as text at once, unless text stands there already, and then with its picture."""
        is_first, run.record, run.picture = run.record is None, record, None
        plain = reply.solution(record)
        drawn = pictured.at_once(self._tutor, interaction, record.solution, run.look)
        if drawn is None and is_first and await edits.now(plain) is None:
            return
        drawn = drawn or await pictured.picture(self._tutor, interaction, record.solution, run.look)
        if drawn is None:
            if not is_first:
                await edits.now(plain)
            return
        with_picture = reply.solution(record, picture=drawn)
        if await edits.now(with_picture, plain) is with_picture:
            run.picture = drawn

    async def _cancel(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        if interaction.user.id != int(match["owner"]):
            raise NotAllowedError(Message("Only the person who asked can cancel this."))
        await interaction.response.defer()
        run_id = int(match["run"])
        if run_id in self._runs:
            self._runs[run_id].work.cancel()
        elif run_id in self._done:
            return  # the answer was on its way when Cancel was pressed
        elif int(match["record"]):
            await hinting.refuse_in_exam(self._tutor, interaction)
            record = await self._tutor.recall(asker(interaction), int(match["record"]))
            await pictured.show(self._tutor, interaction, record, public=True)
        else:
            spoken = await manner(self._tutor, interaction)
            await deliver(interaction, reply.abandoned(spoken.language))

    async def _turn(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        in_place = _in_place(interaction, match)
        await _acknowledge(interaction, in_place=in_place)
        await hinting.refuse_in_exam(self._tutor, interaction)
        record = await self._tutor.recall(asker(interaction), int(match["record"]))
        await pictured.show(self._tutor, interaction, record, int(match["page"]))


def _in_place(interaction: discord.Interaction, match: re.Match[str]) -> bool:
    """Whether the reply is the presser's own to change: they asked, or nobody else sees it."""
    return interaction.user.id == int(match["owner"]) or _ephemeral(interaction)


def _ephemeral(interaction: discord.Interaction) -> bool:
    return interaction.message is not None and interaction.message.flags.ephemeral


async def _acknowledge(interaction: discord.Interaction, *, in_place: bool) -> None:
    if in_place:
        await interaction.response.defer()
    else:
        await interaction.response.defer(ephemeral=True, thinking=True)


def _neighbour(level: Level, act: reply.Act) -> Level:
    order = reply.LEVEL_ORDER
    place = order.index(level) + (1 if act is reply.Act.DEEPER else -1)
    return order[max(0, min(place, len(order) - 1))]
