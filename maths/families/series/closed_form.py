"""Antidifferences by Gosper's algorithm: T with T(k + 1) - T(k) = f(k), so that a sum is a difference of two values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy
from sympy.concrete.gosper import gosper_term

from maths.families.settled import UndecidedError
from maths.message import Message

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic

MAX_OPERATIONS = 60  # of the terms of a sum


def antidifference(function: Symbolic, index: Symbolic) -> Symbolic | None:
    """T(k) with T(k + 1) - T(k) = f(k), None where Gosper's algorithm says that there is none of this kind."""
    if function.count_ops() > MAX_OPERATIONS:
        raise UndefinedSumError
    total = sympy.S.Zero
    for term in _pieces(function, index):
        if not term.has(index):
            total += term * index
            continue
        try:
            found = gosper_term(term, index)
        except (ValueError, AttributeError, NotImplementedError, ZeroDivisionError, IndexError):
            found = None
        if found is None:
            return None
        whole = term * found
        # A polynomial that vanishes at a place must not stay above and below: there it would be 0/0.
        total += sympy.cancel(whole) if whole.is_rational_function(index) else whole
    return total


def _pieces(function: Symbolic, index: Symbolic) -> tuple[Symbolic, ...]:
    """A rational function whole, else its terms multiplied out, those of one ratio together."""
    if function.is_rational_function(index):
        return (sympy.together(function),)
    together: dict[Symbolic, Symbolic] = {}
    for term in sympy.expand(function, power_exp=False, power_base=False, log=False).as_ordered_terms():
        ratio = sympy.simplify(term.subs(index, index + 1) / term) if term.has(index) else sympy.S.One
        key = ratio if not ratio.has(index) else term
        together[key] = together.get(key, sympy.S.Zero) + term
    return tuple(together.values())


class UndefinedSumError(UndecidedError):
    def __init__(self) -> None:
        super().__init__(Message("The terms of this series are of a kind that is not summed here."))


def presentable(value: Symbolic) -> Symbolic:
    """A closed form as it is written: factored when it is a polynomial or a fraction, else the shortest."""
    if value.is_rational_function():
        return sympy.factor(value)
    forms = (value, sympy.powsimp(sympy.expand(value)), sympy.factor_terms(sympy.powsimp(value)))
    return min(forms, key=lambda form: (sympy.count_ops(form), len(str(form))))
