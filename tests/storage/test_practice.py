"""What learners have, answer and earn, in a real database."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from samples import EQUATION

from maths.message import Formula, Message
from storage.people import StoredPeople
from storage.practice import StoredPractice
from tutor.errors import NotFoundError
from tutor.learning import (
    Activity,
    Attempt,
    DraftProblem,
    Leader,
    Mark,
    Moment,
    Score,
    TaskKind,
    TaskState,
)
from tutor.types import Asker, Preferences

if TYPE_CHECKING:
    from storage.database import Database

MIN, SEO = Asker(11, 7), Asker(22, 7)
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TODAY = Moment(NOW, date(2026, 3, 1), date(2026, 3, 1))


@pytest.fixture
def practice(database: Database) -> StoredPractice:
    return StoredPractice(database)


def another(number: int, topic: str = "linear_equations") -> DraftProblem:
    statement = Message("Solve {equation}.", equation=Formula(f"3*x = {number}", f"3x = {number}"))
    return replace(EQUATION, statement=statement, topic=topic, structure=f"kind_{number % 3}")


async def solved(practice: StoredPractice, asker: Asker, number: int, moment: Moment = TODAY) -> None:
    task = await practice.give(asker, another(number), TaskKind.PRACTICE, moment.now)
    assert task is not None
    marking = await practice.mark(task.id, Attempt(number * 1000 + asker.user_id, "1", Mark.RIGHT), moment)
    assert marking.task.state is TaskState.SOLVED


async def test_a_problem_comes_back_from_the_database_as_it_was_given(practice: StoredPractice) -> None:
    given = await practice.give(MIN, EQUATION, TaskKind.PRACTICE, NOW)
    assert given is not None
    assert await practice.task(given.id) == given
    assert given.problem.draft == EQUATION
    with pytest.raises(NotFoundError):
        await practice.task(given.id + 1)


async def test_a_learner_never_gets_the_same_problem_twice_but_another_learner_does(practice: StoredPractice) -> None:
    first = await practice.give(MIN, EQUATION, TaskKind.PRACTICE, NOW)
    assert await practice.give(MIN, replace(EQUATION, seed=99), TaskKind.PRACTICE, NOW) is None
    theirs = await practice.give(SEO, EQUATION, TaskKind.PRACTICE, NOW)
    assert first is not None
    assert theirs is not None
    assert theirs.problem.id == first.problem.id


async def test_the_same_words_in_two_guilds_sets_are_two_problems(practice: StoredPractice) -> None:
    ours = await practice.give(MIN, replace(EQUATION, guild_id=7), TaskKind.PRACTICE, NOW)
    theirs = await practice.give(MIN, replace(EQUATION, guild_id=8), TaskKind.PRACTICE, NOW)
    assert ours is not None
    assert theirs is not None
    assert ours.problem.id != theirs.problem.id


async def test_a_daily_problem_is_given_once_and_a_review_as_long_as_it_is_open(practice: StoredPractice) -> None:
    practised = await practice.give(MIN, EQUATION, TaskKind.PRACTICE, NOW)
    daily = await practice.give(MIN, EQUATION, TaskKind.DAILY, NOW)
    assert daily is not None
    assert daily != practised
    assert await practice.give(MIN, EQUATION, TaskKind.DAILY, NOW) == daily
    review = await practice.give(MIN, EQUATION, TaskKind.REVIEW, NOW)
    assert await practice.give(MIN, EQUATION, TaskKind.REVIEW, NOW) == review
    assert review is not None
    await practice.show(review.id, TODAY)
    assert await practice.give(MIN, EQUATION, TaskKind.REVIEW, NOW) != review


async def test_an_answer_that_arrives_twice_counts_once(practice: StoredPractice) -> None:
    task = await practice.give(MIN, EQUATION, TaskKind.PRACTICE, NOW)
    assert task is not None
    wrong = Attempt(900, "5", Mark.WRONG)
    first, second = await asyncio.gather(practice.mark(task.id, wrong, TODAY), practice.mark(task.id, wrong, TODAY))
    assert (first.mark, second.mark) == (Mark.WRONG, Mark.WRONG)
    assert (await practice.task(task.id)).tries == 1


async def test_the_same_wrong_answer_and_one_that_cannot_be_read_cost_no_try(practice: StoredPractice) -> None:
    task = await practice.give(MIN, EQUATION, TaskKind.PRACTICE, NOW)
    assert task is not None
    marks = [
        (await practice.mark(task.id, Attempt(receipt, claim, mark), TODAY)).mark
        for receipt, claim, mark in [(1, "5", Mark.WRONG), (2, "5", Mark.WRONG), (3, "er", Mark.UNREADABLE)]
    ]
    assert marks == [Mark.WRONG, Mark.REPEATED, Mark.UNREADABLE]
    assert (await practice.task(task.id)).tries == 1


async def test_a_task_that_has_ended_takes_no_answer_and_counts_nothing_more(practice: StoredPractice) -> None:
    task = await practice.give(MIN, EQUATION, TaskKind.PRACTICE, NOW)
    assert task is not None
    assert (await practice.show(task.id, TODAY)).score is Score.NOT
    assert (await practice.mark(task.id, Attempt(1, "4", Mark.RIGHT), TODAY)).mark is Mark.CLOSED
    assert (await practice.show(task.id, TODAY)).state is TaskState.SHOWN
    learner = await practice.learner(MIN.user_id, TODAY.day, NOW)
    assert learner.days == (Activity(TODAY.day, 1, 0),)


async def test_hints_are_counted_to_the_end_of_the_ladder_and_make_the_answer_a_helped_one(
    practice: StoredPractice,
) -> None:
    task = await practice.give(MIN, EQUATION, TaskKind.PRACTICE, NOW)
    assert task is not None
    assert [(await practice.hint(task.id, 2)).hints for _ in range(3)] == [1, 2, 2]
    marking = await practice.mark(task.id, Attempt(1, "4", Mark.RIGHT), TODAY)
    assert marking.task.score is Score.HELPED
    assert (await practice.hint(task.id, 5)).hints == 2


async def test_an_answer_moves_the_rating_the_days_and_the_points_with_it(practice: StoredPractice) -> None:
    await solved(practice, MIN, 12)
    rating = await practice.rating(MIN.user_id, "linear_equations")
    assert rating is not None
    assert rating.mu > 25
    learner = await practice.learner(MIN.user_id, TODAY.day, NOW)
    assert learner.days == (Activity(TODAY.day, 1, 1),)
    assert [(tally.topic, tally.ended, tally.solved) for tally in learner.topics] == [("linear_equations", 1, 1)]


async def test_a_mistake_comes_back_the_next_day_and_less_often_once_it_is_mastered(practice: StoredPractice) -> None:
    task = await practice.give(MIN, EQUATION, TaskKind.PRACTICE, NOW)
    assert task is not None
    await practice.show(task.id, TODAY)
    assert await practice.due(MIN.user_id, NOW) is None
    now, waits = NOW, []
    for receipt in range(1, 5):
        due = (await practice.learner(MIN.user_id, TODAY.day, now)).next_due
        assert due is not None
        waits.append(due - now)
        now = due
        card = await practice.due(MIN.user_id, now)
        assert card is not None
        assert card.key == "linear_equations/intermediate/both_sides"
        review = await practice.give(MIN, await practice.problem(card.problem_id), TaskKind.REVIEW, now)
        assert review is not None
        await practice.mark(review.id, Attempt(receipt, "4", Mark.RIGHT), replace(TODAY, now=now))
    assert waits[0] == timedelta(days=1)
    assert waits == sorted(waits)
    assert waits[-1] > timedelta(days=7)


async def test_solving_alone_makes_no_review(practice: StoredPractice) -> None:
    await solved(practice, MIN, 12)
    assert await practice.due(MIN.user_id, NOW + timedelta(days=365)) is None


async def test_the_leaderboard_shows_those_who_want_it_and_equal_points_share_a_place(
    practice: StoredPractice, database: Database
) -> None:
    people = StoredPeople(database)
    ann, ben, cem, dia = (Asker(number, 7) for number in (1, 2, 3, 4))
    for who in (ann, ben, dia):
        await people.prefer(who.user_id, Preferences(ranked=True))
    old = Moment(NOW - timedelta(days=30), date(2026, 1, 30), date(2026, 1, 30))
    for who, numbers, moment in ((ann, (3, 6), TODAY), (ben, (3, 6), TODAY), (cem, (3, 6, 9), TODAY), (dia, (3,), old)):
        for number in numbers:
            await solved(practice, who, number, moment)
    await solved(practice, Asker(1, 8), 30)
    ever = await practice.leaders(7, None, 10)
    assert ever == (Leader(1, 1, 8, 2), Leader(1, 2, 8, 2), Leader(3, 4, 4, 1))
    assert await practice.leaders(7, date(2026, 2, 25), 10) == ever[:2]
    assert await practice.leaders(7, None, 1) == ever[:1]


async def test_a_session_holds_its_tasks_in_order(practice: StoredPractice) -> None:
    run = await practice.start(MIN, "linear_equations", None, 2, NOW)
    for number in (3, 6):
        await practice.give(MIN, another(number), TaskKind.PRACTICE, NOW, run_id=run.id)
    found = await practice.run(run.id)
    assert (found.topic, found.level, found.count) == ("linear_equations", None, 2)
    assert [str(task.problem.draft.statement) for task in found.tasks] == ["Solve 3*x = 3.", "Solve 3*x = 6."]
    assert not found.over
    for task in found.tasks:
        await practice.show(task.id, TODAY)
    assert (await practice.run(run.id)).over


async def test_solvers_are_counted_once_each_in_their_own_guild(practice: StoredPractice) -> None:
    for receipt, who in enumerate((MIN, SEO, Asker(33, 8)), start=1):
        task = await practice.give(who, EQUATION, TaskKind.DAILY, NOW)
        assert task is not None
        await practice.mark(task.id, Attempt(receipt, "4", Mark.RIGHT), TODAY)
    problem = await practice.give(MIN, EQUATION, TaskKind.DAILY, NOW)
    assert problem is not None
    assert await practice.solvers(problem.problem.id, 7) == 2


async def test_forgetting_a_learner_takes_their_tasks_and_leaves_the_problem_for_others(
    practice: StoredPractice, database: Database
) -> None:
    people = StoredPeople(database)
    await people.prefer(MIN.user_id, Preferences(ranked=True))
    await solved(practice, MIN, 15)
    missed = await practice.give(MIN, EQUATION, TaskKind.PRACTICE, NOW)
    theirs = await practice.give(SEO, EQUATION, TaskKind.PRACTICE, NOW)
    assert missed is not None
    assert theirs is not None
    await practice.show(missed.id, TODAY)
    exported = await people.export(MIN.user_id)
    assert [(task["state"], task["answers"]) for task in exported["tasks"]] == [("solved", ["1"]), ("shown", [])]
    await people.forget(MIN.user_id)
    assert (await practice.learner(MIN.user_id, date(2020, 1, 1), NOW)).topics == ()
    assert await practice.leaders(7, None, 10) == ()
    assert await practice.due(MIN.user_id, NOW + timedelta(days=9)) is None
    with pytest.raises(NotFoundError):
        await practice.task(missed.id)
    assert await practice.task(theirs.id) == theirs
