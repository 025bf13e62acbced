"""Why an answer is not the expected one, in the words a learner can use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.grading.compare import UNORDERED, Comparison, is_value
from maths.grading.normal import assignments
from maths.grading.slips import slip
from maths.message import Message, counted
from maths.show import typed
from maths.tree import (
    Collection,
    Interval,
    Junction,
    Kind,
    Matrix,
    Negative,
    Node,
    Number,
    Product,
    Ratio,
    Relation,
    SetOperation,
    children,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_KIND = Message("This is not the kind of answer that was asked for.")
_OTHER = Message("This is not the expected answer.")
_STRICT = {"<=": "<", ">=": ">"}


def reason(expected: Node, given: Node, comparison: Comparison) -> Message:
    """The most useful thing that can be said with certainty."""
    if is_value(expected) and is_value(given):
        return slip(expected, given)
    if given == Collection(Kind.SET, ()):
        return Message("There is something to find here: the answer is not empty.")
    named = assignments(expected), assignments(given)
    if named[0] and named[1] and len(named[0]) == len(named[1]) == 1:
        return _of_named(named[0][0], named[1][0], comparison)
    wanted, answers = _items(expected), _items(given)
    if is_value(expected) and _is_decimal_comma(expected, given):
        return Message("A comma parts two values here; write a decimal with a point.")
    if (wanted is not None or answers is not None) and not _is_another_kind(expected, given):
        return _of_lists(expected, given, wanted or (expected,), answers or (given,), comparison)
    return _of_shapes(expected, given, comparison)


def _is_another_kind(expected: Node, given: Node) -> bool:
    """Where one side is no list: whether its value could not be meant as one of the other's."""
    bracketed = isinstance(expected, Collection) and expected.kind in (Kind.TUPLE, Kind.LIST)
    if _items(given) is None:
        return bracketed or not (is_value(given) or bool(assignments(given)))
    return _items(expected) is None and not is_value(expected)


def _of_named(expected: tuple[Node, Node], given: tuple[Node, Node], comparison: Comparison) -> Message:
    """`x = 3` and `x = -3`."""
    if expected[0] != given[0]:
        return Message("This is the value of something else.")
    return reason(expected[1], given[1], comparison)


def _of_shapes(expected: Node, given: Node, comparison: Comparison) -> Message:
    match expected, given:
        case Interval(), Interval():
            return _of_intervals(expected, given, comparison)
        case Relation(), Relation():
            return _of_relations(expected, given)
        case Matrix(), Matrix():
            return _of_matrices(expected, given, comparison)
        case Ratio(), Ratio():
            return _of_ratios(expected, given, comparison)
    return _KIND if type(expected) is not type(given) else _OTHER


def _items(node: Node) -> Sequence[Node] | None:
    if isinstance(node, Collection):
        return node.items
    return node.parts if isinstance(node, Junction | SetOperation) else None


def _differences(
    wanted: Sequence[Node], answers: Sequence[Node], comparison: Comparison
) -> tuple[list[Node], list[Node]]:
    missing = [e for e in wanted if not any(_holds(comparison, e, g) for g in answers)]
    return missing, [g for g in answers if not any(_holds(comparison, e, g) for e in wanted)]


def _of_lists(
    expected: Node, given: Node, wanted: Sequence[Node], answers: Sequence[Node], comparison: Comparison
) -> Message:
    kinds = {n.kind for n in (expected, given) if isinstance(n, Collection)}
    missing, extra = _differences(wanted, answers, comparison)
    if len(kinds) > 1 and not kinds <= set(UNORDERED) and not missing and not extra:
        return Message("The values are right, but not the brackets around them.")
    if missing and not extra:
        return counted("{count} value is missing.", "{count} values are missing.", len(missing))
    if extra and not missing:
        return counted("{count} value does not belong here.", "{count} values do not belong here.", len(extra))
    if not missing and not extra:
        return Message("The order or the number of the values is not right.")
    if len(missing) == len(extra) and all(_turned(comparison, missing, g) for g in extra):
        return counted("{count} value has the wrong sign.", "{count} values have the wrong sign.", len(extra))
    return counted("{count} value is not right.", "{count} values are not right.", len(extra))


def _turned(comparison: Comparison, missing: Sequence[Node], given: Node) -> bool:
    return is_value(given) and any(is_value(e) and _holds(comparison, e, Negative(given)) for e in missing)


def _is_decimal_comma(expected: Node, given: Node) -> bool:
    """`1,5` for 1.5."""
    match given:
        case Collection(kind=Kind.SEQUENCE, items=(Number(decimals=None) as whole, Number(decimals=None) as places)):
            return isinstance(expected, Number) and f"{whole.value}.{places.value}" == typed(expected)
    return False


def _of_intervals(expected: Interval, given: Interval, comparison: Comparison) -> Message:
    if comparison.same(expected.left, given.left) and comparison.same(expected.right, given.right):
        return Message("The ends are right; look again at whether they belong to the interval.")
    return Message("The interval is not right.")


def _of_relations(expected: Relation, given: Relation) -> Message:
    if expected.operands == given.operands and expected.operators != given.operators:
        strict = [tuple(_STRICT.get(o, o) for o in relation.operators) for relation in (expected, given)]
        if strict[0] == strict[1]:
            return Message("Look again at whether the end itself belongs to the solution.")
        return Message("The sign of the relation is not right.")
    return _OTHER


def _of_matrices(expected: Matrix, given: Matrix, comparison: Comparison) -> Message:
    if _holds(comparison, expected, Matrix(tuple(zip(*given.rows, strict=True)))):
        return Message("Rows and columns have changed places.")
    if [len(row) for row in expected.rows] != [len(row) for row in given.rows]:
        return Message("The matrix does not have the right number of rows and columns.")
    pairs = zip(children(expected), children(given), strict=True)
    wrong = sum(not _holds(comparison, e, g) for e, g in pairs)
    return counted("{count} entry is not right.", "{count} entries are not right.", wrong)


def _of_ratios(expected: Ratio, given: Ratio, comparison: Comparison) -> Message:
    if _holds(comparison, expected, Ratio(given.parts[::-1])):
        return Message("The ratio is the wrong way round.")
    if len(expected.parts) == len(given.parts) and _proportional(expected, given, comparison):
        return Message("The ratio is right, but it is asked for in other numbers: simplify it.")
    return _OTHER


def _proportional(expected: Ratio, given: Ratio, comparison: Comparison) -> bool:
    first, other = expected.parts[0], given.parts[0]
    return all(
        _holds(comparison, Product((first, g)), Product((other, e)))
        for e, g in zip(expected.parts, given.parts, strict=True)
    )


def _holds(comparison: Comparison, expected: Node, given: Node) -> bool:
    try:
        return bool(comparison.same(expected, given))
    except RefusedError:
        return False
