"""Polynomial and rational equations in one unknown.

Routes: SymPy factors and solves by radicals, each root is put back exactly; python-flint, straight from the
tree, counts the distinct roots and encloses each of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from maths.families.doubtful import refuse_doubtful
from maths.families.equations.claims import NO_VALUES, judge
from maths.families.equations.equation_steps import Solved, teach
from maths.families.routes.radicals import confirm_roots, divided_by, radical_roots, sort_key, vanishes
from maths.families.routes.rational import rational
from maths.families.settled import Settled, UndecidedError
from maths.families.write import assignments, formula, listed, tree
from maths.message import Formula, Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from flint import fmpq_poly

    from maths.families.symbolic import Symbolic
    from maths.tree import Node, Relation

_QUADRATIC = 2


class Domain(Enum):
    """Among which numbers the sentence looks for solutions; unstated: all complex ones, and the answer says so."""

    UNSTATED = "unstated"
    REAL = "real"
    COMPLEX = "complex"


@dataclass(frozen=True, slots=True)
class Equation:
    """`one_value`: the sentence speaks of the value of the unknown."""

    relation: Relation
    unknown: str
    domain: Domain = Domain.UNSTATED
    one_value: bool = False

    def settle(self, find: Callable[[fmpq_poly], list[Symbolic]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        refuse_doubtful(self.relation, frozenset({self.unknown}))
        left, right = (rational(side, self.unknown) for side in self.relation.operands)
        difference = left + -right
        cleared = difference.numerator
        if cleared.degree() < 0:
            raise UndecidedError(Message("Both sides are always equal: every allowed number solves the equation."))
        excluded = divided_by(difference)
        candidates = (find or radical_roots)(cleared)
        kept = sorted((root for root in candidates if not vanishes(excluded, root)), key=sort_key)
        expected = confirm_roots(cleared, excluded, kept)
        real = [root for root in kept if root.is_real]
        chosen = real if self.domain is Domain.REAL else kept
        if self.one_value and self.domain is Domain.UNSTATED and 0 < len(real) < len(kept):
            raise UndecidedError(
                Message("It is not said whether complex values count: over the real numbers the answer is another.")
            )
        real_only = self.domain is Domain.REAL
        solved = Solved(
            self.relation, self.unknown, left, right, cleared, tuple(kept), tuple(chosen), tuple(candidates), real_only
        )
        roots = [tree(root) for root in chosen]
        method = _method(len(kept), expected, len(real), real_only=real_only)
        return Settled(
            self._answer(roots),
            method,
            lambda level: teach(solved, level),
            judge=lambda given: judge(given, self.unknown, roots, [tree(root) for root in real], method),
        )

    def _answer(self, roots: list[Node]) -> Formula:
        """Typed, the values alone; set, each with the unknown, as a solution is written."""
        if not roots:
            return formula(NO_VALUES)
        typed = listed(formula(root) for root in roots).typed
        return Formula(typed, assignments(self.unknown, roots).latex)


def _method(found: int, expected: int, real: int, *, real_only: bool) -> Message:  # noqa: PLR0911 - one line a case
    if found == 0:
        return Message("solved by SymPy, and python-flint counts no solution either")
    if found == 1:
        return Message("the solution was put back exactly, and the count by degree says there is no other")
    if real == found == _QUADRATIC:
        return Message(
            "both roots substituted back exactly, {found} of {expected} found", found=found, expected=expected
        )
    if real == found:
        return Message(
            "all solutions were put back exactly, {found} of {expected} found", found=found, expected=expected
        )
    if real == 0:
        return Message(
            "all complex solutions were put back exactly, {found} of {expected} found; none of them is real",
            found=found,
            expected=expected,
        )
    if real_only:
        return Message(
            "all complex solutions were put back exactly, {found} of {expected} found; {real} of them real",
            found=found,
            expected=expected,
            real=real,
        )
    return Message(
        "all solutions were put back exactly, {found} of {expected} found; {real} real, the others complex",
        found=found,
        expected=expected,
        real=real,
    )
