"""A derivative line by line: which rule, on what, with which result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.families.terms import equals, minus, name, number, over, power, times
from maths.families.write import formula, letter, listed, passages, tree
from maths.message import Message
from maths.tree import Derivative, names
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage

_MOST_LINES = {Level.BEGINNER: 24, Level.INTERMEDIATE: 14, Level.ADVANCED: 3}


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


def _approach(derived: Derived, level: Level) -> Message:
    rules = {rule for rule, _ in _rules(derived.function, derived.symbol, 60)}
    if level is Level.ADVANCED:
        return Message("Linearity and the standard rules.")
    if rules <= {"sum", "power", "constant", "factor"} and level is Level.BEGINNER:
        return Message(
            "Take each part of the sum by itself. In a power the exponent comes down in front as a factor, and the "
            "exponent itself goes down by one; a number alone does not change, so it becomes zero."
        )
    if rules <= {"sum", "power", "constant", "factor"}:
        return Message(
            "A sum is differentiated term by term; each power by the power rule: "
            "the exponent comes in front and goes down by one."
        )
    if "product" in rules:
        return Message("The function is a product, so the product rule leads; inside it the other rules apply.")
    if "quotient" in rules:
        return Message("The function is a quotient, so the quotient rule leads; inside it the other rules apply.")
    return Message("Go from the outside to the inside: the chain rule multiplies by the derivative of what is inside.")


def _steps(derived: Derived, level: Level) -> list[Message]:
    lines: list[Message] = []
    function = derived.function
    for turn in range(derived.order):
        if derived.order > 1:
            lines.append(
                Message(
                    "Derivative number {turn}: differentiate {function}.",
                    turn=turn + 1,
                    function=formula(tree(function)),
                )
            )
        found = [line for _, line in _rules(function, derived.symbol, _MOST_LINES[level]) if line is not None]
        lines += found if level is not Level.ADVANCED else found[:1]
        derivative = _neat(sympy.diff(function, derived.symbol))
        if turn + 1 < derived.order:
            lines.append(Message("Together: {result}.", result=_equation(function, derived.symbol, derivative)))
        function = derivative
    whole = formula(equals(_derivative(derived.body, derived.variable, derived.order), derived.answer))
    return [*lines, Message("Put together and tidied up: {result}.", result=whole)]


def _neat(value: Symbolic) -> Symbolic:
    return sympy.expand(value) if value.is_polynomial() else value


def _equation(function: Symbolic, symbol: Symbolic, derivative: Symbolic) -> Formula:
    return formula(equals(_derivative(tree(function), symbol.name), tree(derivative)))


def _rules(function: Symbolic, symbol: Symbolic, most: int) -> list[tuple[str, Message | None]]:
    """Rule after rule, from the outside in; at most so many lines."""
    lines: list[tuple[str, Message | None]] = []
    queue = [function]
    seen = set()
    while queue and len(lines) < most:
        current = queue.pop(0)
        if current in seen or current == symbol:
            continue
        seen.add(current)
        rule, line, inner = _rule(current, symbol)
        lines.append((rule, line))
        queue += inner
    return lines


def _rule(function: Symbolic, symbol: Symbolic) -> tuple[str, Message | None, list[Symbolic]]:  # noqa: PLR0911 - one line a rule
    result = _equation(function, symbol, _neat(sympy.diff(function, symbol)))
    if not function.has(symbol):
        return "constant", Message("A constant does not change: {result}.", result=result), []
    if function.is_Add:
        return "sum", None, function.as_ordered_terms()
    constant, rest = function.as_independent(symbol, as_Add=False)
    if constant != 1 and rest.is_Pow and rest.base == symbol and not rest.exp.has(symbol):
        return (
            "power",
            Message(
                "Power rule with the factor {factor} kept: {result}.", factor=formula(tree(constant)), result=result
            ),
            [],
        )
    if constant != 1:
        message = Message(
            "The constant factor {factor} stays: {result}.", factor=formula(tree(constant)), result=result
        )
        return "factor", message, [] if rest == symbol else [rest]
    above, below = function.as_numer_denom()
    if below.has(symbol) and above.has(symbol):
        return _quotient_rule(above, below, symbol)
    if function.is_Mul:
        return _product_rule(function, symbol, result)
    if function.is_Pow:
        return _power_rule(function, symbol, result)
    inner = function.args[0] if function.args else symbol
    if inner == symbol:
        return "known", Message("A standard derivative: {result}.", result=result), []
    message = Message("Chain rule with inner function {inner}: {result}.", inner=formula(tree(inner)), result=result)
    return "chain", message, [inner]


def _quotient_rule(above: Symbolic, below: Symbolic, symbol: Symbolic) -> tuple[str, Message, list[Symbolic]]:
    u, v, du, dv = (tree(part) for part in (above, below, sympy.diff(above, symbol), sympy.diff(below, symbol)))
    worked = over(minus(times(du, v), times(u, dv)), power(v, 2))
    whole = formula(equals(_derivative(tree(above / below), symbol.name), worked))
    message = Message(
        "Quotient rule (u'v - uv')/v^2 with u = {above} and v = {below}: {result}.",
        above=formula(u),
        below=formula(v),
        result=whole,
    )
    return "quotient", message, [part for part in (above, below) if part != symbol]


def _product_rule(function: Symbolic, symbol: Symbolic, result: Formula) -> tuple[str, Message, list[Symbolic]]:
    first, *others = function.args
    rest = sympy.Mul(*others)
    message = Message(
        "Product rule u'v + uv' with u = {first} and v = {rest}: {result}.",
        first=formula(tree(first)), rest=formula(tree(rest)), result=result,
    )  # fmt: skip
    return "product", message, [part for part in (first, rest) if part != symbol]


def _power_rule(function: Symbolic, symbol: Symbolic, result: Formula) -> tuple[str, Message, list[Symbolic]]:
    base, exponent = function.base, function.exp
    if base == symbol and not exponent.has(symbol):
        return "power", Message("Power rule: {result}.", result=result), []
    if exponent.has(symbol) and not base.has(symbol):
        if exponent == symbol:
            return "known", Message("A standard derivative: {result}.", result=result), []
        return (
            "chain",
            Message("Chain rule with inner function {inner}: {result}.", inner=formula(tree(exponent)), result=result),
            [exponent],
        )
    if exponent.has(symbol):
        message = Message(
            "Write the power with the exponential function and the logarithm, then use the chain rule: {result}.",
            result=result,
        )
        return "chain", message, []
    return (
        "chain",
        Message("Chain rule with inner function {inner}: {result}.", inner=formula(tree(base)), result=result),
        [base],
    )


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
