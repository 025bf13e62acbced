"""An integral term by term, with the rule that gives each antiderivative."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from sympy.integrals import manualintegrate as manual

from maths.families.calculus.antiderivative import rule_for
from maths.families.calculus.integral_rules import explained, term
from maths.families.terms import equals, minus, name, substitute
from maths.families.write import formula, letter, passages, tree
from maths.message import Message
from maths.tree import Derivative, Integral
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage

_MOST_LINES = {Level.BEGINNER: 20, Level.INTERMEDIATE: 12, Level.ADVANCED: 4}


@dataclass(frozen=True, slots=True)
class Integrated:
    body: Node
    variable: str
    lower: Node | None
    upper: Node | None
    function: Symbolic
    symbol: Symbolic
    primitive: Symbolic

    @property
    def node(self) -> Node:
        return Integral(self.body, name(self.variable), self.lower, self.upper)


def teach(integrated: Integrated, antiderivative: Node, value: Node | None, level: Level) -> tuple[Passage, ...]:
    answer = formula(equals(integrated.node, antiderivative if value is None else value))
    return passages(
        understanding=[_understanding(integrated, value, level)],
        approach=[_approach(integrated, level)],
        steps=[*terms(integrated, level), *_whole(integrated, antiderivative, value, level)],
        check=[_check(integrated, level)],
        conclusion=[Message("The integral is {answer}.", answer=answer)],
    )


def _understanding(integrated: Integrated, value: Node | None, level: Level) -> Message:
    whole = formula(integrated.node)
    if value is not None:
        if level is Level.BEGINNER:
            return Message("We look for the area, counted with its sign, that {integral} stands for.", integral=whole)
        return Message("Compute the definite integral {integral}.", integral=whole)
    if level is Level.BEGINNER:
        return Message("We look for a function whose derivative is {function}.", function=formula(integrated.body))
    return Message(
        "Find all antiderivatives of {function} with respect to {variable}.",
        function=formula(integrated.body),
        variable=letter(integrated.variable),
    )


def _approach(integrated: Integrated, level: Level) -> Message:  # noqa: PLR0911 - one line a case
    function, symbol = integrated.function, integrated.symbol
    if level is Level.ADVANCED and integrated.lower is not None:
        return Message(
            "The fundamental theorem of calculus: find an antiderivative and subtract its values at the bounds."
        )
    if level is Level.ADVANCED and function.is_polynomial(symbol):
        return Message("By linearity and the power rule.")
    if function.is_polynomial(symbol):
        if function.is_Add:
            return Message("A sum is integrated term by term.")
        return Message("The power rule backwards: raise the exponent by one, then divide by the new exponent.")
    if function.is_rational_function(symbol):
        return Message("A quotient of polynomials is split into partial fractions, which are integrated one by one.")
    match rule_for(function, symbol):
        case manual.PartsRule():
            return Message("The function is a product, so integrate by parts.")
        case manual.URule():
            return Message("Inside the function stands another one whose derivative is also there: substitute it.")
        case manual.AddRule():
            return Message("A sum is integrated term by term.")
        case _:
            return Message("Look for the rule of differentiation that leads to this function, and go it backwards.")


def terms(integrated: Integrated, level: Level) -> list[Message]:
    """How an antiderivative is found."""
    function, symbol = integrated.function, integrated.symbol
    if function.is_rational_function(symbol):
        lines = _term_by_term(integrated, level)
    else:
        lines = explained(rule_for(function, symbol), symbol, level)
    return lines[: _MOST_LINES[level]]


def _term_by_term(integrated: Integrated, level: Level) -> list[Message]:
    """A polynomial or a sum of partial fractions."""
    function, symbol = integrated.function, integrated.symbol
    lines: list[Message] = []
    if function.is_polynomial(symbol):
        split = sympy.expand(function)
        if formula(tree(split)) != formula(integrated.body):
            lines.append(Message("Multiply out: {result}.", result=formula(equals(integrated.body, tree(split)))))
    else:
        split = sympy.apart(function, symbol) if function.free_symbols == {symbol} else function
        if split != function:
            same = formula(equals(integrated.body, tree(split)))
            lines.append(Message("Split into partial fractions: {result}.", result=same))
    found = [term(part, symbol, level) for part in split.as_ordered_terms()]
    if level is not Level.ADVANCED or not function.is_polynomial(symbol):
        lines += [line for line in found if line is not None]
    return lines


def _whole(integrated: Integrated, antiderivative: Node, value: Node | None, level: Level) -> list[Message]:
    if value is None or integrated.lower is None or integrated.upper is None:
        whole = formula(equals(integrated.node, antiderivative))
        return [Message("Together, with any constant added: {result}.", result=whole)]
    lines = [Message("An antiderivative is {function}.", function=formula(antiderivative))]
    high = substitute(antiderivative, integrated.variable, integrated.upper)
    low = substitute(antiderivative, integrated.variable, integrated.lower)
    whole = formula(equals(integrated.node, minus(high, low), value))
    if level is Level.BEGINNER:
        lines += [
            Message("Put the upper bound in: {value}.", value=formula(high)),
            Message("Put the lower bound in: {value}.", value=formula(low)),
        ]
    lines.append(Message("Its value at the upper bound minus its value at the lower bound: {result}.", result=whole))
    return lines


def _check(integrated: Integrated, level: Level) -> Message:
    back = formula(equals(Derivative(tree(integrated.primitive), name(integrated.variable)), integrated.body))
    if level is Level.BEGINNER:
        return Message("Differentiate the result; the function must come back: {result}.", result=back)
    return Message("Differentiating gives the function back: {result}.", result=back)
