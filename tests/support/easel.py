"""A worker of pictures that draws nothing worth seeing, at our own port: a real PNG a page, told apart by its size."""

from __future__ import annotations

import asyncio
import struct
import zlib
from typing import TYPE_CHECKING

from maths.message import Message
from tutor.errors import PictureError
from tutor.pictures import Picture
from tutor.types import Theme

if TYPE_CHECKING:
    from maths.graphing.graph import Graph
    from maths.puzzles.board import Board
    from tutor.pictures import Chart, Page, Worksheet
    from tutor.types import Language

GREYS = {"dark": 0x31, "light": 0xFF}
MOST = 10  # pages that are sent as pictures


class Easel:
    """`tutor.ports.Pictures`. Set `pages` to choose how many, `broken` to have none, `delay` to have them late."""

    def __init__(self, pages: int = 1) -> None:
        self.pages = pages
        self.broken = False
        self.begun = asyncio.Event()
        self.delay: asyncio.Event | None = None
        self.alt = "Step by step"
        self.drawn: list[Page | Chart | Graph | Worksheet | Board] = []
        self.themes: list[Theme] = []

    async def page(self, page: Page, /) -> Picture:
        picture = await self._draw(page, page.theme)
        document = b"%PDF-1.7" if self.pages > MOST else None
        return Picture(picture.pages, picture.alts, document)

    async def worksheet(self, sheet: Worksheet, /) -> Picture:
        picture = await self._draw(sheet, Theme.LIGHT, 1)
        return Picture(picture.pages, picture.alts, b"%PDF-1.7")

    async def chart(self, chart: Chart, language: Language, theme: Theme, /) -> Picture:  # noqa: ARG002
        return await self._draw(chart, theme, 1)

    async def graph(self, graph: Graph, language: Language, theme: Theme, /) -> Picture:  # noqa: ARG002
        return await self._draw(graph, theme, 1)

    async def board(self, board: Board, language: Language, theme: Theme, /) -> Picture:  # noqa: ARG002
        return await self._draw(board, theme, 1)

    async def _draw(
        self, asked: Page | Chart | Graph | Worksheet | Board, theme: Theme, pages: int | None = None
    ) -> Picture:
        self.drawn.append(asked)
        self.themes.append(theme)
        self.begun.set()
        if self.delay is not None:
            await self.delay.wait()
        if self.broken:
            raise PictureError(Message("The picture could not be drawn."))
        count = min(pages or self.pages, MOST)
        return Picture(
            tuple(png(n + 1, GREYS[theme]) for n in range(count)),
            tuple(f"{self.alt} {n + 1}" for n in range(count)),
        )


def png(width: int, grey: int) -> bytes:
    """A grey picture, one pixel high."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, 1, 8, 0, 0, 0, 0)
    row = zlib.compress(b"\0" + bytes([grey]) * width)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", row) + chunk(b"IEND", b"")


def width_of(picture: bytes) -> int:
    """Which page it is."""
    return int.from_bytes(picture[16:20], "big")


def grey_of(picture: bytes) -> int:
    """Which theme it has."""
    at = picture.index(b"IDAT")
    length = int.from_bytes(picture[at - 4 : at], "big")
    return zlib.decompress(picture[at + 4 : at + 4 + length])[1]
