"""Opens the database, brings it up to date, and runs pieces of work in transactions.

    async with open_database(data_dir / "lemma.db") as database:
        tutor = Tutor(solver, StoredHistory(database), StoredGuilds(database), StoredPeople(database))

SQLite is the embedded default; a `postgresql://` URL works where `asyncpg` is installed.
"""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import column, event, inspect, select, table, update
from sqlalchemy.engine import make_url
from sqlalchemy.engine.url import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from maths.message import Message
from storage import traces, trouble
from storage.migrations import revisions
from storage.traces import Remains
from storage.trouble import Trouble
from tutor.errors import StorageUnavailableError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine

    from sqlalchemy import Connection
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.ext.asyncio import AsyncEngine

T = TypeVar("T")

PATIENCE = 5.0  # seconds a write waits for its turn, and then for another process to release the file
_CONNECTIONS = 3  # one writes, two read
_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
_VERSION = table("alembic_version", column("version_num"))


class Database:
    """Runs work in transactions: any number read, one writes; others of this process wait in line.

    Work is a function of a SQLAlchemy `Connection`. Once begun it is finished even when the caller is
    cancelled, so that no connection is left inside a transaction. Every method raises StorageUnavailableError
    when the database does not answer; then nothing of the work was stored.
    """

    def __init__(self, engine: AsyncEngine, patience: float) -> None:
        self._sqlite = engine.dialect.name == "sqlite"
        snapshot = {} if self._sqlite else {"isolation_level": "REPEATABLE READ"}
        self._reader = engine.execution_options(begin="BEGIN", **snapshot)
        self._writer = engine.execution_options(begin="BEGIN IMMEDIATE")
        self._outside = engine.execution_options(begin=None)
        self._patience = patience
        self._turn = asyncio.Lock()
        self._running: set[asyncio.Task[Any]] = set()
        self._remains = Remains.NOWHERE
        self._tidying = False
        self._moves = 0

    @property
    def engine(self) -> AsyncEngine:
        return self._reader

    async def read(self, work: Callable[[Connection], T], /) -> T:
        """Run work on one consistent snapshot."""
        return await self._finish(self._read(work))

    async def write(self, work: Callable[[Connection], T], /) -> T:
        """Run work in a transaction; it is on the disk when this returns."""
        return await self._finish(self._write(work))

    async def erase(self, work: Callable[[Connection], T], /) -> T:
        """Write, then leave no trace of what was deleted or replaced in the files of SQLite."""
        return await self._finish(self._write(work, erasing=self._sqlite))

    async def check(self) -> None:
        """Return when the database can be written, as far as can be told without storing anything."""
        await self._finish(self._write(_touch))

    async def close(self) -> None:
        """Finish the work under way. `open_database` calls this."""
        await asyncio.gather(*self._running, return_exceptions=True)

    async def _finish(self, work: Coroutine[Any, Any, T]) -> T:
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    async def _read(self, work: Callable[[Connection], T]) -> T:
        try:
            async with self._reader.begin() as connection:
                return await connection.run_sync(work)
        except (DBAPIError, PoolTimeoutError, OSError) as error:
            raise _unavailable(error) from error

    async def _write(self, work: Callable[[Connection], T], *, erasing: bool = False) -> T:
        await self._take_turn()
        try:
            async with self._writer.begin() as connection:
                done = await connection.run_sync(work)
                if erasing:
                    await connection.run_sync(traces.mark)
            self._moves += 1
            if erasing or self._remains is Remains.LOG:
                await self.tidy(wait=erasing)
        except (DBAPIError, PoolTimeoutError, OSError) as error:
            raise _unavailable(error) from error
        else:
            return done
        finally:
            self._turn.release()

    async def tidy(self, *, wait: bool = True) -> None:
        """Erase what deleted text left behind, if it did. `open_database` calls this, too."""
        if self._sqlite:
            self._tidying = True
            try:
                self._remains = await traces.erase(self._outside, wait=wait)
            finally:
                self._tidying = False
                self._moves += 1

    async def _take_turn(self) -> None:
        """Wait for the writers before: as long as the line moves, and no longer than the patience when it stands."""
        while True:
            moves = self._moves
            try:
                async with asyncio.timeout(self._patience):
                    await self._turn.acquire()
            except TimeoutError as error:
                if moves == self._moves and not self._tidying:
                    raise StorageUnavailableError(trouble.for_asker(Trouble.BUSY)) from error
            else:
                return


@asynccontextmanager
async def open_database(place: Path | str, *, patience: float = PATIENCE) -> AsyncIterator[Database]:
    """Open the SQLite file (or the database URL) at `place`, made or migrated where needed.

    Raises StorageUnavailableError with what to do, also when a newer Lemma wrote the database.
    """
    url = _url(place)
    shown = url.database or "" if url.get_backend_name() == "sqlite" else url.render_as_string()
    try:
        _make_file(url)
    except (sqlite3.Error, OSError) as error:
        raise _unopened(error, shown) from error
    engine = _engine(url, patience)
    try:
        try:
            await _prepare(url, patience, shown)
        except (DBAPIError, PoolTimeoutError, OSError) as error:
            raise _unopened(error, shown) from error
        database = Database(engine, patience)
        try:
            await database.tidy()
            yield database
        finally:
            await database.close()
    finally:
        await engine.dispose()


def _url(place: Path | str) -> URL:
    if isinstance(place, Path) or "://" not in place:
        return URL.create("sqlite+aiosqlite", database=str(place))
    try:
        url = make_url(place)
        url = url.set(drivername=_DRIVERS.get(url.drivername, url.drivername))
        dialect = url.get_dialect()
    except (ArgumentError, NoSuchModuleError) as error:
        raise _unusable() from error
    in_memory = url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:")
    if in_memory or not dialect.is_async:
        raise _unusable()
    return url


def _unusable() -> StorageUnavailableError:
    return StorageUnavailableError(
        Message("Lemma cannot use this database URL. Write a file, or postgresql://user:password@host/database.")
    )


def _make_file(url: URL) -> None:
    """Make the SQLite file where there is none, in a folder that is its owner's alone: it holds what people asked.

    A path that cannot be opened fails here, not in aiosqlite, whose thread would outlive the event loop.
    """
    if url.get_backend_name() == "sqlite" and url.database and "uri" not in url.query:
        Path(url.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        sqlite3.connect(url.database).close()


def _engine(url: URL, patience: float, *, foreign_keys: bool = True, connections: int = _CONNECTIONS) -> AsyncEngine:
    sqlite = url.get_backend_name() == "sqlite"
    try:
        engine = create_async_engine(
            url,
            # No isolation level: BEGIN is ours to say, the sqlite3 module would leave reads outside transactions.
            connect_args={"timeout": patience, "isolation_level": None} if sqlite else {},
            poolclass=AsyncAdaptedQueuePool,
            pool_size=connections,
            max_overflow=0,
            pool_timeout=patience,
            pool_pre_ping=not sqlite,  # a server may have been restarted; a file has no such moods
        )
    except ModuleNotFoundError as error:
        raise StorageUnavailableError(
            Message("The database driver {driver} is missing: pip install {driver}", driver=url.get_driver_name())
        ) from error
    if sqlite:
        event.listen(engine.sync_engine, "connect", _pragmas(foreign_keys=foreign_keys))
        event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _pragmas(*, foreign_keys: bool) -> Callable[[DBAPIConnection, object], None]:
    def configure(connection: DBAPIConnection, _: object) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA foreign_keys={foreign_keys:d}")
        # With a write-ahead log, NORMAL would lose the last commits in a power cut: people were told they are stored.
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA fullfsync=ON")  # macOS: its plain fsync does not reach the disk
        cursor.execute("PRAGMA secure_delete=ON")  # what is deleted is overwritten
        cursor.close()

    return configure


def _begin(connection: Connection) -> None:
    """IMMEDIATE for writers: a transaction that reads first and writes later cannot wait for another one."""
    statement = connection.get_execution_options()["begin"]
    if statement is not None:
        connection.exec_driver_sql(statement)


async def _prepare(url: URL, patience: float, shown: str) -> None:
    """Switch the write-ahead log on and migrate, on a connection of its own without foreign keys.

    (A migration that rebuilds a table drops the old one, which would cascade.)
    """
    engine = _engine(url, patience, foreign_keys=False, connections=1)
    try:
        revision = await _revision(engine)
        known = revisions.known()
        if revision == known[-1]:
            return
        if revision is not None and revision not in known:
            raise StorageUnavailableError(
                Message(
                    "The database {place} was written by a newer Lemma (it is at {revision}, this one knows {known}). "
                    "Update Lemma, or open another database.",
                    place=shown,
                    revision=revision,
                    known=known[-1],
                )
            )
        upgrade = (await asyncio.to_thread(import_module, "storage.migrations.upgrade")).upgrade
        async with engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
            await connection.run_sync(upgrade)
    finally:
        await engine.dispose()


async def _revision(engine: AsyncEngine) -> str | None:
    """The revision the database is at, None when it is empty; with the write-ahead log on."""
    async with engine.execution_options(begin=None).connect() as connection:
        if connection.dialect.name == "sqlite":
            await connection.exec_driver_sql("PRAGMA journal_mode=WAL")
        return await connection.run_sync(_stored_revision)


def _stored_revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_VERSION.name):
        return None
    return connection.execute(select(_VERSION.c.version_num)).scalar_one_or_none()


def _touch(connection: Connection) -> None:
    connection.execute(update(_VERSION).values(version_num=_VERSION.c.version_num))


def _unavailable(error: trouble.Failure) -> Exception:
    found = trouble.diagnose(error)
    return error if found is None else StorageUnavailableError(trouble.for_asker(found))


def _unopened(error: trouble.Failure, place: str) -> Exception:
    found = trouble.diagnose(error)
    return error if found is None else StorageUnavailableError(trouble.for_operator(found, place, error))
