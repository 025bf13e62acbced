"""Divisors, multiples and remainders of whole numbers.

Routes: the school's own algorithms (Euclid's, long division digit by digit) on plain integers; python-flint.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from flint import fmpz

from maths.families.numbers import divisibility_steps as steps
from maths.families.numbers.operands import rational_value, whole
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula, listed
from maths.message import Message
from maths.tree import Number, Quotient, Truth

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from maths.tree import Node

_PAIR = 2


@dataclass(frozen=True, slots=True)
class GreatestDivisor:
    """The greatest number that divides each of several."""

    numbers: tuple[Node, ...]

    def settle(self, find: Callable[[list[int]], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        numbers = _several(self.numbers)
        first = (find or (lambda given: reduce(steps.euclid, given)))(numbers)
        _agree(first, int(reduce(lambda a, b: a.gcd(b), map(fmpz, numbers))))
        method = Message("Euclid's algorithm on whole numbers, and again by python-flint")
        return Settled(formula(number(first)), method, lambda level: steps.teach_divisor(numbers, first, level))


@dataclass(frozen=True, slots=True)
class LeastMultiple:
    """The least number that each of several divides; with `denominators`, of the fractions' denominators."""

    numbers: tuple[Node, ...]
    denominators: bool = False

    def settle(self, find: Callable[[list[int]], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        numbers = self._denominators() if self.denominators else _several(self.numbers)
        first = (find or (lambda given: reduce(lambda a, b: a * b // steps.euclid(a, b), given)))(numbers)
        _agree(first, int(reduce(lambda a, b: a.lcm(b), map(fmpz, numbers))))
        method = Message("from Euclid's algorithm on whole numbers, and again by python-flint")
        fractions = self.numbers if self.denominators else ()
        return Settled(
            formula(number(first)), method, lambda level: steps.teach_multiple(numbers, first, fractions, level)
        )

    def _denominators(self) -> list[int]:
        reduced = [rational_value(node).denominator for node in self.numbers]
        typed = [_typed_denominator(node, lowest) for node, lowest in zip(self.numbers, reduced, strict=True)]
        if len(reduced) < _PAIR:
            raise UndecidedError(Message("One number alone has nothing in common with another."))
        if reduce(lambda a, b: a.lcm(b), map(fmpz, typed)) != reduce(lambda a, b: a.lcm(b), map(fmpz, reduced)):
            raise UndecidedError(
                Message("One of the fractions is not in lowest terms: the common denominator can mean two things.")
            )
        return reduced


@dataclass(frozen=True, slots=True)
class Divides:
    """Whether one number divides another without remainder."""

    divisor: Node
    dividend: Node

    def settle(self, find: Callable[[int, int], tuple[int, int]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        divisor, dividend = whole(self.divisor), whole(self.dividend)
        if divisor == 0:
            raise UndecidedError(Message("Nothing can be divided by zero."))
        quotient, rest = (find or steps.divided)(abs(dividend), abs(divisor))
        if abs(divisor) * quotient + rest != abs(dividend):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        _agree(rest, int(fmpz(abs(dividend)) % fmpz(abs(divisor))))
        method = Message("long division on whole numbers, and again by python-flint")
        return Settled(
            formula(Truth(rest == 0)), method, lambda level: steps.teach_divides(abs(divisor), abs(dividend), level)
        )


@dataclass(frozen=True, slots=True)
class Remainder:
    """The remainder of a division, its whole quotient, or both: `wanted` names them in the order of the answer."""

    dividend: Node
    divisor: Node
    wanted: tuple[str, ...] = ("remainder",)

    def settle(self, find: Callable[[int, int], tuple[int, int]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        dividend, divisor = whole(self.dividend, least=0), whole(self.divisor, least=1)
        quotient, rest = (find or steps.divided)(dividend, divisor)
        again = divmod(fmpz(dividend), fmpz(divisor))
        if (quotient, rest) != (int(again[0]), int(again[1])):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("long division on whole numbers, and again by python-flint")
        found = {"quotient": quotient, "remainder": rest}
        answer = listed(formula(number(found[name])) for name in self.wanted)
        return Settled(answer, method, lambda level: steps.teach_remainder(divisor, dividend, self.wanted, level))


def _several(nodes: tuple[Node, ...]) -> list[int]:
    if len(nodes) < _PAIR:
        raise UndecidedError(Message("One number alone has nothing in common with another."))
    return [whole(node, least=1) for node in nodes]


def _typed_denominator(node: Node, lowest: int) -> int:
    match node:
        case Quotient(denominator=Number(value=value)) if value.denominator == 1 and value > 0:
            return int(value)
    return lowest


def _agree(first: int | Fraction, second: int | Fraction) -> None:
    if first != second:
        raise UndecidedError(Message("The two ways of calculating it do not agree."))
