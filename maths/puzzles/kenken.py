"""Kenken of 3 to 6 digits, its level by the hardest way of thinking that it needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.board import Grid
from maths.puzzles.kenken_cages import comes_to, grown, latin, told_apart
from maths.puzzles.kenken_check import faults, solutions
from maths.puzzles.kenken_search import squares
from maths.puzzles.kenken_solving import Solving
from maths.puzzles.kenken_words import cage_name, line_name, links, rules
from maths.puzzles.puzzle import Field, Judged, Kind, Puzzle
from maths.puzzles.titles import TITLES
from maths.puzzles.typed_grid import digit_square
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maths.generating.draw import Draw
    from maths.puzzles.kenken_cages import Cages
    from maths.puzzles.kenken_steps import Step
    from maths.puzzles.puzzle import Maker

TIERS = {Level.BEGINNER: 1, Level.INTERMEDIATE: 2, Level.ADVANCED: 3}
SIZES = {
    Level.BEGINNER: (3, 4, 4, 4, 5),
    Level.INTERMEDIATE: (4, 5, 5, 5, 6),
    Level.ADVANCED: (4, 5, 5),
}  # of 6, too few draws are hard
DRAWS = {3: 40, 4: 40, 5: 16, 6: 6}  # of one seed, by size: about a tenth of a second
RESIGNED = 5  # other signs tried until a grid has one solution
LEAST, MOST = 4, 25  # links of a chain


@dataclass(frozen=True, slots=True)
class Kenken:
    """What its own room knows of a puzzle."""

    grid: Cages
    solution: tuple[int, ...]
    steps: tuple[Step, ...]


class _Maker:
    kind = Kind.KENKEN
    title = TITLES[Kind.KENKEN]
    about = Message("Fill a square so that no digit repeats in a row or column and every cage comes to its number.")

    def make(self, draw: Draw, level: Level, seed: int) -> Puzzle | None:
        size = draw.one_of(SIZES[level])
        for _ in range(DRAWS[size]):
            found = _found(draw, size, TIERS[level])
            if found is not None and solutions(found.grid) == [found.solution]:
                return _puzzle(found, level, seed)
        return None

    def alone(self, puzzle: Puzzle) -> bool:
        data = _data(puzzle)
        return squares(data.grid) == [data.solution]

    def faults(self, puzzle: Puzzle) -> list[str]:
        data = _data(puzzle)
        return faults(data.grid, data.steps, data.solution)

    def judge(self, puzzle: Puzzle, given: Mapping[str, str]) -> Judged:
        grid = _data(puzzle).grid
        square = digit_square(grid.size, given.get("grid", ""))
        if isinstance(square, Message):
            return Judged(right=False, reason=square, readable=False)
        broken = _broken(grid, square)
        if broken is None:
            return Judged(right=True, reason=Message("No digit repeats in a line, and every cage comes to its number."))
        return Judged(right=False, reason=broken)


MAKER: Maker = _Maker()


def _found(draw: Draw, size: int, tier: int) -> Kenken | None:
    """A grid with one solution whose hardest step is of the tier."""
    square = latin(draw, size)
    grid = grown(draw, square, size, (2, 2, 3) if draw.whole(0, 1) else (2, 3), alone=4 if tier == 1 else 1)
    settled = _settled(draw, grid, square)
    if settled is None:
        return None
    grid, steps, solving = settled
    if steps is None:
        return None
    hardest = max(step.tier for step in steps)
    if hardest != tier:
        return None
    needed = solving.needed(steps)
    if not LEAST <= len(needed) <= MOST or max(step.tier for step in needed) != tier:
        return None
    return Kenken(grid, tuple(square), needed)


def _settled(draw: Draw, grid: Cages, square: Sequence[int]) -> tuple[Cages, list[Step] | None, Solving] | None:
    """The grid, some signs changed until it has one solution, and the steps there; no steps where it is hopeless."""
    for _ in range(RESIGNED):
        solving = Solving(grid)
        state = solving.start()
        steps = solving.advance(state, 1)
        if solving.done(state):
            return grid, steps, solving
        two = squares(grid, 2, state.masks)
        if len(two) == 1:
            steps += solving.advance(state, 3)
            return grid, steps if solving.done(state) else None, solving
        changed = told_apart(draw, grid, square, next(one for one in two if one != tuple(square)))
        if changed is None:
            return None
        grid = changed
    return None


def _puzzle(found: Kenken, level: Level, seed: int) -> Puzzle:
    size = found.grid.size
    rows = ["".join(map(str, found.solution[at : at + size])) for at in range(0, size * size, size)]
    return Puzzle(
        kind=Kind.KENKEN,
        level=level,
        seed=seed,
        statement=rules(found.grid),
        fields=(Field("grid", Message("The filled grid"), example=_example(size), lines=size),),
        given=(("grid", "\n".join(rows)),),
        answer=" ".join(rows),
        links=links(found.grid, found.steps),
        rating=_rating(found.steps),
        board=_board(found.grid, ("",) * size**2),
        solved_board=_board(found.grid, [str(digit) for digit in found.solution]),
        data=found,
    )


def _rating(steps: Sequence[Step]) -> int:
    """Hundreds: the hardest way it needs; the rest: how much of it."""
    return 100 * max(step.tier for step in steps) + min(99, sum(step.cost for step in steps))


def _example(size: int) -> str:
    digits = "".join(map(str, range(1, size + 1)))
    return f"{digits}\n{digits[1:]}1"


def _board(grid: Cages, signs: Sequence[str]) -> Grid:
    size = grid.size
    owner = {cell: number for number, cage in enumerate(grid.cages) for cell in cage.cells}
    return Grid(
        cells=tuple(tuple(signs[at : at + size]) for at in range(0, size * size, size)),
        regions=tuple(tuple(owner[at + column] for column in range(size)) for at in range(0, size * size, size)),
        notes=tuple((*divmod(cage.cells[0], size), cage.note) for cage in grid.cages),
    )


def _broken(grid: Cages, square: Sequence[int]) -> Message | None:
    """One thing that a square does not satisfy."""
    for line, cells in enumerate(grid.lines()):
        digits = [square[cell] for cell in cells]
        twice = next((digit for digit in digits if digits.count(digit) > 1), None)
        if twice is not None:
            name = line_name(grid.size, line)
            return Message("In {unit} the digit {digit} stands more than once.", unit=name, digit=twice)
    for number, cage in enumerate(grid.cages):
        if comes_to(cage.sign, [square[cell] for cell in cage.cells]) != cage.target:
            return Message("The digits do not fit {cage}.", cage=cage_name(grid, number))
    return None


def _data(puzzle: Puzzle) -> Kenken:
    if not isinstance(puzzle.data, Kenken):
        raise TypeError(puzzle.kind)
    return puzzle.data
