"""Polynomials in several letters straight from the tree, in python-flint's normal form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flint import Ordering, fmpq_mpoly_ctx

from maths.bounds import MAX_EXPANDED_TERMS, TooLargeError, UndefinedError, UnsupportedError
from maths.engines.flint_exact import ascii_names
from maths.families.routes.rational import MAX_COEFFICIENT_BITS, quotient
from maths.message import Message
from maths.tree import Based, Collection, Kind, Mixed, Name, Negative, Number, Percent, Power, Product, Quotient, Sum

if TYPE_CHECKING:
    from maths.families.symbolic import Symbolic
    from maths.tree import Node

MAX_TOTAL_DEGREE = 200


class Polynomials:
    """The ring of polynomials in some letters with rational coefficients."""

    def __init__(self, letters: tuple[str, ...]) -> None:
        self.letters = letters
        self._ring = fmpq_mpoly_ctx.get(ascii_names(letters) or ("x",), Ordering.lex)

    def read(self, node: Node) -> Symbolic:  # noqa: C901, PLR0911, PLR0912 - one line a kind of node
        """The normal form. Raises UnsupportedError where the tree is no polynomial in the letters."""
        match node:
            case Number(value=value):
                return self._ring.constant(quotient(value))
            case Mixed(whole=whole, fraction=part):
                return self._ring.constant(quotient(whole + part))
            case Based(value=value):
                return self._ring.constant(value)
            case Name() if node.full in self.letters:
                return self._ring.gen(self.letters.index(node.full))
            case Negative(operand=operand):
                return -self.read(operand)
            case Percent(operand=operand):
                return self.read(operand) / 100
            case Sum(terms=terms):
                total = self._ring.constant(0)
                for term in terms:
                    total = _bounded(total + self.read(term))
                return total
            case Product(factors=factors):
                product = self._ring.constant(1)
                for factor in factors:
                    product = self._times(product, self.read(factor))
                return product
            case Quotient(numerator=numerator, denominator=denominator):
                return self._divided(self.read(numerator), self.read(denominator))
            case Power(base=base, exponent=Number(value=exponent)) if exponent.denominator == 1 and exponent >= 0:
                return self._raised(self.read(base), int(exponent))
            case Collection(kind=Kind.LIST, items=(item,)):
                return self.read(item)
        raise UnsupportedError(Message("It is not a polynomial."))

    def _times(self, left: Symbolic, right: Symbolic) -> Symbolic:
        if len(left) * len(right) > MAX_EXPANDED_TERMS:
            raise TooLargeError(Message("Multiplied out it would be too long."))
        return _bounded(left * right)

    def _divided(self, above: Symbolic, below: Symbolic) -> Symbolic:
        if below == 0:
            raise UndefinedError(Message("It divides by zero."))
        if below.total_degree() > 0:
            raise UnsupportedError(Message("It is not a polynomial."))
        return above / below.leading_coefficient()

    def _raised(self, base: Symbolic, exponent: int) -> Symbolic:
        if exponent == 0:
            if base == 0:
                raise UndefinedError(Message("It contains 0 to the power 0, which has no value."))
            return self._ring.constant(1)
        if base == 0:
            return base
        if base.total_degree() * exponent > MAX_TOTAL_DEGREE or _bits(base) * exponent > MAX_COEFFICIENT_BITS:
            raise TooLargeError(Message("Multiplied out it would be too long."))
        if len(base) > 1 and _terms_of_power(len(base), exponent) > MAX_EXPANDED_TERMS:
            raise TooLargeError(Message("Multiplied out it would be too long."))
        return _bounded(base**exponent)


def _terms_of_power(terms: int, exponent: int) -> int:
    count = 1
    for n in range(1, terms):
        count = count * (exponent + n) // n
        if count > MAX_EXPANDED_TERMS:
            return count
    return count


def _bits(value: Symbolic) -> int:
    return max((int(c.p).bit_length() + int(c.q).bit_length() for c in value.coeffs()), default=0)


def _bounded(value: Symbolic) -> Symbolic:
    if len(value) > MAX_EXPANDED_TERMS or _bits(value) > MAX_COEFFICIENT_BITS:
        raise TooLargeError(Message("Multiplied out it would be too long."))
    return value


def split(value: Symbolic) -> list[tuple[Symbolic, int]]:
    """The irreducible factors over the rational numbers with how often each occurs, constants left out."""
    _, factors = value.factor()
    return [(factor, int(count)) for factor, count in factors]
