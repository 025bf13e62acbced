"""Which stored solution answers a question that is asked again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "cached_answers",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("solution_id", _ID, nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_cached_answers"),
        sa.ForeignKeyConstraint(
            ["solution_id"], ["solutions.id"], name="fk_cached_answers_solution_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_cached_answers_solution_id", "cached_answers", ["solution_id"])
