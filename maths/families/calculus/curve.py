"""The shape of a graph: where it rises and falls, its highest and lowest points, where it bends the other way.

Routes: SymPy finds the zeros of a derivative exactly, python-flint counts them; between them the function itself, in
balls straight from the text, says which way it goes.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import sympy
from flint import arb, fmpq, fmpq_poly

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.calculus import curve_steps as steps
from maths.families.doubtful import refuse_doubtful
from maths.families.numbers.arithmetic import tidy
from maths.families.routes import ball
from maths.families.routes.roots import distinct_real
from maths.families.settled import Settled, UndecidedError
from maths.families.write import formula, listed, tree
from maths.message import Formula, Message
from maths.tree import Collection, Interval, Kind, Name, Negative, SetOperation, names

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

MAX_OPERATIONS = 60
_PRECISION = 200


@dataclass(frozen=True, slots=True)
class Curve:
    """What is asked of a graph.

    `asked` names it, in the order of the answer: `critical`, `increasing`, `decreasing`, `maximum`,
    `minimum` (values), `maximum_at`, `minimum_at`, `inflection`, `convex`, `concave`, `mean` (the c of the mean value
    theorem), `greatest`, `least` (of all values on the line). `low` and `high` are the ends of the closed interval
    where one is given.
    """

    body: Node
    variable: str
    asked: tuple[str, ...]
    low: Node | None = None
    high: Node | None = None

    def settle(self, find: Callable[[Symbolic, Symbolic], list[Symbolic]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        refuse_doubtful(self.body)
        if names(self.body, frozenset({self.variable})) != {self.variable}:
            raise UndecidedError(Message("The values of the letters in the expression are not given."))
        symbol = sympy.Symbol(self.variable, real=True)
        function = to_sympy(self.body, symbols={self.variable: symbol}, variables=frozenset({self.variable}))
        if not isinstance(function, sympy.Expr) or function.is_Matrix or function.count_ops() > MAX_OPERATIONS:
            raise UndecidedError(Message("Graphs of functions of this kind are not studied here."))
        bends = bool({"inflection", "convex", "concave"} & set(self.asked))
        studied = self._study(function, symbol, 2 if bends else 1, find or zeros)
        found = [self._answer(kind, studied) for kind in self.asked]
        method = Message(
            "the zeros of the derivative by SymPy, counted by python-flint; between them the function itself in balls"
        )
        return Settled(
            listed(found) if len(found) > 1 else found[0], method, partial(steps.teach, studied, tuple(found))
        )

    def _study(
        self, function: Symbolic, symbol: Symbolic, order: int, find: Callable[[Symbolic, Symbolic], list[Symbolic]]
    ) -> steps.Studied:
        derivative = sympy.diff(function, symbol, order)
        low, high = (None if end is None else _end(end) for end in (self.low, self.high))
        target = sympy.S.Zero
        if "mean" in self.asked:
            if low is None or high is None:
                raise UndecidedError(Message("The mean value theorem needs an interval."))
            target = sympy.radsimp((function.subs(symbol, high) - function.subs(symbol, low)) / (high - low))
        gap = sympy.together(derivative - target)
        above, below = gap.as_numer_denom()
        poles = zeros(below, symbol)
        poles += [p for p in zeros(sympy.together(function).as_numer_denom()[1], symbol) if p not in poles]
        every = find(above, symbol)
        if len(set(every)) != count_zeros(above, symbol):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        zeros_found = [zero for zero in every if zero not in poles]
        self._confirm_zeros(zeros_found, order, target)
        inside = [z for z in zeros_found if (low is None or z > low) and (high is None or z < high)]
        walls = [p for p in poles if (low is None or p >= low) and (high is None or p <= high)]
        if walls and (low is not None or high is not None):
            raise UndecidedError(Message("The function is not continuous on the whole interval."))
        stops = sorted({*inside, *walls}, key=lambda value: value.evalf(60))
        signs = self._signs(stops, low, high, order, target)
        return steps.Studied(
            self.body, self.variable, function, symbol, derivative, order, tuple(inside), tuple(walls), tuple(stops),
            tuple(signs), low, high, self.asked, target,
        )  # fmt: skip

    def _confirm_zeros(self, found: list[Symbolic], order: int, target: Symbolic) -> None:
        """The Taylor series of the function at each zero must lack that term."""
        with ball.precisely(_PRECISION):
            for zero in found:
                try:
                    at = ball.variable(ball.number(tree(zero), {}), order + 3)
                    value = ball.expand(self.body, {self.variable: at}).coefficient(order)
                except (RefusedError, ZeroDivisionError, ValueError) as error:
                    raise UndecidedError(Message("The function is not defined everywhere there.")) from error
                if not (value - ball.number(tree(target), {})).contains(0):
                    raise UndecidedError(Message("The two ways of calculating it do not agree."))

    def _signs(
        self, stops: list[Symbolic], low: Symbolic | None, high: Symbolic | None, order: int, target: Symbolic
    ) -> list[int]:
        """On every part between neighbouring stops: whether the function rises (order 1) or bends up (order 2)."""
        with ball.precisely(_PRECISION):
            cuts = [_rational_between(a, b) for a, b in _parts(stops, low, high)]
            return [self._sign(first, second, order, target) for first, second in cuts]

    def _sign(self, first: fmpq, second: fmpq, order: int, target: Symbolic) -> int:
        try:
            values = [self._value(fmpq(first * (2 - k) + second * k) / 2) for k in range(3)]
        except RefusedError as error:
            raise UndecidedError(Message("The function is not defined everywhere there.")) from error
        if order == 1:
            shift = arb(second - first) * ball.number(tree(target), {}).real
            change = values[2] - values[0] - shift
        else:
            change = values[0] + values[2] - 2 * values[1]
        if change.contains(0):
            raise UndecidedError(Message("The sign could not be told."))
        return 1 if change > 0 else -1

    def _value(self, at: fmpq) -> arb:
        found = ball.number(self.body, {self.variable: at})
        if not found.is_finite() or not found.imag.contains(0):
            raise UndecidedError(Message("The function is not defined everywhere there."))
        return found.real

    def _answer(self, kind: str, studied: steps.Studied) -> Formula:
        match kind:
            case "critical" | "mean":
                if not studied.zeros:
                    raise UndecidedError(Message("There is no such point."))
                return listed(formula(tree(zero)) for zero in studied.zeros)
            case "increasing" | "convex":
                return self._intervals(studied, 1)
            case "decreasing" | "concave":
                return self._intervals(studied, -1)
            case "inflection":
                points = studied.turns(0)
                if not points:
                    raise UndecidedError(Message("There is no such point."))
                return listed(
                    formula(Collection(Kind.TUPLE, (tree(p), tree(self._height(studied, p))))) for p in points
                )
            case "greatest" | "least":
                return self._everywhere(kind, studied)
        return self._extreme(kind, studied)

    def _everywhere(self, kind: str, studied: steps.Studied) -> Formula:
        """The greatest (least) value on the whole line: up before the first turn and down after the last one."""
        sign = 1 if kind == "greatest" else -1
        if studied.walls or not studied.zeros or studied.signs[0] != sign or studied.signs[-1] != -sign:
            raise UndecidedError(Message("There is no greatest or least value, or it could not be found."))
        points = studied.turns(sign)
        with ball.precisely(_PRECISION):
            heights = [sign * ball.number(self.body, {self.variable: ball.number(tree(p), {})}).real for p in points]
            exact = [self._height(studied, point) for point in points]
            best = 0
            for n in range(1, len(points)):
                if exact[n] != exact[best] and heights[n] > heights[best]:
                    best = n
                elif exact[n] != exact[best] and not heights[n] < heights[best]:
                    raise UndecidedError(Message("The sign could not be told."))
        return formula(tree(exact[best]))

    def _extreme(self, kind: str, studied: steps.Studied) -> Formula:
        """A local extremum, or the absolute one on a closed interval."""
        sign = 1 if kind.startswith("maximum") else -1
        if studied.low is not None and studied.high is not None:
            points = self._absolute(studied, sign)
        else:
            points = studied.turns(sign)
        if not points:
            raise UndecidedError(Message("There is no such point."))
        if kind.endswith("_at"):
            return listed(formula(tree(point)) for point in points)
        values = list(dict.fromkeys(self._height(studied, point) for point in points))
        return listed(formula(tree(value)) for value in values)

    def _absolute(self, studied: steps.Studied, sign: int) -> list[Symbolic]:
        """Where the value at the ends and the zeros of the derivative is greatest (least): balls that do not touch."""
        candidates = [studied.low, *studied.zeros, studied.high]
        with ball.precisely(_PRECISION):
            heights = [
                sign * ball.number(self.body, {self.variable: ball.number(tree(c), {})}).real for c in candidates
            ]
            exact = [self._height(studied, c) for c in candidates]
            best = [0]
            for n in range(1, len(candidates)):
                if exact[n] == exact[best[0]]:
                    best.append(n)
                elif heights[n] > heights[best[0]]:
                    best = [n]
                elif not heights[n] < heights[best[0]]:
                    raise UndecidedError(Message("The sign could not be told."))
        return [candidates[n] for n in best]

    def _height(self, studied: steps.Studied, point: Symbolic) -> Symbolic:
        value = studied.function.subs(studied.symbol, point)
        value = sympy.expand(value) if value.is_number else value
        value = value if value.is_Rational else tidy(sympy.radsimp(value))
        with ball.precisely(_PRECISION):
            again = ball.number(self.body, {self.variable: ball.number(tree(point), {})})
            if not (again - ball.number(tree(value), {})).contains(0):
                raise UndecidedError(Message("The two ways of calculating it do not agree."))
        return value

    def _intervals(self, studied: steps.Studied, sign: int) -> Formula:
        """Open intervals; neighbours of one kind that meet at a point of the domain are one interval."""
        parts: list[list[Symbolic]] = []
        for (a, b), found in zip(_parts(list(studied.stops), studied.low, studied.high), studied.signs, strict=True):
            if found != sign:
                continue
            if parts and parts[-1][1] == a and a not in studied.walls:
                parts[-1][1] = b
            else:
                parts.append([a, b])
        if not parts:
            raise UndecidedError(Message("There is no such interval."))
        intervals = [Interval(_shown(a, -1), _shown(b, 1), left_open=True, right_open=True) for a, b in parts]
        return formula(intervals[0] if len(intervals) == 1 else SetOperation("union", tuple(intervals)))


def _shown(end: Symbolic | None, side: int) -> Node:
    if end is not None:
        return tree(end)
    return Name("oo") if side > 0 else Negative(Name("oo"))


def _end(node: Node) -> Symbolic:
    value = to_sympy(node)
    if not value.is_number or value.is_real is not True or not value.is_finite:
        raise UndecidedError(Message("The ends of the interval are not numbers."))
    return value


def _parts(
    stops: list[Symbolic], low: Symbolic | None, high: Symbolic | None
) -> list[tuple[Symbolic | None, Symbolic | None]]:
    ends = [low, *stops, high]
    return list(itertools.pairwise(ends))


def _rational_between(a: Symbolic | None, b: Symbolic | None) -> tuple[fmpq, fmpq]:
    """Two rational points inside an open interval."""
    left = _near(a) if a is not None else (_near(b) - 3 if b is not None else fmpq(-1))
    right = _near(b) if b is not None else left + 3
    width = right - left
    if width <= 0:
        raise UndecidedError(Message("The sign could not be told."))
    return left + width / 3, right - width / 3


def _near(value: Symbolic) -> fmpq:
    if value.is_Rational:
        return fmpq(int(value.p), int(value.q))
    rounded = sympy.Rational(round(value.evalf(40) * 10**12), 10**12)
    return fmpq(int(rounded.p), int(rounded.q))


def zeros(value: Symbolic, symbol: Symbolic) -> list[Symbolic]:
    """All real zeros, exactly and in order, of a product of polynomials (also in a square root) and exponentials."""
    letter, polynomials = _polynomials(value, symbol)
    found = {sympy.radsimp(root) for poly in polynomials for root in sympy.real_roots(poly)}
    if any(root.has(sympy.CRootOf) for root in found):
        raise UndecidedError(Message("The derivative has zeros that cannot be written with roots."))
    if letter != symbol:
        found = {root**2 for root in found if root >= 0}
    return sorted(found, key=lambda zero: zero.evalf(60))


def count_zeros(value: Symbolic, symbol: Symbolic) -> int:
    """How many different real zeros there are, by python-flint."""
    letter, polynomials = _polynomials(value, symbol)
    product = fmpq_poly([1])
    for poly in polynomials:
        product *= fmpq_poly([fmpq(int(c.p), int(c.q)) for c in reversed(poly.all_coeffs())])
    real = [root.real for root in distinct_real(product)]
    return len(real) if letter == symbol else len([root for root in real if root > 0 or root.contains(0)])


def _polynomials(value: Symbolic, symbol: Symbolic) -> tuple[Symbolic, list[Symbolic]]:
    """The factors that may vanish, as polynomials in the letter, or in its square root."""
    letter = symbol
    if value.has(sympy.sqrt(symbol)):
        letter = sympy.Symbol("u_", nonnegative=True)
        value = value.subs(symbol, letter**2)
    found = []
    for factor in sympy.Mul.make_args(sympy.factor(value)):
        base = factor.base if factor.is_Pow else factor
        if not base.has(letter) or isinstance(base, sympy.exp):
            continue
        if not base.is_polynomial(letter) or any(not c.is_Rational for c in sympy.Poly(base, letter).all_coeffs()):
            raise UndecidedError(Message("Graphs of functions of this kind are not studied here."))
        found.append(sympy.Poly(base, letter))
    return letter, found
