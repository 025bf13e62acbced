"""What moderators make of reports: once, whoever comes first; readers are told once; what is forgotten is gone."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from samples import solution

from storage.cache import StoredCache
from storage.history import StoredHistory
from storage.people import StoredPeople
from storage.reports import StoredReports
from tutor.errors import NotFoundError
from tutor.types import Asker, Handling, Ruling

if TYPE_CHECKING:
    from storage.database import Database
    from tutor.types import Report

ANN, BEN, MOD = Asker(11, 7), Asker(22, 7), 33
AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
CORRECTION = Handling(Ruling.CORRECTED, "The sign in line 2 is $-$.", MOD, AT)
FINE = Handling(Ruling.NOTHING_WRONG, "", MOD, AT)


async def reported(database: Database, reporter: Asker = BEN) -> Report:
    history = StoredHistory(database)
    record = await history.add(ANN, solution())
    return await history.report(record.id, reporter, "wrong sign")


async def test_a_report_is_handled_once(database: Database) -> None:
    report, reports = await reported(database), StoredReports(database)
    made = await asyncio.gather(*(reports.handle(report.id, each) for each in (CORRECTION, FINE)))
    assert sorted(each is None for each in made) == [False, True]
    (done,) = (each for each in made if each)
    assert await reports.get(report.id) == done
    assert done.handling in (CORRECTION, FINE)


async def test_open_and_handled_ones_are_listed_apart_by_guild(database: Database) -> None:
    reports = StoredReports(database)
    made = [await reported(database) for _ in range(3)]
    await reported(database, Asker(22, 8))
    await reported(database, Asker(22))
    await reports.handle(made[1].id, FINE)
    shown = [await reports.page(7, page, handled=False) for page in (0, 1, 9)]
    assert [(page.report and page.report.id, page.page, page.pages) for page in shown] == [
        (made[2].id, 0, 2),
        (made[0].id, 1, 2),
        (made[0].id, 1, 2),
    ]
    handled = await reports.page(7, 0, handled=True)
    assert (handled.report and handled.report.handling, handled.pages) == (FINE, 1)
    nothing = await reports.page(9, 3, handled=False)
    assert (nothing.report, nothing.page, nothing.pages) == (None, 0, 1)


async def test_a_correction_stands_with_its_record_until_it_is_taken_back(database: Database) -> None:
    report, reports, history = await reported(database), StoredReports(database), StoredHistory(database)
    assert (await history.get(report.record_id)).corrections == ()
    await reports.handle(report.id, CORRECTION)
    assert (await history.get(report.record_id)).corrections == (CORRECTION.text,)
    (listed,) = (await history.page(ANN.user_id, 0, 5)).records
    assert listed.corrections == (CORRECTION.text,)
    assert (await history.replace(report.record_id, solution())).corrections == (CORRECTION.text,)
    assert (await reports.reopen(report.id)).handling is None
    assert (await history.get(report.record_id)).corrections == ()
    await reports.handle(report.id, FINE)
    assert (await history.get(report.record_id)).corrections == ()


async def test_the_reporter_has_news_until_they_were_told(database: Database) -> None:
    report, reports = await reported(database), StoredReports(database)
    assert await reports.news(BEN.user_id) == ()
    handled = await reports.handle(report.id, CORRECTION)
    assert await reports.news(BEN.user_id) == (handled,)
    assert await reports.news(ANN.user_id) == ()
    await reports.told(report.id)
    assert await reports.news(BEN.user_id) == ()
    told = (await reports.get(report.id)).handling
    assert told is not None
    assert told.told


async def test_what_is_in_doubt_answers_nobody_else(database: Database) -> None:
    report, cache, reports = await reported(database), StoredCache(database), StoredReports(database)
    await cache.keep("k", report.record_id)
    assert await cache.find("k") is None
    await reports.handle(report.id, CORRECTION)
    assert await cache.find("k") is None
    await reports.reopen(report.id)
    await reports.handle(report.id, FINE)
    assert await cache.find("k") is not None


async def test_a_moderator_who_is_forgotten_is_nowhere_and_their_words_stay(database: Database) -> None:
    report, reports, people = await reported(database), StoredReports(database), StoredPeople(database)
    await reports.handle(report.id, CORRECTION)
    (handled,) = (await people.export(MOD))["handled_reports"]
    assert (handled["id"], handled["ruling"], handled["text"]) == (report.id, "corrected", CORRECTION.text)
    await people.forget(MOD)
    kept = (await reports.get(report.id)).handling
    assert kept is not None
    assert (kept.moderator_id, kept.text) == (None, CORRECTION.text)
    assert (await people.export(MOD))["handled_reports"] == []


async def test_what_became_of_a_report_is_exported_with_it_and_goes_with_the_reporter(database: Database) -> None:
    report, reports, people = await reported(database), StoredReports(database), StoredPeople(database)
    await reports.handle(report.id, CORRECTION)
    (exported,) = (await people.export(BEN.user_id))["reports"]
    assert exported["ruling"] == "corrected"
    assert exported["answer"] == CORRECTION.text
    (mine,) = (await people.export(ANN.user_id))["solutions"]
    assert mine["corrections"] == [CORRECTION.text]
    await people.forget(BEN.user_id)
    with pytest.raises(NotFoundError):
        await reports.get(report.id)
    for missing in (reports.handle(report.id, FINE), reports.reopen(report.id), reports.told(report.id)):
        with pytest.raises(NotFoundError):
            await missing
