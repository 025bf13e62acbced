"""Signs on tiles in a row; words or numbers one under the other, added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message
from picture.boards.measures import WIDTH, joined
from picture.charts.canvas import Canvas
from picture.fitting import width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.puzzles.board import Addition, Tiles
    from picture.look import Colours

ASKED = "?"
_TILE, _GAP, _LETTERS = 58.0, 9.0, 24.0  # points
_SMALLEST = 12.0
_CELL, _LINE, _DIGITS = 30.0, 38.0, 25.0


def tiles(board: Tiles, tone: Colours) -> str:
    """A Typst expression."""
    size, tile = _tile(board)
    a_row = max(1, int((WIDTH + _GAP) // (tile + _GAP)))
    lines = [board.signs[k : k + a_row] for k in range(0, len(board.signs), a_row)]
    canvas = Canvas(WIDTH, len(lines) * (_TILE + _GAP) - _GAP + 2)
    for row, signs in enumerate(lines):
        left = (WIDTH - len(signs) * (tile + _GAP) + _GAP) / 2
        for place, sign in enumerate(signs):
            x, y = left + place * (tile + _GAP), 1 + row * (_TILE + _GAP)
            asked = sign == ASKED
            canvas.box((x, y), (tile, _TILE), tone.accent if asked else tone.muted, radius=9, strength=0.9)
            canvas.box((x + 1.3, y + 1.3), (tile - 2.6, _TILE - 2.6),
                       tone.accent_ground if asked else tone.raised, radius=7.8)  # fmt: skip
            canvas.text(sign, x, y + _TILE / 2, width=tile, size=size, colour=tone.accent if asked else tone.text,
                        align="center", bold=True)  # fmt: skip
    return canvas.drawn()


def _tile(board: Tiles) -> tuple[float, float]:
    """The size of letters and the width of every tile: all in one row where that can be read."""
    widest = max((width(sign, 1) for sign in board.signs), default=1)
    for size in (_LETTERS, 20.0, 17.0):
        tile = max(_TILE * size / _LETTERS, widest * size + 16)
        if len(board.signs) * (tile + _GAP) - _GAP <= WIDTH:
            return size, tile
    size = min(20.0, max(_SMALLEST, (WIDTH - 16) / widest))
    return size, min(WIDTH, max(50.0, widest * size + 16))


def tiles_said(board: Tiles) -> Iterator[Message]:
    yield Message("Tiles: {signs}.", signs=joined(board.signs))


def addition(board: Addition, tone: Colours) -> str:
    """A Typst expression."""
    longest = max(map(len, (*board.rows, board.total)))
    cell = min(_CELL, (WIDTH - 6) / (longest + 1))
    size = _DIGITS * cell / _CELL
    left = (WIDTH - (longest + 1) * cell) / 2
    canvas = Canvas(WIDTH, _LINE * (len(board.rows) + 1) + 14)
    lines = [(text, _LINE * (number + 0.5)) for number, text in enumerate(board.rows)]
    lines.append((board.total, _LINE * (len(board.rows) + 0.5) + 10))
    for text, y in lines:
        for place, letter in enumerate(reversed(text)):
            canvas.text(letter, left + (longest - place) * cell, y, width=cell, size=size, colour=tone.text,
                        align="center", bold=True)  # fmt: skip
    bar = _LINE * len(board.rows) + 4
    canvas.lines([((left, bar), (left + (longest + 1) * cell, bar))], tone.text, width=2.2)
    canvas.text(board.sign, left, bar - 4 - _LINE / 2, width=cell,
                size=size, colour=tone.muted, align="center", bold=True)  # fmt: skip
    return canvas.drawn()


def addition_said(board: Addition) -> Iterator[Message]:
    said: Message | str = ""
    for row in board.rows:
        said = Message("{before} {sign} {next}", before=said, sign=board.sign, next=row) if said else row
    yield Message("{sum} = {total}, written one under the other.", sum=said, total=board.total)
