"""Nonograms of 5 to 10 rows and columns, their level by how often lines must be gone through, or by supposing."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.board import Grid
from maths.puzzles.nonogram_check import faults, solutions
from maths.puzzles.nonogram_grid import numbers, runs
from maths.puzzles.nonogram_pictures import picture
from maths.puzzles.nonogram_search import pictures
from maths.puzzles.nonogram_solving import Solving
from maths.puzzles.nonogram_words import line_name, links, rules, spoken
from maths.puzzles.puzzle import Field, Judged, Kind, Puzzle
from maths.puzzles.titles import TITLES
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maths.generating.draw import Draw
    from maths.puzzles.nonogram_grid import Numbers
    from maths.puzzles.nonogram_solving import Step
    from maths.puzzles.puzzle import Maker

SIZES = {Level.BEGINNER: (5, 8), Level.INTERMEDIATE: (6, 10), Level.ADVANCED: (6, 10)}
FEW_ROUNDS = 2  # through all rows and columns: more is no beginner's
DRAWS = 40  # of one seed
LEAST, MOST = 5, 25  # links of a chain
MAX_TYPED = 600
FILLED, EMPTY = frozenset("#■●1◼⬛█"), frozenset(".□○0-_·◻⬜░")
_BARE = frozenset(".-_·")  # what a lone o or x is set apart from


@dataclass(frozen=True, slots=True)
class Nonogram:
    """What its own room knows of a puzzle."""

    numbers: Numbers
    solution: tuple[str, ...]
    steps: tuple[Step, ...]


class _Maker:
    kind = Kind.NONOGRAM
    title = TITLES[Kind.NONOGRAM]
    about = Message("Fill cells by the numbers beside the rows and above the columns until a picture comes out.")

    def make(self, draw: Draw, level: Level, seed: int) -> Puzzle | None:
        for _ in range(DRAWS):
            drawn = picture(draw, *SIZES[level])
            if drawn is None:
                continue
            wanted = numbers(drawn)
            rated = _chain(wanted, level)
            rows = tuple("".join(".#"[filled] for filled in row) for row in drawn)
            if rated is not None and solutions(wanted) == [rows]:
                return _puzzle(Nonogram(wanted, rows, rated[1]), rated[0], level, seed)
        return None

    def alone(self, puzzle: Puzzle) -> bool:
        data = _data(puzzle)
        return pictures(data.numbers.rows, data.numbers.columns) == [data.solution]

    def faults(self, puzzle: Puzzle) -> list[str]:
        data = _data(puzzle)
        return faults(data.numbers, data.steps, data.solution)

    def judge(self, puzzle: Puzzle, given: Mapping[str, str]) -> Judged:
        wanted = _data(puzzle).numbers
        grid = _read(wanted, given.get("grid", ""))
        if isinstance(grid, Message):
            return Judged(right=False, reason=grid, readable=False)
        for line, asked in enumerate(wanted.lines):
            found = runs([grid[row][column] for row, column in wanted.cells(line)])
            if found != asked:
                name = line_name(wanted, line)
                reason = Message("{line}: your runs there are {runs}.", line=name, runs=spoken(found))
                return Judged(right=False, reason=reason)
        return Judged(right=True, reason=Message("The runs of every row and column fit their numbers."))


MAKER: Maker = _Maker()


def _chain(wanted: Numbers, level: Level) -> tuple[int, tuple[Step, ...]] | None:
    """The rating and the steps where they are of the level."""
    solving = Solving(wanted)
    rounds = solving.rounds()
    tier = 3 if rounds is None else 1 if rounds <= FEW_ROUNDS else 2
    if tier != {Level.BEGINNER: 1, Level.INTERMEDIATE: 2, Level.ADVANCED: 3}[level]:
        return None
    known = solving.start()
    steps = solving.advance(known, supposing=rounds is None)
    if not solving.done(known):
        return None
    needed = tuple(solving.needed(steps))
    if not LEAST <= len(needed) <= MOST:
        return None
    return 100 * tier + min(99, sum(step.cost for step in needed)), needed


def _puzzle(found: Nonogram, rating: int, level: Level, seed: int) -> Puzzle:
    wanted = found.numbers
    cells = tuple(tuple("#" if sign == "#" else "" for sign in row) for row in found.solution)
    return Puzzle(
        kind=Kind.NONOGRAM,
        level=level,
        seed=seed,
        statement=rules(wanted),
        fields=(Field("grid", Message("The picture"), example=_example(wanted), lines=len(wanted.rows)),),
        given=(("grid", "\n".join(found.solution)),),
        answer=" ".join(found.solution),
        links=links(wanted, found.steps),
        rating=rating,
        board=Grid(tuple(("",) * len(row) for row in cells), rows=wanted.rows, columns=wanted.columns),
        solved_board=Grid(cells, rows=wanted.rows, columns=wanted.columns),
        data=found,
    )


def _example(wanted: Numbers) -> str:
    width = len(wanted.columns)
    return f"{('#.' * width)[:width]}\n{('.#' * width)[:width]}"


def _read(wanted: Numbers, typed: str) -> list[list[bool]] | Message:
    """The picture, whatever stands between its rows; else what is wrong with the text."""
    signs = [sign for sign in unicodedata.normalize("NFKC", typed[:MAX_TYPED]) if sign not in " \n\r\t,;/|`"]
    said = _signs({sign.casefold() for sign in signs})
    height, width = len(wanted.rows), len(wanted.columns)
    if not signs:
        return Message("There is no answer in it.")
    if said is None:
        return Message("Type only # for a filled cell and . for an empty one.")
    if len(signs) != height * width:
        return Message("The grid has {rows} rows of {columns} cells; there are {count} signs in the answer.",
                       rows=height, columns=width, count=len(signs))  # fmt: skip
    filled: Sequence[bool] = [sign.casefold() in said for sign in signs]
    return [list(filled[at : at + width]) for at in range(0, height * width, width)]


def _signs(used: set[str]) -> frozenset[str] | None:
    """Those of the signs that mean a filled cell; None where that cannot be told. O is filled where X is not."""
    letters = used & {"o", "x"}
    if not letters:
        return FILLED if used <= FILLED | EMPTY else None
    if letters == {"o", "x"}:
        return frozenset("o") if used <= _BARE | letters else None
    return frozenset(letters) if used <= _BARE | letters or (letters == {"x"} and used <= EMPTY | letters) else None


def _data(puzzle: Puzzle) -> Nonogram:
    if not isinstance(puzzle.data, Nonogram):
        raise TypeError(puzzle.kind)
    return puzzle.data
