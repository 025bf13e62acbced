"""An improper integral: split, an antiderivative, its limits at the ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.calculus.integral_steps import Integrated, terms
from maths.families.terms import equals, minus, name, plus, substitute
from maths.families.write import chain, formula, passages, tree
from maths.message import Message
from maths.tree import Integral, Limit
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

_INFINITE = (sympy.oo, -sympy.oo)


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
    lines: list[Message] = []
    if len(improper.parts) > 1:
        pieces = [Integral(improper.body, name(improper.variable), tree(a), tree(b)) for a, b in improper.parts]
        lines.append(
            Message(
                "Split where the function has no value: {result}.", result=formula(equals(improper.node, plus(*pieces)))
            )
        )
    if level is not Level.ADVANCED:
        symbol = sympy.Symbol(improper.variable)
        function = to_sympy(improper.body, symbols={improper.variable: symbol})
        inside = Integrated(improper.body, improper.variable, None, None, function, symbol, sympy.S.Zero)
        lines += terms(inside, level)
    lines.append(Message("An antiderivative is {function}.", function=formula(improper.primitive)))
    differences = []
    for (low, high), (first, second) in zip(improper.parts, improper.limits, strict=True):
        if level is Level.BEGINNER:
            lines += _moving(improper, low, high)
        for at, side, value in ((high, "-", second), (low, "+", first)):
            lines += _end(improper, at, side, value, level)
            if value in _INFINITE:
                lines.append(Message("This is not finite, so nothing can make up for it."))
                return lines
        difference = minus(tree(second), tree(first))
        differences.append(second - first)
        lines.append(
            Message("The upper end minus the lower end: {result}.", result=chain(difference, tree(second - first)))
        )
    if len(differences) > 1:
        total = plus(*(tree(value) for value in differences))
        lines.append(Message("Together: {result}.", result=chain(total, tree(sympy.Add(*differences)))))
    return lines


def _is_open(improper: Improper, at: Symbolic) -> bool:
    """Whether the bound can only be approached: it is infinite, or the function has no value there."""
    if at in _INFINITE:
        return True
    symbol = sympy.Symbol(improper.variable, real=True)
    function = to_sympy(improper.body, symbols={improper.variable: symbol}, variables=frozenset({improper.variable}))
    return not function.subs(symbol, at).is_finite


def _moving(improper: Improper, low: Symbolic, high: Symbolic) -> list[Message]:
    """The ordinary integral whose end then moves."""
    letter = "t" if improper.variable != "t" else "s"
    lines = []
    for at, near in ((high, True), (low, False)):
        if not _is_open(improper, at):
            continue
        other = tree(low) if near and not _is_open(improper, low) else tree(high)
        if _is_open(improper, low) and _is_open(improper, high):
            continue
        ends = (other, name(letter)) if near else (name(letter), other)
        integral = Integral(improper.body, name(improper.variable), *ends)
        values = [substitute(improper.primitive, improper.variable, end) for end in ends]
        shown = formula(equals(integral, minus(values[1], values[0])))
        lines.append(Message("With a moving end {letter} in place of {end}: {result}.",
                             letter=letter, end=formula(tree(at)), result=shown))  # fmt: skip
    return lines


def _end(improper: Improper, at: Symbolic, side: str, value: Symbolic, level: Level) -> list[Message]:
    if not _is_open(improper, at):
        if level is Level.ADVANCED:
            return []
        put = substitute(improper.primitive, improper.variable, tree(at))
        shown = chain(put, tree(value))
        at_end = formula(equals(name(improper.variable), tree(at)))
        return [Message("At {point} the antiderivative has the value {value}.", point=at_end, value=shown)]
    towards = Limit(improper.primitive, name(improper.variable), tree(at), "" if at in _INFINITE else side)
    return [Message("At this end: {result}.", result=formula(equals(towards, tree(value))))]
