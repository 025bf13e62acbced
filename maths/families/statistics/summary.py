"""What sums up a list of given numbers: mean, median, mode, range, variance, standard deviation, other means.

Routes: the definition over fractions; another formula over python-flint's rationals (deviations from the first number,
ranks counted, squares minus the square of the mean), or the defining property checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.numbers.operands import rational_value
from maths.families.settled import Settled, UndecidedError
from maths.families.statistics import summary_steps as steps
from maths.families.statistics.roots import nth_root
from maths.families.statistics.summary_routes import ROOTED, Kind, by_definition, confirmed
from maths.families.terms import number
from maths.families.write import formula, listed
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from maths.tree import Node

MAX_NUMBERS = 100
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Summary:
    """One or several of them for one list; `joined` is "+" or "-" where their sum or positive difference is asked."""

    kinds: tuple[Kind, ...]
    numbers: tuple[Node, ...]
    joined: str = ""

    def settle(self, find: Callable[[Kind, list[Fraction]], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        data = [rational_value(node) for node in self.numbers]
        if not 1 < len(data) <= MAX_NUMBERS:
            raise UndecidedError(Message("A list of at least two numbers, and not too many, is needed here."))
        found = [self._value(kind, data, find or by_definition) for kind in self.kinds]
        method = Message("by the definition, and again by another formula in python-flint")
        if not self.joined:
            nodes = [self._node(kind, value, len(data)) for kind, value in zip(self.kinds, found, strict=True)]
            answer = listed(formula(node) for node in nodes)
            return Settled(answer, method, lambda level: steps.teach(self.kinds, data, found, nodes, level))
        if any(kind in ROOTED or kind is Kind.GEOMETRIC for kind in self.kinds):
            raise UndecidedError(Message("Only rational numbers are decided here yet."))
        total = found[0] + found[1] if self.joined == "+" else abs(found[0] - found[1])
        return Settled(
            formula(number(total)),
            method,
            lambda level: steps.teach_joined(self.kinds, data, found, (self.joined, total), level),
        )

    def _value(self, kind: Kind, data: list[Fraction], find: Callable[[Kind, list[Fraction]], Fraction]) -> Fraction:
        """The value; of roots what stands under the root."""
        kind = ROOTED.get(kind, kind)
        first = find(kind, data)
        if not confirmed(kind, data, first):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        return first

    def _node(self, kind: Kind, value: Fraction, count: int) -> Node:
        if kind in ROOTED:
            return nth_root(value, _PAIR)
        return nth_root(value, count) if kind is Kind.GEOMETRIC else number(value)
