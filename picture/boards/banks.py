"""Two sides with water between them, who stands on each, and the boat; or a bridge and a torch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message
from picture.boards.measures import WIDTH, joined, words
from picture.charts.canvas import Canvas
from picture.fitting import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maths.puzzles.board import Banks
    from picture.look import Colours
    from tutor.types import Language

_SIDE = 132.0  # how broad a side is, in points
_HEAD, _STEP, _NOTED = 30.0, 32.0, 46.0
_LEAST = 110.0


def drawn(board: Banks, tone: Colours, language: Language) -> str:
    """A Typst expression."""
    noted = any(note for _, note in (*board.left, *board.right))
    step = _NOTED if noted else _STEP
    tall = max(_HEAD + step * max(len(board.left), len(board.right)) + 6, _LEAST)
    canvas = Canvas(WIDTH, tall)
    canvas.box((0, 0), (WIDTH, tall), tone.series[0], radius=8, strength=0.22)
    _waves(canvas, tall, tone)
    sides = ((0.0, Message("Left side"), board.left), (WIDTH - _SIDE, Message("Right side"), board.right))
    for left, title, people in sides:
        canvas.box((left, 0), (_SIDE, tall), tone.raised, radius=8)
        canvas.text(words(title, language), left, 16, width=_SIDE, size=13, colour=tone.muted, align="center",
                    bold=True)  # fmt: skip
        for place, (name, note) in enumerate(people):
            _person(canvas, (left + 8, _HEAD + place * step), (words(name, language), note, step - 6), tone)
    x, middle = (_SIDE + 24 if board.boat_left else WIDTH - _SIDE - 24), tall / 2 + 6
    if board.bridge:
        _bridge(canvas, middle + 14, tone)
        _torch(canvas, x, middle + 4, tone)
    else:
        _boat(canvas, x, middle, tone)
    return canvas.drawn()


def _person(canvas: Canvas, corner: tuple[float, float], said: tuple[str, str, float], tone: Colours) -> None:
    x, y = corner
    name, note, tall = said
    broad = _SIDE - 16
    canvas.box((x, y), (broad, tall), tone.accent_ground, radius=6)
    size = 14.0
    if note:
        canvas.text(shortened(name, broad, size), x, y + 13, width=broad, size=size, colour=tone.text, align="center")
        canvas.text(shortened(note, broad, 12), x, y + 30, width=broad, size=12, colour=tone.muted, align="center")
    else:
        canvas.text(shortened(name, broad, size), x, y + tall / 2, width=broad, size=size, colour=tone.text,
                    align="center")  # fmt: skip


def _waves(canvas: Canvas, tall: float, tone: Colours) -> None:
    left, right = _SIDE + 6, WIDTH - _SIDE - 6
    for row in range(int(tall // 22)):
        y = 14.0 + 22 * row
        count = int((right - left) // 6)
        path = [(left + 6 * k, y + (2.2 if k % 2 else 0)) for k in range(count + 1)]
        canvas.lines([path], tone.series[0], width=1.2, strength=0.55)


def _boat(canvas: Canvas, x: float, y: float, tone: Colours) -> None:
    canvas.areas([((x - 19, y), (x + 19, y), (x + 12, y + 13), (x - 12, y + 13))], tone.text)
    canvas.lines([((x, y), (x, y - 24))], tone.text, width=2)
    canvas.areas([((x + 2, y - 24), (x + 15, y - 6), (x + 2, y - 6))], tone.text)


def _bridge(canvas: Canvas, y: float, tone: Colours) -> None:
    canvas.box((_SIDE - 4, y), (WIDTH - 2 * _SIDE + 8, 9), tone.muted)
    planks = [((_SIDE + 9.0 * k, y), (_SIDE + 9.0 * k, y + 9)) for k in range(int((WIDTH - 2 * _SIDE) // 9) + 1)]
    canvas.lines(planks, tone.background, width=1.4)


def _torch(canvas: Canvas, x: float, y: float, tone: Colours) -> None:
    canvas.lines([((x, y + 8), (x, y - 12))], tone.text, width=4)
    canvas.dot((x, y - 18), 8, tone.series[1])
    canvas.dot((x, y - 16), 4, tone.background)


def said(board: Banks) -> Iterator[Message]:
    for title, people in ((Message("Left side"), board.left), (Message("Right side"), board.right)):
        yield Message("{side}: {people}.", side=title, people=_joined(people) or Message("nobody"))
    match board.bridge, board.boat_left:
        case True, True:
            yield Message("The torch is on the left.")
        case True, False:
            yield Message("The torch is on the right.")
        case False, True:
            yield Message("The boat is on the left.")
        case _:
            yield Message("The boat is on the right.")


def _joined(people: Sequence[tuple[Message | str, str]]) -> Message | str:
    return joined([
        Message("{name} ({note})", name=name, note=note) if note else name
        for name, note in people
    ])  # fmt: skip
