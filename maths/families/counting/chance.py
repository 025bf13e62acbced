"""The probability of an event in a finite experiment.

Routes: the formula of the event's kind; the probability tree, draw by draw (see `chance_routes`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.counting import chance_steps as steps
from maths.families.counting.chance_routes import by_formula, by_tree, refuse_impossible
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from maths.families.counting.experiment import Draws, Event


@dataclass(frozen=True, slots=True)
class Chance:
    """The probability of an event."""

    draws: Draws
    event: Event

    def settle(self, find: Callable[[Draws, Event], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        refuse_impossible(self.draws)
        first = (find or by_formula)(self.draws, self.event)
        if first != by_tree(self.draws, self.event):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("counted by a formula, and again by a probability tree, draw by draw")
        return Settled(formula(number(first)), method, lambda level: steps.teach(self.draws, self.event, first, level))
