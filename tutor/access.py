"""What a guild's rules say of a place, a person and a moment. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tutor.types import ChannelRule, GuildSettings, Level


def rule(settings: GuildSettings, channel_id: int | None) -> ChannelRule | None:
    """The rules a channel has of its own."""
    return next((each for each in settings.channels if each.channel_id == channel_id), None)


def level(settings: GuildSettings, channel_id: int | None) -> Level | None:
    """The channel's level, else the guild's."""
    own = rule(settings, channel_id)
    return (own.level if own else None) or settings.level


def in_exam(settings: GuildSettings, channel_id: int | None, now: datetime) -> bool:
    """Whether only hints may be given: an exam in this channel, or until a moment everywhere."""
    own = rule(settings, channel_id)
    if settings.exam_until is not None and now < settings.exam_until:
        return True
    if own is None or not own.exam:
        return False
    return own.exam_until is None or now < own.exam_until


def admits(settings: GuildSettings, channel_ids: Iterable[int], role_ids: Iterable[int]) -> bool:
    """Whether Lemma may be used here (the channel, its parent or its category) and by who has these roles."""
    here = not settings.allowed_channels or not set(settings.allowed_channels).isdisjoint(channel_ids)
    by_them = not settings.allowed_roles or not set(settings.allowed_roles).isdisjoint(role_ids)
    return here and by_them
