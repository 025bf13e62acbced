"""Who asks through an interaction, and how to speak to them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from tutor.engine import language_of
from tutor.errors import TutorError
from tutor.types import Asker

if TYPE_CHECKING:
    from tutor.engine import Manner, Tutor
    from tutor.types import Language

SOON = 1.5  # seconds: half of what Discord waits for the first response


def asker(interaction: discord.Interaction) -> Asker:
    """The asker; the guild counts only where Lemma was added to it, not where the user alone installed Lemma."""
    alone = interaction.is_user_integration() and not interaction.is_guild_integration()
    return Asker(interaction.user.id, None if alone else interaction.guild_id)


async def manner(tutor: Tutor, interaction: discord.Interaction) -> Manner:
    """The asker's language and level. To be asked after the interaction was acknowledged."""
    return await tutor.manner(asker(interaction), interaction.locale.value, places(interaction))


def places(interaction: discord.Interaction) -> tuple[int, ...]:
    """Where it is asked, the nearest first: the channel; where that is a thread, its parent; their category."""
    channel = interaction.channel
    thread = channel if isinstance(channel, discord.Thread) else None
    around = thread.parent if thread else channel
    nearest = (interaction.channel_id, thread.parent_id if thread else None, getattr(around, "category_id", None))
    return tuple(each for each in nearest if each is not None)


async def public_language(tutor: Tutor, interaction: discord.Interaction) -> Language:
    """The language of what everybody in a server reads: what moderators set, else what Discord says of the server."""
    chosen = (await tutor.servers.settings(asker(interaction).guild_id)).language
    return chosen or server_locale(interaction)


def server_locale(interaction: discord.Interaction) -> Language:
    """What Discord says of the server's language."""
    return language_of((interaction.guild_locale or interaction.locale).value)


async def language_soon(tutor: Tutor, interaction: discord.Interaction) -> Language:
    """The asker's language where nothing may be awaited for long; Discord's locale when the database is slow."""
    try:
        async with asyncio.timeout(SOON):
            return (await manner(tutor, interaction)).language
    except (TutorError, TimeoutError):
        return language_of(interaction.locale.value)


def moderated(interaction: discord.Interaction) -> int:
    """The guild the presser may manage. Raises MissingPermissions."""
    if interaction.guild_id is None or not interaction.permissions.manage_guild:
        raise app_commands.MissingPermissions(["manage_guild"])
    return interaction.guild_id
