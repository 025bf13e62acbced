"""A region, a solid or a graph measured by integrals."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import sympy
from flint import fmpq, fmpq_poly

from maths.engines.sympy_form import to_sympy
from maths.families import polynomial_steps
from maths.families.calculus.curve_steps import simple_between
from maths.families.terms import equals, name, number, plus, times
from maths.families.write import chain, formula, letter, listed, passages, tree
from maths.message import Message
from maths.tree import Integral, Negative
from maths.verdict import Level, SectionKind

if TYPE_CHECKING:
    from maths.families.settled import Settled
    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class Piece:
    body: Node
    low: Symbolic
    high: Symbolic
    sign: int
    value: Symbolic
    settled: Settled


@dataclass(frozen=True, slots=True)
class Taught:
    kind: str
    body: Node
    other: Node
    variable: str
    low: Symbolic
    high: Symbolic
    inner: tuple[Symbolic, ...]
    pieces: tuple[Piece, ...]
    factor: Symbolic
    value: Symbolic


def teach(taught: Taught, level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[_understanding(taught)],
        approach=[_approach(taught, level)],
        steps=_steps(taught, level),
        check=[Message("Numerical integration with an error bound gives the same.")],
        conclusion=[Message("The answer is {answer}.", answer=formula(tree(taught.value)))],
    )


def _understanding(taught: Taught) -> Message:
    first, second = formula(taught.body), formula(taught.other)
    match taught.kind:
        case "area" if taught.other == number(0):
            return Message("The region lies between the graph of {first} and the axis.", first=first)
        case "area":
            return Message("The region lies between the graphs of {first} and {second}.", first=first, second=second)
        case "volume_x":
            return Message("The region under the graph of {first} turns around the horizontal axis.", first=first)
        case "volume_y":
            return Message("The region under the graph of {first} turns around the vertical axis.", first=first)
        case "length":
            return Message("We look for the length of the graph of {first}.", first=first)
    return Message("We look for the average value of {first}.", first=first)


def _approach(taught: Taught, level: Level) -> Message:
    match taught.kind:
        case "area" if level is Level.BEGINNER:
            return Message(
                "An area counts as positive on both sides, so split where the graphs cross and integrate "
                "upper minus lower."
            )
        case "area":
            return Message("The area is the integral of the absolute difference.")
        case "volume_x":
            return Message(
                "Every slice is a disk or a ring: its area is pi times the square of the radius, and the "
                "slices are added up."
            )
        case "volume_y":
            return Message("Every upright strip becomes a thin shell of circumference 2*pi*x; the shells are added up.")
        case "length":
            return Message("A short piece of the graph has length sqrt(1 + f'(x)^2) dx.")
    return Message("The average value is the integral divided by the length of the interval.")


def _steps(taught: Taught, level: Level) -> list[Message]:
    lines = []
    if taught.other != number(0) or taught.inner:
        points = [taught.low, *taught.inner, taught.high]
        shown = listed(formula(equals(name(taught.variable), tree(point))) for point in points)
        if level is not Level.ADVANCED:
            lines += _meeting(taught, level)
        lines.append(Message("The parts end at {points}.", points=shown))
        if level is Level.BEGINNER and taught.kind == "area":
            lines += _above(taught, points)
    parts = [_signed(piece, taught.variable) for piece in taught.pieces]
    whole = plus(*parts)
    if taught.factor != 1:
        whole = times(tree(taught.factor), whole)
    lines.append(Message("What is asked is {integral}.", integral=formula(whole)))
    for piece in taught.pieces:
        if level is not Level.ADVANCED:
            inner = piece.settled.teach(level)
            lines += [line for passage in inner if passage.kind is SectionKind.STEPS for line in passage.lines]
        integral = Integral(piece.body, name(taught.variable), tree(piece.low), tree(piece.high))
        if whole != integral:
            lines.append(Message("This part: {result}.", result=formula(equals(integral, tree(piece.value)))))
    if len(taught.pieces) == 1 and whole == parts[0] and level is not Level.ADVANCED:
        return lines
    values = plus(*(tree(piece.sign * piece.value) for piece in taught.pieces))
    if taught.factor != 1:
        values = times(tree(taught.factor), values)
    result = chain(whole, *((values,) if level is not Level.ADVANCED else ()), tree(taught.value))
    return [*lines, Message("Together: {result}.", result=result)]


def _meeting(taught: Taught, level: Level) -> list[Message]:
    """Where both graphs have the same height, for polynomials."""
    symbol = sympy.Symbol(taught.variable)
    first, second = (to_sympy(body, symbols={taught.variable: symbol}) for body in (taught.body, taught.other))
    gap = sympy.expand(first - second)
    if taught.kind != "area" or not gap.is_polynomial(symbol) or not gap.has(symbol):
        return []
    coefficients = sympy.Poly(gap, symbol).all_coeffs()
    meets = any(gap.subs(symbol, point) == 0 for point in (taught.low, *taught.inner, taught.high))
    if not meets or any(not c.is_Rational for c in coefficients):
        return []
    both = formula(equals(taught.body, taught.other))
    equation = formula(equals(tree(gap), number(0)))
    lines = [Message("Where the graphs meet, both heights are equal: {equation}.", equation=both)]
    if formula(taught.other) != formula(number(0)):
        lines.append(Message("Bring everything to the left side: {equation}.", equation=equation))
    polynomial = fmpq_poly([fmpq(int(c.p), int(c.q)) for c in reversed(coefficients)])
    return lines + polynomial_steps.solve(polynomial, taught.variable, level)


def _above(taught: Taught, points: list[Symbolic]) -> list[Message]:
    """Which graph lies above on each part, seen at one simple place of it."""
    symbol = sympy.Symbol(taught.variable)
    first, second = (to_sympy(body, symbols={taught.variable: symbol}) for body in (taught.body, taught.other))
    lines = []
    for left, right in pairwise(points):
        place = simple_between(left, right)
        heights = [(taught.body, first.subs(symbol, place)), (taught.other, second.subs(symbol, place))]
        if any(not height.is_Rational for _, height in heights) or heights[0][1] == heights[1][1]:
            continue
        (low, below), (high, above) = sorted(heights, key=lambda pair: pair[1])
        at = formula(equals(name(taught.variable), tree(place)))
        lines.append(
            Message("At {point} the height of {high} is {above}, that of {low} is {below}: {high} lies above there.",
                    point=at, high=formula(high), above=formula(tree(above)), low=formula(low),
                    below=formula(tree(below)))
        )  # fmt: skip
    return lines


def _signed(piece: Piece, variable: str) -> Node:
    integral = Integral(piece.body, name(variable), tree(piece.low), tree(piece.high))
    return integral if piece.sign > 0 else Negative(integral)


@dataclass(frozen=True, slots=True)
class SolvedIterated:
    """`middle` is the inner integral's value, `value` the whole one's."""

    body: Node
    inner: tuple[str, Node, Node]
    outer: tuple[str, Node, Node]
    middle: Node
    value: Node


def teach_iterated(solved: SolvedIterated, level: Level) -> tuple[Passage, ...]:
    inside = Integral(solved.body, name(solved.inner[0]), solved.inner[1], solved.inner[2])
    outside = Integral(solved.middle, name(solved.outer[0]), solved.outer[1], solved.outer[2])
    whole = Integral(inside, name(solved.outer[0]), solved.outer[1], solved.outer[2])
    lines = [
        Message(
            "First integrate over {letter}: {result}.",
            letter=letter(solved.inner[0]),
            result=formula(equals(inside, solved.middle)),
        ),
        Message(
            "Then over {letter}: {result}.",
            letter=letter(solved.outer[0]),
            result=formula(equals(outside, solved.value)),
        ),
    ]
    return passages(
        understanding=[Message("We compute {integral}.", integral=formula(whole))],
        approach=[
            Message("Integrate from the inside out; the other letter stays fixed like a number.")
            if level is not Level.ADVANCED
            else Message("Fubini's theorem: iterated integrals, in either order over a rectangle.")
        ],
        steps=lines,
        check=[Message("Numerical integration with an error bound gives the same.")],
        conclusion=[Message("The answer is {answer}.", answer=formula(solved.value))],
    )
