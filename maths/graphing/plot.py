"""A request to a plot: read, given a window, followed by lines, marked."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise
from math import isfinite, isnan
from typing import TYPE_CHECKING

from maths.bounds import RefusedError, UnreadableError
from maths.graphing.closures import constant, line, plane
from maths.graphing.contour import MAX_CALLS, contour
from maths.graphing.ends import ends
from maths.graphing.features import Features, Found, crossings, features, meetings
from maths.graphing.graph import Curve, Graph, Kind, NotDrawn, Region, Window
from maths.graphing.marks import asymptotes, points
from maths.graphing.moving import moving
from maths.graphing.notes import notes
from maths.graphing.precise import Clock, TooManyError, at, spot_of, zeros
from maths.graphing.request import understood
from maths.graphing.sampling import Sampler, clipped, swings_unseen
from maths.graphing.things import Explicit, Given, Implicit, Inequality, Parametric, Polar
from maths.graphing.view import chosen, limits_in, turns
from maths.message import Message
from maths.tree import Name, Number, names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from maths.graphing.graph import Path
    from maths.graphing.things import Limits, Request, Thing
    from maths.tree import Node

_ZERO = Number(Fraction(0))
_SAME = 1e-9  # above zero by so little is not above zero
_SHOWN_NEAR = 14  # characters of the request from the place an error speaks of


def plot(request: str, window: Window | None = None) -> Graph | NotDrawn:
    """Everything named in the request, or a sentence that says where it is not understood."""
    try:
        return _plotted(understood(request), window)
    except UnreadableError as error:
        return NotDrawn(_placed(error, request), error.place)
    except RefusedError as error:
        return NotDrawn(error.message)


def _placed(error: UnreadableError, request: str) -> Message:
    near = " ".join(request[error.place :].split())[:_SHOWN_NEAR]
    if near:
        return Message("{reason} It is at character {place}: {near}", reason=error.message, place=error.place + 1,
                       near=near)  # fmt: skip
    return Message("{reason} It is at the end.", reason=error.message)


def _plotted(request: Request, asked: Window | None) -> Graph:
    for thing in request.things:
        _tried(thing)
    window = asked or chosen(request)
    if not window.drawable:
        raise RefusedError(Message("This window is too large, too small or too far away to draw."))
    curves: list[Curve] = []
    regions: list[Region] = []
    calls = MAX_CALLS // max(1, sum(map(_contours, request.things)))
    for number, thing in enumerate(request.things):
        if isinstance(thing, Inequality):
            areas, edges = _region(number, thing, window, calls)
            regions.append(Region(number, areas))
            curves.extend(edges)
        else:
            curves.extend(_curves(number, thing, window, calls))
    shown = _features(request.things, window)
    marked = points(request.things, shown, window)
    for curve in curves:
        thing = request.things[curve.thing]
        if isinstance(thing, Explicit):
            marked += tuple(ends(curve.thing, thing, curve, window))
    things = tuple(thing.name for thing in request.things)
    return Graph(
        window, things, tuple(curves), tuple(regions), marked, asymptotes(shown, window),
        notes(request.things, shown, window, curves, regions), request.axes, turns(request.things), asked is None,
    )  # fmt: skip


def _tried(thing: Thing) -> None:
    """Raises UnsupportedError where a thing holds what is not drawn."""
    match thing:
        case Explicit(body=body):
            line(body, "x")
            if not names(body) and isnan(constant(body)):
                raise RefusedError(Message("This is no real number that can be drawn."))
        case Implicit(body=body):
            plane(body)
        case Inequality(bounds=bounds):
            for bound in bounds:
                plane(bound.body)
        case Parametric() | Polar():
            moving(thing)
        case Given(x=x, y=y):
            if not (isfinite(constant(x)) and isfinite(constant(y))):
                raise RefusedError(Message("This is no real number that can be drawn."))


# Lines


def _curves(number: int, thing: Thing, window: Window, calls: int) -> Iterable[Curve]:
    match thing:
        case Explicit():
            paths, lost = _explicit(thing, window)
            yield Curve(number, paths, lost=lost)
        case Implicit():
            yield Curve(number, _implicit(thing.body, thing.limits, window, calls))
        case Parametric() | Polar():
            point, limits = moving(thing)
            steps = 720 if limits.high - limits.low > 7 else 360  # noqa: PLR2004 - several turns need more
            sampler = Sampler(point, window)
            paths = sampler.follow(limits.low, limits.high, (), steps)
            yield Curve(number, _clipped(paths, window), lost=sampler.lost)
        case Given() | Inequality():
            return


def _contours(thing: Thing) -> int:
    """How many functions of the plane are followed for it."""
    if isinstance(thing, Inequality):
        edges = [bound for bound in thing.bounds if isinstance(bound.edge, Implicit)]
        return 1 + len(edges) if len(thing.bounds) > 1 else 1
    return int(isinstance(thing, Implicit))


def _region(number: int, thing: Inequality, window: Window, calls: int) -> tuple[tuple[Path, ...], list[Curve]]:
    """The areas, and the edges as far as they bound them."""
    found = contour(_inside(thing), window, filled=True, calls=calls)
    edges = []
    for bound in thing.bounds:
        edge = bound.edge
        if isinstance(edge, Explicit):
            paths = _explicit(edge, window)[0]
        elif len(thing.bounds) == 1 and names(edge.body) == names(bound.body) and len(names(edge.body)) > 1:
            paths = _clipped(found.lines, window)
        else:
            paths = _implicit(edge.body, edge.limits, window, calls)
        edges.append(Curve(number, _where(paths, thing, bound.body), bound.strict))
    return found.areas, edges


def _clipped(paths: Iterable[Path], window: Window) -> tuple[Path, ...]:
    return tuple(piece for path in paths for piece in clipped(path, window))


def _explicit(curve: Explicit, window: Window) -> tuple[tuple[Path, ...], bool]:
    function = line(curve.body, "x")
    low, high = limits_in(curve.limits, window)
    if low >= high:
        return (), False
    sampler = Sampler(lambda x: (x, function(x)), window)
    paths = _clipped(sampler.follow(low, high), window)
    return paths, sampler.lost or swings_unseen(function, low, high)


def _implicit(body: Node, limits: Limits, window: Window, calls: int) -> tuple[Path, ...]:
    if names(body) == {"x"} or names(body) == {"y"}:
        return _straight(body, window)
    function = plane(body)
    lines = contour(function, window, calls=calls).lines
    if isfinite(limits.low) or isfinite(limits.high):
        lines = tuple(part for path in lines for part in _parts(path, lambda x, _: limits.hold(x)))
    return _clipped(lines, window)


def _straight(body: Node, window: Window) -> tuple[Path, ...]:
    """`x = 2`, `y^2 = 4`: lines along an axis."""
    vertical = "x" in names(body)
    turned = body if vertical else at(body, Name("x"), "y")
    low, high = (window.left, window.right) if vertical else (window.bottom, window.top)
    try:
        places = [spot.value for spot in zeros(turned, low, high, Clock())]
    except TooManyError:
        return ()
    if vertical:
        return tuple(((x, window.bottom), (x, window.top)) for x in places)
    return tuple(((window.left, y), (window.right, y)) for y in places)


def _inside(thing: Inequality) -> Callable[[float, float], float]:
    """Not above zero exactly where all the bounds hold."""
    functions = [plane(bound.body) for bound in thing.bounds]
    limits = thing.limits

    def deepest(x: float, y: float) -> float:
        if not limits.hold(x):
            return 1.0
        values = [function(x, y) for function in functions]
        return max(values) if not any(isnan(value) for value in values) else values[0] * float("nan")

    return deepest if len(functions) > 1 or limits.low > -1e300 or limits.high < 1e300 else functions[0]  # noqa: PLR2004


def _where(paths: tuple[Path, ...], thing: Inequality, own: Node) -> tuple[Path, ...]:
    """An edge only where the other bounds hold."""
    others = [plane(bound.body) for bound in thing.bounds if bound.body is not own]
    if not others:
        return paths
    return tuple(part for path in paths for part in _parts(path, lambda x, y: all(f(x, y) <= _SAME for f in others)))


def _parts(path: Path, holds: Callable[[float, float], bool]) -> Iterable[Path]:
    """The stretches of a line on which something holds, each ending where it stops holding."""
    current: list[tuple[float, float]] = []
    for before, after in pairwise(path):
        here, there = holds(*before), holds(*after)
        if here and not current:
            current.append(before)
        if here and there:
            current.append(after)
        elif here or there:
            border = _border(before, after, holds, inside_first=here)
            if here:
                yield (*current, border)
                current = []
            else:
                current = [border, after]
    if len(current) > 1:
        yield tuple(current)


def _border(
    before: tuple[float, float],
    after: tuple[float, float],
    holds: Callable[[float, float], bool],
    *,
    inside_first: bool,
) -> tuple[float, float]:
    low, high = 0.0, 1.0
    middle = before
    for _ in range(30):
        share = (low + high) / 2
        middle = (before[0] + (after[0] - before[0]) * share, before[1] + (after[1] - before[1]) * share)
        if holds(*middle) == inside_first:
            low = share
        else:
            high = share
    return middle


# Marks


def _features(things: tuple[Thing, ...], window: Window) -> dict[int, Features]:
    clock = Clock()
    found: dict[int, Features] = {}
    explicit = {n: thing for n, thing in enumerate(things) if isinstance(thing, Explicit)}
    for number, curve in explicit.items():
        late = Features(crowded={Kind.ZERO})
        found[number] = late if clock.over else features(curve, window.left, window.right, clock)
    for (one, first), (two, second) in combinations(explicit.items(), 2):
        if clock.over:
            break
        meeting = crossings(first, (two, second), (window.left, window.right), clock)
        if meeting is None:
            found[one].crowded.add(Kind.CROSSING)
        else:
            found[one].found.extend(meeting)
    for number, thing in enumerate(things):
        if isinstance(thing, Implicit) and "y" in names(thing.body) <= {"x", "y"}:
            found[number] = _intercepts(thing, window, clock)
            for one, curve in explicit.items():
                there = at(thing.body, curve.body, "y")
                meeting = meetings(curve, there, (number, thing.limits), (window.left, window.right), clock)
                found[one].found.extend(meeting or ())
    return found


def _intercepts(thing: Implicit, window: Window, clock: Clock) -> Features:
    """Where a curve of the plane meets the axes."""
    shown = Features()
    origin = spot_of(_ZERO)
    for letter, other, low, high in (("y", "x", window.left, window.right), ("x", "y", window.bottom, window.top)):
        body = at(at(thing.body, _ZERO, letter), Name("x"), other)
        try:
            spots = zeros(body, low, high, clock)
        except (TooManyError, RefusedError):
            shown.crowded.add(Kind.ZERO)
            continue
        for spot in spots:
            if letter == "y":
                shown.found.append(Found(Kind.ZERO, spot, origin))
            else:
                shown.found.append(Found(Kind.START, origin, spot))
    return shown
