"""Stored solutions and what readers reported of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, update

from maths.message import Message
from storage.encoding import decode_handling, decode_report, decode_solution, encode_report, encode_solution
from storage.tables import askers, lessons, programs, reports, solutions, turns
from storage.upsert import upsert
from tutor.errors import NotFoundError
from tutor.types import Asker, Handling, HistoryPage, Record, Report, Ruling

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Column, Connection, RowMapping, Select, Table

    from storage.database import Database
    from tutor.types import Solution


def _now() -> datetime:
    return datetime.now(UTC)


class StoredHistory:
    """`tutor.stores.History` in a database."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = _now) -> None:
        self._database = database
        self._clock = clock

    async def add(self, asker: Asker, solution: Solution, /) -> Record:
        asked_at = self._clock()
        row = {
            "user_id": asker.user_id,
            "guild_id": asker.guild_id,
            "asked_at": asked_at,
            "solution": encode_solution(solution),
        }

        def store(connection: Connection) -> int:
            connection.execute(upsert(askers, {"user_id": asker.user_id}))
            stored: int = connection.execute(insert(solutions).values(row).returning(solutions.c.id)).scalar_one()
            return stored

        return Record(await self._database.write(store), asker, asked_at, solution)

    async def replace(self, record_id: int, solution: Solution, /) -> Record:
        document = encode_solution(solution)

        def store(connection: Connection) -> Record:
            changed = update(solutions).where(solutions.c.id == record_id).values(solution=document)
            changed_row = connection.execute(changed.returning(*solutions.c)).mappings().one_or_none()
            return corrected(connection, (_found(changed_row),))[0]

        return await self._database.write(store)

    async def get(self, record_id: int, /) -> Record:
        def find(connection: Connection) -> Record:
            asked = select(solutions).where(solutions.c.id == record_id)
            return corrected(connection, (_found(connection.execute(asked).mappings().one_or_none()),))[0]

        return await self._database.read(find)

    async def page(self, user_id: int, page: int, size: int, /) -> HistoryPage:
        own = solutions.c.user_id == user_id

        def find(connection: Connection) -> HistoryPage:
            count = connection.execute(select(func.count()).select_from(solutions).where(own)).scalar_one()
            pages = max(1, -(-count // size))
            at = min(max(page, 0), pages - 1)
            newest = select(solutions).where(own).order_by(solutions.c.asked_at.desc(), solutions.c.id.desc())
            rows = connection.execute(newest.limit(size).offset(at * size)).mappings()
            return HistoryPage(corrected(connection, [record(row) for row in rows]), at, pages)

        return await self._database.read(find)

    async def asked_since(self, asker: Asker, since: datetime, /) -> int:
        def count(connection: Connection) -> int:
            """Solutions, lessons, programs, and answers in conversations that are no solutions."""
            counted = (
                _count(solutions, solutions.c.asked_at),
                _count(lessons, lessons.c.given_at),
                _count(programs, programs.c.asked_at),
                _count(turns, turns.c.asked_at).where(turns.c.solution_id.is_(None)),
            )
            return sum(int(connection.execute(each).scalar_one()) for each in counted)

        def _count(table: Table, when: Column[datetime]) -> Select[Any]:
            own = select(func.count()).select_from(table).where(table.c.user_id == asker.user_id, when >= since)
            return own.where(table.c.guild_id == asker.guild_id)

        return await self._database.read(count)

    async def report(self, record_id: int, reporter: Asker, text: str, /) -> Report:
        reported_at = self._clock()
        row = {
            "solution_id": record_id,
            "reporter_id": reporter.user_id,
            "guild_id": reporter.guild_id,
            "reported_at": reported_at,
            "report": encode_report(text),
        }

        def store(connection: Connection) -> int:
            if connection.execute(select(solutions.c.id).where(solutions.c.id == record_id)).first() is None:
                raise _not_found()
            connection.execute(upsert(askers, {"user_id": reporter.user_id}))
            stored: int = connection.execute(insert(reports).values(row).returning(reports.c.id)).scalar_one()
            return stored

        return Report(await self._database.write(store), record_id, reporter, reported_at, text)


def record(row: RowMapping | dict[str, Any]) -> Record:
    """A row of `solutions` as the noun."""
    return Record(row["id"], Asker(row["user_id"], row["guild_id"]), row["asked_at"], decode_solution(row["solution"]))


def corrected(connection: Connection, found: Sequence[Record]) -> tuple[Record, ...]:
    """Records with what moderators said of them."""
    made = (
        select(reports.c.solution_id, reports.c.handling)
        .where(reports.c.solution_id.in_([each.id for each in found]), reports.c.handled_at.is_not(None))
        .order_by(reports.c.handled_at, reports.c.id)
    )
    said: dict[int, list[str]] = {}
    for solution_id, document in connection.execute(made):
        ruling, text, _ = decode_handling(document)
        if ruling is Ruling.CORRECTED:
            said.setdefault(solution_id, []).append(text)
    return tuple(replace(each, corrections=tuple(said.get(each.id, ()))) for each in found)


def report(row: RowMapping | dict[str, Any]) -> Report:
    """A row of `reports` as the noun."""
    return Report(
        row["id"],
        row["solution_id"],
        Asker(row["reporter_id"], row["guild_id"]),
        row["reported_at"],
        decode_report(row["report"]),
        _handling(row),
    )


def _handling(row: RowMapping | dict[str, Any]) -> Handling | None:
    if row["handled_at"] is None:
        return None
    ruling, text, told = decode_handling(row["handling"])
    return Handling(ruling, text, row.get("handled_by"), row["handled_at"], told)


def _found(row: RowMapping | None) -> Record:
    if row is None:
        raise _not_found()
    return record(row)


def _not_found() -> NotFoundError:
    return NotFoundError(Message("This solution is not stored any more."))
