from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route
from learning_bot import LearningBot

from playground.server import Playground, open_playground

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

ACK_WINDOW = 0.6


@pytest.fixture
async def playground(tmp_path: Path) -> AsyncIterator[Playground]:
    async with open_playground(tmp_path / "world", 0, ack_window=ACK_WINDOW) as opened:
        yield opened


@pytest.fixture
def connect(monkeypatch: pytest.MonkeyPatch) -> Callable[..., AbstractAsyncContextManager[LearningBot]]:
    """Log a real bot in to a playground, by the two attributes that name Discord."""

    @asynccontextmanager
    async def connected(playground: Playground, **options: object) -> AsyncIterator[LearningBot]:
        monkeypatch.setattr(Route, "BASE", playground.api_base)
        monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(playground.gateway))
        async with LearningBot(**options) as bot:
            running = asyncio.create_task(bot.start(playground.token))
            ready = asyncio.create_task(bot.wait_until_ready())
            done, _ = await asyncio.wait({running, ready}, timeout=15, return_when=asyncio.FIRST_COMPLETED)
            if running in done:
                ready.cancel()
                running.result()
            assert ready.done(), "the bot did not become ready"
            try:
                yield bot
            finally:
                await bot.close()
                await running

    return connected


@pytest.fixture
async def bot(
    playground: Playground, connect: Callable[..., AbstractAsyncContextManager[LearningBot]]
) -> AsyncIterator[LearningBot]:
    async with connect(playground) as connected:
        yield connected
