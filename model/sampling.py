"""The operator's word on how a model writes, in the place of the tutor's presets."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from model.settings import ModelSettings
    from tutor.ports import LanguageModel, Piece, Prompt
    from tutor.types import Writer


class Sampled:
    """A LanguageModel sampled as the settings say; what leaves no freedom (temperature 0) stays so."""

    def __init__(self, model: LanguageModel, settings: ModelSettings) -> None:
        self._model = model
        self._settings = settings

    @property
    def writer(self) -> Writer:
        return self._model.writer

    async def check(self) -> None:
        await self._model.check()

    async def stream(self, prompt: Prompt, /) -> AsyncGenerator[Piece]:
        async with aclosing(self._model.stream(self._overridden(prompt))) as pieces:
            async for piece in pieces:
                yield piece

    def _overridden(self, prompt: Prompt) -> Prompt:
        own = self._settings
        longer = replace(prompt, max_tokens=round(prompt.max_tokens * own.longer))
        if prompt.temperature == 0:
            return longer
        temperature = prompt.temperature if own.temperature is None else own.temperature
        return replace(longer, temperature=temperature, top_p=own.top_p or prompt.top_p)


def is_overridden(settings: ModelSettings) -> bool:
    """Whether the operator said anything about sampling."""
    return settings.temperature is not None or settings.top_p is not None or settings.longer != 1.0
