"""The one list of model backends. Each is imported only when it is opened."""

from __future__ import annotations

from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, TypeAlias

from model.queue import Queued
from model.sampling import Sampled, is_sampled
from model.settings import (
    EmbeddedSettings,
    HuggingFaceSettings,
    ModelSettings,
    NoModel,
    OllamaSettings,
    OpenAISettings,
    ScriptedSettings,
)

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from tutor.ports import LanguageModel

    _Chosen: TypeAlias = ScriptedSettings | EmbeddedSettings | OllamaSettings | OpenAISettings | HuggingFaceSettings

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
    async with _opened(chosen) as (model, servers):
        yield Queued(
            Sampled(model, settings) if is_sampled(model, settings) else model,
            slots=chosen.slots * servers,
            limit=settings.queue,
            wait=settings.wait,
            idle=settings.timeout * servers,  # each of them may be silent for that long before the next is asked
            deadline=settings.deadline,
        )


@asynccontextmanager
async def _opened(chosen: _Chosen) -> AsyncGenerator[tuple[LanguageModel, int]]:
    """The model, and how many servers write it; a single one stands behind the circuit breaker too."""
    if not isinstance(chosen, OllamaSettings | OpenAISettings):
        async with _open(chosen) as model:
            yield model, 1
        return
    from model.failover import Endpoint, Failover

    async with AsyncExitStack() as stack:
        endpoints = []
        for host in (chosen.host, *chosen.others):
            own = chosen.model_copy(update={"host": host, "others": ()})
            endpoints.append(Endpoint(host, await stack.enter_async_context(_open(own)), chosen.slots))
        yield Failover(endpoints), len(endpoints)


def _open(chosen: _Chosen) -> AbstractAsyncContextManager[LanguageModel]:
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
        case OpenAISettings():
            from model.openai_server import open_openai

            return open_openai(chosen)
        case HuggingFaceSettings():
            from model.huggingface import open_huggingface

            return open_huggingface(chosen)
