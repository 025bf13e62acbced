"""Arranging things in a row or around a table, some of them together or apart.

Routes: factorials (blocks taken as one thing, gaps between the others); placing one thing after the other, every
position counted with what may still come.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.counting import arrangement_steps as steps
from maths.families.counting.arrangement_routes import (
    Grouped,
    Ordering,
    blocks_by_factorials,
    blocks_by_placing,
    by_factorials,
    by_placing,
)
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_THINGS = 30
MAX_DIFFERENT = 12  # kinds of alike things: what may still come is told apart by them


@dataclass(frozen=True, slots=True)
class Arrangement(Ordering):
    """In how many orders the things can stand."""

    def settle(self, find: Callable[[Arrangement], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        self._refuse()
        first = (find or by_factorials)(self)
        if first != by_placing(self):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("by factorials, and again by placing one thing after the other")
        return Settled(formula(number(first)), method, lambda level: steps.teach(self, first, level))

    def _refuse(self) -> None:
        if sum(self.others) + sum(self.special) > MAX_THINGS or len(self.others) + len(self.special) > MAX_THINGS:
            raise UndecidedError(Message("There are too many things to be arranged here."))
        if self.circle and (not self.others or max((*self.others, *self.special)) > 1):
            raise UndecidedError(Message("Around a table only different things are arranged here."))


@dataclass(frozen=True, slots=True)
class Blocks(Grouped):
    """In how many orders the people can stand, each group together."""

    def settle(self, find: Callable[[Blocks], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        if sum(self.sizes) > MAX_THINGS or len(self.sizes) < 2:  # noqa: PLR2004 - groups, in the plural
            raise UndecidedError(Message("There are too many things to be arranged here."))
        first = (find or blocks_by_factorials)(self)
        if first != blocks_by_placing(self):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("by factorials, and again by placing one thing after the other")
        return Settled(formula(number(first)), method, lambda level: steps.teach_blocks(self, first, level))
