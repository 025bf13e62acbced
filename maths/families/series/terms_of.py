"""Terms of a series as sums of `R(k) * c^k * products of factorials`, straight from the tree, in python-flint.

A `Part` is a rational function times something whose ratio of neighbours is a rational function as well. With it
an infinite sum is enclosed rigorously: by polygamma values where the ratio is 1 or -1, else by adding terms up and
bounding the rest by a geometric series.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flint import acb, acb_series, arb, fmpq, fmpq_poly

from maths.bounds import UndefinedError, UnsupportedError
from maths.engines.flint_form import to_fmpq
from maths.families.routes.ball import precisely
from maths.families.routes.rational import rational
from maths.families.routes.roots import roots_of
from maths.message import Message
from maths.tree import Factorial, Negative, Power, Product, Quotient, Sum, names

if TYPE_CHECKING:
    from maths.tree import Node

MAX_PARTS = 12
MAX_STEP = 4  # of a factorial: (4k)! at most
MAX_ADDED = 600  # terms added up before the rest is bounded
_PRECISION = 260
_SHARP = 100
_ONE = fmpq_poly([1])


@dataclass(frozen=True, slots=True)
class Part:
    """`above(k)/below(k)` times f(k) with f(0) = `scale` and f(k+1)/f(k) = `ratio_above(k)/ratio_below(k)`.

    The values f(k) are taken only where every factorial has a value, which `start` says.
    """

    above: fmpq_poly
    below: fmpq_poly
    ratio_above: fmpq_poly = field(default_factory=lambda: _ONE)
    ratio_below: fmpq_poly = field(default_factory=lambda: _ONE)
    scale: fmpq = field(default_factory=lambda: fmpq(1))

    def times(self, other: Part) -> Part:
        return Part(
            self.above * other.above,
            self.below * other.below,
            self.ratio_above * other.ratio_above,
            self.ratio_below * other.ratio_below,
            self.scale * other.scale,
        )

    def inverse(self) -> Part:
        if self.above.degree() < 0:
            raise UndefinedError(Message("It divides by zero."))
        return Part(self.below, self.above, self.ratio_below, self.ratio_above, 1 / self.scale)

    def constant_ratio(self) -> fmpq | None:
        """The ratio, where it is the same for every k."""
        common = self.ratio_above.gcd(self.ratio_below)
        above, below = self.ratio_above / common, self.ratio_below / common
        return above[0] / below[0] if above.degree() <= 0 and below.degree() <= 0 else None


def parts(node: Node, letter: str) -> tuple[Part, ...]:
    """The term as a sum of parts. Raises UnsupportedError where it is none."""
    found = _parts(node, letter)
    if len(found) > MAX_PARTS:
        raise _unsupported()
    return found


def _parts(node: Node, letter: str) -> tuple[Part, ...]:  # noqa: PLR0911 - one line a kind of node
    match node:
        case Sum(terms=terms) if not _is_rational(node, letter):
            return tuple(part for term in terms for part in _parts(term, letter))
        case Negative(operand=operand):
            return tuple(
                Part(-p.above, p.below, p.ratio_above, p.ratio_below, p.scale) for p in _parts(operand, letter)
            )
        case Product(factors=factors):
            found: tuple[Part, ...] = (Part(_ONE, _ONE),)
            for factor in factors:
                found = _multiplied(found, _parts(factor, letter))
            return found
        case Quotient(numerator=numerator, denominator=denominator) if not _is_rational(node, letter):
            return _multiplied(_parts(numerator, letter), (_single(denominator, letter).inverse(),))
        case Power(base=base, exponent=exponent) if letter in names(exponent, frozenset({letter})):
            return (_exponential(base, exponent, letter),)
        case Power(base=base, exponent=exponent) if not _is_rational(node, letter):
            return (_raised(_single(base, letter), int(_whole(exponent))),)
        case Factorial(operand=operand):
            return (_factorial(operand, letter),)
    found_rational = rational(node, letter)
    return (Part(found_rational.numerator, found_rational.denominator),)


def _multiplied(left: tuple[Part, ...], right: tuple[Part, ...]) -> tuple[Part, ...]:
    if len(left) * len(right) > MAX_PARTS:
        raise _unsupported()
    return tuple(a.times(b) for a in left for b in right)


def _single(node: Node, letter: str) -> Part:
    found = _parts(node, letter)
    if len(found) != 1:
        raise _unsupported()
    return found[0]


def _raised(part: Part, exponent: int) -> Part:
    if not 1 <= exponent <= MAX_STEP:
        raise _unsupported()
    found = part
    for _ in range(exponent - 1):
        found = found.times(part)
    return found


def _is_rational(node: Node, letter: str) -> bool:
    try:
        rational(node, letter)
    except UnsupportedError:
        return False
    return True


def _whole(node: Node) -> fmpq:
    value = to_fmpq(node)
    if value.q != 1:
        raise _unsupported()
    return value


def _linear(node: Node, letter: str) -> tuple[int, int]:
    """`a*k + b` with whole a and b."""
    found = rational(node, letter)
    if found.denominator.degree() > 0 or found.numerator.degree() > 1:
        raise _unsupported()
    poly = found.numerator / found.denominator[0]
    if poly[0].q != 1 or poly[1].q != 1:
        raise _unsupported()
    return int(poly[1].p), int(poly[0].p)


def _exponential(base: Node, exponent: Node, letter: str) -> Part:
    if letter in names(base, frozenset({letter})):
        raise _unsupported()
    step, start = _linear(exponent, letter)
    value = to_fmpq(base)
    if value == 0 or abs(step) > MAX_STEP * 10 or abs(start) > MAX_ADDED:
        raise _unsupported()
    return Part(_ONE, _ONE, fmpq_poly([value**step]), _ONE, value**start)


def _factorial(operand: Node, letter: str) -> Part:
    step, start = _linear(operand, letter)
    if not 1 <= step <= MAX_STEP or not 0 <= start <= MAX_STEP:
        raise _unsupported()
    ratio = _ONE
    for n in range(1, step + 1):
        ratio = ratio * fmpq_poly([start + n, step])
    scale = fmpq(1)
    for n in range(2, start + 1):
        scale *= n
    return Part(_ONE, _ONE, ratio, _ONE, scale)


def _unsupported() -> UnsupportedError:
    return UnsupportedError(Message("The terms of this series are of a kind that is not summed here."))


def infinite_sum(node: Node, letter: str, start: int) -> arb:
    """A ball that holds the sum from `start` on. Raises UnsupportedError where convergence is not seen."""
    with precisely(_PRECISION):
        total = arb(0)
        for part in _collected(parts(node, letter)):
            total += _sum_of(part, start)
        if not total.is_finite() or total.rad() > (1 + abs(total.mid())) * arb(2) ** -_SHARP:
            raise UnsupportedError(Message("The sum could not be enclosed sharply enough."))
        return total


def _collected(found: tuple[Part, ...]) -> list[Part]:
    """Parts of the same constant ratio as one: 1/n - 1/(n+1) converges though its parts do not."""
    kept: list[Part] = []
    together: dict[fmpq, Part] = {}
    for part in found:
        ratio = part.constant_ratio()
        if ratio is None:
            kept.append(part)
            continue
        before = together.get(ratio)
        above = part.above * part.scale
        if before is not None:
            above, below = above * before.below + before.above * part.below, part.below * before.below
        else:
            below = part.below
        together[ratio] = Part(above, below, fmpq_poly([ratio]), _ONE)
    return [*kept, *together.values()]


def _sum_of(part: Part, start: int) -> arb:
    ratio = part.constant_ratio()
    if part.above.degree() < 0:
        return arb(0)
    if ratio is not None and abs(ratio) == 1:
        return _by_polygamma(part, start, alternating=ratio == -1)
    return _by_tail(part, start)


def _by_polygamma(part: Part, start: int, *, alternating: bool) -> arb:
    common = part.above.gcd(part.below)
    above, below = part.above / common, part.below / common
    if below.degree() - above.degree() < (1 if alternating else 2):
        raise UnsupportedError(Message("The series does not converge."))
    refuse_poles(part.below, start)
    roots = roots_of(below)
    lead = below.leading_coefficient()
    total = acb(0)
    for place, (root, count) in enumerate(roots):
        point = acb_series([root, acb(1)], prec=count)
        quotient = above_at(above, point) / acb(lead)
        for other, (another, times) in enumerate(roots):
            if other != place:
                quotient = quotient * (point - acb_series([another], prec=count)) ** (-times)
        for order in range(1, count + 1):
            coefficient = quotient[count - order]
            total += coefficient * _zeta(order, acb(start) - root, alternating=alternating)
    sign = -1 if alternating and start % 2 else 1
    return total.real * sign * part.scale


def above_at(poly: fmpq_poly, point: acb_series) -> acb_series:
    """The polynomial at a series, by Horner's scheme."""
    found = acb_series([acb(0)], prec=point.prec)
    for coefficient in reversed(poly.coeffs()):
        found = found * point + acb_series([acb(coefficient)], prec=point.prec)
    return found


def _zeta(order: int, at: acb, *, alternating: bool) -> acb:
    """The sum of 1/(k + at)^order over k = 0, 1, 2, …; for order 1 without its infinite constant."""
    if not alternating:
        return -at.digamma() if order == 1 else acb(order).zeta(at)
    if order == 1:
        return (((at + 1) / 2).digamma() - (at / 2).digamma()) / 2
    return (acb(order).zeta(at / 2) - acb(order).zeta((at + 1) / 2)) / acb(2) ** order


def refuse_poles(below: fmpq_poly, start: int) -> None:
    """Raise where a term divides by zero: a whole root at the start or after it."""
    _, factors = below.factor()
    for factor, _ in factors:
        if factor.degree() == 1:
            zero = -factor[0] / factor[1]
            if zero.q == 1 and zero >= start:
                raise UndefinedError(Message("It divides by zero."))


def _by_tail(part: Part, start: int) -> arb:
    """Terms added exactly until a geometric series bounds the rest."""
    refuse_poles(part.below, start)
    if start < 0:
        raise _unsupported()
    above = part.above(fmpq_poly([1, 1])) * part.below * part.ratio_above
    below = part.above * part.below(fmpq_poly([1, 1])) * part.ratio_below
    share = fmpq(9, 10)
    value, total = arb(part.scale), arb(0)
    for k in range(start):
        value *= arb(part.ratio_above(fmpq(k)) / part.ratio_below(fmpq(k)))
    for k in range(start, start + MAX_ADDED):
        term = value * arb(part.above(fmpq(k)) / part.below(fmpq(k)))
        small = abs(term) < arb(2) ** -(_SHARP + 20)
        if small and part.above(fmpq(k)) != 0 and _is_below(above, below, share, k):
            bound = abs(term).upper() / (1 - arb(share))
            return total + arb(0, bound)
        total += term
        value *= arb(part.ratio_above(fmpq(k)) / part.ratio_below(fmpq(k)))
    raise UnsupportedError(Message("The series does not converge, or too slowly to be followed."))


def _is_below(above: fmpq_poly, below: fmpq_poly, share: fmpq, place: int) -> bool:
    """Whether |above/below| <= share at every whole number from the place on."""
    gap = below * below * (share * share) - above * above
    moved = gap(fmpq_poly([place, 1]))
    return all(coefficient >= 0 for coefficient in moved.coeffs())
