"""Union, intersection, difference and complement of listed sets; how many elements, which element, which subset.

Routes: whole sets joined from the inside out; each element of all sets asked alone, its zeros and ones calculated
with python-flint's whole numbers (1 - a, a·b, a + b - a·b).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flint import fmpz

from maths.families.sets import operations_steps as steps
from maths.families.sets.given import Elements, Given, joined
from maths.families.sets.terms import Called, Complement, Joined, Listed, ordered, parts, shown_set
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.write import formula
from maths.message import Message
from maths.tree import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from maths.families.sets.terms import Element, Term


def _belongs(element: Element, term: Term, known: Mapping[str, Elements]) -> fmpz:
    """1 where the element lies in the set, else 0."""
    match term:
        case Listed(elements=elements):
            return fmpz(elements.count(element))
        case Called(name=name):
            return fmpz(int(element in known[name]))
        case Complement(of=of):
            return 1 - _belongs(element, of, known)
        case Joined(operation=operation, left=left, right=right):
            a, b = _belongs(element, left, known), _belongs(element, right, known)
            return {
                "union": a + b - a * b,
                "intersection": a * b,
                "difference": a - a * b,
                "symmetric": a + b - 2 * a * b,
            }[operation]


def _one_by_one(given: Given, term: Term) -> Elements:
    listed = [part.elements for part in parts(term) if isinstance(part, Listed)]
    every = dict.fromkeys(e for elements in (*(found for _, found in given.sets), *listed) for e in elements)
    known = given.known
    return frozenset(element for element in every if _belongs(element, term, known) == 1)


_METHOD = Message("the sets joined from the inside out, and again element by element")


def _found(given: Given, term: Term, find: Callable[[Term, Mapping[str, Elements]], Elements] | None) -> Elements:
    first = (find or joined)(term, given.known)
    if first != _one_by_one(given, term):
        raise UndecidedError(Message("The two ways of calculating it do not agree."))
    return first


@dataclass(frozen=True, slots=True)
class SetValue:
    """The elements of a set, or with `count` how many they are."""

    given: Given
    term: Term
    count: bool = False

    def settle(self, find: Callable[[Term, Mapping[str, Elements]], Elements] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        self.given.refuse(self.term)
        found = ordered(_found(self.given, self.term, find))
        answer = formula(number(len(found))) if self.count else shown_set(found)
        also = ("∅",) if not found and not self.count else ()
        return Settled(
            answer,
            _METHOD,
            lambda level: steps.teach_value(self.given, self.term, found, level, count=self.count),
            also,
        )


@dataclass(frozen=True, slots=True)
class Membership:
    """Whether an element belongs to a set."""

    given: Given
    element: Element
    term: Term

    def settle(self, find: Callable[[Term, Mapping[str, Elements]], Elements] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        self.given.refuse(self.term)
        found = _found(self.given, self.term, find)
        asked = self.element, self.term
        return Settled(
            formula(Truth(self.element in found)),
            _METHOD,
            lambda level: steps.teach_membership(self.given, asked, ordered(found), level),
        )


@dataclass(frozen=True, slots=True)
class Inclusion:
    """Whether a set is a subset of another; `proper` where the sign may also mean that they are not equal."""

    given: Given
    left: Term
    right: Term
    proper: bool = False

    def settle(self, find: Callable[[Term, Mapping[str, Elements]], Elements] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        self.given.refuse(self.left, self.right)
        left, right = _found(self.given, self.left, find), _found(self.given, self.right, find)
        if self.proper and left == right:
            raise UndecidedError(Message("Whether equal sets count as subsets depends on the meaning of the sign."))
        outside = ordered(_one_by_one(self.given, Joined("difference", self.left, self.right)))
        if bool(outside) is (left <= right):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        return Settled(
            formula(Truth(not outside)),
            _METHOD,
            lambda level: steps.teach_inclusion(
                self.given, (self.left, self.right), (ordered(left), ordered(right)), outside, level
            ),
        )
