"""The part of the plane worth seeing, where nobody said it: roots, turns and crossings, not the far ends of poles."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from math import inf, isfinite, isnan, pi
from statistics import median
from typing import TYPE_CHECKING

from maths.graphing.boxes import USUAL, implicit_box, moving_box, region_box
from maths.graphing.closures import constant, line
from maths.graphing.graph import FARTHEST, FINEST, HEIGHT, Window
from maths.graphing.scan import changes, rational_places
from maths.graphing.things import Explicit, Given, Implicit, Inequality, Limits, Parametric, Polar
from maths.tree import Call, Name, Quotient, names, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from maths.graphing.things import Request, Thing
    from maths.tree import Node

_MANY = 14  # interesting places: then it swings
_CENTRAL = 10  # of these, nearest to the origin, say how fast
_FEW = 4  # places far out: then they gather near the origin
_SWINGS = 4  # gaps between them to each side
_MARGIN = 0.6  # of the span of what is interesting, on each side
_FLATTEST = 0.15  # of equal units: a curve that runs away is given room upwards
_RUNNING = 8.0  # times the middle of the values: then it has a pole
_FLAT = 0.02  # of the largest value: what comes that near to the axis is seen to
_ROOM = 3.0  # times the span of what must be seen, above and below it
_NATURAL = 2.4  # a window this near to equal units is given equal units
_TRIGONOMETRIC = frozenset({"sin", "cos", "tan", "cot", "sec", "csc"})


@dataclass(slots=True)
class _Seen:
    """What must be in the window."""

    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)
    boxes: list[Window] = field(default_factory=list)
    round: bool = False


def turns(things: Iterable[Thing]) -> bool:
    """Whether the horizontal axis is better counted in multiples of π."""
    bodies = [thing.body for thing in _explicit(things)]
    arguments = [
        node.arguments[0]
        for body in bodies
        for node in walk(body)
        if isinstance(node, Call) and node.function in _TRIGONOMETRIC and "x" in names(node)
    ]
    return bool(arguments) and not any(n == Name("pi") for argument in arguments for n in walk(argument))


def chosen(request: Request) -> Window:
    """A window for what was asked for; ranges given by words are kept."""
    curves = list(_explicit(request.things))
    functions = [line(curve.body, "x") for curve in curves]
    seen = _seen(request.things)
    left, right = _across(request, curves, functions, seen)
    bottom, top = _up(request, curves, functions, seen, (left, right))
    return _with_sides(
        request,
        Window(left, right, bottom, top),
        equal=(bool(seen.boxes) and not curves) or seen.round,
        runs=any(runs_away(c, f, (left, right)) for c, f in zip(curves, functions, strict=True)),
    )


def _explicit(things: Iterable[Thing]) -> Iterable[Explicit]:
    for thing in things:
        if isinstance(thing, Explicit):
            yield thing
        elif isinstance(thing, Inequality) and region_box(thing) is None:
            yield from (bound.edge for bound in thing.bounds if isinstance(bound.edge, Explicit))


def _seen(things: Iterable[Thing]) -> _Seen:
    seen = _Seen()
    points = [thing for thing in things if isinstance(thing, Given)]
    for thing in things:
        match thing:
            case Parametric() | Polar():
                seen.boxes.append(moving_box(thing))
                seen.round = True
            case Implicit(body=body):
                _see(seen, body)
            case Inequality(bounds=bounds):
                if (box := region_box(thing)) is not None:
                    seen.boxes.append(box)
                    continue
                for bound in bounds:
                    if isinstance(bound.edge, Implicit):
                        _see(seen, bound.edge.body)
            case _:
                pass
    if points:
        xs, ys = [constant(point.x) for point in points], [constant(point.y) for point in points]
        seen.boxes.append(Window(min(xs), max(xs), min(ys), max(ys)))
    return seen


def _see(seen: _Seen, body: Node) -> None:
    """A curve of the plane; lines along an axis are no shapes."""
    letters = names(body)
    if letters in ({"x"}, {"y"}):
        (letter,) = letters
        (seen.xs if letter == "x" else seen.ys).extend(changes(line(body, letter), turns_too=False))
    else:
        seen.boxes.extend(implicit_box(body))
        seen.round = True


# Across


def _across(
    request: Request, curves: list[Explicit], functions: list[Callable[[float], float]], seen: _Seen
) -> tuple[float, float]:
    if request.across is not None:
        return request.across.low, request.across.high
    xs = [end for curve in curves for end in (curve.limits.low, curve.limits.high) if isfinite(end)]
    limited = bool(curves) and all(isfinite(c.limits.low) and isfinite(c.limits.high) for c in curves)
    each = [] if limited else _interesting(curves, functions)
    xs += [x for found in each for x in found]
    xs += seen.xs
    boxes = [end for box in seen.boxes for end in (box.left, box.right)]
    if not curves and boxes:
        low, high = min(boxes + xs), max(boxes + xs)
        margin = 0.15 * (high - low) or USUAL
        return _with_origin(low - margin, high + margin)
    if max(map(len, each), default=0) > _MANY and not boxes and not limited:
        return _swinging(each)
    xs += boxes
    if limited and not boxes:
        margin = 0.25 * (max(xs) - min(xs))
        return min(xs) - margin, max(xs) + margin
    if boxes:
        margin = 0.3 * (max(xs) - min(xs)) or USUAL
        return _with_origin(min(xs) - margin, max(xs) + margin)
    return _trimmed(_spanned(xs), functions)


def _with_origin(low: float, high: float) -> tuple[float, float]:
    """The origin too where it is not far."""
    reach = 0.8 * (high - low)
    return (min(low, -0.1 * reach) if low < reach else low), (max(high, 0.1 * reach) if high > -reach else high)


def _spanned(xs: list[float]) -> tuple[float, float]:
    if not xs:
        return -USUAL, USUAL
    low, high = min(xs), max(xs)
    if low > 0 and low < 2 * (high - low) + USUAL:
        low = 0.0
    if high < 0 and -high < 2 * (high - low) + USUAL:
        high = 0.0
    span = high - low
    if span == 0:
        half = USUAL if abs(low) < USUAL else 1.6 * abs(low)
        return low - half, low + half
    if _clusters(xs) <= 2 and span <= 2 * USUAL:  # noqa: PLR2004 - a place or two say little about the size
        middle = (low + high) / 2
        return middle - USUAL, middle + USUAL
    margin = (_MARGIN if _clusters(xs) > 3 else 0.8) * span  # noqa: PLR2004 - few places say less of the size
    return low - margin, high + margin


def _clusters(xs: list[float]) -> int:
    """How many places there are, those close together as one."""
    ordered = sorted(xs)
    near = 0.05 * (ordered[-1] - ordered[0])
    return 1 + sum(after - before > near for before, after in pairwise(ordered))


def _trimmed(ends: tuple[float, float], functions: list[Callable[[float], float]]) -> tuple[float, float]:
    """Less of a side where nothing has a value."""
    left, right = ends
    places = [left + (right - left) * k / 200 for k in range(201)]
    alive = [place for place in places if any(not isnan(function(place)) for function in functions)]
    if not alive or not functions:
        return ends
    low, high = alive[0], alive[-1]
    if low > places[4] and low > 0.2 * left + 0.8 * left:
        left = low - 0.15 * (high - low)
    if high < places[-5]:
        right = high + 0.15 * (high - low)
    return left, right


def _swinging(each: list[list[float]]) -> tuple[float, float]:
    """A few swings of the slowest curve."""
    half, low = 0.0, 0.0
    for xs in each:
        central = sorted(sorted(xs, key=abs)[:_CENTRAL])
        gaps = [after - before for before, after in pairwise(central)]
        gaps = [gap for gap in gaps if gap > 0.2 * max(gaps)]
        spread = [after - before for before, after in pairwise(sorted(xs))]
        far = [x for x in xs if abs(x) > max(map(abs, xs)) / 2]
        if len(xs) > _MANY and gaps and median(gaps) < 0.1 * max(spread) and len(far) <= _FEW:
            # it swings ever faster near the origin
            half = max(half, 1.5 * max(map(abs, xs)))
        elif len(xs) > _MANY and gaps:
            half = max(half, _SWINGS * median(gaps))
        low = min([low, *xs])
    half = half or USUAL
    return (-half, half) if low < 0 else (-0.1 * half, 2 * half)


def _interesting(curves: list[Explicit], functions: list[Callable[[float], float]]) -> list[list[float]]:
    """Zeros, turns, poles and ends of each curve, and their crossings, roughly."""
    found: list[list[float]] = []
    for curve, function in zip(curves, functions, strict=True):
        roots = rational_places(curve.body)
        places = changes(function, turns_too=True) if roots is None else roots
        found.append([x for x in places if curve.limits.hold(x)])
    met: list[float] = []
    for first, second in combinations(functions, 2):
        met.extend(changes(lambda x, f=first, g=second: f(x) - g(x), turns_too=False))  # type: ignore[misc]
    return [*found, met] if len(met) <= _MANY else found


# Up


def _up(
    request: Request,
    curves: list[Explicit],
    functions: list[Callable[[float], float]],
    seen: _Seen,
    ends: tuple[float, float],
) -> tuple[float, float]:
    if request.up is not None:
        return request.up.low, request.up.high
    low, high = min(seen.ys, default=inf), max(seen.ys, default=-inf)
    for box in seen.boxes:
        low, high = min(low, box.bottom), max(high, box.top)
    if curves:
        of_curves = _heights(curves, functions, ends, boxed=bool(seen.boxes))
        low, high = min(low, of_curves[0]), max(high, of_curves[1])
    if not low <= high:
        return -USUAL * HEIGHT, USUAL * HEIGHT
    if high - low <= FINEST * max(1.0, abs(low), abs(high)):
        half = max(USUAL * HEIGHT, 0.8 * abs(low))
        return low - half, high + half
    margin = 0.12 * (high - low)
    low, high = low - margin, high + margin
    reach = 0.6 * (high - low)
    return (min(low, -margin) if low < reach else low), (max(high, margin) if high > -reach else high)


def _heights(
    curves: list[Explicit], functions: list[Callable[[float], float]], ends: tuple[float, float], *, boxed: bool
) -> tuple[float, float]:
    """All values of tame curves; of those that run away, turns, crossings and what lies about the middle.

    `boxed`: other things say how large the window is; then only what must be seen of the curves.
    """
    places = [ends[0] + (ends[1] - ends[0]) * (k + 0.5) / 300 for k in range(300)]
    met = _met(functions, places)
    starts = [function(0.0) for function in functions] if ends[0] <= 0 <= ends[1] else []
    met += [start for start in starts if not isnan(start)]
    low, high = inf, -inf
    for curve, function in zip(curves, functions, strict=True):
        values = [function(x) for x in places if curve.limits.hold(x)]
        known = sorted(value for value in values if not isnan(value) and abs(value) < FARTHEST / 10)
        if not known:
            continue
        keys = [*_turn_values(values), *met]
        if all(isfinite(end) for end in (curve.limits.low, curve.limits.high)):
            keys += [known[0], known[-1]]
        keys += _end_values(function, places, values)
        if known[0] < 0 < known[-1] or min(map(abs, known)) < _FLAT * max(map(abs, known)):
            keys.append(0.0)
        if boxed:
            low, high = min([low, *keys]), max([high, *keys])
            continue
        span = max(keys) - min(keys) if keys else 0.0
        part = len(known) // 6 if span else len(known) // 8
        core = (known[part], known[-1 - part])
        if span > _FLAT * (core[1] - core[0]) and not runs_away(curve, function, ends):
            core = (max(core[0], min(keys) - _ROOM * span), min(core[1], max(keys) + _ROOM * span))
        least = min([core[0], *(key - 0.6 * span for key in keys)])
        most = max([core[1], *(key + 0.6 * span for key in keys)])
        if known[-1] - known[0] <= 1.6 * (most - least):
            least, most = known[0], known[-1]
        low, high = min(low, max(least, known[0])), max(high, min(most, known[-1]))
    return low, high


def _end_values(function: Callable[[float], float], places: list[float], values: list[float]) -> list[float]:
    """The heights at which the curve begins and ends inside."""
    found: list[float] = []
    for (start, before), (end, after) in pairwise(zip(places, values, strict=False)):
        if isnan(before) != isnan(after):
            inside, outside = (start, end) if isnan(after) else (end, start)
            for _ in range(40):
                middle = (inside + outside) / 2
                inside, outside = (inside, middle) if isnan(function(middle)) else (middle, outside)
            found.append(function(inside))
    return [value for value in found if abs(value) < FARTHEST]


def _met(functions: list[Callable[[float], float]], places: list[float]) -> list[float]:
    """Where curves cross, their heights."""
    found: list[float] = []
    for first, second in combinations(functions, 2):
        gaps = [first(x) - second(x) for x in places]
        for x, before, after in zip(places, gaps, gaps[1:], strict=False):
            if (before > 0) != (after > 0) and abs(after - before) < 1 + abs(first(x)):
                found.append(first(x))
    return [value for value in found if not isnan(value)]


def _turn_values(values: list[float]) -> list[float]:
    """Values of turns; a jump beside a pole is none."""
    found = []
    for before, here, after in zip(values, values[1:], values[2:], strict=False):
        step = max(abs(here - before), abs(after - here))
        if ((before > here <= after) or (before < here >= after)) and step < 0.5 * (1 + abs(here)):
            found.append(here)
    return found


# Both


def _with_sides(request: Request, window: Window, *, equal: bool, runs: bool) -> Window:
    """Equal units on both axes where shapes ask for them or where it costs little; then the origin's turns."""
    ratio = window.height / (window.width * HEIGHT)
    equal = equal or (runs and _FLATTEST < ratio < 1)
    if turns(request.things) and not equal and request.across is None:
        return _in_turns(window)
    free_across, free_up = request.across is None, request.up is None
    if (not equal and not 1 / _NATURAL < ratio < _NATURAL) or not (free_across or free_up):
        return window
    middle_x, middle_y = (window.left + window.right) / 2, (window.bottom + window.top) / 2
    if (ratio < 1 or not free_across) and free_up:
        half = window.width * HEIGHT / 2
        return Window(window.left, window.right, middle_y - half, middle_y + half)
    if free_across:
        half = window.height / HEIGHT / 2
        return Window(middle_x - half, middle_x + half, window.bottom, window.top)
    return window


def _in_turns(window: Window) -> Window:
    unit = pi / 2 if window.width > pi else pi / 12
    if window.width < pi / 4:
        return window
    return Window(math.floor(window.left / unit + 0.25) * unit, math.ceil(window.right / unit - 0.25) * unit,
                  window.bottom, window.top)  # fmt: skip


def limits_in(limits: Limits, window: Window) -> tuple[float, float]:
    return max(limits.low, window.left), min(limits.high, window.right)


def runs_away(curve: Explicit, function: Callable[[float], float], ends: tuple[float, float]) -> bool:
    """Whether it has a pole inside: it is divided by x in some way, and grows far beyond its usual values."""
    if not any(isinstance(node, Quotient) and "x" in names(node.denominator) for node in walk(curve.body)):
        return False
    values = sorted(v for k in range(301) if not isnan(v := function(ends[0] + (ends[1] - ends[0]) * (k + 0.3) / 301)))
    return bool(values) and values[-1] - values[0] > _RUNNING * (
        values[-1 - len(values) // 5] - values[len(values) // 5]
    )
