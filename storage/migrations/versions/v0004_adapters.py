"""Which of the model's adapters a guild chose."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("guild_settings", sa.Column("adapter", sa.String(80)))
