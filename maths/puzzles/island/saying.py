"""What the islanders say, in the first person, as a sentence without its full stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.island.facts import FALSE_FIRST, TRUE_FIRST, VALUES
from maths.puzzles.island.said import Alike, Is, Joined, More, Odd, Only, Role, Tally, Would
from maths.puzzles.people import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maths.puzzles.island.said import Claim, Island

A: dict[Role, Message] = {
    Role.KNIGHT: Message("a knight"),
    Role.KNAVE: Message("a knave"),
    Role.NORMAL: Message("a normal"),
    Role.SPY: Message("a spy"),
    Role.ALTERNATOR: Message("an alternator"),
}
MANY: dict[Role, Message] = {
    Role.KNIGHT: Message("knights"),
    Role.KNAVE: Message("knaves"),
    Role.NORMAL: Message("normals"),
    Role.SPY: Message("spies"),
    Role.ALTERNATOR: Message("alternators"),
}
BARE: dict[Role, Message] = {
    Role.KNIGHT: Message("knight"),
    Role.KNAVE: Message("knave"),
    Role.NORMAL: Message("normal"),
    Role.SPY: Message("spy"),
    Role.ALTERNATOR: Message("alternator"),
}
NUMBERS: dict[int, Message] = {
    1: Message("one"),
    2: Message("two"),
    3: Message("three"),
    4: Message("four"),
    5: Message("five"),
    6: Message("six"),
}
US: dict[int, Message] = {
    2: Message("the two of us"),
    3: Message("the three of us"),
    4: Message("the four of us"),
    5: Message("the five of us"),
    6: Message("the six of us"),
}


def kinds(values: Iterable[int], roles: Sequence[Role]) -> Message:
    """What somebody with one of these values is: a knight or a spy."""
    left, found = set(values), list[Message]()
    for role in roles:
        if set(VALUES[role]) <= left:
            found.append(A[role])
            left -= set(VALUES[role])
    if TRUE_FIRST in left:
        found.append(Message("an alternator who begins with the truth"))
    if FALSE_FIRST in left:
        found.append(Message("an alternator who begins with a lie"))
    return _either(found)


def either(roles: Sequence[Role]) -> Message:
    """One of the roles: a knight, a knave or a spy."""
    return _either([A[role] for role in roles])


def _either(found: Sequence[Message]) -> Message:
    whole = found[0]
    for one in found[1:-1]:
        whole = Message("{first}, {next}", first=whole, next=one)
    return Message("{first} or {next}", first=whole, next=found[-1]) if len(found) > 1 else whole


def spoken(island: Island, who: int, claim: Claim) -> Message:
    """What somebody claims, as this person says it."""
    return _Speaker(island, who).says(claim)


class _Speaker:
    def __init__(self, island: Island, who: int) -> None:
        self._island = island
        self._who = who

    def says(self, claim: Claim) -> Message:  # noqa: C901, PLR0911 - one line a kind of claim
        match claim:
            case Is(who, role, True):
                return Message("{subject} {kind}", subject=self._is(who), kind=A[role])
            case Is(who, role, _):
                return Message("{subject} not {kind}", subject=self._is(who), kind=A[role])
            case Alike(one, other, True):
                return Message("{pair} of the same kind", pair=self._are(one, other))
            case Alike(one, other, _):
                return Message("{pair} of different kinds", pair=self._are(one, other))
            case Tally():
                return self._tally(claim)
            case Odd(role):
                return Message("The number of {kinds} among {group} is odd", kinds=MANY[role], group=self._all())
            case More(role, than):
                return Message(
                    "There are more {kinds} than {others} among {group}",
                    kinds=MANY[role],
                    others=MANY[than],
                    group=self._all(),
                )
            case Only(who, role):
                return Message(
                    "Of {group}, {subject} the only {kind}", group=self._all(), subject=self._is(who), kind=BARE[role]
                )
            case Joined():
                return self._joined(claim)
            case Would(who, Is(about, role, _)) if about == self._who:
                return Message("{who} would say that I am {kind}", who=self._name(who), kind=A[role])
            case Would(who, Is(about, role, _)):
                return Message(
                    "{who} would say that {name} is {kind}",
                    who=self._name(who),
                    name=self._name(about),
                    kind=A[role],
                )

    def _joined(self, claim: Joined) -> Message:
        left, right = A[claim.left.role], A[claim.right.role]
        first, second = self._is(claim.left.who), self._is(claim.right.who)
        match claim.joint:
            case "and":
                return Message(
                    "{first} {left} and {second} {right}", first=first, left=left, second=second, right=right
                )
            case "or":
                return Message("{first} {left} or {second} {right}", first=first, left=left, second=second, right=right)
            case "if" if claim.left.who == self._who:
                return Message("If I am {left}, then {second} {right}", left=left, second=second, right=right)
            case "if":
                name = self._name(claim.left.who)
                return Message(
                    "If {name} is {left}, then {second} {right}", name=name, left=left, second=second, right=right
                )
            case "iff" if claim.right.who == self._who:
                return Message("{first} {left} if and only if I am {right}", first=first, left=left, right=right)
            case "iff":
                name = self._name(claim.right.who)
                return Message(
                    "{first} {left} if and only if {name} is {right}", first=first, left=left, name=name, right=right
                )

    def _tally(self, claim: Tally) -> Message:  # noqa: PLR0911 - one line a bound
        whole = len(claim.group) == len(self._island.people)
        if len(claim.group) == 2 and claim.bound == "exactly" and claim.number != 1:  # noqa: PLR2004 - both, neither
            return self._both(claim)
        group = self._all() if whole else self._of(*claim.group)
        one, many, number = A[claim.role], MANY[claim.role], NUMBERS[claim.number]
        match claim.bound:
            case "exactly" if claim.number == 1:
                return Message("Exactly one of {group} is {one}", group=group, one=one)
            case "exactly":
                return Message("Exactly {number} of {group} are {many}", number=number, group=group, many=many)
            case "at least" if claim.number == 1:
                return Message("At least one of {group} is {one}", group=group, one=one)
            case "at least":
                return Message("At least {number} of {group} are {many}", number=number, group=group, many=many)
            case "at most" if claim.number == 1:
                return Message("At most one of {group} is {one}", group=group, one=one)
            case "at most":
                return Message("At most {number} of {group} are {many}", number=number, group=group, many=many)

    def _both(self, claim: Tally) -> Message:
        first, second = claim.group
        if claim.number:
            return Message("{pair} both {kinds}", pair=self._are(first, second), kinds=MANY[claim.role])
        if second == self._who:
            return Message("Neither {one} nor I am {kind}", one=self._name(first), kind=A[claim.role])
        return Message(
            "Neither {one} nor {other} is {kind}",
            one=self._name(first),
            other=self._name(second),
            kind=A[claim.role],
        )

    # People as this one calls them

    def _name(self, who: int) -> Message:
        return self._island.people[who].name

    def _is(self, who: int) -> Message:
        return Message("I am") if who == self._who else Message("{who} is", who=self._name(who))

    def _are(self, first: int, second: int) -> Message:
        if second == self._who:
            return Message("{one} and I are", one=self._name(first))
        return Message("{one} and {other} are", one=self._name(first), other=self._name(second))

    def _of(self, first: int, second: int) -> Message:
        if second == self._who:
            return Message("{one} and me", one=self._name(first))
        return listed((self._name(first), self._name(second)))

    def _all(self) -> Message:
        return US[len(self._island.people)]
