"""Forgotten means gone from the disk, not only from the answers."""

from __future__ import annotations

import json
import logging
import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from samples import solution

from storage.database import open_database
from storage.history import StoredHistory
from storage.people import StoredPeople
from tutor.types import Asker, Language, Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from storage.database import Database

PRIVATE = "비밀 medication reminder"


def _kept(place: Path) -> bytes:
    """Every byte of the database and of the files SQLite keeps beside it."""
    return b"".join(path.read_bytes() for path in place.parent.iterdir() if path.name.startswith(place.name))


def _spellings(text: str) -> list[bytes]:
    return [text.encode(), text.encode("utf-16-le"), json.dumps(text).strip('"').encode(), b"medication reminder"]


async def _live_a_life(database: Database) -> None:
    """Solutions of every size, edited, among those of others, so that pages fill, split and overflow."""
    history, people, dice = StoredHistory(database), StoredPeople(database), random.Random(5)  # noqa: S311
    await people.prefer(11, Preferences(Language.KOREAN))
    for n in range(120):
        size = int(2 ** dice.uniform(0, 13))
        record = await history.add(Asker(11, 7), solution(PRIVATE, prose=PRIVATE + "가" * size))
        other = await history.add(Asker(22, 7), solution("theirs", prose="나" * size))
        if n % 3 == 0:
            await history.replace(record.id, solution(PRIVATE, prose=PRIVATE * dice.randrange(1, 40)))
        if n % 7 == 0:
            await history.report(other.id, Asker(11, 7), PRIVATE)
            await history.report(record.id, Asker(22, 7), "their words on it, " + PRIVATE)


async def test_forgetting_leaves_no_byte_of_the_text_in_the_files(database: Database, place: Path) -> None:
    await _live_a_life(database)
    assert any(spelling in _kept(place) for spelling in _spellings(PRIVATE))
    assert await StoredPeople(database).forget(11) == 120
    for spelling in _spellings(PRIVATE):
        assert spelling not in _kept(place)
    assert (await StoredHistory(database).page(22, 0, 5)).pages == 24


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
