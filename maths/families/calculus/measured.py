"""What integrals measure: areas, volumes of revolution, lengths of graphs, average values, integrals over rectangles.

Routes: every integral by its own family, exactly and by quadrature with an error bound; where the graphs cross, by
SymPy, with the number of crossings from python-flint. An integral over a rectangle is taken in both orders.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import sympy
from flint import fmpq

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.calculus import measured_steps as steps
from maths.families.calculus.antiderivative import antiderivative
from maths.families.calculus.curve import count_zeros, zeros
from maths.families.calculus.integral import Integrate
from maths.families.calculus.measured_steps import Piece
from maths.families.doubtful import refuse_doubtful
from maths.families.numbers.arithmetic import tidy
from maths.families.routes import ball
from maths.families.routes.sampling import agree_as_derivative
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import minus, name, number, power, times
from maths.families.write import formula, tree
from maths.message import Message
from maths.read import read
from maths.tree import Call, Name, Negative, Number, Power, Product, Quotient, Sum, names, walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

_PRECISION = 160
MAX_PIECES = 8
_SLICES = 301  # of an interval that is searched for crossings


@dataclass(frozen=True, slots=True)
class Measured:
    """`kind`: "area" between two graphs (`other` is the axis when zero), "volume_x", "volume_y", "average", "length".

    Without `low` and `high` the region is what the graphs enclose. `above`: the area under a graph is asked, which
    means one thing only where the graph does not go below the axis.
    """

    kind: str
    body: Node
    other: Node
    variable: str
    low: Node | None = None
    high: Node | None = None
    above: bool = False

    def settle(self, find: Callable[[Symbolic, Symbolic], list[Symbolic]] | None = None) -> Settled:
        """`find` stands in for the search for crossings in tests."""
        for part in (self.body, self.other):
            refuse_doubtful(part)
            if names(part, frozenset({self.variable})) - {self.variable}:
                raise UndecidedError(Message("The values of the letters in the expression are not given."))
        symbol = sympy.Symbol(self.variable, real=True)
        both = [
            to_sympy(part, symbols={self.variable: symbol}, variables=frozenset({self.variable}))
            for part in (self.body, self.other)
        ]
        low, high, inner = self._ends(both, symbol, find or zeros)
        if not low < high:
            raise UndecidedError(Message("The ends of the interval are in the wrong order."))
        if self.kind == "length":
            pieces = [self._piece(self._length_body(both[0], symbol), low, high, 1)]
        elif self.kind == "average":
            pieces = [self._piece(self.body, low, high, 1)]
        else:
            pieces = self._signed(both, symbol, [low, *inner, high])
        total = sympy.Add(*[piece.sign * piece.value for piece in pieces])
        factor = {"volume_x": sympy.pi, "volume_y": 2 * sympy.pi, "average": 1 / (high - low)}.get(
            self.kind, sympy.S.One
        )
        value = sympy.expand(factor * total)
        value = value if value.is_Rational else tidy(value)
        taught = steps.Taught(
            self.kind, self.body, self.other, self.variable, low, high, tuple(inner), tuple(pieces), factor, value
        )
        method = Message(
            "every integral exactly and by quadrature with an error bound; the crossings counted by python-flint"
        )
        return Settled(formula(tree(value)), method, partial(steps.teach, taught))

    def _ends(
        self, both: list[Symbolic], symbol: Symbolic, find: Callable[[Symbolic, Symbolic], list[Symbolic]]
    ) -> tuple[Symbolic, Symbolic, list[Symbolic]]:
        if self.low is not None and self.high is not None:
            low, high = to_sympy(self.low), to_sympy(self.high)
            if any(not end.is_number or end.is_real is not True or not end.is_finite for end in (low, high)):
                raise UndecidedError(Message("The ends of the interval are not numbers."))
            if self.kind in {"average", "length"}:
                return low, high, []
            crossings = self._crossings(both, symbol, find, (low, high))
            return low, high, [c for c in crossings if low < c < high]
        if self.kind in {"average", "length"}:
            raise UndecidedError(Message("It is not said from where to where."))
        crossings = self._crossings(both, symbol, find, None)
        if not 2 <= len(crossings) <= MAX_PIECES:  # noqa: PLR2004 - two ends
            raise UndecidedError(Message("The graphs do not enclose a region."))
        return crossings[0], crossings[-1], crossings[1:-1]

    def _crossings(
        self,
        both: list[Symbolic],
        symbol: Symbolic,
        find: Callable[[Symbolic, Symbolic], list[Symbolic]],
        ends: tuple[Symbolic, Symbolic] | None,
    ) -> list[Symbolic]:
        gap = both[0] - both[1]
        if not gap.has(symbol):
            return []
        try:
            return _counted(sympy.together(gap).as_numer_denom()[0], symbol, find)
        except UndecidedError:
            if ends is None:
                raise
            if self._is_apart(ends):
                return []
            return self._between(gap, symbol, ends)

    def _between(self, gap: Symbolic, symbol: Symbolic, ends: tuple[Symbolic, Symbolic]) -> list[Symbolic]:
        """Crossings between two ends by SymPy; balls show that each is single and that there are no others."""
        found = sympy.solveset(gap, symbol, sympy.Interval(*ends))
        if not isinstance(found, sympy.FiniteSet) or len(found) > MAX_PIECES:
            raise UndecidedError(Message("Where the graphs cross was not found."))
        roots = sorted(found, key=lambda root: root.evalf(40))
        with ball.precisely(_PRECISION):
            node, slope = minus(self.body, self.other), tree(sympy.diff(gap, symbol))
            low, high, *known = (ball.number(tree(at), {}).real for at in (*ends, *roots))
            width = (high - low) / _SLICES
            for n in range(_SLICES):
                part = (low + width * n).union(low + width * (n + 1))
                near = sum(1 for root in known if not (root < part or root > part))
                value = ball.number(node, {self.variable: part}).real
                steep = ball.number(slope, {self.variable: part}).real
                if value.contains(0) and (not near or steep.contains(0)):
                    raise UndecidedError(Message("Where the graphs cross was not found."))
        return roots

    def _is_apart(self, ends: tuple[Symbolic, Symbolic]) -> bool:
        """Whether balls over small parts of the interval show that the graphs never meet inside."""
        gap = minus(self.body, self.other)
        with ball.precisely(_PRECISION):
            low, high = (ball.number(tree(end), {}).real for end in ends)
            found = set()
            for n in range(200):
                left, right = low + (high - low) * n / 200, low + (high - low) * (n + 1) / 200
                try:
                    value = ball.number(gap, {self.variable: left.union(right)}).real
                except (RefusedError, ZeroDivisionError, ValueError):
                    return False
                found.add(1 if value > 0 else -1 if value < 0 else 0)
        return len(found) == 1 and 0 not in found

    def _signed(self, both: list[Symbolic], symbol: Symbolic, stops: list[Symbolic]) -> list[Piece]:
        pieces = []
        for a, b in itertools.pairwise(stops):
            middle = self._middle(a, b)
            upper, lower = (ball_at(part, self.variable, middle) for part in (self.body, self.other))
            if not (upper > lower or upper < lower):
                raise UndecidedError(Message("The sign could not be told."))
            sign = 1 if upper > lower else -1
            if self.above and sign < 0:
                raise UndecidedError(
                    Message("The graph goes below the axis: is the area there counted as positive or as negative?")
                )
            body = self.body
            if self.other != number(0):
                body = minus(self.body, self.other) if sign > 0 else minus(self.other, self.body)
            if self.kind == "volume_x":
                self._refuse_across(both, symbol, a, b, (upper, lower))
                body = (
                    minus(power(self.body, 2), power(self.other, 2)) if self.other != number(0) else power(self.body, 2)
                )
                sign = 1 if abs(upper) > abs(lower) else -1
            else:
                sign = sign if self.other == number(0) else 1
            if self.kind == "volume_y":
                if a < 0:
                    raise UndecidedError(Message("The region lies on both sides of the axis of rotation."))
                body = times(name(self.variable), body)
            pieces.append(self._piece(body, a, b, sign))
        return pieces

    def _refuse_across(
        self, both: list[Symbolic], symbol: Symbolic, a: Symbolic, b: Symbolic, at: tuple[Symbolic, Symbolic]
    ) -> None:
        """A region on both sides of the axis covers itself when it turns."""
        if self.other == number(0):
            return
        for part in both:
            if part.has(symbol) and any(
                a < zero < b for zero in zeros(sympy.together(part).as_numer_denom()[0], symbol)
            ):
                raise UndecidedError(Message("The region lies on both sides of the axis of rotation."))
        if (at[0] > 0 and at[1] < 0) or (at[0] < 0 and at[1] > 0):
            raise UndecidedError(Message("The region lies on both sides of the axis of rotation."))

    def _middle(self, a: Symbolic, b: Symbolic) -> fmpq:
        middle = sympy.Rational(round(((a + b) / 2).evalf(30) * 10**9), 10**9)
        return fmpq(int(middle.p), int(middle.q))

    def _piece(self, body: Node, a: Symbolic, b: Symbolic, sign: int) -> Piece:
        settled = Integrate(body, self.variable, tree(a), tree(b)).settle()
        value = to_sympy(read(settled.answer.typed)) if settled.hear is None else None
        if value is None:
            raise UndecidedError(Message("The integral diverges, so there is no such measure."))
        return Piece(body, a, b, sign, value, settled)

    def _length_body(self, function: Symbolic, symbol: Symbolic) -> Node:
        slope = sympy.diff(function, symbol)
        inside = sympy.factor(sympy.simplify(1 + slope**2))
        return Call("sqrt", (tree(inside),))


def _counted(value: Symbolic, symbol: Symbolic, find: Callable[[Symbolic, Symbolic], list[Symbolic]]) -> list[Symbolic]:
    found = find(value, symbol)
    if len(set(found)) != count_zeros(value, symbol):
        raise UndecidedError(Message("The two ways of calculating it do not agree."))
    return found


def ball_at(node: Node, variable: str, at: fmpq) -> Symbolic:
    with ball.precisely(_PRECISION):
        try:
            return ball.number(node, {variable: at}).real
        except (RefusedError, ZeroDivisionError, ValueError) as error:
            raise UndecidedError(Message("The function is not defined everywhere there.")) from error


@dataclass(frozen=True, slots=True)
class Iterated:
    """A double integral: inside over `inner` between bounds that may hold the outer letter."""

    body: Node
    inner: tuple[str, Node, Node]
    outer: tuple[str, Node, Node]

    def settle(self, find: Callable[[Symbolic, Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        refuse_doubtful(self.body)
        first, middle = self._value(self.inner, self.outer, find or antiderivative)
        is_rectangle = not names(self.inner[1]) and not names(self.inner[2])
        if is_rectangle:
            second, _ = self._value(self.outer, self.inner, antiderivative)
            if sympy.simplify(first - second) != 0:
                raise UndecidedError(Message("The two ways of integrating it do not agree."))
        method = (
            Message(
                "integrated in both orders; each antiderivative differentiated back, the outer integral also "
                "by quadrature"
            )
            if is_rectangle
            else Message("each antiderivative differentiated back, the outer integral also by quadrature")
        )
        value = tree(first)
        solved = steps.SolvedIterated(self.body, self.inner, self.outer, middle, value)
        return Settled(formula(value), method, partial(steps.teach_iterated, solved))

    def _value(
        self,
        inner: tuple[str, Node, Node],
        outer: tuple[str, Node, Node],
        find: Callable[[Symbolic, Symbolic], Symbolic],
    ) -> tuple[Symbolic, Node]:
        letters = tuple(sorted({inner[0], outer[0]} | names(self.body)))
        if len(letters) > 2 or inner[0] == outer[0] or (names(inner[1]) | names(inner[2])) - {outer[0]}:  # noqa: PLR2004
            raise UndecidedError(Message("The integrand holds other letters whose values are not given."))
        symbols = {full: sympy.Symbol(full, real=True) for full in letters}
        function = to_sympy(self.body, symbols=symbols, variables=frozenset(letters))
        primitive = find(function, symbols[inner[0]])
        if not agree_as_derivative(tree(primitive), self.body, letters, inner[0], 1):
            raise UndecidedError(Message("The antiderivative could not be confirmed by differentiating it."))
        ends = [to_sympy(end, symbols=symbols) for end in inner[1:]]
        between = sympy.expand(primitive.subs(symbols[inner[0]], ends[1]) - primitive.subs(symbols[inner[0]], ends[0]))
        if between.has(sympy.oo, sympy.zoo, sympy.nan) or not _is_smooth(self.body):
            raise UndecidedError(Message("Improper integrals of this kind are not decided yet."))
        middle = tree(between)
        if not names(middle):
            value = sympy.expand(between * (to_sympy(outer[2]) - to_sympy(outer[1])))
            return value if value.is_Rational else tidy(value), middle
        settled = Integrate(middle, outer[0], outer[1], outer[2]).settle()
        return to_sympy(read(settled.answer.typed)), middle


def _is_smooth(node: Node) -> bool:
    """Whether it is built of polynomials, exponentials, sines and cosines: continuous everywhere."""
    for part in walk(node):
        match part:
            case Number() | Name() | Sum() | Product() | Negative():
                continue
            case Power(exponent=Number(value=value)) if value >= 0 and value.denominator == 1:
                continue
            case Power(base=Name(name="e")):
                continue
            case Quotient(denominator=Number()):
                continue
            case Call(function="sin" | "cos" | "exp"):
                continue
        return False
    return True
