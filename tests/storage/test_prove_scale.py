"""A million attempts: what people ask for often is answered at once. A slow proof."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from random import Random
from statistics import median
from typing import TYPE_CHECKING

import pytest
from samples import EQUATION, solution

from maths.generating.topics.all import TOPICS
from storage.database import open_database
from storage.encoding import encode_problem, encode_solution
from storage.history import StoredHistory
from storage.practice import StoredPractice
from tutor.learning import Attempt, Mark, Moment

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

ATTEMPTS = 1_000_000
LEARNERS = 2_000  # of one guild: the largest leaderboard
DAYS = 400
PROBLEMS = 20_000
LIMIT = 0.030  # seconds in the database
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def fill(place: Path) -> None:
    """A guild that has practised for more than a year, written as fast as SQLite takes it."""
    problem, kept = json.dumps(encode_problem(EQUATION)), json.dumps(encode_solution(solution()))
    chance, topics = Random(1), list(TOPICS)  # noqa: S311 - a spread, not a secret
    first = date(2026, 3, 1) - timedelta(days=DAYS - 1)

    def tasks() -> Iterator[tuple[object, ...]]:
        for number in range(ATTEMPTS):
            when = NOW - timedelta(minutes=(ATTEMPTS - number) % (DAYS * 1440))
            moment = when.strftime("%Y-%m-%d %H:%M:%S.000000")
            yield (number % LEARNERS + 1, 7, number % PROBLEMS + 1, "practice", moment, "solved", 0, 0, moment)

    def days() -> Iterator[tuple[object, ...]]:
        for learner in range(1, LEARNERS + 1):
            for day in range(DAYS):
                yield learner, (first + timedelta(days=day)).isoformat(), chance.randrange(1, 9)

    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("PRAGMA synchronous = OFF")
        everyone = range(1, LEARNERS + 1)
        connection.executemany("INSERT INTO askers VALUES (?)", [(learner,) for learner in everyone])
        connection.executemany(
            "INSERT INTO preferences (user_id, ranked) VALUES (?, 1)", [(learner,) for learner in everyone]
        )
        connection.executemany(
            "INSERT INTO problems (digest, topic, level, structure, seed, problem)"
            " VALUES (?, 't', 'beginner', 's', 1, ?)",
            ((f"{number:064}", problem) for number in range(PROBLEMS)),
        )
        connection.executemany(
            "INSERT INTO tasks (user_id, guild_id, problem_id, kind, given_at, state, tries, hints, closed_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            tasks(),
        )
        connection.executemany("INSERT INTO learner_days VALUES (?, ?, ?, 1)", days())
        connection.executemany(
            "INSERT INTO guild_days (user_id, day, points, guild_id, solved) VALUES (?, ?, ?, 7, 1)", days()
        )
        connection.executemany(
            "INSERT INTO guild_scores VALUES (7, ?, ?, 1)", [(each, chance.randrange(10**6)) for each in everyone]
        )
        connection.executemany(
            "INSERT INTO ratings VALUES (?, ?, 25.0, 8.0, 10, 5)",
            [(learner, topic) for learner in everyone for topic in topics],
        )
        connection.executemany(
            "INSERT INTO cards VALUES (?, ?, 1, ?, '{}')",
            [(each, f"key {number}", "2026-02-01 00:00:00.000000") for each in everyone for number in range(100)],
        )
        connection.executemany(
            "INSERT INTO solutions (user_id, guild_id, asked_at, solution) VALUES (?, 7, ?, ?)",
            ((number % LEARNERS + 1, "2026-02-01 00:00:00.000000", kept) for number in range(50_000)),
        )


async def seconds(ask: Callable[[int], Awaitable[object]]) -> float:
    """The median of asking for thirty learners."""
    taken = []
    for learner in range(1, 31):
        started = time.perf_counter()
        await ask(learner)
        taken.append(time.perf_counter() - started)
    return median(taken)


@pytest.mark.slow
@pytest.mark.alone
async def test_a_million_attempts_slow_nobody_down(place: Path) -> None:
    async with open_database(place):
        pass
    fill(place)
    async with open_database(place) as database:
        practice, history = StoredPractice(database), StoredHistory(database)
        today = date(2026, 3, 1)

        async def answer(learner: int) -> None:
            task = learner + LEARNERS  # theirs, and solved: the answer is looked at and not counted
            await practice.mark(task, Attempt(task, "1", Mark.WRONG), Moment(NOW, today, today))

        taken = {
            "/history": await seconds(lambda learner: history.page(learner, 0, 5)),
            "/progress": await seconds(lambda learner: practice.learner(learner, today - timedelta(days=365), NOW)),
            "leaderboard of a day": await seconds(lambda _: practice.leaders(7, today, 10)),
            "leaderboard of a week": await seconds(lambda _: practice.leaders(7, today - timedelta(days=6), 10)),
            "leaderboard of all time": await seconds(lambda _: practice.leaders(7, None, 10)),
            "/review": await seconds(lambda learner: practice.due(learner, NOW)),
            "an answer": await seconds(answer),
        }
    print({name: f"{1000 * each:.1f} ms" for name, each in taken.items()})  # noqa: T201 - figures of docs/figures.md
    assert {name: each for name, each in taken.items() if each > LIMIT} == {}
