"""Curves that a moving point draws: its place at each time, and how long it moves."""

from __future__ import annotations

from math import cos, isfinite, isnan, sin, tau
from typing import TYPE_CHECKING

from maths.graphing.closures import line
from maths.graphing.things import Limits, Polar
from maths.tree import Call, walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.graphing.things import Parametric

_MOST_TURNS = 12  # of a rose that closes late
_SPIRAL = 3  # turns of a curve that never closes
_USUAL = 2.5
_PROBES = (0.13, 0.71, 1.37, 2.23, 2.9)


def moving(thing: Parametric | Polar) -> tuple[Callable[[float], tuple[float, float]], Limits]:
    """Raises UnsupportedError."""
    point = _polar(thing) if isinstance(thing, Polar) else _pair(thing)
    low, high = thing.limits.low, thing.limits.high
    if isfinite(low) and isfinite(high):
        return point, thing.limits
    start, end = _period(thing, point)
    if isfinite(low):
        start, end = low, low + (end - start)
    elif isfinite(high):
        start, end = high - (end - start), high
    return point, Limits(start, end)


def _polar(thing: Polar) -> Callable[[float], tuple[float, float]]:
    radius = line(thing.radius, "theta")

    def point(angle: float) -> tuple[float, float]:
        length = radius(angle)
        return length * cos(angle), length * sin(angle)

    return point


def _pair(thing: Parametric) -> Callable[[float], tuple[float, float]]:
    x, y = line(thing.x, thing.letter), line(thing.y, thing.letter)
    return lambda t: (x(t), y(t))


def _period(thing: Parametric | Polar, point: Callable[[float], tuple[float, float]]) -> tuple[float, float]:
    """Once around, where it closes."""
    for turns in range(1, _MOST_TURNS + 1):
        if all(_same(point(t), point(t + turns * tau)) for t in _PROBES):
            return 0.0, turns * tau
    trees = (thing.radius,) if isinstance(thing, Polar) else (thing.x, thing.y)
    swings = any(isinstance(n, Call) and n.function in ("sin", "cos") for tree in trees for n in walk(tree))
    if isinstance(thing, Polar):
        return 0.0, _SPIRAL * tau
    return (-tau, tau) if swings else (-_USUAL, _USUAL)


def _same(first: tuple[float, float], second: tuple[float, float]) -> bool:
    if isnan(first[0]) or isnan(second[0]):
        return isnan(first[0]) and isnan(second[0])
    return abs(first[0] - second[0]) + abs(first[1] - second[1]) < 1e-9 * (1 + abs(first[0]) + abs(first[1]))
