"""A comparison of rational functions as a product of factors compared with zero: what a sign chart is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from flint import fmpq, fmpq_poly

from maths.engines.sympy_form import to_sympy
from maths.families import polynomial_steps
from maths.families.equations.real_exact import X, real_roots
from maths.families.equations.real_set import compare, finite
from maths.families.terms import minus, name, number, over, polynomial, power, times
from maths.families.write import formula
from maths.tree import Negative, Relation

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node

TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_ZERO = number(0)


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor irreducible over the rational numbers, with its real zeros."""

    value: fmpq_poly
    order: int
    is_below: bool
    zeros: tuple[Symbolic, ...]

    def node(self, unknown: str) -> Node:
        return polynomial(self.value, unknown)

    def at(self, value: Symbolic) -> Symbolic:
        return sympy.expand(sum(_rational(c) * value**n for n, c in enumerate(self.value.coeffs())))


@dataclass(frozen=True, slots=True)
class Chart:
    """`scale * product of factors  <operator>  0`, equivalent to the link of the statement it was made from."""

    unknown: str
    operator: str
    scale: Symbolic
    above: Symbolic
    below: Symbolic
    factors: tuple[Factor, ...]

    @property
    def zeros(self) -> tuple[Symbolic, ...]:
        return self._places(below=False)

    @property
    def poles(self) -> tuple[Symbolic, ...]:
        return self._places(below=True)

    def is_place(self, value: Symbolic) -> bool:
        return any(compare(value, place) == 0 for place in (*self.zeros, *self.poles))

    @property
    def turned(self) -> str:
        """The sign of comparison once the factor in front is gone."""
        return self.operator if self.scale > 0 else TURNED[self.operator]

    @property
    def wants_positive(self) -> bool:
        return self.turned in {">", ">="}

    def _places(self, *, below: bool) -> tuple[Symbolic, ...]:
        return finite([z for factor in self.factors if factor.is_below is below for z in factor.zeros]).breakpoints

    def product(self, scale: Symbolic = 1) -> Node:
        """The factors, a number in front, as one fraction where there are factors below."""
        bare_first = sorted(self.factors, key=lambda factor: factor.node(self.unknown) != name(self.unknown))
        top = [power(f.node(self.unknown), f.order) for f in bare_first if not f.is_below]
        bottom = [power(f.node(self.unknown), f.order) for f in bare_first if f.is_below]
        if abs(scale) != 1 or not top:
            top = [number(abs(scale)), *top]
        whole = over(times(*top), times(*bottom)) if bottom else times(*top)
        return Negative(whole) if scale < 0 else whole

    def compared(self, shown: Node, operator: str) -> Formula:
        return formula(Relation((shown, _ZERO), (operator,)))


def charted(link: Relation, unknown: str) -> Chart:
    """Both sides of a comparison of rational functions brought to one, in factors."""
    difference = sympy.cancel(sympy.together(to_sympy(minus(*link.operands), symbols={unknown: X})))
    above, below = sympy.fraction(difference)
    factors: list[Factor] = []
    scale = sympy.Integer(1)
    for part, is_below in ((above, False), (below, True)):
        content, found = sympy.Poly(part, X, domain="QQ").factor_list()
        scale = scale / content if is_below else scale * content
        for factor, order in found:
            value, taken = polynomial_steps.primitive(flint_of(factor))
            inverse = _rational(fmpq(taken.numerator, taken.denominator)) ** order
            scale = scale / inverse if is_below else scale * inverse
            factors.append(Factor(value, order, is_below, tuple(real_roots(factor))))
    return Chart(unknown, link.operators[0], scale, above, below, tuple(sorted(factors, key=_first_place)))


def _first_place(factor: Factor) -> tuple[bool, float]:
    return not factor.zeros, float(min((zero.evalf() for zero in factor.zeros), default=0))


def flint_of(factor: Symbolic) -> fmpq_poly:
    """A SymPy polynomial with rational coefficients as one of python-flint."""
    return fmpq_poly([fmpq(int(c.p), int(c.q)) for c in map(sympy.Rational, reversed(factor.all_coeffs()))])


def _rational(value: fmpq) -> Symbolic:
    return sympy.Rational(int(value.p), int(value.q))
