"""Choosing: so many out of so many, in order or not, with repetition or not, stage after stage or from groups.

Routes: binomial coefficients, falling factorials and powers; Pascal's rule and generating functions, built up by
adding one thing after the other (see `selection_routes`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.counting import selection_steps as steps
from maths.families.counting.selection_routes import (
    MAX_SIZE,
    Choices,
    Drawn,
    by_building,
    by_cases,
    by_formula,
    by_polynomial,
    refuse,
)
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Selection(Choices):
    """In how many ways it can be chosen, one choice after the other."""

    def settle(self, find: Callable[[Selection], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        for stage in self.stages:
            refuse(stage)
        first = (find or by_formula)(self)
        if first != by_building(self):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("by binomial coefficients and factorials, and again by Pascal's rule")
        return Settled(formula(number(first)), method, lambda level: steps.teach(self, first, level))


@dataclass(frozen=True, slots=True)
class Committee(Drawn):
    """In how many ways it can be chosen from the groups."""

    def settle(self, find: Callable[[Committee], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        if sum(group.size for group in self.groups) > MAX_SIZE:
            raise UndecidedError(Message("There are too many things to choose from here."))
        first = (find or by_cases)(self)
        if first != by_polynomial(self):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("case by case with binomial coefficients, and again by a generating function")
        return Settled(formula(number(first)), method, lambda level: steps.teach_committee(self, first, level))
