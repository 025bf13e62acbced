"""Solving as a person does: from clue to clue, and by supposing what leads to a contradiction.

Each step takes the easiest way that says something new, so that its cost rates how hard the puzzle is. Steps have no
words: a puzzle's own room says them. `check` holds every step against z3.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations, product
from math import prod
from typing import TYPE_CHECKING, TypeAlias

from maths.logic.formula import All, Compare, Different, Unknown, holds, unknowns_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from maths.logic.formula import Fact

MAX_LISTED = 6_000  # combinations of values looked through for one clue
Domains: TypeAlias = "dict[Unknown, tuple[int, ...]]"


class By(StrEnum):
    """How a step knows what it says."""

    CLUE = "clue"  # one clue and what is known
    PLACE = "place"  # of things that are all different, only one can have the value
    TOGETHER = "together"  # two clues at once
    SUPPOSING = "supposing"  # the opposite leads to a contradiction


@dataclass(frozen=True, slots=True)
class Step:
    """Values that are ruled out, and why.

    `clues` are the names of all clues it rests on. `supposed` is what was supposed, `inside` what followed from it,
    and the last of `inside` rules out every value of an unknown: `impossible`.
    """

    by: By
    clues: tuple[str, ...]
    removed: tuple[tuple[Unknown, int], ...]
    found: tuple[tuple[Unknown, int], ...] = ()
    supposed: tuple[Unknown, int] | None = None
    inside: tuple[Step, ...] = ()
    impossible: bool = False

    @property
    def cost(self) -> int:
        match self.by:
            case By.CLUE:
                return 1
            case By.PLACE:
                return 2
            case By.TOGETHER:
                return 4
            case By.SUPPOSING:
                return 4 + 2 * len(self.inside)


@dataclass(frozen=True, slots=True)
class Deduction:
    """The steps, what may still be, and whether that is one value for each unknown."""

    steps: tuple[Step, ...]
    domains: Domains = field(hash=False)

    @property
    def complete(self) -> bool:
        contradicted = bool(self.steps) and self.steps[-1].impossible
        return not contradicted and all(len(values) == 1 for values in self.domains.values())

    @property
    def cost(self) -> int:
        return sum(step.cost for step in self.steps)

    @property
    def hardest(self) -> int:
        return max((step.cost for step in self.steps), default=0)


def deduce(
    unknowns: Sequence[Unknown], clues: Mapping[str, Fact], *, together: bool = True, supposing: bool = True
) -> Deduction:
    """All that follows, step by step, until every unknown has one value or nothing more is found.

    Clues that contradict each other end in a step that is `impossible`.
    """
    domains = {unknown: unknown.values for unknown in unknowns}
    steps: list[Step] = []
    while any(len(values) > 1 for values in domains.values()):
        step = _easy(clues, domains)
        if step is None and together:
            step = _two_at_once(clues, domains)
        if step is None and supposing:
            step = _by_supposing(clues, domains)
        if step is None:
            break
        steps.append(step)
        if step.impossible:
            break
        domains = _without(domains, step.removed)
    else:
        steps += _broken(clues, domains)
    return Deduction(tuple(steps), domains)


def _broken(clues: Mapping[str, Fact], domains: Domains) -> list[Step]:
    """The contradiction of a clue that is false now that everything has a value."""
    values = {unknown.name: left[0] for unknown, left in domains.items()}
    false = (name for name, fact in clues.items() if not holds(fact, values))
    return [Step(By.CLUE, (name,), (), impossible=True) for name in false][:1]


def check(unknowns: Sequence[Unknown], clues: Mapping[str, Fact], steps: Sequence[Step]) -> list[int]:
    """The places of steps that z3 does not confirm from the clues they name and what was known before them."""
    domains = {unknown: unknown.values for unknown in unknowns}
    wrong: list[int] = []
    for place, step in enumerate(steps):
        if not _confirmed(clues, domains, step):
            wrong.append(place)
        domains = _without(domains, step.removed)
    return wrong


def _confirmed(clues: Mapping[str, Fact], domains: Domains, step: Step) -> bool:
    from maths.logic.solver import Session

    if step.supposed is not None:
        unknown, value = step.supposed
        supposed = {**domains, unknown: (value,)}
        for inner in step.inside:
            if not _confirmed(clues, supposed, inner):
                return False
            supposed = _without(supposed, inner.removed)
        return bool(step.inside) and step.inside[-1].impossible and set(step.removed) == {step.supposed}
    named = [clues[name] for name in step.clues]
    within = list(dict.fromkeys([*(u for fact in named for u in unknowns_of(fact)), *(u for u, _ in step.removed)]))
    narrowed = [Unknown(unknown.name, domains[unknown]) for unknown in within]
    session = Session([unknown for unknown in narrowed if unknown.values], [_renamed(fact, domains) for fact in named])
    if step.impossible:
        return not session.possible()
    here = dict(zip(within, narrowed, strict=True))
    return not any(session.possible(Compare(here[unknown], "=", value)) for unknown, value in step.removed)


def _renamed(fact: Fact, domains: Domains) -> Fact:
    """The fact over unknowns that have only the values left to them."""
    from maths.logic.formula import replaced

    return replaced(fact, {unknown: Unknown(unknown.name, values) for unknown, values in domains.items()})


# The ways, easiest first


def _easy(clues: Mapping[str, Fact], domains: Domains) -> Step | None:
    """The clue that finds most; one that finds a value before one that rules some out."""
    best: Step | None = None
    for name, fact in clues.items():
        for step in _from_clue(name, fact, domains):
            if step.impossible:
                return step
            if best is None or _gain(step) > _gain(best):
                best = step
    return best


def _gain(step: Step) -> tuple[int, int, int]:
    return (-step.cost, len(step.found), len(step.removed))


def _from_clue(name: str, fact: Fact, domains: Domains) -> Iterator[Step]:
    if isinstance(fact, Different) and all(isinstance(term, Unknown) for term in fact.terms):
        yield from _from_different(name, [term for term in fact.terms if isinstance(term, Unknown)], domains)
        return
    yield from _ruled_out((name,), [fact], domains, By.CLUE)


def _from_different(name: str, terms: Sequence[Unknown], domains: Domains) -> Iterator[Step]:
    taken = {domains[u][0]: u for u in terms if len(domains[u]) == 1}
    removed = [(u, v) for u in terms for v in domains[u] if v in taken and taken[v] is not u and taken[v] != u]
    if removed:
        yield _step(By.CLUE, (name,), removed, domains)
    every = sorted({v for u in terms for v in domains[u]})
    if len(every) < len(terms):
        yield Step(By.CLUE, (name,), (), impossible=True)
    if len(every) != len(terms):
        return
    for value in every:
        places = [u for u in terms if value in domains[u]]
        if len(places) == 1 and len(domains[places[0]]) > 1:
            others = [(places[0], v) for v in domains[places[0]] if v != value]
            yield _step(By.PLACE, (name,), others, domains)


def _two_at_once(clues: Mapping[str, Fact], domains: Domains) -> Step | None:
    for first, second in combinations(clues, 2):
        shared = set(unknowns_of(clues[first])) & set(unknowns_of(clues[second]))
        if any(len(domains[unknown]) > 1 for unknown in shared):
            facts = [clues[first], clues[second]]
            step = next(_ruled_out((first, second), facts, domains, By.TOGETHER), None)
            if step is not None:
                return step
    return None


def _by_supposing(clues: Mapping[str, Fact], domains: Domains) -> Step | None:
    """The supposition with the shortest way to a contradiction."""
    best: Step | None = None
    for unknown, values in sorted(domains.items(), key=lambda pair: len(pair[1])):
        if len(values) < 2:  # noqa: PLR2004 - it is known
            continue
        for value in values:
            inside = _contradiction(clues, {**domains, unknown: (value,)}, len(best.inside) if best else 99)
            if inside:
                names = tuple(dict.fromkeys(name for step in inside for name in step.clues))
                found = _step(By.SUPPOSING, names, [(unknown, value)], domains)
                best = Step(By.SUPPOSING, names, found.removed, found.found, (unknown, value), inside)
                if len(inside) == 1:
                    return best
    return best


def _contradiction(clues: Mapping[str, Fact], domains: Domains, shorter_than: int) -> tuple[Step, ...]:
    steps: list[Step] = []
    while len(steps) + 1 < shorter_than:
        step = _easy(clues, domains)
        if step is None:
            return ()
        steps.append(step)
        if step.impossible:
            return tuple(steps)
        domains = _without(domains, step.removed)
    return ()


def _ruled_out(names: tuple[str, ...], facts: Sequence[Fact], domains: Domains, by: By) -> Iterator[Step]:
    """The values that no combination allowed by the facts has."""
    within = unknowns_of(All(tuple(facts)))
    open_ = [unknown for unknown in within if len(domains[unknown]) > 1]
    if prod(len(domains[unknown]) for unknown in open_) > MAX_LISTED:
        return
    known = {unknown.name: domains[unknown][0] for unknown in within if len(domains[unknown]) == 1}
    allowed: dict[Unknown, set[int]] = {unknown: set() for unknown in open_}
    some = False
    for values in product(*(domains[unknown] for unknown in open_)):
        chosen = known | {unknown.name: value for unknown, value in zip(open_, values, strict=True)}
        if all(holds(fact, chosen) for fact in facts):
            some = True
            for unknown, value in zip(open_, values, strict=True):
                allowed[unknown].add(value)
    if not some:
        yield Step(by, names, (), impossible=True)
        return
    removed = [(unknown, value) for unknown in open_ for value in domains[unknown] if value not in allowed[unknown]]
    if removed:
        yield _step(by, names, removed, domains)


def _step(by: By, clues: tuple[str, ...], removed: Sequence[tuple[Unknown, int]], domains: Domains) -> Step:
    left = _without(domains, removed)
    found = tuple((u, left[u][0]) for u in dict.fromkeys(u for u, _ in removed) if len(left[u]) == 1)
    return Step(by, clues, tuple(removed), found, impossible=any(not left[u] for u, _ in removed))


def _without(domains: Domains, removed: Sequence[tuple[Unknown, int]]) -> Domains:
    gone: dict[Unknown, set[int]] = {}
    for unknown, value in removed:
        gone.setdefault(unknown, set()).add(value)
    return {u: tuple(v for v in values if v not in gone.get(u, ())) for u, values in domains.items()}
