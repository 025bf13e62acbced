"""A server's settings in words: what moderators chose, what is in force where they chose nothing, who changed what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from cogs import text, topics, wording, zones
from maths.message import Message, counted
from tutor import access
from tutor.days import DEFAULT_ZONE
from tutor.engine import DEFAULT_LEVEL, DEFAULT_LOOK
from tutor.types import ChannelRule
from tutor.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from tutor.types import GuildSettings, Language, SettingsChange

SHOWN = 6  # channels, roles, topics of a setting
LOGGED = 2  # the same of a change, and settings changed in one

NAMES = {
    "level": Message("Level"),
    "channels": Message("Rules of single channels"),
    "language": Message("Language"),
    "time_zone": Message("Time zone"),
    "hint_first": Message("Hints first"),
    "exam": Message("Exam"),
    "allowed_channels": Message("Where Lemma answers"),
    "allowed_roles": Message("Whom Lemma answers"),
    "quota": Message("Questions per person and day"),
    "topics": Message("Topics of practice"),
    "adapter": Message("Model adapter"),
    "look": Message("Theme"),
}
_DEFAULT = Message("Lemma's default")
_OWN = Message("set for this server")
_DISCORDS = Message("as Discord says for this server")
_OFF, _ON = Message("off"), Message("on")


@dataclass(frozen=True, slots=True)
class Server:
    """What a panel is about: a server's settings as they are in force, and what they are read against.

    `known` are its channels and roles.
    """

    settings: GuildSettings
    now: datetime
    locale: Language  # of the server in Discord
    adapters: tuple[str, ...] = ()
    known: frozenset[int] = frozenset()


def line(name: str, server: Server, language: Language) -> str:
    """A setting as it is in force, and where that comes from."""
    own = chosen(name, server.settings, language)
    source = _OWN if own else (_DISCORDS if name == "language" else _DEFAULT)
    value = own or _otherwise(name, server, language)
    if name == "adapter" and server.settings.adapter not in {None, "", *server.adapters}:
        source, value = _DEFAULT, _otherwise(name, server, language)
    return f"{say(NAMES[name], language)}: **{value}** ({say(source, language)})"


def chosen(name: str, settings: GuildSettings, language: Language, at_most: int = SHOWN) -> str:
    """What moderators chose, so many of several named; nothing where they chose nothing."""
    return _CHOSEN[name](settings, language, at_most)


def ruled(rule: ChannelRule, language: Language) -> str:
    """What a channel has of its own."""
    parts = [say(wording.LEVELS[rule.level], language)] if rule.level else []
    if rule.exam:
        parts.append(f"{say(NAMES['exam'], language)}: {_lasting(rule.exam_until, language)}")
    return ", ".join(parts) or say(Message("as the server"), language)


def changed(change: SettingsChange, language: Language) -> str:
    """Who changed what, when, from what to what."""
    who = say(Message("somebody who was forgotten"), language) if change.user_id is None else f"<@{change.user_id}>"
    return f"{discord.utils.format_dt(change.changed_at, 'R')} {who} · {what(change, language)}"


def what(change: SettingsChange, language: Language) -> str:
    """What a change changed, before and after."""
    return _several(list(_differences(change, language)), language, LOGGED, "; ")


def changed_names(change: SettingsChange) -> list[str]:
    """Which settings a change changed, each once: an exam and its end are one."""
    return list(dict.fromkeys("exam" if name == "exam_until" else name for name in change.names))


def _differences(change: SettingsChange, language: Language) -> Iterator[str]:
    for name in changed_names(change):
        if name == "channels":
            yield from _rule_differences(change, language)
            continue
        before, after = (_short(name, settings, language) for settings in (change.before, change.after))
        yield f"{say(NAMES[name], language)}: {before} → **{after}**"


def _rule_differences(change: SettingsChange, language: Language) -> Iterator[str]:
    ids = {rule.channel_id for side in (change.before, change.after) for rule in side.channels}
    for channel_id in sorted(ids):
        before, after = access.rule(change.before, channel_id), access.rule(change.after, channel_id)
        if before != after:
            old, new = (ruled(one or ChannelRule(channel_id), language) for one in (before, after))
            yield f"<#{channel_id}>: {old} → **{new}**"


def _short(name: str, settings: GuildSettings, language: Language) -> str:
    return chosen(name, settings, language, LOGGED) or say(_DEFAULT, language)


def _lasting(until: datetime | None, language: Language) -> str:
    if until is None:
        return say(Message("until it is switched off"), language)
    return say(Message("until {when}", when=discord.utils.format_dt(until, "f")), language)


def _exam(settings: GuildSettings, language: Language) -> str:
    if settings.exam:
        return _lasting(None, language)
    return _lasting(settings.exam_until, language) if settings.exam_until is not None else ""


def _adapter(settings: GuildSettings, language: Language) -> str:
    if settings.adapter is None:
        return ""
    return text.escape(settings.adapter) or say(Message("The model without an adapter"), language)


def _several(shown: Sequence[str], language: Language, at_most: int, between: str = ", ") -> str:
    parts = list(shown[:at_most])
    if left := len(shown) - len(parts):
        parts.append(say(counted("{count} more", "{count} more", left), language))
    return between.join(parts)


def _otherwise(name: str, server: Server, language: Language) -> str:
    """What is in force where moderators chose nothing."""
    match name:
        case "level":
            return say(wording.LEVELS[DEFAULT_LEVEL], language)
        case "look":
            return say(wording.LOOKS[DEFAULT_LOOK], language)
        case "language":
            return wording.LANGUAGES[server.locale]
        case "time_zone":
            return DEFAULT_ZONE
        case _:
            return say(_NOTHING_CHOSEN[name], language)


_NOTHING_CHOSEN = {
    "channels": Message("none"),
    "hint_first": _OFF,
    "exam": _OFF,
    "allowed_channels": Message("everywhere"),
    "allowed_roles": Message("everyone"),
    "quota": Message("as many as they like"),
    "topics": Message("all topics"),
    "adapter": Message("the one the operator chose"),
}

_CHOSEN: dict[str, Callable[[GuildSettings, Language, int], str]] = {
    "level": lambda own, language, _: say(wording.LEVELS[own.level], language) if own.level else "",
    "channels": lambda own, language, most: _several(
        [f"<#{rule.channel_id}> {ruled(rule, language)}" for rule in own.channels], language, most
    ),
    "language": lambda own, _, __: wording.LANGUAGES[own.language] if own.language else "",
    "time_zone": lambda own, _, __: zones.shown(own.time_zone) if own.time_zone else "",
    "hint_first": lambda own, language, _: say(_ON, language) if own.hint_first else "",
    "exam": lambda own, language, _: _exam(own, language),
    "allowed_channels": lambda own, language, most: _several(
        [f"<#{each}>" for each in own.allowed_channels], language, most
    ),
    "allowed_roles": lambda own, language, most: _several(
        [f"<@&{each}>" for each in own.allowed_roles], language, most
    ),
    "quota": lambda own, _, __: "" if own.quota is None else str(own.quota),
    "topics": lambda own, language, most: _several(
        [topics.name(each, language) for each in own.topics], language, most
    ),
    "adapter": lambda own, language, _: _adapter(own, language),
    "look": lambda own, language, _: say(wording.LOOKS[own.look], language) if own.look else "",
}
