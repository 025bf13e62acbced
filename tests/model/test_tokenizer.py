"""A prompt that may be too long is counted by the server itself, where it can count: on the real engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from model.budget import estimate
from model.embedded import open_embedded
from model.openai_server import open_openai
from model.settings import OpenAISettings
from tutor.errors import PromptTooLongError
from tutor.ports import Finish, Prompt

if TYPE_CHECKING:
    from model.settings import EmbeddedSettings


async def test_the_servers_own_count_decides_where_the_estimate_doubts(embedded_settings: EmbeddedSettings) -> None:
    fits = Prompt("", "seven times eight " * 150, max_tokens=4)
    too_long = Prompt("", "seven times eight " * 400, max_tokens=4)
    assert estimate(fits.user) > embedded_settings.num_ctx, "by the estimate alone it would be refused"
    async with open_embedded(embedded_settings) as engine:
        await engine.check()
        assert engine.engine is not None
        address, key = f"{engine.engine.url}/v1", SecretStr(engine.engine.key)
        settings = OpenAISettings(host=address, api_key=key, num_ctx=embedded_settings.num_ctx)
        async with open_openai(settings) as model:
            pieces = [piece async for piece in model.stream(fits)]
            assert isinstance(pieces[-1], Finish)
            with pytest.raises(PromptTooLongError):
                _ = [piece async for piece in model.stream(too_long)]
