"""The constants of a form an expression is written in, `x^2 - 6x + 66 = (x + b)^2 + c`, and what is asked of them.

Routes: comparing coefficients, solved from a Gröbner basis with the letters in one order and in the reverse order: both
must give the same constants; then python-flint multiplies the form with each of them out and finds the expression.
What is asked must have one value for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import sympy
from flint import fmpq_poly

from maths.engines.sympy_form import to_sympy
from maths.families.algebra.written_form_steps import Matched, teach
from maths.families.routes.normal_form import Polynomials
from maths.families.routes.radicals import radical_roots
from maths.families.routes.rational import quotient, rational
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import fraction, number, replace
from maths.families.write import formula
from maths.families.written import letters
from maths.message import Message
from maths.tree import Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

MAX_UNKNOWNS = 6
MAX_SOLUTIONS = 24
WHOLE, POSITIVE = "integer", "positive"
_ONE_VALUE = Message("The form does not fix one value of what is asked.")


@dataclass(frozen=True, slots=True)
class WrittenForm:
    """`kinds` are what the constants are said to be, `conditions` what else is said of them."""

    body: Node
    form: Node
    asked: Node
    kinds: tuple[tuple[str, str], ...] = ()
    conditions: tuple[Relation, ...] = ()

    def settle(self, find: Callable[[WrittenForm], list[dict[str, Fraction]]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        variables, unknowns = tuple(sorted(letters(self.body))), self.unknowns
        if not unknowns or len(unknowns) > MAX_UNKNOWNS or not letters(self.asked) <= set(unknowns):
            raise UndecidedError(Message("The form does not name every constant that is asked for."))
        if not variables or set(unknowns) & set(variables):
            raise UndecidedError(Message("The form does not name every constant that is asked for."))
        found = (find or constants)(self)
        again = constants(self, reverse=True)
        if _frozen(found) != _frozen(again):
            raise UndecidedError(Message("The two ways of comparing coefficients do not agree."))
        kept = [values for values in found if self._fits(values)]
        ring = Polynomials(variables)
        for values in kept:
            if ring.read(_put_in(self.form, values)) != ring.read(self.body):
                raise UndecidedError(Message("The two ways of comparing coefficients do not agree."))
        results = {_value(_put_in(self.asked, values)) for values in kept}
        if len(results) != 1:
            raise UndecidedError(_ONE_VALUE if kept else Message("It cannot be written in this form."))
        (result,) = results
        answer = number(result)
        method = Message("coefficients compared and solved in two orders; multiplied out again by python-flint")
        matched = Matched(self.body, self.form, self.asked, self._equations(), kept[0], len(kept), answer)
        return Settled(formula(answer), method, lambda level: teach(matched, level))

    @property
    def unknowns(self) -> tuple[str, ...]:
        return tuple(sorted(letters(self.form) - letters(self.body)))

    def coefficients(self) -> list[tuple[Symbolic, Symbolic]]:
        """Coefficient of the form and of the body, for each power of the variables, highest first."""
        variables = sorted(letters(self.body))
        everything = frozenset(variables) | frozenset(self.unknowns)
        symbols = [sympy.Symbol(name) for name in variables]
        known = {name: sympy.Symbol(name) for name in everything}
        form, body = (
            sympy.Poly(sympy.expand(to_sympy(side, symbols=known, variables=everything)), *symbols)
            for side in (self.form, self.body)
        )
        powers = sorted({*form.monoms(), *body.monoms()}, reverse=True)
        return [(form.coeff_monomial(power), body.coeff_monomial(power)) for power in powers]

    def _equations(self) -> tuple[tuple[Symbolic, Symbolic], ...]:
        return tuple((left, right) for left, right in self.coefficients() if left != right)

    def _fits(self, values: Mapping[str, Fraction]) -> bool:
        for name, kind in self.kinds:
            if name not in values:
                continue
            if WHOLE in kind and values[name].denominator != 1:
                return False
            if POSITIVE in kind and values[name] <= 0:
                return False
        return all(_holds(replace(condition, _nodes(values))) for condition in self.conditions)


def constants(task: WrittenForm, *, reverse: bool = False) -> list[dict[str, Fraction]]:
    """Every rational solution of the comparison of coefficients. Raises UndecidedError where there are others."""
    unknowns = sorted(task.unknowns, reverse=reverse)
    symbols = [sympy.Symbol(name) for name in unknowns]
    try:
        equations = [sympy.Poly(left - right, *symbols) for left, right in task.coefficients() if left != right]
    except sympy.polys.polyerrors.PolynomialError as error:
        raise UndecidedError(Message("The form is no polynomial in its constants.")) from error
    if any(equation.is_ground for equation in equations):
        raise UndecidedError(Message("It cannot be written in this form."))
    basis = sympy.groebner([equation.as_expr() for equation in equations], *symbols, order="lex")
    if basis.exprs == [sympy.Integer(1)]:
        raise UndecidedError(Message("It cannot be written in this form."))
    if not basis.is_zero_dimensional:
        raise UndecidedError(_ONE_VALUE)
    return _back(list(basis.exprs), symbols[::-1], {})


def _back(basis: list[Symbolic], left: list[Symbolic], values: dict[str, Fraction]) -> list[dict[str, Fraction]]:
    """Values for the symbols left, last first, from the equations in which one of them is alone."""
    if not left:
        return [values] if all(sympy.expand(equation) == 0 for equation in basis) else []
    symbol = left[0]
    alone = [equation for equation in basis if equation.free_symbols == {symbol}]
    if not alone:
        raise UndecidedError(_ONE_VALUE)
    common = alone[0]
    for equation in alone[1:]:
        common = sympy.gcd(common, equation)
    found: list[dict[str, Fraction]] = []
    for root in _rational_roots(common, symbol):
        rest = [sympy.expand(equation.subs(symbol, root)) for equation in basis]
        if any(equation.is_number and equation != 0 for equation in rest):
            continue
        kept = [equation for equation in rest if equation != 0]
        found += _back(kept, left[1:], {**values, symbol.name: fraction(root)})
        if len(found) > MAX_SOLUTIONS:
            raise UndecidedError(_ONE_VALUE)
    return found


def _rational_roots(equation: Symbolic, symbol: Symbolic) -> list[Symbolic]:
    coefficients = [quotient(fraction(c)) for c in reversed(sympy.Poly(equation, symbol).all_coeffs())]
    roots = radical_roots(fmpq_poly(coefficients))
    if any(not root.is_Rational and root.is_real for root in roots):
        raise UndecidedError(Message("The constants are no rational numbers."))
    return [root for root in roots if root.is_Rational]


def _frozen(found: list[dict[str, Fraction]]) -> set[tuple[tuple[str, Fraction], ...]]:
    return {tuple(sorted(values.items())) for values in found}


def _nodes(values: Mapping[str, Fraction]) -> dict[str, Node]:
    return {name: number(value) for name, value in values.items()}


def _put_in(node: Node, values: Mapping[str, Fraction]) -> Node:
    return replace(node, _nodes(values))


def _value(node: Node) -> Fraction:
    found = rational(node, "")
    return fraction(found.numerator[0]) / fraction(found.denominator[0])


def _holds(condition: Node) -> bool:
    if not isinstance(condition, Relation):
        return False
    sides = [_value(side) for side in condition.operands]
    compare = {"<": Fraction.__lt__, ">": Fraction.__gt__, "<=": Fraction.__le__, ">=": Fraction.__ge__,
               "!=": Fraction.__ne__, "=": Fraction.__eq__}  # fmt: skip
    return all(compare[sign](a, b) for sign, a, b in zip(condition.operators, sides, sides[1:], strict=False))
