"""A number known to many digits, recognised: its exact form as a tree, proved where it matters by the caller."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from math import isqrt
from typing import TYPE_CHECKING

from flint import acb, arb, fmpq, fmpz

from maths.bounds import RefusedError
from maths.engines.flint_form import to_acb, working_precision
from maths.tree import Call, Name, Negative, Number, Power, Product, Quotient, Sum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.tree import Node

PRECISION = 260  # bits worked with
DIGITS = 40  # decimal places in which a form and the number must agree
_BITS = 133
_LARGEST = 10_000  # of a numerator or denominator that is recognised
_LARGEST_TURN = 60  # the denominator of a multiple of π
_LARGEST_SURD = 3_000  # of the numbers of a quadratic equation
_LARGEST_POWER = 1_000  # of a fraction whose logarithm or root is recognised


def recognised(value: arb) -> Node | None:
    """The simplest form that agrees in forty digits: a fraction, a multiple of π, a square root, a logarithm."""
    with working_precision(PRECISION):
        for form in _forms(value):
            if _agree(form, value):
                return form
    return None


def _agree(form: Node, value: arb) -> bool:
    with suppress(RefusedError):
        found = to_acb(form, PRECISION).real
        return bool(abs(found - value) < (abs(value) + 1) * arb(2) ** -_BITS)
    return False


def _forms(value: arb) -> Iterator[Node]:
    if (fraction := near(value, _LARGEST)) is not None:
        yield tree(fraction)
    pi = arb.pi()
    if (fraction := near(value / pi, _LARGEST_TURN)) is not None:
        yield _times(fraction, Name("pi"))
    if (square := near(value * value, _LARGEST)) is not None:
        yield _signed(value, _root(square))
    if (cube := near(value * value * value, _LARGEST_POWER)) is not None and cube:
        yield _signed(value, Call("root", (tree(abs(cube)), Number(Fraction(3)))))
    yield from _quadratic(value)
    if abs(value) < 50:  # noqa: PLR2004 - e^50 has no small fraction near it
        if (power := near(value.exp(), _LARGEST_POWER)) is not None and power > 0:
            yield _logarithm(power)
        yield from _inverses(value)
    if value != 0 and (exponent := near(abs(value).log(), 12)) is not None:
        yield _signed(value, _exponential(exponent))


def near(value: arb, largest: int) -> Fraction | None:
    """The fraction of small numbers that a number is to forty digits."""
    if not value.is_finite() or abs(value) > largest:
        return None
    scaled = (value.mid() * arb(2) ** (2 * _BITS)).floor().unique_fmpz()
    if scaled is None:
        return None
    fraction = Fraction(int(scaled), 1 << (2 * _BITS)).limit_denominator(largest)
    gap = abs(value - arb(fmpq(fraction.numerator, fraction.denominator)))
    return fraction if gap < (abs(value) + 1) * arb(2) ** -_BITS else None


def tree(value: Fraction) -> Node:
    if value < 0:
        return Negative(tree(-value))
    top = Number(Fraction(value.numerator))
    return top if value.denominator == 1 else Quotient(top, Number(Fraction(value.denominator)))


def _times(share: Fraction, unit: Node) -> Node:
    """`2π/3`, `-π`"""
    if share < 0:
        return Negative(_times(-share, unit))
    if share == 0:
        return tree(share)
    top = unit if share.numerator == 1 else Product((Number(Fraction(share.numerator)), unit))
    return top if share.denominator == 1 else Quotient(top, Number(Fraction(share.denominator)))


def _signed(value: arb, form: Node) -> Node:
    return Negative(form) if value < 0 else form


def _root(square: Fraction) -> Node:
    """√ of a fraction, without a root below the bar and without a square under it."""
    outside, inside = square_part(square.numerator * square.denominator)
    share = Fraction(outside, square.denominator)
    return _times(share, Call("sqrt", (Number(Fraction(inside)),))) if inside > 1 else tree(share)


def square_part(number: int) -> tuple[int, int]:
    """(a, b) with number = a²·b, b without small squares."""
    outside, inside = 1, number
    for base in range(2, min(isqrt(number), 1_000) + 1):
        while inside % (base * base) == 0:
            inside //= base * base
            outside *= base
    return outside, inside


def _quadratic(value: arb) -> Iterator[Node]:
    """(p ± √d)/q, from the shortest vector of the lattice of 1, v and v²."""
    from flint import fmpz_mat

    scale = arb(2) ** _BITS
    powers = [(scale * value**k).mid().floor().unique_fmpz() for k in range(3)]
    rows = [[*(fmpz(k == column) for column in range(3)), power] for k, power in enumerate(powers) if power is not None]
    if len(rows) < len(powers):
        return
    c, b, a, _ = (int(entry) for entry in fmpz_mat(rows).lll().tolist()[0])
    discriminant = b * b - 4 * a * c
    if a == 0 or max(abs(a), abs(b), abs(c)) > _LARGEST_SURD or discriminant <= 0:
        return
    outside, inside = square_part(discriminant)
    for sign in (1, -1):
        rational, share = Fraction(-b, 2 * a), Fraction(sign * outside, 2 * a)
        below = rational.denominator * share.denominator // _gcd(rational.denominator, share.denominator)
        root = _times(abs(share * below), Call("sqrt", (Number(Fraction(inside)),)))
        whole = tree(rational * below)
        top = (
            Sum((whole, Negative(root) if share < 0 else root)) if rational else (Negative(root) if share < 0 else root)
        )
        yield top if below == 1 else Quotient(top, Number(Fraction(below)))


def _exponential(exponent: Fraction) -> Node:
    if exponent < 0:
        return Quotient(tree(Fraction(1)), _exponential(-exponent))
    return Name("e") if exponent == 1 else Power(Name("e"), tree(exponent))


def _gcd(first: int, second: int) -> int:
    while second:
        first, second = second, first % second
    return first


def _logarithm(power: Fraction) -> Node:
    if power < 1:
        return Negative(_logarithm(1 / power))
    return Call("ln", (tree(power),))


def _inverses(value: arb) -> Iterator[Node]:
    """Arctan and its like of fractions, near the origin."""
    boxed = acb(value)
    for name, turned, reach in (("atan", boxed.tan(), 1.6), ("asin", boxed.sin(), 1.6), ("acos", boxed.cos(), 3.2)):
        if abs(value) < reach and turned.real.is_finite() and (fraction := near(turned.real, 50)) is not None:
            form = Call(name, (tree(abs(fraction) if name != "acos" else fraction),))
            yield form if name == "acos" else _signed(value, form)
