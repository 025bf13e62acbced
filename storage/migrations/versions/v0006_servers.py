"""What a server sets, its own problems, its daily problem, what became of reports, and hint ladders of solutions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("guild_settings", sa.Column("rules", sa.JSON()))
    op.add_column("reports", sa.Column("handled_at", sa.DateTime(timezone=True)))
    op.add_column("reports", sa.Column("handling", sa.JSON()))
    op.create_table(
        "handlers",
        sa.Column("report_id", _ID, autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("report_id", name="pk_handlers"),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_handlers_report_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["user_id"], ["askers.user_id"], name="fk_handlers_user_id", ondelete="CASCADE"),
    )
    op.create_index("ix_handlers_user_id", "handlers", ["user_id"])
    _settings()
    _own_problems()
    _daily()


def _settings() -> None:
    op.create_table(
        "settings_log",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger()),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("change", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_settings_log"),
        sa.ForeignKeyConstraint(["user_id"], ["askers.user_id"], name="fk_settings_log_user_id", ondelete="SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_settings_log_guild_id_id", "settings_log", ["guild_id", "id"])
    op.create_index("ix_settings_log_user_id", "settings_log", ["user_id"])
    op.create_table(
        "departures",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", name="pk_departures"),
    )
    op.create_table(
        "ladders",
        sa.Column("solution_id", _ID, autoincrement=False, nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hints", sa.Integer(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("ladder", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("solution_id", name="pk_ladders"),
        _goes_with("ladders", "solution_id", "solutions.id"),
    )


def _own_problems() -> None:
    op.create_table(
        "problem_sets",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_for", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_problem_sets"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_problem_sets_guild_id", "problem_sets", ["guild_id"])
    op.create_table(
        "set_problems",
        sa.Column("set_id", _ID, autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("problem_id", _ID, nullable=False),
        sa.PrimaryKeyConstraint("set_id", "place", name="pk_set_problems"),
        _goes_with("set_problems", "set_id", "problem_sets.id"),
        _goes_with("set_problems", "problem_id", "problems.id"),
    )
    op.create_index("ix_set_problems_problem_id", "set_problems", ["problem_id"])


def _daily() -> None:
    op.create_table(
        "dailies",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("time_zone", sa.String(64), nullable=False),
        sa.Column("language", sa.String(32), nullable=False),
        sa.Column("level", sa.String(32)),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("role_id", sa.BigInteger()),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("trouble", sa.JSON()),
        sa.PrimaryKeyConstraint("guild_id", name="pk_dailies"),
    )
    op.create_table(
        "daily_posts",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("problem_id", _ID, nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("nonce", sa.String(25), nullable=False),
        sa.Column("claimer", sa.String(64), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("posted_at", sa.DateTime(timezone=True)),
        sa.Column("failed_at", sa.DateTime(timezone=True)),
        sa.Column("solution_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("guild_id", "day", name="pk_daily_posts"),
        _goes_with("daily_posts", "problem_id", "problems.id"),
    )
    op.create_index("ix_daily_posts_problem_id", "daily_posts", ["problem_id"])
    op.create_table(
        "daily_recaps",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "week", name="pk_daily_recaps"),
    )


def _goes_with(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [to], name=f"fk_{table}_{column}", ondelete="CASCADE")
