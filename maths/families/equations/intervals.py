"""Sets of real numbers in interval notation, and several statements about one real number together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from maths.families.doubtful import refuse_doubtful
from maths.families.equations import real_balls, real_claims
from maths.families.equations.claims import NO_VALUES
from maths.families.equations.real_exact import solve
from maths.families.equations.real_line import agree
from maths.families.equations.real_set import pieces, written
from maths.families.equations.trial_steps import trial
from maths.families.settled import Settled
from maths.families.write import formula, letter, listed, passages, tree
from maths.message import Message
from maths.tree import Collection, Interval, Kind, Name, Negative, NumberSet, SetOperation
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.equations.real_set import RealSet
    from maths.tree import Node, Relation
    from maths.verdict import Passage


def interval_notation(real_set: RealSet) -> Node:
    """`[2, 5) ∪ (5, oo)`"""
    if real_set.is_empty:
        return NO_VALUES
    if real_set.is_everything:
        return NumberSet("R")
    found: list[Node] = []
    for low, high, from_low, to_high in pieces(real_set):
        if low is not None and low == high:
            found.append(Collection(Kind.SET, (tree(low),)))
            continue
        left = Negative(Name("oo")) if low is None else tree(low)
        right = Name("oo") if high is None else tree(high)
        found.append(Interval(left, right, low is None or not from_low, high is None or not to_high))
    return found[0] if len(found) == 1 else SetOperation("union", tuple(found))


def solved(relation: Relation, unknown: str, find: Callable[[Relation, str], RealSet] | None = None) -> RealSet:
    """The set of solutions, by both routes. Raises UndecidedError, UnsupportedError."""
    chart = real_balls.chart(relation, unknown)
    found = (find or solve)(relation, unknown)
    agree(found, chart)
    return found


@dataclass(frozen=True, slots=True)
class Together:
    """Statements joined by `and` or by `or`."""

    relations: tuple[Relation, ...]
    unknown: str
    kind: str = "and"
    as_intervals: bool = False

    def settle(self, find: Callable[[Relation, str], RealSet] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        for relation in self.relations:
            refuse_doubtful(relation, frozenset({self.unknown}))
        sets = [solved(relation, self.unknown, find) for relation in self.relations]
        found = reduce(lambda a, b: a & b if self.kind == "and" else a | b, sets)
        method = Message(
            "each solved exactly by cases, and python-flint finds the same sets from the boundaries and points between"
        )
        answer = formula(interval_notation(found) if self.as_intervals else written(found, self.unknown))
        return Settled(
            answer,
            method,
            lambda level: self._teach(sets, found, level),
            judge=lambda given: real_claims.judge(given, self.unknown, found, method),
            hear=lambda text: real_claims.hear(text, found, method),
        )

    def _teach(self, sets: list[RealSet], found: RealSet, level: Level) -> tuple[Passage, ...]:
        given = listed(formula(relation) for relation in self.relations)
        both = self.kind == "and"
        understanding = (
            Message("Find every real number {unknown} for which all of these hold: {given}.",
                    unknown=letter(self.unknown), given=given)
            if both
            else Message("Find every real number {unknown} for which at least one of these holds: {given}.",
                         unknown=letter(self.unknown), given=given)
        )  # fmt: skip
        approach = (
            _approach(both=both)
            if level is Level.ADVANCED
            else Message("Solve each one alone; what they have in common is the answer.")
            if both
            else Message("Solve each one alone; everything that solves one of them belongs to the answer.")
        )
        lines = [
            Message("{part} holds for every real number.", part=formula(relation))
            if one.is_everything
            else Message(
                "{part} holds exactly for {found}.", part=formula(relation), found=formula(written(one, self.unknown))
            )
            for relation, one in zip(self.relations, sets, strict=True)
        ]
        if level is Level.BEGINNER:
            lines.append(
                Message("Draw the sets below each other on a number line and look where they overlap.")
                if both
                else Message("Draw the sets on one number line and take everything that is marked.")
            )
        conclusion = (
            Message("No real number satisfies the inequality.")
            if found.is_empty
            else Message("It is true exactly for {found}.", found=formula(written(found, self.unknown)))
        )
        return passages(
            understanding=[understanding],
            approach=[approach],
            steps=lines,
            check=[trial(self.relations, sets, found, self.unknown)],
            conclusion=[conclusion],
        )


def _approach(*, both: bool) -> Message:
    return Message("The intersection of the solution sets.") if both else Message("The union of the solution sets.")
