"""At most how wide a formula is, without setting it: most are so short that no line can be too narrow for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maths.typesetting.tree import (
    Binomial,
    Coloured,
    Fenced,
    Fraction,
    Grid,
    Large,
    Letter,
    Marked,
    Middle,
    Name,
    Number,
    Root,
    Row,
    Scripts,
    Sign,
    Space,
    Stacked,
    Styled,
    Tag,
    Words,
)

if TYPE_CHECKING:
    from maths.typesetting.tree import Node


def extent(node: Node | None) -> float:  # noqa: C901, PLR0911, PLR0912 - a line a node
    """In ems, and never too little: a wide letter has one, a sign with its spaces two."""
    match node:
        case None:
            return 0.0
        case Letter():
            return 1.1
        case Number(text):
            return 0.6 * len(text)
        case Sign() | Middle() | Large():
            return 2.0
        case Name(text) | Words(text) | Tag(text):
            return 1.1 * len(text) + 1.5
        case Space(ems):
            return max(ems, 0.0)
        case Row(items):
            return sum(map(extent, items))
        case Fraction(top, bottom) | Binomial(top, bottom):
            return max(extent(top), extent(bottom)) + 1.5
        case Root(radicand, degree):
            return extent(radicand) + extent(degree) + 1.5
        case Scripts(base, below, above):
            return extent(base) + max(extent(below), extent(above))
        case Fenced(_, inner):
            return extent(inner) + 3.0
        case Marked(_, inner) | Styled(_, inner) | Coloured(_, inner):
            return extent(inner) + 1.5
        case Stacked(base, above, below):
            return max(extent(base), extent(above), extent(below)) + 1.0
        case Grid(_, rows):
            width = max((len(row) for row in rows), default=0)
            columns = (max((extent(row[n].inner) for row in rows if n < len(row)), default=0.0) for n in range(width))
            return sum(columns) + 1.5 * width + 4.0
