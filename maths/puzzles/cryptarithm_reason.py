"""Solving a sum of letters as a person does: what a column leaves, and suppositions that end in a contradiction.

The digits left for a letter, or the carries left out of a column, are the bits of a number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from maths.logic.deduce import By, Step
from maths.puzzles.cryptarithm_sum import carries, letters
from maths.puzzles.pruning import needed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maths.logic.formula import Unknown
    from maths.puzzles.cryptarithm_sum import Sum

MAX_SUPPOSED = 9  # suppositions of one chain
MAX_INSIDE = 8  # steps from a supposition to its contradiction
SHORT = 2  # of them: no shorter way is looked for
MAX_COMPARED = 8  # suppositions of which the best is taken
_DIGITS = 10
Ruled: TypeAlias = "tuple[int, int]"  # a letter or a carry, by number, and what it is not


@dataclass(frozen=True, slots=True)
class Move:
    """A step: what it rules out, in which column, and all that must be ruled out before.

    `letter` is the letter whose digit nobody else can have. `column` and `letter` are -1 where it is about neither.
    """

    out: tuple[Ruled, ...]
    rests: frozenset[Ruled] = frozenset()
    column: int = -1
    letter: int = -1
    supposed: Ruled | None = None
    inside: tuple[Move, ...] = ()
    dead: bool = False

    @property
    def whole(self) -> bool:
        """What is found is found."""
        return self.letter >= 0

    @property
    def taken(self) -> bool:
        """Whether it only says that a digit that is taken is taken."""
        return self.column < 0 and self.letter < 0 and self.supposed is None


@dataclass(frozen=True, slots=True)
class _Column:
    """The unknowns of a column: letters that are added and how often, the carry `into` it, the letter under it where
    that stands `apart` from those added, the carry `out` of it.
    """

    members: tuple[int, ...]
    counts: tuple[int, ...]
    into: bool
    apart: bool
    out: bool


class Reasoner:
    """All moves from a sum, each the easiest there is. Letters are numbered as they are read, then come carries."""

    def __init__(self, puzzle: Sum) -> None:
        self.puzzle = puzzle
        self.unknowns: tuple[Unknown, ...] = (*letters(puzzle).values(), *carries(puzzle).values())
        self._letters = range(len(puzzle.letters))
        self.every = [sum(1 << value for value in one.values) for one in self.unknowns]
        self._columns = [self._column(place) for place in range(puzzle.columns)]
        self._known: dict[tuple[int, ...], list[int]] = {}

    def _column(self, place: int) -> _Column:
        added, under = self.puzzle.column(place)
        numbers = [self.puzzle.letters.index(letter) for letter in added]
        below = self.puzzle.letters.index(under)
        counts = {number: self.puzzle.factor * numbers.count(number) for number in dict.fromkeys(numbers)}
        apart = below not in counts
        if not apart:
            counts[below] -= 1
        into = (len(self._letters) + place - 1,) if place else ()
        out = (len(self._letters) + place,) if place + 1 < self.puzzle.columns else ()
        members = (*counts, *into, *((below,) if apart else ()), *out)
        return _Column(members, tuple(counts.values()), bool(into), apart, bool(out))

    def solve(self, suppositions: int = MAX_SUPPOSED) -> tuple[Move, ...] | None:
        """The moves to the one solution, none of them idle; None where that takes more."""
        left = list(self.every)
        moves: list[Move] = []
        while any(mask & (mask - 1) for mask in left):
            move = self._again(left, moves) or self._easy(left)
            if move is None and sum(1 for one in moves if one.supposed) < suppositions:
                move = self._supposing(left)
            if move is None or move.dead:
                return None
            moves.append(move)
            left = _after(left, move)
        return needed(moves, self._gone(left, range(len(left))))

    def _again(self, left: list[int], moves: Sequence[Move]) -> Move | None:
        """What the column of the last move says more of."""
        if not moves or moves[-1].column < 0:
            return None
        return next(self._from_column(left, moves[-1].column), None)

    # Easy moves

    def _easy(self, left: list[int]) -> Move | None:
        best: Move | None = None
        gain = (0, 0)
        for move in self._simple(left):
            if move.dead or move.taken:
                return move
            after = _after(left, move)
            found = sum(1 for one in {one for one, _ in move.out} if not after[one] & (after[one] - 1))
            if best is None or (found, len(move.out)) > gain:
                best, gain = move, (found, len(move.out))
        return best

    def _simple(self, left: list[int]) -> Iterator[Move]:
        yield from self._taken(left)
        if len(self._letters) == _DIGITS:
            yield from self._only(left)
        for place in range(self.puzzle.columns):
            yield from self._from_column(left, place)

    def _taken(self, left: list[int]) -> Iterator[Move]:
        """The digit of a letter is no other letter's."""
        for letter in self._letters:
            mask = left[letter]
            if mask & (mask - 1):
                continue
            digit = mask.bit_length() - 1
            others = [other for other in self._letters if other != letter and left[other] & mask]
            same = [other for other in others if left[other] == mask]
            if same:
                yield Move((), self._gone(left, [letter, same[0]]), dead=True)
            elif others:
                yield Move(tuple((other, digit) for other in others), self._gone(left, [letter]))

    def _only(self, left: list[int]) -> Iterator[Move]:
        """Ten letters have all ten digits: one that is left for one letter only."""
        for digit in range(_DIGITS):
            here = [letter for letter in self._letters if left[letter] >> digit & 1]
            if len(here) == 1 and left[here[0]] != 1 << digit:
                out = tuple((here[0], other) for other in _bits(left[here[0]]) if other != digit)
                rests = frozenset((letter, digit) for letter in self._letters if letter != here[0])
                yield Move(out, rests, letter=here[0])

    def _from_column(self, left: list[int], place: int) -> Iterator[Move]:
        members = self._columns[place].members
        seen = self._seen(place, [left[one] for one in members])
        if not seen[0]:
            yield Move((), self._gone(left, members), column=place, dead=True)
            return
        for one, mask in zip(members, seen, strict=True):
            lost = left[one] & ~mask
            if lost:
                rests = self._gone(left, [other for other in members if other != one])
                yield Move(tuple((one, value) for value in _bits(lost)), rests, column=place)

    def _seen(self, place: int, masks: list[int]) -> list[int]:
        """What each unknown of a column is in the ways it can still be added."""
        key = (place, *masks)
        known = self._known.get(key)
        if known is None:
            known = [0] * len(masks)
            _Filling(self._columns[place], masks, known).go(0, 0, 0)
            self._known[key] = known
        return known

    # Suppositions

    def _supposing(self, left: list[int]) -> Move | None:
        """Of some suppositions that end in a contradiction, the one that does so soonest."""
        best: Move | None = None
        tried = 0
        for one in sorted(range(len(left)), key=lambda other: (left[other].bit_count(), other)):
            for value in _bits(left[one]) if left[one] & (left[one] - 1) else ():
                inside = self._contradiction(left, one, value)
                tried += bool(inside)
                if inside and len(inside) <= MAX_INSIDE and (best is None or len(inside) < len(best.inside)):
                    rests = frozenset(pair for move in inside for pair in move.rests)
                    rests &= self._gone(left, range(len(left)))
                    best = Move(((one, value),), rests, supposed=(one, value), inside=inside)
                if best is not None and (len(best.inside) <= SHORT or tried >= MAX_COMPARED):
                    return best
        return best

    def _contradiction(self, left: list[int], one: int, value: int) -> tuple[Move, ...]:
        supposed = list(left)
        supposed[one] = 1 << value
        if self._possible_still(supposed):
            return ()
        moves: list[Move] = []
        while True:
            move = self._easy(supposed)
            if move is None:
                return ()
            moves.append(move)
            if move.dead:
                return (*needed(moves[:-1], move.rests), move)
            supposed = _after(supposed, move)

    def _possible_still(self, left: Sequence[int]) -> bool:
        """Whether the easy moves end without a contradiction, without saying which they are."""
        left, before = list(left), list[int]()
        while left != before:
            before = list(left)
            for place, column in enumerate(self._columns):
                seen = self._seen(place, [left[one] for one in column.members])
                for one, mask in zip(column.members, seen, strict=True):
                    left[one] &= mask
            for letter in self._letters:
                if not left[letter] & (left[letter] - 1):
                    for other in self._letters:
                        if other != letter:
                            left[other] &= ~left[letter]
            if not all(left):
                return False
        return True

    def _gone(self, left: Sequence[int], some: Sequence[int]) -> frozenset[Ruled]:
        return frozenset((one, value) for one in some for value in _bits(self.every[one] & ~left[one]))

    # For the check

    def steps(self, moves: Sequence[Move]) -> list[Step]:
        """The same as `maths.logic.deduce` says it."""
        return [self._step(move) for move in moves]

    def _step(self, move: Move) -> Step:
        clues = (f"column {move.column}", "letters") if move.column >= 0 else ("letters",)
        by = By.SUPPOSING if move.supposed else By.PLACE if move.letter >= 0 else By.CLUE
        removed = tuple((self.unknowns[one], value) for one, value in move.out)
        supposed = (self.unknowns[move.supposed[0]], move.supposed[1]) if move.supposed else None
        return Step(by, clues, removed, supposed=supposed, inside=tuple(self.steps(move.inside)), impossible=move.dead)


class _Filling:
    """Goes through the ways a column can be added, its letters different, and marks in `seen` what occurs."""

    def __init__(self, column: _Column, masks: Sequence[int], seen: list[int]) -> None:
        self._column = column
        self._masks = masks
        self._seen = seen
        self._counts = (*column.counts, 1) if column.into else column.counts
        self._plain = len(column.counts)

    def go(self, at: int, total: int, used: int) -> bool:
        """From the unknown `at` on, those before it coming to `total`; whether there is a way."""
        if at == len(self._counts):
            return self._below(at, total, used)
        some = False
        letter = at < self._plain
        left = self._masks[at] & ~used if letter else self._masks[at]
        count = self._counts[at]
        while left:
            low = left & -left
            left ^= low
            if self.go(at + 1, total + count * (low.bit_length() - 1), used | low if letter else used):
                self._seen[at] |= low
                some = True
        return some

    def _below(self, at: int, total: int, used: int) -> bool:
        """What stands under the line and what is carried is decided by the sum above."""
        carry, digit = divmod(total, _DIGITS)
        under = 1 << digit
        if self._column.apart:
            if not self._masks[at] & under & ~used:
                return False
        elif digit:
            return False
        if not self._column.out:
            if carry:
                return False
        elif carry < 0 or not self._masks[-1] >> carry & 1:
            return False
        else:
            self._seen[-1] |= 1 << carry
        if self._column.apart:
            self._seen[at] |= under
        return True


def _after(left: Sequence[int], move: Move) -> list[int]:
    after = list(left)
    for one, value in move.out:
        after[one] &= ~(1 << value)
    return after


def _bits(mask: int) -> list[int]:
    return [value for value in range(mask.bit_length()) if mask >> value & 1]


def rating(moves: Sequence[Move]) -> int:
    """Ten for columns alone, ten more for every supposition; how long the ways to contradictions are decides within."""
    supposed = [move for move in moves if move.supposed]
    return 10 * (1 + len(supposed)) + min(9, sum(len(move.inside) for move in supposed) // 4)
