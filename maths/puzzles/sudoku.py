"""Sudoku of 4, 6 and 9 digits, its level by the techniques that it needs."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.logic.formula import Different, Unknown
from maths.message import Message, counted
from maths.puzzles.board import Grid
from maths.puzzles.puzzle import Field, Judged, Kind, Puzzle
from maths.puzzles.sudoku_check import broken, faults
from maths.puzzles.sudoku_grid import SHAPES, units
from maths.puzzles.sudoku_search import dug, filled, fillings
from maths.puzzles.sudoku_step import Technique
from maths.puzzles.sudoku_techniques import rating, solve
from maths.puzzles.sudoku_words import links, rules, unit_name
from maths.puzzles.titles import TITLES
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maths.generating.draw import Draw
    from maths.puzzles.puzzle import Maker
    from maths.puzzles.sudoku_grid import Shape
    from maths.puzzles.sudoku_step import Step

BANDS = {Level.BEGINNER: range(10, 20), Level.INTERMEDIATE: range(20, 60), Level.ADVANCED: range(60, 100)}
HARDEST = {
    Level.BEGINNER: Technique.NAKED,
    Level.INTERMEDIATE: Technique.NAKED_TRIPLE,
    Level.ADVANCED: Technique.CHAIN,
}
MOST_HARD = 9  # steps that are more than a single: what a chain in words has room for
MAX_TYPED = 600  # characters of an answer
_BLANK = ".0_?*"


@dataclass(frozen=True, slots=True)
class Sudoku:
    """What its own room knows of a puzzle."""

    shape: Shape
    givens: tuple[int, ...]
    solution: tuple[int, ...]
    steps: tuple[Step, ...]


class _Maker:
    kind = Kind.SUDOKU
    title = TITLES[Kind.SUDOKU]
    about = Message("Fill a grid so that every row, column and block holds each digit once.")

    def make(self, draw: Draw, level: Level, seed: int) -> Puzzle | None:
        shape = SHAPES[_size(draw, level)]
        solution = filled(shape, draw)
        least = draw.whole(33, 38) if level is Level.BEGINNER and shape.size == 9 else 0  # noqa: PLR2004 - the large grid
        givens = tuple(dug(shape, solution, draw, least))
        steps = solve(shape, givens, HARDEST[level])
        if steps is None or sum(1 for step in steps if step.placed is None) > MOST_HARD:
            return None
        if rating(steps) not in BANDS[level] or not _only(shape, givens, solution):
            return None
        rows = _rows(shape, solution)
        return Puzzle(
            kind=Kind.SUDOKU,
            level=level,
            seed=seed,
            statement=rules(shape, givens),
            fields=(Field("grid", Message("The solved grid"), example=_example(shape), lines=shape.size),),
            given=(("grid", "\n".join(rows)),),
            answer=" ".join(rows),
            links=links(shape, steps),
            rating=rating(steps),
            board=_board(shape, givens),
            solved_board=_board(shape, solution),
            data=Sudoku(shape, givens, solution, steps),
        )

    def alone(self, puzzle: Puzzle) -> bool:
        data = _data(puzzle)
        return fillings(data.shape, data.givens) == [data.solution]

    def faults(self, puzzle: Puzzle) -> list[str]:
        data = _data(puzzle)
        return faults(data.shape, data.givens, data.steps, data.solution)

    def judge(self, puzzle: Puzzle, given: Mapping[str, str]) -> Judged:
        data = _data(puzzle)
        grid = _read(data.shape, given.get("grid", ""))
        if isinstance(grid, Message):
            return Judged(right=False, reason=grid, readable=False)
        wrong = broken(data.shape, data.givens, grid)
        if wrong is None:
            return Judged(right=True, reason=Message("Every row, column and block holds each digit once."))
        where, digit = wrong
        if isinstance(where, str):
            return Judged(right=False, reason=Message("{cell} is given: it is {digit}.", cell=where, digit=digit))
        name = unit_name(data.shape, where)
        return Judged(
            right=False, reason=Message("In {unit} the digit {digit} stands more than once.", unit=name, digit=digit)
        )


MAKER: Maker = _Maker()


def _size(draw: Draw, level: Level) -> int:
    """Small grids need no technique beyond singles, or at times a hard one."""
    match level:
        case Level.BEGINNER:
            return draw.one_of((4, 6, 6, 9, 9))
        case Level.INTERMEDIATE | Level.ADVANCED:
            return 9


def _only(shape: Shape, givens: Sequence[int], solution: Sequence[int]) -> bool:
    """Whether z3 finds this solution and no other."""
    from maths.logic.solver import Session

    every = units(shape)
    around = [{givens[c] for unit in every if cell in unit.cells for c in unit.cells} for cell in range(shape.cells)]
    digits = range(1, shape.size + 1)
    unknowns = [
        Unknown(str(cell), (given,) if given else tuple(d for d in digits if d not in around[cell]))
        for cell, given in enumerate(givens)
    ]
    facts = [Different(tuple(unknowns[cell] for cell in unit.cells)) for unit in every]
    return Session(unknowns, facts).solutions(2) == [{str(cell): digit for cell, digit in enumerate(solution)}]


def _board(shape: Shape, digits: Sequence[int]) -> Grid:
    size = shape.size
    return Grid(
        cells=tuple(tuple(str(d) if d else "" for d in digits[at : at + size]) for at in range(0, shape.cells, size)),
        regions=tuple(tuple(shape.block(at + column) for column in range(size)) for at in range(0, shape.cells, size)),
    )


def _rows(shape: Shape, digits: Sequence[int]) -> list[str]:
    return ["".join(map(str, digits[at : at + shape.size])) for at in range(0, shape.cells, shape.size)]


def _example(shape: Shape) -> str:
    """How a grid is typed: its first two rows."""
    digits = "".join(map(str, range(1, shape.size + 1)))
    return f"{digits}\n{digits[shape.width :]}{digits[: shape.width]}"


def _read(shape: Shape, typed: str) -> tuple[int, ...] | Message:
    """The grid, whatever stands between its digits; else what is wrong with the text."""
    signs = unicodedata.normalize("NFKC", typed[:MAX_TYPED])
    digits = [int(sign) for sign in signs if sign in "123456789"]
    blanks = sum(1 for sign in signs if sign in _BLANK)
    if not digits:
        return Message("There is no answer in it.")
    if any(sign.isalpha() for sign in signs) or any(digit > shape.size for digit in digits):
        return Message("Type the digits from 1 to {size} alone, row by row.", size=shape.size)
    if len(digits) == shape.cells:
        return tuple(digits)
    if len(digits) + blanks == shape.cells:
        return counted("{count} cell is still empty.", "{count} cells are still empty.", blanks)
    return counted(
        "The grid has {cells} cells; there is {count} digit in the answer.",
        "The grid has {cells} cells; there are {count} digits in the answer.",
        len(digits),
        cells=shape.cells,
    )


def _data(puzzle: Puzzle) -> Sudoku:
    if not isinstance(puzzle.data, Sudoku):
        raise TypeError(puzzle.kind)
    return puzzle.data
