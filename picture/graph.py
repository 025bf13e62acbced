"""A plot in the look of the pages: grid, axes, curves, regions, marked points, a legend of typeset formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.graphing.graph import HEIGHT, Kind
from maths.plain import plain
from picture.functions import needed
from picture.labels import OUTSIDE, Box, Room
from picture.legend import legend, order, slashed, typeset
from picture.look import MARGIN, PAGE_WIDTH, colours, preamble
from picture.svg import Drawing, style
from picture.ticks import ticks
from picture.typst_text import escaped
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maths.graphing.graph import Graph, Path, Window
    from picture.look import Colours
    from picture.svg import Place
    from tutor.types import Language, Theme

WIDTH = float(PAGE_WIDTH - 2 * MARGIN)
TALL = WIDTH * HEIGHT
MAX_ALT = 1_024  # characters: Discord's limit
_TICK, _LABEL, _AXIS = 11.5, 12.5, 14.0  # sizes of letters, in points
_CROWDED = 75  # the cost from which a tick goes without its number
_MOST_ACROSS, _MOST_UP = 7, 7
_LETTER = 0.53  # of its size: the mean width of a letter
_SERIF = "serif-face"


def document(graph: Graph, theme: Theme, language: Language) -> tuple[str, int]:
    """The Typst document, and how many formulas of its legend were not typeset."""
    sheet = _Sheet(graph, colours(theme))
    head, fallbacks = legend(graph, colours(theme))
    body = f"{head}\n#{sheet.drawn()}\n"
    return f"{preamble(theme, language)}{needed(body)}{body}", fallbacks


def alt(graph: Graph, language: Language) -> str:
    """What is to be seen, as whole sentences within Discord's limit."""
    text = ""
    for note in graph.notes:
        sentence = say(note, language)
        if len(text) + len(sentence) + 1 > MAX_ALT:
            break
        text = f"{text} {sentence}".strip()
    return text or say(graph.notes[0], language)[: MAX_ALT - 1] + "…"


class _Sheet:
    def __init__(self, graph: Graph, tone: Colours) -> None:
        self._graph = graph
        self._window = graph.window
        self._tone = tone
        self._drawing = Drawing(WIDTH, TALL)
        self._room = Room(WIDTH, TALL)
        self._texts: list[str] = []
        self._order = order(graph)
        self._axis_x = self._down(0.0) if self._window.bottom <= 0 <= self._window.top else None
        self._axis_y = self._along(0.0) if self._window.left <= 0 <= self._window.right else None

    def drawn(self) -> str:
        self._drawing.box((0, 0), (WIDTH, TALL), self._tone.raised, radius=6)
        self._grid()
        self._regions()
        self._axes()
        self._asymptotes()
        self._curves()
        self._tick_labels()
        self._points()
        inner = "".join(f"; {text}" for text in self._texts)
        return (
            f"block(width: {WIDTH:.1f}pt, height: {TALL:.1f}pt, clip: true, radius: 6pt, "
            f"{{place(top + left, {self._drawing.markup()}){inner}}})"
        )

    # Places

    def _along(self, x: float) -> float:
        return (x - self._window.left) / self._window.width * WIDTH

    def _down(self, y: float) -> float:
        return (self._window.top - y) / self._window.height * TALL

    def _on_sheet(self, paths: Iterable[Path]) -> list[list[Place]]:
        return [[(self._along(x), self._down(y)) for x, y in path] for path in paths]

    # Parts

    def _ticks(self) -> tuple[list[tuple[float, str]], list[tuple[float, str]]]:
        window: Window = self._window
        across = ticks(window.left, window.right, _MOST_ACROSS, turns=self._graph.turns)
        up = ticks(window.bottom, window.top, _MOST_UP)
        return [(self._along(t.place), t.label) for t in across], [(self._down(t.place), t.label) for t in up]

    def _grid(self) -> None:
        across, up = self._ticks()
        upright = [[(x, 0.0), (x, TALL)] for x, _ in across]
        level = [[(0.0, y), (WIDTH, y)] for y, _ in up]
        self._drawing.lines([*upright, *level], self._tone.line, width=0.8, strength=0.55)

    def _axes(self) -> None:
        muted = self._tone.muted
        if self._axis_x is not None:
            y = self._axis_x
            self._drawing.lines([[(0, y), (WIDTH - 3, y)]], muted, width=1.3)
            self._drawing.areas([[(WIDTH - 1, y), (WIDTH - 9, y - 4), (WIDTH - 9, y + 4)]], muted)
            self._room.cross([[(0, y), (WIDTH, y)]], 3)
            self._name(self._graph.axes[0], (WIDTH - 13, y + 3 if y < TALL - 22 else y - 21))
        if self._axis_y is not None:
            x = self._axis_y
            self._drawing.lines([[(x, TALL), (x, 3)]], muted, width=1.3)
            self._drawing.areas([[(x, 1), (x - 4, 9), (x + 4, 9)]], muted)
            self._room.cross([[(x, 0), (x, TALL)]], 3)
            self._name(self._graph.axes[1], (x + 8 if x < WIDTH - 22 else x - 18, 2))

    def _name(self, name: str, corner: Place) -> None:
        box = Box(*corner, 10, 17)
        self._room.take(box)
        self._text(f"math.equation({escaped_letter(name)})", box, _AXIS, self._tone.text)

    def _regions(self) -> None:
        for region in self._graph.regions:
            colour, _ = style(self._tone, self._order[region.thing])
            self._drawing.areas(self._on_sheet(region.areas), colour, strength=0.22)

    def _curves(self) -> None:
        for curve in self._graph.curves:
            colour, dashes = style(self._tone, self._order[curve.thing])
            paths = self._on_sheet(curve.paths)
            region = any(region.thing == curve.thing for region in self._graph.regions)
            if region:
                dashes = "6 5" if curve.dashed else ""
            self._drawing.lines(paths, colour, width=2.4, dashes=dashes)
            self._room.cross(paths, 12)

    def _asymptotes(self) -> None:
        for line in self._graph.asymptotes:
            colour, _ = style(self._tone, self._order[line.thing])
            paths = self._on_sheet([(line.start, line.end)])
            self._drawing.lines(paths, colour, width=1.2, dashes="4 5", strength=0.85)
            self._room.cross(paths, 3)

    def _tick_labels(self) -> None:
        """Below and left of the axes, on their other side where a curve is in the way, at the edge without axes."""
        across, up = self._ticks()
        level, upright = self._axis_x, self._axis_y
        for x, label in across:
            width = len(label) * _TICK * _LETTER
            if upright is None or abs(x - upright) >= 1:
                tops = (TALL - 18,) if level is None else (level + 3, level - 18)
                self._tick(label, [Box(x - width / 2, top, width, 15) for top in tops])
        for y, label in up:
            width = len(label) * _TICK * _LETTER
            at_origin = level is not None and abs(y - level) < 1
            if at_origin and upright is None:
                continue
            sides = (4.0,) if upright is None else (upright - 5 - width, upright + 5)
            tops = (y + 3, y - 18) if at_origin else (y - 7.5,)
            boxes = [Box(side, top, width, 15) for top in tops for side in sides]
            self._tick(label, boxes if boxes[0].x > 1 else boxes[1:])

    def _tick(self, label: str, boxes: list[Box]) -> None:
        if not boxes:
            return
        costs = [(self._room.cost(box) + 14 * number, number) for number, box in enumerate(boxes)]
        cost, number = min(costs)
        if costs[0][0] >= OUTSIDE or cost >= _CROWDED:
            return
        box = boxes[number]
        self._room.take(box)
        if not self._graph.regions:
            self._drawing.box((box.x - 1, box.y + 1), (box.width + 2, box.height - 2), self._tone.raised, strength=0.5)
        self._text(escaped(label), box, _TICK, self._tone.muted)

    def _points(self) -> None:
        for point in self._graph.points:
            at = (self._along(point.x), self._down(point.y))
            self._room.take(Box(at[0] - 5, at[1] - 5, 10, 10))
            self._room.points.append(at)
        for point in self._graph.points:
            at = (self._along(point.x), self._down(point.y))
            colour = self._tone.text if point.kind is Kind.GIVEN else style(self._tone, self._order[point.thing])[0]
            hollow = point.kind in (Kind.HOLE, Kind.OPEN_END)
            ring = self._tone.text if point.kind is Kind.CROSSING else colour
            radius = 4 if point.label is not None else 3.6
            self._drawing.dot(
                at, radius, self._tone.raised if hollow else ring, ring if hollow else self._tone.raised, 1.8
            )
            if point.label is not None:
                self._label(point.label.latex, at)

    def _label(self, latex: str, at: Place) -> None:
        latex = slashed(latex)
        text = plain(f"${latex}$").replace("-", "−")
        width = len(text) * _LABEL * 0.49 + 4
        box = self._room.place(at, width, 16)
        if box is None:
            return
        self._drawing.box((box.x, box.y), (box.width, box.height), self._tone.raised, radius=3, strength=0.8)
        self._text(typeset(latex) or escaped(text), box, _LABEL, self._tone.text)

    def _text(self, expression: str, box: Box, size: float, colour: str) -> None:
        self._texts.append(
            f"place(top + left, dx: {box.x:.1f}pt, dy: {box.y:.1f}pt, "
            f"box(width: {box.width:.1f}pt, "
            f"height: {box.height:.1f}pt, "
            f"align(center + horizon, box(text(font: ({_SERIF}, text-face), size: {size}pt, "
            f'fill: rgb("{colour}"), {expression})))))'
        )


def escaped_letter(name: str) -> str:
    """One letter of an axis, in italics."""
    return f"math.italic({escaped(name[:1])})"
