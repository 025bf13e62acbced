"""The second engine: facts tried value by value, with nothing of z3. It says the same or one of the two is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.bounds import TooLargeError
from maths.logic.formula import holds, unknowns_of
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maths.logic.formula import Fact, Unknown

MAX_TRIED = 30_000


def solutions(unknowns: Sequence[Unknown], facts: Sequence[Fact], at_most: int = 2) -> list[dict[str, int]]:
    """Different solutions until there are no more, or as many as asked for. Raises TooLargeError."""
    return _Search(unknowns, facts).run(at_most)


class _Search:
    """Depth first; a fact is looked at as soon as its last unknown has a value, and before that with one missing."""

    def __init__(self, unknowns: Sequence[Unknown], facts: Sequence[Fact]) -> None:
        self._facts = [(fact, frozenset(u.name for u in unknowns_of(fact))) for fact in facts]
        self._of: dict[str, list[int]] = {unknown.name: [] for unknown in unknowns}
        for place, (_, names) in enumerate(self._facts):
            for name in names:
                self._of[name].append(place)
        self._order = [unknown.name for unknown in unknowns]
        self._domains = {unknown.name: list(unknown.values) for unknown in unknowns}
        self._tried = 0

    def run(self, at_most: int) -> list[dict[str, int]]:
        if any(not names and not holds(fact, {}) for fact, names in self._facts):
            return []
        found: list[dict[str, int]] = []
        for one in self._extend({}, self._domains):
            found.append({name: one[name] for name in self._order})
            if len(found) == at_most:
                break
        return found

    def _extend(self, values: dict[str, int], domains: dict[str, list[int]]) -> Iterator[dict[str, int]]:
        left = [name for name in self._order if name not in values]
        if not left:
            yield dict(values)
            return
        name = min(left, key=lambda one: (len(domains[one]), -len(self._of[one])))
        for value in domains[name]:
            self._tried += 1
            if self._tried > MAX_TRIED:
                raise TooLargeError(Message("There is too much to try."))
            values[name] = value
            narrowed = self._narrowed(name, values, domains)
            if narrowed is not None:
                yield from self._extend(values, narrowed)
            del values[name]

    def _narrowed(
        self, changed: str, values: dict[str, int], domains: dict[str, list[int]]
    ) -> dict[str, list[int]] | None:
        """The values each unknown may still have; None where a fact is false or an unknown has none left."""
        narrowed = dict(domains)
        for place in self._of[changed]:
            fact, names = self._facts[place]
            missing = [name for name in names if name not in values]
            if not missing:
                if not holds(fact, values):
                    return None
            elif len(missing) == 1:
                (name,) = missing
                narrowed[name] = [value for value in narrowed[name] if holds(fact, {**values, name: value})]
                if not narrowed[name]:
                    return None
        return narrowed
