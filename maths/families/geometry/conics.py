"""Circles, parabolas, ellipses and hyperbolas by their equations.

Routes: squares completed in SymPy; and points of the curve, taken from the text in balls, measured against the answer:
equally far from the centre, from focus and directrix, or with a constant sum or difference of distances.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from flint import arb

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families import plans
from maths.families.geometry import conic_steps, plane
from maths.families.geometry.conic_forms import Curve, completed
from maths.families.geometry.lines import X, Y, at
from maths.families.geometry.points import (
    PRECISION,
    coordinates,
    disagree,
    in_balls,
    pair,
    same,
    typed_balls,
    typed_pair,
)
from maths.families.geometry.solving import tidy
from maths.families.routes import ball
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, name
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula, tree
from maths.message import Message
from maths.read import read
from maths.tree import Collection, Kind, names

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.geometry.points import Point
    from maths.families.symbolic import Symbolic
    from maths.tree import Node, Relation

_ANGLES = ((3, 5), (5, 13), (8, 17), (20, 29), (7, 25))  # cosines of angles that are no symmetry of the curve
_TRIED = (3, 7, -11, 19)
_METHOD = Message("by completing the square in SymPy, and again measured at points of the curve in balls")


def curve_of(relation: Relation) -> Curve:
    if relation.operators != ("=",) or not names(relation) <= {"x", "y"}:
        raise _unknown()
    try:
        left, right = (to_sympy(side) for side in relation.operands)
        numerator = sympy.expand(left - right)
        polynomial = sympy.Poly(numerator, X, Y)
    except (RefusedError, sympy.PolynomialError) as error:
        raise _unknown() from error
    if polynomial.total_degree() != 2 or polynomial.coeff_monomial(X * Y) != 0:  # noqa: PLR2004
        raise _unknown()
    p, q = polynomial.coeff_monomial(X**2), polynomial.coeff_monomial(Y**2)
    d, e, f = (polynomial.coeff_monomial(m) for m in (X, Y, 1))
    if not all(value.is_rational for value in (p, q, d, e, f)):
        raise _unknown()
    if p != 0 and q != 0:
        h, k = -d / (2 * p), -e / (2 * q)
        return Curve(p, q, (h, k), p * h * h + q * k * k - f)
    if (e if q == 0 else d) == 0:
        raise _unknown()
    if q == 0:
        h = -d / (2 * p)
        return Curve(p, q, (h, -(p * h * h + d * h + f) / e), sympy.Integer(0), e)
    k = -e / (2 * q)
    return Curve(p, q, (-(q * k * k + e * k + f) / d, k), sympy.Integer(0), d)


def _unknown() -> UndecidedError:
    return UndecidedError(Message("That is not the equation of such a curve."))


_EQUALLY_FAR = Message("Each point of the circle is as far from the centre as the radius says (theorem of Pythagoras).")


@dataclass(frozen=True, slots=True)
class Circle:
    """The circle with an equation: "center", "radius", "diameter", "area", "circumference", "x", "y"."""

    equation: Relation
    wanted: tuple[str, ...]

    def settle(self, find: Callable[[Relation], Curve] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        curve = (find or curve_of)(self.equation)
        if curve.linear is not None or curve.p != curve.q or not (curve.right / curve.p).is_positive:
            raise UndecidedError(Message("That is not the equation of a circle."))
        radius = tidy(sympy.sqrt(curve.right / curve.p))
        with ball.precisely(PRECISION):
            x, y, r = in_balls((*curve.centre, radius))
            for above, below in _ANGLES:
                cosine = arb(above) / below
                sine = (1 - cosine * cosine).sqrt()
                if not same(at(self.equation, x + r * cosine, y + r * sine), arb(0)):
                    raise disagree()
        values = {
            "center": pair(curve.centre),
            "x": tree(curve.centre[0]),
            "y": tree(curve.centre[1]),
            "radius": tree(radius),
            "radius squared": tree(tidy(radius**2)),
            "diameter": tree(2 * radius),
            "area": tree(sympy.pi * tidy(radius**2)),
            "circumference": tree(2 * sympy.pi * radius),
        }
        divided = Curve(sympy.Integer(1), sympy.Integer(1), curve.centre, tidy(curve.right / curve.p))
        found = tuple(values[part] for part in self.wanted)
        answer = found[0] if len(found) == 1 else Collection(Kind.SEQUENCE, found)
        told = conic_steps.Told(self.equation, divided, self.wanted, answer, curve.p)
        return Settled(formula(answer), _METHOD, lambda level: conic_steps.circle(told, level))


@dataclass(frozen=True, slots=True)
class CircleEquation:
    """The equation of the circle with a centre, and its radius or a point on it."""

    centre: Point
    radius: Node | None = None
    through: Point | None = None

    def settle(self, find: Callable[[Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        c = coordinates(self.centre)
        if self.through is not None:
            q = coordinates(self.through)
            square = tidy((q[0] - c[0]) ** 2 + (q[1] - c[1]) ** 2)
        else:
            assert self.radius is not None  # noqa: S101 - the grammar gives one of the two
            radius = coordinates((self.radius,))[0]
            square = tidy(radius**2) if radius.is_positive else sympy.Integer(0)
        square = (find or (lambda s: s))(square)
        if not square.is_positive:
            raise UndecidedError(Message("No such figure has these measures."))
        with ball.precisely(PRECISION):
            if self.through is not None:
                distance = plane.distance(typed_balls(self.centre), typed_balls(self.through))
            else:
                distance = typed_balls((self.radius,))[0]  # type: ignore[arg-type]
            if not same(in_balls([square])[0].sqrt(), abs(distance)):
                raise disagree()
        equation = completed(Curve(sympy.Integer(1), sympy.Integer(1), (c[0], c[1]), square))
        centre = formula(typed_pair(self.centre))
        given = (
            Message("Given are the centre {centre} and the radius {radius}.", centre=centre,
            radius=formula(self.radius))
            if self.radius is not None
            else Message("Given are the centre {centre} and the point {point}.", centre=centre,
            point=formula(typed_pair(self.through or ())))
        )  # fmt: skip
        lesson = Lesson(
            given,
            Message("Wanted: the equation of the circle."),
            (Work(_EQUALLY_FAR, None, read("(x - h)^2 + (y - k)^2 = r^2"), equation),),
            Message("The point to the right of the centre at that distance satisfies it."),
            Message("The result is {value}.", value=formula(equation)),
            plan=plans.CIRCLE_EQUATION.plan, theorem=plans.CIRCLE_EQUATION.theorem,
        )  # fmt: skip
        method = Message("by the theorem of Pythagoras in SymPy, and again in balls straight from the text")
        return Settled(formula(equation), method, lambda level: teach(lesson, level))


@dataclass(frozen=True, slots=True)
class Parabola:
    """`wanted`: "vertex", "axis", "focus", "directrix"."""

    equation: Relation
    wanted: str

    def settle(self, find: Callable[[Relation], Curve] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        curve = (find or curve_of)(self.equation)
        if curve.linear is None:
            raise UndecidedError(Message("That is not the equation of a parabola."))
        upright = curve.q == 0
        stretch = tidy(-(curve.p if upright else curve.q) / curve.linear)
        reach = tidy(1 / (4 * stretch))  # from the vertex to the focus
        h, k = curve.centre
        focus = (h, k + reach) if upright else (h + reach, k)
        level = (k if upright else h) - reach
        with ball.precisely(PRECISION):
            self._confirm(upright=upright, focus=in_balls(focus), level=in_balls([level])[0])
        across, along = ("y", "x") if upright else ("x", "y")
        answer = {
            "vertex": pair((h, k)),
            "focus": pair(focus),
            "axis": equals(name(along), tree(h if upright else k)),
            "directrix": equals(name(across), tree(level)),
        }[self.wanted]
        told = conic_steps.Told(self.equation, curve, (self.wanted,), answer)
        return Settled(formula(answer), _METHOD, lambda level_: conic_steps.parabola(told, level_))

    def _confirm(self, *, upright: bool, focus: tuple[arb, ...], level: arb) -> None:
        """Five points of the curve, each equally far from focus and directrix. The curve is linear in one letter."""
        for first in _TRIED:
            x = arb(first)
            zero, one = (self._gap(x, arb(n), upright=upright) for n in (0, 1))
            other = zero / (zero - one)
            point = (x, other) if upright else (other, x)
            distance = abs((point[1] if upright else point[0]) - level)
            if not same(plane.distance(point, focus), distance):
                raise disagree()

    def _gap(self, square: arb, linear: arb, *, upright: bool) -> arb:
        return at(self.equation, square, linear) if upright else at(self.equation, linear, square)


@dataclass(frozen=True, slots=True)
class Conic:
    """An ellipse or a hyperbola: `wanted` is "center", "foci", "vertices", "focal distance", "major", "minor", ..."""

    equation: Relation
    kind: str
    wanted: str

    def settle(self, find: Callable[[Relation], Curve] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        curve = (find or curve_of)(self.equation)
        if curve.linear is not None or curve.right == 0 or curve.p == curve.q:
            raise _unknown()
        wide, high = tidy(curve.right / curve.p), tidy(curve.right / curve.q)
        ellipse = bool(wide.is_positive and high.is_positive)
        if ellipse is not (self.kind == "ellipse") or (wide.is_negative and high.is_negative):
            raise _unknown()
        level = bool(wide > high)  # the foci lie beside the centre, else above it
        square_a, square_b = (wide, abs(high)) if level else (high, abs(wide))
        a, b = tidy(sympy.sqrt(square_a)), tidy(sympy.sqrt(square_b))
        c = tidy(sympy.sqrt(square_a - square_b if ellipse else square_a + square_b))
        foci, vertices = _both(curve.centre, c, level=level), _both(curve.centre, a, level=level)
        with ball.precisely(PRECISION):
            self._confirm(in_balls(foci[0]), in_balls(foci[1]), in_balls([a])[0], ellipse=ellipse)
        answers = {
            "center": pair(curve.centre),
            "foci": Collection(Kind.SEQUENCE, tuple(pair(point) for point in foci)),
            "vertices": Collection(Kind.SEQUENCE, tuple(pair(point) for point in vertices)),
            "focal distance": tree(tidy(2 * c)),
            "eccentricity": tree(tidy(c / a)),
        }
        if ellipse:
            answers |= {
                "major": tree(tidy(2 * a)),
                "minor": tree(tidy(2 * b)),
                "area": tree(sympy.pi * tidy(a * b)),
                "distance sum": tree(tidy(2 * a)),
            }
        else:
            answers |= {"transverse": tree(tidy(2 * a))}
        if self.wanted not in answers:
            raise UndecidedError(Message("That is not measured on such a figure."))
        answer = answers[self.wanted]
        told = conic_steps.Told(self.equation, curve, (self.wanted,), answer)
        return Settled(formula(answer), _METHOD, lambda level_: conic_steps.conic(told, level_))

    def _confirm(self, first: tuple[arb, ...], second: tuple[arb, ...], a: arb, *, ellipse: bool) -> None:
        """Points of the curve by the quadratic in y that the text is at fixed x, or in x at fixed y."""
        seen = 0
        centre = ((first[0] + second[0]) / 2, (first[1] + second[1]) / 2)
        for share in (arb(1) / 7, arb(2) / 5, -arb(3) / 11, arb(23) / 7, arb(31) / 5):
            for upright in (False, True):
                fixed = centre[0 if upright else 1] + share * a
                for free in self._roots(fixed, upright=upright):
                    point = (fixed, free) if upright else (free, fixed)
                    near, far = plane.distance(point, first), plane.distance(point, second)
                    found = near + far if ellipse else abs(near - far)
                    if not same(found, 2 * a):
                        raise disagree()
                    seen += 1
        if seen < 5:  # noqa: PLR2004 - five points settle a conic
            raise disagree()

    def _roots(self, fixed: arb, *, upright: bool) -> list[arb]:
        zero, plus_one, minus_one = (
            at(self.equation, fixed, arb(n)) if upright else at(self.equation, arb(n), fixed) for n in (0, 1, -1)
        )
        p, q = (plus_one + minus_one) / 2 - zero, (plus_one - minus_one) / 2
        inside = q * q - 4 * p * zero
        if not inside > 0:
            return []
        return [(-q + inside.sqrt()) / (2 * p), (-q - inside.sqrt()) / (2 * p)]


def _both(centre: tuple[Symbolic, Symbolic], by: Symbolic, *, level: bool) -> list[tuple[Symbolic, Symbolic]]:
    h, k = centre
    if level:
        return [(h - by, k), (h + by, k)]
    return [(h, k - by), (h, k + by)]
