"""Which values an expression can have under polynomial equations: a Gröbner basis by SymPy.

The normal forms of 1, f, f^2, … modulo the basis are vectors; the first that depends on those before it gives the
polynomial of least degree that f satisfies wherever the equations hold. Its roots are exactly the values f has on
the complex solutions. What may not be zero is inverted by one more letter (Rabinowitsch).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy
from flint import fmpq_mat, fmpq_poly

from maths.bounds import UndefinedError
from maths.engines.sympy_form import to_sympy
from maths.families.equations.unknowns import MAX_EQUATIONS, MAX_LETTERS, excluded
from maths.families.routes.rational import quotient
from maths.families.settled import UndecidedError
from maths.families.terms import fraction, minus
from maths.message import Message
from maths.tree import Negative, Number, Power, Product, Quotient, Sum

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.families.equations.unknowns import Conditions
    from maths.families.symbolic import Symbolic
    from maths.tree import Node

MAX_VALUES = 12  # different values of one expression
MAX_SYSTEM_DEGREE = 12  # of one equation: Gröbner bases grow doubly exponentially
MAX_POWER = 100_000  # of an expression whose value is asked: squared again and again
MAX_TERMS = 60  # of one equation, and of a basis
_TOO_LARGE = Message("The equations are too large to be solved together.")


class Ideal:
    """The polynomials that vanish where the equations hold. Raises UndecidedError, UnsupportedError."""

    def __init__(self, conditions: Conditions, *asked: Node) -> None:
        if len(conditions.letters) > MAX_LETTERS or len(conditions.equations) > MAX_EQUATIONS:
            raise UndecidedError(Message("There are too many equations or unknowns."))
        self.letters = {letter: sympy.Symbol(letter) for letter in conditions.letters}
        self._inverse = sympy.Symbol("_u")
        sides = [minus(*equation.operands) for equation in conditions.equations]
        built = [sympy.fraction(sympy.together(self._value(side)))[0] for side in sides]
        self._divisor = self._product(excluded(conditions, *asked))
        gens = [self._inverse, *self.letters.values()]
        if self._divisor.is_number:
            gens = gens[1:]
        else:
            built.append(self._inverse * self._divisor - 1)
        polynomials = [sympy.Poly(side, *gens, domain="QQ") for side in built]
        polynomials = [p for p in polynomials if not p.is_zero]
        if not polynomials:
            raise UndecidedError(Message("Both sides are always equal: every allowed number solves the equation."))
        if any(p.total_degree() > MAX_SYSTEM_DEGREE or len(p.terms()) > MAX_TERMS for p in polynomials):
            raise UndecidedError(_TOO_LARGE)
        self._gens = gens
        self._basis = sympy.groebner(polynomials, *gens, order="grevlex", domain="QQ")

    def _value(self, node: Node) -> Symbolic:
        return to_sympy(node, symbols=self.letters, variables=frozenset(self.letters))

    def _product(self, nodes: list[Node]) -> Symbolic:
        """Every irreducible factor of these once."""
        factors: dict[Symbolic, None] = {}
        for node in nodes:
            above, _ = sympy.fraction(sympy.together(self._value(node)))
            if above == 0:
                raise UndefinedError(Message("It divides by zero."))
            factors.update(
                (factor.as_expr(), None) for factor, _ in sympy.factor_list(above, *self.letters.values())[1]
            )
        return sympy.Mul(*factors)

    @property
    def is_everything(self) -> bool:
        """Whether the equations contradict each other."""
        return bool(self._basis.exprs == [1])

    @property
    def is_finite(self) -> bool:
        """Whether the equations have finitely many complex solutions."""
        return self.is_everything or bool(self._basis.is_zero_dimensional)

    def values_of(self, wanted: Node) -> fmpq_poly:
        """The polynomial whose roots are the values of an expression. Raises UndecidedError."""
        reduced = self._reduced(wanted)
        rows: list[dict[tuple[int, ...], Symbolic]] = []
        power = self._normal(sympy.Integer(1))
        for _ in range(MAX_VALUES + 1):
            rows.append(dict(power.terms()))
            if (found := _dependency(rows)) is not None:
                return found
            power = self._normal(sympy.expand(power.as_expr() * reduced.as_expr()))
        raise UndecidedError(Message("It can have many different values."))

    def _reduced(self, node: Node) -> Symbolic:  # noqa: PLR0911 - one line a kind of node
        """The normal form of an expression, powers by squaring: z^49 never becomes long."""
        match node:
            case Sum(terms=terms):
                return sum((self._reduced(term) for term in terms), self._normal(sympy.Integer(0)))
            case Negative(operand=operand):
                return -self._reduced(operand)
            case Product(factors=factors):
                found = self._normal(sympy.Integer(1))
                for factor in factors:
                    found = self._normal((found * self._reduced(factor)).as_expr())
                return found
            case Quotient(numerator=above, denominator=below):
                return self._normal((self._reduced(above) * self._inverted(below)).as_expr())
            case Power(base=base, exponent=Negative(operand=Number(value=size))) if _is_small(size):
                return self._raised(self._inverted(base), int(size))
            case Power(base=base, exponent=Number(value=size)) if _is_small(size):
                return self._raised(self._reduced(base), int(size))
        return self._normal(self._value(node))

    def _inverted(self, node: Node) -> Symbolic:
        above, below = sympy.fraction(sympy.together(self._value(node)))
        inverse = self._normal(self._inverse_of(above))
        return self._normal((inverse * self._normal(below)).as_expr())

    def _raised(self, base: Symbolic, exponent: int) -> Symbolic:
        found = self._normal(sympy.Integer(1))
        for digit in f"{exponent:b}":
            found = self._normal((found * found).as_expr())
            if digit == "1":
                found = self._normal((found * base).as_expr())
        return found

    def _inverse_of(self, below: Symbolic) -> Symbolic:
        """1/below as a polynomial: the inverse of the product of all divisors, times the others."""
        if below.is_number:
            return 1 / below
        others, rest = sympy.div(sympy.Poly(self._divisor, *self._gens), sympy.Poly(below, *self._gens))
        power = 1
        while not rest.is_zero and power < MAX_SYSTEM_DEGREE:
            power += 1
            others, rest = sympy.div(
                sympy.Poly(sympy.expand(self._divisor**power), *self._gens), sympy.Poly(below, *self._gens)
            )
        if not rest.is_zero:
            raise UndecidedError(_TOO_LARGE)
        return others.as_expr() * self._inverse**power

    def _normal(self, expression: Symbolic) -> Symbolic:
        found = sympy.Poly(expression, *self._gens, domain="QQ")
        if found.total_degree() > 4 * MAX_SYSTEM_DEGREE or len(found.terms()) > 4 * MAX_TERMS:
            raise UndecidedError(_TOO_LARGE)
        if found.is_zero:
            return found
        return sympy.Poly(self._basis.reduce(found.as_expr())[1], *self._gens, domain="QQ")


def _is_small(size: Fraction) -> bool:
    return size.denominator == 1 and 0 <= size <= MAX_POWER


def _dependency(rows: list[dict[tuple[int, ...], Symbolic]]) -> fmpq_poly | None:
    """The coefficients of a combination of the rows that is zero, the last one 1; None where they are independent."""
    monomials = sorted({monomial for row in rows for monomial in row if row[monomial] != 0})
    if not monomials:
        return fmpq_poly([1]) if len(rows) == 1 else fmpq_poly([0, 1])
    matrix = [[quotient(fraction(row.get(m, sympy.Integer(0)))) for row in rows] for m in monomials]
    reduced, rank = fmpq_mat(matrix).rref()
    last = len(rows) - 1
    pivots = [next(c for c in range(len(rows)) if reduced[r, c] != 0) for r in range(rank)]
    if last in pivots:
        return None
    coefficients = [quotient(fraction(0))] * len(rows)
    for row, column in enumerate(pivots):
        coefficients[column] = -reduced[row, last]
    coefficients[last] = quotient(fraction(1))
    return fmpq_poly(coefficients)
