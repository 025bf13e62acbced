"""Crossing a river or a bridge: the least number of crossings or minutes, and a plan that needs no more.

Rated by the crossings over, those that go against what one would do first, and what one would do first and is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from maths.message import Message
from maths.puzzles.board import Banks
from maths.puzzles.puzzle import Choice, Field, Judged, Kind, Puzzle
from maths.puzzles.river import bounded, walks
from maths.puzzles.river.cast import drawn
from maths.puzzles.river.party import Place, broken, quarrel, start
from maths.puzzles.river.reading import UnreadLineError, read_plan
from maths.puzzles.river.search import Ways, effort, ways
from maths.puzzles.river.words import breach, links, names, stated
from maths.puzzles.titles import TITLES
from maths.puzzles.typed import whole_number
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maths.generating.draw import Draw
    from maths.puzzles.river.party import Group, Party, Traveller
    from maths.puzzles.river.reading import Line

MAX_DRAWS = 6_000
_SHARES = 101  # every puzzle belongs to one share of the seeds: neighbouring seeds cannot draw the same
_BANDS = {Level.BEGINNER: (3, 5), Level.INTERMEDIATE: (6, 9), Level.ADVANCED: (10, 80)}
_FEWEST, _MOST = 5, 13  # crossings
_CHOICES = 25
_LEAST, _PLAN = "least", "plan"


@dataclass(frozen=True, slots=True)
class Crossed:
    """The party and all its ways; `ways.plans` is how many plans are the cheapest."""

    party: Party
    ways: Ways


class _Crossing:
    kind = Kind.CROSSING
    title = TITLES[Kind.CROSSING]
    about = Message("Bring everybody across a river or a bridge in the least number of crossings or minutes.")

    def make(self, draw: Draw, level: Level, seed: int) -> Puzzle | None:
        for _ in range(MAX_DRAWS):
            party = drawn(draw, level)
            if crc32(repr(party).encode()) % _SHARES != seed % _SHARES:
                continue
            found = ways(party)
            if found is None or not _FEWEST <= len(found.plan) <= _MOST:
                continue
            if not _BANDS[level][0] <= effort(party, found) <= _BANDS[level][1]:
                continue
            if bounded.possible(party, found.least) and not bounded.possible(party, found.least - 1):
                return _puzzle(Crossed(party, found), level, seed)
        return None

    def alone(self, puzzle: Puzzle) -> bool:
        crossed = _crossed(puzzle)
        found = walks.cheapest(crossed.party, crossed.ways.least)
        return found == (crossed.ways.least, crossed.ways.plans)

    def faults(self, puzzle: Puzzle) -> list[str]:
        crossed = _crossed(puzzle)
        wrong = _against_walks(crossed)
        judged = self.judge(puzzle, dict(puzzle.given))
        return wrong if judged.right else [*wrong, str(judged.reason)]

    def judge(self, puzzle: Puzzle, given: Mapping[str, str]) -> Judged:
        crossed = _crossed(puzzle)
        least = whole_number(given.get(_LEAST, ""))
        if least is None:
            return Judged(right=False, reason=Message("Answer the least number as well."), readable=False)
        try:
            plan = read_plan(given.get(_PLAN, ""), crossed.party)
        except UnreadLineError as error:
            return Judged(right=False, reason=error.message, readable=False)
        wrong = _wrong(crossed, plan, least)
        if wrong is not None:
            return Judged(right=False, reason=wrong)
        return Judged(right=True, reason=Message("The plan works, and none needs less."))


MAKER = _Crossing()


# Answers


def _wrong(crossed: Crossed, plan: Sequence[Line], least: int) -> Message | None:
    """One thing that is wrong with a plan and its number; None where nothing is."""
    party, place, total = crossed.party, start(crossed.party), 0
    for number, line in enumerate(plan, 1):
        what = _mistake(party, place, line)
        if what is not None:
            return Message("Crossing {number}: {what}.", number=number, what=what)
        total += party.cost(line.load)
        place = place.after(line.load)
        problem = broken(party, place)
        if problem is not None:
            return Message("After crossing {number}, {what}.", number=number, what=breach(party, *problem))
    if place.near:
        return Message("In the end {names} are not across.", names=names(party, place.near))
    if total > crossed.ways.least:
        return Message("This plan works, but there is a better one.")
    if least != total:
        return Message("Your plan needs {total}, but you say {least}.", total=total, least=least)
    return None


def _mistake(party: Party, place: Place, line: Line) -> Message | None:
    """Why this cannot be the next crossing, as a clause; None where it can."""
    if line.over is not None and line.over != place.boat_near:
        return Message("the boat or torch is on the other side")
    absent = line.load - place.here(party)
    if absent:
        return Message("{name} is on the other side", name=names(party, [min(absent)]))
    return _overload(party, line.load)


def _overload(party: Party, load: Group) -> Message | None:
    if len(load) > party.seats:
        return Message("these are more than {seats}", seats=party.seats)
    if not any(party.travellers[one].rows for one in load):
        return Message("nobody of these can row")
    if party.limit and party.weight(load) > party.limit:
        return Message("these weigh {weight} kg, more than {limit} kg", weight=party.weight(load), limit=party.limit)
    angry = quarrel(party, load)
    return None if angry is None else breach(party, angry, load)


# The other engine


def _against_walks(crossed: Crossed) -> list[str]:
    """Moves and what they cost to the end, place by place, held against the arrangements of the other engine."""
    party = crossed.party
    rest, ahead = walks.remaining(party), walks.edges(party)
    wrong = []
    for place, moves in crossed.ways.moves.items():
        state = _bits(party, place)
        if sorted((_bits(party, then), cost) for _, then, cost in moves) != sorted(ahead[state]):
            wrong.append(f"other moves from {place}")
        if rest.get(state) != crossed.ways.rest.get(place):
            wrong.append(f"another rest from {place}")
    return wrong


def _bits(party: Party, place: Place) -> tuple[int, int]:
    return sum(1 << one for one in party.everybody - place.near), 0 if place.boat_near else 1


# The puzzle


def _puzzle(crossed: Crossed, level: Level, seed: int) -> Puzzle:
    party, least = crossed.party, str(crossed.ways.least)
    lines = [
        f"{', '.join(party.travellers[one].key for one in sorted(load))} ->"
        if at % 2 == 0
        else f"<- {', '.join(party.travellers[one].key for one in sorted(load))}"
        for at, load in enumerate(crossed.ways.plan)
    ]
    numbers = tuple(Choice(str(number), Message("{number}", number=number)) for number in range(1, _CHOICES + 1))
    standing = tuple(_standing(party, one) for one in party.travellers)
    first, second = party.travellers[0].key, party.travellers[1].key
    asked = (
        Field(_LEAST, Message("Least number of minutes"), example="30")
        if party.timed
        else Field(_LEAST, Message("Least number of crossings"), numbers)
    )
    return Puzzle(
        kind=Kind.CROSSING,
        level=level,
        seed=seed,
        statement=stated(party),
        fields=(asked, Field(_PLAN, Message("Plan, one crossing a line"), example=f"{first}, {second} ->", lines=12)),
        given=((_LEAST, least), (_PLAN, "\n".join(lines))),
        answer=f"{least}: {' | '.join(lines)}",
        links=links(party, crossed.ways),
        rating=effort(party, crossed.ways),
        board=Banks(standing, (), bridge=party.timed),
        solved_board=Banks((), standing, boat_left=False, bridge=party.timed),
        data=crossed,
    )


def _standing(party: Party, traveller: Traveller) -> tuple[Message, str]:
    if party.timed:
        return traveller.name, f"{traveller.minutes}′"
    return traveller.name, f"{traveller.weight} kg" if party.limit else ""


def _crossed(puzzle: Puzzle) -> Crossed:
    if not isinstance(puzzle.data, Crossed):
        raise TypeError(puzzle.kind)
    return puzzle.data
