"""Equations with several exponentials or logarithms that become an equation between polynomials.

Powers of one base are powers of t = c^(d*x); logarithms with one argument are t = log_c(x); sums of logarithms are
the logarithm of a product. Routes for the new equation: SymPy's roots put back exactly, and their number and places
by python-flint. Every candidate is put back into the equation as typed, by SymPy exactly and in balls: what lies
outside of the domain falls away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.bounds import RefusedError, UndefinedError
from maths.engines.sympy_form import to_sympy
from maths.families.doubtful import refuse_doubtful
from maths.families.equations.claims import NO_VALUES, judge
from maths.families.equations.exponential_forms import (
    NOT_THIS_KIND,
    Reduced,
    logarithm,
    logarithms_of,
    reduced_equation,
)
from maths.families.equations.exponential_steps import SolvedExponential, teach
from maths.families.equations.real_inverse import Inverted
from maths.families.equations.real_set import compare, is_zero
from maths.families.equations.two_bases import TwoBases, is_two_bases
from maths.families.routes.ball import number as ball
from maths.families.routes.ball import precisely
from maths.families.routes.radicals import confirm_roots, divided_by, radical_roots, sort_key, vanishes
from maths.families.routes.rational import rational
from maths.families.settled import Settled, UndecidedError
from maths.families.write import assignments, formula, listed, tree
from maths.message import Formula, Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from flint import arb, fmpq_poly

    from maths.families.symbolic import Symbolic
    from maths.tree import Call, Relation

DISAGREE = Message("The two ways of solving it do not agree.")
BITS = 900
_ZERO = 200


@dataclass(frozen=True, slots=True)
class Exponential:
    """An equation with the unknown in exponents or in logarithms, over the real numbers."""

    relation: Relation
    unknown: str

    def settle(self, find: Callable[[fmpq_poly], list[Symbolic]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        refuse_doubtful(self.relation, frozenset({self.unknown}))
        if find is None:
            try:
                return Inverted(self.relation, self.unknown).settle()
            except (UndecidedError, RefusedError):
                pass
        try:
            reduced, candidates, found = self.solved(find or radical_roots)
        except UndecidedError as error:
            if error.reason == NOT_THIS_KIND and is_two_bases(self.relation, self.unknown):
                return TwoBases(self.relation, self.unknown).settle()
            raise
        method = Message(
            "reduced to a polynomial equation whose roots python-flint counts; each was put back exactly and in balls"
        )
        roots = [tree(value) for value in found]
        solved = SolvedExponential(
            self.relation, self.unknown, reduced.relation, reduced.letter, reduced.kind, reduced.base, reduced.scale,
            reduced.positive, tuple(candidates), tuple(found),
        )  # fmt: skip
        if roots:
            answer = Formula(listed(formula(root) for root in roots).typed, assignments(self.unknown, roots).latex)
        else:
            answer = formula(NO_VALUES)
        return Settled(
            answer,
            method,
            lambda level: teach(solved, level),
            judge=lambda given: judge(given, self.unknown, roots, roots, method),
        )

    def solved(self, find: Callable[[fmpq_poly], list[Symbolic]]) -> tuple[Reduced, list[Symbolic], list[Symbolic]]:
        """The reduced equation, its real roots, and the solutions in ascending order."""
        reduced = reduced_equation(self.relation, self.unknown)
        left, right = (rational(side, reduced.letter) for side in reduced.relation.operands)
        difference = left + -right
        cleared = difference.numerator
        if cleared.degree() < 0:
            raise UndecidedError(Message("Both sides are always equal: every allowed number solves the equation."))
        excluded = divided_by(difference)
        roots = [root for root in find(cleared) if not vanishes(excluded, root)]
        confirm_roots(cleared, excluded, roots)
        real = sorted((root for root in roots if root.is_real), key=sort_key)
        values = [value for root in real if (value := _unknown_from(reduced, root)) is not None]
        kept = [value for value in values if self._solves(value)]
        return reduced, real, sorted(kept, key=lambda value: value.evalf(30))

    def _solves(self, value: Symbolic) -> bool:
        """Whether the equation as typed holds; both routes must say so."""
        exactly = self._exactly(value)
        try:
            with precisely(BITS):
                point = ball(tree(value), {}).real
                sides = [ball(side, {self.unknown: point}) for side in self.relation.operands]
                reals = [self._is_real(part, point) for part in logarithms_of(self.relation)]
                gap = sides[0] - sides[1]
                numerically = all(reals) and bool(gap.contains(0)) and float(gap.rad()) < 2.0**-_ZERO
        except UndefinedError:
            numerically = False
        if exactly != numerically:
            raise UndecidedError(DISAGREE)
        return exactly

    def _is_real(self, logarithm: Call, point: arb) -> bool:
        """Whether argument and base are positive, and the base is not 1."""
        parts = [ball(argument, {self.unknown: point}) for argument in logarithm.arguments]
        return all(bool(part.real > 0) for part in parts) and not (len(parts) > 1 and (parts[1] - 1).contains(0))

    def _exactly(self, value: Symbolic) -> bool:
        for call in logarithms_of(self.relation):
            parts = [to_sympy(argument, symbols={self.unknown: value}) for argument in call.arguments]
            if any(compare(sympy.expand(part), sympy.Integer(0)) <= 0 for part in parts):
                return False
            if len(parts) > 1 and compare(parts[1], sympy.Integer(1)) == 0:
                return False
        left, right = (to_sympy(side, symbols={self.unknown: value}) for side in self.relation.operands)
        return is_zero(sympy.simplify(sympy.expand_log(sympy.expand(left - right), force=True)))


def _unknown_from(reduced: Reduced, root: Symbolic) -> Symbolic | None:
    match reduced.kind:
        case "power":
            if not root.is_positive:
                return None
            return logarithm(root, reduced.base) / reduced.scale
        case "argument":
            return sympy.expand(reduced.base**root)
    return root
