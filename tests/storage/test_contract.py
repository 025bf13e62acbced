"""What the tutor relies on, held against the database and against the fakes alike."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from fakes import Memory
from samples import solution

from storage.cache import StoredCache
from storage.guilds import StoredGuilds
from storage.history import StoredHistory
from storage.people import StoredPeople
from storage.sketches import KEPT, StoredSketches
from tutor.errors import NotFoundError
from tutor.pictures import Sketch, SketchKind
from tutor.types import Asker, GuildSettings, Language, Level, Look, Preferences

if TYPE_CHECKING:
    from storage.database import Database
    from tutor.stores import Cache, Guilds, History, People, Sketches

MIN, SEO, SNOWFLAKE = Asker(11, 7), Asker(22, 7), 1_234_567_890_123_456_789


class Clock:
    """Moves only when told."""

    def __init__(self) -> None:
        self.now = datetime(2025, 3, 1, 23, 0, 0, 123456, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Store:
    history: History
    guilds: Guilds
    people: People
    sketches: Sketches
    cache: Cache
    clock: Clock


@pytest.fixture(params=["stored", "fake"])
def store(request: pytest.FixtureRequest, database: Database) -> Store:
    clock = Clock()
    if request.param == "fake":
        memory = Memory(clock=clock)
        return Store(memory.history, memory.guilds, memory.people, memory.sketches, memory.cache, clock)
    return Store(
        StoredHistory(database, clock),
        StoredGuilds(database),
        StoredPeople(database),
        StoredSketches(database, clock),
        StoredCache(database, clock=clock),
        clock,
    )


async def test_a_solution_added_is_found_unchanged(store: Store) -> None:
    added = await store.history.add(Asker(SNOWFLAKE, SNOWFLAKE + 1), solution("수학 \u2212 \u0000"))
    assert added.solution == solution("수학 \u2212 \u0000")
    assert added.asked_at == store.clock.now
    assert await store.history.get(added.id) == added


async def test_times_come_back_in_utc_whatever_zone_they_were_taken_in(store: Store) -> None:
    store.clock.now = datetime(2025, 3, 2, 8, 0, tzinfo=timezone(timedelta(hours=9)))
    found = await store.history.get((await store.history.add(MIN, solution())).id)
    assert found.asked_at == datetime(2025, 3, 1, 23, 0, tzinfo=UTC)


async def test_a_record_asked_in_direct_messages_has_no_guild(store: Store) -> None:
    added = await store.history.add(Asker(1), solution())
    assert (await store.history.get(added.id)).asker == Asker(1, None)


async def test_prose_replaces_the_solution_and_nothing_else(store: Store) -> None:
    added = await store.history.add(MIN, solution())
    other = await store.history.add(MIN, solution("another"))
    store.clock.now += timedelta(hours=1)
    replaced = await store.history.replace(added.id, solution(prose="New."))
    assert replaced == replace(added, solution=solution(prose="New."))
    assert await store.history.get(added.id) == replaced
    assert await store.history.get(other.id) == other


async def test_what_is_not_stored_is_not_found(store: Store) -> None:
    for missing in (store.history.get(99), store.history.replace(99, solution()), store.history.report(99, MIN, "?")):
        with pytest.raises(NotFoundError):
            await missing


async def test_ids_grow_and_never_return(store: Store) -> None:
    """A button in an old message holds an id; it must not open what somebody else asked later."""
    ids = [(await store.history.add(MIN, solution())).id for _ in range(3)]
    assert ids == sorted(set(ids))
    await store.people.forget(MIN.user_id)
    assert (await store.history.add(SEO, solution())).id > ids[-1]


@pytest.mark.parametrize(("asked", "shown", "held"), [(-3, 0, [7, 6, 5]), (1, 1, [4, 3, 2]), (2, 2, [1]), (9, 2, [1])])
async def test_history_pages_newest_first_and_clamps(store: Store, asked: int, shown: int, held: list[int]) -> None:
    for number in range(1, 8):
        await store.history.add(MIN, solution(str(number)))
        await store.history.add(SEO, solution("of somebody else"))
        store.clock.now += timedelta(seconds=number % 2)  # some in the same instant
    page = await store.history.page(MIN.user_id, asked, 3)
    assert (page.page, page.pages) == (shown, 3)
    assert [int(record.solution.question.text) for record in page.records] == held


async def test_an_empty_history_is_one_empty_page(store: Store) -> None:
    page = await store.history.page(MIN.user_id, 4, 5)
    assert (page.records, page.page, page.pages) == ((), 0, 1)


async def test_a_full_last_page_is_not_followed_by_an_empty_one(store: Store) -> None:
    for _ in range(4):
        await store.history.add(MIN, solution())
    assert (await store.history.page(MIN.user_id, 5, 2)).pages == 2


async def test_a_guild_keeps_its_last_settings(store: Store) -> None:
    assert await store.guilds.settings(7) == GuildSettings()
    choices = (
        GuildSettings(Level.ADVANCED),
        GuildSettings(Level.BEGINNER, look=Look.LIGHT),
        GuildSettings(look=Look.TEXT),
        GuildSettings(),
    )
    for settings in choices:
        kept = await store.guilds.change(7, 11, store.clock(), lambda _, chosen=settings: chosen)
        assert kept == await store.guilds.settings(7) == settings
        assert await store.guilds.settings(8) == GuildSettings()


async def test_a_person_keeps_their_last_preferences(store: Store) -> None:
    assert await store.people.preferences(11) == Preferences()
    choices = (
        Preferences(Language.KOREAN),
        Preferences(Language.KOREAN, Level.BEGINNER, Look.DARK),
        Preferences(look=Look.TEXT),
        Preferences(),
    )
    for chosen in choices:
        await store.people.prefer(11, chosen)
        assert await store.people.preferences(11) == chosen
        assert await store.people.preferences(12) == Preferences()


async def test_the_export_holds_everything_of_the_person_and_nothing_of_others(store: Store) -> None:
    mine = await store.history.add(Asker(SNOWFLAKE, 7), solution("my question", prose="my prose"))
    theirs = await store.history.add(SEO, solution("their question", prose="their prose"))
    await store.history.report(mine.id, SEO, "their report on my solution")
    report = await store.history.report(theirs.id, Asker(SNOWFLAKE, 7), "my report")
    await store.people.prefer(
        SNOWFLAKE, Preferences(Language.ENGLISH, Level.ADVANCED, Look.LIGHT, "Asia/Seoul", ranked=True)
    )
    drawn = await store.sketches.add(Asker(SNOWFLAKE, 7), SketchKind.PLOT, "y = x^2", "-2 to 2")
    await store.sketches.add(SEO, SketchKind.LATEX, "their formula")
    await store.people.prefer(SEO.user_id, Preferences(Language.KOREAN))

    exported = await store.people.export(SNOWFLAKE)

    assert json.loads(json.dumps(exported)) == {
        "user_id": str(SNOWFLAKE),
        "preferences": {
            "language": "en",
            "level": "advanced",
            "look": "light",
            "time_zone": "Asia/Seoul",
            "ranked": True,
            "reminded": False,
        },
        "solutions": [
            {
                "id": mine.id,
                "asked_at": "2025-03-01T23:00:00.123456+00:00",
                "guild_id": "7",
                "problem": "my question",
                "level": "beginner",
                "language": "en",
                "answer": "x = 3",
                "latex": "x = 3",
                "standing": "verified",
                "method": "x = 3 was substituted back exactly.",
                "reason": None,
                "sections": [
                    {"kind": "steps", "text": "Divide by $2$.", "voucher": "mathematics"},
                    {"kind": "understanding", "text": "my prose", "voucher": "model"},
                ],
                "model": "SmolLM2",
                "tries": 1,
                "seconds": 0.25,
                "notes": ["A demonstration model wrote the prose."],
                "corrections": [],
            }
        ],
        "reports": [
            {
                "id": report.id,
                "solution_id": theirs.id,
                "reported_at": "2025-03-01T23:00:00.123456+00:00",
                "guild_id": "7",
                "text": "my report",
                "ruling": None,
                "answer": None,
            }
        ],
        "handled_reports": [],
        "sketches": [{"id": drawn.id, "guild_id": "7", "kind": "plot", "text": "y = x^2", "extent": "-2 to 2"}],
        "settings_changes": [],
        "tasks": [],
        "practice": {"sessions": [], "days": [], "topics": [], "reviews": [], "points": []},
        "code": [],
        "lessons": [],
        "lesson_answers": [],
        "conversations": [],
        "questions_asked": [],
    }


async def test_the_export_of_a_stranger_is_empty(store: Store) -> None:
    assert await store.people.export(5) == {
        "user_id": "5",
        "preferences": {
            "language": None,
            "level": None,
            "look": None,
            "time_zone": None,
            "ranked": False,
            "reminded": False,
        },
        "solutions": [],
        "reports": [],
        "handled_reports": [],
        "sketches": [],
        "settings_changes": [],
        "tasks": [],
        "practice": {"sessions": [], "days": [], "topics": [], "reviews": [], "points": []},
        "code": [],
        "lessons": [],
        "lesson_answers": [],
        "conversations": [],
        "questions_asked": [],
    }


async def test_forgetting_takes_everything_of_the_person_and_leaves_the_rest(store: Store) -> None:
    mine = [await store.history.add(MIN, solution()) for _ in range(2)]
    theirs = await store.history.add(SEO, solution())
    await store.history.report(mine[0].id, SEO, "on a solution that goes")
    await store.history.report(theirs.id, MIN, "by the person who goes")
    kept = await store.history.report(theirs.id, SEO, "stays")
    await store.people.prefer(MIN.user_id, Preferences(Language.KOREAN))
    drawing = await store.sketches.add(MIN, SketchKind.PLOT, "y = x")
    await store.people.prefer(SEO.user_id, Preferences(level=Level.ADVANCED))

    assert await store.people.forget(MIN.user_id) == 2

    assert (await store.history.page(MIN.user_id, 0, 5)).records == ()
    assert [report["id"] for report in (await store.people.export(SEO.user_id))["reports"]] == [kept.id]
    assert (await store.people.export(MIN.user_id))["reports"] == []
    assert await store.people.preferences(MIN.user_id) == Preferences()
    assert await store.people.preferences(SEO.user_id) == Preferences(level=Level.ADVANCED)
    assert await store.history.get(theirs.id) == theirs
    with pytest.raises(NotFoundError):
        await store.history.replace(mine[0].id, solution())
    with pytest.raises(NotFoundError):
        await store.sketches.get(drawing.id)
    assert await store.people.forget(MIN.user_id) == 0


async def test_a_sketch_is_kept_changed_and_removed(store: Store) -> None:
    added = await store.sketches.add(MIN, SketchKind.LATEX, r"\frac12 \u2212 각")
    assert await store.sketches.get(added.id) == added == Sketch(added.id, MIN, SketchKind.LATEX, r"\frac12 \u2212 각")
    changed = await store.sketches.replace(added.id, "y = x", "-1 to 1")
    assert await store.sketches.get(added.id) == changed == replace(added, text="y = x", extent="-1 to 1")
    await store.sketches.remove(added.id)
    await store.sketches.remove(added.id)
    for missing in (store.sketches.get(added.id), store.sketches.replace(added.id, "y = 1")):
        with pytest.raises(NotFoundError):
            await missing


async def test_only_the_newest_sketches_of_each_person_are_kept(store: Store) -> None:
    theirs = await store.sketches.add(SEO, SketchKind.PLOT, "y = 0")
    mine = [await store.sketches.add(MIN, SketchKind.PLOT, f"y = {n}") for n in range(KEPT + 2)]
    for gone in mine[:2]:
        with pytest.raises(NotFoundError):
            await store.sketches.get(gone.id)
    for kept in (theirs, mine[2], mine[-1]):
        assert await store.sketches.get(kept.id) == kept


async def test_a_hundred_solutions_at_once_are_all_kept(store: Store) -> None:
    askers = [Asker(number % 10, 7) for number in range(100)]
    added = await asyncio.gather(*(store.history.add(asker, solution()) for asker in askers))
    assert len({record.id for record in added}) == 100
    for record in added:
        assert await store.history.get(record.id) == record


async def test_a_kept_answer_is_found_until_it_is_too_old(store: Store) -> None:
    kept = await store.history.add(MIN, solution("2x = 4"))
    await store.cache.keep("a" * 64, kept.id)
    assert await store.cache.find("a" * 64) == kept
    assert await store.cache.find("b" * 64) is None
    store.clock.now += timedelta(days=8)
    assert await store.cache.find("a" * 64) is None


async def test_a_newer_answer_takes_the_place_of_the_older(store: Store) -> None:
    old, new = [await store.history.add(MIN, solution(text)) for text in ("old", "new")]
    await store.cache.keep("a" * 64, old.id)
    await store.cache.keep("a" * 64, new.id)
    assert await store.cache.find("a" * 64) == new
    assert await store.cache.clear() == 1


async def test_an_answer_is_given_no_more_when_its_asker_is_forgotten(store: Store) -> None:
    kept = await store.history.add(MIN, solution("2x = 4"))
    await store.cache.keep("a" * 64, kept.id)
    await store.people.forget(MIN.user_id)
    assert await store.cache.find("a" * 64) is None
    await store.cache.keep("a" * 64, kept.id)  # the record went while it was being kept
    assert await store.cache.find("a" * 64) is None


async def test_dropped_and_cleared_answers_are_gone(store: Store) -> None:
    kept = await store.history.add(MIN, solution("2x = 4"))
    for key in ("a" * 64, "b" * 64):
        await store.cache.keep(key, kept.id)
    await store.cache.drop("a" * 64)
    assert await store.cache.find("a" * 64) is None
    assert await store.cache.clear() == 1
    assert await store.cache.find("b" * 64) is None
