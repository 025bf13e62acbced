"""Problems learners have, what they answered, and what that says of them.

What an answer changes is written in one transaction with it: the task, the rating, the card, the days, the points.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, insert, select, update

from maths.message import Message
from maths.puzzles.kept import imprint
from storage.encoding import decode_claim, decode_problem, encode_claim, encode_problem
from storage.tables import (
    answers,
    askers,
    cards,
    guild_days,
    guild_scores,
    learner_days,
    preferences,
    problems,
    ratings,
    runs,
    tasks,
)
from storage.upsert import upsert
from tutor import skill
from tutor.errors import NotFoundError
from tutor.learning import (
    Activity,
    Card,
    Leader,
    Learner,
    Mark,
    Marking,
    Problem,
    Rating,
    Run,
    Score,
    Task,
    TaskKind,
    TaskState,
    TopicTally,
)
from tutor.types import Asker, Level

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table

    from storage.database import Database
    from tutor.learning import Attempt, DraftProblem, Moment

PROBLEM = (  # what `problem` reads beside the columns of another table
    problems.c.topic,
    problems.c.level,
    problems.c.structure,
    problems.c.seed,
    problems.c.problem,
    problems.c.guild_id.label("owner_id"),
)
_NEVER_AGAIN = (TaskKind.PRACTICE, TaskKind.PUZZLE)
TASKS = select(tasks, *PROBLEM).join(problems, problems.c.id == tasks.c.problem_id)


class StoredPractice:
    """`tutor.stores.Practice` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def give(
        self, asker: Asker, draft: DraftProblem, kind: TaskKind, at: datetime, /, run_id: int | None = None
    ) -> Task | None:
        def store(connection: Connection) -> Task | None:
            lock(connection, asker.user_id)
            problem_id = keep_problem(connection, draft)
            had = _had(connection, asker.user_id, problem_id)
            if had and kind in _NEVER_AGAIN:
                return None
            if same := [one for one in had if one.kind is kind and _stands(one)]:
                return same[-1]
            row = {
                "user_id": asker.user_id,
                "guild_id": asker.guild_id,
                "problem_id": problem_id,
                "run_id": run_id,
                "kind": kind,
                "given_at": at,
                "state": TaskState.OPEN,
                "tries": 0,
                "hints": 0,
            }
            task_id = connection.execute(insert(tasks).values(row).returning(tasks.c.id)).scalar_one()
            return Task(task_id, asker, Problem(problem_id, draft), kind, at, run_id=run_id)

        return await self._database.write(store)

    async def task(self, task_id: int, /) -> Task:
        return await self._database.read(lambda connection: find_task(connection, task_id))

    async def hint(self, task_id: int, at_most: int, /) -> Task:
        more = and_(tasks.c.id == task_id, tasks.c.state == TaskState.OPEN, tasks.c.hints < at_most)

        def store(connection: Connection) -> Task:
            connection.execute(update(tasks).where(more).values(hints=tasks.c.hints + 1))
            return find_task(connection, task_id)

        return await self._database.write(store)

    async def mark(self, task_id: int, attempt: Attempt, moment: Moment, /) -> Marking:
        def store(connection: Connection) -> Marking:
            task = find_task(connection, task_id)
            lock(connection, task.asker.user_id)
            task = find_task(connection, task_id)
            known = select(answers.c.mark).where(answers.c.receipt == attempt.receipt)
            if (stored := connection.execute(known).scalar_one_or_none()) is not None:
                return Marking(task, Mark(stored))
            if task.state is not TaskState.OPEN:
                return Marking(task, Mark.CLOSED)
            mark = attempt.mark
            if mark is Mark.WRONG and attempt.claim in _wrong_before(connection, task_id):
                mark = Mark.REPEATED
            row = {
                "receipt": attempt.receipt,
                "task_id": task_id,
                "given_at": moment.now,
                "claim": encode_claim(attempt.claim),
                "mark": mark,
            }
            connection.execute(insert(answers).values(row))
            if mark is Mark.WRONG:
                task = replace(task, tries=task.tries + 1)
                connection.execute(update(tasks).where(tasks.c.id == task_id).values(tries=task.tries))
            elif mark is Mark.RIGHT:
                task = _close(connection, replace(task, state=TaskState.SOLVED), moment)
            return Marking(task, mark)

        return await self._database.write(store)

    async def show(self, task_id: int, moment: Moment, /) -> Task:
        def store(connection: Connection) -> Task:
            lock(connection, find_task(connection, task_id).asker.user_id)
            task = find_task(connection, task_id)
            if task.state is not TaskState.OPEN:
                return task
            return _close(connection, replace(task, state=TaskState.SHOWN), moment)

        return await self._database.write(store)

    async def start(self, asker: Asker, topic: str, level: Level | None, count: int, at: datetime, /) -> Run:
        row = {
            "user_id": asker.user_id,
            "guild_id": asker.guild_id,
            "started_at": at,
            "topic": topic,
            "level": level,
            "count": count,
        }

        def store(connection: Connection) -> int:
            connection.execute(upsert(askers, {"user_id": asker.user_id}))
            stored: int = connection.execute(insert(runs).values(row).returning(runs.c.id)).scalar_one()
            return stored

        return Run(await self._database.write(store), asker, topic, level, count)

    async def run(self, run_id: int, /) -> Run:
        def find(connection: Connection) -> Run:
            row = connection.execute(select(runs).where(runs.c.id == run_id)).mappings().one_or_none()
            if row is None:
                raise NotFoundError(Message("This session is not stored any more. Start a new one with /practice."))
            within = TASKS.where(tasks.c.run_id == run_id).order_by(tasks.c.id)
            return Run(
                run_id,
                Asker(row["user_id"], row["guild_id"]),
                row["topic"],
                None if row["level"] is None else Level(row["level"]),
                row["count"],
                tuple(task(each) for each in connection.execute(within).mappings()),
            )

        return await self._database.read(find)

    async def last(self, user_id: int, /) -> Run | None:
        newest = select(runs.c.id).where(runs.c.user_id == user_id).order_by(runs.c.id.desc()).limit(1)
        run_id = await self._database.read(lambda connection: connection.execute(newest).scalar_one_or_none())
        return None if run_id is None else await self.run(run_id)

    async def rating(self, user_id: int, topic: str, /) -> Rating | None:
        return await self._database.read(lambda connection: _rating(connection, user_id, topic))

    async def due(self, user_id: int, now: datetime, /) -> Card | None:
        def find(connection: Connection) -> Card | None:
            asked = select(cards).where(cards.c.user_id == user_id, cards.c.due <= now).order_by(cards.c.due).limit(1)
            row = connection.execute(asked).one_or_none()
            return None if row is None else Card(row.key, row.problem_id, row.due, row.memory)

        return await self._database.read(find)

    async def problem(self, problem_id: int, /) -> DraftProblem:
        def find(connection: Connection) -> DraftProblem:
            row = connection.execute(select(problems).where(problems.c.id == problem_id)).mappings().one_or_none()
            if row is None:
                raise NotFoundError(Message("This problem is not stored any more."))
            return decode_problem(dict(row))

        return await self._database.read(find)

    async def learner(self, user_id: int, since: date, now: datetime, /) -> Learner:
        in_days = select(learner_days).where(learner_days.c.user_id == user_id, learner_days.c.day >= since)
        in_topics = select(ratings).where(ratings.c.user_id == user_id, ratings.c.topic != "")
        waiting = select(func.count()).select_from(cards).where(cards.c.user_id == user_id, cards.c.due <= now)
        coming = select(func.min(cards.c.due)).where(cards.c.user_id == user_id, cards.c.due > now)

        def find(connection: Connection) -> Learner:
            return Learner(
                tuple(
                    Activity(row.day, row.ended, row.solved)
                    for row in connection.execute(in_days.order_by(learner_days.c.day))
                ),
                tuple(
                    TopicTally(row.topic, row.ended, row.solved, Rating(row.mu, row.sigma, row.ended))
                    for row in connection.execute(in_topics.order_by(ratings.c.topic))
                ),
                connection.execute(waiting).scalar_one(),
                connection.execute(coming).scalar_one_or_none(),
            )

        return await self._database.read(find)

    async def leaders(self, guild_id: int, since: date | None, limit: int, /) -> tuple[Leader, ...]:
        asked = _ever(guild_id) if since is None else _since(guild_id, since)

        def find(connection: Connection) -> tuple[Leader, ...]:
            return _places(connection.execute(asked.limit(limit)).mappings().all())

        return await self._database.read(find)

    async def solvers(self, problem_id: int, guild_id: int, /) -> int:
        asked = (
            select(func.count(tasks.c.user_id.distinct()))
            .where(tasks.c.problem_id == problem_id, tasks.c.guild_id == guild_id)
            .where(tasks.c.state == TaskState.SOLVED)
        )
        return await self._database.read(lambda connection: connection.execute(asked).scalar_one())


def keep_problem(connection: Connection, draft: DraftProblem) -> int:
    """The id of a problem, stored now or before. The same words are the same problem, a guild's own apart.

    A guild's own is replaced: its moderators may have mended its answer.
    """
    digest = digest_of(draft)
    known = select(problems.c.id).where(problems.c.digest == digest)
    if (problem_id := connection.execute(known).scalar_one_or_none()) is not None:
        if draft.guild_id is not None:
            mended = {"level": draft.level, "problem": encode_problem(draft)}
            connection.execute(update(problems).where(problems.c.id == problem_id).values(mended))
        return int(problem_id)
    row = {
        "digest": digest,
        "guild_id": draft.guild_id,
        "topic": draft.topic,
        "level": draft.level,
        "structure": draft.structure,
        "seed": draft.seed,
        "problem": encode_problem(draft),
    }
    return int(connection.execute(insert(problems).values(row).returning(problems.c.id)).scalar_one())


def digest_of(draft: DraftProblem) -> str:
    """What makes two problems the same: their words, and whose own they are; of puzzles the board too. 64 digits."""
    if draft.puzzle is not None:
        return imprint(draft.puzzle)
    return hashlib.sha256(f"{draft.guild_id or ''}\n{draft.statement}".encode()).hexdigest()


def problem(row: RowMapping | dict[str, Any]) -> Problem:
    """The problem of a row that refers to one and selected `PROBLEM` too."""
    return Problem(row["problem_id"], decode_problem({**row, "guild_id": row["owner_id"]}))


def task(row: RowMapping | dict[str, Any]) -> Task:
    """A row of tasks with their problems as the noun."""
    return Task(
        row["id"],
        Asker(row["user_id"], row["guild_id"]),
        problem(row),
        TaskKind(row["kind"]),
        row["given_at"],
        TaskState(row["state"]),
        row["tries"],
        row["hints"],
        row["run_id"],
    )


def practised_by(connection: Connection, user_id: int) -> list[tuple[Task, list[str]]]:
    """Every task of a learner with what they answered, oldest first."""
    claimed = select(answers.c.claim).order_by(answers.c.given_at)
    rows = connection.execute(TASKS.where(tasks.c.user_id == user_id).order_by(tasks.c.id)).mappings().all()
    return [
        (
            task(row),
            [
                decode_claim(each)
                for each in connection.execute(claimed.where(answers.c.task_id == row["id"])).scalars()
            ],
        )
        for row in rows
    ]


def find_task(connection: Connection, task_id: int) -> Task:
    row = connection.execute(TASKS.where(tasks.c.id == task_id)).mappings().one_or_none()
    if row is None:
        raise NotFoundError(Message("This problem is not stored any more. Start a new one with /practice."))
    return task(row)


def lock(connection: Connection, user_id: int) -> None:
    """One change of a learner at a time, where the database would let several write at once."""
    connection.execute(upsert(askers, {"user_id": user_id}))
    connection.execute(select(askers).where(askers.c.user_id == user_id).with_for_update())


def _stands(had: Task) -> bool:
    """Whether a task is not to be given anew: a daily problem once, a review until it has ended."""
    return had.kind is TaskKind.DAILY or had.state is TaskState.OPEN


def _had(connection: Connection, user_id: int, problem_id: int) -> list[Task]:
    """Every time a learner had a problem, oldest first."""
    asked = TASKS.where(tasks.c.user_id == user_id, tasks.c.problem_id == problem_id).order_by(tasks.c.id)
    return [task(row) for row in connection.execute(asked).mappings()]


def _wrong_before(connection: Connection, task_id: int) -> set[str]:
    asked = select(answers.c.claim).where(answers.c.task_id == task_id, answers.c.mark == Mark.WRONG)
    return {decode_claim(claim) for claim in connection.execute(asked).scalars()}


def _close(connection: Connection, ended: Task, moment: Moment) -> Task:
    """Store how a task ended, and everything that follows from it."""
    changed = update(tasks).where(tasks.c.id == ended.id)
    connection.execute(changed.values(state=ended.state, tries=ended.tries, closed_at=moment.now))
    score = ended.score or Score.NOT
    solved = int(score is not Score.NOT)
    user_id, level = ended.asker.user_id, ended.problem.draft.level
    _rate(connection, ended, score)
    _review(connection, ended, score, moment.now)
    add = {"ended": 1, "solved": solved}
    _add(connection, learner_days, {"user_id": user_id, "day": moment.day}, add)
    if ended.asker.guild_id is not None:
        in_guild = {"guild_id": ended.asker.guild_id, "user_id": user_id}
        earned = {"points": skill.points(level, score), "solved": solved}
        _add(connection, guild_days, {**in_guild, "day": moment.guild_day}, earned)
        _add(connection, guild_scores, in_guild, earned)
    return ended


def _rate(connection: Connection, ended: Task, score: Score) -> None:
    user_id, draft = ended.asker.user_id, ended.problem.draft
    before = _rating(connection, user_id, draft.topic) or skill.NEW
    after = skill.rated(before, draft.level, score)
    at = {"user_id": user_id, "topic": draft.topic}
    solved = connection.execute(select(ratings.c.solved).filter_by(**at)).scalar_one_or_none() or 0
    row = {"mu": after.mu, "sigma": after.sigma, "ended": after.tasks, "solved": solved + (score is not Score.NOT)}
    connection.execute(upsert(ratings, {**at, **row}))


def _review(connection: Connection, ended: Task, score: Score, now: datetime) -> None:
    """A mistake makes a card; from then on every task of its kind moves it. Puzzles are for play: they have none."""
    if ended.problem.draft.puzzle is not None:
        return
    at = {"user_id": ended.asker.user_id, "key": ended.problem.key}
    memory = connection.execute(select(cards.c.memory).filter_by(**at)).scalar_one_or_none()
    if memory is None and score is Score.ALONE:
        return
    card = skill.reviewed(ended.problem.key, ended.problem.id, memory, score, now)
    row = {"problem_id": card.problem_id, "due": card.due, "memory": card.memory}
    connection.execute(upsert(cards, {**at, **row}))


def _add(connection: Connection, table: Table, at: dict[str, Any], amounts: dict[str, int]) -> None:
    found = connection.execute(select(table).filter_by(**at)).mappings().one_or_none()
    sums = {name: amount + (found[name] if found else 0) for name, amount in amounts.items()}
    connection.execute(upsert(table, {**at, **sums}))


def _rating(connection: Connection, user_id: int, topic: str) -> Rating | None:
    asked = select(ratings).where(ratings.c.user_id == user_id, ratings.c.topic == topic)
    row = connection.execute(asked).one_or_none()
    return None if row is None else Rating(row.mu, row.sigma, row.ended)


def _ranked(user_id: ColumnElement[int]) -> ColumnElement[bool]:
    return and_(preferences.c.user_id == user_id, preferences.c.ranked.is_(True))


def _ever(guild_id: int) -> Select[Any]:
    columns = guild_scores.c
    return (
        select(columns.user_id, columns.points, columns.solved)
        .join(preferences, _ranked(columns.user_id))
        .where(columns.guild_id == guild_id, columns.points > 0)
        .order_by(columns.points.desc(), columns.user_id)
    )


def _since(guild_id: int, since: date) -> Select[Any]:
    """Added up first and joined then: a week of a large guild has many more days than members."""
    points = func.sum(guild_days.c.points).label("points")
    sums = (
        select(guild_days.c.user_id, points, func.sum(guild_days.c.solved).label("solved"))
        .where(guild_days.c.guild_id == guild_id, guild_days.c.day >= since)
        .group_by(guild_days.c.user_id)
        .having(points > 0)
        .subquery()
    )
    columns = sums.c
    return (
        select(columns.user_id, columns.points, columns.solved)
        .join(preferences, _ranked(columns.user_id))
        .order_by(columns.points.desc(), columns.user_id)
    )


def _places(rows: Sequence[RowMapping]) -> tuple[Leader, ...]:
    """Places from 1; equal points share one, and the next counts on."""
    found: list[Leader] = []
    for at, row in enumerate(rows, start=1):
        shared = found[-1].place if found and found[-1].points == row["points"] else at
        found.append(Leader(shared, row["user_id"], int(row["points"]), int(row["solved"])))
    return tuple(found)
