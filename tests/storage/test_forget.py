"""Forgotten means gone from the disk, not only from the answers."""

from __future__ import annotations

import asyncio
import json
import logging
import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from lives import NOW, practised, taught
from programs import PROGRAM
from samples import solution
from sqlalchemy import delete, select

from storage import traces
from storage.database import open_database
from storage.guilds import StoredGuilds
from storage.history import StoredHistory
from storage.people import StoredPeople
from storage.practice import StoredPractice
from storage.programs import StoredPrograms
from storage.reports import StoredReports
from storage.sketches import StoredSketches
from storage.tables import askers, metadata
from tutor.pictures import SketchKind
from tutor.types import Asker, Handling, Language, Preferences, Ruling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Column, Connection, Table

    from storage.database import Database

PRIVATE = "비밀 medication reminder"
LEAVES_TRACES = 3  # a life after which SQLite 3.40 leaves a copy in a gap between cells, secure_delete or not


def _kept(place: Path) -> bytes:
    """Every byte of the database and of the files SQLite keeps beside it."""
    return b"".join(path.read_bytes() for path in place.parent.iterdir() if path.name.startswith(place.name))


def _spellings(text: str) -> list[bytes]:
    return [text.encode(), text.encode("utf-16-le"), json.dumps(text).strip('"').encode(), b"medication reminder"]


def _delete(user_id: int) -> Callable[[Connection], None]:
    """Deletes without erasing."""

    def work(connection: Connection) -> None:
        connection.execute(delete(askers).where(askers.c.user_id == user_id))

    return work


async def _live_a_life(database: Database, dice: random.Random) -> None:
    """Solutions and reports of every size among those of others, edited and deleted: pages fill, split and merge."""
    history, people = StoredHistory(database), StoredPeople(database)
    mine = [await history.add(Asker(11, 7), solution(PRIVATE))]
    theirs = [await history.add(Asker(22, 7), solution("theirs"))]
    await people.prefer(11, Preferences(Language.KOREAN))
    for _ in range(50):
        size = dice.randrange(400)
        mine.append(await history.add(Asker(11, 7), solution(PRIVATE, prose=PRIVATE + "m" * size * 9)))
        theirs.append(await history.add(Asker(22, 7), solution("theirs", prose="t" * size)))
        await history.replace(dice.choice(mine).id, solution(PRIVATE, prose=PRIVATE + "m" * size))
        for _ in range(4):
            await history.report(dice.choice(theirs).id, Asker(11, 7), PRIVATE + "m" * dice.randrange(200))
            await history.report(dice.choice(theirs).id, Asker(33, 7), "t" * dice.randrange(400))
        if dice.random() < 0.1:
            await database.write(_delete(33))


async def test_forgetting_leaves_no_byte_of_the_text_in_the_files(database: Database, place: Path) -> None:
    """Not in the log, not in freed pages, not in the gaps that SQLite leaves when it balances pages."""
    await _live_a_life(database, random.Random(LEAVES_TRACES))  # noqa: S311 - no secret
    assert any(spelling in _kept(place) for spelling in _spellings(PRIVATE))
    others = await StoredPeople(database).export(22)
    assert await StoredPeople(database).forget(11) > 10
    for spelling in _spellings(PRIVATE):
        assert spelling not in _kept(place)
    assert (await StoredPeople(database).export(22))["solutions"] == others["solutions"]


async def test_what_a_crash_left_of_the_forgotten_is_erased_at_the_next_start(place: Path) -> None:
    """The deletion and the note that copies remain are one transaction; here the program ends right after it."""
    async with open_database(place) as database:
        await _live_a_life(database, random.Random(LEAVES_TRACES))  # noqa: S311 - no secret

        def delete_and_end(connection: Connection) -> None:
            _delete(11)(connection)
            traces.mark(connection)

        await database.write(delete_and_end)
    async with open_database(place):
        assert not any(spelling in _kept(place) for spelling in _spellings(PRIVATE))
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)


async def test_forgetting_a_stranger_does_not_write_the_file_anew(database: Database, place: Path) -> None:
    await StoredHistory(database).add(Asker(22, 7), solution())
    log = place.with_name("lemma.db-wal")
    before = log.stat().st_size
    assert await StoredPeople(database).forget(11) == 0
    assert log.stat().st_size == before > 0  # erasing would have emptied the log


async def test_others_wait_while_the_file_is_written_anew(place: Path) -> None:
    """Erasing takes seconds in a large database: longer than the patience with a writer that hangs."""
    async with open_database(place, patience=0.25) as database:
        history = StoredHistory(database)
        for _ in range(10):
            await history.add(Asker(22, 7), solution(prose="long" * 1_000_000))
        await history.add(Asker(11, 7), solution(PRIVATE))
        forgetting = asyncio.create_task(StoredPeople(database).forget(11))
        await asyncio.sleep(0.05)
        waiting = [asyncio.create_task(history.add(Asker(22, 7), solution())) for _ in range(3)]
        assert await forgetting == 1
        assert len(await asyncio.gather(*waiting)) == 3


async def test_while_somebody_else_reads_the_log_is_emptied_by_the_next_write(
    place: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with open_database(place, patience=0.2) as database:
        history, people = StoredHistory(database), StoredPeople(database)
        await history.add(Asker(11, 7), solution(PRIVATE))
        with closing(sqlite3.connect(place, isolation_level=None)) as backup:
            backup.execute("BEGIN")
            backup.execute("SELECT count(*) FROM solutions").fetchone()
            with caplog.at_level(logging.WARNING):
                assert await people.forget(11) == 1
            assert "write-ahead log" in caplog.text
            assert PRIVATE not in caplog.text
        assert any(spelling in _kept(place) for spelling in _spellings(PRIVATE))
        await history.add(Asker(22, 7), solution())
        assert not any(spelling in _kept(place) for spelling in _spellings(PRIVATE))


async def test_forgetting_is_all_or_nothing(database: Database, place: Path) -> None:
    """Where one of the deletions is refused, nothing is deleted."""
    history, people = StoredHistory(database), StoredPeople(database)
    record = await history.add(Asker(11, 7), solution(PRIVATE))
    await people.prefer(11, Preferences(Language.KOREAN))
    await database.write(
        lambda c: (
            c.exec_driver_sql(
                "CREATE TRIGGER refuse BEFORE DELETE ON preferences BEGIN SELECT RAISE(ABORT, 'refused'); END"
            )
            and None
        )
    )
    with pytest.raises(Exception, match="refused"):
        await people.forget(11)
    assert await history.get(record.id) == record
    assert await people.preferences(11) == Preferences(Language.KOREAN)


def _of_people(table: Table) -> Iterator[Column[Any]]:
    """The columns that say whose a row is."""
    for column in table.columns:
        if any(key.column is askers.c.user_id for key in column.foreign_keys):
            yield column


async def _rows_of(database: Database, user_id: int) -> set[str]:
    """The tables that hold something of a person."""

    def find(connection: Connection) -> set[str]:
        return {
            table.name
            for table in metadata.sorted_tables
            for column in _of_people(table)
            if connection.execute(select(table).where(column == user_id)).first() is not None
        }

    return await database.read(find)


async def test_no_table_holds_anything_of_the_forgotten_and_others_keep_theirs(database: Database) -> None:
    history, people, practice = StoredHistory(database), StoredPeople(database), StoredPractice(database)
    for user_id in (11, 22):
        asker = Asker(user_id, 7)
        run = await practice.start(asker, "linear_equations", None, 2, NOW)
        await practised(practice, asker, 1, run_id=run.id)
        await practised(practice, asker, 2, run_id=run.id, right=False)
        report = await history.report((await history.add(asker, solution())).id, asker, PRIVATE)
        await StoredReports(database).handle(report.id, Handling(Ruling.CORRECTED, "no", user_id, NOW))
        await people.prefer(user_id, Preferences(reminded=True))
        await StoredSketches(database).add(asker, SketchKind.PLOT, "y = x")
        await taught(database, asker)
        await StoredPrograms(database).add(asker, PROGRAM, NOW)
        await StoredGuilds(database).change(7, user_id, NOW, lambda old: replace(old, quota=(old.quota or 0) + 1))
    theirs = await _rows_of(database, 22)
    assert theirs == {table.name for table in metadata.sorted_tables if list(_of_people(table))}
    assert await _rows_of(database, 11) == theirs
    await people.forget(11)
    assert await _rows_of(database, 11) == set()
    assert await _rows_of(database, 22) == theirs
