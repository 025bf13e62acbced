"""A probability that is one count over another: of described whole numbers, of arrangements.

Routes: both counts are settled by their own family, each by two routes.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, number, over
from maths.families.write import formula, passages
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.settled import Task
    from maths.tree import Node
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class Share:
    """The number that `fitting` finds over the number that `all_` finds; `opposite`: one minus that."""

    fitting: Task
    all_: Task
    opposite: bool = False

    def settle(self) -> Settled:
        """Decide by two independent routes."""
        fitting, whole = self.fitting.settle(), self.all_.settle()
        good, total = int(fitting.answer.typed), int(whole.answer.typed)
        if not 0 <= good <= total or total == 0:
            raise UndecidedError(Message("Nothing is drawn."))
        found = 1 - Fraction(good, total) if self.opposite else Fraction(good, total)
        return Settled(formula(number(found)), whole.method, lambda level: _teach(self, (good, total), found, level))


def _teach(task: Share, counts: tuple[int, int], found: Fraction, level: Level) -> tuple[Passage, ...]:
    good, total = counts
    share: Node = over(number(good), number(total))
    value = Fraction(good, total)
    lines = [line for passage in task.all_.settle().teach(level) if passage.kind == "steps" for line in passage.lines]
    lines.append(Message("Number of all outcomes: {total}.", total=total))
    lines += [
        line for passage in task.fitting.settle().teach(level) if passage.kind == "steps" for line in passage.lines
    ]
    lines.append(Message("Outcomes that fit: {count}.", count=good))
    lines.append(Message("Divide: {result}.", result=formula(equals(share, number(value)))))
    if task.opposite:
        whole = equals(over(number(total - good), number(total)), number(found))
        lines.append(Message("The others make up {result}.", result=formula(whole)))
    return passages(
        understanding=[Message("Every outcome is equally likely.")],
        approach=[
            {
                Level.BEGINNER: Message(
                    "Count all outcomes. Count those that fit. The probability is the second number over the first."
                ),
                Level.INTERMEDIATE: Message(
                    "All outcomes are equally likely: count those that fit and divide by the number of all."
                ),
                Level.ADVANCED: Message("Laplace: favourable outcomes over all outcomes."),
            }[level]
        ],
        steps=lines,
        check=[Message("Those that fit and those that do not are {total} together.", total=total)],
        conclusion=[Message("The probability is {result}.", result=formula(number(found)))],
    )
