"""The formula of a direct or inverse proportion of which one pair is known.

Routes: the constant in fractions; and python-flint putting the pair, and its double, into the formula that was found.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.numbers.operands import rational_value
from maths.families.routes.rational import quotient
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, name, number, over, times
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula
from maths.message import Message
from maths.tree import Negative

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from maths.tree import Node


@dataclass(frozen=True, slots=True)
class VariationRule:
    """`letters` are y and x, `known` their values, y first."""

    inverse: bool
    letters: tuple[str, str]
    known: tuple[Node, Node]

    def settle(self, find: Callable[[Fraction, Fraction], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        y, x = (rational_value(node) for node in self.known)
        if 0 in (x, y) or self.letters[0] == self.letters[1]:
            raise UndecidedError(Message("Such a proportion is not settled by these values."))
        constant = (find or (lambda b, a: b * a if self.inverse else b / a))(y, x)
        at, twice = quotient(x), 2 * quotient(x)
        for place, expected in ((at, quotient(y)), (twice, quotient(y) / 2 if self.inverse else 2 * quotient(y))):
            if (quotient(constant) / place if self.inverse else quotient(constant) * place) != expected:
                raise UndecidedError(Message("The two ways of calculating it do not agree."))
        answer = equals(name(self.letters[0]), self._side(constant))
        lesson = Lesson(
            Message("Given is a proportion with {first} and {second}.",
                    first=formula(equals(name(self.letters[0]), self.known[0])),
                    second=formula(equals(name(self.letters[1]), self.known[1]))),
            Message("Wanted: the formula."),
            (Work(_INVERSE if self.inverse else _DIRECT,
                  equals(name(self.letters[0]), over(name("k"), name(self.letters[1]))
                         if self.inverse else times(name("k"), name(self.letters[1]))),
                  equals(self.known[0], over(name("k"), self.known[1])
                         if self.inverse else times(name("k"), self.known[1])),
                  equals(name("k"), number(constant))),),
            Message("The pair that is known fits the formula."),
            Message("The result is {value}.", value=formula(answer)),
            Message("The pair that is known gives the constant; the constant gives the formula."),
            Message("Direct proportion: the quotient is constant, so one pair determines all others.")
            if not self.inverse
            else Message("Inverse proportion: the product is constant, so one pair determines all others."),
        )  # fmt: skip
        method = Message("from the constant in fractions, and the formula tried at two places by python-flint")
        return Settled(formula(answer), method, lambda level: teach(lesson, level))

    def _side(self, constant: Fraction) -> Node:
        x = name(self.letters[1])
        if self.inverse:
            side = over(number(abs(constant)), x)
        elif abs(constant).numerator == 1 and constant.denominator > 1:
            side = over(x, number(constant.denominator))
        else:
            side = x if abs(constant) == 1 else times(number(abs(constant)), x)
        return side if constant > 0 else Negative(side)


_DIRECT = Message("In a direct proportion one is always the same multiple of the other: find that constant k first.")
_INVERSE = Message("In an inverse proportion the product is always the same: find that constant k first.")
