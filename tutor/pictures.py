"""What the tutor asks to be drawn: pages, charts, graphs by their meaning, never by their pixels."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from tutor.types import Theme

if TYPE_CHECKING:
    from datetime import date

    from tutor.types import Asker, Language


class SketchKind(StrEnum):
    """What a learner had drawn."""

    PLOT = "plot"
    LATEX = "latex"


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a learner typed to have it drawn; `extent` is the range of a plot as typed, "" where it finds its own."""

    id: int
    asker: Asker
    kind: SketchKind
    text: str
    extent: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    r"""Markdown whose mathematics is `$LaTeX$` or `$$LaTeX$$`, in a language; `\boxed{}` is the answer."""

    text: str
    language: Language
    theme: Theme = Theme.DARK


@dataclass(frozen=True, slots=True)
class Worksheet:
    """Problems to print, with room to write under each; the answers stand behind them, on a page of their own.

    Markdown with mathematics, as in a `Page`. `about` stands under the title, `place` at the foot of each page.
    """

    title: str
    about: str
    name: str
    problems: tuple[str, ...]
    answers_title: str
    answers: tuple[str, ...]
    place: str
    language: Language


@dataclass(frozen=True, slots=True)
class Bars:
    """Amounts of named things: accuracy by topic. `unit` stands behind each amount, `whole` is a full bar's amount."""

    title: str
    amounts: tuple[tuple[str, float], ...]
    unit: str = ""
    whole: float | None = None


@dataclass(frozen=True, slots=True)
class Lines:
    """Amounts over time or another number. `points` of a series are (place, amount), places rising."""

    title: str
    series: tuple[tuple[str, tuple[tuple[float, float], ...]], ...]
    across: str = ""
    up: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """How much was done on each day; days that are not named are empty."""

    title: str
    days: tuple[tuple[date, int], ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Radar:
    """Shares from 0 to 1 of at least three named things around a circle."""

    title: str
    shares: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class ArgumentNode:
    """A line of an argument in words and as a formula; `follows` says of what is concluded whether it follows."""

    mark: str
    words: str
    formula: str
    follows: bool | None = None


@dataclass(frozen=True, slots=True)
class ArgumentTree:
    """The lines of an argument in their order, the conclusion last.

    What is concluded rests on the lines before it; `needed` are the numbers, from 0, of the premises that the whole
    conclusion needs where it is valid.
    """

    title: str
    nodes: tuple[ArgumentNode, ...]
    needed: tuple[int, ...] = ()
    valid: bool | None = None


Chart: TypeAlias = Bars | Lines | Calendar | Radar | ArgumentTree


@dataclass(frozen=True, slots=True)
class Picture:
    """What was drawn.

    `pages` are PNG, each with its own alternative text of at most 1,024 characters in `alts`, in the reader's
    language. `document` is a PDF of the whole where it has more pages than are sent as pictures, and of everything that
    is to be printed. `fallbacks` counts formulas that had to be drawn by the second renderer or shown as their source.
    """

    pages: tuple[bytes, ...]
    alts: tuple[str, ...]
    document: bytes | None = None
    fallbacks: int = 0
