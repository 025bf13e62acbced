"""A given answer held against the expected one, exactly.

Numbers and expressions are compared by value: rational arithmetic first, then balls with a proof.
There is no tolerance unless the policy names one, and two texts that cannot be read are never equal
unless both are the same plain words. The policy (all keys optional) comes from whoever set the
question: `ordered` (order matters in a list without brackets), `tolerance` (a typed number: how far
a value may lie from the expected one).
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flint import fmpq

from maths.bounds import RefusedError, UnreadableError, UnsupportedError
from maths.flint_form import to_arb, to_fmpq
from maths.message import Message, counted
from maths.read import read
from maths.relations import same_relation
from maths.tree import (
    Collection,
    Interval,
    Junction,
    Kind,
    Matrix,
    Name,
    Negative,
    Node,
    Number,
    PlusMinus,
    Ratio,
    Relation,
    SetOperation,
    Sum,
    Text,
    Truth,
    children,
    walk,
)
from maths.values import branches, is_infinite
from maths.verdict import Grading, Outcome
from maths.zero import same_value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORDS = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+){0,7}")
_UNORDERED = (Kind.SEQUENCE, Kind.SET)


def grade(expected: str, given: str, policy: Mapping[str, Any] | None = None) -> Grading:
    """EQUAL, DIFFERENT, or UNREADABLE when a side is not understood; the reason is for the learner."""
    try:
        wanted = _understood(expected)
    except UnreadableError:
        return Grading(Outcome.UNREADABLE, Message("I cannot read the expected answer, so I cannot compare."))
    try:
        answer = _understood(given)
    except UnreadableError as error:
        return Grading(Outcome.UNREADABLE, Message("I cannot read this answer: {reason}", reason=error.message))
    try:
        return _Comparison(policy or {}).grade(wanted, answer)
    except RefusedError as error:
        return Grading(Outcome.UNREADABLE, Message("I cannot compare this answer: {reason}", reason=error.message))


def _understood(text: str) -> Node:
    try:
        return read(text)
    except UnreadableError:
        words = " ".join(text.split())
        if _WORDS.fullmatch(words):
            return Text(words)
        raise


EQUAL = Grading(Outcome.EQUAL)


class _Comparison:
    def __init__(self, policy: Mapping[str, Any]) -> None:
        self._ordered = bool(policy.get("ordered"))
        self._tolerance = _tolerance(policy.get("tolerance"))

    def grade(self, expected: Node, given: Node) -> Grading:
        wanted, answer = _answered(expected, given)
        same = self.same(wanted, answer)
        if same is None:
            return Grading(Outcome.UNREADABLE, Message("I could not decide whether these are equal."))
        return EQUAL if same else Grading(Outcome.DIFFERENT, self._reason(wanted, answer))

    def same(self, expected: Node, given: Node) -> bool | None:  # noqa: C901, PLR0911 - one line a kind of answer
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
                return expected.kind == given.kind and self._matched(expected.parts, given.parts)
            case Junction(), Junction():
                return expected.kind == given.kind and self._matched(expected.parts, given.parts)
            case Relation(), Relation():
                return same_relation(expected, given)
            case Ratio(), Ratio():
                return self._all_same(expected.parts, given.parts)
            case _ if is_infinite(expected) or is_infinite(given):
                return expected == given
            case _ if _is_value(expected) and _is_value(given):
                return self._same_number(expected, given)
            case _:
                return expected == given if type(expected) is type(given) else False

    def _same_number(self, expected: Node, given: Node) -> bool | None:
        if self._tolerance is not None:
            return _within(expected, given, self._tolerance)
        try:
            return same_value(expected, given)
        except UnsupportedError:
            if expected == given:
                return True
            raise

    def _same_collection(self, expected: Collection, given: Collection) -> bool | None:
        unordered = expected.kind in _UNORDERED and given.kind in _UNORDERED
        if expected.kind is not given.kind and not unordered:
            return False
        if unordered and not (self._ordered and expected.kind is given.kind is Kind.SEQUENCE):
            return self._matched(expected.items, given.items)
        return self._all_same(expected.items, given.items)

    def _all_same(self, expected: Sequence[Node], given: Sequence[Node]) -> bool | None:
        if len(expected) != len(given):
            return False
        return _all(self.same(a, b) for a, b in zip(expected, given, strict=True))

    def _matched(self, expected: Sequence[Node], given: Sequence[Node]) -> bool | None:
        """Whether the two hold the same members, each as often."""
        if len(expected) != len(given):
            return False
        rest = list(given)
        undecided = False
        for wanted in expected:
            for place, answer in enumerate(rest):
                same = self.same(wanted, answer)
                undecided |= same is None
                if same:
                    del rest[place]
                    break
            else:
                return None if undecided else False
        return True

    def _reason(self, expected: Node, given: Node) -> Message:
        if type(expected) is not type(given) and not (_is_value(expected) and _is_value(given)):
            return Message("This is not the kind of answer that was asked for.")
        if isinstance(expected, Collection) and isinstance(given, Collection):
            return self._collection_reason(expected, given)
        if _is_value(expected) and _is_value(given):
            return self._number_reason(expected, given)
        return Message("This is not the expected answer.")

    def _number_reason(self, expected: Node, given: Node) -> Message:
        try:
            if same_value(expected, Negative(given)):
                return Message("The sign is wrong.")
        except RefusedError:
            pass
        if isinstance(given, Number) and given.decimals and not isinstance(expected, Number):
            return Message("An exact value is asked for, not a decimal.")
        return Message("The value is not right.")

    def _collection_reason(self, expected: Collection, given: Collection) -> Message:
        if expected.kind is not given.kind and not {expected.kind, given.kind} <= set(_UNORDERED):
            return Message("This is not the kind of answer that was asked for.")
        missing = sum(not any(self.same(e, g) for g in given.items) for e in expected.items)
        extra = sum(not any(self.same(e, g) for e in expected.items) for g in given.items)
        if missing and not extra:
            return counted("{count} value is missing.", "{count} values are missing.", missing)
        if extra and not missing:
            return counted("{count} value does not belong here.", "{count} values do not belong here.", extra)
        if not missing and not extra:
            return Message("The order or the number of the values is not right.")
        return counted("{count} value is not right.", "{count} values are not right.", extra)


def _all(results: Any) -> bool | None:  # noqa: ANN401 - an iterable of bool | None
    undecided = False
    for result in results:
        if result is False:
            return False
        undecided |= result is None
    return None if undecided else True


def _answered(expected: Node, given: Node) -> tuple[Node, Node]:
    """Both sides in one shape: `x = 3` answers where 3 is expected, `±` stands for its two values."""
    wanted, answer = _spread(expected), _spread(given)
    if isinstance(wanted, Relation) != isinstance(answer, Relation):
        wanted, answer = _right_side(wanted), _right_side(answer)
    return wanted, answer


def _right_side(node: Node) -> Node:
    match node:
        case Relation(operands=(Name(), value), operators=("=",)):
            return value
        case Relation(operands=(Collection(kind=Kind.TUPLE), Collection() as value), operators=("=",)):
            return value
        case _:
            return node


def _spread(node: Node) -> Node:
    if not any(isinstance(n, PlusMinus) for n in walk(node)):
        return node
    both = branches(node)
    return both[0] if len(both) == 1 else Collection(Kind.SEQUENCE, both)


_NO_NUMBERS = (Text, Truth, Collection, Matrix, Interval, SetOperation, Junction, Relation, Ratio)


def _is_value(node: Node) -> bool:
    return not isinstance(node, _NO_NUMBERS)


def _shape(matrix: Matrix) -> tuple[int, int]:
    return len(matrix.rows), len(matrix.rows[0])


def _cells(matrix: Matrix) -> tuple[Node, ...]:
    return tuple(children(matrix))


def _tolerance(given: Any) -> Fraction | None:  # noqa: ANN401 - from outside
    if given is None:
        return None
    try:
        return abs(Fraction(str(given)))
    except ValueError:
        return None


def _within(expected: Node, given: Node, tolerance: Fraction) -> bool:
    difference = Sum((expected, Negative(given)))
    try:
        return bool(abs(to_fmpq(difference)) <= fmpq(tolerance.numerator, tolerance.denominator))
    except UnsupportedError:
        return bool(abs(to_arb(difference, 256)) <= fmpq(tolerance.numerator, tolerance.denominator))
