"""How a model writes: the operator's word, else what the model's own card asks for, else the tutor's presets."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING

from model.catalogue import known

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from model.catalogue import Sampling
    from model.settings import ModelSettings
    from tutor.ports import LanguageModel, Piece, Prompt
    from tutor.types import Writer


class Sampled:
    """A LanguageModel sampled as the settings say; what leaves no freedom (temperature 0) stays so.

    Where they say nothing of a model that the catalogue knows, its card does: reasoning models go round in circles
    when they are sampled otherwise.
    """

    def __init__(self, model: LanguageModel, settings: ModelSettings) -> None:
        self._model = model
        self._settings = settings
        self._asked_for = _asked_for(model)

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
        card = self._asked_for
        temperature = own.temperature if own.temperature is not None else card.temperature if card else None
        top_p = own.top_p if own.top_p is not None else card.top_p if card else None
        return replace(
            longer,
            temperature=prompt.temperature if temperature is None else temperature,
            top_p=prompt.top_p if top_p is None else top_p,
        )


def is_sampled(model: LanguageModel, settings: ModelSettings) -> bool:
    """Whether the operator or the model's card says anything about sampling."""
    said = settings.temperature is not None or settings.top_p is not None or settings.longer != 1.0
    return said or _asked_for(model) is not None


def _asked_for(model: LanguageModel) -> Sampling | None:
    found = known(model.writer.name)
    return found.sampling if found else None
