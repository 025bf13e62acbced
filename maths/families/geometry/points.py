"""Points with coordinates: distance, midpoint, slope, areas, reflections and turns.

Routes: the formula in SymPy; and what defines the answer, checked in balls by python-flint (equal distances, a
right angle, the shoelace sum).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import sympy
from flint import arb

from maths.bounds import RefusedError
from maths.engines.sympy_form import to_sympy
from maths.families import plans
from maths.families.geometry import plane
from maths.families.geometry.solving import tidy
from maths.families.numbers.operands import calculable
from maths.families.routes import ball
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import minus, over, plus, power, root, times
from maths.families.workings import Lesson, Work, teach
from maths.families.write import formula, tree
from maths.message import Message
from maths.read import read
from maths.tree import Collection, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node

PRECISION = 256  # bits
CLOSE = arb("1e-50")
MAX_CORNERS = 12
_SPACE = 3
_CORNERS = 3

_PYTHAGORAS = Message(
    "The differences of the coordinates are the sides of a right triangle; the distance is its long side."
)
Point = tuple["Node", ...]


def disagree() -> UndecidedError:
    return UndecidedError(Message("The two ways of calculating it do not agree."))


def coordinates(point: Point) -> tuple[Symbolic, ...]:
    values = tuple(to_sympy(calculable(part)) for part in point)
    if not all(value.is_number and value.is_real for value in values):
        raise UndecidedError(Message("The coordinates of a point are real numbers."))
    return values


def in_balls(values: Sequence[Symbolic]) -> tuple[arb, ...]:
    """Balls that hold exact values."""
    try:
        return tuple(ball.number(tree(value), {}).real for value in values)
    except RefusedError as error:
        raise UndecidedError(error.message) from error


def typed_balls(point: Point) -> plane.Point:
    """Balls straight from the text."""
    try:
        return tuple(ball.number(part, {}).real for part in point)
    except RefusedError as error:
        raise UndecidedError(error.message) from error


def same(left: arb, right: arb) -> bool:
    return bool(abs(left - right) < CLOSE * (1 + abs(left)))


def pair(values: Sequence[Symbolic]) -> Node:
    return Collection(Kind.TUPLE, tuple(tree(value) for value in values))


def typed_pair(point: Point) -> Node:
    return Collection(Kind.TUPLE, point)


def shown(values: Sequence[Symbolic]) -> Formula:
    return formula(pair(values))


@dataclass(frozen=True, slots=True)
class Distance:
    """How far two points are apart, in the plane or in space."""

    first: Point
    second: Point

    def settle(self, find: Callable[[Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        a, b = coordinates(self.first), coordinates(self.second)
        if len(a) != len(b):
            raise UndecidedError(Message("The points have not the same number of coordinates."))
        squares = sum(((q - p) ** 2 for p, q in zip(a, b, strict=True)), sympy.Integer(0))
        found = (find or (lambda s: tidy(sympy.sqrt(s))))(squares)
        with ball.precisely(PRECISION):
            if not same(in_balls([found])[0], plane.distance(typed_balls(self.first), typed_balls(self.second))):
                raise disagree()
        steps = [minus(q, p) for p, q in zip(self.first, self.second, strict=True)]
        put_in = root(plus(*(power(step, 2) for step in steps)))
        rule = read("d = sqrt((x_2 - x_1)^2 + (y_2 - y_1)^2)" if len(a) < _SPACE else
                    "d = sqrt((x_2 - x_1)^2 + (y_2 - y_1)^2 + (z_2 - z_1)^2)")  # fmt: skip
        lesson = Lesson(
            Message("Given are the points {first} and {second}.", first=formula(typed_pair(self.first)),
            second=formula(typed_pair(self.second))),
            Message("Wanted: their distance."),
            (
                Work(
                    _PYTHAGORAS,
                    rule, put_in, tree(found),
                ),
            ),
            Message(
                "The other way round it is the same: the differences only change their signs, and the squares stay."
            ),
            Message("The distance is {value}.", value=formula(tree(found))),
            plan=plans.DISTANCE.plan, theorem=plans.DISTANCE.theorem,
        )  # fmt: skip
        method = Message("by the theorem of Pythagoras in SymPy, and again in balls straight from the text")
        return Settled(formula(tree(found)), method, lambda level: teach(lesson, level))


@dataclass(frozen=True, slots=True)
class Midpoint:
    """The middle of a segment, or of several points their centroid; `wanted`: "point", "sum" or "product"."""

    points: tuple[Point, ...]
    wanted: str = "point"

    def settle(self, find: Callable[[list[Symbolic]], list[Symbolic]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        values = [coordinates(point) for point in self.points]
        if len({len(point) for point in values}) != 1:
            raise UndecidedError(Message("The points have not the same number of coordinates."))
        count = len(values)
        if count == _CORNERS and _in_a_line(values):
            raise UndecidedError(Message("No such figure has these measures."))
        sums = [sum(axis, sympy.Integer(0)) for axis in zip(*values, strict=True)]
        middle = (find or (lambda s: [tidy(total / count) for total in s]))(sums)
        with ball.precisely(PRECISION):
            _balanced(in_balls(middle), [typed_balls(point) for point in self.points])
        works = [
            Work(
                Message("Take the average of the coordinates: add them up and divide by how many there are."),
                None,
                over(plus(*(point[axis] for point in self.points)), tree(sympy.Integer(count))),
                tree(middle[axis]),
            )
            for axis in range(len(middle))
        ]
        answer, more = _of_point(middle, self.wanted)
        lesson = Lesson(
            Message("Given are the points {points}.", points=formula(Collection(Kind.SEQUENCE,
            tuple(typed_pair(p) for p in self.points)))),
            Message("Wanted: the midpoint.") if count == 2 else Message("Wanted: the centroid."),  # noqa: PLR2004
            (*works, *more),
            Message("From there the steps to the given points add up to nothing."),
            Message("The result is {value}.", value=formula(answer)),
            plan=plans.MIDDLE.plan, theorem=plans.MIDDLE.theorem,
        )  # fmt: skip
        method = Message("by averages in SymPy, and the steps to the points added up in balls")
        return Settled(formula(answer), method, lambda level: teach(lesson, level))


def _in_a_line(corners: Sequence[Sequence[Symbolic]]) -> bool:
    first, second, third = corners
    ways = [[q - p for p, q in zip(first, corner, strict=True)] for corner in (second, third)]
    return bool(sympy.Matrix(ways).applyfunc(sympy.simplify).rank() < len(ways))


def _of_point(point: Sequence[Symbolic], wanted: str) -> tuple[Node, tuple[Work, ...]]:
    """The point itself, or the sum or product of its coordinates."""
    if wanted == "point":
        return pair(point), ()
    if wanted in {"x", "y"}:
        return tree(point["xy".index(wanted)]), ()
    total = sum(point, sympy.Integer(0)) if wanted == "sum" else sympy.prod(point)
    join = plus if wanted == "sum" else times
    reason = Message("Add the coordinates.") if wanted == "sum" else Message("Multiply the coordinates.")
    value = tree(tidy(total))
    return value, (Work(reason, None, join(*(tree(part) for part in point)), value),)


def _balanced(middle: plane.Point, points: list[plane.Point]) -> None:
    for axis, centre in enumerate(middle):
        if not same(sum((point[axis] - centre for point in points), arb(0)), arb(0)):
            raise disagree()


@dataclass(frozen=True, slots=True)
class OtherEnd:
    """The other end of a segment of which one end and the middle are known."""

    end: Point
    middle: Point
    wanted: str = "point"

    def settle(self, find: Callable[[Symbolic, Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        a, m = coordinates(self.end), coordinates(self.middle)
        if len(a) != len(m):
            raise UndecidedError(Message("The points have not the same number of coordinates."))
        other = [tidy((find or (lambda p, q: 2 * q - p))(p, q)) for p, q in zip(a, m, strict=True)]
        with ball.precisely(PRECISION):
            _balanced(typed_balls(self.middle), [typed_balls(self.end), in_balls(other)])
        two = read("2")
        works = [
            Work(
                Message(
                    "The middle is the average of both ends, so the other end is twice the middle less the known end."
                ),
                None, minus(times(two, self.middle[axis]), self.end[axis]), tree(other[axis]),
            )
            for axis in range(len(other))
        ]  # fmt: skip
        answer, more = _of_point(other, self.wanted)
        lesson = Lesson(
            Message("Given are the end {end} and the middle {middle}.", end=formula(typed_pair(self.end)),
            middle=formula(typed_pair(self.middle))),
            Message("Wanted: the other end."),
            (*works, *more),
            Message("From there the steps to the given points add up to nothing."),
            Message("The result is {value}.", value=formula(answer)),
            plan=plans.OTHER_END.plan, theorem=plans.OTHER_END.theorem,
        )  # fmt: skip
        method = Message("by averages in SymPy, and the steps to the points added up in balls")
        return Settled(formula(answer), method, lambda level: teach(lesson, level))


@dataclass(frozen=True, slots=True)
class Corners:
    """The area or the perimeter of a polygon by its corners, in order."""

    points: tuple[Point, ...]
    wanted: str = "area"

    def settle(self, find: Callable[[list[tuple[Symbolic, ...]]], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        values = [coordinates(point) for point in self.points]
        if any(len(point) != 2 for point in values) or not 3 <= len(values) <= MAX_CORNERS:  # noqa: PLR2004
            raise UndecidedError(Message("A polygon needs its corners in the plane."))
        first = find or (_area if self.wanted == "area" else _perimeter)
        found = tidy(first(values))
        with ball.precisely(PRECISION):
            balls = [typed_balls(point) for point in self.points]
            _simple(balls)
            measured = _by_triangles(balls) if self.wanted == "area" else plane.perimeter(balls)
            if not same(in_balls([found])[0], measured):
                raise disagree()
        works = self._works(values, found)
        lesson = Lesson(
            Message("Given are the points {points}.", points=formula(Collection(Kind.SEQUENCE,
            tuple(typed_pair(p) for p in self.points)))),
            Message("Wanted: the area.") if self.wanted == "area" else Message("Wanted: the perimeter."),
            works,
            Message("Cut into triangles and measured side by side it comes out the same."),
            Message("The result is {value}.", value=formula(tree(found))),
            plan=plans.POLYGON.plan, theorem=plans.POLYGON.theorem,
        )  # fmt: skip
        method = Message("by the shoelace formula or distances in SymPy, and again from triangles in balls")
        return Settled(formula(tree(found)), method, lambda level: teach(lesson, level))

    def _works(self, values: list[tuple[Symbolic, ...]], found: Symbolic) -> tuple[Work, ...]:
        sides = list(zip(self.points, (*self.points[1:], self.points[0]), strict=True))
        if self.wanted == "area":
            terms = [minus(times(a[0], b[1]), times(b[0], a[1])) for a, b in sides]
            twice = tidy(sum((a[0] * b[1] - b[0] * a[1] for a, b in _sides(values)), sympy.Integer(0)))
            return (
                Work(
                    Message("Shoelace formula: for each side multiply crosswise, subtract, and add all of it up."),
                    None, plus(*terms), tree(twice),
                ),
                Work(
                    Message("The area is half of that, without its sign."),
                    None, over(tree(abs(twice)), read("2")), tree(found),
                ),
            )  # fmt: skip
        lengths = [tidy(sympy.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2)) for a, b in _sides(values)]
        roots = [
            Work(
                _PYTHAGORAS,
                None, root(plus(power(minus(b[0], a[0]), 2), power(minus(b[1], a[1]), 2))), tree(length),
            )
            for (a, b), length in zip(sides, lengths, strict=True)
        ]  # fmt: skip
        return (
            *roots,
            Work(Message("Add all the sides."), None, plus(*(tree(length) for length in lengths)), tree(found)),
        )


def _sides(values: list[tuple[Symbolic, ...]]) -> list[tuple[tuple[Symbolic, ...], tuple[Symbolic, ...]]]:
    return list(zip(values, [*values[1:], values[0]], strict=True))


def _area(values: list[tuple[Symbolic, ...]]) -> Symbolic:
    return abs(sum((a[0] * b[1] - b[0] * a[1] for a, b in _sides(values)), sympy.Integer(0))) / 2


def _perimeter(values: list[tuple[Symbolic, ...]]) -> Symbolic:
    return sum((sympy.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) for a, b in _sides(values)), sympy.Integer(0))


def _by_triangles(points: list[plane.Point]) -> arb:
    """Triangles from the first corner, each base times height by distances, counted by the side they turn to."""
    start, total = points[0], arb(0)
    for a, b in pairwise(points[1:]):
        turn = (a[0] - start[0]) * (b[1] - start[1]) - (b[0] - start[0]) * (a[1] - start[1])
        size = plane.distance(a, b) * plane.from_line(start, a, b) / 2
        total += size if turn > 0 else -size
    return abs(total)


def _simple(points: list[plane.Point]) -> None:
    """No three neighbours on a line, no two sides that cross. Raises UndecidedError."""
    count = len(points)
    for n in range(count):
        a, b, c = points[n - 2], points[n - 1], points[n]
        if _turn(a, b, c).contains(0):
            raise UndecidedError(Message("Some of the corners lie on one line."))
    for n in range(count):
        for m in range(n + 2, count):
            if (n, m) != (0, count - 1) and _cross(points[n - 1], points[n], points[m - 1], points[m]):
                raise UndecidedError(Message("In this order the sides of the polygon cross."))


def _turn(a: plane.Point, b: plane.Point, c: plane.Point) -> arb:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _cross(a: plane.Point, b: plane.Point, c: plane.Point, d: plane.Point) -> bool:
    """Whether two segments have a point in common, or may have one."""
    apart = _turn(a, b, c) * _turn(a, b, d) > 0 or _turn(c, d, a) * _turn(c, d, b) > 0
    return not apart
