"""How a polynomial comes apart: a common factor, zeros that are tried, two squares, two numbers for the middle term."""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING

from flint import fmpq_poly

from maths.families.polynomial_steps import Quadratic, divided_by_zeros, linear_product
from maths.families.terms import equals, fraction, name, number, plus, polynomial, power, term, times
from maths.families.write import formula
from maths.message import Message

if TYPE_CHECKING:
    from maths.tree import Node

_QUADRATIC = 2


def taken_apart(value: fmpq_poly, unknown: str) -> list[Message]:
    """How the factors of a polynomial with whole coefficients without a common factor are found."""
    lines: list[Message] = []
    if value.coeffs()[0] == 0:
        lowest = next(n for n, c in enumerate(value.coeffs()) if c != 0)
        rest = fmpq_poly(value.coeffs()[lowest:])
        common = power(name(unknown), lowest)
        if rest.degree() < 1:
            return lines
        lines.append(
            Message(
                "Take out the common factor {factor}: {result}.",
                factor=formula(common),
                result=formula(equals(polynomial(value, unknown), times(common, polynomial(rest, unknown)))),
            )
        )
        value = rest
    divisions, value = divided_by_zeros(value, unknown)
    lines += divisions
    if value.degree() == _QUADRATIC:
        c, b, a = (int(fraction(n)) for n in value.coeffs())
        lines += _split(Quadratic(a, b, c, unknown))
    return lines


def _split(equation: Quadratic) -> list[Message]:
    """A quadratic as a product: a difference of squares, two numbers, or the middle term split."""
    if not equation.splits or equation.c == 0:
        return []
    product = linear_product(equation)
    if equation.b == 0:
        return [
            Message("A difference of two squares: {result}.", result=formula(equals(equation.node(), product))),
        ]
    return _middle_split(equation, product)


def _middle_split(equation: Quadratic, product: Node) -> list[Message]:
    first, second = ((equation.b + sign * isqrt(equation.discriminant)) // 2 for sign in (1, -1))
    whole, wanted = formula(equation.node()), formula(number(equation.a * equation.c))
    total, one, other = (formula(number(n)) for n in (equation.b, first, second))
    if equation.a == 1:
        return [
            Message(
                "To factor {polynomial}, look for two numbers whose product is {product} and whose sum is {sum}: "
                "they are {first} and {second}.",
                polynomial=whole,
                product=wanted,
                sum=total,
                first=one,
                second=other,
            )
        ]
    parts = [term(n, equation.unknown, d) for n, d in ((equation.a, 2), (first, 1), (second, 1), (equation.c, 0))]
    outer = formula(times(number(equation.a), number(equation.c)))
    return [
        Message(
            "To factor {polynomial}, look for two numbers whose product is {outer} = {product} and whose sum is {sum}: "
            "they are {first} and {second}.",
            polynomial=whole,
            outer=outer,
            product=wanted,
            sum=total,
            first=one,
            second=other,
        ),
        Message(
            "Split the middle term with them and take out what is common: {result}.",
            result=formula(equals(plus(*parts), product)),
        ),
    ]
