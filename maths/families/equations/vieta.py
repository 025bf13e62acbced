"""The letters that are the roots of a polynomial, as equations between them."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from maths.families.equations.equation import Domain
from maths.families.equations.unknowns import Conditions
from maths.families.routes.rational import rational
from maths.families.settled import UndecidedError
from maths.families.terms import equals, name, number, plus, replace, times
from maths.message import Message
from maths.tree import Relation

if TYPE_CHECKING:
    from flint import fmpq

    from maths.tree import Node


def roots_named(
    relation: Relation, unknown: str, letters: tuple[str, ...], domain: Domain, restrictions: tuple[Relation, ...]
) -> Conditions:
    """All roots of a polynomial by name; where only some of its roots can be meant, different ones.

    Raises UndecidedError, UnsupportedError.
    """
    left, right = (rational(side, unknown) for side in relation.operands)
    difference = left + -right
    if difference.denominator.degree() > 0:
        raise UndecidedError(Message("It is not a polynomial or a quotient of polynomials in the unknowns."))
    coefficients = difference.numerator.coeffs()
    if len(coefficients) == len(letters) + 1 and not restrictions and domain is not Domain.REAL:
        return Conditions(tuple(_vieta(coefficients, letters)), letters, domain, (), relation, unknown)
    equations = tuple(
        Relation(tuple(replace(side, {unknown: name(letter)}) for side in relation.operands), ("=",))
        for letter in letters
    )
    apart = tuple(Relation((name(a), name(b)), ("!=",)) for a, b in combinations(letters, 2))
    return Conditions(equations, letters, domain, (*restrictions, *apart))


def _vieta(coefficients: list[fmpq], letters: tuple[str, ...]) -> list[Relation]:
    degree = len(letters)
    lead = coefficients[degree]
    found = []
    for size in range(1, degree + 1):
        total: Node = plus(*(times(*(name(one) for one in chosen)) for chosen in combinations(letters, size)))
        value = coefficients[degree - size] / lead
        found.append(equals(total, number(value if size % 2 == 0 else -value)))
    return found
