"""Who asked to be reminded of reviews, and when they were last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select, update

from storage.tables import cards, preferences
from tutor.learning import Reminder
from tutor.types import Language

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection

    from storage.database import Database


class StoredReminders:
    """`tutor.stores.Reminders` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def waiting(self, now: datetime, /) -> tuple[Reminder, ...]:
        due = func.count().label("due")
        asked = (
            select(preferences.c.user_id, preferences.c.language, preferences.c.time_zone, due)
            .join(cards, cards.c.user_id == preferences.c.user_id)
            .where(preferences.c.reminded.is_(True), cards.c.due <= now)
            .group_by(preferences.c.user_id, preferences.c.language, preferences.c.time_zone)
        )

        def find(connection: Connection) -> tuple[Reminder, ...]:
            return tuple(
                Reminder(row.user_id, row.due, None if row.language is None else Language(row.language), row.time_zone)
                for row in connection.execute(asked)
            )

        return await self._database.read(find)

    async def remind(self, user_id: int, day: date, /) -> bool:
        earlier = or_(preferences.c.reminded_on.is_(None), preferences.c.reminded_on < day)
        changed = update(preferences).where(preferences.c.user_id == user_id, earlier).values(reminded_on=day)
        return await self._database.write(lambda connection: bool(connection.execute(changed).rowcount))

    async def stop(self, user_id: int, /) -> None:
        changed = update(preferences).where(preferences.c.user_id == user_id).values(reminded=False)

        def store(connection: Connection) -> None:
            connection.execute(changed)

        await self._database.write(store)
