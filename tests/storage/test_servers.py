"""What moderators set, who changed it, who may ask, and the end of it all when a guild removes Lemma."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from samples import EQUATION, solution
from sqlalchemy import func, insert, select

from maths.message import Formula, Message
from storage.daily import StoredDailies
from storage.departures import StoredDepartures
from storage.guilds import StoredGuilds
from storage.history import StoredHistory
from storage.people import StoredPeople
from storage.practice import StoredPractice, keep_problem
from storage.tables import guild_settings, problem_sets, problems, set_problems, settings_log
from tutor import access
from tutor.errors import NotFoundError
from tutor.learning import DailySetup, TaskKind
from tutor.servers import KEPT, Departing, Elsewhere, Reserved, Servers, Spent, Visitor, Welcome
from tutor.types import Asker, ChannelRule, GuildSettings, Language, Level, Look, Preferences

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

    from storage.database import Database
    from tutor.learning import DraftProblem

GUILD, OTHER, MOD, MIN = 7, 8, 11, Asker(22, 7)
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
EVERYTHING = GuildSettings(
    Level.BEGINNER,
    "proofs",
    Look.LIGHT,
    Language.KOREAN,
    "Asia/Seoul",
    hint_first=True,
    exam=True,
    exam_until=NOW,
    quota=5,
    topics=("fractions",),
    allowed_channels=(1, 2),
    allowed_roles=(3,),
    channels=(ChannelRule(4, Level.ADVANCED, exam=True, exam_until=NOW), ChannelRule(5)),
)


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def servers(database: Database, clock: Clock) -> Servers:
    people = StoredPeople(database)
    return Servers(StoredGuilds(database), StoredHistory(database, clock), people, clock=clock)


@pytest.fixture
def departing(database: Database, clock: Clock) -> Departing:
    return Departing(StoredDepartures(database), clock=clock)


def own_problem(guild_id: int, number: int) -> DraftProblem:
    statement = Message("Solve {equation}.", equation=Formula(f"3*x = {number}", f"3x = {number}"))
    return replace(EQUATION, guild_id=guild_id, statement=statement)


async def count(database: Database, table: Table) -> int:
    def find(connection: Connection) -> int:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()

    return await database.read(find)


class TestTheLog:
    async def test_every_setting_comes_back_and_the_log_says_what_it_was(self, servers: Servers) -> None:
        await servers.change(GUILD, MOD, lambda _: EVERYTHING)
        assert await servers.settings(GUILD) == EVERYTHING
        (change,) = (await servers.log(GUILD)).changes
        assert (change.user_id, change.changed_at) == (MOD, NOW)
        assert (change.before, change.after) == (GuildSettings(), EVERYTHING)

    async def test_a_change_holds_only_what_changed_newest_first(self, servers: Servers, clock: Clock) -> None:
        await servers.change(GUILD, MOD, lambda _: EVERYTHING)
        clock.now += timedelta(minutes=1)
        await servers.change(GUILD, MOD + 1, lambda settings: replace(settings, quota=9))
        newest = (await servers.log(GUILD)).changes[0]
        assert newest.names == ("quota",)
        assert (newest.before.quota, newest.after.quota, newest.user_id) == (5, 9, MOD + 1)
        assert newest.before.level is None
        assert (await servers.log(OTHER)).changes == ()

    async def test_two_moderators_at_once_do_not_undo_each_other(self, servers: Servers) -> None:
        await asyncio.gather(
            servers.change(GUILD, MOD, lambda settings: replace(settings, quota=3)),
            servers.change(GUILD, MOD + 1, lambda settings: replace(settings, level=Level.BEGINNER)),
            servers.rule(GUILD, MOD, 4, lambda rule: replace(rule, exam=True)),
        )
        both = GuildSettings(Level.BEGINNER, quota=3, channels=(ChannelRule(4, exam=True),))
        assert await servers.settings(GUILD) == both
        assert len((await servers.log(GUILD)).changes) == 3

    async def test_what_changes_nothing_is_not_logged(self, servers: Servers) -> None:
        await servers.change(GUILD, MOD, lambda settings: replace(settings, level=None))
        assert (await servers.log(GUILD)).changes == ()

    async def test_the_log_turns_pages(self, servers: Servers) -> None:
        for quota in range(1, 20):
            await servers.change(GUILD, MOD, lambda settings, quota=quota: replace(settings, quota=quota))
        pages = [await servers.log(GUILD, page) for page in (0, 2, 3, 9)]
        assert [len(page.changes) for page in pages] == [6, 6, 1, 1]
        assert pages[0].pages == 4
        assert pages[0].changes[0].after.quota == 19

    async def test_a_change_that_fails_is_neither_stored_nor_logged(self, servers: Servers, database: Database) -> None:
        def refuse(_: GuildSettings) -> GuildSettings:
            raise NotFoundError(EQUATION.statement)

        with pytest.raises(NotFoundError):
            await servers.change(GUILD, MOD, refuse)
        assert await count(database, settings_log) == await count(database, guild_settings) == 0

    async def test_a_forgotten_moderator_leaves_the_log_and_the_change_stays(
        self, servers: Servers, database: Database
    ) -> None:
        await servers.change(GUILD, MOD, lambda _: EVERYTHING)
        exported = (await StoredPeople(database).export(MOD))["settings_changes"]
        assert exported[0]["after"]["quota"] == 5
        await StoredPeople(database).forget(MOD)
        assert await servers.settings(GUILD) == EVERYTHING
        (change,) = (await servers.log(GUILD)).changes
        assert (change.user_id, change.after) == (None, EVERYTHING)
        assert (await StoredPeople(database).export(MOD))["settings_changes"] == []


class TestUndo:
    async def test_the_last_change_is_taken_back_and_that_again(self, servers: Servers) -> None:
        await servers.change(GUILD, MOD, lambda settings: replace(settings, level=Level.BEGINNER))
        await servers.change(GUILD, MOD, lambda settings: replace(settings, quota=3))
        last = await servers.last_change(GUILD)
        assert last is not None
        assert await servers.undo(GUILD, MOD, last.id) == GuildSettings(Level.BEGINNER)
        undone = await servers.last_change(GUILD)
        assert undone is not None
        assert await servers.undo(GUILD, MOD, undone.id) == GuildSettings(Level.BEGINNER, quota=3)

    async def test_only_the_newest_change_of_the_guild_is_undone(self, servers: Servers) -> None:
        await servers.change(GUILD, MOD, lambda settings: replace(settings, quota=3))
        old = await servers.last_change(GUILD)
        await servers.change(GUILD, MOD, lambda settings: replace(settings, quota=4))
        assert old is not None
        for guild in (GUILD, OTHER):
            with pytest.raises(NotFoundError):
                await servers.undo(guild, MOD, old.id)
        assert (await servers.settings(GUILD)).quota == 4


class TestChannels:
    async def test_a_channels_rule_is_kept_until_nothing_is_left_of_it(self, servers: Servers) -> None:
        await servers.rule(GUILD, MOD, 4, lambda rule: replace(rule, level=Level.ADVANCED))
        await servers.rule(GUILD, MOD, 4, lambda rule: replace(rule, exam=True))
        settings = await servers.settings(GUILD)
        assert settings.channels == (ChannelRule(4, Level.ADVANCED, exam=True),)
        await servers.rule(GUILD, MOD, 4, lambda rule: replace(rule, level=None))
        await servers.rule(GUILD, MOD, 4, lambda rule: replace(rule, exam=False))
        assert (await servers.settings(GUILD)).channels == ()

    async def test_the_nearest_channel_with_a_level_counts(self) -> None:
        rules = (ChannelRule(4, Level.ADVANCED), ChannelRule(5, exam=True))
        settings = GuildSettings(Level.BEGINNER, channels=rules)
        assert access.level(settings, (5, 4)) is Level.ADVANCED
        assert access.level(settings, (5, 6)) is Level.BEGINNER
        assert access.level(settings, ()) is Level.BEGINNER

    async def test_an_exam_everywhere_lasts_until_it_is_switched_off_or_its_time_has_come(self) -> None:
        assert access.in_exam(GuildSettings(exam=True), 4, NOW)
        until = GuildSettings(exam_until=NOW)
        assert access.in_exam(until, 4, NOW - timedelta(seconds=1))
        assert not access.in_exam(until, 4, NOW)

    async def test_the_servers_language_is_its_daily_problems_from_now_on(
        self, servers: Servers, database: Database
    ) -> None:
        dailies = StoredDailies(database)
        await dailies.set_up(DailySetup(GUILD, 1, 540, "UTC", Language.ENGLISH))
        await servers.change(GUILD, MOD, lambda settings: replace(settings, language=Language.KOREAN))
        setup = await dailies.setup(GUILD)
        assert setup is not None
        assert setup.language is Language.KOREAN


class TestAdmission:
    async def ask(self, database: Database, clock: Clock, asker: Asker = MIN) -> None:
        await StoredHistory(database, clock).add(asker, solution())

    async def test_channels_and_roles(self, servers: Servers) -> None:
        rules = GuildSettings(allowed_channels=(1, 2), allowed_roles=(3,))
        await servers.change(GUILD, MOD, lambda _: rules)
        assert await servers.admit(Visitor(MIN, (9, 2), (3, 4))) == Welcome()  # a thread of an allowed channel
        assert await servers.admit(Visitor(MIN, (9, 8), (3,))) == Elsewhere((1, 2))
        assert await servers.admit(Visitor(MIN, (1,), (4,))) == Reserved((3,))
        assert await servers.admit(Visitor(MIN, (9,), (3,), moderator=True)) == Welcome()
        assert await servers.admit(Visitor(Asker(22, OTHER), (9,))) == Welcome()
        assert await servers.admit(Visitor(Asker(22), (9,))) == Welcome()

    async def test_a_days_questions_are_free_again_at_local_midnight(
        self, servers: Servers, database: Database, clock: Clock
    ) -> None:
        await servers.change(GUILD, MOD, lambda _: GuildSettings(quota=2, time_zone="Asia/Seoul"))
        await self.ask(database, clock, Asker(22, OTHER))
        await self.ask(database, clock, Asker(33, GUILD))
        await self.ask(database, clock)
        assert await servers.admit(Visitor(MIN)) == Welcome()
        await self.ask(database, clock)
        midnight = datetime(2026, 3, 1, 15, tzinfo=UTC)
        assert await servers.admit(Visitor(MIN)) == Spent(2, midnight)
        assert await servers.admit(Visitor(MIN, moderator=True)) == Welcome()
        clock.now = midnight - timedelta(seconds=1)
        assert isinstance(await servers.admit(Visitor(MIN)), Spent)
        clock.now = midnight
        assert await servers.admit(Visitor(MIN)) == Welcome()

    async def test_the_askers_own_time_zone_makes_their_day(
        self, servers: Servers, database: Database, clock: Clock
    ) -> None:
        await servers.change(GUILD, MOD, lambda _: GuildSettings(quota=1, time_zone="Asia/Seoul"))
        await StoredPeople(database).prefer(MIN.user_id, Preferences(time_zone="America/New_York"))
        await self.ask(database, clock)
        assert await servers.admit(Visitor(MIN)) == Spent(1, datetime(2026, 3, 2, 5, tzinfo=UTC))


class TestDepartures:
    async def furnish(self, database: Database, servers: Servers, guild_id: int) -> None:
        """A guild with everything a guild can set, and a learner's task of one of its own problems."""
        await servers.change(guild_id, MOD, lambda _: EVERYTHING)
        await StoredDailies(database).set_up(DailySetup(guild_id, 1, 540, "UTC", Language.ENGLISH))

        def own_set(connection: Connection) -> None:
            had, new = (keep_problem(connection, own_problem(guild_id, number)) for number in (1, 2))
            row = {"guild_id": guild_id, "name": "Ours", "made_at": NOW, "used_for": "practice"}
            set_id = connection.execute(insert(problem_sets).values(row).returning(problem_sets.c.id)).scalar_one()
            for place, problem_id in enumerate((had, new)):
                linked = {"set_id": set_id, "place": place, "problem_id": problem_id}
                connection.execute(insert(set_problems).values(linked))

        await database.write(own_set)
        learner, draft = Asker(22, guild_id), own_problem(guild_id, 1)
        assert await StoredPractice(database).give(learner, draft, TaskKind.PRACTICE, NOW)
        await StoredHistory(database).add(Asker(22, guild_id), solution())

    async def test_thirty_days_after_it_removed_lemma_a_guild_is_forgotten_and_nobody_else(
        self, servers: Servers, departing: Departing, database: Database, clock: Clock
    ) -> None:
        for guild in (GUILD, OTHER):
            await self.furnish(database, servers, guild)
        await departing.leave(GUILD)
        clock.now += KEPT - timedelta(seconds=1)
        assert await departing.tick((OTHER,)) == []
        assert await servers.settings(GUILD) == EVERYTHING
        clock.now += timedelta(seconds=1)
        assert await departing.tick((OTHER,)) == [GUILD]
        assert await servers.settings(GUILD) == GuildSettings()
        assert (await servers.log(GUILD)).changes == ()
        assert await StoredDailies(database).setup(GUILD) is None
        assert await count(database, problem_sets) == 1
        assert await servers.settings(OTHER) == EVERYTHING
        assert await StoredDailies(database).setup(OTHER) is not None
        kept = await StoredPeople(database).export(22)
        assert len(kept["tasks"]) == len(kept["solutions"]) == 2  # people's own history stays theirs
        assert await departing.tick((OTHER,)) == []

    async def test_the_guilds_own_problems_go_but_for_those_a_learner_has_had(
        self, servers: Servers, departing: Departing, database: Database, clock: Clock
    ) -> None:
        await self.furnish(database, servers, GUILD)
        assert await count(database, problems) == 2
        await departing.leave(GUILD)
        clock.now += KEPT
        await departing.tick(())
        assert await count(database, set_problems) == 0
        assert await count(database, problems) == 1

    async def test_a_guild_that_comes_back_in_time_finds_everything(
        self, servers: Servers, departing: Departing, database: Database, clock: Clock
    ) -> None:
        await self.furnish(database, servers, GUILD)
        await departing.leave(GUILD)
        assert await StoredDailies(database).active() == ()  # nothing is posted meanwhile
        clock.now += timedelta(days=29)
        await departing.come(GUILD)
        clock.now += timedelta(days=29)
        assert await departing.tick((GUILD,)) == []
        assert await servers.settings(GUILD) == EVERYTHING
        assert len(await StoredDailies(database).active()) == 1

    async def test_who_left_while_lemma_was_down_is_noticed_at_the_start(
        self, servers: Servers, departing: Departing, database: Database, clock: Clock
    ) -> None:
        for guild in (GUILD, OTHER):
            await self.furnish(database, servers, guild)
        await departing.tick((OTHER,))
        clock.now += timedelta(days=10)
        await departing.tick((OTHER,))  # seen again: the first time counts
        clock.now += timedelta(days=20)
        assert await departing.tick((OTHER,)) == [GUILD]

    async def test_who_came_back_while_lemma_was_down_is_not_forgotten(
        self, servers: Servers, departing: Departing, database: Database, clock: Clock
    ) -> None:
        await self.furnish(database, servers, GUILD)
        await departing.leave(GUILD)
        clock.now += KEPT + timedelta(days=1)
        assert await departing.tick((GUILD,)) == []
        assert await servers.settings(GUILD) == EVERYTHING

    async def test_nothing_is_deleted_while_it_is_not_known_who_is_there(
        self, servers: Servers, departing: Departing, database: Database, clock: Clock
    ) -> None:
        await self.furnish(database, servers, GUILD)
        await departing.leave(GUILD)
        clock.now += KEPT
        assert await departing.tick(None) == ()
        assert await servers.settings(GUILD) == EVERYTHING
