"""What practice does not know of puzzles: those left for another, what was typed last, a learner's own by pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select, update

from storage.encoding import decode_claim
from storage.practice import TASKS, find_task, lock, task
from storage.tables import answers, problems, tasks
from tutor.learning import PUZZLE, TaskKind, TaskPage, TaskState

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from storage.database import Database
    from tutor.learning import Task

_GIVEN_AS = (TaskKind.PUZZLE, TaskKind.DAILY)


class StoredPuzzles:
    """`tutor.stores.Puzzles` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def leave(self, task_id: int, at: datetime, /) -> Task:
        still_open = (tasks.c.id == task_id) & (tasks.c.state == TaskState.OPEN)

        def store(connection: Connection) -> Task:
            lock(connection, find_task(connection, task_id).asker.user_id)
            connection.execute(update(tasks).where(still_open).values(state=TaskState.LEFT, closed_at=at))
            return find_task(connection, task_id)

        return await self._database.write(store)

    async def typed(self, task_id: int, /) -> str | None:
        newest = select(answers.c.claim).where(answers.c.task_id == task_id)
        newest = newest.order_by(answers.c.given_at.desc(), answers.c.receipt.desc()).limit(1)

        def find(connection: Connection) -> str | None:
            claim = connection.execute(newest).scalar_one_or_none()
            return None if claim is None else decode_claim(claim)

        return await self._database.read(find)

    async def page(self, user_id: int, page: int, size: int, /) -> TaskPage:
        own = (tasks.c.user_id == user_id) & tasks.c.kind.in_(_GIVEN_AS) & (problems.c.structure == PUZZLE)
        counted = select(func.count()).select_from(tasks).join(problems, problems.c.id == tasks.c.problem_id).where(own)

        def find(connection: Connection) -> TaskPage:
            pages = max(1, -(-connection.execute(counted).scalar_one() // size))
            shown = min(max(page, 0), pages - 1)
            newest = TASKS.where(own).order_by(tasks.c.id.desc()).limit(size).offset(shown * size)
            return TaskPage(tuple(task(row) for row in connection.execute(newest).mappings()), shown, pages)

        return await self._database.read(find)
