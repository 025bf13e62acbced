"""Coefficients of a polynomial: named in a form, asked for a power, the constant term, the degree.

Routes: python-flint multiplies the polynomial out straight from the tree; SymPy expands it on its own reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.algebra.coefficient_steps import Asked, teach
from maths.families.routes.normal_form import Polynomials
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import fraction, number
from maths.families.write import formula, tree
from maths.families.written import letters
from maths.message import Message
from maths.tree import Name, Negative, Number, Power, Product, Sum, walk

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

_LEADING, _DEGREE = "leading", "degree"


@dataclass(frozen=True, slots=True)
class Coefficient:
    """`powers` names the monomial, letter by letter; `kind` is "" or which property is asked instead."""

    body: Node
    powers: tuple[tuple[str, int], ...] = ()
    kind: str = ""
    form: Node | None = None
    named: str = ""

    def settle(self, find: Callable[[Coefficient], dict[tuple[int, ...], Fraction]] | None = None) -> Settled:
        """`find` stands in for the first route in tests."""
        variables = tuple(sorted(letters(self.body)))
        if not variables:
            raise UndecidedError(Message("There is no variable in the expression."))
        first = (find or by_sympy)(self)
        second = by_flint(self.body, variables)
        if first != second:
            raise UndecidedError(Message("The two ways of multiplying it out do not agree."))
        wanted = self._wanted(second, variables)
        value = Fraction(sum(wanted)) if self.kind == _DEGREE else second.get(wanted, Fraction(0))
        answer = number(value)
        method = Message("multiplied out twice, by SymPy and by python-flint straight from the text")
        asked = Asked(self.body, expanded(self), variables, wanted, self.form, self.named, self.kind, answer)
        return Settled(formula(answer), method, lambda level: teach(asked, level))

    def _wanted(self, monomials: dict[tuple[int, ...], Fraction], variables: tuple[str, ...]) -> tuple[int, ...]:
        if self.kind:
            if len(variables) != 1 or not monomials:
                raise UndecidedError(Message("It is not said in which letter."))
            return max(monomials)
        powers = dict(self.powers)
        if powers and set(powers) != set(variables):
            raise UndecidedError(Message("The expression has other letters than the term that is asked for."))
        return tuple(powers.get(variable, 0) for variable in variables)


def expanded(task: Coefficient) -> Node:
    return tree(_sympy(task).as_expr())


def _sympy(task: Coefficient) -> Symbolic:
    variables = tuple(sorted(letters(task.body)))
    symbols = {variable: sympy.Symbol(variable) for variable in variables}
    value = to_sympy(task.body, symbols=symbols, variables=frozenset(variables))
    return sympy.Poly(sympy.expand(value), *symbols.values())


def by_sympy(task: Coefficient) -> dict[tuple[int, ...], Fraction]:
    return {powers: fraction(value) for powers, value in _sympy(task).terms() if value != 0}


def by_flint(body: Node, variables: tuple[str, ...]) -> dict[tuple[int, ...], Fraction]:
    """Raises UnsupportedError where it is no polynomial."""
    found = Polynomials(variables).read(body)
    return {tuple(map(int, powers)): fraction(value) for powers, value in found.to_dict().items()}


def in_form(body: Node, form: Node, asked: str) -> Coefficient:
    """What the letter `asked` of the form `a + b*x + c*x^2` is for a polynomial in x. Raises UndecidedError."""
    variables = letters(body)
    places: dict[str, tuple[tuple[str, int], ...]] = {}
    for term in form.terms if isinstance(form, Sum) else (form,):
        letter, powers = _place(term, variables)
        if letter in places or powers in places.values():
            raise UndecidedError(Message("The form does not name every coefficient once."))
        places[letter] = powers
    if asked not in places or places.keys() & variables:
        raise UndecidedError(Message("The form does not name every coefficient once."))
    for monomial in by_flint(body, tuple(sorted(variables))):
        powers = tuple((v, n) for v, n in zip(sorted(variables), monomial, strict=True) if n)
        if powers not in places.values():
            raise UndecidedError(Message("The expression has a term that the form leaves no room for."))
    full = dict(places[asked])
    powers = tuple((variable, full.get(variable, 0)) for variable in sorted(variables)) if full else ()
    return Coefficient(body, powers, "", form, asked)


def _place(term: Node, variables: frozenset[str]) -> tuple[str, tuple[tuple[str, int], ...]]:
    """The coefficient's letter and the powers beside it."""
    factors = term.factors if isinstance(term, Product) else (term,)
    found: list[str] = []
    powers: dict[str, int] = {}
    for factor in factors:
        match factor:
            case Name() if factor.full in variables:
                powers[factor.full] = powers.get(factor.full, 0) + 1
            case Power(base=Name() as base, exponent=Number(value=exponent)) if (
                base.full in variables and exponent.denominator == 1
            ):
                powers[base.full] = powers.get(base.full, 0) + int(exponent)
            case Name():
                found.append(factor.full)
            case _:
                raise UndecidedError(Message("The form does not name every coefficient once."))
    if len(found) != 1:
        raise UndecidedError(Message("The form does not name every coefficient once."))
    return found[0], tuple(sorted(powers.items()))


def monomial(node: Node) -> tuple[tuple[str, int], ...] | None:
    """`x^2*y` as powers; None where it is no plain product of powers."""
    powers: dict[str, int] = {}
    for factor in node.factors if isinstance(node, Product) else (node,):
        match factor:
            case Name():
                powers[factor.full] = powers.get(factor.full, 0) + 1
            case Power(base=Name() as base, exponent=Number(value=exponent)) if exponent.denominator == 1:
                powers[base.full] = powers.get(base.full, 0) + int(exponent)
            case _:
                return None
    return tuple(sorted(powers.items()))


def is_form(node: Node) -> bool:
    """A sum of products of letters and their powers: no numbers but exponents."""
    return all(isinstance(part, (Sum, Product, Power, Name, Number)) for part in walk(node)) and not any(
        isinstance(part, Negative) for part in walk(node)
    )
