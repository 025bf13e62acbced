"""What a claimed answer to an equation says: the values it names, however they are joined."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maths.grading.zero import same_value
from maths.message import Message
from maths.tree import Collection, Junction, Kind, Name, Relation, Text, Truth, names
from maths.values import branches
from maths.verdict import Standing, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.tree import Node


NO_VALUES = Collection(Kind.SET, ())
_NONE = re.compile(
    r"(there (is|are) )?(no|none)( (real |complex )?(solutions?|roots?|values?))?( exists?)?"
    r"|(해(가|는)? ?)?없(음|다|습니다|어요)",
    re.IGNORECASE,
)


def says_none(text: str) -> bool:
    """Whether an answer says in words that there is no solution."""
    return _NONE.fullmatch(text.strip().rstrip(".!")) is not None


def claimed_values(node: Node, unknown: str) -> list[Node] | None:
    """`x = 2 or x = 3`, `2, 3`, `{2, 3}`, `x = 1 ± sqrt(2)` as values; None where it is something else."""
    match node:
        case Junction(parts=parts) | Collection(kind=Kind.SEQUENCE | Kind.SET, items=parts):
            lists = [claimed_values(part, unknown) for part in parts]
            return None if any(found is None for found in lists) else [v for found in lists for v in found or ()]
        case Relation(operands=(Name() as left, right), operators=("=",)) if left.full == unknown:
            return claimed_values(right, unknown)
        case Relation(operands=(left, Name() as right), operators=("=",)) if right.full == unknown:
            return claimed_values(left, unknown)
        case Relation() | Collection() | Text() | Truth():
            return None
    return None if names(node) else list(branches(node))


def judge(given: Node, unknown: str, right: Sequence[Node], real: Sequence[Node], method: Message) -> Verdict:
    """Every claimed value must be right, and every right one be claimed; a value may be named twice."""
    values = claimed_values(given, unknown)
    if values is None:
        return Verdict(Standing.UNCHECKED, None, Message("The answer does not say which values solve the equation."))
    found: set[int] = set()
    for value in values:
        index = _which(value, right)
        if index is None:
            return Verdict(Standing.UNCHECKED, None, Message("I could not decide whether these are equal."))
        if index < 0:
            return Verdict(Standing.REFUTED, None, Message("One of the values does not solve the equation."))
        found.add(index)
    if len(found) == len(right):
        return Verdict(Standing.VERIFIED, method)
    if {index for index, root in enumerate(right) if root in real} == found:
        reason = Message(
            "These are the real solutions; over the complex numbers there are more, and it is not said which count."
        )
        return Verdict(Standing.UNCHECKED, None, reason)
    return Verdict(Standing.REFUTED, None, Message("A solution is missing."))


def _which(value: Node, right: Sequence[Node]) -> int | None:
    """The place of the value among the right ones, -1 where it is none of them, None where that is not certain."""
    unsure = False
    for index, root in enumerate(right):
        same = same_value(root, value)
        if same:
            return index
        unsure = unsure or same is None
    return None if unsure else -1
