"""Partial fractions over the rational numbers.

Routes: SymPy splits; python-flint adds the parts up again exactly, and factors the denominator itself, so that every
part is over a power of one irreducible factor with a numerator of lower degree.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import sympy
from flint import fmpq_poly

from maths.bounds import UnsupportedError
from maths.engines.sympy_form import to_sympy
from maths.families.algebra.partial_fractions_steps import Split, teach
from maths.families.doubtful import refuse_doubtful
from maths.families.routes.rational import rational
from maths.families.settled import Settled, UndecidedError
from maths.families.write import formula, tree
from maths.message import Message
from maths.tree import names

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

MAX_DEGREE = 12  # of the denominator


@dataclass(frozen=True, slots=True)
class PartialFractions:
    body: Node

    def settle(self, find: Callable[[Symbolic, Symbolic], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        refuse_doubtful(self.body)
        letters = names(self.body)
        if len(letters) != 1:
            raise UndecidedError(Message("Partial fractions are taken of a quotient in one letter."))
        (letter,) = letters
        symbol = sympy.Symbol(letter)
        try:
            given = rational(self.body, letter)
        except UnsupportedError as error:
            raise UndecidedError(Message("Partial fractions are taken of a quotient of polynomials.")) from error
        common = given.numerator.gcd(given.denominator)
        below = given.denominator / common
        if not 1 <= below.degree() <= MAX_DEGREE:
            raise UndecidedError(Message("There is nothing to split into partial fractions."))
        split = (find or sympy.apart)(to_sympy(self.body, symbols={letter: symbol}), symbol)
        parts = split.as_ordered_terms()
        if len(parts) == 1:
            raise UndecidedError(Message("There is nothing to split into partial fractions."))
        answer = tree(split)
        again = rational(answer, letter)
        if again.numerator * given.denominator != given.numerator * again.denominator:
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        if not _is_split([rational(tree(part), letter) for part in parts], below):
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
        method = Message(
            "split by SymPy; python-flint adds the parts up again and finds their denominators irreducible"
        )
        return Settled(formula(answer), method, partial(teach, Split(self.body, symbol, split)))


def _is_split(parts: list[Symbolic], below: fmpq_poly) -> bool:
    """Whether every part is a polynomial, or lower in degree than the one irreducible factor below it."""
    factors = [factor for factor, _ in below.factor()[1]]
    for part in parts:
        common = part.numerator.gcd(part.denominator)
        above, under = part.numerator / common, part.denominator / common
        if under.degree() == 0:
            continue
        own = [factor for factor, _ in under.factor()[1]]
        if len(own) != 1 or all(_monic(own[0]) != _monic(factor) for factor in factors):
            return False
        if above.degree() >= own[0].degree():
            return False
    return True


def _monic(poly: Symbolic) -> Symbolic:
    found = fmpq_poly([poly[n] for n in range(poly.degree() + 1)])
    return found / found.leading_coefficient()
