"""Solving a sudoku as a person does, always with the easiest technique that says something new."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from maths.puzzles.sudoku_chains import colouring, forcing
from maths.puzzles.sudoku_grid import Lines, bits, masks, peers, units
from maths.puzzles.sudoku_singles import single
from maths.puzzles.sudoku_step import COST, CellHas, State, Step, Technique, UnitHas, needed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from maths.puzzles.sudoku_grid import Shape

_PAIR, _TRIPLE = 2, 3


def solve(shape: Shape, givens: Sequence[int], hardest: Technique = Technique.CHAIN) -> tuple[Step, ...] | None:
    """The steps to the filled grid, none of them idle; None where no technique up to the hardest allowed gets there."""
    state, steps = State.of(shape, givens), list[Step]()
    while not state.complete:
        step = _next(state, COST[hardest])
        if step is None:
            return None
        steps.append(step)
        state.apply(step)
    return needed(State.of(shape, givens), steps)


def rating(steps: Sequence[Step]) -> int:
    """Ten times the hardest technique, and how often more than a single is needed (of an easy one: how many steps)."""
    hard = max(COST[step.technique] for step in steps)
    above = sum(1 for step in steps if COST[step.technique] > 1)
    return 10 * hard + min(9, above or len(steps) // 6)


def _next(state: State, most: int) -> Step | None:
    found = single(state)
    for cost, ways in _WAYS:
        if found is not None or cost > most:
            return found
        found = ways(state)
    return found


def _ruling_out(state: State, step: Step, out: Iterable[tuple[int, int]]) -> Step | None:
    """The step that takes digits (second) from cells (first, a mask), where there is anything to take."""
    removed = tuple((cell, digit) for mask, digit in out for cell in bits(mask & state.boards[digit] & ~state.filled))
    return replace(step, removed=removed) if removed else None


def _locked(state: State) -> Step | None:
    """All places of a digit in a block lie in one line, or all places in a line in one block."""
    every, at = units(state.shape), masks(state.shape)
    for first, second in ((True, False), (False, True)):
        technique = Technique.POINTING if first else Technique.CLAIMING
        for here, unit in enumerate(every):
            if (unit.lines is Lines.BLOCK) is not first:
                continue
            for there, other in enumerate(every):
                if (other.lines is Lines.BLOCK) is not second or not at[here] & at[there]:
                    continue
                step = _locked_in(state, technique, here, there)
                if step is not None:
                    return step
    return None


def _locked_in(state: State, technique: Technique, here: int, there: int) -> Step | None:
    inside, outside = masks(state.shape)[here], masks(state.shape)[there]
    for digit in range(1, len(state.boards)):
        places = state.boards[digit] & inside
        if places & state.filled or not places or places & ~outside:
            continue
        told = Step(technique, (UnitHas(here, digit),), cells=tuple(bits(places)), digits=(digit,), units=(here, there))
        step = _ruling_out(state, told, [(outside & ~inside, digit)])
        if step is not None:
            return step
    return None


def _naked(state: State, size: int, technique: Technique) -> Step | None:
    """So many cells of a unit with no more digits between them."""
    options = {cell: state.digits(cell) for cell in range(state.shape.cells) if not state.filled >> cell & 1}
    for number, unit in enumerate(units(state.shape)):
        few = [cell for cell in unit.cells if 1 < len(options.get(cell, ())) <= size]
        for cells in combinations(few, size):
            digits = tuple(sorted({digit for cell in cells for digit in options[cell]}))
            if len(digits) != size:
                continue
            others = unit.mask & ~sum(1 << cell for cell in cells)
            premises = tuple(CellHas(cell) for cell in cells)
            told = Step(technique, premises, cells=cells, digits=digits, units=(number,))
            step = _ruling_out(state, told, [(others, digit) for digit in digits])
            if step is not None:
                return step
    return None


def _naked_pair(state: State) -> Step | None:
    return _naked(state, _PAIR, Technique.NAKED_PAIR)


def _naked_triple(state: State) -> Step | None:
    return _naked(state, _TRIPLE, Technique.NAKED_TRIPLE)


def _hidden_pair(state: State) -> Step | None:
    """Two digits of a unit with the same two places."""
    for number, mask in enumerate(masks(state.shape)):
        open_ = mask & ~state.filled
        places = {
            d: state.boards[d] & open_ for d in range(1, len(state.boards)) if not state.boards[d] & mask & state.filled
        }
        twice = [digit for digit, at in places.items() if at.bit_count() == _PAIR]
        for digits in combinations(twice, 2):
            if places[digits[0]] != places[digits[1]]:
                continue
            here = places[digits[0]]
            out = [(here, digit) for digit in places if digit not in digits]
            premises = tuple(UnitHas(number, digit) for digit in digits)
            told = Step(Technique.HIDDEN_PAIR, premises, cells=tuple(bits(here)), digits=digits, units=(number,))
            step = _ruling_out(state, told, out)
            if step is not None:
                return step
    return None


def _x_wing(state: State) -> Step | None:
    """In two rows a digit has its two places in the same two columns, or the other way round."""
    every, at = units(state.shape), masks(state.shape)
    for lines, crossing in ((Lines.ROW, Lines.COLUMN), (Lines.COLUMN, Lines.ROW)):
        along = [n for n, unit in enumerate(every) if unit.lines is lines]
        across = [n for n, unit in enumerate(every) if unit.lines is crossing]
        for digit in range(1, len(state.boards)):
            board = state.boards[digit] & ~state.filled
            twice = [n for n in along if (board & at[n]).bit_count() == _PAIR]
            for one, other in combinations(twice, 2):
                corners = board & (at[one] | at[other])
                sides = [n for n in across if at[n] & corners]
                if len(sides) != _PAIR:
                    continue
                out = [((at[sides[0]] | at[sides[1]]) & ~corners, digit)]
                premises = (UnitHas(one, digit), UnitHas(other, digit))
                told = Step(
                    Technique.X_WING, premises, cells=tuple(bits(corners)), digits=(digit,), units=(one, other, *sides)
                )
                step = _ruling_out(state, told, out)
                if step is not None:
                    return step
    return None


def _xy_wing(state: State) -> Step | None:
    """A cell with x or y sees one with x or z and one with y or z: what both of those see is not z."""
    seen = peers(state.shape)
    pairs = {
        cell: frozenset(digits)
        for cell in range(state.shape.cells)
        if not state.filled >> cell & 1 and len(digits := state.digits(cell)) == _PAIR
    }
    for pivot, held in pairs.items():
        near = [cell for cell in pairs if seen[pivot] >> cell & 1 and len(pairs[cell] & held) == 1]
        for one, other in combinations(near, 2):
            third = pairs[one] & pairs[other]
            if len(third) != 1 or third & held or len(pairs[one] | pairs[other] | held) != _TRIPLE:
                continue
            (digit,) = third
            out = [(seen[one] & seen[other] & ~(1 << pivot), digit)]
            premises = (CellHas(pivot), CellHas(one), CellHas(other))
            told = Step(Technique.XY_WING, premises, cells=(pivot, one, other), digits=(*sorted(held), digit))
            step = _ruling_out(state, told, out)
            if step is not None:
                return step
    return None


_WAYS: tuple[tuple[int, Callable[[State], Step | None]], ...] = (
    (COST[Technique.POINTING], _locked),
    (COST[Technique.NAKED_PAIR], _naked_pair),
    (COST[Technique.HIDDEN_PAIR], _hidden_pair),
    (COST[Technique.NAKED_TRIPLE], _naked_triple),
    (COST[Technique.X_WING], _x_wing),
    (COST[Technique.XY_WING], _xy_wing),
    (COST[Technique.COLOURING], colouring),
    (COST[Technique.CHAIN], forcing),
)
