"""/practice sheet: problems to print, as a document with its first page shown. Nothing of it is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from discord import ui

from cogs import pictured, reply, topics, wording
from cogs.asking import asker
from maths.message import Message
from tutor import worksheets
from tutor.errors import QuestionRefusedError
from tutor.words import say

if TYPE_CHECKING:
    import discord

    from tutor.engine import Manner, Tutor
    from tutor.pictures import Picture
    from tutor.types import Language
    from tutor.worksheets import Wanted


async def sheet(tutor: Tutor, interaction: discord.Interaction, wanted: Wanted, spoken: Manner) -> reply.Layout:
    """A sheet; the topic may be typed by any of its names. Raises TutorError."""
    if not pictured.may_attach(interaction):
        raise QuestionRefusedError(Message("I may not attach files here. Ask me in a direct message."))
    who = asker(interaction)
    wanted = replace(wanted, topic=topics.key_of(wanted.topic, await tutor.trainer.topics(who)))
    drawn, day = await tutor.trainer.sheet(who, wanted)
    topic, level = topics.title(wanted.topic, spoken.language), say(wording.LEVELS[wanted.level], spoken.language)
    about = f"{topic} · {level} · {day.isoformat()}"
    paper = worksheets.worksheet(drawn, wanted, about, spoken.language)
    return _layout(await tutor.printed(paper), wanted, about, spoken.language)


def _layout(picture: Picture, wanted: Wanted, about: str, language: Language) -> reply.Layout:
    preview = reply.Attached("lemma-sheet.png", picture.pages[0], reply.described(picture.alts[0]))
    document = reply.Attached(f"lemma-sheet-{wanted.seed}.pdf", picture.document or b"")
    title = reply.heading(Message("Practice sheet"), language)
    again = Message("Answers are on the last page. Seed {seed} prints the same problems again.", seed=wanted.seed)
    return reply.layout(
        ui.TextDisplay(f"{title}\n{about}"),
        reply.gallery(preview),
        ui.File(document.url),
        ui.TextDisplay(reply.small(again, language)),
        files=(preview, document),
    )
