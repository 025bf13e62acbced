"""A look at the constants of a formula before computer algebra sees it: what explodes is refused."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from maths.bounds import UndefinedError, UnsupportedError
from maths.engines.flint_form import to_acb
from maths.tree import CONSTANTS, Call, Derivative, Integral, Limit, Name, Power, Series, children

if TYPE_CHECKING:
    from maths.tree import Node

_PRECISION = 64
_HEADS = (Series, Integral, Limit, Derivative)


def survey(node: Node, variables: frozenset[str] = frozenset()) -> None:
    """Enclose every constant in a ball, the largest ones only. Raises TooLargeError.

    SymPy asks for the sign and the digits of what it builds, and takes for ever over `sinh(sinh(10^7))`.
    """
    if _constant(node, variables):
        _enclose(node)


def _constant(node: Node, variables: frozenset[str]) -> bool:
    """Whether the node is a constant; what is not is searched for constants."""
    if isinstance(node, Name):
        return node.full in CONSTANTS and node.full not in variables and node.name != "oo"
    below = list(children(node))
    constant = [_constant(child, variables) for child in below]
    if all(constant) and not isinstance(node, _HEADS):
        return True
    for child, is_constant in zip(below, constant, strict=True):
        if is_constant:
            _enclose(child)
    return False


def _enclose(node: Node) -> None:
    if _is_plain(node):
        return
    with suppress(UnsupportedError, UndefinedError):
        to_acb(node, _PRECISION)


def _is_plain(node: Node) -> bool:
    """Nothing in it grows faster than what was typed."""
    return not isinstance(node, Call | Power) and all(_is_plain(child) for child in children(node))
