"""`Servers`: what moderators set for a guild, who changed it, and whether somebody may ask there now.

Every method raises only `TutorError`. The face has checked that who changes something may manage the guild.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

import structlog

from maths.message import Message
from tutor import access
from tutor.days import DEFAULT_ZONE, local_day, moment
from tutor.errors import NotFoundError, TutorError
from tutor.types import ChannelRule, GuildSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from tutor.stores import Departures, Guilds, History, People
    from tutor.types import Asker, SettingsChange, SettingsLog

log = structlog.get_logger(__name__)

LOGGED = 6  # changes on a page of the log
MAX_RULES = 100  # channels with rules of their own
MAX_QUOTA = 1_000
KEPT = timedelta(days=30)  # what a guild set is kept so long after it removed Lemma
EVERY = 3600.0  # seconds between two looks for guilds whose time has passed


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: where (the channel, then its parent, then its category), with which roles, and as what."""

    asker: Asker
    channel_ids: tuple[int, ...] = ()
    role_ids: tuple[int, ...] = ()
    moderator: bool = False


@dataclass(frozen=True, slots=True)
class Welcome:
    """Lemma may be asked."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Lemma works in other channels only."""

    channel_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reserved:
    """Lemma works for these roles only."""

    role_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Spent:
    """The day's questions have been asked; new ones are free at `until`."""

    quota: int
    until: datetime


Admission: TypeAlias = Welcome | Elsewhere | Reserved | Spent


class Servers:
    """What moderators set, and what follows from it."""

    def __init__(
        self, guilds: Guilds, history: History, people: People, *, clock: Callable[[], datetime] = _now
    ) -> None:
        self._guilds = guilds
        self._history = history
        self._people = people
        self.clock = clock

    async def settings(self, guild_id: int | None) -> GuildSettings:
        """A guild's; nobody's outside guilds."""
        return GuildSettings() if guild_id is None else await self._guilds.settings(guild_id)

    async def change(
        self, guild_id: int, user_id: int, change: Callable[[GuildSettings], GuildSettings]
    ) -> GuildSettings:
        """Apply a change to the settings as they stand at this moment, and log who made it."""
        return await self._guilds.change(guild_id, user_id, self.clock(), change)

    async def rule(
        self, guild_id: int, user_id: int, channel_id: int, change: Callable[[ChannelRule], ChannelRule]
    ) -> GuildSettings:
        """Change what a channel has of its own. Raises NotFoundError where too many channels have something."""

        def changed(settings: GuildSettings) -> GuildSettings:
            old = access.rule(settings, channel_id) or ChannelRule(channel_id)
            others = tuple(each for each in settings.channels if each.channel_id != channel_id)
            new = change(old)
            if new == ChannelRule(channel_id):
                return replace(settings, channels=others)
            if len(others) >= MAX_RULES:
                raise NotFoundError(
                    Message("{count} channels have rules of their own: there is no room.", count=MAX_RULES)
                )
            return replace(settings, channels=tuple(sorted((*others, new), key=lambda each: each.channel_id)))

        return await self.change(guild_id, user_id, changed)

    async def log(self, guild_id: int, page: int = 0) -> SettingsLog:
        """Who changed what, newest first."""
        return await self._guilds.log(guild_id, page, LOGGED)

    async def last_change(self, guild_id: int) -> SettingsChange | None:
        return next(iter((await self._guilds.log(guild_id, 0, 1)).changes), None)

    async def undo(self, guild_id: int, user_id: int, change_id: int) -> GuildSettings:
        """Take the last change back; that is a change, too. Raises NotFoundError where it is not the last any more."""
        last = await self.last_change(guild_id)
        if last is None or last.id != change_id:
            raise NotFoundError(Message("The settings have been changed since. Look at them again."))
        return await self.change(guild_id, user_id, lambda settings: _reverted(settings, last))

    async def admit(self, visitor: Visitor) -> Admission:
        """Whether Lemma may be asked now: in this channel, by these roles, within the day's questions.

        Moderators are bound by neither channels nor quota. Outside guilds everybody is welcome.
        """
        settings = await self.settings(visitor.asker.guild_id)
        if not visitor.moderator and not access.admits_to(settings, visitor.channel_ids):
            return Elsewhere(settings.allowed_channels)
        if not access.admits_by(settings, visitor.role_ids):
            return Reserved(settings.allowed_roles)
        if visitor.moderator or settings.quota is None:
            return Welcome()
        return await self._within(settings, visitor.asker, settings.quota)

    async def _within(self, settings: GuildSettings, asker: Asker, quota: int) -> Admission:
        """The day is the asker's own, else the guild's."""
        own = await self._people.preferences(asker.user_id)
        zone = own.time_zone or settings.time_zone or DEFAULT_ZONE
        today = local_day(self.clock(), zone)
        if await self._history.asked_since(asker, moment(today, 0, zone)) < quota:
            return Welcome()
        return Spent(quota, moment(today + timedelta(days=1), 0, zone))


class Departing:
    """What a guild set is kept for `KEPT` after it removed Lemma, then deleted."""

    def __init__(self, departures: Departures, *, clock: Callable[[], datetime] = _now) -> None:
        self._departures = departures
        self._clock = clock

    async def leave(self, guild_id: int) -> None:
        await self._departures.leave(guild_id, self._clock())

    async def come(self, guild_id: int) -> None:
        await self._departures.come(guild_id)

    async def run(self, present: Callable[[], Collection[int] | None]) -> None:
        """Look, now and from now on, until cancelled. No failure ends it.

        `present` says in which guilds Lemma is, or None while that is not known.
        """
        while True:
            try:
                await self.tick(present())
            except TutorError as error:
                log.warning("departures_delayed", reason=str(error))
            await asyncio.sleep(EVERY)

    async def tick(self, present: Collection[int] | None) -> Sequence[int]:
        """Notice who left unseen and who is back, then delete what was kept long enough; return whose it was.

        Nothing is deleted while it is not known who is there.
        """
        if present is None:
            return ()
        now = self._clock()
        await self._departures.meet(present, now)
        gone = await self._departures.gone(now - KEPT)
        deleted = [each for each in gone if await self._departures.delete(each, now - KEPT)]
        for guild_id in deleted:
            log.info("guild_deleted", guild=guild_id)
        return deleted


def _reverted(settings: GuildSettings, last: SettingsChange) -> GuildSettings:
    """The settings without a change, where nobody has changed the same again."""
    old = {
        name: getattr(last.before, name) for name in last.names if getattr(settings, name) == getattr(last.after, name)
    }
    return replace(settings, **old)
