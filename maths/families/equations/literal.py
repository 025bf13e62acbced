"""Formulas solved for one of their letters, which occurs in the first power.

Routes: SymPy collects the letter; python-flint takes the equation as numerators of polynomials straight from the
tree, sees the degree 1, and finds the same quotient by its own division.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.equations.resultants import fraction_of
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, minus, name, number, times
from maths.families.write import formula, letter, passages, tree
from maths.message import Message
from maths.tree import Relation, names
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

MAX_LETTERS = 8
DISAGREE = Message("The two ways of solving it do not agree.")
NOT_LINEAR = Message("The letter does not occur in the first power only.")


@dataclass(frozen=True, slots=True)
class SolveFor:
    relation: Relation
    unknown: str

    def settle(self, find: Callable[[Symbolic, Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests: from a*x + b = 0 it gets x."""
        every = tuple(sorted(names(self.relation, frozenset({self.unknown, "e"}))))
        if len(every) > MAX_LETTERS:
            raise UndecidedError(Message("There are too many equations or unknowns."))
        symbols = {full: sympy.Symbol(full) for full in every}
        gap = to_sympy(minus(*self.relation.operands), symbols=symbols, variables=frozenset(every))
        x = symbols[self.unknown]
        poly = sympy.Poly(sympy.fraction(sympy.together(gap))[0], x)
        if poly.degree() != 1:
            raise UndecidedError(NOT_LINEAR)
        a, b = poly.all_coeffs()
        value = (find or (lambda slope, constant: sympy.cancel(-constant / slope)))(a, b)
        self._confirm(every, value)
        shown = _shown(value)
        condition = None if a.is_number else tree(sympy.factor(a))
        method = Message("collected and divided by SymPy; python-flint finds the same quotient from the coefficients")
        return Settled(
            formula(equals(name(self.unknown), shown)),
            method,
            lambda level: self._teach(a, b, shown, condition, level),
            also=(formula(shown).typed,),
        )

    def _confirm(self, every: tuple[str, ...], value: Symbolic) -> None:
        """The same fraction from python-flint's coefficients."""
        above, _ = fraction_of(minus(*self.relation.operands), every)
        place = every.index(self.unknown)
        if above.degrees()[place] != 1:
            raise UndecidedError(DISAGREE)
        slope = above.derivative(self.unknown)
        constant = above.subs({self.unknown: 0})
        top, below = fraction_of(tree(value), every)
        if slope == 0 or top * slope + constant * below != 0:
            raise UndecidedError(DISAGREE)

    def _teach(
        self, slope: Symbolic, constant: Symbolic, shown: Node, condition: Node | None, level: Level
    ) -> tuple[Passage, ...]:
        unknown = name(self.unknown)
        collected = equals(times(tree(sympy.factor(slope)), unknown), tree(sympy.expand(-constant)))
        lines: list[Message] = []
        if level is not Level.ADVANCED or slope not in {1, -1}:
            lines.append(Message("Multiply out and collect every term with {letter} on one side: {result}.",
                                 letter=letter(self.unknown), result=formula(collected)))  # fmt: skip
        if level is Level.BEGINNER:
            lines.append(Message("All other letters are treated like numbers."))
        if condition is not None:
            needed = Relation((condition, number(0)), ("!=",))
            lines.append(Message("Divide by the factor of {letter}, which must not be zero: {condition}.",
                                 letter=letter(self.unknown), condition=formula(needed)))  # fmt: skip
        result = formula(equals(unknown, shown))
        return passages(
            understanding=[Message("Solve {equation} for {letter}.", equation=formula(self.relation),
                                   letter=letter(self.unknown))],
            approach=[Message("Bring {letter} alone to one side.", letter=letter(self.unknown))],
            steps=[*lines, Message("This gives {equation}.", equation=result)],
            check=[Message("Put in place of {letter}, it makes both sides of the equation equal.",
                           letter=letter(self.unknown))],
            conclusion=[Message("The result is {result}.", result=result)],
        )  # fmt: skip


def _shown(value: Symbolic) -> Node:
    found: Node = tree(value)
    return found
