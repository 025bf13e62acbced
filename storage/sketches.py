"""What learners had drawn, kept so that the buttons under it work after a restart."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select, update

from maths.message import Message
from storage.encoding import decode_sketch, encode_sketch
from storage.tables import askers, sketches
from storage.upsert import upsert
from tutor.errors import NotFoundError
from tutor.pictures import Sketch, SketchKind
from tutor.types import Asker

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, RowMapping

    from storage.database import Database

KEPT = 100  # of each person; what is older loses its buttons


def _now() -> datetime:
    return datetime.now(UTC)


class StoredSketches:
    """`tutor.stores.Sketches` in a database."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = _now) -> None:
        self._database = database
        self._clock = clock

    async def add(self, asker: Asker, kind: SketchKind, text: str, extent: str = "", /) -> Sketch:
        row = {
            "user_id": asker.user_id,
            "guild_id": asker.guild_id,
            "drawn_at": self._clock(),
            "kind": kind.value,
            "sketch": encode_sketch(text, extent),
        }
        own = select(sketches.c.id).where(sketches.c.user_id == asker.user_id)
        newest = own.order_by(sketches.c.id.desc()).limit(KEPT).scalar_subquery()
        old = delete(sketches).where(sketches.c.user_id == asker.user_id, sketches.c.id.not_in(newest))

        def store(connection: Connection) -> int:
            connection.execute(upsert(askers, {"user_id": asker.user_id}))
            stored: int = connection.execute(insert(sketches).values(row).returning(sketches.c.id)).scalar_one()
            connection.execute(old)
            return stored

        return Sketch(await self._database.write(store), asker, kind, text, extent)

    async def get(self, sketch_id: int, /) -> Sketch:
        def find(connection: Connection) -> Sketch:
            asked = select(sketches).where(sketches.c.id == sketch_id)
            return _found(connection.execute(asked).mappings().one_or_none())

        return await self._database.read(find)

    async def replace(self, sketch_id: int, text: str, extent: str = "", /) -> Sketch:
        def store(connection: Connection) -> Sketch:
            changed = update(sketches).where(sketches.c.id == sketch_id).values(sketch=encode_sketch(text, extent))
            return _found(connection.execute(changed.returning(*sketches.c)).mappings().one_or_none())

        return await self._database.write(store)

    async def remove(self, sketch_id: int, /) -> None:
        def store(connection: Connection) -> None:
            connection.execute(delete(sketches).where(sketches.c.id == sketch_id))

        await self._database.write(store)


def sketch(row: RowMapping | dict[str, Any]) -> Sketch:
    """A row of `sketches` as the noun."""
    return Sketch(
        row["id"], Asker(row["user_id"], row["guild_id"]), SketchKind(row["kind"]), *decode_sketch(row["sketch"])
    )


def _found(row: RowMapping | None) -> Sketch:
    if row is None:
        raise NotFoundError(Message("This drawing is not kept any more. Please draw it again."))
    return sketch(row)
