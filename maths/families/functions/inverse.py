"""Inverse functions: the formula of the inverse, and its value at a number.

Routes for the formula: solved for the other letter by hand; put into the function again, both ways round, in
python-flint's normal form or in SymPy on the side where the roots are real. For a value: the families of equations,
which have two routes; before that the function is shown to take no value twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING

import sympy
from flint import fmpq, fmpq_poly

from maths.bounds import RefusedError, UnsupportedError
from maths.engines.sympy_form import to_sympy
from maths.families.equations.equation import Domain, Equation
from maths.families.equations.real_inverse import Inverted, is_inverse_kind
from maths.families.equations.real_line import RealLine
from maths.families.equations.real_parts import is_real_kind
from maths.families.functions.inverse_steps import teach_formula, teach_value
from maths.families.routes.rational import rational
from maths.families.settled import Settled, UndecidedError
from maths.families.terms import equals, fraction, name, number, over, plus, polynomial, substitute
from maths.families.write import formula, tree
from maths.families.written import letters
from maths.message import Message
from maths.read import read
from maths.tree import Call, Collection, Negative, Power, Product, Quotient, Relation, Sum, names

if TYPE_CHECKING:
    from collections.abc import Callable

    from maths.families.settled import Task
    from maths.tree import Node

MARK = "^{-1}"  # after a function's name: its inverse
_UNKNOWN = "y"
_NOT_ONE_TO_ONE = Message("The function takes a value more than once, or it is not certain that it does not.")


@dataclass(frozen=True, slots=True)
class InverseValue:
    """`f^{-1}(value)`"""

    function: str
    parameter: str
    body: Node
    value: Node

    def settle(self) -> Settled:
        if letters(self.body) != {self.parameter} or names(self.value):
            raise UndecidedError(Message("The inverse is asked at a place that is no number."))
        refuse_repeated(self.body, self.parameter)
        equation = equals(self.body, self.value)
        solved = _task(equation, self.parameter).settle()
        found = read(solved.answer.typed)
        if isinstance(found, Relation):
            found = found.operands[1]
        if solved.is_empty or isinstance(found, Collection) or names(found):
            raise UndecidedError(Message("The function does not take this value exactly once."))
        method = Message("the function takes no value twice; then: {method}", method=solved.method)
        return Settled(
            formula(found),
            method,
            lambda level: teach_value(self.function, self.body, self.value, found, solved, level),
        )


@dataclass(frozen=True, slots=True)
class InverseFunction:
    """The formula of the inverse, in the letter `variable`."""

    function: str
    parameter: str
    body: Node
    variable: str

    def settle(self, find: Callable[[Node, str], Node] | None = None) -> Settled:
        """`find` stands in for the first route in tests: the body and its letter to the inverse in y."""
        if letters(self.body) != {self.parameter}:
            raise UndecidedError(Message("The function has other letters than its own."))
        body = substitute(self.body, self.parameter, name("x"))
        found = (find or inverted)(body, "x")
        _confirm(body, found)
        answer = substitute(found, _UNKNOWN, name(self.variable))
        condition = _condition(body, self.variable)
        method = Message("put into the function, the inverse gives its letter back, and the other way round")
        if condition is not None:
            method = Message("{method}, for {condition}", method=method, condition=formula(condition))
        return Settled(
            formula(answer),
            method,
            lambda level: teach_formula(
                self.function, self.parameter, self.body, answer, self.variable, condition, level
            ),
        )


def _task(equation: Relation, unknown: str) -> Task:
    if is_real_kind(equation, unknown):
        return RealLine(equation, unknown)
    if is_inverse_kind(equation, unknown):
        return Inverted(equation, unknown)
    return Equation(equation, unknown, Domain.REAL)


def refuse_repeated(body: Node, parameter: str) -> None:
    """Raise UndecidedError unless the function is one-to-one for certain: on the reals where it has a value."""
    try:
        found = rational(body, parameter)
    except UnsupportedError:
        if _is_monotonic(body, parameter):
            return
        raise UndecidedError(_NOT_ONE_TO_ONE) from None
    above, below = found.numerator, found.denominator
    common = above.gcd(below)
    above, below = above // common, below // common
    if below.degree() == 0 and above.degree() >= 1 and _keeps_its_sign(above.derivative()):
        return
    if max(above.degree(), below.degree()) == 1 and above[1] * below[0] != above[0] * below[1]:
        return
    raise UndecidedError(_NOT_ONE_TO_ONE)


def is_onto(body: Node, parameter: str) -> bool:
    """Whether the function is a polynomial that takes every real value exactly once."""
    try:
        refuse_repeated(body, parameter)
        found = rational(body, parameter)
    except (RefusedError, UndecidedError):
        return False
    return bool(found.denominator.degree() == 0 and not found.divisors and found.numerator.degree() % 2 == 1)


def _keeps_its_sign(derivative: fmpq_poly) -> bool:
    """Whether no real root of it has an odd multiplicity."""
    x = sympy.Symbol("x")
    value = sympy.Poly([sympy.Rational(int(c.p), int(c.q)) for c in reversed(derivative.coeffs())], x)
    return all(count % 2 == 0 or factor.count_roots() == 0 for factor, count in value.sqf_list()[1])


def _is_monotonic(body: Node, parameter: str) -> bool:  # noqa: PLR0911 - one line a kind of node
    """A root, a power or a logarithm of a linear expression, stretched and shifted: the letter stands once."""
    match body:
        case Sum(terms=parts) | Product(factors=parts):
            inside = [part for part in parts if parameter in letters(part)]
            return len(inside) == 1 and (_is_linear(body, parameter) or _is_monotonic(inside[0], parameter))
        case Negative(operand=part):
            return _is_monotonic(part, parameter)
        case Quotient(numerator=part, denominator=below):
            return parameter not in letters(below) and _is_monotonic(part, parameter)
        case Call(function="sqrt" | "ln" | "exp", arguments=(part,)):
            return _is_linear(part, parameter)
        case Call(function="root" | "log", arguments=(part, other)):
            return parameter not in letters(other) and _is_linear(part, parameter)
        case Power(base=base, exponent=exponent) if not letters(base):
            return _is_linear(exponent, parameter)
    return False


def _is_linear(body: Node, parameter: str) -> bool:
    try:
        found = rational(body, parameter)
    except RefusedError:
        return False
    return bool(found.denominator.degree() == 0 and found.numerator.degree() == 1)


def inverted(body: Node, parameter: str) -> Node:
    """The function solved for its letter, with y for its value. Raises UndecidedError where that has no short form."""
    refuse_repeated(body, parameter)
    try:
        found = rational(body, parameter)
    except UnsupportedError:
        return _square_root(body, parameter)
    above, below = found.numerator, found.denominator
    if above.gcd(below).degree() > 0:
        raise UndecidedError(Message("The inverse has no short formula that was found."))
    if max(above.degree(), below.degree()) <= 1:
        return _moebius(above, below)
    if below.degree() == 0:
        return _shifted_power(above / below[0])
    raise UndecidedError(Message("The inverse has no short formula that was found."))


def _moebius(above: fmpq_poly, below: fmpq_poly) -> Node:
    """`(a*x + b)/(c*x + d)` has the inverse `(d*y - b)/(a - c*y)`, in whole numbers."""
    a, b, c, d = (fraction(value) for value in (above[1], above[0], below[1], below[0]))
    top, bottom = fmpq_poly([_q(-b), _q(d)]), fmpq_poly([_q(a), _q(-c)])
    if bottom.degree() == 0:
        return _divided(top / bottom[0])
    scale = _scale(top, bottom)
    if bottom.leading_coefficient() < 0 and top.leading_coefficient() <= 0:
        scale = -scale
    return over(polynomial(top * _q(scale), _UNKNOWN), polynomial(bottom * _q(scale), _UNKNOWN))


def _divided(line: fmpq_poly) -> Node:
    """`(x - 5)/3` for `x/3 - 5/3`."""
    scale = _scale(line, fmpq_poly([1]))
    return (
        polynomial(line, _UNKNOWN)
        if scale.denominator == 1 and scale == 1
        else over(polynomial(line * _q(scale), _UNKNOWN), number(scale))
    )


def _scale(*parts: fmpq_poly) -> Fraction:
    """What makes all coefficients whole without a common factor."""
    values = [fraction(c) for part in parts for c in part.coeffs()]
    common = lcm(*(value.denominator for value in values))
    whole = [int(value * common) for value in values]
    return Fraction(common, gcd(*whole) or 1)


def _shifted_power(line: fmpq_poly) -> Node:
    """`a*(x + h)^n + k` with n odd has the inverse `root((y - k)/a, n) - h`."""
    degree = int(line.degree())
    lead = fraction(line[degree])
    shift = fraction(line[degree - 1]) / (degree * lead)
    rest = line - fmpq_poly([_q(shift), 1]) ** degree * _q(lead)
    if rest.degree() > 0 or degree % 2 == 0:
        raise UndecidedError(Message("The inverse has no short formula that was found."))
    inside = _divided((fmpq_poly([0, 1]) - rest) / _q(lead))
    whole: Node = Call("root", (inside, number(degree)))
    return whole if shift == 0 else plus(whole, number(-shift))


def _square_root(body: Node, parameter: str) -> Node:
    """`c*sqrt(a*x + b) + k`, solved by squaring."""
    value = to_sympy(body, variables=frozenset({parameter}))
    x, y = sympy.Symbol(parameter), sympy.Symbol(_UNKNOWN)
    roots = [part for part in value.atoms(sympy.Pow) if part.exp == sympy.Rational(1, 2) and part.has(x)]
    if len(roots) != 1:
        raise UndecidedError(Message("The inverse has no short formula that was found."))
    line = sympy.Symbol("t")
    outer = sympy.Poly(value.subs(roots[0], line), line)
    inner = sympy.Poly(roots[0].base, x)
    if outer.degree() != 1 or inner.degree() != 1 or outer.as_expr().has(x):
        raise UndecidedError(Message("The inverse has no short formula that was found."))
    stretch, shift = outer.all_coeffs()
    a, b = inner.all_coeffs()
    found: Node = tree(sympy.expand((((y - shift) / stretch) ** 2 - b) / a))
    return found


def _confirm(body: Node, found: Node) -> None:
    """f(g(y)) = y and g(f(x)) = x. Raises UndecidedError."""
    x, y = sympy.Symbol("x", real=True), sympy.Symbol("y", real=True)
    try:
        there = rational(substitute(body, "x", found), "y")
        back = rational(substitute(found, "y", body), "x")
    except UnsupportedError:
        _confirm_roots(body, found, x, y)
        return
    for composed in (there, back):
        if composed.numerator != composed.denominator * fmpq_poly([0, 1]):
            raise UndecidedError(Message("The inverse put back does not give the letter again."))


def _confirm_roots(body: Node, found: Node, x: sympy.Symbol, y: sympy.Symbol) -> None:
    """With an odd root or one square root inside: g(f(x)) = x, the root taken of a power that stands there."""
    t = sympy.Symbol("t", real=True)
    inner = to_sympy(found, symbols={"y": y})
    value = to_sympy(body, symbols={"x": x})
    roots = [part for part in inner.atoms(sympy.Pow) if not part.exp.is_Integer and part.has(y)]
    if len(roots) == 1:  # found = c*root(u, n) + k with u polynomial: u at f(x) has to be the n-th power of (x - k)/c
        degree = roots[0].exp.q
        outer = sympy.Poly(inner.subs(roots[0], t), t)
        if outer.degree() == 1 and degree % 2:
            stretch, shift = outer.all_coeffs()
            inside = roots[0].base ** roots[0].exp.p
            if sympy.expand(inside.subs(y, value) - ((x - shift) / stretch) ** degree) == 0:
                return
    elif not roots and sympy.expand(inner.subs(y, value) - x) == 0:
        return
    raise UndecidedError(Message("The inverse put back does not give the letter again."))


def _condition(body: Node, variable: str) -> Node | None:
    """For which values the inverse of a square root is meant."""
    value = to_sympy(body, variables=frozenset({"x"}))
    x = sympy.Symbol("x")
    roots = [part for part in value.atoms(sympy.Pow) if part.exp == sympy.Rational(1, 2) and part.has(x)]
    if not roots:
        return None
    line = sympy.Symbol("t")
    stretch, shift = sympy.Poly(value.subs(roots[0], line), line).all_coeffs()
    return Relation((name(variable), tree(shift)), (">=" if stretch > 0 else "<=",))


def _q(value: Fraction) -> fmpq:
    return fmpq(value.numerator, value.denominator)
