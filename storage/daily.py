"""Daily problems: what was set up, what was claimed and what was posted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select, update

from storage.encoding import decode_message
from storage.practice import PROBLEM, digest_of, keep_problem, problem
from storage.sentences import encode_message
from storage.tables import dailies, daily_posts, daily_recaps, departures, problems, tasks
from storage.upsert import insert_new, upsert
from tutor.learning import DailyPost, DailySetup, PostState, Problem, TaskKind, TaskState, Turnout
from tutor.types import Language, Level

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection, RowMapping

    from storage.database import Database
    from tutor.learning import DraftProblem

_POSTS = select(daily_posts, *PROBLEM).join(problems, problems.c.id == daily_posts.c.problem_id)


class StoredDailies:
    """`tutor.stores.Dailies` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def setup(self, guild_id: int, /) -> DailySetup | None:
        def find(connection: Connection) -> DailySetup | None:
            row = connection.execute(select(dailies).where(dailies.c.guild_id == guild_id)).mappings().one_or_none()
            return None if row is None else _setup(row)

        return await self._database.read(find)

    async def set_up(self, setup: DailySetup, /) -> None:
        row = {
            "guild_id": setup.guild_id,
            "channel_id": setup.channel_id,
            "minute": setup.minute,
            "time_zone": setup.time_zone,
            "language": setup.language,
            "level": setup.level,
            "topics": list(setup.topics),
            "role_id": setup.role_id,
            "enabled": setup.enabled,
            "trouble": encode_message(setup.trouble),
        }

        def store(connection: Connection) -> None:
            connection.execute(upsert(dailies, row))

        await self._database.write(store)

    async def active(self) -> tuple[DailySetup, ...]:
        away = select(departures.c.guild_id)
        asked = select(dailies).where(dailies.c.enabled.is_(True), dailies.c.guild_id.not_in(away))
        asked = asked.order_by(dailies.c.guild_id)

        def find(connection: Connection) -> tuple[DailySetup, ...]:
            return tuple(_setup(row) for row in connection.execute(asked).mappings())

        return await self._database.read(find)

    async def since(self, day: date, /) -> tuple[PostState, ...]:
        stands = daily_posts.c.message_id.is_not(None)
        asked = select(
            daily_posts.c.guild_id,
            daily_posts.c.day,
            and_(daily_posts.c.posted_at.is_(None), daily_posts.c.failed_at.is_(None)),
            and_(stands, daily_posts.c.solution_at.is_(None)),
        ).where(daily_posts.c.day >= day)

        def find(connection: Connection) -> tuple[PostState, ...]:
            rows = connection.execute(asked)
            return tuple(PostState(guild, on, bool(pending), bool(unsolved)) for guild, on, pending, unsolved in rows)

        return await self._database.read(find)

    async def post(self, guild_id: int, day: date, /) -> DailyPost | None:
        return await self._database.read(lambda connection: _find(connection, guild_id, day))

    async def post_with(self, guild_id: int, problem_id: int, /) -> DailyPost | None:
        asked = _POSTS.where(daily_posts.c.guild_id == guild_id, daily_posts.c.problem_id == problem_id)

        def find(connection: Connection) -> DailyPost | None:
            row = connection.execute(asked.order_by(daily_posts.c.day.desc()).limit(1)).mappings().one_or_none()
            return None if row is None else _post(row)

        return await self._database.read(find)

    async def has_seen(self, guild_id: int, draft: DraftProblem, /) -> bool:
        asked = (
            select(daily_posts.c.day)
            .join(problems, problems.c.id == daily_posts.c.problem_id)
            .where(daily_posts.c.guild_id == guild_id, problems.c.digest == digest_of(draft))
            .limit(1)
        )
        return await self._database.read(lambda connection: connection.execute(asked).first() is not None)

    async def claim(self, post: DailyPost, /) -> DailyPost | None:
        def store(connection: Connection) -> DailyPost | None:
            problem_id = post.problem.id or keep_problem(connection, post.problem.draft)
            row = {
                "guild_id": post.guild_id,
                "day": post.day,
                "problem_id": problem_id,
                "channel_id": post.channel_id,
                "nonce": post.nonce,
                "claimer": post.claimer,
                "claimed_at": post.claimed_at,
            }
            if connection.execute(insert_new(daily_posts, row)).rowcount == 0:
                return None
            return replace(post, problem=Problem(problem_id, post.problem.draft))

        return await self._database.write(store)

    async def take_over(self, post: DailyPost, claimer: str, at: datetime, /) -> DailyPost | None:
        as_it_was = and_(
            _at(post),
            daily_posts.c.claimer == post.claimer,
            daily_posts.c.claimed_at == post.claimed_at,
            daily_posts.c.posted_at.is_(None),
            daily_posts.c.failed_at.is_(None),
        )

        def store(connection: Connection) -> DailyPost | None:
            changed = update(daily_posts).where(as_it_was).values(claimer=claimer, claimed_at=at)
            taken = connection.execute(changed).rowcount
            return replace(post, claimer=claimer, claimed_at=at) if taken else None

        return await self._database.write(store)

    async def posted(self, post: DailyPost, message_id: int, at: datetime, /) -> None:
        await self._change(post, {"message_id": message_id, "channel_id": post.channel_id, "posted_at": at})

    async def failed(self, post: DailyPost, at: datetime, /) -> None:
        await self._change(post, {"failed_at": at})

    async def reveal(self, post: DailyPost, at: datetime, /) -> bool:
        changed = update(daily_posts).where(_at(post), daily_posts.c.solution_at.is_(None)).values(solution_at=at)
        return await self._database.write(lambda connection: bool(connection.execute(changed).rowcount))

    async def turnouts(self, guild_id: int, count: int, /) -> tuple[tuple[DailyPost, Turnout], ...]:
        newest = _POSTS.where(daily_posts.c.guild_id == guild_id, daily_posts.c.posted_at.is_not(None))
        newest = newest.order_by(daily_posts.c.day.desc()).limit(count)

        def find(connection: Connection) -> tuple[tuple[DailyPost, Turnout], ...]:
            posts = [_post(row) for row in connection.execute(newest).mappings()]
            return tuple((post, _turnout(connection, post)) for post in posts)

        return await self._database.read(find)

    async def claim_recap(self, guild_id: int, week: date, at: datetime, /) -> bool:
        row = {"guild_id": guild_id, "week": week, "claimed_at": at}
        return await self._database.write(
            lambda connection: bool(connection.execute(insert_new(daily_recaps, row)).rowcount)
        )

    async def _change(self, post: DailyPost, values: dict[str, Any]) -> None:
        changed = update(daily_posts).where(_at(post)).values(values)

        def store(connection: Connection) -> None:
            connection.execute(changed)

        await self._database.write(store)


def _at(post: DailyPost) -> Any:  # noqa: ANN401 - a clause of SQLAlchemy
    return and_(daily_posts.c.guild_id == post.guild_id, daily_posts.c.day == post.day)


def _find(connection: Connection, guild_id: int, day: date) -> DailyPost | None:
    asked = _POSTS.where(daily_posts.c.guild_id == guild_id, daily_posts.c.day == day)
    row = connection.execute(asked).mappings().one_or_none()
    return None if row is None else _post(row)


def _turnout(connection: Connection, post: DailyPost) -> Turnout:
    counted = (
        select(tasks.c.state, func.count().label("number"))
        .where(tasks.c.problem_id == post.problem.id, tasks.c.guild_id == post.guild_id)
        .where(tasks.c.kind == TaskKind.DAILY)
        .group_by(tasks.c.state)
    )
    of = {row.state: row.number for row in connection.execute(counted)}
    solved = of.get(TaskState.SOLVED, 0)
    return Turnout(post.problem.draft.level, solved + of.get(TaskState.SHOWN, 0), solved)


def _setup(row: RowMapping) -> DailySetup:
    return DailySetup(
        row["guild_id"],
        row["channel_id"],
        row["minute"],
        row["time_zone"],
        Language(row["language"]),
        None if row["level"] is None else Level(row["level"]),
        tuple(row["topics"]),
        row["role_id"],
        row["enabled"],
        decode_message(row["trouble"]),
    )


def _post(row: RowMapping) -> DailyPost:
    return DailyPost(
        row["guild_id"],
        row["day"],
        problem(row),
        row["channel_id"],
        row["nonce"],
        row["claimer"],
        row["claimed_at"],
        row["message_id"],
        row["posted_at"],
        row["failed_at"],
        row["solution_at"],
    )
