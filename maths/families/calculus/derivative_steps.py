"""A derivative line by line: which rule, on what, with which result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.families.calculus.derivative_rules import derivative_lines, presentable, rule_of
from maths.families.terms import equals, name, number
from maths.families.write import formula, letter, listed, passages, tree
from maths.message import Message
from maths.tree import Derivative, names
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class Derived:
    body: Node
    variable: str
    order: int
    function: Symbolic
    symbol: Symbolic
    answer: Node


def teach(derived: Derived, level: Level) -> tuple[Passage, ...]:
    answer = formula(equals(_derivative(derived.body, derived.variable, derived.order), derived.answer))
    if derived.order == 1:
        conclusion = Message("The derivative is {answer}.", answer=answer)
    else:
        conclusion = Message("The derivative of order {order} is {answer}.", order=derived.order, answer=answer)
    return passages(
        understanding=[_understanding(derived, level), *_held_constant(derived)],
        approach=[_approach(derived, level)],
        steps=_steps(derived, level),
        check=[_check(derived)],
        conclusion=[conclusion],
    )


def _derivative(body: Node, variable: str, order: int = 1) -> Node:
    return Derivative(body, name(variable), order)


def _understanding(derived: Derived, level: Level) -> Message:
    function, variable = formula(derived.body), letter(derived.variable)
    if derived.order > 1:
        return Message(
            "Differentiate {function} with respect to {variable}, {order} times.",
            function=function, variable=variable, order=derived.order,
        )  # fmt: skip
    if level is Level.BEGINNER:
        return Message(
            "We look for how fast {function} changes when {variable} changes.", function=function, variable=variable
        )
    return Message("Differentiate {function} with respect to {variable}.", function=function, variable=variable)


def _held_constant(derived: Derived) -> list[Message]:
    others = sorted(names(derived.body, frozenset({derived.variable})) - {derived.variable})
    if not others:
        return []
    return [Message("The other letters are held constant: {letters}.", letters=listed(letter(o) for o in others))]


def _approach(derived: Derived, level: Level) -> Message:  # noqa: PLR0911 - one line a rule
    rule = rule_of(derived.function, derived.symbol)
    if rule == "factor":
        rule = rule_of(derived.function.as_independent(derived.symbol, as_Add=False)[1], derived.symbol)
    if level is Level.ADVANCED:
        return _theorem(rule)
    match rule:
        case "polynomial" | "power" | "constant":
            return _by_powers(level)
        case "sum":
            return Message("A sum is differentiated term by term.")
        case "product":
            return Message("The function is a product, so the product rule leads; inside it the other rules apply.")
        case "quotient":
            return Message("The function is a quotient, so the quotient rule leads; inside it the other rules apply.")
        case "known":
            return Message("This is one of the derivatives to know by heart.")
    return Message("Go from the outside to the inside: the chain rule multiplies by the derivative of what is inside.")


def _theorem(rule: str) -> Message:
    match rule:
        case "product":
            return Message("The product rule (Leibniz).")
        case "quotient":
            return Message("The quotient rule.")
        case "chain" | "general power":
            return Message("The chain rule.")
    return Message("Linearity and the standard rules.")


def _by_powers(level: Level) -> Message:
    if level is Level.BEGINNER:
        return Message(
            "Take each part of the sum by itself. In a power the exponent comes down in front as a factor, and the "
            "exponent itself goes down by one; a number alone does not change, so it becomes zero."
        )
    return Message(
        "A sum is differentiated term by term; each power by the power rule: "
        "the exponent comes in front and goes down by one."
    )


def _steps(derived: Derived, level: Level) -> list[Message]:
    lines: list[Message] = []
    function = derived.function
    for turn in range(derived.order):
        if derived.order > 1:
            shown = formula(tree(function))
            lines.append(Message("Derivative number {turn}: differentiate {function}.", turn=turn + 1, function=shown))
        found = derivative_lines(function, derived.symbol, level)
        lines += found if level is not Level.ADVANCED else found[:1]
        derivative = presentable(sympy.diff(function, derived.symbol))
        if turn + 1 < derived.order:
            _add(lines, Message("Together: {result}.", result=_equation(function, derived.symbol, derivative)))
        function = derivative
    whole = formula(equals(_derivative(derived.body, derived.variable, derived.order), derived.answer))
    return _add(lines, Message("Put together and tidied up: {result}.", result=whole))


def _add(lines: list[Message], line: Message) -> list[Message]:
    """The line too, unless the last one ends in the same equation."""
    if not lines or dict(lines[-1].arguments).get("result") != dict(line.arguments)["result"]:
        lines.append(line)
    return lines


def _equation(function: Symbolic, symbol: Symbolic, derivative: Symbolic) -> Formula:
    return formula(equals(_derivative(tree(function), symbol.name), tree(derivative)))


def _check(derived: Derived) -> Message:
    """The slope between two near points against the derivative, at a point where both have a value."""
    for point in (sympy.Integer(1), sympy.Integer(2), sympy.Rational(1, 2), sympy.Integer(3)):
        others = dict.fromkeys(derived.function.free_symbols - {derived.symbol}, 2)
        value = sympy.diff(derived.function, derived.symbol, derived.order).subs(others).subs(derived.symbol, point)
        before = sympy.diff(derived.function, derived.symbol, derived.order - 1).subs(others)
        step = sympy.Rational(1, 1000)
        slope = (
            (before.subs(derived.symbol, point + step) - before.subs(derived.symbol, point - step)) / (2 * step)
        ).evalf(20)
        exact = value.evalf(20)
        if exact.is_real and slope.is_real and exact.is_finite and abs(slope - exact) < 0.01 * (1 + abs(exact)):
            at = formula(equals(name(derived.variable), number(int(point)) if point.q == 1 else tree(point)))
            return Message(
                "Compare at {point}: the slope between two very near points is about "
                "{slope}, and the derivative gives {value}.",
                point=at, slope=f"{float(slope):.5g}", value=f"{float(exact):.5g}",
            )  # fmt: skip
    return Message("The Taylor series of the function gives the same values at several points.")
