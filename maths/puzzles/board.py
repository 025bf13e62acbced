"""What of a puzzle is better looked at than read: boards by their meaning, drawn elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from maths.message import Message


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells row by row: sudoku, kenken, nonogram.

    `cells` holds the sign in each cell, "" where it is empty and "#" where it is filled. `regions` gives each cell the
    number of its block or cage: a thick line runs between two of them. `notes` stand small in a corner of a cell (row,
    column): a cage's "12×". `rows` and `columns` are the numbers beside a nonogram.
    """

    cells: tuple[tuple[str, ...], ...]
    regions: tuple[tuple[int, ...], ...] = ()
    notes: tuple[tuple[int, int, str], ...] = ()
    rows: tuple[tuple[int, ...], ...] = ()
    columns: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table to fill in or to read: zebra, whodunit, truth tables. "" where nothing is known."""

    header: tuple[Message | str, ...]
    rows: tuple[tuple[Message | str, ...], ...]


@dataclass(frozen=True, slots=True)
class Scales:
    """Weighings: what lay left, what lay right, and -1 where left went down, 0 balanced, 1 right went down."""

    weighings: tuple[tuple[tuple[str, ...], tuple[str, ...], int], ...]


@dataclass(frozen=True, slots=True)
class Vessels:
    """Jugs: name, how much each holds and how much is in it; `wanted` is what is to be measured."""

    jugs: tuple[tuple[str, int, int], ...]
    wanted: int


@dataclass(frozen=True, slots=True)
class Banks:
    """A river or bridge: who stands where, what is written under each, and on which side the boat or torch is."""

    left: tuple[tuple[Message | str, str], ...]
    right: tuple[tuple[Message | str, str], ...]
    boat_left: bool = True
    bridge: bool = False  # and a torch in the place of the boat


@dataclass(frozen=True, slots=True)
class Tiles:
    """Signs in a row, each on a tile of its own: four numbers, a sequence; "?" where one is asked for."""

    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """Words or numbers one under the other, the sum under a line, `sign` before the last summand."""

    rows: tuple[str, ...]
    total: str
    sign: str = "+"


Board: TypeAlias = Grid | Table | Scales | Vessels | Banks | Tiles | Addition
