"""What a page consists of: blocks from top to bottom, and what stands in their lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class Mathematics:
    latex: str
    display: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """A new line."""


Inline: TypeAlias = Text | Code | Mathematics | Break


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: tuple[Inline, ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class Display:
    latex: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class CodeBlock:
    text: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `first` is the number of its first item, none where it has bullets."""

    first: int | None
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`columns` has a letter `l`, `c` or `r` for each; the first row is the head."""

    columns: str
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


Block: TypeAlias = Heading | Paragraph | Display | CodeBlock | Rule | Quote | Items | Table
