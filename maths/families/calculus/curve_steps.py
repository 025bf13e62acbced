"""The study of a graph: derivative, its zeros, the signs between them, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.terms import equals, name
from maths.families.write import formula, listed, passages, tree
from maths.message import Message
from maths.tree import Derivative, Interval, Name, Negative
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class Studied:
    """`stops` are the zeros of the derivative and the gaps of the domain, `signs` what lies between them."""

    body: Node
    variable: str
    function: Symbolic
    symbol: Symbolic
    derivative: Symbolic
    order: int
    zeros: tuple[Symbolic, ...]
    walls: tuple[Symbolic, ...]
    stops: tuple[Symbolic, ...]
    signs: tuple[int, ...]
    low: Symbolic | None
    high: Symbolic | None
    asked: tuple[str, ...]
    target: Symbolic

    def turns(self, sign: int) -> list[Symbolic]:
        """Zeros where the direction changes: down after up for 1, up after down for -1, either for 0."""
        found = []
        for place, stop in enumerate(self.stops):
            before, after = self.signs[place], self.signs[place + 1]
            if stop in self.zeros and before != after and sign in (0, before):
                found.append(stop)
        return found


def teach(studied: Studied, found: tuple[Formula, ...], level: Level) -> tuple[Passage, ...]:
    return passages(
        understanding=[Message("We study the graph of {function}.", function=formula(studied.body))],
        approach=[_approach(studied, level)],
        steps=_steps(studied, level),
        check=[Message("Values of the function itself between these points rise and fall in the same way.")],
        conclusion=[Message("The answer is {answer}.", answer=listed(found))],
    )


def _approach(studied: Studied, level: Level) -> Message:
    free = studied.order == 1 and studied.low is None
    if level is Level.ADVANCED and free and not {"mean", "increasing", "decreasing"} & set(studied.asked):
        return Message("Fermat's theorem: at an interior extremum the derivative is zero; its sign changes decide.")
    if "mean" in studied.asked:
        return Message("The mean value theorem: somewhere inside the derivative equals the average slope.")
    if studied.order > 1:
        return Message(
            "The second derivative says how the graph bends: upward where positive, downward where negative."
        )
    if studied.low is not None:
        return Message(
            "On a closed interval the greatest and least values lie at zeros of the derivative or at the ends."
        )
    if level is Level.BEGINNER:
        return Message(
            "Where the graph is level, the derivative is zero. Before and after we look whether it goes up or down."
        )
    return Message("The function rises where its derivative is positive and falls where it is negative.")


def _steps(studied: Studied, level: Level) -> list[Message]:
    derivative = tree(studied.derivative)
    shown = equals(Derivative(studied.body, name(studied.variable), studied.order), derivative)
    lines = [Message("Derivative: {result}.", result=formula(shown))]
    if "mean" in studied.asked:
        lines.append(Message("The average slope is {slope}.", slope=formula(tree(studied.target))))
        zeros = listed(formula(equals(name(studied.variable), tree(zero))) for zero in studied.zeros)
        return [*lines, Message("The derivative has this value inside the interval at {zeros}.", zeros=zeros)]
    if studied.zeros:
        zeros = listed(formula(equals(name(studied.variable), tree(zero))) for zero in studied.zeros)
        lines.append(Message("It is zero at {zeros}.", zeros=zeros))
    else:
        lines.append(Message("It is never zero there."))
    if studied.low is not None and studied.high is not None and studied.order == 1:
        lines += _values(studied, [studied.low, *studied.zeros, studied.high])
        if level is not Level.BEGINNER and not {"increasing", "decreasing"} & set(studied.asked):
            return lines
    if level is Level.ADVANCED and studied.asked == ("critical",):
        return lines
    return [*lines, *_signs(studied), *_turning_points(studied)]


def _turning_points(studied: Studied) -> list[Message]:
    """Where the function turns, and its value there."""
    if studied.order > 1 or studied.low is not None or {"increasing", "decreasing", "critical"} >= set(studied.asked):
        return []
    lines = []
    for sign in (1, -1):
        for place in studied.turns(sign):
            at = formula(equals(name(studied.variable), tree(place)))
            lines.append(
                Message("At {point} it turns from rising to falling: a local maximum.", point=at)
                if sign > 0
                else Message("At {point} it turns from falling to rising: a local minimum.", point=at)
            )
            lines += _values(studied, [place])
    return lines


def _values(studied: Studied, candidates: list[Symbolic | None]) -> list[Message]:
    lines = []
    for candidate in dict.fromkeys(candidates):
        value = studied.function.subs(studied.symbol, candidate)
        at = formula(equals(name(studied.variable), tree(candidate)))
        lines.append(Message("At {point} the value is {value}.", point=at, value=formula(tree(value))))
    return lines


def _signs(studied: Studied) -> list[Message]:
    ends = [studied.low, *studied.stops, studied.high]
    lines = []
    for left, right, sign in zip(ends, ends[1:], studied.signs, strict=False):
        part = formula(Interval(_end(left, -1), _end(right, 1), left_open=True, right_open=True))
        if studied.order == 1:
            rising = Message("On {interval} the function rises.", interval=part)
            lines.append(rising if sign > 0 else Message("On {interval} the function falls.", interval=part))
        else:
            upward = Message("On {interval} the graph bends upward.", interval=part)
            lines.append(upward if sign > 0 else Message("On {interval} the graph bends downward.", interval=part))
    return lines


def _end(value: Symbolic | None, side: int) -> Node:
    if value is not None:
        return tree(value)
    return Name("oo") if side > 0 else Negative(Name("oo"))
