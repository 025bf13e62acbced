"""A case as a reader meets it: what happened, what is known, who says what, and what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.board import Table
from maths.puzzles.case.scene import Mode, Trait, worlds
from maths.puzzles.case.words import ROOM_KEYS, ROOMS, THING_KEYS, THINGS, Words
from maths.puzzles.people import listed
from maths.puzzles.puzzle import Choice, Field

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maths.puzzles.case.scene import Case, Said, Scene, World

_MANY_WORLDS = 400  # looked at for what is certain on the board


def statement(case: Case) -> tuple[Message, ...]:
    scene = case.scene
    happened = _moving(case, scene) if scene is not None else _having(case) if case.traits else _told(case)
    return (*happened, *_clues(case), *_said(case), *_asked(case))


def _names(case: Case) -> Message:
    return listed(tuple(person.name for person in case.people))


def _rooms(case: Case) -> Message:
    return listed(tuple(ROOMS[room] for room in case.rooms))


def _things(case: Case) -> Message:
    return listed(tuple(THINGS[thing] for thing in case.things))


def _told(case: Case) -> Iterator[Message]:
    yield Message("A vase is broken. Exactly one of {names} broke it.", names=_names(case))
    if "what" in case.asked:
        yield Message("It was broken with exactly one of these: {things}.", things=_things(case))
    if "where" in case.asked:
        yield Message("It was broken in exactly one of these rooms: {rooms}.", rooms=_rooms(case))


def _having(case: Case) -> Iterator[Message]:
    yield Message("A vase was broken while {names} were at home.", names=_names(case))
    yield Message("Each of them was in a different one of these rooms: {rooms}.", rooms=_rooms(case))
    yield Message("Each of them had a different one of these things: {things}.", things=_things(case))
    if Trait.HOUR in case.traits:
        words = Words(case)
        hours = listed(tuple(words.hour(hour) for hour in range(case.size)))
        yield Message("Each of them had come home at a different one of these times: {hours}.", hours=hours)
    yield Message("One of them broke it, in the room and with the thing that this person had.")


def _moving(case: Case, scene: Scene) -> Iterator[Message]:
    words = Words(case)
    hours = listed(tuple(words.hour(hour) for hour in range(scene.hours)))
    yield Message(
        "At {hours}, {names} were each in one of these rooms: {rooms}.",
        hours=hours,
        names=_names(case),
        rooms=_rooms(case),
    )
    yield Message("No two of them were ever in one room, and nobody was in a room twice.")
    yield Message(
        "At {hour} a vase was broken in {room} by whoever was there.",
        hour=words.hour(scene.hour),
        room=words.value(Trait.ROOM, scene.room),
    )


def _clues(case: Case) -> Iterator[Message]:
    words = Words(case)
    for number, clue in enumerate(case.clues, 1):
        yield Message("({number}) {clue}.", number=number, clue=words.says(clue))


def _said(case: Case) -> Iterator[Message]:
    for said in case.said:
        yield _line(case, said)
    match case.mode:
        case Mode.COUNT if case.number == 1:
            yield Message("Exactly one of these statements is true.")
        case Mode.COUNT:
            yield Message("Exactly {number} of these {all} statements are true.", number=case.number, all=case.size)
        case Mode.ONE_EACH:
            yield Message("Each of them says one thing that is true and one that is false.")
        case Mode.GUILTY_LIES:
            yield Message("Whoever broke it says only what is false; all others say only what is true.")
        case None:
            pass


def _line(case: Case, said: Said) -> Message:
    words = Words(case, said.who)
    first, *others = (Message("“{claim}.”", claim=words.says(claim)) for claim in said.claims)
    whole = first
    for one in others:
        whole = Message("{one} {two}", one=whole, two=one)
    return Message("{who} says: {what}", who=words.name(said.who), what=whole)


def _asked(case: Case) -> Iterator[Message]:
    match case.asked:
        case ("who", "then"):
            hour = Words(case).hour(case.scene.then if case.scene else 0)
            yield Message("Who broke it, and where was this person at {hour}?", hour=hour)
        case ("who", "what"):
            yield Message("Who broke it, and with what?")
        case ("who", "where"):
            yield Message("Who broke it, and where?")
        case ("who", "what", "where"):
            yield Message("Who broke it, with what and where?")
        case _:
            yield Message("Who broke it?")


# Answers


def fields(case: Case) -> tuple[Field, ...]:
    return tuple(_field(case, key) for key in case.asked)


def _field(case: Case, key: str) -> Field:
    rooms = tuple(Choice(ROOM_KEYS[room], ROOMS[room]) for room in case.rooms)
    match key:
        case "who":
            return Field(key, Message("Who"), tuple(Choice(person.key, person.name) for person in case.people))
        case "what":
            return Field(
                key, Message("With what"), tuple(Choice(THING_KEYS[thing], THINGS[thing]) for thing in case.things)
            )
        case "where":
            return Field(key, Message("Where"), rooms)
        case _:
            hour = Words(case).hour(case.scene.then if case.scene else 0)
            return Field(key, Message("Where at {hour}", hour=hour), rooms)


def typed(case: Case, answer: Sequence[int]) -> tuple[str, ...]:
    """What the fields hold for an answer."""
    return tuple(one.choices[value].value for one, value in zip(fields(case), answer, strict=True))


# The board


def board(case: Case, *, solved: bool) -> Table | None:
    """Who was where with what; solved: what is certain of it."""
    if not case.traits and case.scene is None:
        return None
    every = _some_worlds(case) if solved else []
    rows = tuple(
        (person.name, *(cells if cells is not None else "" for cells in _cells(case, who, every)))
        for who, person in enumerate(case.people)
    )
    return Table((Message("Person"), *_titles(case)), rows)


def _titles(case: Case) -> tuple[Message, ...]:
    if case.scene is not None:
        return tuple(Words(case).hour(hour) for hour in range(case.scene.hours))
    titles = {Trait.ROOM: Message("Room"), Trait.THING: Message("Thing"), Trait.HOUR: Message("Came home")}
    return tuple(titles[trait] for trait in case.traits)


def _some_worlds(case: Case) -> list[World]:
    found: list[World] = []
    for world in worlds(case):
        found.append(world)
        if len(found) == _MANY_WORLDS:
            return []
    return found


def _cells(case: Case, who: int, every: Sequence[World]) -> Iterator[Message | None]:
    words = Words(case)
    columns = range(case.scene.hours if case.scene is not None else len(case.traits))
    for column in columns:
        trait = Trait.ROOM if case.scene is not None else case.traits[column]
        values = {world.at[who][column] if case.scene is not None else world.of(trait)[who] for world in every}
        yield words.value(trait, values.pop()) if len(values) == 1 else None
