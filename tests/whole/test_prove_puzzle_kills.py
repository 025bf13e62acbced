"""Slow proof: kill -9 while puzzles are played loses no puzzle, hint or end that somebody was shown."""

from __future__ import annotations

import asyncio
import random
import re
import sqlite3
from typing import TYPE_CHECKING

import pytest
from playground_page import open_page, shown_text, walk

from playground.seed import ADA, MINA

if TYPE_CHECKING:
    from pathlib import Path

    from playground_page import Page
    from program import Starter

pytestmark = pytest.mark.slow

ROUNDS = 4
ACT = re.compile(r"lemma:puzzle:(show|solution):(\d+)")
STATES = {"show": "open", "solution": "shown"}


def told(page: Page) -> dict[int, tuple[str, int]]:
    """What stands in the channel of each puzzle: open or ended, and how many hints are seen."""
    found: dict[int, tuple[str, int]] = {}
    for message in page.messages.values():
        for part in walk(message["components"]):
            if match := ACT.match(part.get("custom_id", "")):
                found[int(match[2])] = (STATES[match[1]], shown_text(message).count("💡"))
    return found


async def one_more_than(count: int, shown: dict[int, tuple[str, int]]) -> None:
    """Until another puzzle stands in the channel: however slow the machine is, the kill falls among puzzles."""
    async with asyncio.timeout(90):
        while len(shown) <= count:  # noqa: ASYNC110 - a dict that another task fills
            await asyncio.sleep(0.01)


async def play_until_killed(url: str, person: str, shown: dict[int, tuple[str, int]]) -> None:
    try:
        async with open_page(url, person) as page:
            await page.ready()
            while True:
                await page.command("puzzle play", kind="twentyfour", level="beginner")
                for act in ("hint", "hint", "show"):
                    await page.message(lambda one, act=act: _custom_id(one, act), seconds=30)
                    shown |= told(page)
                    message = await page.message(lambda one, act=act: _custom_id(one, act))
                    await page.click(message, str(_custom_id(message, act)))
                    await asyncio.sleep(0.2)
                    shown |= told(page)
                await asyncio.sleep(6)  # six puzzles in thirty seconds are as many as one is given
                shown |= told(page)
    except (OSError, TimeoutError, AssertionError):
        return


def _custom_id(message: dict[str, object], act: str) -> str | None:
    ids = (part.get("custom_id", "") for part in walk(message["components"]))  # type: ignore[arg-type]
    return next((one for one in ids if one.startswith(f"lemma:puzzle:{act}:")), None)


async def test_nothing_of_a_puzzle_that_was_shown_is_lost(start: Starter, tmp_path: Path) -> None:
    chance = random.Random(5)  # noqa: S311 - moments, not secrets
    shown: dict[int, tuple[str, int]] = {}
    for _ in range(ROUNDS):
        before = len(shown)
        async with start() as program:
            playing = [asyncio.create_task(play_until_killed(program.url, who, shown)) for who in (ADA, MINA)]
            await one_more_than(before, shown)
            await asyncio.sleep(chance.random() * 2)
            await program.kill()
            for task in playing:
                task.cancel()
            await asyncio.gather(*playing, return_exceptions=True)
        with sqlite3.connect(tmp_path / "lemma.db") as database:
            assert database.execute("pragma integrity_check").fetchone() == ("ok",)
            stored = {
                number: (state, hints)
                for number, state, hints in database.execute("select id, state, hints from tasks")
            }
        for task_id, (state, hints) in shown.items():
            assert task_id in stored
            assert state in {"open", stored[task_id][0]}
            assert stored[task_id][1] >= hints
    assert len(shown) >= ROUNDS
