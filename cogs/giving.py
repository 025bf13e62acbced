"""A task as its learner sees it: laid out, with a picture where text shows its formulas badly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cogs import pictured, playing, tasks
from cogs.asking import asker
from cogs.stream import deliver
from tutor.puzzles import puzzle_of

if TYPE_CHECKING:
    import discord

    from tutor.engine import Manner, Tutor
    from tutor.learning import Marking, Task
    from tutor.puzzles import Wish


async def present(
    tutor: Tutor, interaction: discord.Interaction, task: Task, spoken: Manner, marking: Marking | None = None
) -> None:
    """Edit the reply to the task as it stands; `marking` is what became of the answer just given."""
    if task.problem.draft.puzzle is not None:
        await present_puzzle(tutor, interaction, task, spoken, marking=marking)
        return
    run = None if task.run_id is None else await tutor.trainer.run(asker(interaction), task.run_id)
    drawn = await pictured.statement(tutor, interaction, task, spoken)
    plain = tasks.layout(task, spoken.language, run=run, marking=marking)
    if drawn is None:
        await deliver(interaction, plain, public=False)
        return
    view = tasks.layout(task, spoken.language, run=run, marking=marking, picture=drawn)
    await deliver(interaction, view, instead=plain, public=False)


async def present_puzzle(  # noqa: PLR0913 - what may stand beside the task
    tutor: Tutor,
    interaction: discord.Interaction,
    task: Task,
    spoken: Manner,
    *,
    wish: Wish | None = None,
    marking: Marking | None = None,
) -> None:
    """The same of a puzzle; `wish` is what was asked for, for the one after it."""
    picture = await pictured.board(tutor, interaction, puzzle_of(task).board, spoken)
    plain = playing.layout(task, spoken.language, wish=wish, marking=marking)
    if picture is None:
        await deliver(interaction, plain, public=False)
        return
    view = playing.layout(task, spoken.language, wish=wish, marking=marking, picture=picture)
    await deliver(interaction, view, instead=plain, public=False)
