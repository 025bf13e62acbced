"""Derivatives of any order.

Routes: SymPy differentiates by rules; the Taylor coefficients of the tree, in power series over balls, give
the same values at points of both signs, and polynomials are differentiated exactly by python-flint as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.calculus.derivative_rules import presentable
from maths.families.calculus.derivative_steps import Derived, teach
from maths.families.doubtful import refuse_doubtful
from maths.families.routes.sampling import agree_as_derivative
from maths.families.settled import Settled, UndecidedError
from maths.families.write import formula, letter, tree
from maths.message import Message
from maths.tree import names

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

MAX_OPERATIONS = 120  # of a function that is differentiated: nobody wants to read the result of a longer one
_ROUGH = (sympy.floor, sympy.ceiling, sympy.Mod, sympy.factorial, sympy.Min, sympy.Max, sympy.arg, sympy.re, sympy.im)


@dataclass(frozen=True, slots=True)
class Differentiate:
    body: Node
    variable: str
    order: int = 1

    def settle(self, find: Callable[[Symbolic, Symbolic, int], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        refuse_doubtful(self.body)
        if self.variable not in (found := names(self.body, frozenset({self.variable}))) and found:
            raise UndecidedError(
                Message(
                    "{variable} does not occur in it: it is not said whether the other letters depend on {variable}.",
                    variable=letter(self.variable),
                )
            )
        letters = tuple(sorted(names(self.body, frozenset({self.variable})) | {self.variable}))
        symbols = {full: sympy.Symbol(full, real=True) for full in letters}
        function = to_sympy(self.body, symbols=symbols, variables=frozenset({self.variable}))
        if (
            not isinstance(function, sympy.Expr)
            or function.is_Matrix
            or function.has(*_ROUGH)
            or function.count_ops() > MAX_OPERATIONS
        ):
            raise UndecidedError(Message("Functions of this kind are not differentiated here."))
        derivative = (find or by_rules)(function, symbols[self.variable], self.order)
        answer = tree(derivative)
        if not agree_as_derivative(self.body, answer, letters, self.variable, self.order):
            raise UndecidedError(_why_not(function))
        derived = Derived(self.body, self.variable, self.order, function, symbols[self.variable], answer)
        method = Message(
            "differentiated by rules, and compared with the Taylor series of the function at several points"
        )
        return Settled(formula(answer), method, lambda level: teach(derived, level))


def _why_not(function: Symbolic) -> Message:
    if function.has(sympy.Abs, sympy.sign):
        return Message("An absolute value has a corner where its inside is zero: no single formula is the derivative.")
    return Message("The derivative that was found could not be confirmed in a second way.")


def by_rules(function: Symbolic, symbol: Symbolic, order: int) -> Symbolic:
    """The derivative by SymPy, in a presentable form."""
    return presentable(sympy.diff(function, symbol, order))
