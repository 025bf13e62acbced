from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samples import solution

from maths.message import Message
from storage.history import StoredHistory
from storage.people import StoredPeople
from tutor.types import Asker, Language, Level, Question

if TYPE_CHECKING:
    from storage.database import Database


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
