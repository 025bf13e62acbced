"""Square roots removed from an equation: one left alone, both sides squared, until none is left; then solved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from flint import fmpq, fmpq_poly

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families import polynomial_steps
from maths.families.terms import equals, number, polynomial, power
from maths.families.write import formula, tree
from maths.message import Message
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Relation

_MOST_SQUARINGS = 3
_TWO = 2
_HALF = sympy.Rational(1, 2)


@dataclass(frozen=True, slots=True)
class _Parts:
    """`front*sqrt(inside)` for each root, and what has no root."""

    roots: tuple[tuple[Symbolic, Symbolic], ...]
    rest: Symbolic

    @property
    def difference(self) -> Symbolic:
        return sympy.Add(self.rest, *(front * sympy.sqrt(inside) for front, inside in self.roots))


def cleared(relation: Relation, unknown: str, level: Level) -> list[Message]:
    """The lines from an equation with one or two square roots to its polynomial equation; none where it has others."""
    x = sympy.Symbol(unknown)
    try:
        left, right = (to_sympy(side, symbols={unknown: x}) for side in relation.operands)
    except RefusedError:
        return []
    lines: list[Message] = []
    shown = formula(relation)
    for _ in range(_MOST_SQUARINGS):
        parts = _parts(left - right, x)
        if parts is None:
            return []
        if not parts.roots and left == x and right.is_number:
            return lines
        if not parts.roots:
            return [*lines, *_solving(left - right, unknown, level)]
        found = _alone(parts)
        if found is None:
            return []
        alone, other = found
        isolated = _equation(alone, other)
        if isolated != shown:
            lines.append(Message("Leave a root alone on one side: {result}.", result=isolated))
        squared = equals(tree(sympy.expand(alone**2)), power(tree(other), 2))
        lines.append(Message("Square both sides: {result}.", result=formula(squared)))
        left, right = sympy.expand(alone**2), sympy.expand(other**2)
        out = _equation(left, right)
        if out != formula(squared) and level is not Level.ADVANCED:
            lines.append(Message("Multiply out: {result}.", result=out))
        shown = out
    return []


def _equation(left: Symbolic, right: Symbolic) -> Formula:
    return formula(equals(tree(left), tree(right)))


def _parts(difference: Symbolic, x: Symbolic) -> _Parts | None:
    roots: dict[Symbolic, Symbolic] = {}
    rest = sympy.Integer(0)
    for term in sympy.Add.make_args(sympy.expand(difference)):
        inside = [factor for factor in sympy.Mul.make_args(term) if factor.is_Pow and factor.exp == _HALF
                  and factor.has(x)]  # fmt: skip
        if not inside:
            rest += term
            continue
        under = sympy.expand(sympy.Mul(*(factor.base for factor in inside)))
        front = sympy.Mul(*(factor for factor in sympy.Mul.make_args(term) if factor not in inside))
        if not front.is_polynomial(x) or not under.is_polynomial(x):
            return None
        roots[under] = roots.get(under, 0) + front
    if not rest.is_polynomial(x):
        return None
    return _Parts(tuple((front, inside) for inside, front in roots.items() if front != 0), rest)


def _alone(parts: _Parts) -> tuple[Symbolic, Symbolic] | None:
    """A root on the left, the others on the right; where there are three, the one with a sign of its own."""
    minus = [root for root in parts.roots if root[0].could_extract_minus_sign()]
    others = [root for root in parts.roots if root not in minus]
    several = len(parts.roots) > _TWO
    if several and (parts.rest != 0 or min(len(minus), len(others)) != 1 or len(parts.roots) > _TWO + 1):
        return None
    choice = (minus if len(minus) == 1 else others) if several else others or minus
    front, inside = max(choice, key=lambda root: len(str(root[1])))
    alone = front * sympy.sqrt(inside)
    other = sympy.expand(alone - parts.difference)
    if front.could_extract_minus_sign():
        front, alone, other = -front, -alone, sympy.expand(-other)
    shared = sympy.expand(other / front)
    if front.is_Rational and all(term.as_coeff_Mul()[0].is_Integer for term in sympy.Add.make_args(shared)):
        return sympy.sqrt(inside), shared
    return alone, other


def _solving(difference: Symbolic, unknown: str, level: Level) -> list[Message]:
    """How the equation without roots is solved, where all its roots are real."""
    x = sympy.Symbol(unknown)
    whole = sympy.Poly(sympy.expand(difference), x, domain="QQ")
    if level is Level.ADVANCED or whole.degree() < 1:
        return []
    whole = -whole if whole.LC() < 0 else whole
    if sum(factor.count_roots() * count for factor, count in whole.factor_list()[1]) != whole.degree():
        return []
    value = fmpq_poly([fmpq(int(c.p), int(c.q)) for c in map(sympy.Rational, reversed(whole.all_coeffs()))])
    zero = formula(equals(polynomial(value, unknown), number(0)))
    return [Message("On one side: {result}.", result=zero), *polynomial_steps.solve(value, unknown, level)]
