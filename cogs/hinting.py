"""Hints where a solution is not to be shown yet, and the word of an exam: for every face that shows solutions."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from cogs import ladder as ladders
from cogs.asking import asker, places
from cogs.stream import deliver
from tutor.errors import QuestionRefusedError, TutorError

if TYPE_CHECKING:
    import discord

    from tutor.engine import Tutor
    from tutor.ladder import Ladder, Tried
    from tutor.types import Language, Question


SOON = 0.5  # seconds: whether they may ask at all has taken some of Discord's three already


async def private_soon(tutor: Tutor, interaction: discord.Interaction) -> bool:
    """Whether answers are the asker's own affair here, as hints come first; so they are when the database is slow."""
    if tutor.laddering is None or interaction.guild_id is None:
        return False
    try:
        async with asyncio.timeout(SOON):
            return await tutor.laddering.wanted(asker(interaction), places(interaction))
    except (TutorError, TimeoutError):
        return True


async def instead(tutor: Tutor, interaction: discord.Interaction, question: Question) -> bool:
    """Show hints in the place of a solution; False where the solution may be given at once."""
    if tutor.laddering is None:
        return False
    ladder = await tutor.laddering.begin(asker(interaction), question, places(interaction))
    if ladder is not None:
        await show(tutor, interaction, ladder, question.language)
    return ladder is not None


async def show(
    tutor: Tutor, interaction: discord.Interaction, ladder: Ladder, language: Language, tried: Tried | None = None
) -> None:
    """Edit the reply to the ladder as it stands; `tried` is what became of the answer just given."""
    closed_by = None
    if tutor.laddering is not None:
        closed_by = await tutor.laddering.held(ladder, places(interaction)) or await tutor.laddering.early(ladder)
    view = ladders.layout(ladder, language, closed_by=closed_by, tried=tried)
    await deliver(interaction, view, public=False)


async def refuse_in_exam(tutor: Tutor, interaction: discord.Interaction) -> None:
    """Raises QuestionRefusedError where an exam is held: no solution is shown in it."""
    if tutor.laddering is None:
        return
    if exam := await tutor.laddering.exam(asker(interaction), places(interaction)):
        raise QuestionRefusedError(ladders.refusal(exam))


async def in_exam(tutor: Tutor, interaction: discord.Interaction) -> bool:
    """Whether an exam is held where somebody presses."""
    if tutor.laddering is None:
        return False
    return await tutor.laddering.exam(asker(interaction), places(interaction)) is not None


async def wanted(tutor: Tutor, interaction: discord.Interaction) -> bool:
    """Whether hints come before solutions here."""
    return tutor.laddering is not None and await tutor.laddering.wanted(asker(interaction), places(interaction))
