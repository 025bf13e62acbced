"""The tables as they are at the newest revision; `storage/migrations` leads there from any older one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    TypeDecorator,
)

if TYPE_CHECKING:
    from sqlalchemy import Dialect


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept in UTC. SQLite knows no zones, so the zone is put back when read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _identity() -> Column[int]:
    """Ids only grow, and the id of a deleted row never returns: a button in an old message may still hold it."""
    return Column("id", BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=True)


def _asker(name: str, *, primary_key: bool = False) -> Column[int]:
    return Column(
        name,
        BigInteger,
        ForeignKey("askers.user_id", ondelete="CASCADE"),
        primary_key=primary_key,
        autoincrement=False,
        nullable=False,
    )


askers = Table("askers", metadata, Column("user_id", BigInteger, primary_key=True, autoincrement=False))

solutions = Table(
    "solutions",
    metadata,
    _identity(),
    _asker("user_id"),
    Column("guild_id", BigInteger),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("solution", JSON, nullable=False),
    Index(None, "user_id", "asked_at", "id"),
    sqlite_autoincrement=True,
)

reports = Table(
    "reports",
    metadata,
    _identity(),
    Column(
        "solution_id",
        BigInteger().with_variant(Integer(), "sqlite"),
        ForeignKey("solutions.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    _asker("reporter_id"),
    Column("guild_id", BigInteger),
    Column("reported_at", UtcDateTime, nullable=False),
    Column("report", JSON, nullable=False),
    Index(None, "guild_id", "reported_at", "id"),
    Index(None, "reporter_id"),
    sqlite_autoincrement=True,
)

guild_settings = Table(
    "guild_settings",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("level", String(32)),
    Column("look", String(32)),
    Column("adapter", String(80)),
)

preferences = Table(
    "preferences",
    metadata,
    _asker("user_id", primary_key=True),
    Column("language", String(32)),
    Column("level", String(32)),
    Column("look", String(32)),
)

sketches = Table(
    "sketches",
    metadata,
    _identity(),
    _asker("user_id"),
    Column("guild_id", BigInteger),
    Column("drawn_at", UtcDateTime, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("sketch", JSON, nullable=False),
    Index(None, "user_id", "id"),
    sqlite_autoincrement=True,
)

cached_answers = Table(
    "cached_answers",
    metadata,
    Column("key", String(64), primary_key=True),
    Column(
        "solution_id",
        BigInteger().with_variant(Integer(), "sqlite"),
        ForeignKey("solutions.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("kept_at", UtcDateTime, nullable=False),
)
