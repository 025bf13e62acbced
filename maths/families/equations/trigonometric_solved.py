"""A trigonometric equation and its angles: what its worked steps are written from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maths.families.equations.unknowns import Ask
    from maths.families.symbolic import Symbolic
    from maths.tree import Node, Relation


@dataclass(frozen=True, slots=True)
class Span:
    """From `low` to `high`, ends included or not, as typed."""

    low: Node
    high: Node
    low_closed: bool
    high_closed: bool
    shown: Node


@dataclass(frozen=True, slots=True)
class SolvedTrigonometric:
    """`found` in radians, `shown` as the answer writes them; `counter` is the letter for every whole number."""

    relation: Relation
    unknown: str
    span: Span | None
    found: tuple[Symbolic, ...]
    shown: tuple[Node, ...]
    counter: str | None
    ask: Ask
