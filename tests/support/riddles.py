"""Puzzles that need no solver: one with two choices, one with a grid. Their solution is read off their seed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.board import Grid
from maths.puzzles.puzzle import Choice, Field, Judged, Kind, Link, Puzzle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.verdict import Level

KINDS = (Kind.KNIGHTS, Kind.SUDOKU)
_CHOICES = (Choice("knight", Message("knight")), Choice("knave", Message("knave")))
_ROWS = ("1234", "3412", "2143", "4321")


class Riddler:
    """`tutor.ports.PuzzleMaker`; `out` counts the seeds that give nothing before the next that does."""

    def __init__(self) -> None:
        self.made: list[tuple[Kind, Level, int]] = []
        self.out = 0
        self.fixed: int | None = None  # every seed gives the puzzle of this one

    async def puzzle(self, kind: Kind, level: Level, seed: int, /) -> Puzzle | None:
        if self.out:
            self.out -= 1
            return None
        self.made.append((kind, level, seed))
        number = seed if self.fixed is None else self.fixed
        return _knights(level, number) if kind is Kind.KNIGHTS else _sudoku(level, number)

    async def judge_puzzle(self, puzzle: Puzzle, given: Mapping[str, str], /) -> Judged:
        if not all(given.get(key) for key, _ in puzzle.given):
            return Judged(right=False, reason=Message("Something is left open."), readable=False)
        if all("".join(given[key].split()) == "".join(value.split()) for key, value in puzzle.given):
            return Judged(right=True, reason=Message("Everything fits."))
        return Judged(right=False, reason=Message("Row 2 holds two 3s."))


def _knights(level: Level, seed: int) -> Puzzle:
    given = (("a", ("knight", "knave")[seed % 2]), ("b", "knave"))
    return Puzzle(
        Kind.KNIGHTS,
        level,
        seed,
        (
            Message("Knights tell the truth, knaves lie."),
            Message("Ada says: {number} is a number.", number=seed),
            Message("Who is what?"),
        ),
        (Field("a", Message("Ada"), _CHOICES), Field("b", Message("Ben"), _CHOICES)),
        given,
        ", ".join(f"{key} = {value}" for key, value in given),
        (
            Link(Message("Suppose Ada lies."), (Message("Then nobody speaks."), Message("That cannot be."))),
            Link(Message("So Ben is a knave.")),
            Link(Message("And Ada is what is left.")),
        ),
        3,
    )


def _sudoku(level: Level, seed: int) -> Puzzle:
    digits = str.maketrans("1234", "".join(str((int(each) + seed) % 4 + 1) for each in "0123"))
    solved = tuple(tuple(row.translate(digits)) for row in _ROWS)
    cells = tuple(
        tuple("" if (row + column + seed) % 3 else solved[row][column] for column in range(4)) for row in range(4)
    )
    regions = tuple(tuple(row // 2 * 2 + column // 2 for column in range(4)) for row in range(4))
    rows = "\n".join(" ".join(cell or "." for cell in row) for row in cells)
    grid = "\n".join("".join(row) for row in solved)
    return Puzzle(
        Kind.SUDOKU,
        level,
        seed,
        (Message("Fill grid number {number}.", number=seed), Message("{rows}", rows=rows)),
        (Field("grid", Message("The solved grid"), example="1234\n3412", lines=4),),
        (("grid", grid),),
        grid.replace("\n", " "),
        tuple(
            Link(Message("Cell {place} follows from its row, and that from others.", place=place))
            for place in range(1, 60)
        ),
        5,
        Grid(cells, regions),
        Grid(solved, regions),
    )
