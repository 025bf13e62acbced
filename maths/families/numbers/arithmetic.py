"""The exact value of an expression without unknowns.

Routes: SymPy computes exactly; the tree is evaluated again without SymPy, in exact fractions where every
operation stays rational, else in balls of 400 bits.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import sympy
from sympy.functions.elementary.hyperbolic import HyperbolicFunction
from sympy.functions.elementary.trigonometric import TrigonometricFunction

from maths.bounds import UnsupportedError
from maths.engines.sympy_form import to_sympy
from maths.families.complex_numbers import arithmetic_steps as complex_steps
from maths.families.complex_numbers import stepwise
from maths.families.doubtful import refuse_doubtful
from maths.families.numbers.arithmetic_steps import Evaluated, teach
from maths.families.routes import ball
from maths.families.routes.rational import rational
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import fraction, replace
from maths.families.write import formula, tree
from maths.message import Message
from maths.tree import Negative, Number, walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node
    from maths.verdict import Level, Passage

_PRECISION = 400  # bits
_SHARP = 200  # bits of the ball that must be right for an irrational value
_MULTIPLIED_OUT = 10  # the largest exponent of a sum of roots that people multiply out
MAX_ANSWER_BITS = 10_000


@dataclass(frozen=True, slots=True)
class Evaluate:
    """`values` are what some letters stand for."""

    body: Node
    values: tuple[tuple[str, Node], ...] = ()

    def settle(self, find: Callable[[Node], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        body = replace(self.body, dict(self.values))
        refuse_doubtful(body)
        value = (find or exact)(body)
        answer = as_asked(value, body)
        if formula(answer) == formula(body):
            raise UndecidedError(Message("There is nothing left to calculate: it stands there in its exact form."))
        method = _second_route(body, value, answer)
        evaluated = Evaluated(self.body, self.values, body, answer, value)
        if not self.values and complex_steps.explains(body):
            return Settled(formula(answer), method, lambda level: complex_steps.teach(body, answer, level))
        return Settled(formula(answer), method, lambda level: _teach(evaluated, level))


def _teach(evaluated: Evaluated, level: Level) -> tuple[Passage, ...]:
    if not evaluated.values and stepwise.explains(evaluated.body):
        return stepwise.teach(evaluated.body, evaluated.answer, level)
    return teach(evaluated, level)


def exact(body: Node) -> Symbolic:
    """The value by SymPy, in a tidy exact form."""
    value = to_sympy(body)
    if not isinstance(value, sympy.Expr) or value.is_Matrix:
        raise UnsupportedError(Message("This kind of formula has no single value."))
    if value.has(sympy.zoo, sympy.nan, sympy.oo, -sympy.oo):
        raise UndecidedError(Message("It has no value: it divides by zero."))
    if value.is_Rational:
        return value
    tidied = tidy(value)
    if tidied.has(TrigonometricFunction, HyperbolicFunction, sympy.factorial, sympy.gamma):
        raise UndecidedError(Message("Its value has no simpler exact form that was found."))
    return tidied


def tidy(value: Symbolic) -> Symbolic:
    """A number with surds multiplied out and denominators made rational, when that is shorter."""
    expanded = sympy.expand(sympy.expand_log(value)) if value.has(sympy.log) else sympy.expand(value)
    if value.has(sympy.I):
        expanded = sympy.expand(expanded, complex=True) if not expanded.has(sympy.log) else expanded
    simpler = sympy.radsimp(expanded, max_terms=3)
    best = sympy.expand(simpler)
    if best.has(sympy.sin, sympy.cos, sympy.tan, sympy.log):
        best = min(
            (best, sympy.nsimplify(best) if best.is_Rational else best, sympy.trigsimp(best)), key=sympy.count_ops
        )
    if value.has(sympy.log) and value.is_real:
        best = min((best, _over_primes(value)), key=sympy.count_ops)
    denested = sympy.sqrtdenest(best)
    if best.is_Rational:
        return best
    found = (best, denested) if _is_left_to_multiply_out(value) else (value, best, denested)
    return min(found, key=lambda v: (sympy.count_ops(v), len(str(v))))


def _is_left_to_multiply_out(value: Symbolic) -> bool:
    """A small power of a sum such as (2 + sqrt(5))^3 is a calculation, also where its result is longer."""
    return bool(value.is_algebraic) and any(
        power.base.is_Add and power.exp.is_Integer and 1 < power.exp <= _MULTIPLIED_OUT
        for power in value.atoms(sympy.Pow)
    )


def _over_primes(value: Symbolic) -> Symbolic:
    """Logarithms of rational numbers by those of primes, as one fraction: log 25/log 10 + log 4/log 10 is 2."""
    return sympy.cancel(sympy.together(sympy.expand_log(value, factor=True)))


def as_asked(value: Symbolic, body: Node) -> Node:
    """A decimal fraction when the statement uses decimals and the value ends, else the exact form."""
    decimals = any(isinstance(part, Number) and part.decimals is not None for part in walk(body))
    if decimals and value.is_Rational:
        places = _decimal_places(int(value.q))
        if places is not None:
            shown = Number(Fraction(abs(int(value.p)), int(value.q)), places or None)
            return _signed(shown, negative=value < 0)
    return tree(value)


def _signed(node: Node, *, negative: bool) -> Node:
    return Negative(node) if negative else node


def _decimal_places(denominator: int) -> int | None:
    """How many digits after the point an exact decimal needs; None when it never ends."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives) if denominator == 1 else None


def _second_route(body: Node, value: Symbolic, answer: Node) -> Message:
    try:
        found = rational(body, "")
    except UnsupportedError:
        return _by_balls(body, value, answer)
    again = fraction(found.numerator[0]) / fraction(found.denominator[0])
    if not value.is_Rational or again != Fraction(int(value.p), int(value.q)):
        raise UndecidedError(Message("The two ways of calculating it do not agree."))
    return Message("calculated exactly twice, by SymPy and in fractions straight from the text")


def _by_balls(body: Node, value: Symbolic, answer: Node) -> Message:
    del value
    with ball.precisely(_PRECISION):
        typed, given = ball.number(answer, {}), ball.number(body, {})
        gap = typed - given
        if not gap.contains(0) or gap.rad() > 2**-_SHARP:
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
    return Message("calculated exactly by SymPy, and again numerically with an error bound: equal to 60 digits")
