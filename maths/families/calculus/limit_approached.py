"""A limit that is known, and what its worked solution needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.families.terms import equals, name
from maths.families.write import formula, tree
from maths.tree import Limit

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node


@dataclass(frozen=True, slots=True)
class Approached:
    body: Node
    variable: str
    target: Node
    side: str
    function: Symbolic
    symbol: Symbolic
    point: Symbolic
    value: Symbolic

    def limit(self, body: Node) -> Node:
        return Limit(body, name(self.variable), self.target, self.side)

    def equation(self, *functions: Symbolic) -> Formula:
        """A chain of limits that are all the same, ending in the value."""
        limits = [self.limit(tree(function)) for function in functions]
        return formula(equals(self.limit(self.body), *limits, tree(self.value)))

    @property
    def is_infinite(self) -> bool:
        """Whether the variable grows without bound."""
        return self.point in {sympy.oo, -sympy.oo}

    @property
    def direction(self) -> str:
        return self.side or ("-" if self.point == sympy.oo else "+")


def limit_of(approached: Approached, part: Symbolic) -> Symbolic | None:
    """The limit of another function at the same place; None where it is not found."""
    try:
        found = sympy.limit(part, approached.symbol, approached.point, approached.direction)
    except (NotImplementedError, ValueError, sympy.PoleError):
        return None
    return None if found.has(sympy.AccumBounds, sympy.nan) else found
