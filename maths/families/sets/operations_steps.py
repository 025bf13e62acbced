"""Sets put together by hand, one operation after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.sets.given import joined
from maths.families.sets.terms import (
    Called,
    Complement,
    Joined,
    Listed,
    ordered,
    parts,
    shown,
    shown_element,
    shown_set,
)
from maths.families.sets.terms import size_of as size_shown
from maths.families.terms import number
from maths.families.write import formula, passages
from maths.message import Formula, Message
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.sets.given import Given
    from maths.families.sets.terms import Element, Term
    from maths.verdict import Passage

_MEANING = {
    "union": Message("The union holds everything that is in at least one of the two sets; nothing is listed twice."),
    "intersection": Message("The intersection holds what is in both sets."),
    "difference": Message("The difference holds what is in the first set but not in the second."),
    "symmetric": Message("The symmetric difference holds what is in exactly one of the two sets."),
    "complement": Message("The complement holds everything of the universal set that is not in the set."),
}


def _assigned(name: Formula, elements: tuple[Element, ...]) -> Formula:
    found = shown_set(elements)
    return Formula(f"{name.typed} = {found.typed}", f"{name.latex} = {found.latex}")


def _together(formulas: list[Formula]) -> Formula:
    return Formula(", ".join(f.typed for f in formulas), ",\\ ".join(f.latex for f in formulas))


def _stated(given: Given) -> list[Message]:
    if not given.sets:
        return []
    every = [_assigned(Formula(name, name), elements) for name, elements in given.sets]
    return [Message("Given: {sets}.", sets=_together(every))]


def _operations(term: Term) -> list[Joined | Complement]:
    return list(dict.fromkeys(part for part in parts(term) if isinstance(part, (Joined, Complement))))


def _kind(part: Joined | Complement) -> str:
    return part.operation if isinstance(part, Joined) else "complement"


def _approach(term: Term, level: Level) -> list[Message]:
    kinds = list(dict.fromkeys(_kind(part) for part in _operations(term)))
    if level is Level.ADVANCED or not kinds:
        return [Message("By the definitions of the operations, element by element.")]
    return [_MEANING[kind] for kind in kinds]


def _operands(part: Joined | Complement) -> tuple[Term, Term]:
    if isinstance(part, Joined):
        return part.left, part.right
    return Called("U"), part.of


def _looked_at(part: Joined | Complement, given: Given) -> list[Message]:
    """For a beginner: each element of the two sets, and where it goes."""
    left, right = (joined(operand, given.known) for operand in _operands(part))
    both, first, second = ordered(left & right), ordered(left - right), ordered(right - left)
    groups = (
        (both, Message("In both sets: {elements}.", elements=shown_set(both))),
        (first, Message("Only in the first set: {elements}.", elements=shown_set(first))),
        (second, Message("Only in the second set: {elements}.", elements=shown_set(second))),
    )
    return [message for elements, message in groups if elements]


def _lines(term: Term, given: Given, level: Level) -> list[Message]:
    lines: list[Message] = []
    for part in _operations(term):
        found = ordered(joined(part, given.known))
        if level is Level.BEGINNER:
            left, right = (shown(operand) for operand in _operands(part))
            lines.append(Message("We compare {left} with {right}.", left=left, right=right))
            lines += _looked_at(part, given)
        if level is not Level.ADVANCED or part == term:
            lines.append(Message("So {result}.", result=_assigned(shown(part), found)))
    if not lines:
        found = ordered(joined(term, given.known))
        lines.append(Message("The elements are {elements}.", elements=shown_set(found)))
    return lines


def teach_value(
    given: Given, term: Term, found: tuple[Element, ...], level: Level, *, count: bool
) -> tuple[Passage, ...]:
    lines = _lines(term, given, level)
    size = size_shown(term)
    if count:
        counted = Formula(f"{size.typed} = {len(found)}", f"{size.latex} = {len(found)}")
        lines.append(Message("Counted: {result}.", result=counted))
    asked = size if count else shown(term)
    value = formula(number(len(found))) if count else shown_set(found)
    return passages(
        understanding=[*_stated(given), Message("Wanted: {what}.", what=asked)],
        approach=_approach(term, level),
        steps=lines,
        check=[Message("Asked one by one, exactly these elements satisfy the condition: {elements}.",
                       elements=shown_set(found))],
        conclusion=[Message("The result is {value}.", value=value)],
    )  # fmt: skip


def teach_membership(
    given: Given, asked: tuple[Element, Term], found: tuple[Element, ...], level: Level
) -> tuple[Passage, ...]:
    element, right = Formula(*[shown_element(asked[0])] * 2), asked[0] in found
    term = asked[1]
    lines = [] if isinstance(term, (Listed, Called)) else _lines(term, given, level)
    if level is not Level.ADVANCED:
        lines.append(Message("The elements are {elements}.", elements=shown_set(found)))
    lines.append(
        Message("{element} is among them.", element=element)
        if right
        else Message("{element} is not among them.", element=element)
    )
    return passages(
        understanding=[
            *_stated(given),
            Message("Is {element} an element of {set}?", element=element, set=shown(term)),
        ],
        approach=[
            Message("Look through the elements one after the other.")
            if level is Level.BEGINNER
            else Message("By the definitions of the operations, element by element.")
        ],
        steps=lines,
        conclusion=[
            Message("Yes: {element} belongs to the set.", element=element)
            if right
            else Message("No: {element} does not belong to the set.", element=element)
        ],
    )


def teach_inclusion(
    given: Given,
    terms: tuple[Term, Term],
    both: tuple[tuple[Element, ...], tuple[Element, ...]],
    outside: tuple[Element, ...],
    level: Level,
) -> tuple[Passage, ...]:
    left, right = (shown(term) for term in terms)
    lines = []
    if level is Level.BEGINNER:
        lines += [
            Message("{element} is in both.", element=Formula(*[shown_element(element)] * 2))
            for element in both[0]
            if element in both[1]
        ]
    if level is not Level.ADVANCED:
        lines.append(Message("Elements of the first set that are missing in the second: {elements}.",
                             elements=shown_set(outside)))  # fmt: skip
    lines.append(
        Message("Some elements of {left} are not in {right}.", left=left, right=right)
        if outside
        else Message("Every element of {left} is in {right}.", left=left, right=right)
    )
    return passages(
        understanding=[*_stated(given), Message("Is {left} a subset of {right}?", left=left, right=right)],
        approach=[
            Message("Look for each element of the first set in the second.")
            if level is Level.BEGINNER
            else Message("A set is a subset when none of its elements lies outside.")
        ],
        steps=lines,
        conclusion=[
            Message("No, it is not a subset.") if outside else Message("Yes, it is a subset."),
        ],
    )
