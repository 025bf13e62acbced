"""A finite experiment of chance and what may happen in it: the formal words a sentence is put into.

An experiment is drawing from a population of kinds, one after another, with or without putting back. Rolling dice
and flipping coins is drawing with putting back.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from math import prod
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.families.counting.conditions import Condition


class Thing(StrEnum):
    """What is drawn; for the words of the worked solution."""

    DICE = "dice"
    COINS = "coins"
    CARDS = "cards"
    NUMBERS = "numbers"
    OBJECTS = "objects"


@dataclass(frozen=True, slots=True)
class Draws:
    """`number` draws from `population`, kinds and how many there are of each. Kinds of numbers are their digits."""

    population: tuple[tuple[str, int], ...]
    number: int
    replaced: bool
    thing: Thing

    @property
    def size(self) -> int:
        return sum(count for _, count in self.population)


@dataclass(frozen=True, slots=True)
class Part:
    """Between `least` and `most` of the draws are of one of these kinds; `name` as the statement says it."""

    kinds: frozenset[str]
    least: int
    most: int
    name: str = field(compare=False)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many draws are of which kinds: every part holds."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class InOrder:
    """The first draw is of the first kinds, the second of the second, and so on."""

    sets: tuple[frozenset[str], ...]
    names: tuple[str, ...] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Alike:
    """All draws lie in one of several classes of kinds that have nothing in common."""

    classes: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Unlike:
    """No two draws lie in the same class."""

    classes: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Worth:
    """The sum or the product of the numbers drawn satisfies a condition."""

    operation: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class Outnumber:
    """More draws of the first kinds than of the second; or at least as many, or equally many."""

    first: frozenset[str]
    second: frozenset[str]
    sign: str
    names: tuple[str, str] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Opposite:
    """The event does not happen."""

    event: Event


@dataclass(frozen=True, slots=True)
class Union:
    """At least one of two tallies happens."""

    first: Tally
    second: Tally


Event: TypeAlias = Tally | InOrder | Alike | Unlike | Worth | Outnumber | Opposite | Union


def holds(event: Event, drawn: Sequence[str]) -> bool:  # noqa: PLR0911 - one line a kind
    """Whether an event happened, looked up in what was drawn, in order."""
    match event:
        case Tally(parts=parts):
            return all(part.least <= sum(kind in part.kinds for kind in drawn) <= part.most for part in parts)
        case InOrder(sets=sets):
            return len(sets) <= len(drawn) and all(kind in wanted for kind, wanted in zip(drawn, sets, strict=False))
        case Alike(classes=classes):
            return any(all(kind in group for kind in drawn) for group in classes)
        case Unlike(classes=classes):
            found = Counter(index for kind in drawn for index, group in enumerate(classes) if kind in group)
            return all(times == 1 for times in found.values()) and sum(found.values()) == len(drawn)
        case Worth(operation=operation, condition=condition):
            numbers = [int(kind) for kind in drawn]
            return condition.fits(sum(numbers) if operation == "sum" else prod(numbers))
        case Outnumber(first=first, second=second, sign=sign):
            difference = sum(kind in first for kind in drawn) - sum(kind in second for kind in drawn)
            return {">": difference > 0, ">=": difference >= 0, "=": difference == 0}[sign]
        case Opposite(event=inner):
            return not holds(inner, drawn)
        case Union(first=one, second=other):
            return holds(one, drawn) or holds(other, drawn)


def told_apart(event: Event) -> list[frozenset[str]]:  # noqa: PLR0911 - one line a kind
    """The sets of kinds an event looks at: kinds in the same of them are alike to it."""
    match event:
        case Tally(parts=parts):
            return [part.kinds for part in parts]
        case InOrder(sets=sets):
            return list(sets)
        case Alike(classes=classes) | Unlike(classes=classes):
            return list(classes)
        case Outnumber(first=first, second=second):
            return [first, second]
        case Opposite(event=inner):
            return told_apart(inner)
        case Union(first=one, second=other):
            return [*told_apart(one), *told_apart(other)]
        case Worth():
            return []
