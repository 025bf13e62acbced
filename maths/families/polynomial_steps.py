"""How a polynomial equation `P = 0` is solved on paper: linear, by factors, by the formula, by a rational root."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import gcd, isqrt, lcm
from typing import TYPE_CHECKING

import sympy
from flint import fmpq, fmpq_poly

from maths.families.terms import (
    equals,
    fraction,
    minus,
    name,
    number,
    over,
    plus,
    polynomial,
    power,
    root,
    substitute,
    term,
    times,
)
from maths.families.write import assignments, formula, letter, tree
from maths.message import Message
from maths.tree import Negative, PlusMinus, Product
from maths.verdict import Level

if TYPE_CHECKING:
    from maths.tree import Node

_ZERO = number(0)
_QUADRATIC = 2


@dataclass(frozen=True, slots=True)
class Quadratic:
    """`a*x^2 + b*x + c = 0` with whole coefficients without a common factor."""

    a: int
    b: int
    c: int
    unknown: str

    @property
    def discriminant(self) -> int:
        return self.b * self.b - 4 * self.a * self.c

    @property
    def splits(self) -> bool:
        """Whether both roots are rational."""
        return self.discriminant >= 0 and isqrt(self.discriminant) ** 2 == self.discriminant

    def node(self) -> Node:
        return polynomial(fmpq_poly([self.c, self.b, self.a]), self.unknown)


def primitive(value: fmpq_poly) -> tuple[fmpq_poly, Fraction]:
    """The polynomial with whole coefficients, no common factor, leading one positive; and the factor taken out."""
    coefficients = [fraction(c) for c in value.coeffs()]
    below = lcm(*(c.denominator for c in coefficients))
    above = gcd(*(int(c * below) for c in coefficients))
    scale = Fraction(above, below) * (-1 if coefficients[-1] < 0 else 1)
    return fmpq_poly([fmpq(*_pair(c / scale)) for c in coefficients]), scale


def _pair(value: Fraction) -> tuple[int, int]:
    return value.numerator, value.denominator


def solve(value: fmpq_poly, unknown: str, level: Level) -> list[Message]:
    """The steps from `value = 0` to its roots; the equation itself is not repeated."""
    lines: list[Message] = []
    value, scale = primitive(value)
    if scale != 1:
        lines.append(_scaled(value, scale, unknown))
    if value.degree() == 1:
        return lines + _linear(value, unknown, level)
    if value.degree() == _QUADRATIC:
        return lines + quadratic(value, unknown, level)
    return lines + _higher(value, unknown, level)


def _scaled(value: fmpq_poly, scale: Fraction, unknown: str) -> Message:
    factor = 1 / scale
    result = formula(equals(polynomial(value, unknown), _ZERO))
    if factor.denominator == 1 or factor == -1:
        return Message("Multiply both sides by {factor}: {result}.", factor=formula(number(factor)), result=result)
    return Message("Divide both sides by {factor}: {result}.", factor=formula(number(scale)), result=result)


def _linear(value: fmpq_poly, unknown: str, level: Level) -> list[Message]:
    constant, slope = fraction(value.coeffs()[0]), fraction(value.coeffs()[1])
    lines = []
    if constant and level is not Level.ADVANCED:
        moved = formula(equals(term(slope, unknown, 1), number(-constant)))
        lines.append(Message("Bring the number to the other side: {result}.", result=moved))
    solved = formula(equals(name(unknown), number(-constant / slope)))
    if slope != 1:
        divisor = formula(number(slope))
        lines.append(Message("Divide both sides by {divisor}: {result}.", divisor=divisor, result=solved))
    elif not lines:
        lines.append(Message("So {result}.", result=solved))
    return lines


# Quadratic


def quadratic(value: fmpq_poly, unknown: str, level: Level) -> list[Message]:
    c, b, a = (int(fraction(n)) for n in (*value.coeffs(),))
    equation = Quadratic(a, b, c, unknown)
    if b == 0:
        return _pure(equation, level)
    if equation.splits:
        return _by_factors(equation, level)
    if level is Level.ADVANCED:
        return _by_completing_the_square(equation)
    return _by_formula(equation, level)


def _pure(equation: Quadratic, level: Level) -> list[Message]:
    """`a*x^2 + c = 0`: square roots of both sides."""
    square = Fraction(-equation.c, equation.a)
    unknown = name(equation.unknown)
    if square == 0:
        only = formula(equals(unknown, _ZERO))
        return [Message("A square is zero only when the number itself is zero: {result}.", result=only)]
    solved = formula(equals(power(unknown, 2), number(square)))
    return [Message("Solve for the square: {result}.", result=solved), *square_root(square, equation.unknown, level)]


def square_root(square: Fraction, full: str, level: Level) -> list[Message]:
    """From `x^2 = square`, not zero, to the two roots."""
    unknown, lines = name(full), []
    if square < 0 and level is not Level.ADVANCED:
        lines.append(
            Message(
                "The square of a real number is never negative, so no real number "
                "solves this; there are two complex solutions."
            )
        )
    value = tree(sympy.sqrt(sympy.Rational(*_pair(square))))
    result = formula(equals(unknown, PlusMinus(value)))
    if level is not Level.BEGINNER:
        return [*lines, Message("Take the square root of both sides: {result}.", result=result)]
    return [
        *lines,
        Message("Take the square root on both sides, with both signs: {result}.", result=result),
        Message("With the plus sign: {result}.", result=formula(equals(unknown, value))),
        Message("With the minus sign: {result}.", result=formula(equals(unknown, Negative(value)))),
    ]


def _by_factors(equation: Quadratic, level: Level) -> list[Message]:
    a, b, c, unknown = equation.a, equation.b, equation.c, equation.unknown
    if c == 0:
        other = polynomial(fmpq_poly([b, a]), unknown)
        product = formula(equals(times(name(unknown), other), _ZERO))
        taken = Message("Take out the common factor {factor}: {result}.", factor=letter(unknown), result=product)
        return [taken, *_each_factor_zero([fmpq_poly([0, 1]), fmpq_poly([b, a])], unknown, level)]
    size = isqrt(equation.discriminant)
    first, second = (b + size) // 2, (b - size) // 2
    factors = _linear_factors(equation)
    product = formula(equals(_product(factors, unknown), _ZERO))
    lines: list[Message] = []
    if level is not Level.ADVANCED:
        lines.append(
            Message(
                "Look for two numbers whose product is {product} and whose sum is "
                "{sum}: they are {first} and {second}.",
                product=formula(number(a * c)),
                sum=formula(number(b)),
                first=formula(number(first)),
                second=formula(number(second)),
            )
        )
        if a != 1:
            split = plus(term(a, unknown, 2), term(first, unknown, 1), term(second, unknown, 1), number(c))
            lines.append(Message("Split the middle term with them: {result}.", result=formula(equals(split, _ZERO))))
    lines.append(Message("Write the left side as a product: {result}.", result=product))
    return lines + _each_factor_zero(factors, unknown, level)


def linear_product(equation: Quadratic) -> Node:
    """`(x - 2)*(2*x - 3)` of a quadratic with rational roots."""
    return _product(_linear_factors(equation), equation.unknown)


def _linear_factors(equation: Quadratic) -> list[fmpq_poly]:
    _, found = fmpq_poly([equation.c, equation.b, equation.a]).factor()
    factors = [primitive(f)[0] for f, times_found in found for _ in range(times_found)]
    return sorted(factors, key=lambda f: fraction(-f.coeffs()[0] / f.coeffs()[1]))


def _product(factors: list[fmpq_poly], unknown: str) -> Node:
    if len(factors) > 1 and all(f == factors[0] for f in factors):
        return power(polynomial(factors[0], unknown), len(factors))
    return Product(tuple(polynomial(f, unknown) for f in factors))


def _each_factor_zero(factors: list[fmpq_poly], unknown: str, level: Level) -> list[Message]:
    distinct = list({str(f): f for f in factors}.values())
    results = [-fraction(f.coeffs()[0]) / fraction(f.coeffs()[1]) for f in distinct]
    if len(distinct) == 1:
        found = formula(equals(name(unknown), number(results[0])))
        return [Message("The square is zero only when its base is zero: {result}, a double solution.", result=found)]
    if level is Level.ADVANCED:
        values = assignments(unknown, [number(r) for r in results])
        return [Message("There are no zero divisors, hence {result}.", result=values)]
    lines = [Message("A product is zero exactly when one of its factors is zero.")]
    for factor, result in zip(distinct, results, strict=True):
        zero = formula(equals(polynomial(factor, unknown), _ZERO))
        solved = formula(equals(name(unknown), number(result)))
        if zero == solved:
            lines.append(Message("One possibility is {result}.", result=solved))
        else:
            lines.append(Message("From {equation} follows {result}.", equation=zero, result=solved))
    return lines


def _by_formula(equation: Quadratic, level: Level) -> list[Message]:
    a, b, c = (name(n) for n in (("a", "b", "c") if equation.unknown not in "abc" else ("p", "q", "r")))
    unknown, two, four = name(equation.unknown), number(2), number(4)
    first, second, third = (number(n) for n in (equation.a, equation.b, equation.c))
    discriminant = number(equation.discriminant)
    symbolic = minus(power(b, 2), times(four, a, c))
    worked = minus(power(second, 2), times(four, first, third))
    lines = [
        Message(
            "Compare with {general}: here {a}, {b} and {c}.",
            general=formula(equals(plus(times(a, power(unknown, 2)), times(b, unknown), c), _ZERO)),
            a=formula(equals(a, first)),
            b=formula(equals(b, second)),
            c=formula(equals(c, third)),
        ),
        Message("The discriminant is {value}.", value=formula(equals(symbolic, worked, discriminant))),
        _sign_of_discriminant(equation, level),
    ]
    if level is Level.BEGINNER:
        general = over(plus(Negative(b), PlusMinus(root(symbolic))), times(two, a))
        lines.append(Message("The quadratic formula says {formula}.", formula=formula(equals(unknown, general))))
    filled = over(plus(number(-equation.b), PlusMinus(root(discriminant))), times(two, first))
    lines.append(Message("Put the numbers in: {result}.", result=formula(equals(unknown, filled))))
    radical = tree(sympy.sqrt(equation.discriminant))
    if radical != root(discriminant):
        lines.append(Message("The root simplifies: {result}.", result=formula(equals(root(discriminant), radical))))
    if level is not Level.BEGINNER:
        return [*lines, Message("So {result}.", result=assignments(equation.unknown, _roots(equation)))]
    first_root, second_root = (formula(equals(unknown, value)) for value in _roots(equation))
    return [
        *lines,
        Message("With the minus sign: {result}.", result=first_root),
        Message("With the plus sign: {result}.", result=second_root),
    ]


def _sign_of_discriminant(equation: Quadratic, level: Level) -> Message:
    if equation.discriminant > 0:
        return Message("It is positive, so there are two different real solutions.")
    if level is Level.BEGINNER:
        unit = formula(equals(power(name("i"), 2), number(-1)))
        return Message(
            "It is negative, and no ordinary number has a negative square: only "
            "with the imaginary unit, {unit}, are there two solutions.",
            unit=unit,
        )
    return Message("It is negative, so no real number solves the equation; there are two complex solutions.")


def _roots(equation: Quadratic) -> list[Node]:
    radical = sympy.sqrt(equation.discriminant)
    return [tree(sympy.expand((-equation.b + sign * radical) / (2 * equation.a))) for sign in (-1, 1)]


def _by_completing_the_square(equation: Quadratic) -> list[Message]:
    shift, value = Fraction(equation.b, 2 * equation.a), Fraction(equation.discriminant, 4 * equation.a**2)
    base = plus(name(equation.unknown), number(shift))
    return [
        Message(
            "Complete the square: {result}, with discriminant {discriminant}.",
            result=formula(equals(power(base, 2), number(value))),
            discriminant=formula(equals(name("D"), number(equation.discriminant))),
        ),
        Message("Hence {result}.", result=assignments(equation.unknown, _roots(equation))),
    ]


# Higher degree


def _higher(value: fmpq_poly, unknown: str, level: Level) -> list[Message]:
    lines: list[Message] = []
    if value.coeffs()[0] == 0:
        return _common_power(value, unknown, level)
    if level is Level.ADVANCED or not value.roots():
        return _factored_at_once(value, unknown, level)
    divisions, rest = divided_by_zeros(value, unknown)
    lines += divisions
    lines.append(Message("What is left is {equation}.", equation=formula(equals(polynomial(rest, unknown), _ZERO))))
    return lines + (solve if rest.degree() <= _QUADRATIC else _factored_at_once)(rest, unknown, level)


def divided_by_zeros(value: fmpq_poly, unknown: str) -> tuple[list[Message], fmpq_poly]:
    """Linear factors by zeros that are tried, until a quadratic is left or there is no rational zero more."""
    lines: list[Message] = []
    rest = value
    while rest.degree() > _QUADRATIC and rest.roots():
        found = min((fraction(r) for r, _ in rest.roots()), key=lambda r: (r.denominator, abs(r), r < 0))
        factor, _ = primitive(fmpq_poly([fmpq(-found.numerator, found.denominator), 1]))
        quotient = rest // factor
        lines += [
            Message(
                "Try the divisors of the constant term: {result}, so {factor} divides the polynomial.",
                result=formula(equals(substitute(polynomial(rest, unknown), unknown, number(found)), _ZERO)),
                factor=formula(polynomial(factor, unknown)),
            ),
            Message(
                "Divide: {result}.",
                result=formula(
                    equals(polynomial(rest, unknown), times(polynomial(factor, unknown), polynomial(quotient, unknown)))
                ),
            ),
        ]
        rest = quotient
    return lines, rest


def _common_power(value: fmpq_poly, unknown: str, level: Level) -> list[Message]:
    lowest = next(n for n, c in enumerate(value.coeffs()) if c != 0)
    rest = fmpq_poly(value.coeffs()[lowest:])
    common = power(name(unknown), lowest)
    lines = [
        Message(
            "Take out the common factor {factor}: {result}.",
            factor=formula(common),
            result=formula(equals(times(common, polynomial(rest, unknown)), _ZERO)),
        ),
        Message("One possibility is {result}.", result=formula(equals(name(unknown), _ZERO))),
    ]
    if rest.degree() < 1:
        return lines
    lines.append(Message("What is left is {equation}.", equation=formula(equals(polynomial(rest, unknown), _ZERO))))
    return lines + solve(rest, unknown, level)


def _factored_at_once(value: fmpq_poly, unknown: str, level: Level) -> list[Message]:
    _, found = value.factor()
    factors = sorted(((primitive(f)[0], n) for f, n in found), key=lambda pair: (pair[0].degree(), str(pair[0])))
    lines = []
    if len(factors) > 1 or factors[0][1] > 1:
        parts = [power(polynomial(f, unknown), n) for f, n in factors]
        scale = number(fraction(value.coeffs()[-1] / _leading(factors)))
        node = times(*parts) if scale == number(1) else times(scale, *parts)
        lines.append(
            Message(
                "Over the rational numbers the polynomial factors as {result}.",
                result=formula(equals(polynomial(value, unknown), node)),
            )
        )
    if level is Level.ADVANCED and all(factor.degree() == 1 for factor, _ in factors):
        values = [number(-fraction(f.coeffs()[0]) / fraction(f.coeffs()[1])) for f, _ in factors]
        return [*lines, Message("Hence {result}.", result=assignments(unknown, values))]
    for factor, _ in factors:
        zero = formula(equals(polynomial(factor, unknown), _ZERO))
        if factor.degree() <= _QUADRATIC:
            if len(factors) > 1:
                lines.append(Message("Take {equation}.", equation=zero))
            lines += solve(factor, unknown, level)
        else:
            lines.append(Message("Solve {equation} by taking roots.", equation=zero))
    return lines


def _leading(factors: list[tuple[fmpq_poly, int]]) -> fmpq:
    product = fmpq(1)
    for factor, count in factors:
        product *= factor.coeffs()[-1] ** count
    return product
