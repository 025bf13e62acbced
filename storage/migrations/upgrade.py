"""Brings a database to the newest revision. Loads Alembic: import it only when the database is behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from sqlalchemy import func, select

from storage.migrations.revisions import SCRIPTS

if TYPE_CHECKING:
    from sqlalchemy import Connection

_LOCK = 0x4C656D6D61  # "Lemma": any number that no other program takes


def upgrade(connection: Connection) -> None:
    """Migrate inside the transaction the connection is in: all steps or none.

    On SQLite the caller began it IMMEDIATE, so that a second process waits here and then finds nothing to do.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
