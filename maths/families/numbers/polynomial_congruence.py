"""Polynomial congruences in one letter: every residue that satisfies them.

Routes: each residue put in, in whole numbers; and modulo each prime by python-flint's factoring, lifted from power to
power of the prime and joined by the Chinese remainder theorem.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from flint import fmpz, nmod, nmod_poly

from maths.bounds import RefusedError
from maths.families.numbers import polynomial_congruence_steps as steps
from maths.families.numbers.operands import whole
from maths.families.routes.rational import rational
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import minus, name, number
from maths.families.write import formula
from maths.message import Message
from maths.tree import Collection, Congruence, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.tree import Node

_NO_POLYNOMIAL = Message("Only congruences between polynomials with whole coefficients are decided.")
MAX_MODULUS = 5_000
MAX_DEGREE = 12
MAX_SOLUTIONS = 24
MAX_LIFTED = 2_000  # candidates while lifting: x^12 ≡ 0 has many


@dataclass(frozen=True, slots=True)
class PolynomialCongruence:
    unknown: str
    left: Node
    right: Node
    modulus: Node

    def settle(self, find: Callable[[list[int], int], list[int]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        modulus = whole(self.modulus, least=2)
        if modulus > MAX_MODULUS:
            raise UndecidedError(Message("This number is too large to work with."))
        coefficients = self._coefficients()
        found = (find or steps.by_trial)(coefficients, modulus)
        parts = by_primes(coefficients, modulus)
        if found != joined(parts, modulus):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        if len(found) == modulus:
            raise UndecidedError(Message("Every whole number satisfies it."))
        if len(found) > MAX_SOLUTIONS:
            raise UndecidedError(Message("There are too many solutions to list."))
        rows = tuple(Congruence(name(self.unknown), number(residue), number(modulus)) for residue in found)
        answer = rows[0] if len(rows) == 1 else Collection(Kind.SEQUENCE if rows else Kind.SET, rows)
        given = Congruence(self.left, self.right, number(modulus))
        solved = steps.Solved(self.unknown, given, tuple(coefficients), tuple(found), parts)
        method = Message("every residue put in, and again prime by prime with the Chinese remainder theorem")
        return Settled(formula(answer), method, lambda level: steps.teach(solved, level))

    def _coefficients(self) -> list[int]:
        """Of left - right, the constant first."""
        try:
            gap = rational(minus(self.left, self.right), self.unknown)
        except RefusedError as error:
            raise UndecidedError(_NO_POLYNOMIAL) from error
        if gap.divisors or gap.numerator.degree() > MAX_DEGREE or gap.numerator.denom() != 1:
            raise UndecidedError(_NO_POLYNOMIAL)
        return [int(c.p) for c in gap.numerator.coeffs()]


def by_primes(coefficients: list[int], modulus: int) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """For each power of a prime in the modulus, the residues modulo it."""
    powers = [(int(p), int(k)) for p, k in fmpz(modulus).factor()]
    return tuple((p**k, tuple(_modulo_power(coefficients, p, k))) for p, k in powers)


def joined(parts: tuple[tuple[int, tuple[int, ...]], ...], modulus: int) -> list[int]:
    """The residues modulo the product, one for each choice of a residue modulo each part."""
    choices = product(*(roots for _, roots in parts))
    units = [_joining(modulus, size) for size, _ in parts]
    return sorted(sum(unit * root for unit, root in zip(units, choice, strict=True)) % modulus for choice in choices)


def _joining(modulus: int, size: int) -> int:
    """1 modulo `size`, 0 modulo the rest."""
    rest = modulus // size
    return rest * int(1 / nmod(rest, size)) if size > 1 and rest > 1 else 1


def _modulo_power(coefficients: list[int], prime: int, exponent: int) -> list[int]:
    reduced = nmod_poly(coefficients, prime)
    roots = list(range(prime)) if reduced.degree() < 0 else _linear_roots(reduced, prime)
    reached = prime
    for _ in range(exponent - 1):
        reached *= prime
        polynomial = nmod_poly(coefficients, reached)
        roots = [r for root in roots for r in range(root, reached, reached // prime) if int(polynomial(r)) == 0]
        if len(roots) > MAX_LIFTED:
            raise UndecidedError(Message("There are too many solutions to list."))
    return roots


def _linear_roots(polynomial: nmod_poly, prime: int) -> list[int]:
    _, factors = polynomial.factor()
    return [int(-factor[0]) % prime for factor, _ in factors if factor.degree() == 1]
