"""An improper integral: split, an antiderivative, its limits at the ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.families.terms import equals, name, plus
from maths.families.write import formula, passages, tree
from maths.message import Message
from maths.tree import Integral, Limit
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class Improper:
    body: Node
    variable: str
    lower: Node
    upper: Node
    primitive: Node
    parts: tuple[tuple[Symbolic, Symbolic], ...]
    limits: tuple[tuple[Symbolic, Symbolic], ...]

    @property
    def node(self) -> Node:
        return Integral(self.body, name(self.variable), self.lower, self.upper)


def teach(improper: Improper, value: Node | None, level: Level) -> tuple[Passage, ...]:
    whole = formula(improper.node)
    if value is None:
        conclusion = Message("The integral {integral} diverges.", integral=whole)
    else:
        conclusion = Message("The integral is {answer}.", answer=formula(equals(improper.node, value)))
    return passages(
        understanding=[
            Message(
                "The integral {integral} is improper: a bound is infinite or the function has no value somewhere.",
                integral=whole,
            )
        ],
        approach=[
            Message("Integrate up to a moving end, and see whether the result settles as the end moves on.")
            if level is Level.BEGINNER
            else Message("It is the limit of ordinary integrals; it converges only if every single limit is finite.")
        ],
        steps=_steps(improper, level),
        check=[
            Message("Differentiating the antiderivative gives the function back, and ordinary integrals inside agree.")
        ],
        conclusion=[conclusion],
    )


def _steps(improper: Improper, level: Level) -> list[Message]:
    lines = []
    if len(improper.parts) > 1:
        pieces = [Integral(improper.body, name(improper.variable), tree(a), tree(b)) for a, b in improper.parts]
        lines.append(
            Message(
                "Split where the function has no value: {result}.", result=formula(equals(improper.node, plus(*pieces)))
            )
        )
    lines.append(Message("An antiderivative is {function}.", function=formula(improper.primitive)))
    for (low, high), (first, second) in zip(improper.parts, improper.limits, strict=True):
        for at, side, value in ((high, "-", second), (low, "+", first)):
            if level is Level.ADVANCED and value not in (sympy.oo, -sympy.oo) and at not in (sympy.oo, -sympy.oo):
                continue
            towards = Limit(
                improper.primitive, name(improper.variable), tree(at), "" if at in (sympy.oo, -sympy.oo) else side
            )
            lines.append(Message("At this end: {result}.", result=formula(equals(towards, tree(value)))))
            if value in (sympy.oo, -sympy.oo):
                lines.append(Message("This is not finite, so nothing can make up for it."))
                return lines
    return lines
