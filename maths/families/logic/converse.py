"""The converse, inverse and contrapositive of an implication.

Routes: the parts exchanged and denied; and the truth tables: a contrapositive has the table of the implication, a
converse and an inverse that of the implication with its parts exchanged.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import product
from typing import TYPE_CHECKING

from maths.bounds import UnreadableError
from maths.families.logic.propositions import Joined, Letter, Not, letters, read_proposition, shown, value
from maths.families.settled import Settled, UndecidedError
from maths.families.write import passages
from maths.message import Formula, Message
from maths.verdict import Level, Standing, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.logic.propositions import Proposition
    from maths.verdict import Passage


class Turned(Enum):
    CONVERSE = "converse"
    INVERSE = "inverse"
    CONTRAPOSITIVE = "contrapositive"


@dataclass(frozen=True, slots=True)
class TurnedImplication:
    premise: Proposition
    conclusion: Proposition
    wanted: Turned

    def settle(self, find: Callable[[TurnedImplication], Joined] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        given = Joined("implies", self.premise, self.conclusion)
        found = (find or _turned)(self)
        same_as = given if self.wanted is Turned.CONTRAPOSITIVE else Joined("implies", self.conclusion, self.premise)
        names = letters(given)
        denied = _denials(found) != _denials(Joined("implies", self.conclusion, self.premise))
        for row in product((True, False), repeat=len(names)):
            truth = dict(zip(names, row, strict=True))
            if value(found, truth) is not value(same_as, truth):
                raise UndecidedError(Message("The two ways of calculating it do not agree."))
        if denied is (self.wanted is Turned.CONVERSE):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        answer = _formula(found)
        method = Message("the parts exchanged and denied, and compared in the truth table")
        return Settled(
            answer,
            method,
            lambda level: _teach(self, given, answer, level),
            hear=lambda text: _heard(text, found, method),
        )


def _heard(text: str, found: Joined, method: Message) -> Verdict | None:
    """Another spelling of the same formula."""
    try:
        claimed = read_proposition(text)
    except UnreadableError:
        return None
    if claimed == found:
        return Verdict(Standing.VERIFIED, method)
    return Verdict(Standing.REFUTED, None, Message("It is another statement."))


def _turned(task: TurnedImplication) -> Joined:
    first, second = task.premise, task.conclusion
    match task.wanted:
        case Turned.CONVERSE:
            return Joined("implies", second, first)
        case Turned.INVERSE:
            return Joined("implies", _not(first), _not(second))
    return Joined("implies", _not(second), _not(first))


def _not(part: Proposition) -> Proposition:
    return part.inner if isinstance(part, Not) else Not(part)


def _denials(found: Joined) -> tuple[bool, bool]:
    return isinstance(found.left, Not), isinstance(found.right, Not)


def is_simple(part: Proposition) -> bool:
    """A letter or a denied letter."""
    return isinstance(part, Letter) or (isinstance(part, Not) and isinstance(part.inner, Letter))


def _formula(part: Proposition) -> Formula:
    return Formula(shown(part), shown(part, latex=True))


_RULES = {
    Turned.CONVERSE: Message("The converse exchanges what is assumed and what follows."),
    Turned.INVERSE: Message("The inverse denies what is assumed and what follows, each in its place."),
    Turned.CONTRAPOSITIVE: Message("The contrapositive denies both parts and exchanges them."),
}
_TRUTH = {
    Turned.CONVERSE: Message("A converse may be false though the statement is true."),
    Turned.INVERSE: Message("The inverse is as true as the converse: it is the converse's contrapositive."),
    Turned.CONTRAPOSITIVE: Message("A contrapositive is always as true as the statement itself."),
}


def _teach(task: TurnedImplication, given: Joined, answer: Formula, level: Level) -> tuple[Passage, ...]:
    lines = []
    if level is not Level.ADVANCED:
        lines.append(Message("Assumed is {premise}, and {conclusion} follows.", premise=_formula(task.premise),
                             conclusion=_formula(task.conclusion)))  # fmt: skip
    if level is Level.BEGINNER and task.wanted is not Turned.CONVERSE:
        lines += [
            Message("The opposite of {part} is {denied}.", part=_formula(part), denied=_formula(_not(part)))
            for part in (task.premise, task.conclusion)
        ]
    return passages(
        understanding=[Message("Given is the statement {statement}.", statement=_formula(given))],
        approach=[_TRUTH[task.wanted] if level is Level.ADVANCED else _RULES[task.wanted]],
        steps=[*lines, Message("So {result}.", result=answer)],
        check=[_TRUTH[task.wanted]],
        conclusion=[Message("The result is {value}.", value=answer)],
    )
