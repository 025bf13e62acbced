"""Why an answer is not the expected one, in the words a learner can use."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.grading.compare import UNORDERED, Comparison, is_value
from maths.grading.zero import same_value
from maths.message import Message
from maths.tree import (
    Collection,
    Interval,
    Junction,
    Negative,
    Node,
    Number,
    Product,
    Relation,
    SetOperation,
    Sum,
    names,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_ONE = Number(Fraction(1))
_TENS = tuple(Number(Fraction(10) ** n) for n in (1, -1, 2, -2, 3, -3))
_KIND = Message("This is not the kind of answer that was asked for.")


def reason(expected: Node, given: Node, comparison: Comparison) -> Message:  # noqa: PLR0911 - a sentence a case
    """The most useful thing that can be said with certainty."""
    if is_value(expected) and is_value(given):
        return _of_numbers(expected, given)
    lists = _items(expected), _items(given)
    if lists[0] is not None and lists[1] is not None:
        return _of_lists(expected, given, lists[0], lists[1], comparison)
    if lists[0] is not None and is_value(given):
        return _of_lists(expected, given, lists[0], (given,), comparison)
    if isinstance(expected, Interval) and isinstance(given, Interval):
        same = comparison.same(expected.left, given.left) and comparison.same(expected.right, given.right)
        return (
            Message("The ends are right; look again at whether they belong to the interval.")
            if same
            else Message("The interval is not right.")
        )
    if isinstance(expected, Relation) and isinstance(given, Relation):
        if expected.operators != given.operators and expected.operands == given.operands:
            return Message("The sign of the relation is not right.")
        return Message("This is not the expected answer.")
    if type(expected) is not type(given):
        return _KIND
    return Message("This is not the expected answer.")


def _items(node: Node) -> Sequence[Node] | None:
    if isinstance(node, Collection):
        return node.items
    return node.parts if isinstance(node, Junction | SetOperation) else None


def _of_numbers(expected: Node, given: Node) -> Message:  # noqa: PLR0911 - a sentence a case
    if names(given) - names(expected):
        return (
            Message("There is a letter in this that does not belong there.")
            if names(expected) or names(given)
            else _KIND
        )
    if _same(expected, Negative(given)):
        return Message("The sign is wrong.")
    if isinstance(given, Number) and given.decimals and not isinstance(expected, Number) and not names(expected):
        if _rounds(expected, given):
            return Message("An exact value is asked for, not a decimal.")
        return Message("The value is not right.")
    for ten in _TENS:
        if _same(expected, Product((given, ten))):
            factor = str(ten.value) if ten.value > 1 else str(1 / ten.value)
            return Message("The value is off by a factor of {factor}.", factor=factor)
    if _same(_ONE, Product((expected, given))):
        return Message("The value is upside down: this is the reciprocal.")
    if not names(expected) and (_same(expected, Sum((given, _ONE))) or _same(expected, Sum((given, Negative(_ONE))))):
        return Message("The value is off by one: look for a slip in the arithmetic.")
    return Message("The value is not right.")


def _rounds(expected: Node, given: Number) -> bool:
    from maths.engines.flint_form import to_arb

    try:
        distance = abs(to_arb(Sum((expected, Negative(given))), 256))
        return bool(distance < to_arb(Number(Fraction(1, 10 ** (given.decimals or 0))), 256))
    except RefusedError:
        return False


def _same(first: Node, second: Node) -> bool:
    try:
        return bool(same_value(first, second))
    except RefusedError:
        return False


def _of_lists(
    expected: Node, given: Node, wanted: Sequence[Node], answers: Sequence[Node], comparison: Comparison
) -> Message:
    kinds = {n.kind for n in (expected, given) if isinstance(n, Collection)}
    missing = sum(not any(_holds(comparison, e, g) for g in answers) for e in wanted)
    extra = sum(not any(_holds(comparison, e, g) for e in wanted) for g in answers)
    if len(kinds) > 1 and not kinds <= set(UNORDERED) and not missing and not extra:
        return Message("The values are right, but not the brackets around them.")
    if missing and not extra:
        return Message("{count} value is missing.", plural="{count} values are missing.", count=missing)
    if extra and not missing:
        return Message("{count} value does not belong here.", plural="{count} values do not belong here.", count=extra)
    if not missing and not extra:
        return Message("The order or the number of the values is not right.")
    return Message("{count} value is not right.", plural="{count} values are not right.", count=extra)


def _holds(comparison: Comparison, expected: Node, given: Node) -> bool:
    try:
        return bool(comparison.same(expected, given))
    except RefusedError:
        return False
