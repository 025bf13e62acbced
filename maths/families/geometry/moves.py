"""Points reflected, turned, shifted, dividing a segment; and polar coordinates.

Routes: the rule in SymPy; and what defines the image, checked in balls: the middle lies on the mirror and the way to it
is at a right angle, the distance from the centre stays and the angle between is the one that is stated.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from flint import arb

from maths.families import plans
from maths.families.geometry import plane
from maths.families.geometry.lines import line_of
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
from maths.families.terms import over, plus, times
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula, tree
from maths.message import Message
from maths.tree import Call

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.geometry.points import Point
    from maths.families.symbolic import Symbolic
    from maths.tree import Node, Relation

_HALF_TURN = 180
Image = tuple["Symbolic", ...]


@dataclass(frozen=True, slots=True)
class Reflect:
    """The mirror image of a point in a line, or in the origin where `mirror` is None."""

    point: Point
    mirror: Relation | None

    def settle(self, find: Callable[[Image], Image] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        p = _plane(self.point)
        if self.mirror is None:
            image = (find or (lambda q: (-q[0], -q[1])))(p)
            with ball.precisely(PRECISION):
                start, end = typed_balls(self.point), in_balls(image)
                if not all(same(a + b, arb(0)) for a, b in zip(start, end, strict=True)):
                    raise disagree()
            reason = Message("Through the origin both coordinates change their signs: (x, y) becomes (−x, −y).")
        else:
            a, b, c = line_of(self.mirror)
            share = 2 * (a * p[0] + b * p[1] - c) / (a * a + b * b)
            image = (find or (lambda q: (tidy(q[0] - share * a), tidy(q[1] - share * b))))(p)
            with ball.precisely(PRECISION):
                u, v, w = in_balls((a, b, c))
                start, end = typed_balls(self.point), in_balls(image)
                middle = u * (start[0] + end[0]) / 2 + v * (start[1] + end[1]) / 2
                across = v * (end[0] - start[0]) - u * (end[1] - start[1])
                if not same(middle, w) or not same(across, arb(0)):
                    raise disagree()
            reason = _mirrored(a, b, c)
        check = Message("The middle between point and image lies on the mirror.")
        return _moved(self.point, image, reason, check, plans.REFLECTION)


def _mirrored(a: Symbolic, b: Symbolic, c: Symbolic) -> Message:
    """The rule of a reflection in the line ax + by = c."""
    if c == 0 and a == 0:
        return Message("In the x-axis x stays and y changes its sign: (x, y) becomes (x, −y).")
    if c == 0 and b == 0:
        return Message("In the y-axis y stays and x changes its sign: (x, y) becomes (−x, y).")
    if c == 0 and a == -b:
        return Message("In the line y = x both coordinates change places: (x, y) becomes (y, x).")
    if c == 0 and a == b:
        return Message("In the line y = −x both coordinates change places and signs: (x, y) becomes (−y, −x).")
    return Message("Go to the mirror line at a right angle, and just as far on the other side.")


@dataclass(frozen=True, slots=True)
class Turn:
    """A point turned about the origin by an angle in degrees, counterclockwise where positive."""

    point: Point
    degrees: Node

    def settle(self, find: Callable[[Image, Symbolic], Image] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        p = _plane(self.point)
        angle = coordinates((self.degrees,))[0]
        image = (find or _turned)(p, angle)
        with ball.precisely(PRECISION):
            start, end = typed_balls(self.point), in_balls(image)
            turn = typed_balls((self.degrees,))[0] * arb.pi() / _HALF_TURN
            square = start[0] * start[0] + start[1] * start[1]
            dot, cross = start[0] * end[0] + start[1] * end[1], start[0] * end[1] - start[1] * end[0]
            if not same(dot, square * turn.cos()) or not same(cross, square * turn.sin()):
                raise disagree()
        reason = Message("Turning keeps the distance from the origin: x' = x·cos t − y·sin t, y' = x·sin t + y·cos t.")
        check = Message("Point and image are equally far from the origin.")
        return _moved(self.point, image, reason, check, plans.TURN)


def _turned(p: Image, angle: Symbolic) -> Image:
    turn = angle * sympy.pi / _HALF_TURN
    cosine, sine = sympy.cos(turn), sympy.sin(turn)
    return tidy(sympy.expand(p[0] * cosine - p[1] * sine)), tidy(sympy.expand(p[0] * sine + p[1] * cosine))


def _plane(point: Point) -> Image:
    values = coordinates(point)
    if len(values) != 2:  # noqa: PLR2004
        raise UndecidedError(Message("The point must lie in the plane."))
    return values


def _moved(point: Point, image: Image, reason: Message, check: Message, plan: plans.Plan) -> Settled:
    answer = pair(image)
    lesson = Lesson(
        Message("Given is the point {point}.", point=formula(typed_pair(point))),
        Message("Wanted: its image."),
        (Work(reason, None, typed_pair(point), formula(answer)),),
        check,
        Message("The image is {value}.", value=formula(answer)),
        plan=plan.plan,
        theorem=plan.theorem,
        way=Message("Apply the rule of the movement to both coordinates."),
    )
    method = Message("by the rule in SymPy, and by what defines the image in balls")
    return Settled(formula(answer), method, lambda level: teach(lesson, level))


@dataclass(frozen=True, slots=True)
class Divide:
    """The point that divides a segment in a ratio, inside it."""

    first: Point
    second: Point
    ratio: tuple[Node, Node]

    def settle(self, find: Callable[..., Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        a, b = coordinates(self.first), coordinates(self.second)
        m, n = coordinates(self.ratio)
        if len(a) != len(b) or a == b or not (m.is_positive and n.is_positive):
            raise UndecidedError(Message("The parts of a ratio are positive numbers."))
        found = tuple(tidy((find or (lambda p, q: (n * p + m * q) / (m + n)))(p, q)) for p, q in zip(a, b, strict=True))
        with ball.precisely(PRECISION):
            p, q, x = typed_balls(self.first), typed_balls(self.second), in_balls(found)
            whole, near, far = plane.distance(p, q), plane.distance(p, x), plane.distance(x, q)
            u, v = typed_balls(self.ratio)
            if not same(near + far, whole) or not same(near * v, far * u):
                raise disagree()
        works = tuple(
            Work(
                Message("Weigh the two ends: the nearer one counts more."), None,
                over(plus(times(self.ratio[1], self.first[axis]), times(self.ratio[0], self.second[axis])),
                plus(*self.ratio)),
                tree(found[axis]),
            )
            for axis in range(len(found))
        )  # fmt: skip
        answer = pair(found) if len(found) > 1 else tree(found[0])
        lesson = Lesson(
            Message("Given are the points {first} and {second}.", first=formula(typed_pair(self.first)),
            second=formula(typed_pair(self.second))),
            Message("Wanted: the point that divides the segment in that ratio."),
            works,
            Message("Its distances from both ends are in that ratio and add up to the whole."),
            Message("The result is {value}.", value=formula(answer)),
            plan=plans.DIVISION.plan, theorem=plans.DIVISION.theorem,
        )  # fmt: skip
        method = Message("by weighted averages in SymPy, and by the distances in balls")
        return Settled(formula(answer), method, lambda level: teach(lesson, level))


@dataclass(frozen=True, slots=True)
class Convert:
    """A point in other coordinates: `source` and `target` are "polar", "rectangular", "cylindrical", "spherical".

    Into polar and its kin: a positive distance, the angle from 0 up to a full turn, which the statement has to say.
    """

    point: Point
    source: str
    target: str

    def settle(self, find: Callable[[Image, str, str], Image] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        values = coordinates(self.point)
        size = 2 if "polar" in (self.source, self.target) else 3
        if len(values) != size or (self.source == "rectangular") is (self.target == "rectangular"):
            raise UndecidedError(Message("The points have not the same number of coordinates."))
        found = (find or _converted)(values, self.source, self.target)
        with ball.precisely(PRECISION):
            given, answer = typed_balls(self.point), in_balls(found)
            polar, flat = (given, answer) if self.target == "rectangular" else (answer, given)
            kind = self.source if self.target == "rectangular" else self.target
            if not all(same(a, b) for a, b in zip(_flat(polar, kind), flat, strict=True)):
                raise disagree()
            if self.target != "rectangular" and not (polar[0] > 0 and polar[1] >= 0 and polar[1] < 2 * arb.pi()):
                raise UndecidedError(Message("At the origin the angle is not settled."))
        answer_node = pair(found)
        lesson = Lesson(
            Message("Given is the point {point}.", point=formula(typed_pair(self.point))),
            Message("Wanted: the same point in other coordinates."),
            (Work(_RULES[self.source, self.target], None, self._put_in(), formula(answer_node)),),
            Message("Turned back by sine and cosine it is the same point."),
            Message("The result is {value}.", value=formula(answer_node)),
            plan=plans.COORDINATES.plan,
            theorem=plans.COORDINATES.theorem,
        )
        method = Message("by the rule in SymPy, and by what defines the image in balls")
        return Settled(formula(answer_node), method, lambda level: teach(lesson, level))

    def _put_in(self) -> Node:
        """`(2·cos(π/3), 2·sin(π/3))`, where sine and cosine of the stated angle are all there is to it."""
        if self.target != "rectangular" or self.source == "spherical":
            return typed_pair(self.point)
        out, angle, *rest = self.point
        return typed_pair((times(out, Call("cos", (angle,))), times(out, Call("sin", (angle,))), *rest))


_TO_FLAT = Message(
    "The distance times cosine goes to the right, the distance times sine goes up: x = r·cos θ, y = r·sin θ."
)
_TO_POLAR = Message("The distance is √(x² + y²); the angle is the one whose cosine is x/r and whose sine is y/r.")
_TO_SPHERICAL = Message("ρ = √(x² + y² + z²), the angle around as in polar coordinates, and cos φ = z/ρ.")
_FROM_SPHERICAL = Message("z = ρ·cos φ, and the distance from the axis is ρ·sin φ; then as in polar coordinates.")
_RULES = {
    ("polar", "rectangular"): _TO_FLAT,
    ("cylindrical", "rectangular"): _TO_FLAT,
    ("spherical", "rectangular"): _FROM_SPHERICAL,
    ("rectangular", "polar"): _TO_POLAR,
    ("rectangular", "cylindrical"): _TO_POLAR,
    ("rectangular", "spherical"): _TO_SPHERICAL,
}


def _flat(point: tuple[arb, ...], kind: str) -> tuple[arb, ...]:
    if kind == "spherical":
        out = point[0] * point[2].sin()
        return out * point[1].cos(), out * point[1].sin(), point[0] * point[2].cos()
    return point[0] * point[1].cos(), point[0] * point[1].sin(), *point[2:]


def _converted(values: Image, source: str, target: str) -> Image:
    if target == "rectangular":
        out = values[0] * sympy.sin(values[2]) if source == "spherical" else values[0]
        rest = (tidy(values[0] * sympy.cos(values[2])),) if source == "spherical" else values[2:]
        return tidy(out * sympy.cos(values[1])), tidy(out * sympy.sin(values[1])), *rest
    x, y = values[:2]
    around = sympy.atan2(y, x)
    angle = tidy(around if around >= 0 else around + 2 * sympy.pi)
    out = tidy(sympy.sqrt(x * x + y * y))
    if target == "spherical":
        radius = tidy(sympy.sqrt(x * x + y * y + values[2] ** 2))
        return radius, angle, tidy(sympy.acos(tidy(values[2] / radius)))
    return out, angle, *values[2:]
