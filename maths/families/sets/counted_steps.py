"""Numbers of elements put together: what is counted twice is taken away once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.families.sets.terms import Called, Joined, size_of
from maths.families.terms import equals, number
from maths.families.write import formula, passages
from maths.message import Formula, Message
from maths.tree import Negative, Product, Sum
from maths.verdict import Level

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.families.sets.counts import Counts
    from maths.tree import Node
    from maths.verdict import Passage


def _given(told: Counts) -> Formula:
    every = [(size_of(term), size) for term, size in told.facts]
    return Formula(
        ", ".join(f"{shown.typed} = {size}" for shown, size in every),
        ",\\ ".join(f"{shown.latex} = {size}" for shown, size in every),
    )


def _identity(told: Counts, weights: tuple[Fraction, ...]) -> Formula:
    """`n(A ∪ B) = n(A) + n(B) - n(A ∩ B)`, from how often each fact counts."""
    typed, latex = "", ""
    facts = [(term, weight) for (term, _), weight in zip(told.facts, weights, strict=True) if weight]
    for term, weight in sorted(facts, key=lambda fact: fact[1] < 0):
        sign = (" - " if typed else "-") if weight < 0 else (" + " if typed else "")
        times = "" if abs(weight) == 1 else f"{abs(weight)}"
        shown = size_of(term)
        typed += f"{sign}{times}{'*' if times else ''}{shown.typed}"
        latex += f"{sign}{times}{shown.latex}"
    asked = size_of(told.asked)
    return Formula(f"{asked.typed} = {typed or 0}", f"{asked.latex} = {latex or 0}")


def _numbers(told: Counts, weights: tuple[Fraction, ...], found: int) -> Formula:
    terms: list[Node] = []
    facts = [(size, weight) for (_, size), weight in zip(told.facts, weights, strict=True) if weight]
    for size, weight in sorted(facts, key=lambda fact: fact[1] < 0):
        part: Node = number(size) if abs(weight) == 1 else Product((number(abs(weight)), number(size)))
        terms.append(Negative(part) if weight < 0 else part)
    if len(terms) < 2:  # noqa: PLR2004 - a sum
        return formula(number(found))
    return formula(equals(Sum(tuple(terms)), number(found)))


def teach(told: Counts, weights: tuple[Fraction, ...], found: int, level: Level) -> tuple[Passage, ...]:
    identity = _identity(told, weights)
    lines = [Message("As a formula: {formula}.", formula=identity)]
    if level is Level.BEGINNER:
        lines = [*_meaning(told, weights), Message("In signs: {formula}.", formula=identity)]
    lines.append(Message("Put in the numbers: {formula}.", formula=_numbers(told, weights, found)))
    return passages(
        understanding=[
            Message("Given: {numbers}.", numbers=_given(told)),
            Message("Wanted: {what}.", what=size_of(told.asked)),
        ],
        approach=[
            {
                Level.BEGINNER: Message(
                    "Think of the circles of the sets in a drawing. What lies in the overlap lies in both circles: "
                    "added twice, it has to be taken away once."
                ),
                Level.INTERMEDIATE: Message(
                    "For two sets {formula}; everything else follows by solving for what is wanted.",
                    formula=Formula("n(A ∪ B) = n(A) + n(B) - n(A ∩ B)", r"n(A \cup B) = n(A) + n(B) - n(A \cap B)"),
                ),
                Level.ADVANCED: Message("Inclusion and exclusion."),
            }[level]
        ],
        steps=lines,
        check=[Message("Filled in region by region, the drawing gives the same number: {count}.", count=found)],
        conclusion=[
            Message("The result is {value}.", value=formula(number(found))),
        ],
    )


def _meaning(told: Counts, weights: tuple[Fraction, ...]) -> list[Message]:
    lines: list[Message] = []
    for (term, _), weight in zip(told.facts, weights, strict=True):
        if not weight:
            continue
        shown = size_of(term)
        lines.append(
            Message("{part} is added.", part=shown) if weight > 0 else Message("{part} is taken away.", part=shown)
        )
    match told.asked:
        case Joined(operation="union", left=Called(), right=Called()):
            lines.insert(0, Message("In the union every element counts once."))
        case Joined(operation="difference"):
            lines.insert(0, Message("From the first set the part that it shares with the second is taken away."))
    return lines
