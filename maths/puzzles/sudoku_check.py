"""Every step of a chain held against what it says it rests on, going through all cases. No technique is known here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.puzzles.sudoku_grid import place, units
from maths.puzzles.sudoku_step import CellHas, Technique, UnitHas

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.puzzles.sudoku_grid import Shape
    from maths.puzzles.sudoku_step import Possible, Premise, Step


def faults(shape: Shape, givens: Sequence[int], steps: Sequence[Step], solution: Sequence[int]) -> list[str]:
    """The steps that do not follow; that the chain does not end at the solution."""
    left = _Left(shape, givens)
    wrong = [f"step {n}, {step.technique}" for n, step in enumerate(steps, 1) if not left.takes(step)]
    placed = {step.placed[0]: step.placed[1] for step in steps if step.placed is not None}
    if [given or placed.get(cell, 0) for cell, given in enumerate(givens)] != list(solution):
        wrong.append("the chain does not end at the solution")
    return wrong


class _Left:
    """The digits left for each cell, cell by cell."""

    def __init__(self, shape: Shape, givens: Sequence[int]) -> None:
        self.candidates = [set(range(1, shape.size + 1)) for _ in range(shape.cells)]
        self._shape = shape
        self._together = [{n for n, unit in enumerate(units(shape)) if c in unit.cells} for c in range(shape.cells)]
        for cell, digit in enumerate(givens):
            if digit:
                self._fill(cell, digit)

    def takes(self, step: Step) -> bool:
        """Whether the step follows from what is left; does it in any case."""
        follows = self._supposed(step) if step.technique is Technique.CHAIN else self._follows(step)
        if step.placed is not None:
            self._fill(*step.placed)
        for cell, digit in step.removed:
            self.candidates[cell].discard(digit)
        return follows

    def _follows(self, step: Step) -> bool:
        impossible = list(step.removed)
        if step.placed is not None:
            cell, right = step.placed
            impossible += [(cell, digit) for digit in self.candidates[cell] if digit != right]
            if right not in self.candidates[cell]:
                return False
        options = [self._options(premise) for premise in step.premises]
        return bool(options) and not any(self._compatible([one], options) for one in impossible)

    def _supposed(self, step: Step) -> bool:
        """A forcing chain: each step inside follows from those before it, and the last leaves nothing."""
        if len(step.removed) != 1 or not step.inside:
            return False
        before = [set(one) for one in self.candidates]
        self._fill(*step.removed[0])
        follows = all(self.takes(inner) for inner in step.inside[:-1])
        end = step.inside[-1]
        follows = follows and end.technique is Technique.DEAD and not self._options(end.premises[0])
        self.candidates = before
        return follows

    def _options(self, premise: Premise) -> list[Possible]:
        match premise:
            case CellHas(cell):
                return [(cell, digit) for digit in sorted(self.candidates[cell])]
            case UnitHas(unit, digit):
                cells = units(self._shape)[unit].cells
                return [(cell, digit) for cell in cells if digit in self.candidates[cell]]

    def _compatible(self, chosen: list[Possible], options: list[list[Possible]]) -> bool:
        """Whether one option of each premise can hold beside those chosen."""
        if not options:
            return True
        narrowed = [[one for one in some if all(self._beside(one, other) for other in chosen)] for some in options]
        first = min(range(len(narrowed)), key=lambda n: len(narrowed[n]))
        rest = narrowed[:first] + narrowed[first + 1 :]
        return any(self._compatible([*chosen, one], rest) for one in narrowed[first])

    def _beside(self, one: Possible, other: Possible) -> bool:
        if one[0] == other[0]:
            return one[1] == other[1]
        return one[1] != other[1] or not self._together[one[0]] & self._together[other[0]]

    def _fill(self, cell: int, digit: int) -> None:
        self.candidates[cell] = {digit}
        for other in range(self._shape.cells):
            if other != cell and self._together[other] & self._together[cell]:
                self.candidates[other].discard(digit)


def broken(shape: Shape, givens: Sequence[int], grid: Sequence[int]) -> tuple[str, int] | tuple[int, int] | None:
    """What a filled grid breaks first: a given cell and its digit, or a unit and the digit it holds twice."""
    for cell, digit in enumerate(givens):
        if digit and grid[cell] != digit:
            return place(shape, cell), digit
    for number, unit in enumerate(units(shape)):
        held = [grid[cell] for cell in unit.cells]
        for digit in held:
            if held.count(digit) > 1:
                return number, digit
    return None
