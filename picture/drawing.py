"""What runs in the worker: documents to pictures. Nothing else imports it; the bot process never does."""

from __future__ import annotations

import json
import os
import resource
from dataclasses import replace
from typing import TYPE_CHECKING

import typst

from picture import board as boards
from picture import chart as charts
from picture import fonts, printing
from picture import graph as graphs
from picture.blocks import Block, Display
from picture.look import PAGE_HEIGHT, PIXELS_PER_INCH
from picture.markdown import blocks
from picture.page import Composer, Trouble, formulas, spread
from picture.source import source
from picture.speech import alt_texts
from tutor.pictures import Bars, Page, Picture
from tutor.types import Language, Theme

if TYPE_CHECKING:
    from maths.graphing.graph import Graph
    from maths.puzzles.board import Board
    from tutor.pictures import Chart, Worksheet

MOST_PAGES = 10  # sent as pictures; of more there is a document too
LONGEST = 12_000  # characters of a page; what is beyond is left out and a sign says so
_PLAIN = 600  # of a page that could not be drawn in time
_LONG = 1_500  # characters that surely need several pages
_TALLEST = 1.25 * PAGE_HEIGHT * PIXELS_PER_INCH / 72  # pixels of a page that is not broken for so little
_REHEARSED = r"""## 풀이 *Solution*
1. 값 **한글** $x^2 + \frac{1}{2}$ `code`

$$\boxed{\sqrt{2}}$$

|a|b|
|-|-|
|가|$\sum$|"""


class _Desk:
    """A typesetter that sees one empty folder, our faces, and nothing else of the machine."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[fonts.folder()])
        self._compiler = self._compiler_of(None)

    def _compiler_of(self, document: bytes | None) -> typst.Compiler:
        root = self._root
        return typst.Compiler(document, root=root, font_paths=self._faces, package_path=root, package_cache_path=root)

    def pages(self, document: bytes) -> list[bytes]:
        """PNG pages. Raises TypstError."""
        made = self._compiler.compile(document, format="png", ppi=PIXELS_PER_INCH)
        return made if isinstance(made, list) else [made] if made else []

    def first(self, document: bytes) -> bytes:
        """The first page as PNG. Raises TypstError."""
        return self.pages(document)[0]

    def whole(self, document: bytes) -> bytes | None:
        """PDF. Raises TypstError."""
        made = self._compiler.compile(document, format="pdf")
        return made if isinstance(made, bytes) else None

    def places(self, document: bytes) -> dict[int, int]:
        """The page of each block, by the block's number. Raises TypstError."""
        return dict(json.loads(self._compiler_of(document).query("<place>", field="value")))


_desks: list[_Desk] = []  # one, made when the worker is warmed


def warm(root: str) -> None:
    """Load all that will be needed, then let the process open nothing more: no file and no connection.

    `root` is an empty folder, the only one a document could read from.
    """
    _desks.append(_Desk(root))
    for theme in Theme:
        for language in Language:
            page(Page(_REHEARSED, language, theme))
            chart(Bars("가", (("a", 1.0),)), language, theme)
    page(Page("# 긴 글\n" + "가나다 $x$\n\n" * 60, Language.KOREAN))
    _seal()


def page(page: Page) -> Picture:
    """Formulas that Typst does not set fall back one by one. Raises TypstError."""
    found = _blocks(page)
    try:
        return _drawn(page, found, Trouble())
    except typst.TypstError:
        trouble = Trouble(_unset(page, found))
    try:
        return _drawn(page, found, trouble)
    except typst.TypstError:
        return _drawn(page, found, Trouble(everything=True))


def plain_page(page: Page) -> Picture:
    """Its beginning, with every formula as its source: for a page that cost a worker its life. Raises TypstError."""
    begun = Page(_cut(page.text, _PLAIN), page.language, page.theme)
    drawn = _drawn(begun, _blocks(begun), Trouble(everything=True))
    return replace(drawn, fallbacks=max(drawn.fallbacks, 1))


def worksheet(sheet: Worksheet) -> Picture:
    """A4 pages as a document, the first one as a picture. Formulas fall back as those of a page. Raises TypstError."""
    try:
        return _printed(sheet, Trouble())
    except typst.TypstError:
        texts = (*sheet.problems, *sheet.answers)
        failing = [_unset(page, _blocks(page)) for page in (Page(text, sheet.language, Theme.LIGHT) for text in texts)]
    return _printed(sheet, Trouble(frozenset().union(*failing)))


def plain_worksheet(sheet: Worksheet) -> Picture:
    """With every formula as its source: for one that cost a worker its life. Raises TypstError."""
    return _printed(sheet, Trouble(everything=True))


def _printed(sheet: Worksheet, trouble: Trouble) -> Picture:
    document, fallbacks = printing.document(sheet, trouble)
    alts = alt_texts([printing.first_page(sheet)], sheet.language)
    return Picture((_desks[0].first(document),), alts, _desks[0].whole(document), fallbacks)


def _blocks(page: Page) -> list[Block]:
    return spread(blocks(_cut(page.text, LONGEST)))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]} …"


def chart(chart: Chart, language: Language, theme: Theme) -> Picture:
    """Raises TypstError."""
    pages = _desks[0].pages(charts.document(chart, theme, language).encode())
    return Picture(tuple(pages), (charts.alt(chart, language),))


def graph(graph: Graph, language: Language, theme: Theme) -> Picture:
    """Raises TypstError."""
    document, fallbacks = graphs.document(graph, theme, language)
    return Picture(tuple(_desks[0].pages(document.encode())), (graphs.alt(graph, language),), fallbacks=fallbacks)


def board(board: Board, language: Language, theme: Theme) -> Picture:
    """Raises TypstError."""
    pages = _desks[0].pages(boards.document(board, theme, language).encode())
    return Picture(tuple(pages), (boards.alt(board, language),))


def _drawn(page: Page, found: list[Block], trouble: Trouble) -> Picture:
    composer, document, pages = _set(page, found, trouble, paged=len(page.text) > _LONG)
    if len(pages) == 1 and _height(pages[0]) > _TALLEST:
        composer, document, pages = _set(page, found, trouble, paged=True)
    texts = [page.text] if len(pages) == 1 else _texts(found, document, len(pages))
    whole = _desks[0].whole(document) if len(pages) > MOST_PAGES else None
    alts = alt_texts(texts[:MOST_PAGES], page.language)
    return Picture(tuple(pages[:MOST_PAGES]), alts, whole, composer.fallbacks)


def _set(page: Page, found: list[Block], trouble: Trouble, *, paged: bool) -> tuple[Composer, bytes, list[bytes]]:
    composer = Composer(page.theme, page.language, trouble)
    document = composer.document(found, paged=paged).encode()
    return composer, document, _desks[0].pages(document)


def _height(png: bytes) -> int:
    """In pixels, as the picture's head says."""
    return int.from_bytes(png[20:24], "big")


def _texts(found: list[Block], document: bytes, count: int) -> list[str]:
    """The Markdown of each page."""
    places = _desks[0].places(document)
    texts: list[list[str]] = [[] for _ in range(count)]
    for number, block in enumerate(found):
        texts[min(places.get(number, 1), count) - 1].append(source(block))
    return ["\n\n".join(text) for text in texts]


def _unset(page: Page, found: list[Block]) -> frozenset[str]:
    """The formulas that Typst does not set, each tried alone."""
    failing = set()
    for latex in {latex for latex, _ in formulas(found)}:
        composer = Composer(page.theme, page.language, Trouble())
        try:
            _desks[0].pages(composer.document([Display(latex)], paged=False).encode())
        except typst.TypstError:
            failing.add(latex)
    return frozenset(failing)


def _seal() -> None:
    """The lowest number a new file or connection could have is one too high from now on."""
    free = os.open(os.devnull, os.O_RDONLY)
    os.close(free)
    resource.setrlimit(resource.RLIMIT_NOFILE, (free, free))
