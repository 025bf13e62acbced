"""Facts about whole numbers that are not known yet, each among finitely many: what puzzles and their clues say.

A `Fact` is true or false once every `Unknown` in it has a value. Nothing here solves; `holds` evaluates.
"""

from __future__ import annotations

import operator
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Values: TypeAlias = Mapping[str, int]

Operator: TypeAlias = Literal["=", "!=", "<", "<=", ">", ">="]
COMPARE: dict[str, Callable[[int, int], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
OPPOSITE: dict[Operator, Operator] = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


@dataclass(frozen=True, slots=True)
class Unknown:
    """A number to be found; `values` are all it can be, ascending."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plus:
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Times:
    factors: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Distance:
    """The absolute difference."""

    left: Term
    right: Term


Term: TypeAlias = int | Unknown | Plus | Times | Distance


@dataclass(frozen=True, slots=True)
class Compare:
    left: Term
    operator: Operator
    right: Term


@dataclass(frozen=True, slots=True)
class All:
    """And; true when empty."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Or; false when empty."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Not:
    fact: Fact


@dataclass(frozen=True, slots=True)
class Same:
    """Both true or both false."""

    left: Fact
    right: Fact


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the facts are true, compared with a number."""

    facts: tuple[Fact, ...]
    operator: Operator
    number: int


@dataclass(frozen=True, slots=True)
class Different:
    """No two of the terms are equal."""

    terms: tuple[Term, ...]


Fact: TypeAlias = Compare | All | Any | Not | Same | Count | Different


def implies(condition: Fact, consequence: Fact) -> Fact:
    return Any((Not(condition), consequence))


def is_(unknown: Unknown, value: int) -> Compare:
    return Compare(unknown, "=", value)


def holds(fact: Fact, values: Values) -> bool:  # noqa: PLR0911 - one line a kind of fact
    """Whether it is true with these values of its unknowns. Raises KeyError where one is missing."""
    match fact:
        case Compare(left, sign, right):
            return COMPARE[sign](amount(left, values), amount(right, values))
        case All(facts):
            return all(holds(one, values) for one in facts)
        case Any(facts):
            return any(holds(one, values) for one in facts)
        case Not(inner):
            return not holds(inner, values)
        case Same(left, right):
            return holds(left, values) == holds(right, values)
        case Count(facts, sign, number):
            return COMPARE[sign](sum(holds(one, values) for one in facts), number)
        case Different(terms):
            found = [amount(term, values) for term in terms]
            return len(set(found)) == len(found)


def amount(term: Term, values: Values) -> int:
    """What the term comes to. Raises KeyError where a value is missing."""
    match term:
        case int():
            return term
        case Unknown(name):
            return values[name]
        case Plus(terms):
            return sum(amount(one, values) for one in terms)
        case Times(factors):
            return prod(amount(one, values) for one in factors)
        case Distance(left, right):
            return abs(amount(left, values) - amount(right, values))


def unknowns_of(part: Fact | Term) -> tuple[Unknown, ...]:
    """Each unknown once, in the order of first use."""
    return tuple(dict.fromkeys(_walk(part)))


def _walk(part: Fact | Term) -> Iterator[Unknown]:
    match part:
        case Unknown():
            yield part
        case int():
            return
        case Plus(parts) | Times(parts) | All(parts) | Any(parts) | Different(parts) | Count(parts, _, _):
            for one in parts:
                yield from _walk(one)
        case Not(fact):
            yield from _walk(fact)
        case Compare(left, _, right) | Distance(left, right) | Same(left, right):
            yield from _walk(left)
            yield from _walk(right)


def replaced(part: Fact, by: Mapping[Unknown, Unknown]) -> Fact:  # noqa: PLR0911 - one line a kind of fact
    """The same fact about other unknowns."""
    match part:
        case Compare(left, sign, right):
            return Compare(_replaced(left, by), sign, _replaced(right, by))
        case All(facts):
            return All(tuple(replaced(one, by) for one in facts))
        case Any(facts):
            return Any(tuple(replaced(one, by) for one in facts))
        case Not(fact):
            return Not(replaced(fact, by))
        case Same(left, right):
            return Same(replaced(left, by), replaced(right, by))
        case Count(facts, sign, number):
            return Count(tuple(replaced(one, by) for one in facts), sign, number)
        case Different(terms):
            return Different(tuple(_replaced(one, by) for one in terms))


def _replaced(term: Term, by: Mapping[Unknown, Unknown]) -> Term:
    match term:
        case int():
            return term
        case Unknown():
            return by.get(term, term)
        case Plus(terms):
            return Plus(tuple(_replaced(one, by) for one in terms))
        case Times(factors):
            return Times(tuple(_replaced(one, by) for one in factors))
        case Distance(left, right):
            return Distance(_replaced(left, by), _replaced(right, by))
