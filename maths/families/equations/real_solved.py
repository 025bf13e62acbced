"""A real statement and all numbers for which it is true: what its worked steps are written from."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.families.equations.real_exact import where
from maths.families.equations.real_parts import index_of, without_squares
from maths.families.equations.real_set import EVERYTHING, RealSet, written
from maths.families.settled import UndecidedError
from maths.families.write import formula
from maths.tree import Call, Negative, Relation, Sum, walk

if TYPE_CHECKING:
    from maths.message import Formula
    from maths.tree import Node


@dataclass(frozen=True, slots=True)
class SolvedReal:
    """A statement and all real numbers for which it is true."""

    relation: Relation
    unknown: str
    found: RealSet

    @property
    def is_equation(self) -> bool:
        return self.relation.operators == ("=",)

    @property
    def tidy(self) -> Relation:
        """With absolute values in place of the roots of squares."""
        sides = tuple(without_squares(side, self.unknown) for side in self.relation.operands)
        return Relation(sides, self.relation.operators)

    @property
    def moduli(self) -> list[Call]:
        tidy = self.tidy
        found = [part for part in reversed(list(walk(tidy))) if isinstance(part, Call) and part.function == "abs"]
        return list(dict.fromkeys(found))

    @property
    def radicals(self) -> list[Node]:
        tidy = self.tidy
        return list(dict.fromkeys(part for part in reversed(list(walk(tidy))) if index_of(part)))

    def sets(self, found: RealSet) -> Formula:
        """A set of numbers as conditions on the unknown."""
        return formula(written(found, self.unknown))


def where_known(node: Node, operator: str, unknown: str) -> RealSet | None:
    try:
        return where(node, operator, unknown)
    except (UndecidedError, RefusedError):
        return None


def solved_set(relation: Relation, unknown: str) -> RealSet:
    found = EVERYTHING
    for (left, right), operator in zip(pairwise(relation.operands), relation.operators, strict=True):
        found = found & where(Sum((left, Negative(right))), operator, unknown)
    return found
