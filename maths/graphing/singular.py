"""Where a function of x stops or runs away: poles, holes, ends; and the lines it comes near to far out."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from flint import acb, arb, fmpq

from maths.bounds import RefusedError, TooLargeError
from maths.engines.flint_form import to_acb, working_precision
from maths.graphing.closures import line
from maths.graphing.exact import recognised
from maths.graphing.precise import Spot, TooManyError, ball_at, fraction_of, turning, value_at, zeros
from maths.tree import Call, Factorial, Name, Negative, Number, Power, Product, Quotient, Sum, children, names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.graphing.precise import Clock
    from maths.tree import Node

_ZERO, _ONE, _PI = Number(Fraction(0)), Number(Fraction(1)), Name("pi")
_FAR = (10, 20, 30, 45)  # powers of ten: how near to a pole, how far out
_PRECISION = 700  # bits: differences at 10^-45 keep their digits
_SETTLED = arb(10) ** -20  # a step of values that have come to rest
_SAME = arb(10) ** -30
# Far out, at no whole numbers: a staircase comes near to nothing. Where e^x is too large, nearer by.
_PLACES = tuple(10**power + Fraction(part, 97) for power, part in zip(_FAR, (31, 57, 12, 83), strict=True))
_NEARER_PLACES = tuple(Fraction(part, 97) for part in (5_831, 48_757, 290_012, 1_940_083))
_MOST = 12  # poles of one function that are marked


@dataclass(frozen=True, slots=True)
class Singular:
    """What happens at a place: `runs` where the function grows without end on a side, `limit` of a hole."""

    spot: Spot
    runs: bool
    limit: Spot | None = None


def singular(body: Node, low: float, high: float, clock: Clock) -> list[Singular]:
    """Poles and holes between two places. Raises TooManyError, UnsupportedError."""
    found: list[Singular] = []
    seen: list[float] = []
    for source in dict.fromkeys(_sources(body)):
        spots = zeros(source, low, high, clock)
        if fraction_of(source) is None:
            spots += [spot for spot in turning(source, low, high, clock) if _vanishes(source, spot)]
        for spot in spots:
            if any(abs(spot.value - other) < 1e-9 * (1 + abs(other)) for other in seen):
                continue
            seen.append(spot.value)
            here = _judged(body, spot)
            if here is not None:
                found.append(here)
    if sum(here.runs for here in found) > _MOST:
        raise TooManyError
    return sorted(found, key=lambda here: here.spot.value)


def _vanishes(source: Node, spot: Spot) -> bool:
    value = value_at(source, spot)
    return value is not None and value.form == _ZERO


def _sources(body: Node) -> Iterator[Node]:  # noqa: C901 - a line a kind of node
    """The parts whose zeros may be poles or holes."""
    match body:
        case Quotient(denominator=below):
            yield from _factors(below)
        case Power(exponent=Negative() | Sum() | Quotient(), base=base) if names(base):
            yield from _factors(base)
        case Call(function="tan" | "sec", arguments=(argument,)):
            yield Call("cos", (argument,))
        case Call(function="cot" | "csc", arguments=(argument,)):
            yield Call("sin", (argument,))
        case Call(function="coth" | "csch" | "ln" | "asec" | "acsc" | "acot" | "sign", arguments=(argument,)):
            yield from _factors(argument)
        case Call(function="atanh", arguments=(argument,)):
            yield Sum((argument, Negative(_ONE)))
            yield Sum((argument, _ONE))
        case Call(function="log", arguments=(argument, _)):
            yield from _factors(argument)
        case Call(function="gamma", arguments=(argument,)):
            yield Call("sin", (Product((_PI, argument)),))
        case Factorial(operand=argument):
            yield Call("sin", (Product((_PI, argument)),))
    for child in children(body):
        if names(child):
            yield from _sources(child)


def _factors(node: Node) -> Iterator[Node]:
    match node:
        case Product(factors=factors):
            for factor in factors:
                yield from _factors(factor)
        case Power(base=base):
            yield from _factors(base)
        case Negative(operand=operand) | Call(function="sqrt" | "abs", arguments=(operand,)):
            yield from _factors(operand)
        case _ if names(node):
            yield node


def _judged(body: Node, spot: Spot) -> Singular | None:
    with working_precision(_PRECISION):
        sides = [_approached(body, spot.ball, sign) for sign in (-1, 1)]
        if any(_grows(side) for side in sides):
            return Singular(spot, runs=True)
        left, right = (_limit(side) for side in sides)
        if left is None or right is None or not abs(left - right) < _SAME * (1 + abs(left)):
            return None
        if value_at(body, spot) is not None:
            return None
        middle = (left + right) / 2
        return Singular(spot, runs=False, limit=Spot(float(middle), middle, recognised(middle)))


def _approached(body: Node, centre: arb, sign: int) -> list[arb | None]:
    return [_sized(body, centre + sign * arb(10) ** -power) for power in _FAR]


def _sized(body: Node, where: arb) -> arb | None:
    """The value, infinite where it is too large to be computed."""
    try:
        found = to_acb(body, _PRECISION, {"x": acb(where)})
    except TooLargeError:
        return arb("inf")
    except (RefusedError, ArithmeticError, ValueError):
        return None
    return found.real if found.real.is_finite() and found.imag.contains(0) else None


def _grows(values: list[arb | None]) -> bool:
    """Without end, and not ever more slowly."""
    sizes = [abs(value) for value in values if value is not None]
    if len(sizes) < len(values):
        return False
    if any(not size.is_finite() for size in sizes):
        return not sizes[-1].is_finite()
    steps = [after - before for before, after in pairwise(sizes)]
    return all(step > 1 for step in steps) and bool(2 * steps[2] > steps[1])


def _limit(values: list[arb | None]) -> arb | None:
    known = [value for value in values if value is not None and value.is_finite()]
    if len(known) < len(values):
        return None
    return known[-1] if abs(known[-1] - known[-2]) < _SETTLED * (1 + abs(known[-1])) else None


@dataclass(frozen=True, slots=True)
class Slanted:
    """y = slope x + height, both exact."""

    slope: Node
    height: Node
    slope_value: float
    height_value: float


def far_out(body: Node) -> list[Slanted]:
    """The lines that the function comes near to at both ends, without those it runs along."""
    found: list[Slanted] = []
    for sign in (-1, 1):
        line_there = _slanted(body, sign)
        known = [(other.slope, other.height) for other in found]
        if (
            line_there is not None
            and (line_there.slope, line_there.height) not in known
            and not _is_itself(body, line_there, sign)
        ):
            found.append(line_there)
    return found


def _slanted(body: Node, sign: int) -> Slanted | None:
    with working_precision(_PRECISION):
        for places in (_PLACES, _NEARER_PLACES):
            there = [sign * arb(fmpq(place.numerator, place.denominator)) for place in places]
            values = [_sized(body, place) for place in there]
            if all(value is not None and value.is_finite() for value in values):
                return _line_along(values, there)
    return None


def _line_along(known: list[Any], places: list[arb]) -> Slanted | None:
    level = _limit(known)
    if level is not None:
        form = recognised(level)
        return None if form is None else Slanted(_ZERO, form, 0.0, float(level))
    slope = _limit([value / place for value, place in zip(known, places, strict=True)])
    slope_form = recognised(slope) if slope is not None else None
    exact = ball_at(slope_form, arb(0), _PRECISION) if slope_form is not None else None
    if slope is None or slope_form is None or exact is None:
        return None
    height = _limit([value - exact * place for value, place in zip(known, places, strict=True)])
    height_form = recognised(height) if height is not None else None
    if height is None or height_form is None:
        return None
    return Slanted(slope_form, height_form, float(slope), float(height))


def _is_itself(body: Node, near: Slanted, sign: int) -> bool:
    """Whether the function is that line: a line has no asymptote."""
    try:
        function = line(body, "x")
    except RefusedError:
        return True
    gaps = [function(sign * x) - (near.slope_value * sign * x + near.height_value) for x in (3.3, 7.7, 12.1, 101.3)]
    return all(abs(gap) < 1e-12 * (1 + abs(near.height_value)) for gap in gaps if gap == gap)  # noqa: PLR0124
