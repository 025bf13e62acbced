"""/review, /progress and /leaderboard: mistakes come back, days count where the learner lives, ranks are opt-in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import study
from learners import tutor_over
from study import Server, buttons, text

from maths.message import Message
from storage.reminders import StoredReminders
from tutor.days import zone
from tutor.errors import NotAllowedError
from tutor.reminders import Reminding
from tutor.types import GuildSettings, Level, Preferences

if TYPE_CHECKING:
    from learners import Clock
    from simcord.actors import MemberActor

    from storage.database import Database
    from tutor.engine import Tutor
    from tutor.learning import Reminder, Task

pytestmark = pytest.mark.simcord(settle_timeout=30)


@pytest.fixture
def tutor(database: Database, clock: Clock) -> Tutor:
    return tutor_over(database, clock)


async def practise(tutor: Tutor, who: MemberActor, topic: str = "fractions", *, right: bool = True) -> Task:
    """One problem from its beginning to its end."""
    asker, trainer = study.asker(who), tutor.trainer
    run = await trainer.start(asker, topic, None, 1)
    _, task = await trainer.next(asker, run.id, Level.BEGINNER)
    assert task is not None
    if not right:
        return await trainer.show(asker, task.id)
    marking = await trainer.answer(asker, task.id, task.problem.draft.answer.typed, task.id)
    assert marking.task.score is not None
    return marking.task


async def test_a_mistake_comes_back_next_day_with_other_numbers(server: Server, tutor: Tutor, clock: Clock) -> None:
    missed = await practise(tutor, server.ann, right=False)
    early = await server.ann.slash(server.channel, "review")
    assert "Nothing is due" in text(early.response)
    assert "The next one comes" in text(early.response)
    clock.now += timedelta(days=1)
    due = await server.ann.slash(server.channel, "review")
    assert due.ephemeral
    assert "Review · Fractions" in text(due.response)
    task_id = int(buttons(due.response)["Show the solution"]["custom_id"].split(":")[-1])
    again = await tutor.trainer.task(study.asker(server.ann), task_id)
    assert again.problem.draft.structure == missed.problem.draft.structure
    await server.ann.click(due.response, custom_id=buttons(due.response)["Show the solution"]["custom_id"])
    await server.ann.click(due.response, custom_id=buttons(due.response)["Go on"]["custom_id"])
    assert "Nothing is due" in text(due.response)


async def test_progress_tells_the_streak_the_topics_and_what_is_due(server: Server, tutor: Tutor, clock: Clock) -> None:
    empty = await server.ann.slash(server.channel, "progress")
    assert empty.ephemeral
    assert "/practice start" in text(empty.response)
    for _ in range(3):
        for topic, right in (("fractions", True), ("linear_equations", False)):
            await practise(tutor, server.ann, topic, right=right)
        clock.now += timedelta(days=1)
    shown = text((await server.ann.slash(server.channel, "progress")).response)
    assert "🔥 3 days in a row" in shown
    assert "3 of 6 problems solved in a year: 50 %" in shown
    assert "Strongest: **Fractions**. Most to gain: **Linear equations**." in shown
    assert "/review" in shown


async def test_a_day_is_the_learners_own(server: Server, tutor: Tutor, clock: Clock) -> None:
    """Twenty to midnight in Seoul and twenty past are two days there, and one in London."""
    await tutor.prefer(study.asker(server.ann), Preferences(time_zone="Asia/Seoul"))
    await tutor.prefer(study.asker(server.ben), Preferences(time_zone="Europe/London"))
    for minute in (40, 80):
        clock.now = datetime(2026, 3, 1, 14, tzinfo=UTC) + timedelta(minutes=minute)
        for who in (server.ann, server.ben):
            await practise(tutor, who)
    ann = await tutor.trainer.progress(study.asker(server.ann))
    ben = await tutor.trainer.progress(study.asker(server.ben))
    assert (ann.streak.length, ben.streak.length) == (2, 1)


async def test_only_who_asks_for_it_is_ranked_and_can_leave_again(server: Server, tutor: Tutor) -> None:
    await practise(tutor, server.ann)
    await practise(tutor, server.ben)
    board = await server.ann.slash(server.channel, "leaderboard")
    assert not board.ephemeral
    assert "Nobody yet" in text(board.response)
    toggle = buttons(board.response)["Show me here or not"]["custom_id"]
    await server.ann.click(board.response, custom_id=toggle)
    shown = text(board.response)
    assert f"🥇 <@{server.ann.id}>" in shown
    assert str(server.ben.id) not in shown
    await server.ann.click(board.response, custom_id=toggle)
    assert "Nobody yet" in text(board.response)


async def test_the_leaderboards_week_and_day_are_the_guilds(server: Server, tutor: Tutor, clock: Clock) -> None:
    await tutor.servers.change(server.guild.id, 1, lambda _: GuildSettings(time_zone="Pacific/Auckland"))
    await tutor.prefer(study.asker(server.ann), Preferences(ranked=True, time_zone="America/Los_Angeles"))
    clock.now = datetime(2026, 3, 1, 10, 30, tzinfo=UTC)  # half past eleven at night in Auckland
    await practise(tutor, server.ann)
    clock.now += timedelta(hours=1)
    board = await server.ann.slash(server.channel, "leaderboard", period="day")
    assert "Nobody yet" in text(board.response)
    await server.ann.click(board.response, custom_id=buttons(board.response)["Seven days"]["custom_id"])
    assert str(server.ann.id) in text(board.response)


async def test_a_reminder_comes_once_in_the_learners_evening_and_only_to_who_asked(
    server: Server, tutor: Tutor, clock: Clock, database: Database
) -> None:
    reminding = Reminding(StoredReminders(database), clock=clock)
    told: list[int] = []

    async def tell(reminder: Reminder) -> None:
        told.append(reminder.user_id)

    await tutor.prefer(study.asker(server.ann), Preferences(time_zone="Asia/Seoul", reminded=True))
    for who in (server.ann, server.ben):
        await practise(tutor, who, right=False)
    hours = []
    for _ in range(48):
        clock.now += timedelta(hours=1)
        await reminding.tick(tell)
        hours += [clock.now.astimezone(zone("Asia/Seoul")).hour] * (len(told) - len(hours))
    assert told == [server.ann.id, server.ann.id]
    assert hours[0] in range(17, 22)


async def test_who_takes_no_direct_messages_is_not_reminded_again(
    server: Server, tutor: Tutor, clock: Clock, database: Database
) -> None:
    reminding = Reminding(StoredReminders(database), clock=clock)
    tries = []

    async def refuse(reminder: Reminder) -> None:
        tries.append(reminder)
        raise NotAllowedError(Message("No."))

    await tutor.prefer(study.asker(server.ann), Preferences(time_zone="Asia/Seoul", reminded=True))
    await practise(tutor, server.ann, right=False)
    for _ in range(72):
        clock.now += timedelta(hours=1)
        await reminding.tick(refuse)
    assert len(tries) == 1
    assert not (await tutor.preferences(study.asker(server.ann))).reminded


async def test_time_zone_ranks_and_reminders_are_chosen_in_the_preferences(server: Server, tutor: Tutor) -> None:
    panel = await server.ann.slash(server.channel, "preferences")
    for label in ("Join leaderboards", "Remind me"):
        await server.ann.click(panel.response, custom_id=buttons(panel.response)[label]["custom_id"])
    form = await server.ann.click(panel.response, custom_id=buttons(panel.response)["Time zone"]["custom_id"])
    assert form.modal is not None
    field = next(part for part in study.walk(form.modal["components"]) if part["type"] == 18)["component"]
    await server.ann.submit_modal(form, {field["custom_id"]: "서울"})
    own = await tutor.preferences(study.asker(server.ann))
    assert own == Preferences(time_zone="Asia/Seoul", ranked=True, reminded=True)
    assert "Asia/Seoul" in text(panel.response)
