"""A case: who was where with what, what is known and what the suspects say. `worlds` tries everything by itself.

It knows nothing of facts and solvers: it is the second encoder.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import permutations, product
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maths.puzzles.people import Person


class Trait(StrEnum):
    """What each suspect has one of, each another."""

    ROOM = "room"
    THING = "thing"
    HOUR = "hour"


class Mode(StrEnum):
    """What is known of the truth of what the suspects say."""

    COUNT = "count"  # so many of all statements are true
    ONE_EACH = "one each"  # each makes a true and a false statement
    GUILTY_LIES = "guilty lies"  # the guilty one lies, all others tell the truth


@dataclass(frozen=True, slots=True)
class Guilty:
    who: int
    really: bool = True


@dataclass(frozen=True, slots=True)
class GuiltyOneOf:
    one: int
    other: int


@dataclass(frozen=True, slots=True)
class Done:
    """In that room, or with that thing; or not."""

    trait: Trait
    value: int
    really: bool = True


@dataclass(frozen=True, slots=True)
class Has:
    who: int
    trait: Trait
    value: int
    really: bool = True


@dataclass(frozen=True, slots=True)
class HasOneOf:
    who: int
    trait: Trait
    one: int
    other: int


@dataclass(frozen=True, slots=True)
class Goes:
    """Whoever has the one has the other; or has not."""

    trait: Trait
    value: int
    other: Trait
    its: int
    really: bool = True


@dataclass(frozen=True, slots=True)
class Before:
    """A person came home before the one who has something, or after; just an hour before or after."""

    who: int
    trait: Trait
    value: int
    earlier: bool
    just: bool


@dataclass(frozen=True, slots=True)
class OneTrue:
    left: Has
    right: Has


@dataclass(frozen=True, slots=True)
class WasAt:
    who: int
    hour: int
    room: int
    really: bool = True


@dataclass(frozen=True, slots=True)
class CameAfter:
    """At that hour, a person was where another was an hour before."""

    who: int
    hour: int
    other: int


Claim: TypeAlias = Guilty | GuiltyOneOf | Done | Has | HasOneOf | Goes | Before | OneTrue | WasAt | CameAfter


@dataclass(frozen=True, slots=True)
class Said:
    who: int
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """Where people moved about: it was done at an hour in a room; asked is also where the guilty one was then."""

    hours: int
    hour: int
    room: int
    then: int


@dataclass(frozen=True, slots=True)
class Case:
    """`rooms` and `things` are places in the lists of words; `first_hour` is what hour 0 is called.

    `traits` are what each suspect has one of; without them and without a scene only `asked` is unknown.
    """

    people: tuple[Person, ...]
    rooms: tuple[int, ...]
    things: tuple[int, ...]
    traits: tuple[Trait, ...]
    asked: tuple[str, ...]
    clues: tuple[Claim, ...] = ()
    said: tuple[Said, ...] = ()
    mode: Mode | None = None
    number: int = 0
    scene: Scene | None = None
    first_hour: int = 6

    @property
    def size(self) -> int:
        return len(self.people)


@dataclass(frozen=True, slots=True)
class World:
    """Who did it and, as far as the case has them, how and where; each trait by person; rooms by person and hour."""

    who: int
    what: int = -1
    where: int = -1
    then: int = -1
    has: tuple[tuple[Trait, tuple[int, ...]], ...] = ()
    at: tuple[tuple[int, ...], ...] = ()

    def of(self, trait: Trait) -> tuple[int, ...]:
        return dict(self.has)[trait]

    def answer(self, asked: Sequence[str]) -> tuple[int, ...]:
        return tuple({"who": self.who, "what": self.what, "where": self.where, "then": self.then}[key] for key in asked)


def true(claim: Claim, world: World) -> bool:  # noqa: C901, PLR0911 - one line a kind of claim
    match claim:
        case Guilty(who, really):
            return (world.who == who) == really
        case GuiltyOneOf(one, other):
            return world.who in {one, other}
        case Done(trait, value, really):
            return ((world.where if trait is Trait.ROOM else world.what) == value) == really
        case Has(who, trait, value, really):
            return (world.of(trait)[who] == value) == really
        case HasOneOf(who, trait, one, other):
            return world.of(trait)[who] in {one, other}
        case Goes(trait, value, other_trait, its, really):
            return (world.of(other_trait)[world.of(trait).index(value)] == its) == really
        case Before(who, trait, value, earlier, just):
            hours = world.of(Trait.HOUR)
            gap = hours[world.of(trait).index(value)] - hours[who]
            gap = gap if earlier else -gap
            return gap == 1 if just else gap > 0
        case OneTrue(left, right):
            return true(left, world) != true(right, world)
        case WasAt(who, hour, room, really):
            return (world.at[who][hour] == room) == really
        case CameAfter(who, hour, other):
            return world.at[who][hour] == world.at[other][hour - 1]


def fits(case: Case, world: World) -> bool:
    """Whether everything known is true of the world, and what is said is as true as it should be."""
    return all(true(clue, world) for clue in case.clues) and told(case, world)


def told(case: Case, world: World) -> bool:
    truths = {said.who: [true(claim, world) for claim in said.claims] for said in case.said}
    match case.mode:
        case Mode.COUNT:
            return sum(sum(one) for one in truths.values()) == case.number
        case Mode.ONE_EACH:
            return all(sum(one) == 1 for one in truths.values())
        case Mode.GUILTY_LIES:
            return all(one == [who != world.who] * len(one) for who, one in truths.items())
        case None:
            return True


def worlds(case: Case) -> Iterator[World]:
    """Every world that fits."""
    every = _moving(case, case.scene) if case.scene is not None else _having(case) if case.traits else _plain(case)
    return (world for world in every if fits(case, world))


def answers(case: Case) -> list[tuple[int, ...]]:
    """The different answers, at most two of them."""
    found: dict[tuple[int, ...], None] = {}
    for world in worlds(case):
        found[world.answer(case.asked)] = None
        if len(found) > 1:
            break
    return list(found)


def _plain(case: Case) -> Iterator[World]:
    whats = range(len(case.things)) if "what" in case.asked else (-1,)
    wheres = range(len(case.rooms)) if "where" in case.asked else (-1,)
    for who, what, where in product(range(case.size), whats, wheres):
        yield World(who, what, where)


def _having(case: Case) -> Iterator[World]:
    """Trait after trait; what is known of the traits so far is looked at before the next."""
    known = [clue for clue in case.clues if not isinstance(clue, Guilty | GuiltyOneOf | Done)]
    for has in _given(case, known, (), case.traits):
        by_trait = dict(has)
        for who in range(case.size):
            what = by_trait[Trait.THING][who] if Trait.THING in by_trait else -1
            where = by_trait[Trait.ROOM][who] if Trait.ROOM in by_trait else -1
            yield World(who, what, where, has=has)


def _given(
    case: Case, known: Sequence[Claim], has: tuple[tuple[Trait, tuple[int, ...]], ...], traits: Sequence[Trait]
) -> Iterator[tuple[tuple[Trait, tuple[int, ...]], ...]]:
    if not traits:
        yield has
        return
    there = {*dict(has), traits[0]}
    now = [clue for clue in known if traits[0] in needs(clue) and needs(clue) <= there]
    for values in permutations(range(case.size)):
        more = (*has, (traits[0], values))
        if all(true(clue, World(0, has=more)) for clue in now):
            yield from _given(case, known, more, traits[1:])


def needs(claim: Claim) -> set[Trait]:
    """The traits of people it speaks of."""
    match claim:
        case Has(_, trait) | HasOneOf(_, trait):
            return {trait}
        case Goes(trait, _, other):
            return {trait, other}
        case Before(_, trait):
            return {trait, Trait.HOUR}
        case OneTrue(left, right):
            return {left.trait, right.trait}
        case _:
            return set()


def _moving(case: Case, scene: Scene) -> Iterator[World]:
    """Hour after hour, nobody in a room of an earlier hour."""
    for at in _hours(case, scene, ()):
        by_person = tuple(zip(*at, strict=True))
        for who in range(case.size):
            if by_person[who][scene.hour] == scene.room:
                yield World(who, then=by_person[who][scene.then], at=by_person)


def _hours(case: Case, scene: Scene, before: tuple[tuple[int, ...], ...]) -> Iterator[tuple[tuple[int, ...], ...]]:
    if len(before) == scene.hours:
        yield before
        return
    for rooms in permutations(range(len(case.rooms)), case.size):
        if all(rooms[who] != earlier[who] for earlier in before for who in range(case.size)):
            yield from _hours(case, scene, (*before, rooms))
