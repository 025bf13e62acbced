"""Limits at a point or at infinity.

Routes: SymPy's Gruntz algorithm, from both sides; the Laurent series of the tree over balls. Where no series
exists (exponentials at infinity), the function is followed numerically towards the point instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import sympy
from flint import acb, acb_series, arb, fmpq

from maths.bounds import RefusedError, UndefinedError, UnsupportedError
from maths.engines.sympy_form import to_sympy
from maths.families.calculus.limit_approached import Approached
from maths.families.calculus.limit_steps import Parted, teach, teach_parted
from maths.families.doubtful import refuse_doubtful
from maths.families.numbers.arithmetic import tidy
from maths.families.routes import ball
from maths.families.settled import Settled, UndecidedError
from maths.families.words_of import heard
from maths.families.write import formula, tree
from maths.message import Formula, Message
from maths.tree import Call, names, walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

MAX_OPERATIONS = 60
NO_LIMIT = Formula("does not exist", r"\text{does not exist}")
_PRECISION = 300
_LENGTH = 14  # terms of the series: cancelling up to order 13 is followed
_STOPS = (2, 3, 4, 6, 8, 10, 12)  # the function is looked at 10^-2, 10^-3, … from the point
_FAR_STOPS = tuple(2**n for n in range(3, 34, 3))  # for what moves as slowly as a logarithm
_SAME = 1e-40  # a function that has the value everywhere near
_NEAR = 1e-6  # how near the numeric route must come, relatively
_ROUGH = frozenset({"floor", "ceil", "sign", "mod", "min", "max", "gcd", "lcm", "binomial", "permutations"})


@dataclass(frozen=True, slots=True)
class TakeLimit:
    """`side` is "+", "-" or "" for both."""

    body: Node
    variable: str
    target: Node
    side: str = ""

    def settle(self, find: Callable[[Symbolic, Symbolic, Symbolic, str], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        refuse_doubtful(self.body)
        if any(isinstance(part, Call) and part.function in _ROUGH for part in walk(self.body)):
            raise UndecidedError(Message("Limits of functions of this kind are not decided yet."))
        if names(self.body, frozenset({self.variable})) != {self.variable} or names(self.target):
            raise UndecidedError(Message("The expression holds other letters whose values are not given."))
        symbol = sympy.Symbol(self.variable, real=True)
        function = to_sympy(self.body, symbols={self.variable: symbol}, variables=frozenset({self.variable}))
        target = to_sympy(self.target)
        if (
            not isinstance(function, sympy.Expr)
            or function.is_Matrix
            or function.count_ops() > MAX_OPERATIONS
            or function.has(sympy.I)
        ):
            raise UndecidedError(Message("Limits of functions of this kind are not decided yet."))
        sides = self._sides(target)
        values = [(find or by_gruntz)(function, symbol, target, side) for side in sides]
        confirmed = [
            _second_route(self.body, self.variable, target, side, value)
            for side, value in zip(sides, values, strict=True)
        ]
        if _differ(values):
            method = Message("both one-sided limits by Gruntz's algorithm and a second way: they differ")
            parted = Parted(self.body, self.variable, self.target, values[1], values[0])
            return Settled(NO_LIMIT, method, partial(teach_parted, parted), hear=partial(heard, "does not exist"))
        value = values[0]
        approached = Approached(self.body, self.variable, self.target, self.side, function, symbol, target, value)
        method = (
            Message("by Gruntz's algorithm, and again from the series expansion at that point")
            if all(confirmed)
            else Message("by Gruntz's algorithm, and followed numerically towards the point")
        )
        return Settled(formula(tree(value)), method, lambda level: teach(approached, level))

    def _sides(self, target: Symbolic) -> tuple[str, ...]:
        if target == sympy.oo:
            return ("-",)
        if target == -sympy.oo:
            return ("+",)
        return (self.side,) if self.side else ("+", "-")


def by_gruntz(function: Symbolic, symbol: Symbolic, target: Symbolic, side: str) -> Symbolic:
    """The one-sided limit by SymPy. Raises UndecidedError when it finds none."""
    try:
        found = sympy.limit(function, symbol, target, side)
    except (NotImplementedError, ValueError, sympy.PoleError) as error:
        raise UndecidedError(Message("The limit was not found.")) from error
    if found.has(sympy.Limit, sympy.AccumBounds, sympy.nan, sympy.zoo):
        raise UndecidedError(Message("There is no limit: the values do not settle down."))
    if found in (sympy.oo, -sympy.oo) or found.is_Rational:
        return found
    if not found.is_number or found.is_real is False:
        raise UndecidedError(Message("The limit was not found."))
    return tidy(found)


def _differ(values: list[Symbolic]) -> bool:
    """Whether the limits from both sides differ: certainly, as infinite or not, or in balls."""
    if len(values) == 1 or values[0] == values[1]:
        return False
    if any(value in (sympy.oo, -sympy.oo) for value in values):
        return True
    if sympy.simplify(values[0] - values[1]) == 0:
        return False
    with ball.precisely(_PRECISION):
        gap = ball.number(tree(values[0]), {}) - ball.number(tree(values[1]), {})
    if gap.contains(0):
        raise UndecidedError(Message("The limit was not found."))
    return True


def _second_route(body: Node, variable: str, target: Symbolic, side: str, value: Symbolic) -> bool:
    """Whether the series confirmed the value; False when only following the numbers did. Raises UndecidedError."""
    with ball.precisely(_PRECISION):
        try:
            found = ball.expand(body, {variable: _near(target, side)})
            return _confirmed(found, value)
        except (UnsupportedError, UndefinedError, ZeroDivisionError, ValueError):
            pass
        if not _followed(body, variable, target, side, value):
            raise UndecidedError(Message("The limit could not be confirmed a second way."))
        return False


def _near(target: Symbolic, side: str) -> ball.Laurent:
    """The variable as a series in a small positive t."""
    if target in (sympy.oo, -sympy.oo):
        sign = 1 if target == sympy.oo else -1
        return ball.Laurent(acb_series([acb(sign)], prec=_LENGTH), -1)
    if not target.is_Rational:
        raise UnsupportedError(Message("The point is not rational."))
    point = fmpq(int(target.p), int(target.q))
    towards = acb(1 if side == "+" else -1)
    series = acb_series([acb(point), towards], prec=_LENGTH)
    return ball.Laurent(series) if point != 0 else ball.Laurent(acb_series([towards], prec=_LENGTH), 1)


def _confirmed(found: ball.Laurent, value: Symbolic) -> bool:
    if value in (sympy.oo, -sympy.oo):
        lead = found.series[0]
        grows = found.shift < 0 and lead.imag == 0 and (lead.real > 0 if value == sympy.oo else lead.real < 0)
        if not grows:
            raise UndecidedError(Message("The two ways of taking the limit do not agree."))
        return True
    for order in range(found.shift, 0):
        if not found.coefficient(order) == 0:
            raise UnsupportedError(Message("It cancels too far to be followed."))
    gap = found.coefficient(0) - ball.number(tree(value), {})
    if not gap.contains(0) or gap.rad() > 2.0**-100:
        raise UndecidedError(Message("The two ways of taking the limit do not agree."))
    return True


def _followed(body: Node, variable: str, target: Symbolic, side: str, value: Symbolic) -> bool:
    """Whether the function comes nearer and nearer to the value, or grows beyond all bounds, on the way."""
    return any(_comes_near(body, variable, target, side, value, steps) for steps in (_STOPS, _FAR_STOPS))


def _comes_near(  # noqa: PLR0913, PLR0917 - a limit and the way to it
    body: Node, variable: str, target: Symbolic, side: str, value: Symbolic, steps: tuple[int, ...]
) -> bool:
    distances: list[float] = []
    for step in steps:
        try:
            here = ball.number(body, {variable: _stop(target, side, step)})
        except (RefusedError, ZeroDivisionError, ValueError):
            continue
        if not (here.is_finite() and here.imag.contains(0) and here.rad() < 1 + abs(here.mid()) * arb("1e-20")):
            continue
        distances.append(_distance(here, value))
    half = len(distances) // 2
    if half <= 1:
        return False
    if max(distances) < _SAME:
        return True
    return max(distances[half:]) <= max(distances[:half]) / 100 and max(distances[-2:]) < _NEAR


def _distance(here: acb, value: Symbolic) -> float:
    """How far from a finite value; for an infinite one how far from infinity: the reciprocal."""
    if value in (sympy.oo, -sympy.oo):
        real = here.real if value == sympy.oo else -here.real
        return float(abs((1 / real).mid())) if real > 0 else float("inf")
    return float(abs((here - ball.number(tree(value), {})).mid()))


def _stop(target: Symbolic, side: str, step: int) -> acb:
    if target in (sympy.oo, -sympy.oo):
        far = arb(10) ** step
        return acb(far if target == sympy.oo else -far)
    small = arb(10) ** -step
    return ball.number(tree(target), {}) + (small if side == "+" else -small)
