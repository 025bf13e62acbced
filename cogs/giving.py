"""A task as its learner sees it: laid out, with a picture where text shows its formulas badly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cogs import pictured, tasks
from cogs.asking import asker
from cogs.stream import deliver

if TYPE_CHECKING:
    import discord

    from tutor.engine import Manner, Tutor
    from tutor.learning import Marking, Task


async def present(
    tutor: Tutor, interaction: discord.Interaction, task: Task, spoken: Manner, marking: Marking | None = None
) -> None:
    """Edit the reply to the task as it stands; `marking` is what became of the answer just given."""
    run = None if task.run_id is None else await tutor.trainer.run(asker(interaction), task.run_id)
    drawn = await pictured.statement(tutor, interaction, task, spoken)
    plain = tasks.layout(task, spoken.language, run=run, marking=marking)
    if drawn is None:
        await deliver(interaction, plain, public=False)
        return
    view = tasks.layout(task, spoken.language, run=run, marking=marking, picture=drawn)
    await deliver(interaction, view, instead=plain, public=False)
