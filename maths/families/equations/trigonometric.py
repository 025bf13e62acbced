"""Trigonometric equations in one unknown: on an interval, or all solutions with their period.

Routes: with t = tan(u/2), where all angles are multiples of u, the equation is one between fractions of polynomials
in t; python-flint isolates every t at which it holds (`real_balls`), which counts the solutions of one period. Each
is recognised as an exact angle, and SymPy puts the angle back into the equation as typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import gcd, lcm
from typing import TYPE_CHECKING

import sympy
from flint import arb, fmpq, fmpq_poly

from maths.bounds import UnsupportedError
from maths.engines.sympy_form import to_sympy
from maths.families.doubtful import refuse_doubtful
from maths.families.equations import questions, real_balls
from maths.families.equations.claims import NO_VALUES
from maths.families.equations.real_set import is_zero
from maths.families.equations.trigonometric_solved import SolvedTrigonometric, Span
from maths.families.equations.trigonometric_steps import teach
from maths.families.equations.unknowns import Ask
from maths.families.routes.ball import number as ball
from maths.families.routes.ball import precisely
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, name, number, plus, polynomial, times
from maths.families.write import assignments, formula, listed, tree
from maths.message import Formula, Message
from maths.tree import Call, Degrees, Negative, Quotient, Relation, names, walk
from maths.values import rewritten

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

FUNCTIONS = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"})
DISAGREE = Message("The two ways of solving it do not agree.")
NOT_THIS_KIND = Message("Its angles are not multiples of one angle.")
MAX_MULTIPLE = 6  # of the common angle
MAX_SOLUTIONS = 40
MAX_TURNS = 60
_BITS = 600
_DENOMINATORS = range(1, 61)  # of an angle as a share of pi
_SMALL = range(1, 51)  # denominators of a sine, cosine or tangent that is no usual value
_CLOSE = 150


def is_trigonometric(equation: Node, unknown: str) -> bool:
    return any(
        isinstance(part, Call) and part.function in FUNCTIONS and unknown in names(part, frozenset({unknown}))
        for part in walk(equation)
    )


@dataclass(frozen=True, slots=True)
class Trigonometric:
    """`span` None: all solutions, with a letter for every whole number."""

    relation: Relation
    unknown: str
    span: Span | None = None
    ask: Ask = Ask.ALL

    def settle(self, find: Callable[[list[Symbolic]], list[Symbolic]] | None = None) -> Settled:
        """`find` stands in for the first route in tests: it may change the exact angles."""
        refuse_doubtful(self.relation, frozenset({self.unknown}))
        angles = _Angles(self.relation, self.unknown, degrees=self._in_degrees())
        isolated = angles.isolated()
        exact = [angles.recognised(place) for place in isolated]
        if find:
            exact = find(exact)
        if len(exact) != len(isolated) or not all(self._holds(angles, value) for value in exact):
            raise UndecidedError(DISAGREE)
        period = 2 * sympy.pi / angles.step
        if self.span is None:
            if self.ask is not Ask.ALL:
                raise UndecidedError(Message("It has infinitely many solutions."))
            return self._general(angles, exact, period)
        low, high = (angles.as_angle(end, self.unknown) for end in (self.span.low, self.span.high))
        found = _within(exact, period, low, high, self.span)
        return self._on_span(angles, exact, found)

    def _in_degrees(self) -> bool:
        return self.span is not None and any(isinstance(part, Degrees) for part in walk(self.span.shown))

    def _holds(self, angles: _Angles, value: Symbolic) -> bool:
        put = angles.put_back(value)
        left, right = (to_sympy(side, symbols={self.unknown: put}) for side in self.relation.operands)
        gap = left - right
        if gap.has(sympy.zoo, sympy.nan, sympy.oo):
            return False
        return is_zero(sympy.simplify(sympy.expand(sympy.expand_trig(gap))))

    def _on_span(self, angles: _Angles, base: list[Symbolic], found: list[Symbolic]) -> Settled:
        nodes = [angles.shown(value) for value in found]
        method = Message(
            "every solution was put back exactly, and python-flint isolates as many in the interval: {count}",
            count=len(found),
        )
        solved = SolvedTrigonometric(self.relation, self.unknown, self.span, tuple(found), tuple(nodes), None, self.ask)
        del base
        if self.ask is Ask.ALL:
            if not nodes:
                return Settled(formula(NO_VALUES), method, lambda level: teach(solved, level))
            answer = Formula(listed(formula(node) for node in nodes).typed, assignments(self.unknown, nodes).latex)
            return Settled(answer, method, lambda level: teach(solved, level))
        with precisely(questions.BITS):
            balls = [ball(tree(value), {}) for value in found]
        result = (
            angles.shown(questions.answer(self.ask, found, balls)) if self.ask is not Ask.COUNT else number(len(found))
        )
        return Settled(formula(result), method, lambda level: teach(solved, level, result))

    def _general(self, angles: _Angles, exact: list[Symbolic], period: Symbolic) -> Settled:
        exact, period = _shortest(exact, period)
        letter = name("k" if self.unknown == "n" else "n")
        family = [_with_period(angles.shown(value), angles.shown(period), letter) for value in exact]
        method = Message("every solution was put back exactly, and python-flint isolates those of one period")
        solved = SolvedTrigonometric(
            self.relation, self.unknown, None, tuple(exact), tuple(family), letter.full, self.ask
        )
        if not family:
            return Settled(formula(NO_VALUES), method, lambda level: teach(solved, level))
        answer = listed(formula(equals(name(self.unknown), one)) for one in family)
        return Settled(answer, method, lambda level: teach(solved, level))


def _with_period(value: Node, period: Node, letter: Node) -> Node:
    step = times(*period.factors, letter) if hasattr(period, "factors") else times(period, letter)
    return step if value == number(0) else plus(value, step)


def _shortest(values: list[Symbolic], period: Symbolic) -> tuple[list[Symbolic], Symbolic]:
    """The same angles with the shortest period: `x = n*pi` for 0 and pi."""
    rest = [_reduced(value, period) for value in values]
    for parts in range(len(rest), 1, -1):
        if len(rest) % parts:
            continue
        shift = period / parts
        if all(any(is_zero(_reduced(value + shift, period) - other) for other in rest) for value in rest):
            inside = sorted((v for v in rest if (shift - v).evalf(30) > 0 and not is_zero(shift - v)), key=_size)
            return inside, shift
    return sorted(rest, key=_size), period


def _size(value: Symbolic) -> Symbolic:
    return value.evalf(30)


def _reduced(value: Symbolic, period: Symbolic) -> Symbolic:
    """The same angle in [0, period)."""
    turns = sympy.floor((value / period).evalf(40) + sympy.Float("1e-25"))
    found = sympy.expand(value - turns * period)
    return sympy.Integer(0) if is_zero(found) else found


def _within(exact: list[Symbolic], period: Symbolic, low: Symbolic, high: Symbolic, span: Span) -> list[Symbolic]:
    if _order(low, high) > 0 or ((high - low) / period).evalf() > MAX_TURNS:
        raise UndecidedError(Message("The interval is empty or too long."))
    found: list[Symbolic] = []
    for value in exact:
        turn = sympy.floor(((low - value) / period).evalf(40)) - 1
        while True:
            turn += 1
            angle = sympy.expand(value + turn * period)
            to_low, to_high = _order(angle, low), _order(angle, high)
            if to_high > 0:
                break
            if (to_low > 0 or (to_low == 0 and span.low_closed)) and (to_high < 0 or span.high_closed):
                found.append(angle)
            if len(found) > MAX_SOLUTIONS:
                raise UndecidedError(Message("There are too many solutions."))
    return sorted(found, key=_size)


def _order(left: Symbolic, right: Symbolic) -> int:
    gap = sympy.expand(left - right)
    if is_zero(gap):
        return 0
    return 1 if gap.evalf(40) > 0 else -1


class _Angles:
    """The angles of an equation as multiples of one, and the equation in t = tan(u/2)."""

    def __init__(self, relation: Relation, unknown: str, *, degrees: bool) -> None:
        self._relation, self._unknown = relation, unknown
        self._x = sympy.Symbol(unknown)
        calls = [p for p in walk(relation) if isinstance(p, Call) and p.function in FUNCTIONS]
        self._calls = [p for p in dict.fromkeys(calls) if unknown in names(p, frozenset({unknown}))]
        outside = rewritten(relation, lambda part: number(0) if part in self._calls else None)
        if unknown in names(outside, frozenset({unknown})) or not self._calls:
            raise UndecidedError(NOT_THIS_KIND)
        lines = [self._line(call.arguments[0]) for call in self._calls]
        units = {unit for unit, _, _ in lines}
        if len(units) != 1:
            raise UndecidedError(NOT_THIS_KIND)
        (self.unit,) = units
        self.degrees = degrees and self.unit == 1
        factors = [abs(factor) for _, factor, _ in lines]
        below = reduce(lcm, (f.denominator for f in factors))
        self.step = sympy.Rational(reduce(gcd, (int(f * below) for f in factors)), below)
        self._parts = {call: (int(sympy.Rational(factor) / self.step), phase)
                       for call, (_, factor, phase) in zip(self._calls, lines, strict=True)}  # fmt: skip
        if any(abs(multiple) > MAX_MULTIPLE for multiple, _ in self._parts.values()):
            raise UndecidedError(NOT_THIS_KIND)

    def _line(self, node: Node) -> tuple[Symbolic, Fraction, Symbolic]:
        """Unit (1, or a degree), factor of the unknown in it, and what is added, a multiple of pi."""
        value = sympy.expand(to_sympy(node, symbols={self._unknown: self._x}))
        slope = value.coeff(self._x, 1)
        phase = sympy.expand(value - slope * self._x)
        if phase.has(self._x) or not (phase / sympy.pi).is_Rational or slope == 0:
            raise UndecidedError(NOT_THIS_KIND)
        unit = sympy.Integer(1)
        if (slope / (sympy.pi / 180)).is_Rational:
            unit = sympy.pi / 180
        elif (slope / sympy.pi).is_Rational or not slope.is_Rational:
            raise UndecidedError(NOT_THIS_KIND)
        share = slope / unit
        return unit, Fraction(int(share.p), int(share.q)), phase

    # The equation in t

    def isolated(self) -> list[arb | None]:
        """Every t at which the equation holds; None for u = pi, where t is infinite."""
        relation = rewritten(self._relation, lambda part: self._in_t(part) if part in self._parts else None)
        assert isinstance(relation, Relation)  # noqa: S101 - relations stay relations
        chart = real_balls.chart(relation, "t")
        if any(chart.truths[::2]):
            raise UndecidedError(Message("It holds along whole intervals in a way that is not decided here."))
        places: list[arb | None] = [place for place, at in zip(chart.boundaries, chart.truths[1::2], strict=True) if at]
        at_pi = rewritten(self._relation, lambda part: self._at_pi(part) if part in self._parts else None)
        assert isinstance(at_pi, Relation)  # noqa: S101 - relations stay relations
        with precisely(_BITS):
            if real_balls.holds(at_pi, "t", arb(0)):
                places.append(None)
        return places

    def _in_t(self, part: Node) -> Node:
        assert isinstance(part, Call)  # noqa: S101 - by the caller
        multiple, phase = self._parts[part]
        cosine, sine = _multiple_in_t(multiple)
        return self._combined(part.function, sine, cosine, phase)

    def _at_pi(self, part: Node) -> Node:
        assert isinstance(part, Call)  # noqa: S101 - by the caller
        multiple, phase = self._parts[part]
        return self._combined(part.function, number(0), number(-1 if multiple % 2 else 1), phase)

    def _combined(self, function: str, sine: Node, cosine: Node, phase: Symbolic) -> Node:
        if phase != 0:
            s, c = sympy.sin(phase), sympy.cos(phase)
            if s.has(sympy.sin, sympy.cos) or c.has(sympy.sin, sympy.cos):
                raise UndecidedError(NOT_THIS_KIND)
            sine, cosine = (
                plus(times(sine, tree(c)), times(cosine, tree(s))),
                plus(times(cosine, tree(c)), Negative(times(sine, tree(s)))),
            )
        match function:
            case "sin":
                return sine
            case "cos":
                return cosine
            case "tan":
                return Quotient(sine, cosine)
            case "cot":
                return Quotient(cosine, sine)
            case "sec":
                return Quotient(number(1), cosine)
        return Quotient(number(1), sine)

    # Exact angles

    def recognised(self, place: arb | None) -> Symbolic:
        """The exact angle of the unknown, in radians, that lies in a ball for t."""
        if place is None:
            return sympy.pi / self.step
        with precisely(_BITS):
            angle = 2 * place.atan()
            share = angle / arb.pi()
            for denominator in _DENOMINATORS:
                near = (share * denominator).mid()
                whole = int(near.unique_fmpz() or round(float(near)))
                if _is_near(share * denominator - whole):
                    return sympy.Rational(whole, denominator) * sympy.pi / self.step
            return self._inverse(angle) / self.step

    def _inverse(self, angle: arb) -> Symbolic:
        """An angle by the inverse function that the equation has."""
        used = {call.function for call in self._calls}
        order = [f for f, members in (("tan", {"tan", "cot"}), ("cos", {"cos", "sec"}), ("sin", {"sin", "csc"}))
                 if used & members] + ["tan", "cos", "sin"]  # fmt: skip
        for function in order:
            value = {"tan": angle.tan, "cos": angle.cos, "sin": angle.sin}[function]()
            exact = _simple(value)
            if exact is None:
                continue
            principal = {"tan": sympy.atan, "cos": sympy.acos, "sin": sympy.asin}[function](exact)
            others = {"tan": [principal, principal + sympy.pi, principal - sympy.pi], "cos": [principal, -principal],
                      "sin": [principal, sympy.pi - principal, -sympy.pi - principal]}[function]  # fmt: skip
            for candidate in others:
                if _is_near(ball(tree(candidate), {}).real - angle):
                    return candidate
        raise UndecidedError(Message("Not all of its solutions have a simple exact form."))

    def as_angle(self, end: Node, unknown: str) -> Symbolic:
        """An end of the interval in radians."""
        del unknown
        value = to_sympy(end)
        if self.unit != 1:
            if not value.is_Rational:
                raise UndecidedError(NOT_THIS_KIND)
            return value * self.unit
        if value != 0 and not (value / sympy.pi).is_Rational:
            raise UndecidedError(Message("The interval is not said in radians or degrees."))
        return value

    def put_back(self, value: Symbolic) -> Symbolic:
        """The value of the unknown for an angle."""
        return value if self.unit == 1 else sympy.expand(value / self.unit)

    def shown(self, value: Symbolic) -> Node:
        if self.degrees:
            in_degrees = sympy.expand(value * 180 / sympy.pi)
            if not in_degrees.is_Rational:
                raise UndecidedError(Message("Not all of its solutions have a simple exact form."))
            return Negative(Degrees(tree(-in_degrees))) if in_degrees < 0 else Degrees(tree(in_degrees))
        return tree(self.put_back(value))


def _is_near(gap: arb) -> bool:
    return bool(gap.contains(0)) and float(gap.rad()) < 2.0**-_CLOSE


def _simple(value: arb) -> Symbolic | None:
    """A rational number with a small denominator, or the root of one, in the ball."""
    for squared in (False, True):
        tried = value * value if squared else value
        for denominator in _SMALL:
            whole = round(float((tried * denominator).mid()))
            if abs(whole) < MAX_TURNS * denominator and _is_near(tried * denominator - whole):
                found = sympy.Rational(whole, denominator)
                if not squared:
                    return found
                return sympy.sqrt(found) if value > 0 else -sympy.sqrt(found)
    return None


def _multiple_in_t(multiple: int) -> tuple[Node, Node]:
    """cos(k*u) and sin(k*u) as fractions in t: the parts of (1 + i*t)^(2k) over (1 + t^2)^k."""
    size = abs(multiple)
    if size == 0:
        raise UnsupportedError(NOT_THIS_KIND)
    real, imaginary = fmpq_poly([1]), fmpq_poly([0])
    t = fmpq_poly([0, fmpq(1)])
    for _ in range(2 * size):
        real, imaginary = real - imaginary * t, imaginary + real * t
    below = polynomial(fmpq_poly([1, 0, 1]) ** size, "t")
    sine = Quotient(polynomial(imaginary, "t"), below)
    return Quotient(polynomial(real, "t"), below), (Negative(sine) if multiple < 0 else sine)
