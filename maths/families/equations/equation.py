"""Polynomial and rational equations in one unknown.

Routes: SymPy factors and solves by radicals, each root is put back exactly; python-flint, straight from the
tree, counts the distinct roots and encloses each of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import sympy
from flint import fmpq_poly

from maths.families.equations.claims import NO_VALUES, judge
from maths.families.equations.equation_steps import Solved, teach
from maths.families.numbers.arithmetic import refuse_doubtful
from maths.families.routes.ball import number, precisely
from maths.families.routes.rational import Rational, rational
from maths.families.settled import Settled, UndecidedError
from maths.families.write import assignments, formula, listed, tree
from maths.message import Formula, Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from flint import acb

    from maths.families.symbolic import Symbolic
    from maths.tree import Node, Relation

MAX_RADICAL_DEGREE = 6  # of an irreducible factor a*x^n + b that is still solved by roots
_QUADRATIC, _QUARTIC = 2, 4
_TINY = 1e-12  # what is larger is not zero: no need to ask SymPy
_PRECISION = 256  # bits of the enclosures that tell roots apart


class Domain(Enum):
    """Among which numbers the sentence looks for solutions; unstated: all complex ones, and the answer says so."""

    UNSTATED = "unstated"
    REAL = "real"
    COMPLEX = "complex"


@dataclass(frozen=True, slots=True)
class Equation:
    """`one_value`: the sentence speaks of the value of the unknown."""

    relation: Relation
    unknown: str
    domain: Domain = Domain.UNSTATED
    one_value: bool = False

    def settle(self, find: Callable[[fmpq_poly], list[Symbolic]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        refuse_doubtful(self.relation, frozenset({self.unknown}))
        left, right = (rational(side, self.unknown) for side in self.relation.operands)
        difference = left + -right
        cleared = difference.numerator
        if cleared.degree() < 0:
            raise UndecidedError(Message("Both sides are always equal: every allowed number solves the equation."))
        excluded = _excluded(difference)
        candidates = (find or radical_roots)(cleared)
        kept = sorted((root for root in candidates if not vanishes(excluded, root)), key=sort_key)
        expected = confirm_roots(cleared, excluded, kept)
        real = [root for root in kept if root.is_real]
        chosen = real if self.domain is Domain.REAL else kept
        if self.one_value and self.domain is Domain.UNSTATED and 0 < len(real) < len(kept):
            raise UndecidedError(
                Message("It is not said whether complex values count: over the real numbers the answer is another.")
            )
        real_only = self.domain is Domain.REAL
        solved = Solved(
            self.relation, self.unknown, left, right, cleared, tuple(kept), tuple(chosen), tuple(candidates), real_only
        )
        roots = [tree(root) for root in chosen]
        method = _method(len(kept), expected, len(real), real_only=real_only)
        return Settled(
            self._answer(roots),
            method,
            lambda level: teach(solved, level),
            judge=lambda given: judge(given, self.unknown, roots, [tree(root) for root in real], method),
        )

    def _answer(self, roots: list[Node]) -> Formula:
        """Typed, the values alone; set, each with the unknown, as a solution is written."""
        if not roots:
            return formula(NO_VALUES)
        typed = listed(formula(root) for root in roots).typed
        return Formula(typed, assignments(self.unknown, roots).latex)


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


def _excluded(difference: Rational) -> fmpq_poly:
    """The product of everything that was divided by: its roots are not allowed."""
    product = fmpq_poly([1])
    for divisor in difference.divisors:
        product = product * divisor
        product = product // product.gcd(product.derivative()) if product.degree() > 0 else product
    return product


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


def _method(found: int, expected: int, real: int, *, real_only: bool) -> Message:  # noqa: PLR0911 - one line a case
    if found == 0:
        return Message("solved by SymPy, and python-flint counts no solution either")
    if found == 1:
        return Message("the solution was put back exactly, and the count by degree says there is no other")
    if real == found == _QUADRATIC:
        return Message(
            "both roots substituted back exactly, {found} of {expected} found", found=found, expected=expected
        )
    if real == found:
        return Message(
            "all solutions were put back exactly, {found} of {expected} found", found=found, expected=expected
        )
    if real == 0:
        return Message(
            "all complex solutions were put back exactly, {found} of {expected} found; none of them is real",
            found=found,
            expected=expected,
        )
    if real_only:
        return Message(
            "all complex solutions were put back exactly, {found} of {expected} found; {real} of them real",
            found=found,
            expected=expected,
            real=real,
        )
    return Message(
        "all solutions were put back exactly, {found} of {expected} found; {real} real, the others complex",
        found=found,
        expected=expected,
        real=real,
    )
