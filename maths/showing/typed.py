"""Trees as plain text that `maths.read` reads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.reading.notation import GREEK_LETTERS, GREEK_NAMES, GREEK_WORDS
from maths.showing.common import ATOM, POWER, PRODUCT, TYPED, digits_of, rank, write_statement, write_sum
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
    Number,
    Percent,
    PlusMinus,
    Power,
    Product,
    Quotient,
    Series,
    Sum,
)

if TYPE_CHECKING:
    from maths.tree import Node


def typed(node: Node) -> str:  # noqa: C901, PLR0911, PLR0912 - one line a kind of node
    match node:
        case Number():
            return digits_of(node)
        case Based(digits=digits, base=base):
            return f"{digits}_{base}"
        case Name():
            return _typed_name(node)
        case Sum(terms=terms):
            return write_sum(terms, typed, _held)
        case Product(factors=factors):
            return "*".join(_typed_factor(f, first=place == 0) for place, f in enumerate(factors))
        case Quotient(numerator=top, denominator=bottom):
            return f"{_held(top, PRODUCT)}/{_held(bottom, POWER)}"
        case Mixed(whole=whole, fraction=fraction):
            return f"{whole} {fraction}"
        case Negative(operand=operand):
            return f"-{_held(operand, PRODUCT)}"
        case PlusMinus(operand=operand, upper=upper):
            return f"{'±' if upper else '∓'}{_held(operand, PRODUCT)}"
        case Power(base=base, exponent=exponent):
            return f"{_held(base, ATOM)}**{_held(exponent, ATOM)}"
        case Factorial(operand=operand):
            return f"{_held(operand, ATOM)}!"
        case Percent(operand=operand):
            return f"{_held(operand, ATOM)}%"
        case Degrees(operand=operand):
            return f"{_held(operand, ATOM)}°"
        case Call(function="mod", arguments=(left, right)):
            return f"{_held(left, PRODUCT)} mod {_held(right, POWER)}"
        case Call(function=function, arguments=arguments):
            return f"{function}({', '.join(map(typed, arguments))})"
        case Apply(function=function, arguments=arguments, primes=primes):
            return f"{function}{chr(39) * primes}({', '.join(map(typed, arguments))})"
        case Matrix(rows=rows):
            return "[" + ", ".join("[" + ", ".join(map(typed, row)) + "]" for row in rows) + "]"
        case Derivative(body=body, variable=variable, order=order):
            return f"diff({typed(body)}, {_typed_name(variable)}{f', {order}' if order > 1 else ''})"
        case Integral(body=body, variable=variable, lower=lower, upper=upper):
            ends = "" if lower is None or upper is None else f", {typed(lower)}, {typed(upper)}"
            return f"integrate({typed(body)}, {_typed_name(variable)}{ends})"
        case Limit(body=body, variable=variable, target=target, side=side):
            return f"lim_({_typed_name(variable)}->{_held(target, ATOM)}{side}) ({typed(body)})"
        case Series(kind=kind, body=body, variable=variable, lower=lower, upper=upper):
            return f"{kind}({typed(body)}, {_typed_name(variable)}, {typed(lower)}, {typed(upper)})"
        case _:
            return write_statement(node, typed, TYPED)


def _held(node: Node, least: int) -> str:
    text = typed(node)
    return text if rank(node) >= least else f"({text})"


def _typed_factor(node: Node, *, first: bool) -> str:
    if first and isinstance(node, Quotient | Number):
        return typed(node)
    return _held(node, POWER)


def _typed_name(name: Name) -> str:
    letter = name.name if name.name not in GREEK_NAMES or name.name in GREEK_WORDS else GREEK_LETTERS[name.name]
    if not name.subscript:
        return letter
    plain = name.subscript.isalnum() and (name.subscript.isdigit() or len(name.subscript) == 1)
    return f"{letter}_{name.subscript}" if plain else f"{letter}_{{{name.subscript}}}"
