"""Askers, their solutions and preferences, what readers report, what moderators set."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "askers",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("user_id", name="pk_askers"),
    )
    op.create_table(
        "solutions",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("solution", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_solutions"),
        sa.ForeignKeyConstraint(["user_id"], ["askers.user_id"], name="fk_solutions_user_id", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_solutions_user_id_asked_at_id", "solutions", ["user_id", "asked_at", "id"])
    op.create_table(
        "reports",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("solution_id", _ID, nullable=False),
        sa.Column("reporter_id", sa.BigInteger(), nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.ForeignKeyConstraint(["solution_id"], ["solutions.id"], name="fk_reports_solution_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["reporter_id"], ["askers.user_id"], name="fk_reports_reporter_id", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_reports_solution_id", "reports", ["solution_id"])
    op.create_index("ix_reports_reporter_id", "reports", ["reporter_id"])
    op.create_index("ix_reports_guild_id_reported_at_id", "reports", ["guild_id", "reported_at", "id"])
    op.create_table(
        "guild_settings",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("level", sa.String(32)),
        sa.PrimaryKeyConstraint("guild_id", name="pk_guild_settings"),
    )
    op.create_table(
        "preferences",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(32)),
        sa.Column("level", sa.String(32)),
        sa.PrimaryKeyConstraint("user_id", name="pk_preferences"),
        sa.ForeignKeyConstraint(["user_id"], ["askers.user_id"], name="fk_preferences_user_id", ondelete="CASCADE"),
    )
