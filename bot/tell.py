"""The one error handler: a sentence for the asker, a log line for the operator, never a traceback in Discord."""

from __future__ import annotations

import math
import secrets
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
import structlog
from discord import app_commands

from cogs import admission, reply
from cogs.asking import language_soon
from cogs.stream import TOKEN_GONE, deliver
from maths.message import Message, counted
from tutor.errors import ModelError, StorageUnavailableError, TutorError
from tutor.words import say

if TYPE_CHECKING:
    from tutor.engine import Tutor

log = structlog.get_logger(__name__)

_TROUBLE = (StorageUnavailableError, ModelError)  # the operator has something to mend
_SILENT = TOKEN_GONE | {40060}  # answered too late or already answered: nobody can be told


class Teller:
    """Logs an error and tells the asker in their language; lets in who may ask."""

    def __init__(self, tutor: Tutor) -> None:
        self._tutor = tutor

    async def __call__(self, interaction: discord.Interaction, error: Exception, /, *, beside: bool = False) -> None:
        """Tell in the reply itself, or `beside` it in a message of its own."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        where = _where(interaction)
        if isinstance(cause, discord.HTTPException) and cause.code in _SILENT:
            log.warning("interaction_lost", at=where, code=cause.code)
            return
        sentence = _sentence(cause)
        if sentence is None:
            incident = secrets.token_hex(3).upper()
            log.error("interaction_failed", at=where, incident=incident, exc_info=cause)
            sentence = Message(
                "Something went wrong on my side. Please try again; if it happens again, tell a moderator this code: "
                "{incident}",
                incident=incident,
            )
        else:
            say_it = log.warning if isinstance(cause, _TROUBLE) else log.info
            say_it("interaction_refused", at=where, reason=str(sentence), because=repr(cause.__cause__))
        await self._send(interaction, say(sentence, await language_soon(self._tutor, interaction)), beside=beside)

    async def admit(self, interaction: discord.Interaction, /) -> None:
        """Raises NotAllowedError where moderators do not let this person ask here and now."""
        await admission.admit(self._tutor, interaction)

    async def _send(self, interaction: discord.Interaction, sentence: str, *, beside: bool) -> None:
        view = reply.notice(sentence)
        try:
            if not interaction.response.is_done():
                await interaction.response.send_message(view=view, ephemeral=True)
            elif beside or interaction.type is not discord.InteractionType.application_command:
                await interaction.followup.send(view=view, ephemeral=True)
            else:
                await deliver(interaction, view)
        except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
            log.warning("error_not_told", at=_where(interaction), error=str(error))


def _sentence(cause: Exception) -> Message | None:
    """What the asker can do about it; None for a defect of ours."""
    match cause:
        case TutorError():
            return cause.message
        case app_commands.CommandOnCooldown():
            return counted(
                "That was quick. Please wait {count} second and try again.",
                "That was quick. Please wait {count} seconds and try again.",
                math.ceil(cause.retry_after),
            )
        case app_commands.MissingPermissions():
            return Message("Only moderators who may manage the server can do this.")
        case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
            return Message("This command has just changed. Please restart Discord (Ctrl+R) and try again.")
        case _:
            return None


def _where(interaction: discord.Interaction) -> str:
    data: Any = interaction.data or {}
    return str(data.get("name") or data.get("custom_id") or interaction.type.name)
