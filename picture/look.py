"""How every picture looks: colours, faces and measures.

`preamble` is written before each document, with the functions of `picture.functions` that the document calls.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tutor.types import Theme

if TYPE_CHECKING:
    from tutor.types import Language

PAGE_HEIGHT = 640  # points a page of several is filled to
TALLEST = 1_900  # points of one block; more flows over pages of equal height
LONE_WIDTH = 640  # points a formula alone may take
PAGE_WIDTH = 400  # points: a phone 390 pixels wide shows it about 340 wide, its body text at 12.7 pixels
MARGIN = 15  # points
BODY = 15  # points
PIXELS_PER_INCH = 144  # two pixels a point: sharp on a phone
TEXT_FACE = "Noto Sans CJK KR"
MATHEMATICS_FACE = "New Computer Modern Math"
SERIF_FACE = "New Computer Modern"
CODE_FACE = "DejaVu Sans Mono"


@dataclass(frozen=True, slots=True)
class Colours:
    """As `#rrggbb`. `series` are for the lines and bars of charts, told apart also by colour-blind readers."""

    background: str
    text: str
    muted: str
    accent: str
    accent_ground: str
    line: str
    raised: str
    good: str
    bad: str
    series: tuple[str, ...]
    named: tuple[tuple[str, str], ...]


_NAMES = "red green blue orange purple teal magenta brown gray yellow"
DARK = Colours(
    background="#313338",
    text="#dbdee1",
    muted="#a3a7ae",
    accent="#a5b0ff",
    accent_ground="#3b3f5c",
    line="#4e5058",
    raised="#2b2d31",
    good="#5bd08a",
    bad="#ff8a8a",
    series=("#8ea1ff", "#f5b04c", "#4fc9b0", "#f287b7", "#c6d05e", "#b99cf5"),
    named=tuple(
        zip(
            _NAMES.split(),
            [
                "#ff8a8a",
                "#5bd08a",
                "#8fb4ff",
                "#f5b04c",
                "#c7a3ff",
                "#4fc9b0",
                "#f287c8",
                "#d3a27a",
                "#a3a7ae",
                "#f0d45c",
            ],
            strict=True,
        )
    ),
)
LIGHT = Colours(
    background="#ffffff",
    text="#1e1f22",
    muted="#5c5e66",
    accent="#3c45c9",
    accent_ground="#eceeff",
    line="#d4d7dc",
    raised="#f2f3f5",
    good="#1d7a45",
    bad="#c02b2b",
    series=("#4752c4", "#b36a00", "#0f7f6b", "#b8306f", "#6b7410", "#7442c8"),
    named=tuple(
        zip(
            _NAMES.split(),
            [
                "#c02b2b",
                "#1d7a45",
                "#2456c7",
                "#b36a00",
                "#7442c8",
                "#0f7f6b",
                "#b0279a",
                "#83512a",
                "#5c5e66",
                "#8a6d00",
            ],
            strict=True,
        )
    ),
)
_SAME = {"grey": "gray", "violet": "purple", "cyan": "teal", "pink": "magenta", "lime": "green", "olive": "yellow",
         "maroon": "red", "navy": "blue", "crimson": "red"}  # fmt: skip


def colours(theme: Theme) -> Colours:
    return LIGHT if theme is Theme.LIGHT else DARK


@lru_cache(maxsize=8)
def preamble(theme: Theme, language: Language) -> str:
    """The beginning of every document: page, faces and colours."""
    tone = colours(theme)
    named = {**dict(tone.named), "black": tone.text, "white": tone.text}
    named |= {other: named[one] for other, one in _SAME.items()}
    table = ", ".join(f'{name}: rgb("{colour}")' for name, colour in named.items())
    return f"""\
#let ink = rgb("{tone.text}")
#let muted = rgb("{tone.muted}")
#let accent = rgb("{tone.accent}")
#let accent-ground = rgb("{tone.accent_ground}")
#let hairline = rgb("{tone.line}")
#let raised = rgb("{tone.raised}")
#let named = ({table})
#let text-face = "{TEXT_FACE}"
#let serif-face = "{SERIF_FACE}"
#let code-face = "{CODE_FACE}"
#set page(width: {PAGE_WIDTH}pt, height: auto, margin: {MARGIN}pt, fill: rgb("{tone.background}"))
#set text(font: text-face, size: {BODY}pt, fill: ink, lang: "{language.value}", fallback: true)
#set par(leading: .62em, spacing: .95em)
#show math.equation: set text(font: ("{MATHEMATICS_FACE}", text-face), weight: 450)
#let measures = (width: {PAGE_WIDTH - 2 * MARGIN}pt, height: {PAGE_HEIGHT - 2 * MARGIN}pt, tallest: {TALLEST}pt,
  lone: {LONE_WIDTH}pt)
"""
