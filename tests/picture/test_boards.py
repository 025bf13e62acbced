"""Boards of puzzles: every kind in both themes and languages, nothing beyond the edges, and their words."""

from __future__ import annotations

import pytest

from maths.message import Formula, Message
from maths.puzzles.board import Addition, Banks, Board, Grid, Scales, Table, Tiles, Vessels
from picture import board as boards
from picture.worker import open_pictures
from tutor.types import Language, Theme

SUDOKU = Grid(
    (("5", "3", "", ""), ("", "", "1", ""), ("", "2", "", ""), ("", "", "", "4")),
    ((0, 0, 1, 1), (0, 0, 1, 1), (2, 2, 3, 3), (2, 2, 3, 3)),
)
LARGE = Grid(
    tuple(tuple(str(1 + (3 * i + i // 3 + j) % 9) if (i * j) % 3 else "" for j in range(9)) for i in range(9)),
    tuple(tuple(3 * (i // 3) + j // 3 for j in range(9)) for i in range(9)),
)
CAGES = Grid(
    (("", "", ""), ("", "3", ""), ("", "", "")),
    ((0, 0, 1), (2, 3, 1), (2, 4, 4)),
    ((0, 0, "3+"), (0, 2, "6×"), (1, 0, "1−"), (1, 1, "3"), (2, 1, "2÷")),
)
PICTURE = ("..##......", ".####.....", "##########", "#.#.#.#.#.", ".....#####") * 2
ROWS, COLUMNS = ((2,), (4,), (10,), (1, 1, 1, 1, 1), (5,)) * 2, ((2, 2),) * 8 + ((2, 1, 1, 1, 2), (1, 1))
NONOGRAM = Grid((("",) * 10,) * 10, rows=ROWS, columns=COLUMNS)
SOLVED = Grid(tuple(tuple(line.replace(".", " ")) for line in PICTURE), rows=ROWS, columns=COLUMNS)
SOLVED = Grid(
    tuple(tuple("" if sign == " " else sign for sign in row) for row in SOLVED.cells), rows=ROWS, columns=COLUMNS
)
TABLE = Table(("", Message("blank"), "Name"), (("1", "", "Ada"), ("2", Message("Left side"), "민준"), ("3", "", "")))
_FORMULAS = ("p", "q", "r", "s", *(f"({name} → ¬q) ∨ (r ↔ {name})" for name in "pqrspqrspqrspq"))
VERY_WIDE = Table(_FORMULAS, (("T",) * 18,) * 4)
WIDE = Table(
    ("House", "Colour of the house", "Nationality of who lives there", "Drink", "Animal", "Instrument"),
    tuple((str(k), "", "the Norwegian", "orange juice", "", "clarinet") for k in range(1, 6)),
)
TRUTH = Table(
    ("A", "B", Message("{formula}", formula=Formula("A and B", r"A \land \lnot B"))),
    (("T", "T", "F"), ("T", "F", "T"), ("F", "T", "F"), ("F", "F", "")),
)
SCALES = Scales(
    (
        (("A", "B", "C", "D"), ("E", "F", "G", "H"), -1),
        (("A",), ("B",), 0),
        (("A", "E", "F", "G", "H", "I", "J"), ("10", "11", "12", "M", "N", "O", "P"), 1),
    )
)
VESSELS = Vessels((("A", 8, 8), ("B", 5, 2), ("C", 3, 0)), 4)
RIVER = Banks(((Message("nobody"), "1 min"), ("Ada", "2"), ("늑대", "")), (("Goat", ""),))
TILES, LONG_TILES = Tiles(("3", "3", "8", "8")), Tiles((*(str(3**k) for k in range(12)), "?"))
ADDITION = Addition(("SEND", "MORE"), "MONEY")
BOARDS: list[Board] = [
    SUDOKU, LARGE, CAGES, NONOGRAM, SOLVED, TABLE, WIDE, VERY_WIDE, TRUTH, SCALES, VESSELS, RIVER,
    Banks((), RIVER.left, boat_left=False),
    Banks(RIVER.left, (), bridge=True), TILES, LONG_TILES, ADDITION, Addition(("12", "7", "105"), "124"),
    Tiles(('#panic() "] $x$ \\', "</text><svg>")),
]  # fmt: skip


async def test_every_board_is_drawn() -> None:
    async with open_pictures(workers=1) as pictures:
        for number, board in enumerate(BOARDS):
            for language in Language:
                picture = await pictures.board(board, language, (Theme.DARK, Theme.LIGHT)[number % 2])
                assert [page[:4] for page in picture.pages] == [b"\x89PNG"], board
                assert 0 < len(picture.alts[0]) <= boards.MAX_ALT


def read(board: Board, language: Language = Language.ENGLISH) -> str:
    return boards.alt(board, language)


def test_a_grid_is_read_row_by_row() -> None:
    text = read(SUDOKU)
    assert text.startswith("A grid of 4 × 4 cells. Row 1: 5, 3, blank, blank. Row 2: blank, blank, 1, blank.")
    assert read(LARGE).endswith(".")
    assert "1행: 5, 3, 빈칸, 빈칸." in read(SUDOKU, Language.KOREAN)


def test_cages_are_said_with_their_cells() -> None:
    text = read(CAGES)
    assert "Row 1: all blank. Row 2: blank, 3, blank." in text
    assert "6× in the cells (row, column) (1, 3), (2, 3)." in text
    assert "3 in the cell (row, column) (2, 2)." in text
    assert "2÷: (행, 열) (3, 2), (3, 3) 칸." in read(CAGES, Language.KOREAN)


def test_a_nonogram_is_read_by_its_numbers_and_what_is_filled() -> None:
    assert "Numbers of row 4: 1 1 1 1 1." in read(NONOGRAM)
    assert "Numbers of column 10: 1 1. All cells are blank." in read(NONOGRAM)
    assert "Row 1: filled 3–4." in read(SOLVED)
    assert "Row 4: filled 1, 3, 5, 7, 9." in read(SOLVED)
    assert "4행: 칠한 칸 1, 3, 5, 7, 9." in read(SOLVED, Language.KOREAN)


@pytest.mark.parametrize(
    ("board", "english", "korean"),
    [
        (TABLE, "A table. Columns: blank, blank, Name. Row 1: 1, blank, Ada.", "2행: 2, 왼쪽, 민준."),
        (TRUTH, "A table. Columns: A, B, A ∧ ¬B. Row 1: T, T, F.", "4행: F, F, 빈칸."),
        (SCALES, "Weighing 2: A on the left, B on the right. It balances.", "1번째 측정: 왼쪽 A, B, C, D, 오른쪽 E,"),
        (VESSELS, "Jug B: 2 of 5. Jug C: 0 of 3. To be measured: 4.", "물통 B: 5 중 2."),
        (RIVER, "Right side: Goat. The boat is on the left.", "오른쪽: Goat. 배는 왼쪽에 있습니다."),
        (TILES, "Tiles: 3, 3, 8, 8.", "수 카드: 3, 3, 8, 8."),
        (ADDITION, "SEND + MORE = MONEY, written one under the other.", "세로셈: SEND + MORE = MONEY."),
    ],
)
def test_words_say_what_is_drawn(board: Board, english: str, korean: str) -> None:
    assert english in read(board)
    assert korean in read(board, Language.KOREAN)


def test_a_table_of_many_columns_gets_a_broader_page() -> None:
    assert "#set page(width: 6" in boards.document(VERY_WIDE, Theme.DARK, Language.ENGLISH)
    assert "#set page(width: 6" not in boards.document(WIDE, Theme.DARK, Language.ENGLISH)
