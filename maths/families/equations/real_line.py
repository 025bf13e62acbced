"""Equations and inequalities with absolute values, roots and fractions of one real unknown.

Routes: exact algebra by cases, squaring and multiplicities (`real_exact`), without looking at a single number;
python-flint, which isolates every real number at which the truth may change and evaluates the statement as typed
there and between (`real_balls`). The two must give the same set.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.doubtful import refuse_doubtful
from maths.families.equations import real_balls, real_claims
from maths.families.equations.claims import NO_VALUES
from maths.families.equations.real_exact import solve
from maths.families.equations.real_set import written
from maths.families.equations.real_solved import SolvedReal
from maths.families.equations.real_steps import teach
from maths.families.routes.ball import number, precisely
from maths.families.settled import Settled, UndecidedError
from maths.families.write import assignments, formula, listed, tree
from maths.message import Formula, Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.equations.real_set import RealSet
    from maths.tree import Relation

_PRECISION = 1_500  # bits in which an exact boundary has to lie in the ball of the other route
MAX_PIECES = 12


@dataclass(frozen=True, slots=True)
class RealLine:
    """One statement about one unknown that stands for a real number."""

    relation: Relation
    unknown: str

    @property
    def is_equation(self) -> bool:
        return self.relation.operators == ("=",)

    def settle(self, find: Callable[[Relation, str], RealSet] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        refuse_doubtful(self.relation, frozenset({self.unknown}))
        chart = real_balls.chart(self.relation, self.unknown)
        found = (find or solve)(self.relation, self.unknown)
        agree(found, chart)
        if len(found.breakpoints) > MAX_PIECES:
            raise UndecidedError(Message("The solutions lie in too many pieces to be written down."))
        method = self._method(found)
        solved = SolvedReal(self.relation, self.unknown, found)
        return Settled(
            self._answer(found),
            method,
            lambda level: teach(solved, level),
            judge=lambda given: real_claims.judge(given, self.unknown, found, method),
            hear=lambda text: real_claims.hear(text, found, method),
        )

    def _answer(self, found: RealSet) -> Formula:
        if found.is_empty:
            return formula(NO_VALUES)
        if self.is_equation and found.points is not None:
            roots = [tree(point) for point in found.points]
            return Formula(listed(formula(root) for root in roots).typed, assignments(self.unknown, roots).latex)
        return formula(written(found, self.unknown))

    def _method(self, found: RealSet) -> Message:
        if not self.is_equation or found.points is None:
            return Message(
                "solved exactly by cases, and python-flint finds the same set from the boundaries and points between"
            )
        return Message(
            "solved exactly by cases, and python-flint isolates as many real solutions: {count}",
            count=len(found.points),
        )


def agree(found: RealSet, chart: real_balls.Chart) -> None:
    if found.truths != chart.truths:
        raise UndecidedError(Message("The two ways of solving it do not agree."))
    with precisely(_PRECISION):
        for exact, ball in zip(found.breakpoints, chart.boundaries, strict=True):
            if not number(tree(exact), {}).real.overlaps(ball):
                raise UndecidedError(Message("The two ways of solving it do not agree."))
