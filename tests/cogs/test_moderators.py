"""What moderators set on a simulated server, and what follows from it; what nobody else may set."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import discord
import pytest
import study
from learners import Clock, Here, tutor_over
from simcord.builders import ChannelHandle
from study import Server, buttons, options, text

from cogs import admission, zones
from cogs.reply import ROOM
from cogs.text import units
from maths.message import Message
from storage.daily import StoredDailies
from storage.departures import StoredDepartures
from storage.guilds import StoredGuilds
from storage.history import StoredHistory
from storage.people import StoredPeople
from storage.practice import StoredPractice
from tutor.daily import Daily
from tutor.errors import QuestionRefusedError, StorageUnavailableError
from tutor.servers import KEPT, Departing, Servers
from tutor.types import Asker, ChannelRule, GuildSettings, Language, Level, Look

if TYPE_CHECKING:
    from pathlib import Path

    from simcord.actors import MemberActor

    from bot.client import LemmaBot
    from storage.database import Database
    from tutor.engine import Tutor
    from tutor.servers import Admission, Visitor

pytestmark = pytest.mark.simcord(settle_timeout=10)
NOON = datetime(2026, 3, 2, 3, tzinfo=UTC)  # in Seoul
PROBLEM = "What is 15% of 80?"


@pytest.fixture
def clock() -> Clock:
    return Clock(NOON)


@pytest.fixture
def tutor(database: Database, clock: Clock) -> Tutor:
    made = tutor_over(database, clock)
    guilds, people = StoredGuilds(database), StoredPeople(database)
    made.servers = Servers(guilds, StoredHistory(database, clock), people, clock=clock)
    made.departing = Departing(StoredDepartures(database), clock=clock)
    made.daily = Daily(
        StoredDailies(database), StoredPractice(database), Here(), guilds, ("linear_equations",), clock=clock
    )
    return made


@pytest.fixture
def simcord_bot(tutor: Tutor, tmp_path: Path) -> LemmaBot:
    return study.bot(tutor, tmp_path)


async def settings_of(tutor: Tutor, server: Server) -> GuildSettings:
    return await tutor.servers.settings(server.guild.id)


async def given(tutor: Tutor, server: Server, settings: GuildSettings) -> None:
    """Settings that a moderator chose before the test looks."""
    await tutor.servers.change(server.guild.id, server.mod.id, lambda _: settings)


async def opened(server: Server, room: str = "") -> Any:  # noqa: ANN401
    """The panel, with one setting open to be changed."""
    panel = await server.mod.slash(server.channel, "settings")
    if room:
        await server.mod.select(panel.response, [room], custom_id="lemma:settings:room")
    return panel


async def typed(server: Server, who: MemberActor, form: Any, written: str) -> Any:  # noqa: ANN401
    """A form of one line, sent."""
    assert form.modal is not None
    field = next(part for part in study.walk(form.modal["components"]) if part["type"] == 18)["component"]
    return await who.submit_modal(form, {field["custom_id"]: written})


async def pressed(
    server: Server,
    who: MemberActor,
    message: Any,  # noqa: ANN401
    custom_id: str,
    values: list[str] | None = None,
) -> Any:  # noqa: ANN401
    """A button or select that the message does not have, or not any more."""
    made = {"type": 2, "style": 1, "label": "x"} if values is None else {"type": 3, "options": []}
    row = [{"type": 1, "components": [{**made, "custom_id": custom_id}]}]
    return await server.crafted(who, message, custom_id, values, components=row)


def said(result: Any) -> str:  # noqa: ANN401
    """Everything an interaction was told."""
    return "\n".join(text(told) for told in (*result.followups, result.response) if told)


class TestPanel:
    async def test_it_shows_what_is_in_force_and_where_it_comes_from(self, server: Server, tutor: Tutor) -> None:
        panel = await opened(server)
        assert panel.ephemeral
        shown = text(panel.response)
        for line in (
            "Level: **Intermediate** (Lemma's default)",
            "Language: **English** (as Discord says for this server)",
            "Time zone: **UTC** (Lemma's default)",
            "Hints first: **off** (Lemma's default)",
            "Exam: **off** (Lemma's default)",
            "Where Lemma answers: **everywhere** (Lemma's default)",
            "Whom Lemma answers: **everyone** (Lemma's default)",
            "Questions per person and day: **as many as they like** (Lemma's default)",
            "Topics of practice: **all topics** (Lemma's default)",
            "Theme: **Dark pictures** (Lemma's default)",
            "Daily problem: **not set up** (/daily setup)",
        ):
            assert line in shown
        await given(tutor, server, GuildSettings(Level.BEGINNER, look=Look.LIGHT, quota=7))
        again = text((await opened(server)).response)
        assert "Level: **Beginner** (set for this server)" in again
        assert "Theme: **Light pictures** (set for this server)" in again
        assert "Questions per person and day: **7** (set for this server)" in again

    async def test_selects_edit_the_panel_in_place(self, server: Server, tutor: Tutor) -> None:
        panel = await opened(server, "level")
        await server.mod.select(panel.response, ["beginner"], custom_id="lemma:settings:level")
        assert "Level: **Beginner** (set for this server)" in text(panel.response)
        await server.mod.select(panel.response, ["default"], custom_id="lemma:settings:level")
        assert await settings_of(tutor, server) == GuildSettings()
        await server.mod.select(panel.response, ["look"], custom_id="lemma:settings:room")
        await server.mod.select(panel.response, ["text"], custom_id="lemma:settings:look")
        await server.mod.select(panel.response, ["language"], custom_id="lemma:settings:room")
        await server.mod.select(panel.response, ["ko"], custom_id="lemma:settings:language")
        await server.mod.select(panel.response, ["hint_first"], custom_id="lemma:settings:room")
        await server.mod.click(panel.response, label="Switch on")
        assert await settings_of(tutor, server) == GuildSettings(
            look=Look.TEXT, language=Language.KOREAN, hint_first=True
        )
        await server.mod.click(panel.response, label="Switch off")
        assert not (await settings_of(tutor, server)).hint_first

    async def test_the_time_zone_is_typed(self, server: Server, tutor: Tutor) -> None:
        panel = await opened(server, "time_zone")
        form = await server.mod.click(panel.response, label="Choose the time zone")
        await typed(server, server.mod, form, "서울")
        assert (await settings_of(tutor, server)).time_zone == "Asia/Seoul"
        assert "Time zone: **Asia/Seoul** (set for this server)" in text(panel.response)
        form = await server.mod.click(panel.response, label="Choose the time zone")
        refused = await typed(server, server.mod, form, "Atlantis")
        assert "do not know this time zone" in said(refused)
        assert server.refusals()

    async def test_a_quota_is_picked_or_typed(self, server: Server, tutor: Tutor) -> None:
        panel = await opened(server, "quota")
        await server.mod.select(panel.response, ["20"], custom_id="lemma:settings:quota")
        assert (await settings_of(tutor, server)).quota == 20
        for written, told in (("0", "whole number"), ("many", "whole number"), ("15", "")):
            form = await server.mod.select(panel.response, ["other"], custom_id="lemma:settings:quota")
            assert told in said(await typed(server, server.mod, form, written))
        assert server.refusals()
        assert (await settings_of(tutor, server)).quota == 15
        await server.mod.select(panel.response, ["default"], custom_id="lemma:settings:quota")
        assert (await settings_of(tutor, server)).quota is None

    async def test_channels_and_roles_are_picked_from_discords_own_lists(self, server: Server, tutor: Tutor) -> None:
        other, role = server.guild.create_text_channel("maths"), server.guild.create_role("class 3b")
        panel = await opened(server, "allowed_channels")
        await server.mod.select(panel.response, [server.channel, other], custom_id="lemma:settings:allowed:channels")
        assert (await settings_of(tutor, server)).allowed_channels == (server.channel.id, other.id)
        await server.mod.click(panel.response, label="Everywhere")
        await server.mod.select(panel.response, ["allowed_roles"], custom_id="lemma:settings:room")
        await server.mod.select(panel.response, [role], custom_id="lemma:settings:allowed:roles")
        settings = await settings_of(tutor, server)
        assert (settings.allowed_channels, settings.allowed_roles) == ((), (role.id,))
        assert f"Whom Lemma answers: **<@&{role.id}>**" in text(panel.response)

    async def test_topics_of_one_list_leave_those_of_the_other(self, server: Server, tutor: Tutor) -> None:
        panel = await opened(server, "topics")
        first, second = (
            next(part for part in study.walk(panel.response.components) if part.get("custom_id") == custom_id)
            for custom_id in ("lemma:settings:topics:0", "lemma:settings:topics:1")
        )
        a, b = first["options"][0]["value"], second["options"][0]["value"]
        await server.mod.select(panel.response, [a], custom_id=first["custom_id"])
        await server.mod.select(panel.response, [b], custom_id=second["custom_id"])
        assert set((await settings_of(tutor, server)).topics) == {a, b}
        await server.mod.select(panel.response, [], custom_id=first["custom_id"])
        assert (await settings_of(tutor, server)).topics == (b,)
        assert await tutor.trainer.topics(study.asker(server.ann)) == (b,)
        await server.mod.click(panel.response, label="All topics")
        assert (await settings_of(tutor, server)).topics == ()

    async def test_an_exam_everywhere(self, server: Server, tutor: Tutor, clock: Clock) -> None:
        await given(tutor, server, GuildSettings(time_zone="Asia/Seoul"))
        panel = await opened(server, "exam")
        menu = "lemma:settings:exam:0"
        await server.mod.select(panel.response, ["open"], custom_id=menu)
        assert (await settings_of(tutor, server)).exam
        assert "Exam: **until it is switched off** (set for this server)" in text(panel.response)
        for value, until in (("90", timedelta(minutes=90)), ("midnight", timedelta(hours=12))):
            await server.mod.select(panel.response, [value], custom_id=menu)
            settings = await settings_of(tutor, server)
            assert (settings.exam, settings.exam_until) == (False, NOON + until)
        form = await server.mod.select(panel.response, ["other"], custom_id=menu)
        await typed(server, server.mod, form, "15:30")
        assert (await settings_of(tutor, server)).exam_until == NOON + timedelta(hours=3, minutes=30)
        clock.now += timedelta(hours=4)
        await server.mod.select(panel.response, ["exam"], custom_id="lemma:settings:room")
        assert "Exam: **off** (Lemma's default)" in text(panel.response)  # it ended by itself
        await server.mod.select(panel.response, ["off"], custom_id=menu)
        assert (await settings_of(tutor, server)).exam_until is None

    async def test_a_channel_has_a_level_and_an_exam_of_its_own(self, server: Server, tutor: Tutor) -> None:
        panel = await opened(server, "channels")
        at = server.channel.id
        await server.mod.select(panel.response, [server.channel], custom_id="lemma:settings:channel")
        await server.mod.select(panel.response, ["advanced"], custom_id=f"lemma:settings:channel:level:{at}")
        await server.mod.select(panel.response, ["open"], custom_id=f"lemma:settings:exam:{at}")
        assert (await settings_of(tutor, server)).channels == (ChannelRule(at, Level.ADVANCED, exam=True),)
        assert f"<#{at}> Advanced, Exam: until it is switched off" in text(panel.response)
        await server.mod.select(panel.response, ["off"], custom_id=f"lemma:settings:exam:{at}")
        await server.mod.select(panel.response, ["default"], custom_id=f"lemma:settings:channel:level:{at}")
        assert (await settings_of(tutor, server)).channels == ()

    async def test_a_channels_exam_that_has_ended_is_not_shown(
        self, server: Server, tutor: Tutor, clock: Clock
    ) -> None:
        rule = ChannelRule(server.channel.id, exam=True, exam_until=NOON + timedelta(hours=1))
        await given(tutor, server, GuildSettings(channels=(rule,)))
        assert "Exam: until <t:" in text((await opened(server)).response)
        clock.now += timedelta(hours=1)
        assert "Rules of single channels: **none** (Lemma's default)" in text((await opened(server)).response)

    async def test_the_daily_problem_is_told_with_its_trouble(self, server: Server) -> None:
        gone = server.guild.create_text_channel("gone")
        await server.mod.slash(server.channel, "daily setup", channel=gone, time="13:00", timezone="Asia/Seoul")
        assert f"in <#{gone.id}>** (/daily show)" in text((await opened(server)).response)

    async def test_it_works_after_a_restart(self, server: Server, tutor: Tutor, tmp_path: Path) -> None:
        panel = await opened(server, "level")
        await server.env.restart_bot(study.bot(tutor, tmp_path))
        await server.mod.select(panel.response, ["advanced"], custom_id="lemma:settings:level")
        assert await settings_of(tutor, server) == GuildSettings(Level.ADVANCED)

    async def test_every_room_of_it_fits_in_a_message_in_both_languages(self, server: Server, tutor: Tutor) -> None:
        many = tuple(range(10**17, 10**17 + 25))
        rules = tuple(ChannelRule(each, Level.ADVANCED, exam=True, exam_until=NOON) for each in many)
        await given(
            tutor,
            server,
            GuildSettings(
                Level.ADVANCED,
                language=Language.KOREAN,
                time_zone="America/Argentina/ComodRivadavia",
                exam=True,
                quota=1000,
                topics=(await tutor.trainer.topics(Asker(1)))[:-1],
                allowed_channels=many,
                allowed_roles=many,
                channels=rules,
            ),
        )
        for locale in ("en-US", "ko"):
            server.locales[server.mod.id] = locale
            panel = await opened(server)
            rooms = options(panel.response)
            assert "daily" in rooms
            for room in rooms:
                await server.mod.select(panel.response, [room], custom_id="lemma:settings:room")
                parts = list(study.walk(panel.response.components))
                assert len(parts) <= 40
                assert units(text(panel.response)) <= ROOM
            await server.mod.click(panel.response, custom_id="lemma:settings:log")
            assert units(text(panel.response)) <= ROOM


class TestLogAndUndo:
    async def test_the_log_says_who_changed_what_newest_first(self, server: Server, tutor: Tutor) -> None:
        panel = await opened(server, "level")
        await server.mod.select(panel.response, ["beginner"], custom_id="lemma:settings:level")
        await server.mod.select(panel.response, ["advanced"], custom_id="lemma:settings:level")
        await server.mod.click(panel.response, label="Who changed what")
        newest, oldest = [line for line in text(panel.response).split("\n") if line.startswith("- ")]
        assert f"<@{server.mod.id}> · Level: Beginner → **Advanced**" in newest
        assert "Level: Lemma's default → **Beginner**" in oldest
        await server.mod.slash(server.channel, "mydata forget")
        await tutor.forget(study.asker(server.mod))
        again = await opened(server)
        await server.mod.click(again.response, label="Who changed what")
        assert "somebody who was forgotten · Level: Beginner → **Advanced**" in text(again.response)
        assert f"<@{server.mod.id}>" not in text(again.response)

    async def test_its_pages_are_turned(self, server: Server, tutor: Tutor) -> None:
        for quota in range(1, 11):
            await given(tutor, server, GuildSettings(quota=quota))
        panel = await opened(server)
        await server.mod.click(panel.response, label="Who changed what")
        await server.mod.click(panel.response, label="Next")
        assert text(panel.response).count("→") == 4
        await server.mod.click(panel.response, label="Previous")
        assert text(panel.response).count("→") == 6

    async def test_undo_takes_the_last_change_back(self, server: Server, tutor: Tutor) -> None:
        panel = await opened(server, "quota")
        assert "Undo" not in "".join(buttons(panel.response))
        await server.mod.select(panel.response, ["20"], custom_id="lemma:settings:quota")
        undo = buttons(panel.response)["Undo: Questions per person and day"]["custom_id"]
        await server.mod.click(panel.response, custom_id=undo)
        assert await settings_of(tutor, server) == GuildSettings()
        late = await pressed(server, server.mod, panel.response, undo)
        assert "changed since" in said(late)
        assert await settings_of(tutor, server) == GuildSettings()


FORGED = [
    ("lemma:settings:room", ["level"]),
    ("lemma:settings:level", ["advanced"]),
    ("lemma:settings:look", ["light"]),
    ("lemma:settings:adapter", ["model"]),
    ("lemma:settings:language", ["ko"]),
    ("lemma:settings:zone", None),
    ("lemma:settings:hints:1", None),
    ("lemma:settings:exam:0", ["open"]),
    ("lemma:settings:exam:0", ["other"]),
    ("lemma:settings:exam:5", ["off"]),
    ("lemma:settings:channel", ["5"]),
    ("lemma:settings:channel:level:5", ["beginner"]),
    ("lemma:settings:allowed:channels", ["5"]),
    ("lemma:settings:allowed:roles", ["5"]),
    ("lemma:settings:every:topics", None),
    ("lemma:settings:quota", ["3"]),
    ("lemma:settings:quota", ["other"]),
    ("lemma:settings:topics:0", ["fractions"]),
    ("lemma:settings:undo:1", None),
    ("lemma:settings:log", None),
    ("lemma:settings:log:0", None),
    ("lemma:settings:clear", None),
    ("lemma:settings:reports", None),
    ("lemma:reports:open:0", None),
    ("lemma:reports:see:1", None),
]


class TestWhoMaySet:
    async def test_a_learner_to_whom_the_command_was_handed_out_is_refused(self, server: Server) -> None:
        server.hand_out("settings", server.ann)
        result = await server.ann.slash(server.channel, "settings")
        assert result.ephemeral
        assert "Only moderators" in text(result.response)
        assert server.refusals()

    async def test_a_learners_forged_press_is_refused(self, server: Server, tutor: Tutor) -> None:
        """Of every button and select there is: none shows or changes anything."""
        await given(tutor, server, GuildSettings(quota=9))
        panel = await opened(server)
        for custom_id, values in FORGED:
            result = await pressed(server, server.ann, panel.response, custom_id, values)
            assert result.modal is None
            assert "Only moderators" in said(result), custom_id
        assert await settings_of(tutor, server) == GuildSettings(quota=9)
        assert len((await tutor.servers.log(server.guild.id)).changes) == 1

    async def test_there_is_no_button_that_the_forging_learner_did_not_try(self, server: Server) -> None:
        templates = [
            item.__discord_ui_compiled_template__
            for name in ("SettingsPanel", "Reports")
            for item in server.env.bot.get_cog(name).components
        ]
        untried = [one.pattern for one in templates if not any(one.fullmatch(custom_id) for custom_id, _ in FORGED)]
        assert not untried

    async def test_who_is_no_moderator_any_more_when_the_form_is_sent_is_refused(
        self, server: Server, tutor: Tutor
    ) -> None:
        panel = await opened(server, "time_zone")
        form = await server.mod.click(panel.response, label="Choose the time zone")
        server.env.backend.get_guild(server.guild.id).members[server.mod.id].role_ids.clear()
        assert "Only moderators" in said(await typed(server, server.mod, form, "Seoul"))
        assert server.refusals()
        assert await settings_of(tutor, server) == GuildSettings()


class TestWhereLemmaAnswers:
    async def test_elsewhere_learners_are_told_where_and_moderators_answered(
        self, server: Server, tutor: Tutor
    ) -> None:
        other = server.guild.create_text_channel("maths")
        await given(tutor, server, GuildSettings(allowed_channels=(other.id,)))
        for command, given_options in (
            ("solve", {"problem": PROBLEM}),
            ("plot", {"functions": "x"}),
            ("latex", {"formula": "x"}),
            ("practice start", {}),
            ("review", {}),
        ):
            refused = await server.ann.slash(server.channel, command, **given_options)
            assert refused.ephemeral
            assert f"I answer only in <#{other.id}>" in text(refused.response), command
        for command in ("help", "history", "preferences", "mydata show", "progress"):
            assert "I answer only" not in text((await server.ann.slash(server.channel, command)).response)
        message = await server.ann.send(server.channel, PROBLEM)
        assert "I answer only" in text(
            (await server.ann.context_menu(server.channel, "Solve this message", message)).response
        )
        assert "Verified" in text((await server.ann.slash(other, "solve", problem=PROBLEM)).response)
        assert "Verified" in text((await server.mod.slash(server.channel, "solve", problem=PROBLEM)).response)

    async def test_a_thread_is_its_channel_and_a_channel_its_category(self, server: Server, tutor: Tutor) -> None:
        category = server.guild.create_category("Mathematics")
        within = server.guild.create_text_channel("algebra", category=category)
        thread = in_thread(server, within)
        await given(tutor, server, GuildSettings(allowed_channels=(category.id,)))
        for place in (within, thread):
            assert "Verified" in text((await server.ann.slash(place, "solve", problem=PROBLEM)).response)
        assert "I answer only" in text((await server.ann.slash(server.channel, "solve", problem=PROBLEM)).response)

    async def test_a_channels_level_holds_in_its_threads(self, server: Server, tutor: Tutor) -> None:
        rule = ChannelRule(server.channel.id, Level.ADVANCED)
        await given(tutor, server, GuildSettings(Level.BEGINNER, channels=(rule,)))
        other, thread = server.guild.create_text_channel("other"), in_thread(server, server.channel)
        for place, level in ((server.channel, "Advanced"), (thread, "Advanced"), (other, "Beginner")):
            solved = await server.ann.slash(place, "solve", problem=PROBLEM)
            assert f"level: {level}" in text(solved.response)

    async def test_only_members_with_a_role_are_answered(self, server: Server, tutor: Tutor) -> None:
        role = server.guild.create_role("class 3b")
        pupil = server.guild.add_member(server.env.create_user("cho"), roles=[role])
        await given(tutor, server, GuildSettings(allowed_roles=(role.id,)))
        refused = await server.ann.slash(server.channel, "solve", problem=PROBLEM)
        assert f"only members with one of these roles: <@&{role.id}>" in text(refused.response)
        assert refused.ephemeral
        assert "Verified" in text((await server.ann.slash(server.channel, "help")).response)
        assert "Verified" in text((await server.mod.slash(server.channel, "help")).response)
        assert "Verified" in text((await pupil.slash(server.channel, "solve", problem=PROBLEM)).response)

    async def test_buttons_that_make_lemma_work_are_bound_too_and_those_that_finish_are_not(
        self, server: Server, tutor: Tutor
    ) -> None:
        solved = await server.ann.slash(server.channel, "solve", problem=PROBLEM)
        begun = await server.ann.slash(server.channel, "practice start", topic="linear_equations", count=2)
        await given(tutor, server, GuildSettings(allowed_channels=(1,)))
        for label in ("Simpler", "Deeper", "A similar problem"):
            refused = await server.ann.click(solved.response, custom_id=buttons(solved.response)[label]["custom_id"])
            assert "I answer only" in said(refused), label
        hint = buttons(begun.response)["Hint (3 left)"]["custom_id"]
        await server.ann.click(begun.response, custom_id=hint)
        assert "💡" in text(begun.response)
        await server.ann.click(begun.response, custom_id=buttons(begun.response)["Show the solution"]["custom_id"])
        refused = await server.ann.click(begun.response, custom_id=buttons(begun.response)["Go on"]["custom_id"])
        assert "I answer only" in said(refused)

    async def test_a_database_that_says_nothing_does_not_keep_people_out(self, server: Server, tutor: Tutor) -> None:
        """What cannot be stored is not answered either: the asker is told that, not that they may not ask."""

        class Silent(Servers):
            async def admit(self, visitor: Visitor) -> Admission:
                await asyncio.sleep(0)
                raise StorageUnavailableError(Message("Busy: {who}", who=visitor.asker.user_id))

        tutor.servers = Silent(
            tutor.servers._guilds, tutor.servers._history, tutor.servers._people, clock=tutor.servers.clock
        )
        assert "Verified" in text((await server.ann.slash(server.channel, "solve", problem=PROBLEM)).response)


class TestLanguage:
    async def test_what_everybody_reads_is_in_the_servers_language(self, server: Server, tutor: Tutor) -> None:
        await given(tutor, server, GuildSettings(language=Language.KOREAN))
        assert "7일 순위" in text((await server.ann.slash(server.channel, "leaderboard")).response)
        assert "Your preferences" in text((await server.ann.slash(server.channel, "preferences")).response)
        setup = {"channel": server.channel, "time": "13:00", "timezone": "Asia/Seoul"}
        await server.mod.slash(server.channel, "daily setup", **setup)
        assert tutor.daily is not None
        daily = await tutor.daily.setup(server.guild.id)
        assert daily is not None
        assert daily.language is Language.KOREAN


class TestQuota:
    async def test_a_day_has_so_many_questions_and_says_when_there_are_new_ones(
        self, server: Server, tutor: Tutor, clock: Clock
    ) -> None:
        await given(tutor, server, GuildSettings(quota=2, time_zone="Asia/Seoul"))
        for _ in range(2):
            await server.ann.slash(server.channel, "solve", problem=PROBLEM)
        refused = await server.ann.slash(server.channel, "solve", problem=PROBLEM)
        midnight = NOON + timedelta(hours=12)
        assert refused.ephemeral
        when = f"<t:{int(midnight.timestamp())}:R>"
        assert f"your 2 questions of today on this server. You can ask again {when}." in text(refused.response)
        assert "Verified" in text((await server.ben.slash(server.channel, "solve", problem=PROBLEM)).response)
        for _ in range(3):
            assert "Verified" in text((await server.mod.slash(server.channel, "solve", problem=PROBLEM)).response)
        clock.now = midnight
        assert "Verified" in text((await server.ann.slash(server.channel, "solve", problem=PROBLEM)).response)


class TestWhatIsWork:
    FREE_COMMANDS = frozenset({
        "about", "code list", "daily setup", "daily show", "help", "history", "leaderboard", "mydata export",
        "mydata forget", "mydata show", "preferences", "problems add", "problems sets", "problems upload", "progress",
        "reports", "settings", "status",
    })  # fmt: skip

    def test_of_every_command_it_is_known_whether_it_makes_lemma_work(self, server: Server) -> None:
        """A new command is put on one of the two lists."""
        known = admission.COMMANDS | self.FREE_COMMANDS
        tree = server.env.bot.tree
        named = {
            command.qualified_name
            for command in (*tree.walk_commands(), *tree.get_commands(type=discord.AppCommandType.message))
            if not isinstance(command, discord.app_commands.Group)
        }
        assert named - known == set()


class TestDepartures:
    @pytest.fixture
    def tutor(self, tutor: Tutor) -> Tutor:
        """Without a daily problem, whose clock would tick for hours."""
        tutor.daily = None
        return tutor

    async def test_a_server_that_removes_lemma_keeps_its_settings_for_thirty_days(
        self, server: Server, tutor: Tutor, clock: Clock
    ) -> None:
        await given(tutor, server, GuildSettings(Level.BEGINNER))
        guild_id = server.guild.id
        server.env.backend.remove_guild(guild_id)
        await server.env.settle()
        clock.now += KEPT - timedelta(minutes=1)
        await server.env.advance_time(3700)
        assert await tutor.servers.settings(guild_id) == GuildSettings(Level.BEGINNER)
        clock.now += timedelta(minutes=1)
        await server.env.advance_time(3700)
        assert await tutor.servers.settings(guild_id) == GuildSettings()

    async def test_who_left_while_lemma_was_down_is_noticed(
        self, server: Server, tutor: Tutor, clock: Clock, tmp_path: Path
    ) -> None:
        await given(tutor, server, GuildSettings(Level.BEGINNER))
        await tutor.servers.change(12345, 1, lambda _: GuildSettings(Level.ADVANCED))
        await server.env.restart_bot(study.bot(tutor, tmp_path))
        clock.now += KEPT
        await server.env.advance_time(3700)
        assert await tutor.servers.settings(12345) == GuildSettings()
        assert await settings_of(tutor, server) == GuildSettings(Level.BEGINNER)


@pytest.mark.parametrize(
    ("written", "until"),
    [
        ("45 min", timedelta(minutes=45)),
        ("2시간", timedelta(hours=2)),
        ("3 days", timedelta(days=3)),
        ("15:30", timedelta(hours=3, minutes=30)),
        ("오후 3시 30분", timedelta(hours=3, minutes=30)),
        ("9 am", timedelta(hours=21)),
        ("2026-03-03 12:00", timedelta(days=1)),
    ],
)
def test_the_end_of_an_exam_is_read_as_people_type_it(written: str, until: timedelta) -> None:
    assert zones.until(written, NOON, "Asia/Seoul") == NOON + until


@pytest.mark.parametrize(
    "written", ["", "soon", "0 min", "2026-03-01 12:00", "2028-01-01 12:00", "2026-13-01 9:00", "9999 days"]
)
def test_what_is_no_end_of_an_exam_is_refused(written: str) -> None:
    with pytest.raises(QuestionRefusedError):
        zones.until(written, NOON, "Asia/Seoul")


def in_thread(server: Server, channel: ChannelHandle) -> ChannelHandle:
    """A thread of a channel, opened by a learner."""
    backend = server.env.backend
    thread = backend.create_thread(channel.id, name="aside", owner_id=server.ann.id, type=11)
    backend.announce_thread_create(thread)
    return ChannelHandle(server.env, server.guild, thread)
