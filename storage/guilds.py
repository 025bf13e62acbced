"""What moderators set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from storage.tables import guild_settings
from storage.upsert import upsert
from tutor.types import GuildSettings, Level

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from storage.database import Database


class StoredGuilds:
    """`tutor.ports.Guilds` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def settings(self, guild_id: int, /) -> GuildSettings:
        def find(connection: Connection) -> GuildSettings:
            asked = select(guild_settings.c.level).where(guild_settings.c.guild_id == guild_id)
            level = connection.execute(asked).scalar_one_or_none()
            return GuildSettings(level=None if level is None else Level(level))

        return await self._database.read(find)

    async def set(self, guild_id: int, settings: GuildSettings, /) -> None:
        row = {"guild_id": guild_id, "level": settings.level}

        def store(connection: Connection) -> None:
            connection.execute(upsert(guild_settings, row))

        await self._database.write(store)
