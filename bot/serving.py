"""The bot behind a door: Discord itself, or the loopback Discord."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
import structlog

from bot import metrics
from bot.client import LemmaBot
from bot.starting import NotStartedError
from bot.wiring import open_tutor
from tutor.errors import TutorError

if TYPE_CHECKING:
    from pathlib import Path

    from bot.settings import Settings
    from tutor.engine import Tutor

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Door:
    """Where the bot knocks: Discord itself, or a loopback Discord with its addresses."""

    token: str
    state_dir: Path
    api_base: str | None = None
    gateway: str | None = None


async def _look_at_the_model(tutor: Tutor) -> None:
    """One log line for the operator when the model does not answer; questions go on without it."""
    try:
        await tutor.check_model()
    except TutorError as error:
        log.warning("model_unavailable", reason=str(error))


async def serve(settings: Settings, door: Door) -> None:
    """Run the bot until it is cancelled. Raises NotStartedError."""
    try:
        async with (
            open_tutor(settings) as tutor,
            LemmaBot(tutor, door.state_dir, api_base=door.api_base, gateway=door.gateway) as bot,
        ):
            with metrics.serving(tutor.watch, settings.metrics_port):
                beside = [asyncio.create_task(_look_at_the_model(tutor))]
                if tutor.trainer.shelves is not None:
                    beside.append(asyncio.create_task(tutor.trainer.shelves.run()))
                try:
                    await bot.start(door.token)
                finally:
                    for task in beside:
                        task.cancel()
                    await asyncio.gather(*beside, return_exceptions=True)
    except discord.LoginFailure as error:
        raise NotStartedError(
            "Discord refused the token. Copy it again from the Bot page of https://discord.com/developers "
            "and set DISCORD_TOKEN."
        ) from error
    except (discord.HTTPException, OSError) as error:
        raise NotStartedError(f"Discord cannot be reached: {error}. Check the network and start again.") from error
    except TutorError as error:
        raise NotStartedError(str(error)) from error
