"""Trees as people write them, with the brackets they need and no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.message import Formula
from maths.puzzles.four.backwards import Leaf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from maths.puzzles.four.backwards import Join, Tree

_LATEX = {"+": "+", "-": "-", "*": r"\times", "/": r"\div"}
_RANK = {"+": 1, "-": 1, "*": 2, "/": 2}


def typed(tree: Tree) -> str:
    """`8/(3-8/3)`."""
    return _written(tree, {sign: sign for sign in _LATEX}, "")


def formula(tree: Tree) -> Formula:
    return Formula(typed(tree), _written(tree, _LATEX, " "))


def _written(tree: Tree, signs: dict[str, str], space: str) -> str:
    if isinstance(tree, Leaf):
        return str(tree.value)
    left, right = _written(tree.left, signs, space), _written(tree.right, signs, space)
    if _rank(tree.left) < _RANK[tree.sign]:
        left = f"({left})"
    if _rank(tree.right) < _RANK[tree.sign] or (_rank(tree.right) == _RANK[tree.sign] and tree.sign in "-/"):
        right = f"({right})"
    return f"{left}{space}{signs[tree.sign]}{space}{right}"


def _rank(tree: Tree) -> int:
    return 3 if isinstance(tree, Leaf) else _RANK[tree.sign]


def step(join: Join) -> Formula:
    """One operation on what its two sides come to: `8 ÷ (1/3)`."""
    a, b = join.left.value, join.right.value
    return Formula(
        f"{_operand(a)}{join.sign}{_operand(b)}",
        f"{_operand(a)} {_LATEX[join.sign]} {_operand(b)}",
    )


def _operand(value: int | Fraction) -> str:
    shown = str(value)
    return shown if shown.isdigit() else f"({shown})"


def joins(tree: Tree) -> Iterator[Join]:
    """All operations of the tree, the last first."""
    if isinstance(tree, Leaf):
        return
    yield tree
    yield from joins(tree.left)
    yield from joins(tree.right)


def numbers(tree: Tree) -> tuple[int, ...]:
    """The numbers it is made of, ascending."""
    if isinstance(tree, Leaf):
        return (tree.value,)
    return tuple(sorted((*numbers(tree.left), *numbers(tree.right))))
