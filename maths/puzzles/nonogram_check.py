"""Nonograms given to z3 by where each run begins, and each step of a chain held against the line it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.logic.formula import All, Any, Compare, Plus, Same, Unknown, implies, is_
from maths.puzzles.nonogram_solving import Known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.logic.formula import Fact
    from maths.puzzles.nonogram_grid import Numbers
    from maths.puzzles.nonogram_solving import Step


def solutions(numbers: Numbers) -> list[tuple[str, ...]]:
    """At most two, by z3, as rows of # and .."""
    from maths.logic.solver import Session

    cells = [[_cell(row, column) for column in range(len(numbers.columns))] for row in range(len(numbers.rows))]
    every = [cell for row in cells for cell in row]
    facts = [_line(numbers, line) for line in range(len(numbers.lines))]
    found = Session(every, facts).solutions(2)
    return [tuple("".join(".#"[one[cell.name]] for cell in row) for row in cells) for one in found]


def _cell(row: int, column: int) -> Unknown:
    return Unknown(f"{row},{column}", (0, 1))


def _line(numbers: Numbers, line: int) -> Fact:
    """Each run begins somewhere, behind the one before it; a cell is filled where a run covers it."""
    cells = [_cell(*cell) for cell in numbers.cells(line)]
    runs = numbers.lines[line]
    room = len(cells) - sum(runs) - len(runs) + 1
    starts = []
    least = 0
    for number, run in enumerate(runs):
        starts.append(Unknown(f"{line}:{number}", tuple(range(least, least + room + 1))))
        least += run + 1
    facts: list[Fact] = [
        Compare(later, ">", Plus((before, run))) for before, later, run in zip(starts, starts[1:], runs, strict=False)
    ]
    for place, cell in enumerate(cells):
        covers = [
            is_(start, begin)
            for start, run in zip(starts, runs, strict=True)
            for begin in start.values
            if begin <= place < begin + run
        ]
        facts.append(Same(is_(cell, 1), Any(tuple(covers))))
    return All(tuple(facts))


def faults(numbers: Numbers, steps: Sequence[Step], answer: Sequence[str]) -> list[str]:
    """The steps that do not follow; that the chain does not end at the answer."""
    checked = _Checked(numbers)
    known = Known(numbers)
    wrong = [f"step {number}" for number, step in enumerate(steps, 1) if not checked.follows(known, step)]
    filled = [sum(1 << place for place, sign in enumerate(row) if sign == "#") for row in answer]
    empty = [sum(1 << place for place, sign in enumerate(row) if sign != "#") for row in answer]
    if (known.filled[: len(answer)], known.empty[: len(answer)]) != (filled, empty):
        wrong.append("the chain does not end at the answer")
    return wrong


class _Checked:
    """All lines in one session, each of them said only where its switch is on."""

    def __init__(self, numbers: Numbers) -> None:
        from maths.logic.solver import Session

        self._numbers = numbers
        self._switches = [Unknown(f"line {line}", (0, 1)) for line in range(len(numbers.lines))]
        facts = [implies(is_(switch, 1), _line(numbers, line)) for line, switch in enumerate(self._switches)]
        self._session = Session(self._switches, facts)

    def follows(self, known: Known, step: Step) -> bool:
        """Whether the step follows from what is known; takes it in any case."""
        right = self._supposed(known.copy(), step) if step.inside else self._confirmed(known, step)
        known.take(step)
        return right

    def _supposed(self, known: Known, step: Step) -> bool:
        known.set(*step.cell, filled=step.supposed)
        return step.inside[-1].impossible and all(self.follows(known, inner) for inner in step.inside)

    def _confirmed(self, known: Known, step: Step) -> bool:
        cells = [_cell(*cell) for cell in self._numbers.cells(step.line)]
        filled, empty = known.filled[step.line], known.empty[step.line]
        facts: list[Fact] = [is_(self._switches[step.line], 1)]
        facts += [is_(cell, filled >> place & 1) for place, cell in enumerate(cells) if (filled | empty) >> place & 1]
        if not step.impossible:
            said = step.filled | step.empty
            other = [is_(c, 1 - (step.filled >> place & 1)) for place, c in enumerate(cells) if said >> place & 1]
            facts.append(Any(tuple(other)))
        return not self._session.possible(*facts)
