"""Who may ask Lemma to work: the one place that knows which commands and buttons do, and what moderators allow.

What only shows or sets something, and what ends a problem that somebody was given, is free everywhere: /help,
/history, /mydata, /preferences, /settings, the daily problem, answers and hints.
"""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

import discord
import structlog

from cogs.asking import SOON, asker, places
from maths.message import Message
from tutor.errors import NotAllowedError, TutorError
from tutor.servers import Elsewhere, Reserved, Spent, Visitor, Welcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tutor.engine import Tutor
    from tutor.servers import Admission

log = structlog.get_logger(__name__)

NAMED = 10  # channels or roles in one sentence

COMMANDS = frozenset(
    {
        "solve",
        "Solve this message",
        "practice start",
        "practice continue",
        "practice sheet",
        "puzzle play",
        "puzzle solve",
        "review",
        "plot",
        "latex",
        "code solve",
        "code optimise",
        "argue",
        "explain",
        "ask",
    }
)
COMPONENTS = (
    re.compile(r"lemma:(?:simpler|deeper|similar):.*"),
    re.compile(r"lemma:(?:run:next|task:another):.*"),
    re.compile(r"lemma:puzzle:another:.*"),
    re.compile(r"lemma:review:next"),
    re.compile(r"lemma:plot:(?!delete:).*"),
    re.compile(r"lemma:latex:(?!delete:).*"),
    re.compile(r"lemma:code:(?:again|simpler):.*"),
    re.compile(r"lemma:argument:.*"),
    re.compile(r"lemma:talk:(?:about|follow|reply):.*"),
)


async def admit(tutor: Tutor, interaction: discord.Interaction) -> None:
    """Return where Lemma may be asked for this, by this person, here and now. Raises NotAllowedError.

    Nothing has been answered yet, so there is little time: where the database does not say it soon, whoever asks is
    let in, and told by what follows that the database does not answer.
    """
    if works(interaction):
        await require(tutor, interaction)


async def require(tutor: Tutor, interaction: discord.Interaction) -> None:
    """The same of what is known to ask Lemma to work: a form that was opened a while ago."""
    try:
        async with asyncio.timeout(SOON):
            answer = await tutor.servers.admit(visitor(interaction))
    except (TutorError, TimeoutError) as error:
        log.warning("admitted_unasked", reason=str(error))
        return
    if (refusal := _refusal(answer)) is not None:
        raise NotAllowedError(refusal)


def works(interaction: discord.Interaction) -> bool:
    """Whether an interaction asks Lemma to work."""
    if interaction.type is discord.InteractionType.application_command:
        return interaction.command is not None and interaction.command.qualified_name in COMMANDS
    if interaction.type is discord.InteractionType.component:
        data: Any = interaction.data or {}
        return any(pattern.fullmatch(str(data.get("custom_id"))) for pattern in COMPONENTS)
    return False


def visitor(interaction: discord.Interaction) -> Visitor:
    """Who asks, where, with which roles; everybody in a server has its own role."""
    who, user = asker(interaction), interaction.user
    if who.guild_id is None:
        return Visitor(who)
    roles = [role.id for role in user.roles] if isinstance(user, discord.Member) else []
    return Visitor(who, places(interaction), (who.guild_id, *roles), moderator=interaction.permissions.manage_guild)


def _refusal(answer: Admission) -> Message | None:
    match answer:
        case Welcome():
            return None
        case Elsewhere(channel_ids):
            channels = _mentioned(f"<#{each}>" for each in channel_ids)
            return Message("I answer only in {channels} on this server, or in direct messages.", channels=channels)
        case Reserved(role_ids):
            roles = _mentioned(f"<@&{each}>" for each in role_ids)
            return Message("On this server I answer only members with one of these roles: {roles}.", roles=roles)
        case Spent(quota, until):
            return Message(
                "You have asked your {quota} questions of today on this server. You can ask again {when}.",
                quota=quota,
                when=discord.utils.format_dt(until, "R"),
            )


def _mentioned(mentions: Iterable[str]) -> str:
    named = list(mentions)
    return ", ".join(named[:NAMED]) + (", …" if len(named) > NAMED else "")
