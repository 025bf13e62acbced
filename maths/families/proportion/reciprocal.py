"""The reciprocal of a number, and the value of a ratio.

Routes: fractions turned or divided; and python-flint multiplying back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.numbers.operands import rational_value
from maths.families.numbers.rounding_steps import decimal, plain
from maths.families.proportion.amounts import percent
from maths.families.routes.rational import quotient
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, number, over, times
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula, passages
from maths.message import Message
from maths.read import read
from maths.tree import Ratio
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from maths.tree import Node
    from maths.verdict import Passage

_DISAGREE = Message("The two ways of calculating it do not agree.")


@dataclass(frozen=True, slots=True)
class Reciprocal:
    """One divided by a number."""

    of: Node

    def settle(self, find: Callable[[Fraction], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        value = rational_value(self.of)
        if value == 0:
            raise UndecidedError(Message("Nothing can be divided by zero."))
        found = (find or (lambda given: 1 / given))(value)
        if quotient(found) * quotient(value) != 1:
            raise UndecidedError(_DISAGREE)
        answer = formula(number(found))
        as_fraction = over(number(abs(value.numerator)), number(value.denominator))
        return Settled(answer, _TURNED, lambda level: _teach_reciprocal(self.of, as_fraction, value, found, level))


def _teach_reciprocal(
    typed: Node, upright: Node, value: Fraction, found: Fraction, level: Level
) -> tuple[Passage, ...]:
    lines = (
        []
        if level is Level.ADVANCED
        else [Message("Written as a fraction, without its sign, the number is {fraction}.", fraction=formula(upright))]
    )
    turned = Message("Turn it upside down and keep the sign: {result}.", result=formula(number(found)))
    return passages(
        understanding=[Message("Which number gives 1 when it is multiplied by {number}?", number=formula(typed))],
        approach=[
            {
                Level.BEGINNER: Message("A fraction turned upside down, times the fraction itself, is 1."),
                Level.INTERMEDIATE: Message("The reciprocal of a/b is b/a."),
                Level.ADVANCED: Message("The multiplicative inverse in the field of rational numbers."),
            }[level]
        ],
        steps=[*lines, turned],
        check=[
            Message("Multiply: {product}.", product=formula(equals(times(number(value), number(found)), number(1))))
        ],
        conclusion=[Message("The reciprocal is {result}.", result=formula(number(found)))],
    )  # fmt: skip


_TURNED = Message("the fraction turned upside down, and multiplied by the number by python-flint")


@dataclass(frozen=True, slots=True)
class RatioValue:
    """The value of a ratio: "fraction", "decimal" or "percent"."""

    parts: tuple[Node, Node]
    form: str = "fraction"

    def settle(self, find: Callable[[Fraction, Fraction], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        one, other = (rational_value(part) for part in self.parts)
        if one <= 0 or other <= 0:
            raise UndecidedError(Message("The parts of a ratio are positive numbers."))
        found = (find or (lambda a, b: a / b))(one, other)
        if quotient(found) * quotient(other) != quotient(one):
            raise UndecidedError(_DISAGREE)
        if self.form == "decimal" and decimal(found) is None:
            raise UndecidedError(Message("As a decimal it does not end."))
        value = plain(found, decimals=self.form == "decimal")
        answer = percent(found) if self.form == "percent" else formula(value)
        works = [Work(_COMPARED, read("v = a/b"), over(*self.parts), value)]
        if self.form == "percent":
            works.append(Work(Message("A hundredth is one per cent: multiply by 100."), None,
                              times(number(found), number(100)), plain(found * 100, decimals=True)))  # fmt: skip
        lesson = Lesson(
            Message("Given is the ratio {ratio}.", ratio=formula(Ratio(self.parts))),
            Message("Wanted: the value of the ratio."),
            tuple(works),
            Message("The value times the second number is the first number again."),
            Message("The result is {value}.", value=answer),
            Message("The second number is what is compared with: it goes below."),
            Message("The value of a : b is the quotient a/b."),
        )
        method = Message("the quotient in fractions, and multiplied back by python-flint")
        return Settled(answer, method, lambda level: teach(lesson, level))


_COMPARED = Message("Divide the first number by the second one.")
