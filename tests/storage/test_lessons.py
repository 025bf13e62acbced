"""Lessons and conversations as they are kept: exactly, once, counted, and gone with whoever is forgotten."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from learners import Clock, Here
from samples import solution

from maths.message import Formula, Message
from maths.verdict import Level
from storage.history import StoredHistory
from storage.lessons import StoredLessons
from storage.people import StoredPeople
from storage.talks import StoredTalks
from tutor.errors import NotFoundError
from tutor.lesson import Check, DraftLesson, Part, PartKind, Request
from tutor.practice import draft_of
from tutor.talk import Opening, Reply, Summary
from tutor.types import Asker, Language, Voucher, Writer

if TYPE_CHECKING:
    from storage.database import Database

ANN, BEN = Asker(11, 7), Asker(22, 7)
WRITER = Writer("phi", adapter="korean")
REPLY = Reply("because $x > 0$", Voucher.MODEL_AUDITED, None, None, WRITER, 2, 1.5, (Message("a note"),))


async def draft() -> DraftLesson:
    found = await Here().quick("fractions", Level.BEGINNER, 1)
    assert found is not None
    return DraftLesson(
        Request("분수", "mathematics", Level.BEGINNER, Language.KOREAN, "fractions"),
        "분수",
        (Part(PartKind.DEFINITION, "$\\frac{1}{2}$ …", Voucher.PEOPLE), Part(PartKind.MISTAKE, "no", Voucher.MODEL)),
        solution(),
        (Check(draft_of(found.exercise), found.options, found.right),),
        WRITER,
        (Message("{count} note", "{count} notes", count=2),),
    )


async def test_a_lesson_comes_back_as_it_was(database: Database) -> None:
    lessons, given = StoredLessons(database, Clock()), await draft()
    kept = await lessons.add(ANN, given)
    assert await lessons.get(kept.id) == kept
    assert kept.draft == given
    shorter = DraftLesson(given.request, "분수", given.parts[:1])
    assert (await lessons.replace(kept.id, shorter)).draft == shorter
    with pytest.raises(NotFoundError):
        await lessons.get(kept.id + 1)


async def test_the_first_answer_stands_and_is_each_readers_own(database: Database) -> None:
    lessons = StoredLessons(database, Clock())
    kept = await lessons.add(ANN, await draft())
    assert await lessons.choose(kept.id, ANN.user_id, 0, 2)
    assert not await lessons.choose(kept.id, ANN.user_id, 0, 1)
    assert await lessons.choose(kept.id, BEN.user_id, 0, 1)
    assert await lessons.choices(kept.id, ANN.user_id) == {0: 2}
    assert await lessons.choices(kept.id, BEN.user_id) == {0: 1}


async def test_a_conversation_comes_back_with_its_turns_in_order(database: Database) -> None:
    talks = StoredTalks(database, Clock())
    begun = await talks.begin(ANN, Opening("why?", Level.ADVANCED, Language.ENGLISH, "about", shared=True))
    first = await talks.add(begun.id, ANN, "why?", REPLY)
    second = await talks.add(begun.id, BEN, "how?", Reply("", Voucher.MATHEMATICS, Formula("4", "4")))
    await talks.summarise(begun.id, Summary("they asked why", first.id))
    await talks.move(begun.id, 99)
    kept = await talks.get(begun.id)
    assert kept.turns == (first, second)
    assert kept.opening == begun.opening
    assert (kept.summary, kept.thread_id) == (Summary("they asked why", first.id), 99)
    assert kept.turns[0].reply == REPLY


async def test_a_shared_conversation_of_a_lesson_is_found_again(database: Database) -> None:
    lessons, talks = StoredLessons(database, Clock()), StoredTalks(database, Clock())
    kept = await lessons.add(ANN, await draft())
    await talks.begin(BEN, Opening("own", Level.BEGINNER, Language.ENGLISH, "x", kept.id, shared=False))
    assert await talks.about(kept.id) is None
    shared = await talks.begin(BEN, Opening("all", Level.BEGINNER, Language.ENGLISH, "x", kept.id, shared=True))
    assert await talks.about(kept.id) == shared


async def test_whoever_is_forgotten_takes_their_words_along(database: Database) -> None:
    lessons, talks, people = StoredLessons(database, Clock()), StoredTalks(database, Clock()), StoredPeople(database)
    own = await lessons.add(BEN, await draft())
    anns = await lessons.add(ANN, await draft())
    await lessons.choose(anns.id, BEN.user_id, 0, 1)
    talk = await talks.begin(ANN, Opening("t", Level.BEGINNER, Language.ENGLISH, shared=True))
    turn = await talks.add(talk.id, BEN, "ben's secret", REPLY)
    mine = await talks.add(talk.id, ANN, "ann's", REPLY)
    await talks.summarise(talk.id, Summary("ben told a secret", turn.id))
    exported = await people.export(BEN.user_id)
    assert [each["question"] for each in exported["questions_asked"]] == ["ben's secret"]
    assert [each["id"] for each in exported["lessons"]] == [own.id]
    assert exported["lesson_answers"] == [{"lesson_id": anns.id, "question": 1, "choice": 2}]
    assert exported["conversations"] == []
    await people.forget(BEN.user_id)
    with pytest.raises(NotFoundError):
        await lessons.get(own.id)
    kept = await talks.get(talk.id)
    assert (kept.turns, kept.summary) == ((mine,), None)
    assert await lessons.choices(anns.id, BEN.user_id) == {}


async def test_lessons_and_answers_count_as_questions_of_the_day(database: Database) -> None:
    clock = Clock()
    history = StoredHistory(database, clock)
    lessons, talks = StoredLessons(database, clock), StoredTalks(database, clock)
    since = clock() - timedelta(hours=1)
    await lessons.add(ANN, await draft())
    talk = await talks.begin(ANN, Opening("t", Level.BEGINNER, Language.ENGLISH))
    await talks.add(talk.id, ANN, "why?", REPLY)
    record = await history.add(ANN, solution())
    await talks.add(talk.id, ANN, "2x = 4", Reply("", Voucher.MATHEMATICS, Formula("2", "2"), record.id))
    assert await history.asked_since(ANN, since) == 3
    assert await history.asked_since(BEN, since) == 0
    assert await history.asked_since(ANN, clock() + timedelta(seconds=1)) == 0
