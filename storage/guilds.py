"""What moderators set, and who changed what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, update

from storage.encoding import decode_change, decode_rules, encode_change, encode_rules
from storage.tables import askers, dailies, guild_settings, settings_log
from storage.upsert import upsert
from tutor.types import GuildSettings, Level, Look, SettingsChange, SettingsLog

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Connection, RowMapping

    from storage.database import Database


class StoredGuilds:
    """`tutor.stores.Guilds` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def settings(self, guild_id: int, /) -> GuildSettings:
        return await self._database.read(lambda connection: _settings(connection, guild_id))

    async def change(
        self, guild_id: int, user_id: int, at: datetime, change: Callable[[GuildSettings], GuildSettings], /
    ) -> GuildSettings:
        def store(connection: Connection) -> GuildSettings:
            before = _settings(connection, guild_id, lock=True)
            after = change(before)
            if after == before:
                return before
            connection.execute(upsert(askers, {"user_id": user_id}))
            connection.execute(upsert(guild_settings, _row(guild_id, after)))
            logged = {
                "guild_id": guild_id,
                "user_id": user_id,
                "changed_at": at,
                "change": encode_change(before, after),
            }
            connection.execute(insert(settings_log).values(logged))
            if after.language is not None and after.language is not before.language:
                posted = update(dailies).where(dailies.c.guild_id == guild_id)
                connection.execute(posted.values(language=after.language))
            return after

        return await self._database.write(store)

    async def log(self, guild_id: int, page: int, size: int, /) -> SettingsLog:
        of_guild = settings_log.c.guild_id == guild_id

        def find(connection: Connection) -> SettingsLog:
            count = connection.execute(select(func.count()).select_from(settings_log).where(of_guild)).scalar_one()
            pages = max(1, -(-count // size))
            at = min(max(page, 0), pages - 1)
            newest = select(settings_log).where(of_guild).order_by(settings_log.c.id.desc())
            rows = connection.execute(newest.limit(size).offset(at * size)).mappings()
            return SettingsLog(tuple(settings_change(row) for row in rows), at, pages)

        return await self._database.read(find)


def settings_change(row: RowMapping | dict[str, Any]) -> SettingsChange:
    """A row of `settings_log` as the noun."""
    before, after = decode_change(row["change"])
    return SettingsChange(row["id"], row["guild_id"], row["user_id"], row["changed_at"], before, after)


def _settings(connection: Connection, guild_id: int, *, lock: bool = False) -> GuildSettings:
    asked = select(guild_settings).where(guild_settings.c.guild_id == guild_id)
    row = connection.execute(asked.with_for_update() if lock else asked).one_or_none()
    if row is None:
        return GuildSettings()
    return GuildSettings(
        level=None if row.level is None else Level(row.level),
        look=None if row.look is None else Look(row.look),
        adapter=row.adapter,
        **({} if row.rules is None else decode_rules(row.rules)),
    )


def _row(guild_id: int, settings: GuildSettings) -> dict[str, Any]:
    return {
        "guild_id": guild_id,
        "level": settings.level,
        "look": settings.look,
        "adapter": settings.adapter,
        "rules": encode_rules(settings),
    }
