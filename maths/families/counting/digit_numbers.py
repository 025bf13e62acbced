"""Numbers made of given digits: how many there are, the largest, the smallest.

Routes: place by place with the product rule, case after case (see `digit_numbers_routes`); every number that can be
made is written down and tried.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.counting import digit_numbers_steps as steps
from maths.families.counting.digit_numbers_routes import Made, every_number, extreme_by_sorting, split
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class NumbersMade:
    """How many different numbers can be made."""

    made: Made

    def settle(self, find: Callable[[Made], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        self.made.refuse()
        cases = split(self.made)
        first = find(self.made) if find else sum(case.count for case in cases)
        if first != len(every_number(self.made)):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("by the product rule, case after case, and again by writing down every number")
        return Settled(formula(number(first)), method, lambda level: steps.teach_count(self.made, cases, first, level))


@dataclass(frozen=True, slots=True)
class ExtremeMade:
    """The largest number that can be made, or the smallest."""

    made: Made
    largest: bool

    def settle(self, find: Callable[[Made, bool], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        self.made.refuse()
        every = every_number(self.made)
        if self.made.repeated or self.made.conditions or not every:
            raise UndecidedError(Message("Only numbers of digits that are each used once are decided here."))
        first = (find or extreme_by_sorting)(self.made, self.largest)
        if first != (max(every) if self.largest else min(every)):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("the digits in order of size, and again by writing down every number")
        return Settled(
            formula(number(first)), method, lambda level: steps.teach_extreme(self.made, first, self.largest, level)
        )
