"""The chain of a case in words: what is known, by which clue, and so what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.logic.deduce import By
from maths.message import Message
from maths.puzzles.case.facts import GLOBAL
from maths.puzzles.case.net import plain, walked
from maths.puzzles.case.scene import Done, Guilty, Has, HasOneOf, Mode, Trait, WasAt, World, true
from maths.puzzles.case.words import Words
from maths.puzzles.people import listed
from maths.puzzles.puzzle import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.logic.deduce import Step
    from maths.logic.formula import Unknown
    from maths.puzzles.case.facts import Facts
    from maths.puzzles.case.net import Domains, Net, Pair
    from maths.puzzles.case.scene import Case

_TRAITS = {name: trait for trait, name in GLOBAL.items()}


class Telling:
    """Says steps; remembers which ones were too plain to be said, and what they rested on."""

    def __init__(self, case: Case, facts: Facts, net: Net) -> None:
        self._case = case
        self._facts = facts
        self._net = net
        self._words = Words(case)
        self._because: dict[Pair, Pair] = {}

    def links(self, steps: Sequence[Step]) -> tuple[Link, ...]:
        return tuple(link for step, before in walked(steps, self._net.start) for link in self._link(step, before))

    def _link(self, step: Step, before: Domains) -> tuple[Link, ...]:
        if plain(step):
            self._remember(step, before)
            return (Link(self._left_over(step, before)),) if step.found else ()
        if step.supposed is not None:
            return (self._supposing(step, before),)
        if step.clues[0] == "said all":
            return self._counted(step)
        if self._restates(step, before):
            return ()
        return (Link(self._says(step, before), self._against_guilt(step)),)

    def _restates(self, step: Step, before: Domains) -> bool:
        """Whether it only repeats what a clue says."""
        rule = self._facts.rules.get(step.clues[0])
        if rule is None or rule.clue < 0 or step.impossible or self._known(step, before) is not None:
            return False
        return isinstance(self._case.clues[rule.clue], Has | HasOneOf | Done | WasAt | Guilty)

    def _supposing(self, step: Step, before: Domains) -> Link:
        unknown, value = step.supposed or step.removed[0]
        kept = dict(self._because)
        inside = tuple(
            link.says
            for one, here in walked(step.inside, {**before, unknown: (value,)})
            for link in self._link(one, here)
        )
        self._because = kept
        supposed = self._is(unknown, [value], really=True)
        so = self._so(step, before)
        return Link(
            Message("Suppose: {supposed}. That ends in a contradiction. So: {so}.", supposed=supposed, so=so), inside
        )

    def _says(self, step: Step, before: Domains) -> Message:
        if step.by is By.PLACE:
            ((unknown, value),) = step.found
            return Message("Only one way is left: {so}.", so=self._is(unknown, [value], really=True))
        known, source = self._known(step, before), self._source(step, before)
        so = self._broken(step) if step.impossible else self._so(step, before)
        if known is None:
            return Message("{source}: {so}.", source=source, so=so) if source else Message("{so}.", so=so)
        if source is None:
            return Message("{known}. So: {so}.", known=known, so=so)
        return Message("{known}. {source}: {so}.", known=known, source=source, so=so)

    @staticmethod
    def _broken(step: Step) -> Message:
        if step.clues[0].startswith("different"):
            return Message("They cannot all be different, a contradiction")
        return Message("This is a contradiction")

    def _left_over(self, step: Step, before: Domains) -> Message:
        """What only one value is left for, now that another has taken its last but one."""
        known = self._known(step, before)
        so = _joined([self._is(unknown, [value], really=True) for unknown, value in step.found])
        return Message("{known}. So: {so}.", known=known, so=so) if known else Message("{so}.", so=so)

    # What it rests on

    def _source(self, step: Step, before: Domains) -> Message | None:
        """The clue, or who says it; None for what the story says."""
        rule = self._facts.rules.get(step.clues[0])
        if rule is None or (rule.clue < 0 and rule.said < 0):
            return None
        if rule.clue >= 0:
            return Message("By ({number})", number=rule.clue + 1)
        speaker = self._case.said[rule.said].who
        who = self._words.name(speaker)
        if self._case.mode is Mode.ONE_EACH:
            return Message("One thing that {who} says is true and one is false", who=who)
        if speaker not in before[self._facts.who]:
            return Message("What {who} says is true", who=who)
        if before[self._facts.who] == (speaker,):
            return Message("What {who} says is false", who=who)
        return Message("What {who} says is false only if {who} broke it", who=who)

    def _known(self, step: Step, before: Domains) -> Message | None:
        """The values it takes from before, in words, each once."""
        pairs = dict.fromkeys(self._net.reasons(step, before))
        for unknown, _ in step.found:
            gone = [value for value in unknown.values if value not in before[unknown]]
            pairs |= dict.fromkeys((unknown, value) for value in gone)
        found: dict[Unknown, int] = {}
        others: dict[Unknown, list[int]] = {}
        for unknown, value in pairs:
            source = self._because.get((unknown, value))
            if len(before[unknown]) == 1:
                found[unknown] = before[unknown][0]
            elif source is not None:
                found[source[0]] = source[1]
            else:
                others.setdefault(unknown, []).append(value)
        clauses = [self._is(unknown, [value], really=True) for unknown, value in found.items()]
        clauses += [self._is(unknown, values, really=False) for unknown, values in others.items()]
        return _joined(clauses) if clauses else None

    def _remember(self, step: Step, before: Domains) -> None:
        group = self._facts.different[step.clues[0]]
        for unknown, value in step.removed:
            source = next(one for one in group if one is not unknown and before[one] == (value,))
            self._because[unknown, value] = (source, value)

    # What follows

    def _so(self, step: Step, before: Domains) -> Message:
        clauses = [self._is(unknown, [value], really=True) for unknown, value in step.found]
        others: dict[Unknown, list[int]] = {}
        known = {unknown for unknown, _ in step.found}
        for unknown, value in step.removed:
            if unknown not in known:
                others.setdefault(unknown, []).append(value)
        for unknown, values in others.items():
            left = [value for value in before[unknown] if value not in values]
            few = len(left) < len(values)
            clauses.append(self._is(unknown, left if few else values, really=few))
        return _joined(clauses)

    def _is(self, unknown: Unknown, values: Sequence[int], *, really: bool) -> Message:
        kind, *where = unknown.name.split()
        match kind:
            case "who":
                if really and len(values) > 1:
                    return Message("It was broken by {people}", people=self._people(values))
                return _joined([self._words.guilty(value, really=really) for value in values])
            case "what" | "where":
                return self._words.done(_TRAITS[kind], values, really=really)
            case "then":
                return self._words.then(values, really=really)
            case "at":
                return self._words.at(int(where[0]), int(where[1]), values, really=really)
            case _:
                return self._words.has(int(where[0]), Trait(kind), values, really=really)

    def _people(self, values: Sequence[int]) -> Message:
        whole = self._words.name(values[0])
        for value in values[1:]:
            whole = Message("{first} or {next}", first=whole, next=self._words.name(value))
        return whole

    # Why somebody is not guilty, by the truth of what is said

    def _counted(self, step: Step) -> tuple[Link, ...]:
        """Which statements would be true if each had done it; the guilty one last."""
        ruled_out = [value for _, value in step.removed]
        left = [value for value in range(self._case.size) if value not in ruled_out]
        links = [
            Link(Message("{then} So: {so}.", then=self._if(who), so=self._words.guilty(who, really=False)))
            for who in ruled_out
        ]
        return (
            *links,
            *(Link(Message("{then} So: {so}.", then=self._if(who), so=self._words.guilty(who))) for who in left),
        )

    def _if(self, who: int) -> Message:
        world = World(who)
        honest = [said.who for said in self._case.said if all(true(claim, world) for claim in said.claims)]
        name = self._words.name(who)
        if not honest:
            return Message("If {who} had broken it, no statement would be true.", who=name)
        speakers = listed(tuple(self._words.name(speaker) for speaker in honest))
        if len(honest) == 1:
            return Message(
                "If {who} had broken it, only the statement of {speaker} would be true.", who=name, speaker=speakers
            )
        return Message(
            "If {who} had broken it, the statements of {speakers} would be true.", who=name, speakers=speakers
        )

    def _against_guilt(self, step: Step) -> tuple[Message, ...]:
        """Where the guilty one lies: what is wrong with each guilt that a statement rules out."""
        rule = self._facts.rules.get(step.clues[0])
        if rule is None or rule.said < 0 or self._case.mode is not Mode.GUILTY_LIES:
            return ()
        speaker = self._case.said[rule.said].who
        lines: list[Message] = []
        for unknown, value in step.removed:
            if unknown != self._facts.who:
                continue
            who, says = self._words.name(value), self._words.name(speaker)
            if value == speaker:
                lines.append(
                    Message("If {who} had broken it, {who} would be guilty and yet say something true.", who=who)
                )
            else:
                lines.append(
                    Message(
                        "If {who} had broken it, {says} would say something false without guilt.", who=who, says=says
                    )
                )
        return tuple(lines)


def _joined(clauses: Sequence[Message]) -> Message:
    whole = clauses[0]
    for clause in clauses[1:]:
        whole = Message("{first}. {next}", first=whole, next=clause)
    return whole
