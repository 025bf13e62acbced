"""Nonograms solved line by line, and by supposing. No words here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.puzzles.nonogram_grid import placings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.puzzles.nonogram_grid import Numbers

MOST_SUPPOSED = 4  # then it is hopeless
LONGEST_INSIDE = 8
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Step:
    """What a line says of its cells, as bits of the line; or a cell (row, column) that was supposed.

    `filled` and `empty` are new. `ways` is how many placings were left; none: the step ends a supposition.
    """

    line: int = -1
    filled: int = 0
    empty: int = 0
    ways: int = 0
    cell: tuple[int, int] = (-1, -1)
    supposed: bool = False  # that it is filled
    inside: tuple[Step, ...] = ()

    @property
    def impossible(self) -> bool:
        return self.line >= 0 and not self.ways

    @property
    def cost(self) -> int:
        return 8 + 2 * len(self.inside) if self.inside else min(self.ways, 100).bit_length()


class Known:
    """The cells that are filled and those that stay empty, for each line, a cell a bit."""

    def __init__(self, numbers: Numbers, filled: Sequence[int] = (), empty: Sequence[int] = ()) -> None:
        self._numbers = numbers
        self.filled = list(filled) or [0] * len(numbers.lines)
        self.empty = list(empty) or [0] * len(numbers.lines)

    def copy(self) -> Known:
        return Known(self._numbers, self.filled, self.empty)

    def set(self, row: int, column: int, *, filled: bool) -> None:
        where = self.filled if filled else self.empty
        where[row] |= 1 << column
        where[len(self._numbers.rows) + column] |= 1 << row

    def take(self, step: Step) -> None:
        if step.inside:
            self.set(*step.cell, filled=not step.supposed)
            return
        for place, (row, column) in enumerate(self._numbers.cells(step.line)):
            if (step.filled | step.empty) >> place & 1:
                self.set(row, column, filled=bool(step.filled >> place & 1))


class Solving:
    """One grid's chain of steps."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers
        height, width = len(numbers.rows), len(numbers.columns)
        self._lengths = [width] * height + [height] * width
        self._ways = [placings(one, length) for one, length in zip(numbers.lines, self._lengths, strict=True)]
        self._seen: dict[tuple[int, int, int], Step | None] = {}

    def start(self) -> Known:
        return Known(self._numbers)

    def done(self, known: Known) -> bool:
        return all(
            (filled | empty) + 1 == 1 << length
            for filled, empty, length in zip(known.filled, known.empty, self._lengths, strict=True)
        )

    def line(self, known: Known, line: int) -> Step | None:
        """What every placing that is left has in common; None where that is nothing new."""
        key = (line, known.filled[line], known.empty[line])
        if key not in self._seen:
            self._seen[key] = self._line(*key)
        return self._seen[key]

    def _line(self, line: int, filled: int, empty: int) -> Step | None:
        always, ever, ways = -1, 0, 0
        for placing in self._ways[line]:
            if not placing & empty and placing & filled == filled:
                always, ever, ways = always & placing, ever | placing, ways + 1
        if not ways:
            return Step(line)
        never = ((1 << self._lengths[line]) - 1) & ~ever
        new_filled, new_empty = always & ~filled, never & ~empty
        return Step(line, new_filled, new_empty, ways) if new_filled | new_empty else None

    def rounds(self) -> int | None:
        """How often all rows and then all columns are gone through until nothing is left; None where that fails."""
        known, count = self.start(), 0
        height = len(self._numbers.rows)
        while not self.done(known):
            before = (list(known.filled), list(known.empty))
            for lines in (range(height), range(height, len(self._ways))):
                for step in [self.line(known, line) for line in lines]:
                    if step is not None:
                        known.take(step)
            if before == (known.filled, known.empty):
                return None
            count += 1
        return count

    def advance(self, known: Known, *, supposing: bool) -> list[Step]:
        """The steps until the solution or until there is none; `known` takes them."""
        steps: list[Step] = []
        while not self.done(known) and sum(bool(step.inside) for step in steps) <= MOST_SUPPOSED:
            step = self._best(known) or (self._by_supposing(known) if supposing else None)
            if step is None or step.impossible:
                break
            steps.append(step)
            known.take(step)
        return steps

    def _best(self, known: Known) -> Step | None:
        """The line that says most; one without a placing before all others."""
        found = [step for line in range(len(self._ways)) if (step := self.line(known, line)) is not None]
        return max(found, key=_worth, default=None)

    def _by_supposing(self, known: Known) -> Step | None:
        best: Step | None = None
        for row, column in self._promising(known):
            for filled in (True, False):
                longest = len(best.inside) - 1 if best else LONGEST_INSIDE
                if longest < _SHORT and best is not None:
                    return best
                best = self.supposing(known, (row, column), longest, filled=filled) or best
        return best

    def _promising(self, known: Known) -> list[tuple[int, int]]:
        """Open cells, those whose lines have few placings left first."""
        left = [
            sum(not p & empty and p & filled == filled for p in ways)
            for ways, filled, empty in zip(self._ways, known.filled, known.empty, strict=True)
        ]
        height = len(self._numbers.rows)
        open_ = [
            (row, column)
            for row in range(height)
            for column in range(self._lengths[0])
            if not (known.filled[row] | known.empty[row]) >> column & 1
        ]
        return sorted(open_, key=lambda cell: left[cell[0]] * left[height + cell[1]])

    def supposing(self, known: Known, cell: tuple[int, int], longest: int, *, filled: bool) -> Step | None:
        now = known.copy()
        now.set(*cell, filled=filled)
        begun = now.copy()
        steps: list[Step] = []
        while len(steps) < longest:
            step = self._best(now)
            if step is None:
                return None
            steps.append(step)
            if step.impossible:
                return Step(cell=cell, supposed=filled, inside=tuple(self._refuted(begun, steps)))
            now.take(step)
        return None

    def _refuted(self, begun: Known, steps: list[Step]) -> list[Step]:
        """The steps of a contradiction without which it is not reached."""
        for place in reversed(range(len(steps) - 1)):
            tried = self._again(begun.copy(), steps[:place] + steps[place + 1 :])
            if tried is not None and tried[-1].impossible:
                steps = tried
        return steps

    def _again(self, known: Known, steps: Sequence[Step]) -> list[Step] | None:
        """The same lines from other knowledge."""
        found: list[Step] = []
        for step in steps:
            now = self.line(known, step.line) if not step.inside else self._supposed_again(known, step)
            if now is not None:
                found.append(now)
                if now.impossible:
                    return found
                known.take(now)
        return found or None

    def _supposed_again(self, known: Known, step: Step) -> Step | None:
        row, column = step.cell
        if (known.filled[row] | known.empty[row]) >> column & 1:
            return None
        now = known.copy()
        now.set(row, column, filled=step.supposed)
        inside = self._again(now, step.inside)
        if inside is None or not inside[-1].impossible:
            return None
        return Step(cell=step.cell, supposed=step.supposed, inside=tuple(inside))

    def needed(self, steps: Sequence[Step]) -> list[Step]:
        """The chain without the steps that it does not need."""
        kept = list(steps)
        for step in reversed(steps):
            known = self.start()
            place = next(
                k for k in reversed(range(len(kept))) if kept[k].line == step.line and kept[k].cell == step.cell
            )
            tried = self._again(known, kept[:place] + kept[place + 1 :])
            if tried is not None and self.done(known):
                kept = tried
        return kept


def _worth(step: Step) -> tuple[bool, int, int]:
    return (step.impossible, (step.filled | step.empty).bit_count(), -step.ways)
