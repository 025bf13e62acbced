"""The letter for which a quadratic is the square of a binomial: where its discriminant is zero.

Routes: the equation `b^2 - 4ac = 0` by its own family; then python-flint takes the square root of the quadratic.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import sympy
from flint import fmpq_poly

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.equations.equation import Domain, Equation
from maths.families.routes.rational import rational
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, number, substitute
from maths.families.write import formula, passages, tree
from maths.message import Message
from maths.read import read
from maths.tree import Collection

if TYPE_CHECKING:
    from maths.tree import Node, Relation
    from maths.verdict import Level, Passage

_QUADRATIC = 2


@dataclass(frozen=True, slots=True)
class BinomialSquare:
    body: Node
    unknown: str
    variable: str

    def settle(self) -> Settled:
        value = to_sympy(self.body, variables=frozenset({self.unknown, self.variable}))
        try:
            quadratic = sympy.Poly(sympy.expand(value), sympy.Symbol(self.variable))
        except sympy.polys.polyerrors.PolynomialError as error:
            raise UndecidedError(Message("It is not a polynomial.")) from error
        if quadratic.degree() != _QUADRATIC:
            raise UndecidedError(Message("Only a quadratic is looked at as the square of a binomial."))
        a, b, c = quadratic.all_coeffs()
        equation: Relation = equals(tree(sympy.expand(b**2 - 4 * a * c)), number(0))
        solved = Equation(equation, self.unknown, Domain.REAL).settle()
        for root in _values(read(solved.answer.typed)):
            self._confirm(root)
        return replace(solved, teach=lambda level: self._teach(equation, solved, level))

    def _confirm(self, root: Node) -> None:
        try:
            found = rational(substitute(self.body, self.unknown, root), self.variable).numerator
        except RefusedError as error:
            raise UndecidedError(Message("Only rational values are decided here.")) from error
        leading = found.leading_coefficient()
        monic = found / leading
        half = fmpq_poly([monic[1] / 2, 1])
        if found.degree() != _QUADRATIC or leading <= 0 or half**2 != monic:
            raise UndecidedError(Message("For this value it is no square of a binomial with real coefficients."))

    def _teach(self, equation: Node, solved: Settled, level: Level) -> tuple[Passage, ...]:
        inner = {passage.kind.value: list(passage.lines) for passage in solved.teach(level)}
        steps = [
            Message("The discriminant must be zero: {equation}.", equation=formula(equation)),
            *inner.get("steps", ()),
        ]
        asked = Message("{body} shall be the square of a sum or difference of two terms.", body=formula(self.body))
        approach = Message("The square of a binomial has one double zero, so its discriminant is zero.")
        return passages(**{**inner, "understanding": [asked], "approach": [approach], "steps": steps})


def _values(found: Node) -> tuple[Node, ...]:
    return found.items if isinstance(found, Collection) else (found,)
