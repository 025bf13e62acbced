"""Functions near one point: derivative, tangent, normal, linear approximation, Taylor polynomial.

Routes: SymPy differentiates and puts the point in; the Taylor series of the tree at that point, in balls, has the same
coefficients. Where that series does not exist (a corner, an end of the domain, a vertical tangent), nothing is decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import sympy
from flint import acb

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.calculus import pointwise_steps as steps
from maths.families.calculus.pointwise_steps import Near
from maths.families.doubtful import refuse_doubtful
from maths.families.numbers.arithmetic import tidy
from maths.families.routes import ball
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, name
from maths.families.write import formula, tree
from maths.message import Message
from maths.tree import names

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

MAX_OPERATIONS = 80
MAX_TAYLOR = 12
_PRECISION = 300


@dataclass(frozen=True, slots=True)
class NearPoint:
    """`kind` is "derivative", "tangent", "normal", "linear" or "taylor"; `order` of the derivative or polynomial.

    `height` is the second coordinate where a point is given: it must lie on the graph.
    """

    kind: str
    body: Node
    variable: str
    point: Node
    order: int = 1
    height: Node | None = None
    dependent: str = "y"

    def settle(self, find: Callable[[Symbolic, Symbolic, Symbolic, int], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        refuse_doubtful(self.body)
        refuse_doubtful(self.point)
        if names(self.body, frozenset({self.variable})) - {self.variable} or names(self.point):
            raise UndecidedError(Message("The values of the letters in the expression are not given."))
        if self.dependent == self.variable:
            raise UndecidedError(Message("Functions of this kind are not differentiated here."))
        symbol = sympy.Symbol(self.variable, real=True)
        function = to_sympy(self.body, symbols={self.variable: symbol}, variables=frozenset({self.variable}))
        at = to_sympy(self.point)
        if not isinstance(function, sympy.Expr) or function.is_Matrix or function.count_ops() > MAX_OPERATIONS:
            raise UndecidedError(Message("Functions of this kind are not differentiated here."))
        if self.order > MAX_TAYLOR or not at.is_finite or at.is_real is not True:
            raise UndecidedError(Message("Functions of this kind are not differentiated here."))
        values = [(find or at_point)(function, symbol, at, n) for n in range(self.order + 1)]
        self._confirm(values)
        near = Near(
            self.kind, self.body, self.variable, self.dependent, function, symbol, at, tuple(values), self.order
        )
        self._on_graph(values[0])
        answer = steps.answer(near)
        method = Message("differentiated by rules, and read off the Taylor series at that point in balls")
        return Settled(formula(answer), method, partial(steps.teach, near, answer))

    def _confirm(self, values: list[Symbolic]) -> None:
        with ball.precisely(_PRECISION):
            try:
                at = ball.number(self.point, {})
                found = ball.expand(self.body, {self.variable: ball.variable(at, self.order + 3)})
                coefficients = [
                    found.coefficient(n) if n >= found.shift or n >= 0 else acb(0) for n in range(self.order + 1)
                ]
                singular = found.shift < 0
            except (RefusedError, ZeroDivisionError, ValueError) as error:
                raise UndecidedError(
                    Message("The function has no derivative at that point, as far as could be seen.")
                ) from error
            if singular:
                raise UndecidedError(Message("The function has no derivative at that point, as far as could be seen."))
            factorial = 1
            for n, (coefficient, value) in enumerate(zip(coefficients, values, strict=True)):
                factorial *= max(n, 1)
                gap = coefficient * factorial - ball.number(tree(value), {})
                if not gap.contains(0) or not gap.is_finite() or gap.rad() > 2.0**-60 * (1 + abs(coefficient.mid())):
                    raise UndecidedError(
                        Message("The derivative that was found could not be confirmed in a second way.")
                    )
                if not coefficient.imag.contains(0):
                    raise UndecidedError(Message("The function has no real value at that point."))

    def _on_graph(self, value: Symbolic) -> None:
        if self.height is not None and sympy.simplify(to_sympy(self.height) - value) != 0:
            raise UndecidedError(Message("The point does not lie on the graph."))


def at_point(function: Symbolic, symbol: Symbolic, at: Symbolic, order: int) -> Symbolic:
    """The derivative of an order at a point by SymPy."""
    value = sympy.diff(function, symbol, order).subs(symbol, at) if order else function.subs(symbol, at)
    if not value.is_number or value.has(sympy.zoo, sympy.nan, sympy.oo, sympy.Derivative, sympy.Subs):
        raise UndecidedError(Message("The function has no derivative at that point, as far as could be seen."))
    return value if value.is_Rational else tidy(value)


@dataclass(frozen=True, slots=True)
class ImplicitSlope:
    """dy/dx on a curve given by an equation, as a formula or at a point; `tangent`: the line there."""

    left: Node
    right: Node
    variable: str
    dependent: str
    point: tuple[Node, Node] | None = None
    tangent: bool = False

    def settle(self, find: Callable[[Symbolic, Symbolic, Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        letters = (self.variable, self.dependent)
        if names(self.left, frozenset(letters)) | names(self.right, frozenset(letters)) != set(letters):
            raise UndecidedError(Message("The equation must hold just the two letters of the curve."))
        symbols = {full: sympy.Symbol(full, real=True) for full in letters}
        x, y = (symbols[full] for full in letters)
        sides = [to_sympy(side, symbols=symbols, variables=frozenset(letters)) for side in (self.left, self.right)]
        curve = sides[0] - sides[1]
        if curve.count_ops() > MAX_OPERATIONS:
            raise UndecidedError(Message("Functions of this kind are not differentiated here."))
        slope = (find or by_partials)(curve, x, y)
        found = tree(slope)
        method = Message(
            "the partial derivatives by SymPy; along that direction the equation stays true to first order, in balls"
        )
        if self.point is None:
            self._confirm_formula(found)
            return Settled(formula(found), method, partial(steps.teach_implicit, self._solved(found, found)))
        at = [to_sympy(part) for part in self.point]
        value = slope.subs(dict(zip((x, y), at, strict=True)))
        if not value.is_number or value.has(sympy.zoo, sympy.nan, sympy.oo):
            raise UndecidedError(Message("The tangent is vertical there, or the curve has none."))
        value = value if value.is_Rational else tidy(value)
        self._confirm_at([ball_of(part) for part in self.point], tree(value))
        answer = tree(value)
        if self.tangent:
            line = sympy.expand(value * (sympy.Symbol(self.variable) - at[0]) + at[1])
            answer = equals(name(self.dependent), tree(line))
        return Settled(formula(answer), method, partial(steps.teach_implicit, self._solved(found, answer)))

    def _solved(self, slope: Node, found: Node) -> steps.SolvedImplicit:
        return steps.SolvedImplicit(self.left, self.right, self.variable, self.dependent, self.point, slope, found)

    def _first_order(self, at: list[acb], slope: acb) -> tuple[acb, acb, acb]:
        """The equation's value, its change along the slope, and along the second letter alone."""
        x, y = (ball.variable(part, 4) for part in at)
        moved = ball.Laurent(x.series * slope + (acb(at[1]) - acb(at[0]) * slope))
        along = {self.variable: x, self.dependent: moved}
        upward = {self.variable: ball.constant(at[0], 4), self.dependent: y}
        both = [ball.expand(side, along) for side in (self.left, self.right)]
        rising = [ball.expand(side, upward) for side in (self.left, self.right)]
        return (
            both[0].coefficient(0) - both[1].coefficient(0),
            both[0].coefficient(1) - both[1].coefficient(1),
            rising[0].coefficient(1) - rising[1].coefficient(1),
        )

    def _confirm_at(self, at: list[acb], value: Node) -> None:
        with ball.precisely(_PRECISION):
            height, along, upward = self._first_order(at, ball.number(value, {}))
            if not height.contains(0):
                raise UndecidedError(Message("The point does not lie on the curve."))
            if not along.contains(0) or upward.contains(0):
                raise UndecidedError(Message("The derivative that was found could not be confirmed in a second way."))

    def _confirm_formula(self, found: Node) -> None:
        """At points without a pattern: there the level curve through the point has that slope."""
        seen = 0
        with ball.precisely(_PRECISION):
            for pair in (
                ("7/5", "3/11"),
                ("23/9", "2/3"),
                ("1/13", "41/8"),
                ("19/17", "31/4"),
                ("5/3", "7/9"),
                ("11/4", "1/6"),
            ):
                at = [ball.enclose(part) for part in pair]
                try:
                    slope = ball.number(found, dict(zip((self.variable, self.dependent), at, strict=True)))
                    _, along, upward = self._first_order(at, slope)
                except (RefusedError, ZeroDivisionError, ValueError):
                    continue
                if not along.is_finite() or upward.contains(0):
                    continue
                if not along.contains(0):
                    raise UndecidedError(
                        Message("The derivative that was found could not be confirmed in a second way.")
                    )
                seen += 1
        if seen < 4:  # noqa: PLR2004 - most of the points
            raise UndecidedError(Message("The derivative that was found could not be confirmed in a second way."))


def ball_of(node: Node) -> acb:
    with ball.precisely(_PRECISION):
        return ball.number(node, {})


def by_partials(curve: Symbolic, x: Symbolic, y: Symbolic) -> Symbolic:
    """-F_x/F_y in lowest terms."""
    slope = sympy.together(-sympy.diff(curve, x) / sympy.diff(curve, y))
    if slope.has(sympy.zoo, sympy.nan, sympy.Derivative):
        raise UndecidedError(Message("The tangent is vertical there, or the curve has none."))
    return sympy.cancel(slope) if slope.is_rational_function() else sympy.factor_terms(slope)
