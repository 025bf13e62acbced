"""Two numbers of which two things are said: sum, difference, product, sum of squares.

Routes: one number expressed by the other, a polynomial equation solved by SymPy; python-flint encloses and counts its
roots, and every pair is put back into both conditions. What is asked must have one value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from flint import fmpq_poly

from maths.families.routes.radicals import confirm_roots, radical_roots
from maths.families.routes.rational import quotient
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, fraction, name
from maths.families.write import formula, listed, passages, tree
from maths.message import Message
from maths.tree import Relation
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.verdict import Passage

SUM, DIFFERENCE, PRODUCT, SQUARES = "sum", "difference", "product", "squares"
LARGER, SMALLER, BOTH, RECIPROCALS = "larger", "smaller", "both", "reciprocals"
_X, _Y = sympy.symbols("x y")
_SAID = {SUM: _X + _Y, DIFFERENCE: _X - _Y, PRODUCT: _X * _Y, SQUARES: _X**2 + _Y**2}
_ASKED = {**_SAID, LARGER: _X, SMALLER: _Y, RECIPROCALS: 1 / _X + 1 / _Y}


@dataclass(frozen=True, slots=True)
class TwoNumbers:
    """`said` are the two things known; x is the larger number. `kind` is "", "positive" or "integer" for both."""

    said: tuple[tuple[str, Fraction], tuple[str, Fraction]]
    asked: str
    kind: str = ""

    def settle(self, find: Callable[[fmpq_poly], list[Symbolic]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        pairs = self._pairs(find or radical_roots)
        if not pairs:
            raise UndecidedError(Message("There are no two real numbers of which that is true."))
        if self.asked == BOTH:
            if len(pairs) != 1:
                raise UndecidedError(Message("There is more than one pair of such numbers."))
            answer = listed(formula(tree(value)) for value in sorted(pairs[0]))
        else:
            values = {sympy.radsimp(sympy.expand(_ASKED[self.asked].subs({_X: x, _Y: y}))) for x, y in pairs}
            if len(values) != 1:
                raise UndecidedError(Message("There is more than one pair of such numbers."))
            answer = formula(tree(values.pop()))
        method = Message("one number expressed by the other; the roots counted, every pair put back exactly")
        return Settled(answer, method, lambda level: self._teach(pairs, answer, level))

    def _pairs(self, find: Callable[[fmpq_poly], list[Symbolic]]) -> list[tuple[Symbolic, Symbolic]]:
        known = dict(self.said)
        if len(known) < len(self.said):
            raise UndecidedError(Message("The same thing is said twice."))
        if SUM in known:
            other, rest = _rational(known[SUM]) - _X, next(kind for kind in known if kind != SUM)
        elif DIFFERENCE in known:
            other, rest = _X - _rational(known[DIFFERENCE]), next(kind for kind in known if kind != DIFFERENCE)
        else:
            raise UndecidedError(Message("Neither the sum nor the difference of the numbers is said."))
        if known.get(DIFFERENCE, 0) < 0:
            raise UndecidedError(Message("There are no two real numbers of which that is true."))
        equation = sympy.Poly(_SAID[rest].subs(_Y, other) - _rational(known[rest]), _X)
        polynomial = fmpq_poly([quotient(fraction(c)) for c in reversed(equation.all_coeffs())])
        roots = find(polynomial)
        confirm_roots(polynomial, fmpq_poly([1]), roots)
        pairs = []
        for root in (root for root in roots if root.is_real):
            x, y = root, sympy.expand(other.subs(_X, root))
            if any(sympy.expand(_SAID[kind].subs({_X: x, _Y: y}) - _rational(value)) != 0 for kind, value in self.said):
                raise UndecidedError(Message("The two ways of solving it do not agree."))
            if bool(x >= y) and self._fits(x, y):
                pairs.append((x, y))
        return pairs

    def _fits(self, x: Symbolic, y: Symbolic) -> bool:
        if self.kind == "positive":
            return bool(y > 0)
        return self.kind != "integer" or bool(x.is_Integer and y.is_Integer)

    def _teach(self, pairs: list[tuple[Symbolic, Symbolic]], answer: Formula, level: Level) -> tuple[Passage, ...]:
        conditions = listed(
            formula(Relation((tree(_SAID[kind]), tree(_rational(value))), ("=",))) for kind, value in self.said
        )
        x, y = formula(name("x")), formula(name("y"))
        found = [
            Message("So {result}.", result=listed((formula(equals(name("x"), tree(a))),
                                                    formula(equals(name("y"), tree(b))))))
            for a, b in pairs
        ]  # fmt: skip
        first = (
            [Message("Adding or subtracting the equations leaves one unknown.")]
            if {SUM, DIFFERENCE} == {kind for kind, _ in self.said}
            else [Message("Express one number by the other and put that into the second equation.")]
        )
        asked = [] if self.asked in {LARGER, SMALLER, BOTH} else [
            Message("What is asked is {result}.", result=formula(tree(_ASKED[self.asked])))
        ]  # fmt: skip
        return passages(
            understanding=[Message("Call the larger number {x} and the smaller one {y}.", x=x, y=y)],
            approach=[
                Message("Write the two sentences as equations: {equations}.", equations=conditions)
                if level is not Level.ADVANCED
                else Message("A system of two equations: {equations}.", equations=conditions)
            ],
            steps=[*first, *found, *asked],
            check=[Message("Put back, the numbers make both sentences true.")],
            conclusion=[Message("The answer is {value}.", value=answer)],
        )


def _rational(value: Fraction) -> Symbolic:
    return sympy.Rational(value.numerator, value.denominator)
