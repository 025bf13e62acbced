"""Slow proof: kill -9 at any moment loses no record that somebody was shown, and the database opens."""

from __future__ import annotations

import asyncio
import random
import re
import sqlite3
from typing import TYPE_CHECKING

import pytest
from playground_page import open_page, walk

from playground.seed import ADA, MINA, MINJUN

if TYPE_CHECKING:
    from pathlib import Path

    from playground_page import Page
    from program import Starter

pytestmark = pytest.mark.slow

ROUNDS = 8
RECORD = re.compile(r"lemma:(?:simpler|deeper):(\d+):")


def shown_records(page: Page) -> set[int]:
    """The ids of the records whose solutions stand in the channel."""
    ids = (c.get("custom_id", "") for m in page.messages.values() for c in walk(m["components"]))
    return {int(found[1]) for one in ids if (found := RECORD.match(one))}


async def ask_until_killed(url: str, person: str, shown: set[int]) -> None:
    try:
        async with open_page(url, person) as page:
            await page.ready()
            for number in range(4):
                await page.command("solve", problem=f"x^2 - {number + 2}x + {number + 1} = 0")
            while True:
                shown |= shown_records(page)
                await asyncio.sleep(0.005)
    except (OSError, TimeoutError, AssertionError):
        return


async def one_more_than(count: int, shown: set[int]) -> None:
    """Until another record stands in the channel: however slow the machine is, the kill falls among answers."""
    async with asyncio.timeout(60):
        while len(shown) <= count:  # noqa: ASYNC110 - three pages add to it, each as it looks
            await asyncio.sleep(0.005)


async def test_every_record_that_was_shown_is_stored(start: Starter, tmp_path: Path) -> None:
    chance = random.Random(11)  # noqa: S311 - moments, not secrets
    shown: set[int] = set()
    for _ in range(ROUNDS):
        async with start() as program:
            asking = [asyncio.create_task(ask_until_killed(program.url, who, shown)) for who in (ADA, MINJUN, MINA)]
            await one_more_than(len(shown), shown)
            await asyncio.sleep(chance.random() * 1.5)
            await program.kill()
            for task in asking:
                task.cancel()
            await asyncio.gather(*asking, return_exceptions=True)
        with sqlite3.connect(tmp_path / "lemma.db") as database:
            assert database.execute("pragma integrity_check").fetchone() == ("ok",)
            stored = {number for (number,) in database.execute("select id from solutions")}
        assert shown <= stored
    assert len(shown) >= ROUNDS
