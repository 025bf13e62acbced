"""Pictures remembered: what was drawn lately is not drawn again, and several who want it at once share it."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import TYPE_CHECKING

from maths.message import Message
from tutor.errors import PictureError

if TYPE_CHECKING:
    from maths.graphing.graph import Graph
    from maths.puzzles.board import Board
    from tutor.pictures import Chart, Page, Picture, Worksheet
    from tutor.ports import Pictures
    from tutor.types import Language, Theme

ROOM = 32 << 20  # bytes of pictures kept: about 300 pages
PATIENCE = 10.0  # seconds; the worker has its own, shorter deadline


class Drawn:
    """`tutor.ports.Pictures` that remembers pages, the least lately used forgotten first."""

    def __init__(self, pictures: Pictures, *, room: int = ROOM, patience: float = PATIENCE) -> None:
        self._pictures = pictures
        self._room = room
        self._patience = patience
        self._taken = 0
        self._kept: OrderedDict[Page, Picture] = OrderedDict()
        self._under_way: dict[Page, asyncio.Task[Picture]] = {}

    def kept(self, page: Page) -> Picture | None:
        """The picture of a page where it is there already."""
        if page in self._kept:
            self._kept.move_to_end(page)
        return self._kept.get(page)

    async def page(self, page: Page, /) -> Picture:
        """Drawn once, also when whoever asked first leaves. Raises PictureError."""
        if (picture := self.kept(page)) is not None:
            return picture
        work = self._under_way.get(page)
        if work is None:
            work = self._under_way[page] = asyncio.create_task(self._draw(page))
            work.add_done_callback(lambda done: self._landed(page, done))
        try:
            async with asyncio.timeout(self._patience):
                return await asyncio.shield(work)
        except TimeoutError:
            raise PictureError(Message("The picture took too long to draw.")) from None

    async def worksheet(self, sheet: Worksheet, /) -> Picture:
        return await self._pictures.worksheet(sheet)

    async def chart(self, chart: Chart, language: Language, theme: Theme, /) -> Picture:
        return await self._pictures.chart(chart, language, theme)

    async def graph(self, graph: Graph, language: Language, theme: Theme, /) -> Picture:
        return await self._pictures.graph(graph, language, theme)

    async def board(self, board: Board, language: Language, theme: Theme, /) -> Picture:
        return await self._pictures.board(board, language, theme)

    async def _draw(self, page: Page) -> Picture:
        return await self._pictures.page(page)

    def _landed(self, page: Page, work: asyncio.Task[Picture]) -> None:
        del self._under_way[page]
        if work.cancelled() or work.exception() is not None:
            return
        self._kept[page] = work.result()
        self._taken += _size(work.result())
        while self._taken > self._room:
            self._taken -= _size(self._kept.popitem(last=False)[1])


def _size(picture: Picture) -> int:
    return sum(map(len, picture.pages)) + len(picture.document or b"")
