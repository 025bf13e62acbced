"""The sum of all coefficients of a polynomial: its value where every letter is 1.

Routes: python-flint multiplies the polynomial out straight from the text and the coefficients are added; SymPy
evaluates it at 1 without multiplying out.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.engines.sympy_form import to_sympy
from maths.families.algebra.coefficient import by_flint
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import fraction, number, plus, replace
from maths.families.write import formula, letter, listed, passages
from maths.families.written import letters
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

MAX_SHOWN = 12  # coefficients that are added one by one


@dataclass(frozen=True, slots=True)
class CoefficientSum:
    body: Node

    def settle(self, find: Callable[[Node], Symbolic] | None = None) -> Settled:
        """`find` stands in for the second route in tests: the value with every letter 1."""
        variables = tuple(sorted(letters(self.body)))
        if not variables:
            raise UndecidedError(Message("There is no variable in the expression."))
        monomials = by_flint(self.body, variables)
        total = sum(monomials.values(), Fraction(0))
        at_one = (find or to_sympy)(replace(self.body, {name: number(1) for name in variables}))
        if not at_one.is_Rational or fraction(at_one) != total:
            raise UndecidedError(Message("The two ways of multiplying it out do not agree."))
        method = Message("multiplied out and added, and evaluated with every letter 1")
        found = [value for _, value in sorted(monomials.items(), reverse=True)]
        return Settled(
            formula(number(total)), method, lambda level: self._teach(variables, found, number(total), level)
        )

    def _teach(
        self, variables: tuple[str, ...], found: list[Fraction], total: Node, level: Level
    ) -> tuple[Passage, ...]:
        names = listed(letter(name) for name in variables)
        at_one = formula(replace(self.body, {name: number(1) for name in variables}))
        steps = [Message("Put 1 for {names}: {value}.", names=names, value=at_one),
                 Message("That is {value}.", value=formula(total))]  # fmt: skip
        check = Message("Multiplied out by another program, the coefficients have the same sum.")
        if len(found) <= MAX_SHOWN:
            terms = formula(plus(*(number(value) for value in found)))
            check = Message("Multiplied out, the coefficients are added: {terms}.", terms=terms)
        return passages(
            understanding=[Message("Add all numbers in front of the powers in {body}.", body=formula(self.body))],
            approach=[
                Message("Evaluate at 1.")
                if level is Level.ADVANCED
                else Message("Every power of 1 is 1, so with 1 for the letter only the coefficients are left, added.")
            ],
            steps=steps,
            check=[check],
            conclusion=[Message("The sum of the coefficients is {value}.", value=formula(total))],
        )
