"""What arithmetic is left to do in a value that was given as an answer."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import gcd

from flint import fmpz

from maths.bounds import RefusedError
from maths.engines.flint_form import to_fmpq, to_fraction
from maths.grading.canonical import canonical, factors_of, terms_of
from maths.tree import (
    Apply,
    Based,
    Call,
    Degrees,
    Derivative,
    Factorial,
    Integral,
    Limit,
    Matrix,
    Mixed,
    Name,
    Negative,
    Node,
    Number,
    Percent,
    PlusMinus,
    Power,
    Product,
    Quotient,
    Ratio,
    Series,
    Sum,
    children,
    is_infinite,
    names,
    walk,
)

_STANDS = frozenset({"sqrt", "root", "ln", "log", "exp"})  # functions of a number that may stand in an answer
_ONE_IN = 12  # the largest denominator of a logarithm that is looked for


def is_literal(node: Node) -> bool:  # noqa: PLR0911 - a shape each
    """A number as it is written at the end: `12`, `-3/4`, `1 1/2`, `0.5`, `45%`, `3*10^5`."""
    match node:
        case Number() | Mixed() | Based():
            return True
        case _ if is_infinite(node):
            return True
        case Negative(operand=Negative()):
            return False
        case Negative(operand=operand) | Percent(operand=operand) | Degrees(operand=operand):
            return is_literal(operand)
        case Quotient(numerator=top, denominator=bottom):
            over, under = _integer(top), _integer(bottom)
            return over is not None and under is not None and under != 0 and over % under != 0
        case Product(factors=(Number() as first, Power(base=base, exponent=exponent))):
            return abs(first.value) < 10 and _integer(base) == 10 and _integer(exponent) is not None  # noqa: PLR2004
        case _:
            return False


def _integer(node: Node) -> int | None:
    match node:
        case Number(value=value, decimals=None) if value.denominator == 1:
            return int(value)
        case Negative(operand=Number(value=value, decimals=None)) if value.denominator == 1:
            return -int(value)
        case _:
            return None


def left(node: Node) -> int:
    """Steps of arithmetic that are still to be done, everywhere in a value."""
    return sum(_step(one) for one in walk(node))


def _step(node: Node) -> int:  # noqa: PLR0911 - a kind of node each
    match node:
        case Sum():
            kinds = Counter(_kind(term) for term in terms_of(node))
            return len(list(node.terms)) - 1 if _holds_matrix(node) else kinds.total() - len(kinds)
        case Product():
            return len(node.factors) - 1 if _holds_matrix(node) else _product(list(factors_of(node)))
        case Quotient():
            return int(_quotient(node))
        case Power():
            return int(_power(node))
        case Call(function=function, arguments=arguments):
            return int(not any(map(names, arguments)) and _call(function, arguments))
        case Factorial(operand=operand):
            return int(not names(operand))
        case Apply(arguments=arguments):
            return int(not any(map(names, arguments)))
        case Negative(operand=Negative()) | Derivative() | Integral() | Limit() | Series():
            return 1
        case Ratio(parts=parts):
            whole = [_integer(part) for part in parts]
            return int(None in whole or gcd(*(one for one in whole if one is not None)) > 1)
        case _:
            return 0


def _holds_matrix(node: Node) -> bool:
    return any(isinstance(one, Matrix) for one in children(node))


def _kind(term: Node) -> str:
    """What like terms have in common: `3*x` and `-x` are of the kind x."""
    while isinstance(term, Negative | PlusMinus):
        term = term.operand
    if _rational(term):
        return ""
    match term:
        case Product():
            rest = [factor for factor in factors_of(term) if not _rational(factor)]
            return canonical(rest[0] if len(rest) == 1 else Product(tuple(rest))) if rest else ""
        case Quotient(numerator=top, denominator=bottom) if _rational(bottom):
            return _kind(top)
        case _:
            return canonical(term)


def _rational(node: Node) -> bool:
    if names(node):
        return False
    try:
        to_fmpq(node)
    except RefusedError:
        return False
    return True


def _product(factors: list[Node]) -> int:
    rational = [one for one in factors if _rational(one)]
    others = [one for one in factors if not _rational(one)]
    bases = Counter(canonical(one.base if isinstance(one, Power) else one) for one in others)
    roots = sum(isinstance(one, Call) and one.function == "sqrt" and not names(one) for one in others)
    again = bases.total() - len(bases)
    surds = [one for one in others if _is_surd(one)]
    brackets = len(surds) > 1 and any(isinstance(one, Sum) for one in surds)
    ones = any(_integer(one) in (0, 1) for one in rational)
    return max(len(rational) - 1, int(ones)) + max(again, roots - 1, 0) + int(brackets)


def _is_surd(node: Node) -> bool:
    """Numbers, their roots and `i` alone: what is multiplied out at the end."""
    return not _rational(node) and all(
        one == Name("i") if isinstance(one, Name) else not isinstance(one, Call) or one.function in ("sqrt", "root")
        for one in walk(node)
    )


def _quotient(node: Quotient) -> bool:
    top, bottom = node.numerator, node.denominator
    if _rational(top) and _rational(bottom):
        return not is_literal(node)
    if not names(bottom):
        return Name("i") in walk(bottom) or (_is_surd(bottom) and any(isinstance(one, Sum) for one in walk(bottom)))
    try:
        over, under = to_fraction(top, variables := tuple(sorted(names(node)))), to_fraction(bottom, variables)
    except RefusedError:
        return False
    return not (over[0] * under[1]).gcd(under[0] * over[1]).is_constant()


def _power(node: Power) -> bool:
    base, exponent = node.base, node.exponent
    whole = _integer(exponent)
    if _rational(base):
        return (
            whole is not None
            or (_rational(exponent) and _has_root(base, int(to_fmpq(exponent).q)))
            or any(isinstance(n, Call) and n.function in ("log", "ln") for n in walk(exponent))
        )
    if isinstance(base, Name) and base.name == "e":
        return any(isinstance(n, Call) and n.function == "ln" for n in walk(exponent))
    if whole is None:
        return False
    return isinstance(base, Product | Power) or base == Name("i") or not (names(base) or isinstance(base, Name))


def _has_root(node: Node, order: int) -> bool:
    """Whether a rational number is a power of this order, or below zero."""
    value = to_fmpq(node)
    return bool(value < 0) or all(fmpz(int(part)).root(order) ** order == part for part in (value.p, value.q))


def _call(function: str, arguments: tuple[Node, ...]) -> bool:
    """Of numbers alone."""
    first = arguments[0]
    if function in ("sqrt", "root"):
        order = _integer(arguments[1]) if function == "root" else 2
        return not _rational(first) or (order is not None and order > 0 and _has_root(first, order))
    if function == "log" and len(arguments) > 1:
        return _is_commensurable(first, arguments[1])
    if function in ("ln", "log", "exp"):
        return first in (Name("e"), Number(Fraction(1))) or isinstance(first, Power)
    return function not in _STANDS


def _is_commensurable(number: Node, base: Node) -> bool:
    """Whether the logarithm is a fraction with a small denominator."""
    if not (_rational(number) and _rational(base)):
        return True
    value, under = to_fmpq(number), to_fmpq(base)
    powers = {under**up for up in range(-_ONE_IN, _ONE_IN + 1)} if value > 0 < under else set()
    return any(value**times in powers for times in range(1, _ONE_IN + 1))
