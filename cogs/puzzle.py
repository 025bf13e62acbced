"""/puzzle play: puzzles of many kinds, answered in a form, with hints link by link. Only the player sees them.

Every button carries the number of its task; whose it is, is looked up when it is pressed.
"""

import re
import time
from collections.abc import Awaitable, Callable

import discord
from discord import app_commands
from discord.app_commands import locale_str

from cogs import hinting, pictured, playing
from cogs.asking import asker, language_soon, manner
from cogs.giving import present_puzzle
from cogs.pace import Pace
from cogs.puzzle_group import puzzle_group
from cogs.stream import deliver
from cogs.views import Feature, Form, Tell, chosen, component
from maths.puzzles.puzzle import Kind
from maths.puzzles.titles import TITLES
from tutor.engine import Manner, Tutor
from tutor.learning import Mark, Task, TaskKind, TaskState
from tutor.puzzles import Wish, puzzle_of
from tutor.types import Level

PUZZLES, SECONDS = 6, 30.0  # per person: each is a second of mathematics


class Puzzle(Feature):
    group = puzzle_group()

    def __init__(self, tutor: Tutor, tell: Tell, solved: Callable[[Task], Awaitable[None]] | None = None) -> None:
        """`solved` is told of every daily puzzle that was solved."""
        self._tutor = tutor
        self._solved = solved
        self._tell = tell
        self._pace = Pace(PUZZLES, SECONDS)
        self.components = (
            component(playing.ANSWER, self._open_form, tell),
            component(playing.HINT, self._hint, tell),
            component(playing.SHOW, self._show, tell),
            component(playing.SOLUTION, self._solution, tell),
            component(playing.TURN, self._turn, tell),
            component(playing.ANOTHER, self._another, tell),
            component(playing.MINE, self._mine, tell),
            component(playing.LIST, self._list, tell),
            component(playing.OPEN, self._open, tell),
        )

    @group.command(name=locale_str("play"), description=locale_str("A puzzle with exactly one solution, for you alone"))
    @app_commands.rename(kind=locale_str("kind"), level=locale_str("level"))
    @app_commands.describe(
        kind=locale_str("What kind; without it, any"),
        level=locale_str("How hard the thinking is; without it, what fits you in each kind"),
    )
    @app_commands.choices(
        kind=[app_commands.Choice(name=locale_str(TITLES[kind].key), value=kind.value) for kind in Kind],
        level=[
            app_commands.Choice(name=locale_str("Beginner"), value="beginner"),
            app_commands.Choice(name=locale_str("Intermediate"), value="intermediate"),
            app_commands.Choice(name=locale_str("Advanced"), value="advanced"),
        ],
    )
    async def play(
        self,
        interaction: discord.Interaction,
        kind: app_commands.Choice[str] | None = None,
        level: app_commands.Choice[str] | None = None,
    ) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        self._slow_down(interaction)
        spoken = await manner(self._tutor, interaction)
        wish = Wish(Kind(kind.value) if kind else None, Level(level.value) if level else None)
        task = await self._tutor.puzzles.play(asker(interaction), wish, spoken.level)
        await present_puzzle(self._tutor, interaction, task, spoken, wish=wish)

    def _slow_down(self, interaction: discord.Interaction) -> None:
        """Raises CommandOnCooldown."""
        if wait := self._pace.wait(interaction.user.id, time.monotonic()):
            raise app_commands.CommandOnCooldown(app_commands.Cooldown(PUZZLES, SECONDS), wait)

    async def _open_form(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        task_id = int(match["task"])
        language = await language_soon(self._tutor, interaction)
        task, typed = await self._tutor.puzzles.typed(asker(interaction), task_id)
        if task.state is not TaskState.OPEN:
            await interaction.response.defer()
            await self._present(interaction, task, match)
            return
        puzzle = puzzle_of(task)

        async def submit(submitted: discord.Interaction, written: tuple[str, ...]) -> None:
            await submitted.response.defer()
            given = {field.key: value for field, value in zip(puzzle.fields, written, strict=True)}
            await self._answer(submitted, task_id, given, match)

        shown, above = playing.fields(puzzle, typed, language), playing.reminder(puzzle, language)
        form = Form(playing.title(puzzle, language), shown, submit, self._tell, above=above)
        await interaction.response.send_modal(form)

    async def _answer(
        self, interaction: discord.Interaction, task_id: int, given: dict[str, str], match: re.Match[str]
    ) -> None:
        spoken = await manner(self._tutor, interaction)
        marking = await self._tutor.puzzles.answer(asker(interaction), task_id, given, interaction.id)
        shown, task = None if marking.mark is Mark.CLOSED else marking, marking.task
        wish = playing.wish_of(task, match["wish"])
        await present_puzzle(self._tutor, interaction, task, spoken, wish=wish, marking=shown)
        if marking.mark is not Mark.RIGHT:
            return
        if task.kind is TaskKind.DAILY and self._solved:
            await self._solved(task)
        if not await hinting.in_exam(self._tutor, interaction):
            await self._explain(interaction, task, spoken)

    async def _hint(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        await self._present(interaction, await self._tutor.puzzles.hint(asker(interaction), int(match["task"])), match)

    async def _show(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """End the attempt; how it is solved comes in a message of its own."""
        await interaction.response.defer()
        await hinting.refuse_in_exam(self._tutor, interaction)
        task = await self._tutor.puzzles.show(asker(interaction), int(match["task"]))
        spoken = await self._present(interaction, task, match)
        if task.state is not TaskState.LEFT:
            await self._explain(interaction, task, spoken)

    async def _solution(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        await hinting.refuse_in_exam(self._tutor, interaction)
        task = await self._tutor.puzzles.ended(asker(interaction), int(match["task"]))
        await self._explain(interaction, task, await manner(self._tutor, interaction))

    async def _explain(self, interaction: discord.Interaction, task: Task, spoken: Manner) -> None:
        picture = await pictured.board(self._tutor, interaction, puzzle_of(task).solved_board, spoken)
        view = playing.explanation(task, spoken.language, 0, picture)
        files = [attached.file() for attached in view.files or ()]
        await interaction.followup.send(view=view, files=files, ephemeral=True)

    async def _turn(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        await hinting.refuse_in_exam(self._tutor, interaction)
        spoken, page = await manner(self._tutor, interaction), int(match["page"])
        task = await self._tutor.puzzles.ended(asker(interaction), int(match["task"]))
        solved = puzzle_of(task).solved_board if page == 0 else None
        picture = await pictured.board(self._tutor, interaction, solved, spoken)
        plain = playing.explanation(task, spoken.language, page)
        view = playing.explanation(task, spoken.language, page, picture) if picture else plain
        await deliver(interaction, view, instead=plain if picture else None, public=False)

    async def _another(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        self._slow_down(interaction)
        spoken, who, task_id = await manner(self._tutor, interaction), asker(interaction), int(match["task"])
        wish = playing.wish_of(await self._tutor.puzzles.task(who, task_id), match["wish"])
        task = await self._tutor.puzzles.another(who, task_id, wish)
        await present_puzzle(self._tutor, interaction, task, spoken, wish=wish)

    async def _mine(self, interaction: discord.Interaction, _match: re.Match[str]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await self._page(interaction, 0)

    async def _list(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        await interaction.response.defer()
        await self._page(interaction, int(match["page"]))

    async def _page(self, interaction: discord.Interaction, page: int) -> None:
        spoken = await manner(self._tutor, interaction)
        found = await self._tutor.puzzles.page(asker(interaction), page)
        await deliver(interaction, playing.listed(found, spoken.language), public=False)

    async def _open(self, interaction: discord.Interaction, _match: re.Match[str]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        task = await self._tutor.puzzles.task(asker(interaction), int(chosen(interaction)))
        await present_puzzle(self._tutor, interaction, task, await manner(self._tutor, interaction))

    async def _present(self, interaction: discord.Interaction, task: Task, match: re.Match[str]) -> Manner:
        spoken = await manner(self._tutor, interaction)
        wish = playing.wish_of(task, match["wish"])
        await present_puzzle(self._tutor, interaction, task, spoken, wish=wish)
        return spoken
