"""What a step of solving a sudoku is, and which steps of a chain are needed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from maths.puzzles.sudoku_grid import bits, masks, peers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maths.puzzles.sudoku_grid import Shape

Possible: TypeAlias = "tuple[int, int]"  # a cell and a digit in it


class Technique(StrEnum):
    """How people solve, easiest first."""

    HIDDEN = "hidden single"
    NAKED = "naked single"
    POINTING = "pointing"
    CLAIMING = "claiming"
    NAKED_PAIR = "naked pair"
    HIDDEN_PAIR = "hidden pair"
    NAKED_TRIPLE = "naked triple"
    X_WING = "x-wing"
    XY_WING = "xy-wing"
    COLOURING = "colouring"
    CHAIN = "forcing chain"
    DEAD = "nothing left"  # the end of a forcing chain


COST = {
    Technique.HIDDEN: 1,
    Technique.NAKED: 1,
    Technique.POINTING: 2,
    Technique.CLAIMING: 2,
    Technique.NAKED_PAIR: 3,
    Technique.HIDDEN_PAIR: 4,
    Technique.NAKED_TRIPLE: 5,
    Technique.X_WING: 6,
    Technique.XY_WING: 7,
    Technique.COLOURING: 8,
    Technique.CHAIN: 9,
}


@dataclass(frozen=True, slots=True)
class CellHas:
    """A cell holds one of the digits that are left for it."""

    cell: int


@dataclass(frozen=True, slots=True)
class UnitHas:
    """A unit holds the digit in one of the cells that are left for it. `unit` counts in `sudoku_grid.units`."""

    unit: int
    digit: int


Premise: TypeAlias = CellHas | UnitHas


@dataclass(frozen=True, slots=True)
class Step:
    """A digit is placed, or some are ruled out, because all the premises hold.

    `cells`, `digits` and `units` are what the sentence speaks of. `inside` is what follows where the one removed
    possibility of a forcing chain is supposed; its last has nothing left.
    """

    technique: Technique
    premises: tuple[Premise, ...]
    placed: Possible | None = None
    removed: tuple[Possible, ...] = ()
    cells: tuple[int, ...] = ()
    digits: tuple[int, ...] = ()
    units: tuple[int, ...] = ()
    inside: tuple[Step, ...] = ()


class State:
    """What is left for each cell: for each digit from 1 the cells that can hold it, and the cells that are filled."""

    def __init__(self, shape: Shape, boards: Sequence[int], filled: int = 0) -> None:
        self.shape = shape
        self.boards = list(boards)
        self.filled = filled

    @classmethod
    def of(cls, shape: Shape, givens: Sequence[int]) -> State:
        every = (1 << shape.cells) - 1
        state = cls(shape, [0] + [every] * shape.size)
        for cell, digit in enumerate(givens):
            if digit:
                state.place(cell, digit)
        return state

    def copy(self) -> State:
        return State(self.shape, self.boards, self.filled)

    @property
    def complete(self) -> bool:
        return self.filled == (1 << self.shape.cells) - 1

    def digits(self, cell: int) -> list[int]:
        return [digit for digit, board in enumerate(self.boards) if board >> cell & 1]

    def place(self, cell: int, digit: int) -> list[Possible]:
        """Fills a cell; what that rules out."""
        gone: list[Possible] = []
        for other in range(1, len(self.boards)):
            lost = self.boards[other] & (peers(self.shape)[cell] if other == digit else 1 << cell)
            gone += [(at, other) for at in bits(lost)]
            self.boards[other] &= ~lost
        self.filled |= 1 << cell
        return gone

    def apply(self, step: Step) -> list[Possible]:
        """Does what the step says; all that this rules out."""
        if step.placed is not None:
            return self.place(*step.placed)
        for cell, digit in step.removed:
            self.boards[digit] &= ~(1 << cell)
        return list(step.removed)

    def missing(self, premise: Premise) -> list[Possible]:
        """The possibilities that must be ruled out so that the premise says what it says."""
        match premise:
            case CellHas(cell):
                return [(cell, d) for d in range(1, len(self.boards)) if not self.boards[d] >> cell & 1]
            case UnitHas(unit, digit):
                return [(cell, digit) for cell in bits(masks(self.shape)[unit] & ~self.boards[digit])]


def needed(start: State, steps: Sequence[Step], wanted: Iterable[Possible] | None = None) -> tuple[Step, ...]:
    """The steps that others rest on, each ruling out no more than that.

    Every placed digit is wanted, and what it rules out rests on nothing else; or where `wanted` is given (what a
    contradiction rests on) only those possibilities' removal.
    """
    state, source, rests = start.copy(), dict[Possible, int](), list[list[Possible]]()
    placed: set[Possible] = set()
    for number, step in enumerate(steps):
        inner = [one for part in step.inside for one in _rests_on(state, part)]
        here = {*_rests_on(state, step), *inner}
        rests.append([possible for possible in here if possible in source and possible not in placed])
        for possible in state.apply(step):
            source.setdefault(possible, number)
        if step.placed is not None and wanted is None:
            placed.update(_seen_from(state.shape, *step.placed))
    need = {number for number, step in enumerate(steps) if step.placed is not None} if wanted is None else set()
    asked = {possible for possible in wanted or () if possible in source}
    need |= {source[possible] for possible in asked}
    for number in range(len(steps) - 1, -1, -1):
        if number in need:
            asked |= set(rests[number])
            need |= {source[possible] for possible in rests[number]}
    return tuple(
        replace(step, removed=tuple(one for one in step.removed if one in asked))
        for number, step in enumerate(steps)
        if number in need
    )


def _seen_from(shape: Shape, cell: int, digit: int) -> list[Possible]:
    """All that a digit in a cell rules out."""
    others = [(cell, other) for other in range(1, shape.size + 1) if other != digit]
    return others + [(peer, digit) for peer in bits(peers(shape)[cell])]


def _rests_on(state: State, step: Step) -> list[Possible]:
    return [possible for premise in step.premises for possible in state.missing(premise)]
