"""Antiderivatives and definite integrals.

Routes: SymPy finds an antiderivative; the Taylor series of what is typed, differentiated on balls, gives the
integrand back at points of both signs. A definite integral is also computed by rigorous quadrature.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.calculus.antiderivative import antiderivative
from maths.families.calculus.improper import ImproperIntegral
from maths.families.calculus.integral_steps import Integrated, teach
from maths.families.doubtful import refuse_doubtful
from maths.families.numbers.arithmetic import tidy
from maths.families.routes import analytic, ball
from maths.families.routes.sampling import agree_as_derivative
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import name, number, plus, replace
from maths.families.write import formula, tree
from maths.message import Message
from maths.tree import Sum, is_infinite, names
from maths.verdict import Standing, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

MAX_OPERATIONS = 60
_PRECISION = 160
_SHARP = 60  # bits of the quadrature that must be right


@dataclass(frozen=True, slots=True)
class Integrate:
    """Bounds both given or both None."""

    body: Node
    variable: str
    lower: Node | None = None
    upper: Node | None = None

    def settle(self, find: Callable[[Symbolic, Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        for part in (self.body, self.lower, self.upper):
            if part is not None and not is_infinite(part):
                refuse_doubtful(part)
        if self.lower is not None and self.upper is not None and (is_infinite(self.lower) or is_infinite(self.upper)):
            return ImproperIntegral(self.body, self.variable, self.lower, self.upper).settle(find)
        letters = tuple(sorted(names(self.body, frozenset({self.variable})) | {self.variable}))
        symbols = {letter: sympy.Symbol(letter, real=True) for letter in letters}
        symbol = symbols[self.variable]
        function = to_sympy(self.body, symbols=symbols, variables=frozenset({self.variable}))
        if not isinstance(function, sympy.Expr) or function.is_Matrix or function.count_ops() > MAX_OPERATIONS:
            raise UndecidedError(Message("Functions of this kind are not integrated here."))
        if self.lower is not None and self.upper is not None and _has_gap(function, symbol, self.lower, self.upper):
            return ImproperIntegral(self.body, self.variable, self.lower, self.upper).settle(find)
        found = (find or antiderivative)(function, symbol)
        primitive = tree(found)
        if not agree_as_derivative(primitive, self.body, letters, self.variable, 1):
            raise UndecidedError(Message("The antiderivative could not be confirmed by differentiating it."))
        integrated = Integrated(self.body, self.variable, self.lower, self.upper, function, symbol, found)
        if self.lower is None or self.upper is None:
            constant = "C" if "C" not in letters else "K"
            answer = plus(*_terms(primitive), name(constant))
            method = Message("the antiderivative was differentiated and gives the function back at every point tried")
            return Settled(
                formula(answer),
                method,
                lambda level: teach(integrated, answer, None, level),
                judge=partial(_judge, self, letters),
            )
        if len(letters) > 1:
            raise UndecidedError(Message("The integrand holds other letters whose values are not given."))
        value = tree(_between(found, symbol, self.lower, self.upper))
        _confirm_area(self.body, self.variable, self.lower, self.upper, value)
        method = Message("by an antiderivative, and again by numerical integration with an error bound")
        return Settled(formula(value), method, lambda level: teach(integrated, primitive, value, level))


def _judge(task: Integrate, letters: tuple[str, ...], given: Node) -> Verdict:
    """Symbolic antiderivative with an arbitrary constant is right."""
    extra = sorted(names(given) - set(letters))
    if len(extra) > 1 or any(len(letter) > 1 for letter in extra):
        return Verdict(Standing.UNCHECKED, None, Message("The answer holds letters that the problem does not."))
    without = replace(given, dict.fromkeys(extra, number(0)))
    if not agree_as_derivative(without, task.body, letters, task.variable, 1):
        return Verdict(Standing.REFUTED, None, Message("Its derivative is not the function that was to be integrated."))
    if not extra:
        return Verdict(
            Standing.UNCHECKED, None, Message("It is an antiderivative, but the constant of integration is missing.")
        )
    return Verdict(Standing.VERIFIED, Message("the derivative of the answer is the function, at every point tried"))


def _has_gap(function: Symbolic, symbol: Symbolic, lower: Node, upper: Node) -> bool:
    """Whether the function grows beyond all bounds at an end, or what is divided by is zero in between."""
    ends = [to_sympy(end) for end in (lower, upper)]
    if function.free_symbols != {symbol} or any(not end.is_number for end in ends):
        return False
    if any(function.subs(symbol, end).has(sympy.zoo, sympy.nan, sympy.oo) for end in ends):
        return True
    below = sympy.together(function).as_numer_denom()[1]
    if not below.has(symbol) or not below.is_polynomial(symbol):
        return False
    return any(min(ends) < root < max(ends) for root in sympy.real_roots(sympy.Poly(below, symbol)))


def _terms(node: Node) -> tuple[Node, ...]:
    return node.terms if isinstance(node, Sum) else (node,)


def _between(found: Symbolic, symbol: Symbolic, lower: Node, upper: Node) -> Symbolic:
    ends = [to_sympy(end) for end in (lower, upper)]
    if any(end.free_symbols for end in ends):
        raise UndecidedError(Message("The bounds of the integral are not numbers."))
    low, high = (found.subs(symbol, end) for end in ends)
    value = high - low
    if value.has(sympy.oo, -sympy.oo, sympy.zoo, sympy.nan):
        raise UndecidedError(Message("Improper integrals are not decided yet."))
    return value if value.is_Rational else tidy(value)


def _confirm_area(body: Node, variable: str, lower: Node, upper: Node, value: Node) -> None:
    with ball.precisely(_PRECISION):
        low, high = ball.number(lower, {}), ball.number(upper, {})
        area = analytic.integral(body, variable, low, high)
        gap = area - ball.number(value, {})
        if not area.is_finite():
            raise UndecidedError(Message("The function is not continuous between the bounds, as far as could be seen."))
        if not gap.contains(0):
            raise UndecidedError(Message("The two ways of integrating it do not agree."))
        if gap.rad() > (1 + abs(area.mid())) * 2**-_SHARP:
            raise UndecidedError(Message("The integral could not be confirmed sharply enough."))
