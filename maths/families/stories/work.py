"""Work done together: people or pipes that each need a known time.

Routes: the shares of the job done in one unit of time, added in fractions; and python-flint solving the sentence that
what all of them do together is the whole job.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.families.proportion.amounts import agree
from maths.families.proportion.percent import solved
from maths.families.routes.rational import quotient
from maths.families.settled import Settled, UndecidedError
from maths.families.stories.sentences import positive, shown
from maths.families.terms import minus, number, over, plus
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula
from maths.message import Message
from maths.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_WORKERS = 5


@dataclass(frozen=True, slots=True)
class TogetherWork:
    """`alone` are the times that are known; with `together` known, the time of the one that is left is wanted."""

    alone: tuple[Fraction, ...]
    together: Fraction | None = None

    def settle(self, find: Callable[[tuple[Fraction, ...], Fraction | None], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        if not 1 + (self.together is None) <= len(self.alone) <= MAX_WORKERS:
            raise UndecidedError(_NO_WORK)
        for time in self.alone:
            positive(time)
        found = (find or _by_shares)(self.alone, self.together)
        known = sum((1 / quotient(time) for time in self.alone), quotient(Fraction(0)))
        if self.together is None:
            agree(found, solved(lambda x: x * known - 1))
        else:
            all_of_it = quotient(positive(self.together))
            agree(found, solved(lambda x: all_of_it * (x * known + 1) - x))
        answer = formula(number(found))
        lesson = Lesson(
            Message("Everybody works at a steady pace, also together."),
            Message("Wanted: the time for the whole job together.")
            if self.together is None
            else Message("Wanted: the time of the one that is left, alone."),
            self._works(found),
            Message("In this time the parts that are done add up to exactly one job."),
            Message("The result is {value}.", value=answer),
            Message("Ask which part of the job each one does in one unit of time; these parts may be added."),
            Message("Rates add: 1/T is the sum of the reciprocals of the single times."),
        )
        method = Message("from the shares of the job in fractions, and the whole job as an equation by python-flint")
        return Settled(answer, method, lambda level: teach(lesson, level))

    def _works(self, found: Fraction) -> tuple[Work, ...]:
        shares = [over(number(1), shown(time)) for time in self.alone]
        last = Work(Message("The whole job takes one divided by that part."), read("t = 1/r"),
                    over(number(1), number(1 / found)), number(found))  # fmt: skip
        if self.together is None:
            return (
                Work(Message("In one unit of time each does one divided by the own time; add these parts."), None,
                     plus(*shares), number(1 / found)),
                last,
            )  # fmt: skip
        rest = over(number(1), shown(self.together))
        for share in shares:
            rest = minus(rest, share)
        reason = Message("Of what all do together in one unit of time, take away what the others do.")
        return (Work(reason, None, rest, number(1 / found)), last)


def _by_shares(alone: tuple[Fraction, ...], together: Fraction | None) -> Fraction:
    known = sum((1 / time for time in alone), Fraction(0))
    if together is None:
        return 1 / known
    rest = 1 / together - known
    if rest <= 0:
        raise UndecidedError(_NO_WORK)
    return 1 / rest


_NO_WORK = Message("No time fits these sentences.")
