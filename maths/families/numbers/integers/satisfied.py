"""Whole numbers that satisfy an equation or inequality in their letter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import sympy
from flint import arb, fmpq

from maths.bounds import RefusedError, UndefinedError, UnsupportedError
from maths.engines.flint_form import to_arb, to_fmpq
from maths.families.equations.real_exact import solve
from maths.families.equations.real_line import RealLine
from maths.families.numbers.integers.exactly import plain_value
from maths.families.settled import UndecidedError
from maths.message import Message

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.families.equations.real_set import RealSet
    from maths.tree import Node, Relation
if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from maths.tree import Node

_PRECISION = 200  # bits in which two irrational values must differ


COMPARED: dict[str, Callable[[int], bool]] = {
    "<": lambda sign: sign < 0,
    "<=": lambda sign: sign <= 0,
    ">": lambda sign: sign > 0,
    ">=": lambda sign: sign >= 0,
    "=": lambda sign: sign == 0,
    "!=": lambda sign: sign != 0,
}


@dataclass(frozen=True, slots=True)
class Satisfies:
    """An equation or inequality, or a chain of them, in the letter: solved exactly, and tried number by number."""

    relation: Relation
    letter: str

    def holds(self, n: int) -> bool:
        solved = solution_set(self)
        if solved is not None:
            return bool(solved.has(sympy.Integer(n)))
        values = [first_value(side, self.letter, n) for side in self.relation.operands]
        return all(
            a is not None and b is not None and COMPARED[operator]((a > b) - (a < b))
            for a, b, operator in zip(values, values[1:], self.relation.operators, strict=False)
        )

    def again(self, n: int) -> bool:
        signs = [self._sign(a, b, n) for a, b in pairwise(self.relation.operands)]
        return all(
            sign is not None and COMPARED[operator](sign)
            for sign, operator in zip(signs, self.relation.operators, strict=True)
        )

    def _sign(self, left: Node, right: Node, n: int) -> int | None:
        """None where a side has no value."""
        try:
            a, b = second_value(left, self.letter, n), second_value(right, self.letter, n)
        except UnsupportedError:
            return self._sign_of_reals(left, right, n)
        return None if a is None or b is None else int(a > b) - int(a < b)

    def _sign_of_reals(self, left: Node, right: Node, n: int) -> int | None:
        values = {self.letter: arb(n)}
        try:
            gap = to_arb(left, _PRECISION, values) - to_arb(right, _PRECISION, values)
        except UndefinedError:
            return None
        if gap.contains(0):
            raise UndecidedError(Message("Which of these numbers is larger could not be proved."))
        return 1 if gap > 0 else -1


@lru_cache(maxsize=64)
def solution_set(condition: Satisfies) -> RealSet | None:
    """The real numbers that satisfy it, where both ways of `RealLine` agree on them; None where it knows no way."""
    try:
        RealLine(condition.relation, condition.letter).settle()
        return solve(condition.relation, condition.letter)
    except (UndecidedError, RefusedError, NotImplementedError):
        return None


def first_value(body: Node, letter: str, n: int) -> Fraction | None:
    try:
        return plain_value(body, {letter: n})
    except UndefinedError:
        return None


def second_value(body: Node, letter: str, n: int) -> fmpq | None:
    try:
        return to_fmpq(body, {letter: fmpq(n)})
    except UndefinedError:
        return None
