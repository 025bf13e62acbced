"""Where stories of a topic and level are found among the problems."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_index("ix_problems_structure_topic_level", "problems", ["structure", "topic", "level"])
