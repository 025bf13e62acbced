"""Antiderivatives by SymPy, written as they are at school."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import sympy
from sympy.integrals.manualintegrate import integral_steps
from sympy.integrals.rationaltools import ratint

from maths.families.settled import UndecidedError
from maths.message import Message

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic

MAX_GENERAL_OPERATIONS = 25  # of a function that SymPy's general integrator is asked for: it may take seconds


def antiderivative(function: Symbolic, symbol: Symbolic) -> Symbolic:
    """An antiderivative with real logarithms of absolute values. Raises UndecidedError when none is found."""
    if function.is_polynomial(symbol):
        return sympy.expand(sympy.Poly(function, symbol).integrate().as_expr())
    found = _found(function, symbol)
    if found.has(sympy.Integral, sympy.Piecewise, sympy.RootSum):
        raise UndecidedError(Message("No antiderivative in elementary functions was found."))
    if found.has(sympy.I):
        raise UndecidedError(Message("No real antiderivative was found."))
    found = _with_absolute_values(found, function)
    constant, rest = found.as_independent(symbol, as_Add=True)
    return rest if constant.is_number else found


def _found(function: Symbolic, symbol: Symbolic) -> Symbolic:
    if function.is_rational_function(symbol) and function.free_symbols == {symbol}:
        return ratint(function, symbol)
    rule = rule_for(function, symbol)
    found = rule.eval()
    general = function.free_symbols == {symbol} and function.count_ops() <= MAX_GENERAL_OPERATIONS
    if general and (rule.contains_dont_know() or found.has(sympy.Integral, sympy.Piecewise)):
        return sympy.integrate(function, symbol)
    return found


@lru_cache(maxsize=64)
def rule_for(function: Symbolic, symbol: Symbolic) -> Symbolic:
    """The rules by which a function is integrated by hand: deciding and teaching ask for the same ones."""
    return integral_steps(function, symbol)


def _with_absolute_values(found: Symbolic, function: Symbolic) -> Symbolic:
    given = function.atoms(sympy.log)

    def absolute(argument: Symbolic) -> Symbolic:
        if sympy.log(argument) in given or argument.is_positive or argument.is_number:
            return sympy.log(argument)
        return sympy.log(sympy.Abs(argument))

    return found.replace(sympy.log, absolute)
