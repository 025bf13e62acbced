"""Facts over few unknowns as sets of worlds: a world is one choice of all values, a set of worlds one whole number.

What follows from what is then an `&` of two numbers: quick enough to look at hundreds of drafts of a puzzle. Nothing is
promised by it: a puzzle's solution and its links are confirmed by `maths.logic.solver`.
"""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, TypeAlias

from maths.bounds import TooLargeError
from maths.logic.formula import COMPARE, All, Any, Compare, Count, Different, Not, Same, Unknown, holds, unknowns_of
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from maths.logic.formula import Fact

Domains: TypeAlias = "Mapping[Unknown, tuple[int, ...]]"
MAX_WORLDS = 20_000


class Worlds:
    """All choices of values of some unknowns, or those given. Raises TooLargeError where there are too many."""

    def __init__(self, unknowns: Sequence[Unknown], choices: Sequence[tuple[int, ...]] | None = None) -> None:
        self.unknowns = tuple(unknowns)
        size = prod(len(unknown.values) for unknown in unknowns) if choices is None else len(choices)
        if size > MAX_WORLDS:
            raise TooLargeError(Message("There is too much to try."))
        self.all = (1 << size) - 1
        if choices is None:
            choices = list(product(*(unknown.values for unknown in unknowns)))
        self._places: dict[str, dict[int, int]] = {}
        for column, unknown in enumerate(unknowns):
            signs = {
                value: "".join("1" if one[column] == value else "0" for one in choices) for value in unknown.values
            }
            self._places[unknown.name] = {value: int(bits or "0", 2) for value, bits in signs.items()}

    def where(self, unknown: Unknown, values: Iterable[int]) -> int:
        """The worlds in which the unknown has one of the values."""
        places = self._places[unknown.name]
        found = 0
        for value in values:
            found |= places[value]
        return found

    def within(self, domains: Domains) -> int:
        found = self.all
        for unknown, values in domains.items():
            found &= self.where(unknown, values)
        return found

    def of(self, fact: Fact) -> int:  # noqa: PLR0911 - one line a kind of fact
        """The worlds in which the fact is true."""
        match fact:
            case Compare(Unknown() as unknown, sign, int(number)):
                return self.where(unknown, [value for value in unknown.values if COMPARE[sign](value, number)])
            case All(facts):
                found = self.all
                for one in facts:
                    found &= self.of(one)
                return found
            case Any(facts):
                found = 0
                for one in facts:
                    found |= self.of(one)
                return found
            case Not(inner):
                return self.all & ~self.of(inner)
            case Same(left, right):
                return self.all & ~(self.of(left) ^ self.of(right))
            case Count(facts, sign, number):
                by_count = self._counted([self.of(one) for one in facts])
                return sum(worlds for count, worlds in enumerate(by_count) if COMPARE[sign](count, number))
            case Compare() | Different():
                return self._listed(fact)

    def _counted(self, parts: Sequence[int]) -> list[int]:
        """The worlds in which exactly 0, 1, 2, … of the parts are true."""
        found = [self.all]
        for part in parts:
            found = [
                ((found[count] & ~part) if count < len(found) else 0) | ((found[count - 1] & part) if count else 0)
                for count in range(len(found) + 1)
            ]
        return found

    def _listed(self, fact: Fact) -> int:
        within = unknowns_of(fact)
        found = 0
        for values in product(*(unknown.values for unknown in within)):
            if holds(fact, {unknown.name: value for unknown, value in zip(within, values, strict=True)}):
                here = self.all
                for unknown, value in zip(within, values, strict=True):
                    here &= self._places[unknown.name][value]
                found |= here
        return found
