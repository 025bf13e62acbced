"""Cases drawn for a level: who did it is drawn first, then what is known of it, until it can be found out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import permutations, product
from typing import TYPE_CHECKING, Literal, TypeAlias

from maths.puzzles.case.facts import Facts
from maths.puzzles.case.scene import (
    Before,
    CameAfter,
    Case,
    Done,
    Goes,
    Guilty,
    GuiltyOneOf,
    Has,
    HasOneOf,
    Mode,
    OneTrue,
    Said,
    Scene,
    Trait,
    WasAt,
    World,
    answers,
    true,
)
from maths.puzzles.case.words import ROOMS, THINGS
from maths.puzzles.people import some_people
from maths.puzzles.worlds import Worlds
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from maths.generating.draw import Draw
    from maths.logic.formula import Unknown
    from maths.puzzles.case.scene import Claim

Story: TypeAlias = Literal["count", "one each", "guilty lies", "grid", "grid with hours", "alibis", "moving"]
_PATIENCE = 60
_BOTH = (Trait.ROOM, Trait.THING)


@dataclass(frozen=True, slots=True)
class Sort:
    """A story, with how many suspects; `extra` is how many hours, or how many of "what" and "where" are asked."""

    story: Story
    people: int
    extra: int = 0


SORTS: dict[Level, tuple[Sort, ...]] = {
    Level.BEGINNER: (
        Sort("count", 3),
        Sort("count", 4),
        Sort("grid", 3),
        Sort("grid", 3),
        Sort("moving", 3, 2),
        Sort("guilty lies", 4),
    ),
    Level.INTERMEDIATE: (
        Sort("one each", 3, 1),
        Sort("one each", 4, 1),
        Sort("guilty lies", 4, 1),
        Sort("grid", 4),
        Sort("grid with hours", 3),
        Sort("alibis", 3),
        Sort("moving", 3, 3),
    ),
    Level.ADVANCED: (
        Sort("one each", 4, 2),
        Sort("one each", 5, 2),
        Sort("grid", 4),
        Sort("grid with hours", 4),
        Sort("alibis", 4),
        Sort("moving", 4, 3),
    ),
}
_GRID_CLAIMS: dict[Level, tuple[str, ...]] = {
    Level.BEGINNER: ("has", "not", "not", "goes", "one of"),
    Level.INTERMEDIATE: ("not", "not", "goes", "goes", "not goes", "one of", "one true"),
    Level.ADVANCED: ("not", "goes", "not goes", "not goes", "one of", "one true", "one true"),
}


def case(draw: Draw, level: Level, sort: Sort) -> Case | None:
    """A case with one answer and no idle clue; None where this draw gave none."""
    match sort.story:
        case "count" | "one each" | "guilty lies":
            return _told(draw, sort)
        case "moving":
            return _moving(draw, sort)
        case _:
            return _grid(draw, level, sort)


# What the suspects say of who did it, with what and where


def _told(draw: Draw, sort: Sort) -> Case | None:
    asked = ("who", *draw.some_of(("what", "where"), sort.extra))
    size = sort.people
    count = min(size, 4)
    mode = Mode(sort.story)
    some = Case(
        people=some_people(draw, size),
        rooms=tuple(draw.some_of(range(len(ROOMS)), count)) if "where" in asked else (),
        things=tuple(draw.some_of(range(len(THINGS)), count)) if "what" in asked else (),
        traits=(),
        asked=tuple(key for key in ("who", "what", "where") if key in asked),
        mode=mode,
    )
    what = draw.whole(0, count - 1) if "what" in asked else -1
    where = draw.whole(0, count - 1) if "where" in asked else -1
    world = World(draw.whole(0, size - 1), what, where)
    for _ in range(_PATIENCE):
        said = tuple(Said(who, _words_of(draw, some, mode, who, world)) for who in range(size))
        drawn = replace(some, said=said, number=sum(true(claim, world) for one in said for claim in one.claims))
        fair = mode is not Mode.COUNT or 0 < drawn.number < size
        if fair and _varied(said) and len(answers(drawn)) == 1:
            return drawn
    return None


def _words_of(draw: Draw, some: Case, mode: Mode, who: int, world: World) -> tuple[Claim, ...]:
    if mode is Mode.COUNT:
        return (_of_guilt(draw, some, who),)
    if mode is Mode.GUILTY_LIES:
        wanted = who != world.who
        return (_fitting(lambda: _of_any(draw, some, who), world, wanted=wanted),)
    wanted = draw.one_of((True, False))
    first = _fitting(lambda: _of_any(draw, some, who), world, wanted=wanted)
    second = _fitting(lambda: _of_any(draw, some, who), world, wanted=not wanted)
    while _topic(second) == _topic(first):  # else one of them alone would tell too much
        second = _fitting(lambda: _of_any(draw, some, who), world, wanted=not wanted)
    return first, second


def _topic(claim: Claim) -> str:
    return claim.trait if isinstance(claim, Done) else "who"


def _fitting(think: Callable[[], Claim], world: World, *, wanted: bool) -> Claim:
    while True:
        claim = think()
        if true(claim, world) == wanted:
            return claim


def _of_guilt(draw: Draw, some: Case, who: int) -> Claim:
    others = [other for other in range(some.size) if other != who]
    match draw.whole(1, 5):
        case 1:
            return Guilty(who, really=False)
        case 2 if len(others) > 2:  # noqa: PLR2004 - else all others
            return GuiltyOneOf(*sorted(draw.some_of(others, 2)))
        case 3:
            return Guilty(draw.one_of(others), really=False)
        case _:
            return Guilty(draw.one_of(others))


def _of_any(draw: Draw, some: Case, who: int) -> Claim:
    topic = draw.one_of((*some.asked, "what" if "what" in some.asked else "who"))
    if topic == "who":
        return _of_guilt(draw, some, who)
    trait = Trait.THING if topic == "what" else Trait.ROOM
    count = len(some.things if topic == "what" else some.rooms)
    return Done(trait, draw.whole(0, count - 1), really=draw.whole(1, 3) != 1)


def _varied(said: Sequence[Said]) -> bool:
    """No two say the same, and nobody the same twice."""
    every = [claim for one in said for claim in one.claims]
    return len(set(every)) == len(every)


# Who was in which room with which thing


def _grid(draw: Draw, level: Level, sort: Sort) -> Case | None:
    size = sort.people
    traits = (*_BOTH, Trait.HOUR) if sort.story == "grid with hours" else _BOTH
    drawing = _Grid(draw, level, size, traits)
    given = draw.one_of(_BOTH)
    some = Case(
        people=some_people(draw, size),
        rooms=tuple(draw.some_of(range(len(ROOMS)), size)),
        things=tuple(draw.some_of(range(len(THINGS)), size)),
        traits=traits,
        asked=("who", "what" if given is Trait.ROOM else "where"),
        clues=(Done(given, drawing.world.of(given)[drawing.world.who]),),
        mode=Mode.GUILTY_LIES if sort.story == "alibis" else None,
        first_hour=draw.whole(3, 6),
    )
    return drawing.alibis(some) if sort.story == "alibis" else drawing.clued(some)


class _Grid:
    def __init__(self, draw: Draw, level: Level, size: int, traits: tuple[Trait, ...]) -> None:
        self._draw = draw
        self._level = level
        self._size = size
        self._traits = traits
        has = tuple((trait, tuple(draw.shuffled(range(size)))) for trait in traits)
        self.world = World(draw.whole(0, size - 1), has=has)

    def clued(self, some: Case) -> Case | None:
        facts = Facts(some)
        space = _space(facts.unknowns, self._size, self._traits)
        clues: list[Claim] = []
        masks: list[int] = []
        left = space.all
        for _ in range(3 * _PATIENCE):
            claim = self._claim()
            if claim is None or claim in clues or not true(claim, self.world):
                continue
            mask = space.of(facts.fact(claim))
            if left & ~mask and (mask & left).bit_count() * self._mildness >= left.bit_count():
                clues.append(claim)
                masks.append(mask)
                left &= mask
            if _found(some, facts, space, left):
                kept = _needed(clues, masks, lambda rest: _found(some, facts, space, rest), space.all)
                return replace(some, clues=(*kept, *some.clues))
        return None

    @property
    def _mildness(self) -> int:
        """A clue leaves at least so manieth part of what was possible: no clue gives too much away."""
        return 6 if self._level is Level.BEGINNER else 4

    def alibis(self, some: Case) -> Case | None:
        """Everybody says something; the guilty one lies."""
        for _ in range(_PATIENCE):
            said: list[Said] = []
            for who in range(self._size):
                claims: list[Claim] = []
                while len(claims) < 2:  # noqa: PLR2004 - two statements each
                    claim = self._spoken(who)
                    if claim not in claims and true(claim, self.world) == (who != self.world.who):
                        claims.append(claim)
                said.append(Said(who, tuple(claims)))
            drawn = replace(some, said=tuple(said))
            if _varied(said) and len(answers(drawn)) == 1:
                return drawn
        return None

    def _spoken(self, who: int) -> Claim:
        about = who if self._draw.whole(1, 3) == 1 else self._draw.whole(0, self._size - 1)
        trait, value = self._draw.one_of(_BOTH), self._draw.whole(0, self._size - 1)
        return Has(about, trait, value, really=self._draw.whole(1, 3) != 1)

    def _claim(self) -> Claim | None:
        kinds = _GRID_CLAIMS[self._level]
        if Trait.HOUR in self._traits:
            kinds = (*kinds, "before", "before", "before")
        kind = self._draw.one_of(kinds)
        who, trait = self._draw.whole(0, self._size - 1), self._draw.one_of(self._traits)
        value, other = self._draw.some_of(range(self._size), 2)
        match kind:
            case "has" | "not":
                return Has(who, trait, value, really=kind == "has")
            case "goes" | "not goes":
                first, second = self._draw.some_of(self._traits, 2)
                return Goes(first, value, second, self._draw.whole(0, self._size - 1), really=kind == "goes")
            case "one of":
                return HasOneOf(who, trait, *sorted((value, other)))
            case "before":
                earlier, just = self._draw.one_of((True, False)), self._draw.one_of((True, False))
                return Before(who, self._draw.one_of(_BOTH), value, earlier, just)
            case _:
                someone = self._draw.one_of([one for one in range(self._size) if one != who])
                return OneTrue(Has(who, trait, value), Has(someone, self._draw.one_of(self._traits), other))


def _found(some: Case, facts: Facts, space: Worlds, left: int) -> bool:
    """Whether what is left has one answer: who had what was used, and what else."""
    (done,) = some.clues
    if not isinstance(done, Done):
        return False
    other = Trait.THING if done.trait is Trait.ROOM else Trait.ROOM
    count = 0
    for who in range(some.size):
        here = left & space.where(facts.has(who, done.trait), (done.value,))
        count += sum(bool(here & space.where(facts.has(who, other), (value,))) for value in range(some.size))
    return count == 1


def _needed(clues: Sequence[Claim], masks: Sequence[int], found: Callable[[int], bool], every: int) -> list[Claim]:
    """The clues without which it cannot be found."""
    kept = list(range(len(clues)))
    for place in range(len(clues)):
        rest = [other for other in kept if other != place]
        left = every
        for other in rest:
            left &= masks[other]
        if found(left):
            kept = rest
    return [clues[place] for place in kept]


def _space(unknowns: Sequence[Unknown], size: int, traits: tuple[Trait, ...]) -> Worlds:
    """All ways to share out the traits; `unknowns` have them as "room 0" and so on."""
    having = tuple(one for one in unknowns if one.name.split()[0] in set(traits))
    return _shared(having, size, len(traits))


@cache
def _shared(having: tuple[Unknown, ...], size: int, traits: int) -> Worlds:
    ways = list(permutations(range(size)))
    return Worlds(having, [tuple(v for one in some for v in one) for some in product(ways, repeat=traits)])


# Who was in which room at which hour


def _moving(draw: Draw, sort: Sort) -> Case | None:
    size, hours, rooms = sort.people, sort.extra, 4
    choices = _walks(size, hours, rooms)
    walk = draw.one_of(choices)
    at = tuple(tuple(walk[who * hours + hour] for hour in range(hours)) for who in range(size))
    hour, then = draw.some_of(range(hours), 2)
    guilty = draw.whole(0, size - 1)
    world = World(guilty, then=at[guilty][then], at=at)
    some = Case(
        people=some_people(draw, size),
        rooms=tuple(draw.some_of(range(len(ROOMS)), rooms)),
        things=(),
        traits=(),
        asked=("who", "then"),
        scene=Scene(hours, hour, at[guilty][hour], then),
        first_hour=draw.whole(5, 8),
    )
    return _walked(draw, some, world)


def _walked(draw: Draw, some: Case, world: World) -> Case | None:
    facts, scene = Facts(some), some.scene
    if scene is None:
        return None
    unknowns = tuple(facts.at(who, hour) for who in range(some.size) for hour in range(scene.hours))
    space = _walk_space(unknowns, some.size, scene.hours, len(some.rooms))

    def found(left: int) -> bool:
        count = 0
        for who in range(some.size):
            here = left & space.where(facts.at(who, scene.hour), (scene.room,))
            then = facts.at(who, scene.then)
            count += sum(bool(here & space.where(then, (room,))) for room in range(len(some.rooms)))
        return count == 1

    clues: list[Claim] = []
    masks: list[int] = []
    left = space.all
    for claim in _walk_claims(draw, some.size, scene.hours, len(some.rooms)):
        telling = isinstance(claim, WasAt) and claim.really and claim.hour == scene.hour and claim.room == scene.room
        if telling or claim in clues or not true(claim, world):
            continue
        mask = space.of(facts.fact(claim))
        if left & ~mask:
            clues.append(claim)
            masks.append(mask)
            left &= mask
        if found(left):
            return replace(some, clues=tuple(_needed(clues, masks, found, space.all)))
    return None


def _walk_claims(draw: Draw, size: int, hours: int, rooms: int) -> Iterator[Claim]:
    for _ in range(5 * _PATIENCE):
        who, hour = draw.whole(0, size - 1), draw.whole(0, hours - 1)
        kind = draw.whole(1, 8)
        if kind == 1:
            yield WasAt(who, hour, draw.whole(0, rooms - 1))
        elif kind <= 5 or hour == 0:  # noqa: PLR2004 - of eight
            yield WasAt(who, hour, draw.whole(0, rooms - 1), really=False)
        else:
            yield CameAfter(who, hour, draw.one_of([other for other in range(size) if other != who]))


@cache
def _walks(size: int, hours: int, rooms: int) -> list[tuple[int, ...]]:
    """Rooms by person and hour: never two in one room, never one in a room twice."""
    ways = list(permutations(range(rooms), size))
    found: list[tuple[tuple[int, ...], ...]] = [()]
    for _ in range(hours):
        found = [
            (*before, now)
            for before in found
            for now in ways
            if all(now[who] != earlier[who] for earlier in before for who in range(size))
        ]
    return [tuple(walk[hour][who] for who in range(size) for hour in range(hours)) for walk in found]


@cache
def _walk_space(unknowns: tuple[Unknown, ...], size: int, hours: int, rooms: int) -> Worlds:
    return Worlds(unknowns, _walks(size, hours, rooms))
