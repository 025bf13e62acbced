"""The words of a case: people, rooms, things and hours, and what is said of them, as sentences without a full stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Message
from maths.puzzles.case.scene import (
    Before,
    CameAfter,
    Done,
    Goes,
    Guilty,
    GuiltyOneOf,
    Has,
    HasOneOf,
    OneTrue,
    Trait,
    WasAt,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.puzzles.case.scene import Case, Claim

ROOMS = (
    Message("the kitchen"),
    Message("the library"),
    Message("the garden"),
    Message("the cellar"),
    Message("the hall"),
    Message("the attic"),
    Message("the garage"),
)
THINGS = (
    Message("the ball"),
    Message("the umbrella"),
    Message("the broom"),
    Message("the ladder"),
    Message("the guitar"),
    Message("the suitcase"),
    Message("the racket"),
)
ROOM_KEYS = ("kitchen", "library", "garden", "cellar", "hall", "attic", "garage")
THING_KEYS = ("ball", "umbrella", "broom", "ladder", "guitar", "suitcase", "racket")
HANGUL = {
    "부엌": "kitchen",
    "서재": "library",
    "정원": "garden",
    "지하실": "cellar",
    "복도": "hall",
    "다락방": "attic",
    "차고": "garage",
    "공": "ball",
    "우산": "umbrella",
    "빗자루": "broom",
    "사다리": "ladder",
    "기타": "guitar",
    "여행가방": "suitcase",
    "라켓": "racket",
}


class Words:
    """How one calls people and things in a case; `speaker` is who speaks, if anybody."""

    def __init__(self, case: Case, speaker: int | None = None) -> None:
        self._case = case
        self._speaker = speaker

    def name(self, who: int) -> Message:
        return self._case.people[who].name

    def value(self, trait: Trait, value: int) -> Message:
        match trait:
            case Trait.ROOM:
                return ROOMS[self._case.rooms[value]]
            case Trait.THING:
                return THINGS[self._case.things[value]]
            case Trait.HOUR:
                return self.hour(value)

    def hour(self, hour: int) -> Message:
        return Message("{hour} o'clock", hour=self._case.first_hour + hour)

    def says(self, claim: Claim) -> Message:  # noqa: C901, PLR0911 - one line a kind of claim
        match claim:
            case Guilty(who, really):
                return self.guilty(who, really=really)
            case GuiltyOneOf(one, other):
                return self._one_of(one, other)
            case Done(trait, value, really):
                return self.done(trait, [value], really=really)
            case Has(who, trait, value, really):
                return self.has(who, trait, [value], really=really)
            case HasOneOf(who, trait, one, other):
                return self.has(who, trait, [one, other])
            case Goes(trait, value, other, its, really):
                return _with(self._whoever(trait, value), other, self.value(other, its), really=really)
            case Before():
                return self._before(claim)
            case OneTrue(left, right):
                return Message(
                    "Exactly one of these is true: {left}; {right}", left=self.says(left), right=self.says(right)
                )
            case WasAt(who, hour, room, really):
                return self.at(who, hour, [room], really=really)
            case CameAfter(who, hour, other):
                return Message(
                    "At {hour}, {who} was where {other} had been an hour before",
                    hour=self.hour(hour),
                    who=self.name(who),
                    other=self.name(other),
                )

    def guilty(self, who: int, *, really: bool = True) -> Message:
        if who == self._speaker:
            return Message("I broke it") if really else Message("I did not break it")
        if really:
            return Message("{who} broke it", who=self.name(who))
        return Message("{who} did not break it", who=self.name(who))

    def _one_of(self, one: int, other: int) -> Message:
        """The speaker, if one of the two, comes last."""
        if self._speaker in {one, other}:
            rest = other if one == self._speaker else one
            return Message("It was broken by {one} or by me", one=self.name(rest))
        return Message("It was broken by {one} or by {other}", one=self.name(one), other=self.name(other))

    def done(self, trait: Trait, values: Sequence[int], *, really: bool = True) -> Message:
        them = self._either(trait, values)
        if trait is Trait.ROOM:
            if really:
                return Message("It was broken in {room}", room=them)
            return Message("It was not broken in {room}", room=them)
        if really:
            return Message("It was broken with {thing}", thing=them)
        return Message("It was not broken with {thing}", thing=them)

    def has(self, who: int, trait: Trait, values: Sequence[int], *, really: bool = True) -> Message:
        them = self._either(trait, values)
        if who == self._speaker:
            return _i_with(trait, them, really=really)
        return _with(self.name(who), trait, them, really=really)

    def at(self, who: int, hour: int, rooms: Sequence[int], *, really: bool = True) -> Message:
        them = self._either(Trait.ROOM, rooms)
        if really:
            return Message("At {hour}, {who} was in {room}", hour=self.hour(hour), who=self.name(who), room=them)
        return Message("At {hour}, {who} was not in {room}", hour=self.hour(hour), who=self.name(who), room=them)

    def then(self, rooms: Sequence[int], *, really: bool = True) -> Message:
        """Where the guilty one was at the other hour that is asked for."""
        them = self._either(Trait.ROOM, rooms)
        hour = self.hour(self._case.scene.then if self._case.scene else 0)
        if really:
            return Message("At {hour}, whoever broke it was in {room}", hour=hour, room=them)
        return Message("At {hour}, whoever broke it was not in {room}", hour=hour, room=them)

    def _either(self, trait: Trait, values: Sequence[int]) -> Message:
        first, *others = (self.value(trait, value) for value in values)
        whole = first
        for other in others:
            whole = Message("{first} or {next}", first=whole, next=other)
        return whole

    def _whoever(self, trait: Trait, value: int) -> Message:
        match trait:
            case Trait.ROOM:
                return Message("Whoever was in {room}", room=self.value(trait, value))
            case Trait.THING:
                return Message("Whoever had {thing}", thing=self.value(trait, value))
            case Trait.HOUR:
                return Message("Whoever came home at {hour}", hour=self.value(trait, value))

    def _before(self, claim: Before) -> Message:
        who = self.name(claim.who)
        them = self.value(claim.trait, claim.value)
        other = (
            Message("the one who was in {room}", room=them)
            if claim.trait is Trait.ROOM
            else Message("the one who had {thing}", thing=them)
        )
        match claim.earlier, claim.just:
            case True, True:
                return Message("{who} came home an hour before {other}", who=who, other=other)
            case True, False:
                return Message("{who} came home earlier than {other}", who=who, other=other)
            case False, True:
                return Message("{who} came home an hour after {other}", who=who, other=other)
            case _:
                return Message("{who} came home later than {other}", who=who, other=other)


def _with(who: Message, trait: Trait, them: Message, *, really: bool) -> Message:
    match trait, really:
        case Trait.ROOM, True:
            return Message("{who} was in {room}", who=who, room=them)
        case Trait.ROOM, False:
            return Message("{who} was not in {room}", who=who, room=them)
        case Trait.THING, True:
            return Message("{who} had {thing}", who=who, thing=them)
        case Trait.THING, False:
            return Message("{who} did not have {thing}", who=who, thing=them)
        case _, True:
            return Message("{who} came home at {hour}", who=who, hour=them)
        case _:
            return Message("{who} did not come home at {hour}", who=who, hour=them)


def _i_with(trait: Trait, them: Message, *, really: bool) -> Message:
    match trait, really:
        case Trait.ROOM, True:
            return Message("I was in {room}", room=them)
        case Trait.ROOM, False:
            return Message("I was not in {room}", room=them)
        case Trait.THING, True:
            return Message("I had {thing}", thing=them)
        case Trait.THING, False:
            return Message("I did not have {thing}", thing=them)
        case _, True:
            return Message("I came home at {hour}", hour=them)
        case _:
            return Message("I did not come home at {hour}", hour=them)
