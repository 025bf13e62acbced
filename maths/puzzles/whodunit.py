"""Whodunits: who broke the vase, with what and where, by clues, alibis and statements of which some are false."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.logic.deduce import check
from maths.logic.formula import All, Not, is_
from maths.message import Message
from maths.puzzles.case.drawing import SORTS, case
from maths.puzzles.case.facts import Facts
from maths.puzzles.case.net import Net, cost
from maths.puzzles.case.scene import Case, answers
from maths.puzzles.case.story import board, fields, statement, typed
from maths.puzzles.case.wording import Telling
from maths.puzzles.case.words import HANGUL
from maths.puzzles.people import named
from maths.puzzles.puzzle import Judged, Kind, Puzzle
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from maths.generating.draw import Draw
    from maths.logic.deduce import Step
    from maths.logic.solver import Session

CLASSES: dict[Level, int] = {Level.BEGINNER: 1, Level.INTERMEDIATE: 2, Level.ADVANCED: 3}
_DRAFTS = 10  # cases of one sort drawn until one is of the level; then another sort is tried
_MOST_LINES = 25
_MOST_TYPED = 60
_FEW_STRAIGHT = 9  # the cost of straight steps that is still for beginners
_SHORT = 8  # the cost of a supposition that breaks after two steps


class _Whodunit:
    kind = Kind.WHODUNIT
    title = Message("Whodunit")
    about = Message("Find out who broke the vase, and with what and where, from clues and from what the suspects say.")

    def make(self, draw: Draw, level: Level, seed: int) -> Puzzle | None:
        sort = draw.one_of(SORTS[level])
        for _ in range(_DRAFTS):
            drawn = case(draw, level, sort)
            if drawn is not None and (made := _puzzle(drawn, level, seed)) is not None:
                return made
        return None

    def alone(self, puzzle: Puzzle) -> bool:
        data = _case(puzzle)
        return [", ".join(typed(data, answer)) for answer in answers(data)] == [puzzle.answer]

    def faults(self, puzzle: Puzzle) -> list[str]:
        data = _case(puzzle)
        facts = Facts(data)
        net = _net(facts)
        steps = net.chain(facts.asked, supposing=puzzle.level is not Level.BEGINNER)
        if steps is None or Telling(data, facts, net).links(steps) != puzzle.links:
            return ["the links are not those of the chain"]
        faults = [f"step {place + 1} does not follow" for place in check(facts.unknowns, facts.clues, steps)]
        if ", ".join(typed(data, _ends(facts, steps))) != puzzle.answer:
            faults.append("the chain does not lead to the answer")
        return faults

    def judge(self, puzzle: Puzzle, given: Mapping[str, str]) -> Judged:
        data = _case(puzzle)
        answer = _read(data, {key: text[:_MOST_TYPED] for key, text in given.items()})
        if answer is None:
            reason = Message("Choose one of those named for each question.")
            return Judged(right=False, reason=reason, readable=False)
        if answer in answers(data):
            return Judged(right=True, reason=Message("That is right: everything fits."))
        return Judged(right=False, reason=_broken(data, answer))


MAKER = _Whodunit()


def _puzzle(data: Case, level: Level, seed: int) -> Puzzle | None:
    """The case as a puzzle; None where it is not of the level or z3 finds more answers."""
    facts = Facts(data)
    net = _net(facts)
    steps = net.chain(facts.asked, supposing=level is not Level.BEGINNER)
    if steps is None or _class(steps) != CLASSES[level]:
        return None
    links = Telling(data, facts, net).links(steps)
    if sum(1 + len(link.inside) for link in links) > _MOST_LINES:
        return None
    found = _decided(facts)
    if found is None:
        return None
    boxes = fields(data)
    values = typed(data, found)
    return Puzzle(
        kind=Kind.WHODUNIT,
        level=level,
        seed=seed,
        statement=statement(data),
        fields=boxes,
        given=tuple((box.key, value) for box, value in zip(boxes, values, strict=True)),
        answer=", ".join(values),
        links=links,
        rating=1000 * _class(steps) + min(999, sum(cost(step) for step in steps)),
        board=board(data, solved=False),
        solved_board=board(data, solved=True),
        data=data,
    )


def _class(steps: Sequence[Step]) -> int:
    """1: few straight steps; 2: many, or one supposition that soon breaks; 3: suppositions followed further."""
    supposed = [cost(step) for step in steps if step.supposed is not None]
    if not supposed:
        return 1 if sum(cost(step) for step in steps) <= _FEW_STRAIGHT else 2
    return 2 if len(supposed) == 1 and supposed[0] <= _SHORT else 3


def _net(facts: Facts) -> Net:
    return Net(facts.unknowns, {name: rule.fact for name, rule in facts.rules.items()}, facts.different)


def _case(puzzle: Puzzle) -> Case:
    if not isinstance(puzzle.data, Case):
        raise TypeError(puzzle.kind)
    return puzzle.data


def _session(facts: Facts) -> Session:
    from maths.logic.solver import Session

    return Session(facts.unknowns, list(facts.clues.values()))


def _decided(facts: Facts) -> tuple[int, ...] | None:
    """The one answer by z3; None where there is none or another."""
    asked = _session(facts)
    found = asked.solution()
    if found is None:
        return None
    answer = tuple(found[unknown.name] for unknown in facts.asked)
    same = All(tuple(is_(unknown, value) for unknown, value in zip(facts.asked, answer, strict=True)))
    return None if asked.possible(Not(same)) else answer


def _ends(facts: Facts, steps: Sequence[Step]) -> tuple[int, ...]:
    gone = {pair for step in steps for pair in step.removed}
    return tuple(next(v for v in unknown.values if (unknown, v) not in gone) for unknown in facts.asked)


# Answers as they are typed


def _read(data: Case, given: Mapping[str, str]) -> tuple[int, ...] | None:
    """The number of the choice in each field; None where one cannot be read."""
    found: list[int] = []
    for box in fields(data):
        text = given.get(box.key, "").strip()
        values = [choice.value for choice in box.choices]
        if box.key == "who":
            person = named(text, data.people)
            key = person.key if person else ""
        else:
            word = text.casefold().removeprefix("in ").removeprefix("with ").removeprefix("the ")
            key = HANGUL.get(word.replace(" ", ""), word)
        if key not in values:
            return None
        found.append(values.index(key))
    return tuple(found)


def _broken(data: Case, answer: Sequence[int]) -> Message:
    """The first clue, or what somebody says, that cannot be as it should."""
    from maths.logic.solver import Session

    facts = Facts(data)
    asked = Session(facts.unknowns, [is_(unknown, value) for unknown, value in zip(facts.asked, answer, strict=True)])
    clues = facts.clues
    for name in sorted(clues, key=lambda one: one in facts.rules and max(facts.rules[one].clue, facts.rules[one].said)):
        asked.add(clues[name])
        if not asked.possible():
            return _against(data, facts, name)
    return Message("This does not fit what is known.")


def _against(data: Case, facts: Facts, name: str) -> Message:
    rule = facts.rules.get(name)
    if rule is not None and rule.clue >= 0:
        return Message("Then ({number}) cannot be true.", number=rule.clue + 1)
    if rule is not None and rule.said >= 0 and name != "said all":
        who = data.people[data.said[rule.said].who].name
        return Message("Then what {who} says is not as true as it should be.", who=who)
    if name == "said all":
        return Message("Then another number of statements would be true.")
    return Message("This does not fit what is known.")
