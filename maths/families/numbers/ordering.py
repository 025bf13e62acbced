"""Which of two real numbers is larger, by two routes.

Rational numbers: in Python's fractions and by python-flint. Others: in balls of 400 bits and by SymPy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flint import fmpq

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families.numbers.operands import calculable, exact
from maths.families.routes import ball
from maths.families.settled import UndecidedError
from maths.families.terms import minus
from maths.grading.zero import same_value
from maths.message import Message

if TYPE_CHECKING:
    from maths.tree import Node

_PRECISION = 400  # bits


def order(left: Node, right: Node) -> int:
    """-1, 0 or 1, as the left number is smaller than, equal to or larger than the right one. Raises UndecidedError."""
    a, b = exact(left), exact(right)
    if a is None or b is None:
        return _order_of_reals(left, right)
    difference = fmpq(a.numerator, a.denominator) - fmpq(b.numerator, b.denominator)
    again = (difference > 0) - (difference < 0)
    if again != (a > b) - (a < b):
        raise UndecidedError(Message("The two ways of calculating it do not agree."))
    return int(again)


def _order_of_reals(left: Node, right: Node) -> int:
    gap = minus(calculable(left), calculable(right))
    if same_value(left, right) is True:
        return 0
    with ball.precisely(_PRECISION):
        enclosed = ball.number(gap, {})
        real = enclosed.real
        if not enclosed.imag.contains(0) or real.contains(0):
            raise UndecidedError(Message("Which of these numbers is larger could not be proved."))
        sign = 1 if real > 0 else -1
    if (_by_sympy(gap) > 0) != (sign > 0):
        raise UndecidedError(Message("The two ways of calculating it do not agree."))
    return sign


def _by_sympy(gap: Node) -> float:
    try:
        value = to_sympy(gap).evalf(40)
    except RefusedError as error:
        raise UndecidedError(Message("Which of these numbers is larger could not be proved.")) from error
    if not value.is_real:
        raise UndecidedError(Message("Which of these numbers is larger could not be proved."))
    return float(value)
