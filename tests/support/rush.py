"""A thousand guilds whose daily problem is due in the same minute: when each was posted, and what that cost."""

from __future__ import annotations

import asyncio
import os
import time
from collections import Counter
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import aiohttp
from great_discord import TOKEN, channel_id, guild_id, open_great_discord

from bot.client import LemmaBot
from bot.settings import load
from bot.wiring import open_tutor
from storage.daily import StoredDailies
from storage.database import open_database
from tutor.learning import DailySetup
from tutor.types import Language, Level

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

MINUTE = 12 * 60
LEAD = 20  # seconds for what is otherwise made in the ten minutes before
PATIENCE = 180  # seconds until the measurement is given up
ONE = asyncio.FIRST_COMPLETED
LEVELS = (None, *Level)


@dataclass(frozen=True, slots=True)
class Rush:
    """One day's: guilds that have their problem and problems too many; seconds until the last one had it.

    `lag` is the event loop's 99.9th percentile in seconds, `worst` its greatest; `busiest` is the greatest number of
    requests in a second, `limited` how many Discord refused as too many.
    """

    guilds: int
    posted: int
    doubled: int
    last: float
    lag: float
    worst: float
    busiest: int
    limited: dict[str, int]


async def rush(folder: Path, guilds: int, days: int) -> list[Rush]:
    """The real bot on a database of its own, its guilds set up, for some days at their due time."""
    async with open_database(folder / "lemma.db") as database:
        for number in range(guilds):
            await StoredDailies(database).set_up(_setup(number))
    return [each async for each in _days(folder, guilds, days)]


def _setup(number: int) -> DailySetup:
    """Every language and level, and the choice that follows results."""
    language, level = tuple(Language)[number % 2], LEVELS[number // 2 % len(LEVELS)]
    return DailySetup(guild_id(number), channel_id(number), MINUTE, "UTC", language, level)


class Clock:
    """Real time, moved to where a test wants it."""

    def __init__(self) -> None:
        self.moved = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.moved

    def move_to(self, moment: datetime) -> None:
        self.moved = moment - datetime.now(UTC)


async def _days(folder: Path, guilds: int, days: int) -> AsyncIterator[Rush]:
    clock = Clock()
    noon = datetime(2026, 3, 3, MINUTE // 60, tzinfo=UTC)
    clock.move_to(noon - timedelta(hours=1))
    async with open_great_discord(guilds) as base, _bot(folder, base, clock), aiohttp.ClientSession() as session:
        for day in range(days):
            before = len((await _told(session, base))["posted"])
            lags: list[float] = []
            watching = asyncio.create_task(_watch(lags))
            clock.move_to(noon + timedelta(days=day) - timedelta(seconds=LEAD))
            begun = time.time() + LEAD
            told, new = await _told(session, base), []
            while len(new) < guilds and time.time() - begun < PATIENCE:
                await asyncio.sleep(2)
                told = await _told(session, base)
                new = [each for each in told["posted"][before:] if each["kind"] == "daily"]
            watching.cancel()
            yield _summed(guilds, new, begun, lags, told)


def _summed(guilds: int, new: list[dict[str, Any]], begun: float, lags: Sequence[float], told: dict[str, Any]) -> Rush:
    places = Counter(each["channel"] for each in new)
    ordered = sorted(lags)
    return Rush(
        guilds,
        len(places),
        sum(number - 1 for number in places.values()),
        max((each["at"] - begun for each in new), default=0.0),
        ordered[int(len(ordered) * 0.999)],
        ordered[-1],
        told["busiest"],
        told["limited"],
    )


async def _told(session: aiohttp.ClientSession, base: str) -> dict[str, Any]:
    async with session.get(f"{base}/told") as response:
        told: dict[str, Any] = await response.json()
        return told


async def _watch(lags: list[float], every: float = 0.005) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(every)
        lags.append(time.perf_counter() - before - every)


@asynccontextmanager
async def _bot(folder: Path, base: str, clock: Clock) -> AsyncIterator[LemmaBot]:
    os.environ |= {"LEMMA_DATA_DIR": str(folder), "LEMMA_MODEL__BACKEND": "none"}
    gateway = base.replace("http", "ws") + "/gateway"
    async with (
        open_tutor(load(None)) as tutor,
        LemmaBot(tutor, folder, api_base=f"{base}/api", gateway=gateway) as bot,
    ):
        assert tutor.daily is not None
        tutor.daily._clock = clock
        running = asyncio.create_task(bot.start(TOKEN))
        try:
            await asyncio.wait({running, asyncio.ensure_future(bot.wait_until_ready())}, timeout=60, return_when=ONE)
            assert bot.is_ready(), running
            yield bot
        finally:
            await bot.close()
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
