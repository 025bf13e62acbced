"""Knights and knaves: who is what follows from what they say of each other and of themselves."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from maths.logic.deduce import check
from maths.message import Message
from maths.puzzles.island.deduction import Deducing, rating
from maths.puzzles.island.drawing import island, needed
from maths.puzzles.island.facts import VALUES, Facts
from maths.puzzles.island.said import Island, Role, fits, true
from maths.puzzles.island.saying import A, spoken
from maths.puzzles.island.story import fields, statement
from maths.puzzles.island.wording import links, rule
from maths.puzzles.puzzle import Judged, Kind, Puzzle
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maths.generating.draw import Draw
    from maths.logic.formula import Unknown

BANDS: dict[Level, tuple[int, int]] = {
    Level.BEGINNER: (100, 599),  # from one statement straight to the next
    Level.INTERMEDIATE: (600, 1399),  # cases, or a supposition that breaks at once
    Level.ADVANCED: (1400, 9999),  # suppositions followed further
}
_DRAFTS = 40  # islands drawn until one is of the level
_FEWEST_MOVES: dict[Level, int] = {Level.BEGINNER: 2, Level.INTERMEDIATE: 3, Level.ADVANCED: 3}
_MOST_LINES = 25
_ROLES: dict[str, Role] = {
    "기사": Role.KNIGHT,
    "건달": Role.KNAVE,
    "보통": Role.NORMAL,
    "스파이": Role.SPY,
    "변덕": Role.ALTERNATOR,
} | {role.value: role for role in Role}
_MOST_TYPED = 200


class _Knights:
    kind = Kind.KNIGHTS
    title = Message("Knights and knaves")
    about = Message("Some always tell the truth, some always lie, some do both: find out who is what.")

    def make(self, draw: Draw, level: Level, seed: int) -> Puzzle | None:
        for _ in range(_DRAFTS):
            drawn = island(draw, level)
            drawn = drawn and needed(drawn)
            if drawn is not None and (made := _puzzle(drawn, level, seed)) is not None:
                return made
        return None

    def alone(self, puzzle: Puzzle) -> bool:
        data = _island(puzzle)
        found = [roles for roles in product(data.roles, repeat=len(data.people)) if fits(data, roles)]
        return [_answer(data, roles) for roles in found] == [puzzle.answer]

    def faults(self, puzzle: Puzzle) -> list[str]:
        data = _island(puzzle)
        deducing = Deducing(data)
        moves = deducing.chain() or ()
        steps = [move.step for move in moves]
        faults = [f"link {place + 1} does not follow" for place in check(deducing.unknowns, deducing.clues, steps)]
        roles = _roles(moves[-1].after, data.roles) if moves else None
        if roles is None or _answer(data, roles) != puzzle.answer:
            faults.append("the chain does not lead to the answer")
        if links(deducing, moves) != puzzle.links:
            faults.append("the links are not those of the chain")
        return faults

    def judge(self, puzzle: Puzzle, given: Mapping[str, str]) -> Judged:
        data = _island(puzzle)
        roles = _read(data, given)
        if roles is None:
            reason = Message("For each of them, say one of the kinds there are.")
            return Judged(right=False, reason=reason, readable=False)
        if fits(data, roles):
            return Judged(right=True, reason=Message("Everything that is said fits."))
        return Judged(right=False, reason=_broken(data, roles))


MAKER = _Knights()


def _puzzle(drawn: Island, level: Level, seed: int) -> Puzzle | None:
    """The island as a puzzle; None where it is not of the level or z3 finds more solutions."""
    from maths.logic.solver import Session

    deducing = Deducing(drawn)
    moves = deducing.chain()
    low, high = BANDS[level]
    if moves is None or not low <= rating(moves) <= high or len(moves) < _FEWEST_MOVES[level]:
        return None
    if sum(1 + len(move.inside) for move in moves) > _MOST_LINES:
        return None
    facts = Facts(drawn)
    found = Session(facts.unknowns, list(facts.clues.values())).solutions(2)
    if len(found) != 1:
        return None
    roles = _roles({unknown: (found[0][unknown.name],) for unknown in facts.unknowns}, drawn.roles) or ()
    asked = fields(drawn)
    by_person = {person.key: role.value for person, role in zip(drawn.people, roles, strict=True)}
    return Puzzle(
        kind=Kind.KNIGHTS,
        level=level,
        seed=seed,
        statement=statement(drawn),
        fields=asked,
        given=tuple((one.key, " ".join(by_person[name] for name in one.key.split())) for one in asked),
        answer=_answer(drawn, roles),
        links=links(deducing, moves),
        rating=rating(moves),
        data=drawn,
    )


def _island(puzzle: Puzzle) -> Island:
    if not isinstance(puzzle.data, Island):
        raise TypeError(puzzle.kind)
    return puzzle.data


def _roles(domains: Mapping[Unknown, tuple[int, ...]], among: tuple[Role, ...]) -> tuple[Role, ...] | None:
    """The role each has, in order; None where one is not known."""
    if any(len(values) != 1 for values in domains.values()):
        return None
    return tuple(next(role for role in among if values[0] in VALUES[role]) for values in domains.values())


def _answer(data: Island, roles: Sequence[Role]) -> str:
    return ", ".join(f"{person.key}: {role}" for person, role in zip(data.people, roles, strict=True))


def _read(data: Island, given: Mapping[str, str]) -> tuple[Role, ...] | None:
    """The roles typed or chosen, in the order of the people; None where they are not all there."""
    words: list[str] = []
    for one in fields(data):
        words += re.findall(r"[a-z]+|[가-힣]+", given.get(one.key, "")[:_MOST_TYPED].lower())
    found = [role for word in words if (role := _role(word)) is not None]
    if len(found) != len(data.people) or any(role not in data.roles for role in found):
        return None
    return tuple(found)


def _role(word: str) -> Role | None:
    return next((role for name, role in _ROLES.items() if word.startswith(name)), None)


def _broken(data: Island, roles: tuple[Role, ...]) -> Message:
    """One thing that roles break."""
    for role, number in data.exactly:
        if roles.count(role) != number:
            return Message("It is known that {rule}.", rule=rule(role, number))
    turns: dict[int, bool] = {}
    for said in data.said:
        role, truth = roles[said.who], true(said.claim, roles)
        who, claim = data.people[said.who].name, spoken(data, said.who, said.claim)
        if truth and role is Role.KNAVE:
            return Message("Then “{claim}” would be true, but {who} would be a knave.", claim=claim, who=who)
        if not truth and role is Role.KNIGHT:
            return Message("Then “{claim}” would be false, but {who} would be a knight.", claim=claim, who=who)
        if role is Role.ALTERNATOR and turns.get(said.who) == truth:
            return Message("Then {who} would be {kind} whose statements do not alternate.", who=who, kind=A[role])
        turns[said.who] = truth
    return Message("Something that is said does not fit.")
