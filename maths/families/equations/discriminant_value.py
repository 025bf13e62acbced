"""The discriminant of a quadratic as a number, or as a polynomial in its letters.

Routes: SymPy's discriminant; and b² - 4ac over python-flint's numbers, from the coefficients read without SymPy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from flint import fmpq

from maths.engines.sympy_form import to_sympy
from maths.families.routes.rational import rational
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, minus, name, number, power, times
from maths.families.write import formula, passages
from maths.message import Message
from maths.tree import names
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

_QUADRATIC = 2


@dataclass(frozen=True, slots=True)
class DiscriminantOf:
    body: Node
    unknown: str

    def settle(self, find: Callable[[Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests: the discriminant of a polynomial."""
        if names(self.body) != {self.unknown}:
            raise UndecidedError(Message("There are several letters in one equation: it does not fix their values."))
        read = rational(self.body, self.unknown)
        if read.divisors or read.numerator.degree() != _QUADRATIC:
            raise UndecidedError(Message("It is not certainly a quadratic equation."))
        c, b, a = (coefficient / read.denominator[0] for coefficient in read.numerator.coeffs())
        again = b * b - fmpq(4) * a * c
        first = (find or sympy.discriminant)(sympy.Poly(to_sympy(self.body), sympy.Symbol(self.unknown)))
        if number(first) != number(again):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("the discriminant by SymPy, and again from the coefficients in python-flint")
        return Settled(formula(number(again)), method, lambda level: _teach(self.body, (a, b, c), again, level))


def _teach(body: Node, coefficients: tuple[fmpq, fmpq, fmpq], value: fmpq, level: Level) -> tuple[Passage, ...]:
    a, b, c = (number(coefficient) for coefficient in coefficients)
    letters = minus(power(name("b"), 2), times(number(4), name("a"), name("c")))
    filled = minus(power(b, 2), times(number(4), a, c))
    lines = [Message("Here a = {a}, b = {b} and c = {c}.", a=formula(a), b=formula(b), c=formula(c))]
    if level is Level.BEGINNER:
        lines.append(Message("Put them in: {filled}.", filled=formula(filled)))
    lines.append(Message("So {result}.", result=formula(equals(filled, number(value)))))
    said = (
        Message("It is positive: there are two different real roots.")
        if value > 0
        else Message("It is zero: there is one real root, a double one.")
        if value == 0
        else Message("It is negative: there is no real root.")
    )
    return passages(
        understanding=[Message("Wanted: the discriminant of {expression}.", expression=formula(body))],
        approach=[
            Message("The discriminant is the number below the root in the quadratic formula: {formula}.",
                    formula=formula(letters))
            if level is Level.BEGINNER
            else Message("The discriminant of a quadratic is {formula}.", formula=formula(letters))
            if level is Level.INTERMEDIATE
            else Message("By definition the discriminant is {formula}; its sign says how many real roots there are.",
                         formula=formula(letters))
        ],
        steps=lines if level is not Level.ADVANCED else lines[-1:],
        check=[said],
        conclusion=[Message("The answer is {answer}.", answer=formula(number(value)))],
    )  # fmt: skip
