"""Boards in plain characters: lines where regions meet, columns under each other in both languages."""

from __future__ import annotations

import pytest

from maths.message import Message
from maths.puzzles.board import Addition, Banks, Grid, Scales, Table, Tiles, Vessels
from tutor.boards import sketched
from tutor.types import Language

CAGES = Grid((("", "1"), ("", "2")), ((0, 0), (0, 1)), ((0, 0, "6×"), (1, 1, "2")))
DRAWN = """\
┌─────────┐
│6×       │
│ .    1  │
│    ┌────┤
│    │2   │
│ .  │ 2  │
└────┴────┘"""


@pytest.mark.parametrize(
    ("board", "drawn"),
    [
        (CAGES, DRAWN),
        (Grid((("#", ""), ("#", "#")), rows=((1,), (2,)), columns=((2,), (1,))), "   2  1\n1 ██  ·\n2 ██ ██"),
        (Scales(((("1", "2"), ("3", "4"), -1), (("1",), ("2",), 0))), "1 2 > 3 4\n1 = 2"),
        (Vessels((("A", 3, 1), ("B", 5, 5)), 4), "A │ [#  ]   │ 1/3\nB │ [#####] │ 5/5\n→ 4"),
        (Tiles(("3", "?")), "[3] [?]"),
        (Addition(("SEND", "MORE"), "MONEY"), "   SEND\n+  MORE\n───────\n  MONEY"),
        (Banks((("a", "2"),), (), boat_left=False), "a 2 | ~~~ [_] | -"),
    ],
    ids=lambda one: type(one).__name__,
)
def test_a_board_is_drawn_in_characters(board: object, drawn: str) -> None:
    assert sketched(board, Language.ENGLISH) == drawn  # type: ignore[arg-type]


def test_columns_stand_under_each_other_where_a_letter_is_two_wide() -> None:
    table = Table(("", "1"), ((Message("Ada"), "x"), ("-", "y")))
    assert sketched(table, Language.KOREAN) == "       │ 1\n에이다 │ x\n-      │ y"
