"""Who wants to cross, with what boat, and what may not happen: a river, or a bridge with one torch."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.message import Message

Group: TypeAlias = frozenset[int]  # travellers by their place in the party
NOBODY: Group = frozenset()


@dataclass(frozen=True, slots=True)
class Traveller:
    """`key` is what an English answer says, `hangul` what a Korean one does; `name` is for sentences."""

    key: str
    hangul: str
    name: Message
    rows: bool = True
    weight: int = 0
    minutes: int = 1


@dataclass(frozen=True, slots=True)
class Apart:
    """These two may not be on one bank unless the guard is there too."""

    one: int
    other: int
    guard: int

    def broken(self, bank: Group) -> bool:
        return self.one in bank and self.other in bank and self.guard not in bank


@dataclass(frozen=True, slots=True)
class Outnumbered:
    """On a bank with some of the few there may not be more of the many."""

    few: tuple[int, ...]
    many: tuple[int, ...]

    def broken(self, bank: Group) -> bool:
        few = sum(one in bank for one in self.few)
        return 0 < few < sum(one in bank for one in self.many)


@dataclass(frozen=True, slots=True)
class Stranger:
    """A child may not be on a bank with somebody else's parent without its own."""

    child: int
    parent: int
    others: tuple[int, ...]

    def broken(self, bank: Group) -> bool:
        return self.child in bank and self.parent not in bank and any(one in bank for one in self.others)


@dataclass(frozen=True, slots=True)
class Quarrel:
    """These two do not cross together."""

    one: int
    other: int


Rule: TypeAlias = Apart | Outnumbered | Stranger | Quarrel


@dataclass(frozen=True, slots=True)
class Party:
    """`limit` is what the boat carries in kilograms, 0 where that does not matter.

    `timed`: a bridge, where a crossing takes the minutes of the slowest and everybody may carry the torch.
    """

    travellers: tuple[Traveller, ...]
    seats: int
    rules: tuple[Rule, ...] = ()
    limit: int = 0
    timed: bool = False

    @property
    def everybody(self) -> Group:
        return frozenset(range(len(self.travellers)))

    def cost(self, load: Group) -> int:
        return max(self.travellers[one].minutes for one in load) if self.timed else 1

    def weight(self, load: Group) -> int:
        return sum(self.travellers[one].weight for one in load)


@dataclass(frozen=True, slots=True)
class Place:
    """Who is still on the near bank, and whether the boat is there."""

    near: Group
    boat_near: bool = True

    def here(self, party: Party) -> Group:
        """Who is on the bank where the boat is."""
        return self.near if self.boat_near else party.everybody - self.near

    def after(self, load: Group) -> Place:
        return Place(self.near - load if self.boat_near else self.near | load, not self.boat_near)


def start(party: Party) -> Place:
    return Place(party.everybody)


END = Place(NOBODY, boat_near=False)


def loads(party: Party, place: Place) -> Iterator[Group]:
    """Everybody who could sit in the boat together, allowed or not, few before many."""
    here = sorted(place.here(party))
    for size in range(1, party.seats + 1):
        yield from map(frozenset, combinations(here, size))


def unfit(party: Party, load: Group) -> bool:
    """Whether nobody in it rows, it is too heavy, or two in it quarrel."""
    if not any(party.travellers[one].rows for one in load) or (party.limit and party.weight(load) > party.limit):
        return True
    return quarrel(party, load) is not None


def quarrel(party: Party, load: Group) -> Quarrel | None:
    quarrels = (rule for rule in party.rules if isinstance(rule, Quarrel))
    return next((rule for rule in quarrels if rule.one in load and rule.other in load), None)


def broken(party: Party, place: Place) -> tuple[Rule, Group] | None:
    """A rule that does not hold with everybody where they are, and the bank; None where all hold."""
    for bank in (place.near, party.everybody - place.near):
        for rule in party.rules:
            if not isinstance(rule, Quarrel) and rule.broken(bank):
                return rule, bank
    return None


def allowed(party: Party, place: Place, load: Group) -> bool:
    return not unfit(party, load) and broken(party, place.after(load)) is None
