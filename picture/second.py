"""A formula that our own table of commands does not know, drawn by mathra; none where it is not sure of it either."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import mathra

from picture.look import colours

if TYPE_CHECKING:
    from tutor.types import Theme

_MEASURES = re.compile(r'width="([\d.]{1,8})em" height="([\d.]{1,8})em" style="vertical-align: (-?[\d.]{1,8})em"')
_LONGEST = 4_000
_WIDEST, _HIGHEST = 120.0, 60.0  # ems


@dataclass(frozen=True, slots=True)
class Drawing:
    """SVG; `width` and `depth` below the line in ems."""

    text: str
    width: float
    depth: float


def drawing(latex: str, theme: Theme, *, display: bool) -> Drawing | None:
    """Strictly: what it would have to guess is not drawn, nor what its one face has no signs for."""
    if len(latex) > _LONGEST or not latex.isascii():
        return None
    try:
        svg = mathra.tex_to_svg(latex, display=display, strict=True)
    except ValueError:
        return None
    found = _MEASURES.search(svg)
    if found is None or not 0 < (width := float(found.group(1))) <= _WIDEST or float(found.group(2)) > _HIGHEST:
        return None
    svg = re.sub(r"<(title|metadata)\b.*?</\1>", "", svg, flags=re.DOTALL)
    ink = colours(theme).text
    svg = svg.replace("color:#111", f"color:{ink}").replace("<svg ", f'<svg color="{ink}" ', 1)
    return Drawing(svg, width, -float(found.group(3)))
