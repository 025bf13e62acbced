"""Consecutive whole numbers of which the sum, the product or the sum of squares is known.

Routes: the mean of the numbers, or the few candidates around a root, in plain integers; the equation in the first
number, whose whole roots python-flint finds by factoring.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt, prod
from typing import TYPE_CHECKING

from flint import fmpz_poly

from maths.families.numbers import consecutive_steps as steps
from maths.families.numbers.row import Row
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula, listed
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_COUNT = 9
MAX_TOTAL = 10**8


@dataclass(frozen=True, slots=True)
class Consecutive(Row):
    """The numbers of the row that the total fixes."""

    def settle(self, find: Callable[[Consecutive], list[int]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        if not 1 < self.count <= MAX_COUNT or not abs(self.total) <= MAX_TOTAL:
            raise UndecidedError(Message("The number has too many digits to be worked out here."))
        first = [start for start in (find or _tried)(self) if self._fits(start)]
        if first != [start for start in _by_roots(self) if self._fits(start)]:
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        if not first:
            raise UndecidedError(Message("No number fits what is said."))
        if len(first) > 1:
            raise UndecidedError(
                Message("Several numbers fit what is said, so it is not clear which one is asked for.")
            )
        found = self.members(first[0])
        method = Message("tried in whole numbers, and again by the whole roots of the equation in python-flint")
        return Settled(listed(formula(number(n)) for n in found), method, lambda level: steps.teach(self, found, level))

    def _fits(self, start: int) -> bool:
        parity = self.rest is None or start % 2 == self.rest
        return parity and (start > 0 or not self.positive)


def _tried(task: Consecutive) -> list[int]:
    if task.operation == "sum":
        first, rest = divmod(task.total - task.step * task.count * (task.count - 1) // 2, task.count)
        return [] if rest else [first]
    size = isqrt(abs(task.total)) + task.step * task.count + 1
    return [start for start in range(-size, size) if _joined(task, start) == task.total]


def _joined(task: Consecutive, start: int) -> int:
    members = task.members(start)
    return prod(members) if task.operation == "product" else sum(n * n for n in members)


def _by_roots(task: Consecutive) -> list[int]:
    """The whole roots of the equation in the first number."""
    members = [fmpz_poly([task.step * place, 1]) for place in range(task.count)]
    whole = fmpz_poly([0])
    for member in members:
        whole += member * member if task.operation == "squares" else member
    if task.operation == "product":
        whole = fmpz_poly([1])
        for member in members:
            whole *= member
    _, factors = (whole - task.total).factor()
    linear = [factor for factor, _ in factors if factor.degree() == 1]
    return sorted(-int(factor[0]) // int(factor[1]) for factor in linear if int(factor[0]) % int(factor[1]) == 0)
