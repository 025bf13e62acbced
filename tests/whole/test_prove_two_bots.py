"""Slow proof: two bots on one database, as processes of their own, hang one daily problem."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import AsyncExitStack, closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from apart import open_bot, open_discord
from playground_page import open_page, walk

from playground.seed import ADA, GUILD, STUDY
from storage.daily import StoredDailies
from storage.database import open_database
from tutor.daily import TICK
from tutor.learning import DailySetup
from tutor.types import Language, Level

if TYPE_CHECKING:
    from pathlib import Path

    from playground_page import Page

ROUNDS = 3
PATIENCE = 150.0  # seconds: machines may be busy


def hung(page: Page) -> int:
    """Messages with the button of a daily problem."""
    parts = (walk(message["components"]) for message in page.messages.values())
    return sum(any("lemma:daily:take" in part.get("custom_id", "") for part in each) for each in parts)


async def set_up(place: Path) -> None:
    """Due now, wherever it is noon now: what was due earlier this day is caught up at once."""
    zone = f"Etc/GMT{datetime.now(UTC).hour - 12:+d}"
    async with open_database(place) as database:
        setup = DailySetup(int(GUILD), int(STUDY), 0, zone, Language.ENGLISH, Level.BEGINNER, ("fractions",))
        await StoredDailies(database).set_up(setup)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(ROUNDS))
async def test_two_bots_on_one_database_hang_a_problem_once(tmp_path: Path, seed: int) -> None:
    place = tmp_path / "lemma.db"
    await set_up(place)
    async with (
        open_discord(tmp_path / "world") as about,
        open_page(about["url"], ADA) as page,
        AsyncExitStack() as bots,
    ):
        for number in range(2):
            await bots.enter_async_context(open_bot(about, tmp_path, tmp_path / f"bot{number}.log"))
        await page.until(lambda: hung(page), PATIENCE)
        await both_ready(tmp_path)
        if seed == 0:
            await asyncio.sleep(TICK + 5)  # both have looked again
        assert hung(page) == 1
    with closing(sqlite3.connect(place)) as database:
        (posts,) = database.execute("SELECT count(*) FROM daily_posts WHERE posted_at IS NOT NULL").fetchone()
    assert posts == 1


async def both_ready(folder: Path) -> None:
    async with asyncio.timeout(PATIENCE):
        for log in (folder / "bot0.log", folder / "bot1.log"):
            while True:
                if "ready" in {json.loads(line).get("event") for line in log.read_text().splitlines()}:
                    break
                await asyncio.sleep(0.1)
        await asyncio.sleep(2)  # and have looked for what is due
