"""Buttons, selects and forms that outlive a restart: what they do is found by their custom ids."""

import re
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, ClassVar, Protocol, Self, TypeAlias

import discord
from discord import app_commands, ui
from discord.ext import commands

Press: TypeAlias = Callable[[discord.Interaction, re.Match[str]], Awaitable[None]]
Component: TypeAlias = type[ui.DynamicItem[ui.Item[ui.LayoutView]]]


class Tell(Protocol):
    """The one error handler, and the one door."""

    async def __call__(self, interaction: discord.Interaction, error: Exception, /, *, beside: bool = False) -> None:
        """Log an error and tell the asker; `beside` the reply, which stays, in a message of their own."""
        ...

    async def admit(self, interaction: discord.Interaction, /) -> None:
        """Return where Lemma may be asked for this, by this person, here and now. Raises NotAllowedError."""
        ...


class Feature(commands.Cog):
    """A cog with what a cog cannot declare by itself: message menus and persistent components."""

    menus: tuple[app_commands.ContextMenu, ...] = ()
    components: tuple[Component, ...] = ()


def component(template: str, press: Press, tell: Tell) -> Component:
    """A persistent component: an interaction whose custom id matches `template` goes to `press`, an error to `tell`."""

    class Persistent(ui.DynamicItem[ui.Item[ui.LayoutView]], template=template):
        def __init__(self, item: ui.Item[ui.LayoutView], match: re.Match[str]) -> None:
            super().__init__(item)
            self._match = match

        @classmethod
        async def from_custom_id(
            cls,
            interaction: discord.Interaction,  # noqa: ARG003 - discord.py passes it
            item: ui.Item[Any],
            match: re.Match[str],
            /,
        ) -> Self:
            return cls(item, match)

        async def callback(self, interaction: discord.Interaction) -> None:
            try:
                await tell.admit(interaction)
                await press(interaction, self._match)
            except Exception as error:  # noqa: BLE001 - discord.py would log it and leave the asker without a word
                await tell(interaction, error)

    return Persistent


def chosen(interaction: discord.Interaction) -> str:
    """The one value picked in a select."""
    data: Any = interaction.data
    return str(data["values"][0])


def picked(interaction: discord.Interaction) -> tuple[str, ...]:
    """Everything picked in a select, in the order it was."""
    data: Any = interaction.data
    return tuple(str(value) for value in data["values"])


MODAL_ROWS = 5  # Discord's bound


class Form(ui.Modal):
    """A modal with texts and selects; `submit` gets what was written, or picked, in each."""

    seconds: ClassVar[float] = 3600  # then a form left open is forgotten

    def __init__(
        self,
        title: str,
        fields: Sequence[ui.Label["Form"]],
        submit: Callable[[discord.Interaction, tuple[str, ...]], Awaitable[None]],
        tell: Tell,
        *,
        above: str = "",
    ) -> None:
        """`above` is text to look at while one fills it in, where there is room for it beside the fields."""
        super().__init__(title=title, timeout=self.seconds)
        self._fields = tuple(fields)
        self._submit = submit
        self._tell = tell
        if above and len(self._fields) < MODAL_ROWS:
            self.add_item(ui.TextDisplay(above))
        for field in self._fields:
            self.add_item(field)

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await self._submit(interaction, tuple(_entered(field.component) for field in self._fields))

    async def on_error(self, interaction: discord.Interaction, error: Exception, /) -> None:  # type: ignore[override]
        await self._tell(interaction, error)


def _entered(field: ui.Item[Any]) -> str:
    """A text, or the one value picked in a select."""
    match field:
        case ui.TextInput():
            return field.value
        case ui.Select(values=[value, *_]):
            return str(value)
        case _:
            return ""
