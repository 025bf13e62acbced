"""When two equations or inequalities say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maths.bounds import UnsupportedError
from maths.engines.flint_form import to_fraction
from maths.grading.zero import same_value
from maths.message import Message
from maths.tree import Negative, Relation, Sum, names
from maths.values import opaque

if TYPE_CHECKING:
    from maths.tree import Node

_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!=", "~": "~"}


def same_relation(left: Relation, right: Relation) -> bool | None:
    """Link by link, in either direction; each link up to a factor that keeps its truth. None: not decided."""
    first, second = _links(left), _links(right)
    if len(first) != len(second):
        return False
    rest = list(second)
    undecided = False
    for link in first:
        for other in rest:
            same = _same_link(link, other)
            undecided |= same is None
            if same:
                rest.remove(other)
                break
        else:
            return None if undecided else False
    return True


def _links(relation: Relation) -> list[tuple[Node, str, Node]]:
    return [
        (a, operator, b)
        for a, operator, b in zip(relation.operands, relation.operators, relation.operands[1:], strict=False)
    ]


def _same_link(left: tuple[Node, str, Node], right: tuple[Node, str, Node]) -> bool | None:
    if left == right:
        return True
    (a, first, b), (c, second, d) = left, right
    if first not in _TURNED or second not in _TURNED:
        return False
    if _TURNED[first] == second and first not in ("=", "!="):
        c, second, d = d, _TURNED[second], c
    if first != second:
        ratio = _constant_ratio((opaque(a), opaque(b)), (opaque(c), opaque(d)))
        return bool(ratio is not None and ratio < 0 and _TURNED[first] == second)
    try:
        ratio = _constant_ratio((opaque(a), opaque(b)), (opaque(c), opaque(d)))
    except UnsupportedError:
        return _side_by_side(a, b, c, d, symmetric=first in ("=", "!="))
    return ratio is not None and (first in ("=", "!=") or ratio > 0)


def _side_by_side(a: Node, b: Node, c: Node, d: Node, *, symmetric: bool) -> bool | None:
    straight = _both(same_value(a, c), same_value(b, d))
    if straight or not symmetric:
        return straight
    crossed = _both(same_value(a, d), same_value(b, c))
    return crossed or (None if straight is None or crossed is None else False)


def _both(first: bool | None, second: bool | None) -> bool | None:  # noqa: FBT001 - three-valued truths
    if first is False or second is False:
        return False
    return None if first is None or second is None else True


def _constant_ratio(left: tuple[Node, Node], right: tuple[Node, Node]) -> Any:  # noqa: ANN401 - a rational of python-flint
    """The constant by which one difference of sides is a multiple of the other; None where there is none."""
    variables = tuple(sorted(names(Relation(left, ("=",))) | names(Relation(right, ("=",)))))
    if not variables:
        raise UnsupportedError(_NO_VARIABLE)
    top, under = to_fraction(Sum((left[0], Negative(left[1]))), variables)
    other, below = to_fraction(Sum((right[0], Negative(right[1]))), variables)
    first, second = top * below, other * under
    if first.is_zero() or second.is_zero():
        return None
    ratio = first.leading_coefficient() / second.leading_coefficient()
    return ratio if first == second * ratio else None


_NO_VARIABLE = Message("There is no variable in this statement.")
