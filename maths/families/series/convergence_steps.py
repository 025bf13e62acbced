"""Why a series converges or diverges: the test, what it looks at, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.terms import name, number, over, power, times
from maths.families.write import formula, passages
from maths.message import Message
from maths.tree import Call, Factorial, Name, Negative, Series
from maths.verdict import Level

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.families.series.growth import Growth
    from maths.tree import Node
    from maths.verdict import Passage


@dataclass(frozen=True, slots=True)
class Judged:
    body: Node
    variable: str
    lower: Node
    growth: Growth
    converges: bool
    absolutely: bool
    test: str


def teach(judged: Judged, level: Level) -> tuple[Passage, ...]:
    series = formula(Series("sum", judged.body, name(judged.variable), judged.lower, Name("oo")))
    return passages(
        understanding=[
            Message("Do the sums of more and more terms of {series} settle at a number?", series=series)
            if level is Level.BEGINNER
            else Message("Test {series} for convergence.", series=series)
        ],
        approach=[
            *(
                []
                if level is Level.ADVANCED
                else [Message("Only how the terms behave far out matters, not the first ones.")]
            ),
            _test(judged.test),
        ],
        steps=_steps(judged, level),
        check=[Message("A second test by computer algebra gives the same verdict.")],
        conclusion=[_conclusion(judged, level)],
    )


def _test(test: str) -> Message:
    match test:
        case "divergence":
            return Message("If the terms do not go to zero, the sum cannot settle (n-th term test).")
        case "ratio":
            return Message("Compare neighbouring terms (ratio test).")
        case "p-series":
            return Message("Compare with the series of 1/n^p, which converges exactly for p > 1.")
        case "integral":
            return Message("Compare with the integral of the same function (integral test).")
        case "alternating":
            return Message("The signs alternate and the sizes go down to zero (alternating series test).")
    return Message("The terms are not larger than those of a series that converges (comparison test).")


def _steps(judged: Judged, level: Level) -> list[Message]:
    size = formula(_leading(judged.growth, judged.variable))
    lines = [Message("For large {letter} the size of the terms goes like {size}.", letter=judged.variable, size=size)]
    found = judged.growth
    match judged.test:
        case "divergence":
            lines.append(Message("This does not go to zero."))
        case "ratio" if found.factorial < 0 or (found.factorial == 0 and found.exponential() < 0):
            lines.append(Message("The ratio of neighbouring terms tends to a number below 1."))
        case "ratio":
            lines.append(Message("The ratio of neighbouring terms tends to a number above 1 or grows without bound."))
        case "p-series" | "integral":
            if judged.converges:
                lines.append(Message("The series of such terms converges, so this one does too."))
            else:
                lines.append(Message("The series of such terms diverges, so this one does too."))
        case "alternating":
            lines.append(Message("It goes down to zero, so the series converges; without the signs it would diverge."))
        case _:
            lines.append(Message("The series of such terms converges, so this one does too."))
    return lines if level is not Level.ADVANCED else lines[-2:]


def _leading(found: Growth, letter: str) -> Node:
    n = name(letter)
    above: list[Node] = []
    below: list[Node] = []

    def put(part: Node, exponent: Fraction) -> None:
        if exponent:
            raised = part if abs(exponent) == 1 else power(part, number(abs(exponent)))
            (above if exponent > 0 else below).append(raised)

    put(Factorial(n), found.factorial)
    if found.base != 1:
        above.append(power(number(found.base), n))
    if found.natural:
        exponent = n if found.natural == 1 else times(number(found.natural), n)
        above.append(power(Name("e"), Negative(n) if found.natural == -1 else exponent))
    put(n, found.power)
    put(Call("ln", (n,)), found.logarithm)
    top = times(*above) if above else number(1)
    return over(top, times(*below)) if below else top


def _conclusion(judged: Judged, level: Level) -> Message:
    if not judged.converges:
        return Message("The series diverges.")
    if level is Level.BEGINNER:
        return Message("The series converges: its total is a number.")
    if judged.absolutely:
        return Message("The series converges absolutely.")
    return Message("The series converges, but only conditionally.")
