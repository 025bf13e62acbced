"""The island as a reader meets it: its rules, who says what, and what is asked."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.island.said import Joined, Role
from maths.puzzles.island.saying import BARE, A, either, spoken
from maths.puzzles.island.wording import rule
from maths.puzzles.people import listed
from maths.puzzles.puzzle import Choice, Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.puzzles.island.said import Island

MOST_FIELDS = 5
_WAYS: dict[Role, Message] = {
    Role.NORMAL: Message("Normals say what they like, true or false."),
    Role.SPY: Message("Spies say what they like, true or false."),
    Role.ALTERNATOR: Message(
        "Alternators tell the truth and lie in turn, one statement after the other; which comes first is not known."
    ),
}


def statement(island: Island) -> tuple[Message, ...]:
    return (
        *_rules(island),
        *(_line(island, who) for who in range(len(island.people)) if any(said.who == who for said in island.said)),
        *_notes(island),
        Message("What is each of them?"),
    )


def fields(island: Island) -> tuple[Field, ...]:
    """One a person; two people share one where there would be too many."""
    if len(island.people) <= MOST_FIELDS:
        return tuple(
            Field(person.key, person.name, tuple(Choice(role.value, BARE[role]) for role in island.roles))
            for person in island.people
        )
    both = tuple(
        Choice(f"{one} {other}", Message("{first}, {next}", first=BARE[one], next=BARE[other]))
        for one in island.roles
        for other in island.roles
    )
    return tuple(
        Field(f"{one.key} {other.key}", Message("{first}, {next}", first=one.name, next=other.name), both)
        for one, other in list(pairwise(island.people))[::2]
    )


def _rules(island: Island) -> Iterator[Message]:
    yield Message("On an island, knights say only what is true and knaves say only what is false.")
    for role, way in _WAYS.items():
        if role in island.roles:
            yield way
    names = listed(tuple(person.name for person in island.people))
    yield Message("You meet {names}. Each of them is {kinds}.", names=names, kinds=either(island.roles))
    if len(island.exactly) == len(island.people):
        first, second, third = (A[role] for role, _ in island.exactly)
        yield Message(
            "One of them is {first}, one is {second} and one is {third}.", first=first, second=second, third=third
        )
    else:
        for role, number in island.exactly:
            yield Message("It is known that {rule}.", rule=rule(role, number))
    if island.alternating:
        yield Message("They speak in this order, each finishing before the next begins.")


def _line(island: Island, who: int) -> Message:
    name = island.people[who].name
    first, *others = (Message("“{claim}.”", claim=spoken(island, who, s.claim)) for s in island.said if s.who == who)
    whole = first
    for one in others:
        whole = Message("{first} Then: {next}", first=whole, next=one)
    return Message("{who} says: {what}", who=name, what=whole)


def _notes(island: Island) -> Iterator[Message]:
    joints = {said.claim.joint for said in island.said if isinstance(said.claim, Joined)}
    if "or" in joints:
        yield Message("“Or” also allows both.")
    if "if" in joints:
        yield Message("“If …, then …” is false only when the first part is true and the second is false.")
    if "iff" in joints:
        yield Message("“… if and only if …” is true when both parts are true or both are false.")
