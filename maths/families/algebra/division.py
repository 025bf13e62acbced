"""Division of polynomials in one letter: quotient, remainder, common divisors, and a coefficient fixed by a remainder.

Routes: SymPy divides on its own reading; python-flint divides straight from the text, and quotient times divisor plus
remainder is multiplied out again, the remainder's degree below the divisor's. A common divisor has to divide all, and
what is left of them has to be without a common one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import sympy
from flint import fmpq_poly

from maths.engines.sympy_form import to_sympy
from maths.families.algebra.division_steps import Divided, teach_common, teach_division, teach_fixed
from maths.families.routes.rational import MAX_DEGREE, quotient, rational
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import fraction, number, polynomial, substitute
from maths.families.write import assignments, formula, listed
from maths.families.written import letters
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

_DISAGREE = Message("The two ways of dividing do not agree.")
QUOTIENT, REMAINDER, RESULT = "quotient", "remainder", "result"


@dataclass(frozen=True, slots=True)
class Divide:
    """`wanted` of dividing: `quotient`, `remainder`, or `result`, which is the quotient where nothing is left."""

    dividend: Node
    divisor: Node
    wanted: tuple[str, ...]

    def settle(self, find: Callable[[Node, Node, str], tuple[fmpq_poly, fmpq_poly]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        variable = _letter(self.dividend, self.divisor)
        dividend, divisor = _polynomial(self.dividend, variable), _polynomial(self.divisor, variable)
        if divisor.degree() < 1:
            raise UndecidedError(Message("The divisor has no letter."))
        over, rest = divmod(dividend, divisor)
        if (find or by_sympy)(self.dividend, self.divisor, variable) != (over, rest):
            raise UndecidedError(_DISAGREE)
        if over * divisor + rest != dividend or rest.degree() >= divisor.degree():
            raise UndecidedError(_DISAGREE)
        if RESULT in self.wanted and rest.degree() >= 0:
            raise UndecidedError(Message("The division leaves a remainder: it is not said what is asked."))
        parts = {QUOTIENT: over, RESULT: over, REMAINDER: rest}
        answer = listed(formula(polynomial(parts[wanted], variable)) for wanted in self.wanted)
        method = Message("divided by SymPy and by python-flint, and multiplied back")
        divided = Divided(dividend, divisor, over, rest, variable, self.wanted)
        return Settled(answer, method, lambda level: teach_division(divided, level))


@dataclass(frozen=True, slots=True)
class CommonPolynomial:
    """The greatest common divisor, or the least common multiple, of polynomials in one letter."""

    bodies: tuple[Node, ...]
    least: bool = False

    def settle(self, find: Callable[[list[Symbolic]], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        variable = _letter(*self.bodies)
        parts = [_polynomial(body, variable) for body in self.bodies]
        if any(part.degree() < 1 for part in parts):
            raise UndecidedError(Message("Common divisors are taken of polynomials here."))
        common = parts[0]
        for part in parts[1:]:
            common = _whole(common * part // common.gcd(part)) if self.least else common.gcd(part)
        common = _whole(common)
        symbol = sympy.Symbol(variable)
        values = [to_sympy(body, variables=frozenset({variable})) for body in self.bodies]
        first = (find or (_lcm if self.least else _gcd))([sympy.Poly(value, symbol, domain="QQ") for value in values])
        again = _whole(_flint(first))
        if again != common or not all(
            _divides(part, common) if self.least else _divides(common, part) for part in parts
        ):
            raise UndecidedError(_DISAGREE)
        if any(fraction(c).denominator != 1 for part in parts for c in part.coeffs()) or _content(parts) != 1:
            raise UndecidedError(Message("Common factors that are numbers are not asked for clearly."))
        method = Message("found by SymPy and by python-flint, and divided again")
        answer = formula(polynomial(common, variable))
        bodies, least = self.bodies, self.least
        return Settled(answer, method, lambda level: teach_common(bodies, parts, common, variable, level, least=least))


@dataclass(frozen=True, slots=True)
class FixedByRemainder:
    """The letter in a polynomial for which dividing leaves a given remainder; a factor leaves 0."""

    dividend: Node
    divisor: Node
    remainder: Node
    unknown: str
    variable: str

    def settle(self, find: Callable[[FixedByRemainder], Symbolic] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        value = find(self) if find else self._solved()
        fixed = fraction(value)
        known = substitute(self.dividend, self.unknown, number(fixed))
        dividend, divisor = _polynomial(known, self.variable), _polynomial(self.divisor, self.variable)
        if dividend % divisor != _polynomial(self.remainder, self.variable):
            raise UndecidedError(_DISAGREE)
        method = Message("solved by SymPy from the remainder with the letter in it; divided again by python-flint")
        answer = formula(number(fixed))
        answer = type(answer)(answer.typed, assignments(self.unknown, [number(fixed)]).latex)
        return Settled(
            answer,
            method,
            lambda level: teach_fixed(
                self.dividend, self.divisor, self.remainder, self.unknown, self.variable, number(fixed), level
            ),
        )

    def _solved(self) -> Symbolic:
        known = frozenset({self.variable, self.unknown})
        if letters(self.dividend) != known or letters(self.divisor) != {self.variable}:
            raise UndecidedError(Message("It is not one letter that the remainder fixes."))
        x, a = sympy.Symbol(self.variable), sympy.Symbol(self.unknown)
        above, below, rest = (
            sympy.Poly(to_sympy(side, variables=known), x) for side in (self.dividend, self.divisor, self.remainder)
        )
        if above.degree() > MAX_DEGREE:
            raise UndecidedError(Message("Its degree is too high to be solved here."))
        left = sympy.rem(above, below) - rest
        equations = [sympy.Poly(c, a) for c in left.all_coeffs() if sympy.expand(c) != 0]
        if not equations or any(equation.degree() != 1 for equation in equations):
            raise UndecidedError(Message("It is not one letter that the remainder fixes."))
        values = {-equation.coeff_monomial(1) / equation.coeff_monomial(a) for equation in equations}
        if len(values) != 1:
            raise UndecidedError(Message("There is no such value."))
        return values.pop()


def by_sympy(dividend: Node, divisor: Node, variable: str) -> tuple[fmpq_poly, fmpq_poly]:
    x = sympy.Symbol(variable)
    above, below = (
        sympy.Poly(to_sympy(side, variables=frozenset({variable})), x, domain="QQ") for side in (dividend, divisor)
    )
    over, rest = sympy.div(above, below)
    return _flint(over), _flint(rest)


def _divides(divisor: fmpq_poly, dividend: fmpq_poly) -> bool:
    return bool((dividend % divisor).degree() < 0)


def _gcd(parts: list[Symbolic]) -> Symbolic:
    found = parts[0]
    for part in parts[1:]:
        found = sympy.gcd(found, part)
    return found


def _lcm(parts: list[Symbolic]) -> Symbolic:
    found = parts[0]
    for part in parts[1:]:
        found = sympy.lcm(found, part)
    return found


def _flint(value: Symbolic) -> fmpq_poly:
    return fmpq_poly([quotient(fraction(c)) for c in reversed(value.all_coeffs())])


def _whole(value: fmpq_poly) -> fmpq_poly:
    """With whole coefficients without a common factor, the highest one positive."""
    scaled = value * value.denom()
    content = scaled.numer().content()
    return scaled / content if scaled.leading_coefficient() > 0 else scaled / -content


def _content(parts: list[fmpq_poly]) -> int:
    found = 0
    for part in parts:
        found = sympy.igcd(found, int(part.numer().content()))
    return int(found)


def _letter(*bodies: Node) -> str:
    found = frozenset[str]().union(*(letters(body) for body in bodies))
    if len(found) != 1:
        raise UndecidedError(Message("Polynomials are divided in one letter here."))
    return next(iter(found))


def _polynomial(body: Node, variable: str) -> fmpq_poly:
    found = rational(body, variable)
    if found.denominator.degree() > 0 or any(divisor.degree() > 0 for divisor in found.divisors):
        raise UndecidedError(Message("It is not a polynomial."))
    return found.numerator / found.denominator[0]
