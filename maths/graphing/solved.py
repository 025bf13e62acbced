"""An equation solved for y, where y occurs only once in it, to the first power."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.engines.sympy_tree import from_sympy
from maths.tree import names

if TYPE_CHECKING:
    from maths.tree import Node

_TERMS = 12  # of an equation that is worth solving


def solved_for_y(body: Node) -> Node | None:
    """The tree in x that y equals where the body is zero; None where there is none so simple."""
    if "y" not in names(body):
        return None
    x, y = sympy.Symbol("x", real=True), sympy.Symbol("y", real=True)
    try:
        value = to_sympy(body, symbols={"x": x, "y": y})
        poly = sympy.Poly(value, y)
        if poly.degree() != 1 or len(sympy.Add.make_args(value)) > _TERMS:
            return None
        slope, rest = poly.all_coeffs()
        if not (
            slope.is_number or (rest.is_polynomial(x) and slope.is_polynomial(x) and sympy.gcd(slope, rest).is_number)
        ):
            return None  # where both are zero, y may be anything
        found: Node = from_sympy(-rest / slope)
    except (RefusedError, sympy.PolynomialError, NotImplementedError):
        return None
    return found
