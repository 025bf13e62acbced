"""Slow proof: fifty times kill -9 while people answer; no answer that was acknowledged is lost, none counts twice."""

from __future__ import annotations

import asyncio
import json
import random
import re
import sqlite3
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from apart import open_bot, open_discord
from playground_page import open_page, shown_text, walk

from playground.seed import ADA, MINA, MINJUN
from storage.encoding import decode_claim, decode_problem
from tutor.learning import Mark, TaskState

if TYPE_CHECKING:
    from pathlib import Path

    from playground_page import Json, Page

pytestmark = pytest.mark.slow

KILLS = 50
PATIENCE = 150  # seconds: machines may be busy
ASKED_AGAIN = 10  # seconds
SOON = 0.6  # seconds within which a bot dies after its first answer
TOPIC = "linear_equations"
ANSWER, GO_ON = re.compile(r"lemma:task:answer:(\d+)"), re.compile(r"lemma:run:next:(\d+)")
JUDGED = re.compile(r"✅|❌")


@dataclass
class Learner:
    """Somebody who answers until the bot is dead, and says again what was not acknowledged."""

    page: Page
    place: Path
    chance: random.Random
    acknowledged: set[tuple[int, str]] = field(default_factory=set)
    waiting: tuple[int, str] | None = None
    again: int = 0
    claims: int = 0
    answered: asyncio.Event = field(default_factory=asyncio.Event)

    async def practise(self) -> None:
        while True:
            if (found := self._button(ANSWER)) is not None:
                await self._answer(*found)
            elif (found := self._button(GO_ON)) is not None:
                await self.page.click(found[0], found[1][0])
                await self._a_problem()
            else:
                await self.page.command("practice start", topic=TOPIC, count=30)
                await self._a_problem()

    async def _a_problem(self) -> None:
        """Until one is there to be answered; mathematics that has just started may have refused."""
        with suppress(TimeoutError):
            await self.page.until(lambda: self._button(ANSWER), ASKED_AGAIN)

    def _button(self, wanted: re.Pattern[str]) -> tuple[Json, re.Match[str]] | None:
        """The newest message with such a button."""
        for message in sorted(self.page.messages.values(), key=lambda one: -int(one["id"])):
            for part in walk(message["components"]):
                if found := wanted.fullmatch(part.get("custom_id", "")):
                    return message, found
        return None

    async def _answer(self, message: Json, button: re.Match[str]) -> None:
        task = int(button[1])
        opened = await self.page.click(message, button[0])
        form = (await self.page.told("modal", PATIENCE, nonce=opened))["modal"]
        again = self.waiting is not None and self.waiting[0] == task
        self.waiting = self.waiting if again and self.waiting else (task, self._claim(task))
        self.again += again
        name = next(part["custom_id"] for part in walk(form["components"]) if part["type"] == 4)
        given = {"type": 18, "component": {"type": 4, "custom_id": name, "value": self.waiting[1]}}
        submitted = {"modal_nonce": opened, "custom_id": form["custom_id"], "components": [given]}
        seen = len(self.page.seen)
        await self.page.send("modal_submit", channel_id=message["channel_id"], **submitted)
        await self.page.until(lambda: self._judged(seen, message["id"]), PATIENCE)
        self.acknowledged.add(self.waiting)
        self.waiting = None
        self.answered.set()

    def _judged(self, seen: int, message_id: str) -> bool:
        news = (one["message"] for one in self.page.seen[seen:] if one["type"] == "message")
        return any(one["id"] == message_id and JUDGED.search(shown_text(one)) for one in news)

    def _claim(self, task: int) -> str:
        """Right as often as wrong, never the same wrong one."""
        self.claims += 1
        if self.chance.random() < 0.5:
            return str(1_000_000 + self.claims)
        asked = "SELECT p.* FROM problems p JOIN tasks t ON t.problem_id = p.id WHERE t.id = ?"
        return decode_problem(self._row(asked, task)).answer.typed

    def _row(self, asked: str, task: int) -> dict[str, object]:
        with closing(sqlite3.connect(self.place)) as database:
            database.row_factory = sqlite3.Row
            row = dict(database.execute(asked, (task,)).fetchone())
        return row | {"problem": json.loads(row["problem"])}


async def answer_until_killed(about: Json, folder: Path, learners: list[Learner], chance: random.Random) -> None:
    page = learners[0].page
    for one in learners:
        one.answered.clear()
    async with open_bot(about, folder, folder / "lemma.log") as bot:
        await page.ready(PATIENCE)
        working = [asyncio.create_task(one.practise()) for one in learners]
        heard = [asyncio.create_task(one.answered.wait()) for one in learners]
        try:
            done, _ = await asyncio.wait({*heard, *working}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
            for task in done.intersection(working):
                task.result()
            await asyncio.sleep(SOON * chance.random())
            bot.kill()
            await bot.wait()
        finally:
            for task in (*working, *heard):
                task.cancel()
            await asyncio.gather(*working, *heard, return_exceptions=True)
    await page.until(lambda: not page.online, PATIENCE)


def check(place: Path, acknowledged: set[tuple[int, str]]) -> Counter[str]:
    """What was acknowledged is kept, and all that is counted agrees with what is kept. Returns its marks."""
    with closing(sqlite3.connect(place)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = database.execute("SELECT task_id, claim, mark FROM answers").fetchall()
        kept = [(task, decode_claim(json.loads(claim)), mark) for task, claim, mark in rows]
        wrong = Counter(task for task, _, mark in kept if mark == Mark.WRONG)
        right = Counter(task for task, _, mark in kept if mark == Mark.RIGHT)
        ended: Counter[int] = Counter()
        for task, user, state, tries in database.execute("SELECT id, user_id, state, tries FROM tasks"):
            assert tries == wrong[task]
            assert right[task] == (state == TaskState.SOLVED)
            ended[user] += state != TaskState.OPEN
        for table in ("learner_days", "ratings"):
            counted = dict(database.execute(f"SELECT user_id, sum(ended) FROM {table} {_WHERE[table]}"))  # noqa: S608
            assert counted == +ended, table
    stored = {(task, claim) for task, claim, _ in kept}
    assert acknowledged <= stored
    return Counter(mark for *_, mark in kept)


_WHERE = {"learner_days": "GROUP BY user_id", "ratings": "WHERE topic <> '' GROUP BY user_id"}


async def test_no_answer_that_was_acknowledged_is_lost_and_none_counts_twice(tmp_path: Path) -> None:
    chance, place = random.Random(5), tmp_path / "lemma.db"  # noqa: S311 - moments, not secrets
    async with (
        open_discord(tmp_path / "world") as about,
        open_page(about["url"], ADA) as ada,
        open_page(about["url"], MINJUN) as minjun,
        open_page(about["url"], MINA) as mina,
    ):
        learners = [Learner(page, place, chance) for page in (ada, minjun, mina)]
        for _ in range(KILLS):
            await answer_until_killed(about, tmp_path, learners, chance)
            marks = check(place, {each for one in learners for each in one.acknowledged})
    again = sum(one.again for one in learners)
    print(f"{KILLS} kills; answers kept {dict(marks)}; said again after a kill {again}")  # noqa: T201 - figures
    assert marks[Mark.RIGHT] + marks[Mark.WRONG] >= KILLS
    assert again, "no kill came between an answer and its acknowledgement: the proof proved nothing"
