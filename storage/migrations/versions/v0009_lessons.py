"""Lessons with the answers to their questions, and conversations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _lessons()
    _talks()


def _lessons() -> None:
    op.create_table(
        "lessons",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lesson", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_lessons"),
        _goes_with("lessons", "user_id", "askers.user_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_lessons_user_id_given_at_id", "lessons", ["user_id", "given_at", "id"])
    op.create_table(
        "lesson_answers",
        sa.Column("lesson_id", _ID, autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("choice", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("lesson_id", "user_id", "place", name="pk_lesson_answers"),
        _goes_with("lesson_answers", "lesson_id", "lessons.id"),
        _goes_with("lesson_answers", "user_id", "askers.user_id"),
    )
    op.create_index("ix_lesson_answers_user_id", "lesson_answers", ["user_id"])


def _talks() -> None:
    op.create_table(
        "talks",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lesson_id", _ID),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("thread_id", sa.BigInteger()),
        sa.Column("opening", sa.JSON(), nullable=False),
        sa.Column("summary", sa.JSON()),
        sa.PrimaryKeyConstraint("id", name="pk_talks"),
        _goes_with("talks", "user_id", "askers.user_id"),
        _goes_with("talks", "lesson_id", "lessons.id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_talks_user_id_begun_at_id", "talks", ["user_id", "begun_at", "id"])
    op.create_index("ix_talks_lesson_id", "talks", ["lesson_id"])
    op.create_table(
        "turns",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("talk_id", _ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("solution_id", _ID),
        sa.Column("turn", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_turns"),
        _goes_with("turns", "talk_id", "talks.id"),
        _goes_with("turns", "user_id", "askers.user_id"),
        sa.ForeignKeyConstraint(["solution_id"], ["solutions.id"], name="fk_turns_solution_id", ondelete="SET NULL"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_turns_talk_id", "turns", ["talk_id"])
    op.create_index("ix_turns_solution_id", "turns", ["solution_id"])
    op.create_index("ix_turns_user_id_asked_at", "turns", ["user_id", "asked_at"])


def _goes_with(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [to], name=f"fk_{table}_{column}", ondelete="CASCADE")
