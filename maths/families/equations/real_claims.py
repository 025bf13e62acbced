"""What a claimed answer to a statement about one real number says: a set of numbers, however it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.equations.claims import claimed_values
from maths.families.equations.real_set import EVERYTHING, NOTHING, RealSet, compare, finite
from maths.message import Message
from maths.tree import Collection, Interval, Junction, Kind, Name, Negative, NumberSet, Relation, SetOperation, names
from maths.verdict import Standing, Verdict

if TYPE_CHECKING:
    from maths.tree import Node

_TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}
_ALL = re.compile(
    r"(it (is|holds) (true )?for )?(all|every|any) (real (numbers?|values?|x)|x)( of x)?"
    r"|모든 ?실수(입니다|이다)?|실수 ?전체",
    re.IGNORECASE,
)
_DIFFERENT = Message("The answer is not the set of all solutions.")
_PAIR = 2


def hear(text: str, right: RealSet, method: Message) -> Verdict | None:
    """Judges `all real numbers` and what says the same in words; None for anything else."""
    if not _ALL.fullmatch(text.strip().rstrip(".!").strip()):
        return None
    if right.is_everything:
        return Verdict(Standing.VERIFIED, method)
    return Verdict(Standing.REFUTED, None, _DIFFERENT)


def judge(given: Node, unknown: str, right: RealSet, method: Message) -> Verdict:
    """By value: the claim has to be the same set of real numbers."""
    claimed = claimed_set(given, unknown, intervals=right.points is None)
    if claimed is None:
        return Verdict(Standing.UNCHECKED, None, Message("The answer does not say which values solve it."))
    if ((claimed & ~right) | (right & ~claimed)).is_empty:
        return Verdict(Standing.VERIFIED, method)
    return Verdict(Standing.REFUTED, None, _DIFFERENT)


def claimed_set(node: Node, unknown: str, *, intervals: bool = True) -> RealSet | None:  # noqa: C901, PLR0911 - one line a shape
    """None where the claim is no set of numbers, or can be understood in two ways."""

    def inner(part: Node) -> RealSet | None:
        return claimed_set(part, unknown, intervals=intervals)

    match node:
        case Junction(kind=kind, parts=parts):
            return _joined("union" if kind == "or" and not _are_values(parts, unknown) else kind, parts, unknown)
        case SetOperation(kind=kind, parts=parts):
            return _joined(kind, parts, unknown)
        case NumberSet(name="R") | Name(name="R", subscript=""):
            return EVERYTHING
        case Relation(operators=("in",), operands=(Name() as letter, where)) if letter.full == unknown:
            return inner(where)
        case Interval(left=left, right=right, left_open=left_open, right_open=right_open):
            return _between(left, right, left_open=left_open, right_open=right_open)
        case Collection(kind=Kind.TUPLE, items=(left, right)) if intervals:
            return _between(left, right, left_open=True, right_open=True)
        case Collection(kind=Kind.LIST, items=(left, right)) if intervals:
            return _between(left, right, left_open=False, right_open=False)
        case Collection(kind=Kind.SET, items=()):
            return NOTHING
        case Relation(operators=operators) if operators != ("=",):
            return _chain(node, unknown)
    values = claimed_values(node, unknown)
    if values is None:
        return None
    found = [_number(value) for value in values]
    return None if any(value is None for value in found) else finite(found)


def _are_values(parts: tuple[Node, ...], unknown: str) -> bool:
    return all(claimed_values(part, unknown) is not None for part in parts)


def _joined(kind: str, parts: tuple[Node, ...], unknown: str) -> RealSet | None:
    if kind in {"or", "and"} and _are_values(parts, unknown):
        kind = "union"  # "x = 3 and x = -3" names two solutions
    sets = [claimed_set(part, unknown) for part in parts]
    found = sets[0]
    for other in sets[1:]:
        if found is None or other is None:
            return None
        match kind:
            case "union" | "or":
                found = found | other
            case "and" | "intersection":
                found = found & other
            case "difference":
                found = found & ~other
            case _:
                return None
    return found


def _between(left: Node, right: Node, *, left_open: bool, right_open: bool) -> RealSet | None:
    low, high = (_number(end) for end in (left, right))
    if low is None or high is None:
        return None
    found = EVERYTHING
    if low == sympy.oo or high == -sympy.oo or (low.is_finite and high.is_finite and compare(low, high) > 0):
        return None
    if low.is_finite:
        found = found & RealSet((low,), (False, not left_open, True))
    if high.is_finite:
        found = found & RealSet((high,), (True, not right_open, False))
    return found


def _chain(node: Relation, unknown: str) -> RealSet | None:
    found = EVERYTHING
    for left, operator, right in zip(node.operands, node.operators, node.operands[1:], strict=False):
        link = _link(left, operator, right, unknown)
        if link is None:
            return None
        found = found & link
    return found


def _link(left: Node, operator: str, right: Node, unknown: str) -> RealSet | None:
    """`x < 2` or `2 > x`, or the two ends of `2 < x < 3` one by one."""
    if operator not in _TURNED:
        return None
    if isinstance(right, Name) and right.full == unknown:
        left, operator, right = right, _TURNED[operator], left
    if not (isinstance(left, Name) and left.full == unknown):
        return None
    if right in (Name("oo"), Negative(Name("oo"))):
        within = (operator == "<") == (right == Name("oo"))
        return EVERYTHING if within and operator in "<>" else None
    end = _number(right)
    if end is None:
        return None
    below, at, above = "<" in operator or operator == "!=", "=" in operator, ">" in operator or operator == "!="
    return RealSet((end,), (below, at and operator != "!=", above))


def _number(node: Node) -> sympy.Expr | None:
    if names(node):
        return None
    value = to_sympy(node)
    return value if isinstance(value, sympy.Expr) and value.is_extended_real else None
