"""Formulas and passages for worked solutions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.engines.sympy_tree import from_sympy
from maths.families.terms import equals, name
from maths.message import Formula, Message
from maths.show import show_tree
from maths.verdict import Passage, SectionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maths.families.symbolic import Symbolic
    from maths.tree import Node


def formula(node: Node) -> Formula:
    return show_tree(node)


def tree(value: Symbolic) -> Node:
    """A SymPy value as it is written."""
    found: Node = from_sympy(value)
    return found


def chain(*sides: Node) -> Formula:
    """`a = b = c`, a side that looks like the one before left out."""
    shown = [formula(side) for side in sides]
    kept = [side for place, side in enumerate(sides) if not place or shown[place] != shown[place - 1]]
    return formula(equals(*kept) if len(kept) > 1 else kept[0])


def letter(full: str) -> Formula:
    return show_tree(name(full))


def listed(formulas: Iterable[Formula]) -> Formula:
    """Several formulas with commas between."""
    parts = tuple(formulas)
    return Formula(", ".join(p.typed for p in parts), ",\\ ".join(p.latex for p in parts))


def assignments(full: str, values: Iterable[Node]) -> Formula:
    """`x = 1, x = 2`"""
    return listed(show_tree(equals(name(full), value)) for value in values)


def passages(**lines: Sequence[Message]) -> tuple[Passage, ...]:
    """`passages(understanding=[…], approach=[…], steps=[…], check=[…], conclusion=[…])`, empty ones left out.

    Where a family says no check of its own, the second route is one; where all stands there already, that is the step.
    """
    if not lines.get("steps"):
        lines["steps"] = [Message("Nothing is left to work out.")]
    if not lines.get("check"):
        lines["check"] = [Message("A second calculation by another program gives the same result.")]
    return tuple(Passage(kind, tuple(lines[kind.value])) for kind in SectionKind if lines.get(kind.value))
