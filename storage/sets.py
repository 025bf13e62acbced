"""Guilds' own problems, in sets that are used for practice or as daily problems."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, insert, select, update

from storage.encoding import decode_problem
from storage.practice import keep_problem
from storage.tables import daily_posts, problem_sets, problems, set_problems, tasks
from tutor.learning import ProblemSet, UsedFor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection

    from storage.database import Database
    from tutor.learning import DraftProblem


def _now() -> datetime:
    return datetime.now(UTC)


class StoredProblemSets:
    """`tutor.stores.ProblemSets` in a database."""

    def __init__(self, database: Database, clock: Callable[[], datetime] = _now) -> None:
        self._database = database
        self._clock = clock

    async def of(self, guild_id: int, /) -> tuple[ProblemSet, ...]:
        size = select(func.count()).where(set_problems.c.set_id == problem_sets.c.id).scalar_subquery()
        asked = (
            select(problem_sets, size.label("size"))
            .where(problem_sets.c.guild_id == guild_id)
            .order_by(problem_sets.c.name)
        )

        def find(connection: Connection) -> tuple[ProblemSet, ...]:
            return tuple(
                ProblemSet(row.id, row.guild_id, row.name, UsedFor(row.used_for), row.size)
                for row in connection.execute(asked)
            )

        return await self._database.read(find)

    async def make(self, guild_id: int, name: str, /) -> ProblemSet:
        row = {"guild_id": guild_id, "name": name, "made_at": self._clock(), "used_for": UsedFor.NOTHING}

        def store(connection: Connection) -> int:
            made: int = connection.execute(insert(problem_sets).values(row).returning(problem_sets.c.id)).scalar_one()
            return made

        return ProblemSet(await self._database.write(store), guild_id, name, UsedFor.NOTHING, 0)

    async def use(self, set_id: int, used_for: UsedFor, /) -> None:
        changed = update(problem_sets).where(problem_sets.c.id == set_id).values(used_for=used_for)

        def store(connection: Connection) -> None:
            connection.execute(changed)

        await self._database.write(store)

    async def delete(self, set_id: int, /) -> None:
        def store(connection: Connection) -> None:
            connection.execute(delete(problem_sets).where(problem_sets.c.id == set_id))

        await self._database.write(store)

    async def problems(self, set_id: int, /) -> tuple[DraftProblem, ...]:
        asked = (
            select(problems)
            .join(set_problems, set_problems.c.problem_id == problems.c.id)
            .where(set_problems.c.set_id == set_id)
            .order_by(set_problems.c.place)
        )

        def find(connection: Connection) -> tuple[DraftProblem, ...]:
            return tuple(decode_problem(dict(row)) for row in connection.execute(asked).mappings())

        return await self._database.read(find)

    async def add(self, set_id: int, drafts: Sequence[DraftProblem], /) -> int:
        def store(connection: Connection) -> int:
            held = set(connection.execute(select(set_problems.c.problem_id).filter_by(set_id=set_id)).scalars())
            last = connection.execute(select(func.max(set_problems.c.place)).filter_by(set_id=set_id)).scalar_one()
            new = [
                each for each in dict.fromkeys(keep_problem(connection, draft) for draft in drafts) if each not in held
            ]
            for place, problem_id in enumerate(new, start=(last or 0) + 1):
                row = {"set_id": set_id, "place": place, "problem_id": problem_id}
                connection.execute(insert(set_problems).values(row))
            return len(new)

        return await self._database.write(store)

    async def unseen(self, guild_id: int, used_for: UsedFor, user_id: int | None, /) -> DraftProblem | None:
        if user_id is None:
            had = select(daily_posts.c.problem_id).where(daily_posts.c.guild_id == guild_id)
        else:
            had = select(tasks.c.problem_id).where(tasks.c.user_id == user_id)
        asked = (
            select(problems)
            .join(set_problems, set_problems.c.problem_id == problems.c.id)
            .join(problem_sets, problem_sets.c.id == set_problems.c.set_id)
            .where(problem_sets.c.guild_id == guild_id, problem_sets.c.used_for == used_for, problems.c.id.not_in(had))
            .order_by(problem_sets.c.id, set_problems.c.place)
            .limit(1)
        )

        def find(connection: Connection) -> DraftProblem | None:
            row = connection.execute(asked).mappings().one_or_none()
            return None if row is None else decode_problem(dict(row))

        return await self._database.read(find)
