"""What moderators set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from storage.encoding import decode_rules, encode_rules
from storage.tables import guild_settings
from storage.upsert import upsert
from tutor.types import GuildSettings, Level, Look

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from storage.database import Database


class StoredGuilds:
    """`tutor.ports.Guilds` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def settings(self, guild_id: int, /) -> GuildSettings:
        def find(connection: Connection) -> GuildSettings:
            asked = select(guild_settings).where(guild_settings.c.guild_id == guild_id)
            row = connection.execute(asked).one_or_none()
            if row is None:
                return GuildSettings()
            return GuildSettings(
                level=None if row.level is None else Level(row.level),
                look=None if row.look is None else Look(row.look),
                adapter=row.adapter,
                **({} if row.rules is None else decode_rules(row.rules)),
            )

        return await self._database.read(find)

    async def set(self, guild_id: int, settings: GuildSettings, /) -> None:
        row = {
            "guild_id": guild_id,
            "level": settings.level,
            "look": settings.look,
            "adapter": settings.adapter,
            "rules": encode_rules(settings),
        }

        def store(connection: Connection) -> None:
            connection.execute(upsert(guild_settings, row))

        await self._database.write(store)
