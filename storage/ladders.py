"""Hints in the place of solutions: how far each was climbed, and which solutions are not to be shown yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from maths.message import Message
from storage.encoding import decode_ladder, encode_ladder, encode_solution
from storage.history import record
from storage.tables import askers, ladders, solutions
from storage.upsert import upsert
from tutor.errors import NotFoundError
from tutor.ladder import DraftLadder, Ladder

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import datetime

    from sqlalchemy import Connection, RowMapping

    from storage.database import Database
    from tutor.types import Asker, Solution

_LADDERS = select(
    solutions, ladders.c.opened_at.label("begun_at"), ladders.c.hints, ladders.c.tries, ladders.c.ladder
).join(ladders, ladders.c.solution_id == solutions.c.id)


class StoredLadders:
    """`tutor.stores.Ladders` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def begin(self, asker: Asker, solution: Solution, draft: DraftLadder, at: datetime, /) -> Ladder:
        row = {
            "user_id": asker.user_id,
            "guild_id": asker.guild_id,
            "asked_at": at,
            "solution": encode_solution(solution),
        }

        def store(connection: Connection) -> Ladder:
            connection.execute(upsert(askers, {"user_id": asker.user_id}))
            added = connection.execute(insert(solutions).values(row).returning(*solutions.c)).mappings().one()
            begun = Ladder(record(added), draft, at)
            connection.execute(insert(ladders).values(solution_id=added["id"], opened_at=at, **_state(begun)))
            return begun

        return await self._database.write(store)

    async def find(self, asker: Asker, key: str, since: datetime, /) -> Ladder | None:
        newest = (
            _LADDERS.where(
                solutions.c.user_id == asker.user_id,
                solutions.c.guild_id == asker.guild_id,
                solutions.c.asked_at > since,
                ladders.c.ladder["key"].as_string() == key,
            )
            .order_by(solutions.c.asked_at.desc(), solutions.c.id.desc())
            .limit(1)
        )

        def look(connection: Connection) -> Ladder | None:
            row = connection.execute(newest).mappings().one_or_none()
            return None if row is None else _ladder(row)

        return await self._database.read(look)

    async def get(self, record_id: int, /) -> Ladder:
        return await self._database.read(lambda connection: _found(connection, record_id))

    async def climb(self, record_id: int, /) -> Ladder:
        return await self._change(record_id, lambda it: replace(it, climbed=min(it.climbed + 1, len(it.draft.hints))))

    async def tried(self, record_id: int, /) -> Ladder:
        return await self._change(record_id, lambda it: replace(it, tries=it.tries + 1))

    async def open(self, record_id: int, at: datetime, /) -> Ladder:
        return await self._change(record_id, lambda it: replace(it, opened_at=at))

    async def closed(self, record_ids: Collection[int], /) -> frozenset[int]:
        among = select(ladders.c.solution_id, ladders.c.ladder).where(ladders.c.solution_id.in_(record_ids))

        def find(connection: Connection) -> frozenset[int]:
            rows = connection.execute(among).all()
            return frozenset(row.solution_id for row in rows if decode_ladder(row.ladder)[1] is None)

        return await self._database.read(find)

    async def _change(self, record_id: int, changed: Callable[[Ladder], Ladder]) -> Ladder:
        """Nothing changes any more once it is open."""

        def store(connection: Connection) -> Ladder:
            connection.execute(select(ladders).where(ladders.c.solution_id == record_id).with_for_update())
            now = _found(connection, record_id)
            if now.opened_at is not None:
                return now
            then = changed(now)
            connection.execute(update(ladders).where(ladders.c.solution_id == record_id).values(**_state(then)))
            return then

        return await self._database.write(store)


def _state(ladder: Ladder) -> dict[str, Any]:
    return {
        "hints": ladder.climbed,
        "tries": ladder.tries,
        "ladder": encode_ladder(ladder.draft, ladder.opened_at),
    }


def _found(connection: Connection, record_id: int) -> Ladder:
    row = connection.execute(_LADDERS.where(solutions.c.id == record_id)).mappings().one_or_none()
    if row is None:
        raise NotFoundError(Message("This solution is not stored any more."))
    return _ladder(row)


def _ladder(row: RowMapping) -> Ladder:
    draft, opened_at = decode_ladder(row["ladder"])
    return Ladder(record(row), draft, row["begun_at"], row["hints"], row["tries"], opened_at)


def export_of(connection: Connection, user_id: int) -> dict[int, dict[str, Any]]:
    """What an export says of each solution with a ladder; of a closed one it keeps what the ladder keeps."""
    own = _LADDERS.where(solutions.c.user_id == user_id)
    return {each.record.id: _exported(each) for each in map(_ladder, connection.execute(own).mappings())}


def _exported(ladder: Ladder) -> dict[str, Any]:
    opened_at = None if ladder.opened_at is None else ladder.opened_at.isoformat()
    climbed = {"hints": ladder.climbed, "tries": ladder.tries, "opened_at": opened_at}
    if ladder.opened_at is not None:
        return {"ladder": climbed, "withheld": False}
    kept_back: dict[str, Any] = {"answer": None, "latex": None, "method": None, "reason": None, "sections": []}
    return {"ladder": climbed, "withheld": True, **kept_back}
