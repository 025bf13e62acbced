"""The numbers a task is about, as typed: their exact values by two engines."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maths.bounds import RefusedError
from maths.engines.flint_form import to_fmpq
from maths.engines.sympy_form import to_sympy
from maths.families.doubtful import refuse_doubtful
from maths.families.numbers.integers.exactly import plain_value
from maths.families.routes.rational import rational
from maths.families.settled import UndecidedError
from maths.families.terms import fraction
from maths.message import Message
from maths.tree import Apply, Based, Collection, Kind, Name, Negative, Number, Quotient, walk

if TYPE_CHECKING:
    from maths.tree import Node

MAX_DIGITS = 40  # of a whole number that is factored or tested: a second's work at most


def calculable(body: Node) -> Node:
    """The node itself, without letters. Raises UndecidedError where it has some."""
    if any(isinstance(part, Apply) or _is_letter(part) for part in walk(body)):
        raise UndecidedError(Message("The values of the letters in the expression are not given."))
    refuse_doubtful(body)
    return body


def _is_letter(part: Node) -> bool:
    return isinstance(part, Name) and part.full not in {"pi", "e"}


def exact(node: Node) -> Fraction | None:
    """The value as a fraction, by python-flint and again by SymPy; None where it is not rational so simply."""
    body = calculable(node)
    try:
        found = rational(body, "")
    except RefusedError:
        return _by_both_engines(body)
    value = fraction(found.numerator[0]) / fraction(found.denominator[0])
    if not _is_typed(body):
        again = to_sympy(body)
        if not again.is_Rational or Fraction(int(again.p), int(again.q)) != value:
            raise UndecidedError(Message("The two ways of calculating it do not agree."))
    return value


def _by_both_engines(body: Node) -> Fraction | None:
    """Factorials, binomials and the like: in plain integers and by python-flint."""
    try:
        value, again = plain_value(body), to_fmpq(body)
    except RefusedError:
        return None
    if value != fraction(again.p) / fraction(again.q):
        raise UndecidedError(Message("The two ways of calculating it do not agree."))
    return value


def _is_typed(body: Node) -> bool:
    """Whether the number stands there as such, and nothing is calculated."""
    if isinstance(body, Negative):
        return _is_typed(body.operand)
    if isinstance(body, Quotient):
        return isinstance(body.numerator, Number | Negative) and isinstance(body.denominator, Number)
    return isinstance(body, Number)


def rational_value(node: Node) -> Fraction:
    value = exact(node)
    if value is None:
        raise UndecidedError(Message("Only rational numbers are decided here yet."))
    return value


def whole(node: Node, *, least: int | None = None) -> int:
    """The value, a whole number and not below `least`. Raises UndecidedError."""
    value = rational_value(node)
    if value.denominator != 1:
        raise UndecidedError(Message("That question is about whole numbers, and one of these is none."))
    number = int(value)
    if least is not None and number < least:
        raise UndecidedError(
            Message("That question is about whole numbers from {least} on; for others it is not settled.", least=least)
        )
    if abs(number) >= 10**MAX_DIGITS:
        raise UndecidedError(Message("The number has too many digits to be worked out here."))
    return number


def is_operand(node: Node, *, based: bool = False) -> bool:
    """Whether a formula may be one number of a list: no relation, list or words in it; numerals `312_5` if `based`."""
    return all(
        (based and isinstance(part, Based))
        or (isinstance(part, Collection) and part.kind is Kind.LIST and len(part.items) == 1)
        or _counts(part)
        for part in walk(node)
    )


def _counts(part: Node) -> bool:
    return type(part).__name__ in _VALUES


_VALUES = frozenset(
    [
        "Number",
        "Name",
        "Sum",
        "Product",
        "Quotient",
        "Mixed",
        "Negative",
        "Power",
        "Factorial",
        "Percent",
        "Call",
        "Apply",
        "Derivative",
    ]
)
