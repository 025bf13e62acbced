"""The moves in words: why something is true or false, and what that says of whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.island.deduction import Manner
from maths.puzzles.island.facts import KNAVE, KNIGHT, VALUES, demanded
from maths.puzzles.island.said import Role
from maths.puzzles.island.saying import MANY, NUMBERS, A, kinds, spoken
from maths.puzzles.people import listed
from maths.puzzles.puzzle import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.logic.formula import Unknown
    from maths.puzzles.island.deduction import Deducing, Move


def links(deducing: Deducing, moves: Sequence[Move]) -> tuple[Link, ...]:
    words = _Words(deducing)
    return tuple(words.link(move) for move in moves)


def rule(role: Role, number: int) -> Message:
    """How many there are of a role."""
    if number == 1:
        return Message("exactly one of them is {kind}", kind=A[role])
    return Message("exactly {number} of them are {kinds}", number=NUMBERS[number], kinds=MANY[role])


class _Words:
    def __init__(self, deducing: Deducing) -> None:
        self._deducing = deducing
        self._island = deducing.island
        self._names = {
            unknown: person.name for unknown, person in zip(deducing.unknowns, self._island.people, strict=True)
        }

    def link(self, move: Move) -> Link:
        match move.manner:
            case Manner.SUPPOSING:
                return self._supposing(move)
            case Manner.ITSELF:
                return self._itself(move)
            case Manner.CASES:
                return self._cases(move)
            case _:
                return Link(self._plain(move))

    # One statement after the other

    def _plain(self, move: Move) -> Message:
        if move.step.impossible:
            return self._broken(move)
        if move.manner is Manner.RULE:
            return Message("As {rule}, {so}.", rule=self._rule(move), so=self._so(move))
        truth = self._deducing.truth(move.said, move.before)
        if move.manner is Manner.REVERSE:
            who, claim = self._speaker(move), self._claim(move)
            if truth:
                return Message("What {who} says, “{claim}”, is true. So {so}.", who=who, claim=claim, so=self._so(move))
            return Message("What {who} says, “{claim}”, is false. So {so}.", who=who, claim=claim, so=self._so(move))
        return self._direct(move)

    def _direct(self, move: Move) -> Message:
        speaker = self._unknown(move)
        who, kind = self._names[speaker], kinds(move.before[speaker], self._island.roles)
        if demanded(move.before[speaker][0], self._turn(move)):
            return Message(
                "{who} is {kind}, so “{claim}” is true. So {so}.",
                who=who,
                kind=kind,
                claim=self._claim(move),
                so=self._so(move),
            )
        return Message(
            "{who} is {kind}, so “{claim}” is false. So {so}.",
            who=who,
            kind=kind,
            claim=self._claim(move),
            so=self._so(move),
        )

    def _broken(self, move: Move) -> Message:
        """How a supposition ends."""
        if move.manner is Manner.RULE:
            return Message("But {rule}: a contradiction.", rule=self._rule(move))
        speaker = self._unknown(move)
        who, claim = self._names[speaker], self._claim(move)
        truth = self._deducing.truth(move.said, move.before)
        if truth is None:
            return Message("But then {who} could not say “{claim}”: a contradiction.", who=who, claim=claim)
        kind = kinds(move.before[speaker], self._island.roles)
        if truth:
            return Message(
                "But then “{claim}” is true, although {who}, who says it, is {kind}.", claim=claim, who=who, kind=kind
            )
        return Message(
            "But then “{claim}” is false, although {who}, who says it, is {kind}.", claim=claim, who=who, kind=kind
        )

    # What bears on its own speaker, and what nobody can say

    def _itself(self, move: Move) -> Link:
        who, claim, so = self._speaker(move), self._claim(move), self._so(move)
        values = [value for _, value in move.step.removed]
        if len(values) == 1:
            return Link(self._self_defeating(values[0], who, claim, so, asked=demanded(values[0], self._turn(move))))
        says = Message(
            "{who} cannot be {kind} and say “{claim}”. So {so}.",
            who=who,
            kind=kinds(values, self._island.roles),
            claim=claim,
            so=so,
        )
        return Link(says, tuple(self._if_speaker(move, value) for value in values))

    @staticmethod
    def _self_defeating(value: int, who: Message, claim: Message, so: Message, *, asked: bool | None) -> Message:
        if value == KNAVE:
            return Message(
                "If {who} were a knave, “{claim}” would be true, and a knave says nothing true. So {so}.",
                who=who,
                claim=claim,
                so=so,
            )
        if value == KNIGHT:
            return Message(
                "If {who} were a knight, “{claim}” would be false, and a knight says nothing false. So {so}.",
                who=who,
                claim=claim,
                so=so,
            )
        kind = kinds((value,), (Role.ALTERNATOR,))
        if asked:
            return Message(
                "If {who} were {kind}, “{claim}” would be false, but would have to be true. So {so}.",
                who=who,
                kind=kind,
                claim=claim,
                so=so,
            )
        return Message(
            "If {who} were {kind}, “{claim}” would be true, but would have to be false. So {so}.",
            who=who,
            kind=kind,
            claim=claim,
            so=so,
        )

    def _if_speaker(self, move: Move, value: int) -> Message:
        """What goes wrong where the speaker has a value."""
        kind, who = kinds((value,), self._island.roles), self._speaker(move)
        if demanded(value, self._turn(move)):
            return Message("As {kind}, {who} would be saying something false.", kind=kind, who=who)
        return Message("As {kind}, {who} would be saying something true.", kind=kind, who=who)

    def _cases(self, move: Move) -> Link:
        other = move.step.removed[0][0]
        kind = kinds([value for _, value in move.step.removed], self._island.roles)
        says = Message(
            "If {other} were {kind}, {who} could not say “{claim}”, whatever {who} is. So {so}.",
            other=self._names[other],
            kind=kind,
            who=self._speaker(move),
            claim=self._claim(move),
            so=self._so(move),
        )
        return Link(says, tuple(self._if_speaker(move, value) for value in move.before[self._unknown(move)]))

    def _supposing(self, move: Move) -> Link:
        unknown, value = move.step.removed[0]
        says = Message(
            "Suppose {who} were {kind}. That ends in a contradiction. So {so}.",
            who=self._names[unknown],
            kind=kinds((value,), self._island.roles),
            so=self._so(move),
        )
        return Link(says, tuple(line for inner in move.inside for line in self._lines(inner)))

    def _lines(self, move: Move) -> tuple[Message, ...]:
        link = self.link(move)
        return (link.says,)

    # What follows

    def _so(self, move: Move) -> Message:
        """Who is what, those of a kind together; else what somebody is not."""
        after, roles = move.after, self._island.roles
        together: dict[Message, list[Unknown]] = {}
        clauses: list[tuple[Message, Message, bool]] = []
        for unknown in dict.fromkeys(one for one, _ in move.step.removed):
            role = next((role for role in roles if set(after[unknown]) <= set(VALUES[role])), None)
            if role is not None and set(after[unknown]) == set(VALUES[role]):
                together.setdefault(MANY[role], []).append(unknown)
            elif role is not None:
                clauses.append((self._names[unknown], kinds(after[unknown], roles), True))
            else:
                gone = [value for one, value in move.step.removed if one == unknown]
                clauses.append((self._names[unknown], kinds(gone, roles), False))
        singles = {many: unknowns[0] for many, unknowns in together.items() if len(unknowns) == 1}
        clauses += [(self._names[one], kinds(after[one], roles), True) for one in singles.values()]
        groups = [
            (listed(tuple(self._names[one] for one in unknowns)), many)
            for many, unknowns in together.items()
            if many not in singles
        ]
        return _joined(clauses, groups)

    # What a move is about

    def _unknown(self, move: Move) -> Unknown:
        return self._deducing.unknowns[self._island.said[move.said].who]

    def _speaker(self, move: Move) -> Message:
        return self._names[self._unknown(move)]

    def _turn(self, move: Move) -> int:
        return self._island.said[move.said].turn

    def _claim(self, move: Move) -> Message:
        said = self._island.said[move.said]
        return spoken(self._island, said.who, said.claim)

    def _rule(self, move: Move) -> Message:
        return rule(*self._island.exactly[move.said])


def _joined(clauses: Sequence[tuple[Message, Message, bool]], groups: Sequence[tuple[Message, Message]]) -> Message:
    """What single people are, and are not, and what several are, in one sentence."""
    whole: Message | None = None
    for people, many in reversed(groups):
        if whole is None:
            whole = Message("{people} are {kinds}", people=people, kinds=many)
        else:
            whole = Message("{people} are {kinds} and {rest}", people=people, kinds=many, rest=whole)
    for who, kind, really in reversed(clauses):
        if whole is None:
            whole = Message("{who} is {kind}", who=who, kind=kind) if really else _is_not(who, kind)
        elif really:
            whole = Message("{who} is {kind} and {rest}", who=who, kind=kind, rest=whole)
        else:
            whole = Message("{who} is not {kind} and {rest}", who=who, kind=kind, rest=whole)
    if whole is None:
        raise LookupError
    return whole


def _is_not(who: Message, kind: Message) -> Message:
    return Message("{who} is not {kind}", who=who, kind=kind)
