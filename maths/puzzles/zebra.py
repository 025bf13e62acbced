"""Zebra puzzles: who lives where in a row of houses, and has what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.board import Table
from maths.puzzles.people import listed
from maths.puzzles.puzzle import Choice, Field, Judged, Kind, Puzzle
from maths.puzzles.titles import TITLES
from maths.puzzles.zebra_check import faults
from maths.puzzles.zebra_draw import street
from maths.puzzles.zebra_reason import Reasoner, rating
from maths.puzzles.zebra_search import arrangements
from maths.puzzles.zebra_street import Clue, Form, Street, facts, unknowns
from maths.puzzles.zebra_things import filled
from maths.puzzles.zebra_words import clues, links, rules
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maths.generating.draw import Draw
    from maths.puzzles.puzzle import Maker
    from maths.puzzles.zebra_reason import Move

BANDS = {Level.BEGINNER: range(10, 20), Level.INTERMEDIATE: range(20, 30), Level.ADVANCED: range(30, 40)}
HARDEST = {Level.BEGINNER: 1, Level.INTERMEDIATE: 2, Level.ADVANCED: 3}
MAX_CLUES = 18
MAX_LINKS = 25
MAX_TYPED = 60  # characters of one answer
_TRIES = 3  # streets of one draw
_HOUSE = re.compile(r"(?:house|집)?\s*(\d)\s*(?:번|번째)?\s*집?")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: `items` are the things whose house is asked for, each with what an answer says for it.

    `about` is the thing that is asked about, or -1 where a house is: `house`.
    """

    about: int
    house: int = 0


@dataclass(frozen=True, slots=True)
class Zebra:
    """What its own room knows of a puzzle; `options` is the attribute to choose from, -1 for houses, by field."""

    street: Street
    moves: tuple[Move, ...]
    asked: tuple[Asked, ...]
    options: tuple[int, ...]


class _Maker:
    kind = Kind.ZEBRA
    title = TITLES[Kind.ZEBRA]
    about = Message("People in a row of houses: from the clues find out who lives where and has what.")

    def make(self, draw: Draw, level: Level, seed: int) -> Puzzle | None:
        for _ in range(_TRIES):
            here = street(draw, level)
            if here is None or len(here.clues) > MAX_CLUES:
                continue
            moves = Reasoner(here).solve(HARDEST[level])
            if moves is not None and rating(moves) in BANDS[level] and len(links(here, moves)) <= MAX_LINKS:
                return _puzzle(draw, level, seed, here, moves) if _only(here) else None
        return None

    def alone(self, puzzle: Puzzle) -> bool:
        here = _data(puzzle).street
        return arrangements(here.size, len(here.attributes), here.clues) == [here.at]

    def faults(self, puzzle: Puzzle) -> list[str]:
        data = _data(puzzle)
        return faults(data.street, data.moves)

    def judge(self, puzzle: Puzzle, given: Mapping[str, str]) -> Judged:
        data = _data(puzzle)
        here = data.street
        said: list[Clue] = []
        for field, asked, options in zip(puzzle.fields, data.asked, data.options, strict=True):
            typed = given.get(field.key, "")[:MAX_TYPED].strip().casefold()
            if not typed:
                return Judged(right=False, reason=Message("Answer every question."), readable=False)
            clue = _said(here, asked, options, typed)
            if clue is None:
                reason = Message("The answer for “{label}” is none of the choices.", label=field.label)
                return Judged(right=False, reason=reason, readable=False)
            said.append(clue)
        return _judged(here, said)


MAKER: Maker = _Maker()


def _puzzle(draw: Draw, level: Level, seed: int, here: Street, moves: tuple[Move, ...]) -> Puzzle:
    question, asked, options = _question(draw, here)
    fields = tuple(_field(here, one, option) for one, option in zip(asked, options, strict=True))
    values = [_right(here, one, option) for one, option in zip(asked, options, strict=True)]
    given = tuple((field.key, value) for field, value in zip(fields, values, strict=True))
    return Puzzle(
        kind=Kind.ZEBRA,
        level=level,
        seed=seed,
        statement=(*rules(here), *clues(here), question),
        fields=fields,
        given=given,
        answer=", ".join(f"{key} = {value}" for key, value in given),
        links=links(here, moves),
        rating=rating(moves),
        board=_board(here, solved=False),
        solved_board=_board(here, solved=True),
        data=Zebra(here, moves, asked, options),
    )


def _question(draw: Draw, here: Street) -> tuple[Message, tuple[Asked, ...], tuple[int, ...]]:
    """A column of the table by person or by house, or two things that are asked for by themselves."""
    kinds = range(1, len(here.attributes))
    match draw.one_of(("people", "people", "houses", "alone")):
        case "people":
            kind = draw.one_of(kinds)
            question = Message("Fill in for every person: {label}.", label=here.attributes[kind].label)
            return question, tuple(Asked(item) for item in here.together(0)), (kind,) * here.size
        case "houses":
            kind = draw.one_of((0, *kinds))
            question = Message("Fill in for every house: {label}.", label=here.attributes[kind].label)
            return question, tuple(Asked(-1, house) for house in range(1, here.size + 1)), (kind,) * here.size
        case _:
            items = [draw.one_of(here.together(kind)) for kind in (0, *draw.some_of(kinds, 2))]
            question = Message("Answer the three questions.")
            return question, tuple(Asked(item) for item in items), (-1, 0, 0)


def _field(here: Street, asked: Asked, option: int) -> Field:
    if asked.about < 0:
        key, label = str(asked.house), Message("House {number}", number=asked.house)
    else:
        thing = here.things[asked.about]
        alone = option < 0 or asked.about >= here.size
        key, label = thing.key, filled(here.attribute(asked.about).asks, item=thing.name) if alone else thing.name
    if option < 0:
        houses = range(1, here.size + 1)
        return Field(key, label, tuple(Choice(str(n), Message("House {number}", number=n)) for n in houses))
    things = sorted((here.things[item] for item in here.together(option)), key=lambda thing: thing.key)
    return Field(key, label, tuple(Choice(thing.key, thing.name) for thing in things))


def _right(here: Street, asked: Asked, option: int) -> str:
    house = here.at[asked.about] if asked.about >= 0 else asked.house
    if option < 0:
        return str(house)
    return next(here.things[item].key for item in here.together(option) if here.at[item] == house)


def _said(here: Street, asked: Asked, option: int, typed: str) -> Clue | None:
    """What an answer says, as if it were a clue; None where it cannot be read."""
    if option < 0:
        house = _HOUSE.fullmatch(typed)
        return Clue(Form.AT, (asked.about,), int(house[1])) if house and int(house[1]) <= here.size else None
    for item in here.together(option):
        thing = here.things[item]
        if typed in {thing.key.casefold(), thing.hangul}:
            if asked.about < 0:
                return Clue(Form.AT, (item,), asked.house)
            return Clue(Form.SAME, (asked.about, item))
    return None


def _judged(here: Street, said: list[Clue]) -> Judged:
    size, kinds = here.size, len(here.attributes)
    if arrangements(size, kinds, [*here.clues, *said], 1):
        return Judged(right=True, reason=Message("It fits every clue."))
    if not arrangements(size, kinds, said, 1):
        return Judged(right=False, reason=Message("No two people have the same thing, and each has one of each list."))
    needed = list(enumerate(here.clues, 1))
    for pair in list(needed):
        fewer = [one for one in needed if one != pair]
        if not arrangements(size, kinds, [*(clue for _, clue in fewer), *said], 1):
            needed = fewer
    numbers = tuple(Message("{number}", number=number) for number, _ in needed)
    if len(numbers) == 1:
        return Judged(right=False, reason=Message("That contradicts clue {number}.", number=numbers[0]))
    reason = Message("With that, clues {numbers} cannot all be true.", numbers=listed(numbers))
    return Judged(right=False, reason=reason)


def _only(here: Street) -> bool:
    """Whether z3 finds this street and no other."""
    from maths.logic.solver import Session

    found = Session(unknowns(here), list(facts(here).values())).solutions(2)
    return found == [{thing.key: house for thing, house in zip(here.things, here.at, strict=True)}]


def _board(here: Street, *, solved: bool) -> Table:
    houses = range(1, here.size + 1)
    rows: list[tuple[Message | str, ...]] = []
    for number, attribute in enumerate(here.attributes):
        by_house = {here.at[item]: here.things[item].name for item in here.together(number)}
        rows.append((attribute.label, *(by_house[house] if solved else "" for house in houses)))
    return Table(("", *(Message("House {number}", number=house) for house in houses)), tuple(rows))


def _data(puzzle: Puzzle) -> Zebra:
    if not isinstance(puzzle.data, Zebra):
        raise TypeError(puzzle.kind)
    return puzzle.data
