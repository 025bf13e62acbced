"""Comparing coefficients, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.terms import equals, name, number, replace
from maths.families.write import formula, listed, passages, tree
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class Matched:
    """`equations` compare the coefficients, `values` is one choice of the constants, of `count`."""

    body: Node
    form: Node
    asked: Node
    equations: tuple[tuple[Symbolic, Symbolic], ...]
    values: dict[str, Fraction]
    count: int
    answer: Node


def teach(matched: Matched, level: Level) -> tuple[Passage, ...]:
    values = {full: number(value) for full, value in matched.values.items()}
    found = listed(formula(equals(name(full), value)) for full, value in sorted(values.items()))
    written = formula(equals(matched.body, replace(matched.form, values)))
    compared = listed(formula(equals(tree(left), tree(right))) for left, right in matched.equations)
    steps = [
        Message("The coefficients of equal powers must be equal: {equations}.", equations=compared),
        Message("Solve them, the simplest first: {values}.", values=found),
    ]
    if level is Level.BEGINNER:
        steps.insert(0, Message("Multiply the form out in thought and look at each power of the variable by itself."))
    if matched.count > 1:
        steps.append(
            Message(
                "There are {count} choices of the constants; all of them give the same value of what is asked.",
                count=matched.count,
            )
        )
    if matched.asked not in {name(full) for full in values}:
        result = equals(matched.asked, replace(matched.asked, values), matched.answer)
        steps.append(Message("Put in: {result}.", result=formula(result)))
    return passages(
        understanding=[
            Message(
                "{body} and {form} are to be the same for every value of the variable.",
                body=formula(matched.body),
                form=formula(matched.form),
            )
        ],
        approach=[
            Message("Equal polynomials have equal coefficients.")
            if level is Level.ADVANCED
            else Message("Two such expressions are the same exactly when the numbers in front of equal powers agree.")
        ],
        steps=steps,
        check=[Message("Multiplied out: {result}.", result=written)],
        conclusion=[Message("So {result}.", result=formula(equals(matched.asked, matched.answer)))],
    )
