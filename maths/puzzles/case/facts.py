"""A case as facts about numbers: the first encoder. Clues about whoever has something are split by person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.logic.formula import All, Any, Compare, Count, Different, Not, Plus, Same, Unknown, implies, is_
from maths.puzzles.case.scene import (
    Before,
    CameAfter,
    Done,
    Goes,
    Guilty,
    GuiltyOneOf,
    Has,
    HasOneOf,
    Mode,
    OneTrue,
    Trait,
    WasAt,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.logic.formula import Fact
    from maths.puzzles.case.scene import Case, Claim, Scene

GLOBAL = {Trait.ROOM: "where", Trait.THING: "what"}


@dataclass(frozen=True, slots=True)
class Rule:
    """Where a fact comes from: a clue by its number, what somebody says, or the story itself (-1 both)."""

    fact: Fact
    clue: int = -1
    said: int = -1


class Facts:
    """Unknowns and rules by name, and the groups of unknowns that are all different."""

    def __init__(self, case: Case) -> None:
        self._case = case
        count = range(case.size)
        self.who = Unknown("who", tuple(count))
        self._by_name: dict[str, Unknown] = {"who": self.who}
        self.rules: dict[str, Rule] = {}
        self.different: dict[str, tuple[Unknown, ...]] = {}
        if case.scene is not None:
            self._moving(case.scene)
        else:
            self._having()
        for number, clue in enumerate(case.clues):
            for place, fact in enumerate(self._split(clue)):
                self.rules[f"clue {number} {place}"] = Rule(fact, clue=number)
        self._told()

    @property
    def unknowns(self) -> tuple[Unknown, ...]:
        return tuple(self._by_name.values())

    @property
    def asked(self) -> tuple[Unknown, ...]:
        return tuple(self._by_name[key] for key in self._case.asked)

    @property
    def clues(self) -> dict[str, Fact]:
        return {name: rule.fact for name, rule in self.rules.items()} | {
            name: Different(group) for name, group in self.different.items()
        }

    def has(self, who: int, trait: Trait) -> Unknown:
        return self._by_name[f"{trait} {who}"]

    def at(self, who: int, hour: int) -> Unknown:
        return self._by_name[f"at {who} {hour}"]

    def _new(self, name: str, count: int) -> Unknown:
        self._by_name[name] = Unknown(name, tuple(range(count)))
        return self._by_name[name]

    # The story

    def _having(self) -> None:
        case = self._case
        for key, count in (("what", len(case.things)), ("where", len(case.rooms))):
            if key in case.asked or (case.traits and key in {GLOBAL.get(trait) for trait in case.traits}):
                self._new(key, count)
        for trait in case.traits:
            group = tuple(self._new(f"{trait} {who}", case.size) for who in range(case.size))
            self.different[f"different {trait}"] = group
            if trait in GLOBAL:
                done = self._by_name[GLOBAL[trait]]
                for who, one in enumerate(group):
                    self.rules[f"done {trait} {who}"] = Rule(Same(is_(self.who, who), Compare(one, "=", done)))

    def _moving(self, scene: Scene) -> None:
        case, count = self._case, len(self._case.rooms)
        then = self._new("then", count)
        for who in range(case.size):
            group = tuple(self._new(f"at {who} {hour}", count) for hour in range(scene.hours))
            self.different[f"different person {who}"] = group
            self.rules[f"done {who}"] = Rule(Same(is_(self.who, who), is_(group[scene.hour], scene.room)))
            self.rules[f"then {who}"] = Rule(implies(is_(self.who, who), Compare(group[scene.then], "=", then)))
        for hour in range(scene.hours):
            self.different[f"different hour {hour}"] = tuple(self.at(who, hour) for who in range(case.size))

    def _told(self) -> None:
        case = self._case
        match case.mode:
            case Mode.COUNT:
                every = tuple(self.fact(claim) for said in case.said for claim in said.claims)
                self.rules["said all"] = Rule(Count(every, "=", case.number), said=0)
            case Mode.ONE_EACH:
                for place, said in enumerate(case.said):
                    facts = tuple(self.fact(claim) for claim in said.claims)
                    self.rules[f"said {place}"] = Rule(Count(facts, "=", 1), said=place)
            case Mode.GUILTY_LIES:
                for place, said in enumerate(case.said):
                    for at, claim in enumerate(said.claims):
                        honest = Same(Not(is_(self.who, said.who)), self.fact(claim))
                        self.rules[f"said {place} {at}"] = Rule(honest, said=place)
            case None:
                pass

    # Claims

    def fact(self, claim: Claim) -> Fact:  # noqa: PLR0911 - one line a kind of claim
        match claim:
            case Guilty(who, really):
                return _really(is_(self.who, who), really=really)
            case GuiltyOneOf(one, other):
                return Any((is_(self.who, one), is_(self.who, other)))
            case Done(trait, value, really):
                return _really(is_(self._by_name[GLOBAL[trait]], value), really=really)
            case Has(who, trait, value, really):
                return _really(is_(self.has(who, trait), value), really=really)
            case HasOneOf(who, trait, one, other):
                return Any((is_(self.has(who, trait), one), is_(self.has(who, trait), other)))
            case OneTrue(left, right):
                return Not(Same(self.fact(left), self.fact(right)))
            case WasAt(who, hour, room, really):
                return _really(is_(self.at(who, hour), room), really=really)
            case CameAfter(who, hour, other):
                return Compare(self.at(who, hour), "=", self.at(other, hour - 1))
            case Goes() | Before():
                return All(tuple(self._split(claim)))

    def _split(self, claim: Claim) -> Iterator[Fact]:
        """The same, person by person where it is about whoever has something."""
        match claim:
            case Goes(trait, value, its_trait, its, really):
                for who in range(self._case.size):
                    one, two = is_(self.has(who, trait), value), is_(self.has(who, its_trait), its)
                    yield Same(one, two) if really else Not(All((one, two)))
            case Before(who, trait, value, earlier, just):
                hour = self.has(who, Trait.HOUR)
                for other in range(self._case.size):
                    such = is_(self.has(other, trait), value)
                    if other == who:
                        yield Not(such)
                        continue
                    first, second = (
                        (hour, self.has(other, Trait.HOUR)) if earlier else (self.has(other, Trait.HOUR), hour)
                    )
                    yield implies(such, Compare(Plus((first, 1)), "=" if just else "<=", second))
            case _:
                yield self.fact(claim)


def _really(fact: Fact, *, really: bool) -> Fact:
    return fact if really else Not(fact)
