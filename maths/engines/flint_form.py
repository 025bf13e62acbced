"""An expression tree to python-flint: an evaluation of its own, straight from the tree, without SymPy."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import flint
from flint import acb, arb, fmpq, fmpq_poly

from maths.bounds import UndefinedError
from maths.engines.flint_balls import Boxes
from maths.engines.flint_exact import Fractions, Polynomials, Rationals
from maths.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from maths.tree import Node


def to_fmpq(node: Node, values: Mapping[str, fmpq] | None = None) -> fmpq:
    """The exact rational value. Raises UnsupportedError where it is not rational, UndefinedError, TooLargeError."""
    return Rationals(values or {}).value(node)


def to_poly(node: Node, variable: str) -> fmpq_poly:
    """The polynomial in `variable` (a full name). Raises UnsupportedError where it is none, and as `to_fmpq`."""
    return Polynomials(variable).value(node)


def to_fraction(node: Node, variables: tuple[str, ...]) -> tuple[Any, Any]:
    """Numerator and denominator in Q[variables], both fmpq_mpoly, not reduced. Raises as `to_poly`."""
    return Fractions(variables).value(node)


def to_arb(node: Node, precision: int = 128, values: Mapping[str, arb] | None = None) -> arb:
    """A ball that contains the real value, at `precision` bits. Raises as `to_acb`, and where the value is not real."""
    value = to_acb(node, precision, {name: acb(v) for name, v in (values or {}).items()})
    if not value.imag.contains(0):
        raise UndefinedError(Message("This value is not a real number."))
    return value.real


def to_acb(node: Node, precision: int = 128, values: Mapping[str, acb] | None = None) -> acb:
    """A box that contains the complex value, principal branches. Raises UnsupportedError, UndefinedError."""
    with working_precision(precision):
        return Boxes(values or {}).value(node)


@contextmanager
def working_precision(bits: int) -> Iterator[None]:
    """Let python-flint work at so many bits; what is done with a result outside is done at the precision there."""
    before = flint.ctx.prec
    flint.ctx.prec = bits
    try:
        yield
    finally:
        flint.ctx.prec = before
