"""A differential equation solved line by line: the integrating factor, the characteristic equation, or separation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.families.differential.solving import fundamental
from maths.families.terms import equals, name, number, times
from maths.families.write import formula, letter, listed, passages, tree
from maths.message import Message
from maths.tree import Apply, Derivative, Integral
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class Condition:
    """The derivative of an order (0: the function) has a value at a point."""

    order: int
    point: Node
    value: Node


@dataclass(frozen=True, slots=True)
class Solved:
    left: Node
    right: Node
    function: str
    variable: str
    order: int
    kind: str
    residual: Symbolic
    x: Symbolic
    ys: tuple[Symbolic, ...]
    general: Symbolic | None
    solution: Symbolic
    conditions: tuple[Condition, ...]


def teach(solved: Solved, answer: Node, level: Level) -> tuple[Passage, ...]:
    result = formula(equals(name(solved.function), answer))
    return passages(
        understanding=[_understanding(solved, level)],
        approach=[_approach(solved, level)],
        steps=[*_steps(solved, level), *_fixed(solved, answer)],
        check=[
            Message(
                "Put {function} and its derivatives into the equation: both sides are equal.",
                function=letter(solved.function),
            )
        ],
        conclusion=[Message("The solution is {result}.", result=result)],
    )


def _understanding(solved: Solved, level: Level) -> Message:
    if level is Level.BEGINNER:
        return Message(
            "We look for a function {function} whose derivatives fit the equation.", function=letter(solved.function)
        )
    return Message(
        "A differential equation of order {order} for {function}.", order=solved.order, function=letter(solved.function)
    )


def _approach(solved: Solved, level: Level) -> Message:
    match solved.kind:
        case "linear" if _is_plain(solved):
            return Message("Only the derivative is given, in terms of the variable: integrate it once.")
        case "linear" if level is Level.ADVANCED:
            return Message("First-order linear: an integrating factor makes the left side an exact derivative.")
        case "linear":
            return Message(
                "It is linear of first order: multiply by an integrating factor, then the left side is one derivative."
            )
        case "characteristic" if level is Level.ADVANCED:
            return Message(
                "Linear with constant coefficients: the characteristic polynomial gives the solutions without forcing."
            )
        case "characteristic":
            return Message(
                "Try e^(rx): the equation becomes an equation for r. Each root gives one solution, and they "
                "may be added."
            )
    return Message("The variables can be separated: bring one letter to each side and integrate.")


def _steps(solved: Solved, level: Level) -> list[Message]:
    x, ys = solved.x, solved.ys
    if solved.kind == "separable":
        explicit = sympy.solve(solved.residual, ys[1])[0]
        slope = Apply(solved.function, (name(solved.variable),), 1)
        lines = [
            Message("Solve for the derivative: {result}.", result=formula(equals(slope, tree(sympy.factor(explicit)))))
        ]
        return [
            *lines,
            Message("Separate, integrate both sides, and solve for {function}.", function=letter(solved.function)),
        ]
    coefficients = [sympy.diff(solved.residual, y) for y in ys]
    if solved.kind == "linear":
        return _factor_lines(solved, coefficients, level)
    r = sympy.Symbol("r")
    polynomial = sum(c * r**n for n, c in enumerate(coefficients))
    roots = sympy.roots(sympy.Poly(polynomial, r))
    basis = fundamental(roots, x)
    lines = [Message("Characteristic equation: {result}.", result=formula(equals(tree(polynomial), number(0))))]
    if level is not Level.ADVANCED:
        lines.append(Message("Its roots are {roots}.", roots=listed(formula(tree(root)) for root in roots)))
    lines.append(
        Message("Solutions without forcing: {functions}.", functions=listed(formula(tree(part)) for part in basis))
    )
    forcing = sympy.expand(solved.residual - sum(c * y for c, y in zip(coefficients, ys, strict=True)))
    if forcing != 0 and solved.general is not None:
        constants = {s: 0 for s in solved.general.free_symbols if s != x}
        particular = formula(tree(solved.general.subs(constants)))
        lines.append(
            Message("One solution with the forcing, found by undetermined coefficients: {result}.", result=particular)
        )
    return [*lines, *_general(solved)]


def _is_plain(solved: Solved) -> bool:
    """Whether the function itself does not occur, `y' = 2x`."""
    return bool(sympy.diff(solved.residual, solved.ys[0]) == 0)


def _integrated(solved: Solved, coefficient: Symbolic, level: Level) -> list[Message]:
    slope = Apply(solved.function, (name(solved.variable),), 1)
    given = sympy.expand(-(solved.residual - coefficient * solved.ys[1]) / coefficient)
    lines = []
    if level is not Level.ADVANCED:
        lines.append(Message("The derivative alone on one side: {result}.", result=formula(equals(slope, tree(given)))))
    whole = Integral(tree(given), name(solved.variable))
    if level is Level.BEGINNER:
        lines.append(Message("Integrating undoes differentiating, so integrate both sides with respect to {variable}.",
                             variable=letter(solved.variable)))  # fmt: skip
    shown = formula(equals(name(solved.function), whole))
    return [*lines, Message("The function is the integral: {result}.", result=shown), *_general(solved)]


def _factor_lines(solved: Solved, coefficients: list[Symbolic], level: Level) -> list[Message]:
    if _is_plain(solved):
        return _integrated(solved, coefficients[1], level)
    slope = sympy.cancel(coefficients[0] / coefficients[1])
    lines = []
    if solved.general is not None:
        constant = sympy.Symbol("C")
        factor = sympy.simplify(1 / sympy.diff(solved.general, constant))
        if level is not Level.ADVANCED:
            lines.append(
                Message("The coefficient of the function, after dividing, is {value}.", value=formula(tree(slope)))
            )
        lines.append(Message("Integrating factor: {factor}.", factor=formula(tree(factor))))
        lines += _as_derivative(solved, coefficients, factor, level)
    return [*lines, *_general(solved)]


def _as_derivative(solved: Solved, coefficients: list[Symbolic], factor: Symbolic, level: Level) -> list[Message]:
    """Multiplied by the factor the left side is the derivative of a product."""
    y = solved.ys[0]
    rest = sympy.expand(-(solved.residual - coefficients[0] * y - coefficients[1] * solved.ys[1]) / coefficients[1])
    product = times(tree(factor), Apply(solved.function, (name(solved.variable),)))
    right = sympy.expand(factor * rest)
    lines = []
    if level is not Level.ADVANCED:
        exact = formula(equals(Derivative(product, name(solved.variable), 1), tree(right)))
        lines.append(Message("Multiply by it: by the product rule the equation says {result}.", result=exact))
    whole = formula(equals(product, Integral(tree(right), name(solved.variable))))
    if level is Level.BEGINNER:
        lines.append(Message("Integrate both sides: {result}.", result=whole))
    return lines


def _general(solved: Solved) -> list[Message]:
    if solved.general is None:
        return []
    whole = formula(equals(name(solved.function), tree(solved.general)))
    return [Message("All solutions: {result}.", result=whole)]


def _fixed(solved: Solved, answer: Node) -> list[Message]:
    lines = []
    for condition in solved.conditions:
        shown = equals(Apply(solved.function, (condition.point,), condition.order), condition.value)
        lines.append(Message("The initial value {condition} must hold.", condition=formula(shown)))
    if lines:
        lines.append(
            Message("This fixes the constants: {result}.", result=formula(equals(name(solved.function), answer)))
        )
    return lines
