"""Is a constant or an expression zero? Refuted by balls, proved by exact arithmetic or a separation bound."""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction
from math import factorial
from typing import TYPE_CHECKING

from flint import acb, fmpq

from maths.bounds import RefusedError, UndefinedError, UnsupportedError
from maths.engines.flint_form import to_acb, to_fmpq, to_fraction, working_precision
from maths.message import Message
from maths.tree import Call, Mixed, Name, Negative, Number, Percent, Power, Product, Quotient, Sum, names, walk
from maths.values import opaque, rewritten

if TYPE_CHECKING:
    from maths.tree import Node

_FIRST_PRECISION = 128
_SAMPLE_PRECISION = 256
_MAX_PROOF_BITS = 60_000  # of precision spent on a proof: 20 ms
_POINTS = 30  # random points tried
_AGREEING = 6  # of them must be in the domain of both
_ZERO = Fraction(1, 2**150)  # two independent expressions do not agree this far at six random points
_FACTORS = 12  # of a binomial coefficient with a letter, written as a product
_SEED = 20_260_101


def same_value(left: Node, right: Node) -> bool | None:
    """Whether two expressions are equal wherever both have a real value; None where that could not be decided.

    Raises UndefinedError where one of them has no value anywhere, UnsupportedError, TooLargeError.
    """
    left, right = (rewritten(opaque(side), _multiplied_out) for side in (left, right))
    variables = tuple(sorted(names(left) | names(right)))
    difference = Sum((left, Negative(right)))
    exact = _exactly(difference, variables)
    if exact is not None:
        return exact
    if variables:
        return _sampled(left, right, variables)
    if left == right:
        to_acb(left)
        return True
    return _is_zero(difference)


def _multiplied_out(node: Node) -> Node | None:
    """`binomial(n, 2)` as n(n - 1)/2, and `permutations(n, 2)` as n(n - 1)."""
    match node:
        case Call(function=("binomial" | "permutations") as kind, arguments=(many, Number(value=few))) if (
            names(many) and few.denominator == 1 and 0 < few <= _FACTORS
        ):
            count = int(few)
            falling = Product(tuple(Sum((many, Negative(Number(Fraction(k))))) for k in range(count)))
            return falling if kind == "permutations" else Quotient(falling, Number(Fraction(factorial(count))))
        case _:
            return None


def is_less(left: Node, right: Node) -> bool:
    """Whether one real constant is surely less than another. Raises UndefinedError, UnsupportedError, TooLargeError."""
    difference = to_acb(Sum((left, Negative(right))), _FIRST_PRECISION)
    return _finite(difference) and bool(difference.real < 0) and bool(difference.imag.contains(0))


def _exactly(difference: Sum, variables: tuple[str, ...]) -> bool | None:
    """The answer of rational arithmetic, where everything is rational."""
    try:
        if not variables:
            return bool(to_fmpq(difference) == 0)
        return bool(to_fraction(difference, variables)[0].is_zero())
    except UnsupportedError:
        return None


# Constants


def _is_zero(constant: Node) -> bool | None:
    rough = to_acb(constant, _FIRST_PRECISION)
    if not _finite(rough):
        raise UndefinedError(Message("This has no value."))
    if not rough.contains(0):
        return False
    try:
        needed = separation_bits(constant)
    except UnsupportedError:
        return _symbolically(constant)
    if needed > _MAX_PROOF_BITS:
        return _symbolically(constant)
    fine = to_acb(constant, needed + 64)
    if not fine.contains(0):
        return False
    size = abs(fine).upper()
    return True if size < fmpq(1, 2**needed) else _symbolically(constant)


def _symbolically(constant: Node) -> bool | None:
    from maths.engines.sympy_form import to_sympy

    value = to_sympy(constant)
    if value.is_zero is not None:
        return bool(value.is_zero)
    if to_acb(constant, 2_000).contains(0):
        found = value.equals(0)
        return None if found is None else bool(found)
    return False


@dataclass(frozen=True, slots=True)
class _Bound:
    """log2 of the bounds u and l of Burnikel, Fleischer, Mehlhorn and Schirra on a quotient of algebraic integers."""

    upper: float
    lower: float


def separation_bits(node: Node) -> int:
    """B such that an algebraic constant is zero if it is smaller than 2^-b.

    C. Burnikel, R. Fleischer, K. Mehlhorn, S. Schirra, "A strong and easily computable separation
    bound for arithmetic expressions involving radicals", Algorithmica 27 (2000). Raises
    UnsupportedError where the expression holds more than rationals, radicals and i.
    """
    radicals: dict[tuple[Node, int], None] = {}
    bound = _bound(node, radicals)
    degree = 1
    for _, order in radicals:
        degree *= order
        if degree > _MAX_PROOF_BITS:
            return _MAX_PROOF_BITS + 1
    return int((degree - 1) * max(bound.upper, 0.0) + max(bound.lower, 0.0)) + 2


def _bound(node: Node, radicals: dict[tuple[Node, int], None]) -> _Bound:  # noqa: C901, PLR0911 - one line a kind of node
    match node:
        case Sum(terms=terms):
            total = _bound(terms[0], radicals)
            for term in terms[1:]:
                other = _bound(term, radicals)
                total = _Bound(max(total.upper + other.lower, total.lower + other.upper) + 1, total.lower + other.lower)
            return total
        case Product(factors=factors):
            found = [_bound(f, radicals) for f in factors]
            return _Bound(sum(f.upper for f in found), sum(f.lower for f in found))
        case Quotient(numerator=top, denominator=bottom):
            above, below = _bound(top, radicals), _bound(bottom, radicals)
            return _Bound(above.upper + below.lower, above.lower + below.upper)
        case Negative(operand=operand):
            return _bound(operand, radicals)
        case Name(name="i", subscript=""):
            radicals[(Negative(Number(Fraction(1))), 2)] = None
            return _Bound(0, 0)
        case Call(function="sqrt", arguments=(radicand,)):
            return _radical(radicand, 2, radicals)
        case Call(function="root", arguments=(radicand, Number(value=degree))) if (
            degree.denominator == 1 and degree > 1
        ):
            return _radical(radicand, int(degree), radicals)
        case Power(base=base, exponent=exponent):
            return _power(base, Fraction(str(to_fmpq(exponent))), radicals)
        case Number() | Mixed() | Percent() | Call():
            return _rational(node)
        case _:
            raise UnsupportedError(Message("This kind of formula has no single value."))


def _rational(node: Node) -> _Bound:
    value = to_fmpq(node)
    return _Bound(int(abs(value.p).bit_length()), int(value.q.bit_length()))


def _radical(radicand: Node, order: int, radicals: dict[tuple[Node, int], None]) -> _Bound:
    inner = _bound(radicand, radicals)
    radicals[(radicand, order)] = None
    if inner.upper >= inner.lower:
        return _Bound((inner.upper + (order - 1) * inner.lower) / order, inner.lower)
    return _Bound(inner.upper, ((order - 1) * inner.upper + inner.lower) / order)


def _power(base: Node, exponent: Fraction, radicals: dict[tuple[Node, int], None]) -> _Bound:
    root = _bound(base, radicals) if exponent.denominator == 1 else _radical(base, exponent.denominator, radicals)
    times = abs(exponent.numerator)
    if exponent < 0:
        return _Bound(root.lower * times, root.upper * times)
    return _Bound(root.upper * times, root.lower * times)


# Expressions in variables


def _sampled(left: Node, right: Node, variables: tuple[str, ...]) -> bool | None:
    chance = random.Random(_SEED)  # noqa: S311 - points of a graph, not secrets
    complex_values = any(node == Name("i") for side in (left, right) for node in walk(side))
    with working_precision(_SAMPLE_PRECISION):
        return _agree(left, right, variables, chance, complex_values=complex_values)


def _agree(
    left: Node, right: Node, variables: tuple[str, ...], chance: random.Random, *, complex_values: bool
) -> bool | None:
    agreeing = tried = 0
    undefined: RefusedError | None = None
    while tried < _POINTS and agreeing < _AGREEING:
        tried += 1
        point = {name: acb(_number(chance)) for name in variables}
        try:
            values = [to_acb(side, _SAMPLE_PRECISION, point) for side in (left, right)]
        except UndefinedError as error:
            undefined = error
            continue
        if not all(_finite(v) and (complex_values or v.imag.contains(0)) for v in values):
            continue
        difference = values[0] - values[1]
        if not difference.contains(0):
            return False
        if abs(difference).upper() < fmpq(_ZERO.numerator, _ZERO.denominator):
            agreeing += 1
    if agreeing >= _AGREEING:
        return True
    if undefined is not None and not agreeing:
        raise undefined
    return None


def _number(chance: random.Random) -> fmpq:
    """Mostly positive, mostly small: where roots and logarithms are real and powers are no astronomy."""
    return fmpq(chance.randrange(-3000, 9000), chance.choice((4096, 2048, 512))) + fmpq(1, 7919)


def _finite(value: acb) -> bool:
    return bool(value.real.is_finite() and value.imag.is_finite())
