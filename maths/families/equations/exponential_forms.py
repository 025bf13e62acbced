"""How an equation with exponentials or logarithms becomes one between polynomials."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from math import gcd
from typing import TYPE_CHECKING

import sympy
from flint import fmpz

from maths.bounds import RefusedError, UnsupportedError
from maths.engines.sympy_form import to_sympy
from maths.families.routes.rational import rational
from maths.families.settled import UndecidedError
from maths.families.terms import equals, fraction, minus, number, plus, power, times
from maths.families.write import tree
from maths.message import Message
from maths.tree import Call, Name, Negative, Power, Product, Quotient, Relation, Sum, names, walk
from maths.values import rewritten

if TYPE_CHECKING:
    from fractions import Fraction

    from maths.families.symbolic import Symbolic
    from maths.tree import Node

NOT_THIS_KIND = Message("The exponentials and logarithms in it do not become one polynomial equation.")
MAX_BASE = 10**12  # a base is factored
MAX_POWER = 60  # of t, and of a factor under a logarithm
_E = "e"


def logarithm(value: Symbolic, base: Symbolic) -> Symbolic:
    """`log_base(value)`: a fraction where it is one."""
    if value == 1:
        return sympy.Integer(0)
    if base == sympy.E:
        return sympy.log(value)
    if value.is_Rational:
        above, below = prime_exponents(fraction(value)), prime_exponents(fraction(base))
        ratios = {sympy.Rational(above.get(p, 0), below[p]) for p in below}
        if above.keys() <= below.keys() and len(ratios) == 1:
            return ratios.pop()
    return sympy.log(value) / sympy.log(base)


@dataclass(frozen=True, slots=True)
class Reduced:
    """The polynomial equation in `letter`, how the unknown follows from a root of it, and what must be positive."""

    relation: Relation
    letter: str
    kind: str  # "power": t = c^(d*x); "argument": t = log_c(x); "product": the unknown itself
    base: Symbolic
    scale: Symbolic
    positive: tuple[Node, ...] = ()


def logarithms_of(relation: Relation) -> list[Call]:
    return [part for part in walk(relation) if isinstance(part, Call) and part.function in {"ln", "log"}]


def prime_exponents(value: Fraction) -> dict[int, int]:
    """The primes of a positive rational number with their exponents."""
    if value <= 0 or max(value.numerator, value.denominator) > MAX_BASE:
        raise UndecidedError(NOT_THIS_KIND)
    found = {int(p): int(n) for p, n in fmpz(value.numerator).factor()}
    found.update({int(p): -int(n) for p, n in fmpz(value.denominator).factor()})
    return found


def reduced_equation(relation: Relation, unknown: str) -> Reduced:
    declared = frozenset({unknown})
    powers = [p for p in dict.fromkeys(walk(relation)) if _is_exponential(p, unknown)]
    logarithms = [p for p in dict.fromkeys(logarithms_of(relation)) if unknown in names(p, declared)]
    if powers and not logarithms:
        return _in_powers(relation, unknown, powers)
    if logarithms and not powers:
        outside = rewritten(relation, lambda part: number(0) if part in logarithms else None)
        if all(_monomial(argument, unknown) is not None for one in logarithms for argument in one.arguments) and (
            unknown not in names(outside, declared)
        ):
            try:
                return _in_logarithm(relation, unknown, logarithms)
            except UnsupportedError:
                pass
        return _in_product(relation, unknown)
    raise UndecidedError(NOT_THIS_KIND)


def _is_exponential(part: Node, unknown: str) -> bool:
    declared = frozenset({unknown})
    match part:
        case Power(base=base, exponent=exponent):
            return unknown in names(exponent, declared) and unknown not in names(base, declared)
        case Call(function="exp", arguments=(exponent,)):
            return unknown in names(exponent, declared)
    return False


def _base_and_exponent(part: Node) -> tuple[Node, Node]:
    match part:
        case Power(base=base, exponent=exponent):
            return base, exponent
        case Call(arguments=(exponent,)):
            return Name(_E), exponent
    raise UndecidedError(NOT_THIS_KIND)


def _primitive(base: Node) -> tuple[Symbolic, int]:
    """C > 1 that is no power, and k with base = c^k."""
    value = to_sympy(base)
    if value == sympy.E:
        return sympy.E, 1
    if not (value.is_Rational and value > 0 and value != 1):
        raise UndecidedError(NOT_THIS_KIND)
    exponents = prime_exponents(fraction(value))
    k = reduce(gcd, (abs(n) for n in exponents.values()))
    root = sympy.Mul(*(sympy.Integer(p) ** sympy.Rational(n, k) for p, n in exponents.items()))
    return (root, k) if root > 1 else (1 / root, -k)


def _line(node: Node, unknown: str) -> tuple[Symbolic, Symbolic]:
    """P and q of p*x + q."""
    found = rational(node, unknown)
    if found.denominator.degree() != 0 or found.numerator.degree() != 1:
        raise UndecidedError(NOT_THIS_KIND)
    q, p = (sympy.Rational(fraction(c)) / sympy.Rational(fraction(found.denominator[0]))
            for c in found.numerator.coeffs())  # fmt: skip
    return p, q


def _in_powers(relation: Relation, unknown: str, powers: list[Node]) -> Reduced:
    pieces: dict[Node, tuple[int, Symbolic, Symbolic, Node]] = {}
    bases: set[Symbolic] = set()
    for part in powers:
        base, exponent = _base_and_exponent(part)
        c, k = _primitive(base)
        bases.add(c)
        try:
            pieces[part] = (k, *_line(exponent, unknown), base)
        except UndecidedError:
            return _in_exponents(relation, unknown)
    if len(bases) != 1:
        raise UndecidedError(NOT_THIS_KIND)
    (c,) = bases
    steps = [k * p for k, p, _, _ in pieces.values()]
    scale = reduce(sympy.igcd, [s * _common(steps) for s in steps]) / sympy.Integer(_common(steps))
    letters = {part: _as_power(piece, scale) for part, piece in pieces.items()}
    replaced = rewritten(relation, letters.get)
    if unknown in names(replaced, frozenset({unknown})):
        raise UndecidedError(NOT_THIS_KIND)
    assert isinstance(replaced, Relation)  # noqa: S101 - relations stay relations
    return Reduced(replaced, "t", "power", c, scale)


def _common(values: list[Symbolic]) -> int:
    return int(reduce(sympy.ilcm, [value.q for value in values], 1))


def _as_power(piece: tuple[int, Symbolic, Symbolic, Node], scale: Symbolic) -> Node:
    k, p, q, base = piece
    size = k * p / scale
    value = to_sympy(base) ** q
    if not value.is_Rational or abs(size) > MAX_POWER:
        raise UndecidedError(NOT_THIS_KIND)
    letter = Power(Name("t"), number(size)) if size != 1 else Name("t")
    return letter if value == 1 else times(number(value), letter)


def _in_exponents(relation: Relation, unknown: str) -> Reduced:
    """Powers of one base on both sides: equal where the exponents are."""
    sides = [_as_one_power(side, unknown) for side in relation.operands]
    bases = {c for side in sides for c, _, _ in side}
    if len(bases) != 1:
        raise UndecidedError(NOT_THIS_KIND)
    (c,) = bases
    shown = [plus(*(exponent if k == 1 else times(number(k), exponent) for _, k, exponent in side)) for side in sides]
    return Reduced(equals(*shown), unknown, "exponent", c, sympy.Integer(1))


def _as_one_power(side: Node, unknown: str) -> list[tuple[Symbolic, int, Node]]:
    """A product of powers as bases, their multiples and exponents."""
    factors = side.factors if isinstance(side, Product) else (side,)
    found: list[tuple[Symbolic, int, Node]] = []
    for factor in factors:
        if _is_exponential(factor, unknown):
            base, exponent = _base_and_exponent(factor)
            found.append((*_primitive(base), exponent))
        else:
            found.append((*_primitive(factor), number(1)))
    return found


def _monomial(node: Node, unknown: str) -> tuple[Symbolic, int] | None:
    """R and k of r*x^k with r > 0 and k 0 or 1; None for anything else."""
    if unknown not in names(node, frozenset({unknown})):
        value = to_sympy(node)
        return (value, 0) if value == sympy.E or (value.is_Rational and value > 0) else None
    try:
        found = rational(node, unknown)
    except RefusedError:
        return None
    if found.denominator.degree() > 0 or found.numerator.degree() != 1 or found.numerator[0] != 0:
        return None
    value = sympy.Rational(fraction(found.numerator[1])) / sympy.Rational(fraction(found.denominator[0]))
    return (value, 1) if value > 0 else None


def _in_logarithm(relation: Relation, unknown: str, logarithms: list[Call]) -> Reduced:
    """Everything in t = log_c(x)."""
    constants = [found[0] for one in logarithms for a in one.arguments if (found := _monomial(a, unknown))]
    natural = any(one.function == "ln" for one in logarithms)
    bases = {_primitive(tree(value))[0] for value in constants if value != 1} | ({sympy.E} if natural else set())
    if len(bases) != 1:
        raise UnsupportedError(NOT_THIS_KIND)
    (c,) = bases

    def line(argument: Node) -> Node:
        found = _monomial(argument, unknown)
        assert found is not None  # noqa: S101 - by the caller
        value, k = found
        constant = number(logarithm(value, c) if value != sympy.E else 1)
        if not k:
            return constant
        return Name("t") if constant == number(0) else plus(constant, Name("t"))

    def replacement(part: Node) -> Node | None:
        if part not in logarithms:
            return None
        assert isinstance(part, Call)  # noqa: S101 - by the line above
        above = line(part.arguments[0])
        base = line(part.arguments[1]) if len(part.arguments) > 1 else number(1)
        return above if base == number(1) else Quotient(above, base)

    replaced = rewritten(relation, replacement)
    assert isinstance(replaced, Relation)  # noqa: S101 - relations stay relations
    return Reduced(replaced, "t", "argument", c, sympy.Integer(1), (Name(unknown),))


def _in_product(relation: Relation, unknown: str) -> Reduced:
    """A sum of logarithms is the logarithm of a product."""
    terms: list[tuple[Symbolic, Symbolic, int, Node]] = []
    constant = _collect(minus(*relation.operands), sympy.Integer(1), unknown, terms)
    bases = {c for _, c, _, _ in terms}
    if len(bases) != 1:
        raise UndecidedError(NOT_THIS_KIND)
    (c,) = bases
    weights = [coefficient / k for coefficient, _, k, _ in terms]
    scale = _common(weights)
    whole = [int(weight * scale) for weight in weights]
    value = c ** sympy.expand(-constant * scale)
    if not value.is_Rational or any(abs(n) > MAX_POWER for n in whole):
        raise UndecidedError(NOT_THIS_KIND)
    above = [power(argument, n) for n, (_, _, _, argument) in zip(whole, terms, strict=True) if n > 0]
    below = [power(argument, -n) for n, (_, _, _, argument) in zip(whole, terms, strict=True) if n < 0]
    right = [*([number(value)] if value != 1 or not below else []), *below]
    left = times(*above) if above else number(1)
    positive = tuple(dict.fromkeys(argument for _, _, _, argument in terms))
    return Reduced(equals(left, times(*right)), unknown, "product", c, sympy.Integer(1), positive)


def _collect(  # noqa: C901, PLR0911 - one line a kind of node
    node: Node, factor: Symbolic, unknown: str, terms: list[tuple[Symbolic, Symbolic, int, Node]]
) -> Symbolic:
    """The logarithms of a sum with their coefficients into `terms`; what is left, a rational number, comes back."""
    declared = frozenset({unknown})
    match node:
        case Sum(terms=parts):
            return sum((_collect(part, factor, unknown, terms) for part in parts), sympy.Integer(0))
        case Negative(operand=operand):
            return _collect(operand, -factor, unknown, terms)
        case Product(factors=factors):
            inside = [part for part in factors if _has_logarithm(part)]
            if len(inside) == 1:
                scale = to_sympy(times(*(p for p in factors if p is not inside[0])))
                if scale.is_Rational:
                    return _collect(inside[0], factor * scale, unknown, terms)
        case Quotient(numerator=above, denominator=below) if _has_logarithm(above) and not _has_logarithm(below):
            scale = to_sympy(below)
            if scale.is_Rational and scale != 0:
                return _collect(above, factor / scale, unknown, terms)
        case Call(function="ln", arguments=(argument,)):
            terms.append((factor, sympy.E, 1, argument))
            return sympy.Integer(0)
        case Call(function="log", arguments=(argument, base)) if unknown not in names(base, declared):
            terms.append((factor, *_primitive(base), argument))
            return sympy.Integer(0)
    if unknown in names(node, declared):
        raise UndecidedError(NOT_THIS_KIND)
    value = to_sympy(node)
    if not value.is_Rational:
        raise UndecidedError(NOT_THIS_KIND)
    return factor * value


def _has_logarithm(node: Node) -> bool:
    return any(isinstance(part, Call) and part.function in {"ln", "log"} for part in walk(node))
