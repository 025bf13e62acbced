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


class Reasoner:
    """All moves from a sum, each the easiest there is. Letters are numbered as they are read, then come carries."""

    def __init__(self, puzzle: Sum) -> None:
        self.puzzle = puzzle
        self.unknowns: tuple[Unknown, ...] = (*letters(puzzle).values(), *carries(puzzle).values())
        self._letters = range(len(puzzle.letters))
        self.every = [sum(1 << value for value in one.values) for one in self.unknowns]
        self._columns = [self._column(place) for place in range(puzzle.columns)]
        self._known: dict[tuple[int, ...], list[int]] = {}

    def _column(self, place: int) -> tuple[tuple[int, ...], tuple[int, ...], int]:
        """Its unknowns, how often each counts (what stands below the line less than nothing), how many are letters."""
        added, under = self.puzzle.column(place)
        counts = dict.fromkeys((self.puzzle.letters.index(letter) for letter in (*added, under)), 0)
        for letter in added:
            counts[self.puzzle.letters.index(letter)] += self.puzzle.factor
        counts[self.puzzle.letters.index(under)] -= 1
        plain = len(counts)
        if place:
            counts[len(self._letters) + place - 1] = 1
        if place + 1 < self.puzzle.columns:
            counts[len(self._letters) + place] = -_DIGITS
        return tuple(counts), tuple(counts.values()), plain

    def solve(self, suppositions: int = MAX_SUPPOSED) -> tuple[Move, ...] | None:
        """The moves to the one solution, none of them idle; None where that takes more."""
        left = list(self.every)
        moves: list[Move] = []
        while any(mask & (mask - 1) for mask in left):
            move = self._easy(left)
            if move is None and sum(1 for one in moves if one.supposed) < suppositions:
                move = self._supposing(left)
            if move is None or move.dead:
                return None
            moves.append(move)
            left = _after(left, move)
        return needed(moves, self._gone(left, range(len(left))))

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
        members = self._columns[place][0]
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
            _, counts, plain = self._columns[place]
            _fill(counts, plain, masks, known)
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
        moves: list[Move] = []
        while True:
            move = self._easy(supposed)
            if move is None:
                return ()
            moves.append(move)
            if move.dead:
                return (*needed(moves[:-1], move.rests), move)
            supposed = _after(supposed, move)

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


def _fill(counts: Sequence[int], plain: int, masks: Sequence[int], seen: list[int]) -> None:
    """Goes through the ways a column can be added, its letters different, and marks what occurs in `seen`."""
    chosen = [0] * len(masks)

    def go(at: int, total: int, used: int) -> bool:
        if at == len(masks):
            return not total
        some = False
        left = masks[at] & ~used if at < plain else masks[at]
        while left:
            low = left & -left
            left ^= low
            chosen[at] = low
            if go(at + 1, total + counts[at] * (low.bit_length() - 1), used | low if at < plain else used):
                seen[at] |= low
                some = True
        return some

    go(0, 0, 0)


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
