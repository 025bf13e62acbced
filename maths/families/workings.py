"""Worked solutions made of formulas: why one holds, the numbers put in, and what comes out, at three levels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.isolating import isolated
from maths.families.legends import legend
from maths.families.numbers.arithmetic_steps import calculated
from maths.families.terms import equals
from maths.families.write import formula, listed, passages
from maths.message import Formula, Message
from maths.tree import Collection, Name, Ratio, Relation, names
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.tree import Node
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class Work:
    """One step: `reason` in plain words, the `rule` in letters where there is one, and the rule with its numbers."""

    reason: Message
    rule: Node | None
    put_in: Node
    result: Node | Formula
    law: Formula | None = None
    """The reason as an equation, where the numbers put in alone would not tell what is worked out."""
    obvious: bool = False
    """Whether an advanced reader needs no line for it."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """`plan`: what a beginner is told first; `theorem`: what an advanced reader needs to hear instead."""

    given: Message
    wanted: Message
    works: tuple[Work, ...]
    check: Message
    conclusion: Message
    plan: Message | None = None
    theorem: Message | None = None
    way: Message | None = None
    """What an intermediate reader is told where no formula with letters is used."""


def teach(lesson: Lesson, level: Level) -> tuple[Passage, ...]:
    rules = [work.rule for work in lesson.works if work.rule is not None]
    return passages(
        understanding=[lesson.given, lesson.wanted, *(legend(rules) if level is Level.BEGINNER else [])],
        approach=[_approach(lesson, level)],
        steps=_steps(lesson, level),
        check=[lesson.check],
        conclusion=[lesson.conclusion],
    )


def _approach(lesson: Lesson, level: Level) -> Message:
    if level is Level.BEGINNER:
        return lesson.plan or Message(
            "Go step by step: say what to work out, put the numbers in, and write down what comes out."
        )
    if level is Level.ADVANCED and lesson.theorem is not None:
        return lesson.theorem
    rules = [work.rule for work in lesson.works if work.rule is not None]
    if not rules:
        return lesson.way or lesson.plan or Message("Work it out step by step.")
    return Message("Use {formulas}.", formulas=listed(formula(rule) for rule in dict.fromkeys(rules)))


def _steps(lesson: Lesson, level: Level) -> list[Message]:
    """The lines of each step; a reason that goes on holding, and an equation that stands there, are said once."""
    lines: list[Message] = []
    said: list[Message] = []
    for work in lesson.works:
        lines += [line for line in _lines(work, level) if line not in said]
        said = [work.reason, _as_equation(_shown(work.result))]
    return lines


def _lines(work: Work, level: Level) -> list[Message]:
    rule = [] if work.rule is None else [Message("As a formula: {formula}.", formula=formula(work.rule))]
    return {
        Level.BEGINNER: lambda: [work.reason, *rule, *_at_length(work)],
        Level.INTERMEDIATE: lambda: [work.reason, _worked(work)],
        Level.ADVANCED: lambda: [] if work.obvious else [_named(work)],
    }[level]()


def _named(work: Work) -> Message:
    """One line without its reason: the law stands before the numbers where there is one."""
    if work.law is None or _is_equation(work):
        return _worked(work)
    done = formula(equals(work.put_in, work.result))  # type: ignore[arg-type]
    whole = Formula(f"{work.law.typed} = {done.typed}", f"{work.law.latex} = {done.latex}")
    return Message("Work it out: {formula}.", formula=whole)


def _is_equation(work: Work) -> bool:
    return isinstance(work.result, Formula | Relation) or isinstance(work.put_in, Relation)


def _shown(result: Node | Formula) -> Formula:
    return result if isinstance(result, Formula) else formula(result)


def _stands_there(work: Work) -> bool:
    """Whether with the numbers put in the result is already there."""
    return formula(work.put_in).typed == _shown(work.result).typed


def _worked(work: Work) -> Message:
    if _stands_there(work):
        return Message("So {result}.", result=_shown(work.result))
    if isinstance(work.put_in, Collection):
        return Message("{point} becomes {image}.", point=formula(work.put_in), image=_shown(work.result))
    if _is_equation(work):
        return Message("{formula} gives {result}.", formula=formula(work.put_in), result=_shown(work.result))
    return Message("Work it out: {formula}.", formula=formula(equals(work.put_in, work.result)))  # type: ignore[arg-type]


def _at_length(work: Work) -> list[Message]:
    """The numbers put in, every line of the calculation, and what comes out."""
    if _stands_there(work) or isinstance(work.put_in, Collection | Ratio):
        return [_worked(work)]
    put_in = (
        _as_equation(formula(work.put_in))
        if _is_sentence(work)
        else Message("Put in the numbers: {formula}.", formula=formula(work.put_in))
    )
    if _is_equation(work):
        between = isolated(work.put_in, work.result.operands[0].full) if _for_a_letter(work) else []  # type: ignore[arg-type, union-attr]
        return [put_in, *between, Message("So {result}.", result=_shown(work.result))]
    between = calculated(work.put_in, Level.BEGINNER)
    done = formula(equals(work.put_in, work.result))  # type: ignore[arg-type]
    if not between:
        return [Message("Put in the numbers: {formula}.", formula=done)]
    return [put_in, *between, Message("So {result}.", result=done)]


def _is_sentence(work: Work) -> bool:
    """Whether what is worked on is an equation of its own, no rule with numbers put in."""
    return isinstance(work.put_in, Relation) and (work.rule is None or len(names(work.put_in)) > 1)


def _as_equation(equation: Formula) -> Message:
    return Message("The equation: {formula}.", formula=equation)


def _for_a_letter(work: Work) -> bool:
    return (
        isinstance(work.put_in, Relation)
        and isinstance(work.result, Relation)
        and isinstance(work.result.operands[0], Name)
    )
