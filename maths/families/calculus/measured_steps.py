"""A region, a solid or a graph measured by integrals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.terms import equals, name, number, plus, times
from maths.families.write import formula, letter, listed, passages, tree
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
        lines.append(Message("The parts end at {points}.", points=shown))
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
    result = formula(equals(whole, tree(taught.value)))
    if lines and result in dict(lines[-1].arguments).values():
        return lines
    return [*lines, Message("Together: {result}.", result=result)]


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
