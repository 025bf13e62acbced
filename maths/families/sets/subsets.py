"""Subsets counted and listed: proper ones, those with or without certain elements, those of a size.

Routes: powers of two and binomial coefficients; a generating function, one factor an element, by python-flint.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING

from flint import fmpz_poly

from maths.families.sets import subsets_steps as steps
from maths.families.sets.counts import SubsetKind
from maths.families.sets.terms import ordered, shown_set
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula, listed
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.sets.terms import Element

MAX_SIZE = 60
MAX_LISTED = 4  # elements of a set whose subsets are written down


@dataclass(frozen=True, slots=True)
class SubsetCount(SubsetKind):
    """How many subsets of a kind there are."""

    def settle(self, find: Callable[[SubsetCount], int] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        if not 0 < self.size <= MAX_SIZE or self.free < 0:
            raise UndecidedError(Message("A set of that size is not decided here."))
        first = (find or _by_formula)(self)
        if first != _by_generating(self):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message("by powers of two and binomial coefficients, and again by a generating function")
        return Settled(formula(number(first)), method, lambda level: steps.teach_count(self, first, level))


def _by_formula(task: SubsetCount) -> int:
    if task.chosen is None:
        return int(2**task.free) - task.left_out
    picked = task.chosen - task.within
    return (comb(task.free, picked) if picked >= 0 else 0) - task.left_out


def _by_generating(task: SubsetCount) -> int:
    """The coefficient of x^k counts the subsets of k elements."""
    product = fmpz_poly([1])
    for place in range(task.size):
        if place < task.within:
            product *= fmpz_poly([0, 1])
        elif place >= task.within + task.without:
            product *= fmpz_poly([1, 1])
    sizes = range(task.size + 1) if task.chosen is None else [task.chosen]
    wanted = [k for k in sizes if not (task.proper and k == task.size) and not (task.nonempty and k == 0)]
    return sum(int(product[k]) for k in wanted)


@dataclass(frozen=True, slots=True)
class SubsetList:
    """Every subset of a small set."""

    elements: tuple[Element, ...]
    proper: bool = False

    def settle(self, find: Callable[[tuple[Element, ...]], list[tuple[Element, ...]]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        elements = ordered(self.elements)
        if not 0 < len(set(elements)) == len(elements) <= MAX_LISTED:
            raise UndecidedError(Message("A set of that size is not decided here."))
        found = (find or _by_size)(elements)
        if len(set(found)) != len(found) or set(found) != set(_by_doubling(elements)):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        wanted = [subset for subset in found if not (self.proper and len(subset) == len(elements))]
        method = Message("listed by size, and again by doubling with each element")
        return Settled(
            listed(shown_set(subset) for subset in wanted),
            method,
            lambda level: steps.teach_list(elements, wanted, level),
        )


def _by_size(elements: tuple[Element, ...]) -> list[tuple[Element, ...]]:
    return [subset for size in range(len(elements) + 1) for subset in combinations(elements, size)]


def _by_doubling(elements: tuple[Element, ...]) -> list[tuple[Element, ...]]:
    """Each element may be taken or not."""
    found: list[tuple[Element, ...]] = [()]
    for element in elements:
        found += [(*subset, element) for subset in found]
    return found
