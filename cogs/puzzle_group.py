"""/puzzle: the command group that several features share. Each has one; the bot puts them together."""

from __future__ import annotations

from discord import app_commands
from discord.app_commands import locale_str


def puzzle_group() -> app_commands.Group:
    """A group of its own for a feature's commands under /puzzle (`bot.client.Tree.add_command` merges them)."""
    return app_commands.Group(
        name=locale_str("puzzle"), description=locale_str("Puzzles with one solution, and how it is found")
    )
