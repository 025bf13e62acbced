"""Whether two answers in one shape are the same, kind by kind; None where that could not be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from maths.bounds import UnsupportedError
from maths.grading.relations import same_relation
from maths.grading.zero import same_value
from maths.tree import (
    Apply,
    Collection,
    Interval,
    Junction,
    Kind,
    Matrix,
    NumberSet,
    Ratio,
    Relation,
    SetOperation,
    Text,
    Truth,
    children,
    is_infinite,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from maths.tree import Node

T = TypeVar("T")
NO_NUMBERS = (Text, Truth, Collection, Matrix, Interval, SetOperation, Junction, Relation, Ratio, NumberSet)
UNORDERED = (Kind.SEQUENCE, Kind.SET)


def is_value(node: Node) -> bool:
    return not isinstance(node, NO_NUMBERS)


class Comparison:
    """`number` says when two values are the same: exactly, or within what the policy allows."""

    def __init__(self, number: Callable[[Node, Node], bool | None] = same_value, *, ordered: bool = False) -> None:
        self._number = number
        self._ordered = ordered

    def same(self, expected: Node, given: Node) -> bool | None:  # noqa: C901, PLR0911, PLR0912 - one line a kind of answer
        match expected, given:
            case Text(), Text():
                return expected.text.casefold() == given.text.casefold()
            case Truth(), Truth():
                return expected == given
            case Collection(), Collection():
                return self._same_collection(expected, given)
            case Matrix(), Matrix():
                return _shape(expected) == _shape(given) and self._all_same(_cells(expected), _cells(given))
            case Interval(), Interval():
                ends = (expected.left_open, expected.right_open) == (given.left_open, given.right_open)
                return ends and self._all_same((expected.left, expected.right), (given.left, given.right))
            case SetOperation(), SetOperation():
                if expected.kind != given.kind:
                    return False
                if expected.kind == "difference":
                    return self._all_same(expected.parts, given.parts)
                return self._matched(expected.parts, given.parts)
            case Junction(), Junction():
                return expected.kind == given.kind and self._matched(expected.parts, given.parts)
            case Relation(), Relation():
                return same_relation(expected, given)
            case Ratio(), Ratio():
                return self._all_same(expected.parts, given.parts)
            case Apply(), Apply():
                return expected == given or self._same_number(expected, given)
            case _ if is_infinite(expected) or is_infinite(given):
                return expected == given
            case _ if is_value(expected) and is_value(given):
                return self._same_number(expected, given)
            case _:
                return expected == given if type(expected) is type(given) else False

    def _same_number(self, expected: Node, given: Node) -> bool | None:
        try:
            same = self._number(expected, given)
        except UnsupportedError:
            if expected == given:
                return True
            raise
        return True if same is None and expected == given else same

    def _same_collection(self, expected: Collection, given: Collection) -> bool | None:
        kinds = {expected.kind, given.kind}
        if kinds == {Kind.SEQUENCE, Kind.TUPLE}:
            return self._all_same(expected.items, given.items)
        if len(kinds) > 1 and not kinds <= set(UNORDERED):
            return False
        ordered = self._ordered and kinds == {Kind.SEQUENCE}
        if kinds <= set(UNORDERED) and not ordered:
            return self._matched(expected.items, given.items)
        return self._all_same(expected.items, given.items)

    def _all_same(self, expected: Sequence[Node], given: Sequence[Node]) -> bool | None:
        if len(expected) != len(given):
            return False
        return all_true(self.same(a, b) for a, b in zip(expected, given, strict=True))

    def _matched(self, expected: Sequence[Node], given: Sequence[Node]) -> bool | None:
        """Whether the two hold the same members, each as often."""
        return matched(expected, given, self.same)


def matched(expected: Sequence[T], given: Sequence[T], same: Callable[[T, T], bool | None]) -> bool | None:
    """Whether each of one side is the same as another one of the other side."""
    if len(expected) != len(given):
        return False
    rest = list(given)
    undecided = False
    for wanted in expected:
        for place, answer in enumerate(rest):
            found = same(wanted, answer)
            undecided |= found is None
            if found:
                del rest[place]
                break
        else:
            return None if undecided else False
    return True


def all_true(results: Iterable[bool | None]) -> bool | None:
    undecided = False
    for result in results:
        if result is False:
            return False
        undecided |= result is None
    return None if undecided else True


def _shape(matrix: Matrix) -> tuple[int, int]:
    return len(matrix.rows), len(matrix.rows[0])


def _cells(matrix: Matrix) -> tuple[Node, ...]:
    return tuple(children(matrix))
