"""What moderators make of what readers reported."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select, update

from maths.message import Message
from storage.encoding import encode_handling
from storage.history import report
from storage.tables import askers, handlers, reports
from storage.upsert import upsert
from tutor.errors import NotFoundError
from tutor.types import ReportPage

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from storage.database import Database
    from tutor.types import Handling, Report

REPORTS = select(reports, handlers.c.user_id.label("handled_by")).outerjoin(
    handlers, handlers.c.report_id == reports.c.id
)


class StoredReports:
    """`tutor.stores.Reports` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(self, guild_id: int, page: int, /, *, handled: bool) -> ReportPage:
        wanted = reports.c.handled_at.is_not(None) if handled else reports.c.handled_at.is_(None)
        newest = (reports.c.handled_at if handled else reports.c.reported_at).desc()

        def find(connection: Connection) -> ReportPage:
            of_guild = (reports.c.guild_id == guild_id, wanted)
            count = connection.execute(select(func.count()).select_from(reports).where(*of_guild)).scalar_one()
            at = min(max(page, 0), max(count - 1, 0))
            asked = REPORTS.where(*of_guild).order_by(newest, reports.c.id.desc()).limit(1).offset(at)
            row = connection.execute(asked).mappings().one_or_none()
            return ReportPage(None if row is None else report(row), at, max(count, 1))

        return await self._database.read(find)

    async def get(self, report_id: int, /) -> Report:
        return await self._database.read(lambda connection: _get(connection, report_id))

    async def handle(self, report_id: int, handling: Handling, /) -> Report | None:
        values = {
            "handled_at": handling.handled_at,
            "handling": encode_handling(handling),
        }
        mine = update(reports).where(reports.c.id == report_id, reports.c.handled_at.is_(None)).values(values)

        def store(connection: Connection) -> Report | None:
            if not connection.execute(mine).rowcount:
                _get(connection, report_id)
                return None
            connection.execute(upsert(askers, {"user_id": handling.moderator_id}))
            connection.execute(upsert(handlers, {"report_id": report_id, "user_id": handling.moderator_id}))
            return _get(connection, report_id)

        return await self._database.write(store)

    async def reopen(self, report_id: int, /) -> Report:
        again = update(reports).where(reports.c.id == report_id)

        def store(connection: Connection) -> Report:
            connection.execute(delete(handlers).where(handlers.c.report_id == report_id))
            connection.execute(again.values(handled_at=None, handling=None))
            return _get(connection, report_id)

        return await self._database.write(store)

    async def told(self, report_id: int, /) -> None:
        def store(connection: Connection) -> None:
            handling = _get(connection, report_id).handling
            if handling is not None:
                known = encode_handling(replace(handling, told=True))
                connection.execute(update(reports).where(reports.c.id == report_id).values(handling=known))

        await self._database.write(store)

    async def news(self, user_id: int, /) -> tuple[Report, ...]:
        handled = (
            REPORTS.where(reports.c.reporter_id == user_id, reports.c.handled_at.is_not(None))
            .where(reports.c.handling["told"].as_boolean().is_(False))
            .order_by(reports.c.handled_at, reports.c.id)
        )

        def find(connection: Connection) -> tuple[Report, ...]:
            return tuple(report(row) for row in connection.execute(handled).mappings())

        return await self._database.read(find)


def _get(connection: Connection, report_id: int) -> Report:
    row = connection.execute(REPORTS.where(reports.c.id == report_id)).mappings().one_or_none()
    if row is None:
        raise NotFoundError(Message("This report is not stored any more."))
    return report(row)
