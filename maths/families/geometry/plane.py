"""Points with coordinates in balls: distances, areas by the shoelace formula, feet and centres by elimination."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from flint import acb, arb

from maths.families.settled import UndecidedError
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MIN_CORNERS, MAX_CORNERS = 3, 600  # of a polygon that is drawn
Point: TypeAlias = tuple[arb, ...]


def pi() -> arb:
    """The area of the unit disk: the rational parametrisation of a quarter of it, integrated with an error bound."""
    found: arb = acb.integral(lambda t, _: 4 / (1 + t * t), 0, 1).real
    return found


def integral(function: Callable[[acb], acb], lower: arb, upper: arb) -> arb:
    """The area below an analytic function, with an error bound."""
    found: arb = acb.integral(lambda z, _: function(z), acb(lower), acb(upper)).real
    return found


def distance(a: Point, b: Point) -> arb:
    total = arb(0)
    for x, y in zip(a, b, strict=True):
        total += (x - y) * (x - y)
    return total.sqrt()


def closed(points: Sequence[Point]) -> list[tuple[Point, Point]]:
    """The sides of a polygon."""
    return [*pairwise(points), (points[-1], points[0])]


def perimeter(points: Sequence[Point]) -> arb:
    return sum((distance(a, b) for a, b in closed(points)), arb(0))


def area(points: Sequence[Point]) -> arb:
    """The shoelace formula."""
    return abs(sum((a[0] * b[1] - b[0] * a[1] for a, b in closed(points)), arb(0))) / 2


def from_line(point: Point, a: Point, b: Point) -> arb:
    """The distance of a point from the line through two others."""
    return abs((b[0] - a[0]) * (a[1] - point[1]) - (a[0] - point[0]) * (b[1] - a[1])) / distance(a, b)


def circumcentre(a: Point, b: Point, c: Point) -> Point:
    """Equally far from three points, by Cramer's rule."""
    p, q = (2 * (b[0] - a[0]), 2 * (b[1] - a[1])), (2 * (c[0] - a[0]), 2 * (c[1] - a[1]))
    u, v = (_square(b) - _square(a)), (_square(c) - _square(a))
    determinant = p[0] * q[1] - p[1] * q[0]
    return (u * q[1] - p[1] * v) / determinant, (p[0] * v - u * q[0]) / determinant


def _square(point: Point) -> arb:
    return point[0] * point[0] + point[1] * point[1]


def incentre(a: Point, b: Point, c: Point) -> Point:
    """Where the bisectors of the angles meet."""
    weights = (distance(b, c), distance(c, a), distance(a, b))
    total = sum(weights, arb(0))
    x, y = (sum((w * p[axis] for w, p in zip(weights, (a, b, c), strict=True)), arb(0)) / total for axis in (0, 1))
    return x, y


def angle_at(corner: Point, a: Point, b: Point) -> arb:
    """The angle at a corner between the directions to two points, in radians."""
    u, v = (a[0] - corner[0], a[1] - corner[1]), (b[0] - corner[0], b[1] - corner[1])
    turn: arb = arb.atan2(abs(u[0] * v[1] - u[1] * v[0]), u[0] * v[0] + u[1] * v[1])
    return turn


def whole(count: arb) -> int:
    """A number of corners. Raises UndecidedError."""
    found = count.unique_fmpz()
    if found is None or not MIN_CORNERS <= int(found) <= MAX_CORNERS or not abs(count - int(found)) < arb("1e-50"):
        raise UndecidedError(Message("No such figure has these measures."))
    return int(found)


def apex(a: arb, b: arb, c: arb) -> list[Point]:
    """A triangle of three given sides: c along the axis, the third corner where two circles meet."""
    x = (b * b + c * c - a * a) / (2 * c)
    height = b * b - x * x
    if not height > 0:
        raise UndecidedError(Message("No such figure has these measures."))
    return [(arb(0), arb(0)), (c, arb(0)), (x, height.sqrt())]
