"""Two antiderivatives: the same up to a constant, and each with its free constant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.grading.form import constant_term
from maths.grading.zero import same_value
from maths.message import Message
from maths.tree import Name, Negative, Sum, names
from maths.values import rewritten
from maths.verdict import Grading, Outcome

if TYPE_CHECKING:
    from maths.tree import Node

_FREE = frozenset({"C", "c", "K", "k", "const"})


def same_antiderivative(expected: Node, given: Node) -> Grading:
    variables = frozenset((names(expected) & names(given)) - _FREE)
    wanted, _ = constant_term(expected, variables)
    answer, has_constant = constant_term(given, variables)
    difference = Sum((wanted, Negative(answer)))
    elsewhere = names(difference) - _FREE
    moved = rewritten(
        difference, lambda n: Name(f"{n.full}_0") if isinstance(n, Name) and n.full in elsewhere else None
    )
    same = same_value(difference, moved)
    if same is None:
        return Grading(Outcome.UNREADABLE, Message("I could not decide whether these are equal."))
    if not same:
        return Grading(Outcome.DIFFERENT, Message("The derivative of this is not the integrand."))
    if not has_constant:
        return Grading(Outcome.DIFFERENT, Message("The constant of integration is missing."))
    return Grading(Outcome.EQUAL)
