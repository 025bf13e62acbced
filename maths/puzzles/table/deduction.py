"""What the values of some parts of formulas say of others, without the steps that nothing rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import TYPE_CHECKING, TypeAlias

from maths.logic.deduce import By, Step, deduce
from maths.logic.formula import holds
from maths.puzzles.table.formula import Letter, Neg, Two, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maths.logic.formula import Unknown
    from maths.puzzles.table.facts import Parts
    from maths.puzzles.table.formula import Logic

Domains: TypeAlias = "dict[Unknown, tuple[int, ...]]"


@dataclass(frozen=True, slots=True)
class Chain:
    """Steps over parts of formulas; `ends` are the values in the end."""

    parts: Parts
    steps: tuple[Step, ...]
    ends: Domains

    @property
    def hardest(self) -> int:
        return max((step.cost for step in self.steps), default=0)

    @property
    def cost(self) -> int:
        return sum(step.cost for step in self.steps)

    @property
    def broken(self) -> bool:
        return bool(self.steps) and self.steps[-1].impossible


def chain(parts: Parts, wanted: Iterable[Unknown], *, supposing: bool) -> Chain:
    """All that leads to the values of the unknowns wanted, or to a contradiction."""
    found = deduce(parts.unknowns, parts.clues, together=False, supposing=supposing)
    start: Domains = {unknown: unknown.values for unknown in parts.unknowns}
    steps = sliced(parts, found.steps, start, set(wanted))
    return Chain(parts, steps, found.domains)


def refuted(parts: Parts, formula: Logic, *, value: bool) -> Chain | None:
    """That a formula cannot have a value: it leads straight to a contradiction; None where it does not."""
    supposed = parts.supposing(formula, value=value)
    found = deduce(supposed.unknowns, supposed.clues, together=False, supposing=False)
    steps = found.steps
    if not steps or not steps[-1].impossible:
        name = _false_clue(supposed, found.domains)
        if name is None:
            return None
        steps = (*steps, Step(By.CLUE, (name,), (), impossible=True))
    one = parts.of(formula)
    (number,) = supposed.of(formula).values
    start: Domains = {unknown: unknown.values for unknown in parts.unknowns}
    inside = sliced(parts, [_back(parts, step) for step in steps], {**start, one: (number,)}, set())
    names = tuple(dict.fromkeys(name for step in inside for name in step.clues))
    step = Step(By.SUPPOSING, names, ((one, number),), ((one, 1 - number),), (one, number), inside)
    return Chain(parts, (step,), {**start, one: (1 - number,)})


def _false_clue(parts: Parts, domains: Domains) -> str | None:
    """A clue that the values found make false: deduction stops as soon as every value is found."""
    values = {unknown.name: found[0] for unknown, found in domains.items() if len(found) == 1}
    if len(values) < len(domains):
        return None
    return next((name for name, fact in parts.clues.items() if not holds(fact, values)), None)


def _back(parts: Parts, step: Step) -> Step:
    """A step over the unknowns of `parts`, which have the same names and more values."""
    by_name = {unknown.name: unknown for unknown in parts.unknowns}
    removed = tuple((by_name[unknown.name], number) for unknown, number in step.removed)
    found = tuple((by_name[unknown.name], number) for unknown, number in step.found)
    return replace(step, removed=removed, found=found)


def sliced(parts: Parts, steps: Sequence[Step], start: Domains, needed: set[Unknown]) -> tuple[Step, ...]:
    """The steps that something needed rests on."""
    befores = [start]
    for step in steps:
        befores.append(after(befores[-1], step))
    kept: list[Step] = []
    for step, before in zip(reversed(steps), reversed(befores[:-1]), strict=True):
        if not step.impossible and not any(unknown in needed for unknown, _ in step.removed):
            continue
        again = step
        if step.supposed is not None:
            inside = sliced(parts, step.inside, {**before, step.supposed[0]: (step.supposed[1],)}, set())
            names = tuple(dict.fromkeys(name for inner in inside for name in inner.clues))
            again = replace(step, inside=inside, clues=names)
        kept.append(again)
        needed |= _rests_on(parts, again, before)
    return tuple(reversed(kept))


def _rests_on(parts: Parts, step: Step, before: Domains) -> set[Unknown]:
    """The unknowns whose values the step takes from before."""
    if step.supposed is not None:
        inside: Domains = {**before, step.supposed[0]: (step.supposed[1],)}
        resting: set[Unknown] = set()
        for inner in step.inside:
            resting |= _rests_on(parts, inner, inside)
            inside = after(inside, inner)
        return resting - {step.supposed[0]}
    return {parts.of(formula) for formula, _ in reasons(parts, step, before)}


def after(before: Domains, step: Step) -> Domains:
    return {u: tuple(v for v in values if (u, v) not in step.removed) for u, values in before.items()}


# Why a step follows: which of a part, its left and its right it takes


def known(parts: Parts, formula: Logic, domains: Domains) -> bool | None:
    values = domains[parts.of(formula)]
    if len(values) != 1:
        return None
    return bool(values[0]) is parts.upright(formula)


def around(parts: Parts, step: Step) -> tuple[Logic, ...]:
    """The part the step is about and what it is made of."""
    whole = parts.formulas[step.clues[0]]
    match whole:
        case Two(_, left, right):
            return whole, left, right
        case Neg(inner):
            return whole, inner
        case Letter():
            return (whole,)


def reasons(parts: Parts, step: Step, before: Domains) -> tuple[tuple[Logic, bool], ...]:
    """The fewest known values that the step follows from."""
    members = around(parts, step)
    had = {place: one for place, member in enumerate(members) if (one := known(parts, member, before)) is not None}
    later = after(before, step)
    new = {place: known(parts, one, later) for place, one in enumerate(members) if place not in had}
    new = {place: one for place, one in new.items() if one is not None}
    ways = list(_ways(members[0]))
    for count in range(len(had) + 1):
        for some in combinations(had, count):
            left = [way for way in ways if all(way[place] is had[place] for place in some)]
            if not left if step.impossible else all(way[place] is one for way in left for place, one in new.items()):
                return tuple((members[place], had[place]) for place in some)
    return tuple((members[place], one) for place, one in had.items())


def _ways(whole: Logic) -> Iterable[tuple[bool, ...]]:
    """The values a part and what it is made of can have together."""
    match whole:
        case Two(sign, _, _):
            for left, right in product((True, False), repeat=2):
                yield joined(sign, left, right), left, right
        case Neg():
            yield from ((False, True), (True, False))
        case Letter():
            yield from ((True,), (False,))
