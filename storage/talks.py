"""Conversations: what each is about, its turns, and what is remembered of the older ones."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, update

from maths.message import Message
from storage.lesson_encoding import (
    decode_opening,
    decode_summary,
    decode_turn,
    encode_opening,
    encode_summary,
    encode_turn,
)
from storage.tables import askers, talks, turns
from storage.upsert import upsert
from tutor.errors import NotFoundError
from tutor.talk import Talk, TalkPage, Turn
from tutor.types import Asker

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, RowMapping

    from storage.database import Database
    from tutor.talk import Opening, Reply, Summary

KEPT = 200  # turns of a conversation that are read; the older ones are in its summary


def _now() -> datetime:
    return datetime.now(UTC)


class StoredTalks:
    """`tutor.stores.Talks` in a database."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = _now) -> None:
        self._database = database
        self._clock = clock

    async def begin(self, asker: Asker, opening: Opening, /) -> Talk:
        row = {
            "user_id": asker.user_id,
            "guild_id": asker.guild_id,
            "begun_at": self._clock(),
            "lesson_id": opening.lesson_id,
            "shared": opening.shared,
            "opening": encode_opening(opening),
        }

        def store(connection: Connection) -> Talk:
            connection.execute(upsert(askers, {"user_id": asker.user_id}))
            added = connection.execute(insert(talks).values(row).returning(*talks.c)).mappings().one()
            return _talk(added, ())

        return await self._database.write(store)

    async def get(self, talk_id: int, /) -> Talk:
        return await self._database.read(lambda connection: _found(connection, talk_id))

    async def about(self, lesson_id: int, /) -> Talk | None:
        shared = select(talks.c.id).where(talks.c.lesson_id == lesson_id, talks.c.shared).order_by(talks.c.id).limit(1)

        def find(connection: Connection) -> Talk | None:
            talk_id = connection.execute(shared).scalar_one_or_none()
            return None if talk_id is None else _found(connection, talk_id)

        return await self._database.read(find)

    async def add(self, talk_id: int, asker: Asker, question: str, reply: Reply, /) -> Turn:
        row = {
            "talk_id": talk_id,
            "user_id": asker.user_id,
            "guild_id": asker.guild_id,
            "asked_at": self._clock(),
            "solution_id": reply.record_id,
            "turn": encode_turn(question, reply),
        }

        def store(connection: Connection) -> Turn:
            _found(connection, talk_id)
            connection.execute(upsert(askers, {"user_id": asker.user_id}))
            return _turn(connection.execute(insert(turns).values(row).returning(*turns.c)).mappings().one())

        return await self._database.write(store)

    async def summarise(self, talk_id: int, summary: Summary, /) -> None:
        await self._change(talk_id, summary=encode_summary(summary))

    async def move(self, talk_id: int, thread_id: int | None, /) -> None:
        await self._change(talk_id, thread_id=thread_id)

    async def page(self, user_id: int, page: int, size: int, /) -> TalkPage:
        own = talks.c.user_id == user_id

        def find(connection: Connection) -> TalkPage:
            count = connection.execute(select(func.count()).select_from(talks).where(own)).scalar_one()
            pages = max(1, -(-count // size))
            at = min(max(page, 0), pages - 1)
            newest = select(talks.c.id).where(own).order_by(talks.c.begun_at.desc(), talks.c.id.desc())
            ids = connection.execute(newest.limit(size).offset(at * size)).scalars().all()
            return TalkPage(tuple(_found(connection, talk_id) for talk_id in ids), at, pages)

        return await self._database.read(find)

    async def _change(self, talk_id: int, **values: object) -> None:
        def store(connection: Connection) -> None:
            connection.execute(update(talks).where(talks.c.id == talk_id).values(**values))

        await self._database.write(store)


def forget_summaries(connection: Connection, user_id: int) -> None:
    """Summaries of conversations in which a person had a word say what they asked: they go with them."""
    taken_part = select(turns.c.talk_id).where(turns.c.user_id == user_id)
    connection.execute(update(talks).where(talks.c.id.in_(taken_part)).values(summary=None))


def talks_of(connection: Connection, user_id: int) -> list[dict[str, Any]]:
    """What an export says of the conversations a person began; what others said in them stays out."""
    began = select(talks).where(talks.c.user_id == user_id).order_by(talks.c.id)
    return [_exported_talk(_talk(row, ())) for row in connection.execute(began).mappings()]


def turns_of(connection: Connection, user_id: int) -> list[dict[str, Any]]:
    """What an export says of a person's own questions and their answers, in anybody's conversation."""
    asked = select(turns).where(turns.c.user_id == user_id).order_by(turns.c.id)
    return [_exported_turn(row["talk_id"], _turn(row)) for row in connection.execute(asked).mappings()]


def _exported_talk(talk: Talk) -> dict[str, Any]:
    return {
        "id": talk.id,
        "guild_id": None if talk.asker.guild_id is None else str(talk.asker.guild_id),
        "begun_at": talk.begun_at.isoformat(),
        "title": talk.opening.title,
        "lesson_id": talk.opening.lesson_id,
        "summary": talk.summary.text if talk.summary else None,
    }


def _exported_turn(talk_id: int, turn: Turn) -> dict[str, Any]:
    reply = turn.reply
    return {
        "id": turn.id,
        "conversation_id": talk_id,
        "asked_at": turn.asked_at.isoformat(),
        "question": turn.question,
        "answer": reply.answer.typed if reply.answer else None,
        "text": reply.text,
        "voucher": reply.voucher.value,
        "solution_id": reply.record_id,
        "model": reply.model.name if reply.model else None,
        "notes": [str(note) for note in reply.notes],
    }


def _found(connection: Connection, talk_id: int) -> Talk:
    row = connection.execute(select(talks).where(talks.c.id == talk_id)).mappings().one_or_none()
    if row is None:
        raise NotFoundError(Message("This conversation is not kept any more. Begin a new one with /ask."))
    newest = select(turns).where(turns.c.talk_id == talk_id).order_by(turns.c.id.desc()).limit(KEPT)
    said = [_turn(each) for each in connection.execute(newest).mappings()]
    return _talk(row, tuple(reversed(said)))


def _talk(row: RowMapping, said: tuple[Turn, ...]) -> Talk:
    return Talk(
        row["id"],
        Asker(row["user_id"], row["guild_id"]),
        row["begun_at"],
        decode_opening(row["opening"], row["lesson_id"], shared=bool(row["shared"])),
        said,
        None if row["summary"] is None else decode_summary(row["summary"]),
        row["thread_id"],
    )


def _turn(row: RowMapping) -> Turn:
    question, reply = decode_turn(row["turn"], row["solution_id"])
    return Turn(row["id"], Asker(row["user_id"], row["guild_id"]), row["asked_at"], question, reply)
