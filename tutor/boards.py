"""Boards of puzzles in plain characters of one width, where no picture is drawn. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from maths.message import Message
from maths.puzzles.board import Addition, Banks, Grid, Scales, Table, Tiles, Vessels
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.puzzles.board import Board
    from tutor.types import Language

FILLED, EMPTY = "#", "."
_WEIGHED = {-1: ">", 0: "=", 1: "<"}  # what lay on the side that went down is heavier
_CORNERS = " ╵╷│╴┘┐┤╶└┌├─┴┬┼"  # by the lines that meet there: up 1, down 2, left 4, right 8


def sketched(board: Board, language: Language) -> str:  # noqa: PLR0911 - one a kind of board
    """The board as lines of text, to be shown in letters of one width."""
    match board:
        case Grid():
            return _nonogram(board) if board.rows else _grid(board)
        case Table():
            rows = [_said(row, language) for row in (board.header, *board.rows)]
            return _columns(rows)
        case Scales():
            return "\n".join(
                f"{' '.join(left)} {_WEIGHED[down]} {' '.join(right)}" for left, right, down in board.weighings
            )
        case Vessels():
            jugs = [
                (name, f"[{'#' * held}{' ' * (holds - held)}]", f"{held}/{holds}") for name, holds, held in board.jugs
            ]
            return f"{_columns(jugs)}\n→ {board.wanted}"
        case Banks():
            return _banks(board, language)
        case Tiles():
            return " ".join(f"[{sign}]" for sign in board.signs)
        case Addition():
            return _addition(board)


def _grid(grid: Grid) -> str:
    """Cells with a line wherever two regions meet; around every cell where there are none."""
    height, width = len(grid.cells), len(grid.cells[0])
    notes = {(row, column): note for row, column, note in grid.notes}
    span = max([1, *(len(note) for note in notes.values()), *(len(cell) for row in grid.cells for cell in row)]) + 2

    def region(row: int, column: int) -> int:
        if not (0 <= row < height and 0 <= column < width):
            return -1
        return grid.regions[row][column] if grid.regions else row * width + column

    def rule(row: int) -> str:
        """The line above a row of cells."""
        pieces: list[str] = []
        for column in range(width + 1):
            up = region(row - 1, column - 1) != region(row - 1, column)
            down = region(row, column - 1) != region(row, column)
            left = region(row - 1, column - 1) != region(row, column - 1)
            right = region(row - 1, column) != region(row, column)
            pieces.append(_CORNERS[up + 2 * down + 4 * left + 8 * right])
            if column < width:
                pieces.append(("─" if right else " ") * span)
        return "".join(pieces)

    def line(row: int, texts: Sequence[str]) -> str:
        walls = ["│" if region(row, column - 1) != region(row, column) else " " for column in range(width + 1)]
        return "".join(f"{wall}{text:{span}}" for wall, text in zip(walls, (*texts, ""), strict=True)).rstrip()

    lines: list[str] = []
    for row in range(height):
        above = rule(row)
        lines += [above] if above.strip(" │") else []
        if notes:
            lines.append(line(row, [notes.get((row, column), "") for column in range(width)]))
        lines.append(line(row, [(cell or EMPTY).center(span) for cell in grid.cells[row]]))
    return "\n".join((*lines, rule(height)))


def _nonogram(grid: Grid) -> str:
    """The numbers beside the rows and above the columns, filled cells as blocks."""
    left = max(len(_numbers(row)) for row in grid.rows)
    high = max(len(column) for column in grid.columns)
    padded = [(" ",) * (high - len(column)) + tuple(map(str, column)) for column in grid.columns]
    lines = [" " * (left + 1) + " ".join(f"{column[place]:>2}" for column in padded) for place in range(high)]
    for numbers, cells in zip(grid.rows, grid.cells, strict=True):
        shown = " ".join({FILLED: "██", "": " ·"}.get(cell, f"{cell:>2}") for cell in cells)
        lines.append(f"{_numbers(numbers):>{left}} {shown}")
    return "\n".join(line.rstrip() for line in lines)


def _numbers(row: tuple[int, ...]) -> str:
    return " ".join(map(str, row)) or "0"


def _banks(banks: Banks, language: Language) -> str:
    def stand(who: Sequence[tuple[Message | str, str]]) -> str:
        names = [f"{_said([name], language)[0]} {below}".strip() for name, below in who]
        return ", ".join(names) or "-"

    river = "[_] ~~~" if banks.boat_left else "~~~ [_]"
    return f"{stand(banks.left)} | {river} | {stand(banks.right)}"


def _addition(addition: Addition) -> str:
    *first, last = addition.rows
    span = max(len(row) for row in (*addition.rows, addition.total)) + 2
    rows = [f"{row:>{span}}" for row in first]
    return "\n".join((*rows, f"{addition.sign}{last:>{span - 1}}", "─" * span, f"{addition.total:>{span}}"))


def _said(row: Sequence[Message | str], language: Language) -> list[str]:
    return [say(cell, language) if isinstance(cell, Message) else cell for cell in row]


def _columns(rows: Sequence[Sequence[str]]) -> str:
    spans = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    padded = (
        " │ ".join(cell + " " * (span - _width(cell)) for cell, span in zip(row, spans, strict=True)) for row in rows
    )
    return "\n".join(line.rstrip() for line in padded)


def _width(text: str) -> int:
    """Columns a text takes: two for a syllable of Hangul."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
