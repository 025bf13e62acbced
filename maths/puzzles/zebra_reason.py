"""Solving a street as a person does: the steps of `maths.logic.deduce`, found on tables of what is still possible.

The houses left for a thing are the bits of a number, house 1 the lowest.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from maths.logic.deduce import By, Step
from maths.puzzles.pruning import needed
from maths.puzzles.zebra_street import unknowns, ways

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maths.puzzles.zebra_street import Street

MAX_INSIDE = 9  # steps from a supposition to its contradiction
MAX_SUPPOSED = 4  # suppositions of one chain
SHORT = 3  # of them: no shorter way is looked for
MAX_COMPARED = 6  # suppositions of which the best is taken
_RANK = {By.CLUE: 1, By.PLACE: 1, By.TOGETHER: 2, By.SUPPOSING: 3}
Ruled: TypeAlias = "tuple[int, int]"  # a thing and a house it is not in


@dataclass(frozen=True, slots=True)
class Move:
    """A step on the tables: what it rules out, by which clues (from 0), about which attribute, and all it rests on.

    `pair` are the things that share two houses. `rests` is what must be ruled out before.
    """

    by: By
    out: tuple[Ruled, ...]
    clues: tuple[int, ...] = ()
    attribute: int | None = None
    pair: tuple[int, ...] = ()
    rests: frozenset[Ruled] = frozenset()
    supposed: Ruled | None = None
    inside: tuple[Move, ...] = ()
    dead: bool = False

    @property
    def whole(self) -> bool:
        """Who is found is found."""
        return self.by is By.PLACE

    @property
    def hard(self) -> int:
        return 2 if self.pair else _RANK[self.by]

    @property
    def taken(self) -> bool:
        """Whether it only says that a house that is taken is taken."""
        return self.by is By.CLUE and not self.clues and not self.pair


class Reasoner:
    """All moves from a street's clues, each the easiest there is."""

    def __init__(self, street: Street) -> None:
        self.street = street
        self._every = (1 << street.size) - 1
        self._kinds = range(len(street.attributes))
        self._known: dict[tuple[int, ...], list[int]] = {}

    @cached_property
    def _ways(self) -> list[tuple[tuple[int, ...], ...]]:
        return [ways(clue, self.street.size) for clue in self.street.clues]

    def solve(self, hardest: int = 3) -> tuple[Move, ...] | None:
        """The moves to the one street there is, none of them idle; None where that takes harder ones."""
        left = [self._every] * len(self.street.things)
        moves: list[Move] = []
        while any(mask & (mask - 1) for mask in left):
            move = self._next(left, hardest)
            if move is None or move.dead:
                return None
            moves.append(move)
            left = self._after(left, move)
            if sum(1 for one in moves if one.supposed) > MAX_SUPPOSED:
                return None
        return needed(moves, self._all_gone(left))

    def _next(self, left: list[int], hardest: int) -> Move | None:
        move = self._easy(left)
        if move is None and hardest > 1:
            move = self._pair(left) or self._two(left)
        if move is None and hardest > 2:  # noqa: PLR2004 - suppositions
            move = self._supposing(left)
        return move

    def _after(self, left: Sequence[int], move: Move) -> list[int]:
        after = list(left)
        for item, house in move.out:
            after[item] &= ~(1 << house - 1)
        return after

    # Easy ones

    def _easy(self, left: list[int]) -> Move | None:
        best: Move | None = None
        gain = (0, 0)
        for move in self._simple(left):
            if move.dead or move.taken:
                return move
            after = self._after(left, move)
            here = (
                sum(1 for item in {item for item, _ in move.out} if not after[item] & (after[item] - 1)),
                len(move.out),
            )
            if best is None or here > gain:
                best, gain = move, here
        return best

    def _simple(self, left: list[int]) -> Iterator[Move]:
        for kind in self._kinds:
            yield from self._taken(left, kind)
        for kind in self._kinds:
            yield from self._only_place(left, kind)
        for number in range(len(self.street.clues)):
            yield from self._clue(left, number)

    def _taken(self, left: list[int], kind: int) -> Iterator[Move]:
        """Who is found takes the house from the others."""
        for item in self.street.together(kind):
            mask = left[item]
            if mask & (mask - 1):
                continue
            house = mask.bit_length()
            others = [other for other in self.street.together(kind) if other != item and left[other] & mask]
            same = [other for other in others if left[other] == mask]
            if same:
                yield Move(By.CLUE, (), attribute=kind, rests=self._gone(left, [item, same[0]]), dead=True)
            elif others:
                out = tuple((other, house) for other in others)
                yield Move(By.CLUE, out, attribute=kind, rests=self._gone(left, [item]))

    def _only_place(self, left: list[int], kind: int) -> Iterator[Move]:
        """A house that is left for one thing only."""
        for house in self._houses(self._every):
            bit = 1 << house - 1
            here = [item for item in self.street.together(kind) if left[item] & bit]
            if len(here) > 1 or (here and left[here[0]] == bit):
                continue
            rests = frozenset((item, house) for item in self.street.together(kind) if not left[item] & bit)
            out = tuple((here[0], other) for other in self._houses(left[here[0]] & ~bit)) if here else ()
            yield Move(By.PLACE, out, attribute=kind, rests=rests, dead=not here)

    def _clue(self, left: list[int], number: int) -> Iterator[Move]:
        items = self.street.clues[number].items
        masks = [left[item] for item in items]
        seen = self._seen(number, masks)
        yield from self._excluded(left, items, seen, By.CLUE, (number,))

    def _excluded(
        self, left: list[int], items: Sequence[int], seen: Sequence[int], by: By, clues: tuple[int, ...]
    ) -> Iterator[Move]:
        """What none of the allowed ways has."""
        if not seen[0]:
            yield Move(by, (), clues, rests=self._gone(left, items), dead=True)
            return
        for item, mask in zip(items, seen, strict=True):
            lost = left[item] & ~mask
            if lost:
                others = [other for other in items if other != item]
                out = tuple((item, house) for house in self._houses(lost))
                yield Move(by, out, clues, rests=self._gone(left, others))

    def _seen(self, number: int, masks: list[int]) -> list[int]:
        """The houses of a clue's things in its ways that are still possible."""
        key = (number, *masks)
        known = self._known.get(key)
        if known is None:
            known = [0] * len(masks)
            for way in self._ways[number]:
                if all(mask >> house - 1 & 1 for mask, house in zip(masks, way, strict=True)):
                    for at, house in enumerate(way):
                        known[at] |= 1 << house - 1
            self._known[key] = known
        return known

    # Harder ones

    def _pair(self, left: list[int]) -> Move | None:
        """Two things of an attribute share two houses: nobody else is there."""
        for kind in self._kinds:
            for one, other in combinations(self.street.together(kind), 2):
                both = left[one] | left[other]
                if both.bit_count() != 2 or left[one] != left[other]:  # noqa: PLR2004 - a pair
                    continue
                rest = [item for item in self.street.together(kind) if item not in {one, other}]
                out = tuple((item, house) for item in rest for house in self._houses(left[item] & both))
                if out:
                    gone = self._gone(left, [one, other])
                    return Move(By.CLUE, out, attribute=kind, pair=(one, other), rests=gone)
        return None

    def _two(self, left: list[int]) -> Move | None:
        """Two clues about the same thing, at once."""
        best: Move | None = None
        for first, second in combinations(range(len(self.street.clues)), 2):
            one, other = self.street.clues[first].items, self.street.clues[second].items
            if not any(item in one and left[item] & (left[item] - 1) for item in other):
                continue
            items = tuple(dict.fromkeys((*one, *other)))
            seen = self._joined(left, first, second, items)
            for move in self._excluded(left, items, seen, By.TOGETHER, (first, second)):
                if best is None or len(move.out) > len(best.out):
                    best = move
        return best

    def _joined(self, left: list[int], first: int, second: int, items: tuple[int, ...]) -> list[int]:
        """The houses of the things in all ways that both clues allow."""
        one, other = self.street.clues[first].items, self.street.clues[second].items
        fits = [[way for way in self._ways[n] if self._possible(left, n, way)] for n in (first, second)]
        size = self.street.size
        seen = [0] * len(items)
        for way in fits[0]:
            at = dict(zip(one, way, strict=True))
            for more in fits[1]:
                here = dict(zip(other, more, strict=True))
                if any(at.get(item, house) != house for item, house in here.items()):
                    continue
                here |= at
                if len({(item // size, house) for item, house in here.items()}) < len(here):
                    continue
                for place, item in enumerate(items):
                    seen[place] |= 1 << here[item] - 1
        return seen

    def _possible(self, left: list[int], number: int, way: tuple[int, ...]) -> bool:
        items = self.street.clues[number].items
        return all(left[item] >> house - 1 & 1 for item, house in zip(items, way, strict=True))

    def _supposing(self, left: list[int]) -> Move | None:
        """Of some suppositions that end in a contradiction, the one that does so soonest."""
        best: Move | None = None
        tried = 0
        for item in sorted(range(len(left)), key=lambda one: left[one].bit_count()):
            for house in self._houses(left[item]) if left[item] & (left[item] - 1) else ():
                inside = self._contradiction(left, item, house)
                tried += bool(inside)
                if inside and len(inside) <= MAX_INSIDE and (best is None or len(inside) < len(best.inside)):
                    rests = frozenset(one for move in inside for one in move.rests) & self._all_gone(left)
                    best = Move(By.SUPPOSING, ((item, house),), rests=rests, supposed=(item, house), inside=inside)
                if best is not None and (len(best.inside) <= SHORT or tried >= MAX_COMPARED):
                    return best
        return best

    def _contradiction(self, left: list[int], item: int, house: int) -> tuple[Move, ...]:
        supposed = list(left)
        supposed[item] = 1 << house - 1
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
            supposed = self._after(supposed, move)

    def _possible_still(self, left: Sequence[int]) -> bool:
        """Whether the easy moves end without a contradiction, without saying which they are."""
        left, before = list(left), list[int]()
        while left != before:
            before = list(left)
            for number, clue in enumerate(self.street.clues):
                seen = self._seen(number, [left[item] for item in clue.items])
                for item, mask in zip(clue.items, seen, strict=True):
                    left[item] &= mask
            for kind in self._kinds:
                self._apart(left, self.street.together(kind))
            if not all(left):
                return False
        return True

    def _apart(self, left: list[int], items: Sequence[int]) -> None:
        """Who is found takes the house from the others; a house left for one thing is its house. In place."""
        ones = twos = 0
        for item in items:
            if not left[item] & (left[item] - 1):
                for other in items:
                    if other != item:
                        left[other] &= ~left[item]
        for item in items:
            twos |= ones & left[item]
            ones |= left[item]
        alone = ones & ~twos
        for item in items:
            if left[item] & alone:
                left[item] &= alone
        if ones != self._every:
            left[items[0]] = 0

    # What is ruled out

    def _houses(self, mask: int) -> list[int]:
        return [house for house in range(1, self.street.size + 1) if mask >> house - 1 & 1]

    def _gone(self, left: Sequence[int], items: Sequence[int]) -> frozenset[Ruled]:
        return frozenset((item, house) for item in items for house in self._houses(self._every & ~left[item]))

    def _all_gone(self, left: Sequence[int]) -> frozenset[Ruled]:
        return self._gone(left, range(len(left)))


def steps(street: Street, moves: Sequence[Move]) -> list[Step]:
    """The same as `maths.logic.deduce` can check them, every attribute named that keeps its things apart."""
    houses = unknowns(street)

    def one(move: Move) -> Step:
        kinds = [move.attribute] if move.attribute is not None else []
        items = [item for clue in move.clues for item in street.clues[clue].items]
        kinds += [kind for kind in range(len(street.attributes)) if len(set(items) & set(street.together(kind))) > 1]
        names = (*(str(clue + 1) for clue in move.clues), *(street.attributes[kind].key for kind in kinds))
        removed = tuple((houses[item], house) for item, house in move.out)
        supposed = (houses[move.supposed[0]], move.supposed[1]) if move.supposed else None
        inside = tuple(one(inner) for inner in move.inside)
        return Step(move.by, names, removed, supposed=supposed, inside=inside, impossible=move.dead)

    return [one(move) for move in moves]


def rating(moves: Sequence[Move]) -> int:
    """Ten times the hardest kind of move, and how often it is needed."""
    hard = max(move.hard for move in moves)
    return 10 * hard + min(9, sum(1 for move in moves if move.hard == hard) // (6 if hard == 1 else 1))
