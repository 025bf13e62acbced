"""Values and trees as text: typed, which `maths.read` reads back, and textbook LaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maths.message import Formula
from maths.showing.latex import latex
from maths.showing.typed import typed

if TYPE_CHECKING:
    from maths.tree import Node

__all__ = ["latex", "show", "show_tree", "typed"]


def show(value: Any) -> Formula:  # noqa: ANN401 - SymPy's values have no common type
    """A SymPy value, number, relation, set, matrix, or a list, tuple, set or dict of them.

    Raises UnsupportedError where there is no notation for it, TooLargeError.
    """
    from maths.engines.sympy_tree import from_sympy

    return show_tree(from_sympy(value))


def show_tree(node: Node) -> Formula:
    """The formula as it was typed, unevaluated."""
    return Formula(typed(node), latex(node))
