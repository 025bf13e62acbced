r"""A formula as it is set on a page: what LaTeX says, before it is Typst, Unicode or speech.

This is the tree of the notation, not of the value: `\frac12x` is a fraction beside a letter, whatever it means.
Every character of a learner's or a model's text that reaches a page stands in one of these nodes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Kind(StrEnum):
    """What a sign does beside its neighbours: TeX's classes of atoms."""

    ORDINARY = "ordinary"
    OPERATOR = "operator"
    RELATION = "relation"
    OPENING = "opening"
    CLOSING = "closing"
    PUNCTUATION = "punctuation"


class Font(StrEnum):
    """A face of letters; `ITALIC` is what letters have by themselves."""

    ITALIC = "italic"
    UPRIGHT = "upright"
    BOLD = "bold"
    BOLD_ITALIC = "bold_italic"
    DOUBLE_STRUCK = "double_struck"
    CALLIGRAPHIC = "calligraphic"
    SCRIPT = "script"
    FRAKTUR = "fraktur"
    SANS = "sans"
    MONOSPACE = "monospace"


class Size(StrEnum):
    """TeX's style of setting, where the text says so: of a fraction, or of all that follows in a group."""

    AS_IS = "as_is"
    DISPLAY = "display"
    TEXT = "text"
    SCRIPT = "script"
    SMALLEST_SCRIPT = "smallest_script"


class Mark(StrEnum):
    """What is drawn over, under or through something."""

    HAT = "hat"
    WIDE_HAT = "wide_hat"
    TILDE = "tilde"
    WIDE_TILDE = "wide_tilde"
    BAR = "bar"
    OVERLINE = "overline"
    UNDERLINE = "underline"
    ARROW = "arrow"
    LONG_ARROW = "long_arrow"
    LONG_LEFT_ARROW = "long_left_arrow"
    LONG_TWO_WAY_ARROW = "long_two_way_arrow"
    DOT = "dot"
    TWO_DOTS = "two_dots"
    THREE_DOTS = "three_dots"
    ACUTE = "acute"
    GRAVE = "grave"
    BREVE = "breve"
    CHECK = "check"
    RING = "ring"
    ARC = "arc"
    BRACE_ABOVE = "brace_above"
    BRACE_BELOW = "brace_below"
    CANCELLED = "cancelled"
    CANCELLED_BACK = "cancelled_back"
    CROSSED_OUT = "crossed_out"
    BOXED = "boxed"
    INVISIBLE = "invisible"
    NEGATED = "negated"


class Layout(StrEnum):
    """What the rows and columns of a grid are."""

    MATRIX = "matrix"
    CASES = "cases"
    ALIGNED = "aligned"
    GATHERED = "gathered"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter, Latin, Greek or another."""

    text: str
    font: Font = Font.ITALIC


@dataclass(frozen=True, slots=True)
class Number:
    """Digits with the separators that stood among them: `10,000`, `3.5`."""

    text: str
    font: Font = Font.UPRIGHT


@dataclass(frozen=True, slots=True)
class Sign:
    r"""One sign as its Unicode character; `scale` is how much taller than a line a fence is drawn: `\Big(` is 1.8."""

    text: str
    kind: Kind = Kind.ORDINARY
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Name:
    """An operator by its name: `sin`, `lim`, `gcd`; `limits` where its index stands below it."""

    text: str
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Large:
    """A large operator as its Unicode character: a sum, an integral, a union."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    r"""Words among the mathematics: what stood in `\text{}`, its own commands resolved or dropped."""

    text: str
    font: Font = Font.UPRIGHT


@dataclass(frozen=True, slots=True)
class Space:
    """White space, in ems; negative where things were drawn together."""

    ems: float


@dataclass(frozen=True, slots=True)
class Row:
    """Things side by side; what a group holds."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Fraction:
    top: Node
    bottom: Node
    size: Size = Size.AS_IS


@dataclass(frozen=True, slots=True)
class Binomial:
    top: Node
    bottom: Node
    size: Size = Size.AS_IS


@dataclass(frozen=True, slots=True)
class Root:
    radicand: Node
    degree: Node | None = None


@dataclass(frozen=True, slots=True)
class Scripts:
    """A base with an index and an exponent; primes are `Sign("′")` in the exponent. `limits`: set below and above."""

    base: Node
    below: Node | None = None
    above: Node | None = None
    limits: bool | None = None


@dataclass(frozen=True, slots=True)
class Fenced:
    r"""`\left( … \right)`: fences that grow with what they hold; empty where there is none."""

    left: str
    inner: Node
    right: str


@dataclass(frozen=True, slots=True)
class Middle:
    r"""A bar inside `Fenced`, as tall as its fences: `\middle|`."""

    text: str


@dataclass(frozen=True, slots=True)
class Styled:
    r"""Something in a size that was asked for: `\displaystyle`."""

    size: Size
    inner: Node


@dataclass(frozen=True, slots=True)
class Marked:
    mark: Mark
    inner: Node


@dataclass(frozen=True, slots=True)
class Stacked:
    r"""Something with another above or below it: `\overset`, `\xrightarrow{}`."""

    base: Node
    above: Node | None = None
    below: Node | None = None


@dataclass(frozen=True, slots=True)
class Coloured:
    """Something in a colour that was asked for by its English name."""

    colour: str
    inner: Node


@dataclass(frozen=True, slots=True)
class Cell:
    """`columns` is how many columns of the grid it fills; `align` is `l`, `c`, `r` or empty for the column's own."""

    inner: Node
    columns: int = 1
    align: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells.

    `columns` has a letter `l`, `c` or `r` for each column and `|` where a line stands between two; empty where the
    layout says it by itself. `lines` are horizontal ones: (row they stand above, first column, column after the last).
    """

    layout: Layout
    rows: tuple[tuple[Cell, ...], ...]
    left: str = ""
    right: str = ""
    columns: str = ""
    lines: tuple[tuple[int, int, int], ...] = ()
    small: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    r"""The number of an equation: `\tag{1}`."""

    text: str


Node: TypeAlias = (
    Letter
    | Number
    | Sign
    | Name
    | Large
    | Words
    | Space
    | Row
    | Fraction
    | Binomial
    | Root
    | Scripts
    | Fenced
    | Middle
    | Styled
    | Marked
    | Stacked
    | Coloured
    | Grid
    | Tag
)
