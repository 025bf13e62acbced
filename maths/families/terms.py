"""Building trees for worked steps: unevaluated mathematics as it is written on paper."""

from __future__ import annotations

import dataclasses
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maths.tree import Call, Name, Negative, Number, Power, Product, Quotient, Relation, Sum

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flint import fmpq_poly

    from maths.families.symbolic import Symbolic
    from maths.tree import Node


def number(value: Symbolic) -> Node:
    """A rational number as written: a sign in front, a fraction as a quotient."""
    exact = fraction(value)
    if exact < 0:
        return Negative(number(-exact))
    if exact.denominator == 1:
        return Number(exact)
    return Quotient(Number(Fraction(exact.numerator)), Number(Fraction(exact.denominator)))


def fraction(value: Symbolic) -> Fraction:
    """An int, a Fraction, or a whole or rational number of python-flint or SymPy, as a Fraction."""
    if isinstance(value, (int, Fraction)):
        return Fraction(value)
    return Fraction(int(value.p), int(value.q)) if hasattr(value, "q") else Fraction(int(value))


def equals(*sides: Node) -> Relation:
    return Relation(sides, ("=",) * (len(sides) - 1))


def plus(*terms: Node) -> Node:
    return Sum(terms) if len(terms) > 1 else terms[0]


def minus(left: Node, right: Node) -> Node:
    return Sum((left, Negative(right)))


def times(*factors: Node) -> Node:
    return Product(factors) if len(factors) > 1 else factors[0]


def over(numerator: Node, denominator: Node) -> Node:
    return Quotient(numerator, denominator)


def power(base: Node, exponent: int | Node) -> Node:
    if exponent == 1:
        return base
    return Power(base, number(exponent) if isinstance(exponent, int) else exponent)


def root(radicand: Node) -> Node:
    return Call("sqrt", (radicand,))


def name(full: str) -> Name:
    base, _, subscript = full.partition("_")
    return Name(base, subscript)


def term(coefficient: Symbolic, unknown: str, exponent: int) -> Node:
    """`-3*x^2`, `x`, `5`: one term as written."""
    exact = fraction(coefficient)
    if exponent == 0:
        return number(exact)
    if exact < 0:
        return Negative(term(-exact, unknown, exponent))
    letter = power(name(unknown), exponent)
    return letter if exact == 1 else times(number(exact), letter)


def polynomial(value: fmpq_poly, unknown: str) -> Node:
    """Descending powers, no term zero but the zero polynomial itself."""
    coefficients = value.coeffs()
    terms = [term(c, unknown, n) for n, c in reversed(list(enumerate(coefficients))) if c != 0]
    return plus(*terms) if terms else number(0)


def substitute(node: Node, full: str, value: Node) -> Node:
    """The tree with a value in place of a letter."""
    return replace(node, {full: value})


def replace(node: Node, values: Mapping[str, Node]) -> Node:
    """The tree with values in place of letters."""
    found: Node = _replaced(node, values)
    return found


def _replaced(part: Symbolic, values: Mapping[str, Node]) -> Symbolic:
    if isinstance(part, tuple):
        return tuple(_replaced(item, values) for item in part)
    if isinstance(part, Name):
        return values.get(part.full, part)
    if not is_dataclass(part):
        return part
    changed = {field.name: _replaced(getattr(part, field.name), values) for field in fields(part)}
    return dataclasses.replace(part, **changed)  # type: ignore[type-var]
