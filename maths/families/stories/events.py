"""Probabilities of two events from others that are told: unions, intersections, complements, conditions.

Routes: the laws of probability, one after the other, in fractions; and the four elementary cases (both, one, the
other, neither) as a system of linear equations in python-flint, which has to fix what is asked and leave no
probability outside of 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from flint import fmpq, fmpq_mat

from maths.families.numbers.rounding_steps import plain
from maths.families.proportion.amounts import agree
from maths.families.routes.rational import quotient
from maths.families.settled import Settled, UndecidedError
from maths.families.stories.event_laws import Derived, derived, probability
from maths.families.terms import fraction
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula, listed
from maths.message import Formula, Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

Cases: TypeAlias = frozenset[int]
"""Of the cases 3 (both), 2 (only the first), 1 (only the second), 0 (neither)."""

EVERY: Cases = frozenset({0, 1, 2, 3})
FIRST: Cases = frozenset({2, 3})
SECOND: Cases = frozenset({1, 3})
_MAX_TOLD = 6
_METHOD = Message("by the laws of probability in fractions, and from the four elementary cases by python-flint")


class Tie(Enum):
    """What is told about the two events."""

    NONE = "none"
    INDEPENDENT = "independent"
    EXCLUSIVE = "exclusive"


@dataclass(frozen=True, slots=True)
class Likely:
    """The probability of `cases`, where `given` has happened."""

    cases: Cases
    given: Cases = EVERY


@dataclass(frozen=True, slots=True)
class TwoEvents:
    told: tuple[tuple[Likely, Fraction], ...]
    wanted: Likely
    tie: Tie = Tie.NONE
    names: tuple[str, str] = ("A", "B")
    decimals: bool = False

    def settle(self, find: Callable[[TwoEvents], list[Derived]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        if not 1 <= len(self.told) <= _MAX_TOLD or any(not 0 <= value <= 1 for _, value in self.told):
            raise UndecidedError(IMPOSSIBLE)
        if self.tie is Tie.EXCLUSIVE and any(likely.given != EVERY for likely in (self.wanted, *dict(self.told))):
            raise UndecidedError(NOT_FIXED)
        second = _by_cases(self)
        lines = (find or _by_laws)(self)
        if not lines:
            raise UndecidedError(NOT_FIXED)
        agree(lines[-1].value, second)
        answer = formula(plain(second, decimals=self.decimals))
        lesson = Lesson(
            Message("Given: {given}.", given=listed(_stated(likely, value, self) for likely, value in self.told)),
            Message("Wanted: {wanted}.", wanted=spoken(self.wanted, self.names)),
            tuple(
                Work(line.reason(self.names), None, line.put_in(decimals=self.decimals),
                     plain(line.value, decimals=self.decimals), line.law(self.names))
                for line in lines
            ),
            Message("Every probability lies between 0 and 1, and those of all four cases add up to 1."),
            Message("The result is {value}.", value=answer),
            _PLANS[self.tie],
            Message("Additivity and the definition of conditional probability."),
        )  # fmt: skip
        return Settled(answer, _METHOD, lambda level: teach(lesson, level))


def _by_laws(task: TwoEvents) -> list[Derived]:
    return derived({(likely.cases, likely.given): value for likely, value in task.told},
                   (task.wanted.cases, task.wanted.given), task.tie.value)  # fmt: skip


def _by_cases(task: TwoEvents) -> Fraction:
    """The elementary cases as unknowns. Raises UndecidedError where they do not fix what is asked."""
    rows: list[list[fmpq | int]] = [[1, 1, 1, 1, 1]]
    rows += [_row(likely, quotient(value)) for likely, value in task.told]
    if task.tie is Tie.EXCLUSIVE:
        rows.append([0, 0, 0, 1, 0])
    if task.tie is Tie.INDEPENDENT:
        rows += _independence(task)
    reduced, rank = fmpq_mat(rows).rref()
    found = [[reduced[r, c] for c in range(5)] for r in range(int(rank))]
    if any(not any(row[:4]) for row in found):
        raise UndecidedError(IMPOSSIBLE)
    values = {cases: _fixed(found, cases) for cases in _all_cases()}
    if any(value is not None and not 0 <= value <= 1 for value in values.values()):
        raise UndecidedError(IMPOSSIBLE)
    both, one, other = values[FIRST & SECOND], values[FIRST], values[SECOND]
    if (
        task.tie is Tie.INDEPENDENT
        and both is not None
        and one is not None
        and other is not None
        and both != one * other
    ):
        raise UndecidedError(IMPOSSIBLE)
    above, below = values[task.wanted.cases & task.wanted.given], values[task.wanted.given]
    if any(likely.given != EVERY and values[likely.given] == 0 for likely, _ in task.told) or below == 0:
        raise UndecidedError(IMPOSSIBLE)
    if above is None or below is None:
        raise UndecidedError(NOT_FIXED)
    return fraction(above / below)


def _row(likely: Likely, value: fmpq) -> list[fmpq | int]:
    """P(cases and given) - value*P(given) = 0, or P(cases) = value."""
    if likely.given == EVERY:
        return [*(int(case in likely.cases) for case in range(4)), value]
    inside = likely.cases & likely.given
    return [*(int(case in inside) - value * int(case in likely.given) for case in range(4)), 0]


def _independence(task: TwoEvents) -> list[list[fmpq | int]]:
    """With the probability of one event known, that both happen is so much of the other: linear."""
    told = {likely.cases: value for likely, value in task.told if likely.given == EVERY}
    for event, other in ((FIRST, SECOND), (SECOND, FIRST)):
        if event in told or EVERY - event in told:
            share = quotient(told[event] if event in told else 1 - told[EVERY - event])
            return [_row(Likely(event, other), share)]
    raise UndecidedError(NOT_FIXED)


def _fixed(rows: list[list[fmpq]], cases: Cases) -> fmpq | None:
    """The probability of the cases where the reduced rows fix it."""
    left: list[fmpq] = [fmpq(int(case in cases)) for case in range(4)]
    value = fmpq(0)
    for row in rows:
        place = next(index for index in range(4) if row[index] != 0)
        share = left[place]
        left = [a - share * b for a, b in zip(left, row[:4], strict=True)]
        value += share * row[4]
    return None if any(left) else value


def _all_cases() -> list[Cases]:
    return [frozenset(case for case in range(4) if chosen >> case & 1) for chosen in range(16)]


def spoken(likely: Likely, names: tuple[str, str]) -> Formula:
    return probability((likely.cases, likely.given), names)


def _stated(likely: Likely, value: Fraction, task: TwoEvents) -> Formula:
    left, right = spoken(likely, task.names), formula(plain(value, decimals=task.decimals))
    return Formula(f"{left.typed} = {right.typed}", f"{left.latex} = {right.latex}")


IMPOSSIBLE = Message("No two events have these probabilities.")
NOT_FIXED = Message("What is told about the events does not fix this probability.")
_PLANS = {
    Tie.NONE: Message("Go from what is known to what is asked, by one law of probability after the other."),
    Tie.INDEPENDENT: Message("Independent: that one happens tells nothing about the other, so probabilities multiply."),
    Tie.EXCLUSIVE: Message("Mutually exclusive: the two never happen together, so nothing is counted twice."),
}
