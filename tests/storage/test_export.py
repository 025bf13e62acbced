from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from lives import NOW, practised
from samples import solution

from maths.message import Message
from storage.history import StoredHistory
from storage.people import StoredPeople
from storage.practice import StoredPractice
from tutor.types import Asker, Language, Level, Question

if TYPE_CHECKING:
    from storage.database import Database

MIN = Asker(11, 7)


async def test_sentences_are_exported_in_the_language_the_question_was_asked_in(database: Database) -> None:
    asked = replace(
        solution(),
        question=Question("2x = 6을 풀어 주세요.", Level.BEGINNER, Language.KOREAN),
        notes=(Message("This solution is not stored any more."),),
    )
    await StoredHistory(database).add(Asker(11, 7), asked)
    (exported,) = (await StoredPeople(database).export(11))["solutions"]
    assert exported["notes"] == ["이 풀이는 더 이상 저장되어 있지 않습니다."]
    assert exported["problem"] == "2x = 6을 풀어 주세요."


async def test_a_sentence_whose_translation_went_is_exported_in_english(database: Database) -> None:
    """Templates change between releases; what was stored with an old one is still readable."""
    asked = replace(
        solution(),
        question=Question("2x = 6", Level.BEGINNER, Language.KOREAN),
        notes=(Message("An old sentence about {what}.", what="something"),),
    )
    await StoredHistory(database).add(Asker(11, 7), asked)
    (exported,) = (await StoredPeople(database).export(11))["solutions"]
    assert exported["notes"] == ["An old sentence about something."]


async def test_practice_is_exported_with_its_days_ratings_reviews_and_points(database: Database) -> None:
    practice = StoredPractice(database)
    run = await practice.start(MIN, "linear_equations", Level.BEGINNER, 2, NOW)
    for number, right in ((1, True), (2, False)):
        await practised(practice, MIN, number, run_id=run.id, right=right)
    await practised(practice, Asker(22, 7), 1)
    exported = (await StoredPeople(database).export(MIN.user_id))["practice"]
    assert json.loads(json.dumps(exported)) == exported
    assert exported["sessions"] == [
        {
            "id": run.id,
            "guild_id": "7",
            "started_at": NOW.isoformat(),
            "topic": "linear_equations",
            "level": "beginner",
            "count": 2,
        }
    ]
    assert exported["days"] == [{"day": "2026-03-01", "ended": 2, "solved": 1}]
    ((topic, ended, solved),) = ((each["topic"], each["ended"], each["solved"]) for each in exported["topics"])
    assert (topic, ended, solved) == ("linear_equations", 2, 1)
    assert len(exported["reviews"]) == 1
    ((guild, solved),) = ((each["guild_id"], each["solved"]) for each in exported["points"])
    assert (guild, solved) == ("7", 1)
