"""/practice: problems one after the other, hints step by step, answers in a form. Only the learner sees them.

Every button carries the number of its task; whose task it is, is looked up when it is pressed.
"""

import re
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from random import SystemRandom

import discord
from discord import app_commands, ui
from discord.app_commands import locale_str

from cogs import hinting, pictured, printed, reply, tasks, topics
from cogs.asking import asker, language_soon, manner
from cogs.giving import present
from cogs.stream import deliver
from cogs.views import Feature, Form, Tell, component
from maths.message import Message
from tutor import worksheets
from tutor.engine import Manner, Tutor
from tutor.errors import QuestionRefusedError
from tutor.learning import Mark, Run, Task, TaskKind, TaskState
from tutor.practice import CLAIM_CHARACTERS, MAX_RUN, OWN, USUAL_RUN
from tutor.types import Level, Question, Record
from tutor.words import render, say
from tutor.worksheets import Wanted

_LEVELS = [
    app_commands.Choice(name=locale_str("Beginner"), value="beginner"),
    app_commands.Choice(name=locale_str("Intermediate"), value="intermediate"),
    app_commands.Choice(name=locale_str("Advanced"), value="advanced"),
]


class Practice(Feature):
    group = app_commands.Group(
        name=locale_str("practice"), description=locale_str("Problems at your level, with hints and checked answers")
    )

    def __init__(self, tutor: Tutor, tell: Tell, solved: Callable[[Task], Awaitable[None]] | None = None) -> None:
        """`solved` is told of every daily problem that was solved."""
        self._tutor = tutor
        self._solved = solved
        self._tell = tell
        self.components = (
            component(tasks.ANSWER, self._open_form, tell),
            component(tasks.CLAIM, self._claimed, tell),
            component(tasks.HINT, self._hint, tell),
            component(tasks.SHOW, self._show, tell),
            component(tasks.SOLUTION, self._solution, tell),
            component(tasks.ANOTHER, self._another, tell),
            component(tasks.NEXT, self._next, tell),
            component(tasks.SIMILAR, self._similar, tell),
        )

    @group.command(name=locale_str("start"), description=locale_str("Start a session of problems"))
    @app_commands.rename(topic=locale_str("topic"), level=locale_str("level"), count=locale_str("count"))
    @app_commands.describe(
        topic=locale_str("What to practise; without it, a bit of everything"),
        level=locale_str("How hard; without it, what fits you in each topic"),
        count=locale_str("How many problems; 10 without it"),
    )
    @app_commands.choices(level=_LEVELS)
    async def start(
        self,
        interaction: discord.Interaction,
        topic: str = "",
        level: app_commands.Choice[str] | None = None,
        count: app_commands.Range[int, 1, MAX_RUN] = USUAL_RUN,
    ) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        who = asker(interaction)
        key = topics.key_of(topic, await self._tutor.trainer.topics(who))
        run = await self._tutor.trainer.start(who, key, Level(level.value) if level else None, count)
        await self._go_on(interaction, run.id)

    @group.command(
        name=locale_str("sheet"), description=locale_str("Problems to print, answers on a page of their own")
    )
    @app_commands.rename(
        topic=locale_str("topic"), level=locale_str("level"), count=locale_str("count"), seed=locale_str("seed")
    )
    @app_commands.describe(
        topic=locale_str("What to practise; without it, a bit of everything"),
        level=locale_str("How hard; without it, your own level"),
        count=locale_str("How many problems; 10 without it"),
        seed=locale_str("The number at the foot of a sheet, to print the same problems again"),
    )
    @app_commands.choices(level=_LEVELS)
    async def sheet(
        self,
        interaction: discord.Interaction,
        topic: str = "",
        level: app_commands.Choice[str] | None = None,
        count: app_commands.Range[int, 1, worksheets.MOST] = USUAL_RUN,
        seed: app_commands.Range[int, 0, worksheets.SEEDS - 1] | None = None,
    ) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await hinting.refuse_in_exam(self._tutor, interaction)  # its last page has the answers
        spoken = await manner(self._tutor, interaction)
        at = Level(level.value) if level else spoken.level
        wanted = Wanted(topic, at, count, SystemRandom().randrange(worksheets.SEEDS) if seed is None else seed)
        await deliver(interaction, await printed.sheet(self._tutor, interaction, wanted, spoken), public=False)

    @sheet.autocomplete("topic")
    async def _complete_sheet(self, interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        """Without the server's own problems: they come from no seed."""
        return [choice for choice in await self._topics(interaction, current) if choice.value != OWN]

    @start.autocomplete("topic")
    async def _complete(self, interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        return await self._topics(interaction, current)

    async def _topics(self, interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        language = await language_soon(self._tutor, interaction)
        return topics.choices(current, await self._tutor.trainer.topics(asker(interaction)), language)

    @group.command(name=locale_str("continue"), description=locale_str("Go on where you left your last session"))
    async def resume(self, interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        run = await self._tutor.trainer.last(asker(interaction))
        if run is None:
            raise QuestionRefusedError(Message("You have no session to go on with. Start one with /practice start."))
        await self._go_on(interaction, run.id)

    async def _go_on(self, interaction: discord.Interaction, run_id: int) -> None:
        """Show the session's next problem, or how it went."""
        spoken = await manner(self._tutor, interaction)
        run, task = await self._tutor.trainer.next(asker(interaction), run_id, spoken.level, spoken.language)
        if task is None:
            await self._summary(interaction, run, spoken)
        else:
            await present(self._tutor, interaction, task, spoken)

    async def _summary(self, interaction: discord.Interaction, run: Run, spoken: Manner) -> None:
        drawn = await pictured.page(self._tutor, interaction, tasks.summary_page(run, spoken.language), spoken)
        view = tasks.summary(run, spoken.language, picture=drawn)
        plain = tasks.summary(run, spoken.language)
        await deliver(interaction, view, instead=plain if drawn else None, public=False)

    async def _open_form(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        task_id = int(match["task"])
        language = await language_soon(self._tutor, interaction)
        await self._tutor.trainer.task(asker(interaction), task_id)

        async def submit(submitted: discord.Interaction, written: tuple[str, ...]) -> None:
            await submitted.response.defer()
            await self._answer(submitted, task_id, written[0])

        field: ui.Label[Form] = ui.Label(
            text=say(Message("Your answer"), language),
            description=say(Message("For example: 3/4, x = 2 or x = -3, 2sqrt(5), 12 cm"), language),
            component=ui.TextInput(max_length=CLAIM_CHARACTERS),
        )
        title = say(Message("Answer"), language)
        await interaction.response.send_modal(Form(title, (field,), submit, self._tell))

    async def _claimed(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        await self._answer(interaction, int(match["task"]), match["claim"])

    async def _answer(self, interaction: discord.Interaction, task_id: int, claim: str) -> None:
        spoken = await manner(self._tutor, interaction)
        marking = await self._tutor.trainer.answer(asker(interaction), task_id, claim, interaction.id)
        shown = None if marking.mark is Mark.CLOSED else marking
        await present(self._tutor, interaction, marking.task, spoken, shown)
        if marking.mark is Mark.RIGHT and marking.task.kind is TaskKind.DAILY and self._solved:
            await self._solved(marking.task)

    async def _hint(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        spoken = await manner(self._tutor, interaction)
        await present(
            self._tutor, interaction, await self._tutor.trainer.hint(asker(interaction), int(match["task"])), spoken
        )

    async def _show(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """End the attempt; the solution comes in a message of its own, the task keeps its way on."""
        await interaction.response.defer()
        await hinting.refuse_in_exam(self._tutor, interaction)
        spoken = await manner(self._tutor, interaction)
        task = await self._tutor.trainer.show(asker(interaction), int(match["task"]))
        await present(self._tutor, interaction, task, spoken)
        await self._send_solution(interaction, task, spoken)

    async def _solution(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        spoken = await manner(self._tutor, interaction)
        task = await self._tutor.trainer.task(asker(interaction), int(match["task"]))
        if task.state is TaskState.OPEN:
            raise QuestionRefusedError(Message("The solution is shown when you have solved this, or given it up."))
        await hinting.refuse_in_exam(self._tutor, interaction)
        await self._send_solution(interaction, task, spoken)

    async def _send_solution(self, interaction: discord.Interaction, task: Task, spoken: Manner) -> None:
        draft = task.problem.draft
        solved = draft.story.core if draft.story else draft.statement
        question = Question(render(solved, spoken.language), draft.level, spoken.language)
        record = None if draft.guild_id else await self._decided(interaction, question)
        if record is None:
            await interaction.followup.send(view=tasks.own_solution(draft, spoken.language), ephemeral=True)
            return
        drawn = await pictured.picture(self._tutor, interaction, record.solution, spoken.look)
        view = reply.solution(tasks.behind_a_story(record) if draft.story else record, picture=drawn)
        files = [attached.file() for attached in view.files or ()]
        await interaction.followup.send(view=view, files=files, ephemeral=True)

    async def _decided(self, interaction: discord.Interaction, question: Question) -> Record | None:
        """The worked solution that mathematics writes; no model is asked."""
        async with aclosing(self._tutor.solve(asker(interaction), question)) as updates:
            async for update in updates:
                if isinstance(update, Record):
                    return update if update.solution.answer is not None else None
        return None

    async def _another(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        spoken = await manner(self._tutor, interaction)
        task = await self._tutor.trainer.another(asker(interaction), int(match["task"]))
        await present(self._tutor, interaction, task, spoken)

    async def _next(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        await self._go_on(interaction, int(match["run"]))

    async def _similar(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """Under any solution, for whoever presses: a problem of their own like the one solved."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        spoken = await manner(self._tutor, interaction)
        record = await self._tutor.recall(asker(interaction), int(match["record"]))
        question = record.solution.question
        task = await self._tutor.trainer.similar(asker(interaction), question.text, question.level)
        await present(self._tutor, interaction, task, spoken)
