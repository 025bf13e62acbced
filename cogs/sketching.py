"""What /plot and /latex share: a drawing kept so that its buttons work after a restart, to be edited or deleted."""

import re
import time
from collections.abc import Awaitable, Callable
from typing import ClassVar

import discord
import structlog
from discord import app_commands, ui

from cogs import caret, reply, text
from cogs.asking import asker, language_soon, manner
from cogs.pace import Pace
from cogs.pictured import may_attach
from cogs.stream import deliver
from cogs.views import Feature, Form, Tell, component
from maths.message import Message
from tutor.engine import Manner, Tutor
from tutor.errors import NotAllowedError, PictureError
from tutor.pictures import Picture, Sketch, SketchKind
from tutor.types import Language
from tutor.words import render, say

log = structlog.get_logger(__name__)

DRAWINGS, SECONDS = 12, 20.0  # per person: zooming is quick
PAGES_SHOWN = 4  # pages of one /latex under each other


class Sketching(Feature):
    """A command whose reply is a drawing."""

    kind: ClassVar[SketchKind]
    title: ClassVar[Message]  # of the form in which a drawing is edited

    def __init__(self, tutor: Tutor, tell: Tell) -> None:
        self._tutor = tutor
        self._tell = tell
        self._pace = Pace(DRAWINGS, SECONDS)
        self.components = (
            component(rf"lemma:{self.kind}:edit:(?P<sketch>\d+)", self._edit, tell),
            component(rf"lemma:{self.kind}:delete:(?P<sketch>\d+)", self._delete, tell),
        )

    async def interaction_check(self, interaction: discord.Interaction) -> bool:
        """Let everyone draw at ease, not in a flood. Raises CommandOnCooldown."""
        if wait := self._pace.wait(interaction.user.id, time.monotonic()):
            raise app_commands.CommandOnCooldown(app_commands.Cooldown(DRAWINGS, SECONDS), wait)
        return True

    def fields(self, sketch: Sketch, language: Language) -> tuple[ui.Label[Form], ...]:
        """The fields in which a drawing is edited: its text, then what else there is of it."""
        raise NotImplementedError

    async def drawing(self, interaction: discord.Interaction, sketch: Sketch, spoken: Manner) -> reply.Layout:
        """The reply that shows a drawing."""
        raise NotImplementedError

    async def _draw_new(self, interaction: discord.Interaction, typed: str, extent: str = "") -> None:
        spoken = await manner(self._tutor, interaction)
        sketch = await self._tutor.keep_sketch(asker(interaction), self.kind, typed, extent)
        await self._show(interaction, await self.drawing(interaction, sketch, spoken), sketch, spoken)

    async def _show(self, interaction: discord.Interaction, view: reply.Layout, sketch: Sketch, spoken: Manner) -> None:
        """The reply; where Discord refuses its files, a sentence that says so."""
        plain = reply.notice(say(_NOT_SENT, spoken.language), self.acts(sketch, spoken.language))
        await deliver(interaction, view, instead=plain if view.files else None)

    async def picture(
        self, interaction: discord.Interaction, drawn: Callable[[], Awaitable[Picture]], language: Language
    ) -> tuple[Picture | None, str]:
        """The picture; or None and why there is none, in words."""
        if not may_attach(interaction):
            return None, say(_NOT_SENT, language)
        try:
            return await drawn(), ""
        except PictureError as error:
            log.warning("no_picture", reason=str(error))
            return None, say(error.message, language)

    async def owned(self, interaction: discord.Interaction, sketch_id: int) -> Sketch:
        """The drawing, for whom it was drawn. Raises NotAllowedError, NotFoundError."""
        sketch = await self._tutor.sketch(sketch_id)
        if sketch.asker.user_id != interaction.user.id or sketch.kind is not self.kind:
            raise NotAllowedError(Message("Only the person who had this drawn can change it."))
        return sketch

    def acts(self, sketch: Sketch, language: Language) -> ui.ActionRow[ui.LayoutView]:
        """Buttons to edit and to delete."""
        edit: ui.Button[ui.LayoutView] = ui.Button(
            label=say(Message("Edit"), language), emoji="✏️", custom_id=f"lemma:{self.kind}:edit:{sketch.id}"
        )
        delete: ui.Button[ui.LayoutView] = ui.Button(
            label=say(Message("Delete"), language), emoji="🗑️", custom_id=f"lemma:{self.kind}:delete:{sketch.id}"
        )
        return ui.ActionRow(edit, delete)

    def mistaken(self, message: Message, place: int | None, sketch: Sketch, spoken: Manner) -> reply.Layout:
        """What is wrong with what was typed, where, and what to do."""
        language = spoken.language
        said = render(message, language)
        reason = (text.readable(said) if "$" in said else text.escape(said)).rstrip(
            "."
        )  # a command keeps its backslash
        lines = [say(Message("**This cannot be drawn**: {reason}.", reason=reason), language)]
        if place is not None:
            lines.append(caret.pointed(sketch.text, place))
        else:
            lines.append(f"-# {text.typed(sketch.text, reply.PROBLEM_SHOWN)}")
        lines.append(reply.small(Message("Press Edit to mend it."), language))
        return reply.notice("\n".join(lines), self.acts(sketch, language))

    async def _edit(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        sketch = await self.owned(interaction, int(match["sketch"]))
        language = await language_soon(self._tutor, interaction)

        async def submit(submitted: discord.Interaction, written: tuple[str, ...]) -> None:
            await submitted.response.defer()
            await self.interaction_check(submitted)
            own = await self.owned(submitted, sketch.id)
            spoken = await manner(self._tutor, submitted)
            changed = await self._tutor.change_sketch(own.id, *written)
            await self._show(submitted, await self.drawing(submitted, changed, spoken), changed, spoken)

        title = say(self.title, language)
        await interaction.response.send_modal(Form(title, self.fields(sketch, language), submit, self._tell))

    async def _delete(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """By whom it was drawn for, or by who may delete messages here: looked up now, not when it was drawn."""
        await interaction.response.defer()
        moderates = interaction.guild_id is not None and interaction.permissions.manage_messages
        if not moderates and not _asked_for(interaction):
            await self.owned(interaction, int(match["sketch"]))
        await interaction.delete_original_response()
        await self._tutor.drop_sketch(int(match["sketch"]))


def _asked_for(interaction: discord.Interaction) -> bool:
    """Whether the presser gave the command that this message answers."""
    made = interaction.message.interaction_metadata if interaction.message else None
    return made is not None and made.user.id == interaction.user.id


def shown(picture: Picture, name: str) -> tuple[list[ui.Item[ui.LayoutView]], tuple[reply.Attached, ...]]:
    """The pages under each other, with the files they need."""
    pages = list(zip(picture.pages, picture.alts, strict=True))[:PAGES_SHOWN]
    files = [
        reply.Attached(f"{name}-{at}.png", page, reply.described(alt)) for at, (page, alt) in enumerate(pages, start=1)
    ]
    items: list[ui.Item[ui.LayoutView]] = [reply.gallery(file) for file in files]
    if picture.document is not None:
        whole = reply.Attached(f"{name}.pdf", picture.document)
        files.append(whole)
        items.append(ui.File(whole.url))
    return items, tuple(files)


_NOT_SENT = Message(
    "Lemma may not attach files here, so no picture can be sent. A moderator can allow it; in direct messages it works."
)
