"""A recursively defined sequence, term by term, or its formula."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.terms import equals, fraction, name, number, replace
from maths.families.write import formula, listed, passages
from maths.message import Message
from maths.tree import Name, walk
from maths.verdict import Level

if TYPE_CHECKING:
    from flint import fmpq

    from maths.families.series.recurrence_rule import Rule
    from maths.tree import Node
    from maths.verdict import Passage

_MOST_LINES = {Level.BEGINNER: 12, Level.INTERMEDIATE: 8, Level.ADVANCED: 0}


@dataclass(frozen=True, slots=True)
class Stepped:
    rule: Rule
    first: int
    terms: tuple[fmpq, ...]
    place: int | None
    found: Node | None
    given: int


def teach(stepped: Stepped, level: Level) -> tuple[Passage, ...]:
    rule = formula(
        equals(name(f"{stepped.rule.base}_{_index(stepped.rule.letter, stepped.rule.top)}"), stepped.rule.body)
    )
    return passages(
        understanding=[
            Message("Each new term is made from the ones before it: {rule}.", rule=rule)
            if level is Level.BEGINNER
            else Message("The recurrence is {rule}.", rule=rule)
        ],
        approach=[
            Message("Put the known terms in, one place after the other.")
            if stepped.place is not None and level is Level.BEGINNER
            else Message("Iterate the recurrence up to the place that is asked for.")
            if stepped.place is not None
            else Message(
                "Look for powers that satisfy the rule; the first terms fix their factors, and a constant shifts them."
            )
        ],
        steps=[*_lines(stepped, level), *_result(stepped)],
        check=[_check(stepped)],
        conclusion=[_conclusion(stepped)],
    )


def _index(letter: str, shift: int) -> str:
    return letter if shift == 0 else f"{letter}{'+' if shift > 0 else '-'}{abs(shift)}"


def _lines(stepped: Stepped, level: Level) -> list[Message]:
    """The first new terms with the numbers put in."""
    lines = []
    count = 3 if stepped.place is None else _MOST_LINES[level]
    shown = range(stepped.given, min(stepped.given + count, len(stepped.terms)))
    for at in shown if level is not Level.ADVANCED else ():
        place = stepped.first + at
        base = place - stepped.rule.top
        known: dict[str, Node] = {stepped.rule.letter: number(base)}
        for part in walk(stepped.rule.body):
            if isinstance(part, Name) and part.subscript:
                shift = _shift(part, stepped.rule.letter)
                known[part.full] = number(fraction(stepped.terms[base + shift - stepped.first]))
        filled = replace(stepped.rule.body, known)
        value = number(fraction(stepped.terms[at]))
        lines.append(
            Message("Put in: {result}.", result=formula(equals(name(f"{stepped.rule.base}_{place}"), filled, value)))
        )
    return lines


def _shift(part: Name, letter: str) -> int:
    return int(part.subscript.replace(" ", "").removeprefix(letter) or 0)


def _result(stepped: Stepped) -> list[Message]:
    terms = [formula(number(fraction(term))) for term in stepped.terms[:12]]
    lines = [Message("The sequence begins {terms}.", terms=listed(terms))]
    if stepped.found is not None:
        whole = formula(equals(name(f"{stepped.rule.base}_n"), stepped.found))
        lines.append(Message("The formula with these first terms is {rule}.", rule=whole))
    elif len(stepped.terms) > len(terms):
        lines.append(Message("Going on like this leads to the place that is asked for."))
    return lines


def _check(stepped: Stepped) -> Message:
    if stepped.found is not None:
        return Message("The formula gives back every one of these terms and satisfies the rule for every place.")
    return Message("A second calculation of the term, without going through this list, gives the same.")


def _conclusion(stepped: Stepped) -> Message:
    if stepped.found is not None:
        return Message("The answer is {answer}.", answer=formula(equals(name(f"{stepped.rule.base}_n"), stepped.found)))
    value = number(fraction(stepped.terms[stepped.place - stepped.first])) if stepped.place is not None else number(0)
    return Message(
        "The answer is {answer}.", answer=formula(equals(name(f"{stepped.rule.base}_{stepped.place}"), value))
    )
