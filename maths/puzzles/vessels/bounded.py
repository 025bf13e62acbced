"""The same question for z3: amounts after each step as whole numbers, no plan shorter, one plan of that length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.logic.formula import All, Any, Compare, Plus, Times, Unknown, is_
from maths.logic.whole import Whole

if TYPE_CHECKING:
    from maths.logic.formula import Fact, Term
    from maths.puzzles.vessels.pouring import Jugs, Step


def only_plan(jugs: Jugs, length: int) -> tuple[int, ...] | None:
    """The numbers of the steps of the only plan of this length; None where a shorter or another one exists."""
    steps = list(jugs.steps())
    chosen = [Unknown(f"step {time}", tuple(range(len(steps)))) for time in range(length)]
    begun = [is_(unknown, amount) for unknown, amount in zip(_amounts(jugs, 0), jugs.start, strict=True)]
    session = Whole(begun, finite=True)
    for time in range(length):
        session.add(
            Any(tuple(All((is_(chosen[time], at), _happens(jugs, step, time))) for at, step in enumerate(steps)))
        )
        if not jugs.tap:  # follows from the rest; said, it is found ten times as fast
            session.add(Compare(Plus(tuple(_amounts(jugs, time + 1))), "=", sum(jugs.start)))
    sooner = [_there(jugs, time) for time in range(length)]
    if session.possible(Any(tuple(sooner))):
        return None
    session.add(_there(jugs, length))
    return session.only(chosen)


def _amounts(jugs: Jugs, time: int) -> list[Unknown]:
    return [Unknown(f"{jug} after {time}", (0, size)) for jug, size in enumerate(jugs.sizes)]


def _there(jugs: Jugs, time: int) -> Fact:
    return Any(tuple(is_(amount, jugs.wanted) for amount in _amounts(jugs, time)))


def _happens(jugs: Jugs, step: Step, time: int) -> Fact:
    before, after = _amounts(jugs, time), _amounts(jugs, time + 1)
    touched = {step.source, step.target}
    rest = tuple(Compare(after[jug], "=", before[jug]) for jug in range(len(before)) if jug not in touched)
    if step.target is None or step.source is None:
        jug = step.target if step.source is None else step.source
        return All((*rest, is_(after[jug or 0], jugs.sizes[jug or 0] if step.source is None else 0)))
    source, target, size = step.source, step.target, jugs.sizes[step.target]
    both: Term = Plus((before[source], before[target]))
    fits = All((Compare(both, "<=", size), Compare(after[target], "=", both), is_(after[source], 0)))
    left: Term = Plus((before[source], before[target], Times((-1, size))))
    over = All((Compare(both, ">", size), is_(after[target], size), Compare(after[source], "=", left)))
    return All((*rest, Any((fits, over))))
