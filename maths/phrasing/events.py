"""What may happen in an experiment, once the experiment is known: words of a question bound to it, or to nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from maths.families.counting.conditions import Compared
from maths.families.counting.experiment import (
    Alike,
    Event,
    InOrder,
    Opposite,
    Outnumber,
    Part,
    Tally,
    Thing,
    Union,
    Unlike,
    Worth,
)
from maths.phrasing.kinds import COLOURS, RANKS, SUITS

if TYPE_CHECKING:
    from maths.families.counting.conditions import Condition
    from maths.phrasing.kinds import Named, Setup

Wish: TypeAlias = Callable[["Setup"], Iterator[Event]]
"""An event as the words say it."""

_PAIR = 2


@dataclass(frozen=True, slots=True)
class Amount:
    """How many: sign = ">=" at least, "<=" at most, ">" more than, "<" fewer than, "=" exactly, "all", "none", "bare".

    `number` of "all" is how many there are said to be: both is all of two.
    """

    sign: str
    number: int = 0

    def range(self, draws: int) -> tuple[int, int] | None:
        """From how many to how many of so many draws; None where the words do not fit."""
        match self.sign:
            case "all":
                return (draws, draws) if draws > 1 and self.number in {0, draws} else None
            case "none":
                return (0, 0) if self.number in {0, draws} else None
        least, most = {
            ">=": (self.number, draws),
            "<=": (0, self.number),
            ">": (self.number + 1, draws),
            "<": (0, self.number - 1),
            "=": (self.number, self.number),
            "bare": (self.number, self.number),
        }[self.sign]
        return (least, most) if 0 <= least <= most <= draws else None


def _part(setup: Setup, amount: Amount, named: Named) -> Part | None:
    bounds, kinds = amount.range(setup.draws.number), named.of(setup)
    return None if bounds is None or kinds is None else Part(kinds, *bounds, named.name)


def tally(amount: Amount, named: Named) -> Iterator[Wish]:
    """So many of a kind. A bare number must be all the draws: `two are red` of three may mean at least two."""

    def wish(setup: Setup) -> Iterator[Event]:
        part = _part(setup, amount, named)
        if part and (amount.sign != "bare" or amount.number == setup.draws.number):
            yield Tally((part,))

    yield wish


def shared(parts: tuple[tuple[Amount, Named], ...]) -> Iterator[Wish]:
    """So many of one kind and so many of another; bare numbers must make up all the draws."""

    def wish(setup: Setup) -> Iterator[Event]:
        found = [_part(setup, amount, named) for amount, named in parts]
        kept = [part for part in found if part is not None]
        if len(kept) < len(parts) or any(a.kinds & b.kinds for i, a in enumerate(kept) for b in kept[:i]):
            return
        bare = any(amount.sign == "bare" for amount, _ in parts)
        if not bare or sum(part.least for part in kept) == setup.draws.number:
            yield Tally(tuple(kept))

    if len(parts) > 1:
        yield wish


def in_order(names: tuple[Named, ...], *, whole: bool) -> Iterator[Wish]:
    """The first of one kind, the second of another; `whole`: they are all the draws."""

    def wish(setup: Setup) -> Iterator[Event]:
        sets = [named.of(setup) for named in names]
        fits = len(sets) == setup.draws.number if whole else len(sets) <= setup.draws.number
        if fits and all(each is not None for each in sets):
            yield InOrder(tuple(each for each in sets if each is not None), tuple(named.name for named in names))

    yield wish


def single(named: Named) -> Iterator[Wish]:
    """The one thing drawn is of a kind."""

    def wish(setup: Setup) -> Iterator[Event]:
        if setup.draws.number == 1:
            yield from (event for made in tally(Amount("=", 1), named) for event in made(setup))

    yield wish


def classes(setup: Setup, by: str) -> tuple[frozenset[str], ...] | None:
    """What counts as the same: the colour, the number, the suit or the rank; None where that is no class here."""
    kinds = [kind for kind, _ in setup.draws.population]
    if setup.draws.thing is Thing.CARDS:
        match by:
            case "suit":
                return tuple(frozenset(rank + suit for rank in RANKS) for suit in SUITS)
            case "rank":
                return tuple(frozenset(rank + suit for suit in SUITS) for rank in RANKS)
            case "color":
                return tuple(frozenset(rank + suit for rank in RANKS for suit in SUITS if (suit in "♥♦") is red)
                             for red in (True, False))  # fmt: skip
        return None
    if by == "color" and not all(kind.lower() in COLOURS for kind in kinds):
        return None
    fitting = {
        Thing.DICE: {"number", "any"},
        Thing.COINS: {"side", "any"},
        Thing.NUMBERS: {"number", "any"},
        Thing.OBJECTS: {"color", "kind", "any"},
    }[setup.draws.thing]
    return tuple(frozenset({kind}) for kind in kinds) if by in fitting else None


def alike(by: str, said: Amount | None = None) -> Iterator[Wish]:
    """All draws the same; `said` how many there are said to be."""
    yield lambda setup: _classed(setup, by, said, Alike)


def unlike(by: str, said: Amount | None = None) -> Iterator[Wish]:
    """All draws different."""
    yield lambda setup: _classed(setup, by, said, Unlike)


def _classed(setup: Setup, by: str, said: Amount | None, event: type[Alike | Unlike]) -> Iterator[Event]:
    groups = classes(setup, by)
    if groups and setup.draws.number > 1 and (said is None or said.range(setup.draws.number)):
        yield event(groups)


def different(by: str) -> Iterator[Wish]:
    """`different colours`, without "all": of two draws only, as of three it may mean not all the same."""

    def wish(setup: Setup) -> Iterator[Event]:
        if setup.draws.number == _PAIR:
            yield from _classed(setup, by, None, Unlike)

    yield wish


def worth(operation: str, condition: Condition) -> Iterator[Wish]:
    """The sum or the product of the numbers."""

    def wish(setup: Setup) -> Iterator[Event]:
        if setup.draws.thing in {Thing.DICE, Thing.NUMBERS} and setup.draws.number > 1:
            yield Worth(operation, condition)

    yield wish


def outnumber(first: Named, second: Named, sign: str) -> Iterator[Wish]:
    """More of one kind than of another."""

    def wish(setup: Setup) -> Iterator[Event]:
        one, other = first.of(setup), second.of(setup)
        if one and other and not one & other:
            yield Outnumber(one, other, sign, (first.name, second.name))

    yield wish


def opposite(inner: Wish) -> Iterator[Wish]:
    yield lambda setup: (Opposite(event) for event in inner(setup))


def equal_to(number: int) -> Condition:
    return Compared("=", number)


def union(one: Wish, other: Wish) -> Iterator[Wish]:
    """One or the other."""

    def wish(setup: Setup) -> Iterator[Event]:
        for first in one(setup):
            for second in other(setup):
                if isinstance(first, Tally) and isinstance(second, Tally):
                    yield Union(first, second)

    yield wish


def bound(wishes: Iterable[Wish], setup: Setup) -> Iterator[Event]:
    for wish in wishes:
        yield from wish(setup)
