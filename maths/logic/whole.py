"""Facts about whole numbers without bounds, given to z3's integer arithmetic: what is possible, what must be.

An unknown with values lies between the least and the greatest of them; one without any may be every whole number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from maths.bounds import TooLargeError
from maths.logic.formula import All, Compare, Distance, Not, Plus, Same, Times, Unknown
from maths.logic.formula import Any as AnyOf
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maths.logic.formula import Fact, Term

_Z3: TypeAlias = Any  # z3 has no types
PATIENCE = 4_000_000  # steps of z3 for one question, about a second: a clock would answer otherwise on a busy machine


class Whole:
    """Raises TooLargeError from every question z3 cannot answer within its patience.

    `finite`: every unknown has values, and long chains of cases are asked about, which are quicker bit by bit.
    """

    def __init__(self, facts: Iterable[Fact] = (), *, finite: bool = False) -> None:
        import z3

        self._z3 = z3
        self._context = z3.Context()
        self._solver = z3.SolverFor("QF_FD" if finite else "QF_LIA", ctx=self._context)
        self._solver.set("rlimit", PATIENCE)
        self._known: dict[Unknown, _Z3] = {}
        for fact in facts:
            self.add(fact)

    def add(self, fact: Fact) -> None:
        self._solver.add(self._fact(fact))

    def possible(self, *facts: Fact) -> bool:
        answer = self._solver.check(*[self._fact(fact) for fact in facts])
        if answer == self._z3.unknown:
            raise TooLargeError(Message("The solver did not finish in time."))
        return bool(answer == self._z3.sat)

    def follows(self, fact: Fact) -> bool:
        """Whether the facts leave it no way to be false."""
        return not self.possible(Not(fact))

    def values(self, unknowns: Sequence[Unknown]) -> tuple[int, ...] | None:
        """Values of one solution; None where there is none."""
        if not self.possible():
            return None
        model = self._solver.model()
        return tuple(model.eval(self._unknown(one), model_completion=True).as_long() for one in unknowns)

    def only(self, unknowns: Sequence[Unknown]) -> tuple[int, ...] | None:
        """The values the unknowns have in every solution; None where there is no solution or another one."""
        found = self.values(unknowns)
        if found is None:
            return None
        same = All(tuple(Compare(one, "=", value) for one, value in zip(unknowns, found, strict=True)))
        return found if self.follows(same) else None

    def _unknown(self, unknown: Unknown) -> _Z3:
        if unknown not in self._known:
            self._known[unknown] = number = self._z3.Int(unknown.name, ctx=self._context)
            if unknown.values:
                self._solver.add(number >= min(unknown.values), number <= max(unknown.values))
        return self._known[unknown]

    def _fact(self, fact: Fact) -> _Z3:
        match fact:
            case All(facts):
                return self._z3.And(self._z3.BoolVal(val=True, ctx=self._context), *map(self._fact, facts))
            case AnyOf(facts):
                return self._z3.Or(self._z3.BoolVal(val=False, ctx=self._context), *map(self._fact, facts))
            case Not(inner):
                return self._z3.Not(self._fact(inner))
            case Same(left, right):
                return self._fact(left) == self._fact(right)
            case Compare():
                return self._compare(fact)
            case _:
                raise TypeError(type(fact))

    def _compare(self, fact: Compare) -> _Z3:
        left, right = self._term(fact.left), self._term(fact.right)
        match fact.operator:
            case "=":
                return left == right
            case "!=":
                return left != right
            case "<":
                return left < right
            case "<=":
                return left <= right
            case ">":
                return left > right
            case ">=":
                return left >= right

    def _term(self, term: Term) -> _Z3:
        match term:
            case int():
                return self._z3.IntVal(term, ctx=self._context)
            case Unknown():
                return self._unknown(term)
            case Plus(terms):
                return self._z3.Sum(*map(self._term, terms))
            case Times(factors):
                return self._z3.Product(*map(self._term, factors))
            case Distance(left, right):
                gap = self._term(left) - self._term(right)
                return self._z3.If(gap >= 0, gap, -gap)
