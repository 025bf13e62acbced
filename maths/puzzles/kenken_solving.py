"""Kenken solved as people do: cages, single places, pairs, a cage with a line, and by supposing. No words here."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, combinations, product
from typing import TYPE_CHECKING

from maths.puzzles.kenken_cages import GIVEN, fillings
from maths.puzzles.kenken_steps import By, State, Step, bits, single

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from maths.puzzles.kenken_cages import Cages

MOST_SUPPOSED = 6  # then it is hopeless
LONGEST_INSIDE = 8  # steps under one supposition
_SHORT = 2  # steps under a supposition, one less than those after which no shorter way is looked for


class Solving:
    """One grid's chain of steps."""

    def __init__(self, grid: Cages) -> None:
        self._grid, self._size = grid, grid.size
        self._lines = grid.lines()
        self._listed = [fillings(cage, grid.size) for cage in grid.cages]
        self._seen: dict[tuple[int, ...], Step | None] = {}
        self._all = (1 << grid.size + 1) - 2

    def start(self) -> State:
        return State([self._all] * self._size**2, set())

    def done(self, state: State) -> bool:
        return len(state.placed) == self._size**2

    def advance(self, state: State, hardest: int) -> list[Step]:
        """The steps by ways of at most this tier, until the solution or until there is none; `state` takes them."""
        steps: list[Step] = []
        while not self.done(state) and sum(step.by is By.SUPPOSING for step in steps) <= MOST_SUPPOSED:
            step = self._next(state, hardest)
            if step is None or step.impossible:
                break
            steps.append(step)
            state.take(step, self._size)
        return steps

    def _next(self, state: State, hardest: int) -> Step | None:
        step = self._easy(state)
        if step is None and hardest > 1:
            step = min(self._together(state), key=_worth, default=None)
        if step is None and hardest > 2:  # noqa: PLR2004 - the tier of suppositions
            step = self._by_supposing(state)
        return step

    # The ways, each at one place

    def given(self, state: State) -> Step | None:
        cages = [cage for cage in self._grid.cages if cage.sign == GIVEN and cage.cells[0] not in state.placed]
        changed = tuple((cage.cells[0], 1 << cage.target) for cage in cages)
        return Step(By.GIVEN, cells=tuple(cell for cell, _ in changed), changed=changed) if changed else None

    def naked(self, state: State) -> Step | None:
        """All cells with one digit left, one after the other, also those that come from placing the ones before."""
        now, found = state.copy(), []
        while True:
            new = [c for c, mask in enumerate(now.masks) if c not in now.placed and single(mask)]
            if not new:
                break
            found.append((new[0], now.masks[new[0]]))
            now.place(new[0], self._size)
        return Step(By.NAKED, cells=tuple(cell for cell, _ in found), changed=tuple(found)) if found else None

    def cage(self, state: State, number: int) -> Step | None:
        cells = self._grid.cages[number].cells
        key = (number, *[state.masks[cell] for cell in cells])
        if key not in self._seen:
            self._seen[key] = self._cage(number, cells, key[1:])
        return self._seen[key]

    def _cage(self, number: int, cells: tuple[int, ...], masks: tuple[int, ...]) -> Step | None:
        left = self._left(number, masks)
        if not left:
            return Step(By.CAGE, number, cells=cells, impossible=True)
        fitting = [sum(1 << digit for digit in set(column)) for column in zip(*left, strict=True)]
        changed = tuple((c, now) for c, now, before in zip(cells, fitting, masks, strict=True) if now != before)
        sets = tuple(sorted({tuple(sorted(digits)) for digits in left}))
        return Step(By.CAGE, number, cells=cells, changed=changed, sets=sets) if changed else None

    def _left(self, number: int, masks: Sequence[int]) -> list[tuple[int, ...]]:
        """The fillings of a cage that what is known allows."""
        return [
            digits
            for digits in self._listed[number]
            if all(mask >> digit & 1 for mask, digit in zip(masks, digits, strict=True))
        ]

    def hidden(self, state: State, line: int, digit: int) -> Step | None:
        places = [cell for cell in self._lines[line] if state.masks[cell] >> digit & 1]
        if not places:
            return Step(By.HIDDEN, line=line, digits=(digit,), impossible=True)
        if len(places) > 1 or places[0] in state.placed:
            return None
        return Step(By.HIDDEN, line=line, cells=(places[0],), digits=(digit,), changed=((places[0], 1 << digit),))

    def set_(self, state: State, line: int, cells: tuple[int, ...]) -> Step | None:
        union = 0
        for cell in cells:
            union |= state.masks[cell]
        if union.bit_count() != len(cells):
            return None
        others = [cell for cell in self._lines[line] if cell not in cells and state.masks[cell] & union]
        changed = tuple((cell, state.masks[cell] & ~union) for cell in others)
        return Step(By.SET, line=line, cells=cells, digits=bits(union), changed=changed) if changed else None

    def places(self, state: State, line: int, digits: tuple[int, ...]) -> Step | None:
        wanted = sum(1 << digit for digit in digits)
        cells = tuple(cell for cell in self._lines[line] if state.masks[cell] & wanted)
        if len(cells) != len(digits):
            return None
        changed = tuple((cell, state.masks[cell] & wanted) for cell in cells if state.masks[cell] & ~wanted)
        return Step(By.PLACES, line=line, cells=cells, digits=digits, changed=changed) if changed else None

    def line(self, state: State, number: int, line: int, digit: int) -> Step | None:
        cells = self._grid.cages[number].cells
        within = [place for place, cell in enumerate(cells) if cell in self._lines[line]]
        if len(within) < 2:  # noqa: PLR2004 - of one cell there is nothing to say
            return None
        left = self._left(number, [state.masks[cell] for cell in cells])
        if not left or not all(any(digits[k] == digit for k in within) for digits in left):
            return None
        others = [c for c in self._lines[line] if c not in cells and state.masks[c] >> digit & 1]
        changed = tuple((cell, state.masks[cell] & ~(1 << digit)) for cell in others)
        return Step(By.LINE, number, line, cells, (digit,), changed) if changed else None

    def supposing(self, state: State, cell: int, digit: int, longest: int = LONGEST_INSIDE) -> Step | None:
        if cell in state.placed or not state.masks[cell] >> digit & 1:
            return None
        return self._supposition(state, cell, digit, self._contradiction(state, cell, digit, longest))

    def _supposition(self, state: State, cell: int, digit: int, inside: tuple[Step, ...] | None) -> Step | None:
        if inside is None:
            return None
        changed = ((cell, state.masks[cell] & ~(1 << digit)),)
        return Step(By.SUPPOSING, cells=(cell,), digits=(digit,), changed=changed, inside=inside)

    # In their order

    def _easy(self, state: State) -> Step | None:
        step = self.naked(state) or self.given(state)
        return step or min(self._simple(state), key=_worth, default=None)

    def _simple(self, state: State) -> Iterator[Step]:
        for number in range(len(self._grid.cages)):
            step = self.cage(state, number)
            if step is not None and step.tier == 1:
                yield step
        for number, line in enumerate(self._lines):
            once, twice = _counted(state, line)
            known = sum(state.masks[cell] for cell in line if cell in state.placed)
            for digit in bits(once & ~twice & ~known):
                if step := self.hidden(state, number, digit):
                    yield step

    def _together(self, state: State) -> Iterator[Step]:
        every = range(len(self._grid.cages))
        yield from filter(None, (self.cage(state, number) for number in every))
        for number, line in enumerate(self._lines):
            open_ = [cell for cell in line if cell not in state.placed]
            yield from filter(None, (self.set_(state, number, cells) for cells in _fewer(open_, (2, 3))))
            digits = bits(self._all & ~sum(state.masks[cell] for cell in line if cell in state.placed))
            yield from filter(None, (self.places(state, number, pair) for pair in _fewer(digits, (2,))))
        ways = product(every, range(len(self._lines)), bits(self._all))
        yield from filter(None, (self.line(state, number, line, digit) for number, line, digit in ways))

    def _by_supposing(self, state: State) -> Step | None:
        """The supposition with the shortest way to a contradiction; the first one that is short."""
        best: Step | None = None
        longest = LONGEST_INSIDE
        open_ = [cell for cell in range(self._size**2) if cell not in state.placed]
        for count in range(2, self._size + 1):
            for cell in open_ if best is None else ():
                for digit in bits(state.masks[cell]) if state.masks[cell].bit_count() == count else ():
                    step = self.supposing(state, cell, digit, longest)
                    if step is not None:
                        best, longest = step, len(step.inside) - 1
                        if longest <= _SHORT:
                            return best
        return best

    def _contradiction(self, state: State, cell: int, digit: int, longest: int) -> tuple[Step, ...] | None:
        now = self._supposed(state, cell, digit)
        steps: list[Step] = []
        while len(steps) < longest:
            step = self._impossible(now) or self._easy(now)
            if step is None:
                return None
            steps.append(step)
            if step.impossible:
                return self._needed(self._supposed(state, cell, digit), steps)
            now.take(step, self._size)
        return None

    def _supposed(self, state: State, cell: int, digit: int) -> State:
        now = state.copy()
        now.masks[cell] = 1 << digit
        now.place(cell, self._size)
        return now

    def _impossible(self, state: State) -> Step | None:
        """A cell without a digit, a line without a place for one, a cage without a filling."""
        for cell, mask in enumerate(state.masks):
            if not mask:
                return Step(By.NAKED, cells=(cell,), impossible=True)
        for number, line in enumerate(self._lines):
            for digit in bits(self._all & ~_counted(state, line)[0]):
                return Step(By.HIDDEN, line=number, digits=(digit,), impossible=True)
        for number in range(len(self._grid.cages)):
            if (step := self.cage(state, number)) and step.impossible:
                return step
        return None

    # Without what is not needed

    def again(self, state: State, step: Step) -> Step | None:
        """The same way at the same place from other knowledge; None where it says nothing new."""
        ways: dict[By, Callable[[], Step | None]] = {
            By.GIVEN: lambda: self.given(state),
            By.NAKED: lambda: self.naked(state),
            By.CAGE: lambda: self.cage(state, step.cage),
            By.HIDDEN: lambda: self.hidden(state, step.line, step.digits[0]),
            By.SET: lambda: self.set_(state, step.line, step.cells),
            By.PLACES: lambda: self.places(state, step.line, step.digits),
            By.LINE: lambda: self.line(state, step.cage, step.line, step.digits[0]),
            By.SUPPOSING: lambda: self._supposed_again(state, step),
        }
        return ways[step.by]()

    def _supposed_again(self, state: State, step: Step) -> Step | None:
        (cell,), (digit,) = step.cells, step.digits
        if cell in state.placed or not state.masks[cell] >> digit & 1:
            return None
        inside = self._refuted(self._supposed(state, cell, digit), step.inside)
        return self._supposition(state, cell, digit, None if inside is None else tuple(inside))

    def needed(self, steps: Sequence[Step]) -> tuple[Step, ...]:
        """The chain without the steps that it does not need."""
        kept = list(steps)
        for place in reversed(range(len(steps))):
            if steps[place].by in {By.NAKED, By.GIVEN}:
                continue
            tried = self._replayed([*kept[:place], *kept[place + 1 :]])
            if tried is not None:
                kept = kept[:place] + kept[place + 1 :]
        return tuple(self._replayed(kept) or ())

    def _replayed(self, steps: Sequence[Step]) -> list[Step] | None:
        """The steps as they are one after the other, with what is forced between them; None where they fall short."""
        state, found = self.start(), []
        for step in steps:
            now = self.again(state, step)
            for one in (now, self.naked(state) if now is None else None):
                if one is not None and not one.impossible:
                    found.append(one)
                    state.take(one, self._size)
            if (forced := self.naked(state)) is not None:
                found.append(forced)
                state.take(forced, self._size)
        return found if self.done(state) else None

    def _needed(self, state: State, steps: list[Step]) -> tuple[Step, ...]:
        """The steps of a contradiction without which it is not reached."""
        kept = steps
        for place in reversed(range(len(steps) - 1)):
            tried = self._refuted(state.copy(), kept[:place] + kept[place + 1 :])
            if tried is not None:
                kept = tried
        return tuple(kept)

    def _refuted(self, state: State, steps: Sequence[Step]) -> list[Step] | None:
        found: list[Step] = []
        for step in steps:
            end = self._impossible(state)
            if end is not None:
                return [*found, end]
            now = self.again(state, replace(step, impossible=False)) if step.cells or step.digits else None
            if now is not None:
                found.append(now)
                if now.impossible:
                    return found
                state.take(now, self._size)
        end = self._impossible(state)
        return [*found, end] if end is not None else None


def _fewer(things: Sequence[int], counts: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """So many of them, but not all."""
    return chain.from_iterable(combinations(things, count) for count in counts if count < len(things))


def _counted(state: State, line: Sequence[int]) -> tuple[int, int]:
    """The digits that have a place in the line, and those that have more than one."""
    once = twice = 0
    for cell in line:
        twice |= once & state.masks[cell]
        once |= state.masks[cell]
    return once, twice


def _worth(step: Step) -> tuple[int, int, int]:
    """Cheap before dear, then what places more, then what rules out more."""
    placed = sum(single(mask) for _, mask in step.changed)
    return (step.cost, -placed, -len(step.changed))
