"""A trigonometric equation as a polynomial in the sine and cosine of one angle, and the forms it can take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.write import tree
from maths.tree import Call, walk

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node, Relation

SINE, COSINE = sympy.Symbol("_s"), sympy.Symbol("_c")
_ONE = SINE**2 + COSINE**2 - 1
_WRITTEN = ("sin", "cos", "tan", "cot", "sec", "csc")


@dataclass(frozen=True, slots=True)
class Form:
    """`above = 0` where `below` is not zero, both polynomials in the sine and cosine of `angle`."""

    angle: Node
    above: Symbolic
    below: Symbolic
    identities: tuple[tuple[Node, Node], ...]

    def sine(self) -> Call:
        return Call("sin", (self.angle,))

    def cosine(self) -> Call:
        return Call("cos", (self.angle,))

    def shown(self, polynomial: Symbolic) -> Node:
        """A polynomial in sine and cosine, written with them."""
        angle = to_sympy(self.angle)
        return tree(polynomial.subs({SINE: sympy.sin(angle), COSINE: sympy.cos(angle)}, simultaneous=True))


def form_of(relation: Relation, unknown: str) -> Form | None:
    """None where the angles do not come down to one, or more than rational numbers and roots are left."""
    x = sympy.Symbol(unknown)
    calls = list(dict.fromkeys(p for p in walk(relation) if isinstance(p, Call) and p.function in _WRITTEN))
    calls = [call for call in calls if to_sympy(call.arguments[0], symbols={unknown: x}).has(x)]
    left, right = (to_sympy(side, symbols={unknown: x}) for side in relation.operands)
    angles = {call.arguments[0] for call in calls}
    identities: tuple[tuple[Node, Node], ...] = ()
    if len(angles) == 1:
        (angle,) = angles
        expression = left - right
    else:
        expression = sympy.expand_trig(left - right)
        inside = {part.args[0] for part in expression.atoms(sympy.Function) if part.has(x)}
        if len(inside) != 1:
            return None
        angle = tree(next(iter(inside)))
        identities = tuple(
            (call, tree(expanded))
            for call in calls
            if (expanded := sympy.expand_trig(to_sympy(call, symbols={unknown: x}))) != to_sympy(call)
        )
    inner = to_sympy(angle, symbols={unknown: x})
    put = {sympy.sin(inner): SINE, sympy.cos(inner): COSINE, sympy.tan(inner): SINE / COSINE,
           sympy.cot(inner): COSINE / SINE, sympy.sec(inner): 1 / COSINE, sympy.csc(inner): 1 / SINE}  # fmt: skip
    whole = sympy.together(sympy.expand(expression.subs(put, simultaneous=True)))
    if whole.has(x):
        return None
    above, below = sympy.fraction(sympy.cancel(whole))
    return Form(angle, sympy.expand(above), below, identities)


def in_one(polynomial: Symbolic) -> tuple[str, Symbolic] | None:
    """With `sin^2 + cos^2 = 1` in one function only: its name and the polynomial in it."""
    for function, kept, gone in (("sin", SINE, COSINE), ("cos", COSINE, SINE)):
        rest = sympy.rem(sympy.Poly(polynomial, gone), sympy.Poly(_ONE, gone)).as_expr()
        if not rest.has(gone) and rest.has(kept):
            return function, sympy.expand(rest)
    return None


def linear_parts(polynomial: Symbolic) -> tuple[Symbolic, Symbolic, Symbolic] | None:
    """`a*sin + b*cos + c` as (a, b, c), neither a nor b zero."""
    whole = sympy.Poly(polynomial, SINE, COSINE)
    if whole.total_degree() != 1:
        return None
    a, b, c = (whole.coeff_monomial(part) for part in (SINE, COSINE, 1))
    return (a, b, c) if a != 0 and b != 0 else None


def factors_of(polynomial: Symbolic) -> list[Symbolic]:
    """The distinct factors that can be zero."""
    found = [factor for factor, _ in sympy.factor_list(polynomial, SINE, COSINE)[1]]
    return [factor for factor in found if factor.has(SINE, COSINE)]
