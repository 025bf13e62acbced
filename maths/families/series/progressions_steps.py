"""A progression found from what is known of it: the formulas, the equations, their solution, and what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.families.terms import equals, minus, name, number, over, plus, power, times
from maths.families.write import formula, listed, passages, tree
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.series.progression import Progression, Quantity
    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

_SHOWN = 4  # terms


@dataclass(frozen=True, slots=True)
class Worked:
    kind: str
    facts: tuple[tuple[Quantity, Symbolic], ...]
    asked: tuple[Quantity, ...]
    progression: Progression
    values: tuple[Symbolic, ...]


def teach(worked: Worked, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[_understanding(worked, level)],
        approach=_approach(worked, level),
        steps=[*_equations(worked, level), *_found(worked), *_answers(worked)],
        check=[_check(worked)],
        conclusion=[Message("The answer is {answer}.", answer=listed(formula(tree(value)) for value in worked.values))],
    )


def _understanding(worked: Worked, level: Level) -> Message:
    if worked.kind == "arithmetic":
        if level is Level.BEGINNER:
            return Message("In an arithmetic progression the same number is added at every step.")
        return Message("The progression is arithmetic, with first term a and common difference d.")
    if level is Level.BEGINNER:
        return Message("In a geometric progression every term is multiplied by the same number to get the next.")
    return Message("The progression is geometric, with first term a and common ratio r.")


def _approach(worked: Worked, level: Level) -> list[Message]:
    general = tree(_letters(worked.kind))
    if level is Level.ADVANCED:
        return [Message("By the closed form {term}.", term=formula(general))]
    lines = [Message("The term at place n is {term}.", term=formula(general))]
    if any(q.kind in {"sum", "total"} for q in _quantities(worked)):
        lines.append(Message("The sum of the first n terms is {sum}.", sum=formula(_sum_rule(worked.kind))))
    return lines


def _quantities(worked: Worked) -> list[Quantity]:
    return [*worked.asked, *(quantity for quantity, _ in worked.facts)]


def _letters(kind: str) -> Symbolic:
    a, d, r, n = sympy.symbols("a d r n")
    return a + d * (n - 1) if kind == "arithmetic" else a * r ** (n - 1)


def _sum_rule(kind: str) -> Node:
    a, n = name("a"), name("n")
    if kind == "arithmetic":
        doubled = plus(times(number(2), a), times(minus(n, number(1)), name("d")))
        return over(times(n, doubled), number(2))
    return over(times(a, minus(number(1), power(name("r"), n))), minus(number(1), name("r")))


def _side(kind: str, quantity: Quantity) -> Node | None:  # noqa: PLR0911 - one line a kind
    """What a quantity is in terms of a and d, or a and r."""
    a, step = name("a"), name("d" if kind == "arithmetic" else "r")
    place = quantity.place
    match quantity.kind:
        case "step":
            return step
        case "term" if place == 1:
            return a
        case "term" if isinstance(place, int):
            if kind == "arithmetic":
                return plus(a, step if place - 1 == 1 else times(number(place - 1), step))
            return times(a, power(step, place - 1))
        case "sum" if isinstance(place, int):
            if kind == "arithmetic":
                return plus(times(number(place), a), times(number(place * (place - 1) // 2), step))
            return over(times(a, minus(number(1), power(step, place))), minus(number(1), step))
        case "total" if kind == "geometric":
            return over(a, minus(number(1), step))
    return None


def _equations(worked: Worked, level: Level) -> list[Message]:
    sides = [(_side(worked.kind, quantity), value) for quantity, value in worked.facts]
    written = [equals(side, tree(value)) for side, value in sides if side is not None]
    if not written:
        return []
    if level is Level.BEGINNER:
        return [Message("What is given means {equation}.", equation=formula(equation)) for equation in written]
    return [Message("What is given means {equation}.", equation=listed(formula(equation) for equation in written))]


def _found(worked: Worked) -> list[Message]:
    progression = worked.progression
    step = "d" if worked.kind == "arithmetic" else "r"
    both = listed(
        [
            formula(equals(name("a"), tree(progression.first))),
            formula(equals(name(step), tree(progression.step))),
        ]
    )
    lines = [Message("Solving this gives {values}.", values=both)]
    if progression.count is not None:
        lines.append(Message("The number of terms is {count}.", count=formula(number(progression.count))))
    return lines


def _answers(worked: Worked) -> list[Message]:
    pairs = zip(worked.asked, worked.values, strict=True)
    return [_asked(worked, asked, value) for asked, value in pairs]


def _asked(worked: Worked, asked: Quantity, found: Symbolic) -> Message:
    progression = worked.progression
    first, step = tree(progression.first), tree(progression.step)
    place = number(asked.place) if isinstance(asked.place, int) else None
    count = number(progression.count) if progression.count is not None else None
    at = place if place is not None else count
    worked_out: Node | None = None
    if asked.kind in {"term", "last"} and at is not None:
        before = minus(at, number(1))
        worked_out = (
            plus(first, times(before, step)) if worked.kind == "arithmetic" else times(first, power(step, before))
        )
    elif asked.kind in {"sum", "total"} and at is not None:
        if worked.kind == "arithmetic":
            worked_out = over(times(at, plus(times(number(2), first), times(minus(at, number(1)), step))), number(2))
        elif progression.step != 1:
            worked_out = over(times(first, minus(number(1), power(step, at))), minus(number(1), step))
    elif asked.kind == "total" and worked.kind == "geometric":
        worked_out = over(first, minus(number(1), step))
    value = tree(found)
    if worked_out is None or formula(worked_out).typed == formula(value).typed:
        return Message("So what is asked is {answer}.", answer=formula(value))
    return Message("Put in: {result}.", result=formula(equals(worked_out, value)))


def _check(worked: Worked) -> Message:
    count = min(_SHOWN, worked.progression.count or _SHOWN)
    terms = [sympy.expand(worked.progression.term(sympy.Integer(place))) for place in range(1, count + 1)]
    return Message(
        "The progression begins {terms}; built up term by term it has everything that was given.",
        terms=listed(formula(tree(term)) for term in terms),
    )
