"""From the value of a trigonometric function to the angles: on the unit circle, with all turns, for the unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.terms import equals, name, number, over, plus, times
from maths.families.write import assignments, formula, letter, listed, tree
from maths.message import Message
from maths.tree import Call, Degrees, Negative, walk
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.equations.trigonometric_solved import SolvedTrigonometric
    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node

_BOUNDED = frozenset({"sin", "cos"})
_RECIPROCAL = {"sec": "cos", "csc": "sin", "cot": "tan"}
_DIGITS = 40
_TINY = sympy.Float(10) ** -25


def angles_of(solved: SolvedTrigonometric, call: Call, value: Symbolic, level: Level) -> list[Message]:
    """The solutions at which a function has a value, with the way there."""
    fact = formula(equals(call, tree(value)))
    if call.function in _RECIPROCAL and value != 0:
        other = Call(_RECIPROCAL[call.function], call.arguments)
        turned = sympy.radsimp(1 / value)
        lines = [Message("{fact} says the same as {other}.", fact=fact, other=formula(equals(other, tree(turned))))]
        return [*lines, *angles_of(solved, other, turned, level)]
    if call.function in _BOUNDED and abs(value.evalf(20)) > 1:
        if level is Level.BEGINNER:
            return [Message("{fact} is impossible: sine and cosine are never above 1 or below -1.", fact=fact)]
        return [Message("{fact} has no solution.", fact=fact)]
    return _told(solved, call, value, level)


def _told(solved: SolvedTrigonometric, call: Call, value: Symbolic, level: Level) -> list[Message]:
    fact = formula(equals(call, tree(value)))
    places = [shown for found, shown in zip(solved.found, solved.shown, strict=True)
              if is_value(call, solved.unknown, found, value)]  # fmt: skip
    circle = _Circle.of(solved, call, value)
    if not places:
        lines = circle.lines(level) if circle is not None else []
        return [*lines, Message("{fact} has no solution in the interval.", fact=fact)]
    found = assignments(solved.unknown, places)
    if circle is None:
        return [Message("From {fact} follows {values}.", fact=fact, values=found)]
    if solved.span is None:
        return circle.lines(level)
    interval = formula(solved.span.shown)
    if level is Level.BEGINNER:
        return [*circle.lines(level), Message("Put in whole numbers for {letter} and keep what lies in {interval}: "
                                              "{values}.", letter=letter(circle.counter), interval=interval,
                                              values=found)]  # fmt: skip
    return [*circle.lines(level), Message("In {interval} these are {values}.", interval=interval, values=found)]


def is_value(call: Node, unknown: str, found: Symbolic, value: Symbolic) -> bool:
    got = to_sympy(call, symbols={unknown: found})
    return bool(abs((got - value).evalf(_DIGITS)) < _TINY) if got.is_number and got.is_finite else False


@dataclass(frozen=True, slots=True)
class _Circle:
    """The angles in one turn at which a function has a value; the angle is `slope * unknown + phase`."""

    call: Call
    value: Symbolic
    unknown: str
    bases: tuple[Symbolic, ...]
    turn: Symbolic
    slope: Symbolic
    phase: Symbolic
    in_degrees: bool
    counter: str

    @classmethod
    def of(cls, solved: SolvedTrigonometric, call: Call, value: Symbolic) -> _Circle | None:
        if call.function not in {"sin", "cos", "tan"} or any(isinstance(part, Degrees) for part in walk(call)):
            return None
        x = sympy.Symbol(solved.unknown)
        inner = sympy.expand(to_sympy(call.arguments[0], symbols={solved.unknown: x}))
        slope = inner.coeff(x, 1)
        phase = sympy.expand(inner - slope * x)
        if phase.has(x) or not slope.is_Rational:
            return None
        turn = sympy.pi if call.function == "tan" else 2 * sympy.pi
        bases = _bases(call.function, value)
        in_degrees = any(isinstance(part, Degrees) for node in solved.shown for part in walk(node))
        if in_degrees and not all((angle / sympy.pi).is_Rational for angle in (*bases, phase)):
            return None
        return cls(call, value, solved.unknown, bases, turn, slope, phase, in_degrees,
                   solved.counter or ("k" if solved.unknown != "k" else "n"))  # fmt: skip

    def lines(self, level: Level) -> list[Message]:
        (angle,) = self.call.arguments
        fact, counter = formula(equals(self.call, tree(self.value))), letter(self.counter)
        general = self._general(angle, self.bases, self.turn)
        for_unknown = [sympy.expand((base - self.phase) / self.slope) for base in self.bases]
        step = sympy.expand(self.turn / abs(self.slope))
        solved = self._general(name(self.unknown), for_unknown, step)
        if level is Level.ADVANCED:
            return [Message("{fact} holds exactly for {general} with a whole number {letter}.",
                            fact=fact, general=solved, letter=counter)]  # fmt: skip
        lines = [
            Message(
                "{fact} holds exactly for {general} with a whole number {letter}.",
                fact=fact,
                general=general,
                letter=counter,
            )
        ]
        if level is Level.BEGINNER:
            turn = formula(self._shown(self.turn))
            lines = [
                self._on_the_circle(fact),
                Message("The tangent repeats after {turn}, so {general} with a whole number {letter}.",
                        turn=turn, general=general, letter=counter)
                if self.call.function == "tan"
                else Message("Every further full turn of {turn} leads to the same place, so {general} with a whole "
                             "number {letter}.", turn=turn, general=general, letter=counter),
            ]  # fmt: skip
        if angle == name(self.unknown):
            return lines
        return [*lines, Message("Solve for {unknown}: {general}.", unknown=letter(self.unknown), general=solved)]

    def _on_the_circle(self, fact: Formula) -> Message:
        (angle,) = self.call.arguments
        shown = listed(formula(equals(angle, self._shown(base))) for base in self.bases)
        if self.call.function == "tan":
            return Message("Within half a turn {fact} holds for {angles} only.", fact=fact, angles=shown)
        if len(self.bases) == 1:
            return Message("Within one turn {fact} holds for {angles} only.", fact=fact, angles=shown)
        return Message("Within one turn {fact} holds at two places of the unit circle: {angles}.", fact=fact,
                       angles=shown)  # fmt: skip

    def _general(self, left: Node, values: tuple[Symbolic, ...] | list[Symbolic], step: Symbolic) -> Formula:
        return listed(formula(equals(left, self._with_turns(value, step))) for value in values)

    def _with_turns(self, value: Symbolic, step: Symbolic) -> Node:
        counter = name(self.counter)
        if self.in_degrees:
            turns = times(self._shown(step), counter)
        else:
            share = sympy.Rational(step / sympy.pi)
            above = [*([number(share.p)] if share.p != 1 else []), counter, tree(sympy.pi)]
            turns = times(*above) if share.q == 1 else over(times(*above), number(share.q))
        return turns if value == 0 else plus(self._shown(value), turns)

    def _shown(self, value: Symbolic) -> Node:
        if not self.in_degrees:
            return tree(value)
        degrees = sympy.expand(value * 180 / sympy.pi)
        return Negative(Degrees(tree(-degrees))) if degrees < 0 else Degrees(tree(degrees))


def _bases(function: str, value: Symbolic) -> tuple[Symbolic, ...]:
    """The angles in one turn (half a turn for the tangent), from 0 on where they are no inverse functions."""
    if function == "tan":
        principal = sympy.atan(value)
        return (principal + sympy.pi if (principal / sympy.pi).is_Rational and principal < 0 else principal,)
    if function == "cos":
        principal = sympy.acos(value)
        other = 2 * sympy.pi - principal
    else:
        principal = sympy.asin(value)
        other = sympy.pi - principal
        if principal < 0 and (principal / sympy.pi).is_Rational:
            principal = principal + 2 * sympy.pi
    if sympy.Abs(value) == 1 or (function == "cos" and value == 1):
        return (sympy.Integer(0) if function == "cos" and value == 1 else principal,)
    return tuple(sorted((principal, other), key=lambda angle: angle.evalf()))
