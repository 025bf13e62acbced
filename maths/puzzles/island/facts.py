"""What is said on the island as facts about numbers: the first encoder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.logic.formula import All, Any, Count, Not, Same, Unknown, is_
from maths.puzzles.island.said import Alike, Is, Joined, More, Odd, Only, Role, Tally, Would

if TYPE_CHECKING:
    from maths.logic.formula import Fact, Operator
    from maths.puzzles.island.said import Bound, Claim, Island, Joint

KNAVE, KNIGHT, FREE, TRUE_FIRST, FALSE_FIRST = range(5)
VALUES: dict[Role, tuple[int, ...]] = {
    Role.KNAVE: (KNAVE,),
    Role.KNIGHT: (KNIGHT,),
    Role.NORMAL: (FREE,),
    Role.SPY: (FREE,),
    Role.ALTERNATOR: (TRUE_FIRST, FALSE_FIRST),
}
_SIGN: dict[Bound, Operator] = {"exactly": "=", "at least": ">=", "at most": "<="}


def demanded(value: int, turn: int) -> bool | None:
    """Whether what somebody like this says at that turn is true; None where it may be either."""
    match value:
        case 1:
            return True
        case 0:
            return False
        case 3:
            return turn % 2 == 0
        case 4:
            return turn % 2 == 1
        case _:
            return None


class Facts:
    """The island's unknowns (one a person) and its clues: "0", "1", … for what is said, "rule 0", … for its rules."""

    def __init__(self, island: Island) -> None:
        values = tuple(sorted(value for role in island.roles for value in VALUES[role]))
        self._roles = island.roles
        self.unknowns = tuple(Unknown(person.key, values) for person in island.people)
        self.claims = tuple(self._claim(said.claim) for said in island.said)
        self.clues: dict[str, Fact] = {}
        for place, said in enumerate(island.said):
            ways = [self._way(said.who, value, said.turn, self.claims[place]) for value in values]
            self.clues[str(place)] = Any(tuple(ways))
        for place, (role, number) in enumerate(island.exactly):
            self.clues[f"rule {place}"] = Count(tuple(self._is(who, role) for who in self._all), "=", number)

    @property
    def _all(self) -> range:
        return range(len(self.unknowns))

    def _way(self, who: int, value: int, turn: int, claim: Fact) -> Fact:
        such = is_(self.unknowns[who], value)
        asked = demanded(value, turn)
        return such if asked is None else All((such, claim if asked else Not(claim)))

    def _is(self, who: int, role: Role) -> Fact:
        return Any(tuple(is_(self.unknowns[who], value) for value in VALUES[role]))

    def _claim(self, claim: Claim) -> Fact:  # noqa: PLR0911 - one line a kind of claim
        match claim:
            case Is(who, role, really):
                return self._is(who, role) if really else Not(self._is(who, role))
            case Alike(one, other, really):
                same = Any(tuple(All((self._is(one, role), self._is(other, role))) for role in self._roles))
                return same if really else Not(same)
            case Tally(group, role, bound, number):
                return Count(tuple(self._is(who, role) for who in group), _SIGN[bound], number)
            case Odd(role):
                every = tuple(self._is(who, role) for who in self._all)
                return Any(tuple(Count(every, "=", number) for number in range(1, len(every) + 1, 2)))
            case More(role, than):
                return self._more(role, than)
            case Only(who, role):
                others = tuple(Not(self._is(other, role)) for other in self._all if other != who)
                return All((self._is(who, role), *others))
            case Joined(left, joint, right):
                return _joined(joint, self._claim(left), self._claim(right))
            case Would(who, inner):
                return Same(self._is(who, Role.KNIGHT), self._claim(inner))

    def _more(self, role: Role, than: Role) -> Fact:
        some = tuple(self._is(who, role) for who in self._all)
        others = tuple(self._is(who, than) for who in self._all)
        counts = range(len(some))
        return Any(tuple(All((Count(some, ">", few), Count(others, "=", few))) for few in counts))


def _joined(joint: Joint, left: Fact, right: Fact) -> Fact:
    match joint:
        case "and":
            return All((left, right))
        case "or":
            return Any((left, right))
        case "if":
            return Any((Not(left), right))
        case "iff":
            return Same(left, right)
