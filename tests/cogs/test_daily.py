"""/daily on a simulated server: set up, hung, taken, solved, revealed; what only moderators may do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import study
from learners import Clock, Here, tutor_over
from simcord.backend import serializers
from study import Server, buttons, text

from cogs import zones
from storage.daily import StoredDailies
from storage.guilds import StoredGuilds
from storage.practice import StoredPractice
from tutor.daily import Daily
from tutor.days import moment
from tutor.errors import QuestionRefusedError
from tutor.types import ChannelRule

if TYPE_CHECKING:
    from datetime import datetime

    from storage.database import Database
    from tutor.engine import Tutor

pytestmark = pytest.mark.simcord(settle_timeout=10)  # less than a tick of the daily problem
SEOUL = "Asia/Seoul"
DAY = date(2026, 3, 3)


@pytest.fixture
def clock() -> Clock:
    return Clock(moment(DAY, 8 * 60, SEOUL))


@pytest.fixture
def tutor(database: Database, clock: Clock) -> Tutor:
    made = tutor_over(database, clock)
    guilds, topics = StoredGuilds(database), ("linear_equations", "fractions")
    made.daily = Daily(StoredDailies(database), StoredPractice(database), Here(), guilds, topics, clock=clock)
    return made


async def set_up(server: Server, **options: object) -> Any:  # noqa: ANN401
    given = {"channel": server.channel, "time": "9:00", "timezone": SEOUL, "topics": "linear_equations", **options}
    return await server.mod.slash(server.channel, "daily setup", **given)


async def time_passes(server: Server, clock: Clock, to: datetime) -> None:
    clock.now = to
    await server.env.advance_time(30)


def shown(server: Server, channel: Any = None) -> list[Any]:  # noqa: ANN401
    """The components of every message in a channel, oldest first."""
    stored = sorted((channel or server.channel).history(), key=lambda message: message.id)
    backend = server.env.backend
    return [
        dict(serializers.message_payload(backend, backend.get_message(one.channel.id, one.id)))["components"]
        for one in stored
    ]


def hung(server: Server) -> list[Any]:
    """The daily problems that hang in the channel."""
    return [components for components in shown(server) if "Answer" in buttons(components)]


async def test_a_moderator_sets_it_up_and_it_hangs_once_at_its_time(server: Server, clock: Clock) -> None:
    panel = await set_up(server)
    assert panel.ephemeral
    assert "Posted in" in text(panel.response)
    assert "Linear equations" in text(panel.response)
    await time_passes(server, clock, moment(DAY, 8 * 60 + 59, SEOUL))
    assert not hung(server)
    for minute in (9 * 60, 9 * 60 + 1, 12 * 60):
        await time_passes(server, clock, moment(DAY, minute, SEOUL))
    assert len(hung(server)) == 1
    assert "3 March" in text(hung(server)[0])


async def hang(server: Server, clock: Clock, **options: object) -> Any:  # noqa: ANN401
    """A daily problem that hangs in the channel."""
    await set_up(server, **options)
    await time_passes(server, clock, moment(DAY, 9 * 60, SEOUL))
    assert len(hung(server)) == 1
    return newest(server)


def newest(server: Server) -> Any:  # noqa: ANN401
    return max(server.channel.history(), key=lambda message: message.id)


async def press(server: Server, who: Any, message: Any, label: str) -> Any:  # noqa: ANN401
    stored = server.env.backend.get_message(message.channel.id, message.id)
    components = dict(serializers.message_payload(server.env.backend, stored))["components"]
    return await who.click(message, custom_id=buttons(components)[label]["custom_id"])


async def solve(server: Server, tutor: Tutor, who: Any, message: Any) -> Any:  # noqa: ANN401
    taken = await press(server, who, message, "Answer")
    custom_id = buttons(taken.response)["Answer"]["custom_id"]
    task = await tutor.trainer.task(study.asker(who), int(custom_id.split(":")[-1]))
    form = await who.click(taken.response, custom_id=custom_id)
    field = next(part for part in study.walk(form.modal["components"]) if part["type"] == 18)["component"]
    await who.submit_modal(form, {field["custom_id"]: task.problem.draft.answer.typed})
    return taken


async def test_answers_are_private_and_the_count_of_solvers_is_public(
    server: Server, tutor: Tutor, clock: Clock
) -> None:
    message = await hang(server, clock)
    taken = await solve(server, tutor, server.ann, message)
    assert taken.ephemeral
    assert "is right" in text(taken.response)
    await solve(server, tutor, server.ben, message)
    await server.env.advance_time(10)
    assert "Solved by 2 learners so far." in text(hung(server)[0])
    again = await press(server, server.ann, message, "Answer")
    assert "You have solved this one" in text(again.response)


async def test_the_solution_is_posted_next_day_in_a_thread_and_the_problem_is_closed(
    server: Server, tutor: Tutor, clock: Clock
) -> None:
    message = await hang(server, clock)
    await solve(server, tutor, server.ann, message)
    await server.env.advance_time(10)
    await time_passes(server, clock, moment(DAY + timedelta(days=1), 9 * 60, SEOUL))
    assert len(hung(server)) == 2
    (thread,) = server.channel.threads
    told = "\n".join(text(components) for components in shown(server, thread))
    assert "Verified" in told
    assert "1 of 1 learner has solved it." in told
    late = await press(server, server.ben, message, "Answer")
    assert "solution has been posted" in text(late.followups[0] if late.followups else late.response)


async def test_the_solution_waits_for_the_end_of_an_exam_in_its_channel(
    server: Server, database: Database, clock: Clock
) -> None:
    await hang(server, clock)
    next_day = moment(DAY + timedelta(days=1), 9 * 60, SEOUL)
    exam = ChannelRule(server.channel.id, exam=True, exam_until=next_day + timedelta(hours=2))
    await StoredGuilds(database).change(
        server.guild.id, server.mod.id, clock.now, lambda settings: replace(settings, channels=(exam,))
    )
    await time_passes(server, clock, next_day)
    assert len(hung(server)) == 2
    assert not server.channel.threads
    await time_passes(server, clock, next_day + timedelta(hours=2))
    (thread,) = server.channel.threads
    assert "Verified" in "\n".join(text(components) for components in shown(server, thread))


async def test_a_channel_that_was_deleted_switches_it_off_and_the_panel_says_why(
    server: Server, tutor: Tutor, clock: Clock
) -> None:
    other = server.guild.create_text_channel("problems")
    await set_up(server, channel=other)
    server.env.backend.delete_channel(other.id)
    await time_passes(server, clock, moment(DAY, 9 * 60, SEOUL))
    panel = await server.mod.slash(server.channel, "daily show")
    assert "Its channel is gone." in text(panel.response)
    assert "Switched off" in text(panel.response)


async def test_only_the_chosen_role_is_pinged_and_nothing_else(server: Server, clock: Clock) -> None:
    role = server.guild.create_role("problem of the day")
    await hang(server, clock, role=role)
    sent = [entry.json for entry in server.env.http_requests if entry.method == "POST"]
    body = next(each for each in sent if f"<@&{role.id}>" in str(each))
    assert [str(each) for each in body["allowed_mentions"]["roles"]] == [str(role.id)]
    assert "everyone" not in body["allowed_mentions"].get("parse", [])
    assert body["enforce_nonce"] is True


@pytest.mark.parametrize("command", ["daily setup", "daily show"])
async def test_a_learner_to_whom_the_command_was_handed_out_is_refused(
    server: Server, tutor: Tutor, command: str
) -> None:
    server.hand_out("daily", server.ann)
    options = {"channel": server.channel, "time": "9:00", "timezone": SEOUL} if command == "daily setup" else {}
    refused = await server.ann.slash(server.channel, command, **options)
    assert "Only moderators" in text(refused.response)
    assert tutor.daily is not None
    assert await tutor.daily.setup(server.guild.id) is None
    assert server.refusals()


async def test_a_moderator_previews_tests_and_switches_off(server: Server, tutor: Tutor, clock: Clock) -> None:
    panel = await set_up(server)
    preview = await server.mod.click(panel.response, custom_id="lemma:daily:act:preview")
    assert "Preview" in text(preview.followups[0])
    await server.mod.click(panel.response, custom_id="lemma:daily:act:test")
    assert "A test of the daily problem" in text(shown(server)[-1])
    await server.mod.click(panel.response, custom_id="lemma:daily:act:off")
    assert "Switched off" in text(panel.response)
    await time_passes(server, clock, moment(DAY, 9 * 60, SEOUL))
    assert not hung(server)


@pytest.mark.parametrize(
    ("typed", "minute"),
    [
        ("9:00", 540), ("21:30", 1290), ("9 pm", 1260), ("12am", 0), ("12 pm", 720), ("오후 9시 30분", 1290),
        ("오전 12시", 0), ("7시", 420), ("0:05", 5), ("23.59", 1439), ("9", 540), ("noon", 720), ("자정", 0),
        ("정오", 720),
        ("밤 11시", 1380), ("밤 12시", 0), ("아침 9시", 540), ("새벽 1시", 60), ("저녁 7시 반", 1170), ("0900", 540),
        ("９：００", 540), ("낮 12시", 720),
    ],
)  # fmt: skip
def test_times_are_read_as_people_type_them(typed: str, minute: int) -> None:
    assert zones.minute_of(typed) == minute


@pytest.mark.parametrize("typed", ["", "24:00", "9:60", "13 pm", "9:5", "2460", "9:00 tomorrow", "-1", "0 am"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(QuestionRefusedError, match="9:00"):
        zones.minute_of(typed)


def test_zones_are_found_by_name_city_and_in_korean() -> None:
    assert [zones.zone_of(typed) for typed in ("asia/seoul", "Seoul", "서울", "뉴욕", "new york", "UTC+9", "utc")] == [
        "Asia/Seoul",
        "Asia/Seoul",
        "Asia/Seoul",
        "America/New_York",
        "America/New_York",
        "Etc/GMT-9",
        "UTC",
    ]
    with pytest.raises(QuestionRefusedError, match="time zone"):
        zones.zone_of("../../etc/passwd")
    assert zones.choices("berl")[0].value == "Europe/Berlin"
    assert [zones.shown(name) for name in ("Etc/GMT-9", "Asia/Seoul")] == ["UTC+9", "Asia/Seoul"]
