"""A stored solution as it is shown to somebody: with pictures where they want them and Discord takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from cogs import reply
from cogs.asking import manner
from cogs.stream import deliver
from tutor import sheets
from tutor.errors import PictureError
from tutor.pictures import Page
from tutor.types import Look
from tutor.words import render

if TYPE_CHECKING:
    import discord

    from maths.puzzles.board import Board
    from tutor.engine import Manner, Tutor
    from tutor.learning import Task
    from tutor.pictures import Chart, Picture
    from tutor.types import Record, Solution

log = structlog.get_logger(__name__)


async def picture(tutor: Tutor, interaction: discord.Interaction, solution: Solution, look: Look) -> Picture | None:
    """The pages of a worked solution; None where it is shown as text."""
    if look is Look.TEXT or not may_attach(interaction):
        return None
    try:
        return await tutor.picture(solution, look.theme)
    except PictureError as error:
        log.warning("no_picture", reason=str(error))
        return None


def at_once(tutor: Tutor, interaction: discord.Interaction, solution: Solution, look: Look) -> Picture | None:
    """The pages of a worked solution where they need not be drawn any more."""
    if look is Look.TEXT or not may_attach(interaction):
        return None
    return tutor.drawn(solution, look.theme)


async def statement(tutor: Tutor, interaction: discord.Interaction, task: Task, spoken: Manner) -> Picture | None:
    """A problem as a picture where a line of text shows its formulas badly."""
    said = render(task.problem.draft.statement, spoken.language)
    return await page(tutor, interaction, said, spoken) if sheets.needs_a_picture(said) else None


async def page(tutor: Tutor, interaction: discord.Interaction, text: str, spoken: Manner) -> Picture | None:
    """Markdown with mathematics as pages; None where it is shown as text."""
    if spoken.look is Look.TEXT or not tutor.draws or not may_attach(interaction):
        return None
    try:
        return await tutor.typeset(Page(text, spoken.language, spoken.look.theme))
    except PictureError as error:
        log.warning("no_picture", reason=str(error))
        return None


async def chart(tutor: Tutor, drawn: Chart, spoken: Manner) -> Picture | None:
    """A chart; None where it cannot be drawn."""
    if not tutor.draws:
        return None
    try:
        return await tutor.chart(drawn, spoken.language, spoken.look.theme)
    except PictureError as error:
        log.warning("no_picture", reason=str(error))
        return None


async def board(tutor: Tutor, interaction: discord.Interaction, drawn: Board | None, spoken: Manner) -> Picture | None:
    """The board of a puzzle; None where there is none, or it is shown in plain characters."""
    if drawn is None or spoken.look is Look.TEXT or not tutor.draws or not may_attach(interaction):
        return None
    try:
        return await tutor.board(drawn, spoken.language, spoken.look.theme)
    except PictureError as error:
        log.warning("no_picture", reason=str(error))
        return None


def may_attach(interaction: discord.Interaction) -> bool:
    return interaction.app_permissions.attach_files


async def show(
    tutor: Tutor, interaction: discord.Interaction, record: Record, page: int = 0, *, public: bool = False
) -> None:
    """Edit the reply to a page of a stored solution."""
    spoken = await manner(tutor, interaction)
    pages = await picture(tutor, interaction, record.solution, spoken.look)
    plain = reply.solution(record, page)
    if pages is None:
        await deliver(interaction, plain, public=public)
    else:
        await deliver(interaction, reply.solution(record, page, picture=pages), instead=plain, public=public)
