"""Somebody's own puzzle solved: how many solutions it has, what is certain, which clues contradict each other, and why.

Two engines look for the solutions, z3 and an own search; where they differ nothing is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from maths.bounds import TooLargeError
from maths.logic import search
from maths.logic.deduce import check, deduce
from maths.logic.formula import is_
from maths.logic.solver import Session
from maths.message import Message
from maths.puzzles.building import build
from maths.puzzles.formal import NotFormalError
from maths.puzzles.telling import explained, named, told

if TYPE_CHECKING:
    from maths.logic.formula import Fact
    from maths.puzzles.building import Built
    from maths.puzzles.formal import Formal
    from maths.puzzles.puzzle import Link

MOST_SHOWN = 12  # solutions that are looked for


class Found(StrEnum):
    """How many solutions there are."""

    UNIQUE = "unique"
    SEVERAL = "several"
    CONTRADICTORY = "contradictory"
    NOT_SOLVED = "not_solved"


@dataclass(frozen=True, slots=True)
class Solved:
    """What was found.

    `values` are the one solution, or where there are several what is the same in all of them: name and value as the
    puzzle calls them (a person's kind, "honest" or "not honest" of one who may do both). `facts` say the same in words.
    `others` are two different solutions where there are several, `conflict` the numbers from 1 of clues that cannot all
    be true, none of them idle. `reason` says why nothing was found.
    """

    outcome: Found
    values: tuple[tuple[str, str], ...] = ()
    facts: tuple[Message, ...] = ()
    others: tuple[tuple[Message, ...], ...] = ()
    conflict: tuple[int, ...] = ()
    links: tuple[Link, ...] = ()
    reason: Message | None = None


def solve(formal: Formal) -> Solved:
    """The solutions of a formalisation, by two engines."""
    try:
        return _solved(formal, build(formal))
    except NotFormalError as error:
        return Solved(Found.NOT_SOLVED, reason=error.message)
    except TooLargeError as error:
        return Solved(Found.NOT_SOLVED, reason=error.message)


def _solved(formal: Formal, built: Built) -> Solved:
    facts = list(built.clues.values())
    found = Session(built.unknowns, facts).solutions(MOST_SHOWN)
    again = search.solutions(built.unknowns, facts, MOST_SHOWN)
    if len(found) != len(again) or (len(found) < MOST_SHOWN and _sorted(found) != _sorted(again)):
        return Solved(Found.NOT_SOLVED, reason=Message("The two ways of solving it do not agree."))
    if not found:
        return _contradictory(formal, built)
    if len(found) == 1:
        return _unique(formal, built, found[0])
    return _several(built, found)


def _sorted(solutions: list[dict[str, int]]) -> list[list[tuple[str, int]]]:
    return sorted(sorted(one.items()) for one in solutions)


def _unique(formal: Formal, built: Built, solution: dict[str, int]) -> Solved:
    links = _explained(formal, built, built.clues)
    shown = [unknown for unknown in built.unknowns if unknown not in built.first.values()]
    values = tuple(named(built, unknown, solution[unknown.name]) for unknown in shown)
    facts = tuple(told(built, unknown, solution[unknown.name]) for unknown in shown if len(unknown.values) > 1)
    return Solved(Found.UNIQUE, values, facts, links=links)


def _several(built: Built, found: list[dict[str, int]]) -> Solved:
    """What all solutions share is certain only where all were found, or z3 says that nothing else can be."""
    session = Session(built.unknowns, list(built.clues.values()))
    shown = [unknown for unknown in built.unknowns if unknown not in built.first.values()]
    certain = [unknown for unknown in shown if session.follows(is_(unknown, found[0][unknown.name]))]
    values = tuple(named(built, unknown, found[0][unknown.name]) for unknown in certain)
    facts = tuple(told(built, unknown, found[0][unknown.name]) for unknown in certain if len(unknown.values) > 1)
    others = tuple(tuple(told(built, u, one[u.name]) for u in built.unknowns if u not in certain) for one in found[:2])
    return Solved(Found.SEVERAL, values, facts, others)


def _contradictory(formal: Formal, built: Built) -> Solved:
    rules = {name: fact for name, fact in built.clues.items() if name.startswith("rule ")}
    said = {name: fact for name, fact in built.clues.items() if name not in rules}
    conflict = Session(built.unknowns, list(rules.values())).conflict(said)
    if conflict is None:
        return Solved(Found.NOT_SOLVED, reason=Message("The two ways of solving it do not agree."))
    clues = {name: fact for name, fact in built.clues.items() if name in conflict or name in rules}
    links = _explained(formal, built, clues)
    return Solved(Found.CONTRADICTORY, conflict=tuple(sorted(int(name) for name in conflict)), links=links)


def _explained(formal: Formal, built: Built, clues: dict[str, Fact]) -> tuple[Link, ...]:
    """How the clues decide everything, or contradict each other; a supposition before two clues taken together."""
    for together in (False, True):
        deduction = deduce(built.unknowns, clues, together=together)
        steps = deduction.steps
        ends = deduction.complete or (bool(steps) and steps[-1].impossible)
        if ends and not check(built.unknowns, clues, steps):
            return explained(formal, built, steps)
    return ()
