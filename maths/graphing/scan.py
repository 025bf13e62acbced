"""A first look along the axis: where a function is zero, turns, begins or ends, roughly."""

from __future__ import annotations

from math import isnan, sinh
from typing import TYPE_CHECKING

from maths.families.routes.roots import distinct_real
from maths.graphing.graph import FARTHEST
from maths.graphing.precise import fraction_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node

_SCAN = [sinh(k / 120) for k in range(-636, 637)]  # to 100 on both sides, denser near the origin


def rational_places(body: Node) -> list[float] | None:
    """Of a rational function: zeros, turns and poles from its polynomials, however far out."""
    parts = fraction_of(body)
    if parts is None:
        return None
    top, bottom = parts
    slope = top.derivative() * bottom - top * bottom.derivative()
    found: list[float] = []
    for poly in (top, bottom, slope):
        if poly.degree() > 0:
            found.extend(float(root.real) for root in distinct_real(poly))
    return [x for x in found if abs(x) < FARTHEST / 1000]


def changes(function: Callable[[float], float], *, turns_too: bool) -> list[float]:
    """Where a function changes its sign, turns, begins or ends."""
    values = [function(x) for x in _SCAN]
    found: list[float] = []
    for k in range(1, len(values)):
        before, here = values[k - 1], values[k]
        if isnan(before) != isnan(here):
            found.append((_SCAN[k - 1] + _SCAN[k]) / 2)
        elif (before > 0) != (here > 0) and not isnan(here) and not _rests(values, k):
            found.append(_SCAN[k] if here == 0 else (_SCAN[k - 1] + _SCAN[k]) / 2)
        elif turns_too and k + 1 < len(values):
            after = values[k + 1]
            if (before > here < after) or (before < here > after):
                found.append(_SCAN[k])
    return found


def _rests(values: list[float], k: int) -> bool:
    """Whether it is zero for a while there: a float that became too small."""
    return 0 in values[k - 1 : k + 1] and values[max(k - 2, 0) : k + 2].count(0) > 1
