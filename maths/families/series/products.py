"""Products of rational factors: the partial product by SymPy, the infinite one from gamma values by python-flint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy
from flint import acb, arb

from maths.bounds import UnsupportedError
from maths.families.routes.ball import precisely
from maths.families.routes.rational import rational
from maths.families.routes.roots import roots_of
from maths.families.series.terms_of import refuse_poles
from maths.families.settled import UndecidedError
from maths.message import Message

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node

_PRECISION = 260


def partial_product(function: Symbolic, index: Symbolic, first: int, last: Symbolic) -> Symbolic:
    """The product up to `last` without signs of products or gamma values in it."""
    found = sympy.combsimp(sympy.product(sympy.factor(function), (index, first, last)))
    found = sympy.simplify(found) if found.has(sympy.RisingFactorial, sympy.gamma, sympy.factorial) else found
    if found.has(sympy.Product, sympy.RisingFactorial, sympy.gamma, sympy.Piecewise):
        raise UndecidedError(Message("No closed form of the product was found."))
    return found


def factor_ball(node: Node, letter: str, first: int) -> arb:
    """A ball that holds the infinite product of a rational function that tends to 1 fast enough."""
    with precisely(_PRECISION):
        found = rational(node, letter)
        above, below = found.numerator, found.denominator
        refuse_poles(below, first)
        common = above.gcd(below)
        above, below = above / common, below / common
        gap = above.degree() - below.degree()
        if gap or above.leading_coefficient() != below.leading_coefficient():
            raise UnsupportedError(Message("The product does not converge."))
        if (above - below).degree() > below.degree() - 2:
            raise UnsupportedError(Message("The product does not converge."))
        value = acb(1)
        for root, count in roots_of(below):
            value *= (acb(first) - root).gamma() ** count
        for root, count in roots_of(above):
            value *= (acb(first) - root).rgamma() ** count
        return value.real
