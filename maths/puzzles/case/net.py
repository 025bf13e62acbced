"""Deduction in a net of unknowns: from clue to clue, by what is left for a place, by supposing.

Steps are those of `maths.logic.deduce`, found quickly because every rule keeps the choices of values it allows as bits.
What follows at once from "all different" is a step too, but so plain that it counts nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from maths.logic.deduce import By, Step
from maths.logic.formula import unknowns_of
from maths.puzzles.worlds import Worlds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from maths.logic.formula import Fact, Unknown

Domains: TypeAlias = "dict[Unknown, tuple[int, ...]]"
Pair: TypeAlias = "tuple[Unknown, int]"
LONGEST = 7  # steps of a supposition, plain ones not counted
SHORT = 2  # a supposition that breaks so soon is taken without looking for a shorter one
MOST_SUPPOSED = 5  # in one chain
MOST_TRIED = 70  # suppositions looked at for one chain


class _Rule:
    """A fact over few unknowns; what it rules out is remembered, for suppositions ask the same again and again."""

    def __init__(self, name: str, fact: Fact) -> None:
        self.name = name
        self.unknowns = unknowns_of(fact)
        self.worlds = Worlds(self.unknowns)
        self._allowed = self.worlds.of(fact)
        self._known: dict[tuple[tuple[int, ...], ...], tuple[int, tuple[Pair, ...]]] = {}

    def left(self, domains: Domains) -> int:
        return self._looked_at(domains)[0]

    def out(self, domains: Domains) -> tuple[Pair, ...]:
        return self._looked_at(domains)[1]

    def _looked_at(self, domains: Domains) -> tuple[int, tuple[Pair, ...]]:
        """The choices left, and the values that none of them has."""
        key = tuple(domains[unknown] for unknown in self.unknowns)
        known = self._known.get(key)
        if known is not None:
            return known
        left = self._allowed
        for unknown, values in zip(self.unknowns, key, strict=True):
            left &= self.worlds.where(unknown, values)
        out = tuple(
            (unknown, value)
            for unknown, values in zip(self.unknowns, key, strict=True)
            if len(values) > 1
            for value in values
            if not left & self.worlds.where(unknown, (value,))
        )
        self._known[key] = left, out
        return left, out


class Net:
    """Rules over few unknowns each, and groups of unknowns that are all different."""

    def __init__(
        self, unknowns: Sequence[Unknown], rules: Mapping[str, Fact], different: Mapping[str, tuple[Unknown, ...]]
    ) -> None:
        self.unknowns = tuple(unknowns)
        self._different = dict(different)
        self._rules = [_Rule(name, fact) for name, fact in rules.items()]
        self._by_name = {rule.name: rule for rule in self._rules}
        self.start: Domains = {unknown: unknown.values for unknown in unknowns}
        self._tried = 0

    def chain(self, wanted: Sequence[Unknown], *, supposing: bool) -> tuple[Step, ...] | None:
        """The steps that lead to the values wanted, none of them idle; None where they do not, or not soon."""
        domains, steps = self.start, list[Step]()
        self._tried = 0
        while any(len(domains[unknown]) > 1 for unknown in wanted):
            step = self._easy(domains) or (self._supposing(domains) if supposing else None)
            if step is None or step.impossible:
                return None
            steps.append(step)
            if sum(one.supposed is not None for one in steps) > MOST_SUPPOSED:
                return None
            domains = after(domains, step)
        needed = {(u, v) for u in wanted for v in u.values if v not in domains[u]}
        return self._merged(self._sliced(steps, self.start, needed), self.start)

    # Steps, easiest first

    def _easy(self, domains: Domains) -> Step | None:
        return self._plain(domains) or self._by_rule(domains) or self._by_place(domains)

    def _plain(self, domains: Domains) -> Step | None:
        """What others cannot be because one is it."""
        for name, group in self._different.items():
            for one in group:
                if len(domains[one]) != 1:
                    continue
                value = domains[one][0]
                removed = tuple((u, value) for u in group if u is not one and value in domains[u])
                if removed:
                    return _step(By.CLUE, name, removed, domains)
        return None

    def _by_rule(self, domains: Domains) -> Step | None:
        best: Step | None = None
        for rule in self._rules:
            removed = rule.out(domains)
            if removed:
                step = _step(By.CLUE, rule.name, removed, domains)
                if step.impossible:
                    return step
                if best is None or (len(step.found), len(removed)) > (len(best.found), len(best.removed)):
                    best = step
        return best

    def _by_place(self, domains: Domains) -> Step | None:
        """What only one can be any more."""
        for name, group in self._different.items():
            values = sorted({value for unknown in group for value in unknown.values})
            if len(values) != len(group):
                continue
            for value in values:
                places = [unknown for unknown in group if value in domains[unknown]]
                if len(places) == 1 and len(domains[places[0]]) > 1:
                    removed = tuple((places[0], other) for other in domains[places[0]] if other != value)
                    return _step(By.PLACE, name, removed, domains)
        return None

    def _impossible(self, domains: Domains) -> Step | None:
        for rule in self._rules:
            if not rule.left(domains):
                return Step(By.CLUE, (rule.name,), (), impossible=True)
        for name, group in self._different.items():
            single = [domains[unknown][0] for unknown in group if len(domains[unknown]) == 1]
            every = {value for unknown in group for value in domains[unknown]}
            if len(set(single)) < len(single) or len(every) < len(group):
                return Step(By.CLUE, (name,), (), impossible=True)
        return None

    def _supposing(self, domains: Domains) -> Step | None:
        best: Step | None = None
        for unknown in sorted(domains, key=lambda one: len(domains[one])):
            for value in domains[unknown] if len(domains[unknown]) > 1 else ():
                self._tried += 1
                if self._tried > MOST_TRIED:
                    return best
                inside = self._broken({**domains, unknown: (value,)}, weight(best.inside) if best else LONGEST + 1)
                if inside:
                    best = _supposed((unknown, value), inside, domains)
                    if weight(inside) <= SHORT:
                        return best
        return best

    def _broken(self, start: Domains, lighter_than: int) -> tuple[Step, ...]:
        """The steps to a contradiction, if there are fewer than that."""
        domains, steps = start, list[Step]()
        while True:
            broken = self._impossible(domains)
            if broken is not None:
                inside = self._merged(self._sliced([*steps, broken], start, set()), start)
                return inside if weight(inside) < lighter_than else ()
            step = self._easy(domains)
            if step is None or step.impossible or weight(steps) >= LONGEST:
                return ()
            steps.append(step)
            domains = after(domains, step)

    # Why a step follows, and which steps are needed

    def reasons(self, step: Step, before: Domains) -> tuple[Pair, ...]:
        """The fewest values ruled out before that the step follows from, one by one left away."""
        among = self._members(step)
        gone = [(u, v) for u in among for v in self.start[u] if v not in before[u]]
        for pair in tuple(gone):
            rest = [other for other in gone if other != pair]
            if self._holds(step, {u: _left(u, rest) for u in among}):
                gone = rest
        return tuple(gone)

    def _members(self, step: Step) -> tuple[Unknown, ...]:
        (name,) = step.clues[:1]
        return self._different[name] if name in self._different else self._by_name[name].unknowns

    def _holds(self, step: Step, domains: Domains) -> bool:
        """Whether the step follows from its one clue and these values."""
        name = step.clues[0]
        if name in self._by_name:
            rule = self._by_name[name]
            if step.impossible:
                return not rule.left(domains)
            left = rule.left(domains)
            return all(not left & rule.worlds.where(unknown, (value,)) for unknown, value in step.removed)
        group = self._different[name]
        if step.impossible:
            single = [domains[unknown][0] for unknown in group if len(domains[unknown]) == 1]
            every = {value for unknown in group for value in domains[unknown]}
            return len(set(single)) < len(single) or len(every) < len(group)
        if step.by is By.PLACE:
            one = step.removed[0][0]
            value = next(value for unknown, value in step.found if unknown is one)
            return all(value not in domains[unknown] for unknown in group if unknown is not one)
        return all(any(u is not one and domains[u] == (value,) for u in group) for one, value in step.removed)

    def _sliced(self, steps: Sequence[Step], start: Domains, needed: set[Pair]) -> tuple[Step, ...]:
        """The steps, and of each the values ruled out, that something needed rests on."""
        befores = [start]
        for step in steps:
            befores.append(after(befores[-1], step))
        kept: list[Step] = []
        for step, before in zip(reversed(steps), reversed(befores[:-1]), strict=True):
            again = step if step.impossible else self._needed(step, needed, before)
            if again is None:
                continue
            if again.supposed is not None:
                needed |= self._outside(again, before)
            else:
                needed |= set(self.reasons(again, before))
            kept.append(again)
        return _found_again(tuple(reversed(kept)), start)

    def _merged(self, steps: tuple[Step, ...], start: Domains) -> tuple[Step, ...]:
        """What a clue says in two steps said in the later one, where nothing between rests on the first."""
        kept = steps
        for place in reversed(range(len(steps))):
            step = kept[place]
            if step.by is not By.CLUE or step.found or step.impossible or plain(step):
                continue
            same = (at for at in range(place + 1, len(kept)) if kept[at].by is By.CLUE and kept[at].clues == step.clues)
            later = next(same, None)
            if later is None or kept[later].impossible:
                continue
            both = replace(kept[later], removed=(*step.removed, *kept[later].removed))
            shorter = _found_again((*kept[:place], *kept[place + 1 : later], both, *kept[later + 1 :]), start)
            if self._stands(shorter, start):
                kept = shorter
        return kept

    def _stands(self, steps: Sequence[Step], start: Domains) -> bool:
        """Whether each step follows from those before it."""
        for step, before in walked(steps, start):
            if step.supposed is not None:
                unknown, value = step.supposed
                if not self._stands(step.inside, {**before, unknown: (value,)}):
                    return False
            elif not self._holds(step, before):
                return False
        return True

    def _needed(self, step: Step, needed: set[Pair], before: Domains) -> Step | None:
        wanted = tuple(pair for pair in step.removed if pair in needed)
        if not wanted:
            return None
        if step.by is By.PLACE or (step.supposed is None and not self.reasons(step, before)):
            return step
        return replace(step, removed=wanted, found=_found(wanted, before))

    def _outside(self, step: Step, before: Domains) -> set[Pair]:
        """What a supposition takes from outside."""
        unknown, value = step.supposed or self._nothing()
        domains: Domains = {**before, unknown: (value,)}
        taken: set[Pair] = set()
        inner: set[Pair] = {(unknown, other) for other in unknown.values if other != value}
        for one in step.inside:
            taken |= {pair for pair in self.reasons(one, domains) if pair not in inner}
            inner |= set(one.removed)
            domains = after(domains, one)
        return taken

    @staticmethod
    def _nothing() -> Pair:
        raise LookupError


def plain(step: Step) -> bool:
    """Whether it only says that nobody else is what one is."""
    return step.by is By.CLUE and step.clues[0].startswith("different") and not step.impossible


def weight(steps: Iterable[Step]) -> int:
    return sum(not plain(step) for step in steps)


def cost(step: Step) -> int:
    if step.supposed is not None:
        return 4 + 2 * weight(step.inside)
    return 0 if plain(step) else 2 if step.by is By.PLACE else 1


def after(before: Domains, step: Step) -> Domains:
    changed = {unknown for unknown, _ in step.removed}
    return {
        u: tuple(v for v in values if (u, v) not in step.removed) if u in changed else values
        for u, values in before.items()
    }


def walked(steps: Sequence[Step], start: Domains) -> Iterator[tuple[Step, Domains]]:
    """Each step with what was possible before it."""
    domains = start
    for step in steps:
        yield step, domains
        domains = after(domains, step)


def _left(unknown: Unknown, gone: Sequence[Pair]) -> tuple[int, ...]:
    return tuple(value for value in unknown.values if (unknown, value) not in gone)


def _step(by: By, name: str, removed: tuple[Pair, ...], domains: Domains) -> Step:
    left = {unknown: set(domains[unknown]) for unknown, _ in removed}
    for unknown, value in removed:
        left[unknown].discard(value)
    impossible = any(not values for values in left.values())
    return Step(by, (name,), removed, _found(removed, domains), impossible=impossible)


def _supposed(pair: Pair, inside: tuple[Step, ...], domains: Domains) -> Step:
    names = tuple(dict.fromkeys(name for step in inside for name in step.clues))
    return Step(By.SUPPOSING, names, (pair,), _found((pair,), domains), pair, inside)


def _found(removed: Sequence[Pair], domains: Domains) -> tuple[Pair, ...]:
    found: list[Pair] = []
    for unknown in dict.fromkeys(one for one, _ in removed):
        left = [value for value in domains[unknown] if (unknown, value) not in removed]
        if len(left) == 1:
            found.append((unknown, left[0]))
    return tuple(found)


def _found_again(steps: Sequence[Step], start: Domains) -> tuple[Step, ...]:
    """What is ruled out and found by each, now that some are left away."""
    domains, again = start, list[Step]()
    for step in steps:
        one = step
        if step.by is By.PLACE:
            ((unknown, value),) = step.found
            one = replace(step, removed=tuple((unknown, v) for v in domains[unknown] if v != value))
        elif not step.impossible:
            one = replace(step, found=_found(step.removed, domains))
        again.append(one)
        domains = after(domains, one)
    return tuple(again)
