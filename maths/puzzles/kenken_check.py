"""Kenken given to z3: the whole grid, and each step of a chain against the cage and the line it names."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from maths.logic.formula import Any, Compare, Different, Distance, Plus, Times, Unknown, is_
from maths.puzzles.kenken_cages import MINUS, OVER, PLUS, TIMES
from maths.puzzles.kenken_steps import By, bits, peers, single

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.logic.formula import Fact
    from maths.puzzles.kenken_cages import Cage, Cages
    from maths.puzzles.kenken_steps import Step


def solutions(grid: Cages) -> list[tuple[int, ...]]:
    """At most two, by z3."""
    from maths.logic.solver import Session

    digits = tuple(range(1, grid.size + 1))
    unknowns = [Unknown(str(cell), digits) for cell in range(grid.size**2)]
    facts: list[Fact] = [Different(tuple(unknowns[cell] for cell in line)) for line in grid.lines()]
    facts += [_cage(cage, unknowns) for cage in grid.cages]
    return [tuple(one[unknown.name] for unknown in unknowns) for one in Session(unknowns, facts).solutions(2)]


def _cage(cage: Cage, unknowns: Sequence[Unknown]) -> Fact:
    cells = tuple(unknowns[cell] for cell in cage.cells)
    first, *others = cells
    if cage.sign == PLUS:
        return Compare(Plus(cells), "=", cage.target)
    if cage.sign == TIMES:
        return Compare(Times(cells), "=", cage.target)
    if cage.sign == MINUS:
        return Compare(Distance(first, others[0]), "=", cage.target)
    if cage.sign == OVER:
        ways = ((first, others[0]), (others[0], first))
        return Any(tuple(Compare(large, "=", Times((cage.target, small))) for large, small in ways))
    return is_(first, cage.target)


def faults(grid: Cages, steps: Sequence[Step], answer: Sequence[int]) -> list[str]:
    """The steps that do not follow; that the chain does not end at the answer."""
    checked = _Checked(grid)
    masks = [(1 << grid.size + 1) - 2] * grid.size**2
    wrong = [f"step {number}: {step.by}" for number, step in enumerate(steps, 1) if not checked.follows(masks, step)]
    if [bits(mask) for mask in masks] != [(digit,) for digit in answer]:
        wrong.append("the chain does not end at the answer")
    return wrong


class _Checked:
    def __init__(self, grid: Cages) -> None:
        self._grid, self._lines = grid, grid.lines()

    def follows(self, masks: list[int], step: Step) -> bool:
        """Whether the step follows from the digits left; narrows them in any case."""
        if step.by is By.SUPPOSING:
            right = self._refuted(list(masks), step)
        elif step.by is By.NAKED and not step.impossible:
            right = True
            for cell, mask in step.changed:
                right &= masks[cell] == mask
                self._placed(masks, cell)
        else:
            right = self._confirmed(masks, step)
        for cell, mask in step.changed:
            masks[cell] &= mask
        for cell, _ in step.changed:
            self._placed(masks, cell)
        return right

    def _placed(self, masks: list[int], cell: int) -> None:
        if single(masks[cell]):
            for peer in peers(self._grid.size, cell):
                masks[peer] &= ~masks[cell]

    def _refuted(self, masks: list[int], step: Step) -> bool:
        (cell,), (digit,) = step.cells, step.digits
        if step.changed != ((cell, masks[cell] & ~(1 << digit)),) or not step.inside or not step.inside[-1].impossible:
            return False
        masks[cell] = 1 << digit
        self._placed(masks, cell)
        return all(self.follows(masks, inner) for inner in step.inside)

    def _confirmed(self, masks: list[int], step: Step) -> bool:
        from maths.logic.solver import Session

        if step.by is By.NAKED:
            return masks[step.cells[0]] == 0
        cells = self._within(step)
        if any(not masks[cell] for cell in cells):
            return step.impossible
        unknowns = {cell: Unknown(str(cell), bits(masks[cell])) for cell in cells}
        session = Session(list(unknowns.values()), self._named(step, unknowns))
        if step.impossible:
            return not session.possible()
        gone = [(cell, digit) for cell, mask in step.changed for digit in bits(masks[cell] & ~mask)]
        return bool(gone) and not session.possible(Any(tuple(is_(unknowns[cell], digit) for cell, digit in gone)))

    def _within(self, step: Step) -> list[int]:
        cells = set(self._lines[step.line]) if step.line >= 0 else set()
        for cage in self._cages(step):
            cells |= set(cage.cells)
        return sorted(cells)

    def _cages(self, step: Step) -> list[Cage]:
        if step.by is By.GIVEN:
            return [cage for cage in self._grid.cages if cage.cells[0] in step.cells and len(cage.cells) == 1]
        return [self._grid.cages[step.cage]] if step.cage >= 0 else []

    def _named(self, step: Step, unknowns: dict[int, Unknown]) -> list[Fact]:
        """What the cages and the line of the step say, and that within a cage no line has a digit twice."""
        row = [unknowns.get(cell, Unknown("", ())) for cell in range(self._grid.size**2)]
        facts: list[Fact] = [_cage(cage, row) for cage in self._cages(step)]
        for cage in self._cages(step):
            pairs = [(a, b) for a, b in combinations(cage.cells, 2) if b in peers(self._grid.size, a)]
            facts += [Different((unknowns[a], unknowns[b])) for a, b in pairs]
        if step.line >= 0:
            facts.append(Different(tuple(unknowns[cell] for cell in self._lines[step.line])))
        return facts
