"""Direct messages that Lemma writes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import discord

from maths.message import Message
from tutor.errors import BoardBusyError, NotAllowedError

if TYPE_CHECKING:
    from cogs.reply import Layout


async def write_to(bot: discord.Client, user_id: int, view: Layout) -> None:
    """Raises NotAllowedError where this person takes no message from Lemma, BoardBusyError where none was sent."""
    try:
        user = await bot.fetch_user(user_id)
        await user.send(view=view)
    except (discord.Forbidden, discord.NotFound) as error:
        raise NotAllowedError(Message("No direct message can be sent to this person.")) from error
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        raise BoardBusyError(Message("Discord did not take the message. I will try again.")) from error
