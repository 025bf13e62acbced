"""Hints in the place of solutions, in a real database."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from samples import solution

from maths.message import Formula, Message
from storage.database import open_database
from storage.history import StoredHistory
from storage.ladders import StoredLadders
from storage.people import StoredPeople
from tutor.errors import NotFoundError
from tutor.ladder import DraftLadder, Ladder
from tutor.types import Asker

if TYPE_CHECKING:
    from pathlib import Path

    from storage.database import Database

MIN, SEO = Asker(11, 7), Asker(22, 7)
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HINTS = (Message("Divide by {x}.", x=Formula("2", "2")), Message("Now add."), Message("Nearly there."))
DRAFT = DraftLadder("k" * 64, HINTS, channel_ids=(5, 6))


@pytest.fixture
def ladders(database: Database) -> StoredLadders:
    return StoredLadders(database)


async def begun(ladders: StoredLadders, asker: Asker = MIN, at: datetime = NOW, key: str = DRAFT.key) -> Ladder:
    return await ladders.begin(asker, solution(), DraftLadder(key, HINTS, channel_ids=(5, 6)), at)


async def test_a_ladder_comes_back_with_its_solution_as_it_was_begun(ladders: StoredLadders, place: Path) -> None:
    given = await begun(ladders)
    assert given == Ladder(given.record, DRAFT, NOW, climbed=1, tries=0, opened_at=None)
    assert given.record.solution == solution()
    async with open_database(place) as again:
        assert await StoredLadders(again).get(given.record.id) == given
        assert (await StoredHistory(again).get(given.record.id)) == given.record


async def test_it_is_climbed_to_its_last_hint_and_counts_what_was_tried(ladders: StoredLadders) -> None:
    record_id = (await begun(ladders)).record.id
    assert [(await ladders.climb(record_id)).climbed for _ in range(4)] == [2, 3, 3, 3]
    assert [(await ladders.tried(record_id)).tries for _ in range(2)] == [1, 2]
    stored = await ladders.get(record_id)
    assert (stored.climbed, stored.tries, stored.opened_at) == (3, 2, None)


async def test_once_open_it_changes_no_more(ladders: StoredLadders) -> None:
    record_id = (await begun(ladders)).record.id
    opened = await ladders.open(record_id, NOW + timedelta(minutes=1))
    assert opened.opened_at == NOW + timedelta(minutes=1)
    assert await ladders.open(record_id, NOW + timedelta(hours=1)) == opened
    assert await ladders.climb(record_id) == opened
    assert await ladders.tried(record_id) == opened
    assert await ladders.get(record_id) == opened


async def test_no_try_is_lost_when_several_come_at_once(ladders: StoredLadders) -> None:
    record_id = (await begun(ladders)).record.id
    await asyncio.gather(*(ladders.tried(record_id) for _ in range(8)))
    assert (await ladders.get(record_id)).tries == 8


async def test_the_same_problem_is_found_for_the_same_learner_and_guild_alone(ladders: StoredLadders) -> None:
    older, newer = await begun(ladders), await begun(ladders, at=NOW + timedelta(hours=1))
    assert await ladders.find(MIN, DRAFT.key, NOW - timedelta(days=1)) == newer
    assert await ladders.find(MIN, DRAFT.key, NOW + timedelta(hours=2)) is None
    for stranger, key in ((SEO, DRAFT.key), (Asker(11, 8), DRAFT.key), (Asker(11), DRAFT.key), (MIN, "other")):
        assert await ladders.find(stranger, key, NOW - timedelta(days=1)) is None
    assert older.record.id != newer.record.id


async def test_which_solutions_are_closed(ladders: StoredLadders, database: Database) -> None:
    closed, opened = await begun(ladders), await begun(ladders)
    await ladders.open(opened.record.id, NOW)
    plain = await StoredHistory(database).add(MIN, solution())
    ids = [closed.record.id, opened.record.id, plain.id, 999]
    assert await ladders.closed(ids) == {closed.record.id}
    assert await ladders.closed([]) == frozenset()


async def test_a_ladder_goes_with_its_learner_and_the_export_does_not_open_it(
    ladders: StoredLadders, database: Database
) -> None:
    people = StoredPeople(database)
    record_id = (await begun(ladders)).record.id
    (kept,) = (await people.export(11))["solutions"]
    assert kept["problem"] == solution().question.text
    assert "x = 3" not in str(kept)
    assert "Divide by $2$" not in str(kept)
    assert (kept["answer"], kept["sections"], kept["withheld"]) == (None, [], True)
    assert kept["ladder"] == {"hints": 1, "tries": 0, "opened_at": None}
    await ladders.open(record_id, NOW)
    (kept,) = (await people.export(11))["solutions"]
    assert (kept["answer"], kept["withheld"]) == ("x = 3", False)
    assert kept["ladder"]["opened_at"] == NOW.isoformat()
    await people.forget(11)
    with pytest.raises(NotFoundError):
        await ladders.get(record_id)
