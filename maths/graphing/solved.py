"""An equation solved for y, where y occurs only once in it, to the first power."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import sympy

from maths.bounds import RefusedError
from maths.engines.flint_form import to_fraction
from maths.engines.sympy_form import to_sympy
from maths.engines.sympy_tree import from_sympy
from maths.graphing.exact import tree
from maths.tree import Name, Number, Power, Product, Sum, names

if TYPE_CHECKING:
    from maths.tree import Node

_MAX_DEGREE = 40
_TERMS = 12  # of an equation that is worth solving


def is_constant(body: Node) -> bool:
    """Whether a rational function of x and y is a number."""
    try:
        above, below = to_fraction(body, ("x", "y"))
    except (RefusedError, ArithmeticError):
        return False
    return bool(above.is_constant() and below.is_constant())


def simple_zeros(body: Node) -> Node:
    """A tree that is zero where the body is, with a change of sign: each factor of a polynomial once."""
    try:
        above, below = to_fraction(body, ("x", "y"))
        if not below.is_constant() or above.total_degree() > _MAX_DEGREE:
            return body
        factors = above.factor_squarefree()[1]
    except (RefusedError, ArithmeticError):
        return body
    if all(times == 1 for _, times in factors):
        return body
    return Product(tuple(_polynomial(factor) for factor, _ in factors))


def _polynomial(poly: Any) -> Node:  # noqa: ANN401 - python-flint has no types
    terms = []
    for powers, coefficient in poly.to_dict().items():
        raised = [Power(Name(n), Number(Fraction(int(k)))) for n, k in zip("xy", powers, strict=True) if k]
        terms.append(Product((tree(Fraction(int(coefficient.p), int(coefficient.q))), *raised)))
    return Sum(tuple(terms))


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
