"""The roots of a polynomial by radicals, with SymPy; their count and places with python-flint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy
from flint import fmpq_poly

from maths.families.routes.ball import number, precisely
from maths.families.settled import UndecidedError
from maths.families.write import tree
from maths.message import Message

if TYPE_CHECKING:
    from flint import acb

    from maths.families.routes.rational import Rational
    from maths.families.symbolic import Symbolic

MAX_RADICAL_DEGREE = 6  # of an irreducible factor a*x^n + b that is still solved by roots
_QUADRATIC, _QUARTIC = 2, 4
_TINY = 1e-12  # what is larger is not zero: no need to ask SymPy
_PRECISION = 256  # bits of the enclosures that tell roots apart


def divided_by(difference: Rational) -> fmpq_poly:
    """The product of everything that was divided by: its roots are not allowed."""
    product = fmpq_poly([1])
    for divisor in difference.divisors:
        product = product * divisor
        product = product // product.gcd(product.derivative()) if product.degree() > 0 else product
    return product


def radical_roots(polynomial: fmpq_poly) -> list[Symbolic]:
    """The distinct complex roots by SymPy, where factors of degree 2 or binomials allow it."""
    x = sympy.Symbol("x")
    if polynomial.degree() < 1:
        return []
    coefficients = [sympy.Rational(int(c.p), int(c.q)) for c in reversed(polynomial.coeffs())]
    _, factors = sympy.factor_list(sympy.Poly(coefficients, x))
    found: list[Symbolic] = []
    for factor, _ in factors:
        found += _roots_of_irreducible(factor)
    return found


def _roots_of_irreducible(factor: Symbolic) -> list[Symbolic]:
    degree = factor.degree()
    coefficients = factor.all_coeffs()
    if degree == 1:
        return [-coefficients[1] / coefficients[0]]
    if degree == _QUADRATIC:
        a, b, c = coefficients
        root = sympy.sqrt(b**2 - 4 * a * c)
        return [sympy.expand((-b - root) / (2 * a)), sympy.expand((-b + root) / (2 * a))]
    if degree <= MAX_RADICAL_DEGREE and all(c == 0 for c in coefficients[1:-1]):
        return [sympy.expand(sympy.expand_complex(r)) for r in sympy.roots(factor)]
    if degree == _QUARTIC and coefficients[1] == coefficients[3] == 0:
        return [sympy.sqrtdenest(r) for r in sympy.roots(factor)]
    raise UndecidedError(
        Message(
            "Not all of its solutions have a simple exact form: a factor of degree {degree} is left.",
            degree=degree,
        )
    )


def vanishes(polynomial: fmpq_poly, root: Symbolic) -> bool:
    """Whether a polynomial is exactly zero at an algebraic number."""
    value = sympy.Integer(0)
    for coefficient in reversed(polynomial.coeffs()):
        value = sympy.expand(value * root + sympy.Rational(int(coefficient.p), int(coefficient.q)))
    return bool(value == 0 or (value.is_number and abs(value.evalf(20)) < _TINY and sympy.simplify(value) == 0))


def _count(cleared: fmpq_poly, excluded: fmpq_poly) -> int:
    """How many distinct solutions there are: the degree of the square-free part, without the excluded roots."""
    square_free = cleared // cleared.gcd(cleared.derivative())
    return int((square_free // square_free.gcd(excluded)).degree())


def _roots_with_multiplicity(polynomial: Symbolic) -> list[tuple[acb, int]]:
    """Enclosures of the complex roots; the stubs of python-flint have another shape."""
    found: list[tuple[acb, int]] = polynomial.complex_roots()
    return found


def confirm_roots(cleared: fmpq_poly, excluded: fmpq_poly, roots: list[Symbolic]) -> int:
    """How many roots there are; every one given solves exactly, and they are the ones python-flint encloses, one each.

    Raises UndecidedError.
    """
    expected = _count(cleared, excluded)
    if len(roots) != expected or not all(vanishes(cleared, root) for root in roots):
        raise UndecidedError(Message("The two ways of solving it do not agree."))
    square_free = cleared // cleared.gcd(cleared.derivative())
    square_free = square_free // square_free.gcd(excluded)
    with precisely(_PRECISION):
        enclosures = [ball for ball, _ in _roots_with_multiplicity(square_free)] if expected else []
        for root in roots:
            matching = [ball for ball in enclosures if ball.overlaps(number(tree(root), {}))]
            if len(matching) != 1:
                raise UndecidedError(Message("The two ways of solving it do not agree."))
            enclosures.remove(matching[0])
    return expected


def sort_key(root: Symbolic) -> tuple[bool, Symbolic, Symbolic]:
    """Real numbers ascending, then the others by real and imaginary part."""
    value = complex(root.evalf(30))
    return (not root.is_real, value.real, value.imag)
