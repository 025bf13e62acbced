"""Parties drawn by chance: a keeper with things that eat each other, guides and guests, families, weights, a bridge."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.people import PEOPLE, Person
from maths.puzzles.river.party import Apart, Outnumbered, Party, Quarrel, Stranger, Traveller
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maths.generating.draw import Draw
    from maths.puzzles.river.party import Rule


@dataclass(frozen=True, slots=True)
class Thing:
    key: str
    hangul: str
    name: Message
    eats: tuple[str, ...] = ()


THINGS = (
    Thing("wolf", "늑대", Message("the wolf"), ("goat", "hen", "rabbit", "sheep", "pig")),
    Thing("fox", "여우", Message("the fox"), ("hen", "rabbit", "mouse", "duck")),
    Thing("goat", "염소", Message("the goat"), ("cabbage", "lettuce", "barley")),
    Thing("hen", "암탉", Message("the hen"), ("barley", "worm")),
    Thing("rabbit", "토끼", Message("the rabbit"), ("cabbage", "lettuce")),
    Thing("sheep", "양", Message("the sheep"), ("cabbage", "barley")),
    Thing("cat", "고양이", Message("the cat"), ("mouse", "duck", "ham")),
    Thing("mouse", "쥐", Message("the mouse"), ("barley", "ham")),
    Thing("dog", "개", Message("the dog"), ("cat", "rabbit", "ham")),
    Thing("pig", "돼지", Message("the pig"), ("cabbage", "barley", "lettuce")),
    Thing("duck", "오리", Message("the duck"), ("worm", "barley")),
    Thing("cabbage", "양배추", Message("the cabbage")),
    Thing("lettuce", "상추", Message("the lettuce")),
    Thing("barley", "보리", Message("the barley")),
    Thing("worm", "지렁이", Message("the worm")),
    Thing("ham", "햄", Message("the ham")),
)


def drawn(draw: Draw, level: Level) -> Party:
    return draw.one_of(_KINDS[level])(draw)


def _people(draw: Draw, count: int, taken: Sequence[str] = ()) -> list[Person]:
    """People whose first letters are free."""
    free = [one for one in PEOPLE if one.key[0].lower() not in taken]
    return sorted(draw.some_of(free, count), key=lambda one: one.key)


def _person(person: Person, *, rows: bool = True, weight: int = 0, minutes: int = 1) -> Traveller:
    return Traveller(person.key, person.hangul, person.name, rows, weight, minutes)


def _keeper(draw: Draw, things: int, seats: int, keepers: int = 1) -> Party:
    """Things that somebody eats may not be left without the keeper, who alone rows, perhaps with a helper."""
    chosen: list[Thing] = []
    for thing in draw.shuffled(THINGS):
        if len(chosen) < things and thing.key[0] not in {one.key[0] for one in chosen}:
            chosen.append(thing)
    people = _people(draw, keepers, [one.key[0] for one in chosen])
    travellers = (
        *(_person(one) for one in people),
        *(Traveller(one.key, one.hangul, one.name, rows=False) for one in chosen),
    )
    rules: list[Rule] = [
        Apart(keepers + a, keepers + b, draw.whole(0, keepers - 1))
        for a, b in combinations(range(len(chosen)), 2)
        if chosen[b].key in chosen[a].eats or chosen[a].key in chosen[b].eats
    ]
    return Party(travellers, seats, tuple(rules))


def _guides(draw: Draw, few: int, many: int, seats: int) -> Party:
    """Guests may not outnumber guides; all of the guides row, and some of the guests."""
    people = draw.shuffled(_people(draw, few + many))
    rowing = draw.whole(1, many)
    travellers = tuple(_person(one, rows=at < few + rowing) for at, one in enumerate(people))
    return Party(travellers, seats, (Outnumbered(tuple(range(few)), tuple(range(few, few + many))),))


def _families(draw: Draw, count: int, seats: int) -> Party:
    """Children may not be with other parents without their own; all the parents row, and some of the children."""
    people = draw.shuffled(_people(draw, 2 * count))
    rowing = draw.whole(0, count)
    travellers = tuple(_person(one, rows=at < count + rowing) for at, one in enumerate(people))
    rules = tuple(
        Stranger(count + at, at, tuple(other for other in range(count) if other != at)) for at in range(count)
    )
    return Party(travellers, seats, rules)


def _weights(draw: Draw, count: int, seats: int) -> Party:
    """Everybody rows, and the boat carries only so much."""
    people = _people(draw, count)
    travellers = tuple(_person(one, weight=5 * draw.whole(6, 19)) for one in people)
    weights = sorted(one.weight for one in travellers)
    limit = 5 * draw.whole(max(weights[-1], weights[0] + weights[1]) // 5, (weights[-1] + weights[-2]) // 5)
    return Party(travellers, seats, limit=limit)


def _bridge(draw: Draw, count: int, seats: int, quarrels: int = 0) -> Party:
    people = _people(draw, count)
    minutes = draw.several(count, 1, 15)
    travellers = tuple(_person(one, minutes=time) for one, time in zip(people, minutes, strict=True))
    pairs = draw.some_of(list(combinations(range(count), 2)), quarrels)
    return Party(travellers, seats, tuple(Quarrel(*pair) for pair in pairs), timed=True)


_KINDS: dict[Level, tuple[Callable[[Draw], Party], ...]] = {
    Level.BEGINNER: (
        lambda draw: _keeper(draw, 3, 2),
        lambda draw: _keeper(draw, draw.whole(4, 5), 3),
        lambda draw: _weights(draw, draw.whole(3, 4), 2),
        lambda draw: _guides(draw, 2, 2, 2),
        lambda draw: _bridge(draw, 4, 2),
    ),
    Level.INTERMEDIATE: (
        lambda draw: _keeper(draw, 3, 2),
        lambda draw: _keeper(draw, draw.whole(4, 5), 3),
        lambda draw: _keeper(draw, draw.whole(3, 4), 2, 2),
        lambda draw: _weights(draw, draw.whole(4, 5), draw.whole(2, 3)),
        lambda draw: _guides(draw, draw.whole(2, 3), 2, 2),
        lambda draw: _families(draw, 2, 2),
        lambda draw: _bridge(draw, 4, 2, draw.whole(0, 1)),
    ),
    Level.ADVANCED: (
        lambda draw: _keeper(draw, draw.whole(4, 5), draw.whole(2, 3), 2),
        lambda draw: _weights(draw, draw.whole(4, 5), draw.whole(2, 3)),
        lambda draw: _guides(draw, 3, 3, 2),
        lambda draw: _families(draw, 3, draw.whole(2, 3)),
        lambda draw: _bridge(draw, 5, 2, draw.whole(0, 1)),
        lambda draw: _bridge(draw, 4, 2, draw.whole(1, 2)),
    ),
}
