"""Pictures from processes of their own: warm, limited, without files or network, killed at their deadline.

A formula that breaks a worker costs that worker: the page is drawn again with its formulas as source.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

from maths.pool import Failed, Plan, Pool, open_pool
from tutor.errors import PictureError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from maths.graphing.graph import Graph
    from maths.puzzles.board import Board
    from tutor.pictures import Chart, Page, Picture, Worksheet
    from tutor.types import Language, Theme

DEADLINE = 2.0  # seconds; a page of ten formulas takes a hundredth of that
MEMORY = 1 << 30  # bytes of address space
PAGES_A_WORKER = 10_000  # then replaced; it does not grow, but nobody has seen all that people write
WORKERS = 2  # one may be stuck at its deadline


class Drawing:
    """`tutor.ports.Pictures` over a pool of worker processes. Made by `open_pictures`."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def page(self, page: Page, /) -> Picture:
        drawn = await self._pool.run("picture.drawing:page", page)
        if isinstance(drawn, Failed):
            drawn = await self._pool.run("picture.drawing:plain_page", page)
        return _picture(drawn)

    async def worksheet(self, sheet: Worksheet, /) -> Picture:
        drawn = await self._pool.run("picture.drawing:worksheet", sheet)
        if isinstance(drawn, Failed):
            drawn = await self._pool.run("picture.drawing:plain_worksheet", sheet)
        return _picture(drawn)

    async def chart(self, chart: Chart, language: Language, theme: Theme, /) -> Picture:
        return _picture(await self._pool.run("picture.drawing:chart", chart, language, theme))

    async def graph(self, graph: Graph, language: Language, theme: Theme, /) -> Picture:
        return _picture(await self._pool.run("picture.drawing:graph", graph, language, theme))

    async def board(self, board: Board, language: Language, theme: Theme, /) -> Picture:
        return _picture(await self._pool.run("picture.drawing:board", board, language, theme))


def _picture(drawn: object) -> Picture:
    if isinstance(drawn, Failed):
        raise PictureError(drawn.message)
    return cast("Picture", drawn)


@asynccontextmanager
async def open_pictures(
    *, workers: int = WORKERS, deadline: float = DEADLINE, wait: bool = True
) -> AsyncIterator[Drawing]:
    """Warm workers for as long as the context is open; without `wait` they warm up in the background."""
    with TemporaryDirectory(prefix="lemma-pictures-") as root:
        plan = Plan(workers, deadline, MEMORY, PAGES_A_WORKER, "picture.drawing:warm", (root,), "spawn")
        async with open_pool(plan, wait=wait) as pool:
            yield Drawing(pool)
