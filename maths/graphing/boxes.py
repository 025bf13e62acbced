"""How large the shapes of the plane are: the rectangles around moving points, implicit curves and regions."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from maths.graphing.closures import plane
from maths.graphing.graph import HEIGHT, Window
from maths.graphing.moving import moving

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.graphing.things import Inequality, Parametric, Polar
    from maths.tree import Node

USUAL = 5.0  # half the width where nothing asks for more or less
_BORDER = 60  # places on each side of the largest square
_WIDEST_SCAN = 32.0  # half the side of the square in which a curve is looked for


def moving_box(thing: Parametric | Polar) -> Window:
    point, limits = moving(thing)
    xs, ys = [], []
    for k in range(601):
        x, y = point(limits.low + (limits.high - limits.low) * k / 600)
        if not isnan(x) and not isnan(y):
            xs.append(x)
            ys.append(y)
    if not xs:
        return Window(-USUAL, USUAL, -USUAL * HEIGHT, USUAL * HEIGHT)
    xs.sort()
    ys.sort()
    return Window(*_tamed(xs), *_tamed(ys))


def _tamed(values: list[float]) -> tuple[float, float]:
    """All of them, or without the far ones where a few run away."""
    cut = len(values) // 20
    inner = values[cut], values[-1 - cut]
    if values[-1] - values[0] > 3 * (inner[1] - inner[0]):
        return inner
    return values[0], values[-1]


def implicit_box(body: Node) -> list[Window]:
    """Around the curve where it is all near; a usual square where it runs out of sight."""
    function = plane(body)
    half = _WIDEST_SCAN
    for _ in range(4):
        box = _crossed_box(function, half)
        if box is None:
            half /= 4
            continue
        reach = max(abs(box.left), abs(box.right), abs(box.bottom), abs(box.top))
        if reach >= 0.9 * half:
            return [Window(-USUAL, USUAL, -USUAL * HEIGHT, USUAL * HEIGHT)]
        finer = _crossed_box(function, reach * 1.1)
        return [finer or box]
    return []


def region_box(thing: Inequality) -> Window | None:
    """Around a region that has an end on every side; None of others."""
    functions = [plane(bound.body) for bound in thing.bounds]

    def within(x: float, y: float) -> float:
        return -1.0 if thing.limits.hold(x) and all(function(x, y) <= 0 for function in functions) else 1.0

    half = _WIDEST_SCAN
    edge = [half * (2 * k / _BORDER - 1) for k in range(_BORDER + 1)]
    if any(within(x, y) < 0 for e in edge for x, y in ((e, half), (e, -half), (half, e), (-half, e))):
        return None
    for _ in range(3):
        box = _crossed_box(within, half)
        if box is not None:
            reach = max(abs(box.left), abs(box.right), abs(box.bottom), abs(box.top))
            reach += half / 18  # a corner may lie between two places of the grid
            finer = _crossed_box(within, reach) or box
            step = reach / 18
            return Window(finer.left - step, finer.right + step, finer.bottom - step, finer.top + step)
        half /= 4
    return None


def _crossed_box(function: Callable[[float, float], float], half: float) -> Window | None:
    """The box around where a function changes its sign on a grid."""
    count = 40
    at = [-half + half * 2 * k / (count - 1) for k in range(count)]
    signs = [[function(x, y) for x in at] for y in at]
    xs: list[float] = []
    ys: list[float] = []
    for row in range(count - 1):
        for column in range(count - 1):
            here = signs[row][column]
            for x, y in ((column + 1, row), (column, row + 1)):
                other = signs[y][x]
                if not isnan(here) and not isnan(other) and (here > 0) != (other > 0):
                    xs.extend((at[column], at[x]))
                    ys.extend((at[row], at[y]))
    return Window(min(xs), max(xs), min(ys), max(ys)) if xs else None
