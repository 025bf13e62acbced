"""Code that people asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, update

from maths.message import Message
from storage.program_encoding import decode_program, encode_program
from storage.tables import askers, programs
from storage.upsert import upsert
from tutor.code import CodePage, CodeRecord
from tutor.errors import NotFoundError
from tutor.types import Asker

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, RowMapping

    from storage.database import Database
    from tutor.code import CodeReply


class StoredPrograms:
    """`tutor.stores.Programs` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, asker: Asker, reply: CodeReply, at: datetime, /, *, opened: bool = True) -> CodeRecord:
        row = {
            "user_id": asker.user_id,
            "guild_id": asker.guild_id,
            "asked_at": at,
            "opened": opened,
            "reply": encode_program(reply),
        }

        def store(connection: Connection) -> int:
            connection.execute(upsert(askers, {"user_id": asker.user_id}))
            stored: int = connection.execute(insert(programs).values(row).returning(programs.c.id)).scalar_one()
            return stored

        return CodeRecord(await self._database.write(store), asker, at, reply, opened)

    async def replace(self, record_id: int, reply: CodeReply, /) -> CodeRecord:
        return await self._change(record_id, {"reply": encode_program(reply)})

    async def open(self, record_id: int, /) -> CodeRecord:
        return await self._change(record_id, {"opened": True})

    async def _change(self, record_id: int, values: dict[str, Any]) -> CodeRecord:
        def store(connection: Connection) -> CodeRecord:
            changed = update(programs).where(programs.c.id == record_id).values(values).returning(*programs.c)
            return _found(connection.execute(changed).mappings().one_or_none())

        return await self._database.write(store)

    async def get(self, record_id: int, /) -> CodeRecord:
        def find(connection: Connection) -> CodeRecord:
            asked = select(programs).where(programs.c.id == record_id)
            return _found(connection.execute(asked).mappings().one_or_none())

        return await self._database.read(find)

    async def page(self, user_id: int, page: int, size: int, /) -> CodePage:
        own = programs.c.user_id == user_id

        def find(connection: Connection) -> CodePage:
            count = connection.execute(select(func.count()).select_from(programs).where(own)).scalar_one()
            pages = max(1, -(-count // size))
            at = min(page, pages - 1)
            asked = select(programs).where(own).order_by(programs.c.id.desc()).limit(size).offset(at * size)
            return CodePage(tuple(program(row) for row in connection.execute(asked).mappings()), at, pages)

        return await self._database.read(find)

    async def remove(self, record_id: int, /) -> None:
        def store(connection: Connection) -> None:
            connection.execute(delete(programs).where(programs.c.id == record_id))

        await self._database.write(store)


def program(row: RowMapping) -> CodeRecord:
    """A row of `programs` as the noun."""
    asker = Asker(row["user_id"], row["guild_id"])
    return CodeRecord(row["id"], asker, row["asked_at"], decode_program(row["reply"]), row["opened"])


def programs_of(connection: Connection, user_id: int) -> list[dict[str, Any]]:
    """A person's code as plain JSON values, oldest first."""
    asked = select(programs).where(programs.c.user_id == user_id).order_by(programs.c.id)
    return [_exported(program(row)) for row in connection.execute(asked).mappings()]


def _exported(kept: CodeRecord) -> dict[str, Any]:
    reply = kept.reply
    return {
        "id": kept.id,
        "asked_at": kept.asked_at.isoformat(),
        "guild_id": None if kept.asker.guild_id is None else str(kept.asker.guild_id),
        "asked": reply.request.text,
        "programming": reply.request.programming,
        "target": None if reply.request.target is None else reply.request.target.value,
        "sections": [{"kind": aspect.value, "text": text} for aspect, text in reply.sections],
        "code": reply.code,
        "tests": [
            {"call": trial.test.call, "expects": trial.test.expects, "outcome": trial.fate.value, "got": trial.got}
            for trial in reply.trials
        ],
        "model": None if reply.model is None else reply.model.name,
    }


def _found(row: RowMapping | None) -> CodeRecord:
    if row is None:
        raise NotFoundError(Message("This code is not kept any more. Please ask for it again."))
    return program(row)
