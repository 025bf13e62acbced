"""An argument as a tree: what it rests on above, what is concluded below, whether it follows by colour and sign."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from maths.message import Message
from picture.charts.canvas import Canvas
from picture.fitting import shortened, width, wrapped
from picture.look import MARGIN, PAGE_WIDTH
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from picture.look import Colours
    from tutor.pictures import ArgumentNode, ArgumentTree
    from tutor.types import Language

MOST = 12  # lines of an argument
_WIDTH = float(PAGE_WIDTH - 2 * MARGIN)
_SIZE, _SMALL = 13.0, 12.0  # of letters, in points
_LEADING = 17.0
_INSET = 9.0
_BADGE = 17.0
_GAP, _FALL = 10.0, 30.0  # between boxes of a row, and between rows
_LINES = 5  # of words in a box
_BESIDE = 2  # boxes that a phone shows beside each other
_SPINE = 14.0


@dataclass(frozen=True, slots=True)
class _Box:
    node: ArgumentNode
    x: float
    y: float
    wide: float
    words: list[str]
    formula: list[str]
    idle: bool

    @property
    def tall(self) -> float:
        return 2 * _INSET + _LEADING * (len(self.words) + len(self.formula)) + (_LEADING if self.idle else 0)


def drawn(chart: ArgumentTree, tone: Colours, language: Language) -> str | None:
    if not chart.nodes:
        return None
    rows = _laid_out(chart)
    last = rows[-1][-1]
    canvas = Canvas(_WIDTH, last.y + last.tall + 4)
    for above, below in pairwise(rows):
        _connect(canvas, above, below[0], tone)
    for row in rows:
        for box in row:
            _draw(canvas, box, tone, language)
    return canvas.drawn()


def said(chart: ArgumentTree) -> list[Message]:
    """Each line in words, and whether what is concluded follows."""
    found = []
    for node in chart.nodes[:MOST]:
        if node.follows is None:
            found.append(Message("Premise {number}: {said}.", number=node.mark, said=node.words))
        elif node.follows:
            found.append(Message("Concluded: {said}; it follows.", said=node.words))
        else:
            found.append(Message("Concluded: {said}; it does not follow.", said=node.words))
    return found


def _laid_out(chart: ArgumentTree) -> list[list[_Box]]:
    """Rows of boxes: what is concluded stands first in its row, beside the premises that come with it."""
    groups: list[list[tuple[ArgumentNode, bool]]] = [[]]
    number = 0
    for node in chart.nodes[:MOST]:
        if node.follows is not None:
            groups.append([(node, False)])
            continue
        idle = chart.valid is True and number not in chart.needed
        groups[-1].append((node, idle))
        number += 1
    rows: list[list[_Box]] = []
    top = 4.0
    for group in filter(None, groups):
        row = _row(group, top)
        rows.append(row)
        top = max(box.y + box.tall for box in row) + _FALL
    return rows


def _row(group: Sequence[tuple[ArgumentNode, bool]], top: float) -> list[_Box]:
    """Beside each other where they are few, else below each other with room for a spine."""
    if len(group) <= _BESIDE:
        wide = (_WIDTH - _GAP * (len(group) - 1)) / len(group)
        return [_box(node, place * (wide + _GAP), top, wide, idle=idle) for place, (node, idle) in enumerate(group)]
    row: list[_Box] = []
    for node, idle in group:
        row.append(_box(node, _SPINE, top, _WIDTH - _SPINE, idle=idle))
        top += row[-1].tall + _GAP
    return row


def _box(node: ArgumentNode, x: float, y: float, wide: float, *, idle: bool) -> _Box:
    room = wide - 2 * _INSET - _BADGE - 4
    formula = wrapped(node.formula, room, _SMALL, 2) if node.formula != node.words else []
    return _Box(node, x, y, wide, wrapped(node.words, room, _SIZE, _LINES), formula, idle)


def _connect(canvas: Canvas, above: Sequence[_Box], to: _Box, tone: Colours) -> None:
    follows = to.node.follows
    colour, dashes = (tone.good, "") if follows else (tone.bad, "5 4")
    end = (to.x + to.wide / 2, to.y)
    if len(above) > _BESIDE:
        bottom = above[-1].y + above[-1].tall + _FALL / 2
        first = next((box for box in above if not box.idle), above[-1])
        spine = [(4.0, first.y + first.tall / 2), (4.0, bottom), (end[0], bottom), end]
        rests = [box for box in above if not box.idle]
        branches = [[(4.0, box.y + box.tall / 2), (box.x, box.y + box.tall / 2)] for box in rests]
        canvas.lines([spine, *branches], colour, width=1.8, dashes=dashes)
    else:
        middle = to.y - _FALL / 2
        paths = [
            [(box.x + box.wide / 2, box.y + box.tall), (box.x + box.wide / 2, middle), (end[0], middle), end]
            for box in above
            if not box.idle
        ]
        canvas.lines(paths, colour, width=1.8, dashes=dashes)
    tip = [(end[0] - 5, end[1] - 7), (end[0] + 5, end[1] - 7), end]
    canvas.areas([tip], colour)


def _draw(canvas: Canvas, box: _Box, tone: Colours, language: Language) -> None:
    follows = box.node.follows
    edge = tone.line if follows is None else tone.good if follows else tone.bad
    canvas.box((box.x, box.y), (box.wide, box.tall), edge, radius=8, strength=0.5 if box.idle else 1.0)
    thick = 1.0 if follows is None else 2.0
    inner = (box.wide - 2 * thick, box.tall - 2 * thick)
    canvas.box((box.x + thick, box.y + thick), inner, tone.raised, radius=7)
    badge = (box.x + _INSET, box.y + _INSET)
    ground = tone.accent_ground if follows is None else edge
    canvas.box(badge, (_BADGE, _BADGE), ground, radius=_BADGE / 2)
    _sign(canvas, box, badge, tone)
    left = box.x + _INSET + _BADGE + 5
    room = box.wide - 2 * _INSET - _BADGE
    middle = box.y + _INSET + _BADGE / 2
    words = tone.muted if box.idle else tone.text
    for line in box.words:
        canvas.text(line, left, middle, width=room, size=_SIZE, colour=words)
        middle += _LEADING
    for line in box.formula:
        canvas.text(line, left, middle, width=room, size=_SMALL, colour=tone.muted if box.idle else tone.accent)
        middle += _LEADING
    if box.idle:
        note = shortened(say(Message("not needed"), language), room, _SMALL)
        canvas.text(note, left, middle, width=room, size=_SMALL, colour=tone.muted)


def _sign(canvas: Canvas, box: _Box, badge: tuple[float, float], tone: Colours) -> None:
    """The number of a premise; a tick or a cross on what is concluded."""
    x, y = badge
    follows = box.node.follows
    if follows is None:
        mark = box.node.mark if width(box.node.mark, _SMALL) < _BADGE else "…"
        canvas.text(mark, x, y + _BADGE / 2, width=_BADGE, size=11, colour=tone.accent, align="center", bold=True)
    elif follows:
        canvas.lines([[(x + 4, y + 9), (x + 7.5, y + 12.5), (x + 13, y + 5)]], tone.background, width=2.2)
    else:
        canvas.lines(
            [[(x + 5, y + 5), (x + 12, y + 12)], [(x + 12, y + 5), (x + 5, y + 12)]], tone.background, width=2.2
        )
