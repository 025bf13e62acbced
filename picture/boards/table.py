"""A table with a head: what is known is written, what is not stays empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message
from picture.boards.measures import WIDTH, joined, words
from picture.fitting import unbroken, width
from picture.look import LONE_WIDTH, MARGIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maths.puzzles.board import Table
    from picture.look import Colours
    from tutor.types import Language

_SIZES = (14.5, 13.0, 12.0, 11.0, 10.0)  # of letters, in points: the largest in which every line fits
_INSET = 9.0
_NARROWEST = 26.0
_TIGHT = 0.95  # of the width: from there on words alone leave too little
_BROADEST = float(LONE_WIDTH - 2 * MARGIN)
_ROOM = 1.25  # how much broader than need be
_ROOMIER = 1.1  # bold letters are wider than the measure says


def drawn(board: Table, tone: Colours, language: Language) -> str:
    """A Typst expression."""
    rows = [[words(cell, language) for cell in row] for row in (board.header, *board.rows)]
    size, columns = _fitted(rows)
    head, *others = rows
    cells = [f"text(weight: 700, {_cell(cell)})" for cell in head] + [_cell(cell) for row in others for cell in row]
    stroke = f'0.9pt + rgb("{tone.muted}").transparentize(45%)'
    fill = f'(x, y) => if y == 0 {{ rgb("{tone.accent_ground}") }} else {{ rgb("{tone.raised}") }}'
    widths = "".join(f"{column:.1f}pt, " for column in columns)
    return (
        f"align(center, text(size: {size}pt, table(columns: ({widths}), inset: (x: {_INSET / 2}pt, y: 7pt), "
        f"align: center + horizon, stroke: {stroke}, fill: {fill}, {', '.join(cells)})))"
    )


def _cell(cell: str) -> str:
    return unbroken(cell) if cell else "[#hide[x]]"


def broad(board: Table, language: Language) -> float:
    """How broad it is drawn: more than others where its columns would not fit else."""
    _, columns = _fitted([[words(cell, language) for cell in row] for row in (board.header, *board.rows)])
    return max(WIDTH, sum(columns))


def _fitted(rows: Sequence[Sequence[str]]) -> tuple[float, list[float]]:
    """The size of letters, and each column's width; where nothing fits, wide columns are broken into lines."""
    for size in _SIZES:
        columns = [_natural(column, size) for column in zip(*rows, strict=True)]
        if sum(columns) <= WIDTH:
            return size, [column * min(_ROOM, WIDTH / sum(columns)) for column in columns]
    least = _broken(rows, _SIZES[-1])
    if sum(least) <= WIDTH * _TIGHT:
        return _SIZES[-1], _shared(least, columns, WIDTH)
    size = next((one for one in _SIZES if sum(_broken(rows, one)) <= _BROADEST * _TIGHT), _SIZES[-1])
    columns = [_natural(column, size) for column in zip(*rows, strict=True)]
    return size, _shared(_broken(rows, size), columns, min(sum(columns), _BROADEST))


def _broken(rows: Sequence[Sequence[str]], size: float) -> list[float]:
    """How broad each column is at least: as its longest word."""
    return [_natural([word for cell in column for word in cell.split()], size) for column in zip(*rows, strict=True)]


def _shared(least: Sequence[float], most: Sequence[float], room: float) -> list[float]:
    """Each column between its least and its most, so that all fill the room."""
    share = (room - sum(least)) / (sum(most) - sum(least)) if sum(most) > sum(least) else 0.0
    return [low + (high - low) * max(share, 0.0) for low, high in zip(least, most, strict=True)]


def _natural(column: Sequence[str], size: float) -> float:
    return max(_NARROWEST, max((width(cell, size) for cell in column), default=0.0) * _ROOMIER + _INSET)


def said(board: Table) -> Iterator[Message]:
    yield Message("A table. Columns: {columns}.", columns=_cells(board.header))
    for number, row in enumerate(board.rows, 1):
        yield Message("Row {row}: {cells}.", row=number, cells=_cells(row))


def _cells(row: Sequence[Message | str]) -> Message | str:
    return joined([cell or Message("blank") for cell in row])
