"""What is known or asked of an arithmetic or geometric progression, and the progression itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic


@dataclass(frozen=True, slots=True)
class Quantity:
    """`term` at a place, `sum` of so many first terms, `total` of all, `step` (difference or ratio), `last`, `count`.

    A place is a number or a letter; an infinite total has `place` None in an endless progression.
    """

    kind: str
    place: int | str | None = None


@dataclass(frozen=True, slots=True)
class Progression:
    """First term and difference or ratio, both exact; `count` is None when it does not end or is not known."""

    kind: str
    first: Symbolic
    step: Symbolic
    count: int | None = None

    def term(self, place: Symbolic) -> Symbolic:
        if self.kind == "arithmetic":
            return self.first + (place - 1) * self.step
        return self.first * self.step ** (place - 1)

    def sum(self, count: Symbolic) -> Symbolic:
        if self.kind == "arithmetic":
            return count * self.first + count * (count - 1) / 2 * self.step
        if self.step == 1:
            return count * self.first
        return self.first * (1 - self.step**count) / (1 - self.step)
