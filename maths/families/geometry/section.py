"""Points that divide a segment from outside, and those that cut it into three equal parts.

Routes: weighted averages in SymPy; the distances to both ends in balls.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import sympy

from maths.families import plans
from maths.families.geometry import plane
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
from maths.families.terms import minus, over, plus, times
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula, listed, tree
from maths.message import Message
from maths.read import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.geometry.points import Point
    from maths.families.symbolic import Symbolic
    from maths.tree import Node


def _shown(point: tuple[Symbolic, ...]) -> Node:
    """On a number line the number itself."""
    return pair(point) if len(point) > 1 else tree(point[0])


@dataclass(frozen=True, slots=True)
class DivideOutside:
    """The point of the line through two points, not between them, whose distances from them are in a ratio."""

    first: Point
    second: Point
    ratio: tuple[Node, Node]

    def settle(self, find: Callable[[Symbolic, Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        a, b = coordinates(self.first), coordinates(self.second)
        m, n = coordinates(self.ratio)
        if len(a) != len(b) or a == b or not (m.is_positive and n.is_positive):
            raise UndecidedError(Message("The parts of a ratio are positive numbers."))
        if sympy.simplify(m - n) == 0:
            raise UndecidedError(Message("In the ratio 1:1 no point divides a segment from outside."))
        weigh = find or (lambda p, q: (m * q - n * p) / (m - n))
        found = tuple(tidy(weigh(p, q)) for p, q in zip(a, b, strict=True))
        with ball.precisely(PRECISION):
            p, q, x = typed_balls(self.first), typed_balls(self.second), in_balls(found)
            whole, near, far = plane.distance(p, q), plane.distance(p, x), plane.distance(x, q)
            u, v = typed_balls(self.ratio)
            if not same(abs(near - far), whole) or not same(near * v, far * u):
                raise disagree()
        works = tuple(
            Work(
                Message("Outside, the two parts point in opposite directions: subtract instead of adding."),
                None,
                over(
                    minus(times(self.ratio[0], self.second[axis]), times(self.ratio[1], self.first[axis])),
                    minus(*self.ratio),
                ),
                tree(found[axis]),
            )
            for axis in range(len(found))
        )
        answer = _shown(found)
        lesson = Lesson(
            Message(
                "Given are the points {first} and {second}.",
                first=formula(typed_pair(self.first)),
                second=formula(typed_pair(self.second)),
            ),
            Message("Wanted: the point that divides the segment in that ratio from outside."),
            works,
            Message("Its distances from both ends are in that ratio, and their difference is the whole segment."),
            Message("The result is {value}.", value=formula(answer)),
            plan=Message("The point lies on the line beyond one of the ends: work out each coordinate on its own."),
            theorem=Message("An affine combination of the ends with one negative weight."),
        )
        method = Message("by weighted averages in SymPy, and by the distances in balls")
        return Settled(formula(answer), method, lambda level: teach(lesson, level))


@dataclass(frozen=True, slots=True)
class Trisect:
    """The two points that cut a segment into three equal parts, the one nearer to the first end first."""

    first: Point
    second: Point

    def settle(self, find: Callable[[Symbolic, Symbolic, int], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        a, b = coordinates(self.first), coordinates(self.second)
        if len(a) != len(b) or a == b:
            raise UndecidedError(Message("The points have not the same number of coordinates."))
        weigh = find or (lambda p, q, k: ((3 - k) * p + k * q) / 3)
        found = [tuple(tidy(weigh(p, q, k)) for p, q in zip(a, b, strict=True)) for k in (1, 2)]
        with ball.precisely(PRECISION):
            places = [typed_balls(self.first), *(in_balls(point) for point in found), typed_balls(self.second)]
            whole = plane.distance(places[0], places[-1])
            if not all(same(3 * plane.distance(p, q), whole) for p, q in pairwise(places)):
                raise disagree()
        works = tuple(
            Work(
                Message("One third of the way: the nearer end counts twice, the other once."),
                None,
                over(
                    plus(times(tree(sympy.Integer(3 - k)), self.first[axis]),
                         times(tree(sympy.Integer(k)), self.second[axis])),
                    read("3"),
                ),
                tree(point[axis]),
            )
            for k, point in enumerate(found, start=1)
            for axis in range(len(point))
        )  # fmt: skip
        answer = listed(formula(_shown(point)) for point in found)
        lesson = Lesson(
            Message(
                "Given are the points {first} and {second}.",
                first=formula(typed_pair(self.first)),
                second=formula(typed_pair(self.second)),
            ),
            Message("Wanted: the two points that cut the segment into three equal parts."),
            works,
            Message("From point to point it is one third of the whole each time."),
            Message("The result is {value}.", value=answer),
            plan=plans.DIVISION.plan,
            theorem=plans.DIVISION.theorem,
        )
        method = Message("by weighted averages in SymPy, and by the distances in balls")
        return Settled(answer, method, lambda level: teach(lesson, level))
