"""Jugs side by side, as tall as what they hold, with what is in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message
from picture.boards.measures import WIDTH
from picture.charts.canvas import Canvas
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.puzzles.board import Vessels
    from picture.look import Colours
    from tutor.types import Language

_TALL, _LOWEST = 150.0, 34.0  # points: the largest jug, and the least tall any jug is drawn
_BROAD = 74.0
_UNDER = 46.0


def drawn(board: Vessels, tone: Colours, language: Language) -> str:
    """A Typst expression."""
    head = 30.0
    canvas = Canvas(WIDTH, head + _TALL + _UNDER)
    wanted = say(Message("To be measured: {amount}", amount=board.wanted), language)
    canvas.text(wanted, 0, 12, width=WIDTH, size=14.5, colour=tone.accent, align="center", bold=True)
    most = max((holds for _, holds, _ in board.jugs), default=1)
    room = WIDTH / max(len(board.jugs), 1)
    broad = min(_BROAD, room * 0.72)
    floor = head + _TALL
    for place, (name, holds, within) in enumerate(board.jugs):
        left, tall = room * (place + 0.5) - broad / 2, max(_TALL * holds / most, _LOWEST)
        canvas.box((left, floor - tall), (broad, tall), tone.raised)
        level = tall * within / holds if holds else 0.0
        canvas.box((left, floor - level), (broad, level), tone.series[0], strength=0.75)
        wall = ((left, floor - tall), (left, floor), (left + broad, floor), (left + broad, floor - tall))
        canvas.lines([wall], tone.text, width=2.4)
        canvas.text(name, room * place, floor + 13, width=room, size=14.5, colour=tone.text, align="center", bold=True)
        canvas.text(f"{within} / {holds}", room * place, floor + 32, width=room, size=14, colour=tone.muted,
                    align="center")  # fmt: skip
    return canvas.drawn()


def said(board: Vessels) -> Iterator[Message]:
    for name, holds, within in board.jugs:
        yield Message("Jug {name}: {amount} of {capacity}.", name=name, amount=within, capacity=holds)
    yield Message("To be measured: {amount}.", amount=board.wanted)
