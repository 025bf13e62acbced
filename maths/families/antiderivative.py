"""Antiderivatives by SymPy, written as they are at school."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy
from sympy.integrals.manualintegrate import manualintegrate

from maths.families.settled import UndecidedError
from maths.message import Message

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic


def antiderivative(function: Symbolic, symbol: Symbolic) -> Symbolic:
    """An antiderivative by SymPy, real logarithms of absolute values. Raises UndecidedError when it finds none."""
    found = manualintegrate(function, symbol)
    if found.has(sympy.Integral, sympy.Piecewise):
        found = sympy.integrate(function, symbol)
    if found.has(sympy.Integral, sympy.Piecewise) or not found.is_finite is not False:
        raise UndecidedError(Message("No antiderivative in elementary functions was found."))
    if found.has(sympy.I):
        raise UndecidedError(Message("No real antiderivative was found."))
    found = _with_absolute_values(found, function)
    if found.is_polynomial(symbol):
        return sympy.expand(found)
    constant, rest = found.as_independent(symbol, as_Add=True)
    return rest if constant.is_number else found


def _with_absolute_values(found: Symbolic, function: Symbolic) -> Symbolic:
    given = function.atoms(sympy.log)

    def absolute(argument: Symbolic) -> Symbolic:
        if sympy.log(argument) in given or argument.is_positive or argument.is_number:
            return sympy.log(argument)
        return sympy.log(sympy.Abs(argument))

    return found.replace(sympy.log, absolute)
