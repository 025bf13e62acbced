"""A tree in x evaluated to many digits, and the places where it is zero, each with its exact form where it has one."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from math import isnan
from typing import TYPE_CHECKING, Any

from flint import acb, arb, fmpq_poly

from maths.bounds import RefusedError
from maths.engines.flint_form import to_acb, to_fraction, working_precision
from maths.families.routes.roots import distinct_real
from maths.grading.zero import same_value
from maths.graphing.closures import line
from maths.graphing.definitions import derivative
from maths.graphing.exact import PRECISION, recognised, tree
from maths.tree import Name, Negative, Number, Sum
from maths.values import rewritten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maths.tree import Node

GRID = 640  # equal steps in which zeros are looked for
MOST = 40  # zeros of one function; of more none is marked
_SMALL = 1e-6  # of the values around: what is no smaller there is a jump or a pole
_FEW = 5  # zeros that may lie close together
_ZERO = Number(Fraction(0))
_STEPS = 60  # of bisection, to a float's last digit
_SECANTS = 12  # from a float to PRECISION bits
_MAX_DEGREE = 40  # of a polynomial whose roots are isolated exactly
_PATIENCE = 0.4  # seconds for everything that is marked in one plot


class TooManyError(Exception):
    """More zeros than are marked."""


@dataclass(slots=True)
class Clock:
    """How long marking may go on: what is not found by then is not marked."""

    ends: float = field(default_factory=lambda: time.perf_counter() + _PATIENCE)

    @property
    def over(self) -> bool:
        return time.perf_counter() > self.ends


@dataclass(frozen=True, slots=True)
class Spot:
    """A number: as a float, as a ball, and as a tree where its exact form is known and proved."""

    value: float
    ball: arb
    form: Node | None = None


def spot_of(form: Node) -> Spot:
    ball = to_acb(form, PRECISION).real
    return Spot(float(ball), ball, form)


def at(body: Node, where: Node, letter: str = "x") -> Node:
    """The tree with something else in the place of a letter."""
    return rewritten(body, lambda n: where if isinstance(n, Name) and n.full == letter else None)


def ball_at(body: Node, where: arb, precision: int = PRECISION) -> arb | None:
    """The real value in a ball, None where there is none."""
    try:
        found = to_acb(body, precision, {"x": acb(where)})
    except (RefusedError, ArithmeticError, ValueError):
        return None
    if not (found.real.is_finite() and found.imag.contains(0)):
        return None
    return found.real


def value_at(body: Node, spot: Spot) -> Spot | None:
    """The value of a tree at a spot, exact where that can be proved."""
    ball = ball_at(body, spot.ball)
    if ball is None and spot.form is not None:
        with suppress(RefusedError):
            exact = to_acb(at(body, spot.form), PRECISION)
            ball = exact.real if exact.imag.contains(0) else None
    if ball is None or not ball.is_finite():
        return None
    form = None
    if spot.form is not None and (guess := recognised(ball)) is not None and equal(at(body, spot.form), guess):
        form = guess
    return Spot(float(ball), ball, form)


def equal(left: Node, right: Node) -> bool:
    try:
        return same_value(left, right) is True
    except (RefusedError, ArithmeticError, ValueError):
        return False


def zeros(body: Node, low: float, high: float, clock: Clock) -> list[Spot]:
    """Where a tree in x is zero between two places, in order. Raises TooManyError, UnsupportedError."""
    found = _rational_zeros(body, low, high)
    if found is None:
        brackets = list(_sign_changes(line(body, "x"), low, high, clock))
        near = 2.5 * (high - low) / GRID
        if len(brackets) > _FEW and any(b[0] - a[0] < near for a, b in pairwise(brackets)):
            raise TooManyError  # it swings faster than it was looked at
        found = [_proved(body, _sharpened(body, *bracket)) for bracket in brackets]
    return merged(found)


def merged(found: list[Spot]) -> list[Spot]:
    """In order, each once. Raises TooManyError."""
    ordered: list[Spot] = []
    found.sort(key=lambda s: s.form is None)  # exact ones first
    for spot in sorted(found, key=lambda s: s.value):
        if not ordered or abs(spot.value - ordered[-1].value) > 1e-9 * (1 + abs(spot.value)):
            ordered.append(spot)
    if len(ordered) > MOST:
        raise TooManyError
    return ordered


def fraction_of(body: Node) -> tuple[fmpq_poly, fmpq_poly] | None:
    """Numerator and denominator without a common factor, where the tree is a rational function of x."""
    try:
        above, below = to_fraction(body, ("x",))
    except (RefusedError, ArithmeticError):
        return None
    if max(above.total_degree(), below.total_degree()) > _MAX_DEGREE:
        return None
    top, bottom = _univariate(above), _univariate(below)
    if bottom.degree() < 0:
        return None
    shared = top.gcd(bottom) if top.degree() >= 0 else fmpq_poly([1])
    return top // shared, bottom // shared


def _univariate(poly: Any) -> fmpq_poly:  # noqa: ANN401 - python-flint has no types
    terms = {int(powers[0]): value for powers, value in poly.to_dict().items()}
    return fmpq_poly([terms.get(k, 0) for k in range(max(terms, default=0) + 1)])


def _rational_zeros(body: Node, low: float, high: float) -> list[Spot] | None:
    found = fraction_of(body)
    if found is None or found[0].degree() < 0:
        return [] if found is not None else None
    with working_precision(PRECISION):
        spots = [
            polynomial_spot(factor, root.real) for factor, _ in _factors(found[0]) for root in distinct_real(factor)
        ]
    return [spot for spot in spots if low <= spot.value <= high]


def _factors(poly: fmpq_poly) -> list[tuple[fmpq_poly, int]]:
    if poly.degree() < 1:
        return []
    return [(fmpq_poly(factor), times) for factor, times in poly.numer().factor()[1]]


def polynomial_spot(factor: fmpq_poly, root: arb) -> Spot:
    """A root of an irreducible polynomial."""
    if factor.degree() == 1:
        ratio = -factor[0] / factor[1]
        return spot_of(tree(Fraction(int(ratio.p), int(ratio.q))))
    float_root = float(root.mid())
    body = [tree(Fraction(int(factor[k].p), int(factor[k].q))) for k in range(factor.degree() + 1)]
    polynomial = Sum(tuple(_term(coefficient, k) for k, coefficient in enumerate(body)))
    return _proved(polynomial, _refined(polynomial, float_root, float_root * (1 + 1e-9) + 1e-12))


def _term(coefficient: Node, power: int) -> Node:
    from maths.tree import Power, Product

    return Product((coefficient, Power(Name("x"), Number(Fraction(power))))) if power else coefficient


def _proved(body: Node, ball: arb) -> Spot:
    """A zero with its exact form, where that one is surely a zero."""
    form = recognised(ball)
    if form is not None and not equal(at(body, form), _ZERO):
        form = None
    return Spot(float(ball), ball, form)


def _sign_changes(
    function: Callable[[float], float], low: float, high: float, clock: Clock
) -> Iterator[tuple[float, float]]:
    """Short intervals with a zero inside: poles change the sign too and are left out."""
    step = (high - low) / GRID
    places = [low + step * k for k in range(GRID + 1)]
    values = [function(place) for place in places]
    if sum(value == 0 for value in values) > MOST:
        return  # zero all along, or nearly: nothing to mark
    count = 0
    for k in range(GRID):
        here, after = values[k], values[k + 1]
        if isnan(here) or isnan(after):
            continue
        if here == 0 or (k == GRID - 1 and after == 0):
            place = places[k] if here == 0 else places[k + 1]
            yield place, place
        elif after != 0 and (here > 0) != (after > 0):
            bracket = _bisected(function, places[k], places[k + 1], here)
            if bracket is not None and abs(function(bracket[0])) < _SMALL * max(abs(here), abs(after)):
                count += 1
                yield bracket
        if count > MOST or clock.over:
            raise TooManyError


def _bisected(function: Callable[[float], float], low: float, high: float, at_low: float) -> tuple[float, float] | None:
    for _ in range(_STEPS):
        middle = (low + high) / 2
        value = function(middle)
        if isnan(value):
            return None
        if not low < middle < high:
            break
        if value == 0:
            return middle, middle
        if (value > 0) == (at_low > 0):
            low = middle
        else:
            high = middle
    return low, high


def _sharpened(body: Node, low: float, high: float) -> arb:
    middle = (low + high) / 2
    return _refined(body, middle, middle + 1e-7 * (1 + abs(middle)))


def _refined(body: Node, first: float, second: float) -> arb:
    """From two floats near a simple zero to PRECISION bits, by secants; the float itself where that leads away."""
    with working_precision(PRECISION):
        before, here = arb(second), arb(first)
        at_before, at_here = ball_at(body, before), ball_at(body, here)
        for _ in range(_SECANTS):
            if at_here is None or at_before is None:
                return arb(first)
            difference = (at_here - at_before).mid()
            if at_here.mid() == 0 or difference == 0:
                break
            after = (here - at_here.mid() * (here - before) / difference).mid()
            before, at_before = here, at_here
            here, at_here = after, ball_at(body, after)
            if abs(here - before) < arb(2) ** (4 - PRECISION) * (1 + abs(here)):
                break
        if not abs(here - arb(first)) < arb(1e-6) * (1 + abs(arb(first))):
            return arb(first)
        return here


def turning(body: Node, low: float, high: float, clock: Clock) -> list[Spot]:
    """Where a tree in x may turn: its derivative is zero, or it has a corner. Raises as `zeros`."""
    found: list[Spot] = []
    with suppress(RefusedError, TypeError, ValueError, NotImplementedError):
        found = zeros(derivative(body, "x"), low, high, clock)
    return merged([*found, *_corners(line(body, "x"), found, low, high)])


def _corners(function: Callable[[float], float], known: list[Spot], low: float, high: float) -> list[Spot]:
    """Turns that no zero of the derivative explains, at simple fractions: that of |x - 1|."""
    step = (high - low) / GRID
    values = [function(low + step * k) for k in range(GRID + 1)]
    found: list[Spot] = []
    for k in range(1, GRID):
        before, here, after = values[k - 1 : k + 2]
        if not ((before > here <= after) or (before < here >= after)) or before == after == here:
            continue
        place = low + step * k
        if any(abs(spot.value - place) <= 2 * step for spot in known):
            continue
        corner = _golden(function, place - step, place + step, 1.0 if here <= after else -1.0)
        nice = Fraction(corner).limit_denominator(100)
        if abs(float(nice) - corner) < 1e-8 * (1 + abs(corner)) and len(found) < MOST:
            found.append(spot_of(tree(nice)))
    return found


def _golden(function: Callable[[float], float], low: float, high: float, sign: float) -> float:
    """The least value's place of a function with one valley, `sign` -1 for its highest."""
    share = 0.381966011250105
    first, second = low + share * (high - low), high - share * (high - low)
    at_first, at_second = sign * function(first), sign * function(second)
    for _ in range(90):
        if at_first <= at_second:
            high, second, at_second = second, first, at_first
            first = low + share * (high - low)
            at_first = sign * function(first)
        else:
            low, first, at_first = first, second, at_second
            second = high - share * (high - low)
            at_second = sign * function(second)
    return (low + high) / 2


def minus(left: Node, right: Node) -> Node:
    return Sum((left, Negative(right)))
