"""The sets that a statement gives, and sets joined from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.sets.terms import UNIVERSE, Called, Complement, Joined, Listed, called, parts
from maths.families.settled import UndecidedError
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.families.sets.terms import Element, Term

MAX_ELEMENTS = 100

Elements = frozenset["Element"]


@dataclass(frozen=True, slots=True)
class Given:
    """The sets a statement names, in its order; the one called U is the universal set."""

    sets: tuple[tuple[str, tuple[Element, ...]], ...] = ()

    @property
    def known(self) -> dict[str, Elements]:
        return {name: frozenset(elements) for name, elements in self.sets}

    def refuse(self, *terms: Term) -> None:
        """Raises UndecidedError where a set is not given, or lies not within the universal set."""
        known = self.known
        if len(known) != len(self.sets) or any(len(set(e)) != len(e) or len(e) > MAX_ELEMENTS for _, e in self.sets):
            raise UndecidedError(Message("An element or a set is listed twice."))
        listed = [part.elements for term in terms for part in parts(term) if isinstance(part, Listed)]
        if any(len(set(elements)) != len(elements) or len(elements) > MAX_ELEMENTS for elements in listed):
            raise UndecidedError(Message("An element or a set is listed twice."))
        if missing := sorted(frozenset[str]().union(*(called(term) for term in terms)) - known.keys()):
            raise UndecidedError(Message("The set {name} is not given.", name=missing[0]))
        universe = known.get(UNIVERSE)
        complements = any(isinstance(part, Complement) for term in terms for part in parts(term))
        if universe is None and complements:
            raise UndecidedError(Message("A complement needs the universal set, which is not given."))
        every = (*known.values(), *(frozenset(elements) for elements in listed))
        if universe is not None and any(not elements <= universe for elements in every):
            raise UndecidedError(Message("One of the sets is not a subset of the universal set."))


def joined(term: Term, known: Mapping[str, Elements]) -> Elements:
    """The whole set, from the inside out."""
    match term:
        case Listed(elements=elements):
            return frozenset(elements)
        case Called(name=name):
            return known[name]
        case Complement(of=of):
            return known[UNIVERSE] - joined(of, known)
        case Joined(operation=operation, left=left, right=right):
            a, b = joined(left, known), joined(right, known)
            return {"union": a | b, "intersection": a & b, "difference": a - b, "symmetric": a ^ b}[operation]
