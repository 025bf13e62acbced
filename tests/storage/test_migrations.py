from __future__ import annotations

import importlib
import importlib.util
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from samples import solution
from sqlalchemy import create_engine

from storage.database import open_database
from storage.guilds import StoredGuilds
from storage.history import StoredHistory
from storage.migrations import revisions
from storage.people import StoredPeople
from storage.reports import StoredReports
from storage.tables import metadata
from tutor.errors import StorageUnavailableError
from tutor.types import Asker, GuildSettings, Language, Level, Preferences

if TYPE_CHECKING:
    from storage.database import Database

ROOT = Path(__file__).parents[2]
RELEASED = Path(__file__).parent / "released"
OLDEST = "0001"


def build_oldest(place: Path) -> None:
    """The database as the first release left it, from SQL frozen then; never to be written anew."""
    document = (RELEASED / "solution_1.json").read_text(encoding="utf-8")
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.executescript((RELEASED / "schema_0001.sql").read_text(encoding="utf-8"))
        connection.executemany("INSERT INTO askers VALUES (?)", [(11,), (22,)])
        connection.execute(
            "INSERT INTO solutions (id, user_id, guild_id, asked_at, solution) VALUES (41, 11, 7, ?, ?)",
            ("2025-03-01 23:00:00.000000", document),
        )
        connection.execute(
            "INSERT INTO reports VALUES (5, 41, 22, 7, ?, ?)",
            ("2025-03-02 08:00:00.000000", json.dumps({"version": 1, "text": "wrong"})),
        )
        connection.execute("INSERT INTO guild_settings VALUES (7, 'advanced')")
        connection.execute("INSERT INTO preferences VALUES (11, 'ko', NULL)")


async def test_the_oldest_database_is_brought_up_to_date_with_everything_in_it(place: Path) -> None:
    build_oldest(place)
    async with open_database(place) as database:
        history = StoredHistory(database)
        record = await history.get(41)
        assert record.asker == Asker(11, 7)
        assert record.asked_at == datetime(2025, 3, 1, 23, tzinfo=UTC)
        assert record.solution.question.text == "x^2 - 5x + 6 = 0을 풀어 주세요."
        report = (await StoredReports(database).page(7, 0, handled=False)).report
        assert report is not None
        assert (report.id, report.record_id, report.reporter, report.text) == (5, 41, Asker(22, 7), "wrong")
        assert await StoredGuilds(database).settings(7) == GuildSettings(Level.ADVANCED)
        assert await StoredPeople(database).preferences(11) == Preferences(Language.KOREAN)
        assert (await history.add(Asker(11, 7), solution())).id > 41
        assert await StoredPeople(database).forget(11) == 2
        assert (await StoredReports(database).page(7, 0, handled=False)).report is None


def test_the_newest_revision_is_the_one_alembic_finds() -> None:
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(revisions.SCRIPTS)
    assert scripts.get_current_head() == revisions.known()[-1]
    assert sorted(script.revision for script in scripts.walk_revisions()) == list(revisions.known())
    assert revisions.known()[0] == OLDEST


async def test_the_migrations_lead_to_the_tables_the_code_speaks_of(database: Database, place: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = create_engine(f"sqlite:///{place}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()
    with closing(sqlite3.connect(place)) as connection:
        made = dict(connection.execute("SELECT name, sql FROM sqlite_master").fetchall())
    assert "AUTOINCREMENT" in made["solutions"]
    assert "AUTOINCREMENT" in made["reports"]
    assert made["reports"].count("ON DELETE CASCADE") == 2


async def test_the_migrations_are_spelled_for_postgresql_too() -> None:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    written = StringIO()
    options = {"as_sql": True, "output_buffer": written}
    context = MigrationContext.configure(dialect_name="postgresql", opts=options)
    with Operations.context(context):
        for script in sorted(revisions.SCRIPTS.glob("versions/v*.py")):
            importlib.import_module(f"storage.migrations.versions.{script.stem}").upgrade()
    assert "BIGSERIAL" in written.getvalue()
    assert "TIMESTAMP WITH TIME ZONE" in written.getvalue()


def _bytes(place: Path) -> bytes:
    return place.read_bytes()


async def test_a_database_of_a_newer_lemma_is_refused_and_left_alone(place: Path) -> None:
    async with open_database(place):
        pass
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9001'")
    before = _bytes(place)
    with pytest.raises(StorageUnavailableError, match=r"lemma\.db was written by a newer Lemma .* 9001") as caught:
        async with open_database(place):
            pass
    assert str(place) in str(caught.value)
    assert _bytes(place) == before


async def test_a_migration_that_fails_leaves_the_database_as_it_was(place: Path) -> None:
    """A table is in the way of the first migration's last steps: none of its tables may stay."""
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("CREATE TABLE preferences (mine TEXT)")
    with pytest.raises(StorageUnavailableError, match="preferences already exists"):
        async with open_database(place):
            pass
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall() == [
            ("preferences",)
        ]


OPENER = """
import asyncio, logging, sys
from pathlib import Path

async def main():
    from storage.database import open_database
    from storage.history import StoredHistory
    from storage.guilds import StoredGuilds
    from storage.people import StoredPeople
    async with open_database(Path(sys.argv[1])) as database:
        await StoredHistory(database).page(1, 0, 5)
        await StoredGuilds(database).settings(1)
        await StoredPeople(database).preferences(1)

logging.getLogger("ours").info("before")
asyncio.run(main())
logging.getLogger("ours").info("after")
heavy = {"alembic", "mako", "discord", "sympy", "flint", "sqlalchemy.dialects.postgresql"}
print(sorted(heavy & sys.modules.keys()), logging.getLogger().handlers, logging.getLogger("ours").disabled)
"""


def _open_in_a_fresh_process(place: Path) -> str:
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-W", "error", "-c", OPENER, str(place)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout.strip()


def test_alembic_is_loaded_only_to_migrate_and_touches_no_logging(place: Path) -> None:
    """The bot's memory: an up-to-date database costs neither Alembic nor what it drags in."""
    assert _open_in_a_fresh_process(place).startswith("['alembic', 'mako'")
    assert _open_in_a_fresh_process(place) == "[] [] False"
