"""Cells in rows and columns: digits, blocks and cages, a nonogram with its numbers."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from maths.message import Message, counted
from picture.boards.measures import WIDTH, joined
from picture.charts.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maths.puzzles.board import Grid
    from picture.look import Colours
    from picture.svg import Place

FILLED = "#"
EMPTY = "."  # known to stay empty
_LARGEST = 52.0  # side of a cell, in points
_THIN, _THICK = 0.9, 2.6
_EVERY = 5  # a nonogram's lines are stronger after so many


def drawn(board: Grid, tone: Colours) -> str:
    """A Typst expression."""
    return _Sheet(board, tone).drawn()


class _Sheet:
    def __init__(self, board: Grid, tone: Colours) -> None:
        self._board, self._tone = board, tone
        self._height, self._width = len(board.cells), max(map(len, board.cells), default=0)
        self._numbers = bool(board.rows or board.columns)
        beside = max(map(len, board.rows), default=0)
        above = max(map(len, board.columns), default=0)
        room = WIDTH - 3
        self._cell = min(_LARGEST, room / (self._width + 0.55 * beside))
        self._size = min(15.0, 0.5 * self._cell)
        left, self._top = 0.55 * self._cell * beside, 1.25 * self._size * above + (3 if above else 0)
        self._left = left + (WIDTH - left - self._cell * self._width) / 2
        self._canvas = Canvas(WIDTH, self._top + self._cell * self._height + 3)

    def drawn(self) -> str:
        corner, size = self._place(0, 0), (self._width * self._cell, self._height * self._cell)
        self._canvas.box(corner, size, self._tone.raised)
        for row, signs in enumerate(self._board.cells):
            for column, sign in enumerate(signs):
                self._sign(row, column, sign)
        self._lines()
        for row, column, note in self._board.notes:
            x, y = self._place(row, column)
            size_ = min(13.0, 0.27 * self._cell)
            self._canvas.text(note, x + 3, y + 0.8 * size_ + 2, width=self._cell - 4, size=size_,
                              colour=self._tone.text, bold=True)  # fmt: skip
        self._beside()
        return self._canvas.drawn()

    def _place(self, row: float, column: float) -> Place:
        return (self._left + column * self._cell, 1.5 + self._top + row * self._cell)

    def _sign(self, row: int, column: int, sign: str) -> None:
        x, y = self._place(row, column)
        side = self._cell
        if sign == FILLED:
            self._canvas.box((x + 0.5, y + 0.5), (side - 1, side - 1), self._tone.accent)
        elif sign == EMPTY:
            self._canvas.dot((x + side / 2, y + side / 2), round(side * 0.07, 1), self._tone.muted)
        elif sign:
            middle = y + side * (0.58 if self._board.notes else 0.5)
            self._canvas.text(sign, x, middle, width=side, size=0.52 * side, colour=self._tone.text, align="center")

    def _lines(self) -> None:
        height, width = self._height, self._width
        across = [(row, column, row, column + 1) for row in range(height + 1) for column in range(width)]
        down = [(row, column, row + 1, column) for row in range(height) for column in range(width + 1)]
        thick: list[tuple[Place, Place]] = []
        thin: list[tuple[Place, Place]] = []
        for edge in across + down:
            one = edge[0] - (edge[0] == edge[2]), edge[1] - (edge[1] == edge[3])
            path = (self._place(*edge[:2]), self._place(*edge[2:]))
            (thick if self._parted(one, (edge[0], edge[1])) else thin).append(path)
        self._canvas.lines(thin, self._tone.muted, width=_THIN, strength=0.55)
        self._canvas.lines(thick, self._tone.text, width=_THICK)

    def _parted(self, one: tuple[int, int], other: tuple[int, int]) -> bool:
        """Whether a thick line runs between two neighbours, the first of them above or on the left."""
        if min(one) < 0 or other[0] >= self._height or other[1] >= self._width:
            return True
        if self._board.regions:
            return self._board.regions[one[0]][one[1]] != self._board.regions[other[0]][other[1]]
        return self._numbers and all(k % _EVERY == 0 for k, before in zip(other, one, strict=True) if k != before)

    def _beside(self) -> None:
        size, side = self._size, self._cell
        step = 0.55 * side
        for row, numbers in enumerate(self._board.rows):
            for place, number in enumerate(reversed(numbers)):
                x, y = self._place(row + 0.5, 0)
                self._canvas.text(str(number), x - step * (place + 1) - 2, y, width=step, size=size,
                                  colour=self._tone.text, align="center")  # fmt: skip
        for column, numbers in enumerate(self._board.columns):
            for place, number in enumerate(reversed(numbers)):
                x, y = self._place(0, column)
                self._canvas.text(str(number), x, y - 1.25 * size * (place + 0.5) - 3, width=side, size=size,
                                  colour=self._tone.text, align="center")  # fmt: skip


def said(board: Grid) -> Iterator[Message]:
    yield Message("A grid of {rows} × {columns} cells.", rows=len(board.cells), columns=max(map(len, board.cells)))
    for number, row in enumerate(board.rows, 1):
        yield Message("Numbers of row {row}: {numbers}.", row=number, numbers=_joined(row))
    for number, column in enumerate(board.columns, 1):
        yield Message("Numbers of column {column}: {numbers}.", column=number, numbers=_joined(column))
    signs = {sign for row in board.cells for sign in row}
    if signs <= {""}:
        yield Message("All cells are blank.")
    elif signs <= {"", FILLED, EMPTY}:
        for number, cells in enumerate(board.cells, 1):
            yield _filled(number, cells)
    else:
        for number, cells in enumerate(board.cells, 1):
            yield _row(number, cells)
    for row_, column_, note in board.notes:
        yield _cage(board, (row_, column_), note)


def _joined(numbers: Sequence[int]) -> str:
    return " ".join(map(str, numbers))


def _filled(number: int, cells: Sequence[str]) -> Message:
    runs = []
    place = 1
    for filled, run in groupby(cells, key=lambda sign: sign == FILLED):
        length = len(list(run))
        if filled:
            runs.append(f"{place}–{place + length - 1}" if length > 1 else str(place))
        place += length
    if not runs:
        return Message("Row {row}: nothing is filled.", row=number)
    return Message("Row {row}: filled {cells}.", row=number, cells=", ".join(runs))


def _row(number: int, cells: Sequence[str]) -> Message:
    if not any(cells):
        return Message("Row {row}: all blank.", row=number)
    return Message("Row {row}: {cells}.", row=number, cells=joined([sign or Message("blank") for sign in cells]))


def _cage(board: Grid, place: tuple[int, int], note: str) -> Message:
    row, column = place
    region = board.regions[row][column] if board.regions else None
    cells = [
        f"({i + 1}, {j + 1})"
        for i, regions in enumerate(board.regions)
        for j, one in enumerate(regions)
        if one == region
    ]
    where = ", ".join(cells) or f"({row + 1}, {column + 1})"
    return counted("{note} in the cell (row, column) {cells}.", "{note} in the cells (row, column) {cells}.",
                   max(len(cells), 1), note=note, cells=where)  # fmt: skip
