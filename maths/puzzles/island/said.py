"""Who lives on the island and what they say: the data of a puzzle, and whether something said is true.

`fits` reads the data by itself, role by role, and knows nothing of facts and solvers: it is the second encoder.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.puzzles.people import Person


class Role(StrEnum):
    """Knights tell the truth, knaves lie, normals and spies say either, alternators do one after the other."""

    KNIGHT = "knight"
    KNAVE = "knave"
    NORMAL = "normal"
    SPY = "spy"
    ALTERNATOR = "alternator"


Bound: TypeAlias = Literal["exactly", "at least", "at most"]
Joint: TypeAlias = Literal["and", "or", "if", "iff"]


@dataclass(frozen=True, slots=True)
class Is:
    """A person, by number, is of a role; or is not."""

    who: int
    role: Role
    really: bool = True


@dataclass(frozen=True, slots=True)
class Alike:
    """Two are of the same kind; or are not."""

    one: int
    other: int
    really: bool = True


@dataclass(frozen=True, slots=True)
class Tally:
    """Exactly, at least or at most so many of a group are of a role."""

    group: tuple[int, ...]
    role: Role
    bound: Bound
    number: int


@dataclass(frozen=True, slots=True)
class Odd:
    """An odd number of all are of a role."""

    role: Role


@dataclass(frozen=True, slots=True)
class More:
    """There are more of one role than of the other."""

    role: Role
    than: Role


@dataclass(frozen=True, slots=True)
class Only:
    """A person is the only one of a role."""

    who: int
    role: Role


@dataclass(frozen=True, slots=True)
class Joined:
    left: Is
    joint: Joint
    right: Is


@dataclass(frozen=True, slots=True)
class Would:
    """A knight or knave would say something, if asked."""

    who: int
    claim: Is


Claim: TypeAlias = Is | Alike | Tally | Odd | More | Only | Joined | Would


@dataclass(frozen=True, slots=True)
class Said:
    """`turn` counts what the speaker has said before."""

    who: int
    claim: Claim
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Island:
    """`exactly` says of some roles how many have them; `said` is in the order in which it is heard."""

    people: tuple[Person, ...]
    roles: tuple[Role, ...]
    exactly: tuple[tuple[Role, int], ...]
    said: tuple[Said, ...]

    @property
    def alternating(self) -> bool:
        return Role.ALTERNATOR in self.roles


def true(claim: Claim, roles: Sequence[Role]) -> bool:  # noqa: PLR0911 - one line a kind of claim
    """Whether it is true when the people have these roles."""
    match claim:
        case Is(who, role, really):
            return (roles[who] is role) == really
        case Alike(one, other, really):
            return (roles[one] is roles[other]) == really
        case Tally(group, role, bound, number):
            found = sum(roles[who] is role for who in group)
            return {"exactly": found == number, "at least": found >= number, "at most": found <= number}[bound]
        case Odd(role):
            return roles.count(role) % 2 == 1
        case More(role, than):
            return roles.count(role) > roles.count(than)
        case Only(who, role):
            return roles[who] is role and roles.count(role) == 1
        case Joined(left, joint, right):
            first, second = true(left, roles), true(right, roles)
            return {
                "and": first and second,
                "or": first or second,
                "if": second or not first,
                "iff": first == second,
            }[joint]
        case Would(who, inner):
            return true(inner, roles) == (roles[who] is Role.KNIGHT)


def fits(island: Island, roles: Sequence[Role]) -> bool:
    """Whether people of these roles say what is said on the island."""
    if any(roles.count(role) != number for role, number in island.exactly):
        return False
    heard: list[list[bool]] = [[] for _ in island.people]
    for said in island.said:
        heard[said.who].append(true(said.claim, roles))
    return all(_in_character(role, truths) for role, truths in zip(roles, heard, strict=True))


def _in_character(role: Role, truths: list[bool]) -> bool:
    match role:
        case Role.KNIGHT:
            return all(truths)
        case Role.KNAVE:
            return not any(truths)
        case Role.ALTERNATOR:
            return all(before != after for before, after in pairwise(truths))
        case _:
            return True
