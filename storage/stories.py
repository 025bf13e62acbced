"""Problems told as stories: rows of `problems` whose structure says so."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import select

from storage.encoding import decode_problem
from storage.practice import keep_problem
from storage.tables import problems, tasks
from tutor.learning import STORY, Shelf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from storage.database import Database
    from tutor.learning import DraftProblem

_STORIES = select(problems).where(problems.c.structure == STORY)


class StoredStories:
    """`tutor.stores.Stories` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, draft: DraftProblem, /) -> None:
        def store(connection: Connection) -> None:
            keep_problem(connection, draft)

        await self._database.write(store)

    async def counts(self) -> Mapping[Shelf, int]:
        def find(connection: Connection) -> Mapping[Shelf, int]:
            kept = (decode_problem(dict(row)) for row in connection.execute(_STORIES).mappings())
            return Counter(Shelf(each.topic, each.level, each.story.language) for each in kept if each.story)

        return await self._database.read(find)

    async def unseen(self, shelf: Shelf, user_id: int, /) -> DraftProblem | None:
        had = select(tasks.c.problem_id).where(tasks.c.user_id == user_id)
        asked = _STORIES.where(
            problems.c.topic == shelf.topic, problems.c.level == shelf.level, problems.c.id.not_in(had)
        ).order_by(problems.c.id)

        def find(connection: Connection) -> DraftProblem | None:
            for row in connection.execute(asked).mappings():
                draft = decode_problem(dict(row))
                if draft.story is not None and draft.story.language is shelf.language:
                    return draft
            return None

        return await self._database.read(find)
