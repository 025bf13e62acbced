"""/latex: what a learner types, set as in a book."""

from typing import ClassVar

import discord
from discord import app_commands, ui
from discord.app_commands import locale_str

from cogs import reply, text
from cogs.sketching import Sketching, shown
from cogs.views import Form
from maths.message import Message
from maths.typesetting.scanner import NotSetError
from tutor import latex
from tutor.engine import Manner
from tutor.pictures import Page, Sketch, SketchKind
from tutor.types import Language
from tutor.words import say

CHARACTERS = 2_000


class Latex(Sketching):
    kind: ClassVar[SketchKind] = SketchKind.LATEX
    title: ClassVar[Message] = Message("Edit the formula")

    @app_commands.command(name=locale_str("latex"), description=locale_str("Show LaTeX as a picture"))
    @app_commands.rename(typed=locale_str("formula"))
    @app_commands.describe(typed=locale_str(r"For example: \sqrt 2 + \pi, or text with formulas between $ signs"))
    async def latex(self, interaction: discord.Interaction, typed: app_commands.Range[str, 1, CHARACTERS]) -> None:
        await interaction.response.defer(thinking=True)
        await self._draw_new(interaction, typed)

    def fields(self, sketch: Sketch, language: Language) -> tuple[ui.Label[Form], ...]:
        field: ui.Label[Form] = ui.Label(
            text=say(Message("LaTeX"), language),
            description=say(Message("One formula, or text with formulas between $ signs."), language),
            component=ui.TextInput(
                style=discord.TextStyle.paragraph, default=sketch.text, max_length=CHARACTERS, min_length=1
            ),
        )
        return (field,)

    async def drawing(self, interaction: discord.Interaction, sketch: Sketch, spoken: Manner) -> reply.Layout:
        try:
            page = Page(latex.checked(sketch.text), spoken.language, spoken.look.theme)
        except NotSetError as error:
            return self.mistaken(error.message, error.place, sketch, spoken)
        picture, trouble = await self.picture(interaction, lambda: self._tutor.typeset(page), spoken.language)
        row = self.acts(sketch, spoken.language)
        if picture is None:
            return reply.notice(f"{text.readable(page.text)}\n-# {trouble}", row)
        items, files = shown(picture, f"latex-{sketch.id}")
        return reply.layout(*items, row, files=files)
