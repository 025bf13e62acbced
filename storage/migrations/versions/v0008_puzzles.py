"""Where a learner's puzzles are found among their tasks."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_index("ix_tasks_user_id_kind", "tasks", ["user_id", "kind", "id"])
