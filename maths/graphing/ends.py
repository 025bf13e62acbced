"""Full and empty dots where a piece of a curve ends: at its limits, and at the steps of a staircase."""

from __future__ import annotations

from fractions import Fraction
from math import isfinite, isnan
from typing import TYPE_CHECKING

from maths.graphing.closures import line
from maths.graphing.graph import Kind, Point
from maths.tree import Call, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.graphing.graph import Curve, Window
    from maths.graphing.things import Explicit

MOST = 48  # dots of one curve; a finer staircase has none
_STEPS = frozenset({"floor", "ceil", "sign", "mod"})
_SAME = 1e-6


def ends(number: int, curve: Explicit, drawn: Curve, window: Window) -> list[Point]:
    dots = [*_limits(number, curve, window)]
    if any(isinstance(node, Call) and node.function in _STEPS for node in walk(curve.body)):
        dots += _steps(number, curve, drawn, window)
    return dots if len(dots) <= MOST else []


def _limits(number: int, curve: Explicit, window: Window) -> Iterator[Point]:
    function = line(curve.body, "x")
    limits = curve.limits
    for x, is_open in ((limits.low, limits.low_open), (limits.high, limits.high_open)):
        if isfinite(x) and not isnan(y := function(x)) and window.holds(x, y):
            yield Point(number, Kind.OPEN_END if is_open else Kind.CLOSED_END, x, y)


def _steps(number: int, curve: Explicit, drawn: Curve, window: Window) -> Iterator[Point]:
    function = line(curve.body, "x")
    for path in drawn.paths:
        for x, y in (path[0], path[-1]):
            exact = float(Fraction(x).limit_denominator(100))
            inside = window.left < exact < window.right and window.bottom <= y <= window.top
            if inside and abs(exact - x) < _SAME and x not in (curve.limits.low, curve.limits.high):
                closed = abs(function(exact) - y) < _SAME
                yield Point(number, Kind.CLOSED_END if closed else Kind.OPEN_END, exact, y)
