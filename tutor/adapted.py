"""A model with one of its adapters, for the guild that chose it."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from tutor.ports import LanguageModel, Piece, Prompt
    from tutor.types import Writer


class Adapted:
    """A LanguageModel whose every prompt names the adapter; "" is the model without any."""

    def __init__(self, model: LanguageModel, adapter: str) -> None:
        self._model = model
        self._adapter = adapter

    @property
    def writer(self) -> Writer:
        return replace(self._model.writer, adapter=self._adapter)

    async def check(self) -> None:
        await self._model.check()

    async def stream(self, prompt: Prompt, /) -> AsyncGenerator[Piece]:
        async with aclosing(self._model.stream(replace(prompt, adapter=self._adapter))) as pieces:
            async for piece in pieces:
                yield piece


def adapted(model: LanguageModel, adapter: str | None) -> LanguageModel:
    """The model itself where no adapter was chosen."""
    return model if adapter is None else Adapted(model, adapter)
