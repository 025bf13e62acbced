"""Transactions, the line of writers, and what SQLite was told to promise."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from samples import solution
from sqlalchemy import func, insert, select

from storage.database import open_database
from storage.guilds import StoredGuilds
from storage.history import StoredHistory
from storage.tables import askers, solutions
from tutor.errors import StorageUnavailableError
from tutor.types import Asker, GuildSettings, Level

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from storage.database import Database

ROOT = Path(__file__).parents[2]
MIN = Asker(11, 7)
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def _pragma(connection: Connection, name: str) -> object:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


async def test_what_was_stored_survives_a_power_cut_and_what_was_deleted_is_overwritten(database: Database) -> None:
    """Every connection of the pool: WAL with FULL (each commit is synced), foreign keys, secure delete."""

    async def one(settled: asyncio.Barrier) -> list[object]:
        async with database.engine.connect() as connection:
            await settled.wait()
            names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "fullfsync")
            return [await connection.run_sync(_pragma, name) for name in names]

    barrier = asyncio.Barrier(3)
    for settings in await asyncio.gather(*(one(barrier) for _ in range(3))):
        assert settings == ["wal", 2, 1, 1, 1]


async def test_work_that_fails_leaves_nothing(database: Database) -> None:
    def half(connection: Connection) -> None:
        connection.execute(insert(askers).values(user_id=1))
        connection.execute(insert(askers).values(user_id=1))

    with pytest.raises(Exception, match="UNIQUE"):
        await database.write(half)
    assert await database.read(lambda c: c.execute(select(askers)).all()) == []


async def test_a_defect_is_not_dressed_as_a_database_that_is_away(database: Database) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY") as caught:
        await database.write(
            lambda c: c.exec_driver_sql("INSERT INTO preferences (user_id) VALUES (404)") and None,
        )
    assert not isinstance(caught.value, StorageUnavailableError)


async def test_reading_sees_one_moment(database: Database) -> None:
    """A page and its count come from the same snapshot although somebody writes in between."""
    inside, written = asyncio.Event(), asyncio.Event()

    async def look() -> tuple[int, int]:
        async with database.engine.begin() as connection:
            before = (await connection.execute(select(func.count()).select_from(askers))).scalar_one()
            inside.set()
            await written.wait()
            return before, (await connection.execute(select(func.count()).select_from(askers))).scalar_one()

    looking = asyncio.create_task(look())
    await inside.wait()
    await database.write(lambda c: c.execute(insert(askers).values(user_id=1)) and None)
    written.set()
    assert await looking == (0, 0)


async def test_writers_stand_in_line_and_none_is_told_that_the_database_is_locked(place: Path) -> None:
    """However long the line: whoever waits is told that the database is busy only when the line stands still."""
    async with open_database(place, patience=0.2) as database:
        history = StoredHistory(database)
        writes = [asyncio.create_task(history.add(Asker(n, 7), solution(prose="x" * 40_000))) for n in range(200)]
        added = [await write for write in writes]
        assert sorted(record.id for record in added) == list(range(1, 201))


async def test_readers_do_not_wait_for_writers(database: Database) -> None:
    history = StoredHistory(database)
    kept = await history.add(MIN, solution())
    writes = [asyncio.create_task(history.add(Asker(n, 7), solution())) for n in range(100)]
    for _ in range(5):
        assert await history.get(kept.id) == kept
    assert sum(write.done() for write in writes) < 100
    await asyncio.gather(*writes)


async def test_storing_a_solution_takes_milliseconds(database: Database) -> None:
    history = StoredHistory(database)
    await history.add(MIN, solution())
    times = []
    for _ in range(40):
        began = time.perf_counter()
        await history.add(MIN, solution(prose="문장 " * 2000))
        times.append(time.perf_counter() - began)
    assert sorted(times)[20] < 0.05  # 3 ms on a quiet machine


async def test_the_loop_runs_while_the_database_waits(place: Path) -> None:
    """A database locked by somebody else must not stop the heartbeat of the gateway."""
    async with open_database(place, patience=0.4) as database:
        other = sqlite3.connect(place, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        adding = asyncio.create_task(StoredHistory(database).add(MIN, solution()))
        beats, longest, last = 0, 0.0, time.perf_counter()
        while not adding.done():
            await asyncio.sleep(0.005)
            longest, last, beats = max(longest, time.perf_counter() - last), time.perf_counter(), beats + 1
        other.close()
        with pytest.raises(StorageUnavailableError):
            await adding
        assert beats > 20
        assert longest < 0.2


async def test_a_cancelled_caller_leaves_no_transaction_behind(database: Database) -> None:
    """Cancel buttons are pressed at any moment; the database must work afterwards, with all or nothing stored."""
    history, dice = StoredHistory(database), random.Random(7)  # noqa: S311 - no secret
    for n in range(60):
        adding = asyncio.create_task(history.add(Asker(n, 7), solution()))
        reading = asyncio.create_task(history.page(n, 0, 5))
        await asyncio.sleep(dice.random() * 0.004)
        adding.cancel()
        reading.cancel()
        await asyncio.gather(adding, reading, return_exceptions=True)
    kept = await history.add(MIN, solution())
    assert await history.get(kept.id) == kept
    people, records = await database.read(
        lambda c: tuple(c.execute(select(func.count()).select_from(t)).scalar_one() for t in (askers, solutions))
    )
    assert records in (people, people + 1)  # asker 11 may be there twice: once cancelled, once kept


async def test_what_was_begun_is_finished_without_its_caller(place: Path) -> None:
    """A write that waits for another program is not torn apart by a Cancel button."""
    async with open_database(place) as database:
        with closing(sqlite3.connect(place, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            adding = asyncio.create_task(StoredHistory(database).add(MIN, solution()))
            await asyncio.sleep(0.05)
            adding.cancel()
            with pytest.raises(asyncio.CancelledError):
                await adding
        assert (await StoredHistory(database).add(MIN, solution())).id == 2


async def test_a_writer_that_reads_first_has_the_file_to_itself_from_the_start(database: Database, place: Path) -> None:
    """Otherwise another program's write between its reading and its writing would fail it at once, however patient."""

    def look_then_write(connection: Connection) -> str:
        connection.execute(select(askers)).all()
        with closing(sqlite3.connect(place, timeout=0)) as other:
            try:
                other.execute("INSERT INTO askers VALUES (1)")
            except sqlite3.OperationalError as error:
                return str(error)
        return "not locked"

    assert await database.write(look_then_write) == "database is locked"


async def test_leaving_finishes_what_was_begun(place: Path) -> None:
    async with open_database(place) as database:
        adding = asyncio.create_task(StoredHistory(database).add(MIN, solution()))
        await asyncio.sleep(0.001)
        adding.cancel()
    assert not place.with_name("lemma.db-wal").exists()  # the last connection closed in order
    async with open_database(place) as database:
        assert len((await StoredHistory(database).page(MIN.user_id, 0, 5)).records) in (0, 1)


WRITER = """
import asyncio, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from samples import solution
from storage.database import open_database
from storage.history import StoredHistory
from tutor.types import Asker

async def main():
    async with open_database(Path(sys.argv[1])) as database:
        history = StoredHistory(database)
        for _ in range(40):
            await history.add(Asker(int(sys.argv[2]), 7), solution())
            await history.page(int(sys.argv[2]), 0, 5)

asyncio.run(main())
"""


def test_two_processes_start_on_a_new_database_and_write_at_once(place: Path) -> None:
    """Both find no database, both would create it: one does, the other waits; nobody's write is refused."""
    arguments = [sys.executable, "-W", "error", "-c", WRITER, str(place)]
    running = [
        subprocess.Popen(  # noqa: S603 - our own interpreter
            [*arguments, str(user), str(ROOT / "tests/support")], cwd=ROOT, stderr=subprocess.PIPE, text=True
        )
        for user in (1, 2, 3)
    ]
    for process in running:
        _, complaint = process.communicate(timeout=60)
        assert process.returncode == 0, complaint
    with closing(sqlite3.connect(place)) as connection:
        counted = connection.execute("SELECT user_id, count(*) FROM solutions GROUP BY user_id").fetchall()
    assert counted == [(1, 40), (2, 40), (3, 40)]


async def test_a_folder_made_for_the_database_is_private(tmp_path: Path) -> None:
    place = tmp_path / "data" / "lemma.db"
    async with open_database(place):
        assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700


async def test_a_database_is_known_by_path_and_by_url(tmp_path: Path) -> None:
    """Odd names are names: `%`, `?` and `#` mean nothing in a path."""
    place = tmp_path / "50% ?#수학.db"
    async with open_database(place) as database:
        await StoredGuilds(database).change(7, 11, NOW, lambda _: GuildSettings(Level.ADVANCED))
    assert place.exists()
    for url in (f"sqlite:///{tmp_path}/plain.db", f"sqlite+aiosqlite:///{tmp_path}/plain.db"):
        async with open_database(url) as database:
            await StoredGuilds(database).change(7, 11, NOW, lambda _: GuildSettings(Level.ADVANCED))
    assert (tmp_path / "plain.db").exists()


async def test_checking_stores_nothing(database: Database, place: Path) -> None:
    await database.check()
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("SELECT count(*) FROM alembic_version").fetchone() == (1,)
