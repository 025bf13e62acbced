"""Which stored solution answers a question that is asked again. It holds no text: only whose answer is given."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, exists, or_, select

from storage.history import record
from storage.tables import cached_answers, reports, solutions
from storage.upsert import upsert
from tutor.types import Ruling

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from storage.database import Database
    from tutor.types import Record

WEEK = timedelta(days=7)


def _now() -> datetime:
    return datetime.now(UTC)


_DOUBTED = exists().where(
    reports.c.solution_id == solutions.c.id,
    or_(reports.c.handled_at.is_(None), reports.c.handling["ruling"].as_string() == Ruling.CORRECTED.value),
)


class StoredCache:
    """`tutor.stores.Cache` in a database. What was kept longer than `lifetime` ago answers nothing any more.

    Nor does what somebody reported, unless moderators found nothing wrong in it.
    """

    def __init__(self, database: Database, lifetime: timedelta = WEEK, clock: Callable[[], datetime] = _now) -> None:
        self._database = database
        self._lifetime = lifetime
        self._clock = clock

    async def find(self, key: str, /) -> Record | None:
        oldest = self._clock() - self._lifetime
        kept = (
            select(solutions)
            .join(cached_answers, cached_answers.c.solution_id == solutions.c.id)
            .where(cached_answers.c.key == key, cached_answers.c.kept_at > oldest, ~_DOUBTED)
        )

        def look(connection: Connection) -> Record | None:
            row = connection.execute(kept).mappings().one_or_none()
            return None if row is None else record(row)

        return await self._database.read(look)

    async def keep(self, key: str, record_id: int, /) -> None:
        now = self._clock()
        row = {"key": key, "solution_id": record_id, "kept_at": now}
        stale = delete(cached_answers).where(cached_answers.c.kept_at <= now - self._lifetime)

        def store(connection: Connection) -> None:
            connection.execute(stale)
            if connection.execute(select(solutions.c.id).where(solutions.c.id == record_id)).first() is not None:
                connection.execute(upsert(cached_answers, row))

        await self._database.write(store)

    async def drop(self, key: str, /) -> None:
        gone = delete(cached_answers).where(cached_answers.c.key == key)
        await self._database.write(lambda connection: connection.execute(gone).rowcount)

    async def clear(self) -> int:
        return await self._database.write(lambda connection: connection.execute(delete(cached_answers)).rowcount)
