"""An integral term by term, with the rule that gives each antiderivative."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from sympy.integrals import manualintegrate as manual

from maths.bounds import RefusedError
from maths.families.calculus.antiderivative import antiderivative, rule_for
from maths.families.settled import UndecidedError
from maths.families.terms import equals, minus, name, substitute
from maths.families.write import formula, letter, passages, tree
from maths.message import Message
from maths.tree import Derivative, Integral
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.message import Formula
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
        steps=[*_terms(integrated, level), *_whole(integrated, antiderivative, value)],
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
        return Message("A sum is integrated term by term.")
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


def _terms(integrated: Integrated, level: Level) -> list[Message]:
    function, symbol = integrated.function, integrated.symbol
    if function.is_rational_function(symbol):
        lines = _term_by_term(integrated)
    else:
        lines = _explained(rule_for(function, symbol), symbol)
    return lines[: _MOST_LINES[level]]


def _term_by_term(integrated: Integrated) -> list[Message]:
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
    for term in split.as_ordered_terms():
        line = _term(term, symbol)
        lines += [line] if line is not None else []
    return lines


def _term(term: Symbolic, symbol: Symbolic) -> Message | None:
    shown = _equation(term, symbol)
    if shown is None:
        return None
    _, rest = term.as_independent(symbol, as_Add=False)
    if rest != symbol and not (rest.is_Pow and rest.base == symbol and rest.exp.is_positive):
        return Message("This gives {result}.", result=shown)
    return Message("Power rule backwards, the exponent goes up by one and divides: {result}.", result=shown)


def _equation(function: Symbolic, symbol: Symbolic) -> Formula | None:
    """`∫ function dx = antiderivative`, where it can be written."""
    try:
        return formula(equals(Integral(tree(function), name(symbol.name)), tree(antiderivative(function, symbol))))
    except (RefusedError, UndecidedError):
        return None


def _explained(rule: Symbolic, symbol: Symbolic) -> list[Message]:  # noqa: PLR0911 - one line a rule
    match rule:
        case manual.AddRule(substeps=substeps):
            return [line for step in substeps for line in _explained(step, symbol)]
        case manual.ConstantTimesRule(constant=constant, other=_, substep=substep):
            shown = _equation(rule.integrand, rule.variable)
            if shown is None:
                return []
            inner = [] if isinstance(substep, (manual.PowerRule, manual.ConstantRule)) else _explained(substep, symbol)
            return [
                Message(
                    "The constant factor {factor} stays in front: {result}.",
                    factor=formula(tree(constant)),
                    result=shown,
                ),
                *inner,
            ]
        case manual.RewriteRule(rewritten=rewritten, substep=substep):
            same = formula(equals(tree(rule.integrand), tree(rewritten)))
            return [Message("Rewrite the function: {result}.", result=same), *_explained(substep, symbol)]
        case manual.URule(u_func=inner, substep=substep):
            substituted = Message(
                "Substitute {inner}; its derivative is {derivative}.",
                inner=formula(tree(inner)),
                derivative=formula(tree(sympy.diff(inner, rule.variable))),
            )
            return [substituted, *_told(rule, symbol)]
        case manual.PartsRule(u=first, dv=second, second_step=later):
            parts = Message(
                "Integrate by parts with u = {first} and v' = {second}.",
                first=formula(tree(first)),
                second=formula(tree(second)),
            )
            return (
                [parts, *_explained(later, symbol), *_told(rule, symbol)]
                if later is not None
                else [parts, *_told(rule, symbol)]
            )
        case manual.AlternativeRule(alternatives=alternatives):
            return _explained(alternatives[0], symbol)
        case manual.PowerRule():
            return _told(rule, symbol, power=True)
        case _:
            return _told(rule, symbol)


def _told(rule: Symbolic, symbol: Symbolic, *, power: bool = False) -> list[Message]:
    if rule.variable != symbol:
        return []
    shown = _equation(rule.integrand, rule.variable)
    if shown is None:
        return []
    if power:
        return [Message("Power rule backwards, the exponent goes up by one and divides: {result}.", result=shown)]
    return [Message("This gives {result}.", result=shown)]


def _whole(integrated: Integrated, antiderivative: Node, value: Node | None) -> list[Message]:
    if value is None or integrated.lower is None or integrated.upper is None:
        whole = formula(equals(integrated.node, antiderivative))
        return [Message("Together, with any constant added: {result}.", result=whole)]
    lines = [Message("An antiderivative is {function}.", function=formula(antiderivative))]
    high = substitute(antiderivative, integrated.variable, integrated.upper)
    low = substitute(antiderivative, integrated.variable, integrated.lower)
    whole = formula(equals(integrated.node, minus(high, low), value))
    lines.append(Message("Its value at the upper bound minus its value at the lower bound: {result}.", result=whole))
    return lines


def _check(integrated: Integrated, level: Level) -> Message:
    back = formula(equals(Derivative(tree(integrated.primitive), name(integrated.variable)), integrated.body))
    if level is Level.BEGINNER:
        return Message("Differentiate the result; the function must come back: {result}.", result=back)
    return Message("Differentiating gives the function back: {result}.", result=back)
