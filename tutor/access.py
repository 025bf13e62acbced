"""What a guild's rules say of a place, a person and a moment. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tutor.types import ChannelRule, GuildSettings, Level


def rule(settings: GuildSettings, channel_id: int | None) -> ChannelRule | None:
    """The rules a channel has of its own."""
    return next((each for each in settings.channels if each.channel_id == channel_id), None)


def level(settings: GuildSettings, channel_ids: Iterable[int]) -> Level | None:
    """The level of the nearest channel that has one (a thread, its parent, its category), else the guild's."""
    own = (each.level for channel_id in channel_ids if (each := rule(settings, channel_id)))
    return next(filter(None, own), settings.level)


def guild_in_exam(settings: GuildSettings, now: datetime) -> bool:
    """Whether there is an exam everywhere: until it is switched off, or until a moment."""
    return settings.exam or (settings.exam_until is not None and now < settings.exam_until)


def in_exam(settings: GuildSettings, channel_id: int | None, now: datetime) -> bool:
    """Whether only hints may be given: an exam in this channel, or everywhere."""
    own = rule(settings, channel_id)
    if guild_in_exam(settings, now):
        return True
    if own is None or not own.exam:
        return False
    return own.exam_until is None or now < own.exam_until


def exam_end(settings: GuildSettings, channel_id: int | None, now: datetime) -> datetime | None:
    """When an exam that goes on now ends; None where a moderator ends it."""
    own = rule(settings, channel_id)
    if settings.exam or (own is not None and own.exam and own.exam_until is None):
        return None
    ends = [settings.exam_until, own.exam_until if own is not None and own.exam else None]
    return max((end for end in ends if end is not None and now < end), default=None)


def in_force(settings: GuildSettings, now: datetime) -> GuildSettings:
    """The settings without exams whose time has passed."""

    def lasting(each: ChannelRule) -> ChannelRule:
        over = each.exam_until is not None and each.exam_until <= now
        return replace(each, exam=False, exam_until=None) if over else each

    rules = (lasting(each) for each in settings.channels)
    over = settings.exam_until is not None and settings.exam_until <= now
    return replace(
        settings,
        exam_until=None if over else settings.exam_until,
        channels=tuple(each for each in rules if each.level or each.exam),
    )


def admits_to(settings: GuildSettings, channel_ids: Iterable[int]) -> bool:
    """Whether Lemma may be used here: in the channel, its parent or its category."""
    return not settings.allowed_channels or not set(settings.allowed_channels).isdisjoint(channel_ids)


def admits_by(settings: GuildSettings, role_ids: Iterable[int]) -> bool:
    """Whether Lemma may be used by somebody with these roles."""
    return not settings.allowed_roles or not set(settings.allowed_roles).isdisjoint(role_ids)
