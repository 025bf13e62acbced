"""Guilds that removed Lemma, and the end of what was set there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, or_, select, union

from storage.tables import (
    cards,
    dailies,
    daily_posts,
    daily_recaps,
    departures,
    guild_settings,
    problem_sets,
    problems,
    settings_log,
    tasks,
)
from storage.upsert import insert_new

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy import Connection

    from storage.database import Database

_SETS_SOMETHING = (guild_settings, settings_log, dailies, problem_sets)
_GOES = (guild_settings, settings_log, problem_sets, dailies, daily_posts, daily_recaps)


class StoredDepartures:
    """`tutor.stores.Departures` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def leave(self, guild_id: int, at: datetime, /) -> None:
        def store(connection: Connection) -> None:
            connection.execute(insert_new(departures, {"guild_id": guild_id, "left_at": at}))

        await self._database.write(store)

    async def come(self, guild_id: int, /) -> None:
        def store(connection: Connection) -> None:
            connection.execute(delete(departures).where(departures.c.guild_id == guild_id))

        await self._database.write(store)

    async def meet(self, present: Collection[int], at: datetime, /) -> None:
        here = frozenset(present)

        def store(connection: Connection) -> None:
            known = union(*(select(table.c.guild_id) for table in _SETS_SOMETHING))
            away = frozenset(connection.execute(select(departures.c.guild_id)).scalars())
            for guild_id in away & here:
                connection.execute(delete(departures).where(departures.c.guild_id == guild_id))
            for guild_id in frozenset(connection.execute(known).scalars()) - here - away:
                connection.execute(insert_new(departures, {"guild_id": guild_id, "left_at": at}))

        await self._database.write(store)

    async def gone(self, since: datetime, /) -> tuple[int, ...]:
        asked = select(departures.c.guild_id).where(departures.c.left_at <= since).order_by(departures.c.guild_id)
        return await self._database.read(lambda connection: tuple(connection.execute(asked).scalars()))

    async def delete(self, guild_id: int, since: datetime, /) -> bool:
        still = delete(departures).where(departures.c.guild_id == guild_id, departures.c.left_at <= since)

        def store(connection: Connection) -> bool:
            if connection.execute(still).rowcount == 0:
                return False
            for table in _GOES:
                connection.execute(delete(table).where(table.c.guild_id == guild_id))
            had = or_(problems.c.id.in_(select(tasks.c.problem_id)), problems.c.id.in_(select(cards.c.problem_id)))
            connection.execute(delete(problems).where(problems.c.guild_id == guild_id, ~had))
            return True

        return await self._database.write(store)
