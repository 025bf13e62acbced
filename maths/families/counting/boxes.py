"""Putting things into boxes, either of which may look all the same or all different.

Routes: the formula of the kind; every list of how many things share a box (see `boxes_routes`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.counting import boxes_steps as steps
from maths.families.counting.boxes_routes import Filling, by_formula, by_partitions
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_THINGS = 30
MAX_BOXES = 30


@dataclass(frozen=True, slots=True)
class Boxes(Filling):
    """In how many ways the boxes can be filled."""

    def settle(self, find: Callable[[Boxes], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        if not 0 < self.things <= MAX_THINGS or not 0 < self.boxes <= MAX_BOXES:
            raise UndecidedError(Message("There are too many things to be arranged here."))
        first = (find or by_formula)(self)
        if first != by_partitions(self):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("by a formula for boxes, and again by listing how many things share a box")
        return Settled(formula(number(first)), method, lambda level: steps.teach(self, first, level))
