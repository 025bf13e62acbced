"""The one list of model backends. Each is imported only when it is opened."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from model.queue import Queued
from model.settings import EmbeddedSettings, ModelSettings, NoModel, OllamaSettings, ScriptedSettings

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from tutor.ports import LanguageModel

__all__ = ["ModelSettings", "open_model"]


@asynccontextmanager
async def open_model(settings: ModelSettings, data_dir: Path) -> AsyncGenerator[LanguageModel | None]:
    """The chosen model behind its queue, or None where mathematics answers alone.

    Opening never fails because a server is down or a file is missing: `check` and `stream` say so.
    """
    chosen = settings.chosen(data_dir)
    if isinstance(chosen, NoModel):
        yield None
        return
    async with _open(chosen) as model:
        yield Queued(
            model,
            slots=chosen.slots,
            limit=settings.queue,
            wait=settings.wait,
            idle=settings.timeout,
            deadline=settings.deadline,
        )


def _open(chosen: ScriptedSettings | EmbeddedSettings | OllamaSettings) -> AbstractAsyncContextManager[LanguageModel]:
    match chosen:
        case ScriptedSettings():
            from model.scripted import open_scripted

            return open_scripted(chosen)
        case EmbeddedSettings():
            from model.embedded import open_embedded

            return open_embedded(chosen)
        case OllamaSettings():
            from model.ollama_server import open_ollama

            return open_ollama(chosen)
