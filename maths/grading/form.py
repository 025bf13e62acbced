"""Whether a right value also has the form that was asked for, and what is missing where it has not."""

from __future__ import annotations

from fractions import Fraction
from math import gcd
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.engines.flint_form import to_fmpq
from maths.engines.sympy_form import to_sympy
from maths.message import Message
from maths.tree import (
    Call,
    Mixed,
    Name,
    Negative,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Ratio,
    Sum,
    children,
    names,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_LOWEST = Message("The value is right, but the fraction is not in lowest terms.")
_FACTORISED = Message("The value is right, but it is not fully factorised.")
_EXPANDED = Message("The value is right, but it is not expanded.")
_SIMPLIFIED = Message("The value is right, but it is not fully simplified.")
_EXACT = Message("An exact value is asked for, not a decimal.")
_DECIMAL = Message("The value is right, but a decimal is asked for.")
_FRACTION = Message("The value is right, but a fraction is asked for.")
_MIXED = Message("The value is right, but a mixed number is asked for.")
_PRIMES = Message("The value is right, but it is not written as a product of primes.")
_CONSTANT = Message("The constant of integration is missing.")


def complaint(form: str, given: Node) -> Message | None:
    """What is wrong with the form; None where nothing is, or where no such form is known."""
    found = _FORMS.get(" ".join(form.lower().replace("_", " ").replace("-", " ").split()))
    if found is None:
        return None
    check, message = found
    try:
        return None if check(given) else message
    except RefusedError:
        return message


def _is_lowest(node: Node) -> bool:
    if isinstance(node, Ratio):
        parts = [_integer(part) for part in node.parts]
        return None not in parts and gcd(*(part for part in parts if part is not None)) == 1
    return all(_reduced(n) for n in walk(node) if isinstance(n, Quotient))


def _reduced(quotient: Quotient) -> bool:
    top, bottom = _integer(quotient.numerator), _integer(quotient.denominator)
    if top is not None and bottom is not None:
        return gcd(top, bottom) == 1 and abs(bottom) != 1
    return True


def _integer(node: Node) -> int | None:
    match node:
        case Number(value=value, decimals=None) if value.denominator == 1:
            return int(value)
        case Negative(operand=operand):
            inner = _integer(operand)
            return None if inner is None else -inner
        case _:
            return None


def _is_factorised(node: Node) -> bool:
    import sympy

    if isinstance(node, Negative):
        return _is_factorised(node.operand)
    factors = node.factors if isinstance(node, Product) else (node,)
    for factor in factors:
        base = factor.base if isinstance(factor, Power) else factor
        if not names(base):
            continue
        if isinstance(base, Product | Negative):
            if not _is_factorised(base):
                return False
            continue
        content, parts = sympy.factor_list(to_sympy(base))
        if len(parts) != 1 or parts[0][1] != 1 or abs(content) != 1:
            return False
    return True


def _is_prime_product(node: Node) -> bool:
    """`2^3*5`, `2*2*2*5`, 7: primes and their powers alone."""
    import sympy

    factors = node.factors if isinstance(node, Product) else (node,)
    for factor in factors:
        base, exponent = (factor.base, factor.exponent) if isinstance(factor, Power) else (factor, Number(Fraction(1)))
        prime, times = _integer(base), _integer(exponent)
        if isinstance(factor, Product) and _is_prime_product(factor):
            continue
        if prime is None or times is None or times < 1 or not sympy.isprime(prime):
            return False
    return True


def _is_expanded(node: Node) -> bool:
    import sympy

    for inner in walk(node):
        if isinstance(inner, Product) and any(isinstance(f, Sum) for f in inner.factors):
            return False
        if isinstance(inner, Power) and isinstance(inner.base, Sum | Product) and names(inner.base):
            return False
    if not isinstance(node, Sum):
        return True
    return len(node.terms) == len(sympy.Add.make_args(sympy.expand(to_sympy(node))))


def _is_simplified(node: Node) -> bool:
    return _is_lowest(node) and all(_plain(n) for n in walk(node))


def _plain(node: Node) -> bool:
    match node:
        case Sum(terms=terms):
            return sum(_is_rational(t) for t in terms) <= 1
        case Product(factors=factors):
            return sum(_is_rational(f) for f in factors) <= 1
        case Call(function="sqrt", arguments=(radicand,)):
            whole = _integer(radicand)
            return whole is None or (
                whole > 1 and all(whole % (k * k) for k in range(2, min(1000, whole) + 1) if k * k <= whole)
            )
        case Quotient(numerator=top, denominator=bottom) if _is_rational(top) and _is_rational(bottom):
            return _integer(top) is not None and _integer(bottom) is not None
        case Power(base=base, exponent=exponent):
            return not (_is_rational(base) and _integer(exponent) is not None)
        case _:
            return True


def _is_rational(node: Node) -> bool:
    if names(node):
        return False
    try:
        to_fmpq(node)
    except RefusedError:
        return False
    return True


def _is_exact(node: Node) -> bool:
    return not any(isinstance(n, Number) and n.decimals for n in walk(node))


def _is_decimal(node: Node) -> bool:
    return isinstance(node.operand if isinstance(node, Negative) else node, Number)


def _is_fraction(node: Node) -> bool:
    inner = node.operand if isinstance(node, Negative) else node
    return _is_exact(node) and isinstance(inner, Quotient | Number)


def _is_mixed(node: Node) -> bool:
    inner = node.operand if isinstance(node, Negative) else node
    return isinstance(inner, Mixed) or _integer(inner) is not None


def constant_term(node: Node, variables: frozenset[str]) -> tuple[Node, bool]:
    """The antiderivative without its free constant, and whether it had one."""
    if isinstance(node, Sum):
        kept = tuple(t for t in node.terms if not _is_constant(t, variables))
        if len(kept) == len(node.terms) - 1 and kept:
            return (kept[0] if len(kept) == 1 else Sum(kept)), True
    return node, False


def _is_constant(node: Node, variables: frozenset[str]) -> bool:
    inner = node.operand if isinstance(node, Negative) else node
    return isinstance(inner, Name) and inner.name in ("C", "c", "K", "k", "const") and inner.full not in variables


def _has_constant(node: Node) -> bool:
    return any(_is_constant(n, frozenset()) for n in children(node)) if isinstance(node, Sum) else False


_FORMS: dict[str, tuple[Callable[[Node], bool], Message]] = {
    **dict.fromkeys(("lowest", "lowest terms", "reduced", "irreducible", "simplest form"), (_is_lowest, _LOWEST)),
    **dict.fromkeys(("factored", "factorised", "factorized", "factor", "product"), (_is_factorised, _FACTORISED)),
    "primes": (_is_prime_product, _PRIMES),
    **dict.fromkeys(("expanded", "expand", "polynomial"), (_is_expanded, _EXPANDED)),
    **dict.fromkeys(("simplified", "simplify", "simplest"), (_is_simplified, _SIMPLIFIED)),
    "exact": (_is_exact, _EXACT),
    "decimal": (_is_decimal, _DECIMAL),
    "fraction": (_is_fraction, _FRACTION),
    **dict.fromkeys(("mixed", "mixed number"), (_is_mixed, _MIXED)),
    **dict.fromkeys(("+c", "+ c", "constant", "constant of integration", "antiderivative"), (_has_constant, _CONSTANT)),
}
WITH_CONSTANT = frozenset({"+c", "+ c", "constant", "constant of integration", "antiderivative"})
