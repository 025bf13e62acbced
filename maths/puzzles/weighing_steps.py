"""From weighing to weighing: who can still be false after each; and by supposing where two are false. No words here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.logic.deduce import By, check, deduce
from maths.logic.formula import All, Any, is_
from maths.puzzles.weighing_facts import came_out, clues, false_ones, things
from maths.puzzles.weighing_worlds import Mode, outcome, worlds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.logic.deduce import Step
    from maths.logic.formula import Fact, Unknown
    from maths.puzzles.weighing_worlds import Balance, World

SINGLE = {Mode.HEAVIER, Mode.LIGHTER, Mode.EITHER}


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a weighing, counted from 0, rules out, and what is left after it; of one false thing."""

    weighing: int
    out: tuple[World, ...]
    left: tuple[World, ...]


def ruled_out(balance: Balance) -> tuple[Ruled, ...]:
    """One step a weighing."""
    left = worlds(balance.count, balance.mode)
    steps = []
    for number, weighing in enumerate(balance.weighings):
        kept = [world for world in left if outcome(world, weighing) == weighing.result]
        steps.append(Ruled(number, tuple(world for world in left if world not in kept), tuple(kept)))
        left = kept
    return tuple(steps)


def ruled_out_faults(balance: Balance, steps: Sequence[Ruled], left: Sequence[World]) -> list[str]:
    """The steps that z3 does not confirm from their one weighing; that they do not leave what they should."""
    from maths.logic.solver import Session

    unknowns = things(balance.count, balance.mode)
    session = Session(unknowns, [false_ones(unknowns, balance.mode)])
    remaining = worlds(balance.count, balance.mode)
    wrong = []
    for step in steps:
        weighing = balance.weighings[step.weighing]
        gone = Any(tuple(_is(world, unknowns) for world in step.out))
        if session.possible(came_out(unknowns, weighing, weighing.result), gone):
            wrong.append(f"weighing {step.weighing + 1}")
        remaining = [world for world in remaining if world not in step.out]
        if list(step.left) != remaining:
            wrong.append(f"what is left after weighing {step.weighing + 1}")
    return wrong if remaining == list(left) else [*wrong, "the chain does not end at the answer"]


def _is(world: World, unknowns: Sequence[Unknown]) -> Fact:
    return All(tuple(is_(unknowns[thing], kind) for thing, kind in world))


def reasoned(balance: Balance) -> tuple[Step, ...] | None:
    """The steps to the two false things; None where they are not reached, or by no hard step."""
    found = deduce(things(balance.count, balance.mode), clues(balance))
    hard = any(step.by in {By.TOGETHER, By.SUPPOSING} for step in found.steps)
    return found.steps if found.complete and hard else None


def reasoned_faults(balance: Balance, steps: Sequence[Step], truth: World) -> list[str]:
    unknowns = things(balance.count, balance.mode)
    wrong = [f"step {number + 1}" for number in check(unknowns, clues(balance), steps)]
    weights = {unknown: set(unknown.values) for unknown in unknowns}
    for step in steps:
        for unknown, value in step.removed:
            weights[unknown].discard(value)
    false = dict(truth)
    ended = all(weights[unknown] == {false.get(thing, 0)} for thing, unknown in enumerate(unknowns))
    return wrong if ended else [*wrong, "the chain does not end at the answer"]
