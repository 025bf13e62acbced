"""How people and guilds want solutions shown, and what learners had drawn."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("preferences", sa.Column("look", sa.String(32)))
    op.add_column("guild_settings", sa.Column("look", sa.String(32)))
    op.create_table(
        "sketches",
        sa.Column("id", _ID, autoincrement=True, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("sketch", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sketches"),
        sa.ForeignKeyConstraint(["user_id"], ["askers.user_id"], name="fk_sketches_user_id", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_sketches_user_id_id", "sketches", ["user_id", "id"])
