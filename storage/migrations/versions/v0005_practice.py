"""Problems, who has them, what was answered, and what it says about a learner."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    for column in (
        sa.Column("time_zone", sa.String(64)),
        sa.Column("ranked", sa.Boolean()),
        sa.Column("reminded", sa.Boolean()),
        sa.Column("reminded_on", sa.Date()),
    ):
        op.add_column("preferences", column)
    _problems()
    _tasks()
    _learners()
    _guilds()


def _problems() -> None:
    op.create_table(
        "problems",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.Column("topic", sa.String(64), nullable=False),
        sa.Column("level", sa.String(32), nullable=False),
        sa.Column("structure", sa.String(100), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("problem", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_problems"),
        sa.UniqueConstraint("digest"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_problems_guild_id", "problems", ["guild_id"])


def _tasks() -> None:
    op.create_table(
        "runs",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("topic", sa.String(64), nullable=False),
        sa.Column("level", sa.String(32)),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
        _goes_with("runs", "user_id", "askers.user_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_runs_user_id_id", "runs", ["user_id", "id"])
    op.create_table(
        "tasks",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.Column("problem_id", _ID, nullable=False),
        sa.Column("run_id", _ID),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("hints", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_tasks"),
        _goes_with("tasks", "user_id", "askers.user_id"),
        _goes_with("tasks", "problem_id", "problems.id"),
        _goes_with("tasks", "run_id", "runs.id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tasks_user_id_problem_id", "tasks", ["user_id", "problem_id"])
    op.create_index("ix_tasks_user_id_id", "tasks", ["user_id", "id"])
    op.create_index("ix_tasks_problem_id_guild_id", "tasks", ["problem_id", "guild_id"])
    op.create_index("ix_tasks_run_id", "tasks", ["run_id"])
    op.create_table(
        "answers",
        sa.Column("receipt", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("task_id", _ID, nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claim", sa.JSON(), nullable=False),
        sa.Column("mark", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("receipt", name="pk_answers"),
        _goes_with("answers", "task_id", "tasks.id"),
    )
    op.create_index("ix_answers_task_id", "answers", ["task_id"])


def _learners() -> None:
    op.create_table(
        "ratings",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("topic", sa.String(64), nullable=False),
        sa.Column("mu", sa.Float(), nullable=False),
        sa.Column("sigma", sa.Float(), nullable=False),
        sa.Column("ended", sa.Integer(), nullable=False),
        sa.Column("solved", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", "topic", name="pk_ratings"),
        _goes_with("ratings", "user_id", "askers.user_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cards",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("problem_id", _ID, nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("memory", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", "key", name="pk_cards"),
        _goes_with("cards", "user_id", "askers.user_id"),
        _goes_with("cards", "problem_id", "problems.id"),
    )
    op.create_index("ix_cards_user_id_due", "cards", ["user_id", "due"])
    op.create_index("ix_cards_problem_id", "cards", ["problem_id"])
    op.create_table(
        "learner_days",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("ended", sa.Integer(), nullable=False),
        sa.Column("solved", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", "day", name="pk_learner_days"),
        _goes_with("learner_days", "user_id", "askers.user_id"),
        sqlite_with_rowid=False,
    )


def _guilds() -> None:
    op.create_table(
        "guild_days",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("solved", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "day", "user_id", name="pk_guild_days"),
        _goes_with("guild_days", "user_id", "askers.user_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_guild_days_user_id", "guild_days", ["user_id"])
    op.create_table(
        "guild_scores",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("solved", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "user_id", name="pk_guild_scores"),
        _goes_with("guild_scores", "user_id", "askers.user_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_guild_scores_guild_id_points", "guild_scores", ["guild_id", "points"])
    op.create_index("ix_guild_scores_user_id", "guild_scores", ["user_id"])


def _goes_with(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [to], name=f"fk_{table}_{column}", ondelete="CASCADE")
