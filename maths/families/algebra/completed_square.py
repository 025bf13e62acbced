"""A quadratic as `a*(x + h)^2 + k`.

Routes: by the formula for h and k in fractions; multiplied out again in python-flint's normal form.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.families.routes.normal_form import Polynomials
from maths.families.routes.rational import rational
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, fraction, minus, name, number, plus, power, times
from maths.families.write import formula, letter, passages
from maths.families.written import letters
from maths.message import Message
from maths.tree import Negative
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node
    from maths.verdict import Passage

_QUADRATIC = 2
_DISAGREE = Message("The two ways of calculating it do not agree.")


@dataclass(frozen=True, slots=True)
class CompleteSquare:
    body: Node

    def settle(
        self, find: Callable[[Fraction, Fraction, Fraction], tuple[Fraction, Fraction]] | None = None
    ) -> Settled:
        """`find` stands in for the first route in tests: from a, b, c it gets h and k."""
        if len(letters(self.body)) != 1:
            raise UndecidedError(Message("Only a quadratic in one letter is completed to a square."))
        (variable,) = letters(self.body)
        found = rational(self.body, variable)
        if found.denominator.degree() > 0 or found.numerator.degree() != _QUADRATIC:
            raise UndecidedError(Message("Only a quadratic in one letter is completed to a square."))
        quadratic = found.numerator / found.denominator[0]
        a, b, c = (fraction(quadratic[n]) for n in (2, 1, 0))
        h, k = (find or _vertex)(a, b, c)
        answer = _written(a, h, k, variable)
        ring = Polynomials((variable,))
        if ring.read(answer) != ring.read(self.body):
            raise UndecidedError(_DISAGREE)
        if h == 0:
            raise UndecidedError(Message("There is no linear term, so nothing is to be completed."))
        method = Message("completed by the formula, and multiplied out again by python-flint")
        return Settled(formula(answer), method, lambda level: self._teach(a, h, variable, answer, level))

    def _teach(self, a: Fraction, h: Fraction, variable: str, answer: Node, level: Level) -> tuple[Passage, ...]:
        x = name(variable)
        half, square = formula(number(h)), formula(number(h * h))
        steps = []
        if a != 1:
            inside = plus(power(x, 2), _signed(2 * h, x))
            steps.append(
                Message(
                    "Take {factor} out of the first two terms: {result}.",
                    factor=formula(number(a)),
                    result=formula(times(number(a), inside)),
                )
            )
        if level is not Level.ADVANCED:
            steps.append(
                Message(
                    "Half of the number in front of {letter} is {half}; its square is {square}.",
                    letter=letter(variable),
                    half=half,
                    square=square,
                )
            )
        if level is Level.BEGINNER:
            full = plus(power(x, 2), _signed(2 * h, x), number(h * h))
            squared = formula(equals(full, _written(Fraction(1), h, Fraction(0), variable)))
            steps.append(Message("With it the terms make a whole square: {result}.", result=squared))
        steps.append(Message("Add that square and take it away again, so that nothing changes: {result}.",
                             result=formula(equals(self.body, answer))))  # fmt: skip
        return passages(
            understanding=[Message("Write {body} as a square and a number.", body=formula(self.body))],
            approach=[Message("Complete the square by {formula}.",
                              formula=formula(equals(plus(power(x, 2), times(number(2), name("h"), x)),
                                                     minus(power(plus(x, name("h")), 2), power(name("h"), 2)))))],
            steps=steps,
            check=[Message("Multiplied out, it is the given expression again.")],
            conclusion=[Message("The result is {result}.", result=formula(answer))],
        )  # fmt: skip


def _vertex(a: Fraction, b: Fraction, c: Fraction) -> tuple[Fraction, Fraction]:
    h = b / (2 * a)
    return h, c - a * h * h


def _signed(value: Fraction, x: Node) -> Node:
    size = x if abs(value) == 1 else times(number(abs(value)), x)
    return size if value > 0 else Negative(size)


def _written(a: Fraction, h: Fraction, k: Fraction, variable: str) -> Node:
    inside = plus(name(variable), number(h)) if h else name(variable)
    square = power(inside, 2)
    whole = square if a == 1 else Negative(square) if a == -1 else times(number(a), square)
    return plus(whole, number(k)) if k else whole
