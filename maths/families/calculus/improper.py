"""Integrals to infinity or over a place where the function has no value: a limit of integrals, or divergent.

Routes: SymPy's antiderivative and its limits at the ends, each limit by its own two routes; the antiderivative is
differentiated back, and its differences are compared with rigorous quadrature between the ends. A function with a
gap between the bounds is integrated on both sides of it: one part that diverges makes the whole divergent.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import sympy
from flint import acb, fmpq

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.calculus.antiderivative import antiderivative
from maths.families.calculus.improper_steps import Improper, teach
from maths.families.calculus.limit import TakeLimit
from maths.families.numbers.arithmetic import tidy
from maths.families.routes import analytic, ball
from maths.families.routes.sampling import agree_as_derivative
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import number
from maths.families.words_of import heard
from maths.families.write import formula, tree
from maths.message import Formula, Message
from maths.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

MAX_GAPS = 4
_PRECISION = 160
_FAR = 1000  # how far the quadrature goes out
_CLOSE = fmpq(1, 1000)  # how near it comes to an end where the function has no value
DIVERGES = Formula("diverges", r"\text{diverges}")


@dataclass(frozen=True, slots=True)
class ImproperIntegral:
    body: Node
    variable: str
    lower: Node
    upper: Node

    def settle(self, find: Callable[[Symbolic, Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        symbol = sympy.Symbol(self.variable, real=True)
        function = to_sympy(self.body, symbols={self.variable: symbol}, variables=frozenset({self.variable}))
        ends = [to_sympy(end) for end in (self.lower, self.upper)]
        if any(end.free_symbols for end in ends) or not ends[0] < ends[1] or function.free_symbols != {symbol}:
            raise UndecidedError(Message("Improper integrals of this kind are not decided yet."))
        stops = [ends[0], *self._gaps(function, symbol, ends), ends[1]]
        found = (find or antiderivative)(function, symbol)
        primitive = tree(found)
        if not agree_as_derivative(primitive, self.body, (self.variable,), self.variable, 1):
            raise UndecidedError(Message("The antiderivative could not be confirmed by differentiating it."))
        parts = list(itertools.pairwise(stops))
        limits = []
        for low, high in parts:
            self._confirm_between(primitive, low, high)
            limits.append((self._limit(found, symbol, low, "+"), self._limit(found, symbol, high, "-")))
        improper = Improper(self.body, self.variable, self.lower, self.upper, primitive, tuple(parts), tuple(limits))
        infinite = [value for pair in limits for value in pair if value in (sympy.oo, -sympy.oo)]
        method = Message(
            "the limits of an antiderivative, each by two routes; and rigorous quadrature between the ends"
        )
        if infinite:
            return Settled(DIVERGES, method, partial(teach, improper, None), hear=partial(heard, "diverges"))
        value = sympy.Add(*[high - low for low, high in limits])
        value = value if value.is_Rational else tidy(value)
        return Settled(formula(tree(value)), method, partial(teach, improper, tree(value)))

    def _gaps(self, function: Symbolic, symbol: Symbolic, ends: list[Symbolic]) -> list[Symbolic]:
        """The zeros of what is divided by, strictly between the ends."""
        below = sympy.together(function).as_numer_denom()[1]
        if not below.is_polynomial(symbol):
            singular = sympy.singularities(function, symbol, sympy.Interval.open(*ends))
            if singular is not sympy.S.EmptySet:
                raise UndecidedError(Message("Improper integrals of this kind are not decided yet."))
            return []
        zeros = list(sympy.real_roots(sympy.Poly(below, symbol), multiple=False)) if below.has(symbol) else []
        inside = [root for root, _ in zeros if ends[0] < root < ends[1]]
        if len(inside) > MAX_GAPS or any(root.has(sympy.CRootOf) for root in inside):
            raise UndecidedError(Message("Improper integrals of this kind are not decided yet."))
        return sorted(inside, key=lambda root: root.evalf(40))

    def _limit(self, found: Symbolic, symbol: Symbolic, at: Symbolic, side: str) -> Symbolic:
        """At a finite end the variable is counted from there, so that going near it loses no digits."""
        if at in (sympy.oo, -sympy.oo):
            settled = TakeLimit(tree(found), self.variable, tree(at), "").settle()
        elif not found.subs(symbol, symbol + at).has(symbol):
            return found.subs(symbol, at)
        else:
            settled = TakeLimit(tree(found.subs(symbol, symbol + at)), self.variable, number(0), side).settle()
        return to_sympy(read(settled.answer.typed))

    def _confirm_between(self, primitive: Node, low: Symbolic, high: Symbolic) -> None:
        """Quadrature strictly inside the part equals the difference of the antiderivative there."""
        with ball.precisely(_PRECISION):
            left, right = _inside(low, high)
            cuts = [left, (left + right) / 2, right] if right - left < 20 else [left, left + 2, right]  # noqa: PLR2004
            for start, end in itertools.pairwise(cuts):
                try:
                    area = analytic.integral(self.body, self.variable, acb(start), acb(end))
                    ends = [ball.number(primitive, {self.variable: at}) for at in (start, end)]
                except (RefusedError, ZeroDivisionError, ValueError) as error:
                    raise UndecidedError(Message("Improper integrals of this kind are not decided yet.")) from error
                gap = area - (ends[1] - ends[0])
                if not area.is_finite() or not gap.contains(0) or gap.rad() > (1 + abs(area.mid())) * 2.0**-40:
                    raise UndecidedError(Message("The two ways of integrating it do not agree."))


def _inside(low: Symbolic, high: Symbolic) -> tuple[fmpq, fmpq]:
    left = None if low == -sympy.oo else _rational(low) + _CLOSE
    right = None if high == sympy.oo else _rational(high) - _CLOSE
    if left is None:
        left = (right if right is not None else fmpq(0)) - _FAR // 20
    if right is None:
        right = left + _FAR // 10
    if left >= right:
        raise UndecidedError(Message("Improper integrals of this kind are not decided yet."))
    return left, right


def _rational(value: Symbolic) -> fmpq:
    rounded = sympy.Rational(round(value.evalf(40) * 10**15), 10**15) if not value.is_Rational else value
    return fmpq(int(rounded.p), int(rounded.q))
