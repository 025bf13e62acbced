"""The singles: a digit with one place in a unit, a cell with one digit left, and a unit or a cell with nothing left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.puzzles.sudoku_grid import masks
from maths.puzzles.sudoku_step import CellHas, Step, Technique, UnitHas

if TYPE_CHECKING:
    from maths.puzzles.sudoku_step import State


def single(state: State) -> Step | None:
    """In a block first, then a cell, then in a row or column."""
    size = state.shape.size
    return _hidden(state, 0, size) or _naked(state) or _hidden(state, size, 3 * size)


def dead(state: State) -> Step | None:
    """A cell without a digit left, or a unit without a place left for one."""
    some = 0
    for board in state.boards:
        some |= board
    empty = ((1 << state.shape.cells) - 1) & ~some
    if empty:
        cell = (empty & -empty).bit_length() - 1
        return Step(Technique.DEAD, (CellHas(cell),), cells=(cell,))
    for unit, mask in enumerate(masks(state.shape)):
        for digit in range(1, len(state.boards)):
            if not state.boards[digit] & mask:
                return Step(Technique.DEAD, (UnitHas(unit, digit),), digits=(digit,), units=(unit,))
    return None


def _hidden(state: State, low: int, high: int) -> Step | None:
    open_ = ~state.filled
    at = masks(state.shape)
    for unit in range(low, high):
        for digit in range(1, len(state.boards)):
            places = state.boards[digit] & at[unit]
            if places and not places & (places - 1) and places & open_:
                cell = places.bit_length() - 1
                return Step(Technique.HIDDEN, (UnitHas(unit, digit),), (cell, digit), units=(unit,))
    return None


def _naked(state: State) -> Step | None:
    ones = twos = 0
    for board in state.boards:
        twos |= ones & board
        ones |= board
    lone = ones & ~twos & ~state.filled
    if not lone:
        return None
    cell = (lone & -lone).bit_length() - 1
    return Step(Technique.NAKED, (CellHas(cell),), (cell, state.digits(cell)[0]))
