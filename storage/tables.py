"""The tables as they are at the newest revision; `storage/migrations` leads there from any older one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
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


def _reference(name: str, to: str, *, nullable: bool = False, index: bool = False) -> Column[int]:
    """The id of a row that takes this one with it when it goes."""
    return Column(
        name,
        BigInteger().with_variant(Integer(), "sqlite"),
        ForeignKey(to, ondelete="CASCADE"),
        nullable=nullable,
        index=index,
    )


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
    _reference("solution_id", "solutions.id", index=True),
    _asker("reporter_id"),
    Column("guild_id", BigInteger),
    Column("reported_at", UtcDateTime, nullable=False),
    Column("report", JSON, nullable=False),
    Column("handled_at", UtcDateTime),
    Column("handling", JSON),
    Index(None, "guild_id", "reported_at", "id"),
    Index(None, "reporter_id"),
    sqlite_autoincrement=True,
)

handlers = Table(  # who handled a report, apart from it: they may be forgotten, what they wrote stays
    "handlers",
    metadata,
    Column(
        "report_id",
        BigInteger().with_variant(Integer(), "sqlite"),
        ForeignKey("reports.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("user_id", BigInteger, ForeignKey("askers.user_id", ondelete="CASCADE"), nullable=False, index=True),
)

guild_settings = Table(
    "guild_settings",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("level", String(32)),
    Column("look", String(32)),
    Column("adapter", String(80)),
    Column("rules", JSON),
)

preferences = Table(
    "preferences",
    metadata,
    _asker("user_id", primary_key=True),
    Column("language", String(32)),
    Column("level", String(32)),
    Column("look", String(32)),
    Column("time_zone", String(64)),
    Column("ranked", Boolean),
    Column("reminded", Boolean),
    Column("reminded_on", Date),
)

programs = Table(
    "programs",
    metadata,
    _identity(),
    _asker("user_id"),
    Column("guild_id", BigInteger),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("opened", Boolean, nullable=False),
    Column("reply", JSON, nullable=False),
    Index(None, "user_id", "id"),
    sqlite_autoincrement=True,
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
    _reference("solution_id", "solutions.id", index=True),
    Column("kept_at", UtcDateTime, nullable=False),
)

problems = Table(
    "problems",
    metadata,
    _identity(),
    Column("digest", String(64), nullable=False, unique=True),
    Column("guild_id", BigInteger, index=True),
    Column("topic", String(64), nullable=False),
    Column("level", String(32), nullable=False),
    Column("structure", String(100), nullable=False),
    Column("seed", BigInteger, nullable=False),
    Column("problem", JSON, nullable=False),
    Index(None, "structure", "topic", "level"),
    sqlite_autoincrement=True,
)

runs = Table(
    "runs",
    metadata,
    _identity(),
    _asker("user_id"),
    Column("guild_id", BigInteger),
    Column("started_at", UtcDateTime, nullable=False),
    Column("topic", String(64), nullable=False),
    Column("level", String(32)),
    Column("count", Integer, nullable=False),
    Index(None, "user_id", "id"),
    sqlite_autoincrement=True,
)

tasks = Table(
    "tasks",
    metadata,
    _identity(),
    _asker("user_id"),
    Column("guild_id", BigInteger),
    _reference("problem_id", "problems.id"),
    _reference("run_id", "runs.id", nullable=True, index=True),
    Column("kind", String(32), nullable=False),
    Column("given_at", UtcDateTime, nullable=False),
    Column("state", String(32), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("hints", Integer, nullable=False),
    Column("closed_at", UtcDateTime),
    Index(None, "user_id", "problem_id"),
    Index(None, "user_id", "id"),
    Index("ix_tasks_user_id_kind", "user_id", "kind", "id"),
    Index(None, "problem_id", "guild_id"),
    sqlite_autoincrement=True,
)

answers = Table(
    "answers",
    metadata,
    Column("receipt", BigInteger, primary_key=True, autoincrement=False),
    _reference("task_id", "tasks.id", index=True),
    Column("given_at", UtcDateTime, nullable=False),
    Column("claim", JSON, nullable=False),
    Column("mark", String(32), nullable=False),
)

ratings = Table(
    "ratings",
    metadata,
    _asker("user_id", primary_key=True),
    Column("topic", String(64), primary_key=True),
    Column("mu", Float, nullable=False),
    Column("sigma", Float, nullable=False),
    Column("ended", Integer, nullable=False),
    Column("solved", Integer, nullable=False),
    sqlite_with_rowid=False,
)

cards = Table(
    "cards",
    metadata,
    _asker("user_id", primary_key=True),
    Column("key", String(200), primary_key=True),
    _reference("problem_id", "problems.id", index=True),
    Column("due", UtcDateTime, nullable=False),
    Column("memory", JSON, nullable=False),
    Index(None, "user_id", "due"),
)

learner_days = Table(
    "learner_days",
    metadata,
    _asker("user_id", primary_key=True),
    Column("day", Date, primary_key=True),
    Column("ended", Integer, nullable=False),
    Column("solved", Integer, nullable=False),
    sqlite_with_rowid=False,
)

guild_days = Table(
    "guild_days",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Date, primary_key=True),
    _asker("user_id", primary_key=True),
    Column("points", Integer, nullable=False),
    Column("solved", Integer, nullable=False),
    Index(None, "user_id"),
    sqlite_with_rowid=False,
)

guild_scores = Table(
    "guild_scores",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    _asker("user_id", primary_key=True),
    Column("points", Integer, nullable=False),
    Column("solved", Integer, nullable=False),
    Index(None, "guild_id", "points"),
    Index(None, "user_id"),
    sqlite_with_rowid=False,
)

settings_log = Table(
    "settings_log",
    metadata,
    _identity(),
    Column("guild_id", BigInteger, nullable=False),
    Column("user_id", BigInteger, ForeignKey("askers.user_id", ondelete="SET NULL"), index=True),
    Column("changed_at", UtcDateTime, nullable=False),
    Column("change", JSON, nullable=False),
    Index(None, "guild_id", "id"),
    sqlite_autoincrement=True,
)

departures = Table(
    "departures",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("left_at", UtcDateTime, nullable=False),
)

ladders = Table(
    "ladders",
    metadata,
    Column(
        "solution_id",
        BigInteger().with_variant(Integer(), "sqlite"),
        ForeignKey("solutions.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("hints", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("ladder", JSON, nullable=False),
)

problem_sets = Table(
    "problem_sets",
    metadata,
    _identity(),
    Column("guild_id", BigInteger, nullable=False, index=True),
    Column("name", String(100), nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("used_for", String(32), nullable=False),
    sqlite_autoincrement=True,
)

set_problems = Table(
    "set_problems",
    metadata,
    Column(
        "set_id",
        BigInteger().with_variant(Integer(), "sqlite"),
        ForeignKey("problem_sets.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("place", Integer, primary_key=True, autoincrement=False),
    _reference("problem_id", "problems.id", index=True),
)

dailies = Table(
    "dailies",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("channel_id", BigInteger, nullable=False),
    Column("minute", Integer, nullable=False),
    Column("time_zone", String(64), nullable=False),
    Column("language", String(32), nullable=False),
    Column("level", String(32)),
    Column("topics", JSON, nullable=False),
    Column("role_id", BigInteger),
    Column("enabled", Boolean, nullable=False),
    Column("trouble", JSON),
)

daily_posts = Table(
    "daily_posts",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Date, primary_key=True),
    _reference("problem_id", "problems.id", index=True),
    Column("channel_id", BigInteger, nullable=False),
    Column("nonce", String(25), nullable=False),
    Column("claimer", String(64), nullable=False),
    Column("claimed_at", UtcDateTime, nullable=False),
    Column("message_id", BigInteger),
    Column("posted_at", UtcDateTime),
    Column("failed_at", UtcDateTime),
    Column("solution_at", UtcDateTime),
)

daily_recaps = Table(
    "daily_recaps",
    metadata,
    Column("guild_id", BigInteger, primary_key=True, autoincrement=False),
    Column("week", Date, primary_key=True),
    Column("claimed_at", UtcDateTime, nullable=False),
)

lessons = Table(
    "lessons",
    metadata,
    _identity(),
    _asker("user_id"),
    Column("guild_id", BigInteger),
    Column("given_at", UtcDateTime, nullable=False),
    Column("lesson", JSON, nullable=False),
    Index(None, "user_id", "given_at", "id"),
    sqlite_autoincrement=True,
)

lesson_answers = Table(
    "lesson_answers",
    metadata,
    Column(
        "lesson_id",
        BigInteger().with_variant(Integer(), "sqlite"),
        ForeignKey("lessons.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    _asker("user_id", primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("choice", Integer, nullable=False),
    Index(None, "user_id"),
)

talks = Table(
    "talks",
    metadata,
    _identity(),
    _asker("user_id"),
    Column("guild_id", BigInteger),
    Column("begun_at", UtcDateTime, nullable=False),
    _reference("lesson_id", "lessons.id", nullable=True, index=True),
    Column("shared", Boolean, nullable=False),
    Column("thread_id", BigInteger),
    Column("opening", JSON, nullable=False),
    Column("summary", JSON),
    Index(None, "user_id", "begun_at", "id"),
    sqlite_autoincrement=True,
)

turns = Table(
    "turns",
    metadata,
    _identity(),
    _reference("talk_id", "talks.id", index=True),
    _asker("user_id"),
    Column("guild_id", BigInteger),
    Column("asked_at", UtcDateTime, nullable=False),
    Column(
        "solution_id",
        BigInteger().with_variant(Integer(), "sqlite"),
        ForeignKey("solutions.id", ondelete="SET NULL"),
        index=True,
    ),
    Column("turn", JSON, nullable=False),
    Index(None, "user_id", "asked_at"),
    sqlite_autoincrement=True,
)
