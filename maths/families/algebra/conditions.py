"""Where an expression has a value and its rewritten form has one in more places: the condition that was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sympy

from maths.engines.sympy_form import to_sympy
from maths.families.settled import UndecidedError
from maths.families.write import formula, listed, tree
from maths.message import Message
from maths.tree import Call, Power, Quotient, Relation, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maths.families.symbolic import Symbolic
    from maths.message import Formula
    from maths.tree import Node

_NOT_ZERO, _NOT_NEGATIVE, _POSITIVE, _OTHER = "!=", ">=", ">", "?"
_EVERYWHERE = frozenset({"sin", "cos", "exp", "abs", "atan", "sinh", "cosh", "tanh", "asinh", "floor", "ceil"})
_BELOW = {"tan": sympy.cos, "sec": sympy.cos, "cot": sympy.sin, "csc": sympy.sin}


def lost(body: Node, answer: Node, symbols: dict[str, Symbolic], declared: frozenset[str]) -> Formula | None:
    """`x != 1`, `x >= 0`; None where nothing is lost. Raises UndecidedError where the condition is not computed."""
    needed, kept = (set(_conditions(node, symbols, declared)) for node in (body, answer))
    missing = {condition for condition in needed - kept if not _implied(condition, kept)}
    if any(kind == _OTHER for kind, _ in missing):
        raise UndecidedError(Message("The simpler form may hold only under a condition that was not found."))
    both = {
        value
        for kind, value in missing
        if kind == _NOT_NEGATIVE and ((_NOT_ZERO, value) in missing | kept or (_POSITIVE, value) in missing)
    }
    strict = {(_POSITIVE, value) for value in both}
    missing = {condition for condition in missing if condition[1] not in both} | strict
    if not missing:
        return None
    return listed(formula(_written(*condition)) for condition in sorted(missing, key=str))


def _implied(condition: tuple[str, Symbolic], kept: set[tuple[str, Symbolic]]) -> bool:
    kind, value = condition
    return kind in (_NOT_ZERO, _NOT_NEGATIVE) and (_POSITIVE, value) in kept


def _conditions(  # noqa: C901 - one case a kind of node
    node: Node, symbols: dict[str, Symbolic], declared: frozenset[str]
) -> Iterator[tuple[str, Symbolic]]:
    """What must hold for every part of the tree to have a real value."""

    def value(part: Node) -> Symbolic:
        return to_sympy(part, symbols=symbols, variables=declared)

    for part in walk(node):
        match part:
            case Quotient(denominator=below):
                yield from _not_zero(value(below))
            case Power(base=base, exponent=exponent):
                yield from _power(value(base), value(exponent))
            case Call(function="sqrt", arguments=(inner,)):
                yield from _not_negative(value(inner))
            case Call(function="root", arguments=(inner, degree)):
                yield from _power(value(inner), 1 / value(degree))
            case Call(function="ln" | "log" | "log2" | "log10", arguments=(inner, *bases)) if not any(
                value(base).free_symbols for base in bases
            ):
                yield from _positive(value(inner))
            case Call(function=function, arguments=(inner,)) if function in _BELOW:
                yield from _not_zero(_BELOW[function](value(inner)))
            case Call(function=function) if function not in _EVERYWHERE:
                whole = value(part)
                if whole.free_symbols:
                    yield _OTHER, whole


def _power(base: Symbolic, exponent: Symbolic) -> Iterator[tuple[str, Symbolic]]:
    if not base.free_symbols:
        return
    if not exponent.is_Rational:
        yield _OTHER, base
        return
    if exponent.q != 1:
        yield from _not_negative(base)
    if exponent.is_nonpositive:
        yield from _not_zero(base)


def _not_zero(value: Symbolic) -> Iterator[tuple[str, Symbolic]]:
    """One condition a factor."""
    above, _ = sympy.cancel(sympy.together(value)).as_numer_denom()
    _, factors = sympy.factor_list(above) if above.free_symbols else (1, [])
    for factor, _ in factors:
        base = factor.as_base_exp()[0] if factor.is_Pow and factor.exp.is_Rational else factor
        if base.free_symbols and not base.is_nonzero:
            yield _NOT_ZERO, base


def _not_negative(value: Symbolic) -> Iterator[tuple[str, Symbolic]]:
    if value.free_symbols and not (value.is_nonnegative or sympy.factor(value).is_nonnegative):
        yield _NOT_NEGATIVE, value


def _positive(value: Symbolic) -> Iterator[tuple[str, Symbolic]]:
    if value.is_positive or not value.free_symbols:
        return
    if value.is_nonnegative or sympy.factor(value).is_nonnegative:
        yield from _not_zero(value)
    else:
        yield _POSITIVE, value


def _written(kind: str, value: Symbolic) -> Node:
    """Solved for the letter where it is linear."""
    letters = sorted(value.free_symbols, key=str)
    if len(letters) == 1 and value.is_polynomial(letters[0]) and sympy.degree(value, letters[0]) == 1:
        slope, constant = sympy.Poly(value, letters[0]).all_coeffs()
        flipped = {">=": "<=", ">": "<", "!=": "!="}[kind] if slope.is_negative else kind
        return Relation((tree(letters[0]), tree(-constant / slope)), (flipped,))
    return Relation((tree(value), tree(sympy.Integer(0))), (kind,))
