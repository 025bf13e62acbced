"""The daily problem: once a local day, whatever happens; over a real database, with a board that can die mid-way."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest
from learners import Here

from maths.message import Message
from storage.daily import StoredDailies
from storage.database import open_database
from storage.guilds import StoredGuilds
from storage.practice import StoredPractice
from tutor.daily import LEASE, Daily
from tutor.days import local_day, moment
from tutor.errors import BoardBusyError, BoardGoneError, NotFoundError
from tutor.learning import Attempt, DailySetup, Mark, Moment
from tutor.types import Asker, Language, Level

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from storage.database import Database
    from tutor.learning import DailyPost, Recap, Task, Turnout

TOPICS = ("order_of_operations", "rounding", "decimals")  # quickly made
NEW_YORK, LORD_HOWE, SEOUL = "America/New_York", "Australia/Lord_Howe", "Asia/Seoul"


class KilledError(BaseException):
    """The process is gone in the middle of what it did."""


@dataclass
class Hall:
    """Every channel: what stands in it, and when somebody dies or fails on the way to it."""

    clock: Clock
    standing: dict[tuple[int, date], list[int]] = field(default_factory=lambda: defaultdict(list))
    nonces: dict[str, int] = field(default_factory=dict)
    revealed: Counter[tuple[int, date]] = field(default_factory=Counter)
    recaps: Counter[tuple[int, date]] = field(default_factory=Counter)
    warned: list[tuple[int, Message]] = field(default_factory=list)
    statements: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    gone: set[int] = field(default_factory=set)
    chance: Random = field(default_factory=lambda: Random(0))  # noqa: S311 - when to die, not a secret
    troubles: int = 0
    deadly: float = 0.0
    busy: float = 0.0
    ids: int = 0

    def _fate(self) -> None:
        if self.chance.random() < self.deadly:
            self.troubles += 1
            raise KilledError
        if self.chance.random() < self.busy:
            self.troubles += 1
            raise BoardBusyError(Message("Discord failed."))

    async def post(self, setup: DailySetup, post: DailyPost, /) -> int:
        if setup.channel_id in self.gone:
            raise BoardGoneError(Message("The channel is gone."))
        self._fate()
        self.ids += 1
        self.standing[post.guild_id, post.day].append(self.ids)
        self.statements[post.guild_id].append(str(post.problem.draft.statement))
        assert post.day == local_day(self.clock.now, setup.time_zone)
        message_id = self.ids
        self._fate()
        return message_id

    async def find(self, post: DailyPost, /) -> int | None:
        self._fate()
        return next(iter(self.standing[post.guild_id, post.day]), None)

    async def reveal(self, _setup: DailySetup, post: DailyPost, _turnout: Turnout, /) -> None:
        self.revealed[post.guild_id, post.day] += 1

    async def recap(self, _setup: DailySetup, recap: Recap, /) -> None:
        self.recaps[recap.guild_id, recap.week] += 1

    async def warn(self, setup: DailySetup, reason: Message, /) -> None:
        self.warned.append((setup.guild_id, reason))


@dataclass
class Clock:
    now: datetime = datetime(2026, 2, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hall(clock: Clock) -> Hall:
    return Hall(clock)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "lemma.db") as opened:
        yield opened


def process(database: Database, clock: Clock) -> Daily:
    """A bot that has just started."""
    practice, guilds = StoredPractice(database), StoredGuilds(database)
    return Daily(StoredDailies(database), practice, Here(), guilds, TOPICS, clock=clock)


def setup(guild_id: int = 1, zone: str = NEW_YORK, minute: int = 9 * 60, **more: object) -> DailySetup:
    return replace(DailySetup(guild_id, guild_id * 10, minute, zone, Language.ENGLISH, Level.BEGINNER), **more)


def at(day: date, hour: int, minute: int = 0, zone: str = NEW_YORK) -> datetime:
    return moment(day, hour * 60 + minute, zone)


def looks(first: datetime, days: int, zones: dict[int, tuple[str, int]], chance: Random) -> list[datetime]:
    """Moments around every due time, and one at any time of each day."""
    every = [first + timedelta(days=day, minutes=chance.randrange(1440)) for day in range(days)]
    for zone, minute in zones.values():
        for day in range(days + 1):
            due = moment(local_day(first, zone) + timedelta(days=day), minute, zone)
            every += [due - timedelta(minutes=1), due, due + timedelta(minutes=chance.randrange(1, 40))]
    return [when for when in sorted(every) if first <= when <= first + timedelta(days=days)]


async def days_of_posts(database: Database, hall: Hall, days: int) -> None:
    """Live through days with random deaths, failures and downtime, always with one process to the day's end."""
    zones = {1: (NEW_YORK, 2 * 60 + 30), 2: (LORD_HOWE, 2 * 60), 3: (SEOUL, 23 * 60)}
    clock, daily = hall.clock, process(database, hall.clock)
    for guild_id, (zone, minute) in zones.items():
        await daily.set_up(setup(guild_id, zone, minute))
    for when in looks(clock.now, days, zones, hall.chance):
        clock.now = max(clock.now, when)
        troubles = -1
        while troubles != hall.troubles:  # a process that died is started again, and is back a little later
            troubles = hall.troubles
            try:
                await daily.tick(hall)
            except KilledError:
                daily = process(database, clock)  # what it knew is gone; the lease of its claim is not
            clock.now += LEASE


DAYS = 6


async def test_one_post_a_local_day_whatever_dies_on_the_way(database: Database, hall: Hall) -> None:
    hall.deadly, hall.busy = 0.1, 0.1
    await days_of_posts(database, hall, DAYS)
    check_days(hall, DAYS)


@pytest.mark.slow
async def test_100_days_in_three_zones_over_a_change_of_the_clock(database: Database, hall: Hall) -> None:
    hall.deadly, hall.busy = 0.1, 0.1
    await days_of_posts(database, hall, 100)
    check_days(hall, 100)
    for guild_id in (1, 2, 3):
        assert len(set(hall.statements[guild_id])) == len(hall.statements[guild_id])


def check_days(hall: Hall, days: int) -> None:
    for guild_id in (1, 2, 3):
        posted = sorted(day for guild, day in hall.standing if guild == guild_id)
        assert posted == [posted[0] + timedelta(days=each) for each in range(len(posted))]
        assert len(posted) >= days - 1
    assert {len(messages) for messages in hall.standing.values()} == {1}
    assert set(hall.revealed.values()) == {1}
    assert set(hall.recaps.values()) == {1}


async def test_nothing_is_posted_before_its_time_and_once_from_then_on(
    database: Database, clock: Clock, hall: Hall
) -> None:
    day = date(2026, 3, 3)
    daily = process(database, clock)
    await daily.set_up(setup())
    clock.now = at(day, 8, 59)
    await daily.tick(hall)
    assert not hall.standing
    for hour in (9, 9, 10, 23):
        clock.now = at(day, hour)
        await daily.tick(hall)
    assert dict(hall.standing) == {(1, day): [1]}


async def test_after_downtime_the_same_day_is_caught_up_and_a_day_that_has_passed_is_not(
    database: Database, clock: Clock, hall: Hall
) -> None:
    await process(database, clock).set_up(setup())
    clock.now = at(date(2026, 3, 6), 23, 50)  # it was down on the 3rd, 4th and 5th
    await process(database, clock).tick(hall)
    assert list(hall.standing) == [(1, date(2026, 3, 6))]


async def test_a_claim_that_was_never_sent_is_not_sent_on_the_next_day(
    database: Database, clock: Clock, hall: Hall
) -> None:
    day = date(2026, 3, 3)
    await process(database, clock).set_up(setup(minute=23 * 60 + 59))
    clock.now, hall.deadly = at(day, 23, 59), 1.0
    with pytest.raises(KilledError):
        await process(database, clock).tick(hall)
    hall.deadly, clock.now = 0.0, at(day + timedelta(days=1), 0, 10)
    await process(database, clock).tick(hall)
    assert not hall.standing


async def test_two_processes_on_one_database_post_once(database: Database, clock: Clock, hall: Hall) -> None:
    import asyncio

    day = date(2026, 3, 3)
    one, two = process(database, clock), process(database, clock)
    await one.set_up(setup())
    clock.now = at(day, 9)
    await asyncio.gather(one.tick(hall), two.tick(hall))
    await two.tick(hall)
    assert dict(hall.standing) == {(1, day): [1]}


async def test_a_message_that_was_sent_before_its_process_died_is_found_and_not_sent_again(
    database: Database, clock: Clock, hall: Hall
) -> None:
    day = date(2026, 3, 3)
    await process(database, clock).set_up(setup())
    clock.now = at(day, 9)

    class DiesAfterSending(Hall):
        async def post(self, setup: DailySetup, post: DailyPost, /) -> int:
            await super().post(setup, post)
            raise KilledError

    dying = DiesAfterSending(clock, standing=hall.standing)
    with pytest.raises(KilledError):
        await process(database, clock).tick(dying)
    second = process(database, clock)
    await second.tick(hall)
    assert len(hall.standing[1, day]) == 1  # the claim is not ours to touch yet
    clock.now += LEASE
    await second.tick(hall)
    assert len(hall.standing[1, day]) == 1
    stored = await StoredDailies(database).post(1, day)
    assert stored is not None
    assert stored.message_id == hall.standing[1, day][0]


async def test_a_time_the_clock_jumps_over_and_one_it_shows_twice_are_one_post_each(
    database: Database, clock: Clock, hall: Hall
) -> None:
    daily = process(database, clock)
    await daily.set_up(setup(minute=2 * 60 + 30))
    await daily.set_up(setup(2, minute=60 + 30))
    for day in (date(2026, 3, 8), date(2026, 11, 1)):  # New York's changes in 2026
        clock.now = at(day, 0)
        for _ in range(12):
            clock.now += timedelta(minutes=30)
            await daily.tick(hall)
    assert {key: len(messages) for key, messages in hall.standing.items()} == {
        (guild_id, day): 1 for guild_id in (1, 2) for day in (date(2026, 3, 8), date(2026, 11, 1))
    }


async def test_a_channel_that_is_gone_is_told_once_and_then_off(database: Database, clock: Clock, hall: Hall) -> None:
    daily = process(database, clock)
    await daily.set_up(setup())
    await daily.set_up(setup(2))
    hall.gone.add(10)
    for day in range(3):
        clock.now = at(date(2026, 3, 3 + day), 9)
        await daily.tick(hall)
    assert hall.warned == [(1, Message("The channel is gone."))]
    stored = await daily.setup(1)
    assert stored is not None
    assert (stored.enabled, stored.trouble) == (False, Message("The channel is gone."))
    assert len(hall.standing) == 3  # the other guild's
    await daily.set_up(setup(channel_id=11))
    clock.now = at(date(2026, 3, 7), 9)
    await daily.tick(hall)
    assert (1, date(2026, 3, 7)) in hall.standing


async def test_the_solution_comes_with_the_next_days_problem_once(database: Database, clock: Clock, hall: Hall) -> None:
    day = date(2026, 3, 3)
    daily = process(database, clock)
    await daily.set_up(setup())
    for when in (at(day, 9), at(day, 23), at(day + timedelta(days=1), 8, 59)):
        clock.now = when
        await daily.tick(hall)
    assert not hall.revealed
    clock.now = at(day + timedelta(days=1), 9)
    await daily.tick(hall)
    await daily.tick(hall)
    assert dict(hall.revealed) == {(1, day): 1}


async def solve(database: Database, clock: Clock, task: Task, *, right: bool) -> None:
    today = local_day(clock.now, "UTC")
    moment_now, practice = Moment(clock.now, today, today), StoredPractice(database)
    if right:
        await practice.mark(task.id, Attempt(task.id * 100, "1", Mark.RIGHT), moment_now)
    else:
        await practice.show(task.id, moment_now)


async def test_a_learner_takes_a_days_problem_once_until_its_solution_stands(
    database: Database, clock: Clock, hall: Hall
) -> None:
    day = date(2026, 3, 3)
    daily, ann = process(database, clock), Asker(7, 1)
    await daily.set_up(setup())
    with pytest.raises(NotFoundError):
        await daily.take(ann, 1, day)
    clock.now = at(day, 9)
    await daily.tick(hall)
    task = await daily.take(ann, 1, day)
    assert await daily.take(ann, 1, day) == task
    assert (await daily.offer(1, day)).solvers == 0
    await solve(database, clock, task, right=True)
    assert (await daily.offer(1, day)).solvers == 1
    clock.now = at(day + timedelta(days=1), 9)
    await daily.tick(hall)
    with pytest.raises(NotFoundError, match="solution has been posted"):
        await daily.take(Asker(8, 1), 1, day)


@pytest.mark.parametrize(("right", "level"), [(True, Level.ADVANCED), (False, Level.BEGINNER)])
async def test_the_level_follows_what_the_guild_can_do(
    database: Database, clock: Clock, hall: Hall, *, right: bool, level: Level
) -> None:
    daily = process(database, clock)
    await daily.set_up(setup(level=None))
    day = date(2026, 3, 2)
    for _ in range(6):
        clock.now = at(day, 9)
        await daily.tick(hall)
        task = await daily.take(Asker(7, 1), 1, day)
        await solve(database, clock, task, right=right)
        day += timedelta(days=1)
    post = await StoredDailies(database).post(1, date(2026, 3, 2))
    assert post is not None
    assert post.problem.draft.level is Level.INTERMEDIATE
    assert task.problem.draft.level is level


async def test_the_week_is_told_once_on_its_monday(database: Database, clock: Clock, hall: Hall) -> None:
    daily = process(database, clock)
    await daily.set_up(setup())
    for day in range(2, 11):  # Monday the 2nd to Tuesday the 10th of March 2026
        for hour in (9, 10):
            clock.now = at(date(2026, 3, day), hour)
            await daily.tick(hall)
        if day == 9:
            await process(database, clock).tick(hall)
    assert dict(hall.recaps) == {(1, date(2026, 3, 2)): 1}
