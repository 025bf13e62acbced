"""A differential equation solved line by line: the integrating factor, the characteristic equation, or separation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from flint import fmpq, fmpq_poly

from maths.engines.sympy_form import to_sympy
from maths.families import polynomial_steps
from maths.families.calculus.antiderivative import antiderivative
from maths.families.differential.solving import fundamental
from maths.families.terms import equals, name, number, plus, substitute, times
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
        steps=[*_steps(solved, answer, level), *_fixed(solved, answer, level)],
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


def _approach(solved: Solved, level: Level) -> Message:  # noqa: PLR0911 - one line a kind and level
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
        case "characteristic" if level is Level.INTERMEDIATE:
            return Message("Linear with constant coefficients: find the roots of the characteristic equation.")
        case "characteristic":
            return Message(
                "Try e^(rx): the equation becomes an equation for r. Each root gives one solution, and they "
                "may be added."
            )
    if level is Level.BEGINNER:
        return Message(
            "Everything with the function goes to the left side, everything else to the right side; then both sides "
            "can be integrated, each in its own letter."
        )
    if level is Level.ADVANCED:
        return Message("Separation of variables; the initial value problem has one solution near the given point.")
    return Message("The variables can be separated: bring one letter to each side and integrate.")


def _steps(solved: Solved, answer: Node, level: Level) -> list[Message]:
    x, ys = solved.x, solved.ys
    if solved.kind == "separable":
        return _separated(solved, answer)
    coefficients = [sympy.diff(solved.residual, y) for y in ys]
    if solved.kind == "linear":
        return _factor_lines(solved, coefficients, level)
    r = sympy.Symbol("r")
    polynomial = sum(c * r**n for n, c in enumerate(coefficients))
    roots = sympy.roots(sympy.Poly(polynomial, r))
    basis = fundamental(roots, x)
    lines = [Message("Characteristic equation: {result}.", result=formula(equals(tree(polynomial), number(0))))]
    if level is not Level.ADVANCED and all(c.is_Rational for c in coefficients):
        lines += polynomial_steps.solve(fmpq_poly([fmpq(int(c.p), int(c.q)) for c in coefficients]), "r", level)
    if level is not Level.ADVANCED:
        lines += _kinds(roots)
    forcing = sympy.expand(solved.residual - sum(c * y for c, y in zip(coefficients, ys, strict=True)))
    functions = listed(formula(tree(part)) for part in basis)
    lines.append(
        Message("Solutions without forcing: {functions}.", functions=functions)
        if forcing != 0
        else Message("Basic solutions: {functions}.", functions=functions)
    )
    if forcing != 0 and solved.general is not None:
        constants = {s: 0 for s in solved.general.free_symbols if s != x}
        particular = formula(tree(solved.general.subs(constants)))
        lines.append(
            Message("One solution with the forcing, found by undetermined coefficients: {result}.", result=particular)
        )
    return [*lines, *_general(solved)]


def _kinds(roots: dict[Symbolic, int]) -> list[Message]:
    """What a root that is no simple real one stands for."""
    lines = []
    if any(times_found > 1 for times_found in roots.values()):
        lines.append(Message("A root that counts twice gives the exponential function and, as a second solution, the "
                             "variable times it."))  # fmt: skip
    if any(not root.is_real for root in roots):
        lines.append(Message("A pair of roots a ± bi stands for two real solutions, e^(ax) cos(bx) and "
                             "e^(ax) sin(bx)."))  # fmt: skip
    return lines


def _separated(solved: Solved, answer: Node) -> list[Message]:
    """One letter a side, both sides integrated, the constant from the given value."""
    x, y = solved.x, solved.ys[0]
    explicit = sympy.solve(solved.residual, solved.ys[1])[0]
    slope = Apply(solved.function, (name(solved.variable),), 1)
    lines = [
        Message("Solve for the derivative: {result}.", result=formula(equals(slope, tree(sympy.factor(explicit)))))
    ]
    parts = sympy.separatevars(sympy.factor(sympy.powsimp(explicit)), symbols=(x, y), dict=True)
    start = next((c for c in solved.conditions if c.order == 0), None)
    if not parts or start is None or parts[y].subs(y, to_sympy(start.value)) == 0:
        result = formula(equals(name(solved.function), answer))
        return [*lines, Message("At the initial value the slope is zero, so the constant solves it: {result}.",
                                result=result)]  # fmt: skip
    letters = {y: sympy.Symbol(solved.function)}
    left, right = (1 / parts[y]).subs(letters), parts[x] * parts["coeff"]
    sides = (Integral(tree(sympy.simplify(left)), name(solved.function)), Integral(tree(right), name(solved.variable)))
    lines.append(Message("Bring all {function} to the left and all {variable} to the right, and integrate: {result}.",
                         function=letter(solved.function), variable=letter(solved.variable),
                         result=formula(equals(*sides))))  # fmt: skip
    above = antiderivative(sympy.simplify(left), letters[y])
    below = antiderivative(right, x)
    lines.append(Message("Both antiderivatives, with one constant: {result}.",
                         result=formula(equals(tree(above), plus(tree(below), name("C"))))))  # fmt: skip
    constant = sympy.simplify(above.subs(letters[y], to_sympy(start.value)) - below.subs(x, to_sympy(start.point)))
    given = formula(equals(Apply(solved.function, (start.point,)), start.value))
    lines.append(Message("The initial value {condition} gives {constant}.", condition=given,
                         constant=formula(equals(name("C"), tree(constant)))))  # fmt: skip
    result = formula(equals(name(solved.function), answer))
    return [*lines, Message("Solve for {function} so that the initial value fits: {result}.",
                            function=letter(solved.function), result=result)]  # fmt: skip


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
        if level is Level.BEGINNER:
            whole = equals(Integral(tree(slope), name(solved.variable)), tree(antiderivative(slope, solved.x)))
            lines.append(Message("The integrating factor is e to the power of its integral: {result}.",
                                 result=formula(whole)))  # fmt: skip
        lines.append(Message("Integrating factor: {factor}.", factor=formula(tree(factor))))
        lines += _as_derivative(solved, coefficients, factor, level)
    return [*lines, *_general(solved)]


def _as_derivative(solved: Solved, coefficients: list[Symbolic], factor: Symbolic, level: Level) -> list[Message]:
    """Multiplied by the factor the left side is the derivative of a product."""
    y = solved.ys[0]
    rest = sympy.expand(-(solved.residual - coefficients[0] * y - coefficients[1] * solved.ys[1]) / coefficients[1])
    product = times(tree(factor), name(solved.function))
    right = sympy.expand(factor * rest)
    lines = []
    if level is not Level.ADVANCED:
        exact = formula(equals(Derivative(product, name(solved.variable), 1), tree(right)))
        lines.append(Message("Multiply by it: by the product rule the equation says {result}.", result=exact))
    inside = sympy.expand(sympy.simplify(factor * solved.general)) if solved.general is not None else None
    sides = [product, Integral(tree(right), name(solved.variable)), *([tree(inside)] if inside is not None else [])]
    if level is not Level.ADVANCED:
        lines.append(Message("Integrate both sides: {result}.", result=formula(equals(*sides))))
    if level is Level.BEGINNER:
        lines.append(Message("Divide by the integrating factor, so that {function} stands alone.",
                             function=letter(solved.function)))  # fmt: skip
    return lines


def _general(solved: Solved) -> list[Message]:
    if solved.general is None:
        return []
    whole = formula(equals(name(solved.function), tree(solved.general)))
    return [Message("All solutions: {result}.", result=whole)]


def _fixed(solved: Solved, answer: Node, level: Level) -> list[Message]:
    lines: list[Message] = []
    equations = []
    if solved.kind == "separable":
        return lines
    for condition in solved.conditions:
        shown = formula(equals(Apply(solved.function, (condition.point,), condition.order), condition.value))
        lines.append(Message("The initial value {condition} must hold.", condition=shown))
        if solved.general is not None and level is not Level.ADVANCED:
            put = sympy.diff(solved.general, solved.x, condition.order) if condition.order else solved.general
            value = to_sympy(condition.value)
            equations.append(sympy.Eq(put.subs(solved.x, to_sympy(condition.point)), value, evaluate=False))
            if condition.order and level is Level.BEGINNER:
                slope = equals(Apply(solved.function, (name(solved.variable),), condition.order), tree(put))
                lines.append(Message("For this differentiate: {result}.", result=formula(slope)))
            worked = formula(equals(tree(equations[-1].lhs), tree(value)))
            whole = formula(equals(substitute(tree(put), solved.variable, condition.point), condition.value))
            if level is Level.BEGINNER and whole != worked:
                lines += [Message("Put in: {result}.", result=whole), Message("So {result}.", result=worked)]
            else:
                lines.append(Message("Put in: {result}.", result=worked))
    if len(equations) > 1:
        constants = sorted(solved.general.free_symbols - {solved.x}, key=str) if solved.general is not None else []
        found = sympy.solve(equations, constants, dict=True)
        if found:
            values = listed(formula(equals(tree(one), tree(found[0][one]))) for one in constants if one in found[0])
            lines.append(Message("Solving this gives {values}.", values=values))
    if lines:
        lines.append(
            Message("This fixes the constants: {result}.", result=formula(equals(name(solved.function), answer)))
        )
    return lines
