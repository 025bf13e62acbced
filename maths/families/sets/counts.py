"""What is told about sets and subsets that are counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maths.families.sets.terms import Term


@dataclass(frozen=True, slots=True)
class Counts:
    """`facts` are sets with their numbers of elements; `asked` is the set whose number is wanted."""

    facts: tuple[tuple[Term, int], ...]
    asked: Term


@dataclass(frozen=True, slots=True)
class SubsetKind:
    """Of a set of `size` elements, `within` of which must be in the subset and `without` of which must not."""

    size: int
    within: int = 0
    without: int = 0
    chosen: int | None = None
    proper: bool = False
    nonempty: bool = False

    @property
    def free(self) -> int:
        return self.size - self.within - self.without

    @property
    def left_out(self) -> int:
        """How many of the counted subsets are not wanted: the whole set, the empty one."""
        whole = self.proper and not self.without and self.chosen in {None, self.size}
        empty = self.nonempty and not self.within and self.chosen in {None, 0}
        return int(whole) + int(empty)
