"""/plot: graphs of functions, curves, inequalities and points, to zoom into and to move about."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import ClassVar

import discord
from discord import app_commands, ui
from discord.app_commands import locale_str

from cogs import reply, text
from cogs.asking import manner
from cogs.sketching import Sketching, shown
from cogs.views import Form, Tell, component
from maths.graphing.graph import NotDrawn, Window
from maths.message import Message
from tutor.engine import Manner, Tutor
from tutor.pictures import Sketch, SketchKind
from tutor.types import Language
from tutor.words import render, say

CHARACTERS = 500
EXTENT_CHARACTERS = 60
CUSTOM_ID = 100
NEARER, FARTHER, STEP = 0.5, 2.0, 0.25
SHOW = r"lemma:plot:(?P<move>in|out|left|right|up|down|reset):(?P<sketch>\d+)(?::(?P<window>[-+.:e\d]+))?"
_RANGE = re.compile(
    r"(?:x\s*(?:from|=|:|는|가)?)?\s*(?P<left>[^,;~…\s].*?)\s*(?:\bto\b|~|\.{2,3}|…|,|;|부터|에서)\s*"
    r"(?P<right>[^,;~…]*?[^,;~…\s])\s*(?:까지)?"
)
_INTERVAL = re.compile(r"[\[(](.*,.*)[\])]")
_NO_RANGE = Message("the range has two ends, for example: -5 to 5")


class Move(StrEnum):
    """What the buttons under a plot do; the name stands in the custom id."""

    IN = "in"
    OUT = "out"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    RESET = "reset"

    def of(self, window: Window) -> Window | None:
        """The window to be seen next; None for the plot's own."""
        return _AFTER[self](window)


_AFTER: dict[Move, Callable[[Window], Window | None]] = {
    Move.IN: lambda window: window.zoomed(NEARER),
    Move.OUT: lambda window: window.zoomed(FARTHER),
    Move.LEFT: lambda window: window.shifted(-STEP, 0),
    Move.RIGHT: lambda window: window.shifted(STEP, 0),
    Move.UP: lambda window: window.shifted(0, STEP),
    Move.DOWN: lambda window: window.shifted(0, -STEP),
    Move.RESET: lambda _: None,
}
LABELS = {
    Move.IN: ("🔍", Message("Zoom in")),
    Move.OUT: ("🔭", Message("Zoom out")),
    Move.RESET: ("🎯", Message("Reset")),
    Move.LEFT: ("⬅️", Message("Left")),
    Move.RIGHT: ("➡️", Message("Right")),
    Move.UP: ("⬆️", Message("Up")),
    Move.DOWN: ("⬇️", Message("Down")),
}
ROWS = ((Move.IN, Move.OUT, Move.UP), (Move.LEFT, Move.RIGHT, Move.DOWN))  # three fit beside each other on a phone


class Plot(Sketching):
    kind: ClassVar[SketchKind] = SketchKind.PLOT
    title: ClassVar[Message] = Message("Edit the plot")

    def __init__(self, tutor: Tutor, tell: Tell) -> None:
        super().__init__(tutor, tell)
        self.components = (*self.components, component(SHOW, self._move, tell))

    @app_commands.command(
        name=locale_str("plot"), description=locale_str("Draw functions, curves, inequalities and points")
    )
    @app_commands.rename(functions=locale_str("functions"), extent=locale_str("range"))
    @app_commands.describe(
        functions=locale_str("For example: sin(x)/x; y = x^2 - 3x, or x^2 + y^2 = 9, or r = 1 + cos(theta)"),
        extent=locale_str("Of x, for example: -5 to 5; without it, what is worth seeing is found"),
    )
    async def plot(
        self,
        interaction: discord.Interaction,
        functions: app_commands.Range[str, 1, CHARACTERS],
        extent: app_commands.Range[str, 1, EXTENT_CHARACTERS] | None = None,
    ) -> None:
        await interaction.response.defer(thinking=True)
        await self._draw_new(interaction, functions, extent or "")

    def fields(self, sketch: Sketch, language: Language) -> tuple[ui.Label[Form], ...]:
        functions: ui.Label[Form] = ui.Label(
            text=say(Message("What to draw"), language),
            description=say(Message("Several with ; between them or on lines of their own."), language),
            component=ui.TextInput(
                style=discord.TextStyle.paragraph, default=sketch.text, max_length=CHARACTERS, min_length=1
            ),
        )
        extent: ui.Label[Form] = ui.Label(
            text=say(Message("Range of x"), language),
            description=say(Message("For example: -5 to 5. Empty: found by itself."), language),
            component=ui.TextInput(default=sketch.extent or None, max_length=EXTENT_CHARACTERS, required=False),
        )
        return functions, extent

    async def drawing(
        self, interaction: discord.Interaction, sketch: Sketch, spoken: Manner, window: Window | None = None
    ) -> reply.Layout:
        asked = request(sketch)
        if asked is None:
            return self.mistaken(_NO_RANGE, None, sketch, spoken)
        graph = await self._tutor.plot(asked, window)
        if isinstance(graph, NotDrawn):
            place = graph.place if graph.place is not None and graph.place <= len(sketch.text) else None
            return self.mistaken(graph.message, place, sketch, spoken)
        language = spoken.language
        picture, trouble = await self.picture(
            interaction, lambda: self._tutor.graph(graph, language, spoken.look.theme), language
        )
        heading = ui.TextDisplay[ui.LayoutView](f"-# {text.typed(asked, reply.PROBLEM_SHOWN)}")
        acts = self.acts(sketch, language)
        rows = [
            *buttons(sketch, graph.window, language),
            ui.ActionRow(_button(Move.RESET, sketch, graph.window, language), *acts.children),
        ]
        if picture is None:
            told = [text.readable(render(note, language)) for note in graph.notes]
            return reply.layout(heading, ui.TextDisplay("\n".join([*told, f"-# {trouble}"])), acts)
        items, files = shown(picture, f"plot-{sketch.id}")
        return reply.layout(heading, *items, *rows, files=files)

    async def _move(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """Another part of the plane, for whom it was drawn."""
        await interaction.response.defer()
        sketch = await self.owned(interaction, int(match["sketch"]))
        await self.interaction_check(interaction)
        spoken = await manner(self._tutor, interaction)
        seen = read_window(match["window"] or "")
        window = Move(match["move"]).of(seen) if seen else None
        await self._show(interaction, await self.drawing(interaction, sketch, spoken, window), sketch, spoken)


def request(sketch: Sketch) -> str | None:
    """What is asked of mathematics: the functions, then the range; None for a range that has not two ends."""
    extent = sketch.extent.strip()
    if not extent:
        return sketch.text
    interval = _INTERVAL.fullmatch(extent)
    found = _RANGE.fullmatch((interval[1] if interval else extent).strip())
    return f"{sketch.text}; x from {found['left']} to {found['right']}" if found else None


def buttons(sketch: Sketch, window: Window, language: Language) -> list[ui.ActionRow[ui.LayoutView]]:
    """How to move about from this window."""
    rows = []
    for moves in ROWS:
        row = ui.ActionRow[ui.LayoutView]()
        for move in moves:
            row.add_item(_button(move, sketch, window, language))
        rows.append(row)
    return rows


def _button(move: Move, sketch: Sketch, window: Window, language: Language) -> ui.Button[ui.LayoutView]:
    emoji, label = LABELS[move]
    after = move.of(window)
    custom_id = f"lemma:plot:{move}:{sketch.id}:{written_window(window)}"
    possible = (after is None or after.drawable) and len(custom_id) <= CUSTOM_ID
    return ui.Button(
        label=say(label, language),
        emoji=emoji,
        custom_id=custom_id if possible else f"lemma:plot:{move}:{sketch.id}",
        disabled=not possible,
    )


def written_window(window: Window) -> str:
    return ":".join(f"{side:.10g}" for side in (window.left, window.right, window.bottom, window.top))


def read_window(written: str) -> Window | None:
    """The window that `written_window` wrote; None for anything else."""
    try:
        left, right, bottom, top = map(float, written.split(":"))
    except ValueError:
        return None
    window = Window(left, right, bottom, top)
    return window if window.drawable else None
