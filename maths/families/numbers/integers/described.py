"""Questions about numbers that words describe: their value, a list of them, whether something is true of one.

Routes: `members.constructed` and `members.tried`, `measures` first and second, plain integers and python-flint.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from maths.families.numbers.integers import explain
from maths.families.numbers.integers.measured_steps import with_all_digits
from maths.families.numbers.integers.values import Measured, doubts_of, readings
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula, listed
from maths.message import Message
from maths.tree import Truth

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from maths.families.numbers.integers.conditions import Condition
    from maths.families.numbers.integers.values import Numbers, Value
    from maths.families.settled import Task

MAX_LISTED = 60  # numbers in an answer
_DISAGREE = Message("The two ways of calculating it do not agree.")


@dataclass(frozen=True, slots=True)
class Described:
    """The value of a description."""

    value: Value

    def settle(self, find: Callable[[Value], Fraction] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""

        def settled(value: Value) -> Fraction:
            found = find(value) if find else value.first()
            if found != value.second():
                raise UndecidedError(_DISAGREE)
            return found

        value, found = _one_answer(self.value, settled)
        answer = with_all_digits(value.measure, int(found)) if isinstance(value, Measured) else formula(number(found))
        return Settled(answer, _METHOD, lambda level: explain.teach_value(value, found, level))


@dataclass(frozen=True, slots=True)
class Listing:
    """All numbers of a kind, in order; with `only`, the sentence speaks as if there were one."""

    numbers: Numbers
    only: bool = False

    def settle(self, find: Callable[[Numbers], list[int]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""

        def settled(numbers: Numbers) -> list[int]:
            found = find(numbers) if find else numbers.by_construction()
            if found != numbers.by_trying():
                raise UndecidedError(_DISAGREE)
            return found

        numbers, found = _one_answer(self.numbers, settled)
        if not found:
            raise UndecidedError(Message("No number fits what is said."))
        if len(found) > (1 if self.only else MAX_LISTED):
            raise UndecidedError(
                Message("Several numbers fit what is said, so it is not clear which one is asked for.")
            )
        answer = listed(formula(number(n)) for n in found)
        return Settled(answer, _METHOD, lambda level: explain.teach_listing(numbers, found, level))


@dataclass(frozen=True, slots=True)
class Whether:
    """Whether a number meets a condition."""

    value: Value
    condition: Condition

    def settle(self, find: Callable[[Value, Condition], bool] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""

        def settled(asked: tuple[Value, Condition]) -> bool:
            value, condition = asked
            found = find(value, condition) if find else _holds(value.first(), condition)
            again = value.second()
            if again.denominator != 1 or found != condition.again(int(again)):
                raise UndecidedError(_DISAGREE)
            return found

        (value, condition), found = _one_answer((self.value, self.condition), settled)
        return Settled(
            formula(Truth(found)), _METHOD, lambda level: explain.teach_whether(value, condition, found, level)
        )


@dataclass(frozen=True, slots=True)
class EveryReading:
    """A sentence that can be understood in several ways: decided where all of them have one answer."""

    tasks: tuple[Task, ...]

    def settle(self) -> Settled:
        first, *others = (task.settle() for task in self.tasks)
        if any(other.answer != first.answer for other in others):
            raise UndecidedError(Message("The statement can be understood in more than one way."))
        return first


_METHOD = Message("built from what the conditions say, and again by trying number after number")


def _holds(value: Fraction, condition: Condition) -> bool:
    if value.denominator != 1:
        raise UndecidedError(Message("That question is about whole numbers, and one of these is none."))
    return condition.holds(int(value))


def _one_answer(described: Any, settled: Callable[[Any], Any]) -> tuple[Any, Any]:  # noqa: ANN401 - values, sets, pairs
    """The usual reading and its answer, which every other reading must share."""
    usual, *others = readings(described)
    try:
        found = settled(usual)
        same = all(settled(other) == found for other in others)
    except UndecidedError:
        if others:
            raise UndecidedError(doubts_of(described)[0].doubt) from None
        raise
    if not same:
        raise UndecidedError(doubts_of(described)[0].doubt)
    return usual, found
