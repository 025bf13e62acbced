"""What a curve y = f(x) shows in a window: zeros, turning points, holes, crossings, asymptotes."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from math import isnan
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.graphing.closures import line
from maths.graphing.graph import Kind
from maths.graphing.precise import Clock, Spot, TooManyError, merged, minus, spot_of, turning, value_at, zeros
from maths.graphing.singular import Singular, Slanted, far_out, singular
from maths.tree import Call, Number, names, walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.graphing.things import Explicit, Limits
    from maths.tree import Node

_ZERO = spot_of(Number(Fraction(0)))
_STAIRS = frozenset({"floor", "ceil", "mod"})
_SAME = 1e-9  # two places that near are one
_NEAR = (1e-3, 1e-4, 1e-5)  # of the window's width: how far beside an extremum its neighbours are looked at


@dataclass(frozen=True, slots=True)
class Found:
    """A place worth a mark; `other` is the second curve of a crossing."""

    kind: Kind
    x: Spot
    y: Spot
    other: int | None = None


@dataclass(slots=True)
class Features:
    """Of one curve. `crowded` are the kinds of which there are too many to mark."""

    found: list[Found] = field(default_factory=list)
    poles: list[Singular] = field(default_factory=list)
    slanted: list[Slanted] = field(default_factory=list)
    crowded: set[Kind] = field(default_factory=set)

    def of(self, kind: Kind) -> list[Found]:
        return [found for found in self.found if found.kind is kind]


def features(curve: Explicit, low: float, high: float, clock: Clock) -> Features:
    """Between two places; everything far out too. Never raises: what cannot be found is not marked."""
    shown = Features()
    body, limits = curve.body, curve.limits
    low, high = max(low, limits.low), min(high, limits.high)
    if low >= high:
        return shown
    try:
        shown.poles = [pole for pole in singular(body, low, high, clock) if limits.hold(pole.spot.value)]
    except TooManyError:
        shown.crowded.add(Kind.HOLE)
    except RefusedError:
        return shown
    for pole in shown.poles:
        if pole.limit is not None:
            shown.found.append(Found(Kind.HOLE, pole.spot, pole.limit))
    if not names(body):
        return shown
    _zeros(shown, curve, low, high, clock)
    _turns(shown, curve, low, high, clock)
    if limits.hold(0.0) and (start := value_at(body, _ZERO)) is not None and low <= 0 <= high:
        shown.found.append(Found(Kind.START, _ZERO, start))
    shown.slanted = [near for near in far_out(body) if _reaches(near, curve)]
    return shown


def _reaches(near: Slanted, curve: Explicit) -> bool:
    del near
    return curve.limits.low == float("-inf") or curve.limits.high == float("inf")


def _zeros(shown: Features, curve: Explicit, low: float, high: float, clock: Clock) -> None:
    function = line(curve.body, "x")
    if any(isinstance(node, Call) and node.function in _STAIRS for node in walk(curve.body)):
        return  # zero on whole steps, or only at the jumps: not found one by one
    try:
        ends = [spot for spot in _ends(curve.body, low, high, clock) if _touches(curve.body, spot)]
        for spot in merged([*zeros(curve.body, low, high, clock), *ends]):
            if curve.limits.hold(spot.value) and _has_value(function, spot):
                shown.found.append(Found(Kind.ZERO, spot, _ZERO))
    except TooManyError:
        shown.crowded.add(Kind.ZERO)
    except RefusedError:
        return


def _ends(body: Node, low: float, high: float, clock: Clock) -> list[Spot]:
    """Where what stands under a root ends: a curve may begin there at zero, without crossing it."""
    radicands = {n.arguments[0] for n in walk(body) if isinstance(n, Call) and n.function == "sqrt" and names(n)}
    return [spot for radicand in sorted(radicands, key=repr) for spot in zeros(radicand, low, high, clock)]


def _has_value(function: Callable[[float], float], spot: Spot) -> bool:
    """A zero of the numerator where the whole has no value is none; its float may lie beside the domain's end."""
    beside = 1e-12 * (1 + abs(spot.value))
    return any(not isnan(function(spot.value + shift)) for shift in (0.0, beside, -beside))


def _turns(shown: Features, curve: Explicit, low: float, high: float, clock: Clock) -> None:
    function = line(curve.body, "x")
    try:
        for spot in turning(curve.body, low, high, clock):
            kind = _turn(function, spot.value, high - low)
            value = value_at(curve.body, spot)
            if kind is None or value is None or not low < spot.value < high:
                continue
            shown.found.append(Found(kind, spot, value))
            touched = value.form == _ZERO.form and all(abs(z.x.value - spot.value) > _SAME for z in shown.of(Kind.ZERO))
            if touched:
                shown.found.append(Found(Kind.ZERO, spot, _ZERO))
    except TooManyError:
        shown.crowded.add(Kind.MINIMUM)
    except RefusedError:
        return


def _turn(function: Callable[[float], float], place: float, width: float) -> Kind | None:
    """Whether the function is less, or more, on both sides, and continuous there."""
    here = function(place)
    signs: set[tuple[bool, bool]] = set()
    gaps = []
    for share in _NEAR:
        left, right = function(place - share * width), function(place + share * width)
        if isnan(left) or isnan(right) or isnan(here) or here in (left, right):
            return None
        signs.add((left > here, right > here))
        gaps.append(max(abs(left - here), abs(right - here)))
    if gaps[-1] > gaps[0] / 2:
        return None
    if signs == {(True, True)}:
        return Kind.MINIMUM
    return Kind.MAXIMUM if signs == {(False, False)} else None


def crossings(
    first: Explicit, second: tuple[int, Explicit], ends: tuple[float, float], clock: Clock
) -> list[Found] | None:
    """Where two curves meet, the second with its number; None where there are too many, or they run together."""
    number, other_curve = second
    return meetings(first, minus(first.body, other_curve.body), (number, other_curve.limits), ends, clock)


def meetings(
    first: Explicit, difference: Node, second: tuple[int, Limits], ends: tuple[float, float], clock: Clock
) -> list[Found] | None:
    """Where a curve meets another thing: there a tree in x is zero."""
    number, limits = second
    low = max(ends[0], first.limits.low, limits.low)
    high = min(ends[1], first.limits.high, limits.high)
    found: list[Found] = []
    if low >= high:
        return []
    try:
        spots = zeros(difference, low, high, clock)
        spots += [s for s in turning(difference, low, high, clock) if _touches(difference, s)] if len(spots) < 6 else []  # noqa: PLR2004
    except (TooManyError, RefusedError):
        return None
    function = line(difference, "x")
    for spot in spots:
        value = value_at(first.body, spot)
        if value is None or not (first.limits.hold(spot.value) and limits.hold(spot.value)):
            continue
        if _has_value(function, spot) and all(abs(spot.value - other.x.value) > _SAME for other in found):
            found.append(Found(Kind.CROSSING, spot, value, number))
    return found


def _touches(difference: Node, spot: Spot) -> bool:
    value = value_at(difference, spot)
    return value is not None and value.form == Number(Fraction(0))
