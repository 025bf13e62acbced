"""Why a series converges or diverges: the test, what it looks at, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.families.terms import equals, name, number, over, plus, power, substitute, times
from maths.families.write import formula, passages
from maths.message import Message
from maths.tree import Call, Factorial, Integral, Limit, Name, Negative, Series
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
            _test(judged.test, level),
        ],
        steps=_steps(judged, level),
        check=[Message("A second test by computer algebra gives the same verdict.")],
        conclusion=[_conclusion(judged, level)],
    )


def _test(test: str, level: Level) -> Message:  # noqa: PLR0911 - one line a test
    if (level, test) in _SPOKEN:
        return _SPOKEN[level, test]
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


_SPOKEN = {
    (Level.BEGINNER, "ratio"): Message(
        "See by what number a term is multiplied to get the next. Far out it is nearly always the same number, as in a "
        "geometric series: below 1 the total settles, above 1 it does not (ratio test)."
    ),
    (Level.BEGINNER, "p-series"): Message(
        "Far out the terms are nearly a number times 1/n^p. The series of 1/n^p settles exactly for p > 1, and ours "
        "does the same."
    ),
    (Level.BEGINNER, "divergence"): Message(
        "If a total settles, what is still added must become as small as you like. So look at the terms themselves "
        "(n-th term test)."
    ),
    (Level.BEGINNER, "alternating"): Message(
        "The terms go up and down in turn, each step smaller than the one before and in the end as small as you like: "
        "so the totals close in on one number (alternating series test)."
    ),
    (Level.BEGINNER, "integral"): Message(
        "Draw the terms as bars of width 1 beside the graph of the same function: both areas are finite, or neither is "
        "(integral test)."
    ),
    (Level.BEGINNER, "comparison"): Message(
        "No term is larger in size than one of a series whose total settles, so this total settles too (comparison "
        "test)."
    ),
    (Level.ADVANCED, "divergence"): Message("The terms of a convergent series tend to 0."),
    (Level.ADVANCED, "comparison"): Message("Absolute convergence by comparison with a convergent majorant."),
    (Level.ADVANCED, "ratio"): Message("D'Alembert's ratio test."),
    (Level.ADVANCED, "p-series"): Message("Limit comparison with a p-series."),
    (Level.ADVANCED, "alternating"): Message("Leibniz's test: the sizes are finally decreasing with limit 0."),
    (Level.ADVANCED, "integral"): Message("Cauchy's integral test, the terms being positive and finally decreasing."),
}


def _steps(judged: Judged, level: Level) -> list[Message]:
    found = judged.growth
    size = formula(_leading(found, judged.variable))
    lines = [Message("For large {letter} the size of the terms goes like {size}.", letter=judged.variable, size=size)]
    match judged.test:
        case "divergence":
            lines.append(Message("This does not go to zero."))
        case "ratio":
            lines = [] if level is not Level.BEGINNER else lines
            lines += _ratio(judged)
        case "p-series":
            lines += _power(judged)
        case "integral":
            lines += _logarithm(judged)
        case "alternating":
            lines.append(Message("It goes down to zero, so the series converges; without the signs it would diverge."))
        case _:
            lines.append(Message("The series of such terms converges, so this one does too."))
    return lines


def _ratio(judged: Judged) -> list[Message]:
    """The limit of the ratio of neighbours; where it is not below 1, the terms do not go to zero in the first place."""
    found, letter = judged.growth, name(judged.variable)
    after = substitute(judged.body, judged.variable, plus(letter, number(1)))
    quotient = Call("abs", (over(after, judged.body),))
    limit: Node = number(0)
    if not found.factorial:
        raised = power(Name("e"), number(found.natural)) if found.natural else None
        base = number(found.base)
        limit = base if raised is None else raised if found.base == 1 else times(base, raised)
    towards = formula(equals(Limit(quotient, letter, Name("oo")), limit))
    return [Message("The ratio of neighbouring terms tends to a number below 1: {result}.", result=towards)]


def _power(judged: Judged) -> list[Message]:
    exponent = formula(equals(name("p"), number(-judged.growth.power)))
    if judged.converges:
        return [Message("Here {exponent}, which is more than 1: the series of such terms converges, so this one does "
                        "too.", exponent=exponent)]  # fmt: skip
    return [Message("Here {exponent}, which is not more than 1: the series of such terms diverges, so this one does "
                    "too.", exponent=exponent)]  # fmt: skip


def _logarithm(judged: Judged) -> list[Message]:
    found = judged.growth
    if found.power == -1:
        integral = formula(Integral(power(name("u"), number(found.logarithm)), name("u")))
        new = formula(equals(name("u"), Call("ln", (name("x"),))))
        if judged.converges:
            return [Message("With {letter} the integral becomes {integral}, which stays finite up to infinity: the "
                            "series converges.", letter=new, integral=integral)]  # fmt: skip
        return [Message("With {letter} the integral becomes {integral}, which grows without bound: the series "
                        "diverges.", letter=new, integral=integral)]  # fmt: skip
    if judged.converges:
        return [Message("A logarithm grows more slowly than any power, so the terms are finally smaller than those of "
                        "1/n^p with some p > 1: the series converges.")]  # fmt: skip
    return [Message("A logarithm changes more slowly than any power, so the terms are finally larger than those of "
                    "1/n: the series diverges.")]  # fmt: skip


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
