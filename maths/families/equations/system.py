"""Systems of linear equations.

Routes: SymPy eliminates on its own reading of the equations and the values are put back exactly; python-flint
computes the rank and solves the matrix it takes straight from the trees.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from flint import fmpq, fmpq_mat

from maths.engines.sympy_form import to_sympy
from maths.families.doubtful import refuse_doubtful
from maths.families.equations.claims import NO_VALUES
from maths.families.equations.system_steps import SolvedSystem, teach, teach_inconsistent
from maths.families.routes.linear import Linear, linear
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, fraction, name, number
from maths.families.write import formula, listed
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from maths.families.symbolic import Symbolic
    from maths.tree import Relation

MAX_UNKNOWNS = 8


@dataclass(frozen=True, slots=True)
class System:
    """`asked` are the unknowns the sentence names, in its order; none: all of them."""

    equations: tuple[Relation, ...]
    unknowns: tuple[str, ...]
    asked: tuple[str, ...]

    def settle(self, find: Callable[[System], dict[str, Fraction] | None] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        if len(self.unknowns) > MAX_UNKNOWNS or len(self.equations) > 2 * MAX_UNKNOWNS:
            raise UndecidedError(Message("There are too many equations or unknowns."))
        for equation in self.equations:
            refuse_doubtful(equation, frozenset(self.unknowns))
        rows = [linear(left) + linear(right).scaled(fmpq(-1)) for left, right in (e.operands for e in self.equations)]
        second = _by_flint(rows, self.unknowns)
        first = (find or by_sympy)(self)
        if first is None and second is None:
            method = Message("SymPy finds no values, and the rank in python-flint says that there are none")
            return Settled(
                formula(NO_VALUES),
                method,
                lambda level: teach_inconsistent(self.equations, tuple(rows), self.unknowns, level),
            )
        if first is None or first != second or any(_residue(row, first) for row in rows):
            raise UndecidedError(Message("The two ways of solving it do not agree."))
        asked = self.asked or self.unknowns
        values = [number(first[unknown]) for unknown in asked]
        if len(asked) == 1 and self.asked:
            answer = formula(values[0])
        else:
            answer = listed(formula(equals(name(u), v)) for u, v in zip(asked, values, strict=True))
        method = Message("the values were put back into every equation, and the rank says there is no other solution")
        solved = SolvedSystem(self.equations, tuple(rows), self.unknowns, asked, first)
        point = ", ".join(formula(value).typed for value in values)
        also = (f"({point})",) if len(values) > 1 else ()
        return Settled(answer, method, lambda level: teach(solved, level), also=also)


def by_sympy(system: System) -> dict[str, Fraction] | None:
    """The unique solution by SymPy's elimination; None where there is none."""
    letters = {unknown: sympy.Symbol(unknown) for unknown in system.unknowns}
    built: list[Symbolic] = []
    for equation in system.equations:
        left, right = (to_sympy(side, symbols=letters, variables=frozenset(letters)) for side in equation.operands)
        built.append(left - right)
    found = sympy.linsolve(built, list(letters.values()))
    if len(found) != 1:
        return None
    (values,) = found
    if any(value.free_symbols for value in values):
        raise UndecidedError(Message("The equations have infinitely many solutions: they do not fix every unknown."))
    return {u: fraction(v) for u, v in zip(system.unknowns, values, strict=True)}


def _by_flint(rows: list[Linear], unknowns: tuple[str, ...]) -> dict[str, Fraction] | None:
    entries = [[row.coefficients.get(u, fmpq(0)) for u in unknowns] + [-row.constant] for row in rows]
    reduced, rank = fmpq_mat(entries).rref()
    pivots = [next((c for c in range(len(unknowns) + 1) if reduced[r, c] != 0), -1) for r in range(rank)]
    if len(unknowns) in pivots:
        return None
    if rank < len(unknowns):
        raise UndecidedError(Message("The equations have infinitely many solutions: they do not fix every unknown."))
    return {u: fraction(reduced[r, len(unknowns)]) for r, u in enumerate(unknowns)}


def _residue(row: Linear, values: dict[str, Fraction]) -> Fraction:
    total = fraction(row.constant)
    for unknown, coefficient in row.coefficients.items():
        total += fraction(coefficient) * values[unknown]
    return total
