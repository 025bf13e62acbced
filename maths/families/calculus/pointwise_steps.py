"""What a function does near one point, worked out line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import factorial
from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.terms import equals, minus, name, number, plus, power, replace, substitute, times
from maths.families.write import chain, formula, letter, passages, tree
from maths.message import Formula, Message
from maths.tree import Derivative, Negative, Relation
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class Near:
    """`values` are the function and its derivatives at the point, from order 0 on."""

    kind: str
    body: Node
    variable: str
    dependent: str
    function: Symbolic
    symbol: Symbolic
    at: Symbolic
    values: tuple[Symbolic, ...]
    order: int


def answer(near: Near) -> Node:
    x = near.symbol
    if near.kind == "derivative":
        return tree(near.values[near.order])
    if near.kind == "taylor":
        return _taylor(near)
    slope = near.values[1]
    if near.kind == "normal":
        if slope == 0:
            return equals(name(near.variable), tree(near.at))
        slope = -1 / slope
    line = tree(_neat(sympy.expand(sympy.radsimp(slope) * x + sympy.expand(near.values[0] - slope * near.at))))
    return line if near.kind == "linear" else equals(name(near.dependent), line)


def _neat(value: Symbolic) -> Symbolic:
    return sympy.collect(value, list(value.free_symbols)) if value.free_symbols else value


def _taylor(near: Near) -> Node:
    """In powers of x - a, lowest first; around 0 in descending powers."""
    at_zero = near.at == 0
    base: Node = (
        name(near.variable)
        if at_zero
        else (minus(name(near.variable), tree(near.at)) if near.at > 0 else plus(name(near.variable), tree(-near.at)))
    )
    terms = []
    for n, value in enumerate(near.values):
        coefficient = sympy.radsimp(value / factorial(n))
        if coefficient == 0:
            continue
        factor = tree(abs(coefficient)) if coefficient.is_negative else tree(coefficient)
        part = factor if n == 0 else power(base, n) if abs(coefficient) == 1 else times(factor, power(base, n))
        terms.append(Negative(part) if coefficient.is_negative else part)
    return plus(*(reversed(terms) if at_zero else terms)) if terms else number(0)


def teach(near: Near, found: Node, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[_understanding(near, level)],
        approach=[_approach(near, level)],
        steps=_steps(near, found, level),
        check=[Message("The power series at that point begins with the same numbers.")],
        conclusion=[Message("The answer is {answer}.", answer=formula(found))],
    )


def _understanding(near: Near, level: Level) -> Message:
    function, point = formula(near.body), formula(equals(name(near.variable), tree(near.at)))
    match near.kind:
        case "derivative" if level is Level.BEGINNER:
            return Message("How steep is the graph of {function} where {point}?", function=function, point=point)
        case "derivative":
            return Message("Find the derivative of {function} at {point}.", function=function, point=point)
        case "tangent":
            return Message(
                "Find the line that touches the graph of {function} at {point}.", function=function, point=point
            )
        case "normal":
            return Message(
                "Find the line at a right angle to the graph of {function} at {point}.", function=function, point=point
            )
        case "taylor":
            return Message(
                "Find the polynomial that agrees with {function} and its derivatives at {point}.",
                function=function,
                point=point,
            )
    return Message("Replace {function} near {point} by a line.", function=function, point=point)


def _approach(near: Near, level: Level) -> Message:  # noqa: PLR0911 - one line a kind
    match near.kind:
        case "derivative":
            return Message("Differentiate first, then put the point in.")
        case "normal" if level is Level.BEGINNER:
            return Message(
                "The normal goes through the same point as the tangent, at a right angle to it. So turn the slope of "
                "the tangent over and change its sign."
            )
        case "normal":
            return Message("The slope of the normal is -1 divided by the slope of the tangent.")
        case "taylor" if level is Level.ADVANCED:
            return Message("Taylor's formula: the coefficient of order n is the n-th derivative divided by n!.")
        case "taylor" if level is Level.BEGINNER:
            return Message(
                "We look for a polynomial that has the same value and the same slopes at the point as the function: "
                "calculate the derivatives there and divide them by 1, 1, 2, 6, 24 and so on."
            )
        case "taylor":
            return Message("Calculate the derivatives at the point and divide each by 1, 1, 2, 6, 24 and so on.")
    if level is Level.BEGINNER:
        return Message(
            "A tangent touches the graph: it goes through the same point and is just as steep there. How steep the "
            "graph is, the derivative says."
        )
    if level is Level.ADVANCED:
        return Message("The Taylor polynomial of degree 1.")
    return Message("The line goes through the point of the graph, and its slope is the derivative there.")


def _steps(near: Near, found: Node, level: Level) -> list[Message]:
    lines: list[Message] = []
    start = 0 if near.kind != "derivative" else 1
    if level is Level.ADVANCED:
        start = near.order
    for order in range(start, near.order + 1):
        value = tree(near.values[order])
        if order == 0:
            lines.append(
                Message(
                    "The height of the graph: {result}.",
                    result=formula(_chain(_filled(near, near.body), value)),
                )
            )
            continue
        derivative = sympy.diff(near.function, near.symbol, order)
        derivative = sympy.expand(derivative) if derivative.is_polynomial() else derivative
        shown = equals(Derivative(near.body, name(near.variable), order), tree(derivative))
        lines.append(Message("Derivative: {result}.", result=formula(shown)))
        lines.append(Message("At the point: {result}.", result=formula(_chain(_filled(near, tree(derivative)), value))))
    if near.kind in {"tangent", "linear", "normal"} and not (near.kind == "normal" and near.values[1] == 0):
        lines.append(_line(near, found))
    elif near.kind == "normal":
        lines.append(Message("The tangent is level, so the normal is upright: {result}.", result=formula(found)))
    elif near.kind == "taylor":
        lines.append(Message("Put together: {result}.", result=formula(found)))
    return lines


def _filled(near: Near, node: Node) -> Node:
    return substitute(node, near.variable, tree(near.at))


def _chain(left: Node, right: Node) -> Node:
    return right if formula(left).typed == formula(right).typed else equals(left, right)


def _line(near: Near, found: Node) -> Message:
    slope = near.values[1] if near.kind != "normal" else -1 / near.values[1]
    point = plus(tree(near.values[0]), times(tree(slope), minus(name(near.variable), tree(near.at))))
    whole = equals(name(near.dependent), point) if near.kind != "linear" else point
    return Message("Point and slope give {line}, that is {result}.", line=formula(whole), result=formula(found))


@dataclass(frozen=True, slots=True)
class SolvedImplicit:
    """`slope` holds everywhere on the curve, `found` is what was asked: that, its value or the tangent there."""

    left: Node
    right: Node
    variable: str
    dependent: str
    point: tuple[Node, Node] | None
    slope: Node
    found: Node


def teach_implicit(solved: SolvedImplicit, level: Level) -> tuple[Passage, ...]:
    curve = formula(equals(solved.left, solved.right))
    x, y = letter(solved.variable), letter(solved.dependent)
    derivative = Derivative(name(solved.dependent), name(solved.variable))
    lines = _differentiated(solved, level)
    lines.append(Message("Solve for the derivative: {result}.", result=_leibniz(equals(derivative, solved.slope))))
    lines += _at_point(solved)
    return passages(
        understanding=[Message("On the curve {curve}, {y} depends on {x}.", curve=curve, y=y, x=x)],
        approach=[
            Message("Differentiate both sides; every {y} brings a factor dy/dx by the chain rule.", y=y)
            if level is not Level.ADVANCED
            else Message("Implicit differentiation: dy/dx = -F_x/F_y where F_y is not zero.")
        ],
        steps=lines,
        check=[Message("Along this direction both sides change alike.")],
        conclusion=[Message("The answer is {answer}.", answer=formula(solved.found))],
    )


def _at_point(solved: SolvedImplicit) -> list[Message]:
    """The slope at the point, and the tangent where it is asked for."""
    if solved.point is None:
        return []
    letters = (solved.variable, solved.dependent)
    first, second = (formula(equals(name(full), at)) for full, at in zip(letters, solved.point, strict=True))
    put = replace(solved.slope, {solved.variable: solved.point[0], solved.dependent: solved.point[1]})
    value = tree(to_sympy(put))
    lines = [Message("Put in {first} and {second}: {result}.", first=first, second=second, result=chain(put, value))]
    if isinstance(solved.found, Relation):
        line = plus(solved.point[1], times(value, minus(name(solved.variable), solved.point[0])))
        shown = formula(equals(name(solved.dependent), line))
        lines.append(
            Message("Point and slope give {line}, that is {result}.", line=shown, result=formula(solved.found))
        )
    return lines


def _leibniz(node: Node) -> Formula:
    """A formula with dy/dx as one fraction."""
    shown = formula(node)
    return Formula(shown.typed, re.sub(r"\\frac\{d\}\{d(\w)\}\((\w)\)", r"\\frac{d\2}{d\1}", shown.latex))


def _differentiated(solved: SolvedImplicit, level: Level) -> list[Message]:
    """Both sides differentiated, for beginners term by term."""
    if level is Level.ADVANCED:
        return []
    letters = (solved.variable, solved.dependent)
    symbols = {full: sympy.Symbol(full, real=True) for full in letters}
    values = [to_sympy(side, symbols=symbols, variables=frozenset(letters)) for side in (solved.left, solved.right)]
    lines = []
    if level is Level.BEGINNER:
        terms = [term for value in values for term in sympy.Add.make_args(value) if term.free_symbols]
        for term in terms:
            shown = equals(Derivative(tree(term), name(solved.variable)), _slope_of(solved, term, symbols))
            if set(symbols.values()) <= term.free_symbols:
                lines.append(Message("By the product rule and the chain rule: {result}.", result=_leibniz(shown)))
            elif symbols[solved.dependent] in term.free_symbols:
                lines.append(Message("By the chain rule: {result}.", result=_leibniz(shown)))
            else:
                lines.append(Message("As usual: {result}.", result=_leibniz(shown)))
    sides = equals(*(_slope_of(solved, value, symbols) for value in values))
    lines.append(Message("Differentiate both sides: {result}.", result=_leibniz(sides)))
    if level is Level.BEGINNER:
        gap = values[0] - values[1]
        first, second = (sympy.diff(gap, symbols[full]) for full in letters)
        slope = Derivative(name(solved.dependent), name(solved.variable))
        moved = equals(times(tree(second), slope) if second != 1 else slope, tree(-first))
        lines.append(Message("What has the derivative in it stays on the left, the rest goes to the right: {result}.",
                             result=_leibniz(moved)))  # fmt: skip
    return lines


def _slope_of(solved: SolvedImplicit, value: Symbolic, symbols: dict[str, Symbolic]) -> Node:
    """`F_x + F_y dy/dx`"""
    slope = Derivative(name(solved.dependent), name(solved.variable))
    first, second = (sympy.diff(value, symbols[full]) for full in (solved.variable, solved.dependent))
    parts = [tree(first)] if first != 0 else []
    if second != 0:
        parts.append(slope if second == 1 else times(tree(second), slope))
    return plus(*parts) if parts else number(0)
