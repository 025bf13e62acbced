"""An answer in the shape in which answers are compared: names of values dropped, inequalities as sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.grading.compare import UNORDERED, is_value
from maths.grading.zero import is_less, same_value
from maths.tree import (
    Apply,
    Call,
    Collection,
    Interval,
    Junction,
    Kind,
    Matrix,
    Name,
    Negative,
    Node,
    NumberSet,
    PlusMinus,
    Power,
    Product,
    Quotient,
    Ratio,
    Relation,
    SetOperation,
    Sum,
    is_infinite,
    names,
    walk,
)
from maths.values import branches

if TYPE_CHECKING:
    from collections.abc import Sequence

_ORDER = {"<": (True, False), "<=": (False, False), ">": (True, True), ">=": (False, True)}
_PAIR = 2
_REAL_LINE = Interval(Negative(Name("oo")), Name("oo"), left_open=True, right_open=True)


def paired(expected: Node, given: Node) -> tuple[Node, Node]:
    """Both sides in one shape: `x = 3` answers 3, `-1 < x < 2` the interval (-1, 2), `±` is two values."""
    wanted, answer = _evaluated(_ended(_spread(expected))), _evaluated(_ended(_spread(given)))
    if isinstance(wanted, Junction) != isinstance(answer, Junction):
        wanted, answer = _listed(wanted, answer), _listed(answer, wanted)
    wanted, answer = _unnamed(wanted, answer), _unnamed(answer, wanted)
    wanted, answer = _as_set(wanted, answer), _as_set(answer, wanted)
    return _as_kind(wanted, answer), _as_kind(answer, wanted)


def _spread(node: Node) -> Node:
    if not any(isinstance(n, PlusMinus) for n in walk(node)):
        return node
    both = branches(node)
    return both[0] if len(both) == 1 else Collection(Kind.SEQUENCE, both)


def _listed(node: Node, other: Node) -> Node:
    """`p = 3 and q = 4` as `p = 3, q = 4`; beside a list without order, `2 or 3` as `2, 3`."""
    match node:
        case Junction(kind="and", parts=parts) if _labelled(parts) is not None:
            return Collection(Kind.SEQUENCE, parts)
        case Junction(kind="or", parts=parts) if (
            isinstance(other, Collection) and other.kind in UNORDERED and all(is_value(part) for part in parts)
        ):
            return Collection(other.kind, parts)
    return node


def _ended(node: Node) -> Node:
    """`x = 2 + 3 = 5` as `x = 5`, where the chain is true; `-oo < x < 3` as `x < 3`."""
    match node:
        case Relation(operands=(low, Name() as name, high), operators=(first, second)) if is_infinite(
            low
        ) ^ is_infinite(high):
            return Relation((name, high), (second,)) if is_infinite(low) else Relation((low, name), (first,))
        case Relation(operands=operands, operators=operators) if len(operators) > 1 and set(operators) == {"="}:
            start = 1 if is_label(operands[0]) else 0
            values = operands[start:]
            if any(names(v) or not is_value(v) for v in values):
                return node
            if all(same_value(values[-1], v) for v in values[:-1]):
                return Relation((operands[0], values[-1]), ("=",)) if start else values[-1]
    return node


def _evaluated(node: Node) -> Node:
    """A sum or product of matrices as the matrix it is."""
    if not isinstance(node, Sum | Product | Negative | Power | Quotient) or not any(
        isinstance(n, Matrix) for n in walk(node)
    ):
        return node
    from maths.engines.sympy_form import to_sympy
    from maths.engines.sympy_tree import from_sympy

    return from_sympy(to_sympy(node))


# Names of values


def _unnamed(node: Node, other: Node) -> Node:
    """Without the names of its values where the other side has none, or where they all are one name."""
    pairs = assignments(node)
    if pairs is None:
        return node
    labels = [label for label, _ in pairs]
    values = tuple(value for _, value in pairs)
    if len(pairs) > 1 and len(set(labels)) == 1:
        return Collection(Kind.SEQUENCE, values) if not _is_one_relation(other) else node
    if assignments(other) is not None or isinstance(other, Relation | Junction):
        return node
    if len(pairs) == 1:
        return values[0]
    width = len(dict.fromkeys(labels))
    if len(labels) > width and labels == labels[:width] * (len(labels) // width):
        groups = [values[i : i + width] for i in range(0, len(values), width)]
        return Collection(Kind.SEQUENCE, tuple(Collection(Kind.TUPLE, group) for group in groups))
    return Collection(Kind.TUPLE, values) if len(set(labels)) == len(labels) else node


def _is_one_relation(node: Node) -> bool:
    return isinstance(node, Relation) and assignments(node) is None and not _is_membership(node)


def assignments(node: Node) -> list[tuple[Node, Node]] | None:
    """The labels and values of `p = 5, q = 2`; `x = 2, -2` gives each value the label before it."""
    match node:
        case Relation(operands=(left, right), operators=(("=" | "~"),)) if is_label(left) and not _whole_sided(
            left, right
        ):
            return [(left, right)]
        case Relation(operands=(left, Name() as right), operators=("=",)) if not names(left):
            return [(right, left)]
        case Junction(parts=parts) | Collection(kind=Kind.SEQUENCE | Kind.SET, items=parts):
            return _labelled(parts)
        case _:
            return None


def _labelled(parts: Sequence[Node]) -> list[tuple[Node, Node]] | None:
    found: list[tuple[Node, Node]] = []
    for part in parts:
        if isinstance(part, Relation):
            one = assignments(part)
            if one is None:
                return None
            found += one
        elif found and not isinstance(part, Junction | Collection):
            found.append((found[-1][0], part))
        else:
            return None
    return found or None


def _whole_sided(left: Node, right: Node) -> bool:
    """`y = 2x + y` and the like: no value of its left side."""
    return isinstance(left, Name) and left.full in names(right)


def is_label(node: Node) -> bool:
    """Whether what stands left of `=` only names the value: `x`, `f(x)`, `|AB|`, `a : b`, `(p, q)`."""
    match node:
        case Name() | Apply():
            return True
        case Call(function=("abs" | "norm" | "det"), arguments=(inner,)):
            return is_label(inner)
        case Ratio(parts=parts) | Collection(kind=Kind.TUPLE, items=parts):
            return all(is_label(part) for part in parts)
        case Product(factors=(Name() as first, Name() as second)):
            return first.name.isupper() and second.name.isupper()
        case _:
            return False


# Sets


def _as_set(node: Node, other: Node) -> Node:  # noqa: PLR0911 - a shape each
    """An inequality of one variable with constant ends as an interval, where the other side is a set."""
    match node:
        case Relation(operands=(Name(), right), operators=("in",)) if isinstance(
            right, Interval | SetOperation | Collection | NumberSet
        ):
            inner = right
            if isinstance(inner, Collection) and len(inner.items) == _PAIR:
                return _interval(inner) or inner
            return inner
        case _:
            pass
    if not (_is_set(other) or _is_pair(other) or _is_membership(other)):
        return node
    match node:
        case Relation():
            return _solution(node) or node
        case Junction(kind="or", parts=parts):
            solved = [_solution(part) if isinstance(part, Relation) else None for part in parts]
            if all(part is not None for part in solved):
                return SetOperation("union", tuple(part for part in solved if part is not None))
        case Junction(kind="and", parts=(Relation() as first, Relation() as second)) if names(first) == names(second):
            return _common(_solution(first), _solution(second)) or node
    return node


def _common(first: Interval | None, second: Interval | None) -> Interval | None:
    """`x > -1 and x < 2` as (-1, 2)."""
    match first, second:
        case Interval(left=Negative(operand=Name("oo"))), Interval(right=Name("oo")):
            return _common(second, first)
        case Interval(left=low, right=Name("oo")), Interval(left=Negative(operand=Name("oo")), right=high):
            if is_less(low, high):
                return Interval(low, high, left_open=first.left_open, right_open=second.right_open)
    return None


def _is_set(node: Node) -> bool:
    return isinstance(node, Interval | SetOperation | NumberSet)


def _is_pair(node: Node) -> bool:
    return isinstance(node, Collection) and node.kind in (Kind.TUPLE, Kind.LIST) and len(node.items) == _PAIR


def _is_membership(node: Node) -> bool:
    return isinstance(node, Relation) and node.operators == ("in",)


def _solution(relation: Relation) -> Interval | None:
    infinity = Name("oo")
    match relation:
        case Relation(operands=(Name(), end), operators=(operator,)) if operator in _ORDER and not names(end):
            is_open, above = _ORDER[operator]
            if above:
                return Interval(end, infinity, left_open=is_open, right_open=True)
            return Interval(Negative(infinity), end, left_open=True, right_open=is_open)
        case Relation(operands=(end, Name() as name), operators=(operator,)) if operator in _ORDER and not names(end):
            turned = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}[operator]
            return _solution(Relation((name, end), (turned,)))
        case Relation(operands=(low, Name(), high), operators=(first, second)) if (
            first in _ORDER
            and second in _ORDER
            and _ORDER[first][1] == _ORDER[second][1]
            and not names(low) | names(high)
        ):
            if _ORDER[first][1]:
                return Interval(high, low, left_open=_ORDER[second][0], right_open=_ORDER[first][0])
            return Interval(low, high, left_open=_ORDER[first][0], right_open=_ORDER[second][0])
        case _:
            return None


def _interval(pair: Collection) -> Interval | None:
    if pair.kind not in (Kind.TUPLE, Kind.LIST) or len(pair.items) != _PAIR:
        return None
    is_open = pair.kind is Kind.TUPLE
    return Interval(pair.items[0], pair.items[1], left_open=is_open, right_open=is_open)


def _as_kind(node: Node, other: Node) -> Node:
    """`(1, 2)` as an interval, a column, or the list in its order, as the other side has it."""
    if isinstance(other, NumberSet) and node == _REAL_LINE:
        return NumberSet("R")
    if isinstance(node, Collection):
        if isinstance(other, Interval):
            return _interval(node) or node
        if isinstance(other, SetOperation) and _is_pair(node):
            return node
        if isinstance(other, Matrix) and node.kind is Kind.TUPLE and len(other.rows[0]) == 1:
            return Matrix(tuple((item,) for item in node.items))
    if isinstance(node, SetOperation):
        parts = tuple(_interval(p) or p if isinstance(p, Collection) else p for p in node.parts)
        return SetOperation(node.kind, parts)
    return node
