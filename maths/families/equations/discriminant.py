"""For which values of a letter a quadratic equation has two, one or no real solutions.

Routes: SymPy's discriminant, and the condition on it solved by the two routes for one real unknown; python-flint's
resultant with the derivative gives the same polynomial, and in every piece a sample equation's real roots are counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import sympy
from flint import fmpq_poly

from maths.engines.sympy_form import to_sympy
from maths.families.equations import real_claims
from maths.families.equations.intervals import solved
from maths.families.equations.real_set import samples, written
from maths.families.equations.resultants import fraction_of, isolated
from maths.families.equations.trial_steps import trial
from maths.families.routes.rational import quotient
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import fraction, minus, number
from maths.families.write import assignments, formula, letter, listed, passages, tree
from maths.message import Formula, Message
from maths.tree import Relation, names
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.equations.real_set import RealSet
    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

DISAGREE = Message("The two ways of solving it do not agree.")
_QUADRATIC = 2


class RealRoots(Enum):
    """How many different real solutions are wanted; the operator compares the discriminant with zero."""

    TWO = ">"
    ONE = "="
    NONE = "<"
    SOME = ">="


@dataclass(frozen=True, slots=True)
class ParameterFor:
    relation: Relation
    unknown: str
    parameter: str
    wanted: RealRoots

    def settle(self, find: Callable[[Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests: the discriminant of a polynomial."""
        if names(self.relation) != {self.unknown, self.parameter}:
            raise UndecidedError(Message("There are several letters in one equation: it does not fix their values."))
        x, k = sympy.Symbol(self.unknown), sympy.Symbol(self.parameter)
        gap = to_sympy(minus(*self.relation.operands), symbols={self.unknown: x, self.parameter: k})
        poly = sympy.Poly(gap, x)
        if poly.degree() != _QUADRATIC or not poly.LC().is_number:
            raise UndecidedError(Message("It is not certainly a quadratic equation."))
        disc = sympy.expand((find or sympy.discriminant)(poly))
        condition = Relation((tree(disc), number(0)), (self.wanted.value,))
        self._confirm(disc)
        found = solved(condition, self.parameter)
        self._count(found)
        method = Message("from the sign of the discriminant; python-flint counts the real solutions in every piece")
        return Settled(
            self._answer(found),
            method,
            lambda level: self._teach(poly, disc, condition, found, level),
            judge=lambda given: real_claims.judge(given, self.parameter, found, method),
            hear=lambda text: real_claims.hear(text, found, method),
        )

    def _answer(self, found: RealSet) -> Formula:
        if found.points is not None and not found.is_empty:
            roots = [tree(point) for point in found.points]
            return Formula(listed(formula(root) for root in roots).typed, assignments(self.parameter, roots).latex)
        return formula(written(found, self.parameter))

    def _confirm(self, disc: Symbolic) -> None:
        """-a * discriminant is the resultant of the polynomial and its derivative."""
        letters = (self.unknown, self.parameter)
        above, _ = fraction_of(minus(*self.relation.operands), letters)
        again = above.resultant(above.derivative(self.unknown), self.unknown)
        lead = above.derivative(self.unknown).derivative(self.unknown) / 2
        own, _ = fraction_of(tree(disc), letters)
        if again + lead * own != 0:
            raise UndecidedError(DISAGREE)

    def _count(self, found: RealSet) -> None:
        """A number between the boundaries, and each rational boundary: the real roots counted."""
        for value in [*samples(found), *(p for p in found.breakpoints if p.is_Rational)]:
            gap = to_sympy(minus(*self.relation.operands), symbols={
                self.unknown: sympy.Symbol("x"), self.parameter: value,
            })  # fmt: skip
            coefficients = [quotient(fraction(c)) for c in reversed(sympy.Poly(gap, sympy.Symbol("x")).all_coeffs())]
            count = sum(1 for root, _ in isolated(fmpq_poly(coefficients)) if root.imag == 0)
            fits = {RealRoots.TWO: count == 2, RealRoots.ONE: count == 1, RealRoots.NONE: count == 0,  # noqa: PLR2004 - roots
                    RealRoots.SOME: count > 0}[self.wanted]  # fmt: skip
            if fits is not found.has(value):
                raise UndecidedError(DISAGREE)

    def _teach(
        self, poly: Symbolic, disc: Symbolic, condition: Relation, found: RealSet, level: Level
    ) -> tuple[Passage, ...]:
        a, b, c = (tree(one) for one in poly.all_coeffs())
        lines: list[Message] = []
        if level is not Level.ADVANCED:
            lines.append(Message("Here a = {a}, b = {b} and c = {c}.", a=formula(a), b=formula(b), c=formula(c)))
        lines.append(Message("The discriminant is {discriminant}.", discriminant=formula(tree(disc))))
        lines.append(Message("The condition is {condition}.", condition=formula(condition)))
        factored: Node = tree(sympy.factor(disc))
        if level is Level.BEGINNER and factored != condition.operands[0]:
            shown = Relation((factored, number(0)), condition.operators)
            lines.append(Message("Factored: {condition}.", condition=formula(shown)))
        rule = {
            RealRoots.TWO: Message("Two different real solutions: the discriminant b^2 - 4ac must be positive."),
            RealRoots.ONE: Message("One repeated solution: the discriminant b^2 - 4ac must be zero."),
            RealRoots.NONE: Message("No real solution: the discriminant b^2 - 4ac must be negative."),
            RealRoots.SOME: Message("Real solutions: the discriminant b^2 - 4ac must not be negative."),
        }[self.wanted]
        return passages(
            understanding=[
                Message("For which {parameter} does {equation} have the wanted number of real solutions?",
                        parameter=letter(self.parameter), equation=formula(self.relation))
            ],
            approach=[rule],
            steps=lines,
            check=[trial([condition], [found], found, self.parameter)],
            conclusion=[Message("It is true exactly for {found}.", found=self._answer(found))],
        )  # fmt: skip
