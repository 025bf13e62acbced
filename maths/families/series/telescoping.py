"""Terms as differences of neighbours, `g(k) - g(k + 1)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic

MAX_SHIFT = 4


def telescoped(function: Symbolic, index: Symbolic) -> Symbolic | None:
    """The term split into terms that cancel against those of a later place, or None."""
    split = sympy.apart(function, index) if function.is_rational_function(index) else function
    if not split.is_Add or len(split.args) < 2:  # noqa: PLR2004 - two terms cancel
        return None
    rest = list(split.args)
    total = sympy.S.Zero
    base = rest[0]
    for term in rest:
        shift = _shift(base, term, index)
        if shift is None:
            return None
        total += _factor(base, term, index, shift)
    return split if sympy.simplify(total) == 0 else None


def _shift(base: Symbolic, term: Symbolic, index: Symbolic) -> int | None:
    for shift in range(-MAX_SHIFT, MAX_SHIFT + 1):
        ratio = sympy.cancel(term / base.subs(index, index + shift))
        if not ratio.has(index):
            return shift
    return None


def _factor(base: Symbolic, term: Symbolic, index: Symbolic, shift: int) -> Symbolic:
    return sympy.cancel(term / base.subs(index, index + shift))
