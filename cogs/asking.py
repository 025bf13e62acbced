"""Who asks through an interaction, and how to speak to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.types import Asker

if TYPE_CHECKING:
    import discord

    from tutor.engine import Manner, Tutor


def asker(interaction: discord.Interaction) -> Asker:
    """The asker; the guild counts only where Lemma was added to it, not where the user alone installed Lemma."""
    alone = interaction.is_user_integration() and not interaction.is_guild_integration()
    return Asker(interaction.user.id, None if alone else interaction.guild_id)


async def manner(tutor: Tutor, interaction: discord.Interaction) -> Manner:
    return await tutor.manner(asker(interaction), interaction.locale.value)
