"""Planes in space: through three points, through a point with a normal vector, and the distance of a point from one.

Routes: the cross product by components in fractions; SymPy's geometry. Every point is put into the equation again.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.numbers.arithmetic import Evaluate
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, fraction, name, number, over, plus, power, root, times
from maths.families.vectors.components import components, exact
from maths.families.vectors.plane_steps import teach_distance, teach_plane
from maths.families.write import formula
from maths.families.written import letters
from maths.message import Message
from maths.tree import Call, Negative, Relation

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node

_AXES = ("x", "y", "z")
_SPACE = 3
_DISAGREE = Message("The two ways of finding the plane do not agree.")


@dataclass(frozen=True, slots=True)
class PlaneThrough:
    """Through three points, or through one point with `normal`."""

    points: tuple[Node, ...]
    normal: Node | None = None

    def settle(self, find: Callable[[PlaneThrough], tuple[Fraction, ...]] | None = None) -> Settled:
        """`find` stands in for the second route in tests: coefficients a, b, c, d of `a*x + b*y + c*z = d`."""
        points = [_point(node) for node in self.points]
        if self.normal is not None:
            normal = _point(self.normal)
        else:
            first, second = (_difference(points[i], points[0]) for i in (1, 2))
            normal = _cross(first, second)
        if not any(normal):
            raise UndecidedError(Message("The points lie on one line, or the normal vector is zero: no single plane."))
        found = _scaled((*normal, _dot(normal, points[0])))
        if any(_dot(found[:_SPACE], point) != found[_SPACE] for point in points):
            raise UndecidedError(_DISAGREE)
        if _scaled((find or _by_sympy)(self)) != found:
            raise UndecidedError(_DISAGREE)
        answer = formula(_equation(found))
        method = Message("by the cross product in fractions and by SymPy's geometry; the points were put in again")
        return Settled(answer, method, lambda level: teach_plane(points, found[:_SPACE], answer, level))


@dataclass(frozen=True, slots=True)
class DistanceToPlane:
    point: Node
    plane: Relation

    def settle(self, find: Callable[[DistanceToPlane], sympy.Expr] | None = None) -> Settled:
        """`find` stands in for the second route in tests."""
        point = _point(self.point)
        coefficients = _coefficients(self.plane)
        value = plus(*(times(number(a), number(p)) for a, p in zip(coefficients, point, strict=False)),
                     number(-coefficients[_SPACE]))  # fmt: skip
        length = root(plus(*(power(number(a), 2) for a in coefficients[:_SPACE])))
        distance = over(Call("abs", (value,)), length)
        settled = Evaluate(distance).settle()
        again = (find or _distance_by_sympy)(self)
        if sympy.simplify(again - to_sympy(distance)) != 0:
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        return Settled(
            settled.answer,
            Message("by the formula, evaluated twice, and by SymPy's geometry"),
            lambda level: teach_distance(self.point, self.plane, distance, settled.answer, level),
        )


def _point(node: Node) -> tuple[Fraction, ...]:
    values = [exact(part) for part in components(node)]
    if len(values) != _SPACE or any(value is None for value in values):
        raise UndecidedError(Message("A point in space has three coordinates, plain numbers here."))
    return tuple(value for value in values if value is not None)


def _difference(left: tuple[Fraction, ...], right: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    return tuple(a - b for a, b in zip(left, right, strict=True))


def _cross(u: tuple[Fraction, ...], v: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    (a, b, c), (d, e, f) = u, v
    return b * f - c * e, c * d - a * f, a * e - b * d


def _dot(u: tuple[Fraction, ...], v: tuple[Fraction, ...]) -> Fraction:
    return sum((a * b for a, b in zip(u, v, strict=True)), Fraction(0))


def _scaled(values: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    """Whole numbers without a common factor, the first that is not zero positive."""
    common = lcm(*(value.denominator for value in values))
    whole = [int(value * common) for value in values]
    divisor = gcd(*whole)
    sign = next((1 if value > 0 else -1 for value in whole if value), 1)
    return tuple(Fraction(sign * value, divisor) for value in whole)


def _equation(found: tuple[Fraction, ...]) -> Node:
    terms: list[Node] = []
    for value, axis in zip(found, _AXES, strict=False):
        if value:
            size = name(axis) if abs(value) == 1 else times(number(abs(value)), name(axis))
            terms.append(size if value > 0 else Negative(size))
    return equals(plus(*terms), number(found[_SPACE]))


def _by_sympy(task: PlaneThrough) -> tuple[Fraction, ...]:
    points = [sympy.Point3D(*(sympy.Rational(v.numerator, v.denominator) for v in _point(p))) for p in task.points]
    if task.normal is None:
        plane = sympy.Plane(*points)
    else:
        plane = sympy.Plane(points[0], normal_vector=[sympy.Rational(v.numerator, v.denominator)
                                                      for v in _point(task.normal)])  # fmt: skip
    x, y, z = sympy.symbols("x y z")
    equation = sympy.Poly(plane.equation(x, y, z), x, y, z)
    normal = (fraction(equation.coeff_monomial(m)) for m in (x, y, z))
    return (*normal, -fraction(equation.coeff_monomial(1)))


def _coefficients(plane: Relation) -> tuple[Fraction, ...]:
    """a, b, c, d of a plane's equation `a*x + b*y + c*z = d`."""
    if not letters(plane) <= set(_AXES):
        raise UndecidedError(Message("A plane is given by an equation in x, y and z."))
    known = frozenset(_AXES)
    left, right = (to_sympy(side, variables=known) for side in plane.operands)
    equation = sympy.Poly(sympy.expand(left - right), *sympy.symbols("x y z"))
    if equation.total_degree() != 1 or not all(c.is_Rational for c in equation.coeffs()):
        raise UndecidedError(Message("A plane is given by an equation in x, y and z."))
    x, y, z = sympy.symbols("x y z")
    normal = (fraction(equation.coeff_monomial(m)) for m in (x, y, z))
    return (*normal, -fraction(equation.coeff_monomial(1)))


def _distance_by_sympy(task: DistanceToPlane) -> sympy.Expr:
    a, b, c, d = (sympy.Rational(v.numerator, v.denominator) for v in _coefficients(task.plane))
    normal = sympy.Matrix([a, b, c])
    foot = normal * d / normal.dot(normal)
    plane = sympy.Plane(sympy.Point3D(*foot), normal_vector=(a, b, c))
    return plane.distance(sympy.Point3D(*(sympy.Rational(v.numerator, v.denominator) for v in _point(task.point))))
