"""What a sentence says about several numbers, and what it asks of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from maths.families.equations.equation import Domain
from maths.families.terms import minus, number
from maths.tree import Negative, Number, Power, Quotient, Relation, walk

if TYPE_CHECKING:
    from maths.tree import Node

MAX_LETTERS = 5
MAX_EQUATIONS = 8


class Ask(Enum):
    """What is asked of the values an expression can have: the only one, all, or one number made of them."""

    ONE = "one"
    ALL = "all"
    SUM = "sum"
    PRODUCT = "product"
    COUNT = "count"
    LARGEST = "largest"
    SMALLEST = "smallest"
    DIFFERENCE = "difference"
    SQUARES = "squares"
    RECIPROCALS = "reciprocals"


@dataclass(frozen=True, slots=True)
class Conditions:
    """Equations between numbers, among which numbers they are meant, and inequalities that hold besides.

    `roots_of` is the polynomial (one side of an equation `… = 0`) of which the letters are all the roots, each as
    often as it is a root; `unknown` is the letter it is written in.
    """

    equations: tuple[Relation, ...]
    letters: tuple[str, ...]
    domain: Domain = Domain.UNSTATED
    restrictions: tuple[Relation, ...] = ()
    roots_of: Relation | None = None
    unknown: str = ""


def divisors(node: Node) -> list[Node]:
    """Everything a tree divides by."""
    found: list[Node] = []
    for part in walk(node):
        match part:
            case Quotient(denominator=below) if not isinstance(below, Number):
                found.append(below)
            case Power(base=base, exponent=Negative()) if not isinstance(base, Number):
                found.append(base)
    return list(dict.fromkeys(found))


def excluded(conditions: Conditions, *more: Node) -> list[Node]:
    """What must not be zero: every divisor, and the difference of what is said to be different."""
    found = [part for node in (*conditions.equations, *more) for part in divisors(node)]
    for restriction in conditions.restrictions:
        if restriction.operators == ("!=",):
            left, right = restriction.operands
            found.append(_difference(left, right))
    return list(dict.fromkeys(found))


def _difference(left: Node, right: Node) -> Node:

    return left if right == number(0) else minus(left, right)
