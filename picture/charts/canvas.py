"""A rectangle to draw on: shapes as one SVG, words over them by Typst."""

from __future__ import annotations

from picture.svg import Drawing
from picture.typst_text import escaped


class Canvas(Drawing):
    """Places in points from the upper left corner."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__(width, height)
        self.size = (width, height)
        self._texts: list[str] = []

    def text(  # noqa: PLR0913 - where and how
        self, words: str, x: float, y: float, *, width: float, size: float, colour: str, align: str = "left",
        bold: bool = False,
    ) -> None:  # fmt: skip
        """A line of words in a box of a width that begins at x and has its middle at y."""
        weight = ", weight: 700" if bold else ""
        self._texts.append(
            f"place(top + left, dx: {x:.1f}pt, dy: {y - size:.1f}pt, "
            f"box(width: {width:.1f}pt, height: {2 * size:.1f}pt, "
            f'align({align} + horizon, text(size: {size}pt, fill: rgb("{colour}"){weight}, {escaped(words)}))))'
        )

    def drawn(self) -> str:
        """A Typst expression."""
        inner = "".join(f"; {text}" for text in self._texts)
        width, height = self.size
        return f"block(width: {width:.1f}pt, height: {height:.1f}pt, {{place(top + left, {self.markup()}){inner}}})"
