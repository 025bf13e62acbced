"""Deduction as people do it with knights and knaves: from one statement to the next, then by supposing.

Each move is a `Step` of `maths.logic.deduce` with the manner in which it is seen, which decides its cost and its words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING, TypeAlias

from maths.logic.deduce import By, Step
from maths.puzzles.island.facts import Facts, demanded
from maths.puzzles.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from maths.logic.formula import Unknown
    from maths.puzzles.island.said import Island

Domains: TypeAlias = "dict[Unknown, tuple[int, ...]]"
Removed: TypeAlias = "tuple[tuple[Unknown, int], ...]"
LONGEST = 7  # what follows from a supposition until it breaks: more is no deduction one wants to read


class Manner(IntEnum):
    """How a move is seen, easiest first; the number is its cost."""

    DIRECT = 1  # the speaker is known: what is said is true, or false
    REVERSE = 2  # what is said is known to be true, or false: what that says of the speaker
    RULE = 3  # how many there are of a kind
    ITSELF = 4  # what is said bears on its own speaker
    CASES = 6  # whatever the speaker is
    SUPPOSING = 8  # and 2 for each move inside


@dataclass(frozen=True, slots=True)
class Move:
    """A step, its manner, the number of what is said (or of the rule), and what was possible before it."""

    step: Step
    manner: Manner
    said: int
    before: Domains
    inside: tuple[Move, ...] = ()

    @property
    def cost(self) -> int:
        return self.manner + 2 * len(self.inside)

    @property
    def after(self) -> Domains:
        return without(self.before, self.step.removed)


class Deducing:
    """What can be seen on an island, and in which manner."""

    def __init__(self, island: Island) -> None:
        facts = Facts(island)
        self.island = island
        self.unknowns = facts.unknowns
        self.clues = facts.clues
        self._worlds = Worlds(facts.unknowns)
        self._claims = [self._worlds.of(claim) for claim in facts.claims]
        self._names = {name: self._worlds.of(fact) for name, fact in facts.clues.items()}

    @property
    def start(self) -> Domains:
        return {unknown: unknown.values for unknown in self.unknowns}

    def solutions(self, without_said: frozenset[int] = frozenset()) -> int:
        """How many worlds the clues leave."""
        left = self._worlds.all
        for name, worlds in self._names.items():
            if name.startswith("rule") or int(name) not in without_said:
                left &= worlds
        return left.bit_count()

    def idle(self, said: int) -> bool:
        """Whether it says nothing about anybody, or only what the rules say already."""
        within = self._worlds.all
        for name, worlds in self._names.items():
            within &= worlds if name.startswith("rule") else within
        claimed = self._claims[said] & within
        return not within & ~self._names[str(said)] or claimed in {0, within}

    def chain(self) -> tuple[Move, ...] | None:
        """The moves that lead to the one solution, none of them idle; None where they do not."""
        domains, moves = self.start, list[Move]()
        while any(len(values) > 1 for values in domains.values()):
            move = self._next(domains) or self._supposing(domains)
            if move is None or move.step.impossible:
                return None
            moves.append(move)
            domains = move.after
        return self._pruned(moves) if all(domains.values()) else None

    # One move

    def _next(self, domains: Domains) -> Move | None:
        """The easiest move that says something new; of equally easy ones that which says most."""
        for manner in (Manner.DIRECT, Manner.REVERSE, Manner.RULE, Manner.ITSELF, Manner.CASES):
            best: Move | None = None
            for said, removed in self._seen(manner, domains):
                move = _move(manner, said, removed, domains)
                if best is None or _gain(move) > _gain(best):
                    best = move
            if best is not None:
                return best
        return None

    def _seen(self, manner: Manner, domains: Domains) -> Iterator[tuple[int, Removed]]:
        count = len(self.island.exactly) if manner is Manner.RULE else len(self.island.said)
        for said in range(count):
            removed = self._removed(manner, said, domains)
            if removed:
                yield said, removed

    def _removed(self, manner: Manner, said: int, domains: Domains) -> Removed:  # noqa: PLR0911 - by manner
        """What the manner rules out by what is said."""
        here = self._worlds.within(domains)
        if manner is Manner.RULE:
            return self._outside(here & self._names[f"rule {said}"], domains, domains)
        speaker = self.unknowns[self.island.said[said].who]
        turn = self.island.said[said].turn
        others = [unknown for unknown in domains if unknown is not speaker]
        match manner:
            case Manner.DIRECT:
                asked = {demanded(value, turn) for value in domains[speaker]}
                if len(asked) > 1 or asked == {None}:
                    return ()
                return self._outside(here & self._told(said, asked.pop()), domains, others)
            case Manner.REVERSE:
                if here & self._claims[said] and here & ~self._claims[said]:
                    return ()
                return self._outside(here & self._names[str(said)], domains, [speaker])
            case Manner.ITSELF:
                return self._outside(here & self._names[str(said)], domains, [speaker])
            case _:
                for other in others:
                    removed = self._outside(here & self._names[str(said)], domains, [other])
                    if removed:
                        return removed
                return ()

    def _told(self, said: int, asked: bool | None) -> int:  # noqa: FBT001 - true, false or either
        claim = self._claims[said]
        return claim if asked else self._worlds.all & ~claim

    def _outside(self, left: int, domains: Domains, among: Iterable[Unknown]) -> Removed:
        return tuple(
            (unknown, value)
            for unknown in among
            if len(domains[unknown]) > 1
            for value in domains[unknown]
            if not left & self._worlds.where(unknown, (value,))
        )

    def truth(self, said: int, domains: Domains) -> bool | None:
        """Whether what is said is true wherever this is possible; None where it depends."""
        here = self._worlds.within(domains)
        if not here & ~self._claims[said]:
            return True
        return None if here & self._claims[said] else False

    # Supposing

    def _supposing(self, domains: Domains) -> Move | None:
        best: Move | None = None
        for unknown, values in sorted(domains.items(), key=lambda pair: len(pair[1])):
            for value in values if len(values) > 1 else ():
                inside = self._broken({**domains, unknown: (value,)}, len(best.inside) if best else LONGEST + 1)
                if inside:
                    best = _suppose((unknown, value), inside, domains)
        return best

    def _broken(self, domains: Domains, shorter_than: int) -> tuple[Move, ...]:
        start, moves = domains, list[Move]()
        while len(moves) + 1 < shorter_than:
            broken = self._impossible(domains)
            if broken is not None:
                return self._pruned([*moves, broken], start)
            move = self._next(domains)
            if move is None or move.manner is Manner.CASES:
                return ()
            moves.append(move)
            domains = move.after
        return ()

    def _impossible(self, domains: Domains) -> Move | None:
        here = self._worlds.within(domains)
        broken = [name for name, worlds in self._names.items() if not worlds & here]
        if not broken:
            return None
        name = next((name for name in broken if name.startswith("rule")), broken[0])
        manner = Manner.RULE if name.startswith("rule") else Manner.DIRECT
        return Move(Step(By.CLUE, (name,), (), impossible=True), manner, int(name.split()[-1]), domains)

    # Leaving out what is not needed

    def _pruned(self, moves: Sequence[Move], start: Domains | None = None) -> tuple[Move, ...]:
        """The moves without those that the others do without."""
        kept = self._replayed(moves, start) or tuple(moves)
        place = len(kept) - 1
        while place >= 0:
            shorter = self._replayed([*kept[:place], *kept[place + 1 :]], start)
            kept = kept if shorter is None else shorter
            place = min(place, len(kept)) - 1
        return kept

    def _replayed(self, moves: Sequence[Move], start: Domains | None) -> tuple[Move, ...] | None:
        """The same moves one after the other; None where one does not follow or they do not lead to the end."""
        domains, done = start or self.start, list[Move]()
        for move in moves:
            again = self._again(move, domains)
            if again is None:
                return None
            if again.step.removed or again.step.impossible:
                done.append(again)
                domains = again.after
        ended = done and done[-1].step.impossible if start else all(len(values) == 1 for values in domains.values())
        return tuple(done) if ended else None

    def _again(self, move: Move, domains: Domains) -> Move | None:
        wanted = tuple((unknown, value) for unknown, value in move.step.removed if value in domains[unknown])
        if move.step.impossible:
            worlds = self._names[move.step.clues[0]]
            return None if worlds & self._worlds.within(domains) else replace(move, before=domains)
        if not wanted:
            return replace(move, step=replace(move.step, removed=(), found=()), before=domains)
        if move.inside:
            unknown, value = wanted[0]
            inside = self._replayed(move.inside, {**domains, unknown: (value,)})
            return None if inside is None else _suppose((unknown, value), inside, domains)
        removed = self._removed(move.manner, move.said, domains)
        if not set(wanted) <= set(removed):
            return None
        return _move(move.manner, move.said, removed, domains)


def without(domains: Domains, removed: Removed) -> Domains:
    return {u: tuple(v for v in values if (u, v) not in removed) for u, values in domains.items()}


def rating(moves: Sequence[Move]) -> int:
    """The hardest move first, then all of them together."""
    return 100 * max(move.cost for move in moves) + min(99, sum(move.cost for move in moves))


def _gain(move: Move) -> tuple[int, int]:
    return len(move.step.found), len(move.step.removed)


def _move(manner: Manner, said: int, removed: Removed, domains: Domains) -> Move:
    name = f"rule {said}" if manner is Manner.RULE else str(said)
    return Move(Step(By.CLUE, (name,), removed, _found(removed, domains)), manner, said, domains)


def _suppose(supposed: tuple[Unknown, int], inside: tuple[Move, ...], domains: Domains) -> Move:
    names = tuple(dict.fromkeys(name for move in inside for name in move.step.clues))
    removed = (supposed,)
    steps = tuple(move.step for move in inside)
    step = Step(By.SUPPOSING, names, removed, _found(removed, domains), supposed, steps)
    return Move(step, Manner.SUPPOSING, -1, domains, inside)


def _found(removed: Removed, domains: Domains) -> Removed:
    left = without(domains, removed)
    return tuple((u, left[u][0]) for u in dict.fromkeys(u for u, _ in removed) if len(left[u]) == 1)
