"""The parts of statements about one real number: roots, their radicands, whole exponents, roots of squares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy
from flint import fmpq_poly

from maths.bounds import UnsupportedError
from maths.families.routes.rational import rational
from maths.families.terms import number, times
from maths.families.terms import polynomial as polynomial_tree
from maths.message import Message
from maths.tree import Call, Negative, Number, Power, Quotient, names, walk
from maths.values import rewritten

if TYPE_CHECKING:
    from maths.tree import Node

MAX_DEGREE = 40  # of the boundary polynomial, and of any power in the statement
MAX_INDEX = 6
NOT_THIS_KIND = Message("It is not made of fractions, roots and absolute values of the unknown.")
_SQUARE = 2


def index_of(node: Node) -> int:
    """2 for `sqrt(x)` and `x^(1/2)`, n for `root(x, n)`, 0 for what is no radical."""
    match node:
        case Call(function="sqrt", arguments=(_,)):
            return 2
        case Call(function="root", arguments=(_, Number(value=value))) if value.denominator == 1:
            return int(value) if 2 <= value <= MAX_INDEX else 0  # noqa: PLR2004 - a root's index
        case Power(exponent=Quotient(numerator=Number(), denominator=Number(value=value))) if value == 2:  # noqa: PLR2004
            return 2
    return 0


def radicand_of(node: Node) -> Node:
    match node:
        case Call(arguments=(radicand, *_)) | Power(base=radicand):
            return radicand
    raise UnsupportedError(NOT_THIS_KIND)


def whole_exponent(node: Node) -> int:
    """The exponent as a whole number. Raises UnsupportedError."""
    match node:
        case Negative(operand=operand):
            return -whole_exponent(operand)
        case Number(value=value) if value.denominator == 1 and value <= MAX_DEGREE:
            return int(value)
    raise UnsupportedError(NOT_THIS_KIND)


def is_real_kind(equation: Node, unknown: str) -> bool:
    """Whether an equation has absolute values or roots of the unknown in it: for these the real numbers are usual."""
    return any(
        unknown in names(part, frozenset({unknown}))
        for part in walk(equation)
        if index_of(part) or (isinstance(part, Call) and part.function == "abs")
    )


def without_squares(node: Node, unknown: str) -> Node:
    """`sqrt(x^2)` as `|x|`: the root of a perfect square of a polynomial is an absolute value."""

    def modulus(part: Node) -> Node | None:
        if index_of(part) != _SQUARE or not isinstance(part, Call):
            return None
        try:
            radicand = rational(radicand_of(part), unknown)
        except UnsupportedError:
            return None
        if any(divisor.degree() > 0 for divisor in radicand.divisors) or radicand.numerator.degree() < 1:
            return None
        return _root_of_square(radicand.numerator // radicand.denominator, unknown)

    return rewritten(node, modulus)


def _root_of_square(polynomial: fmpq_poly, unknown: str) -> Node | None:
    content, factors = polynomial.factor()
    if any(multiplicity % 2 for _, multiplicity in factors) or content < 0:
        return None
    scale = sympy.sqrt(sympy.Rational(int(content.p), int(content.q)))
    if not scale.is_Rational:
        return None
    root = fmpq_poly([1])
    for factor, multiplicity in factors:
        root = root * factor ** (multiplicity // 2)
    modulus = Call("abs", (polynomial_tree(root, unknown),))
    return modulus if scale == 1 else times(number(scale), modulus)
