"""Every step of a chain held against z3: it follows from the clues it names and from what was known before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.logic.formula import Any, Not, Unknown, implies, is_

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maths.logic.deduce import Step
    from maths.logic.formula import Fact


def faults(
    unknowns: Sequence[Unknown], clues: Mapping[str, Fact], steps: Sequence[Step], solution: Mapping[str, int]
) -> list[str]:
    """The steps that do not follow; that the chain does not end at the solution.

    As `maths.logic.deduce.check`, in one session for all steps.
    """
    check = _Check(unknowns, clues)
    wrong = [f"step {number}, {step.by}" for number, step in enumerate(steps, 1) if not check.takes(step)]
    removed = {pair for step in steps for pair in step.removed}
    left = {one.name: [value for value in one.values if (one, value) not in removed] for one in unknowns}
    if left != {name: [value] for name, value in solution.items()}:
        wrong.append("the chain does not end at the solution")
    return wrong


class _Check:
    """A clue counts only where its switch is on."""

    def __init__(self, unknowns: Sequence[Unknown], clues: Mapping[str, Fact]) -> None:
        from maths.logic.solver import Session

        self._switch = {name: Unknown(f"clue {name}", (0, 1)) for name in clues}
        switched = [implies(is_(self._switch[name], 1), fact) for name, fact in clues.items()]
        self._session = Session([*unknowns, *self._switch.values()], switched)

    def takes(self, step: Step) -> bool:
        """Whether the step follows; what it rules out is known from then on."""
        follows = self._supposed(step) if step.supposed is not None else self._follows(step, [])
        self._session.add(Not(_one_of(step)))
        return follows

    def _follows(self, step: Step, known: list[Fact]) -> bool:
        named = [is_(self._switch[name], 1) for name in step.clues]
        if step.impossible:
            return not self._session.possible(*named, *known)
        return bool(step.removed) and not self._session.possible(*named, *known, _one_of(step))

    def _supposed(self, step: Step) -> bool:
        """The supposition is all that the step rules out, and what follows from it ends with nothing possible."""
        if step.supposed is None or step.removed != (step.supposed,) or not step.inside:
            return False
        known: list[Fact] = [is_(*step.supposed)]
        for inner in step.inside:
            if not self._follows(inner, known):
                return False
            known.append(Not(_one_of(inner)))
        return step.inside[-1].impossible


def _one_of(step: Step) -> Fact:
    """That something the step rules out is so."""
    return Any(tuple(is_(unknown, value) for unknown, value in step.removed))
