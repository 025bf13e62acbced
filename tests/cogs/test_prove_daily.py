"""Slow proof: 400 days of daily problems on a simulated Discord, its bot killed again and again.

Three guilds in three zones, two of which change their clocks twice a year; the real cog and a real database. A bot
dies before or after what it stores: between claim and post, between post and `posted`; then it is started anew. Its
clock goes from due time to due time, as that of a machine that sleeps in between.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from random import Random
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
import study
from learners import Here, tutor_over
from simcord.backend import serializers
from study import walk

from storage.daily import StoredDailies
from storage.database import open_database
from storage.guilds import StoredGuilds
from storage.practice import StoredPractice
from tutor.daily import LEASE, TICK, Daily
from tutor.days import local_day, moment
from tutor.learning import DailySetup
from tutor.types import Language, Level

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from simcord.env import Env

    from bot.client import LemmaBot
    from storage.database import Database
    from tutor.learning import DailyPost

T = TypeVar("T")
pytestmark = [pytest.mark.slow, pytest.mark.simcord(settle_timeout=30)]

DAYS = 400
DEADLY = 0.015  # before and after each thing that is stored
ZONES = {"America/New_York": 2 * 60 + 30, "Australia/Lord_Howe": 2 * 60, "Asia/Seoul": 23 * 60}
TOPICS = ("clock_and_calendar", "decimals", "order_of_operations", "percentages", "rounding")  # quickly made
FOREVER = 10.0**10


@dataclass
class Fate:
    """When a bot dies; from then on nothing it asks of its database is answered."""

    chance: Random = field(default_factory=lambda: Random(3))  # noqa: S311 - when to die, not a secret
    dead: bool = False
    deaths: int = 0

    async def strike(self) -> None:
        if not self.dead and self.chance.random() < DEADLY:
            self.dead = True
            self.deaths += 1
        if self.dead:
            await asyncio.sleep(FOREVER)


class Mortal(StoredDailies):
    """The real dailies of a process that may die before and after everything it stores."""

    def __init__(self, database: Database, fate: Fate) -> None:
        super().__init__(database)
        self._fate = fate

    async def _between(self, store: Callable[[], Awaitable[T]]) -> T:
        await self._fate.strike()
        done = await store()
        await self._fate.strike()
        return done

    async def claim(self, post: DailyPost, /) -> DailyPost | None:
        return await self._between(partial(super().claim, post))

    async def take_over(self, post: DailyPost, claimer: str, at: datetime, /) -> DailyPost | None:
        return await self._between(partial(super().take_over, post, claimer, at))

    async def posted(self, post: DailyPost, message_id: int, at: datetime, /) -> None:
        await self._between(partial(super().posted, post, message_id, at))


@pytest.fixture
def fate() -> Fate:
    return Fate()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "lemma.db") as opened:
        yield opened


@pytest.fixture
def born(database: Database, fate: Fate, tmp_path: Path) -> Callable[[Callable[[], datetime]], LemmaBot]:
    """A bot that has just been started on the same database."""

    def start(clock: Callable[[], datetime]) -> LemmaBot:
        fate.dead = False
        tutor, guilds = tutor_over(database, clock), StoredGuilds(database)
        dailies, practice = Mortal(database, fate), StoredPractice(database)
        tutor.daily = Daily(dailies, practice, Here(), guilds, TOPICS, clock=clock)
        return study.bot(tutor, tmp_path)

    return start


class Clock:
    """The simulated Discord's, once there is one."""

    env: Env | None = None

    def __call__(self) -> datetime:
        return datetime(2026, 1, 30, tzinfo=UTC) if self.env is None else self.env.now()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def simcord_bot(born: Callable[[Clock], LemmaBot], clock: Clock) -> LemmaBot:
    return born(clock)


async def test_400_days_of_one_problem_each_whenever_the_bot_dies(
    simcord_env: Env, clock: Clock, born: Callable[[Clock], LemmaBot], fate: Fate, database: Database
) -> None:
    clock.env, env = simcord_env, simcord_env
    env._settle_internal = partial(env._settle_internal, idle=0.002)  # type: ignore[method-assign]
    channels = {}
    for zone, minute in ZONES.items():
        guild = env.create_guild(zone)
        channels[zone] = channel = guild.create_text_channel("daily")
        setup = DailySetup(guild.id, channel.id, minute, zone, Language.ENGLISH, Level.BEGINNER)
        await StoredDailies(database).set_up(setup)
    first = env.now()
    for due in due_times(first, DAYS):
        await live_to(env, due, lambda: born(clock), fate)
    for zone, channel in channels.items():
        check(env, zone, channel, first)
    print(f"{DAYS} days, {fate.deaths} deaths")  # noqa: T201 - a figure
    assert fate.deaths > DAYS / 10


def due_times(first: datetime, days: int) -> list[datetime]:
    every = [
        moment(local_day(first, zone) + timedelta(days=day + 1), minute, zone)
        for zone, minute in ZONES.items()
        for day in range(days)
    ]
    return sorted(every)


async def live_to(env: Env, due: datetime, born: Callable[[], LemmaBot], fate: Fate) -> None:
    """A look when it is due, at times one just before; and after every death another, until one is survived."""
    before = fate.chance.choice((0, 0, 0, TICK / 2))
    env.backend.advance_clock(max(0.0, (due - env.now()).total_seconds() - before))
    await env.advance_time(before + 1)
    while fate.dead:
        await env.restart_bot(born())
        env.backend.advance_clock(LEASE.total_seconds())
        await env.advance_time(1)


def check(env: Env, zone: str, channel: Any, first: datetime) -> None:  # noqa: ANN401 - simcord's
    days: dict[date, list[str]] = defaultdict(list)
    for stored in channel.history():
        shown = dict(serializers.message_payload(env.backend, env.backend.get_message(channel.id, stored.id)))
        parts = list(walk(shown["components"]))
        if any("lemma:daily:take" in part.get("custom_id", "") for part in parts):
            at = datetime.fromisoformat(shown["timestamp"])
            days[local_day(at, zone)].append("\n".join(part.get("content", "") for part in parts))
    begun = local_day(first, zone) + timedelta(days=1)
    expected = {begun + timedelta(days=day) for day in range(DAYS)}
    assert {len(posts) for posts in days.values()} == {1}
    assert expected <= set(days)
    statements = [posts[0].split("###")[1] for posts in days.values()]
    assert len(set(statements)) == len(statements)
