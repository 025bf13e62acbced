"""Worked solutions made of formulas: why one holds, the numbers put in, and what comes out, at three levels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.terms import equals
from maths.families.write import formula, listed, passages
from maths.message import Formula, Message
from maths.tree import Relation
from maths.verdict import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maths.tree import Node
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class Work:
    """One step: `reason` in plain words, the `rule` in letters where there is one, and the rule with its numbers."""

    reason: Message
    rule: Node | None
    put_in: Node
    result: Node | Formula


@dataclass(frozen=True, slots=True)
class Lesson:
    given: Message
    wanted: Message
    works: tuple[Work, ...]
    check: Message
    conclusion: Message


def teach(lesson: Lesson, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[lesson.given, lesson.wanted],
        approach=[_approach(lesson.works, level)],
        steps=[line for work in lesson.works for line in _lines(work, level)],
        check=[lesson.check],
        conclusion=[lesson.conclusion],
    )


def _approach(works: Sequence[Work], level: Level) -> Message:
    rules = [work.rule for work in works if work.rule is not None]
    if level is Level.BEGINNER:
        return Message("Go step by step: say what to work out, put the numbers in, and write down what comes out.")
    if not rules:
        return Message("Work it out step by step.")
    return Message("Use {formulas}.", formulas=listed(formula(rule) for rule in dict.fromkeys(rules)))


def _lines(work: Work, level: Level) -> list[Message]:
    if isinstance(work.result, Formula | Relation) or isinstance(work.put_in, Relation):
        result = work.result if isinstance(work.result, Formula) else formula(work.result)
        worked = [Message("{formula} gives {result}.", formula=formula(work.put_in), result=result)]
        at_length = [
            Message("Put in the numbers: {formula}.", formula=formula(work.put_in)),
            Message("So {result}.", result=result),
        ]
    else:
        done = formula(equals(work.put_in, work.result))
        worked = [Message("Work it out: {formula}.", formula=done)]
        at_length = [Message("Put in the numbers: {formula}.", formula=done)]
    if level is Level.ADVANCED:
        return worked
    if level is Level.INTERMEDIATE:
        return [work.reason, *worked]
    rule = [] if work.rule is None else [Message("As a formula: {formula}.", formula=formula(work.rule))]
    return [work.reason, *rule, *at_length]
