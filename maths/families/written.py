"""Formulas as a statement writes them, for families that are asked of named values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maths.tree import names

if TYPE_CHECKING:
    from maths.tree import Node

_EVERY_LETTER = frozenset({"e", "i"})


@dataclass(frozen=True, slots=True)
class Written:
    """A formula as it stands in the statement, and with every defined name put in."""

    typed: Node
    value: Node


def letters(node: Node) -> frozenset[str]:
    """All letters of a formula, e and i among them."""
    return names(node, _EVERY_LETTER)
