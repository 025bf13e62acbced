"""The boards of puzzles in the look of the pages, each with a text that reads the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.puzzles.board import Addition, Banks, Grid, Scales, Table, Tiles, Vessels
from picture.boards import banks, grid, scales, signs, table, vessels
from picture.look import MARGIN, PAGE_WIDTH, colours, preamble
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maths.message import Message
    from maths.puzzles.board import Board
    from tutor.types import Language, Theme

MAX_ALT = 1_024  # characters: Discord's limit


def document(board: Board, theme: Theme, language: Language) -> str:
    """A Typst document of one page."""
    wide = table.broad(board, language) + 2 * MARGIN if isinstance(board, Table) else PAGE_WIDTH
    page = f"#set page(width: {wide:.1f}pt)\n" if wide > PAGE_WIDTH else ""
    return f"{preamble(theme, language)}{page}#{_body(board, theme, language)}\n"


def _body(board: Board, theme: Theme, language: Language) -> str:  # noqa: PLR0911 - one line a kind of board
    tone = colours(theme)
    match board:
        case Grid():
            return grid.drawn(board, tone)
        case Table():
            return table.drawn(board, tone, language)
        case Scales():
            return scales.drawn(board, tone, language)
        case Vessels():
            return vessels.drawn(board, tone, language)
        case Banks():
            return banks.drawn(board, tone, language)
        case Tiles():
            return signs.tiles(board, tone)
        case Addition():
            return signs.addition(board, tone)


def alt(board: Board, language: Language) -> str:
    """What stands on the board, row by row, within Discord's limit; a sign at the end where more stands on it."""
    text = ""
    for message in _sentences(board):
        sentence = say(message, language)
        if len(text) + len(sentence) + 3 > MAX_ALT:
            return f"{text} …"
        text = f"{text} {sentence}".strip()
    return text


def _sentences(board: Board) -> Iterable[Message]:  # noqa: PLR0911 - one line a kind of board
    match board:
        case Grid():
            return grid.said(board)
        case Table():
            return table.said(board)
        case Scales():
            return scales.said(board)
        case Vessels():
            return vessels.said(board)
        case Banks():
            return banks.said(board)
        case Tiles():
            return signs.tiles_said(board)
        case Addition():
            return signs.addition_said(board)
