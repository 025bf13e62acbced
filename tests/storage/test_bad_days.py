"""Locked, read-only, full, damaged: a sentence for the asker, the cause for the operator, nothing half written."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from samples import solution
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError

from storage.database import open_database
from storage.guilds import StoredGuilds
from storage.history import StoredHistory
from storage.people import StoredPeople
from tutor.errors import StorageUnavailableError
from tutor.types import Asker, GuildSettings, Level, Preferences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine.interfaces import DBAPIConnection

    from storage.database import Database

ROOT = Path(__file__).parents[2]
MIN = Asker(11, 7)


@contextmanager
def refused(sentence: str) -> Iterator[None]:
    """The call raises our error with this sentence, which says what to do, and the driver's own as its cause."""
    with pytest.raises(StorageUnavailableError, match=sentence) as caught:
        yield
    assert "lease" in str(caught.value)  # "Please ..."
    cause = caught.value.__cause__
    assert isinstance(cause, DBAPIError | TimeoutError)
    assert "database is locked" in str(cause) or "sqlite3" in str(cause) or isinstance(cause, TimeoutError)


@contextmanager
def locked(place: Path) -> Iterator[None]:
    with closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


async def test_locked_past_the_patience(place: Path) -> None:
    async with open_database(place, patience=0.2) as database:
        history = StoredHistory(database)
        stored = await history.add(MIN, solution())
        with locked(place):
            for attempt in (
                history.add(MIN, solution()),
                history.replace(stored.id, solution(prose="new")),
                history.report(stored.id, MIN, "wrong"),
                StoredGuilds(database).change(7, 11, datetime.now(UTC), lambda _: GuildSettings(Level.BEGINNER)),
                StoredPeople(database).prefer(11, Preferences()),
                StoredPeople(database).forget(11),
            ):
                with refused("database is busy"):
                    await attempt
            assert await history.get(stored.id) == stored  # reading goes on
        assert (await history.page(11, 0, 5)).records == (stored,)
        await history.add(MIN, solution())  # and afterwards so does writing


async def test_many_waiting_for_a_lock_are_all_told_within_the_patience(place: Path) -> None:
    """Not one after the other: the fiftieth asker would wait four minutes."""
    async with open_database(place, patience=0.3) as database:
        history = StoredHistory(database)
        with locked(place):
            began = time.perf_counter()
            told = await asyncio.gather(*(history.add(MIN, solution()) for _ in range(50)), return_exceptions=True)
            assert time.perf_counter() - began < 2.0
        assert {type(one) for one in told} == {StorageUnavailableError}
        assert (await history.page(11, 0, 5)).records == ()


async def test_a_lock_released_in_time_costs_only_the_wait(place: Path) -> None:
    async with open_database(place, patience=5.0) as database:
        with locked(place):
            adding = asyncio.create_task(StoredHistory(database).add(MIN, solution()))
            await asyncio.sleep(0.2)
            assert not adding.done()
        assert (await adding).id == 1


async def limit_pages(database: Database, more: int) -> None:
    """From now on every connection finds the disk full when the file has grown by that many pages."""
    pages = more + await database.read(
        lambda connection: int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
    )

    def limit(connection: DBAPIConnection, _: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA max_page_count={pages}")
        cursor.close()

    event.listen(database.engine.sync_engine, "connect", limit)
    await database.engine.dispose()


async def test_a_full_disk(place: Path) -> None:
    async with open_database(place) as database:
        kept = await StoredHistory(database).add(MIN, solution())
    async with open_database(place) as database:
        await limit_pages(database, 20)
        history = StoredHistory(database)
        with refused("disk is full"):
            await history.add(MIN, solution(prose="x" * 1_000_000))
        with refused("disk is full"):
            await history.replace(kept.id, solution(prose="x" * 1_000_000))
        assert (await history.page(11, 0, 5)).records == (kept,)
        await history.add(MIN, solution())  # a small one still fits


FILLER = """
import asyncio, resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from samples import solution
from storage.database import open_database
from storage.history import StoredHistory
from tutor.errors import StorageUnavailableError
from tutor.types import Asker

async def main():
    async with open_database(Path(sys.argv[1])) as database:
        history = StoredHistory(database)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
        ids = []
        try:
            while True:
                ids.append((await history.add(Asker(1, 7), solution(prose="x" * 5000))).id)
        except StorageUnavailableError as error:
            print(len(ids), error, type(error.__cause__).__name__, sep="|", flush=True)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        for record in ids:
            await history.get(record)
        await history.add(Asker(1, 7), solution())

asyncio.run(main())
"""


def test_a_file_that_the_system_will_not_let_grow(place: Path) -> None:
    """The operating system refuses a write in the middle of a commit: the caller is told, what was stored stays."""
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-W", "error", "-c", FILLER, str(place), str(ROOT / "tests/support")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    stored, sentence, cause = done.stdout.strip().split("|")
    assert int(stored) > 3
    assert "Lemma cannot" in sentence
    assert cause == "OperationalError"
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM solutions").fetchone() == (int(stored) + 1,)


@contextmanager
def a_folder_that_may_not_be_written() -> Iterator[Path]:
    """With a database in it, seen by a user who is not root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = folder / "lemma.db"
        asyncio.run(_fill(place))
        place.chmod(0o444)
        folder.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            yield place
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o755)


async def _fill(place: Path) -> None:
    async with open_database(place) as database:
        await StoredHistory(database).add(MIN, solution())


def test_a_database_that_cannot_be_opened_says_where_and_how_to_mend_it() -> None:
    async def start(place: Path) -> None:
        async with open_database(place):
            pass

    with a_folder_that_may_not_be_written() as place:
        for name in (place, place.with_name("other.db"), place.parent / "new" / "lemma.db"):
            with pytest.raises(StorageUnavailableError, match="write") as caught:
                asyncio.run(start(name))
            assert str(name) in str(caught.value)


async def test_a_read_only_database_is_read_and_not_written(place: Path) -> None:
    await _fill(place)
    async with open_database(f"sqlite:///file:{place}?mode=ro&uri=true") as database:
        history, people = StoredHistory(database), StoredPeople(database)
        (kept,) = (await history.page(11, 0, 5)).records
        for attempt in (
            history.add(MIN, solution()),
            history.replace(kept.id, solution(prose="new")),
            people.forget(11),
            database.check(),
        ):
            with refused("read-only"):
                await attempt
        assert await history.get(kept.id) == kept
        assert len((await people.export(11))["solutions"]) == 1


@pytest.mark.parametrize("content", [b"not a database, " * 500, b"SQLite format 3\0" + b"\xff" * 8000])
async def test_a_file_that_is_no_database(place: Path, content: bytes) -> None:
    _write(place, content)
    with pytest.raises(StorageUnavailableError, match="damaged or no database") as caught:
        async with open_database(place):
            pass
    assert str(place) in str(caught.value)
    assert caught.value.__cause__ is not None
    assert _read(place) == content  # left for whoever wants to rescue it


async def test_a_database_damaged_while_in_use(place: Path, empty: Path) -> None:
    whole = len(_read(empty))  # the tables themselves; the solutions stand after them
    async with open_database(place) as database:
        for n in range(30):
            await StoredHistory(database).add(MIN, solution(prose=f"{n}" * 3000))
    content = _read(place)
    _write(place, content[:whole] + b"\x5a" * (len(content) - whole))
    async with open_database(place) as database:
        history = StoredHistory(database)
        with refused("damaged"):
            for n in range(1, 31):
                await history.get(n)


def _write(place: Path, content: bytes) -> None:
    place.write_bytes(content)


def _read(place: Path) -> bytes:
    return place.read_bytes()


async def test_a_folder_in_the_place_of_the_database(tmp_path: Path) -> None:
    with pytest.raises(StorageUnavailableError, match="cannot be opened"):
        async with open_database(tmp_path):
            pass


async def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    _write(tmp_path / "data", b"")
    with pytest.raises(StorageUnavailableError, match=r"data/lemma\.db cannot be opened"):
        async with open_database(tmp_path / "data" / "lemma.db"):
            pass


@pytest.mark.parametrize(
    "url", ["postgresql://lemma:hunter2@127.0.0.1:1/lemma", "mysql://u:hunter2@h/d", "what://?", "sqlite://"]
)
async def test_a_url_that_leads_nowhere_is_a_sentence_without_the_password(url: str) -> None:
    with pytest.raises(StorageUnavailableError) as caught:
        async with open_database(url, patience=0.2):
            pass
    assert "hunter2" not in str(caught.value)
    assert "database" in str(caught.value)


async def test_a_broken_write_does_not_stop_those_in_line(place: Path) -> None:
    async with open_database(place) as database:
        await limit_pages(database, 40)
        history = StoredHistory(database)
        big = [history.add(MIN, solution(prose="x" * 1_000_000)) for _ in range(3)]
        small = [history.add(MIN, solution()) for _ in range(6)]
        mixed = [task for pair in zip(big, small[:3], strict=True) for task in pair] + small[3:]
        done = await asyncio.gather(*mixed, return_exceptions=True)
        assert sum(isinstance(one, StorageUnavailableError) for one in done) == 3
        assert (await history.page(11, 0, 10)).pages == 1
        assert len((await history.page(11, 0, 10)).records) == 6


async def test_leaving_after_an_error_is_quiet(place: Path) -> None:
    with contextlib.suppress(StorageUnavailableError):
        async with open_database(place, patience=0.1) as database:
            with locked(place):
                await StoredHistory(database).add(MIN, solution())
    async with open_database(place) as database:
        assert (await StoredHistory(database).page(11, 0, 5)).records == ()
