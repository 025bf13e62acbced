"""Takes what was deleted out of SQLite's files, and remembers in the file that it is still to be done.

Deleted rows leave copies: in the write-ahead log, and (`PRAGMA secure_delete` notwithstanding) in the gaps of
pages that were rebalanced earlier. VACUUM writes every page anew, then the log is emptied. It takes about 20 ms
for each MB. `user_version` carries what remains to be done across a crash.
"""

from __future__ import annotations

import logging
from enum import IntEnum
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

_log = logging.getLogger(__name__)


class Remains(IntEnum):
    """Where copies of deleted text may be."""

    NOWHERE = 0
    PAGES = 1
    LOG = 2


def mark(connection: Connection) -> None:
    """Note, in the transaction that deletes, that copies of the text remain."""
    _set(connection, Remains.PAGES)


async def erase(engine: AsyncEngine, *, wait: bool = True) -> Remains:
    """Erase what the mark speaks of and return what remains; nothing of it is an error of the deletion.

    `engine` begins no transactions. Without `wait`, a log that somebody is reading is left at once.
    """
    remains = Remains.PAGES
    try:
        async with engine.connect() as connection:
            remains = Remains((await connection.exec_driver_sql("PRAGMA user_version")).scalar_one())
            if remains is Remains.PAGES:
                await connection.exec_driver_sql("VACUUM")
                await connection.run_sync(_set, remains := Remains.LOG)
            if remains is Remains.LOG and await _empty_log(connection, wait=wait):
                await connection.run_sync(_set, remains := Remains.NOWHERE)
    except (DBAPIError, PoolTimeoutError) as error:
        _log.warning("deleted text may remain in the database file until the next start: %s", error)
    if remains is Remains.LOG and wait:
        _log.warning("deleted text may remain in the write-ahead log until the next write: the database is in use")
    return remains


async def _empty_log(connection: AsyncConnection, *, wait: bool) -> bool:
    """Move the write-ahead log into the database and truncate it; False where a reader of it is in the way."""
    patience = (await connection.exec_driver_sql("PRAGMA busy_timeout")).scalar_one()
    if not wait:
        await connection.exec_driver_sql("PRAGMA busy_timeout=0")
    busy = (await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")).scalar_one()
    await connection.exec_driver_sql(f"PRAGMA busy_timeout={patience}")
    return not busy


def _set(connection: Connection, remains: Remains) -> None:
    connection.exec_driver_sql(f"PRAGMA user_version={remains:d}")
