"""The study of a graph: derivative, its zeros, the signs between them, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from flint import fmpq, fmpq_poly

from maths.families import polynomial_steps
from maths.families.terms import equals, name, number, over, substitute, times
from maths.families.write import chain, formula, listed, passages, tree
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
        check=[
            Message("Values of the function itself between these points rise and fall in the same way.")
            if studied.order == 1
            else Message("Values of the function itself between these points bend in the same way.")
        ],
        conclusion=[Message("The answer is {answer}.", answer=listed(found))],
    )


def _approach(studied: Studied, level: Level) -> Message:  # noqa: PLR0911 - one line a question and level
    free = studied.order == 1 and studied.low is None
    if level is Level.ADVANCED and free and not {"mean", "increasing", "decreasing"} & set(studied.asked):
        return Message("Fermat's theorem: at an interior extremum the derivative is zero; its sign changes decide.")
    if "mean" in studied.asked:
        return Message("The mean value theorem: somewhere inside the derivative equals the average slope.")
    if studied.order > 1:
        return Message(
            "The second derivative says how the graph bends: upward where positive, downward where negative."
        )
    if studied.low is not None and level is Level.ADVANCED and not {"increasing", "decreasing"} & set(studied.asked):
        return Message(
            "The extreme value theorem: a continuous function on a closed interval has a greatest and a least value, "
            "at a zero of the derivative or at an end."
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
    lines = _derivative(studied, level)
    if "mean" in studied.asked:
        lines.append(Message("The average slope is {slope}.", slope=formula(tree(studied.target))))
        if level is not Level.ADVANCED:
            lines += _solved(studied, level)
        zeros = listed(formula(equals(name(studied.variable), tree(zero))) for zero in studied.zeros)
        return [*lines, Message("The derivative has this value inside the interval at {zeros}.", zeros=zeros)]
    if level is not Level.ADVANCED:
        lines += _solved(studied, level)
    if studied.zeros:
        zeros = listed(formula(equals(name(studied.variable), tree(zero))) for zero in studied.zeros)
        lines.append(
            Message("It is zero at {zeros}.", zeros=zeros)
            if studied.low is None and studied.high is None
            else Message("Inside the interval it is zero at {zeros}.", zeros=zeros)
        )
    else:
        lines.append(Message("It is never zero there."))
    if studied.asked == ("critical",):
        return lines
    if studied.low is not None and studied.high is not None and studied.order == 1:
        lines += _values(studied, [studied.low, *studied.zeros, studied.high], level)
        if not {"increasing", "decreasing"} & set(studied.asked):
            return [*lines, *_compared(studied, level)]
    return [*lines, *_signs(studied, level), *_turning_points(studied, level), *_bending_points(studied, level)]


def _derivative(studied: Studied, level: Level) -> list[Message]:
    derivative = tree(studied.derivative)
    shown = formula(equals(Derivative(studied.body, name(studied.variable), studied.order), derivative))
    if studied.order == 1:
        return [Message("Derivative: {result}.", result=shown)]
    lines = []
    if level is not Level.ADVANCED:
        first = tree(sympy.diff(studied.function, studied.symbol))
        once = equals(Derivative(studied.body, name(studied.variable), 1), first)
        lines.append(Message("Derivative: {result}.", result=formula(once)))
    return [*lines, Message("Second derivative: {result}.", result=shown)]


def _solved(studied: Studied, level: Level) -> list[Message]:
    """Where the derivative has the wanted value, for what comes down to a polynomial."""
    gap = studied.derivative - studied.target
    lines, polynomial = _core(studied, sympy.expand(gap))
    if polynomial is None or not polynomial.has(studied.symbol):
        return []
    coefficients = sympy.Poly(polynomial, studied.symbol).all_coeffs()
    if any(not c.is_Rational for c in coefficients):
        return []
    found = fmpq_poly([fmpq(int(c.p), int(c.q)) for c in reversed(coefficients)])
    return lines + polynomial_steps.solve(found, studied.variable, level)


def _core(studied: Studied, gap: Symbolic) -> tuple[list[Message], Symbolic | None]:
    """The equation brought to a polynomial: its numerator, or the factor beside an exponential function."""
    symbol = studied.symbol
    if gap.is_polynomial(symbol):
        equation = formula(equals(tree(sympy.expand(studied.derivative)), tree(studied.target)))
        if studied.target == 0:
            return [Message("Set it equal to zero: {equation}.", equation=equation)], gap
        return [Message("Set both equal: {equation}.", equation=equation)], gap
    if gap.is_rational_function(symbol):
        above, below = sympy.together(gap).as_numer_denom()
        equation = formula(equals(over(tree(above), tree(below)), number(0)))
        return [Message("As one fraction it is zero where what stands above is: {equation}.", equation=equation)], above
    factored = sympy.factor(gap)
    waves = [factor for factor in sympy.Mul.make_args(factored) if isinstance(factor, sympy.exp)]
    rest = sympy.cancel(factored / sympy.Mul(*waves))
    if waves and rest.is_polynomial(symbol):
        equation = formula(equals(times(tree(rest), *(tree(wave) for wave in waves)), number(0)))
        line = Message("As a product, where the power of e is never zero: {equation}.", equation=equation)
        return [line], rest
    return [], None


def _compared(studied: Studied, level: Level) -> list[Message]:
    """Which of the values are the greatest and the least."""
    if level is Level.ADVANCED:
        return []
    points = dict.fromkeys([studied.low, *studied.zeros, studied.high])
    values = [studied.function.subs(studied.symbol, point) for point in points]
    lines = []
    if any(kind.startswith("maximum") for kind in studied.asked):
        lines.append(Message("The greatest of these values is {value}.", value=formula(tree(sympy.Max(*values)))))
    if any(kind.startswith("minimum") for kind in studied.asked):
        lines.append(Message("The least of these values is {value}.", value=formula(tree(sympy.Min(*values)))))
    return lines


def _bending_points(studied: Studied, level: Level) -> list[Message]:
    """Where the bending changes, and the height there."""
    if "inflection" not in studied.asked:
        return []
    lines = []
    for place in studied.turns(0):
        at = formula(equals(name(studied.variable), tree(place)))
        lines.append(Message("At {point} the bending changes: a point of inflection.", point=at))
        lines += _values(studied, [place], level)
    return lines


def _turning_points(studied: Studied, level: Level) -> list[Message]:
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
            lines += _values(studied, [place], level)
    return lines


def _values(studied: Studied, candidates: list[Symbolic | None], level: Level) -> list[Message]:
    lines = []
    for candidate in dict.fromkeys(candidates):
        value = studied.function.subs(studied.symbol, candidate)
        at = formula(equals(name(studied.variable), tree(candidate)))
        put = substitute(studied.body, studied.variable, tree(candidate))
        shown = formula(tree(value)) if level is Level.ADVANCED else chain(put, tree(value))
        lines.append(Message("At {point} the value is {value}.", point=at, value=shown))
    return lines


def _signs(studied: Studied, level: Level) -> list[Message]:
    ends = [studied.low, *studied.stops, studied.high]
    lines = []
    for left, right, sign in zip(ends, ends[1:], studied.signs, strict=False):
        part = formula(Interval(_end(left, -1), _end(right, 1), left_open=True, right_open=True))
        if level is Level.BEGINNER and (tried := _tried(studied, part, left, right, sign)):
            lines.append(tried)
        if studied.order == 1:
            rising = Message("On {interval} the function rises.", interval=part)
            lines.append(rising if sign > 0 else Message("On {interval} the function falls.", interval=part))
        else:
            upward = Message("On {interval} the graph bends upward.", interval=part)
            lines.append(upward if sign > 0 else Message("On {interval} the graph bends downward.", interval=part))
    return lines


def _tried(studied: Studied, part: Formula, left: Symbolic | None, right: Symbolic | None, sign: int) -> Message | None:
    """The derivative at one simple place of an interval: its sign there is its sign everywhere in it."""
    place = simple_between(left, right)
    value = studied.derivative.subs(studied.symbol, place)
    if not value.is_real or (value > 0 if sign > 0 else value < 0) is not sympy.true:
        return None
    put = substitute(tree(studied.derivative), studied.variable, tree(place))
    at = formula(equals(name(studied.variable), tree(place)))
    shown = chain(put, tree(value))
    if sign > 0:
        return Message("Try {point} in {interval}: {value}, which is positive.", point=at, interval=part, value=shown)
    return Message("Try {point} in {interval}: {value}, which is negative.", point=at, interval=part, value=shown)


def simple_between(left: Symbolic | None, right: Symbolic | None) -> Symbolic:
    """A whole number, or else a short fraction, strictly between two numbers."""
    if left is None and right is None:
        return sympy.S.Zero
    if left is None:
        return sympy.ceiling(right) - 1
    if right is None:
        return sympy.floor(left) + 1
    for parts in range(1, 40):
        above = (sympy.floor(left * parts) + 1) / parts
        if above < right:
            return sympy.S.Zero if left < 0 < right else above
    return (left + right) / 2


def _end(value: Symbolic | None, side: int) -> Node:
    if value is not None:
        return tree(value)
    return Name("oo") if side > 0 else Negative(Name("oo"))
