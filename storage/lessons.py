"""Lessons given, and how readers answered their questions."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, update

from maths.message import Message
from storage.lesson_encoding import decode_lesson, encode_lesson
from storage.tables import askers, lesson_answers, lessons
from storage.upsert import insert_new, upsert
from tutor.errors import NotFoundError
from tutor.lesson import Lesson, LessonPage
from tutor.types import Asker
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import Connection, RowMapping

    from storage.database import Database
    from tutor.lesson import DraftLesson


def _now() -> datetime:
    return datetime.now(UTC)


class StoredLessons:
    """`tutor.stores.Lessons` in a database."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = _now) -> None:
        self._database = database
        self._clock = clock

    async def add(self, asker: Asker, draft: DraftLesson, /) -> Lesson:
        given_at = self._clock()
        row = {
            "user_id": asker.user_id,
            "guild_id": asker.guild_id,
            "given_at": given_at,
            "lesson": encode_lesson(draft),
        }

        def store(connection: Connection) -> int:
            connection.execute(upsert(askers, {"user_id": asker.user_id}))
            stored: int = connection.execute(insert(lessons).values(row).returning(lessons.c.id)).scalar_one()
            return stored

        return Lesson(await self._database.write(store), asker, given_at, draft)

    async def replace(self, lesson_id: int, draft: DraftLesson, /) -> Lesson:
        document = encode_lesson(draft)

        def store(connection: Connection) -> Lesson:
            changed = update(lessons).where(lessons.c.id == lesson_id).values(lesson=document)
            return _found(connection.execute(changed.returning(*lessons.c)).mappings().one_or_none())

        return await self._database.write(store)

    async def get(self, lesson_id: int, /) -> Lesson:
        asked = select(lessons).where(lessons.c.id == lesson_id)
        return await self._database.read(lambda connection: _found(connection.execute(asked).mappings().one_or_none()))

    async def page(self, user_id: int, page: int, size: int, /) -> LessonPage:
        own = lessons.c.user_id == user_id

        def find(connection: Connection) -> LessonPage:
            count = connection.execute(select(func.count()).select_from(lessons).where(own)).scalar_one()
            pages = max(1, -(-count // size))
            at = min(max(page, 0), pages - 1)
            newest = select(lessons).where(own).order_by(lessons.c.given_at.desc(), lessons.c.id.desc())
            rows = connection.execute(newest.limit(size).offset(at * size)).mappings()
            return LessonPage(tuple(lesson(row) for row in rows), at, pages)

        return await self._database.read(find)

    async def choices(self, lesson_id: int, user_id: int, /) -> Mapping[int, int]:
        asked = select(lesson_answers.c.place, lesson_answers.c.choice).where(
            lesson_answers.c.lesson_id == lesson_id, lesson_answers.c.user_id == user_id
        )
        return await self._database.read(
            lambda connection: {row.place: row.choice for row in connection.execute(asked)}
        )

    async def choose(self, lesson_id: int, user_id: int, place: int, choice: int, /) -> bool:
        row = {"lesson_id": lesson_id, "user_id": user_id, "place": place, "choice": choice}
        asked = select(lessons).where(lessons.c.id == lesson_id)

        def store(connection: Connection) -> bool:
            _found(connection.execute(asked).mappings().one_or_none())
            connection.execute(upsert(askers, {"user_id": user_id}))
            return connection.execute(insert_new(lesson_answers, row)).rowcount == 1

        return await self._database.write(store)


def lesson(row: RowMapping | dict[str, Any]) -> Lesson:
    """A row of `lessons` as the noun."""
    return Lesson(row["id"], Asker(row["user_id"], row["guild_id"]), row["given_at"], decode_lesson(row["lesson"]))


def lessons_of(connection: Connection, user_id: int) -> list[dict[str, Any]]:
    """What an export says of a person's lessons, and of their answers to anybody's."""
    asked = select(lessons).where(lessons.c.user_id == user_id).order_by(lessons.c.id)
    return [_exported(lesson(row)) for row in connection.execute(asked).mappings()]


def answers_of(connection: Connection, user_id: int) -> list[dict[str, Any]]:
    """What an export says of a person's answers to the questions of lessons, anybody's."""
    asked = select(lesson_answers).where(lesson_answers.c.user_id == user_id)
    ordered = asked.order_by(lesson_answers.c.lesson_id, lesson_answers.c.place)
    return [
        {"lesson_id": row.lesson_id, "question": row.place + 1, "choice": row.choice + 1}
        for row in connection.execute(ordered)
    ]


def _exported(kept: Lesson) -> dict[str, Any]:
    draft = kept.draft
    language = draft.request.language
    return {
        "id": kept.id,
        "guild_id": None if kept.asker.guild_id is None else str(kept.asker.guild_id),
        "given_at": kept.given_at.isoformat(),
        "topic": draft.request.topic,
        "subject": draft.request.subject,
        "level": draft.request.level.value,
        "language": language.value,
        "standing": draft.standing.value,
        "parts": [{"kind": p.kind.value, "text": p.text, "voucher": p.voucher.value} for p in draft.parts],
        "example": None if draft.example is None else draft.example.question.text,
        "questions": [say(check.draft.statement, language) for check in draft.checks],
        "model": None if draft.model is None else draft.model.name,
        "notes": [say(note, language) for note in draft.notes],
    }


def _found(row: RowMapping | None) -> Lesson:
    if row is None:
        raise NotFoundError(Message("This lesson is not kept any more. Ask for it again with /explain."))
    return lesson(row)
